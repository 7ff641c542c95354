"""The store: figures by version, accepted, undone and restored, with a log of who did it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Unpack

from wres.access import Grant
from wres.errors import StoreProblem
from wres.results import Result, ResultKey
from wres.store import audit, drafts, publishing, roles, versions
from wres.store.audit import AuditAction, AuditLine
from wres.store.changes import checked
from wres.store.drafts import DraftFigures, KeptDraft
from wres.store.reading import ColumnMapping, keep_mapping
from wres.store.record_store import RecordStore
from wres.store.versions import Entry, Filed, Version, VersionKind

_NOWHERE: Mapping[ResultKey, str] = {}


class Store(RecordStore):
    """Every version of the figures, and what people write. Nothing is ever changed or removed.

    Safe to share between threads; several processes may open the same store. Every method
    raises StoreProblem when the store cannot be used, and whatever its guard raises when the
    figures must not become current; nothing is stored then.
    """

    def accept(
        self,
        given: Iterable[Result],
        *,
        expected_version: int,
        places: Mapping[ResultKey, str] = _NOWHERE,
        replaces: bool = False,
        **filed: Unpack[Filed],
    ) -> Version:
        """Return the new version with these rows laid over the current ones.

        ``places`` say where in the file each figure stands. With ``replaces`` the rows are all
        there is of the organisations, WRES years and indicators they touch, and held figures of
        those that are not among them are removed. When nothing changes, the current version is
        returned and nothing is written.

        Raises:
            NotComputable: If a row breaks the rule of the table; nothing is stored then.
            StoreMoved: If the current version is not the expected one.
        """
        figures = DraftFigures(checked(given), places)
        entry = Entry(kind=VersionKind.UPLOAD, **filed)
        with self._writing() as connection:
            current = versions.expect_current(connection, expected_version)
            made = publishing.lay_over(
                connection, entry, figures, current=current, replaces=replaces
            )
            if made.id != current:
                audit.record_version(connection, AuditAction.ACCEPTED, made)
            return made

    def keep_draft(
        self,
        given: Iterable[Result],
        *,
        places: Mapping[ResultKey, str] = _NOWHERE,
        replaces: bool = False,
        release_on: date | None = None,
        **filed: Unpack[Filed],
    ) -> KeptDraft:
        """Return the draft that keeps these rows outside every version.

        They are in no result, export or page until the draft is published. With ``release_on``
        it is under embargo until that UK calendar day, and then published by itself.

        Raises:
            NotComputable: If a row breaks the rule of the table; nothing is kept then.
            StoreProblem: If there is no row.
        """
        figures = DraftFigures(checked(given), places)
        entry = Entry(kind=VersionKind.UPLOAD, **filed)
        with self._database.writing() as connection:
            kept = drafts.keep(connection, entry, figures, replaces=replaces, release_on=release_on)
            publishing.record_draft(
                connection,
                AuditAction.DRAFTED,
                kept,
                made_by=entry.made_by,
                made_at=entry.made_at,
            )
            return kept

    def publish_draft(
        self,
        draft_id: int,
        *,
        expected_version: int,
        made_by: str,
        made_at: datetime,
        today: date,
    ) -> Version:
        """Return the version a draft became, compared with what stands at this moment.

        ``today`` is the UK calendar day. A draft that changes nothing makes no version; the
        current one is returned. A refusal before the release day is in the log.

        Raises:
            StoreMoved: If the current version is not the expected one.
            StoreProblem: If the draft is under embargo, has ended, or never was.
        """
        with self._writing() as connection:
            kept = drafts.waiting(connection, draft_id)
            if not kept.is_under_embargo(today):
                versions.expect_current(connection, expected_version)
                return publishing.publish(connection, kept, made_by=made_by, made_at=made_at)
            refused = drafts.embargo_sentence(kept)
            publishing.record_draft(
                connection,
                AuditAction.REFUSED,
                kept,
                made_by=made_by,
                made_at=made_at,
                detail=refused,
            )
        # Only after the block, so that the line of the log is kept.
        raise StoreProblem(refused)

    def discard_draft(self, draft_id: int, *, made_by: str, made_at: datetime) -> None:
        """Return nothing once a draft can no longer be published.

        Raises:
            StoreProblem: If there is none with this number, or it has ended.
        """
        with self._database.writing() as connection:
            kept = drafts.waiting(connection, draft_id)
            publishing.discard(connection, kept, made_by=made_by, made_at=made_at)

    def release_due(self, *, today: date, made_at: datetime) -> tuple[Version, ...]:
        """Return the versions made of the drafts whose release day has come, in its order.

        ``today`` is the UK calendar day. One that another process published is passed over.
        """
        made = []
        for number in self.due_drafts(today):
            with self._writing() as connection:
                if number in drafts.due(connection, today):
                    kept = drafts.waiting(connection, number)
                    made.append(publishing.release(connection, kept, made_at=made_at))
        return tuple(made)

    def undo(
        self, *, expected_version: int, made_by: str, made_at: datetime, note: str = ""
    ) -> Version:
        """Return a new version without the newest upload or restore that still stands.

        Raises:
            StoreMoved: If the current version is not the expected one.
            StoreProblem: If there is nothing to undo.
        """
        with self._writing() as connection:
            versions.expect_current(connection, expected_version)
            undone = versions.standing(connection)
            if undone is None:
                raise StoreProblem("There is no upload left to undo.")
            entry = Entry(
                kind=VersionKind.UNDO,
                made_by=made_by,
                made_at=made_at,
                same_as=undone.parent_id,
                note=note,
            )
            made = versions.go_back(connection, entry, target=undone.parent_id)
            audit.record_version(connection, AuditAction.UNDONE, made)
            return made

    def restore(
        self,
        version_id: int,
        *,
        expected_version: int,
        made_by: str,
        made_at: datetime,
        note: str = "",
    ) -> Version:
        """Return a new version with exactly the figures of an earlier one.

        When the figures are those already, the current version is returned.

        Raises:
            StoreMoved: If the current version is not the expected one.
            StoreProblem: If there is no such version.
        """
        entry = Entry(
            kind=VersionKind.RESTORE,
            made_by=made_by,
            made_at=made_at,
            same_as=version_id,
            note=note,
        )
        with self._writing() as connection:
            current = versions.expect_current(connection, expected_version)
            versions.read_version(connection, version_id)
            made = versions.go_back(connection, entry, target=version_id)
            if made.id != current:
                audit.record_version(connection, AuditAction.RESTORED, made)
            return made

    def record_refusal(
        self, *, made_by: str, made_at: datetime, file_name: str, file_sha256: str, reason: str
    ) -> AuditLine:
        """Return the line of the log that says an upload was refused, and why."""
        with self._database.writing() as connection:
            return audit.record(
                connection,
                AuditAction.REFUSED,
                made_by=made_by,
                made_at=made_at,
                file_name=file_name,
                file_sha256=file_sha256,
                detail=reason,
            )

    def change_role(
        self, grant: Grant, *, given: bool, made_by: str, made_at: datetime
    ) -> AuditLine | None:
        """Return the line of the log for a role given or taken; None when it was so already."""
        with self._database.writing() as connection:
            return roles.change_role(
                connection, grant, given=given, made_by=made_by, made_at=made_at
            )

    def take_role(
        self, grant: Grant, *, beside: Iterable[Grant], made_by: str, made_at: datetime
    ) -> AuditLine | None:
        """Return the line of the log for a role taken by an admin; None when it was so already.

        ``beside`` are the roles that stand outside the store.

        Raises:
            NotAllowed: If nobody would look after the list of roles any more.
        """
        with self._database.writing() as connection:
            roles.keep_an_admin(connection, grant, beside)
            return roles.change_role(
                connection, grant, given=False, made_by=made_by, made_at=made_at
            )

    def record_look(
        self, *, org_code: str, version: int, made_by: str, made_at: datetime
    ) -> AuditLine:
        """Return the line of the log that says who looked at an organisation's hidden figures."""
        with self._database.writing() as connection:
            return audit.record(
                connection,
                AuditAction.HIDDEN_SEEN,
                made_by=made_by,
                made_at=made_at,
                detail=f"{org_code}, version {version}",
            )

    def remember_mapping(self, org_code: str, shape: str, mapping: ColumnMapping) -> None:
        """Return nothing once an organisation's choice of columns is kept; the latest counts."""
        with self._database.writing() as connection:
            keep_mapping(connection, org_code, shape=shape, mapping=mapping)
