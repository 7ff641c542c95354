"""A workbook to its sheets as lines of text, read by a process that cannot harm this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import wres
from wres.errors import FileRefused
from wres.text import cut
from wres.upload import limits
from wres.upload.archive import MACROS, PASSWORD, kind_of_archive, parts_with_errors
from wres.upload.reading import Line, Merge
from wres.upload.sheet_errors import Errors, errors_of, has_old_errors
from wres.upload.workbook_cells import CELL_END, LINE_END, REFUSED, SHEET_END

_ROOT = Path(wres.__file__).resolve().parents[1]
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_CSV = "Save the sheet with the figures as “CSV UTF-8”"
_DAMAGED = f"The workbook is damaged or of a kind that is not read. {_AS_CSV}."
_TOO_MUCH = (
    "The workbook takes more time or memory than one upload may, often because a cell stands far "
    f"from the table. {_AS_CSV}."
)
_NOT_A_WORKBOOK = (
    "The file is an older document that holds no workbook; upload the table itself, saved as CSV."
)
_RECORD_END = LINE_END.encode()
_CHUNK = 256 * 1024
# What the other process needs to start; nothing else of this one's surroundings is handed on.
_HANDED_ON = ("LD_LIBRARY_PATH", "PATH", "PYTHONPATH", "SYSTEMROOT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet as text: the lines that hold anything, and what else is known of it."""

    name: str
    lines: tuple[Line, ...]
    is_hidden: bool
    merges: tuple[Merge, ...]
    date_lines: tuple[int, ...]
    cut_lines: tuple[int, ...]
    has_lost_errors: bool = False


def kind_of_workbook(data: bytes) -> str:
    """Return “xlsx”, “ods” or “xls” for a workbook that may be opened; empty for no workbook.

    Raises:
        FileRefused: If it is an archive that is no workbook or hides something, is protected by
            a password, or holds macros.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return kind_of_archive(data)
    if not data.startswith(_OLD_CONTAINER):
        return ""
    if _names(data, "EncryptedPackage"):
        raise FileRefused(PASSWORD)
    if _names(data, "_VBA_PROJECT"):
        raise FileRefused(MACROS)
    if not (_names(data, "Workbook") or _names(data, "Book")):
        raise FileRefused(_NOT_A_WORKBOOK)
    return "xls"


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """Return every sheet of a workbook, in the order of the file.

    Raises:
        FileRefused: If it cannot be read, or not within the limits of time, memory and size.
    """
    said, errors, is_lossy = _said_and_checked(data)
    if said.refusal:
        raise FileRefused(PASSWORD if said.refusal == "password" else said.refusal)
    if not said.sheets:
        raise FileRefused(_DAMAGED)
    return tuple(_sheet(known, lines, errors, is_lossy) for known, lines in said.sheets)


class Said:
    """What the other process says, taken in as it comes, so that both work at once."""

    def __init__(self) -> None:
        self.sheets: list[tuple[dict[str, Any], list[Line]]] = []
        self.refusal = ""
        self.rest = b""
        self._bytes = 0
        self._lines: list[Line] = []

    def take(self, data: bytes) -> None:
        """Return nothing; take in the records that are whole, and keep the rest for later.

        Raises:
            FileRefused: If more was said than the text of one workbook may come to.
        """
        self._bytes += len(data)
        if self._bytes > limits.WORKBOOK_TEXT_BYTES:
            raise FileRefused(_TOO_MUCH)
        data = self.rest + data
        end = data.rfind(_RECORD_END) + 1
        self.rest = data[end:]
        for record in data[:end].decode("utf-8", "replace").split(LINE_END)[:-1]:
            if record.startswith(REFUSED):
                self.refusal = record[len(REFUSED) :]
            elif record.startswith(SHEET_END):
                self.sheets.append((json.loads(record[len(SHEET_END) :]), self._lines))
                self._lines = []
            else:
                number, *cells = record.split(CELL_END)
                self._lines.append(Line(int(number), tuple(cells)))


def _said_and_checked(data: bytes) -> tuple[Said, Errors, bool]:
    """What the other process read, the error cells, and whether there are others without a place.

    Both run at once to save time: the other process is bound whatever the archive holds, and
    nothing it says is used unless the archive passes.
    """
    if data.startswith(_OLD_CONTAINER):
        return _said(data), {}, has_old_errors(data)
    with ThreadPoolExecutor(max_workers=1) as beside:
        flagged = beside.submit(parts_with_errors, data)
        try:
            said = _said(data)
        finally:
            found = flagged.result()
    return said, errors_of(data, found), "content.xml" in found


def _names(data: bytes, name: str) -> bool:
    # The container's directory holds its names in UTF-16, each ended by a zero character.
    return f"{name}\0".encode("utf-16-le") in data


def _said(data: bytes) -> Said:
    said = Said()
    try:
        with _started() as reader:
            # Whatever it does, it ends in time, and with it everything that waits for it.
            stopper = threading.Timer(limits.WORKBOOK_WAIT_SECONDS, reader.kill)
            stopper.start()
            try:
                _talk(reader, data, said)
            finally:
                reader.kill()
                stopper.cancel()
    except ValueError:
        raise FileRefused(_DAMAGED) from None
    except OSError:
        raise FileRefused(f"Workbooks cannot be opened on this machine now. {_AS_CSV}.") from None
    return said


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "wres.upload.workbook_cells"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env={name: os.environ[name] for name in _HANDED_ON if name in os.environ},
    )


def _talk(reader: subprocess.Popen[bytes], data: bytes, said: Said) -> None:
    """Hand the workbook over, take in what is said of it, and refuse what did not end well."""
    assert reader.stdin is not None and reader.stdout is not None
    # It reads everything before it says anything; if it ended before, its exit says so.
    with suppress(BrokenPipeError), reader.stdin as given:
        given.write(data)
    while some := reader.stdout.read1(_CHUNK):  # type: ignore[attr-defined]
        said.take(some)
    ended = reader.wait()
    if ended < 0:
        raise FileRefused(_TOO_MUCH)
    if ended or said.rest:
        raise FileRefused(_DAMAGED)


def _sheet(known: dict[str, Any], lines: list[Line], errors: Errors, is_lossy: bool) -> Sheet:
    return Sheet(
        name=cut(known["name"], limits.LONGEST_SHEET_NAME),
        lines=_with_errors(lines, errors.get(known["name"], {})),
        is_hidden=known["hidden"],
        merges=tuple(Merge(*merge) for merge in known["merges"]),
        date_lines=tuple(known["dates"]),
        cut_lines=tuple(known["cut"]),
        has_lost_errors=is_lossy,
    )


def _with_errors(lines: list[Line], errors: dict[tuple[int, int], str]) -> tuple[Line, ...]:
    """The lines with the error cells put in; on lines with other cells only, where they matter."""
    on_lines = {line for line, _ in errors}
    return tuple(_with_its(line, errors) if line.number in on_lines else line for line in lines)


def _with_its(line: Line, errors: dict[tuple[int, int], str]) -> Line:
    here = {at: text for (number, at), text in errors.items() if number == line.number}
    width = max(len(line.cells), min(max(here) + 1, limits.MOST_COLUMNS))
    cells = line.cells + ("",) * (width - len(line.cells))
    return Line(line.number, tuple(cell or here.get(at, "") for at, cell in enumerate(cells)))
