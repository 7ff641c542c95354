"""Read a shipped CSV strictly: UTF-8, one exact header, every cell checked by name and kind.

A file that breaks a rule is refused whole, with its name and the lines that break it, so that
half a table is never taken for a whole one.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from wres.errors import DataFileBroken, WresError
from wres.library.text_files import words_in
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR, Term, survey_year_of, term

# The largest shipped table is about a megabyte; anything far beyond was put here by mistake.
MAX_TABLE_BYTES = 5_000_000
SEPARATOR = "|"
_LINES_NAMED = 3
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,17})?")

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table, whose cells are read by name and refused in plain words."""

    file_name: str
    number: int
    cells: dict[str, str]

    def broken(self, reason: str) -> DataFileBroken:
        """Return the error that says what is wrong on this line."""
        return DataFileBroken(self.file_name, f"line {self.number}: {reason}")

    def texts(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words of several cells, in the order asked for."""
        return tuple([self.cells[name] for name in names])

    def text(self, name: str) -> str:
        """Return the words of a cell; they may be empty."""
        return self.cells[name]

    def filled(self, name: str) -> str:
        """Return the words of a cell that may not be empty.

        Raises:
            DataFileBroken: If the cell is empty.
        """
        words = self.cells[name]
        if not words:
            raise self.broken(f"“{name}” is empty.")
        return words

    def several(self, name: str) -> tuple[str, ...]:
        """Return the parts of a cell that holds several, parted by a bar; none when empty."""
        words = self.cells[name]
        return tuple(words.split(SEPARATOR)) if words else ()

    def whole(self, name: str) -> int:
        """Return a whole number, zero or more.

        Raises:
            DataFileBroken: If the cell holds anything else.
        """
        words = self.cells[name]
        if not _WHOLE.fullmatch(words):
            raise self.broken(f"“{name}” must be a whole number, not “{words}”.")
        return int(words)

    def whole_or_none(self, name: str) -> int | None:
        """Return a whole number, or None when the cell is empty."""
        return self.whole(name) if self.cells[name] else None

    def number_of(self, name: str) -> float:
        """Return a number written in digits with a decimal point.

        Raises:
            DataFileBroken: If the cell holds anything else, such as a percent sign.
        """
        words = self.cells[name]
        if not _NUMBER.fullmatch(words):
            raise self.broken(f"“{name}” must be a number, not “{words}”.")
        return float(words)

    def number_or_none(self, name: str) -> float | None:
        """Return a number, or None when the cell is empty."""
        return self.number_of(name) if self.cells[name] else None

    def wres_year(self) -> int:
        """Return the WRES year of the line.

        Raises:
            DataFileBroken: If it lies outside the years of the standard.
        """
        return self._year("wres_year", FIRST_WRES_YEAR, LAST_WRES_YEAR)

    def survey_year(self) -> int:
        """Return the survey year of the line.

        Raises:
            DataFileBroken: If no WRES year of the standard could report it.
        """
        # The first submissions were irregular: the 2015 baseline has been called survey 2015.
        return self._year("survey_year", survey_year_of(FIRST_WRES_YEAR), LAST_WRES_YEAR)

    def one_of(self, name: str, kind: type[Term], words: str) -> Term:
        """Return the member of a closed list that a cell names.

        Raises:
            UnknownTerm: If the list has no such member.
        """
        found = _members(kind).get(self.cells[name])
        return found if found is not None else term(kind, self.cells[name], words)

    def _year(self, name: str, first: int, last: int) -> int:
        year = self.whole(name)
        if not first <= year <= last:
            raise self.broken(f"“{name}” is {year}, and must lie between {first} and {last}.")
        return year


@cache
def _members(kind: type[Term]) -> dict[str, Term]:
    # Tables of thousands of lines ask for the same few members over and over.
    return {str(member.value): member for member in kind}


def read_table(
    path: Path, columns: tuple[str, ...], make: Callable[[Line], Item]
) -> tuple[Item, ...]:
    """Return what each line of a table makes, in the order of the file.

    Raises:
        DataFileBroken: If the file cannot be read, its header is not exactly ``columns``, or
            ``make`` refuses a line; the message names the first lines refused, and how many more.
    """
    made: list[Item] = []
    reasons: list[str] = []
    for number, cells in _rows(path, columns):
        try:
            made.append(make(_line(path.name, number, cells, columns=columns)))
        except DataFileBroken as problem:
            reasons.append(problem.reason)
        except WresError as problem:
            reasons.append(f"line {number}: {problem}")
    if reasons:
        more = len(reasons) - _LINES_NAMED
        tail = f" And {more} more." if more > 0 else ""
        raise DataFileBroken(path.name, " ".join(reasons[:_LINES_NAMED]) + tail)
    return tuple(made)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(words_in(path, MAX_TABLE_BYTES), newline=""), strict=True)
    try:
        if tuple(next(reader, [])) != columns:
            raise DataFileBroken(path.name, f"line 1: the columns must be {','.join(columns)}.")
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as problem:
        raise DataFileBroken(
            path.name, f"line {reader.line_num}: it is not proper CSV ({problem})."
        ) from None


def _line(file_name: str, number: int, cells: list[str], *, columns: tuple[str, ...]) -> Line:
    line = Line(file_name, number, dict(zip(columns, cells, strict=False)))
    if len(cells) != len(columns):
        raise line.broken(f"it has {len(cells)} cells, and must have {len(columns)}.")
    if [words.strip() for words in cells] != cells:
        raise line.broken("a cell has a space or a line break at its edge.")
    return line
