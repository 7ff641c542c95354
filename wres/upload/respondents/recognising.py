"""The labels met in a column so far, recognised by their bytes, all cells of a block at once.

A label is looked up by a number made of its bytes and then compared byte by byte, so that a cell is
only ever taken for the label it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock

import numpy as np
import numpy.typing as npt

from wres.upload import limits
from wres.upload.respondents.head import Head
from wres.upload.respondents.separators import Cells, Letters, Span

_WORD = 8
# A longer label is left to a reader of CSV.
_MOST_WORDS = 16
# In so many places few labels get into each other's way.
_BITS_OF_PLACES, _TRIES = 15, 4
_TO_PLACES, _ODD = np.uint64(64 - _BITS_OF_PLACES), np.uint64(1)
# A few more labels, of so many, have places of their own: there are not too many of those.
_LITTLE, _MOST_PLACES = 8, 6
# Labels come again and again: among so many strange cells are most of the labels there are. Where
# more than so many of them differ, neighbouring columns are no label together.
_FEW_STRANGE, _MOST_DIFFERENT = 1_024, 768
_MOST_TOGETHER = 2_500
Codes = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]


class KnownLabels:
    """The labels of a span, numbered as they are learned; several threads may ask at once."""

    def __init__(self, span: Span, head: Head) -> None:
        self.span = span
        self._delimiter, self._quote = head.delimiter.encode(), head.quote.encode()
        # By column: what its cell is in each label. They only ever grow.
        self.columns: dict[int, list[bytes]] = {place: [] for place in span.places}
        self._keys: dict[bytes, None] = {}
        self._most = _MOST_TOGETHER if len(self.columns) > 1 else limits.MOST_LABELS
        self._known = _Known(np.zeros((0, 1), np.uint64), ())
        self._learning = Lock()

    def codes(self, blocks: Sequence[Cells]) -> Codes | None:
        """Return the number of each cell's label, None where labels are too long or too many."""
        longest = max(int(cells.lengths.max()) for cells in blocks) // _WORD + 1
        if longest > _MOST_WORDS:
            return None
        if longest > self._known.width:
            self._learn((), longest)
        width = self._known.width
        # Of all blocks at once: between two steps a thread waits for its turn in Python.
        words = np.concatenate([_words(cells, width) for cells in blocks])
        codes, strange = self._known.find(words)
        few = _FEW_STRANGE
        while len(strange):
            rest = words[strange]
            met = rest[:few].view(f"S{rest.shape[1] * _WORD}").ravel().tolist()
            if not self._are_labels(met) or not self._learn(met, longest):
                return None
            codes[strange], still = self._known.find(rest)
            strange, few = strange[still], 4 * few
        return codes

    def _are_labels(self, met: Sequence[bytes]) -> bool:
        is_first = len(met) == _FEW_STRANGE
        return not (is_first and len(self.columns) > 1 and len(set(met)) > _MOST_DIFFERENT)

    def _learn(self, met: Sequence[bytes], width: int) -> bool:
        """Whether there was room for these labels, which are known from now on."""
        with self._learning:
            new = [key for key in dict.fromkeys(met) if key not in self._keys]
            if len(self._keys) + len(new) > self._most:
                return False
            self._keys |= dict.fromkeys(new)
            for key in new:
                # What comes after a label is part of its key: no key is the beginning of another.
                cells = _parted(key[:-1], self._delimiter, self._quote)
                for column, cell in zip(self.columns.values(), cells, strict=True):
                    column.append(cell)
            self._known = self._known.learned(tuple(self._keys), width)
        return True


