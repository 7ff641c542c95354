"""``audit``: the log of who did what and when, whether it is whole, and its file."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from tests.command_line.conftest import Run
from wres.store import FILE_NAME

FIRST = "0" * 64


@pytest.fixture
def worked(run: Run, manchester: Path, tmp_path: Path) -> Run:
    """A store with an upload, a refused file, a draft that was discarded, and an undo."""
    photo = tmp_path / "photo.csv"
    photo.write_bytes(b"\xff\xd8\xff\xe0 a photo")
    run("load", manchester, "--by", "Sam")
    run("load", photo, "--by", "Sam\n2. accepted version 9, forged.csv")
    run("load", manchester, "--draft", "--by", "=1+1")
    run("discard", "1")
    run("undo", "--by", "Ann")
    return run


def meddle(home: Path, statement: str) -> None:
    """Write to the file past the program, whatever it forbids."""
    with sqlite3.connect(home / FILE_NAME) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
    connection.close()


def test_each_event_has_one_line_in_its_order(worked: Run) -> None:
    """Accepted, refused, kept as a draft, discarded, undone; who, and which version."""
    told = worked("audit", "--json").data
    assert [(one["line"], one["action"], one["version"]) for one in told] == [
        (1, "accepted", 1),
        (2, "refused", None),
        (3, "kept as a draft", None),
        (4, "draft discarded", None),
        (5, "undone", 2),
    ]
    assert told[0]["previous_hash"] == FIRST
    assert [one["previous_hash"] for one in told[1:]] == [one["line_hash"] for one in told[:-1]]


def test_no_figure_is_in_the_log(worked: Run) -> None:
    """The published figures of the file, as written and as per cent, are nowhere in it."""
    told = json.loads(worked("audit", "--json").out)
    # A moment has six digits behind its seconds, any of which may look like a figure.
    said = json.dumps([{k: v for k, v in line.items() if k != "made_at"} for line in told])
    assert len(said) > 500
    for figure in ("0.2174", "21.7", "0.1613", "16.1", "0.584", "58.4"):
        assert figure not in said


def test_a_name_with_a_line_break_forges_no_line(worked: Run) -> None:
    """In a window, each line that begins with a number and a moment is one event."""
    lines = worked("audit").out.splitlines()
    begun = [line for line in lines if not line.startswith(" ")]
    assert [line.split(". ")[0] for line in begun] == ["1", "2", "3", "4", "5"]
    assert "Sam 2. accepted version 9, forged.csv:" in " ".join(" ".join(lines).split())


def test_the_file_of_the_log_is_whole_and_obeys_nothing(worked: Run, tmp_path: Path) -> None:
    """One record an event, no empty cell, and a name that looks like a formula is text."""
    file = tmp_path / "log.csv"
    ended = worked("audit", "--export", str(file))
    assert (ended.code, ended.out) == (0, "")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        records = list(csv.DictReader(opened))
    assert len(records) == 5
    assert all(cell for record in records for cell in record.values())
    assert records[2]["Who"] == "'=1+1"
    assert records[1]["Version"] == "none"


def test_an_untouched_log_is_whole(worked: Run) -> None:
    """Exit 0, and the last hash to keep, which is found again later."""
    ended = worked("audit", "--verify", "--json")
    assert (ended.code, ended.data["holds"], ended.data["lines"]) == (0, True, 5)
    again = worked("audit", "--verify", "--known", ended.data["last_hash"])
    assert again.code == 0
    assert "The log is whole. 5 lines" in again.out


@pytest.mark.parametrize(
    "lost",
    ["DELETE FROM protections", "DELETE FROM protections WHERE version_id = 1"],
    ids=["every list", "one"],
)
def test_a_store_that_lost_what_is_withheld_shows_nothing_and_the_check_names_it(
    worked: Run, home: Path, lost: str
) -> None:
    """The log is whole, the store is not: exit 1, and a command that reads figures refuses."""
    assert worked("audit", "--verify", "--json").data["withheld_holds"] is True
    meddle(home, "DELETE FROM withheld_of")
    meddle(home, lost)
    ended = worked("audit", "--verify")
    assert ended.code == 1
    said = " ".join(ended.out.split())
    assert "The log is whole. 5 lines" in said
    assert "has lost some of what is withheld of the figures, so none are shown" in said
    refused = worked("history")
    assert refused.code == 2
    assert "has lost what is withheld of the figures at version" in " ".join(refused.err.split())


@pytest.mark.parametrize(
    ("meddling", "told"),
    [
        ("UPDATE audit_lines SET made_by = 'Eve' WHERE id = 2", "Line 2 was changed"),
        ("DELETE FROM audit_lines WHERE id = 2", "Line 2 was changed"),
        ("DELETE FROM audit_lines WHERE id = 5", "No line tells of version 2"),
        ("DELETE FROM audit_lines WHERE id >= 4", "Lines about drafts are missing: 1."),
        (
            "INSERT OR REPLACE INTO audit_lines SELECT id, made_at, 'Eve', action, version_id, "
            "file_name, file_sha256, content_hash, detail, previous_hash, line_hash "
            "FROM audit_lines WHERE id = 3",
            "Line 3 was changed",
        ),
    ],
    ids=["changed", "taken out", "end cut off", "more cut off", "replaced"],
)
def test_a_log_that_was_meddled_with_ends_with_1(
    worked: Run, home: Path, meddling: str, told: str
) -> None:
    """Somebody who writes to the file past the program is found out."""
    meddle(home, meddling)
    ended = worked("audit", "--verify")
    assert ended.code == 1
    assert "The log is not whole." in ended.out
    assert told in " ".join(ended.out.split())


def test_a_refusal_cut_off_the_end_is_found_by_a_hash_noted_before(
    worked: Run, home: Path, tmp_path: Path
) -> None:
    """Nothing else in the store knows of a refusal; the noted hash does."""
    worked("load", tmp_path / "photo.csv")
    noted = worked("audit", "--verify", "--json").data["last_hash"]
    meddle(home, "DELETE FROM audit_lines WHERE id = 6")
    assert worked("audit", "--verify").code == 0
    ended = worked("audit", "--verify", "--known", noted)
    assert ended.code == 1
    assert "cut off or written anew" in " ".join(ended.out.split())


def test_without_a_store_the_log_is_empty(run: Run, home: Path) -> None:
    """Said in a sentence; nothing is made by asking."""
    assert run("audit").out == "Nothing was done yet, so the log is empty.\n"
    assert run("audit", "--verify").code == 0
    assert not home.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--known", "ab"), "give both"),
        (("--export", "/nowhere/at/all.csv"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run: Run, words: tuple[str, ...], told: str) -> None:
    """A hash without a check, and a folder that is not there."""
    ended = run("audit", *words)
    assert ended.code == 2
    assert told in ended.err
