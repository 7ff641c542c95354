"""The goals of the bench: every one is told, with its bar, and whether it is met."""

from __future__ import annotations

import gc
from collections import Counter

import pytest

from bench.counting import CAT, DUCKDB, NOT_INSTALLED, POLARS, READING
from bench.goals import GOALS, section
from bench.goals_of_counting import CHECKED, PARTING, figures_of_counting
from bench.goals_of_keeping import (
    COMMITS,
    each_once,
    kept_of_writers,
    lost_to_kills,
    one_again_and_again,
)
from bench.goals_of_reading import in_turn, left_alone, over
from bench.national import national
from bench.pages_with_charts import Charts, run_page
from wres.ui import panels


def way(*seconds: float, peak: int = 100) -> dict[str, object]:
    """Return what a way of counting cost, round by round."""
    return {"each_s": list(seconds), "each_processor_s": list(seconds), "peak_mb": peak}


def counted(polars: object) -> dict[str, object]:
    """Return what the part on counting finds, with ours at one, two and three seconds."""
    ours, other = way(1, 2, 3), way(2, 2, 2)
    many = dict.fromkeys((CAT, DUCKDB, PARTING, CHECKED, "pandas, all columns"), other)
    many |= {"ours": ours, POLARS: polars, "pandas, needed columns": other}
    more = {
        "ours": way(1, 2, 3, peak=140),
        CAT: other,
        READING: way(9, 9, 9),
        POLARS: polars,
        DUCKDB: other,
    }
    ways = ({"ours": way(1, peak=90)}, many, more, {"ours": ours, POLARS: polars})
    return {"files": [{"ways": one} for one in ways]}


def test_every_goal_is_told_once_and_in_order() -> None:
    """P1 to P16 are all there, and what counting alone has to reach after them."""
    numbers = list(dict.fromkeys(goal.number for goal in GOALS))
    assert numbers == [*(f"P{n}" for n in range(1, 17)), *(f"C{n}" for n in range(1, 6))]
    assert len({goal.key for goal in GOALS}) == len(GOALS)


def test_rounds_are_set_beside_each_other() -> None:
    """1, 2 and 3 seconds over 2, 2 and 2 are a half, one and one and a half."""
    assert over([1, 2, 3], [2, 2, 2]) == {"median": 1.0, "lowest": 0.5, "highest": 1.5}
    found = figures_of_counting(counted(way(4, 4, 4)))
    assert found["P1 1m"] == {"median": 0.5, "lowest": 0.25, "highest": 0.75}
    assert found["P2 cat 5m"] == {"median": 1.0, "lowest": 0.5, "highest": 1.5}
    assert found["P4 more"]["median"] == 50
    assert found["P3"]["highest"] == 2


def test_two_pieces_of_work_take_turns() -> None:
    """Each is done once before, unmeasured, and then in every round."""
    done: list[str] = []
    ones, others = in_turn(lambda: done.append("a"), lambda: done.append("b"), rounds=2)
    assert "".join(done) == "ababab"
    assert len(ones) == len(others) == 2


def test_what_is_not_installed_is_not_measured() -> None:
    """Without Polars its goals have no figure, and the page says so."""
    found = figures_of_counting(counted(NOT_INSTALLED))
    assert not {"P1 1m", "P1 5m", "P5", "C1"} & set(found)
    told = section({"measured_at": "now", "load": 1, "figures": found}).splitlines()
    assert sum("not measured here" in line for line in told) == len(GOALS) - len(found)


def test_a_goal_says_whether_it_is_met_and_why_it_reaches_no_further() -> None:
    """An upload of 60 milliseconds misses its bar of 50; 120 megabytes reach all there is."""
    figures = {"P6": 60.0, "P4 5m": 120.0}
    met = {key: {"median": one, "lowest": one, "highest": one} for key, one in figures.items()}
    told = section({"measured_at": "now", "load": 1, "figures": met})
    (late,) = (line for line in told.splitlines() if line.startswith("| P6"))
    (small,) = (line for line in told.splitlines() if line.startswith("| P4 | Peak"))
    assert late.endswith("| ≤ 50 | **no** | ≤ 20 | **no** |")
    assert small.endswith("| ≤ 320 | yes | ≤ 200 | yes |")
    assert "- P6: " in told


def test_a_country_has_486_figures_a_trust() -> None:
    """Nine indicators, eighteen bands and three groups of two trusts, no figure twice."""
    assert len({row.key for row in national(2)}) == 2 * 486


def test_kills_and_writers_are_counted() -> None:
    """Two kills lose nothing; two writers of two uploads are all kept."""
    assert lost_to_kills(2) == 0
    assert kept_of_writers(2, 2) == 4


def test_an_upload_is_told_both_ways_against_the_same_bar() -> None:
    """Thirty trusts corrected once each and one corrected thirty times, every count a new one."""
    once, again = (
        Counter(code for code, _ in made()[1]) for made in (each_once, one_again_and_again)
    )
    assert (len(once), max(once.values())) == (COMMITS, 1) == (30, 1)
    assert again == {"T000": COMMITS}
    for held, corrected in (each_once(), one_again_and_again()):
        assert {code for code, _ in corrected} == {code for code, _ in held}
        assert len({*held, *corrected}) == len(held) + len(corrected)
    rows = {goal.key: (goal.bar, goal.what) for goal in GOALS if goal.number in ("P11", "P13")}
    assert [bar for bar, _ in rows.values()] == [10, 10, 3, 3]
    assert len({what for _, what in rows.values()}) == 4


def test_what_was_loaded_before_is_left_alone_while_two_workbooks_are_read_in_turn() -> None:
    """Frozen within, as in the server, and looked through again afterwards."""
    before = gc.get_freeze_count()
    with left_alone():
        assert gc.get_freeze_count() > before + 1_000
    assert gc.get_freeze_count() == 0


def test_charts_are_drawn_for_the_first_time_in_each_run_or_in_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Four charts are made ready in each run of one page, and none in a later run of the other."""
    made: list[str] = []
    drawn = panels.bare_chart

    def counted(drawing: panels.Drawing, alt: str, *, key: str) -> None:
        made.append(key)
        drawn(drawing, alt, key=key)

    monkeypatch.setattr(panels, "bare_chart", counted)
    ready = {}
    for charts in Charts:
        run_page(charts)
        made.clear()
        shown = [len(run_page(charts).get("vega_lite_chart")) for _ in range(2)]
        ready[charts] = (shown, len(made))
    assert ready[Charts.NONE] == ([0, 0], 0)
    assert ready[Charts.AGAIN] == ([4, 4], 0)
    assert ready[Charts.FIRST] == ([4, 4], 8)
