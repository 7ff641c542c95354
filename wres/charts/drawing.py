"""A chart as a value: a plain Vega-Lite description without data, and the few rows it draws.

The description is made with Altair once per kind of chart and kept, because making one takes
longer than everything else a page does. Only the rows change from click to click.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, wraps
from hashlib import sha256
from threading import Lock
from typing import Any, ParamSpec, cast

from wres.charts import theme
from wres.charts.theme import Size

Row = Mapping[str, object]
Asked = ParamSpec("Asked")
EDGE = 8
_SHARED = frozenset(("axis", "scale", "legend"))
# More than there are kinds of chart in the heights and sizes they are drawn at.
DESCRIPTIONS_KEPT = 200
# Held by whoever makes a description: whether Altair checks its parts holds for all at once.
_making = Lock()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart ready to be shown.

    ``spec`` is Vega-Lite without data and is shared between drawings: copy it before changing
    it. ``rows`` are plain values in display units (per cent, points, ratios). ``name`` says
    which kind of chart it is; ``height`` is in pixels; ``size`` is where it will be looked at.
    """

    spec: Mapping[str, object]
    rows: tuple[Row, ...]
    name: str
    height: int
    size: Size = Size.SCREEN

    @property
    def content(self) -> tuple[object, ...]:
        """What is drawn, to tell it from any other: the names of the columns stand there once."""
        values = [tuple(row.values()) for row in self.rows]
        return _hash_of(_Same(self.spec)), tuple(*self.rows[:1]), values


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A description that is known by which one it is: to read it takes longer than a chart."""

    spec: Mapping[str, object]

    def __hash__(self) -> int:
        return id(self.spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.spec is other.spec


@lru_cache(maxsize=DESCRIPTIONS_KEPT)
def _hash_of(same: _Same) -> str:
    return sha256(repr(same.spec).encode()).hexdigest()


@lru_cache(maxsize=DESCRIPTIONS_KEPT)
def _of_height(same: _Same, height: int) -> Mapping[str, object]:
    return {**same.spec, "height": height}


def with_data(drawing: Drawing) -> dict[str, Any]:
    """Return a whole Vega-Lite description with the rows in it, free to change."""
    spec = copy.deepcopy(dict(drawing.spec))
    spec["data"] = {"values": [dict(row) for row in drawing.rows]}
    return spec


def described(make: Callable[Asked, dict[str, Any]]) -> Callable[Asked, dict[str, Any]]:
    """Return what makes a description once for each way it is asked for, and keeps it.

    Altair would check each part as it is made, which takes as long again. What is described here
    is our own, and the tests have every part of each kind of chart checked.
    """

    @wraps(make)
    def unchecked(*args: Asked.args, **named: Asked.kwargs) -> dict[str, Any]:
        from altair.utils.schemapi import debug_mode

        with _making, debug_mode(False):
            return make(*args, **named)

    kept = lru_cache(maxsize=DESCRIPTIONS_KEPT)(unchecked)
    return cast("Callable[Asked, dict[str, Any]]", kept)


def bare_spec(chart: Any, size: Size) -> dict[str, Any]:
    """Return an Altair chart as plain Vega-Lite without data, in the look of the house."""
    spec: dict[str, Any] = chart.to_dict(validate=False)
    spec.pop("datasets", None)
    layers = spec.get("layer", ())
    for part in (spec, *layers):
        # Altair names an empty data set on every layer; it would hide the rows given later.
        part.pop("data", None)
    _say_once(layers)
    spec["config"] = theme.config(size)
    spec["background"] = theme.BACKGROUND
    spec["autosize"] = {"type": "fit", "contains": "padding"}
    spec["width"] = "container"
    # One number would do for Vega-Lite, but the page adds a bottom edge to an object.
    spec["padding"] = dict.fromkeys(("left", "right", "top", "bottom"), EDGE)
    return spec


def _say_once(layers: Iterable[Mapping[str, Any]]) -> None:
    """Leave out what an earlier layer says in the same words of an axis, a scale or a legend.

    Layers share these, so it is drawn alike; it is half of what a browser is sent of a chart.
    """
    said: list[tuple[str, str, object]] = []
    channels = (channel for layer in layers for channel in layer["encoding"].items())
    for name, channel in channels:
        for part in _SHARED & channel.keys():
            saying = (name, part, channel[part])
            if saying in said:
                del channel[part]
            else:
                said.append(saying)


def drawing_of(
    spec: Mapping[str, object],
    rows: Iterable[Row],
    *,
    name: str,
    height: int,
    size: Size,
) -> Drawing:
    """Return the drawing of these rows, with every row holding the same columns.

    What a row says of its ``group`` becomes the code that it is drawn under.
    """
    kept = tuple(map(_under_its_mark, rows))
    columns = tuple(dict.fromkeys(column for row in kept for column in row))
    nothing = dict.fromkeys(columns)
    full = tuple({**nothing, **row} for row in kept)
    return Drawing(_of_height(_Same(spec), height), full, name, height, size)


def _under_its_mark(row: Row) -> Row:
    group = row.get("group")
    return {**row, "group": theme.mark_code(group)} if isinstance(group, str) else row
