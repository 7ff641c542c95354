"""Files of two trusts with one publication are the same bytes: nothing hidden is in them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.harvest import trusts
from wres.answers import View, gather
from wres.answers.evidence import Evidence
from wres.reports.data_pack import data_pack
from wres.reports.deck import deck
from wres.reports.workbook import workbook
from wres.results import Results

DAY = date(2026, 11, 27)
VIEW = View(org_code=trusts.ORG, wres_year=2025)


@pytest.fixture(scope="module")
def pair(evidence: Evidence) -> tuple[Evidence, Evidence]:
    """Two trusts that differ in a quarter of their counts, and in nothing that is published."""
    rows = trusts.uploaded(300)
    other = trusts.twin(rows)
    assert sum(one != two for one, two in zip(rows, other, strict=True)) > len(rows) / 4
    first, second = (gather(evidence.shipped, Results(found), 1) for found in (rows, other))
    return first, second


def test_decks_are_the_same(pair: tuple[Evidence, Evidence]) -> None:
    """Slides, notes, charts and the data sheets of charts."""
    first, second = (deck(one, VIEW, made_on=DAY) for one in pair)
    assert first == second


def test_workbooks_are_the_same(pair: tuple[Evidence, Evidence]) -> None:
    """Data, sheets of indicators and what their charts draw."""
    first, second = (workbook(one, VIEW, made_on=DAY) for one in pair)
    assert first == second


def test_data_packs_are_the_same(pair: tuple[Evidence, Evidence]) -> None:
    """Every table of it."""
    assert data_pack(pair[0], VIEW) == data_pack(pair[1], VIEW)
