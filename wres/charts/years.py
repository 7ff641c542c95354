"""Rows for charts with years along the bottom: figures, breaks, notes and labels at line ends.

Kinds of chart differ in what they measure, not in how years are laid out, so ``trend``, ``gap``
and ``ratio`` turn their own points into a ``Figure`` and share what is here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from wres.charts.drawing import Row
from wres.charts.layers import ACTIVITY, BENCHMARK, BREAK, END, FRAME, NOTE, POINT
from wres.charts.layout import LINE_HEIGHT, line_parts, spread, wrapped
from wres.charts.theme import MEASURES, Measures, Size

# Lines of a label are set a little apart, in pixels, so that two labels never touch.
LABEL_AIR = 4
BREAK_LETTERS = 20
NOTE_LETTERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakMark:
    """A mark on the edge before a year, and why it stands there, in a few words.

    From a break on, figures cannot be compared with those before; where an activity begins or
    ends (``is_activity``) they can.
    """

    year: int
    text: str
    is_activity: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of one year in display units, with the code that fixes its colour and shape.

    ``decimals`` are its own where it is printed less finely than the axis writes its numbers.
    """

    year: int
    group: str
    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    segment: int = 0
    note: str = ""
    is_benchmark: bool = False
    decimals: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """An upright axis: where it begins and ends, how its numbers are written, log or not."""

    low: float
    high: float
    written: Callable[[float], str]
    is_log: bool = False

    def written_for(self, figure: Figure, value: float) -> str:
        """Return a number of a figure as it is printed: as finely as the figure allows."""
        if figure.decimals is None:
            return self.written(value)
        return f"{value:.{figure.decimals}f}"

    def at(self, value: float) -> float:
        """Return how far up a value is, in units that are even on the page."""
        return math.log(value) if self.is_log else value

    def back(self, place: float) -> float:
        """Return the value drawn at a place given by ``at``."""
        return math.exp(place) if self.is_log else place


def frame_rows(years: Iterable[int], axis: Axis) -> list[Row]:
    """Return unseen rows that give the axis every year and both its ends."""
    known = sorted(set(years))
    if not known:
        return []
    every = range(known[0], known[-1] + 1)
    ends: list[Row] = [
        {"part": FRAME, "year": str(known[0]), "value": axis.low, "place": axis.low},
        {"part": FRAME, "year": str(known[0]), "value": axis.high, "place": axis.high},
    ]
    return ends + [{"part": FRAME, "year": str(year), "value": axis.low} for year in every]


def marked_years(breaks: Iterable[BreakMark]) -> list[int]:
    """Return the years an activity begins or ends before; the axis reaches each of them."""
    return [mark.year for mark in breaks if mark.is_activity]


