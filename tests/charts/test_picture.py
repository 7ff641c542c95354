"""A picture carries its own words, whole, and is the same each time."""

from __future__ import annotations

import re
import struct
from xml.etree import ElementTree

from wres.charts import Caption, Drawing, Size, TrendPoint, png, svg, trend
from wres.charts.picture import MARGIN, WIDTHS, text_width
from wres.terms import EthnicGroup

HEADLINE = (
    "BME staff at Manchester University NHS Foundation Trust say they met discrimination "
    "more often than White staff: 16.1% against 6.6%"
)
CAPTION = Caption(
    headline=HEADLINE,
    subtitle="Indicator 8, per cent of staff, survey 2024.",
    source="Source: NHS Staff Survey, results by trust & group.",
    note="2,310 BME and 5,120 White staff answered.",
    made_on="Made on 3 March 2026.",
)


def a_drawing(size: Size = Size.SCREEN) -> Drawing:
    point = TrendPoint(year=2024, group=EthnicGroup.BME, label="BME", percent=16.1)
    return trend((point,), size=size)


def words_of(picture: str) -> str:
    return " ".join(ElementTree.fromstring(picture).itertext())


def test_every_word_of_the_caption_is_in_the_picture() -> None:
    """Headline, subtitle, source, number of people and date are all burnt in."""
    said = " ".join(words_of(svg(a_drawing(), CAPTION)).split())
    for words in (CAPTION.subtitle, CAPTION.source, CAPTION.note, CAPTION.made_on):
        assert words in said
    assert HEADLINE in said


def test_no_line_is_wider_than_the_picture() -> None:
    """A long headline is broken into lines that fit, and so is a word without end."""
    for headline in (HEADLINE, "W" * 200):
        caption = Caption(headline=headline, subtitle="", source="")
        for size in Size:
            picture = svg(a_drawing(size), caption)
            lines = re.findall(r'font-size="(\d+)" font-weight="bold"[^>]*>([^<]+)<', picture)
            assert lines
            room = WIDTHS[size] - 2 * MARGIN
            assert all(text_width(text, int(px), is_bold=True) <= room for px, text in lines)


def test_signs_that_mean_something_in_xml_are_drawn_as_written() -> None:
    """A headline with <, & and quotation marks is words, not markup."""
    caption = Caption(headline='<script>"A & B"</script>', subtitle="", source="")
    picture = svg(a_drawing(), caption)
    assert "<script>" not in picture
    assert '<script>"A & B"</script>' in words_of(picture)


def test_a_picture_is_sharp_and_wide_enough() -> None:
    """PNG pictures are 1800 pixels wide from a screen and 1920 for a room."""
    for size, width in ((Size.SCREEN, 1800), (Size.PRESENTATION, 1920)):
        picture = png(a_drawing(size), CAPTION)
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">I", picture[16:20])[0] == width


def test_the_same_drawing_gives_the_same_picture() -> None:
    """Two pictures of one drawing are equal."""
    assert svg(a_drawing(), CAPTION) == svg(a_drawing(), CAPTION)
