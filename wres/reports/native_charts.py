"""A drawing as categories and series: what an office program needs to draw the chart itself.

Only figures that are shown become values. One that is hidden or missing is a blank, so a line
has a hole there; words below the chart say why. Each stretch of comparable years is a series of
its own, so that no line crosses a break.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wres.charts import Drawing, theme
from wres.charts.bands import HIDDEN, REFERENCE
from wres.charts.drawing import Row
from wres.charts.layers import ACTIVITY, BENCHMARK, BREAK, FRAME, NOTE, POINT
from wres.charts.strip import MEDIAN, OWN
from wres.charts.theme import GAP_CODE, MARKS, RATIO_CODE
from wres.words.exports import BREAK_NOTE, EQUAL

PERCENT_FORMAT, POINTS_FORMAT, TIMES_FORMAT = '0.0"%"', '+0.0;"−"0.0;0.0', "0.00"
SIGNED_FORMAT = '0.0;"−"0.0'
# On an axis the steps are whole numbers, save on one of times.
_AXIS_FORMATS = {
    PERCENT_FORMAT: '0"%"',
    POINTS_FORMAT: '+0;"−"0;0',
    SIGNED_FORMAT: '0;"−"0',
    TIMES_FORMAT: TIMES_FORMAT,
}
_FORMATS = {GAP_CODE: POINTS_FORMAT, RATIO_CODE: TIMES_FORMAT}
# A logarithmic axis of an office program begins and ends at a power of its base.
LOG_BASE = 2.0
Value = float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One line or one row of bars: a value and its likely range for each category, or none.

    ``shape`` is the marker, empty for none; ``is_dashed`` says that it is there to compare with.
    """

    name: str
    colour: str
    values: tuple[Value, ...]
    lows: tuple[Value, ...]
    highs: tuple[Value, ...]
    shape: str = ""
    is_dashed: bool = False

    @property
    def has_ranges(self) -> bool:
        """Whether any value has a likely range."""
        return any(low is not None for low in self.lows)

    def reach(self, place: int) -> tuple[Value, Value]:
        """Return how far the likely range of one value goes above it and below it, or none."""
        value, low, high = self.values[place], self.lows[place], self.highs[place]
        if value is None or low is None or high is None:
            return None, None
        return round(high - value, 2), round(value - low, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeChart:
    """A chart without its looks: categories, series, and what is said of marks in it.

    Lines over WRES years, or bars side by side. Values are in display units: per cent (0 to
    100), percentage points or times.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    is_over_years: bool
    number_format: str
    low: float
    high: float
    notes: tuple[str, ...] = ()

    @property
    def axis_format(self) -> str:
        """How the numbers along the axis are written."""
        return _AXIS_FORMATS[self.number_format]

    @property
    def is_log(self) -> bool:
        """Whether the axis of values is one of times, with parity at 1."""
        return self.number_format == TIMES_FORMAT


def native_chart(drawing: Drawing) -> NativeChart | None:
    """Return the chart an office program can draw and edit; None when it has no value to draw."""
    made = _MAKERS[drawing.name](drawing.rows)
    has_value = any(value is not None for one in made.series for value in one.values)
    return made if has_value else None


def _over_years(rows: tuple[Row, ...]) -> NativeChart:
    years = sorted({_text(row, "year") for row in rows if row["part"] == FRAME and row["year"]})
    drawn = [row for row in rows if row["part"] in (POINT, BENCHMARK)]
    groups = [_text(row, "group") for row in drawn]
    kind = next((group for group in groups if group in _FORMATS), "")
    lines = list(_stretches(drawn, years))
    if kind == RATIO_CODE:
        lines.append(_level(years, 1.0))
    low, high = _ends(rows)
    return NativeChart(
        categories=tuple(years),
        series=tuple(lines),
        # One year makes no line.
        is_over_years=len(years) > 1 or kind == RATIO_CODE,
        number_format=_FORMATS.get(kind, PERCENT_FORMAT),
        low=low,
        high=high,
        notes=tuple(_notes(rows)),
    )


def _stretches(drawn: list[Row], years: list[str]) -> Iterable[Series]:
    """One series a label and stretch of comparable years, named by its years where it is cut."""
    found: dict[str, dict[object, dict[str, Row]]] = {}
    for row in drawn:
        label = _text(row, "line").rpartition(" ")[0]
        found.setdefault(label, {}).setdefault(row["segment"], {})[_text(row, "year")] = row
    for label, parts in found.items():
        for part in parts.values():
            name = label if len(parts) == 1 else f"{label}, {_span(sorted(part))}"
            yield _series(name, [part.get(year) for year in years])


def _span(years: list[str]) -> str:
    return years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"


def _series(name: str, rows: list[Row | None]) -> Series:
    first = next(row for row in rows if row is not None)
    is_benchmark = first["part"] == BENCHMARK
    mark = MARKS[_text(first, "group")]
    return Series(
        name=name,
        colour=theme.BENCHMARK_LINE if is_benchmark else mark.colour,
        values=tuple(_number(row, "value") for row in rows),
        lows=tuple(_number(row, "low") for row in rows),
        highs=tuple(_number(row, "high") for row in rows),
        shape=mark.shape,
        is_dashed=is_benchmark,
    )


def _level(categories: list[str], value: float, name: str = EQUAL) -> Series:
    none = (None,) * len(categories)
    return Series(
        name=name,
        colour=theme.PARITY,
        values=(value,) * len(categories),
        lows=none,
        highs=none,
        is_dashed=True,
    )


def _bars(rows: tuple[Row, ...]) -> NativeChart:
    names = list(dict.fromkeys(_text(row, "band") for row in rows if row["part"] == FRAME))
    by_label: dict[str, dict[str, Row]] = {}
    for row in rows:
        if row["part"] == POINT:
            label = _text(row, "tip").partition(", ")[0]
            by_label.setdefault(label, {})[_text(row, "band")] = row
    lines = [_series(name, [found.get(b) for b in names]) for name, found in by_label.items()]
    return _side_by_side(rows, names, lines, number_format=PERCENT_FORMAT)


def _strip(rows: tuple[Row, ...]) -> NativeChart:
    """The middle of the other trusts and this one; the other trusts are in the table."""
    names = list(dict.fromkeys(_text(row, "row") for row in rows))
    drawn = []
    for part, colour in ((MEDIAN, theme.PEER), (OWN, theme.BME)):
        marked = {_text(row, "row"): row for row in rows if row["part"] == part}
        if marked:
            name = _text(next(iter(marked.values())), "tip").partition(":")[0]
            values = tuple(_number(marked.get(one), "value") for one in names)
            none = (None,) * len(names)
            drawn.append(Series(name=name, colour=colour, values=values, lows=none, highs=none))
    return _side_by_side(rows, names, drawn, number_format=SIGNED_FORMAT)


def _side_by_side(
    rows: tuple[Row, ...], names: list[str], series: list[Series], *, number_format: str
) -> NativeChart:
    low, high = _ends(rows)
    return NativeChart(
        categories=tuple(_flat(name) for name in names),
        series=tuple(series),
        is_over_years=False,
        number_format=number_format,
        low=low,
        high=high,
        notes=tuple(_notes(rows)),
    )


def _notes(rows: Iterable[Row]) -> Iterable[str]:
    """What stands in the chart as words: breaks, activities, figures that are not shown."""
    hidden: dict[str, list[str]] = {}
    for row in rows:
        part, text = row["part"], _flat(_text(row, "text"))
        if part == NOTE:
            yield _year_note(text, _text(row, "year"))
        elif part in (BREAK, ACTIVITY):
            yield f"{text} {_text(row, 'year')}."
            yield from (BREAK_NOTE,) if part == BREAK else ()
        elif part == HIDDEN:
            hidden.setdefault(text, []).append(_flat(_text(row, "band")))
        elif part == REFERENCE:
            yield f"{text}."
    for text, names in hidden.items():
        yield f"{text}: {'; '.join(names)}."


def _year_note(text: str, year: str) -> str:
    # A note of several years says which; one of a single year does not.
    return f"{text}." if " to " in text or not year else f"{year}: {text}."


def _ends(rows: tuple[Row, ...]) -> tuple[float, float]:
    ends = [float(str(row["value"])) for row in rows if row["part"] == FRAME]
    return min(ends, default=0.0), max(ends, default=1.0)


def _number(row: Row | None, name: str) -> Value:
    found = row.get(name) if row else None
    return float(found) if isinstance(found, int | float) else None


def _text(row: Row, name: str) -> str:
    found = row.get(name)
    return str(found) if found is not None else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


_MAKERS = {
    "trend": _over_years,
    "gap": _over_years,
    "ratio": _over_years,
    "bands": _bars,
    "strip": _strip,
}
