"""A table of activities brought in: whole or not at all, a bad row named; and out the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wres.errors import FileRefused, PlanRefused, WresError
from wres.organisations import Organisation
from wres.planning import Author, import_activities, kept_plans, new_plan
from wres.plans import Activity, activities_in, values_of
from wres.reports import plan_csv, plan_workbook
from wres.store import Store, open_store
from wres.upload.plan_tables import plan_table

from .tables import as_bars, as_csv, as_document, as_text, as_workbook, beh_table

RRP = Organisation(code="RRP", name="Barnet, Enfield and Haringey")
AMA = Author(name="ama", at=datetime(2026, 3, 1, 9, 0, tzinfo=UTC))
WAYS = {
    "csv": as_csv,
    "pasted": as_text,
    "bars": as_bars,
    "excel": as_workbook,
    "word": as_document,
}

# The answer key, made by hand from the printed plan: three rows with 4, 8 and 7 bullets, six of
# which end in "complete"; what each row leaves blank. The plan has no column for a measure.
BULLETS = {1: 4, 2: 8, 3: 7}
COMPLETE = {(2, 1), (2, 3), (2, 4), (2, 7), (2, 8), (3, 1)}
BLANKS = {
    1: {"theme", "measure"},
    2: {"theme", "stakeholders", "timeframe", "measure"},
    3: {"theme", "lead", "stakeholders", "timeframe", "measure"},
}
TOTAL_BLANKS = {
    "theme": 19,
    "lead": 7,
    "stakeholders": 15,
    "timeframe": 15,
    "measure": 19,
    "status_as_written": 13,
}
HEAD = ("Activity", "Lead", "Due", "Indicators", "Status")


def read(data: bytes) -> tuple[Activity, ...]:
    """Return the activities of a file or a pasted text."""
    table = plan_table(data)
    return activities_in(table.header, table.rows)


@pytest.mark.parametrize("way", WAYS)
def test_the_seed_plan_comes_in_as_its_answer_key_says(way: str, tmp_path: Path) -> None:
    """Three themes, every activity, four indicators, statuses as written, every blank."""
    found = read(WAYS[way](beh_table()))
    with open_store(tmp_path) as store:
        new_plan(store, RRP, "Plan", wres_year=2022, by=AMA, activities=found)
        (plan,) = kept_plans(store, "RRP")
    assert len(plan.themes) == 3
    assert plan.indicators == (1, 5, 8, 9)
    places = [(row, n) for row, count in BULLETS.items() for n in range(1, count + 1)]
    assert [one.row for one in plan.activities] == [row for row, _ in places]
    statuses = ["complete" if place in COMPLETE else "" for place in places]
    assert [one.status_as_written for one in plan.activities] == statuses
    for one, status in zip(plan.activities, statuses, strict=True):
        no_status = set() if status else {"status_as_written"}
        assert set(one.blanks) == BLANKS[one.row] | no_status
    counted: dict[str, int] = {}
    for one in plan.activities:
        for name in one.blanks:
            counted[name] = counted.get(name, 0) + 1
    assert counted == TOTAL_BLANKS
    assert plan.activities[0].lead == "TBC" and "lead is TBC" in plan.activities[0].missing


def row(**cells: str) -> tuple[str, ...]:
    """Return a row under ``HEAD``."""
    return tuple(cells.get(name.lower(), "") for name in HEAD)


@pytest.mark.parametrize("way", ["csv", "pasted"])
@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (("Train.", "Ama"), r"Row 2 \(line 3\): it has 2 cells and the headings are 5"),
        (row(lead="Ama"), r"Row 2 \(line 3\): the activity is empty"),
        (
            row(activity="Train.", indicators="12"),
            r"Row 2 \(line 3\): the indicator cell says “12”",
        ),
        (row(activity="Train.", indicators="all"), "write numbers from 1 to 9"),
        (("Train.", "", "", "", "", "stray"), "6 cells"),
        (row(activity="x" * 2_001), "line 3"),
    ],
    ids=["short", "no activity", "no indicator", "no number", "long", "too long"],
)
def test_a_malformed_table_names_the_row_and_stores_nothing(
    tmp_path: Path, way: str, bad: tuple[str, ...], sentence: str
) -> None:
    """The rows before and after it are sound, and are not stored either."""
    table = [HEAD, row(activity="First."), bad, row(activity="Third.")]
    with open_store(tmp_path) as store:
        with pytest.raises(WresError, match=sentence):
            new_plan(store, RRP, "Plan", wres_year=2022, by=AMA, activities=read(WAYS[way](table)))
        assert kept_plans(store) == () and store.audit() == ()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "No table of activities"),
        (b"Name,Age\nAma,3\n", "No table of activities"),
        (as_csv([HEAD]), "no rows below"),
        (as_csv([(*HEAD, "Owner"), (*row(activity="x"), "")]), "Two columns are read as “Lead”"),
        (b'Activity,Lead\n"Train,Ama\n', "never closed"),
        (b"<html><table>", "web page"),
        (b"\x89PNG\r\n", "picture"),
        (as_csv([HEAD] + [row(activity=f"{n}") for n in range(501)]), "more than 500 rows"),
        (as_document([HEAD], more={"word/vbaProject.bin": b"x"}), "macros"),
        (as_document([HEAD], more={"word/embeddings/a.xlsx": b"PK\x03\x04"}), "other files"),
        (as_document([HEAD], more={"word/media/a.bin": b"0" * 30_000_000}), "too large"),
        (as_document([HEAD], head='<!DOCTYPE a [<!ENTITY b "c">]>'), "paste it as text"),
        (as_document([HEAD])[:-40], "damaged|No table"),
        (as_document([HEAD]).replace(b"word/document.xml", b"word/documend.xml"), "document"),
    ],
    ids=[
        *("empty", "another table", "no rows", "twice", "open quote", "web page", "picture"),
        *("many rows", "macros", "inside", "bomb", "entities", "cut", "no document"),
    ],
)
def test_what_is_no_plan_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    """Each says what is wrong and what to do."""
    with pytest.raises((FileRefused, PlanRefused), match=sentence):
        read(data)


@pytest.mark.parametrize("name", ["Mentoring", "Mentoring; coaching"])
def test_a_cell_with_as_many_commas_as_a_row_is_one_cell(name: str) -> None:
    """A list in two lines may have the commas of the end of a row and of the beginning of one."""
    progress = '"Done so far:\nadverts, panels, training, mentoring, exit interviews"'
    text = f"Activity,Lead,Due,Status,Progress\n{name},HR,2025,Open,{progress}\n"
    assert [row.cells[0] for row in plan_table(text.encode()).rows] == [name]
    review = '"Review adverts, job descriptions, shortlisting, and panels\nPublish results, yearly"'
    text = f"Theme,Activity,Lead,Due,Status\n{name},{review},HR,2025,Open\n"
    assert [row.cells[0] for row in plan_table(text.encode()).rows] == [name]


def test_dates_nobody_can_read_come_in_as_text_and_are_marked() -> None:
    """31 February, soon and a year alone; a month is understood."""
    written = ("31/02/2027", "soon", "2027", "March 2027")
    found = read(as_csv([HEAD, *(row(activity="Train.", due=due) for due in written)]))
    assert [one.timeframe for one in found] == list(written)
    marks = [[gap for gap in one.missing if "delivery date" in gap] for one in found]
    assert marks == [
        ["delivery date is no day or month (“31/02/2027”)"],
        ["delivery date names no year (“soon”)"],
        ["delivery date is no day or month (“2027”)"],
        [],
    ]


def test_a_date_of_excel_is_a_day() -> None:
    """A cell with a real date reads as that day."""
    found = read(as_workbook([HEAD, ("Train.", "", datetime(2027, 3, 31), "5", "")]))  # type: ignore[list-item]
    assert str(found[0].last_day) == "2027-03-31"


def test_ordinary_headings_are_known_and_others_go_into_the_note() -> None:
    """Owner, Deadline, KPI and RAG are understood; the budget is kept under its heading."""
    table = (
        ("ACTION", "Owner", "Deadline", "KPI", "RAG", "Budget", "WRES indicator(s)"),
        ("Train.", "Ama", "May 2026", "90% trained", "On Hold", "£5k", ""),
    )
    (one,) = read(as_csv(table))
    assert (one.lead, one.timeframe, one.measure) == ("Ama", "May 2026", "90% trained")
    assert one.status.value == "on hold"
    assert one.note == "Budget: £5k"


def full() -> list[tuple[str, ...]]:
    """Return a table with every column filled in, and with all that could go astray."""
    headings = (
        *("Theme", "Activity", "Indicators", "Reason", "Rationale", "Lead", "Stakeholders"),
        *("Start", "Due", "Measure", "Expected effect", "Status", "Evidence link"),
        *("National high impact action", "WDES overlap", "Case studies", "Note", "Progress"),
        "Drafted from",
    )
    return [
        headings,
        (
            *("Safe; from | abuse", "=SUM(A1:A9)", "5; 8", "worse than benchmark; representation"),
            *("“Quoted”, with a comma", "@home", "-", "April 2026", "31/02/2027", "+5 points"),
            *("Fewer, by half", "nearly there", "https://www.england.nhs.uk/a?b=c", "2; 6"),
            *("Metric 4", "chesterfield_indicator_8; other", "'=1+1"),
            *("12 March 2026: Began. // Twelve trained.", "case_study:chesterfield_indicator_8"),
        ),
        ("", "TBC", *("",) * 17),
    ]


@pytest.mark.parametrize("out", [plan_csv, plan_workbook], ids=["csv", "excel"])
def test_export_and_import_are_the_identity(store: Store, out: Callable) -> None:
    """Out and in again: the same fields, notes and beginnings, and the same file once more."""
    for rows in (full(), beh_table()):
        first = new_plan(store, RRP, "One", wres_year=2022, by=AMA, activities=read(as_csv(rows)))
        plan = next(one for one in kept_plans(store) if one.id == first)
        again = new_plan(store, RRP, "Two", wres_year=2022, by=AMA, activities=read(out(plan)))
        copy = next(one for one in kept_plans(store) if one.id == again)
        assert [values_of(one) for one in copy.activities] == [
            values_of(one) for one in plan.activities
        ]
        assert [told(one) for one in copy.activities] == [told(one) for one in plan.activities]
        assert plan_csv(copy) == plan_csv(plan)


def told(one: Activity) -> tuple:
    """Return an activity's notes, and where it came from."""
    return (one.came_from, [(note.day, note.text) for note in one.progress])


