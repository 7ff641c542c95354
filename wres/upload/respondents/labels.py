"""The different labels of a column, each understood once; the unknown ones with how many rows."""

from __future__ import annotations

from collections.abc import Callable
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


class Labels:
    """The labels of one column, numbered in the order they are met."""

    def __init__(self, heading: str) -> None:
        self.heading = heading
        self.texts: list[str] = []
        self._code_of: dict[bytes, int] = {}
        self._code_of_text: dict[str, int] = {}
        self._strays: dict[int, Unplaced] = {}

    def codes(self, column: Any) -> Codes:
        """Return the number of each row's label.

        Raises:
            FileRefused: If there are more different labels than any such column has.
        """
        codes: Codes = self.known(column).take(places_of(column))
        return codes

    def known(self, column: Any) -> Codes:
        """Return the number of each different label of a block.

        Raises:
            FileRefused: If there are more different labels than any such column has.
        """
        labels = column.dictionary.to_pylist()
        codes = list(map(self._code_of.get, labels))
        if None in codes:
            codes = [self._code(raw) for raw in labels]
        return np.array(codes, dtype=np.int64)

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

    def numbers(self, column: Any, line: int, used: Mask | None = None) -> npt.NDArray[Any]:
        """Return what each row's label means; strays of the rows that are used are noted."""
        known, places = self.labels.known(column), places_of(column)
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


def places_of(column: Any) -> npt.NDArray[np.int32]:
    """Return where in its dictionary the label of each row stands."""
    indices = column.indices
    if not len(indices):
        return np.zeros(0, dtype=np.int32)
    # As its own bytes: pyarrow's own way to numpy would first import pandas.
    return np.frombuffer(indices.buffers()[1], np.int32, len(indices), 4 * indices.offset)


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


def _place(rows: int, line: int) -> str:
    return f"{count_of(rows, 'row')}, first near line {line:,}"


def _rows(rows: int, _line: int) -> str:
    return count_of(rows, "row")


def _text(raw: bytes) -> str:
    try:
        return clean(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return clean(raw.decode("cp1252", "replace"))
