"""What a browser has it is not sent again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, WebSocket

from tests.browser.conftest import open_page
from tests.browser.test_journey import pick

pytestmark = pytest.mark.browser

INDICATORS = ("5.", "6.", "7.", "8.")


def test_who_goes_through_the_indicators_again_is_sent_little(laptop: Page) -> None:
    """Charts, words and the list of all trusts come once; then the page asks for no more of them.

    With everything sent anew the second time would cost as many bytes as the first.
    """
    received: list[int] = []

    def hear(opened: WebSocket) -> None:
        opened.on("framereceived", lambda frame: received.append(len(frame)))

    laptop.on("websocket", hear)
    open_page(laptop, "/benchmarks?org=R0A&indicator=9")
    rounds = []
    for _ in range(2):
        received.clear()
        for words in INDICATORS:
            pick(laptop, "Indicator", words)
        rounds.append(sum(received))
    assert laptop.get_by_test_id("stException").count() == 0
    first, second = rounds
    assert second < first / 5, f"{first:,} bytes, then {second:,}"
