"""What every test needs: a main module that is the one of the run."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def the_same_main() -> Iterator[None]:
    """A page tried without a browser stays behind as the main module of the run.

    A process that a later test starts would run that page's script, and end.
    """
    kept = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = kept
