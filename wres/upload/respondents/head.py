"""The first bytes of a file: is it a survey extract, in which encoding, with which columns?"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.cells import clean
from wres.upload.columns import ColumnUse
from wres.upload.contents import refuse_markup, refuse_other_kinds
from wres.upload.decode import decode
from wres.upload.mapping import Choices, use_columns
from wres.upload.reading import Line
from wres.upload.respondents.layout import Layout, layout_of
from wres.upload.respondents.questions import question_number
from wres.upload.source import Source
from wres.upload.table import delimiter_of

HEAD_BYTES = 128 * 1024
_LINE_END = re.compile(r"\r\n|\r|\n")
_REST_OF_LINE_END = re.compile(r"\r*\n")
_WIDE = {"UTF-16": "utf-16", "UTF-32": "utf-32"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the first bytes say of an extract.

    ``codec`` is empty when bytes can be cut at line ends as they stand, which UTF-16 cannot.
    ``ends_in_cr`` says that the header ends in a CR alone: then every CR is read as LF.
    ``lines_to_data`` are the LF, so read, before the first person's row. ``sample`` are the first
    rows; they are looked at, and never leave the examination of the head.
    """

    encoding: str
    codec: str
    ends_in_cr: bool
    delimiter: str
    quote: str
    header: tuple[str, ...]
    header_row: int
    lines_to_data: int
    uses: tuple[ColumnUse, ...]
    layout: Layout
    sample: tuple[Line, ...]

    @property
    def letters_a_row(self) -> int:
        """How many characters the cells of the first rows have, on average, 0 without any row."""
        letters = sum(len(cell) for line in self.sample for cell in line.cells)
        return letters // max(len(self.sample), 1)


def head_of(source: Source, choices: Choices) -> Head | None:
    """Return what the first bytes say if the file is an extract with one row a person, else None.

    Raises:
        UnknownTerm: If a person's mapping names a use that does not exist.
    """
    data = source.head(HEAD_BYTES)
    is_whole = len(data) < HEAD_BYTES
    # Most files are no extracts, and most of those say so at once.
    if b"q" not in data.lower():
        return None
    try:
        refuse_other_kinds(data)
        decoded = decode(data if is_whole else _cut(data))
        refuse_markup(decoded.text)
    except FileRefused:
        return None
    parted = delimiter_of(decoded.text)
    found = _header(decoded.text, parted)
    if found is None:
        return None
    header = tuple(clean(cell) for cell in found.cells)
    uses = use_columns(header, choices)
    sample = _sample(decoded.text, found, parted)
    layout = layout_of(uses, sample)
    if layout is None:
        return None
    codec = _codec(data, decoded.encoding)
    up_to_data = _up_to_data(data, codec, found.ends)
    ends_in_cr = up_to_data.endswith("\r")
    return Head(
        encoding=decoded.encoding,
        codec=codec,
        ends_in_cr=ends_in_cr,
        delimiter=parted[0],
        quote=parted[1],
        header=header,
        header_row=found.line,
        lines_to_data=up_to_data.count("\n") + ends_in_cr * up_to_data.count("\r"),
        uses=uses,
        layout=layout,
        sample=sample,
    )


def _cut(data: bytes) -> bytes:
    """The bytes up to their last line end, so that no letter is cut in two."""
    end = max(data.rfind(b"\n"), data.rfind(b"\r"))
    if end <= 0 or b"\x00" not in data[:400]:
        return data[: end + 1]
    end -= end % 4
    return data[: end - 2 * _parts_a_pair(data, end)]


def _parts_a_pair(data: bytes, at: int) -> bool:
    """Whether a letter of UTF-16 that takes four bytes, such as an emoji, goes on here."""
    if at < 2:
        return False
    orders = (data[at - 2 + first : at + 2 : 2] for first in (0, 1))
    return any(0xD8 <= high <= 0xDB and 0xDC <= low <= 0xDF for high, low in orders)


@dataclass(frozen=True, slots=True)
class _Found:
    """A header: its cells, its line, and the lines up to and with it."""

    cells: tuple[str, ...]
    line: int
    ends: int


def _header(text: str, parted: tuple[str, str]) -> _Found | None:
    """The first line with two questions in it; where there is none, the first with one."""
    with_one: _Found | None = None
    for row in islice(_rows(text, parted), limits.LINES_SEARCHED_FOR_HEADER):
        asked = sum(map(bool, map(question_number, row.cells)))
        if asked and len(row.cells) <= limits.MOST_RESPONDENT_COLUMNS:
            if asked > 1:
                return row
            with_one = with_one or row
    return with_one


def _up_to_data(data: bytes, codec: str, ends: int) -> str:
    """The text up to and with the header's end, which is so many line ends away, as written.

    A reader of CSV takes a CR alone, LF and CR LF for one line end each, so what it counted says
    where the header ends and not how many LF there are. Returns before an LF belong to it.
    """
    # In all other encodings a CR, and an LF, is always that one byte.
    text = data.decode(codec or "latin-1", errors="ignore").replace("\x00", "")
    found = [end.end() for end in islice(_LINE_END.finditer(text), ends)]
    end = found[-1] if len(found) == ends else len(text)
    more = _REST_OF_LINE_END.match(text, end) if text[end - 1 : end] == "\r" else None
    return text[: more.end() if more else end]


def _sample(text: str, header: _Found, parted: tuple[str, str]) -> tuple[Line, ...]:
    below = (row for row in _rows(text, parted) if row.ends > header.ends)
    whole = (row for row in below if len(row.cells) == len(header.cells))
    first = islice(whole, limits.RESPONDENT_ROWS_LOOKED_AT)
    return tuple(Line(row.line, tuple(map(clean, row.cells))) for row in first)


def _rows(text: str, parted: tuple[str, str]) -> Iterator[_Found]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted[0], quotechar=parted[1])
    began = 1
    # A quotation mark that never closes is met again, and refused, when the file is counted.
    with suppress(csv.Error):
        for cells in reader:
            yield _Found(tuple(cells), began, reader.line_num)
            began = reader.line_num + 1


def _codec(data: bytes, encoding: str) -> str:
    family = _WIDE.get(encoding, "")
    if not family:
        return ""
    # A mark that is left stands in the first line, of which no row is read. Without one, most
    # letters are English, and the larger half of those is a zero.
    if data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        is_big = data.startswith(codecs.BOM_UTF16_BE)
    else:
        is_big = data[0::2].count(0) > data[1::2].count(0)
    return f"{family}-be" if is_big else f"{family}-le"
