"""Where an upload's bytes come from: memory or a file on disk, read whole or in a stream."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one upload and the name it came with; exactly one of the two places is used.

    A large file on disk is never read into memory whole: its first bytes say what it is, and
    ``opened`` streams the rest.
    """

    file_name: str
    content: bytes = b""
    path: Path | None = None

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return len(self.content) if self.path is None else self.path.stat().st_size

    def head(self, count: int) -> bytes:
        """Return the first bytes, at most this many."""
        if self.path is None:
            return self.content[:count]
        with self.path.open("rb") as stream:
            return stream.read(count)

    def whole(self) -> bytes:
        """Return every byte; ask ``size`` first."""
        return self.content if self.path is None else self.path.read_bytes()

    def opened(self) -> BinaryIO:
        """Return a stream over the bytes, from the start; whoever asks closes it."""
        return io.BytesIO(self.content) if self.path is None else self.path.open("rb")

    def sha256(self) -> str:
        """Return the hash of the bytes, 64 hex digits, read in blocks."""
        digest = hashlib.sha256()
        with self.opened() as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
        return digest.hexdigest()
