"""What is shipped, published once for the tests of what people take away."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.conftest import address, server_url, store
from wres.answers import gather
from wres.answers.evidence import Evidence
from wres.library.shipped import load_shipped
from wres.results import Results

__all__ = ["address", "evidence", "server_url", "store"]

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    """The shipped evidence, as a visitor without uploads has it."""
    return gather(load_shipped(DATA), Results(), 0)
