"""What is shipped, published once for the tests of what people take away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.hostile.filling import ORG
from tests.hostile.texts import EVERY
from tests.store.conftest import address, server_url, store
from tests.store.examples import figure
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


@pytest.fixture(scope="session")
def hostile(evidence: Evidence) -> Evidence:
    """Shipped evidence in which every text of a figure or plan is a hostile one."""
    plan = next(one for one in evidence.plans if one.organisation_code == "ZZP")
    first = plan.activities[0]
    activities = tuple(
        replace(first, id=f"a{i}", activity=text, lead=text, came_from="", indicators=(5,))
        for i, text in enumerate(EVERY)
    )
    plan = replace(plan, title=EVERY[1], organisation_code=ORG, activities=activities)
    rows = tuple(
        replace(figure(ORG, year=2025 - i % 6, indicator=5 + i // 6), edition=text, source_id=text)
        for i, text in enumerate(EVERY[:24])
    )
    return gather(replace(evidence.shipped, plans=(plan,)), Results(rows), 1)
