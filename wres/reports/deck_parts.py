"""The parts of a slide in PowerPoint: title, lines, footer, number and notes, in British English.

Text is put in as text: nothing in it becomes a link, a field or a formula.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from wres.charts import theme
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
ABOUT_PT, SMALL_PT, SPACE_PT = 14, 12, 6
_TITLE_AND_TEXT, _TITLE_ONLY = 1, 5
_DATE, _FOOTER, _NUMBER = "dt", "ftr", "sldNum"
_TYPES = {_DATE: "DATE", _FOOTER: "FOOTER", _NUMBER: "SLIDE_NUMBER"}


def new_deck(title: str) -> Presentation:
    """Return an empty wide deck in the look of the house, with the two layouts it needs."""
    # A quarter of a second to import, and only whoever makes a deck needs it.
    import pptx
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
    properties = deck.core_properties
    properties.title, properties.author = one_line(title), "WRES Explorer"
    properties.language, properties.last_modified_by = LANGUAGE, "WRES Explorer"
    return deck


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
    from pptx.enum.text import MSO_ANCHOR

    slide = deck.slides.add_slide(deck.slide_layouts[0 if has_text else 1])
    frame = slide.shapes.title.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    said = one_line(title)
    _write(frame.paragraphs[0], said, size=_size(said, TITLE_SIZES), bold=True)
    _left(frame.paragraphs[0])
    return slide


def about(slide: DeckSlide, text: str) -> None:
    """Return nothing; say above the title which step it is, and whose figures of which year."""
    _box(slide, (EDGE, 0.35, ROOM, 0.4), (text,), size=ABOUT_PT, colour=theme.QUIET_TEXT)


def lines(slide: DeckSlide, texts: tuple[str, ...], *, top: float = BODY_TOP) -> None:
    """Return nothing; write lines into the body of a slide, none leaves no empty box.

    ``top`` is in inches; the body ends where small lines begin.
    """
    from pptx.util import Inches, Pt

    body = slide.placeholders[1]
    if not texts:
        body._element.getparent().remove(body._element)
        return
    if top != BODY_TOP:
        place = (EDGE, top, ROOM, FOOT_TOP - top)
        body.left, body.top, body.width, body.height = (Inches(one) for one in place)
    size = _size("".join(texts), LINE_SIZES)
    _fill(body.text_frame, texts, size=size)
    for paragraph in body.text_frame.paragraphs:
        paragraph.space_after = Pt(SPACE_PT)


def above_chart(slide: DeckSlide, texts: tuple[str, ...]) -> None:
    """Return nothing; write a line between the title and the chart, if there is one."""
    if texts:
        _box(slide, (EDGE, BODY_TOP - 0.25, ROOM, 0.4), (" ".join(texts),), size=16)


def below(slide: DeckSlide, texts: tuple[str, ...]) -> None:
    """Return nothing; write small lines below the chart: how many answered, the source."""
    told = tuple(text for text in texts if text)
    if told:
        place = (EDGE, BELOW_TOP, ROOM, BELOW_HEIGHT)
        _box(slide, place, told, size=SMALL_PT, colour=theme.QUIET_TEXT)


def foot(slide: DeckSlide, text: str) -> None:
    """Return nothing; give a slide its number, and its footer where there is one."""
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    for shape in slide.slide_layout.placeholders:
        kind = shape.placeholder_format.type
        if kind is KIND.SLIDE_NUMBER or (kind is KIND.FOOTER and text):
            slide.shapes._spTree.append(copy.deepcopy(shape._element))
    for shape in slide.placeholders:
        if shape.placeholder_format.type is KIND.FOOTER:
            paragraph = shape.text_frame.paragraphs[0]
            _write(paragraph, text, size=ABOUT_PT, bold=True, colour=theme.CONCERN)
            _left(paragraph)


def notes(slide: DeckSlide, texts: tuple[str, ...]) -> None:
    """Return nothing; write the speaker's notes, a paragraph a text."""
    told = tuple(text for text in texts if text)
    _fill(slide.notes_slide.notes_text_frame, told, size=SMALL_PT)


def _box(
    slide: DeckSlide,
    place: tuple[float, float, float, float],
    texts: tuple[str, ...],
    *,
    size: int,
    colour: str = theme.TEXT,
) -> None:
    from pptx.util import Inches

    frame = slide.shapes.add_textbox(*(Inches(one) for one in place)).text_frame
    frame.word_wrap = True
    _fill(frame, texts, size=size, colour=colour)


def _fill(frame: Any, texts: tuple[str, ...], *, size: int, colour: str = theme.TEXT) -> None:
    """Write a paragraph a text into a frame that has one empty paragraph."""
    for place, text in enumerate(texts):
        paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
        _write(paragraph, one_line(text), size=size, colour=colour)


def _write(
    paragraph: Any, text: str, *, size: int, bold: bool = False, colour: str = theme.TEXT
) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.lang import MSO_LANGUAGE_ID
    from pptx.util import Pt

    for old in list(paragraph._p.r_lst):
        paragraph._p.remove(old)
    run = paragraph.add_run()
    run.text = text
    font = run.font
    font.size, font.bold, font.name = Pt(size), bold, FONT
    font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK


def _left(paragraph: Any) -> None:
    from pptx.enum.text import PP_ALIGN

    paragraph.alignment = PP_ALIGN.LEFT


def _size(text: str, sizes: tuple[tuple[int, int], ...]) -> int:
    return next(size for most, size in sizes if len(text) <= most)


def _in_english(element: Any) -> None:
    for found in element.iter():
        if "lang" in found.attrib:
            found.set("lang", LANGUAGE)
