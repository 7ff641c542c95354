"""“Was this clear?” is counted by page and day, and nothing else is kept."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from wres.errors import NotThere
from wres.store import Store
from wres.store import clear_answers as kept

PAGES = ("about", "explore")
DAY, NEXT = date(2026, 11, 28), date(2026, 11, 29)


def test_answers_are_counted_by_page_and_day(store: Store) -> None:
    """Two yes and one no of one page, one no of the next day; the latest day comes first."""
    answers = store.clear_answers
    assert answers.counts() == ()
    for page, day, clear in (
        ("explore", DAY, True),
        ("explore", DAY, False),
        ("explore", DAY, True),
        ("about", DAY, True),
        ("explore", NEXT, False),
    ):
        assert answers.add(page, day, clear=clear, pages=PAGES)
    told = [(one.day, one.page, one.clear, one.unclear) for one in answers.counts()]
    assert told == [(NEXT, "explore", 0, 1), (DAY, "about", 1, 0), (DAY, "explore", 2, 1)]


def test_a_line_holds_nothing_of_a_person(store: Store) -> None:
    """A number, the day, the page, the answer: no name, no time, and no line of the log."""
    assert store.clear_answers.add("about", DAY, clear=True, pages=PAGES)
    assert [column.name for column in kept.clear_answers.columns] == ["id", "day", "page", "clear"]
    assert store.audit() == ()


def test_a_flood_is_dropped_and_a_page_that_is_none_refused(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A day takes so many answers and no more; the next day takes them again."""
    monkeypatch.setattr(kept, "MOST_A_DAY", 3)
    taken = [store.clear_answers.add("about", DAY, clear=True, pages=PAGES) for _ in range(5)]
    assert taken == [True, True, True, False, False]
    assert store.clear_answers.add("about", NEXT, clear=True, pages=PAGES)
    with pytest.raises(NotThere, match="no such page"):
        store.clear_answers.add("../secret", DAY, clear=True, pages=PAGES)


def test_an_answer_is_never_changed(store: Store) -> None:
    """The database refuses it, as of every other line."""
    store.clear_answers.add("about", DAY, clear=True, pages=PAGES)
    with pytest.raises(Exception), store._database.writing() as connection:  # noqa: B017
        connection.execute(text("UPDATE clear_answers SET clear = false"))
