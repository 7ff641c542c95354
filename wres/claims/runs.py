"""What people write about figures, as runs of signs; each run of letters makes its claims.

The letters are those of ``wres/claims/signs.py``. The runs are tried in this order from the left;
to teach the checker a new way of saying something, add its run here with what it claims.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from wres.claims.run_claims import (
    against,
    benchmark_level,
    between,
    by_points,
    changed,
    gap,
    gap_changed,
    level,
    moved,
    nothing,
    pairs,
    points_apart,
    points_for,
    ratio,
    ratio_named,
    rose_to,
    since,
    time,
    two_years,
    up_from,
    whom,
)
from wres.claims.so_far import Found, SoFar

_GROUPS = "(?:X?GV?G)"
# “Compared with White staff, 19.5% …”: the figure is of somebody who was not named yet.
_LED_BY_ANOTHER = re.compile("T?V[GPQ]")
Build = Callable[[Found, SoFar], None]
RUNS: tuple[tuple[re.Pattern[str], Build], ...] = tuple(
    (re.compile(letters), build)
    for letters, build in (
        (f"K{_GROUPS}?[WNudnhw](?:yQ)?(?:FQT?oQT?|[cFV]T)?", gap_changed),
        (f"[WNud]K{_GROUPS}?(?:yQ)?(?:FQT?oQT?|[cFV]T)?", gap_changed),
        (f"K{_GROUPS}?(?:FQT?oQT?)", gap_changed),
        (f"K{_GROUPS}?Q", gap),
        (f"QK{_GROUPS}?", gap),
        ("[udij](?:GF?PT?oPT?)+", pairs),
        ("[udijn]?G*F[PZ]T?o[PZ]T?", moved),
        ("[udij]G?o[PZ]G?T?(?:F[PZ]T?)?", rose_to),
        ("[ud]G?y?Q(?:[cFV]T)?", by_points),
        ("(?:FToT|XTT)", two_years),
        ("[udhwavbz]?[FV][PZ]T", up_from),
        ("[udnij]G*(?:[cFV]T)?", changed),
        ("[hwbz]VT", changed),
        ("[avhwsbz][bz]?V?B(?:(?:PG){1,2}|(?:GP){1,2})(?![PG])(?:[bz](?!V))?", against),
        ("[avhwsbz][bz]?V?B[PZ]?(?:[bz](?!V))?", against),
        ("[avhwsbz]V?[PZ]B", against),
        ("[hw]GPVGP", between),
        ("[hw]GVG", between),
        ("G[hwbz]VG", between),
        ("G[mle]V?G?", between),
        ("GVG[mle]", between),
        ("GR[me]?V?G?(?![avhwbz])", between),
        ("Q[hw]GVG", points_apart),
        ("GQ[hw]VG", points_apart),
        ("Q[hw]VG", points_apart),
        ("Q[hw]G", points_for),
        ("V?B(?:PG)+", benchmark_level),
        ("V?B[PZ]G?", benchmark_level),
        ("V?[PZ]B", benchmark_level),
        ("PGB(?![PZ])", benchmark_level),
        ("rX?(?:GV?G?)?", ratio_named),
        ("[ZR](?:VG)?", ratio),
        ("[cV]T", since),
        ("PGP(?![Go])", level),
        ("y?PG", level),
        ("GT?P", level),
        ("F?T", time),
        ("G", whom),
        ("V", nothing),
    )
)


def read(letters: str, run_of: Callable[[int, int], Found], so_far: SoFar) -> bool:
    """Return whether every letter was taken up by a run, after noting what each run claims."""
    if _LED_BY_ANOTHER.match(letters):
        return False
    place = 0
    while place < len(letters):
        found = next(_at(letters, place), None)
        if found is None:
            return False
        end, build = found
        run = run_of(place, end)
        if build is ratio and not so_far.names_ratio:
            return False
        build(run, so_far)
        place = end
    return not so_far.is_broken


def _at(letters: str, place: int) -> Iterator[tuple[int, Build]]:
    for pattern, build in RUNS:
        found = pattern.match(letters, place)
        if found is not None and found.end() > place:
            yield found.end(), build
