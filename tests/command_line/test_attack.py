"""``attack``: can hidden figures be worked out from what is published now?"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.command_line.conftest import Run
from tests.store.examples import figure, load
from wres.store import open_store
from wres.terms import EthnicGroup


def test_nothing_shipped_gives_anything_away(run: Run) -> None:
    """Every organisation and year: exit code 0 and one line."""
    ended = run("attack")
    assert ended.code == 0
    assert "none of them can be worked out" in ended.out
    assert "Indicators 1 and 9 are posts" in ended.err


def test_the_answer_as_data(run: Run) -> None:
    """One organisation, its cells, what was looked for and what was found."""
    data = run("attack", "--org", "ZZP", "--year", "2025", "--json").data
    (one,) = data["organisations"]
    assert data["recovered"] == 0
    assert (one["org_code"], one["recovered"], one["contradicting"]) == ("ZZP", [], [])
    assert one["looked_for"] > 100
    assert one["cells"] > 100


def test_the_cells_are_written_for_other_programs(run: Run, tmp_path: Path) -> None:
    """A table with a line for each figure; BME staff of indicator 5 in 2025 are 243 of 642."""
    file = tmp_path / "cells.csv"
    run("attack", "--org", "ZZP", "--export", str(file))
    with file.open(encoding="utf-8-sig", newline="") as opened:
        lines = list(csv.DictReader(opened))
    chosen = [
        (line["measure"], line["value"])
        for line in lines
        if (line["year"], line["indicator"]) == ("2025", "5")
        and line["ethnicity"].split("|")[0] in ("asian", "bme")
        and (line["band"], line["staff"]) == ("Total", "Total")
    ]
    assert chosen[:3] == [("n", "642"), ("y", "243"), ("pct", "37.9")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--export", "cells.csv"), "Name one organisation with --org"),
        (("--org", "ZZP", "--year", "2031"), "There is nothing for"),
        (("--org", "nobody"), "is not an organisation this program knows"),
        (("--org", "ZZP", "--export", "/nowhere/at/all.csv"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run: Run, words: tuple[str, ...], told: str) -> None:
    """No organisation for the file, no such year, no such organisation, no such folder."""
    ended = run("attack", *words)
    assert ended.code == 2
    assert told in ended.err


def corrected(folder: Path, yes: int, answered: int) -> Path:
    """Return a file with indicator 8 of a trust: so many BME staff, and 30 of 100 White staff."""
    file = folder / f"of_{answered}.csv"
    head = "org_code,wres_year,indicator,ethnic_group,numerator,denominator"
    lines = (f"R0A,2026,8,bme,{yes},{answered}", "R0A,2026,8,white,30,100")
    file.write_text("\n".join((head, *lines)), encoding="utf-8")
    return file


def test_one_person_more_is_hidden_and_said(run: Run, tmp_path: Path) -> None:
    """34 BME staff, then 35: hidden, and nothing is worked out beside what was shown before."""
    first = run("load", corrected(tmp_path, 7, 34), "--reason", "As counted.")
    assert "attack passed, 2 cells" in first.out
    second = run("load", corrected(tmp_path, 8, 35), "--reason", "One more.", "--json")
    kept = second.data["confidentiality"]
    assert (kept["passed"], kept["hidden"], kept["sets_shown_before"]) == (True, 1, 1)
    assert [one["what"] for one in kept["withheld"]] == ["corrected figures"]
    shown = run("results", "--org", "R0A", "--year", "2026", "--json").data
    assert {row["ethnic_group"]: row["numerator"] for row in shown} == {"bme": None, "white": 30}
    ended = run("attack", "--org", "R0A", "--year", "2026")
    assert ended.code == 0
    assert "also beside 1 set of figures shown before: none of them" in ended.out
    assert "corrected figures withheld" in " ".join(run("history").out.split())


def test_cells_are_written_beside_those_shown_before(run: Run, tmp_path: Path) -> None:
    """Each line says whether it is about the people of the earlier or of the current version."""
    for yes, answered in ((7, 34), (8, 35)):
        run("load", corrected(tmp_path, yes, answered), "--reason", "As counted.")
    file = tmp_path / "cells.csv"
    run("attack", "--org", "R0A", "--year", "2026", "--export", str(file))
    with file.open(encoding="utf-8-sig", newline="") as opened:
        lines = [(line["people"], line["value"]) for line in csv.DictReader(opened)]
    assert ("both versions|earlier version only", "34") in lines
    assert ("both versions|current version only", "[c]") in lines
    assert not [value for _, value in lines if value == "35"]


def test_what_an_unguarded_store_gives_away_is_counted(run: Run, home: Path) -> None:
    """Two versions one person apart that no gate looked at: the last line counts what was found."""
    with open_store(home) as store:
        load(store, [figure(count=16), figure(count=30, group=EthnicGroup.WHITE)])
        load(store, [figure(count=17)])
    ended = run("attack", "--org", "R0A", "--year", "2025")
    assert ended.code == 1
    told = [line for line in ended.out.splitlines() if "changed between versions" in line]
    assert told
    assert f"figures shown before: {len(told)} worked out." in ended.out
