"""Where things go: the top of an axis, labels that must not touch, lines that must be cut."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

# A top of the axis that leaves room for a label and gives round steps.
ROUND_TOPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
LEAST_TOP = 5.0
LINE_HEIGHT = 1.25


def round_top(values: Iterable[float | None], most: float = math.inf) -> float:
    """Return a round number at or above every value, at least 5, never over ``most``."""
    highest = max((value for value in values if value is not None), default=0.0)
    if highest <= LEAST_TOP:
        return LEAST_TOP
    power = 10.0 ** math.floor(math.log10(highest))
    top = next(step * power for step in ROUND_TOPS if step * power >= highest - 1e-9)
    return min(top, most)


def wrapped(text: str, letters: int) -> str:
    """Return the text with line breaks between words, each line about this many letters."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


def row_height(names: Iterable[str], *, text: int, least: int) -> int:
    """Return the pixels every row of a chart needs, so that no wrapped name touches the next."""
    tallest = max((name.count("\n") + 1 for name in names), default=1)
    return max(least, math.ceil((tallest + 0.5) * text * LINE_HEIGHT))


def spread(
    wanted: Sequence[float], room: Sequence[float], *, low: float, high: float
) -> list[float]:
    """Return a place for each label, as near as can be to the place wanted, none touching.

    ``room`` is the height of each label, in the units of ``wanted``. Labels in the way of each
    other move together by the same amount (the pooling of neighbours in isotonic regression).
    """
    # Of two labels at the same height the first given stands on top.
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], -i))
    below = _room_below(order, room)
    places = [0.0] * len(wanted)
    fitted = _never_falling([wanted[i] - below[i] for i in order])
    spare = max(low, high - below[order[-1]]) if order else high
    for i, base in zip(order, fitted, strict=True):
        places[i] = min(max(base, low), spare) + below[i]
    return places


def _room_below(order: Sequence[int], room: Sequence[float]) -> dict[int, float]:
    below: dict[int, float] = {}
    total = 0.0
    for place, i in enumerate(order):
        if place:
            total += (room[order[place - 1]] + room[i]) / 2
        below[i] = total
    return below


def _never_falling(values: Sequence[float]) -> list[float]:
    blocks: list[list[float]] = []
    for value in values:
        blocks.append([value])
        while len(blocks) > 1 and _mean(blocks[-2]) > _mean(blocks[-1]):
            last = blocks.pop()
            blocks[-1].extend(last)
    return [_mean(block) for block in blocks for _ in block]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def line_parts(years: Sequence[int], segments: Sequence[int], shown: Sequence[bool]) -> list[int]:
    """Return which stretch of line each point is on: cut at a break, a missing year or figure."""
    part, parts = 0, []
    for i, year in enumerate(years):
        joined = i > 0 and (
            year == years[i - 1] + 1
            and segments[i] == segments[i - 1]
            and shown[i]
            and shown[i - 1]
        )
        part += 0 if joined else 1
        parts.append(part)
    return parts
