"""“Was this clear?”: a yes or no of a page and a day, and nothing of who said it.

No name, no address, no browser and no time of day is kept; a line is one answer.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, insert, select

from wres.errors import NotThere
from wres.store.database import Database
from wres.store.tables import clear_answers, has_schema

# More answers a day than a trust's whole staff network would give; what floods in is dropped.
MOST_A_DAY = 2_000
# The schema the table came with: a store of an earlier one, opened to read, has no answers.
SINCE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearCount:
    """How many people said of one page on one day that it was clear, and that it was not."""

    page: str
    day: date
    clear: int
    unclear: int


class ClearAnswers:
    """The answers of a store: adding one, and counting them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, page: str, day: date, *, clear: bool, pages: Collection[str]) -> bool:
        """Return whether an answer was counted; a day takes no more than ``MOST_A_DAY``.

        Raises:
            NotThere: If there is no such page.
        """
        if page not in pages:
            raise NotThere("There is no such page, so nothing was counted.")
        with self._database.writing() as connection:
            of_day = select(func.count()).where(clear_answers.c.day == day.isoformat())
            if int(connection.scalar(of_day) or 0) >= MOST_A_DAY:
                return False
            number = (connection.scalar(select(func.max(clear_answers.c.id))) or 0) + 1
            values = {"id": number, "day": day.isoformat(), "page": page, "clear": clear}
            connection.execute(insert(clear_answers), values)
        return True

    def counts(self) -> tuple[ClearCount, ...]:
        """Return the answers by page and day, the latest day first, pages by name."""
        columns = (clear_answers.c.day, clear_answers.c.page, clear_answers.c.clear)
        with self._database.reading() as connection:
            if not has_schema(connection, SINCE):
                return ()
            found = connection.execute(select(*columns, func.count()).group_by(*columns)).fetchall()
        told: dict[tuple[str, str], dict[bool, int]] = {}
        for day, page, clear, count in found:
            told.setdefault((day, page), {})[bool(clear)] = int(count)
        by_page = sorted(told.items(), key=lambda one: one[0][1])
        ordered = sorted(by_page, key=lambda one: one[0][0], reverse=True)
        return tuple(
            ClearCount(
                page=page,
                day=date.fromisoformat(day),
                clear=count.get(True, 0),
                unclear=count.get(False, 0),
            )
            for (day, page), count in ordered
        )
