"""The hash of a set of figures, which a version carries and its figures are held against."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from itertools import islice

from wres.store.plain_figures import Plain

EMPTY_HASH = "0" * 64
HASH_RANGE = 1 << 256
_HASHED_AT_ONCE = 1_000
# JSON has no line break in it, so there is one between two rows alone.
_BETWEEN_ROWS, _PARTED = b"], [", b"]\n["


def fingerprint(
    start: str = EMPTY_HASH, *, added: Iterable[Plain] = (), taken: Iterable[Plain] = ()
) -> str:
    """Return the hash of a set of figures, 64 hex digits, whatever order they came in.

    The figures are plain values. The hashes of the rows are summed, so a version's hash follows
    from its parent's and the rows that came and went, and an undo leads back to the very hash
    there was before.
    """
    total = int(start, 16) + _summed_hashes(added) - _summed_hashes(taken)
    return f"{total % HASH_RANGE:064x}"


def _summed_hashes(rows: Iterable[Plain]) -> int:
    total, rest, sha256, whole = 0, iter(rows), hashlib.sha256, int.from_bytes
    while values := list(islice(rest, _HASHED_AT_ONCE)):
        total += sum([whole(sha256(text).digest(), "big") for text in _texts(values)])
    return total


def _texts(values: list[Plain]) -> list[bytes]:
    """Each row as JSON. All are written in one go: to begin anew takes longer than a row."""
    told = json.dumps(values, ensure_ascii=True).encode()
    texts = told[1:-1].replace(_BETWEEN_ROWS, _PARTED).split(b"\n")
    if len(texts) == len(values):
        return texts
    # A text of one of them holds what stands between two rows.
    return [json.dumps(one, ensure_ascii=True).encode() for one in values]
