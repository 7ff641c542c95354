"""The benchmarks page: what the address asks for is shown, kept, or refused in a sentence."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests import prose_read
from tests.pages.conftest import Open, said
from wres.ui.comparing_choices import TARGET_LABEL

PEERS, TARGET = "pick_peers", "pick_target_8"


def peers_box(app: AppTest) -> list[str]:
    """Return the codes in the box of chosen trusts."""
    return list(app.multiselect(key=PEERS).value)


def test_a_trust_stands_among_its_kind_as_a_range(open_page: Open) -> None:
    """Manchester: 15.7% over 121 others, a range of places, and every comparator with its year."""
    text = said(open_page("benchmarks", org="R0A", indicator="8"))
    assert "16.1% of BME staff, beside a median of 15.7% over 121 other trusts" in text
    assert "somewhere between 32nd and 91st of 122, from the lowest figure up" in text
    assert "WRES 2025, survey 2024, edition NSS 2024, 121 trusts" in text
    assert "There is no funnel: it needs the number of responses" in text
    assert "clearly" not in text and "ranked" not in text


def test_a_chosen_set_is_kept_in_the_address(open_page: Open) -> None:
    """Three codes in a link are the set; taking one away writes the two that are left."""
    app = open_page("benchmarks", org="R0A", indicator="8", peers="RXN-RBT-RM3", pool="peers")
    assert sorted(peers_box(app)) == ["RBT", "RM3", "RXN"]
    assert "3 trusts, chosen by you." in said(app)
    app.multiselect(key=PEERS).set_value(["RBT", "RM3"]).run()
    assert app.query_params["peers"] == "RBT-RM3"
    assert "A median needs three other trusts with figures of this year; 2 chosen here." in said(
        app
    )


def test_the_suggestion_is_not_written_down(open_page: Open) -> None:
    """Going back to the suggested trusts takes the set out of the address."""
    app = open_page("benchmarks", org="R0A", indicator="8", peers="RXN-RBT-RM3")
    app.button[0].click().run()
    assert "peers" not in app.query_params
    assert "17 trusts, suggested." in said(app)


def test_a_target_is_validated_and_kept(open_page: Open) -> None:
    """10% is set beside 16.1%; a word is refused; a target of another indicator waits."""
    app = open_page("benchmarks", org="R0A", indicator="8")
    prose_read.press(app, TARGET_LABEL)
    app.text_input(key=TARGET).set_value("10").run()
    assert app.query_params["target"] == "8-10"
    assert "16.1% of BME staff, beside 10.0% for own target." in said(app)
    app.text_input(key=TARGET).set_value("lots").run()
    assert "The target “lots” is not a percentage from 0 to 100" in said(app)
    assert "own target" not in said(
        open_page("benchmarks", org="R0A", indicator="5", target="8-10")
    )


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("pool", "moon", "“moon” is no set of trusts to stand among"),
        ("peers", "XXX-RXN", "Left out of the chosen trusts: XXX."),
        ("peers", "ZZP-RXN", "Left out of the chosen trusts: ZZP."),
        ("target", "8-140", "The target “140” is not a percentage"),
        ("target", "8-1e1", "The target “1e1” is not a percentage"),
    ],
)
def test_what_cannot_be_shown_is_said(
    open_page: Open, name: str, value: str, sentence: str
) -> None:
    """No value of the address is dropped in silence."""
    app = open_page("benchmarks", org="R0A", indicator="8", **{name: value})
    assert sentence in said(app)


def test_a_group_of_one_says_so(open_page: Open) -> None:
    """The Practice Trust has no strip, and stands beside its peers, its year before and parity."""
    app = open_page("benchmarks", org="ZZP", indicator="8")
    text = said(app)
    assert "is a group of one" in text
    assert "20.0% for this trust the year before" in text
    assert "Parity, the White figure of this trust" in text
