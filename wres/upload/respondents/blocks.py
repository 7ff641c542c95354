"""The bytes of an extract in blocks that end where a row ends, read once from start to end."""

from __future__ import annotations

import codecs
from collections.abc import Generator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

import numpy as np

from wres.errors import FileRefused
from wres.upload.respondents.head import Head

BLOCK_BYTES = 2 * 1024 * 1024
# A row that runs on for longer is no row; a stray quotation mark is not followed any further.
_LONGEST_ROW = 4 * BLOCK_BYTES


class Digest(Protocol):
    """What a running hash of the bytes can do."""

    def update(self, data: bytes, /) -> None:
        """Return nothing; take these bytes in."""


@dataclass(frozen=True, slots=True)
class Block:
    """Whole rows of an extract as UTF-8 or Windows-1252 bytes, and how far the file is read."""

    data: bytes
    read: int
    is_only: bool = False


def blocks_of(stream: BinaryIO, head: Head, digest: Digest | None) -> Generator[Block, None, None]:
    """Yield the rows below the header, in blocks of whole rows; the digest, if any, sees
    every byte.

    Raises:
        FileRefused: If a row has no end, or the bytes are not text in the encoding they began in.
    """
    reader = _Reader(stream, head, digest)
    kept, to_skip, is_first, quote = b"", head.lines_to_data, True, head.quote.encode()
    while more := reader.next():
        if to_skip or _marks(kept, quote) % 2:
            more, kept = kept + more, b""
        if to_skip:
            more, to_skip = _without_lines(more, to_skip)
        end = _row_end(more, quote)
        if end:
            # One copy of a block and no more: making room for bytes costs more than reading them.
            data = b"".join((kept, memoryview(more)[:end]))
            yield Block(data, reader.read, is_only=is_first and reader.is_done)
            kept, is_first = more[end:], False
        else:
            kept += more
        if len(kept) > _LONGEST_ROW:
            raise FileRefused(
                "A row of the extract is longer than a row can be. Look for a quotation mark that "
                "is never closed, and save it again as CSV."
            )
    if kept:
        yield Block(kept, reader.read, is_only=is_first)


class _Reader:
    """Reads a stream in blocks, as bytes whose line ends can be found."""

    def __init__(self, stream: BinaryIO, head: Head, digest: Digest | None) -> None:
        self._stream, self._head, self._digest = stream, head, digest
        self._decoder = codecs.getincrementaldecoder(head.codec)("strict") if head.codec else None
        self.read = 0
        self.is_done = False

    def next(self) -> bytes:
        """Return the next bytes, none at the end."""
        data = self._stream.read(BLOCK_BYTES)
        self.read += len(data)
        self.is_done = len(data) < BLOCK_BYTES
        if self._digest is not None:
            self._digest.update(data)
        if self._decoder is not None:
            data = self._decoded(data)
        return data.replace(b"\r", b"\n") if self._head.ends_in_cr else data

    def _decoded(self, data: bytes) -> bytes:
        assert self._decoder is not None
        try:
            return self._decoder.decode(data).encode("utf-8")
        except UnicodeDecodeError:
            raise FileRefused(
                f"The extract begins as {self._head.encoding} and does not go on so; save it again "
                "as “CSV UTF-8”."
            ) from None


def _without_lines(data: bytes, lines: int) -> tuple[bytes, int]:
    """The bytes after so many line ends, and how many are still to come."""
    at = 0
    while lines:
        end = data.find(b"\n", at)
        if end < 0:
            return data[at:], lines
        at, lines = end + 1, lines - 1
    return data[at:], 0


def _marks(data: bytes | memoryview, quote: bytes) -> int:
    """How many quotation marks there are; numpy counts bytes three times as fast as bytes do."""
    return int(np.count_nonzero(np.frombuffer(data, np.uint8) == quote[0]))


def _row_end(data: bytes, quote: bytes) -> int:
    """Where the last whole row ends, or 0; a line end inside quotation marks is no row's end."""
    end = data.rfind(b"\n") + 1
    if not end or _marks(memoryview(data)[:end], quote) % 2 == 0:
        return end
    while end:
        shorter = data.rfind(b"\n", 0, end - 1) + 1
        if shorter and data.count(quote, shorter, end) % 2:
            return shorter
        end = shorter
    return 0
