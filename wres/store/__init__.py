"""The store: every version of the figures, and what people write; one file or PostgreSQL."""

from __future__ import annotations

from wres.store.acknowledged import Acknowledged
from wres.store.audit import AuditAction, AuditCheck, AuditLine
from wres.store.changes import FIGURE_COLUMNS, Changes
from wres.store.drafts import KeptDraft
from wres.store.guarding import Candidate, Guard, Protection, Stood
from wres.store.known import Known, Place
from wres.store.opening import open_store
from wres.store.origins import Note, Trace
from wres.store.reading import ColumnMapping, Since, Standing
from wres.store.records import LOCKED_KINDS, Plain, Record, RecordKind, Revision
from wres.store.store import Store
from wres.store.tables import FILE_NAME
from wres.store.uk_time import uk_day, uk_day_text, uk_time_text
from wres.store.versions import Filed, Version, VersionKind

__all__ = [
    "FIGURE_COLUMNS",
    "FILE_NAME",
    "LOCKED_KINDS",
    "Acknowledged",
    "AuditAction",
    "AuditCheck",
    "AuditLine",
    "Candidate",
    "Changes",
    "ColumnMapping",
    "Filed",
    "Guard",
    "KeptDraft",
    "Known",
    "Note",
    "Place",
    "Plain",
    "Protection",
    "Record",
    "RecordKind",
    "Revision",
    "Since",
    "Standing",
    "Stood",
    "Store",
    "Trace",
    "Version",
    "VersionKind",
    "open_store",
    "uk_day",
    "uk_day_text",
    "uk_time_text",
]
