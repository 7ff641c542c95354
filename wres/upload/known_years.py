"""The same figures of other years, out of the file or known already, for all figures at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from wres.indicators import break_between
from wres.results import Result, with_value
from wres.terms import Unit
from wres.upload.figure_arrays import (
    BANDS,
    GROUPS,
    LAST_YEAR,
    NOWHERE,
    STAFF_GROUPS,
    At,
    Bools,
    FigureArrays,
    Floats,
    Ints,
    about_of,
)

_CAREER = 7


@dataclass(frozen=True, eq=False)
class KnownYears:
    """Figures of a file, and behind them in every array what is held of its organisations.

    ``rows`` are the rows that are held. What the file says of a year goes before them.
    """

    arrays: FigureArrays
    rows: Sequence[Result]

    @cached_property
    def share(self) -> Floats:
        """The figure from counts, as printed where there are none; not a number for none."""
        values = (with_value(row) for row in self.rows)
        held = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
        return np.concatenate((self.arrays.share, held))

    @cached_property
    def base(self) -> Ints:
        """The number of people a figure is about, -1 where it is not given."""
        bases = [NOWHERE if row.denominator is None else row.denominator for row in self.rows]
        return np.concatenate((self.arrays.base, np.array(bases, dtype=np.int64)))

    @cached_property
    def top(self) -> Ints:
        """The people counted, and -1 where none were: see ``has_top``."""
        tops = [NOWHERE if row.numerator is None else row.numerator for row in self.rows]
        return np.concatenate((self.arrays.top, np.array(tops, dtype=np.int64)))

    @cached_property
    def has_top(self) -> Bools:
        """Whether people were counted."""
        held = np.array([row.numerator is not None for row in self.rows], dtype=np.bool_)
        return np.concatenate((self.arrays.is_counted, held))

    @cached_property
    def held_years(self) -> Ints:
        """The WRES year of each row that is held."""
        return np.array([row.wres_year for row in self.rows], dtype=np.int64)

    @cached_property
    def _held_series(self) -> Ints:
        number = {code: at for at, code in enumerate(self.arrays.codes)}
        many = len(number)
        found = (about_row(row) * many + number[row.org_code] for row in self.rows)
        return np.fromiter(found, np.int64, len(self.rows))

    @cached_property
    def _held(self) -> tuple[Ints, At]:
        """The series and years that are held, in order, and where their rows stand."""
        keys = self._held_series * LAST_YEAR + self.held_years
        order = np.argsort(keys, kind="stable")
        return keys[order], order + len(self.arrays)

    @cached_property
    def _known(self) -> tuple[Ints, At, At]:
        """The series and years of the file and of what is held, in order, each once, and where
        they stand; then which of them each figure of the file is."""
        held, held_at = self._held
        own = self.arrays.series * LAST_YEAR + self.arrays.wres_year
        keys, at = np.r_[held, own], np.r_[held_at, self.arrays.every]
        order = np.argsort(keys, kind="stable")
        keys, at = keys[order], at[order]
        # The last of those with one key: of the file before what is held, and its later line.
        is_last = np.r_[keys[1:] != keys[:-1], True] if len(keys) else np.zeros(0, dtype=np.bool_)
        which = np.empty(len(keys), dtype=np.intp)
        which[order] = np.cumsum(is_last) - is_last
        return keys[is_last], at[is_last], which[len(held) :]

    def held_in(self, figures: At, years: Ints | int) -> At:
        """Return where the row held of the same figure and some year stands, -1 for none."""
        return self._found(*self._held, self.arrays.series[figures] * LAST_YEAR + years)

    def in_year(self, figures: At, back: int) -> At:
        """Return where the same figure so many years before stands, -1 for none.

        Whatever has changed in between.
        """
        keys, at, which = self._known
        own = which[figures]
        wanted = keys[own] - back
        found = np.full(len(own), NOWHERE, dtype=np.intp)
        # In their order it is no further off than there are years between.
        for step in range(1, back + 1):
            place = np.maximum(own - step, 0)
            is_it = keys[place] == wanted
            found[is_it] = at[place[is_it]]
        return found

    def comparable(self, figures: At, back: int) -> At:
        """Return where the same figure so many years before stands, -1 if worked out otherwise."""
        found = self.in_year(figures, back)
        is_there = np.flatnonzero(found >= 0)
        found[is_there[self._is_broken(figures[is_there], back)]] = NOWHERE
        return found

    def year_before(self, figures: At) -> tuple[At, At]:
        """Return the figures with a value that have one a year before, and where that stands.

        What stands before comes first of the two.
        """
        arrays = self.arrays
        asked = figures[(arrays.wres_year[figures] > 0) & ~np.isnan(arrays.share[figures])]
        before = self._a_year_before[asked]
        is_there = before >= 0
        return before[is_there], asked[is_there]

    @cached_property
    def _a_year_before(self) -> At:
        """Where the figure of the year before stands of every figure, -1 where it has no value."""
        every = self.arrays.every
        found = self.comparable(every, 1)
        found[(found >= 0) & np.isnan(self.share[found])] = NOWHERE
        return found

    @staticmethod
    def _found(keys: Ints, at: At, wanted: Ints) -> At:
        if not len(keys):
            return np.full(len(wanted), NOWHERE, dtype=np.intp)
        place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(keys[place] == wanted, at[place], NOWHERE)

    def _is_broken(self, figures: At, back: int) -> Bools:
        """Whether indicator 7 was worked out another way so long ago; no other ever was."""
        survey = self.arrays.survey_year[figures]
        there = self.arrays.wres_year[figures] - back - 1
        is_asked = (self.arrays.indicator[figures] == _CAREER) & (survey > 0)
        broken = np.zeros(len(figures), dtype=np.bool_)
        spans = there[is_asked] * LAST_YEAR + survey[is_asked]
        different, which = np.unique(spans, return_inverse=True)
        apart = [_are_apart(*divmod(int(span), LAST_YEAR)) for span in different]
        broken[is_asked] = np.array(apart, dtype=np.bool_)[which]
        return broken


def about_row(row: Result) -> int:
    """Return the number for what a row is of, as ``FigureArrays.about`` has it for a figure."""
    return about_of(
        row.indicator,
        STAFF_GROUPS[row.staff_group],
        BANDS[row.band],
        group=GROUPS[row.ethnic_group],
        is_ratio=int(row.unit is Unit.RATIO),
    )


def _are_apart(one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return break_between(_CAREER, first, last) is not None
