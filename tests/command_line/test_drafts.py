"""``trace``, ``--replace``, drafts, embargoes and backups, as a person types them."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.command_line.conftest import HEADER, MANCHESTER, Run
from tests.store.examples import survey
from tests.store.test_drafts import keep
from wres.store import open_store, uk_day, uk_day_text

TODAY = uk_day(datetime.now(UTC))
WEEK = TODAY + timedelta(days=7)
FAR = "org_code,wres_year,indicator,White %,BME %\nR0A,2025,8,6.6%,96.1%\n"


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    """Indicator 8 with 17.0% for BME, and for BME alone nothing else."""
    path = tmp_path / "corrected.csv"
    path.write_text(f"{HEADER}\n{MANCHESTER},8,0.0662,0.1700\n", encoding="utf-8")
    return path


def percent(run: Run) -> float:
    """Return Manchester's BME percentage for indicator 8 as it is shown."""
    chosen = ("--org", "R0A", "--indicator", "8", "--group", "bme", "--json")
    (row,) = run("results", *chosen).data
    return float(row["percent"])


def test_a_figure_is_traced_to_its_file_line_and_person(run: Run, manchester: Path) -> None:
    """Rel4: indicator 8 stands on line 5; the hash is that of the file's bytes."""
    run("load", manchester, "--by", "Sam")
    asked = ("--org", "r0a", "--year", "2025", "--indicator", "8", "--group", "bme")
    (found,) = run("trace", *asked, "--json").data
    assert (found["file_name"], found["place"]) == ("survey_2024.csv", "line 5")
    assert found["file_sha256"] == hashlib.sha256(manchester.read_bytes()).hexdigest()
    assert (found["made_by"], found["version"]) == ("Sam", 1)
    said = " ".join(run("trace", *asked).out.split())
    assert said.startswith("R0A, 2025, indicator 8, BME: survey_2024.csv, line 5; version 1, Sam, ")
    assert "16.1" not in said and "0.1613" not in said


def test_a_shipped_figure_has_no_trace_and_the_sentence_says_where_to_look(run: Run) -> None:
    """Nothing was uploaded, or not this one."""
    assert "Nothing was uploaded" in run("trace", "--org", "R0A").err
    assert run("trace", "--org", "R0A").code == 2


def test_a_file_that_is_all_there_is_lists_what_it_removes(
    run: Run, manchester: Path, tmp_path: Path
) -> None:
    """White of indicator 8 is not in the new file: previewed, removed, gone."""
    run("load", manchester)
    path = tmp_path / "all.csv"
    path.write_text(
        "org_code,wres_year,indicator,ethnic_group,percentage\nR0A,2025,8,bme,16.13%\n",
        encoding="utf-8",
    )
    previewed = run("check", path, "--replace")
    assert "1 figure would be removed." in previewed.out, previewed.out + previewed.err
    assert "Removed: R0A, 2025, indicator 8, White" in previewed.out
    assert run("check", path, "--json").data["changes"]["removed"] == 0
    stored = run("load", path, "--replace", "--json")
    assert stored.data["changes"]["removed"] == 1
    traced = run("trace", "--org", "R0A", "--indicator", "8", "--json").data
    assert [one["ethnic_group"] for one in traced] == ["bme"]


def test_a_draft_shows_nowhere_until_it_is_published(
    run: Run, manchester: Path, corrected: Path
) -> None:
    """Kept, listed, published by hand: only then the figure follows, and it cannot come twice."""
    run("load", manchester)
    kept = run("load", corrected, "--draft", "--by", "Sam", "--json")
    assert (kept.code, kept.data["draft"]) == (1, 1)
    assert kept.data["changes"]["changed"] == 1
    assert percent(run) == 16.1
    (waiting,) = run("drafts", "--json").data
    assert (waiting["file_name"], waiting["made_by"]) == ("corrected.csv", "Sam")
    published = run("publish", "1", "--json")
    assert published.data == {"draft": 1, "version": 2, "is_new": True}
    assert percent(run) == 17.0
    assert run("drafts").out == "No draft is waiting.\n"
    again = run("publish", "1")
    assert (again.code, again.err) == (2, "Draft 1 was published already.\n")


def test_a_discarded_draft_cannot_be_published(run: Run, corrected: Path) -> None:
    """And discarding it once more is refused too."""
    run("load", corrected, "--draft")
    assert run("discard", "1").out == "Draft 1 is discarded.\n"
    for words in (("publish", "1"), ("discard", "1")):
        assert run(*words).err == "Draft 1 was discarded already.\n"


def test_an_embargo_holds_until_its_day(run: Run, manchester: Path, corrected: Path) -> None:
    """Publishing it early is one sentence with the day, exit code 2, and changes nothing."""
    run("load", manchester)
    kept = run("load", corrected, "--embargo", WEEK.isoformat(), "--json")
    assert kept.data["release_on"] == WEEK.isoformat()
    assert f"under embargo until {uk_day_text(WEEK)}" in " ".join(run("drafts").out.split())
    early = run("publish", "1")
    assert early.code == 2
    assert early.err == (
        f"Draft 1 is under embargo until {uk_day_text(WEEK)}, so it was not published.\n"
    )
    assert percent(run) == 16.1


def test_what_is_due_is_released_by_the_next_command(run: Run, home: Path) -> None:
    """A command that only reads shows it, and the history says that an embargo ended."""
    with open_store(home) as store:
        keep(store, [row for row in survey(50) if row.indicator == 8], release_on=TODAY)
    assert percent(run) == 50.0
    (version,) = run("history", "--json").data
    assert version["note"] == f"embargo ended on {uk_day_text(TODAY)}"


@pytest.mark.parametrize("day", [TODAY.isoformat(), "2020-02-29", "2026-02-30", "tomorrow"])
def test_an_embargo_needs_a_day_to_come(run: Run, corrected: Path, day: str, home: Path) -> None:
    """Today, long ago, no day at all: one sentence, and nothing is kept."""
    ended = run("load", corrected, "--embargo", day)
    assert ended.code == 2 and len(ended.err.splitlines()) == 1
    assert not home.exists()


def test_accepted_warnings_are_kept_with_their_reason(run: Run, tmp_path: Path) -> None:
    """The history tells what was checked and why the file was accepted, and no figure of it."""
    path = tmp_path / "far.csv"
    path.write_text(FAR, encoding="utf-8")
    assert run("load", path, "--reason", "The question changed.").code == 1
    (version,) = run("history", "--json").data
    assert version["acknowledgements"]
    for one in version["acknowledgements"]:
        assert one["check"] and one["asked"] and one["reason"] == "The question changed."


def test_f13_a_store_comes_back_by_three_commands(
    run: Run, manchester: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F13: backup, verify, restore-backup on an empty folder; then the same answers."""
    run("load", manchester)
    run("load", manchester)
    before = [run("results", "--org", "R0A", "--json").out, run("history", "--json").out]
    backup = tmp_path / "wres.backup"
    written = run("backup", backup, "--json")
    assert (written.code, written.data["figures"], written.data["holds"]) == (0, 8, True)
    assert run("verify", backup, "--json").data == written.data
    assert run("restore-backup", backup).code == 2
    monkeypatch.setenv("WRES_HOME", str(tmp_path / "empty machine"))
    restored = run("restore-backup", backup)
    assert restored.code == 0 and "Figures, what is withheld and log are whole." in " ".join(
        restored.out.split()
    )
    after = [run("results", "--org", "R0A", "--json").out, run("history", "--json").out]
    assert after == before
