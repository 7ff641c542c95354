"""Every colour on every ground it lies on, and every two things of a chart, also in grey.

Contrast is that of WCAG 2.2 (success criteria 1.4.3 and 1.4.11), lightness is the L* of CIELAB,
and distances are CIEDE2000 for four kinds of sight; the formulas are in ``test_theme.py``.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from dataclasses import dataclass

import pytest

from tests.charts.test_theme import CONFIG, WIDE_GROUPS, contrast, lab, least_distance
from wres.charts import theme
from wres.charts.theme import BENCHMARK_DASH, GAP_CODE, MARKS, RATIO_CODE, SOLID

SETTINGS = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
PAGES = tuple(
    SETTINGS[scheme][ground]
    for scheme in ("light", "dark")
    for ground in ("backgroundColor", "secondaryBackgroundColor")
)
# Charts are drawn on white whatever the page is, so that their colours are always the same.
CHART = (theme.BACKGROUND,)
INSIDE_A_RANGE = (theme.BACKGROUND, theme.RANGE_SHADE)
WORDS, THINGS = 4.5, 3.0
LEAST_LIGHTNESS = 20.0
LEAST_DISTANCE = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Where a colour lies, and how far it must stand out there; 0 where it carries no meaning."""

    grounds: tuple[str, ...]
    least: float


USES: dict[str, Use] = {
    **dict.fromkeys(("TEXT", "QUIET_TEXT"), Use(grounds=INSIDE_A_RANGE, least=WORDS)),
    # A warning on paper and on a slide is written in it.
    "CONCERN": Use(grounds=CHART, least=WORDS),
    **dict.fromkeys(("RATIO", "PARITY"), Use(grounds=INSIDE_A_RANGE, least=THINGS)),
    **dict.fromkeys(
        ("ALL_STAFF", "ASIAN", "BLACK", "BME", "GAP", "MIXED", "OTHER", "UNKNOWN", "WHITE"),
        Use(grounds=CHART, least=THINGS),
    ),
    **dict.fromkeys(
        ("AXIS", "BENCHMARK_LINE", "BREAK", "MEDIAN", "PEER", "RANGE_EDGE"),
        Use(grounds=CHART, least=THINGS),
    ),
    **dict.fromkeys(("IMPROVEMENT", "NO_CHANGE"), Use(grounds=CHART, least=THINGS)),
    "FOCUS": Use(grounds=PAGES, least=THINGS),
    # The ground, its lines, and a shade that has an edge of its own.
    **dict.fromkeys(("BACKGROUND", "GRID", "RANGE_SHADE"), Use(grounds=CHART, least=0)),
}


def test_every_colour_of_the_theme_has_a_use() -> None:
    """A colour that is added is measured or does not pass."""
    colours = {
        name
        for name, value in vars(theme).items()
        if isinstance(value, str) and re.fullmatch("#[0-9A-F]{6}", value)
    }
    assert colours == set(USES)


@pytest.mark.parametrize("name", USES)
def test_a_colour_stands_out_on_every_ground_it_lies_on(name: str) -> None:
    """Words have 4.5 to 1 and all else that means something 3 to 1, on a dark page too."""
    use = USES[name]
    for ground in use.grounds:
        assert contrast(getattr(theme, name), ground) >= use.least, ground


def test_the_ring_round_the_focus_has_the_colour_that_was_measured() -> None:
    """A style that is served as a file cannot ask the theme."""
    style = (CONFIG.parents[1] / "wres/ui/prose/reachable.css").read_text(encoding="utf-8")
    assert re.findall("#[0-9A-F]{6}", style) == [theme.FOCUS]


def is_read_in_grey(one: str, other: str) -> bool:
    """Whether two things drawn on one chart differ when a printer takes the colour out."""
    first, second = MARKS[one], MARKS[other]
    apart = abs(lab(first.colour, "normal")[0] - lab(second.colour, "normal")[0])
    return apart >= LEAST_LIGHTNESS or (first.shape != second.shape and first.dash != second.dash)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *itertools.combinations(("all", "bme", "white"), 2),
        *itertools.combinations(("bme", "unknown", "white"), 2),
        *itertools.combinations(WIDE_GROUPS, 2),
        ("bme", GAP_CODE),
    ],
)
def test_what_stands_on_one_chart_is_told_apart_in_grey(one: str, other: str) -> None:
    """Light from dark, or by marker and line both."""
    assert is_read_in_grey(one, other)


@pytest.mark.parametrize("code", ["bme", "white", GAP_CODE, RATIO_CODE])
def test_a_benchmark_is_no_series_in_grey(code: str) -> None:
    """Its dashes are nobody else’s, so that its dark line is not taken for a dark group’s."""
    assert BENCHMARK_DASH not in (SOLID, MARKS[code].dash)


def test_the_own_trust_is_told_from_the_others_in_grey_and_in_every_kind_of_sight() -> None:
    """On the strip and the funnel the own mark and the middle are darker than the many."""
    for own in (theme.BME, theme.MEDIAN):
        assert least_distance(own, theme.PEER) >= LEAST_DISTANCE
        assert lab(theme.PEER, "normal")[0] - lab(own, "normal")[0] >= LEAST_LIGHTNESS


def test_a_page_uses_no_light_on_light() -> None:
    """In each scheme the edges of boxes stand out from both grounds they lie on."""
    for scheme in ("light", "dark"):
        page = SETTINGS[scheme]
        for ground in (page["backgroundColor"], page["secondaryBackgroundColor"]):
            assert contrast(page["borderColor"], ground) >= THINGS, (scheme, ground)
