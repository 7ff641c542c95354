"""A hash that was made of “-0”: a store that says 0 for it holds the same figures.

Releases before hashed a printed -0 as it was given, and SQLite gives 0 back for it, so their hash
of a version is not that of the figures there are, nor is any after it. What lies between the two
is known for each figure that can have been one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from wres.results import COLUMNS
from wres.store.fingerprints import HASH_RANGE, fingerprint
from wres.store.plain_figures import Plain
from wres.store.tables import result_rows, versions
from wres.store.versions import VersionKind
from wres.terms import Unit

_HASH = re.compile("[0-9a-f]{64}")
_VALUE = COLUMNS.index("value")
# What some of them come to is worked out for each half: 65,536 sums at most.
MOST_ZEROS = 32


def is_of_minus_zeros(connection: Connection, *, recorded: str, found: str) -> bool:
    """Return whether a recorded hash differs from that found by nothing but the sign of zeros.

    The zeros are those of every upload that stand as printed: a share of counts was never -0, and
    an undo wrote what the store gave it. Of more than ``MOST_ZEROS`` it is not told, and the
    answer is no.
    """
    row = result_rows.c
    uploads = select(versions.c.id).where(versions.c.kind == VersionKind.UPLOAD.value)
    as_printed = or_(row.numerator.is_(None), row.unit != Unit.PROPORTION.value)
    wanted = select(*(row[name] for name in COLUMNS)).where(
        row.value == 0, row.removed.is_(False), as_printed, row.version_id.in_(uploads)
    )
    if not _HASH.fullmatch(recorded):
        return False
    zeros = [tuple(one) for one in connection.execute(wanted.limit(MOST_ZEROS + 1))]
    if len(zeros) > MOST_ZEROS:
        return False
    apart = int(recorded, 16) - int(found, 16)
    others = _sums(zeros[1::2])
    return any((apart - one) % HASH_RANGE in others for one in _sums(zeros[::2]))


def _sums(zeros: Iterable[Plain]) -> set[int]:
    """What hashes are apart by when any of some zeros were said as -0, or none."""
    sums = {0}
    for zero in zeros:
        minus = (*zero[:_VALUE], -0.0, *zero[_VALUE + 1 :])
        apart = int(fingerprint(added=[minus], taken=[zero]), 16)
        sums |= {(one + apart) % HASH_RANGE for one in sums}
    return sums
