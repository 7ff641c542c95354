"""The made-up Practice Trust holds what was planted in it, checked with scipy and statsmodels.

The expected outcomes are the generator's; the intervals and tests here are other people's code,
so neither side can be wrong in the same way as the program.
"""

from __future__ import annotations

import csv
import json
import math
import subprocess
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.contingency_tables import Table
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from wres.indicators import calc_basis
from wres.library.action_plans import load_action_plan
from wres.results import COLUMNS, Result, check_result
from wres.terms import Band, CalcBasis, EthnicGroup, StaffGroup, Status, Unit

FOLDER = Path(__file__).parent.parent / "data" / "practice"
KEY: dict[str, Any] = json.loads((FOLDER / "answer_key.json").read_text(encoding="utf-8"))
LATEST = 2025
SURVEY = (5, 6, 7, 8)
RATIOS = (2, 3, 4)
WIDE_GROUPS = ("asian", "black", "mixed", "other")
SIGN = {5: 1, 6: 1, 7: -1, 8: 1}
SINGLE_BANDS = {b.value for b in Band if b.value[0].isdigit() and "-" not in b.value} | {
    "vsm",
    "consultant",
    "career grade",
    "trainee grade",
    "other medical",
}
Row = dict[str, str]
Cases = tuple[int, int]
Limits = tuple[float, float]


