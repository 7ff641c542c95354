"""Published figures as rows a program reads, this one too: no figure hidden is ever a nought.

A cell of a figure that is not shown holds the mark of why, which an upload takes for just that.
"""

from __future__ import annotations

from collections.abc import Iterable

from wres.answers import Evidence, View
from wres.reports.figure_rows import Figure, data_of, figures_of, in_order
from wres.reports.tables import Table
from wres.results import COLUMNS, Result
from wres.terms import EthnicGroup, StaffGroup, Status, Unit
from wres.words import status_sign

# In place of the value: what is shown, and where the range, gap and benchmark are to be seen.
_SHOWN = ("percentage", "ratio", "lower", "upper", "gap points", "benchmark", "note")
_VIEW_COLUMNS = (*(name for name in COLUMNS if name not in ("value", "unit")), *_SHOWN)
_ANY_YEAR, BOARD_INDICATOR = 0, 9


def results_table(figures: Iterable[Figure]) -> Table:
    """Return one row a figure in the columns of the one table, with every place of its value."""
    rows = tuple(
        tuple(_cell(cell) for cell in marked(one, data_of(one), COLUMNS)) for one in figures
    )
    return Table(caption="Published figures", columns=COLUMNS, rows=rows)


def explained_table(figures: Iterable[Figure]) -> Table:
    """Return one row a figure in the columns of the results command, with what stands beside it."""
    found = [(one, data_of(one)) for one in figures]
    names = tuple(found[0][1]) if found else COLUMNS
    rows = tuple(tuple(_cell(cell) for cell in marked(one, data, names)) for one, data in found)
    return Table(caption="Published figures, with what stands beside", columns=names, rows=rows)


def view_table(evidence: Evidence, view: View, *, since: int = _ANY_YEAR) -> Table:
    """Return the figures of one view, rounded as they are shown: years, then bands and staff.

    The years are those from ``since`` on for the people chosen; the parts are those of the year
    chosen, where everybody is.
    """
    figures = figures_of(evidence, lambda row: _is_in(row, view, since), org_code=view.org_code)
    rows = tuple(_view_row(one) for one in sorted(figures, key=in_order))
    return Table(caption="Figures of this view", columns=_VIEW_COLUMNS, rows=rows)


def marked(one: Figure, data: dict[str, object], names: tuple[str, ...]) -> tuple[object, ...]:
    """Return the cells of a figure; where it is not shown, its mark in place of its numbers."""
    status = one.row.status
    sign = "" if status in (Status.SHOWN, Status.DOUBTFUL) else status_sign(status)
    # Only a bound is shown: what is told of it is in words, and nothing may be read from it.
    sign = status_sign(Status.HIDDEN) if status in (Status.BELOW, Status.ABOVE) else sign
    hidden = {"numerator", "value", "percent"} if sign else set()
    return tuple(sign if name in hidden else data[name] for name in names)


def _is_in(row: Result, view: View, since: int) -> bool:
    groups = (view.ethnic_group, EthnicGroup.WHITE, EthnicGroup.ALL, EthnicGroup.UNKNOWN)
    about = row.org_code == view.org_code and row.indicator == view.indicator
    if not about or row.ethnic_group not in groups:
        return False
    everybody = StaffGroup.BOARD if view.indicator == BOARD_INDICATOR else StaffGroup.ALL
    whom = everybody if view.staff_group is StaffGroup.ALL else view.staff_group
    here = (row.band, row.staff_group) == (view.band, whom)
    return row.wres_year == view.wres_year or (here and since <= row.wres_year < view.wres_year)


def _view_row(one: Figure) -> tuple[str, ...]:
    data = data_of(one)
    cells = dict(zip(COLUMNS, marked(one, data, COLUMNS), strict=True))
    sign = cells["value"] if isinstance(cells["value"], str) else ""
    is_ratio = one.row.unit is Unit.RATIO
    percent = "" if is_ratio or data["percent"] is None else f"{data['percent']}%"
    shown = {
        "percentage": percent if is_ratio else sign or percent,
        "ratio": (sign or data["value"]) if is_ratio else "",
        "lower": data["low"],
        "upper": data["high"],
        "gap points": data["gap_points"],
        "benchmark": data["benchmark"],
        # A heading that an upload knows and leaves out.
        "note": data["text"],
    }
    return tuple(_cell((cells | shown)[name]) for name in _VIEW_COLUMNS)


def _cell(value: object) -> str:
    return "" if value is None else str(value)
