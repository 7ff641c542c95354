"""The bench: its small parts do what they say. Nothing here is timed."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from bench import replicas
from bench.__main__ import main
from bench.chance import nothing_wrong
from bench.counting import EXTRACTS, once, section
from bench.coverage import rate_coverage
from bench.extracts import write_extract
from bench.figures import last_run, middle
from bench.replicas import FIRST, STEPS, allowed, likely, next_size
from bench.report import PARTS, page
from bench.rules import END, KEPT, METHOD, START, lines_of, measured_block
from bench.ways import WAYS

BENCH = Path(__file__).resolve().parents[1] / "bench"


def test_a_median_comes_with_its_range() -> None:
    """Of 3, 1 and 2 the middle is 2, between 1 and 3."""
    assert middle([3.0, 1.0, 2.0]) == {"median": 2.0, "lowest": 1.0, "highest": 3.0}


def test_the_page_of_figures_is_of_the_last_run() -> None:
    """The figures on the page are those of the file beside it."""
    found = last_run()
    assert set(found) <= set(PARTS)
    assert (BENCH / "README.md").read_text(encoding="utf-8") == page(found)
    assert found["pages"]["ours"]["usable_after_s"]["median"] > 0
    assert [file["rows"] for file in found["counting"]["files"]] == [one.rows for one in EXTRACTS]


def test_a_part_there_is_not_is_refused_before_anything_is_measured() -> None:
    """A misspelt part says which parts there are."""
    with pytest.raises(SystemExit, match="no part latncy; there are: pages, counting"):
        main(["interface", "latncy"])


def test_ways_to_count_give_the_same_table(tmp_path: Path) -> None:
    """pandas, as a second opinion, counts 3,000 made-up people as the program does."""
    path = tmp_path / "extract.csv"
    write_extract(path, 3_000)
    ours, theirs = once("ours", path), once("pandas, all columns", path)
    assert ours["table"] == theirs["table"]
    assert ours["cells"] == theirs["cells"] > 1_000


def test_a_package_that_is_not_there_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without Polars its row says so, and the rest is measured."""
    monkeypatch.setitem(sys.modules, "polars", None)
    path = tmp_path / "extract.csv"
    write_extract(path, 100)
    assert once("Polars, lazy and streaming", path) == {"not installed": True}
    files = [{"rows": 1, "in_words": False, "megabytes": 1, "ways": {"Polars": "not installed"}}]
    told = section({"measured_at": "now", "rounds": 1, "files": files})
    assert told.splitlines()[-1] == "| Polars | not installed | | | |"
    assert "Polars, lazy and streaming" in WAYS


def test_the_method_page_has_the_figures_of_the_last_run() -> None:
    """The shipped table and the method page say what was measured, and nothing else."""
    rows = lines_of(last_run()["rules"])
    with KEPT.open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == rows
    told = METHOD.read_text(encoding="utf-8").split(START)[1].split(END)[0]
    assert told == measured_block(rows)


def test_the_goals_of_the_rules_were_met() -> None:
    """At most 0.35 clear and 0.1 to act on where nothing is wrong; 95% of excesses are found."""
    found = last_run()["rules"]
    assert max(one["trusts"] for one in found["nothing_wrong"]) == 10_000
    assert all(one["clear"] <= 0.35 and one["act"] <= 0.1 for one in found["nothing_wrong"])
    assert min(found["planted"]["clear"].values()) >= 0.95
    assert all(0.93 <= one["mean"] <= 0.97 for one in found["coverage"]["rows"])


def test_a_small_run_agrees_with_the_large_one() -> None:
    """60 trusts at the benchmark have three to six printed flags each, and few clear ones."""
    found = nothing_wrong(300, 60)
    assert 3 < found["printed"] < 6
    assert found["act"] <= found["clear"] < 1


def test_coverage_is_that_of_scipy() -> None:
    """20 answers at 50%: the same share as from SciPy's binomial over Wilson's limits 6 to 14."""
    binomial = pytest.importorskip("scipy.stats").binom(20, 0.5)
    assert rate_coverage(20, 0.5) == pytest.approx(binomial.cdf(14) - binomial.cdf(5), abs=1e-9)


def test_the_number_of_sessions_is_found_between_enough_and_too_many() -> None:
    """First as many as seem right, then more or fewer, then the middle until an eighth is left."""
    assert [next_size(12, None, 40), next_size(40, None, 44), next_size(48, None)] == [40, 50, 60]
    assert [next_size(0, 40), next_size(0, 2), next_size(384, None)] == [32, 0, 0]
    assert [next_size(48, 96), next_size(72, 96), next_size(72, 84)] == [72, 84, 78]
    assert next_size(78, 84) == 0


@pytest.mark.parametrize("wrong_by", [0.7, 0.8, 1.0, 1.25, 1.5])
def test_few_steps_find_what_is_carried(wrong_by: float) -> None:
    """From a step of twelve and a guess that is off, to an eighth, in no more than there are."""
    for carried in range(20, 120):
        held, too_many, wanted, steps = 0, None, FIRST, 0
        while wanted:
            steps += 1
            if wanted <= carried:
                held = wanted
            else:
                too_many = wanted
            wanted = next_size(held, too_many, int(carried * wrong_by))
        assert steps <= STEPS and held <= carried <= held + max(2, held // 8), carried


def test_what_seems_right_is_three_quarters_of_what_the_processor_could_do() -> None:
    """A change of 90 ms every 5 seconds: one copy has room for 55 sessions; of them 41."""
    met = {"processor_ms": 90.0, "asking_ms": 0.0}
    assert likely(met, 1) == 41


def test_a_search_that_held_nothing_says_nothing_of_the_goal() -> None:
    """On a machine that is too busy no ratio is told, only what the processor would allow."""
    step = {"sessions": 20, "p95_s": 0.9, "reruns_a_second": 3.7}
    one = {**step, "processor_ms": 90.0, "asking_ms": 10.0}
    killed = {"sessions": 4, "broken": 2, "drawn_again": 2, "went_on": 2, "all_again_after_s": 1}
    found = {"one": one, "two": {**one, "sessions": 36}, "killed": killed}
    found |= {"cores": 2, "others_running": 9.0, "measured_at": "now"}
    assert "Two carry 1.80 times" in replicas.section(found)
    found["two"] = {**one, "sessions": 36, "p95_s": 3.0}
    assert "Two carry" not in replicas.section(found)
    assert "allow 1.80 times" in replicas.section(found)
    found["two"] = {**one, "sessions": 48}
    assert "That is more than two can" in replicas.section(found)
    assert "is met" not in replicas.section(found)


def test_what_two_copies_may_carry_is_what_the_cores_leave() -> None:
    """90 ms for a change, 10 for asking: one makes 11.1 a second, two on two cores 20, not 22."""
    met = {"processor_ms": 90.0, "asking_ms": 10.0}
    assert allowed({"one": met, "two": met, "cores": 2}) == pytest.approx(20 / (1000 / 90))
    assert allowed({"one": met, "two": met, "cores": 8}) == pytest.approx(2)
