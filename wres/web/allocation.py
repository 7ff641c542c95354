"""How memory is handed out to the threads of a server."""

from __future__ import annotations

import ctypes
import sys

# M_ARENA_MAX in malloc.h of the GNU C library.
_POOLS_AT_MOST = -8
POOLS = 2


def share_pools() -> bool:
    """Return whether threads take their memory from a few pools from now on, which they share.

    Every run of a page is a thread of its own. The GNU C library gives threads eight pools for
    each core, and what was handed back to one of them is of no use to the next run in another.
    Elsewhere nothing is changed.
    """
    if sys.platform != "linux":
        return False
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    return set_option is not None and set_option(_POOLS_AT_MOST, POOLS) == 1
