"""The parts of a slide in PowerPoint: title, lines, footer, number and notes, in British English.

Text is put in as text: nothing in it becomes a link, a field or a formula.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from wres.charts import theme
from wres.reports import deck_moulds
from wres.text import one_line

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide as DeckSlide

LANGUAGE = "en-GB"
FONT = "Arial"
# Inches of a wide screen, 16 to 9.
WIDTH, HEIGHT, EDGE = 13.333, 7.5, 0.6
ROOM = WIDTH - 2 * EDGE
TITLE_TOP, TITLE_HEIGHT = 0.75, 1.15
BODY_TOP, BODY_HEIGHT = 2.05, 4.2
BELOW_TOP, BELOW_HEIGHT = 6.15, 0.75
FOOT_TOP, FOOT_HEIGHT = 6.95, 0.35
# Points of a title and of a line, by the most letters they may have at that size.
TITLE_SIZES = ((70, 30), (140, 25), (240, 20), (10_000, 16))
LINE_SIZES = ((350, 22), (700, 18), (1_400, 15), (100_000, 12))
ABOUT_PT, ABOVE_PT, SMALL_PT, SPACE_PT = 14, 16, 12, 6
_TITLE_AND_TEXT, _TITLE_ONLY = 1, 5


def new_deck(title: str) -> Presentation:
    """Return an empty wide deck in the look of the house, with the two layouts it needs."""
    deck = deck_moulds.new_deck(_moulds().empty)
    properties = deck.core_properties
    properties.title, properties.author = one_line(title), "WRES Explorer"
    properties.language, properties.last_modified_by = LANGUAGE, "WRES Explorer"
    return deck


@lru_cache(maxsize=1)
def _moulds() -> deck_moulds.Moulds:
    """The library's own empty deck in the look of the house, and what its slides are made of."""
    import pptx
    from pptx.enum.text import MSO_ANCHOR
    from pptx.text.text import TextFrame
    from pptx.util import Inches

    deck = pptx.Presentation()
    growth = WIDTH / (deck.slide_width / Inches(1))
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    kept = [deck.slide_layouts[i] for i in (_TITLE_AND_TEXT, _TITLE_ONLY)]
    for layout in list(deck.slide_layouts):
        if layout not in kept:
            deck.slide_layouts.remove(layout)
    for page in (deck.slide_master, *kept):
        for shape in page.placeholders:
            _placed(shape, growth)
            _in_english(shape._element)
    found = deck_moulds.moulds_of(deck)
    for slide in found.slides:
        frame = TextFrame(deck_moulds.shapes(slide)[0].txBody, None)
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    return found


def _placed(shape: Any, growth: float) -> None:
    """Put a placeholder of a master or layout where the house wants it."""
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND
    from pptx.util import Inches

    kind = shape.placeholder_format.type
    if kind in (KIND.TITLE, KIND.CENTER_TITLE):
        place = (EDGE, TITLE_TOP, ROOM, TITLE_HEIGHT)
    elif kind in (KIND.BODY, KIND.OBJECT):
        place = (EDGE, BODY_TOP, ROOM, BODY_HEIGHT)
    elif kind is KIND.FOOTER:
        place = (EDGE, FOOT_TOP, 10.0, FOOT_HEIGHT)
    elif kind is KIND.SLIDE_NUMBER:
        place = (WIDTH - EDGE - 1.5, FOOT_TOP, 1.5, FOOT_HEIGHT)
    else:
        shape.left, shape.width = (round(one * growth) for one in (shape.left, shape.width))
        return
    shape.left, shape.top, shape.width, shape.height = (Inches(one) for one in place)


def new_slide(deck: Presentation, title: str, *, has_text: bool) -> DeckSlide:
    """Return a new slide with its title, with a placeholder for lines or without."""
    slide = deck_moulds.new_slide(deck, _moulds(), 0 if has_text else 1)
    said = one_line(title)
    style = _Style(size=_size(said, TITLE_SIZES), bold=True, is_left=True)
    _fill(deck_moulds.shapes(slide.element)[0].txBody, (said,), style)
    return slide


def about(slide: DeckSlide, text: str) -> None:
    """Return nothing; say above the title which step it is, and whose figures of which year."""
    style = _Style(size=ABOUT_PT, colour=theme.QUIET_TEXT)
    _box(slide, (EDGE, 0.35, ROOM, 0.4), (text,), style=style)


