"""A workbook's archive, checked before anything is made of it: size, ratio, parts, what they hold.

The sizes an archive states are not believed: every part is inflated, in blocks that are let go at
once, and its check sum compared.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from wres.errors import FileRefused
from wres.upload import limits

_BLOCK = 1024 * 1024
_ENTRY_MARK = b"PK\x01\x02"
_AS_CSV = "Open it in a spreadsheet program and save the sheet as “CSV UTF-8”"
_DAMAGED = f"The workbook is damaged and cannot be unpacked. {_AS_CSV}."
PASSWORD = (
    "The workbook is protected by a password; save it without one, or save the sheet as "
    "“CSV UTF-8”."
)
MACROS = "The workbook holds macros, which are never taken; save it as .xlsx without them."
_NESTED = (
    "The workbook holds another archive or workbook inside; remove the embedded file and save it "
    "again."
)
_DECLARATIONS = (
    "The workbook declares document types or entities of its own, which no spreadsheet program "
    f"writes. {_AS_CSV}."
)
_BINARY = "The file is a binary workbook (.xlsb), which is not read; save it as .xlsx or CSV."
_DOCUMENT = "The file is a document, not a table; upload the table itself, saved as CSV."
_NUMBERS = "The file is an Apple Numbers document; export it as Excel or CSV and upload that."
_ARCHIVE = "The file is a compressed archive; unpack it and upload the CSV file inside."
_NO_TABLES = (
    "The document is too large, damaged, protected, or holds macros or other files inside. Copy "
    "its table and paste it as text."
)
# A part that begins like this is itself packed, encrypted or a program's own container.
_INNER_MARKS = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\xd0\xcf\x11\xe0")
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# How a declaration begins, in one byte a letter and in two; then the forbidden ones in full.
_DECLARATION_MARKS = (b"<!", b"<\x00!")
_FORBIDDEN = tuple(
    word.encode(codec)
    for word in ("<!DOCTYPE", "<!ENTITY", "<!doctype", "<!entity")
    for codec in ("utf-8", "utf-16-le", "utf-16-be")
)
_LONGEST_MARK = max(map(len, _FORBIDDEN))
# How .xlsx and .ods mark a cell that holds an error.
_ERROR_MARKS = (b't="e"', b'value-type="error"')
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError),
    *(RuntimeError, NotImplementedError, ArithmeticError),
)


def kind_of_archive(data: bytes) -> str:
    """Return “xlsx” or “ods” for a workbook whose archive states nothing that is too large.

    Nothing is unpacked yet: ``parts_with_errors`` does that.

    Raises:
        FileRefused: If it is no workbook, is too large or holds macros; one sentence says what.
    """
    if data.count(_ENTRY_MARK) > limits.MOST_ARCHIVE_PARTS:
        limits.refuse_many_parts()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            kind = _kind(set(archive.namelist()))
            _refuse_sizes(archive.infolist(), len(data))
    except _BROKEN:
        raise FileRefused(_DAMAGED) from None
    return kind


def document_part(data: bytes, name: str) -> bytes:
    """Return one part of a Word document, once all its parts were found as stated and harmless.

    Raises:
        FileRefused: If it is no Word document, is too large, damaged, or hides something.
    """
    try:
        if data.count(_ENTRY_MARK) > limits.MOST_ARCHIVE_PARTS:
            limits.refuse_many_parts()
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if name not in names or any(n.casefold().endswith("vbaproject.bin") for n in names):
                raise FileRefused(_NO_TABLES)
            _refuse_sizes(archive.infolist(), len(data))
            for part in archive.infolist():
                _has_errors(archive, part)
            if archive.getinfo(name).file_size > limits.LARGEST_DOCUMENT_BYTES:
                raise FileRefused(_NO_TABLES)
            return archive.read(name)
    except (*_BROKEN, FileRefused):
        raise FileRefused(_NO_TABLES) from None


def parts_with_errors(data: bytes) -> frozenset[str]:
    """Return the parts that may hold error cells, once all are unpacked and found as stated.

    Raises:
        FileRefused: If a part is not as large as stated, is damaged, or hides something.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(
                part.filename for part in archive.infolist() if _has_errors(archive, part)
            )
    except _BROKEN:
        raise FileRefused(_DAMAGED) from None


def _kind(names: set[str]) -> str:
    lower = {name.casefold() for name in names}
    if any(name.endswith("vbaproject.bin") or "macrosheets/" in name for name in lower):
        raise FileRefused(MACROS)
    if any(name.startswith(("basic/", "scripts/")) for name in lower):
        raise FileRefused(MACROS)
    if "xl/workbook.bin" in lower:
        raise FileRefused(_BINARY)
    if any(name.startswith("xl/") for name in lower):
        return "xlsx"
    if any(name.startswith(("word/", "ppt/")) for name in lower):
        raise FileRefused(_DOCUMENT)
    if any(name.endswith(".iwa") for name in lower):
        raise FileRefused(_NUMBERS)
    if "content.xml" in lower:
        return "ods"
    raise FileRefused(_ARCHIVE)


def _refuse_sizes(parts: list[zipfile.ZipInfo], packed: int) -> None:
    limits.refuse_unpacked(sum(part.file_size for part in parts), packed)
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefused(PASSWORD)
    if any(part.compress_type not in _PACKINGS for part in parts):
        raise FileRefused(_DAMAGED)


def _has_errors(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Inflate one part; more than it states, or another check sum, raises ``BadZipFile``."""
    found = False
    with archive.open(part) as stream:
        tail = b""
        while block := stream.read(_BLOCK):
            if not tail and block.startswith(_INNER_MARKS):
                raise FileRefused(_NESTED)
            seen = tail + block
            _refuse_content(part.filename, seen)
            found = found or any(mark in seen for mark in _ERROR_MARKS)
            tail = seen[-_LONGEST_MARK:]
    return found


def _refuse_content(name: str, seen: bytes) -> None:
    is_picture = name.startswith(("xl/media/", "word/media/", "Pictures/", "Thumbnails/"))
    declares = not is_picture and any(mark in seen for mark in _DECLARATION_MARKS)
    if declares and any(mark in seen for mark in _FORBIDDEN):
        raise FileRefused(_DECLARATIONS)
    if name == "META-INF/manifest.xml" and b"encryption-data" in seen:
        raise FileRefused(PASSWORD)
    if name == "mimetype" and b"spreadsheet" not in seen:
        raise FileRefused(_DOCUMENT)
