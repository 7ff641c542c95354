"""The counts of an extract as rows of figures, kept as columns: a row is made when it is asked for.

The counts of 200 trusts are a hundred thousand rows, and hardly any is ever looked at by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

import numpy as np

from wres.indicators import calc_basis
from wres.terms import Band, CalcBasis, EthnicGroup, StaffGroup
from wres.upload.figure_arrays import At, Ints
from wres.upload.reading import Line
from wres.upload.respondents.counts import DONT_KNOW, FIRST_INDICATOR, RespondentCounts, band_of

HEADER = (
    "org_code",
    "survey_year",
    "indicator",
    "staff_group",
    "band",
    "ethnic_group",
    "numerator",
    "denominator",
)


class Kind(NamedTuple):
    """Whom a row counts, apart from the organisation and the year."""

    staff_group: StaffGroup
    band: Band
    group: EthnicGroup

    @property
    def words(self) -> tuple[str, str, str]:
        """The cells that say so."""
        return self.staff_group.value, self.band.value, self.group.value


@dataclass(frozen=True, kw_only=True, eq=False)
class CountedTable(Sequence[Line]):
    """Rows of figures by organisation, survey year, indicator and kind, in order of their words.

    ``place`` and ``kind`` say which of ``places`` (organisation and survey year) and ``kinds`` a
    row is of. Every row has the number of the header's line, as no line of the file holds it.
    """

    header_row: int
    places: tuple[tuple[str, int], ...]
    kinds: tuple[Kind, ...]
    place: At
    kind: At
    indicator: Ints
    top: Ints
    base: Ints

    def __len__(self) -> int:
        return len(self.top)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, at: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(at, slice):
            return tuple(self._rows(np.arange(len(self))[at]))
        return next(self._rows(np.arange(len(self))[[at]]))

    def __iter__(self) -> Iterator[Line]:
        return self._rows(np.arange(len(self)))

    def rows_at(self, rows: At) -> tuple[Line, ...]:
        """Return some of the rows."""
        return tuple(self._rows(rows))

    def _rows(self, rows: At) -> Iterator[Line]:
        counts = zip(*(one[rows].tolist() for one in self._columns), strict=True)
        for place, indicator, kind, top, base in counts:
            name, year = self.places[place]
            words = (name, str(year), str(indicator), *self.kinds[kind].words)
            yield Line(self.header_row, (*words, str(top), str(base)))

    @property
    def _columns(self) -> tuple[Ints | At, ...]:
        return self.place, self.indicator, self.kind, self.top, self.base

    def worded(self) -> At:
        """Return rows that hold between them every word of the table, first come first."""
        columns = (self.place, self.indicator, self.kind)
        return np.unique(np.concatenate([_first_of_each(column) for column in columns]))


def _first_of_each(numbers: Ints | At) -> At:
    """Where each number comes first, of numbers that are few and small."""
    first = np.full(int(numbers.max(initial=0)) + 1, len(numbers), dtype=np.intp)
    np.minimum.at(first, numbers, np.arange(len(numbers)))
    return first[first < len(numbers)]


def table_of(counts: RespondentCounts, *, totals_only: bool) -> CountedTable:
    """Return the table of figures: a row for each organisation, year, indicator and group.

    With ``totals_only`` it is the rows for all staff, whatever their ethnic group.
    """
    order = sorted(range(len(counts.places)), key=lambda at: _words_of(counts.places[at]))
    places = tuple(counts.places[at] for at in order)
    summed = _by_kind(counts, totals_only=totals_only)
    kinds = sorted(summed, key=lambda kind: kind.words)
    # By place, then by indicator, then by kind.
    counted = np.stack([summed[kind] for kind in kinds], axis=-1)
    counted = counted[:, np.array(order, dtype=np.intp)]
    tops, answered = (np.moveaxis(counted[n:DONT_KNOW:2], 0, 1) for n in (0, 1))
    bases = answered - _left_out(places, counted[DONT_KNOW], tops.shape[1])
    place, indicator, kind = np.nonzero(bases)
    return CountedTable(
        header_row=counts.header_row,
        places=places,
        kinds=tuple(kinds),
        place=place,
        kind=kind,
        indicator=indicator + FIRST_INDICATOR,
        top=tops[place, indicator, kind],
        base=bases[place, indicator, kind],
    )


def _words_of(place: tuple[str, int]) -> tuple[str, str]:
    return place[0], str(place[1])


def _by_kind(counts: RespondentCounts, *, totals_only: bool) -> dict[Kind, Ints]:
    """The counts by count and place of each kind; labels of one band are added up."""
    found: dict[Kind, Ints] = {}
    for (group, label, staff_group), numbers in counts.lines():
        band = band_of(label)
        if band is not None and (group is EthnicGroup.ALL or not totals_only):
            kind = Kind(staff_group, band, group)
            found[kind] = found[kind] + numbers if kind in found else numbers
    return found


def _left_out(places: Sequence[tuple[str, int]], dont_know: Ints, indicators: int) -> Ints:
    """Who is no part of the base: before survey 2021 those who did not know, of indicator 7."""
    found = np.zeros((len(places), indicators, dont_know.shape[-1]), dtype=np.int64)
    for at, (_, year) in enumerate(places):
        for indicator in range(indicators):
            basis = calc_basis(indicator + FIRST_INDICATOR, year)
            if basis is CalcBasis.EXCL_DK:
                found[at, indicator] = dont_know[at]
    return found
