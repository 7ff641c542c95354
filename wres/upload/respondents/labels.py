"""The different labels of a column, each understood once; the unknown ones with how many rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.cells import clean
from wres.upload.checking import count_of

# What a label means when it stands for nothing known.
STRAY = -2
# The code of a label that no row has had yet.
_UNMET = -1
# A label that few people have may say who they are, so it is counted and not repeated.
FEWEST_TO_REPEAT = 3
_NAMED = 5
Codes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A label that stands for nothing known: how many rows have it, and about where the first."""

    label: str
    rows: int
    first_line: int


@dataclass(frozen=True, slots=True)
class Column:
    """Some labels, and which of them each row has; there may be labels that no row has."""

    labels: Sequence[bytes]
    places: npt.NDArray[Any]


class Labels:
    """The labels of one column, numbered in the order they are met."""

    def __init__(self, heading: str) -> None:
        self.heading = heading
        self.texts: list[str] = []
        self._code_of: dict[bytes, int] = {}
        self._code_of_text: dict[str, int] = {}
        self._strays: dict[int, Unplaced] = {}
        # Whose labels were looked up last, and what their codes are.
        self._looked_up: Sequence[bytes] = ()
        self._codes: Codes = np.zeros(0, dtype=np.int64)

    def codes(self, column: Column) -> Codes:
        """Return the number of each row's label.

        Raises:
            FileRefused: If there are more different labels than any such column has.
        """
        codes: Codes = self.known(column).take(column.places)
        return codes

    def known(self, column: Column) -> Codes:
        """Return the number of each different label of a block, -1 for one that no row has.

        Raises:
            FileRefused: If there are more different labels than any such column has.
        """
        labels = column.labels
        if labels is not self._looked_up:
            self._looked_up, self._codes = labels, np.zeros(0, dtype=np.int64)
        more = [self._code_of.get(raw, _UNMET) for raw in labels[len(self._codes) :]]
        if more:
            self._codes = np.append(self._codes, np.array(more, dtype=np.int64))
        if (self._codes == _UNMET).any():
            for place in _in_order(column):
                self._codes[place] = self._code(labels[place])
        return self._codes

    def note_strays(self, codes: Codes, is_stray: Mask, line: int) -> None:
        """Return nothing; remember the labels of these rows. ``line`` is that of the first row."""
        for code in np.unique(codes[is_stray]).tolist():
            at = np.flatnonzero(is_stray & (codes == code))
            before = self._strays.get(code)
            first = before.first_line if before else line + int(at[0])
            rows = len(at) + (before.rows if before else 0)
            self._strays[code] = Unplaced(self.texts[code], rows, first)

    @property
    def strays(self) -> tuple[Unplaced, ...]:
        """The labels that stand for nothing known, the most frequent first."""
        return tuple(sorted(self._strays.values(), key=lambda one: (-one.rows, one.first_line)))

    def _code(self, raw: bytes) -> int:
        code = self._code_of.get(raw)
        if code is None:
            code = self._code_of[raw] = self._new(_text(raw))
            limits.refuse_many_labels(len(self._code_of), self.heading)
        return code

    def _new(self, text: str) -> int:
        code = self._code_of_text.setdefault(text, len(self.texts))
        if code == len(self.texts):
            self.texts.append(text)
        return code


class Understood:
    """A column whose labels each mean one number, whatever else the row says.

    With ``is_small`` the numbers are of one byte each, and none of them is below zero.
    """

    def __init__(self, heading: str, meaning: Callable[[str], int], *, is_small: bool) -> None:
        self.labels = Labels(heading)
        self._meaning, self._is_small = meaning, is_small
        self._meanings: list[int] = []

    def numbers(self, column: Column, line: int, used: Mask | None = None) -> npt.NDArray[Any]:
        """Return what each row's label means; strays of the rows that are used are noted."""
        known, places = self.labels.known(column), column.places
        for text in self.labels.texts[len(self._meanings) :]:
            self._meanings.append(self._meaning(text))
        # A block has few different labels and many rows: what each means is looked up first.
        meant = np.array(self._meanings, dtype=np.int64)[known]
        if STRAY in meant:
            is_stray = (meant == STRAY).take(places)
            is_noted = is_stray if used is None else is_stray & used
            self.labels.note_strays(known.take(places), is_noted, line)
        if self._is_small:
            # A stray stops the file once all are listed; until then it may be counted nowhere.
            meant = np.maximum(meant, 0).astype(np.uint8)
        return meant.take(places)


def told(strays: tuple[Unplaced, ...], *, places: bool = True) -> str:
    """Return labels with their rows, such as “Martian” (12 rows, first near line 40)."""
    said = _place if places else _rows
    often = [one for one in strays if one.rows >= FEWEST_TO_REPEAT]
    parts = [f"“{one.label[:60]}” ({said(one.rows, one.first_line)})" for one in often[:_NAMED]]
    rest = [*often[_NAMED:], *(one for one in strays if one.rows < FEWEST_TO_REPEAT)]
    if rest:
        rows, first = sum(one.rows for one in rest), min(one.first_line for one in rest)
        others = count_of(len(rest), "other label" if parts else "label")
        parts.append(f"{others} ({said(rows, first)})")
    return ", ".join(parts)


def refuse_strays(labels: Labels, what: str, fix: str) -> None:
    """Return nothing if a column has no label that stands for nothing known.

    Raises:
        FileRefused: If it has; the labels are listed with how many rows have them.
    """
    if labels.strays:
        raise FileRefused(
            f"In the column “{labels.heading[:60]}” {told(labels.strays)} cannot be read as "
            f"{what}; {fix}."
        )


def _in_order(column: Column) -> list[int]:
    """The labels of a column that rows have, in the order of the rows."""
    rows = len(column.places)
    first = np.full(len(column.labels), rows)
    # Where a label is written more than once, what is written last stays: its first row.
    first[column.places[::-1]] = np.arange(rows)[::-1]
    in_order: list[int] = np.argsort(first)[: np.count_nonzero(first < rows)].tolist()
    return in_order


def _place(rows: int, line: int) -> str:
    return f"{count_of(rows, 'row')}, first near line {line:,}"


def _rows(rows: int, _line: int) -> str:
    return count_of(rows, "row")


def _text(raw: bytes) -> str:
    try:
        return clean(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return clean(raw.decode("cp1252", "replace"))
