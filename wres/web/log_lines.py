"""The log of the program: one line for an event, and nothing that came from a person or a file.

What an error says may quote a cell of a file or a name, so a line holds its kind and where in the
program it arose, and not its words.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLACES_SHOWN = 6
_SPACE = re.compile(r"\s+")


class LogLines(logging.Formatter):
    """Writes an event as time, level, what happened, and where an error came from."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line for one event."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        event = _SPACE.sub(" ", record.getMessage()).replace('"', "'")
        parts = [f"time={when}", f"level={record.levelname.lower()}", f'event="{event}"']
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            parts.append(f"error={'<'.join(type(one).__name__ for one in _causes(error))}")
            parts.append(f"at={'>'.join(_places(error)[-PLACES_SHOWN:]) or 'unknown'}")
        return " ".join(parts)


def set_up() -> None:
    """Return nothing once the program's own log goes to the server's, a line for each event."""
    log = logging.getLogger("wres")
    if not any(isinstance(handler.formatter, LogLines) for handler in log.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(LogLines())
        log.addHandler(handler)
    log.setLevel(logging.INFO)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error, what it came from, and so on; no error twice."""
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or found.__context__


def _places(error: BaseException) -> list[str]:
    """Where in the program an error passed, the innermost last; libraries are left out."""
    deepest = list(_causes(error))[-1]
    frames = [
        frame
        for one in (error, deepest)
        for frame in traceback.extract_tb(one.__traceback__)
        if Path(frame.filename).is_relative_to(ROOT) and ".venv" not in frame.filename
    ]
    places = [f"{Path(one.filename).relative_to(ROOT).as_posix()}:{one.lineno}" for one in frames]
    return list(dict.fromkeys(places))
