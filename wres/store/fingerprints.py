"""The hash of a set of figures, which a version carries and its figures are held against."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from itertools import islice
from typing import Any

from wres.results import COLUMNS
from wres.store.plain_figures import Plain
from wres.terms import Band, EthnicGroup, StaffGroup

EMPTY_HASH = "0" * 64
HASH_RANGE = 1 << 256
_HASHED_AT_ONCE = 1_000
# JSON has no line break in it, so there is one between two rows alone.
_BETWEEN_ROWS, _PARTED = b"], [", b"]\n["

# Of a row in the order of ``COLUMNS``: what one has of its own in a file of one trust's year.
_OWN = slice(COLUMNS.index("indicator"), COLUMNS.index("value") + 1)
_OF_A_FILE = [place for place in range(len(COLUMNS)) if not _OWN.start <= place < _OWN.stop]
_SAID = {
    one.value: json.dumps(one.value) for kind in (EthnicGroup, StaffGroup, Band) for one in kind
}


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
    columns, rows = list(zip(*values, strict=True)), len(values)
    if all(columns[place].count(values[0][place]) == rows for place in _OF_A_FILE):
        texts = _texts_of_a_file(columns)
        if texts:
            return texts
    told = json.dumps(values, ensure_ascii=True).encode()
    texts = told[1:-1].replace(_BETWEEN_ROWS, _PARTED).split(b"\n")
    if len(texts) == len(values):
        return texts
    # A text of one of them holds what stands between two rows.
    return [json.dumps(one, ensure_ascii=True).encode() for one in values]


def _texts_of_a_file(columns: list[tuple[Any, ...]]) -> list[bytes]:
    """Rows that begin and end alike as JSON; none where a code in them is not known.

    What they share is written once: a third less work for a trust's year.
    """
    begin, end = (
        json.dumps([column[0] for column in some])[1:-1]
        for some in (columns[: _OWN.start], columns[_OWN.stop :])
    )
    indicators, *codes, tops, bases, values = columns[_OWN]
    numbers = [json.dumps(column)[1:-1].split(", ") for column in (tops, bases, values)]
    said = _SAID
    try:
        return [
            f"[{begin}, {number}, {said[group]}, {said[staff]}, {said[band]}, "
            f"{top}, {base}, {value}, {end}]".encode()
            for number, group, staff, band, top, base, value in zip(
                indicators, *codes, *numbers, strict=True
            )
        ]
    except (KeyError, ValueError):
        return []
