"""What is kept of a page is shown to nobody who should see something else."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests import prose_read
from tests.pages.conftest import Open, said

# Pages and choices that differ in one thing each: the view, what links carry, what is ranked.
VISITS = (
    ("lead", "explore", {"org": "ZZP", "indicator": "8"}),
    ("lead", "explore", {"org": "ZZP", "indicator": "8", "since": "2023"}),
    ("lead", "explore", {"org": "ZZP", "indicator": "8", "weigh": "region"}),
    ("lead", "explore", {"org": "ZZP", "indicator": "8", "beside": "year-2023"}),
    ("lead", "benchmarks", {"org": "R0A", "indicator": "5"}),
    ("lead", "benchmarks", {"org": "R0A", "indicator": "5", "target": "5-21.5"}),
    ("lead", "areas_of_concern", {"org": "ZZP"}),
    ("viewer", "areas_of_concern", {"org": "ZZP"}),
    ("lead", "areas_of_concern", {"org": "ZZP", "easy": "on"}),
    ("lead", "where_we_stand", {"org": "ZZP"}),
    ("lead", "where_we_stand", {"org": "ZZP", "tour": "2"}),
    ("lead", "coverage", {"org": "ZZP"}),
    ("lead", "workforce", {"org": "ZZP"}),
    ("lead", "workforce", {"org": "ZZP", "goal": "28-2030-8a-vsm"}),
)


def seen(open_page: Open, page: str, choice: dict[str, str]) -> list[Any]:
    """Return what a visitor reads and can press or follow on a page."""
    app = open_page(page, **choice)
    assert not app.exception and not app.error
    links = [(one["text"], one.get("href")) for one in prose_read.links(app.main)]
    return [said(app), links, prose_read.presses(app.main), *turned(app)]


def turned(app: AppTest) -> list[dict[str, bool]]:
    """Return what can be opened or switched on a page, and whether it is."""
    return [prose_read.openers(app.main), prose_read.switches(app.main)]


def test_what_one_visitor_opened_is_closed_for_the_next(open_page: Open) -> None:
    """The same choice by two visitors: one opens a part, the other has the page as it was."""
    choice = {"org": "ZZP", "year": "2025"}
    before = seen(open_page, "areas_of_concern", choice)
    app = prose_read.press(open_page("areas_of_concern", **choice), "Compare with")
    assert prose_read.openers(app.main)["Compare with"]
    assert seen(open_page, "areas_of_concern", choice) == before


def test_a_page_that_was_kept_is_the_page_made_anew(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each choice and role, made anew, beside the same after all the others were kept."""
    anew = []
    for role, page, choice in VISITS:
        monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", role)
        st.cache_resource.clear()
        anew.append(seen(open_page, page, choice))
    assert len({str(one) for one in anew}) == len(VISITS)
    for (role, page, choice), expected in [*zip(VISITS, anew, strict=True)] * 2:
        monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", role)
        assert seen(open_page, page, choice) == expected, (role, page, choice)
