"""Written reports opened again: what a screen reader and a browser find in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import docx
from docx.document import Document

# Elements that hold nothing and so have no end.
EMPTY = {"meta", "img", "br", "link"}


def word(content: bytes) -> Document:
    """Return a Word document, opened."""
    return docx.Document(io.BytesIO(content))


def headings(document: Document) -> list[tuple[int, str]]:
    """Return the level and words of each heading; the title is level 0."""
    found = []
    for one in document.paragraphs:
        style = str(one.style.name) if one.style else ""
        if style == "Title":
            found.append((0, one.text))
        elif style.startswith("Heading "):
            found.append((int(style.split()[1]), one.text))
    return found


def words_of(document: Document) -> Iterator[str]:
    """Give every text: paragraphs, cells, headers and footers, texts of pictures."""
    yield from (one.text for one in document.paragraphs)
    for table in document.tables:
        yield from (cell.text for row in table.rows for cell in row.cells)
    for section in document.sections:
        for part in (section.header, section.footer):
            yield from (one.text for one in part.paragraphs)
    yield from alternatives(document)


def alternatives(document: Document) -> list[str]:
    """Return the text alternative of each picture."""
    found = document.element.body.xpath(".//wp:docPr")
    return [str(one.get("descr", "")) for one in found]


def addresses(document: Document) -> list[str]:
    """Return every address that a document leads to outside itself."""
    return [one.target_ref for one in document.part.rels.values() if one.is_external]


def field_codes(document: Document) -> set[str]:
    """Return what a document has Word work out, in its body and at the foot of its pages."""
    parts = [document.element.body]
    parts += [section.footer._element for section in document.sections]
    parts += [section.header._element for section in document.sections]
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr"
    simple = {str(one.get(name)) for part in parts for one in part.xpath(".//w:fldSimple")}
    return simple | {str(one.text) for part in parts for one in part.xpath(".//w:instrText")}


@dataclass
class Element:
    """One element of a page: its name, its attributes and the words in it."""

    name: str
    attributes: dict[str, str]
    words: str = ""


@dataclass
class Page(HTMLParser):
    """A page taken apart: its elements in order."""

    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(one)
        if tag not in EMPTY:
            self.open.append(one)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop().name == tag, f"{tag} is not closed where it was opened"

    def handle_data(self, data: str) -> None:
        for one in self.open[-1:]:
            one.words += data

    def all(self, *names: str) -> list[Element]:
        """Return the elements with one of these names."""
        return [one for one in self.elements if one.name in names]


def page(content: bytes) -> Page:
    """Return a page taken apart."""
    found = Page()
    found.feed(content.decode("utf-8"))
    found.close()
    assert found.open == []
    return found
