"""A part that is made when it is opened: nothing of it before, and only for who may read."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def page(expanded: bool) -> None:
    """Draw one part."""
    import streamlit as st

    from wres.ui.folding import folded

    folded("More", lambda: st.write("What is inside."), key="more", expanded=expanded)


def drawn(monkeypatch: pytest.MonkeyPatch, *, role: str, expanded: bool) -> AppTest:
    """Return the part as somebody with a role sees it."""
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", role)
    return AppTest.from_function(page, kwargs={"expanded": expanded}).run()


@pytest.mark.parametrize("expanded", [True, False])
def test_a_closed_part_is_not_made(monkeypatch: pytest.MonkeyPatch, expanded: bool) -> None:
    """Open, its words reach the browser; closed, its label alone does."""
    app = drawn(monkeypatch, role="viewer", expanded=expanded)
    assert [one.label for one in app.expander] == ["More"]
    assert [one.value for one in app.markdown] == (["What is inside."] if expanded else [])
    assert not app.exception


def test_whoever_may_not_read_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part runs alone when it is opened, so it asks by itself who is there."""
    app = drawn(monkeypatch, role="none", expanded=True)
    assert not app.expander and not app.markdown and not app.exception
    assert "sign in" in app.error[0].value
