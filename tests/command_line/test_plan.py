"""The command ``plan``: what is open, a table brought in whole or not at all, and out again."""

from __future__ import annotations

from pathlib import Path

from tests.command_line.conftest import Run
from tests.planning.tables import as_csv, as_document, beh_table


def test_the_practice_plan_says_what_it_leaves_open(run: Run) -> None:
    """One TBC lead, one empty date; two concerns without an activity; ends with 1."""
    ended = run("plan", "--org", "ZZP", "--json")
    assert ended.code == 1
    assert ended.data["missing"]["lead is TBC"] == 1
    assert ended.data["concerns_without_an_activity"] == [2, 9]
    assert len(ended.data["activities_without_a_concern"]) == 1
    assert ended.data["statuses"] == {
        "not started": 3,
        "in progress": 3,
        "complete": 2,
        "on hold": 1,
    }
    text = run("plan", "--org", "ZZP").out
    assert "Concern without an activity: indicator 2." in text
    assert "Missing: lead is TBC." in text


def test_a_word_table_comes_in_and_goes_out_the_same(run: Run, tmp_path: Path) -> None:
    """Nineteen activities into a plan of that name; a second time nothing is new."""
    table, out, again = (tmp_path / name for name in ("plan.docx", "one.csv", "two.csv"))
    table.write_bytes(as_document(beh_table()))
    words = ("plan", "import", table, "--org", "R0A", "--year", "2025", "--title", "Ours")
    ended = run(*words, "--json")
    assert (ended.code, ended.data["added"], ended.data["missing"]["lead is TBC"]) == (1, 19, 4)
    assert run(*words, "--json").data["added"] == 0
    assert run("plan", "export", "--org", "R0A", "--out", out).code == 0
    ended = run("plan", "import", out, "--org", "RRV", "--year", "2025", "--title", "Theirs")
    assert "19 of 19 activities" in ended.out
    run("plan", "export", "--org", "RRV", "--out", again)
    assert again.read_bytes() == out.read_bytes()


def test_a_malformed_table_is_refused_by_its_row(run: Run, tmp_path: Path) -> None:
    """In one sentence, with 2; and there is still no plan."""
    table = tmp_path / "plan.csv"
    table.write_bytes(as_csv([("Activity", "Lead"), ("Train.", "Ama"), ("Meet.",)]))
    ended = run("plan", "import", table, "--org", "R0A")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Row 2 (line 3): it has 1 cells and the headings are 2")
    assert run("plan", "--org", "R0A").code == 2