def read(name: str) -> list[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = read("results.csv")
PEERS = read("benchmarks.csv")


def rows_of(**wanted: object) -> list[Row]:
    return [r for r in ROWS if all(r[name] == str(value) for name, value in wanted.items())]


def cases(indicator: int, year: int, group: str) -> Cases:
    (row,) = rows_of(
        indicator=indicator,
        wres_year=year,
        ethnic_group=group,
        staff_group="all",
        band="all",
        unit="proportion",
    )
    return int(row["numerator"]), int(row["denominator"])


def peer(indicator: int, group: str, year: int = LATEST) -> float:
    (row,) = (
        r
        for r in PEERS
        if (r["indicator"], r["ethnic_group"], r["wres_year"]) == (str(indicator), group, str(year))
    )
    return float(row["value"])


def share(pair: Cases) -> float:
    return pair[0] / pair[1]


def percent(pair: Cases) -> float:
    return round(share(pair) * 100 + 1e-9, 1)


def wilson(pair: Cases) -> Limits:
    low, high = proportion_confint(*pair, method="wilson")
    return float(low), float(high)


def newcombe(first: Cases, second: Cases) -> Limits:
    low, high = confint_proportions_2indep(*first, *second, method="newcomb", compare="diff")
    return float(low), float(high)


def ratio_limits(indicator: int, year: int) -> tuple[float, Limits]:
    bme, white = cases(indicator, year, "bme"), cases(indicator, year, "white")
    top, bottom = (bme, white) if indicator == 3 else (white, bme)
    low, high = confint_proportions_2indep(*top, *bottom, method="score", compare="ratio")
    return share(top) / share(bottom), (float(low), float(high))


def trend_p_value(counts: list[Cases]) -> float:
    table = np.array([[n - x for x, n in counts], [x for x, _ in counts]])
    return float(Table(table).test_ordinal_association(np.arange(2), np.arange(len(counts))).pvalue)


def adverse_gap_change(indicator: int) -> tuple[float, Limits]:
    gaps, limits = [], []
    for year in (LATEST - 1, LATEST):
        bme, white = cases(indicator, year, "bme"), cases(indicator, year, "white")
        first, second = (bme, white) if SIGN[indicator] > 0 else (white, bme)
        gaps.append(share(first) - share(second))
        limits.append(newcombe(first, second))
    change = gaps[1] - gaps[0]
    low = change - math.hypot(gaps[1] - limits[1][0], limits[0][1] - gaps[0])
    high = change + math.hypot(limits[1][1] - gaps[1], gaps[0] - limits[0][0])
    return change, (low, high)


def planted(indicator: int, trigger: str) -> dict[str, str]:
    (entry,) = (e for e in KEY["latest"] if e["indicator"] == indicator)
    found: dict[str, str] = entry["triggers"][trigger]
    return found


def side(limits: Limits, value: float, *, names: tuple[str, str, str]) -> str:
    above, below, neither = names
    if limits[0] > value:
        return above
    return below if limits[1] < value else neither


def direction(values: list[float], *, sign: int) -> str:
    steps = [sign * (later - earlier) for earlier, later in pairwise(values)][-2:]
    if all(step > 0 for step in steps):
        return "declining"
    return "improving" if all(step < 0 for step in steps) else "no_steady_direction"


def comparable_years(indicator: int) -> list[int]:
    return list(range(2022 if indicator == 7 else 2021, LATEST + 1))


def add_up(rows: Iterable[Row]) -> Cases:
    kept = list(rows)
    return sum(int(r["numerator"]) for r in kept), sum(int(r["denominator"]) for r in kept)


def test_the_generator_writes_the_same_bytes_again(tmp_path: Path) -> None:
    """Anyone can make the files again and get what is shipped."""
    maker = FOLDER / "make_practice_trust.py"
    subprocess.run([sys.executable, str(maker), "--into", str(tmp_path)], check=True, timeout=60)
    for name in ("results.csv", "benchmarks.csv", "answer_key.json"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name


def test_the_generator_does_not_use_the_program() -> None:
    """An answer key worked out by the code under test would prove nothing."""
    for name in ("make_practice_trust.py", "planted.py"):
        words = (FOLDER / name).read_text(encoding="utf-8")
        assert "import wres" not in words
        assert "from wres" not in words


def test_the_header_is_that_of_the_results_table() -> None:
    """The file is the long table, column for column."""
    assert tuple(ROWS[0]) == COLUMNS


def as_result(row: Row) -> Result:
    return Result(
        org_code=row["org_code"],
        wres_year=int(row["wres_year"]),
        survey_year=int(row["survey_year"]),
        indicator=int(row["indicator"]),
        ethnic_group=EthnicGroup(row["ethnic_group"]),
        staff_group=StaffGroup(row["staff_group"]),
        band=Band(row["band"]),
        numerator=int(row["numerator"]) if row["numerator"] else None,
        denominator=int(row["denominator"]) if row["denominator"] else None,
        value=float(row["value"]) if row["value"] else None,
        unit=Unit(row["unit"]),
        calc_basis=CalcBasis(row["calc_basis"]),
        edition=row["edition"],
        status=Status(row["status"]),
        source_id=row["source_id"],
    )


def test_every_row_can_be_true_and_none_is_there_twice() -> None:
    """Every row keeps the rule of the table, and its key is its own."""
    results = [as_result(row) for row in ROWS]
    for result in results:
        check_result(result)
    assert len({result.key for result in results}) == len(results)


def test_every_row_stands_on_the_basis_of_its_survey_year() -> None:
    """Indicator 7 leaves don't-knows out until the 2020 survey and counts them afterwards."""
    for row in (*ROWS, *PEERS):
        survey_year = int(row["wres_year"]) - 1
        assert row["calc_basis"] == calc_basis(int(row["indicator"]), survey_year).value


def test_every_value_is_its_counts_to_six_decimals() -> None:
    """The printed proportion never differs from the counts."""
    for row in ROWS:
        if row["numerator"]:
            quotient = int(row["numerator"]) / int(row["denominator"])
            assert row["value"] == f"{quotient:.6f}"


@pytest.mark.parametrize("indicator", SURVEY)
@pytest.mark.parametrize("year", range(2020, 2026))
def test_survey_cells_add_up_over_bands_staff_groups_and_ethnic_groups(
    indicator: int, year: int
) -> None:
    """Every way of adding the cells gives the printed total."""
    for group in ("all", "bme", "unknown", "white"):
        here = rows_of(indicator=indicator, wres_year=year, ethnic_group=group)
        total = cases(indicator, year, group)
        assert add_up(r for r in here if r["band"] in SINGLE_BANDS) == total
        assert add_up(r for r in here if r["staff_group"] != "all") == total
    groups = {g: cases(indicator, year, g) for g in WIDE_GROUPS}
    assert tuple(map(sum, zip(*groups.values(), strict=True))) == cases(indicator, year, "bme")
    three = [cases(indicator, year, g) for g in ("bme", "unknown", "white")]
    assert tuple(map(sum, zip(*three, strict=True))) == cases(indicator, year, "all")


@pytest.mark.parametrize("year", range(2020, 2026))
def test_head_counts_add_up_over_bands_and_staff_groups(year: int) -> None:
    """Indicator 1 is whole: every person stands in one band and one staff group."""
    for group in ("bme", "unknown", "white"):
        here = rows_of(indicator=1, wres_year=year, ethnic_group=group)
        total = cases(1, year, group)
        assert add_up(r for r in here if r["staff_group"] == "all" and r["band"] != "all") == total
        assert add_up(r for r in here if r["staff_group"] != "all" and r["band"] == "all") == total
        assert add_up(r for r in here if "all" not in (r["staff_group"], r["band"])) == total
    assert (
        sum(cases(1, year, g)[0] for g in ("bme", "unknown", "white")) == (cases(1, year, "bme")[1])
    )


def test_nobody_answers_the_survey_who_does_not_work_there() -> None:
    """No cell has more answers than staff."""
    for row in rows_of(indicator=5):
        if row["ethnic_group"] in ("bme", "unknown", "white"):
            (staff,) = rows_of(
                indicator=1,
                wres_year=row["wres_year"],
                ethnic_group=row["ethnic_group"],
                band=row["band"],
                staff_group=row["staff_group"],
            )
            assert int(row["denominator"]) <= int(staff["numerator"])


def test_disciplinary_and_training_rates_are_of_the_head_count() -> None:
    """Indicators 3 and 4 divide by the workforce of indicator 1."""
    for year in range(2020, 2026):
        for group in ("bme", "white"):
            staff = cases(1, year, group)[0]
            assert cases(3, year, group)[1] == staff
            assert cases(4, year, group)[1] == staff


def test_the_printed_ratio_is_that_of_its_counts() -> None:
    """Only indicator 2 of 2021 has a printed ratio, and it is right to two decimals."""
    (row,) = rows_of(unit="ratio")
    assert (row["indicator"], row["wres_year"], row["ethnic_group"]) == ("2", "2021", "all")
    assert float(row["value"]) == round((386 / 1805) / (154 / 1275), 2)


def test_the_hidden_cells_are_those_with_fewer_than_eleven_answers() -> None:
    """The key lists every survey cell of the latest year that must not be shown."""
    for indicator in SURVEY:
        small = {
            (r["band"], r["ethnic_group"], int(r["denominator"]))
            for r in rows_of(indicator=indicator, wres_year=LATEST)
            if int(r["denominator"]) < 11
        }
        listed = KEY["hidden_survey_cells"][str(indicator)]
        assert {(c["band"], c["ethnic_group"], c["base"]) for c in listed} == small
        assert {("8c", "bme"), ("9", "bme")} <= {(band, group) for band, group, _ in small}


def test_some_small_cell_has_no_yes_answer() -> None:
    """A zero that would tell every member's answer is there for the shield to hide."""
    assert rows_of(wres_year=LATEST, indicator=8, ethnic_group="bme", numerator=0)


def test_the_key_repeats_the_counts_of_the_files() -> None:
    """Rates, gaps and counts of the key are those of the results file."""
    for indicator in (*RATIOS, *SURVEY):
        for year in range(2020, 2026):
            entry = KEY["indicators"][str(indicator)][str(year)]
            bme, white = cases(indicator, year, "bme"), cases(indicator, year, "white")
            for pair, group in ((bme, "bme"), (white, "white")):
                assert (entry[group]["numerator"], entry[group]["denominator"]) == pair
                assert entry[group]["rate_percent"] == percent(pair)
            gap = (share(bme) - share(white)) * 100
            assert entry["gap_points"] == pytest.approx(gap, abs=0.05 + 1e-9)


@pytest.mark.parametrize("indicator", SURVEY)
def test_survey_figures_stand_to_the_peers_as_planted(indicator: int) -> None:
    """Statsmodels' Wilson interval and the printed figures give the planted outcomes."""
    bme = cases(indicator, LATEST, "bme")
    value = peer(indicator, "bme")
    expected = planted(indicator, "worse_than_benchmark")
    apart = SIGN[indicator] * (percent(bme) - round(value * 100, 1))
    assert expected["point"] == ("worse" if apart > 0 else "better" if apart < 0 else "same")
    names = ("worse", "better") if SIGN[indicator] > 0 else ("better", "worse")
    assert expected["qualified"] == side(wilson(bme), value, names=(*names, "no_clear_difference"))


@pytest.mark.parametrize("indicator", SURVEY)
def test_survey_figures_move_over_the_years_as_planted(indicator: int) -> None:
    """Statsmodels' ordinal trend test and the last two steps give the planted outcomes."""
    series = [cases(indicator, year, "bme") for year in comparable_years(indicator)]
    expected = planted(indicator, "trend_in_decline")
    assert expected["point"] == direction([percent(p) for p in series], sign=SIGN[indicator])
    clear = trend_p_value(series) < 0.05
    assert expected["qualified"] == ("clear_decline" if clear else "no_clear_trend")


def test_the_decline_of_indicator_5_is_steady() -> None:
    """Departure from a straight line is not significant, so no "up and down" is said."""
    series = [cases(5, year, "bme") for year in comparable_years(5)]
    whole = stats.chi2_contingency([[x for x, _ in series], [n - x for x, n in series]])
    trend = stats.norm.isf(trend_p_value(series) / 2) ** 2
    assert stats.chi2.sf(whole.statistic - trend, len(series) - 2) > 0.05


@pytest.mark.parametrize("indicator", SURVEY)
def test_survey_gaps_open_or_close_as_planted(indicator: int) -> None:
    """Newcombe's interval of the change, built on statsmodels' limits, gives the outcomes."""
    change, limits = adverse_gap_change(indicator)
    expected = planted(indicator, "differential_opening")
    assert expected["point"] == ("opening" if change > 0 else "closing")
    assert abs(change) > 0.0015
    names = ("clear_opening", "clear_closing", "no_clear_change")
    assert expected["qualified"] == side(limits, 0.0, names=names)


@pytest.mark.parametrize("indicator", RATIOS)
def test_ratios_stand_to_the_peers_as_planted(indicator: int) -> None:
    """Statsmodels' score interval of the ratio gives the planted outcomes."""
    found, limits = ratio_limits(indicator, LATEST)
    value = peer(indicator, "all")
    expected = planted(indicator, "worse_than_benchmark")
    assert expected["point"] == ("worse" if round(found, 2) > value else "better")
    names = ("worse", "better", "no_clear_difference")
    assert expected["qualified"] == side(limits, value, names=names)
    assert KEY["indicators"][str(indicator)][str(LATEST)]["ratio"] == round(found, 2)


def test_indicator_2_is_clear_and_sizeable_and_3_could_be_chance() -> None:
    """The interval of 2 leaves out 1 and lies outside four fifths; that of 3 holds 1."""
    two, limits_two = ratio_limits(2, LATEST)
    three, limits_three = ratio_limits(3, LATEST)
    assert two > 1.25 and limits_two[0] > 1.25
    assert three > 1.25 and limits_three[0] < 1
    assert limits_three[1] > peer(3, "all") > 1


@pytest.mark.parametrize("indicator", RATIOS)
def test_ratios_show_no_trend(indicator: int) -> None:
    """A weighted line through the logarithms, worked here, is not significant; last step better."""
    years = np.arange(2021, LATEST + 1)
    ratios, weights = [], []
    for year in years:
        ratios.append(math.log(ratio_limits(indicator, int(year))[0]))
        (a, n), (b, m) = cases(indicator, int(year), "bme"), cases(indicator, int(year), "white")
        weights.append(1 / (1 / a - 1 / n + 1 / b - 1 / m))
    w, y = np.array(weights), np.array(ratios)
    centred = years - (w * years).sum() / w.sum()
    slope = (w * centred * y).sum() / (w * centred**2).sum()
    z = slope * math.sqrt((w * centred**2).sum())
    assert 2 * stats.norm.sf(abs(z)) > 0.05
    shown = [round(math.exp(v), 2) for v in ratios]
    assert shown[-1] < shown[-2]
    assert direction(shown, sign=1) == planted(indicator, "trend_in_decline")["point"]


def test_one_case_moved_does_not_reverse_indicator_3() -> None:
    """Eight and 16 cases instead of nine and 15 still leave BME staff more likely."""
    moved = (8 / 1158) / (16 / 2871)
    assert KEY["indicator_3_one_case"] == {
        "ratio_with_one_case_moved": round(moved, 2),
        "reverses": False,
    }
    assert moved > 1


def test_the_recalculation_of_indicator_7_is_a_fall_of_over_twenty_points() -> None:
    """The step across the break is large, so a program that joins the series is caught."""
    assert percent(cases(7, 2021, "bme")) == 69.4
    assert percent(cases(7, 2022, "bme")) == 46.4


def test_senior_bands_are_short_of_bme_staff_and_bands_1_to_5_are_not() -> None:
    """42 of 318 against 1,158 of 4,207: 46 people by swap, by hand."""
    bands = KEY["indicators"]["1"][str(LATEST)]
    senior = bands["8a-vsm"]
    assert (senior["bme"], senior["people"], senior["share_percent"]) == (42, 318, 13.2)
    assert senior["workforce_share_percent"] == 27.5
    assert senior["gap_points"] == -14.3
    assert 42 + 46 >= 318 * 1158 / 4207 > 42 + 45
    assert senior["people_to_parity"] == 46
    assert all(bands[band]["gap_points"] > 0 for band in ("1", "2", "3", "4", "5"))
    parts = [
        r
        for r in rows_of(indicator=1, wres_year=LATEST, ethnic_group="bme")
        if (r["staff_group"] == "all" and r["band"] in ("8a", "8b", "8c", "8d", "9", "vsm"))
    ]
    assert add_up(parts) == (42, 318)


def test_the_board_has_one_bme_member_of_thirteen() -> None:
    """One appointment is 7.7 points; the gap is 19.8 points; three people make parity."""
    board = KEY["indicators"]["9"][str(LATEST)]["board"]
    assert (board["bme"], board["people"], board["share_percent"]) == (1, 13, 7.7)
    assert (board["gap_points"], board["one_person_points"]) == (-19.8, 7.7)
    assert board["people_to_parity"] == 3
    for group in ("bme", "unknown", "white"):
        counts = {
            r["staff_group"]: int(r["numerator"])
            for r in rows_of(indicator=9, wres_year=LATEST, ethnic_group=group)
        }
        assert counts["board executive"] <= counts["board"]
        assert counts["board voting"] <= counts["board"]


def test_the_concerns_are_ordered_by_clear_triggers_then_triggers_then_gap() -> None:
    """The planted order follows from the planted outcomes, representation last."""
    raised = {"worse", "declining", "opening"}
    clear = {"worse", "clear_decline", "clear_opening"}
    counted = {
        e["indicator"]: (
            "representation" in e["triggers"],
            -sum(t["qualified"] in clear for t in e["triggers"].values()),
            -sum(t["point"] in raised for t in e["triggers"].values()),
        )
        for e in KEY["latest"]
        if e["is_concern"]
    }
    assert KEY["concerns_in_order"] == [5, 8, 2, 3, 9, 1]
    ranks = [counted[indicator] for indicator in KEY["concerns_in_order"]]
    assert ranks == sorted(ranks)
    for entry in KEY["latest"]:
        points = [t["point"] in raised for t in entry["triggers"].values()]
        assert entry["is_concern"] == any(points)


def test_the_plan_answers_and_leaves_open_what_the_key_says() -> None:
    """The made-up plan loads, says so, and misses indicators 2 and 9."""
    made = load_action_plan(FOLDER / "action_plan.toml")
    answered = {number for activity in made.activities for number in activity.indicators}
    concerns = set(KEY["concerns_in_order"])
    assert made.made_up and made.organisation_code == "ZZP"
    assert sorted(answered & concerns) == KEY["action_plan"]["concerns_with_an_activity"]
    assert sorted(concerns - answered) == KEY["action_plan"]["concerns_without_an_activity"]
    assert sorted(answered - concerns) == KEY["action_plan"]["answered_without_a_concern"]
    gaps = {gap for activity in made.activities for gap in activity.missing}
    assert {"lead is TBC", "no delivery date"} <= gaps
    assert "complete" in {activity.status_as_written for activity in made.activities}


def test_every_peer_figure_says_it_is_made_up() -> None:
    """Nobody can take the peers for real trusts."""
    assert len(PEERS) == 66
    for row in PEERS:
        assert "made-up" in row["label"]
        assert row["source_title"] == "Made up for practice"
        assert (row["kind"], row["scope"]) == ("practice", "practice")