def by_series(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Return the figures of each line together, earliest first, lines by label."""
    series: dict[tuple[bool, str, str], list[Figure]] = {}
    for figure in figures:
        key = (figure.is_benchmark, figure.label, figure.group)
        series.setdefault(key, []).append(figure)
    return [sorted(series[key], key=lambda figure: figure.year) for key in sorted(series)]


def shifts(figures: Iterable[Figure]) -> dict[str, float]:
    """Return how far aside each group is drawn, from -1 to 1, in order of label."""
    groups = [group for _, group in sorted({(f.label, f.group) for f in figures})]
    names = list(dict.fromkeys(groups))
    if len(names) < 2:
        return dict.fromkeys(names, 0.0)
    return {name: -1 + 2 * i / (len(names) - 1) for i, name in enumerate(names)}


def figure_rows(series: Sequence[Figure], shift: float, axis: Axis) -> list[Row]:
    """Return one row per figure of a line; a figure not shown becomes a note or nothing."""
    parts = line_parts(
        [figure.year for figure in series],
        [figure.segment for figure in series],
        [figure.value is not None for figure in series],
    )
    return [
        _shown_row(figure, f"{figure.label} {part}", shift, axis)
        for figure, part in zip(series, parts, strict=True)
        if figure.value is not None
    ]


def _shown_row(figure: Figure, line: str, shift: float, axis: Axis) -> Row:
    return {
        "part": BENCHMARK if figure.is_benchmark else POINT,
        "group": figure.group,
        "year": str(figure.year),
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "line": line,
        "segment": figure.segment,
        "shift": shift,
        "tip": tip(figure, partial(axis.written_for, figure)),
    }


def tip(figure: Figure, written: Callable[[float], str]) -> str:
    """Return one figure in words: name, year, value and, where known, its interval."""
    said = f"{figure.label}, {figure.year}: {written(figure.value or 0.0)}"
    if figure.low is None or figure.high is None:
        return said
    if math.isinf(figure.high):
        return f"{said} ({written(figure.low)} or more)"
    return f"{said} ({written(figure.low)} to {written(figure.high)})"


def note_rows(figures: Iterable[Figure], axis: Axis) -> list[Row]:
    """Return the words that stand for figures not shown, said once for years in a row."""
    said: dict[int, list[str]] = {}
    for year, note in sorted({(f.year, f.note) for f in figures if f.value is None and f.note}):
        said.setdefault(year, []).append(note)
    runs: list[list[int]] = []
    for year, notes in said.items():
        if runs and year == runs[-1][-1] + 1 and said[runs[-1][-1]] == notes:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [_note_row(run, said[run[0]], axis) for run in runs]


def _note_row(years: Sequence[int], notes: Sequence[str], axis: Axis) -> Row:
    words = [wrapped(note, NOTE_LETTERS) for note in notes]
    if len(years) > 1:
        words.insert(0, f"{years[0]} to {years[-1]}:")
    middle = years[(len(years) - 1) // 2]
    return _text_row(NOTE, middle, "\n".join(words)) | {"value": axis.low}


def break_rows(breaks: Iterable[BreakMark]) -> list[Row]:
    """Return one row per marked edge, with what stands above it on short lines, breaks first."""
    marks = tuple(breaks)
    cut = {mark.year for mark in marks if not mark.is_activity}
    return [
        _text_row(BREAK if year in cut else ACTIVITY, year, text)
        for year, text in _edge_texts(marks).items()
    ]


def _edge_texts(breaks: Iterable[BreakMark]) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for mark in sorted(breaks, key=lambda mark: mark.is_activity):
        found.setdefault(mark.year, []).append(wrapped(mark.text, BREAK_LETTERS))
    return {year: "\n".join(texts) for year, texts in found.items()}


def _text_row(part: str, year: int, text: str) -> dict[str, object]:
    return {"part": part, "year": str(year), "text": text, "lines": line_count(text)}


def end_rows(
    lines: Sequence[Sequence[Figure]], axis: Axis, *, room_px: float, size: Size
) -> list[Row]:
    """Return a label for each line, beside the last year, moved apart where they would touch.

    ``room_px`` is the height of the plot in pixels.
    """
    last_year = max((figure.year for line in lines for figure in line), default=0)
    ends = [
        shown[-1]
        for line in lines
        if (shown := [figure for figure in line if figure.value is not None])
    ]
    texts = [_end_text(figure, last_year, axis, MEASURES[size]) for figure in ends]
    span = axis.at(axis.high) - axis.at(axis.low)
    line_px = MEASURES[size].label * LINE_HEIGHT
    places = spread(
        [axis.at(figure.value or axis.low) for figure in ends],
        [(line_count(text) * line_px + LABEL_AIR) / room_px * span for text in texts],
        low=axis.at(axis.low),
        high=axis.at(axis.high),
    )
    return [
        _text_row(END, last_year, text)
        | {"group": figure.group, "place": axis.back(place), "hollow": figure.is_benchmark}
        for figure, text, place in zip(ends, texts, places, strict=True)
    ]


def _end_text(figure: Figure, last_year: int, axis: Axis, measures: Measures) -> str:
    value = axis.written_for(figure, figure.value or 0.0)
    # A label stands at the right edge; the year is named where the line stops before it.
    when = "" if figure.year == last_year else f" ({figure.year})"
    return wrapped(f"{figure.label} {value}{when}", measures.label_letters)


def line_count(text: str) -> int:
    """Return how many lines a text is drawn on."""
    return text.count("\n") + 1


def space_top(breaks: Iterable[BreakMark], size: Size) -> float:
    """Return the pixels the words above marked edges need above the plot."""
    counts = [line_count(text) for text in _edge_texts(breaks).values()]
    return max(counts, default=0) * MEASURES[size].text * LINE_HEIGHT + 6


def plot_height(height: int, top: float, size: Size) -> float:
    """Return the pixels left for the plot once words above and years below are drawn."""
    return height - top - 3 * MEASURES[size].text
