"""``results``: published figures only, and a sentence where there are none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line.conftest import ROOT, Run, environment
from wres.results import COLUMNS


def test_every_row_has_the_columns_of_the_one_table(run: Run) -> None:
    """All of the table's columns, then what stands beside the figure."""
    rows = run("results", "--org", "ZZP", "--year", "2025", "--json").data
    beside = {"percent", "low", "high", "gap_points", "benchmark", "text"}
    assert all(set(COLUMNS) | beside <= set(row) for row in rows)
    assert {row["indicator"] for row in rows} == set(range(1, 10))


def test_counted_figures_have_their_range(run: Run) -> None:
    """The Practice Trust's indicator 5: 243 of 642 is 37.9%, Wilson 34.2% to 41.7%."""
    chosen = ("--org", "ZZP", "--year", "2025", "--indicator", "5", "--group", "bme")
    rows = run("results", *chosen, "--band", "all", "--staff", "all", "--json").data
    (row,) = rows
    assert (row["numerator"], row["denominator"]) == (243, 642)
    assert (row["percent"], row["low"], row["high"]) == (37.9, 34.2, 41.7)
    assert (row["gap_points"], row["benchmark"]) == (14.6, 30.4)


def test_a_relative_likelihood_is_a_ratio(run: Run) -> None:
    """Indicator 2: White applicants 1.79 times as likely, 1.52 to 2.11, peers 1.38."""
    rows = run("results", "--org", "ZZP", "--year", "2025", "--indicator", "2", "--json").data
    (row,) = [row for row in rows if row["unit"] == "ratio"]
    assert (row["value"], row["low"], row["high"]) == (1.79, 1.52, 2.11)
    assert (row["percent"], row["benchmark"]) == (None, 1.38)
    assert row["text"] == "White applicants 1.79 times as likely"


def test_a_hidden_figure_has_no_figure(run: Run) -> None:
    """Small numbers of indicator 3 are hidden, and the ratio has one decimal and no counts."""
    rows = run("results", "--org", "ZZP", "--year", "2025", "--indicator", "3", "--json").data
    hidden = [row for row in rows if row["status"] == "hidden"]
    assert {row["ethnic_group"] for row in hidden} == {"bme", "white"}
    for row in hidden:
        figures = ("numerator", "denominator", "value", "percent", "low", "high", "gap_points")
        assert [row[name] for name in figures] == [None] * len(figures)
    (ratio,) = [row for row in rows if row["unit"] == "ratio"]
    assert (ratio["value"], ratio["low"], ratio["high"]) == (1.5, None, None)
    assert (ratio["numerator"], ratio["denominator"]) == (None, None)


def test_plain_text_is_narrow_and_says_made_up(run: Run) -> None:
    """Every line fits 80 characters, and made-up figures say so."""
    said = run("results", "--org", "ZZP", "--year", "2025").out
    assert max(map(len, said.splitlines())) <= 80
    assert "Made-up figures, for practice." in said
    assert "[c] Hidden to protect confidentiality" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["results", "--org", "ROA"], "such as R0A"),
        (["results", "--org", "R0A", "--year", "1066"], "there is for 2025"),
        (["results", "--year", "1066"], "there are for 2020, 2021, 2022, 2023, 2024, 2025"),
        (["results", "--org", "R0A", "--indicator", "1"], "there are for 5, 6, 7, 8"),
        (["results", "--org", "RRP"], "only an action plan"),
        (["results", "--indicator", "12"], "Use one of: 1, 2, 3"),
        (["results", "--band", "47"], "Use one of: all, 1, 2"),
        (["results", "--org", "R0A", "--band", "8a"], "leave out band"),
        (["results", "--year", "soon"], "not a year"),
        (["concerns", "--org", "XXXXX"], "is not an organisation this program knows"),
        (["concerns", "--org", "RRP", "--year", "2025"], "there is for 2022"),
        (["concerns"], "--org"),
        (["dance"], "invalid choice"),
        ([], "COMMAND"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(words: list[str], said: str, run: Run) -> None:
    """One sentence, exit code 2, and the same sentence in JSON."""
    ended = run(*words, "--json")
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1 and said in ended.err
    assert ended.data == {"verdict": "refused", "reason": ended.err.strip()}


def test_a_reader_that_leaves_is_no_problem(home: Path) -> None:
    """``results | head -1`` ends quietly."""
    process = subprocess.Popen(
        [sys.executable, "-m", "wres", "results", "--org", "ZZP", "--json"],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert said == b""


def test_output_is_utf_8_on_any_computer(apart: Run) -> None:
    """A computer set to ASCII gets the same signs."""
    ended = apart("results", "--org", "XXXXX", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ended.err.startswith("“XXXXX” is not")
