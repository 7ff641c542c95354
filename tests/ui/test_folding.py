"""A part that is made when it is opened: nothing of it before."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests import prose_read


def page(at_first: bool) -> None:
    """Draw one part."""
    import streamlit as st

    from wres.ui.folding import boxes

    boxes("More", lambda: st.write("What is inside."), key="more", at_first=at_first)


def inside(app: AppTest, *, is_open: bool) -> None:
    """Assert that the part is there, and what is inside of it only where it is open."""
    assert not app.exception
    assert prose_read.openers(app.main) == {"More": is_open}
    assert [one.value for one in app.markdown] == (["What is inside."] if is_open else [])


@pytest.mark.parametrize("at_first", [True, False])
def test_a_closed_part_is_not_made(at_first: bool) -> None:
    """Open, its words reach the browser; closed, its label alone does; a press turns it, twice."""
    app = AppTest.from_function(page, kwargs={"at_first": at_first}).run()
    inside(app, is_open=at_first)
    inside(prose_read.press(app, "More"), is_open=not at_first)
    inside(prose_read.press(app, "More"), is_open=at_first)
