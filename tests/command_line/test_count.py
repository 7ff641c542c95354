"""``count`` writes the counts of a survey extract; ``check`` and ``load`` take one from disk."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from tests.command_line.conftest import Run
from tests.upload.respondents.extracts import counted, people, written


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    """2,000 made-up people in two organisations, survey 2022 and 2023."""
    path = tmp_path / "extract.csv"
    path.write_text(written(people(2_000, years=(2022, 2023))), encoding="utf-8")
    return path


def test_the_table_holds_the_counts_as_by_hand(run: Run, extract: Path, tmp_path: Path) -> None:
    """Every total of every group, year, indicator and staff group."""
    out = tmp_path / "counts.csv"
    ended = run("count", extract, "--out", out, "--json")
    assert (ended.code, ended.data["rows"], ended.data["organisations"]) == (0, 2_000, 2)
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    found = {
        (
            row["org_code"],
            int(row["survey_year"]),
            int(row["indicator"]),
            row["staff_group"],
            row["band"].removeprefix("Band ").removeprefix("Medical - ").lower(),
            row["ethnic_group"],
        ): (int(row["numerator"]), int(row["denominator"]))
        for row in rows
    }
    assert found == counted(people(2_000, years=(2022, 2023)))
    assert len(found) == len(rows) == ended.data["cells"]


def test_any_code_is_counted_and_nothing_is_stored(run: Run, tmp_path: Path, home: Path) -> None:
    """An organisation that is not in the national list stops a check, and not a count."""
    path = tmp_path / "made.csv"
    path.write_text(written(people(300, orgs=("Z000",))), encoding="utf-8")
    assert run("check", path).code == 2
    ended = run("count", path)
    assert ended.code == 0 and "300 rows counted: 1 organisation" in ended.out
    assert not home.exists()


def test_what_is_no_extract_is_refused(run: Run, manchester: Path) -> None:
    """A table of figures has no people to count."""
    ended = run("count", manchester)
    assert ended.code == 2 and "not a survey extract" in ended.err


def test_a_staff_number_stops_the_count_and_a_serial_number_does_not(
    run: Run, tmp_path: Path
) -> None:
    """A number that only counts the rows is passed over; a staff number must be deleted."""
    path = tmp_path / "extract.csv"
    path.write_text(written(people(50), more=[("respondent_id", "1")]), encoding="utf-8")
    assert run("count", path).code == 0
    path.write_text(written(people(50), more=[("ESR number", "1")]), encoding="utf-8")
    assert "“ESR number”" in run("count", path).err
    assert "“ESR number”" in run("count", path, "--map", "ESR number=ignored").err


def test_an_extract_is_loaded_with_the_hash_of_its_bytes(run: Run, extract: Path) -> None:
    """The version holds the counts; the file is known by its hash alone."""
    loaded = run("load", extract, "--json").data
    assert loaded["version"] == 1 and loaded["changes"]["added"] == len(loaded["results"])
    digest = hashlib.sha256(extract.read_bytes()).hexdigest()
    assert {row["source_id"] for row in loaded["results"]} == {f"upload:{digest[:12]}"}


def test_an_extract_above_the_size_of_a_table_is_checked(run: Run, tmp_path: Path) -> None:
    """21 MB of people are counted, where 21 MB of figures are refused."""
    path = tmp_path / "extract.csv"
    padding = [("other_q", "x" * 1_000)]
    path.write_text(written(people(21_000), more=padding), encoding="utf-8")
    assert path.stat().st_size > 20 * 1024 * 1024
    assert run("check", path, "--json").data["verdict"] in ("accepted", "warnings")
    path.write_bytes(b"org_code,indicator\n" + b"R0A,5\n" * 3_600_000)
    assert "the limit is 20 MB" in run("check", path).err


def test_a_table_that_cannot_be_written_is_said(run: Run, extract: Path, tmp_path: Path) -> None:
    """The folder is not there; the sentence names the file alone."""
    ended = run("count", extract, "--out", tmp_path / "nowhere" / "counts.csv")
    assert ended.code == 2 and ended.err.startswith("“counts.csv” cannot be written")


PLACE = ("org_code", "survey_year", "ethnic_group", "band", "indicator")


def test_the_wide_table_has_the_same_counts_side_by_side(run: Run, tmp_path: Path) -> None:
    """One row a band and group: of the long table’s figures none is lost and none is added."""
    path, long, wide = (tmp_path / name for name in ("extract.csv", "long.csv", "wide.csv"))
    path.write_text(written(people(300)), encoding="utf-8")
    assert run("count", path, "--out", long).code == 0
    assert run("count", path, "--out", wide, "--wide").code == 0
    with long.open(encoding="utf-8") as lines:
        expected = {
            tuple(row[key] for key in PLACE): (
                row["numerator"],
                row["denominator"],
            )
            for row in csv.DictReader(lines)
            if row["ethnic_group"] in ("bme", "white")
            and row["band"] != "all"
            and row["staff_group"] == "all"
        }
    with wide.open(encoding="utf-8") as lines:
        found = {
            (row["org_code"], row["survey_year"], row["ethnicity"].lower(), row["band"], number): (
                row[f"n{number}"],
                row[f"d{number}"],
            )
            for row in csv.DictReader(lines)
            for number in "5678"
        }
    assert expected and {place: found[place] for place in expected} == expected
    assert {found[place] for place in set(found) - set(expected)} <= {("0", "0")}
