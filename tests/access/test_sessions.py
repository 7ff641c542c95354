"""A7: a lead who is away for thirty minutes signs in again, in every window and after a restart."""

from __future__ import annotations

import pytest

from wres.access import IDLE_SECONDS, idle_limit, is_ended, is_idle
from wres.errors import SetUpWrong

NOON = 1_800_000_000.0
MINUTE = 60.0


@pytest.mark.parametrize(
    ("signed_in", "last_seen", "is_over"),
    [
        (NOON - 29 * MINUTE, None, False),
        (NOON - 31 * MINUTE, None, True),
        (NOON - 300 * MINUTE, NOON - 29 * MINUTE, False),
        (NOON - 300 * MINUTE, NOON - 31 * MINUTE, True),
        (NOON - 1 * MINUTE, NOON - 31 * MINUTE, False),
        (None, None, True),
        ("soon", NOON - 1 * MINUTE, False),
        (NOON + 2 * MINUTE, None, False),
    ],
)
def test_thirty_minutes_without_a_click(
    signed_in: object, last_seen: float | None, is_over: bool
) -> None:
    """The newest of sign-in and click counts; who signed in at an unknown time must click."""
    claims = {} if signed_in is None else {"iat": signed_in}
    assert is_idle(claims, last_seen=last_seen, seconds_now=NOON) is is_over


@pytest.mark.parametrize(
    ("made", "ended", "is_over"),
    [
        (NOON, None, False),
        (NOON, NOON, True),
        (NOON - 1, NOON, True),
        (NOON + 1, NOON, False),
        (None, NOON, True),
    ],
)
def test_signing_out_ends_a_sign_in_and_earlier_ones(
    made: float | None, ended: float | None, is_over: bool
) -> None:
    """One made later counts; one that does not say when it was made does not."""
    claims = {} if made is None else {"iat": made}
    assert is_ended(claims, ended=ended) is is_over


def test_the_limit_is_half_an_hour_or_less() -> None:
    """A trust may ask for less, and not for more."""
    assert (IDLE_SECONDS, idle_limit(""), idle_limit(" 5 ")) == (1800, 1800, 300)
    for wrong in ("31", "0", "-5", "never", "nan", "inf"):
        with pytest.raises(SetUpWrong, match="up to 30"):
            idle_limit(wrong)
