"""The way back after signing in leads to our own pages and nowhere else."""

from __future__ import annotations

import pytest

from wres.ui.way_back import LONGEST, page_and_choice


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("explore?org=R1A&year=2025", "explore?org=R1A&year=2025"),
        ("?org=R1A", "?org=R1A"),
        ("history", "history"),
        ("explore?org=A%26B%0d%0aSet-Cookie%3a+x", "explore?org=A%26B%0D%0ASet-Cookie%3A+x"),
        ("explore?role=admin&code=secret", "explore"),
    ],
)
def test_a_page_of_the_menu_keeps_its_choice(asked: str, found: str) -> None:
    """Names that are none of ours are left out, and whatever is a mark of an address is coded."""
    assert page_and_choice(asked) == found


@pytest.mark.parametrize(
    "asked",
    [
        *("https://elsewhere.example/explore", "//elsewhere.example/explore", "\\\\elsewhere"),
        *("/explore", "room/ABCD", "auth/logout", "explore/../auth/logout", "javascript:alert(1)"),
        "a" * (LONGEST + 1),
    ],
)
def test_nothing_else_is_led_to(asked: str) -> None:
    """Other servers, other addresses of this one, and scripts are the front door."""
    assert page_and_choice(asked) == ""
