"""The store's records: reading them, and writing them in a turn of their own with a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy.engine import Connection

from wres.store import audit, records, versions
from wres.store.audit import AuditAction
from wres.store.clear_answers import ClearAnswers
from wres.store.database import Database
from wres.store.guarding import Guard, carry_protection, protect
from wres.store.live_store import LiveStore
from wres.store.reading import StoreReader
from wres.store.records import Plain, Record, RecordKind, Revision


class RecordStore(StoreReader):
    """The half of ``Store`` that keeps what people write; see there for what it promises."""

    def __init__(self, database: Database, guard: Guard | None = None) -> None:
        super().__init__(database)
        self._guard = guard

    @property
    def live(self) -> LiveStore:
        """The live sessions of the store."""
        return LiveStore(self._database)

    @property
    def clear_answers(self) -> ClearAnswers:
        """What was answered to “Was this clear?”."""
        return ClearAnswers(self._database)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that ends at the guard: no way to a new version leads round it."""
        with self._database.writing() as connection:
            before = versions.current_id(connection)
            yield connection
            after = versions.current_id(connection)
            if after == before:
                return
            if self._guard is None:
                carry_protection(connection, before=before, version=after)
            else:
                protect(connection, self._guard, before=before, version=after)

    def records(self, kind: RecordKind, org_code: str | None = None) -> tuple[Record, ...]:
        """Return the newest revision of each record of a kind, in the order they began.

        Of one organisation, or of all when none is named.
        """
        with self._database.reading() as connection:
            return records.read_records(connection, kind, org_code)

    def record_history(self, record_id: str) -> tuple[Record, ...]:
        """Return every revision of a record, the first first; empty when there is none."""
        with self._database.reading() as connection:
            return records.read_record_history(connection, record_id)

    def records_written(self) -> int:
        """Return how many revisions of records were ever written.

        What was made of records holds as long as this number stands.
        """
        with self._database.reading() as connection:
            return records.how_many(connection)

    def write_record(
        self,
        kind: RecordKind,
        record_id: str,
        *,
        revision: int,
        org_code: str,
        body: Mapping[str, Plain],
        made_by: str,
        made_at: datetime,
    ) -> Record:
        """Return a revision as it was written; 1 begins a record, n + 1 follows n.

        Raises:
            StoreMoved: If the newest revision is another than the one before this.
            StoreProblem: If the kind is locked and the record is there already.
        """
        one = Revision(
            kind=kind, record_id=record_id, revision=revision, org_code=org_code, body=body
        )
        return self.write_records([one], made_by=made_by, made_at=made_at)[0]

    def write_records(
        self, given: Iterable[Revision], *, made_by: str, made_at: datetime
    ) -> tuple[Record, ...]:
        """Return the revisions as they were written: all of them, or none.

        Raises:
            StoreMoved: If one of them does not follow the newest revision of its record.
            StoreProblem: If one is of a locked kind and is there already, or cannot be stored.
        """
        with self._writing() as connection:
            written = records.write(connection, given, made_by=made_by, made_at=made_at)
            for one in written:
                audit.record(
                    connection,
                    AuditAction.RECORD_WRITTEN,
                    made_by=made_by,
                    made_at=made_at,
                    content_hash=records.record_hash(one),
                    detail=one.line,
                )
            return written
