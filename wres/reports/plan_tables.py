"""A plan as a table in a file, which can be read back: as CSV, and as an Excel workbook."""

from __future__ import annotations

import io

from wres.plans import HEADINGS, ActionPlan, row_of
from wres.reports.csv_file import table_csv
from wres.reports.tables import Table
from wres.text import sheet_safe

_WIDTHS = {"activity": 60, "rationale": 40, "measure": 40, "impact": 40, "progress": 40}
_USUAL_WIDTH = 20


def plan_table(plan: ActionPlan) -> Table:
    """Return a plan as a table: one row an activity, in the plan's order, blanks as blanks."""
    return Table(
        caption=plan.title,
        columns=tuple(HEADINGS.values()),
        rows=tuple(row_of(one) for one in plan.activities),
    )


def plan_csv(plan: ActionPlan) -> bytes:
    """Return a plan as a CSV file; no cell is taken for a formula."""
    return table_csv(plan_table(plan))


def plan_workbook(plan: ActionPlan) -> bytes:
    """Return a plan as the bytes of an .xlsx file; every cell is text, none a formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    table = plan_table(plan)
    book = Workbook()
    sheet = book.create_sheet("Plan", 0)
    book.remove(book.worksheets[1])
    for row in (table.columns, *table.rows):
        sheet.append([sheet_safe(cell) for cell in row])
    for place, name in enumerate(HEADINGS, start=1):
        width = _WIDTHS.get(name, _USUAL_WIDTH)
        sheet.column_dimensions[sheet.cell(1, place).column_letter].width = width
        for cell in sheet.iter_cols(place, place):
            for one in cell:
                one.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(1, place).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
