"""Where the cells of plain rows begin and end, found by their separators, many rows at once.

In plain rows every row is as wide as the header, quotation marks stand around whole cells and hold
no line end, and lines end in one way. Of other rows nothing is said here; a reader of CSV has to
part them cell by cell, which takes several times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wres.upload.respondents.bit_ranks import Bits, Ints, bits_of, of_every_run, where
from wres.upload.respondents.blocks import Bytes
from wres.upload.respondents.head import Head

_LINE_END, _RETURN = b"\n\r"
# A reader of CSV takes it off where it begins to read, which may be within the file.
_ORDER_MARK = b"\xef\xbb\xbf"
# Where more letters are marks, or in quotation marks, they are left to a reader of CSV.
_FEWEST_TO_A_MARK, _FEWEST_TO_A_QUOTED = 16, 4
Letters = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring columns, which are looked at as if they were one."""

    first: int
    last: int

    @property
    def places(self) -> range:
        """The columns, in order."""
        return range(self.first, self.last + 1)

    @property
    def halves(self) -> tuple[Span, Span]:
        """The columns in two spans; there have to be two at least."""
        middle = (self.first + self.last) // 2
        return Span(self.first, middle), Span(middle + 1, self.last)


@dataclass(frozen=True, slots=True)
class Cells:
    """Where the cells of a span begin among the letters, in order, and how many bytes they have.

    The bytes are as they stand in the file, with separators and quotation marks. After each comes
    at least one byte that is none of its own.
    """

    letters: Letters
    begins: Ints
    lengths: Ints


def spans_of(positions: Sequence[int]) -> tuple[Span, ...]:
    """Return the columns at these positions, in order, neighbours in one span."""
    firsts = [place for place in positions if place - 1 not in positions]
    lasts = [place for place in positions if place + 1 not in positions]
    return tuple(map(Span, firsts, lasts))


def plain_cells(data: Bytes, head: Head, spans: Sequence[Span]) -> list[Cells] | None:
    """Return the cells of each span in whole rows, or None where the rows are not plain."""
    letters, last = np.frombuffer(data, np.uint8), len(head.header) - 1
    if letters[-1] != _LINE_END or letters[:3].tobytes() == _ORDER_MARK:
        return None
    found = _found(letters, ord(head.delimiter), ord(head.quote))
    if not _are_plain(found, letters, ord(head.delimiter)):
        return None
    around = {edge for span in spans for edge in (span.first - 1, span.last)}
    wanted = sorted({last, *around} - {-1})
    ends = of_every_run(found.separators, last + 1, wanted)
    if ends is None or len(ends) != found.line_ends:
        return None
    by_place = dict(zip(wanted, ends.T, strict=True))
    if (letters.take(by_place[last]) != _LINE_END).any():
        return None
    by_place[-1] = np.concatenate([[-1], by_place[last][:-1]])
    return [_cells(letters, by_place[span.first - 1] + 1, by_place[span.last]) for span in spans]


def _cells(letters: Letters, begins: Ints, ends: Ints) -> Cells:
    return Cells(letters, begins, ends - begins)


@dataclass(frozen=True, slots=True)
class _Found:
    """A bit for each letter: separators, and marks, which are quotation marks and returns."""

    separators: Bits
    marks: Bits
    line_ends: int


def _found(letters: Letters, delimiter: int, quote: int) -> _Found:
    is_separator = letters == _LINE_END
    line_ends = int(np.count_nonzero(is_separator))
    is_separator |= letters == delimiter
    is_mark = letters == quote
    is_mark |= letters == _RETURN
    return _Found(bits_of(is_separator), bits_of(is_mark), line_ends)


def _are_plain(found: _Found, letters: Letters, delimiter: int) -> bool:
    """Whether all marks are plain; separators in quotation marks are taken out."""
    if np.bitwise_count(found.marks.view(np.uint64)).sum() > len(letters) // _FEWEST_TO_A_MARK:
        return False
    marks = where(found.marks)
    is_return = letters[marks] == _RETURN
    if (letters[marks[is_return] + 1] != _LINE_END).any():
        return False
    quotes = marks[~is_return]
    opening, closing = quotes[::2], quotes[1::2]
    most = len(letters) // _FEWEST_TO_A_QUOTED
    if len(opening) != len(closing) or (closing - opening).sum() > most:
        return False
    before, after = letters[opening - 1], letters[closing + 1]
    begins = (before == delimiter) | (before == _LINE_END) | (opening == 0)
    ends = (after == delimiter) | (after == _LINE_END) | (after == _RETURN)
    within = _within(opening, closing)
    quoted = letters[within]
    if not begins.all() or not ends.all() or (quoted == _LINE_END).any():
        return False
    hidden = within[quoted == delimiter]
    np.bitwise_xor.at(found.separators, hidden // 8, (1 << hidden % 8).astype(np.uint8))
    return True


def _within(opening: Ints, closing: Ints) -> Ints:
    """All letters from each opening mark to the one before its closing mark."""
    sizes = closing - opening
    firsts = np.cumsum(sizes) - sizes
    within: Ints = np.repeat(opening - firsts, sizes) + np.arange(sizes.sum())
    return within
