"""The audit log: who did what and when, in a chain where each line carries the one before.

A line that was changed, taken out, moved or put in breaks the chain. Lines cut off the end leave
a chain that holds, so every version and every draft must have its line too; and whoever noted the
hash of a line elsewhere can ask whether it is still there.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection, Row

from wres.errors import StoreProblem
from wres.store.records import every_revision, record_hash
from wres.store.tables import audit_lines, draft_ends, drafts, has_schema
from wres.store.versions import Version, read_history, utc_text

FIRST_HASH = "0" * 64


class AuditAction(Enum):
    """What can be done to the store."""

    ACCEPTED = "accepted"
    UNDONE = "undone"
    RESTORED = "restored"
    REFUSED = "refused"
    DRAFTED = "kept as a draft"
    PUBLISHED = "draft published"
    RELEASED = "embargo ended"
    DISCARDED = "draft discarded"
    ROLE_GIVEN = "role given"
    ROLE_TAKEN = "role taken"
    HIDDEN_SEEN = "hidden figures looked at"
    RECORD_WRITTEN = "record written"
    LIVE_STARTED = "live session started"
    LIVE_ENDED = "live session ended"
    LIVE_DECIDED = "decision of a live session"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One line of the log; ``version_id`` is the version it made, None for a refused
    upload and for a draft that made none."""

    id: int
    made_at: datetime
    made_by: str
    action: AuditAction
    version_id: int | None
    file_name: str
    file_sha256: str
    content_hash: str
    detail: str
    previous_hash: str
    line_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCheck:
    """Whether the log holds: how many lines, the first broken one, what has no line.

    ``last_hash`` is the hash of the last line: whoever keeps it elsewhere can see later whether
    the end was cut off. ``unrecorded_drafts`` counts drafts, and ends of drafts, without a line;
    ``unrecorded_records`` counts revisions of records that are not as the log says.
    """

    lines: int
    last_hash: str = FIRST_HASH
    first_broken: int | None = None
    unrecorded_versions: tuple[int, ...] = ()
    unrecorded_drafts: int = 0
    unrecorded_records: int = 0

    @property
    def holds(self) -> bool:
        """Whether no line is broken, and every version, draft and record has its line."""
        whole = self.first_broken is None and not self.unrecorded_versions
        return whole and not (self.unrecorded_drafts or self.unrecorded_records)


_KEPT = frozenset({AuditAction.DRAFTED.value})
_ENDED = frozenset(
    one.value for one in (AuditAction.PUBLISHED, AuditAction.RELEASED, AuditAction.DISCARDED)
)
_NAMES = tuple(field.name for field in fields(AuditLine))
_LAST = select(audit_lines.c.id, audit_lines.c.line_hash).order_by(audit_lines.c.id.desc()).limit(1)
_ADDING = insert(audit_lines)


def record(
    connection: Connection,
    action: AuditAction,
    *,
    made_by: str,
    made_at: datetime,
    version: Version | None = None,
    file_name: str = "",
    file_sha256: str = "",
    content_hash: str = "",
    detail: str = "",
) -> AuditLine:
    """Return the line that was added to the end of the log."""
    last = connection.execute(_LAST).one_or_none()
    values: dict[str, object] = {
        "id": last.id + 1 if last else 1,
        "made_at": utc_text(made_at),
        "made_by": made_by,
        "action": action.value,
        "version_id": version.id if version else None,
        "file_name": file_name,
        "file_sha256": file_sha256,
        "content_hash": version.content_hash if version else content_hash,
        "detail": detail,
        "previous_hash": last.line_hash if last else FIRST_HASH,
    }
    values["line_hash"] = _line_hash(values)
    connection.execute(_ADDING, values)
    return _line(values)


def record_version(
    connection: Connection, action: AuditAction, made: Version, *, detail: str = ""
) -> AuditLine:
    """Return the line that was added for a new version."""
    return record(
        connection,
        action,
        made_by=made.made_by,
        made_at=made.made_at,
        version=made,
        file_name=made.file_name,
        file_sha256=made.file_sha256,
        detail=detail or made.note,
    )


def read_audit(connection: Connection) -> tuple[AuditLine, ...]:
    """Return every line of the log, oldest first."""
    return tuple(_line(dict(row._mapping)) for row in _rows(connection))


def check_audit(connection: Connection) -> AuditCheck:
    """Return whether the chain holds, and every version, draft and record has its line."""
    rows = [dict(row._mapping) for row in _rows(connection)]
    recorded = {(values["version_id"], values["content_hash"]) for values in rows}
    return AuditCheck(
        lines=len(rows),
        last_hash=str(rows[-1]["line_hash"]) if rows else FIRST_HASH,
        first_broken=_first_broken(rows),
        unrecorded_versions=tuple(
            version.id
            for version in reversed(read_history(connection))
            if (version.id, version.content_hash) not in recorded
        ),
        unrecorded_drafts=_unrecorded_drafts(connection, rows),
        unrecorded_records=_unrecorded_records(connection, rows),
    )


def _first_broken(rows: list[dict[str, object]]) -> int | None:
    previous: object = FIRST_HASH
    for place, values in enumerate(rows, start=1):
        whole = values["line_hash"] == _line_hash(values) and values["id"] == place
        if not whole or values["previous_hash"] != previous:
            return place
        previous = values["line_hash"]
    return None


def _unrecorded_drafts(connection: Connection, rows: list[dict[str, object]]) -> int:
    """How many more drafts, and ends of drafts, there are than lines about them."""
    if not has_schema(connection, 2):
        return 0
    missing = 0
    for table, actions in ((drafts, _KEPT), (draft_ends, _ENDED)):
        there = connection.scalar(select(func.count()).select_from(table)) or 0
        told = sum(values["action"] in actions for values in rows)
        missing += max(0, there - told)
    return missing


def _unrecorded_records(connection: Connection, rows: list[dict[str, object]]) -> int:
    """How many revisions of records have no line, or another one, or are gone."""
    told = {
        (values["detail"], values["content_hash"])
        for values in rows
        if values["action"] == AuditAction.RECORD_WRITTEN.value
    }
    there = {(one.line, record_hash(one)) for one in every_revision(connection)}
    return len(told ^ there)


def _rows(connection: Connection) -> tuple[Row, ...]:
    columns = [audit_lines.c[name] for name in _NAMES]
    return tuple(connection.execute(select(*columns).order_by(audit_lines.c.id)))


def _line_hash(values: dict[str, object]) -> str:
    # JSON marks every line break and quote, so no text can pose as another field.
    told = [values[name] for name in _NAMES if name != "line_hash"]
    return hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()


def _line(values: dict[str, object]) -> AuditLine:
    told = dict(values)
    try:
        told["action"] = AuditAction(told["action"])
        told["made_at"] = datetime.fromisoformat(str(told["made_at"]))
    except ValueError as error:
        raise StoreProblem("The audit log is damaged; put a backup there.") from error
    return AuditLine(**told)  # type: ignore[arg-type]
