"""The figures of a table as arrays, so that a check can look at all of them at once.

A national file has a hundred thousand figures. A check that asks each for its terms takes minutes
of a year; a check that asks an array takes none. Whatever an array finds is told by the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any, TypeVar, overload

import numpy as np
import numpy.typing as npt

from wres.indicators import INDICATOR_NUMBERS
from wres.terms import Band, EthnicGroup, StaffGroup, Status
from wres.upload.figures import Figure

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
At = npt.NDArray[np.intp]

NOWHERE = -1
_Term = TypeVar("_Term", bound=Enum)
_Number = TypeVar("_Number", int, Ints)


def _numbered(terms: type[_Term]) -> dict[_Term | None, int]:
    """A number for each term of a closed list, and the last place of an array for none."""
    return {term: at for at, term in enumerate(terms)} | {None: NOWHERE}


GROUPS = _numbered(EthnicGroup)
STAFF_GROUPS = _numbered(StaffGroup)
BANDS = _numbered(Band)
# No figure is of a later year: with it a year and what it is of can be one number.
LAST_YEAR = 4096
# More than there are indicators; staff groups, bands and groups with one more place for none.
_INDICATORS, _STAFF, _BANDS, _GROUPS = 16, len(STAFF_GROUPS), len(BANDS), len(GROUPS)


@dataclass(frozen=True, kw_only=True, eq=False)
class FigureArrays:
    """One number for each figure of a table, in the order of the figures.

    A year or an indicator that is not known is 0. A term that is not known and a base that is not
    given are -1, and a share that is not given is not a number. ``organisation`` says which of
    ``codes`` a figure is of.
    """

    codes: tuple[object, ...]
    organisation: Ints
    wres_year: Ints
    survey_year: Ints
    indicator: Ints
    staff: Ints
    band: Ints
    group: Ints
    is_ratio: Bools
    is_counted: Bools
    is_shown: Bools
    top: Ints
    base: Ints
    share: Floats
    line: Ints

    def __len__(self) -> int:
        return len(self.line)

    @cached_property
    def every(self) -> At:
        """Where each figure stands."""
        return np.arange(len(self), dtype=np.intp)

    @cached_property
    def about(self) -> Ints:
        """A number for what a figure is of, whoever's and of whichever year."""
        return about_of(
            self.indicator,
            self.staff,
            self.band,
            group=self.group,
            is_ratio=self.is_ratio.astype(np.int64),
        )

    @cached_property
    def series(self) -> Ints:
        """A number for the same figure of every year."""
        return self.about * len(self.codes) + self.organisation

    @cached_property
    def year_of(self) -> Ints:
        """A number for each organisation and WRES year, in the order they come."""
        return in_order(self.organisation * LAST_YEAR + self.wres_year)

    @cached_property
    def is_whole(self) -> Bools:
        """Which figures are of all bands and all staff groups."""
        every = (self.band == BANDS[Band.ALL]) & (self.staff == STAFF_GROUPS[StaffGroup.ALL])
        return np.asarray(every, dtype=np.bool_)

    @cached_property
    def _place(self) -> Ints:
        """A number for what a figure is about, apart from its ethnic group."""
        place = self.organisation * LAST_YEAR + self.wres_year
        place = (place * _INDICATORS + self.indicator) * _STAFF + self.staff + 1
        return place * _BANDS + self.band + 1

    @cached_property
    def ratios(self) -> At:
        """Where the ratio of each place stands, in the order they come; the last, if more."""
        ratios = np.flatnonzero(self.is_ratio)
        found = in_order(self._place[ratios])
        last = np.zeros(int(found.max()) + 1 if len(found) else 0, dtype=np.intp)
        last[found] = ratios
        return last

    @cached_property
    def places(self) -> At:
        """A row for each place, in the order they come, with where the figure of each group stands.

        The last column is for figures of no group that is known; ratios have none.
        """
        rates = np.flatnonzero(~self.is_ratio)
        found = in_order(self._place[rates])
        table = np.full(
            (int(found.max()) + 1 if len(found) else 0, _GROUPS), NOWHERE, dtype=np.intp
        )
        # Of two figures of one place and group the later is kept.
        table[found, self.group[rates]] = rates
        return table

    @cached_property
    def pairs(self) -> tuple[At, At]:
        """Where the figures of BME and White stand that are of one place."""
        bme, white = (self.places[:, GROUPS[g]] for g in (EthnicGroup.BME, EthnicGroup.WHITE))
        both = (bme >= 0) & (white >= 0)
        return bme[both], white[both]

    def by_year(self) -> list[At]:
        """Return where the figures of each organisation and WRES year stand, as they come."""
        order = np.argsort(self.year_of, kind="stable")
        return np.split(order, np.flatnonzero(np.diff(self.year_of[order])) + 1)

    def by_return_and_indicator(self) -> At:
        """Return where the first figure of each indicator of an organisation and year stands."""
        kinds = self.year_of * _INDICATORS + self.indicator
        return np.asarray(np.unique(kinds, return_index=True)[1], dtype=np.intp)

    def of(self, numbers: Iterable[int]) -> At:
        """Return where the figures of some indicators stand, indicator by indicator."""
        found = [np.flatnonzero(self.indicator == number) for number in numbers]
        return np.concatenate(found) if found else self.every[:0]


