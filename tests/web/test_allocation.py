"""The threads of a server share what memory the system gave it."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from wres.web.allocation import POOLS

# Eight threads hold memory at the same moment; the C library tells of its pools.
HOLDING = """
import ctypes, threading
from wres.web import allocation
if {shared}:
    assert allocation.share_pools()
all_hold = threading.Barrier(8)
def hold():
    held = [bytearray(2_000) for _ in range(50)]
    all_hold.wait()
threads = [threading.Thread(target=hold) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
library = ctypes.CDLL(None)
library.malloc_info(0, ctypes.c_void_p.in_dll(library, "stdout"))
library.fflush(None)
"""


def pools(*, shared: bool) -> int:
    """How many pools of memory eight threads of a new program take from."""
    program = [sys.executable, "-c", HOLDING.format(shared=shared)]
    told = subprocess.run(program, capture_output=True, text=True, check=True, timeout=60).stdout
    return told.count("<heap nr")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the GNU C library alone has pools")
def test_threads_share_a_few_pools_of_memory() -> None:
    """Eight threads that hold memory at once take it from two pools; else from more."""
    assert pools(shared=True) <= POOLS < pools(shared=False)
