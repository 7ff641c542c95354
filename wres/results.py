"""The one table every figure travels in: one long row per figure, and the rule that checks it.

A row says whose figure (``org_code``), when (``wres_year``, ``survey_year``), which
(``indicator``, ``staff_group``, ``band``, ``ethnic_group``), how many (``numerator`` of
``denominator``), how much (``value`` in ``unit``), on which ``calc_basis`` and ``edition``,
whether it may be shown (``status``) and where it came from (``source_id``).

Conventions:
    * Survey indicators 5 to 8: one row per ethnic group; ``value`` is a proportion, 0 to 1.
    * Indicators 2 to 4: one row per ethnic group with its rate, and one row with
      ``ethnic_group`` all and ``unit`` ratio for the relative likelihood as it was printed.
    * Indicator 1: ``numerator`` people of the group among the ``denominator`` people in the band.
    * Indicator 9: as indicator 1, with a board staff group; the workforce share is indicator 1,
      band all.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter

from wres.errors import NotComputable
from wres.terms import Band, CalcBasis, EthnicGroup, StaffGroup, Status, Unit

# A printed percentage may differ from its counts by rounding to one decimal, no more.
ROUNDING_TOLERANCE = 0.0006
# Whose figures have a staff group of their own and no parts.
_BOARD = 9
# More than there are organisations, so that of a country each is kept.
PLACES_KEPT = 1_000
EDITIONS_KEPT = 100
_OFFICIAL_EDITION = re.compile(r"nss[- ](20\d\d)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One figure: counts of people, and a proportion (0 to 1), a ratio or a difference."""

    org_code: str
    wres_year: int
    survey_year: int
    indicator: int
    ethnic_group: EthnicGroup
    staff_group: StaffGroup = StaffGroup.ALL
    band: Band = Band.ALL
    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    unit: Unit = Unit.PROPORTION
    calc_basis: CalcBasis = CalcBasis.STANDARD
    edition: str = ""
    status: Status = Status.SHOWN
    source_id: str = ""

    @property
    def key(self) -> ResultKey:
        """What makes two rows the same figure: everything but the figure itself."""
        return (
            self.org_code,
            self.wres_year,
            self.indicator,
            self.staff_group,
            self.band,
            self.ethnic_group,
            self.unit,
        )

    @property
    def has_counts(self) -> bool:
        """Whether people were counted, so that an interval and a test can be given."""
        return self.numerator is not None and self.denominator is not None


def edition_of(survey_year: int, *, weighted: bool = True) -> str:
    """Return the name of an issue of the staff survey's results: “nss-2024”.

    Each issue weights every earlier year again, so figures of two issues are never mixed.
    """
    return f"nss-{survey_year}" if weighted else f"nss-{survey_year}-unweighted"


# Asked of each figure that trusts are set side by side by; there are as many editions as files.
@lru_cache(maxsize=EDITIONS_KEPT)
def official_edition(edition: str) -> int | None:
    """Return the survey year of an issue of official weighted results, or None for other files."""
    found = _OFFICIAL_EDITION.fullmatch(edition)
    return int(found[1]) if found else None


# A WRES year and an indicator.
Place = tuple[int, int]
ResultKey = tuple[str, int, int, StaffGroup, Band, EthnicGroup, Unit]
# What makes two rows the same figure, as ``Result.key`` gives it.
KEY_COLUMNS = (
    "org_code",
    "wres_year",
    "indicator",
    "staff_group",
    "band",
    "ethnic_group",
    "unit",
)
COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Result))
_BOUNDS = {
    Unit.PROPORTION: (0.0, 1.0),
    Unit.RATIO: (0.0, sys.float_info.max),
    Unit.DIFFERENCE: (-1.0, 1.0),
}


def check_result(row: Result) -> None:
    """Return nothing if the row keeps the rule of the table.

    Raises:
        NotComputable: If counts or value cannot be true of any group of people.
    """
    people, of_people, value = row.numerator, row.denominator, row.value
    if people is not None and people < 0:
        raise NotComputable(f"A count of people cannot be {people}.")
    if of_people is not None and of_people < 0:
        raise NotComputable(f"A number of people cannot be {of_people}.")
    if people is not None and of_people is not None and people > of_people:
        raise NotComputable(f"{people} people cannot be part of {of_people}.")
    if value is not None:
        lowest, highest = _BOUNDS[row.unit]
        # What is no number lies between no bounds.
        if not lowest <= value <= highest:
            raise _impossible(row.unit, value)


def _impossible(unit: Unit, value: float) -> NotComputable:
    """Why a value cannot be one of this unit."""
    if not math.isfinite(value):
        return NotComputable("A figure must be a number.")
    if unit is Unit.PROPORTION:
        return NotComputable(f"A percentage must lie between 0 and 100, not {value * 100:.1f}.")
    if unit is Unit.RATIO:
        return NotComputable(f"A ratio cannot be below zero, as {value} is.")
    return NotComputable("A difference must lie between -100 and 100 points.")


def with_value(row: Result) -> float | None:
    """Return the figure, from counts when people were counted, as printed when not."""
    if row.unit is Unit.PROPORTION and row.numerator is not None and row.denominator:
        return row.numerator / row.denominator
    return row.value


