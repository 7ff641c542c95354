"""A table of activities, as somebody keeps one, to activities and back; a bad row is named.

Columns are known by ordinary names. What no column is known for is kept in the note, under its
heading. A cell that lists several activities behind bullets becomes one activity each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wres.errors import PlanRefused
from wres.indicators import INDICATOR_NUMBER_PATTERN
from wres.plans.activity import FIELDS, Activity, ProgressNote
from wres.plans.bodies import activity_from, values_of
from wres.plans.dates import read_day
from wres.plans.writing import BETWEEN_NOTES, checked, written
from wres.terms import Trigger

MOST_ROWS = 500
PROGRESS = "Progress"
DRAFTED_FROM = "Drafted from"
# The headings an export writes, in their order, by field.
HEADINGS = {
    **{name: field.label for name, field in FIELDS.items() if field.kind != "flag"},
    "progress": PROGRESS,
    "came_from": DRAFTED_FROM,
}
_ALSO_CALLED = {
    "theme": ("themes", "area", "area of work", "priority", "workstream"),
    "activity": ("activities", "action", "actions", "what", "what we will do", "task"),
    "indicators": ("indicator", "wres indicator", "wres indicators", "wres"),
    "reasons": ("reasons", "reason for concern", "trigger", "triggers"),
    "rationale": ("why", "reason for action", "background", "evidence base"),
    "lead": ("owner", "leads", "who", "responsible", "lead officer", "action owner", "named lead"),
    "stakeholders": ("stakeholder", "with", "partners", "who with", "supported by"),
    "start": ("start date", "begins", "from"),
    "timeframe": (
        *("delivery timeframe", "timeframe", "timescale", "deadline", "due date", "by when"),
        *("when", "end", "end date", "target date", "completion date", "delivery date"),
    ),
    "measure": ("measures", "measure of success", "success measure", "kpi", "how measured"),
    "impact": ("expected impact", "impact", "outcome", "expected outcome", "hoped for"),
    "status_as_written": ("rag", "rag status", "state", "current status"),
    "evidence_url": ("evidence", "link", "evidence url"),
    "high_impact": ("high impact action", "high impact actions", "hia", "edi high impact action"),
    "wdes": ("wdes link", "wdes metric", "wdes"),
    "cases": ("case study", "linked case studies", "linked cases"),
    "note": ("notes", "comment", "comments"),
    "progress": ("progress notes", "update", "updates", "progress update"),
    "came_from": ("came from",),
}
_FIELD_OF = {
    name: field
    for field, label in HEADINGS.items()
    for name in (label.casefold(), *_ALSO_CALLED.get(field, ()))
}
_BULLET = re.compile(r"\s*[•▪●◦]\s*")
_ENDS_IN_STATUS = re.compile(
    r"\s*[–—-]\s*(complete|completed|in progress|not started|on hold|paused|ongoing|TBC)\.?$", re.I
)
_ONE = f"({INDICATOR_NUMBER_PATTERN})"
_RANGE = re.compile(rf"{_ONE}\s*(?:-|–|to)\s*{_ONE}\b")
_DIGITS = re.compile(r"\d+")
_REASONS = {
    "worse than benchmark": Trigger.WORSE_THAN_BENCHMARK,
    "trend in decline": Trigger.TREND_IN_DECLINE,
    "differential opening up": Trigger.DIFFERENTIAL_OPENING,
    "representation": Trigger.REPRESENTATION,
    **{trigger.value.replace("_", " "): trigger for trigger in Trigger},
}
_REASON_WORDS = {trigger: words for words, trigger in reversed(_REASONS.items())}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: where it stands in its file, counted from 1, and its cells."""

    line: int
    cells: tuple[str, ...]


def heading_score(cells: Sequence[str]) -> int:
    """Return how many cells of a row are headings that are known; 0 without an activity's."""
    known = [field_named(cell) for cell in cells]
    return len({name for name in known if name}) if "activity" in known else 0


def field_named(heading: str) -> str:
    """Return the field a heading names, or an empty text."""
    return _FIELD_OF.get(" ".join(heading.replace("_", " ").split()).strip(" :*").casefold(), "")


def activities_in(header: Sequence[str], rows: Sequence[TableRow]) -> tuple[Activity, ...]:
    """Return the activities of a table, one row after another; their ids are empty.

    Raises:
        PlanRefused: If a heading is missing or stands twice, or a row cannot be kept; it is named.
    """
    columns = _columns(header)
    found = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not found:
        raise PlanRefused("The table has headings and no rows below them; add an activity.")
    if len(found) > MOST_ROWS:
        raise PlanRefused(f"The table has more than {MOST_ROWS} rows, the limit; split it.")
    activities: list[Activity] = []
    for number, row in enumerate(found, start=1):
        try:
            activities += _of_row(header, columns, row, number)
        except PlanRefused as refusal:
            said = str(refusal)
            raise PlanRefused(
                f"Row {number} (line {row.line}): {said[:1].lower()}{said[1:]}", row=number
            ) from refusal
    return tuple(activities)


