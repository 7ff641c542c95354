"""A date as written: days and months of the calendar are understood, everything else is kept."""

from __future__ import annotations

from datetime import date

import pytest

from wres.plans import Activity, Precision, read_day


@pytest.mark.parametrize(
    ("as_written", "last_day"),
    [
        ("31/03/2027", date(2027, 3, 31)),
        ("1.4.27", date(2027, 4, 1)),
        ("2027-03-31", date(2027, 3, 31)),
        ("2027-03-31 00:00:00", date(2027, 3, 31)),
        ("31st March 2027", date(2027, 3, 31)),
        ("by 5 Sept 2026", date(2026, 9, 5)),
        ("29/02/2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_understood(as_written: str, last_day: date) -> None:
    """The day comes before the month, as in the United Kingdom."""
    found = read_day(as_written)
    assert (found.precision, found.last_day) == (Precision.DAY, last_day)


@pytest.mark.parametrize(
    ("as_written", "last_day"),
    [
        ("March 2023", date(2023, 3, 31)),
        ("end of February 2028", date(2028, 2, 29)),
        ("Nov-26", date(2026, 11, 30)),
        ("04/2027", date(2027, 4, 30)),
        ("2027-12", date(2027, 12, 31)),
    ],
)
def test_a_month_means_its_last_day(as_written: str, last_day: date) -> None:
    """Nobody is late before the month is over."""
    found = read_day(as_written)
    assert (found.precision, found.last_day) == (Precision.MONTH, last_day)


@pytest.mark.parametrize(
    ("as_written", "gap"),
    [
        ("31/02/2027", "delivery date is no day or month (“31/02/2027”)"),
        ("13/2027", "delivery date is no day or month (“13/2027”)"),
        ("31/03/0026", "delivery date is no day or month (“31/03/0026”)"),
        ("Marsh 2027", "delivery date is no day or month (“Marsh 2027”)"),
        ("2027-28", "delivery date is no day or month (“2027-28”)"),
        ("soon", "delivery date names no year (“soon”)"),
        ("", "no delivery date"),
        ("TBC by 2027", "delivery date is TBC"),
    ],
)
def test_everything_else_is_kept_as_text_and_marked(as_written: str, gap: str) -> None:
    """The words stay; the plan says what is wrong with them; nobody is called late by them."""
    one = Activity(
        id="one",
        row=1,
        lead="Chief nurse",
        stakeholders="Staff network",
        measure="Indicator 5",
        rationale="Because.",
        timeframe=as_written,
    )
    assert (one.timeframe, one.missing) == (as_written, (gap,))
    assert not one.is_overdue(date(2099, 1, 1))


def test_overdue_begins_the_day_after_and_ends_with_complete() -> None:
    """March 2026 is not late on the 31st; a complete activity is never late."""
    late = Activity(id="one", row=1, timeframe="March 2026")
    done = Activity(id="two", row=2, timeframe="March 2026", status_as_written="Complete")
    assert not late.is_overdue(date(2026, 3, 31))
    assert late.is_overdue(date(2026, 4, 1))
    assert not done.is_overdue(date(2026, 4, 1))
