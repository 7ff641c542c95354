"""A drawing as a picture to keep: headline, subtitle, source, number of people and date burnt in.

The chart is drawn first; the words are set around it as lines of our own, because the drawing
library does not break long lines, and a headline cut off says something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

from wres.charts import theme
from wres.charts.drawing import Drawing, with_data
from wres.charts.theme import Size

# A picture for a room fills a screen of 1920 x 1080; its words grow with it.
WIDTHS = {Size.SCREEN: 900, Size.PRESENTATION: 1920}
GROWTH = {Size.SCREEN: 1.0, Size.PRESENTATION: 2.16}
MARGIN = 24
PNG_SCALES = {Size.SCREEN: 2, Size.PRESENTATION: 1}
HEADLINE_PX, SUBTITLE_PX, FOOT_PX = 24, 16, 13
AIR = 6
# What a chat shows of a link: pixels across and down.
PREVIEW = (1200, 630)
# The steps of a few sessions, at some 40 kB each.
DRAWINGS_KEPT = 100
LINE_STEP = 1.3
# Letter widths of Arial as a share of its size, rounded up, for breaking lines.
NARROW, WIDE = set("iljtfrI.,:;'|!()[] -"), set("mwMW%@—…")
NARROW_EM, PLAIN_EM, CAPITAL_EM, WIDE_EM, BOLD_EM = 0.34, 0.57, 0.73, 0.97, 1.07
FAR_LETTER = 0x2E80


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words burnt into a picture: what it shows, of whom, from where, and when it was made.

    ``note`` holds what a reader must know to judge it, such as how many people answered.
    """

    headline: str
    subtitle: str
    source: str
    note: str = ""
    made_on: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: int
    is_bold: bool
    colour: str


def svg(drawing: Drawing, caption: Caption, *, alt: str = "") -> str:
    """Return the drawing as an SVG picture with its words burnt in, 900 or 1920 pixels wide.

    ``alt`` is read out to those who do not see it.
    """
    width, height, drawn = _whole(drawing, caption)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" role="img">',
            f"<title>{escape(caption.headline)}</title>",
            *((f"<desc>{escape(alt)}</desc>",) if alt else ()),
            *drawn,
            "</svg>",
        ]
    )


def preview_png(drawing: Drawing | None, caption: Caption) -> bytes:
    """Return a PNG picture of 1200 by 630 pixels, as chats show a link, with its words burnt in.

    The whole picture is set inside, so that no chat cuts a headline off. Without a drawing it is
    words alone.
    """
    import vl_convert

    width, height, drawn = _whole(drawing, caption)
    across, down = PREVIEW
    framed = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}">'
        f'<rect width="{across}" height="{down}" fill="{theme.BACKGROUND}"/>'
        f'<svg width="{across}" height="{down}" viewBox="0 0 {width} {height}">'
        f"{''.join(drawn)}</svg></svg>"
    )
    picture: bytes = vl_convert.svg_to_png(framed, scale=1)
    return picture


def _whole(drawing: Drawing | None, caption: Caption) -> tuple[int, int, list[str]]:
    """The width and height in pixels, and the parts of a picture without its frame."""
    size = drawing.size if drawing else Size.SCREEN
    width, growth = WIDTHS[size], GROWTH[size]
    above, below = _above(caption, width, growth), _below(caption, width, growth)
    chart, chart_height = _chart(drawing, width) if drawing else ("", 0.0)
    head = MARGIN + _height(above) + AIR
    foot = head + chart_height + AIR
    height = round(foot + _height(below) + MARGIN)
    return (
        width,
        height,
        [
            f'<rect width="{width}" height="{height}" fill="{theme.BACKGROUND}"/>',
            *_drawn(above, MARGIN),
            f'<g transform="translate({MARGIN},{head:.0f})">{chart}</g>',
            *_drawn(below, foot),
        ],
    )


def png(drawing: Drawing, caption: Caption) -> bytes:
    """Return the drawing as a PNG picture, 1800 or 1920 pixels wide, with its words burnt in."""
    import vl_convert

    scale = PNG_SCALES[drawing.size]
    picture: bytes = vl_convert.svg_to_png(svg(drawing, caption), scale=scale)
    return picture


