"""What Streamlit keeps with a session of a part of our own."""

from __future__ import annotations

import gc

from streamlit.testing.v1 import AppTest

from tests import prose_read


def page() -> None:
    """Draw one part with a button, and what it did."""
    import streamlit as st

    from wres.ui import prose
    from wres.ui.prose import Press

    def count() -> None:
        st.session_state["presses"] = st.session_state.get("presses", 0) + 1

    prose.draw(prose.links(Press(label="Count", name="one", do=count)), key="counted")
    st.markdown(f"{st.session_state.get('presses', 0)} presses")


def classes_kept() -> int:
    """How many classes that Streamlit made for the state of parts are still in use."""
    gc.collect()
    return sum(one.__name__ == "_WriteThrough" for one in dict.__subclasses__())


def test_a_part_leaves_no_class_of_its_own_with_the_session() -> None:
    """Run after run nothing is made for a part that nobody pressed; a press counts, once."""
    before = classes_kept()
    app = AppTest.from_function(page).run()
    for _ in range(3):
        app.run()
    assert classes_kept() == before
    assert prose_read.press(app, "Count").markdown[0].value == "1 presses"
    assert app.run().markdown[0].value == "1 presses"
    assert classes_kept() == before