def test_importing_the_same_table_twice_adds_nothing(store: Store) -> None:
    """Rows the plan has word for word are left out; a changed one is new."""
    rows = [HEAD, row(activity="Train.", lead="Ama"), row(activity="Meet.", lead="Ben")]
    plan_id = new_plan(store, RRP, "One", wres_year=2022, by=AMA)
    more = [*rows[:2], row(activity="Meet.", lead="Cy")]
    counts = [
        import_activities(store, plan_id, read(as_csv(table)), org_code="RRP", by=AMA)
        for table in (rows, rows, more)
    ]
    assert counts == [2, 0, 1]


def test_cells_merged_downwards_in_word_hold_for_each_row() -> None:
    """A theme merged over two rows is the theme of both."""
    document = as_document([("Theme", "Activity"), ("Safe", "Train."), ("", "Meet.")])
    with_merge = merged(document)
    assert [one.theme for one in read(with_merge)] == ["Safe", "Safe"]


def merged(document: bytes) -> bytes:
    """Return the document with the first cells of its last two rows merged."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        text = archive.read("word/document.xml").decode()
    begin = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Safe'
    text = text.replace("<w:tc><w:p><w:r><w:t>Safe", begin)
    more = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t></w:t></w:r></w:p>"
    text = text.replace("<w:tc><w:p><w:r><w:t></w:t></w:r></w:p>", more)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", text)
    return made.getvalue()