def lines(slide: DeckSlide, texts: tuple[str, ...], *, top: float = BODY_TOP) -> None:
    """Return nothing; write lines into the body of a slide, none leaves no empty box.

    ``top`` is in inches; the body ends where small lines begin.
    """
    from pptx.util import Inches

    if not texts:
        body = deck_moulds.shapes(slide.element)[1]
        body.getparent().remove(body)
        return
    if top != BODY_TOP:
        place, body = (EDGE, top, ROOM, FOOT_TOP - top), slide.placeholders[1]
        body.left, body.top, body.width, body.height = (Inches(one) for one in place)
    style = _Style(size=_size("".join(texts), LINE_SIZES), space=SPACE_PT)
    _fill(deck_moulds.shapes(slide.element)[1].txBody, texts, style)


def above_chart(slide: DeckSlide, texts: tuple[str, ...]) -> None:
    """Return nothing; write a line between the title and the chart, if there is one."""
    if texts:
        place = (EDGE, BODY_TOP - 0.25, ROOM, 0.4)
        _box(slide, place, (" ".join(texts),), style=_Style(size=ABOVE_PT))


def below(slide: DeckSlide, texts: tuple[str, ...]) -> None:
    """Return nothing; write small lines below the chart: how many answered, the source."""
    told = tuple(text for text in texts if text)
    if told:
        place = (EDGE, BELOW_TOP, ROOM, BELOW_HEIGHT)
        _box(slide, place, told, style=_Style(size=SMALL_PT, colour=theme.QUIET_TEXT))


def foot(slide: DeckSlide, text: str) -> None:
    """Return nothing; give a slide its number, and its footer where there is one."""
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    moulds = _moulds()
    if text:
        footer = copy.deepcopy(moulds.below[KIND.FOOTER])
        style = _Style(size=ABOUT_PT, bold=True, colour=theme.CONCERN, is_left=True)
        _fill(footer.txBody, (text,), style)
        deck_moulds.stand(footer, slide, "Footer Placeholder")
    number = copy.deepcopy(moulds.below[KIND.SLIDE_NUMBER])
    deck_moulds.stand(number, slide, "Slide Number Placeholder")


def notes(slide: DeckSlide, texts: tuple[str, ...]) -> None:
    """Return nothing; write the speaker's notes, a paragraph a text."""
    told = tuple(text for text in texts if text)
    _fill(deck_moulds.new_notes(slide, _moulds()), told, _Style(size=SMALL_PT))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """How a paragraph looks: the size of its letters and the space after it in points."""

    size: int
    bold: bool = False
    colour: str = theme.TEXT
    is_left: bool = False
    space: int = 0


def _box(
    slide: DeckSlide, place: tuple[float, ...], texts: tuple[str, ...], *, style: _Style
) -> None:
    box = copy.deepcopy(_empty_box(place))
    _fill(box.txBody, texts, style)
    deck_moulds.stand(box, slide, "TextBox")


@lru_cache(maxsize=16)
def _empty_box(place: tuple[float, ...]) -> Any:
    from pptx.oxml.shapes.autoshape import CT_Shape
    from pptx.text.text import TextFrame
    from pptx.util import Inches

    box = CT_Shape.new_textbox_sp(0, "", *(Inches(one) for one in place))
    TextFrame(box.txBody, None).word_wrap = True
    return box


def _fill(body: Any, texts: tuple[str, ...], style: _Style) -> None:
    """Write a paragraph a text in place of the empty one; without a text that stays."""
    for old in body.p_lst if texts else ():
        body.remove(old)
    for text in texts:
        paragraph = copy.deepcopy(_empty_paragraph(style))
        paragraph.r_lst[0].text = one_line(text)
        body.append(paragraph)


@lru_cache(maxsize=64)
def _empty_paragraph(style: _Style) -> Any:
    from pptx.dml.color import RGBColor
    from pptx.enum.lang import MSO_LANGUAGE_ID
    from pptx.enum.text import PP_ALIGN
    from pptx.oxml.xmlchemy import OxmlElement
    from pptx.text.text import _Paragraph
    from pptx.util import Pt

    paragraph = _Paragraph(OxmlElement("a:p"), None)
    font = paragraph.add_run().font
    font.size, font.bold, font.name = Pt(style.size), style.bold, FONT
    font.color.rgb = RGBColor.from_string(style.colour.removeprefix("#"))
    font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
    if style.is_left:
        paragraph.alignment = PP_ALIGN.LEFT
    if style.space:
        paragraph.space_after = Pt(style.space)
    return paragraph._p


def _size(text: str, sizes: tuple[tuple[int, int], ...]) -> int:
    return next(size for most, size in sizes if len(text) <= most)


def _in_english(element: Any) -> None:
    for found in element.iter():
        if "lang" in found.attrib:
            found.set("lang", LANGUAGE)
