"""What kind of file the bytes are, whatever the file is called, and a polite no to most kinds."""

from __future__ import annotations

import re

from wres.errors import FileRefused

_AS_CSV = "Open it in a spreadsheet program and save the sheet as “CSV UTF-8”"
_IMAGE = "The file is a picture, not a table; upload the table itself, saved as CSV."
_ARCHIVE = "The file is a compressed archive; unpack it and upload the CSV file inside."
_DATABASE = f"The file is a data file of another program. {_AS_CSV}."
_DOCUMENT = "The file is a document, not a table; upload the table itself, saved as CSV."

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF87a", _IMAGE),
    (b"GIF89a", _IMAGE),
    (b"RIFF", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"\x00\x00\x00\x18ftyp", _IMAGE),
    (b"\x00\x00\x00\x1cftyp", _IMAGE),
    (b"%PDF", _DOCUMENT),
    (b"{\\rtf", _DOCUMENT),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"PAR1", _DATABASE),
    (b"ARROW1", _DATABASE),
    (b"FEA1", _DATABASE),
    (b"SQLite format 3", _DATABASE),
    (b"$FL2", _DATABASE),
    (b"$FL3", _DATABASE),
)
_MARKUP = re.compile(r"\s*(<!doctype|<html|<head|<body|<table|<script|<svg|<\?xml|<meta)", re.I)
_JSON = re.compile(r"\s*(\{\s*[\"}]|\[\s*[\[{])")


def refuse_other_kinds(data: bytes) -> None:
    """Return nothing if the bytes do not belong to a kind of file that is never a table.

    Raises:
        FileRefused: If they do; the message says what the file is and what to do.
    """
    for signature, sentence in _SIGNATURES:
        if data.startswith(signature):
            raise FileRefused(sentence)
    if data[:2] == b"BM" and b"\x00" in data[:30]:
        raise FileRefused(_IMAGE)
    if data[:1] == b"\x80" and data[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05"):
        raise FileRefused(_DATABASE)


def refuse_markup(text: str) -> None:
    """Return nothing if the text is not a web page, XML or JSON.

    Raises:
        FileRefused: If it is.
    """
    if _MARKUP.match(text[:2000]):
        raise FileRefused(
            f"The file is a web page or XML, even if it is named as a spreadsheet. {_AS_CSV}."
        )
    if _JSON.match(text[:2000]):
        raise FileRefused("The file is JSON, not a table; export the table as CSV instead.")
