"""What somebody could write to do harm: kept as words that do nothing, or refused by name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.planning.tables import as_csv, as_document, as_text, as_workbook
from wres.errors import PlanRefused, WresError
from wres.organisations import Organisation
from wres.planning import Author, add_activity, add_progress, kept_plans, new_plan
from wres.plans import FIELDS, HEADINGS, activities_in
from wres.reports import plan_csv, plan_workbook
from wres.store import Store, open_store
from wres.text import FORMULA_SIGNS, plain
from wres.upload.plan_tables import plan_table
from wres.words import activity_details, plan_work

TRUST = Organisation(code="R0A", name="An Example Trust")
EVE = Author(name="eve", at=datetime(2026, 3, 1, tzinfo=UTC))
HARM = (
    '=HYPERLINK("https://evil.example","click")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1)",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[press](javascript:alert(1)) ![see](https://evil.example/x.png)",
    "**bold** # heading $x^2$ :material/key:",
    "abc\u202egnp.exe\u2066\u200b\ufeff",
    "nul\x00 bell\x07 escape\x1b[31m",
    "line one\r\nline two\x0bline three\u2028end",
    "\ud83d",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store on a file; what is written is the same on a server."""
    with open_store(tmp_path) as opened:
        yield opened


TEXTS = [name for name, field in FIELDS.items() if field.kind == "text"]


def row_of(store: Store) -> tuple[str, ...]:
    """Return the cells of the one activity in an exported file."""
    (plan,) = kept_plans(store)
    text = plan_csv(plan).decode("utf-8-sig")
    return tuple(list(csv.reader(io.StringIO(text)))[1])


@pytest.mark.parametrize("name", TEXTS)
def test_harm_in_any_field_is_words_that_do_nothing(store: Store, name: str) -> None:
    """On a page, in a CSV file and in the log: nothing runs, nothing hides, nothing links."""
    plan_id = new_plan(store, TRUST, "Plan", wres_year=2025, by=EVE)
    for harm in HARM:
        add_activity(
            store, plan_id, {"activity": "Train.", name: f"{harm} x"}, org_code="R0A", by=EVE
        )
    (plan,) = kept_plans(store)
    assert len(plan.activities) == len(HARM)
    for one in plan.activities:
        value = str(getattr(one, name))
        assert value.isprintable() and "\u202e" not in value and "\n" not in value
        shown = " ".join(plain(text) for text in (value, activity_details(one)))
        shown += " ".join(plain(text) for text in plan_work.beside_words(one))
        assert "](" not in shown and "<script" not in shown.replace("\\<", "")
        assert "://evil" not in shown
    text = plan_csv(plan).decode("utf-8-sig")
    for row in list(csv.reader(io.StringIO(text)))[1:]:
        assert not [cell for cell in row if cell[:1] in FORMULA_SIGNS and len(cell) > 1]
    assert not [line for line in store.audit() if "evil" in repr(line)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_field_that_is_too_long_is_refused_by_its_name(store: Store, name: str) -> None:
    """1,999 signs are kept, 2,000 are not, and the sentence names the field."""
    plan_id = new_plan(store, TRUST, "Plan", wres_year=2025, by=EVE)
    given = {"activity": "Train.", name: "x" * 1_999}
    add_activity(store, plan_id, given, org_code="R0A", by=EVE)
    with pytest.raises(PlanRefused, match=FIELDS[name].label[1:]):
        add_activity(store, plan_id, {**given, name: "x" * 2_000}, org_code="R0A", by=EVE)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://user:word@evil.example",
        "file:///etc/passwd",
        "https://evil.example\\@good.example",
        "//evil.example",
        "http://127.0.0.1:8501",
    ],
)
def test_a_link_that_could_do_harm_is_refused(store: Store, link: str) -> None:
    """In the form and in a table, where its row is named."""
    plan_id = new_plan(store, TRUST, "Plan", wres_year=2025, by=EVE)
    values = {"activity": "Train.", "evidence_url": link}
    with pytest.raises(PlanRefused, match="evidence link"):
        add_activity(store, plan_id, values, org_code="R0A", by=EVE)
    table = plan_table(as_csv([("Activity", "Evidence link"), ("Train.", link)]))
    with pytest.raises(PlanRefused, match=r"Row 1 \(line 2\): the evidence link"):
        activities_in(table.header, table.rows)


@pytest.mark.parametrize(
    "values",
    [
        {"lede": "x"},
        {"id": "x"},
        {"plan_id": "x"},
        {"indicators": [12]},
        {"high_impact": [7]},
        {"reasons": ["bad_luck"]},
        {"cases": ["x"] * 21},
        {"activity": "\u200b"},
    ],
    ids=lambda values: next(iter(values)),
)
def test_what_is_no_field_or_no_term_is_refused(store: Store, values: dict) -> None:
    """No field beside those of an activity can be set, and the lists are closed."""
    plan_id = new_plan(store, TRUST, "Plan", wres_year=2025, by=EVE)
    with pytest.raises(PlanRefused):
        add_activity(store, plan_id, {"activity": "x", **values}, org_code="R0A", by=EVE)
    (plan,) = kept_plans(store)
    assert plan.activities == ()


@pytest.mark.parametrize("way", [as_csv, as_text, as_workbook, as_document])
@pytest.mark.parametrize("harm", [one for one in HARM if one.isprintable()])
def test_harm_in_a_table_comes_in_as_words_and_goes_out_safe(way, harm: str, store: Store) -> None:
    """In every column of text, by every way in; the second file is the same as the first."""
    columns = [HEADINGS[name] for name in TEXTS]
    table = plan_table(way([columns, [harm] * len(columns)]))
    found = activities_in(table.header, table.rows)
    new_plan(store, TRUST, harm, wres_year=2025, by=EVE, activities=found)
    (plan,) = kept_plans(store)
    (one,) = plan.activities
    assert one.lead == one.measure and one.lead
    assert not [cell for cell in row_of(store) if cell and cell[0] in FORMULA_SIGNS]
    again = plan_table(plan_csv(plan))
    assert activities_in(again.header, again.rows)[0].lead == one.lead
    book = plan_table(plan_workbook(plan))
    assert activities_in(book.header, book.rows)[0].lead == one.lead


def test_a_note_with_harm_is_words_too(store: Store) -> None:
    """And its day must be a day."""
    plan_id = new_plan(store, TRUST, "Plan", wres_year=2025, by=EVE)
    one = add_activity(store, plan_id, {"activity": "Train."}, org_code="R0A", by=EVE)
    for harm in HARM:
        if "\ud83d" not in harm:
            add_progress(store, one, harm, day="", org_code="R0A", by=EVE)
    with pytest.raises(WresError, match="no day"):
        add_progress(store, one, "x", day="=NOW()", org_code="R0A", by=EVE)
    (plan,) = kept_plans(store)
    assert all(note.text.isprintable() for note in plan.activities[0].progress)
    assert row_of(store)[list(HEADINGS).index("progress")][0] not in FORMULA_SIGNS
