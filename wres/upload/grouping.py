"""Figures of a table grouped once, so that no check has to group them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from wres.indicators import break_between
from wres.results import Result, Results, with_value
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit
from wres.upload.figures import Figure

Place = tuple[object, ...]
Key = tuple[object, ...]
# By indicator, group and whether it is a ratio: the year, and the values with the lowest first.
Ranges = dict[Key, tuple[int, tuple[float, ...]]]


def share_of(figure: Figure) -> float | None:
    """Return a figure from its counts, as printed where there are none; 0 to 1, or a ratio."""
    return figure.share


def base_of(figure: Figure) -> int | None:
    """Return the number of people a figure is about, or None where it is not given."""
    return figure.base


class Groups:
    """The figures of one table by place, by group and by organisation."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.by_key: dict[Key, Figure] = {}
        self.places: dict[Place, dict[EthnicGroup | None, Figure]] = defaultdict(dict)
        self.ratios: dict[Place, Figure] = {}
        self.by_indicator: dict[int | None, list[Figure]] = defaultdict(list)
        self.by_column: dict[int, list[Figure]] = defaultdict(list)
        self.by_line: dict[int, list[Figure]] = defaultdict(list)
        self.by_organisation: dict[tuple[object, object], list[Figure]] = defaultdict(list)
        for figure in figures:
            self._place(figure)
        self.pairs = tuple(self._pairs())
        self.named = _named(figures)

    def _place(self, figure: Figure) -> None:
        place = figure.place
        self.by_key[figure.key] = figure
        if figure.is_ratio:
            self.ratios[place] = figure
        else:
            self.places[place][figure.group] = figure
        self.by_indicator[figure.indicator].append(figure)
        self.by_column[figure.draft.column].append(figure)
        self.by_line[figure.line].append(figure)
        self.by_organisation[place[0], place[1]].append(figure)

    def _pairs(self) -> Iterator[tuple[Figure, Figure]]:
        for groups in self.places.values():
            bme, white = groups.get(EthnicGroup.BME), groups.get(EthnicGroup.WHITE)
            if bme is not None and white is not None:
                yield bme, white


def held_rows(held: Results, codes: Iterable[object]) -> dict[Key, Result]:
    """Return the rows of some organisations that may be shown, by what makes two the same."""
    rows = (row for code in codes for row in held.of(str(code)))
    return {_key(row): row for row in rows if row.status is Status.SHOWN}


def _named(figures: Sequence[Figure]) -> tuple[set[object], set[object]]:
    """The organisations and the WRES years that rows name themselves."""
    codes: set[object] = set()
    years: set[object] = set()
    for figure in figures:
        keys = figure.draft.keys
        if keys.org_code or keys.org_name:
            codes.add(figure.place[0])
        if keys.wres_year or keys.year or keys.survey_year:
            years.add(figure.wres_year)
    return codes, years


def _key(row: Result) -> Key:
    place = (row.org_code, row.wres_year, row.indicator, row.staff_group.value, row.band.value)
    return (place, row.ethnic_group.value, row.unit is Unit.RATIO)


def _is_broken(figure: Figure, wres_year: int) -> bool:
    if figure.indicator != 7 or figure.survey_year is None:
        return False
    there = wres_year - 1
    first, last = sorted((there, figure.survey_year))
    return break_between(7, first, last) is not None


def others_of(figure: Figure, ranges: Ranges) -> tuple[float, ...]:
    """Return what other organisations had in the newest year held, lowest first.

    None where the indicator was worked out another way in that year.
    """
    group, is_ratio = figure.key[1:]
    if figure.band is not Band.ALL or figure.staff_group is not StaffGroup.ALL:
        return ()
    year, values = ranges.get((figure.indicator, group, is_ratio), (0, ()))
    return () if _is_broken(figure, year) else values


def ranges_of(held: Results, own: set[object]) -> Ranges:
    """Return what organisations other than some had in the newest year held, and that year."""
    newest: dict[Key, int] = {}
    values: dict[tuple[Key, int], list[float]] = defaultdict(list)
    for row in held.wholes():
        value = with_value(row)
        if row.band is not Band.ALL or row.staff_group is not StaffGroup.ALL or value is None:
            continue
        key = (row.indicator, row.ethnic_group.value, row.unit is Unit.RATIO)
        newest[key] = max(newest.get(key, 0), row.wres_year)
        if row.org_code not in own:
            values[key, row.wres_year].append(value)
    return {key: (year, tuple(sorted(values[key, year]))) for key, year in newest.items()}
