"""The store: every version of the figures people uploaded, in one file or on PostgreSQL."""

from __future__ import annotations

from wres.store.acknowledged import Acknowledged
from wres.store.audit import AuditAction, AuditCheck, AuditLine
from wres.store.changes import FIGURE_COLUMNS, Changes
from wres.store.drafts import KeptDraft
from wres.store.guarding import Candidate, Guard, Protection, Stood
from wres.store.opening import open_store
from wres.store.origins import Note, Trace
from wres.store.reading import ColumnMapping, Since
from wres.store.store import Store
from wres.store.tables import FILE_NAME
from wres.store.uk_time import uk_day, uk_day_text, uk_time_text
from wres.store.versions import Version, VersionKind

__all__ = [
    "FIGURE_COLUMNS",
    "FILE_NAME",
    "Acknowledged",
    "AuditAction",
    "AuditCheck",
    "AuditLine",
    "Candidate",
    "Changes",
    "ColumnMapping",
    "Guard",
    "KeptDraft",
    "Note",
    "Protection",
    "Since",
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
