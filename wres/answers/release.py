"""The release that answers: a name of the program and of all that is shipped with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from wres.answers.opening import DATA_FOLDER, ROOT

# Made or put there where the program runs: no part of what was shipped.
_NOT_SHIPPED = frozenset({"__pycache__", "local"})
# What libraries answer with changes with their versions.
_PINNED = "requirements.txt"


@cache
def release() -> str:
    """Return the name of the release that runs, worked out once.

    It must be asked for before the files could be replaced by those of the next release.
    """
    return release_of(ROOT / "wres", DATA_FOLDER, ROOT / _PINNED)


def release_of(*places: Path) -> str:
    """Return a name of what these files and folders hold: another for any other byte or name.

    Where they lie and when they were put there makes no difference, so two copies of one release
    have one name.
    """
    told = sha256()
    for place in places:
        for file in _files(place):
            told.update(os.fsencode(file.relative_to(place.parent).as_posix()))
            told.update(_content(file))
    return told.hexdigest()[:16]


def _content(file: Path) -> bytes:
    """How long a file is and what is in it; of one that cannot be read only that it is there."""
    try:
        content = file.read_bytes()
    except OSError:
        return b"\n"
    return b" %d\n%b" % (len(content), content)


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for folder, inner, names in os.walk(place):
        inner[:] = sorted(name for name in inner if name not in _NOT_SHIPPED)
        shipped = (Path(folder) / name for name in sorted(names) if not name.startswith("."))
        # A link that leads nowhere, or a pipe, is no file that could be read.
        yield from filter(os.path.isfile, shipped)
