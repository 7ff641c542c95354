"""The hash of an extract, worked out beside the counting: one thread of its own, in order."""

from __future__ import annotations

import hashlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from wres.upload.respondents.blocks import Bytes

# Blocks that wait to be hashed: no more than are being parsed, so that memory stays bounded.
_MOST_WAITING = 4


class HashBeside:
    """A running SHA-256 that takes bytes in while whoever gives them goes on."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="respondents-hash")
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)

    def update(self, data: Bytes, /) -> None:
        """Return nothing; take these bytes in, after those before."""
        self._waiting.append(self._thread.submit(self._digest.update, data))
        if len(self._waiting) > _MOST_WAITING:
            self._waiting.popleft().result()

    def hexdigest(self) -> str:
        """Return the hash of everything taken in, 64 hex digits."""
        while self._waiting:
            self._waiting.popleft().result()
        return self._digest.hexdigest()
