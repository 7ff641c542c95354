"""Colours by the job they do, and the shape and line that go with each. No other file names one.

Colour never stands alone: a group is the same colour, the same marker and the same line on
every chart, and is named beside its line. BME and White keep apart for people who cannot tell
red from green or blue from yellow, and in grey print; so do the wide ethnic groups. The same
colours are set once more in ``.streamlit/config.toml``, because a theme cannot be set from code.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wres.terms import DETAILED_GROUPS, EthnicGroup

BACKGROUND = "#FFFFFF"
TEXT = "#1A1A1A"
QUIET_TEXT = "#4D4D4D"
AXIS = "#767676"
GRID = "#E0E0E0"

BME = "#12436D"
WHITE = "#F46A25"
ASIAN = "#5840D8"
BLACK = "#50A098"
MIXED = "#882020"
OTHER = "#181040"
ALL_STAFF = "#595959"
UNKNOWN = "#767676"

GAP = "#28A197"
RATIO = "#4C2C92"
BENCHMARK_LINE = "#3D3D3D"
MEDIAN = "#3D3D3D"
PEER = "#8C8C8C"
PARITY = "#3D3D3D"
RANGE_SHADE = "#ECECEC"
RANGE_EDGE = "#767676"
BREAK = "#4D4D4D"

# The ring round what has the focus, on a light and on a dark page.
FOCUS = "#2B7BC8"

CONCERN = "#801650"
IMPROVEMENT = "#1D70B8"
NO_CHANGE = "#8C8C8C"

# Arial and Liberation Sans have the same letter widths, so pictures made on a server without
# Arial break their lines in the same places.
FONT = "Source Sans, Arial, Liberation Sans, Helvetica, sans-serif"
PICTURE_FONT = "Arial, Liberation Sans, Helvetica, sans-serif"

SOLID: tuple[int, ...] = ()
LEAST_TEXT_PX = 12
LEAST_PRESENTATION_TEXT_PX = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one thing is told apart: a colour, a marker shape and a line's dashes in pixels."""

    colour: str
    shape: str
    dash: tuple[int, ...] = SOLID


# Sorted by code, so that no group comes first by habit. "gap" is BME minus White, in points.
GAP_CODE = "gap"
RATIO_CODE = "ratio"
SINGLE_CODE = "single"
MARKS: dict[str, Mark] = {
    EthnicGroup.ALL.value: Mark(colour=ALL_STAFF, shape="stroke", dash=(1, 2)),
    EthnicGroup.ASIAN.value: Mark(colour=ASIAN, shape="triangle-up"),
    EthnicGroup.BLACK.value: Mark(colour=BLACK, shape="diamond", dash=(8, 2)),
    EthnicGroup.BME.value: Mark(colour=BME, shape="circle"),
    GAP_CODE: Mark(colour=GAP, shape="diamond"),
    EthnicGroup.MIXED.value: Mark(colour=MIXED, shape="cross", dash=(4, 2)),
    EthnicGroup.OTHER.value: Mark(colour=OTHER, shape="triangle-down", dash=(2, 2)),
    RATIO_CODE: Mark(colour=RATIO, shape="circle"),
    EthnicGroup.UNKNOWN.value: Mark(colour=UNKNOWN, shape="triangle-right", dash=(1, 3)),
    EthnicGroup.WHITE.value: Mark(colour=WHITE, shape="square", dash=(8, 4)),
}
# A single background is drawn alone beside White, in the place BME has otherwise. One code does
# for all nineteen, as every chart is sent the look of every code.
MARKS[SINGLE_CODE] = MARKS[EthnicGroup.BME.value]
_SINGLE = frozenset(group.value for group in DETAILED_GROUPS)
BENCHMARK_DASH = (3, 3)
BREAK_DASH = (2, 4)


def mark_code(code: str) -> str:
    """Return the code that a group, a gap or a ratio is drawn under: a key of ``MARKS``."""
    return SINGLE_CODE if code in _SINGLE else code


class Size(Enum):
    """Where a chart is looked at: on a person's own screen, or across a room."""

    SCREEN = "screen"
    PRESENTATION = "presentation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Sizes in pixels (marker areas in square pixels) for one place of looking."""

    text: int
    label: int
    marker: int
    line: float
    thin: float
    shift: int
    height: int
    row: int
    label_letters: int


MEASURES: dict[Size, Measures] = {
    Size.SCREEN: Measures(
        text=13,
        label=14,
        marker=80,
        line=2.5,
        thin=1.5,
        shift=6,
        height=320,
        row=40,
        label_letters=16,
    ),
    # For a picture shown at 1920 x 1080 without scaling.
    Size.PRESENTATION: Measures(
        text=28,
        label=30,
        marker=360,
        line=6,
        thin=3,
        shift=13,
        height=760,
        row=84,
        label_letters=26,
    ),
}


def config(size: Size) -> dict[str, object]:
    """Return the Vega-Lite settings every chart shares: white ground, readable text, no motion."""
    text = MEASURES[size].text
    return {
        "font": FONT,
        "background": BACKGROUND,
        "view": {"stroke": None, "fill": BACKGROUND},
        # The whole chart has one text alternative; marks named one by one would be an image
        # without words each.
        "aria": False,
        "mark": {"aria": False},
        "axis": {
            "labelColor": TEXT,
            "labelFontSize": text,
            "titleColor": TEXT,
            "titleFontSize": text,
            "titleFontWeight": "normal",
            "gridColor": GRID,
            "domainColor": AXIS,
            "tickColor": AXIS,
            "labelPadding": 6,
        },
        "legend": {"labelColor": TEXT, "labelFontSize": text, "labelLimit": 0},
        "text": {"color": TEXT, "fontSize": text, "lineBreak": "\n"},
    }
