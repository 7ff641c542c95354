"""Records: what people write, each a line of revisions, none ever changed or removed.

A record is a plan, an activity, a note, a prediction and so on. What it holds is plain values
the room it belongs to turns into its own types. A change is written as the next revision of the
one it was made of, so that of two people who change the same revision the second is told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlalchemy import ColumnElement, Integer, and_, func, insert, null, select
from sqlalchemy.engine import Connection, Row

from wres.errors import StoreMoved, StoreProblem
from wres.store.tables import has_schema, records, schema_behind
from wres.store.triggers import LOCKED
from wres.store.versions import utc_text

# JSON: text, numbers, true, false, null, and lists and objects of them.
Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]
LONGEST_BODY = 200_000


class RecordKind(Enum):
    """What a record is."""

    PLAN = "plan"
    ACTIVITY = "activity"
    PROGRESS = "progress"
    PREDICTION = "prediction"
    COMMENT = "comment"
    JUDGEMENT = "judgement"
    IDEA_ORDER = "idea_order"
    CASE_STUDY = "case_study"
    STORY = "story"


# Written once and never revised: a prediction is made before its result is known.
LOCKED_KINDS = frozenset(RecordKind(word) for word in LOCKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One revision of a record that is to be written; ``revision`` counts from 1."""

    kind: RecordKind
    record_id: str
    revision: int
    org_code: str
    body: Mapping[str, Plain]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One revision of a record as it is kept: who wrote what, and when."""

    kind: RecordKind
    record_id: str
    revision: int
    org_code: str
    made_at: datetime
    made_by: str
    body: Mapping[str, Plain]

    @property
    def line(self) -> str:
        """Return how the log names this revision: kind, record and revision, nothing of it."""
        return line_of(self.kind.value, self.record_id, self.revision)


def line_of(kind: str, record_id: str, revision: int) -> str:
    """Return how the log names a revision of a record."""
    return f"{kind} {record_id} revision {revision}"


def read_records(
    connection: Connection, kind: RecordKind, org_code: str | None
) -> tuple[Record, ...]:
    """Return the newest revision of each record, in the order the records began."""
    if not has_schema(connection, 4):
        return ()
    table = records.alias("one")
    newest = (
        select(func.max(records.c.revision))
        .where(records.c.record_id == table.c.record_id)
        .scalar_subquery()
    )
    began = (
        select(records.c.made_at)
        .where(records.c.record_id == table.c.record_id, records.c.revision == 1)
        .scalar_subquery()
    )
    wanted = and_(table.c.record_kind == kind.value, table.c.revision == newest)
    if org_code is not None:
        wanted = and_(wanted, table.c.org_code == org_code)
    found = select(table).where(wanted).order_by(began, table.c.record_id)
    return tuple(_record(row) for row in connection.execute(found))


def read_record_history(connection: Connection, record_id: str) -> tuple[Record, ...]:
    """Return every revision of a record, the first first; empty when there is none."""
    if not has_schema(connection, 4):
        return ()
    wanted: ColumnElement[bool] = records.c.record_id == record_id
    found = select(records).where(wanted).order_by(records.c.revision)
    return tuple(_record(row) for row in connection.execute(found))


def how_many(connection: Connection) -> int:
    """Return how many revisions of records were ever written: it moves with each."""
    return connection.scalar(select(written(schema_behind(connection)))) or 0


def written(schema: int) -> ColumnElement[int | None]:
    """Return the question for how many revisions of records were ever written, by the schema."""
    if schema < 4:
        return null().cast(Integer)
    return select(func.count()).select_from(records).scalar_subquery()


def write(
    connection: Connection, given: Iterable[Revision], *, made_by: str, made_at: datetime
) -> tuple[Record, ...]:
    """Return the revisions as they were written, in their order.

    Raises:
        StoreMoved: If one does not follow the newest revision of its record.
        StoreProblem: If its kind is locked, it would move to another kind or organisation, or
            it holds more than plain values of a bearable length.
    """
    written = []
    for one in given:
        _must_follow(connection, one)
        values = {
            "record_kind": one.kind.value,
            "record_id": one.record_id,
            "revision": one.revision,
            "org_code": one.org_code,
            "made_at": utc_text(made_at),
            "made_by": made_by,
            "body": _text(one.body),
        }
        connection.execute(insert(records), values)
        written.append(_of_values(values))
    return tuple(written)


def record_hash(one: Record) -> str:
    """Return the SHA-256 of everything a revision holds, for the log."""
    told = [
        *(one.kind.value, one.record_id, one.revision, one.org_code),
        *(utc_text(one.made_at), one.made_by, _text(one.body)),
    ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()


def every_revision(connection: Connection) -> tuple[Record, ...]:
    """Return every revision of every record."""
    if not has_schema(connection, 4):
        return ()
    return tuple(_record(row) for row in connection.execute(select(records)))


def _must_follow(connection: Connection, one: Revision) -> None:
    columns = (records.c.revision, records.c.record_kind, records.c.org_code)
    newest = connection.execute(
        select(*columns)
        .where(records.c.record_id == one.record_id)
        .order_by(records.c.revision.desc())
        .limit(1)
    ).one_or_none()
    current = newest.revision if newest else 0
    if newest and one.kind in LOCKED_KINDS:
        raise StoreProblem("This is locked since it was written, so it cannot be changed.")
    if newest and (newest.record_kind, newest.org_code) != (one.kind.value, one.org_code):
        raise StoreProblem("This belongs to something else and stays there; write it anew.")
    if one.revision != current + 1:
        raise StoreMoved(
            "This was changed by somebody else since you looked; look at it again.",
            seen=one.revision - 1,
            current=current,
        )


def _text(body: Mapping[str, Plain]) -> str:
    try:
        # Text no database can hold must be refused now, so it is not hidden behind codes.
        text = json.dumps(dict(body), ensure_ascii=False, allow_nan=False, sort_keys=True)
    except (TypeError, ValueError) as error:
        raise StoreProblem("This holds something that cannot be stored.") from error
    if len(text) > LONGEST_BODY:
        raise StoreProblem("This is too long to be stored; make it shorter.")
    return text


def _record(row: Row) -> Record:
    return _of_values(dict(row._mapping))


def _of_values(values: Mapping[str, object]) -> Record:
    try:
        return Record(
            kind=RecordKind(values["record_kind"]),
            record_id=str(values["record_id"]),
            revision=int(str(values["revision"])),
            org_code=str(values["org_code"]),
            made_at=datetime.fromisoformat(str(values["made_at"])),
            made_by=str(values["made_by"]),
            body=json.loads(str(values["body"])),
        )
    except ValueError as error:
        raise StoreProblem("A record of the store is damaged; put a backup there.") from error
