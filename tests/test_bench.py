"""The bench: its small parts do what they say. Nothing here is timed."""

from __future__ import annotations

import csv
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from bench import replicas
from bench.__main__ import main
from bench.carrying import Search, keep_to, likely
from bench.chance import nothing_wrong
from bench.counting import EXTRACTS, once, section
from bench.coverage import rate_coverage
from bench.extracts import write_extract
from bench.figures import last_run, middle
from bench.replicas import allowed
from bench.report import PARTS, page
from bench.rules import END, KEPT, METHOD, START, lines_of, measured_block
from bench.serving import Server
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
    """First as many as seem right, then an eighth more or fewer, then the middle to a twentieth."""
    assert Search().wanted(40) == 40
    assert known(held=40).wanted(44) == 45
    assert known(too_many=40).wanted(44) == 35
    assert [known(held=800).wanted(0), known(too_many=1).wanted(0)] == [0, 0]
    assert known(held=64, too_many=80).wanted(0) == 72
    assert known(held=72, too_many=75).wanted(0) == 0


def known(*, held: int = 0, too_many: int = 0) -> Search:
    """Return a search that found one number in time twice, and one late twice."""
    found = [(number, was) for number, was in ((held, True), (too_many, False)) if number]
    return Search(tuple(found * 2))


def test_an_unlucky_step_is_looked_at_again_before_it_is_believed() -> None:
    """64 that were late once are tried again, and a third time where the two do not agree."""
    once_late = known(held=56).after(64, in_time=False)
    assert (once_late.wanted(0), once_late.too_many, once_late.decides(64)) == (64, None, True)
    twice_late = once_late.after(64, in_time=False)
    assert (twice_late.held, twice_late.too_many) == (56, 64)
    either = once_late.after(64, in_time=True)
    assert (either.wanted(0), either.held, either.too_many) == (64, 56, None)
    assert either.after(64, in_time=True).held == 64
    assert either.after(64, in_time=False).too_many == 64


def test_a_lucky_step_is_looked_at_again_before_it_is_believed() -> None:
    """61 in time once are tried again: in time they are held, late twice they never were."""
    once = known(held=56, too_many=64).after(61, in_time=True)
    assert (once.held, once.wanted(0), once.sure) == (61, 61, False)
    twice = once.after(61, in_time=True)
    assert (twice.held, twice.wanted(0), twice.sure) == (61, 0, True)
    late = once.after(61, in_time=False)
    assert (late.held, late.wanted(0), late.after(61, in_time=True).held) == (56, 61, 61)
    never = late.after(61, in_time=False)
    assert (never.held, never.too_many, never.wanted(0)) == (56, 61, 58)


def test_when_the_time_is_up_only_what_is_held_is_looked_at_again() -> None:
    """Of 56 held once, 56 again; where nothing is held yet, the search goes on."""
    found = Search().after(56, in_time=True).after(64, in_time=False).after(64, in_time=False)
    assert (found.wanted(0), found.wanted(0, at_last=True)) == (60, 56)
    assert found.after(56, in_time=True).wanted(0, at_last=True) == 0
    assert known(too_many=64).wanted(0, at_last=True) == 56


@pytest.mark.parametrize("wrong_by", [0.7, 0.8, 1.0, 1.25, 1.5])
def test_few_steps_find_what_is_carried(wrong_by: float) -> None:
    """From a guess that is off, with an unlucky first step, to a twentieth in fifteen steps."""
    for carried in range(20, 400, 3):
        search, steps = Search(), 0
        while wanted := search.wanted(int(carried * wrong_by)):
            steps += 1
            search = search.after(wanted, in_time=wanted <= carried and steps > 1)
        assert search.too_many is not None
        assert steps <= 15 and search.sure and search.held <= carried < search.too_many
        assert search.too_many - search.held <= max(2, search.held // 20)


def test_a_server_with_good_and_bad_moments_is_measured_to_a_tenth() -> None:
    """Its p95 grows as the room left shrinks, and is off by up to a fifth either way each time."""
    chance, off = random.Random(9), []
    for carried in range(60, 360, 3):
        search = Search()
        while wanted := search.wanted(int(carried * 0.85)):
            p95 = 0.05 / max(0.01, 1 - 0.95 * wanted / carried) * chance.uniform(0.8, 1.2)
            search = search.after(wanted, in_time=p95 <= 1.0)
        assert search.sure and len(search.tries) <= 20
        off.append(abs(search.held / carried - 1))
    assert max(off) <= 0.1 and sum(off) / len(off) <= 0.03


def test_what_seems_right_is_what_the_processor_could_do_with_some_ease() -> None:
    """A change of 90 ms every 2.5 seconds: one copy has room for 27 sessions; of them 85 in 100."""
    met = {"processor_ms": 90.0, "asking_ms": 0.0}
    assert likely(met, 1) == 23


def test_a_search_says_as_much_of_the_goal_as_it_found() -> None:
    """Two of 72 and 76 beside one of 36 and 38 is at least 1.89 times; held nothing, nothing."""
    step = {"p95_s": 0.9, "reruns_a_second": 3.7, "steps": 5, "others_cores": 0.0}
    step |= {"processor_ms": 90.0, "asking_ms": 10.0, "most_of_others": 0.0}
    killed = {"sessions": 4, "broken": 2, "drawn_again": 2, "went_on": 2, "all_again_after_s": 1}
    step |= {"held_twice": True}
    one, two = ({**step, "held": 36, "too_many": 38}, {**step, "held": 72, "too_many": 76})
    found = {"one": one, "two": two, "killed": killed, "kept_to_cores": True}
    found |= {"cores": 2, "others_running": 0.2, "measured_at": "now"}

    def told(**changed: float | None) -> str:
        return replicas.section({**found, "two": {**two, **changed}})

    assert "2.00 times one. It is at least 1.89 and at most 2.11 times" in told()
    assert "the goal of 1.7 is met." in told()
    assert "the goal of 1.7 is **not met**" in told(held=54, too_many=57)
    assert "by what is held the goal of 1.7 is met" in told(held=62, too_many=66)
    assert "at least 2.11 times" in told(held=80, too_many=None)
    assert "more than two can" in told(held=80, too_many=None)
    assert "not settled" in told(held=54, too_many=57, most_of_others=0.8)
    assert "not settled" in told(most_of_others=0.8) and "is met" not in told(most_of_others=0.8)
    assert "Not both were held twice, so the goal of 1.7 is not settled" in told(held_twice=False)
    assert "nothing is known" in told(held=0, too_many=12)
    assert all("allow 1.80 times" in text for text in (told(), told(held=0, too_many=12)))


def test_a_copy_kept_to_a_core_runs_there_alone() -> None:
    """Every thread of a program that is kept to the first core may run on that core alone."""
    core = min(os.sched_getaffinity(0))
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as running:
        keep_to(Server(address="", process=running.pid, healthy_after=0.0), core)
        assert os.sched_getaffinity(running.pid) == {core}
        running.communicate(b"\n")


def test_what_two_copies_may_carry_is_what_the_cores_leave() -> None:
    """90 ms for a change, 10 for asking: one makes 11.1 a second, two on two cores 20, not 22."""
    met = {"processor_ms": 90.0, "asking_ms": 10.0}
    assert allowed({"one": met, "two": met, "cores": 2}) == pytest.approx(20 / (1000 / 90))
    assert allowed({"one": met, "two": met, "cores": 8}) == pytest.approx(2)
