"""The store: every version of the figures people uploaded, in one file or on PostgreSQL."""

from __future__ import annotations

from wres.store.audit import AuditAction, AuditCheck, AuditLine
from wres.store.database import FILE_NAME
from wres.store.store import ColumnMapping, Store, open_store
from wres.store.versions import FIGURE_COLUMNS, Changes, Version, VersionKind

__all__ = [
    "FIGURE_COLUMNS",
    "FILE_NAME",
    "AuditAction",
    "AuditCheck",
    "AuditLine",
    "Changes",
    "ColumnMapping",
    "Store",
    "Version",
    "VersionKind",
    "open_store",
]
