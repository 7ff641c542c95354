"""C2: each number on a page is a published cell, follows from published cells, or is public.

The twins of ``test_canary.py`` say that nothing hidden changes what is sent. This looks from the
other side: what is sent is taken apart into numbers, and each is asked where it comes from.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st

from tests.harvest import trusts
from tests.harvest.conftest import ALL_VIEWS, Viewer, choices
from tests.harvest.explaining import Explained
from wres.results import Result
from wres.ui import loading, searching

At = Callable[[Path], Viewer]
# The other pages show no figure of the organisation, or those of a lead or an admin.
PAGES = ("where_we_stand", "explore", "benchmarks", "workforce", "coverage")
PRACTICE, SHIPPED = "ZZP", "R0A"
# One view in so many, unless all are asked for.
STEP = 1 if ALL_VIEWS else 14


@pytest.fixture
def before(tmp_path: Path, viewer: At) -> Viewer:
    """A viewer before a store with a made-up trust of 800 respondents."""
    trusts.keep(tmp_path, trusts.uploaded(800))
    return viewer(tmp_path)


def unexplained(before: Viewer, org: str, *, whole: bool = False) -> tuple[int, list[object]]:
    """Return how many views were walked, and every number that nothing explains, with its words.

    ``whole`` numbers are people; of the Practice Trust only those of the survey are asked for,
    since trends, standardised gaps and ladders make decimals of six years.
    """
    evidence = before.evidence()
    explained = Explained(evidence, org)
    views, left = 0, []
    for page in ("explore",) if whole else PAGES:
        for choice in list(choices(evidence, org, before.drawn(page, org=org)))[::STEP]:
            if whole and choice.get("indicator") not in ("5", "6", "7", "8"):
                continue
            views += 1
            for number, words in explained.left(page, before.see(page, **choice)):
                if not whole or "." not in number:
                    left.append((number, words, page, choice))
    return views, left


@pytest.mark.parametrize(
    ("org", "whole"), [(trusts.ORG, False), (SHIPPED, False), (PRACTICE, True)]
)
def test_every_number_comes_from_a_published_cell(before: Viewer, org: str, whole: bool) -> None:
    """Words, cells, charts, alternatives, menus and files of a trust: nothing is left over."""
    views, left = unexplained(before, org, whole=whole)
    assert left[:20] == []
    print(f"C2 {org}: {views} views, every number explained")


def hidden_rows(before: Viewer) -> list[Result]:
    """Return the uploaded figures that nobody may see: hidden, or not listed at all."""
    shown = {row.key for row in before.evidence().rows.of(trusts.ORG) if row.denominator}
    return [row for row in trusts.uploaded(800) if row.key not in shown]


def test_most_hidden_numbers_would_be_noticed(before: Viewer) -> None:
    """The list of what may stand there is short: hidden bases of 31 and more are not on it."""
    known = Explained(before.evidence(), trusts.ORG).known
    bases = {str(row.denominator) for row in hidden_rows(before) if (row.denominator or 0) > 30}
    noticed = bases - known
    print(f"C2: {len(noticed)} of {len(bases)} hidden bases above 30 would be noticed by number")
    assert len(noticed) >= len(bases) / 2 > 0


def test_a_leaky_panel_is_caught(before: Viewer, monkeypatch: pytest.MonkeyPatch) -> None:
    """One caption with one hidden base, and that number is left over."""
    known = Explained(before.evidence(), trusts.ORG).known
    secret = next(row for row in hidden_rows(before) if str(row.denominator) not in known)

    def leaky() -> None:
        rows = loading.uploaded(loading.evidence().version)
        found = next(row for row in rows if row.key == secret.key)
        st.caption(f"{found.denominator} answered")

    # Drawn in every run of the page, and so whatever was kept of it before.
    monkeypatch.setattr(searching, "draw", leaky)
    sent = before.see("explore", org=trusts.ORG, year="2025", indicator="8")
    left = Explained(before.evidence(), trusts.ORG).left("explore", sent)
    assert str(secret.denominator) in {number for number, _ in left}
