"""Read the library's files: plain TOML, or Markdown with a TOML header between ``+++`` lines.

Everything that can be wrong with a file becomes a ``DataFileBroken`` that names the file and
the place, so that one bad file never hides the good ones.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from wres.errors import DataFileBroken, UnknownTerm
from wres.indicators import INDICATOR_NUMBERS
from wres.library.text_files import words_in
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR, Term, term

# Ten times the longest file shipped; anything larger was put here by mistake.
MAX_FILE_BYTES = 300_000
FENCE = "+++"
_PRINTED_NUMBER = re.compile(r"-?[0-9]{1,7}(\.[0-9]{1,4})?")

Item = TypeVar("Item")


@dataclass(frozen=True)
class Fields:
    """One TOML table whose values are read by name and type.

    Every value that is not what was asked for is refused in plain words by ``DataFileBroken``.
    """

    file_name: str
    where: str
    table: dict[str, object]

    def broken(self, reason: str) -> DataFileBroken:
        """Return the error that says what is wrong in this part of the file."""
        return DataFileBroken(self.file_name, f"{self.where}: {reason}")

    def refuse_keys_outside(self, record: type, *, but: Collection[str] = ()) -> None:
        """Return nothing when every key is a field of ``record``, leaving out those in ``but``.

        Raises:
            DataFileBroken: If a key is not; the message names it.
        """
        known = {one.name for one in dataclass_fields(record)} - set(but)
        strangers = sorted(set(self.table) - known)
        if strangers:
            named = ", ".join(f"“{key}”" for key in strangers)
            raise self.broken(f"unknown key {named}. Check the spelling.")

    def text(self, key: str) -> str:
        """Return the words under a key that must be there; they may be empty.

        Raises:
            DataFileBroken: If the key is missing or holds something other than words.
        """
        if key not in self.table:
            raise self.broken(f'“{key}” is missing. Write {key} = "" if the source is empty.')
        value = self.table[key]
        if not isinstance(value, str):
            raise self.broken(f"“{key}” must be text in quotation marks.")
        return value

    def filled_text(self, key: str) -> str:
        """Return the words under a key that may not be empty.

        Raises:
            DataFileBroken: If there are no words.
        """
        value = self.text(key)
        if not value.strip():
            raise self.broken(f"“{key}” is empty.")
        return value

    def optional_text(self, key: str) -> str:
        """Return the words under a key, or no words when the key is absent."""
        return self.text(key) if key in self.table else ""

    def optional_address(self, key: str) -> str:
        """Return a web address, or no words when it is absent or empty.

        Raises:
            DataFileBroken: If it does not begin with https://.
        """
        value = self.optional_text(key)
        if value and not value.startswith("https://"):
            raise self.broken(f"“{key}” must begin with https://.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of words; none when the key is absent."""
        return tuple(str(value) for value in self._list(key, str, "text in quotation marks"))

    def printed_number(self, key: str) -> str:
        """Return a number as the source prints it, so that its decimal places are kept."""
        printed = self.filled_text(key)
        if not _PRINTED_NUMBER.fullmatch(printed):
            raise self.broken(f"“{key}” must be a number in quotation marks, as printed.")
        return printed

    def optional_proportion(self, key: str) -> float | None:
        """Return a proportion, 0 to 1, or None when the key is absent."""
        value = self.table.get(key)
        if value is None or (isinstance(value, float) and 0 <= value <= 1):
            return value
        raise self.broken(f"“{key}” must be a proportion from 0.0 to 1.0.")

    def flag(self, key: str) -> bool:
        """Return true or false; false when the key is absent."""
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            raise self.broken(f"“{key}” must be true or false.")
        return value

    def whole_number(self, key: str) -> int:
        """Return a whole number that must be there."""
        value = self.table.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.broken(f"“{key}” must be a whole number.")
        return value

    def wres_year(self, key: str) -> int:
        """Return a WRES year, such as 2022."""
        return self._year(key, self.whole_number(key))

    def wres_years(self, key: str) -> tuple[int, ...]:
        """Return the WRES years in a list; none when the key is absent."""
        return tuple(self._year(key, int(str(v))) for v in self._list(key, int, "whole numbers"))

    def indicator(self, key: str) -> int:
        """Return one indicator number, 1 to 9."""
        return self._indicator(self.whole_number(key))

    def indicators(self, key: str) -> tuple[int, ...]:
        """Return at least one indicator number, each 1 to 9 and named once, as written."""
        numbers = tuple(
            self._indicator(int(str(value))) for value in self._list(key, int, "whole numbers")
        )
        if not numbers or len(set(numbers)) != len(numbers):
            raise self.broken(f"“{key}” must name at least one indicator, and none twice.")
        return numbers

    def day(self, key: str) -> date:
        """Return a calendar day, written like 2026-11-23."""
        value = self.table.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.broken(f"“{key}” must be a day written like 2026-11-23.")
        return value

    def one_of(self, key: str, kind: type[Term], name: str) -> Term:
        """Return the member of a closed list that the words under a key name."""
        return self._member(self.text(key), kind, name)

    def some_of(self, key: str, kind: type[Term], name: str) -> tuple[Term, ...]:
        """Return the members of a closed list that a list of words names, as written."""
        return tuple(self._member(code, kind, name) for code in self.texts(key))

    def tables(self, key: str) -> tuple[Fields, ...]:
        """Return the ``[[key]]`` tables in file order, each knowing its place; none if absent."""
        found = [value for value in self._list(key, dict, "tables") if isinstance(value, dict)]
        return tuple(
            Fields(self.file_name, f"{key} {place}", value) for place, value in enumerate(found, 1)
        )

    def _list(self, key: str, kind: type, words: str) -> list[object]:
        values = self.table.get(key, [])
        if not isinstance(values, list):
            raise self.broken(f"“{key}” must be a list.")
        if any(not isinstance(value, kind) or isinstance(value, bool) for value in values):
            raise self.broken(f"“{key}” must hold only {words}.")
        return values

    def _indicator(self, number: int) -> int:
        if number not in INDICATOR_NUMBERS:
            raise self.broken(f"there is no indicator {number}. Use 1 to 9.")
        return number

    def _year(self, key: str, year: int) -> int:
        if not FIRST_WRES_YEAR <= year <= LAST_WRES_YEAR:
            raise self.broken(
                f"“{key}” is {year}. A WRES year is {FIRST_WRES_YEAR} to {LAST_WRES_YEAR}."
            )
        return year

    def _member(self, code: str, kind: type[Term], name: str) -> Term:
        try:
            return term(kind, code, name)
        except UnknownTerm as problem:
            raise self.broken(str(problem)) from None


