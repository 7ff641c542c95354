"""Colours can be told apart by everyone, and text can be read: worked out here from the formulas.

Contrast is WCAG 2.2; colour-blind sight is simulated with the matrices of Machado and others
(2009) at full severity; distance is CIEDE2000 (Sharma and others 2005).
"""

from __future__ import annotations

import itertools
import math
import tomllib
from pathlib import Path

import pytest

from wres.charts import theme
from wres.charts.theme import MARKS, MEASURES, Size

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
WIDE_GROUPS = ("asian", "black", "mixed", "other", "white")
Triple = tuple[float, float, float]


def linear(colour: str) -> Triple:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, sight: str) -> Triple:
    seen = [
        min(1.0, max(0.0, sum(m * p for m, p in zip(row, linear(colour), strict=True))))
        for row in SIGHT[sight]
    ]
    to_xyz = (
        (0.4124564, 0.3575761, 0.1804375, 0.95047),
        (0.2126729, 0.7151522, 0.0721750, 1.0),
        (0.0193339, 0.1191920, 0.9503041, 1.08883),
    )
    x, y, z = (
        _cube((a * seen[0] + b * seen[1] + c * seen[2]) / white) for a, b, c, white in to_xyz
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube(t: float) -> float:
    return t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29


def ciede2000(one: Triple, other: Triple) -> float:
    mean_c = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    g = 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    polar = []
    for _, a, b in (one, other):
        c = math.hypot(a * (1 + g), b)
        polar.append((c, math.degrees(math.atan2(b, a * (1 + g))) % 360 if c else 0.0))
    (c1, h1), (c2, h2) = polar
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 540) % 360 - 180
    hue = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    d_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    light, chroma = (one[0] + other[0]) / 2, (c1 + c2) / 2
    t = 1 + sum(
        w * math.cos(math.radians(k * hue + s))
        for w, k, s in ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    )
    part_l = (other[0] - one[0]) / (
        1 + 0.015 * (light - 50) ** 2 / math.hypot((light - 50), 20**0.5)
    )
    part_c = (c2 - c1) / (1 + 0.045 * chroma)
    part_h = d_hue / (1 + 0.015 * chroma * t)
    spin = math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2)))
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(spin)
    return math.sqrt(part_l**2 + part_c**2 + part_h**2 + rotation * part_c * part_h)


def least_distance(one: str, other: str) -> float:
    return min(ciede2000(lab(one, sight), lab(other, sight)) for sight in SIGHT)


def test_the_distance_formula_agrees_with_a_published_pair() -> None:
    """The first and seventeenth pairs of Sharma, Wu and Dalal (2005) give 2.0425 and 27.1492."""
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)


@pytest.mark.parametrize("code", MARKS)
def test_every_group_stands_out_from_the_ground(code: str) -> None:
    """Each group's colour has at least 3 to 1 contrast with the ground of the chart."""
    assert contrast(MARKS[code].colour, theme.BACKGROUND) >= 3


@pytest.mark.parametrize(
    "name", ["BENCHMARK_LINE", "MEDIAN", "PEER", "PARITY", "RANGE_EDGE", "BREAK", "AXIS"]
)
def test_every_line_that_means_something_stands_out(name: str) -> None:
    """Benchmarks, medians, peers, parity and breaks have at least 3 to 1 contrast."""
    assert contrast(getattr(theme, name), theme.BACKGROUND) >= 3


@pytest.mark.parametrize("name", ["TEXT", "QUIET_TEXT"])
def test_text_can_be_read(name: str) -> None:
    """Words have at least 4.5 to 1 contrast, on the ground and on the shaded range."""
    for ground in (theme.BACKGROUND, theme.RANGE_SHADE):
        assert contrast(getattr(theme, name), ground) >= 4.5


def test_the_ratio_stands_out_from_the_shaded_range() -> None:
    """A relative likelihood inside the four-fifths range is as plain to see as outside it."""
    assert contrast(theme.RATIO, theme.RANGE_SHADE) >= 3


def test_bme_and_white_are_told_apart_in_every_kind_of_sight_and_in_grey() -> None:
    """BME and White are far apart for all four kinds of sight, and in lightness."""
    assert least_distance(theme.BME, theme.WHITE) > 50
    assert contrast(theme.BME, theme.WHITE) > 3


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(WIDE_GROUPS, 2)))
def test_the_wide_groups_are_told_apart(one: str, other: str) -> None:
    """Any two wide ethnic groups are at least 20 apart in all four kinds of sight."""
    assert least_distance(MARKS[one].colour, MARKS[other].colour) >= 20


@pytest.mark.parametrize("group", ["BME", "WHITE"])
def test_the_gap_is_told_apart_from_both_groups(group: str) -> None:
    """The gap's colour is at least 20 from the colours of the groups it stands beside."""
    assert least_distance(theme.GAP, getattr(theme, group)) >= 20


def test_concern_and_improvement_are_told_apart() -> None:
    """Concern, improvement and no change are at least 20 apart in all four kinds of sight."""
    for one, other in itertools.combinations(
        (theme.CONCERN, theme.IMPROVEMENT, theme.NO_CHANGE), 2
    ):
        assert least_distance(one, other) >= 20


def test_no_two_groups_on_one_chart_share_a_shape() -> None:
    """Colour is never the only difference: BME and White, and the wide groups, differ in shape."""
    for together in (("bme", "white", "gap"), WIDE_GROUPS):
        assert len({MARKS[code].shape for code in together}) == len(together)


def test_bme_and_white_lines_differ_without_colour() -> None:
    """One of the two lines is solid and the other is dashed."""
    assert MARKS["bme"].dash != MARKS["white"].dash


def test_text_is_large_enough_for_screen_and_room() -> None:
    """No text is under 12 pixels on a screen, or under 28 across a room."""
    for size, least in ((Size.SCREEN, 12), (Size.PRESENTATION, 28)):
        assert min(MEASURES[size].text, MEASURES[size].label) >= least


def test_the_page_theme_uses_the_same_two_colours_first() -> None:
    """The settings file begins its light chart colours with those of BME and White."""
    light = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]["light"]
    assert light["chartCategoricalColors"][:2] == [theme.BME, theme.WHITE]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_page_theme_can_be_read(mode: str) -> None:
    """Page text has 7 to 1 contrast; links 4.5; charts and edges 3; white on buttons 4.5."""
    page = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][mode]
    for ground in (page["backgroundColor"], page["secondaryBackgroundColor"]):
        assert contrast(page["textColor"], ground) >= 7
        assert contrast(page["linkColor"], ground) >= 4.5
    for colour in (*page["chartCategoricalColors"], page["borderColor"], page["primaryColor"]):
        assert contrast(colour, page["backgroundColor"]) >= 3
    assert contrast("#FFFFFF", page["primaryColor"]) >= 4.5


def test_nothing_phones_home_and_nothing_is_told_to_strangers() -> None:
    """The settings keep statistics off, errors short and the address on this machine."""
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["client"]["showErrorDetails"] == "none"
