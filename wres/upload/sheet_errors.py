"""The error cells of a workbook, such as #N/A: the native reader gives them as empty.

An error is not a missing figure. In .xlsx each is found in the sheet's own part of the archive; in
the other formats it is only found that there are some.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_LINK = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_CELL = re.compile(
    rb'<(?:\w+:)?c\s([^>]*\bt="e"[^>]*)>(?:<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>))?'
    rb"<(?:\w+:)?v>([^<]{1,20})<"
)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


# The error cells of each sheet by its name: (line, position of the column) to text such as #N/A.
Errors = dict[str, dict[tuple[int, int], str]]


# A cell of the old format that holds an error, and a formula whose last result was one.
_OLD_ERROR = re.compile(
    rb"\x05\x02\x08\x00.{6}[\x00\x07\x0f\x17\x1d\x24\x2a]\x01|"
    rb"\x06\x00.{8}\x02\x00[\x00\x07\x0f\x17\x1d\x24\x2a]\x00\x00\x00\xff\xff",
    re.DOTALL,
)


def has_old_errors(data: bytes) -> bool:
    """Return whether an .xls workbook seems to hold error cells."""
    return bool(_OLD_ERROR.search(data))


def errors_of(data: bytes, flagged: Collection[str]) -> Errors:
    """Return the error cells of an .xlsx workbook.

    ``flagged`` are the parts of the archive that may hold some.
    """
    if not flagged:
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            sheet: _errors(archive.read(part))
            for sheet, part in _parts(archive).items()
            if part in flagged
        }


def _errors(content: bytes) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for cell in _CELL.finditer(content):
        reference = _REFERENCE.search(cell.group(1))
        if reference:
            place = int(reference.group(2)), _position(reference.group(1))
            found[place] = cell.group(2).decode("ascii", "replace")
    return found


def _position(letters: bytes) -> int:
    position = 0
    for letter in letters:
        position = position * 26 + letter - 64
    return position - 1


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the name of the sheet."""
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= set(archive.namelist()):
        return {}
    targets = {
        _attribute(link, b"Id"): _attribute(link, b"Target")
        for link in _LINK.findall(archive.read("xl/_rels/workbook.xml.rels"))
    }
    parts: dict[str, str] = {}
    for sheet in _SHEET.findall(archive.read("xl/workbook.xml")):
        target = targets.get(_attribute(sheet, rb"\w+:id"), "")
        part = target[1:] if target.startswith("/") else f"xl/{target}"
        parts[_attribute(sheet, b"name")] = part
    return parts


def _attribute(tag: bytes, name: bytes) -> str:
    found = re.search(rb"\s" + name + rb'\s*=\s*"([^"]*)"', tag)
    text = found.group(1).decode("utf-8", "replace") if found else ""
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text
