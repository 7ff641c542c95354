"""Each page asks at its end whether it was clear, once a visit; an admin sees the counts."""

from __future__ import annotations

from tests.pages.conftest import Open, said
from wres.words import help as told


def test_an_answer_is_counted_once_a_visit(open_page: Open) -> None:
    """A press thanks and takes the buttons away, on that page alone."""
    app = open_page("explore", org="ZZP")
    app.button(key="clear_explore_True").click().run()
    assert told.COUNTED in said(app)
    assert not [one for one in app.button if str(one.key).startswith("clear_explore")]
    app.switch_page("../../pages/about.py").run()
    assert app.button(key="clear_about_False")


def test_the_screen_of_a_room_does_not_ask(open_page: Open) -> None:
    """Everybody reads it at once."""
    app = open_page("present", org="ZZP")
    assert told.WAS_IT_CLEAR not in said(app)
