"""A part that is made when it is opened: nothing of it before."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def page(opened: bool) -> None:
    """Draw one part."""
    import streamlit as st

    from wres.ui.folding import boxes

    boxes("More", lambda: st.write("What is inside."), key="more", opened=opened)


@pytest.mark.parametrize("opened", [True, False])
def test_a_closed_part_is_not_made(opened: bool) -> None:
    """Open, its words reach the browser; closed, its label alone does."""
    app = AppTest.from_function(page, kwargs={"opened": opened}).run()
    assert [one.label for one in app.expander] == ["More"]
    assert [one.value for one in app.markdown] == (["What is inside."] if opened else [])
    assert not app.exception
