"""What is alike in every deck, made once by the library that writes decks, and copied after.

The library looks every part of a slide up anew and writes each property by itself; a copy of a
part that it made takes a tenth of the time and is the same to the letter.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide as DeckSlide

_SHAPE = "{http://schemas.openxmlformats.org/presentationml/2006/main}sp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moulds:
    """An empty deck as a file, a slide of each of its layouts, and the notes of a slide.

    ``below`` is what a layout has at the foot of a slide, by its kind. They are for copying: a
    deck holds copies of them, and nobody changes them.
    """

    empty: bytes
    slides: tuple[Any, ...]
    notes: Any
    below: Mapping[Any, Any]


def moulds_of(deck: Presentation) -> Moulds:
    """Return what a deck without slides gives to copy."""
    # The library makes the master of the notes with the first of them.
    deck.notes_master  # noqa: B018
    made = io.BytesIO()
    deck.save(made)
    opened = new_deck(made.getvalue())
    slides = [opened.slides.add_slide(layout) for layout in opened.slide_layouts]
    placeholders = opened.slide_layouts[0].placeholders
    return Moulds(
        empty=made.getvalue(),
        slides=tuple(one.element for one in slides),
        notes=slides[0].notes_slide.element,
        below={one.placeholder_format.type: one._element for one in placeholders},
    )


def new_deck(empty: bytes) -> Presentation:
    """Return a new deck from a file without slides."""
    # A quarter of a second to import, and only whoever makes a deck needs it.
    import pptx

    return pptx.Presentation(io.BytesIO(empty))


def new_slide(deck: Presentation, moulds: Moulds, layout: int) -> DeckSlide:
    """Return a new slide at the end of a deck, with the placeholders of a layout (its place)."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.packuri import PackURI
    from pptx.parts.slide import SlidePart

    name = PackURI(f"/ppt/slides/slide{len(deck.slides) + 1}.xml")
    element = copy.deepcopy(moulds.slides[layout])
    made = SlidePart(name, CONTENT_TYPE.PML_SLIDE, deck.part.package, element)
    made.relate_to(deck.slide_layouts[layout].part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    deck.slides._sldIdLst.add_sldId(deck.part.relate_to(made, RELATIONSHIP_TYPE.SLIDE))
    return made.slide


def new_notes(slide: DeckSlide, moulds: Moulds) -> Any:
    """Return the place for the words of a slide's notes, which are made for it."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.packuri import PackURI
    from pptx.parts.slide import NotesSlidePart

    name = PackURI(slide.part.partname.replace("slide", "notesSlide"))
    package, element = slide.part.package, copy.deepcopy(moulds.notes)
    made = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, element)
    master = package.presentation_part.notes_master_part
    made.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
    made.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
    slide.part.relate_to(made, RELATIONSHIP_TYPE.NOTES_SLIDE)
    # The first shape is the picture of the slide.
    return shapes(element)[1].txBody


def new_chart(slide: DeckSlide, drawn: bytes, sheet: bytes, *, place: tuple[int, ...]) -> Any:
    """Return the frame of a new chart on a slide, from the chart and the workbook behind it."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.packuri import PackURI
    from pptx.parts.chart import ChartPart
    from pptx.parts.embeddedpackage import EmbeddedXlsxPart

    package, number = slide.part.package, slide.part.partname.idx
    chart = ChartPart.load(
        PackURI(f"/ppt/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, package, drawn
    )
    chart.chart_workbook.xlsx_part = EmbeddedXlsxPart(
        PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        package,
        sheet,
    )
    link = slide.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    return slide.shapes._shape_factory(slide.shapes._add_chart_graphicFrame(link, *place))


def saved(deck: Presentation) -> dict[str, bytes]:
    """Return the parts of a deck by name, not packed yet."""
    from pptx.opc.serialized import PackageWriter

    package, parts = deck.part.package, _Parts()
    writer = PackageWriter("", package._rels, tuple(package.iter_parts()))
    writer._write_content_types_stream(parts)
    writer._write_pkg_rels(parts)
    writer._write_parts(parts)
    return parts.held


@dataclass(frozen=True, slots=True)
class _Parts:
    """Takes what the library would write into an archive."""

    held: dict[str, bytes] = field(default_factory=dict)

    def write(self, name: Any, data: bytes) -> None:
        """Return nothing; hold a part under its name in an archive."""
        self.held[name.membername] = data


def shapes(page: Any) -> list[Any]:
    """Return the shapes of a slide or of its notes, in order."""
    return list(page.spTree.iterchildren(_SHAPE))


def stand(shape: Any, slide: DeckSlide, name: str) -> None:
    """Return nothing; put a shape on a slide, above those that are there, with a number of its own.

    ``name`` is the kind of shape, as a list of what is on a slide calls it.
    """
    number = slide.shapes._next_shape_id
    told = shape.nvSpPr.cNvPr
    told.set("id", str(number))
    told.set("name", f"{name} {number - 1}")
    slide.element.spTree.append(shape)
