"""Each page asks at its end whether it was clear, once a visit; an admin sees the counts."""

from __future__ import annotations

from tests import prose_read
from tests.pages.conftest import Open, said
from wres.words import help as told


def test_an_answer_is_counted_once_a_visit(open_page: Open) -> None:
    """A press thanks and takes the buttons away, on that page alone."""
    app = open_page("explore", org="ZZP")
    prose_read.press(app, told.YES)
    assert told.COUNTED in said(app)
    assert told.WAS_IT_CLEAR not in said(app)
    app.switch_page("../../pages/about.py").run()
    assert [one["text"] for one in prose_read.presses(app.main)] == [told.YES, told.NO]


def test_the_screen_of_a_room_does_not_ask(open_page: Open) -> None:
    """Everybody reads it at once."""
    app = open_page("present", org="ZZP")
    assert told.WAS_IT_CLEAR not in said(app)
