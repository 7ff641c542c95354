"""The words of a shipped file, with a limit on how long it may be."""

from __future__ import annotations

from pathlib import Path

from wres.errors import DataFileBroken


def words_in(path: Path, most_bytes: int) -> str:
    """Return the words of a file of UTF-8, as they stand in it.

    Raises:
        DataFileBroken: If it cannot be opened, is longer than it may be, or is not UTF-8.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(most_bytes + 1)
    except OSError:
        raise DataFileBroken(path.name, "it cannot be opened.") from None
    if len(raw) > most_bytes:
        raise DataFileBroken(path.name, f"it is longer than {most_bytes:,} bytes.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataFileBroken(path.name, "it is not UTF-8 text. Save it as UTF-8.") from None
