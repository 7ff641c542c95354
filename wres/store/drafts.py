"""Drafts: examined uploads kept outside every version until they are published or discarded.

A draft's figures are one text in the table of drafts. Nothing that reads figures looks there, so
they cannot show before a version is made of them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from sqlalchemy import ColumnElement, Integer, Select, exists, func, insert, null, select
from sqlalchemy.engine import Connection, Row

from wres.errors import StoreProblem
from wres.results import Result, ResultKey
from wres.store.acknowledged import Acknowledged
from wres.store.plain_figures import decoded, encoded
from wres.store.tables import draft_ends, drafts, has_schema
from wres.store.uk_time import uk_day_text
from wres.store.versions import Entry, utc_text

# The longest count both databases hold; a draft must be fit to store on the day it is released.
_LONGEST_COUNT = 2**63


class DraftEnd(Enum):
    """How a draft ended."""

    PUBLISHED = "published"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """An examined upload that waits: who brought what, and the day it is released by itself.

    ``release_on`` is a UK calendar day, None for a draft somebody publishes by hand;
    ``row_count`` the figures in it, ``replaces`` whether they are all there is.
    """

    id: int
    made_at: datetime
    made_by: str
    file_name: str
    file_sha256: str
    shape: str
    note: str
    report: str
    replaces: bool
    release_on: date | None
    org_codes: tuple[str, ...]
    acknowledgements: tuple[Acknowledged, ...]
    row_count: int

    def is_under_embargo(self, today: date) -> bool:
        """Return whether its release day has not come yet."""
        return self.release_on is not None and today < self.release_on


@dataclass(frozen=True, slots=True)
class DraftFigures:
    """The figures of a draft, and their places in its file."""

    rows: tuple[Result, ...]
    places: Mapping[ResultKey, str]


_TOLD = tuple(column for column in drafts.c if column.name != "figures")


def keep(
    connection: Connection,
    entry: Entry,
    figures: DraftFigures,
    *,
    replaces: bool,
    release_on: date | None,
) -> KeptDraft:
    """Return the draft that was written.

    Raises:
        StoreProblem: If it holds no figure, or a count no database can hold.
    """
    if not figures.rows:
        raise StoreProblem("There are no figures in this file, so there is nothing to keep.")
    if any(max(row.numerator or 0, row.denominator or 0) >= _LONGEST_COUNT for row in figures.rows):
        raise StoreProblem("A count in this file is too long to be stored, so nothing was kept.")
    number = (connection.scalar(select(func.max(drafts.c.id))) or 0) + 1
    values = {
        "id": number,
        "made_at": utc_text(entry.made_at),
        "made_by": entry.made_by,
        "file_name": entry.file_name,
        "file_sha256": entry.file_sha256,
        "shape": entry.shape,
        "note": entry.note,
        "report": entry.report,
        "replaces": replaces,
        "release_on": release_on.isoformat() if release_on else None,
        "org_codes": _text(sorted({row.org_code for row in figures.rows})),
        "acknowledgements": _text(
            [[one.check, one.message, one.reason] for one in entry.acknowledgements]
        ),
        "row_count": len(figures.rows),
        "figures": _text(
            [[*encoded(row).values(), figures.places.get(row.key, "")] for row in figures.rows]
        ),
    }
    connection.execute(insert(drafts), values)
    return waiting(connection, number)


def _text(told: object) -> str:
    # Text no database can hold must be refused now, so it is not hidden behind codes.
    return json.dumps(told, ensure_ascii=False)


def waiting(connection: Connection, number: int) -> KeptDraft:
    """Return a draft that has not ended.

    Raises:
        StoreProblem: If there is none with this number, or it was published or discarded.
    """
    found = None
    if has_schema(connection, 2):
        found = connection.execute(select(*_TOLD).where(drafts.c.id == number)).one_or_none()
    if found is None:
        raise StoreProblem(f"There is no draft {number}.")
    ended = connection.scalar(select(draft_ends.c.ended).where(draft_ends.c.draft_id == number))
    if ended is not None:
        raise StoreProblem(f"Draft {number} was {ended} already.")
    return _draft(found)


def all_waiting(
    connection: Connection, org_codes: Collection[str] | None = None
) -> tuple[KeptDraft, ...]:
    """Return the drafts that have not ended, oldest first; only those of certain organisations.

    A draft with figures of any other organisation is left out then.
    """
    if not has_schema(connection, 2):
        return ()
    wanted = _open().order_by(drafts.c.id)
    found = (_draft(row) for row in connection.execute(wanted))
    return tuple(one for one in found if org_codes is None or set(one.org_codes) <= set(org_codes))


def due(connection: Connection, today: date) -> tuple[int, ...]:
    """Return the numbers of the drafts whose release day has come, the earliest day first."""
    if not has_schema(connection, 2):
        return ()
    wanted = select(drafts.c.id).where(_has_come(today)).order_by(drafts.c.release_on, drafts.c.id)
    return tuple(connection.scalars(wanted))


def due_by(schema: int, today: date) -> ColumnElement[int | None]:
    """Return the question for a draft whose release day has come, nothing when there is none."""
    if schema < 2:
        return null().cast(Integer)
    return select(func.min(drafts.c.id)).where(_has_come(today)).scalar_subquery()


def figures_of(connection: Connection, number: int) -> DraftFigures:
    """Return the figures of a draft and their places."""
    text = connection.scalar(select(drafts.c.figures).where(drafts.c.id == number)) or "[]"
    rows, places = [], {}
    for *values, place in json.loads(text):
        row = decoded(values)
        rows.append(row)
        places[row.key] = place
    return DraftFigures(tuple(rows), places)


def end(
    connection: Connection,
    number: int,
    ended: DraftEnd,
    *,
    made_by: str,
    made_at: datetime,
    version: int | None = None,
) -> None:
    """Return nothing once it is written how a draft ended; it cannot end again."""
    values = {
        "draft_id": number,
        "ended": ended.value,
        "ended_at": utc_text(made_at),
        "ended_by": made_by,
        "version_id": version,
    }
    connection.execute(insert(draft_ends), values)


def embargo_sentence(draft: KeptDraft) -> str:
    """Return why a draft that is under embargo is not published yet."""
    day = uk_day_text(draft.release_on) if draft.release_on else ""
    return f"Draft {draft.id} is under embargo until {day}, so it was not published."


def _open() -> Select:
    return select(*_TOLD).where(~_has_ended())


def _has_come(today: date) -> ColumnElement[bool]:
    return (drafts.c.release_on <= today.isoformat()) & ~_has_ended()


def _has_ended() -> ColumnElement[bool]:
    return exists().where(draft_ends.c.draft_id == drafts.c.id)


def _draft(row: Row) -> KeptDraft:
    values = dict(row._mapping)
    try:
        values["made_at"] = datetime.fromisoformat(values["made_at"])
        day = values["release_on"]
        values["release_on"] = None if day is None else date.fromisoformat(day)
        values["org_codes"] = tuple(json.loads(values["org_codes"]))
        values["acknowledgements"] = tuple(
            Acknowledged(*told) for told in json.loads(values["acknowledgements"])
        )
    except (ValueError, TypeError) as error:
        raise StoreProblem("A draft in the store is damaged; put a backup there.") from error
    return KeptDraft(**values)
