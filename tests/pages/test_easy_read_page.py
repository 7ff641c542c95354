"""Easy Read on the page of concerns: a switch, kept in the address, with the same figures."""

from __future__ import annotations

from tests import prose_read
from tests.pages.conftest import Open, said
from wres.ui.easy_read import ON
from wres.words.easy_read import SWITCH

SHORT = "This is about who is put through a formal process."


def test_the_address_opens_easy_read_with_the_same_concerns_and_figures(open_page: Open) -> None:
    """The same six headings, each told in short sentences, and the figures of the long version."""
    long = said(open_page("areas_of_concern", org="ZZP"))
    app = open_page("areas_of_concern", org="ZZP", easy=ON)
    text = said(app)
    assert prose_read.switches(app.main) == {SWITCH: True}
    assert SHORT in text and SHORT not in long
    numbered = [one for one in prose_read.headings(app.main) if one[1:3] == ". "]
    assert len(numbered) == 6 and all(f"\n{one}\n" in long for one in numbered)
    assert "This is a clear concern." in text and "Likely range" not in text.split(SHORT)[1]
    prose_read.press(app, SWITCH)
    assert SHORT not in said(app) and "easy" not in app.query_params


def test_an_unknown_setting_is_explained(open_page: Open) -> None:
    """It is off, and the page says what was asked for."""
    text = said(open_page("areas_of_concern", org="ZZP", easy="1"))
    assert "“1” is no setting of Easy Read, so it is off." in text and SHORT not in text