@dataclass(frozen=True)
class Page:
    """A Markdown file: its header and the words below it."""

    header: Fields
    body: str


def read_toml(path: Path) -> Fields:
    """Return the top table of a TOML file.

    Raises:
        DataFileBroken: If the file cannot be read, or is not TOML.
    """
    return _parse(_read_words(path), path.name)


def read_page(path: Path) -> Page:
    """Return the header and the body of a Markdown file with a ``+++`` header.

    Raises:
        DataFileBroken: If the file cannot be read, or its header is missing or not TOML.
    """
    return split_front_matter(_read_words(path), path.name)


def split_front_matter(words: str, file_name: str) -> Page:
    """Return the header and the body of Markdown words.

    Raises:
        DataFileBroken: If the words do not begin with a closed ``+++`` header of TOML.
    """
    lines = words.split("\n")
    fences = [place for place, line in enumerate(lines) if line.rstrip() == FENCE]
    if len(fences) < 2 or fences[0] != 0:
        raise DataFileBroken(file_name, "it must begin with a header between two +++ lines.")
    end = fences[1]
    # The blank first line keeps the line numbers of TOML's messages those of the file.
    header = _parse("\n" + "\n".join(lines[1:end]), file_name)
    return Page(header, "\n".join(lines[end + 1 :]).strip())


def load_folder(
    folder: Path, suffix: str, load: Callable[[Path], Item]
) -> tuple[tuple[Item, ...], tuple[DataFileBroken, ...]]:
    """Return what loads from a folder in order of file name, and an error for each file that fails.

    A folder that is not there comes back as one error, with nothing loaded.
    """
    if not folder.is_dir():
        return (), (DataFileBroken(folder.name, "the folder is missing."),)
    loaded: list[Item] = []
    broken: list[DataFileBroken] = []
    for path in sorted(folder.glob(f"*{suffix}")):
        try:
            loaded.append(load(path))
        except DataFileBroken as problem:
            broken.append(problem)
    return tuple(loaded), tuple(broken)


def _read_words(path: Path) -> str:
    return words_in(path, MAX_FILE_BYTES).replace("\r\n", "\n")


def _parse(words: str, file_name: str) -> Fields:
    try:
        table = tomllib.loads(words)
    except RecursionError:
        raise DataFileBroken(file_name, "its lists are nested too deeply.") from None
    except ValueError as problem:
        raise DataFileBroken(file_name, f"it is not valid TOML ({problem}).") from None
    return Fields(file_name, "the top of the file", table)
