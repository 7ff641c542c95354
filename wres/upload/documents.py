"""The tables of a Word document as lines of cells; everything else in it is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.archive import document_part
from wres.upload.cells import clean
from wres.upload.reading import Line

_PART = "word/document.xml"
_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_SPACE}br", f"{_SPACE}tab", f"{_SPACE}cr"}
_BULLET = "• "


def document_tables(data: bytes) -> tuple[tuple[Line, ...], ...]:
    """Return each table of a .docx document, its rows numbered from 1.

    A cell merged downwards holds the same words on each of its rows. A paragraph of a list
    begins with a bullet.

    Raises:
        FileRefused: If it cannot be read, or is too large.
    """
    try:
        # Declarations of types and entities were refused with the archive.
        root = ElementTree.fromstring(document_part(data, _PART))
    except ElementTree.ParseError:
        raise FileRefused("The document is damaged; copy its table and paste it as text.") from None
    return tuple(_lines(table) for table in root.iter(f"{_SPACE}tbl"))


def _lines(table: ElementTree.Element) -> tuple[Line, ...]:
    found: list[Line] = []
    above: tuple[str, ...] = ()
    for number, row in enumerate(_own(table, "tr"), start=1):
        cells = tuple(_cells(row, above))
        limits.refuse_many_columns(len(cells), number)
        limits.refuse_large_table(number, number * max(1, len(cells)))
        limits.refuse_long_cell(max(cells, key=len, default=""), number)
        found.append(Line(number, cells))
        above = cells
    return tuple(found)


def _own(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Give the parts of a table that are its own, also inside content controls."""
    for child in element:
        if child.tag == f"{_SPACE}{name}":
            yield child
        elif child.tag in (f"{_SPACE}sdt", f"{_SPACE}sdtContent", f"{_SPACE}customXml"):
            yield from _own(child, name)


def _cells(row: ElementTree.Element, above: tuple[str, ...]) -> Iterator[str]:
    place = 0
    for cell in _own(row, "tc"):
        merged = cell.find(f"{_SPACE}tcPr/{_SPACE}vMerge")
        continues = merged is not None and merged.get(f"{_SPACE}val", "continue") == "continue"
        carried = above[place] if continues and place < len(above) else ""
        yield carried or _text(cell)
        span = cell.find(f"{_SPACE}tcPr/{_SPACE}gridSpan")
        width = int(span.get(f"{_SPACE}val", "1")) if span is not None else 1
        width = min(max(width, 1), limits.MOST_COLUMNS)
        yield from ("",) * (width - 1)
        place += width


def _text(cell: ElementTree.Element) -> str:
    return clean(" ".join(_paragraph(one) for one in cell.iter(f"{_SPACE}p")))


def _paragraph(paragraph: ElementTree.Element) -> str:
    words = []
    for one in paragraph.iter():
        if one.tag == f"{_SPACE}t":
            words.append(one.text or "")
        elif one.tag in _BREAKS:
            words.append(" ")
    text = "".join(words)
    is_listed = paragraph.find(f"{_SPACE}pPr/{_SPACE}numPr") is not None
    return f"{_BULLET}{text}" if is_listed and text.strip() else text
