"""The command ``read``: what the reader alone sees in a file. It needs no store."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from wres.command_line.layout import named, wrapped
from wres.command_line.reply import BadCommand, Exit, Reply
from wres.errors import FileRefused
from wres.text import cut, one_line
from wres.upload.examine import Verdict
from wres.upload.limits import refuse_large_file
from wres.upload.reading import DELIMITER_NAMES
from wres.upload.report import read_as_json
from wres.upload.source import Source

EXIT_OF = {
    Verdict.ACCEPTED: Exit.FINE,
    Verdict.WARNINGS: Exit.WARNINGS,
    Verdict.REFUSED: Exit.REFUSED,
}
LONGEST_NAME = 120


def read(asked: Namespace) -> Reply:
    """Return what the reader saw: encoding, delimiter, header row, rows, columns, notes."""
    try:
        content = content_of(asked.file)
    except (BadCommand, FileRefused) as refusal:
        return _reply(Verdict.REFUSED, nothing_read(str(refusal)))
    verdict, seen = read_as_json(content, name_of(asked.file))
    return _reply(verdict, json.loads(seen))


def name_of(given: str) -> str:
    """Return the name of a file without its folders, as it may be kept and shown."""
    return cut(Path(given).name.encode("utf-8", "replace").decode("utf-8"), LONGEST_NAME)


def content_of(given: str) -> bytes:
    """Return the bytes of a file, once its size is known to be within the limit.

    Raises:
        BadCommand: If there is no such file, or it may not be read.
        FileRefused: If it is larger than the limit.
    """
    source = source_of(given)
    refuse_large_file(source.size)
    try:
        return source.whole()
    except OSError as error:
        raise _unreadable(given) from error


def source_of(given: str) -> Source:
    """Return a file on disk as a source, which is read when it is examined.

    Raises:
        BadCommand: If there is no such file, or it may not be read.
    """
    path, name = Path(given), one_line(name_of(given)) or one_line(given)
    try:
        if path.is_dir():
            raise BadCommand(f"“{name}” is a folder; name a file in it.")
        if not path.is_file():
            raise BadCommand(f"There is no file “{name}” here; check its name and folder.")
        source = Source(name_of(given), path=path)
        source.head(1)
    except (OSError, ValueError) as error:
        raise _unreadable(given) from error
    return source


def _unreadable(given: str) -> BadCommand:
    name = one_line(name_of(given)) or one_line(given)
    return BadCommand(f"“{name}” cannot be read; check its name and your rights.")


def nothing_read(reason: str) -> dict[str, Any]:
    """Return the answer about a file that was refused before it was read."""
    _, seen = read_as_json(b"", "")
    found: dict[str, Any] = json.loads(seen)
    return found | {"verdict": Verdict.REFUSED.name.lower(), "reason": reason}


def _reply(verdict: Verdict, seen: dict[str, Any]) -> Reply:
    refused = verdict is Verdict.REFUSED
    return Reply(
        data=seen,
        lines=() if refused else tuple(_told(verdict, seen)),
        exit=EXIT_OF[verdict],
        problem=seen["reason"] if refused else "",
    )


def _told(verdict: Verdict, seen: dict[str, Any]) -> list[str]:
    delimiter = seen["delimiter"]
    lines = wrapped(f"{verdict.value.capitalize()}. {seen['reason']}")
    lines += named("Encoding", str(seen["encoding"]))
    if delimiter:
        lines += named("Delimiter", DELIMITER_NAMES.get(delimiter, delimiter))
    lines += named("Header row", f"line {seen['header_row']}")
    lines += named("Rows", f"{seen['rows']:,}")
    lines += named("Columns", ", ".join(seen["columns"]))
    if seen["sheets"]:
        lines += named("Sheets", ", ".join(seen["sheets"]))
    for note in seen["notes"]:
        lines += named("Note", note)
    return lines
