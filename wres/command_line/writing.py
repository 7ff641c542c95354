"""Write what a command was asked to put into a file."""

from __future__ import annotations

from pathlib import Path

from wres.command_line.reply import BadCommand


def written(file: str, content: bytes) -> None:
    """Return nothing once the file holds the content.

    Raises:
        BadCommand: If it cannot be written; the sentence says what to do.
    """
    try:
        Path(file).write_bytes(content)
    except OSError:
        raise BadCommand(
            f"“{file}” cannot be written; name a file in a folder you may write to."
        ) from None
