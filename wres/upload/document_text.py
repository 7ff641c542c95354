"""The words of a Word document, paragraph by paragraph, with what was tracked as inserted."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.archive import document_part
from wres.upload.cells import clean
from wres.upload.decode import decode

_PART = "word/document.xml"
_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _ROW, _CELL = f"{_SPACE}p", f"{_SPACE}tr", f"{_SPACE}tc"
_BLANKS = {f"{_SPACE}br", f"{_SPACE}tab", f"{_SPACE}cr"}
# What was deleted or moved away, the second copy of a drawing, and the codes of fields.
_PASSED_OVER = {
    f"{_SPACE}del",
    f"{_SPACE}moveFrom",
    f"{_SPACE}instrText",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_ARCHIVE_MARK = b"PK\x03\x04"
_REFUSED = (
    "The document is too large, damaged, protected, or holds macros or other files inside; copy "
    "its text and paste it."
)


def text_of(data: bytes) -> str:
    """Return the words of a .docx document or of a text file, a line for each paragraph.

    A row of a table is one line, its cells parted by commas. Deleted text is left out.

    Raises:
        FileRefused: If it is too large, or neither a Word document nor text.
    """
    limits.refuse_large_file(len(data))
    if not data.startswith(_ARCHIVE_MARK):
        return decode(data).text
    try:
        # Declarations of types and entities are refused with the archive.
        root = ElementTree.fromstring(document_part(data, _PART))
    except (ElementTree.ParseError, FileRefused):
        raise FileRefused(_REFUSED) from None
    return "\n".join(line for line in _lines(root) if line)


def _lines(root: ElementTree.Element) -> Iterator[str]:
    """The paragraphs in their order; those of a table come as its rows.

    The parts still to come are kept in a list, so that depth costs no calls.
    """
    waiting = [root]
    while waiting:
        part = waiting.pop()
        if part.tag in _PASSED_OVER:
            continue
        if part.tag == _PARAGRAPH:
            yield clean(_words(part))
            waiting += reversed([one for one in _nested(part) if one is not part])
        elif part.tag == _ROW:
            cells = (clean(_words(cell, whole=True)) for cell in part.iter(_CELL))
            yield ", ".join(cell for cell in cells if cell)
        else:
            waiting += reversed(part)


def _nested(paragraph: ElementTree.Element) -> list[ElementTree.Element]:
    """The paragraphs of text boxes that hang on a paragraph, the outermost only."""
    found, waiting = [], list(paragraph)[::-1]
    while waiting:
        part = waiting.pop()
        if part.tag == _PARAGRAPH:
            found.append(part)
        elif part.tag not in _PASSED_OVER:
            waiting += reversed(part)
    return found


def _words(whose: ElementTree.Element, *, whole: bool = False) -> str:
    """The words of a paragraph; of a cell, ``whole``, those of all its paragraphs."""
    words: list[str] = []
    waiting = list(whose)[::-1]
    while waiting:
        part = waiting.pop()
        if part.tag == f"{_SPACE}t":
            words.append(part.text or "")
        elif part.tag in _BLANKS:
            words.append(" ")
        elif part.tag == _PARAGRAPH:
            if whole:
                words.append(" ")
                waiting += reversed(part)
        elif part.tag not in _PASSED_OVER:
            waiting += reversed(part)
    return "".join(words)
