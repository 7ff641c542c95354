"""A part that is made when it is opened: nothing of it before."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests import prose_read


def page() -> None:
    """Draw one part, opened where the page is told so."""
    import streamlit as st

    from wres.ui import folding

    folding.open_where_used("more", "used" in st.query_params)
    folding.boxes("More", lambda: st.write("What is inside."), key="more")


def inside(app: AppTest, *, is_open: bool) -> None:
    """Assert that the part is there, and what is inside of it only where it is open."""
    assert not app.exception
    assert prose_read.openers(app.main) == {"More": is_open}
    assert [one.value for one in app.markdown] == (["What is inside."] if is_open else [])


def test_a_closed_part_is_not_made() -> None:
    """Closed, its label alone reaches the browser; a press turns it, and another one back."""
    app = AppTest.from_function(page).run()
    inside(app, is_open=False)
    inside(prose_read.press(app, "More"), is_open=True)
    inside(prose_read.press(app, "More"), is_open=False)


def test_a_part_that_comes_into_use_opens_and_then_stays_as_it_is() -> None:
    """Cleared, it is not closed under the hand; closed, a link that uses it opens it again."""
    app = AppTest.from_function(page)
    app.query_params["used"] = "yes"
    inside(app.run(), is_open=True)
    del app.query_params["used"]
    inside(app.run(), is_open=True)
    inside(prose_read.press(app, "More"), is_open=False)
    app.query_params["used"] = "yes"
    inside(app.run(), is_open=True)
    inside(prose_read.press(app, "More"), is_open=False)
    inside(app.run(), is_open=False)