def editions_apart(first: str, second: str) -> bool:
    """Return whether two editions restate the past differently, so that years do not join up.

    The staff survey's results by trust are weighted anew in every issue, earlier years included:
    a year of one issue is not compared with a year of another.

    Source:
        NHS Staff Survey, notes to the benchmark report workbooks.
    """
    issues = (official_edition(first), official_edition(second))
    return None not in issues and issues[0] != issues[1]


def is_whole(row: Result) -> bool:
    """Return whether a row is of all staff and bands, or of the board, as trusts are compared by.

    No rule of the publication looks at a part of them to show or hide it.
    """
    everyone = row.band is Band.ALL and row.staff_group is StaffGroup.ALL
    return everyone or row.indicator == _BOARD


# From one version to the next it is the same of all but the organisation that changed.
@lru_cache(maxsize=PLACES_KEPT)
def by_year(places: frozenset[Place]) -> Mapping[int, tuple[int, ...]]:
    """Return the indicators there are figures for, by WRES year, earliest first."""
    found: dict[int, list[int]] = {}
    for year, number in sorted(places):
        found.setdefault(year, []).append(number)
    return {year: tuple(numbers) for year, numbers in found.items()}


class Results:
    """An unchanging set of rows, found by key; later rows replace earlier ones of the same key."""

    def __init__(self, rows: Iterable[Result] = ()) -> None:
        self._rows: dict[ResultKey, Result] = {row.key: row for row in rows}
        self._by_org: dict[str, list[Result]] = {}
        for row in self._rows.values():
            self._by_org.setdefault(row.org_code, []).append(row)
        self._by_place: dict[Place, tuple[Result, ...]] | None = None

    def __iter__(self) -> Iterator[Result]:
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)

    def get(
        self,
        org_code: str,
        wres_year: int,
        *,
        indicator: int,
        ethnic_group: EthnicGroup,
        staff_group: StaffGroup = StaffGroup.ALL,
        band: Band = Band.ALL,
        unit: Unit = Unit.PROPORTION,
    ) -> Result | None:
        """Return the row with this key, or None when nobody gave that figure."""
        return self.at((org_code, wres_year, indicator, staff_group, band, ethnic_group, unit))

    def at(self, key: ResultKey) -> Result | None:
        """Return the row with a key that is put together already, or None."""
        return self._rows.get(key)

    def of(self, org_code: str) -> tuple[Result, ...]:
        """Return the rows of one organisation, in the order they came."""
        return tuple(self._by_org.get(org_code, ()))

    def where(self, *, org_code: str | None = None, **wanted: object) -> tuple[Result, ...]:
        """Return the rows whose columns equal what is wanted, in the order they came."""
        rows: Iterable[Result] = self._by_org.get(org_code, ()) if org_code is not None else self
        if org_code is None and {"wres_year", "indicator"} <= wanted.keys():
            place = wanted.pop("wres_year"), wanted.pop("indicator")
            rows = self.beside(*place)  # type: ignore[arg-type]
        if not wanted:
            return tuple(rows)
        # One look at each row, whatever the number of columns: pages ask this over and over.
        of_row = attrgetter(*wanted)
        asked = tuple(wanted.values())
        sought = asked if len(asked) > 1 else asked[0]
        return tuple(row for row in rows if of_row(row) == sought)

    def beside(self, wres_year: int, indicator: int) -> tuple[Result, ...]:
        """Return every organisation's rows of one year and indicator, in the order they came.

        All rows are looked at once, when this is first asked; then each place is found at once.
        """
        if self._by_place is None:
            found: dict[Place, list[Result]] = {}
            for row in self:
                found.setdefault((row.wres_year, row.indicator), []).append(row)
            self._by_place = {place: tuple(rows) for place, rows in found.items()}
        return self._by_place.get((wres_year, indicator), ())

    def years(self, org_code: str, indicator: int | None = None) -> tuple[int, ...]:
        """Return the WRES years an organisation has figures for, earliest first."""
        return tuple(
            sorted(
                {
                    row.wres_year
                    for row in self._by_org.get(org_code, ())
                    if indicator in (None, row.indicator)
                }
            )
        )

    def organisations(self) -> tuple[str, ...]:
        """Return the codes of the organisations that have figures, in order."""
        return tuple(sorted(self._by_org))

    def places(self) -> Mapping[str, frozenset[Place]]:
        """Return the WRES years and indicators each organisation has figures for."""
        found: dict[str, set[Place]] = {}
        for row in self:
            found.setdefault(row.org_code, set()).add((row.wres_year, row.indicator))
        return {code: frozenset(places) for code, places in found.items()}

    def of_years(self, years: Collection[int]) -> Iterable[Result]:
        """Return the rows of some WRES years, in the order they came."""
        return [row for row in self if row.wres_year in years]

    def wholes(self) -> Iterable[Result]:
        """Return the rows of all staff and bands, and of the board, in the order they came."""
        return [row for row in self if is_whole(row)]

    def merged(self, newer: Iterable[Result]) -> Results:
        """Return these rows with the newer ones laid over them."""
        return Results((*self._rows.values(), *newer))
