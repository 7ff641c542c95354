"""What is wrong with a file, line by line, what can be mended here, and what needs a reason."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import streamlit as st

from wres.reports import Table, table_csv
from wres.text import plain
from wres.ui import panels, state
from wres.ui.uploading.dropping import Waiting
from wres.upload.acknowledging import Acknowledgement, names_few_people, unanswered
from wres.upload.checking import CheckResult, Outcome
from wres.upload.columns import Field
from wres.upload.examine import Examination, Verdict
from wres.upload.mapping import Choices
from wres.upload.repairing import WHOLE_ROW, Edit, Repair

LINES_SHOWN = 20
CELLS_SHOWN = 5
COLUMNS = ("Verdict", "What is wrong", "Lines", "How to mend it")
REASONS = (
    "Checked at the source; it is right",
    "A change we know of, such as a merger",
    "The source weights or rounds its figures",
    "The source says so itself",
)
_SIGNS = {Outcome.FAIL: "✗ Must be mended", Outcome.WARN: "! Please look", Outcome.PASS: "✓ Fine"}


def problems(file: Waiting) -> tuple[Choices, tuple[Acknowledgement, ...]]:
    """Return the choices with the repairs a person wants, and the reasons given for warnings.

    Everything wrong is listed with its line and how to mend it.
    """
    found = file.found
    _verdict(found)
    shown = (*found.failures, *found.warnings)
    if shown:
        table = Table(
            caption="Checks that found something",
            columns=COLUMNS,
            rows=tuple(_row(check) for check in shown),
        )
        panels.words_table(table)
        st.download_button(
            "These problems as CSV",
            table_csv(table),
            file_name="problems.csv",
            mime="text/csv",
            key="problems_csv",
            on_click="ignore",
        )
    fine = sum(check.outcome is Outcome.PASS for check in found.checks)
    panels.quiet(f"{fine} of {len(found.checks)} checks found nothing." if found.checks else "")
    wanted = _repairs(file)
    return wanted, _reasons(found) if found.results else ()


def _verdict(found: Examination) -> None:
    if found.verdict is Verdict.REFUSED:
        st.error(plain(f"Not accepted. {found.reason}"))
    elif found.verdict is Verdict.WARNINGS:
        st.warning(plain(found.reason))
    else:
        st.success(plain(found.reason))


def _row(check: CheckResult) -> tuple[str, ...]:
    lines = ", ".join(str(line) for line in check.lines[:LINES_SHOWN])
    more = " and more" if len(check.lines) > LINES_SHOWN else ""
    return (_SIGNS[check.outcome], check.message, f"{lines}{more}" or "–", check.fix or "–")


def _repairs(file: Waiting) -> Choices:
    found = file.found
    if not (found.repairs or found.offered) or file.source is None:
        return file.choices
    with st.expander("What can be mended here", expanded=bool(found.failures or found.repairs)):
        panels.sentence("Your file stays as it is. Untick a repair to take it back.")
        # A repair that was made keeps its place in the order in which they are made.
        wanted = tuple(one.id for one in (*found.repairs, *found.offered) if _ticked(one, file))
    return replace(file.choices, repairs=wanted)


def _ticked(repair: Repair, file: Waiting) -> bool:
    key = f"repair_{state.upload_round()}_{repair.id}"
    ticked = st.checkbox(
        plain(repair.sentence),
        key=state.first_value(key, repair.id in file.choices.repairs),
    )
    if repair.preview and not ticked:
        panels.words_table(_preview(repair, file.found))
    return ticked


def _preview(repair: Repair, found: Examination) -> Table:
    shown = repair.preview[:CELLS_SHOWN]
    cells = "1 cell" if len(repair.preview) == 1 else f"{len(repair.preview):,} cells"
    rest = f"; the first {len(shown)}" if len(repair.preview) > len(shown) else ""
    return Table(
        caption=f"It would change {cells}{rest}",
        columns=("Line", "Column", "In the file", "Read as"),
        rows=tuple(_edit(one, found) for one in shown),
    )


def _edit(one: Edit, found: Examination) -> tuple[str, ...]:
    header = found.reading.header if found.reading else ()
    column = header[one.column] if 0 <= one.column < len(header) else "the whole row"
    line = f"{one.sheet}, {one.line}" if one.sheet else str(one.line)
    return (line, column, one.before or "empty", _read_as(one))


def _read_as(one: Edit) -> str:
    if one.column == WHOLE_ROW or one.after == Field.IGNORED.value:
        return "left out"
    return one.after or "missing"


def _reasons(found: Examination) -> tuple[Acknowledgement, ...]:
    asked = unanswered(found, ())
    if not asked:
        return ()
    panels.section("Why these warnings are right")
    panels.sentence("Each reason is kept, and everybody can read it with the figures.")
    return tuple(
        Acknowledgement(check=check.check, sheet=check.sheet, reason=reason)
        for number, check in enumerate(asked)
        if (reason := _reason(found, check, number=number))
    )


def _mark(message: str) -> str:
    """What tells one message from another, so that a reason answers only what was read."""
    return hashlib.sha256(message.encode()).hexdigest()[:8]


def _reason(found: Examination, check: CheckResult, *, number: int) -> str:
    chosen = st.selectbox(
        plain(check.message),
        REASONS,
        index=None,
        accept_new_options=True,
        placeholder="Choose a reason, or write one",
        key=f"reason_{state.upload_round()}_{check.check}_{number}_{_mark(check.message)}",
    )
    reason = str(chosen or "").strip()
    if names_few_people(reason):
        st.warning("This names a small number of people; say it without the number.")
    return reason