def row_of(activity: Activity) -> tuple[str, ...]:
    """Return an activity as the cells of a table with the headings of ``HEADINGS``."""
    cells = {name: str(getattr(activity, name)) for name in HEADINGS if name in _TEXTS}
    cells |= {
        "indicators": "; ".join(str(number) for number in activity.indicators),
        "high_impact": "; ".join(str(number) for number in activity.high_impact),
        "reasons": "; ".join(_REASON_WORDS[reason] for reason in activity.reasons),
        "cases": "; ".join(activity.cases),
        "progress": BETWEEN_NOTES.join(_noted(note) for note in activity.progress),
        "came_from": activity.came_from,
    }
    return tuple(cells[name] for name in HEADINGS)


_TEXTS = {name for name, field in FIELDS.items() if field.kind in ("text", "link")}


def _columns(header: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, heading in enumerate(header):
        name = field_named(heading)
        if name and name in columns:
            raise PlanRefused(
                f"Two columns are read as “{HEADINGS[name]}”; give one of them another heading."
            )
        if name:
            columns[name] = place
    if "activity" not in columns:
        raise PlanRefused("No column is headed Activity or Action; give the table its headings.")
    return columns


def _of_row(
    header: Sequence[str], columns: dict[str, int], row: TableRow, number: int
) -> list[Activity]:
    if len(row.cells) != len(header):
        raise PlanRefused(
            f"It has {len(row.cells)} cells and the headings are {len(header)}; "
            "put each cell under its heading."
        )
    cells = {name: row.cells[place] for name, place in columns.items()}
    values: dict[str, object] = {
        name: _READ.get(FIELDS[name].kind, _as_written)(cells.get(name, ""))
        for name in FIELDS
        if name not in ("taken_out", "high_impact")
    }
    values["high_impact"] = _numbers(cells.get("high_impact", ""), 6, "high impact action")
    values["note"] = _with_unknown(header, columns, row, str(values["note"]))
    values["taken_out"] = False
    several = _split(str(values["activity"]), str(values["status_as_written"]))
    # Activities that share one row belong together, also where the row names no theme.
    theme_ours = f"Row {number} of the table" if len(several) > 1 else ""
    beside: dict[str, object] = {"theme_ours": theme_ours, "link_basis": "", "row": number}
    beside["came_from"] = written(cells.get("came_from", ""), DRAFTED_FROM)
    progress = _notes(cells.get("progress", ""))
    return [
        activity_from(
            {**checked(values | split), **beside}, activity_id="", revision=0, progress=progress
        )
        for split in several
    ]


def _split(text: str, status: str) -> list[dict[str, str]]:
    """One activity, or one for each bullet; a status at its end is its status."""
    parts = [text]
    if _BULLET.match(text):
        parts = [part for part in _BULLET.split(text) if part.strip()]
    return [_with_status(part.strip(), status) for part in parts or [""]]


def _with_status(text: str, status: str) -> dict[str, str]:
    end = _ENDS_IN_STATUS.search(text)
    if status.strip() or end is None:
        return {"activity": text, "status_as_written": status}
    return {"activity": text[: end.start()], "status_as_written": end[1]}


def _as_written(cell: str) -> object:
    return cell


def _numbers(cell: str, last: int = 9, what: str = "indicator") -> list[int]:
    spread = _RANGE.sub(
        lambda m: " ".join(str(n) for n in range(int(m[1]), int(m[2]) + 1)), cell.casefold()
    )
    found = [int(digits) for digits in _DIGITS.findall(spread)]
    wrong = [number for number in found if not 1 <= number <= last]
    if wrong or (cell.strip(" -–—") and not found):
        raise PlanRefused(
            f"The {what} cell says “{written(cell)[:40]}”; write numbers from 1 to {last}."
        )
    return sorted(set(found))


def _reasons(cell: str) -> list[str]:
    found = []
    for part in re.split(r"[;,]", cell):
        words = " ".join(part.split()).casefold()
        if words and words not in _REASONS:
            raise PlanRefused(
                f"The reason “{written(part)[:40]}” is not known; use "
                f"{', '.join(_REASON_WORDS.values())}, or head the column Rationale."
            )
        if words:
            found.append(_REASONS[words].value)
    return found


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


_READ: dict[str, Callable[[str], object]] = {
    "numbers": _numbers,
    "reasons": _reasons,
    "texts": _parts,
}


def _with_unknown(header: Sequence[str], columns: dict[str, int], row: TableRow, note: str) -> str:
    kept = set(columns.values())
    more = [
        f"{written(heading) or 'No heading'}: {row.cells[place].strip()}"
        for place, heading in enumerate(header)
        if place not in kept and row.cells[place].strip()
    ]
    return "; ".join(part for part in (note.strip(), *more) if part)


def _notes(cell: str) -> tuple[ProgressNote, ...]:
    return tuple(_note(part) for part in cell.split(BETWEEN_NOTES) if part.strip())


def _note(text: str) -> ProgressNote:
    day, colon, rest = text.partition(": ")
    if colon and rest.strip() and read_day(day).is_understood:
        return ProgressNote(text=written(rest, PROGRESS), day=written(day, PROGRESS))
    return ProgressNote(text=written(text, PROGRESS))


def _noted(note: ProgressNote) -> str:
    return f"{note.day}: {note.text}" if note.day else note.text


def same_content(one: Activity, other: Activity) -> bool:
    """Return whether two activities say the same in every field a person fills in."""
    return values_of(one) == values_of(other)
