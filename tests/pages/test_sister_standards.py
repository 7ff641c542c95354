"""Sister standards reach the About page when they are switched on, and no page otherwise."""

from __future__ import annotations

import pytest

from tests import prose_read
from tests.library.test_standards import ALL, BY_ID
from tests.pages.conftest import Open, said

WORDS_OF_THEIRS = ("Sister standards", "Disability", "Disabled", "MWRES", "Bank WRES")


def test_nothing_of_them_is_there_by_default(open_page: Open) -> None:
    """No title, no wording and no source, on the page that would show them."""
    app = open_page("about")
    text = said(app)
    assert [word for word in WORDS_OF_THEIRS if word in text] == []
    told = [one.wording for standard in ALL for one in standard.definitions if one.is_found]
    assert [wording for wording in told if wording in text] == []


def test_one_that_is_switched_on_is_shown_with_its_sources(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every metric stands there, found or not, and the others stay off."""
    monkeypatch.setenv("WRES_STANDARDS", "wdes")
    app = open_page("about")
    text = said(app)
    assert "Sister standards" in text
    wdes = BY_ID["wdes"]
    for one in wdes.definitions:
        assert f"Metric {one.number}" in text
        assert one.wording in text
        assert one.source_url in text
    assert text.count("Its wording was not found.") == 3
    labels = [one["label"] for one in prose_read.parts(app.main, "folded")]
    assert wdes.title in labels
    assert BY_ID["bank_wres"].title not in labels


def test_a_standard_that_is_not_there_is_told_in_one_sentence(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest of the page stands above it."""
    monkeypatch.setenv("WRES_STANDARDS", "wdse")
    text = said(open_page("about"))
    assert "WRES_STANDARDS names a standard that is not in data/standards" in text
    assert "Where the figures come from" in text
