"""Office files made the same every time: they are archives, and archives know when they were made.

The same figures give the same bytes, so a file can be compared with one that was kept.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
    out = io.BytesIO()
    with ZipFile(io.BytesIO(made)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = _part(name, old.read(name), made_on)
            new.writestr(entry(name), edit(name, part), ZIP_DEFLATED)
    return out.getvalue()


def archive(files: dict[str, bytes]) -> bytes:
    """Return files by name as one archive, the same bytes for the same files."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(entry(name), data, ZIP_DEFLATED)
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
    if name == PROPERTIES:
        moment = f"{made_on.isoformat()}T00:00:00Z".encode()
        return _MOMENT.sub(lambda found: found[1] + moment, data)
    return data
