"""The bytes of an extract in blocks that end where a row ends, read once from start to end."""

from __future__ import annotations

import codecs
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, Protocol

import numpy as np

from wres.errors import FileRefused
from wres.upload.decode import CUT
from wres.upload.respondents.head import Head

BLOCK_BYTES = 2 * 1024 * 1024
# A row that runs on for longer is no row; a stray quotation mark is not followed any further.
_LONGEST_ROW = 4 * BLOCK_BYTES
# Kept to be used again; where more are in use at once, room is made for them and given back.
_MOST_ROOMS = 6
# A little more than a block, as the end of a row before it differs in length.
_SPARE = 64 * 1024
# A CR CR LF; more line ends than that are empty lines.
_LONGEST_LINE_END = 3
# So many quotation marks are looked for one by one; in a block with more, all bytes are compared.
_FEW_MARKS = 1_000


_PADDED = (
    "At its end the extract has zeros that are no text. The file may not have been written "
    "to its end; save it again as “CSV UTF-8” where it came from."
)
_ENDS_IN_CR = (
    "Below the header the lines of the extract end in carriage returns alone. In so large a file "
    "they cannot be told apart. Save it again where it came from, with lines that end in line "
    "feeds."
)
_NOT_CLOSED = (
    "A row of the extract is longer than a row can be. Look for a quotation mark that is never "
    "closed, and save it again as CSV."
)

Bytes = bytes | bytearray | memoryview


class Digest(Protocol):
    """What a running hash of the bytes can do."""

    def update(self, data: Bytes, /) -> None:
        """Return nothing; take these bytes in."""


@dataclass(frozen=True, slots=True)
class Block:
    """Whole rows of an extract as UTF-8 or Windows-1252 bytes, and how far the file is read.

    ``has_marks`` is untrue where it was seen that no quotation mark is in them.
    """

    data: Bytes
    read: int
    is_only: bool = False
    has_marks: bool = True


def blocks_of(stream: BinaryIO, head: Head, digest: Digest | None) -> Generator[Block, None, None]:
    """Yield the rows below the header, in blocks of whole rows.

    The digest, if any, sees every byte. Only where the last bytes may be half a character is the
    stream read again.

    Raises:
        FileRefused: If a row has no end, the bytes are not text in the encoding they began in, or
            they end in the middle of a character or in zeros.
    """
    reader = _Reader(stream, head, digest)
    kept, to_skip, is_first, quote = b"", head.lines_to_data, True, head.quote.encode()
    has_zero = False
    while (data := reader.next(kept)) is not None:
        begin, to_skip = _after_lines(data, to_skip)
        end, has_marks = _row_end(data, begin, quote)
        if end > begin:
            had_zero, has_zero = has_zero, _ends_in_zero(data, begin, end)
            is_padded = has_zero and not _is_filled(data, begin, end, before=had_zero)
            if is_padded and reader.is_done and end == len(data):
                raise FileRefused(_PADDED)
            rows = memoryview(data)[begin:end]
            is_only = is_first and reader.is_done
            yield Block(rows, reader.read, is_only=is_only, has_marks=has_marks)
            is_first = False
        kept = bytes(memoryview(data)[end:])
        if len(kept) > _LONGEST_ROW:
            raise FileRefused(_why_endless(kept))
    # Where each row ends in zeros, they fill its last column.
    if _is_padding(kept) or (_ends_in_zero(kept, 0, len(kept)) and not has_zero):
        raise FileRefused(_PADDED)
    if kept:
        yield Block(kept, reader.read, is_only=is_first)


