"""Plain data as a CSV table for other programs: one row a record, no cell taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from wres.text import sheet_safe

BETWEEN = "; "


def csv_data(records: Iterable[Mapping[str, object]]) -> str:
    """Return records as CSV: the names of the first as columns; an empty cell where there is none.

    Several values in one cell stand with a semicolon between them.
    """
    rows = list(records)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = list(rows[0]) if rows else []
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in names])
    return out.getvalue()


def _cell(value: object) -> object:
    """A number stays a number: its minus sign is no formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return sheet_safe(BETWEEN.join(_told(one) for one in value))
    return sheet_safe(str(value))


def _told(value: object) -> str:
    if isinstance(value, Mapping):
        return ": ".join(str(part) for part in value.values() if part)
    return str(value)