def _parted(label: bytes, delimiter: bytes, quote: bytes) -> Iterator[bytes]:
    """The cells of plain neighbouring columns, without quotation marks and the return of a line."""
    rest = label.removesuffix(b"\r")
    while True:
        if rest.startswith(quote):
            cell, _, rest = rest[1:].partition(quote)
            _, more, rest = rest.partition(delimiter)
        else:
            cell, more, rest = rest.partition(delimiter)
        yield cell
        if not more:
            return


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a label would be by a number made of its bytes; no two share a place."""

    factors: Words
    codes: npt.NDArray[np.int16]

    def of(self, words: Words) -> Codes:
        """The one label each may be."""
        return self.codes.take(_place(words, self.factors)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Known:
    """The labels known at a time; those whose place was taken are in the places after."""

    words: Words
    places: tuple[_Places, ...]

    @property
    def width(self) -> int:
        """How many words the longest label has."""
        return int(self.words.shape[1])

    def find(self, words: Words) -> tuple[Codes, Codes]:
        """The code of each label, and which of them are not known."""
        words = _as_wide(words, self.width)
        codes, strange = np.zeros(len(words), np.int64), np.arange(len(words))
        for places in self.places:
            if len(strange) == len(words):
                codes = places.of(words)
                strange = self._others(codes, words)
            elif len(strange):
                rest = words[strange]
                codes[strange] = found = places.of(rest)
                strange = strange[self._others(found, rest)]
        return codes, strange

    def learned(self, keys: Sequence[bytes], width: int) -> _Known:
        """Return what is known with these labels, of which the first are known already."""
        width = max(width, self.width)
        padded = b"".join(key.ljust(width * _WORD, b"\0") for key in keys)
        words = np.frombuffer(padded, np.uint64).reshape(-1, width)
        new = np.arange(len(self.words), len(words))
        is_little = len(new) * _LITTLE < len(words) and len(self.places) < _MOST_PLACES
        if is_little and width == self.width:
            return _Known(words, (*self.places, *_placed(words, new)))
        return _Known(words, tuple(_placed(words, np.arange(len(words)))))

    def _others(self, codes: Codes, words: Words) -> Codes:
        differs = np.flatnonzero(self.words.take(codes, axis=0) != words) // self.width
        others: Codes = differs[np.flatnonzero(np.diff(differs, prepend=-1))]
        return others


def _placed(words: Words, left: Codes) -> Iterator[_Places]:
    """Places for the labels left to be placed."""
    while len(left):
        factors, first = _best_factors(words[left])
        codes = np.zeros(1 << _BITS_OF_PLACES, np.int16)
        codes[_place(words[left[first]], factors)] = left[first]
        yield _Places(factors, codes)
        left = np.delete(left, first)


def _best_factors(words: Words) -> tuple[Words, Codes]:
    """Factors by which most labels have a place of their own, and the first label of each place.

    They are drawn anew each time, so that nobody can write labels that meet in one place.
    """
    draw = np.random.default_rng()
    best: Words = np.zeros(0, np.uint64)
    most: Codes = np.zeros(0, np.int64)
    for _ in range(_TRIES):
        factors = np.frombuffer(draw.bytes(words[0].nbytes), np.uint64) | _ODD
        first = np.unique(_place(words, factors), return_index=True)[1]
        if len(first) > len(most):
            best, most = factors, first
        if len(most) == len(words):
            break
    return best, most


def _place(words: Words, factors: Words) -> Codes:
    numbers = words[:, 0] * factors[0]
    for at in range(1, words.shape[1]):
        numbers += words[:, at] * factors[at]
    places: Codes = (numbers >> _TO_PLACES).view(np.int64)
    return places


def _words(cells: Cells, width: int) -> Words:
    """The bytes of every cell and the one after it as whole words, filled up with zeros."""
    size, letters, begins = width * _WORD, cells.letters, cells.begins
    last = max(len(letters) - size, 0)
    if begins[-1] > last or not last:
        found = _read_to_the_end(letters, begins, size)
    else:
        found = _read(letters, begins, size)
    found &= _masks(width).take(cells.lengths, axis=0)
    return found


def _read_to_the_end(letters: Letters, begins: Codes, size: int) -> Words:
    """Words from each beginning; the last few are read from a copy that goes on after the end."""
    last = max(len(letters) - size, 0)
    late = int(np.searchsorted(begins, last))
    tail = np.concatenate([letters[last:], np.zeros(2 * size, np.uint8)])
    found = _read(letters if last else tail, np.minimum(begins, last), size)
    found[late:] = _read(tail, begins[late:] - last, size)
    return found


def _read(letters: Letters, begins: Codes, size: int) -> Words:
    shape = (len(letters) - size + 1,)
    runs = np.ndarray(shape, f"V{size}", letters.data, strides=(1,))  # type: ignore[arg-type]
    words: Words = runs[begins].view(np.uint64).reshape(-1, size // _WORD)
    return words


@cache
def _masks(width: int) -> Words:
    """By the bytes of a cell: all bits of so many bytes and of the one after."""
    size = width * _WORD
    is_in = np.arange(size) <= np.arange(size)[:, None]
    return np.where(is_in, 255, 0).astype(np.uint8).view(np.uint64)


def _as_wide(words: Words, width: int) -> Words:
    more = width - words.shape[1]
    return np.pad(words, ((0, 0), (0, more))) if more else words