class _Reader:
    """Reads a stream in blocks, as bytes whose line ends can be found."""

    def __init__(self, stream: BinaryIO, head: Head, digest: Digest | None) -> None:
        self._stream, self._head, self._digest = stream, head, digest
        self._decoder = codecs.getincrementaldecoder(head.codec)("strict") if head.codec else None
        self._rooms: list[bytearray] = []
        self.read = 0
        self.is_done = False

    def next(self, kept: bytes) -> bytes | bytearray | None:
        """Return what was kept and the next bytes after it, None at the end.

        Where fewer bytes were read than make a character, that may be nothing before the end.
        """
        # Read to where they stay: making room for bytes twice costs more than reading them.
        size = len(kept) + BLOCK_BYTES
        data = self._room(size)
        data[: len(kept)] = kept
        with memoryview(data) as room:
            read = self._stream.readinto(room[len(kept) :])  # type: ignore[attr-defined]
        self.read += read
        self.is_done = read < BLOCK_BYTES
        if self.is_done:
            del data[len(kept) + read :]
        if self._digest is not None and read:
            self._digest.update(memoryview(data)[len(kept) :])
        if not read:
            self._refuse_half_a_character(kept)
            return None
        if self._decoder is None and not self._head.ends_in_cr:
            return data
        return kept + self._with_line_ends(bytes(memoryview(data)[len(kept) :]))

    def _room(self, size: int) -> bytearray:
        """Room for so many bytes, used again once nobody looks at what was in it any more.

        New room has to be emptied, page by page, while the threads that parse wait for their turn.
        """
        for room in self._rooms:
            with suppress(BufferError):
                # As long as somebody looks at it, no room changes its size.
                room.extend(bytes(max(1, size - len(room))))
                del room[size:]
                return room
        room = bytearray(size + _SPARE)
        del room[size:]
        if len(self._rooms) < _MOST_ROOMS:
            self._rooms.append(room)
        return room

    def _with_line_ends(self, data: bytes) -> bytes:
        if self._decoder is not None:
            data = self._decoded(data)
        return data.replace(b"\r", b"\n") if self._head.ends_in_cr else data

    def _refuse_half_a_character(self, last_row: bytes) -> None:
        if self._decoder is None:
            is_cut = bool(_begun(last_row)) and self._is_utf8_but_for_the_end()
        else:
            rest = self._decoder.getstate()[0]
            # Zeros are padding; where the larger half comes first, a letter begins so as well.
            is_cut = any(rest) or (bool(rest) and self._head.codec.endswith("be"))
        if is_cut:
            raise FileRefused(CUT)

    def _is_utf8_but_for_the_end(self) -> bool:
        """Whether letters of UTF-8 come before; else the last byte may be an older accent."""
        decoder = codecs.getincrementaldecoder("utf-8")("strict")
        is_ascii = True
        self._stream.seek(0)
        try:
            while data := self._stream.read(BLOCK_BYTES):
                is_ascii = decoder.decode(data).isascii() and is_ascii
        except UnicodeDecodeError:
            return False
        return not is_ascii

    def _decoded(self, data: bytes) -> bytes:
        assert self._decoder is not None
        try:
            return self._decoder.decode(data).encode("utf-8")
        except UnicodeDecodeError:
            raise FileRefused(
                f"The extract begins as {self._head.encoding} and does not go on so; save it again "
                "as “CSV UTF-8”."
            ) from None


def _is_padding(last: bytes) -> bool:
    return bool(last) and not last.strip(b"\0")


def _ends_in_zero(data: bytes | bytearray, begin: int, end: int) -> bool:
    """Whether a zero comes last, but for a line end; it is a whole character by now."""
    return data[max(begin, end - _LONGEST_LINE_END - 1) : end].rstrip(b"\r\n").endswith(b"\0")


def _is_filled(data: bytes | bytearray, begin: int, end: int, *, before: bool) -> bool:
    """Whether the line before the last ends in a zero too; ``before`` is that of the last block."""
    start = data.rfind(b"\n", begin, data.rfind(b"\0", begin, end)) + 1
    return _ends_in_zero(data, begin, start) if start > begin else before


def _why_endless(row: bytes) -> str:
    """What is wrong with a row that does not end."""
    if row.endswith(b"\0"):
        return _PADDED
    return _ENDS_IN_CR if b"\r" in row and b"\n" not in row else _NOT_CLOSED


def _begun(data: bytes) -> bytes:
    """The bytes at the end that begin a letter of UTF-8 and do not end it."""
    decoder = codecs.getincrementaldecoder("utf-8")("ignore")
    # No letter has more than four bytes.
    decoder.decode(data[-4:])
    return decoder.getstate()[0]


def _after_lines(data: bytes | bytearray, lines: int) -> tuple[int, int]:
    """Where the bytes after so many line ends begin, and how many are still to come."""
    at = 0
    while lines:
        end = data.find(b"\n", at)
        if end < 0:
            return len(data), lines
        at, lines = end + 1, lines - 1
    return at, 0


def _marks_in(data: bytes | bytearray, quote: bytes, begin: int, end: int) -> int:
    """How many quotation marks there are; looking for the few there are is fastest."""
    for found in range(_FEW_MARKS):
        begin = data.find(quote, begin, end) + 1
        if not begin:
            return found
    rest = np.frombuffer(data, np.uint8, end - begin, begin)
    return _FEW_MARKS + int(np.count_nonzero(rest == quote[0]))


def _row_end(data: bytes | bytearray, begin: int, quote: bytes) -> tuple[int, bool]:
    """Where the last whole row ends, or ``begin``, and whether there are marks up to a line end.

    A line end inside quotation marks is no row's end.
    """
    end = data.rfind(b"\n", begin) + 1
    marks = _marks_in(data, quote, begin, end) if end else 0
    if marks % 2 == 0:
        return end or begin, marks > 0
    while end > begin:
        shorter = data.rfind(b"\n", begin, end - 1) + 1
        if shorter and data.count(quote, shorter, end) % 2:
            return shorter, True
        end = shorter
    return begin, True
