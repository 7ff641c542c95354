"""Figures of a table grouped once, so that no check has to group them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wres.indicators import break_between
from wres.results import Result, Results, with_value
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit
from wres.upload.figures import Figure

Place = tuple[object, ...]
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The same figure of another year, out of the file (with its line) or known already."""

    wres_year: int
    value: float | None
    top: int | None
    base: int | None
    line: int | None = None


def share_of(figure: Figure) -> float | None:
    """Return a figure from its counts, as printed where there are none; 0 to 1, or a ratio."""
    return figure.share


def base_of(figure: Figure) -> int | None:
    """Return the number of people a figure is about, or None where it is not given."""
    return figure.base


class Groups:
    """The figures of one table by place, by group, by organisation and beside what is held."""

    def __init__(self, figures: Sequence[Figure], held: Results) -> None:
        self._held, self._figures = held, figures
        self._last: dict[int, Earlier] | None = None
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
        self.held_rows = self._held_rows()
        self._years: dict[Key, dict[object, Earlier]] = defaultdict(dict)
        self._series: dict[int, dict[object, Earlier]] = {}
        self._order_by_series(figures)
        self._range: dict[Key, tuple[int, tuple[float, ...]]] | None = None

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

    def _held_rows(self) -> dict[Key, Result]:
        codes = {code for code, _ in self.by_organisation}
        rows = (row for code in codes for row in self._held.of(str(code)))
        return {_key(row): row for row in rows if row.status is Status.SHOWN}

    def known(self, figure: Figure, wres_year: int) -> Earlier | None:
        """Return the same figure of another year, from the file first, else from what is held.

        None too where the indicator was worked out another way that year.
        """
        return None if _is_broken(figure, wres_year) else self._on_any_basis(figure, wres_year)

    def last_year(self, figure: Figure) -> float | None:
        """Return the same figure a year before, whatever changed in between; None if not known."""
        if figure.wres_year is None:
            return None
        before = self._on_any_basis(figure, figure.wres_year - 1)
        return before.value if before else None

    def _on_any_basis(self, figure: Figure, wres_year: int) -> Earlier | None:
        series = self._series.get(id(figure))
        if series is None:
            series = self._years.get(_series_of(figure.key), {})
        return series.get(wres_year)

    def _order_by_series(self, figures: Sequence[Figure]) -> None:
        """Find for each figure the same one of every year; what the file says goes before."""
        for key, row in self.held_rows.items():
            self._years[_series_of(key)][row.wres_year] = _held_before(row)
        for key, figure in self.by_key.items():
            self._years[_series_of(key)][figure.wres_year] = _before(figure)
        self._series = {id(figure): self._years[_series_of(figure.key)] for figure in figures}

    def year_before(self, figures: Sequence[Figure]) -> Iterator[tuple[Earlier, Figure]]:
        """Yield each figure that has a value with the same figure a year before it."""
        if self._last is None:
            self._last = self._a_year_before()
        for figure in figures:
            before = self._last.get(id(figure))
            if before is not None:
                yield before, figure

    def _a_year_before(self) -> dict[int, Earlier]:
        found = {}
        for figure in self._figures:
            if figure.wres_year is not None and figure.share is not None:
                before = self.known(figure, figure.wres_year - 1)
                if before is not None and before.value is not None:
                    found[id(figure)] = before
        return found

    def others(self, figure: Figure) -> tuple[float, ...]:
        """Return what other organisations had in the newest year held, lowest first.

        None where the indicator was worked out another way in that year.
        """
        if self._range is None:
            self._range = _ranges(self._held, {code for code, _ in self.by_organisation})
        group, is_ratio = figure.key[1:]
        if figure.band is not Band.ALL or figure.staff_group is not StaffGroup.ALL:
            return ()
        year, values = self._range.get((figure.indicator, group, is_ratio), (0, ()))
        return () if _is_broken(figure, year) else values


def _series_of(key: Key) -> Key:
    """What a figure is of, whatever the year."""
    place, group, is_ratio = key
    assert isinstance(place, tuple)
    code, _, *rest = place
    return (code, *rest, group, is_ratio)


def _before(figure: Figure) -> Earlier:
    return Earlier(
        # A figure without a year is the same one of no year that is asked for.
        wres_year=figure.wres_year or 0,
        value=figure.share,
        top=figure.counts[0] if figure.counts else None,
        base=figure.base,
        line=figure.line,
    )


def _held_before(row: Result) -> Earlier:
    return Earlier(
        wres_year=row.wres_year, value=with_value(row), top=row.numerator, base=row.denominator
    )


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


def _ranges(held: Results, own: set[object]) -> dict[Key, tuple[int, tuple[float, ...]]]:
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
