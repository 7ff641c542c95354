"""``history``, ``undo`` and ``restore``."""

from __future__ import annotations

from pathlib import Path

from tests.command_line.conftest import HEADER, MANCHESTER, Run


def percent(run: Run) -> float:
    """Return Manchester's BME percentage for indicator 8."""
    chosen = ("--org", "R0A", "--indicator", "8", "--group", "bme", "--json")
    (row,) = run("results", *chosen).data
    return float(row["percent"])


def test_undo_and_restore_bring_figures_back(
    run: Run, apart: Run, manchester: Path, tmp_path: Path
) -> None:
    """Load, correct, undo, restore: the figure follows, and every step is a version.

    What a process of its own takes back, every later command knows.
    """
    corrected = tmp_path / "corrected.csv"
    corrected.write_text(f"{HEADER}\n{MANCHESTER},8,0.0662,0.1700\n", encoding="utf-8")
    run("load", manchester)
    run("load", corrected)
    assert percent(run) == 17.0
    undone = apart("undo", "--by", "Sam", "--json")
    assert (undone.code, undone.data["kind"], undone.data["same_as"]) == (0, "undo", 1)
    assert percent(run) == 16.1
    restored = run("restore", "2", "--json")
    assert (restored.code, restored.data["kind"], restored.data["same_as"]) == (0, "restore", 2)
    assert percent(run) == 17.0
    kinds = [version["kind"] for version in run("history", "--json").data]
    assert kinds == ["restore", "undo", "upload", "upload"]


def test_nothing_to_undo_is_said(run: Run) -> None:
    """An empty store has nothing to take back."""
    ended = run("undo")
    assert (ended.code, ended.err) == (2, "There is no upload left to undo.\n")


def test_an_unknown_version_is_said(run: Run, manchester: Path) -> None:
    """The refusal names the versions there are, in words and in JSON."""
    run("load", manchester)
    ended = run("restore", "9" * 30, "--json")
    assert ended.code == 2
    assert ended.data["verdict"] == "refused" and "there are 1 to 1" in ended.data["reason"]


def test_a_first_visit_has_no_history(run: Run, home: Path) -> None:
    """Nothing uploaded is an answer, not an error, and makes no store."""
    ended = run("history", "--json")
    assert (ended.code, ended.data) == (0, [])
    assert run("history").out == "Nothing was uploaded yet.\n"
    assert not home.exists()


def test_history_is_readable(run: Run, manchester: Path) -> None:
    """A version is told with its file, its person and how many figures it wrote."""
    run("load", manchester, "--by", "Sam")
    said = run("history").out
    assert said.startswith("1. ") and "Sam: upload of survey_2024.csv (8 figures)" in said


def test_a_damaged_store_is_one_sentence(run: Run, home: Path) -> None:
    """A store that is no store is said so, without a path or a traceback."""
    home.mkdir()
    (home / "wres.sqlite3").write_bytes(b"not a database at all" * 100)
    for words in (["history"], ["undo"], ["results", "--org", "R0A"]):
        ended = run(*words)
        assert ended.code == 2 and len(ended.err.splitlines()) == 1
        assert str(home) not in ended.err
