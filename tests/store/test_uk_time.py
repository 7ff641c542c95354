"""UK time: what a person reads, and the day on which an embargo ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from wres.store import uk_day, uk_day_text, uk_time_text


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2025, 1, 15, 12, 30, tzinfo=UTC), "15 January 2025, 12:30 GMT"),
        (datetime(2025, 7, 1, 12, 30, tzinfo=UTC), "1 July 2025, 13:30 BST"),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "29 March 2026, 00:59 GMT"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "29 March 2026, 02:00 BST"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "25 October 2026, 01:30 BST"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "25 October 2026, 01:30 GMT"),
        (datetime(2028, 2, 29, 9, 5, tzinfo=UTC), "29 February 2028, 09:05 GMT"),
        (
            datetime(2025, 12, 31, 21, 0, tzinfo=timezone(timedelta(hours=-5))),
            "1 January 2026, 02:00 GMT",
        ),
    ],
)
def test_f14_a_moment_is_told_in_uk_time(moment: datetime, text: str) -> None:
    """F14: winter, summer, both changes of the clock, 29 February and another time zone."""
    assert uk_time_text(moment) == text


def test_f14_the_uk_day_is_not_the_utc_day_in_summer() -> None:
    """F14: half past eleven at night in UTC is the next day in London in July."""
    assert uk_day(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == date(2026, 7, 2)
    assert uk_day(datetime(2026, 1, 1, 23, 30, tzinfo=UTC)) == date(2026, 1, 1)


def test_a_day_is_written_as_in_the_uk() -> None:
    """Day, month in words, year."""
    assert uk_day_text(date(2026, 3, 12)) == "12 March 2026"


def test_a_moment_without_a_time_zone_has_no_uk_day() -> None:
    """It would be another day on another machine."""
    with pytest.raises(ValueError, match="time zone"):
        uk_day(datetime(2026, 7, 1, 23, 30))
