"""An examined file in plain text: what was understood, what to correct, what would change."""

from __future__ import annotations

from collections.abc import Sequence

from wres.command_line.layout import named, wrapped
from wres.results import Result
from wres.store import Changes
from wres.terms import Band, StaffGroup, Unit
from wres.upload.checking import CheckResult, count_of
from wres.upload.examine import Examination, Verdict
from wres.words import band_label, group_label, staff_group_label

MOST_NAMED = 10


def told(found: Examination) -> list[str]:
    """Return what was found in a file, as lines of text; none when it is no table at all."""
    if found.reading is None:
        return []
    lines = []
    if found.verdict is not Verdict.REFUSED:
        lines = wrapped(f"{found.verdict.value.capitalize()}. {found.reason}")
    lines += _understood(found)
    for title, checks in (("To correct", found.failures), ("To look at", found.warnings)):
        if checks:
            lines += ["", f"{title}:"]
            lines += [line for check in checks for line in _check(check)]
    return lines


def changes_lines(changes: Changes, verb: str) -> list[str]:
    """Return what storing a file changes: “3 figures would be added, 1 would be changed …”."""
    same = count_of(len(changes.unchanged), "stays as it is", "stay as they are")
    lines = wrapped(
        f"{count_of(len(changes.added), 'figure')} {verb} added, {len(changes.changed):,} "
        f"{verb} changed, {same}."
    )
    lines += _named("Changed", [before for before, _ in changes.changed])
    if changes.removed:
        lines += wrapped(f"{count_of(len(changes.removed), 'figure')} {verb} removed.")
    return lines + _named("Removed", changes.removed)


def _named(what: str, rows: Sequence[Result]) -> list[str]:
    lines = []
    for row in rows[:MOST_NAMED]:
        lines += wrapped(f"{what}: {figure_place(row)}", indent=2, hang=2)
    rest = len(rows) - MOST_NAMED
    return lines + ([f"  and {rest:,} more"] if rest > 0 else [])


def _understood(found: Examination) -> list[str]:
    reading, shape = found.reading, found.recognition
    if reading is None:
        return []
    rows = count_of(reading.rows_counted or len(reading.rows), "row")
    table = f"{rows}, header on line {reading.header_row}"
    lines = named("Table", f"{table}, {reading.encoding}")
    if shape is not None:
        lines += named("Shape", f"{shape.shape or 'not recognised'}: {shape.reason}")
    passed_over = [use for use in found.uses if use.is_passed_over]
    for use in (use for use in found.uses if not use.is_passed_over):
        heading = use.header or "(no heading)"
        lines += named("Column", f"“{heading}” is {use.code} ({use.how})")
    if passed_over:
        lines += named("Columns", f"{len(passed_over):,} more are not needed and left out")
    for scale in found.scales:
        lines += named("Scale", f"“{scale.header}” is {scale.scale.value} ({scale.evidence})")
    for note in reading.notes:
        lines += named("Note", note)
    return lines


def _check(check: CheckResult) -> list[str]:
    lines = wrapped(f"- {check.message}", indent=2, hang=2)
    return lines + (wrapped(f"To do: {check.fix}", indent=4) if check.fix else [])


def figure_place(row: Result) -> str:
    """Return which figure a row is: “R0A, 2025, indicator 8, BME”."""
    parts = [row.org_code, str(row.wres_year), f"indicator {row.indicator}"]
    parts.append("ratio" if row.unit is Unit.RATIO else group_label(row.ethnic_group))
    if row.band is not Band.ALL:
        parts.append(band_label(row.band))
    if row.staff_group is not StaffGroup.ALL:
        parts.append(staff_group_label(row.staff_group))
    return ", ".join(parts)
