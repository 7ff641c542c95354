"""Tables of activities as people keep them: pasted, as CSV, in Excel and in Word.

The table of Barnet, Enfield and Haringey's plan of 2022-23 is written from the facts of that
plan (its source is named in data/action_plans/rrp_2022_23.toml), in its own layout: three rows,
an empty theme column, the activities of a row behind bullets, "complete" at the end of some.
"""

from __future__ import annotations

import csv
import io
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

PLAN = Path(__file__).parents[2] / "data" / "action_plans" / "rrp_2022_23.toml"
BEH_HEADINGS = (
    *("Theme", "Activity", "Indicators", "Rationale", "Lead", "Stakeholders"),
    *("Delivery Timeframe", "Impact"),
)
Rows = Sequence[Sequence[str]]


def beh_table() -> list[tuple[str, ...]]:
    """Return the table of the plan, the headings first; blanks are blanks."""
    activities = tomllib.loads(PLAN.read_text(encoding="utf-8"))["activities"]
    table = [BEH_HEADINGS]
    for row in (1, 2, 3):
        here = [one for one in activities if one["row"] == row]
        first = here[0]
        bullets = " ".join(f"• {_bullet(one)}" for one in here)
        indicators = ", ".join(str(number) for number in first["indicators"])
        table.append(
            (
                *("", bullets, indicators, first["rationale"], first["lead"]),
                *(first["stakeholders"], first["timeframe"], first["impact"]),
            )
        )
    return table


def _bullet(one: dict[str, str]) -> str:
    status = one["status_as_written"]
    return f"{one['activity']} – {status}" if status else one["activity"]


def as_csv(rows: Rows) -> bytes:
    """Return a table as a CSV file."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def as_text(rows: Rows, joint: str = "\t") -> bytes:
    """Return a table as text that was copied and pasted."""
    return "\n".join(joint.join(row) for row in rows).encode()


def as_bars(rows: Rows) -> bytes:
    """Return a table drawn with bars, with a rule under its headings."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    rule = f"|{'---|' * len(rows[0])}"
    return "\n".join([lines[0], rule, *lines[1:]]).encode()


def as_workbook(rows: Rows) -> bytes:
    """Return a table as an Excel workbook, below a title."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Our plan"])
    for row in rows:
        sheet.append(list(row))
        for cell in sheet[sheet.max_row]:
            # What begins with "=" is words here, as somebody types them with a quotation mark.
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_document(rows: Rows, *, more: dict[str, bytes] | None = None, head: str = "") -> bytes:
    """Return a table as a Word document; bullets become paragraphs of a list."""
    table = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in rows)
    body = f"<w:p><w:r><w:t>Our plan</w:t></w:r></w:p><w:tbl>{table}</w:tbl>"
    document = f'{head}<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return made.getvalue()


def _cell(text: str) -> str:
    parts = [part.strip() for part in text.split("•") if part.strip()] or [""]
    listed = "<w:pPr><w:numPr/></w:pPr>" if "•" in text else ""
    paragraphs = (f"<w:p>{listed}<w:r><w:t>{escape(part)}</w:t></w:r></w:p>" for part in parts)
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"
