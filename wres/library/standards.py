"""Sister standards as data: what each of their measures asks, with its source, and nothing else.

No figure of theirs is read, and none is worked out. A standard is one file in ``data/standards``;
its id is the name of that file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wres.errors import DataFileBroken, SetUpWrong
from wres.library.front_matter import Fields, load_folder, read_toml
from wres.settings import STANDARDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What one measure asks, word for word as its source prints it; empty where not found."""

    number: str
    wording: str
    source_title: str = ""
    source_url: str = ""
    note: str = ""

    @property
    def is_found(self) -> bool:
        """Whether a source with the wording was found."""
        return bool(self.wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A sister standard: what it is about, and its measures, each called an ``item`` of it."""

    id: str
    title: str
    item: str
    about: str
    source_title: str
    source_url: str
    checked_on: date
    definitions: tuple[Definition, ...]
    note: str = ""


def load_standards(
    folder: Path,
) -> tuple[tuple[Standard, ...], tuple[DataFileBroken, ...]]:
    """Return the standards of a folder by file name, and an error for each file that fails."""
    return load_folder(folder, ".toml", load_standard)


def load_standard(path: Path) -> Standard:
    """Return the standard a TOML file describes.

    Raises:
        DataFileBroken: If the file cannot be used, defines nothing, defines a measure twice, gives
            a wording without a source, or a source without a wording.
    """
    fields = read_toml(path)
    fields.refuse_keys_outside(Standard, but=("id",))
    definitions = tuple(_definition(one) for one in fields.tables("definitions"))
    numbers = [one.number for one in definitions]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice or not numbers:
        raise fields.broken(f"“{twice[0]}” is defined twice." if twice else "it defines nothing.")
    return Standard(
        id=path.stem,
        title=fields.filled_text("title"),
        item=fields.filled_text("item"),
        about=fields.filled_text("about"),
        source_title=fields.filled_text("source_title"),
        source_url=fields.optional_address("source_url") or fields.filled_text("source_url"),
        checked_on=fields.day("checked_on"),
        definitions=definitions,
        note=fields.optional_text("note"),
    )


def _definition(fields: Fields) -> Definition:
    fields.refuse_keys_outside(Definition)
    found = Definition(
        number=fields.filled_text("number"),
        wording=fields.text("wording").strip(),
        source_title=fields.optional_text("source_title"),
        source_url=fields.optional_address("source_url"),
        note=fields.optional_text("note"),
    )
    sourced = bool(found.source_title and found.source_url)
    if found.is_found != sourced or bool(found.source_title) != bool(found.source_url):
        raise fields.broken("a wording needs its source, and a source its wording.")
    return found


def switched_on(standards: Iterable[Standard], setting: str) -> tuple[Standard, ...]:
    """Return the standards a setting names by id, parted by commas; none when it is empty.

    Raises:
        SetUpWrong: If it names one that is not there.
    """
    known = {one.id: one for one in standards}
    asked = [name.strip().casefold() for name in setting.split(",") if name.strip()]
    if any(name not in known for name in asked):
        raise SetUpWrong(
            f"{STANDARDS.name} names a standard that is not in data/standards; "
            f"use some of: {', '.join(known) or 'none'}, parted by commas."
        )
    return tuple(known[name] for name in dict.fromkeys(asked))