@dataclass(frozen=True, eq=False)
class LateFigures(Sequence[Figure]):
    """The figures of a table of which there are arrays, each made when it is asked for."""

    arrays: FigureArrays
    made: Callable[[At], Sequence[Figure]]

    def __len__(self) -> int:
        return len(self.arrays)

    @overload
    def __getitem__(self, at: int) -> Figure: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Figure]: ...
    def __getitem__(self, at: int | slice) -> Figure | Sequence[Figure]:
        if isinstance(at, slice):
            return self.made(self.arrays.every[at])
        return self.made(self.arrays.every[[at]])[0]

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.made(self.arrays.every))


@dataclass(frozen=True, eq=False)
class Chosen(Sequence[Figure]):
    """Some figures of a table, of which only those that are asked for are made."""

    figures: Sequence[Figure]
    arrays: FigureArrays
    at: At

    def __len__(self) -> int:
        return len(self.at)

    @overload
    def __getitem__(self, place: int) -> Figure: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Figure]: ...
    def __getitem__(self, place: int | slice) -> Figure | Sequence[Figure]:
        if isinstance(place, slice):
            return Chosen(self.figures, self.arrays, self.at[place])
        return self.figures[int(self.at[place])]

    def __iter__(self) -> Iterator[Figure]:
        return (self.figures[int(at)] for at in self.at)

    @property
    def lines(self) -> list[int]:
        """The different lines they stand on."""
        return lines_at(self.arrays, self.at)


def lines_at(arrays: FigureArrays, *places: At) -> list[int]:
    """Return the different lines of figures, lowest first."""
    found: list[int] = np.unique(np.concatenate([arrays.line[at] for at in places])).tolist()
    return found


def about_of(
    indicator: _Number, staff: _Number, band: _Number, *, group: _Number, is_ratio: _Number
) -> _Number:
    """Return one number for an indicator, staff group, band and group, and whether of a ratio."""
    place = (indicator * _STAFF + staff + 1) * _BANDS + band + 1
    return (place * _GROUPS + group + 1) * 2 + is_ratio


def staff_of(organisation: _Number, year: _Number, group: _Number) -> _Number:
    """Return one number for an organisation, a WRES year and a group of its staff."""
    return (organisation * LAST_YEAR + year) * _GROUPS + group + 1


def in_order(codes: Ints) -> Ints:
    """Return a number for each different code, counted from zero in the order they come."""
    if not len(codes):
        return codes
    begins = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]])
    # Tables hold what belongs together together, so there are fewer runs than figures.
    _, first, run = np.unique(codes[begins], return_index=True, return_inverse=True)
    number = np.empty(len(first), dtype=np.int64)
    number[np.argsort(first)] = np.arange(len(first))
    return np.repeat(number[run], np.diff(np.r_[begins, len(codes)]))


def last_of(codes: Ints, is_given: Bools) -> At:
    """Return where the last of those that are given stands of each code."""
    backwards = np.flatnonzero(is_given)[::-1]
    return backwards[np.unique(codes[backwards], return_index=True)[1]]


def together(codes: Ints) -> At:
    """Return an order in which equal codes stand together, the first to come first."""
    return np.argsort(in_order(codes), kind="stable")


def arrays_of(figures: Sequence[Figure]) -> FigureArrays:
    """Return the figures of a table as arrays."""
    codes: dict[object, int] = {}
    for figure in figures:
        codes.setdefault(figure.place[0], len(codes))

    def ints(values: Iterable[int]) -> Ints:
        return np.fromiter(values, np.int64, len(figures))

    def bools(values: Iterable[Any]) -> Bools:
        return np.fromiter(map(bool, values), np.bool_, len(figures))

    shares = (np.nan if f.share is None else f.share for f in figures)
    return FigureArrays(
        codes=tuple(codes),
        organisation=ints(codes[f.place[0]] for f in figures),
        wres_year=ints(f.wres_year or 0 for f in figures),
        survey_year=ints(f.survey_year or 0 for f in figures),
        indicator=ints(_one_of_nine(f) for f in figures),
        staff=ints(STAFF_GROUPS[f.staff_group] for f in figures),
        band=ints(BANDS[f.band] for f in figures),
        group=ints(GROUPS[f.group] for f in figures),
        is_ratio=bools(f.is_ratio for f in figures),
        is_counted=bools(f.counts for f in figures),
        is_shown=bools(f.status is Status.SHOWN for f in figures),
        top=ints(f.counts[0] if f.counts else 0 for f in figures),
        base=ints(NOWHERE if f.base is None else f.base for f in figures),
        share=np.fromiter(shares, np.float64, len(figures)),
        line=ints(f.line for f in figures),
    )


def _one_of_nine(figure: Figure) -> int:
    number = figure.indicator
    return number if number is not None and number in INDICATOR_NUMBERS else 0
