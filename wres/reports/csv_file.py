"""The file of exactly this view: a header that says what it is, then the table, safe to open."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from wres.reports.tables import Table
from wres.terms import Status
from wres.text import VERSION_LINE, sheet_safe
from wres.words import WHY_HIDDEN, status_words

# A mark at the start tells spreadsheets that the file is in UTF-8.
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a file says about itself above its table."""

    title: str
    subtitle: str
    filters: tuple[tuple[str, str], ...]
    source: str
    made_on: str
    version: int
    made_up: bool = False
    note: str = ""
    corrected: str = ""


def csv_of(table: Table, header: Header) -> bytes:
    """Return a table as a CSV file with a header block; no cell is ever taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for line in (*_about(header), ()):
        writer.writerow([sheet_safe(cell) for cell in line])
    writer.writerow([sheet_safe(cell) for cell in table.columns])
    for row in table.rows:
        writer.writerow([sheet_safe(cell) for cell in row])
    return (BYTE_ORDER_MARK + out.getvalue()).encode("utf-8")


def table_csv(table: Table) -> bytes:
    """Return a table alone as a CSV file; no cell is ever taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (table.columns, *table.rows):
        writer.writerow([sheet_safe(cell) for cell in row])
    return (BYTE_ORDER_MARK + out.getvalue()).encode("utf-8")


def _about(header: Header) -> tuple[tuple[str, ...], ...]:
    warning = (("Made-up figures, for practice",),) if header.made_up else ()
    hidden = status_words(Status.HIDDEN)
    return (
        *warning,
        ("Title", header.title),
        ("About", header.subtitle),
        *header.filters,
        *((("Note", header.note),) if header.note else ()),
        *((("Corrected", header.corrected),) if header.corrected else ()),
        ("Source", header.source),
        ("Made on", header.made_on),
        (VERSION_LINE, str(header.version)),
        ("Words", f"“{hidden}” stands for every figure that is hidden. {WHY_HIDDEN}"),
    )
