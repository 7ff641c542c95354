"""Office files made the same every time: they are archives, and archives know when they were made.

The same figures give the same bytes, so a file can be compared with one that was kept.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# The first moment an archive can name.
EPOCH = (1980, 1, 1, 0, 0, 0)
PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(?=</dcterms)")
Edit = Callable[[str, bytes], bytes]


def _as_it_is(_: str, part: bytes) -> bytes:
    return part


def settled(made: bytes, made_on: date, edit: Edit = _as_it_is) -> bytes:
    """Return an office file as if made at the start of a day; charts' workbooks in it likewise.

    ``edit`` may change a part: it gets its name and its bytes.
    """
    with ZipFile(io.BytesIO(made)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    return archive({name: edit(name, _part(name, parts[name], made_on)) for name in parts})


def settled_parts(parts: dict[str, bytes], made_on: date) -> dict[str, bytes]:
    """Return the parts of an office file, by name, as if made at the start of a day.

    A workbook within is left as it is: whoever put it there has settled it.
    """
    settled_properties = _settled_properties(parts[PROPERTIES], made_on)
    return {**parts, PROPERTIES: settled_properties}


def archive(files: dict[str, bytes], *, packed: bool = True) -> bytes:
    """Return files by name as one archive, the same bytes for the same files.

    One that is not ``packed`` is for standing within another that is.
    """
    how = ZIP_DEFLATED if packed else ZIP_STORED
    out = io.BytesIO()
    with ZipFile(out, "w", how) as made:
        for name, data in files.items():
            made.writestr(entry(name), data, how)
    return out.getvalue()


def entry(name: str) -> ZipInfo:
    """Return the entry of a file in an archive, without when or on what it was made."""
    info = ZipInfo(name, EPOCH)
    info.compress_type = ZIP_DEFLATED
    # A plain file that its owner may write, on every machine.
    info.external_attr = 0o644 << 16
    return info


def _part(name: str, data: bytes, made_on: date) -> bytes:
    if name.endswith(".xlsx"):
        return settled(data, made_on)
    return _settled_properties(data, made_on) if name == PROPERTIES else data


def _settled_properties(data: bytes, made_on: date) -> bytes:
    moment = f"{made_on.isoformat()}T00:00:00Z".encode()
    return _MOMENT.sub(lambda found: found[1] + moment, data)
