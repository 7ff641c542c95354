"""How memory is handed out to the threads of a server."""

from __future__ import annotations

import ctypes
import os
import sys

# M_ARENA_MAX in malloc.h of the GNU C library.
_POOLS_AT_MOST = -8
POOLS = 2
# The library's own setting, by which whoever runs the server says it.
_CHOSEN_ALREADY = "MALLOC_ARENA_MAX"


def share_pools() -> bool:
    """Return whether threads take their memory from a few pools from now on, which they share.

    Every run of a page is a thread of its own. The GNU C library gives threads eight pools for
    each core, and what was handed back to one of them is of no use to the next run in another.
    Elsewhere, and where the library is told a number already, nothing is changed.
    """
    if sys.platform != "linux" or _CHOSEN_ALREADY in os.environ:
        return False
    try:
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    except OSError:
        # A program that was built without shared libraries.
        return False
    return set_option is not None and set_option(_POOLS_AT_MOST, POOLS) == 1