def bare_svg(drawing: Drawing, *, width: int, height: int) -> str:
    """Return the chart alone as an SVG picture of this size in pixels, without words around it.

    For a screen that has the words as text of its own. Drawn once and kept: each takes a tenth
    of a second.
    """
    return _drawn_once(_described(drawing, width=width, height=height))


def bare_png(drawing: Drawing, *, width: int) -> bytes:
    """Return the chart alone as a PNG picture, at twice this width in pixels."""
    import vl_convert

    drawn = bare_svg(drawing, width=width, height=drawing.height)
    picture: bytes = vl_convert.svg_to_png(drawn, scale=2)
    return picture


@lru_cache(maxsize=DRAWINGS_KEPT)
def _drawn_once(spec: str) -> str:
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec)
    return drawn


def _chart(drawing: Drawing, width: int) -> tuple[str, float]:
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(_described(drawing, width=width - 2 * MARGIN))
    size = re.search(r'height="([0-9.]+)"', drawn)
    return drawn, float(size.group(1)) if size else float(drawing.height)


def _described(drawing: Drawing, **sizes: int) -> str:
    spec: dict[str, Any] = with_data(drawing) | sizes
    spec["config"] = {**spec["config"], "font": theme.PICTURE_FONT}
    return json.dumps(spec)


def _above(caption: Caption, width: int, growth: float) -> list[_Line]:
    head, under = round(HEADLINE_PX * growth), round(SUBTITLE_PX * growth)
    return [
        *_lines(caption.headline, head, width, is_bold=True, colour=theme.TEXT),
        *_lines(caption.subtitle, under, width, is_bold=False, colour=theme.TEXT),
    ]


def _below(caption: Caption, width: int, growth: float) -> list[_Line]:
    size = round(FOOT_PX * growth)
    return [
        line
        for words in (caption.note, caption.source, caption.made_on)
        for line in _lines(words, size, width, is_bold=False, colour=theme.QUIET_TEXT)
    ]


def _lines(text: str, size: int, width: int, *, is_bold: bool, colour: str) -> list[_Line]:
    room = width - 2 * MARGIN
    broken: list[str] = []
    for word in _words(text, size, room, is_bold=is_bold):
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and text_width(longer, size, is_bold=is_bold) <= room:
            broken[-1] = longer
        else:
            broken.append(word)
    return [_Line(line, size, is_bold, colour) for line in broken]


def _words(text: str, size: int, room: float, *, is_bold: bool) -> Iterable[str]:
    """Return the words, one too long for a whole line cut into pieces."""
    for word in text.split():
        piece = ""
        for letter in word:
            if text_width(piece + letter, size, is_bold=is_bold) > room:
                yield piece
                piece = ""
            piece += letter
        yield piece


def text_width(text: str, size: int, *, is_bold: bool = False) -> float:
    """Return about how wide a line of text is drawn, in pixels, never too narrow for Arial."""
    return sum(map(_letter_em, text)) * size * (BOLD_EM if is_bold else 1.0)


def _letter_em(letter: str) -> float:
    if letter in NARROW:
        return NARROW_EM
    if letter in WIDE or ord(letter) >= FAR_LETTER:
        return WIDE_EM
    return CAPITAL_EM if letter.isupper() else PLAIN_EM


def _height(lines: Iterable[_Line]) -> float:
    return sum(line.size * LINE_STEP for line in lines)


def _drawn(lines: Iterable[_Line], top: float) -> list[str]:
    drawn = []
    for line in lines:
        top += line.size * LINE_STEP
        weight = "bold" if line.is_bold else "normal"
        drawn.append(
            f'<text x="{MARGIN}" y="{top - line.size * 0.3:.1f}" font-size="{line.size}" '
            f'font-weight="{weight}" font-family="{theme.PICTURE_FONT}" '
            f'fill="{line.colour}">{escape(line.text)}</text>'
        )
    return drawn
