"""What is kept of an extract: how many answered, by group, and nothing of any one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from wres.terms import MEDICAL_GRADES, PAY_BANDS, Band, EthnicGroup, StaffGroup
from wres.upload.band_words import band_word
from wres.upload.respondents.ethnicity import BME_GROUPS, WIDE_GROUPS, Group
from wres.upload.respondents.labels import Unplaced

# The order of the counts of one cell: people who count and people who answered, by indicator,
# and those who said they do not know, which indicator 7 left out of its base before survey 2021.
COUNTS = ("n5", "d5", "n6", "d6", "n7", "d7", "n8", "d8", "dont_know")
DONT_KNOW = COUNTS.index("dont_know")
# Where indicator 7, the only one with “don’t know”, stands among those counted.
_CAREER = COUNTS.index("n7") // 2
FIRST_INDICATOR = 5
_SINGLE_BANDS = (*PAY_BANDS, *MEDICAL_GRADES)
STAFF_GROUPS = (StaffGroup.CLINICAL, StaffGroup.NON_CLINICAL, StaffGroup.MEDICAL)
Numbers = npt.NDArray[np.int64]


class WideRow(NamedTuple):
    """People of BME or White and a band, who count and who answered for each indicator in turn.

    ``counts`` are those of ``COUNTS`` by name, without those who do not know.
    """

    organisation: str
    survey_year: int
    group: EthnicGroup
    band: str
    counts: tuple[int, ...]


class Cell(NamedTuple):
    """People of one group who count, and who answered, for one indicator.

    ``band`` is the label of the file, empty for all; ``dont_know`` are those among the answered
    who said so to the question of indicator 7.
    """

    organisation: str
    survey_year: int
    group: EthnicGroup
    band: str
    staff_group: StaffGroup
    indicator: int
    numerator: int
    answered: int
    dont_know: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RespondentCounts:
    """The counts of an extract, and how many rows stand behind them or were left out.

    ``by_band`` counts people by count, place, group and band label; ``by_staff`` by staff group
    in place of band. ``places`` are organisation and survey year. The first band label and the
    first staff group are those of people who gave none. A label that is no band and that few
    people have may be their own words: it is empty too, and ``band_rows`` says how many.
    """

    file_name: str
    sha256: str
    bytes_read: int
    encoding: str
    delimiter: str
    header_row: int
    rows: int
    rows_without_place: int
    rows_without_group: int
    has_weight: bool
    bank_heading: str
    rows_of_bank: int
    unplaced_bank: tuple[Unplaced, ...]
    renumbered_years: tuple[int, ...]
    places: tuple[tuple[str, int], ...]
    bands: tuple[str, ...]
    unplaced_staff: tuple[Unplaced, ...]
    band_rows: tuple[int, ...]
    by_band: Numbers
    by_staff: Numbers

    def cells(self) -> Iterator[Cell]:
        """Yield every cell somebody answered in, by organisation, survey year and indicator."""
        if not self.places:
            return
        order = sorted(range(len(self.places)), key=lambda place: self.places[place])
        lines = tuple(self.lines())
        counted = np.stack([numbers for _, numbers in lines], axis=2)[:, order]
        tops, bases = counted[0:DONT_KNOW:2], counted[1:DONT_KNOW:2]
        # In the order they are told in: by place, then by line, then by indicator.
        at, line, indicator = np.nonzero(np.moveaxis(bases, 0, -1))
        columns = (
            *_columns([self.places[place] for place in order], at),
            *_columns([told for told, _ in lines], line),
            (indicator + FIRST_INDICATOR).tolist(),
            tops[indicator, at, line].tolist(),
            bases[indicator, at, line].tolist(),
            np.where(indicator == _CAREER, counted[DONT_KNOW, at, line], 0).tolist(),
        )
        yield from map(Cell._make, zip(*columns, strict=True))

    def wide_rows(self) -> tuple[WideRow, ...]:
        """Return a row for each organisation, survey year, band, and BME or White, in this order.

        Only of those with anybody who answered. Source: the same counts as ``cells``.
        """
        if not self.places:
            return ()
        order = sorted(range(len(self.places)), key=lambda place: self.places[place])
        labels = sorted((one, at) for at, one in enumerate(self._used_bands) if one)
        two = _two_groups(self.by_band[:DONT_KNOW])
        counted = np.stack(list(two.values()), axis=2)[:, order][..., [at for _, at in labels]]
        place, group, band = np.nonzero(counted[1::2].any(axis=0))
        columns = (
            *_columns([self.places[one] for one in order], place),
            *_columns([(one,) for one in two], group),
            *_columns([(label,) for label, _ in labels], band),
            map(tuple, counted[:, place, group, band].T.tolist()),
        )
        return tuple(map(WideRow._make, zip(*columns, strict=True)))

    @property
    def _used_bands(self) -> tuple[str, ...]:
        """The band labels; one that only rows left out have was never counted under."""
        return self.bands[: self.by_band.shape[3]]

    def lines(self) -> Iterator[tuple[tuple[EthnicGroup, str, StaffGroup], Numbers]]:
        """Yield group, band label and staff group, with their counts by count and place."""
        for group, numbers in _groups(self.by_band.sum(axis=3)).items():
            yield (group, "", StaffGroup.ALL), numbers
        bands, staff = _two_groups(self.by_band), _two_groups(self.by_staff)
        for label, place in sorted((one, at) for at, one in enumerate(self._used_bands) if one):
            for group, numbers in bands.items():
                yield (group, label, StaffGroup.ALL), numbers[..., place]
        for place, one in enumerate(STAFF_GROUPS, start=1):
            for group, numbers in staff.items():
                yield (group, "", one), numbers[..., place]


def band_of(label: str) -> Band | None:
    """Return the single band or grade a label names, all for an empty one, or None."""
    if not label:
        return Band.ALL
    band = band_word(label)
    return band if band in _SINGLE_BANDS else None


def _two_groups(numbers: Numbers) -> dict[EthnicGroup, Numbers]:
    """BME and White of counts by count, place and group, and band if any."""
    return {
        EthnicGroup.BME: numbers[:, :, list(BME_GROUPS)].sum(axis=2),
        EthnicGroup.WHITE: numbers[:, :, Group.WHITE],
    }


def _groups(numbers: Numbers) -> dict[EthnicGroup, Numbers]:
    """Every group of counts by count, place and group; everyone who answered is ``ALL``."""
    found = {EthnicGroup.ALL: numbers.sum(axis=2)}
    found |= _two_groups(numbers)
    found[EthnicGroup.UNKNOWN] = numbers[:, :, Group.UNKNOWN]
    # Where some said BME and no more, no wide group of that place is complete: none is given.
    is_complete = numbers[:, :, Group.BME_UNSAID].sum(axis=0) == 0
    for wide, group in WIDE_GROUPS.items():
        found[wide] = numbers[:, :, group] * is_complete
    return found


def _columns(named: Sequence[tuple[Any, ...]], at: npt.NDArray[np.intp]) -> list[list[Any]]:
    """Each part of some names as a column, with a row for each number of a name."""
    return [np.array(part, dtype=object)[at].tolist() for part in zip(*named, strict=True)]
