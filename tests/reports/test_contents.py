"""The reports as values: every part is there, every number is published, nothing hidden shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from tests.reports.asked import DAY, FIGURES, PLAN, PRACTICE, asked_for
from tests.reports.told import (
    command_json,
    numbers_told,
    texts_of,
    unexplained,
)
from tests.store.examples import doubted
from tests.test_words import NEVER
from tests.words.test_generated_sentences import LONGEST, OLDEST, reading_age, sentences
from wres.answers import View, gather
from wres.answers.evidence import Evidence
from wres.answers.written import Comment, Written
from wres.benchmarks import BenchmarkKind
from wres.indicators import INDICATORS
from wres.judgements import Judgement, Level
from wres.predictions import Aim, Direction, Outcome, Prediction
from wres.reports.contents import annual_report, board_summary
from wres.reports.sections import Report, Reported, Section
from wres.results import Result, Results
from wres.terms import Status
from wres.words import reports as said
from wres.words.verdicts import outcome_words

MOMENT = datetime(2026, 3, 31, 12, 30, tzinfo=UTC)
CELL = re.compile(r"([\d.]+)% \(([\d.]+)% to ([\d.]+)%; n = ([\d,]+)\)")


@pytest.fixture(scope="module")
def practice(evidence: Evidence) -> Report:
    """The annual report of the Practice Trust."""
    return annual_report(asked_for(evidence, PRACTICE))


@pytest.fixture(scope="module")
def figures(evidence: Evidence) -> Report:
    """The annual report of a trust with published percentages and no plan."""
    return annual_report(asked_for(evidence, FIGURES))


@pytest.fixture(scope="module")
def plan(evidence: Evidence) -> Report:
    """The annual report of a trust with a plan and no figures."""
    return annual_report(asked_for(evidence, PLAN))


def part(report: Report, heading: str, level: int = 1) -> Section:
    """Return the one section with this heading and level; the last of two alike."""
    return [one for one in report.sections if (one.heading, one.level) == (heading, level)][-1]


@pytest.mark.parametrize("name", ["practice", "figures", "plan"])
def test_headings_never_skip_a_level_and_every_part_is_there(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Eight parts, and nine indicators in the standard's order, whatever figures there are."""
    report: Report = request.getfixturevalue(name)
    levels = [0, *(one.level for one in report.sections)]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert [one.heading for one in report.sections if one.level == 1] == [
        said.SUMMARY,
        said.CONCERNS,
        said.PLAN,
        said.NINE,
        said.QUALITY,
        said.METHOD,
        said.RULES,
        said.SOURCES,
    ]
    after = [one.heading for one in report.sections]
    nine = report.sections[after.index(said.NINE) : after.index(said.QUALITY)]
    assert [one.heading.split(".")[0] for one in nine if one.level == 2] == list("123456789")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, set[float]]]:
    """The numbers that may stand in the reports of two trusts, with an empty store."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("WRES_HOME", str(tmp_path_factory.mktemp("home")))
        yield {org: numbers_told(org) for org in (PRACTICE, FIGURES)}


@pytest.mark.parametrize("org", [PRACTICE, FIGURES])
def test_every_number_is_one_that_the_commands_give(
    evidence: Evidence, org: str, results: dict[str, set[float]]
) -> None:
    """``results``, ``concerns``, ``plan`` and ``workforce`` explain each number of each text."""
    asked = asked_for(evidence, org)
    made = {float(DAY.day), *(float(n) for n in range(asked.view.wres_year - 6, 2027))}
    for report in (annual_report(asked), board_summary(asked)):
        titles = {link.text for one in report.sections for link in one.links}
        titles |= {one.source for one in report.sections if one.source}
        told = [one for one in texts_of(report) if one[1] not in titles]
        assert unexplained(told, results[org] | made) == []
    assert unexplained([("x", "one cell of 87,654.3%")], results[org])


def test_each_cell_of_the_tables_is_the_row_that_results_gives(
    practice: Report, results: dict[str, set[float]]
) -> None:
    """Figure, both ends of the range and n of every year, group and survey question."""
    rows = command_json("results", "--org", PRACTICE)
    whole = {
        (row["indicator"], row["wres_year"], row["ethnic_group"]): row
        for row in rows
        if (row["band"], row["staff_group"]) == ("all", "all")
    }
    compared = 0
    for number in (5, 6, 7, 8):
        table = part(practice, f"{number}. {INDICATORS[number - 1].short_name}", 2).table
        assert table is not None and len(table.rows) == 6
        for year, *cells in table.rows:
            for group, cell in zip(("bme", "white"), cells, strict=False):
                row = whole[number, int(year), group]
                found = CELL.fullmatch(cell)
                assert found is not None, cell
                shown = [float(one.replace(",", "")) for one in found.groups()]
                assert shown == [row["percent"], row["low"], row["high"], row["denominator"]]
                compared += 1
    assert compared == 48


def test_a_concern_has_both_its_answers(practice: Report) -> None:
    """Indicator 5 is clear on all three triggers; indicator 3 is on the figures alone."""
    five = part(practice, "Concern about indicator 5. Harassment from patients or the public", 2)
    assert five.table is not None and five.verdict == "▲ Area of concern: clear"
    assert [row[:2] for row in five.table.rows] == [
        ("Worse than benchmark", "Yes, and clear of chance"),
        ("Trend in decline", "Yes, and clear of chance"),
        ("Differential opening up", "Yes, and clear of chance"),
    ]
    three = part(practice, "Concern about indicator 3. Formal disciplinary process", 2)
    assert three.table is not None
    assert three.table.rows[0][1] == "Yes on the figures, not clear"


def test_the_plan_is_there_in_its_own_words(plan: Report, evidence: Evidence) -> None:
    """Nineteen activities with what each leaves open; an empty lead stays empty, and is named."""
    held = evidence.plan_for(PLAN)
    table = part(plan, said.PLAN).table
    assert held is not None and table is not None and len(table.rows) == 19
    for row, one in zip(table.rows, held.activities, strict=True):
        assert row[1] == one.activity
        assert row[3] == (one.lead or "No lead named")
        assert row[6] == ("; ".join(one.missing) or "nothing")


def test_a_closed_trust_is_said_to_be_closed(plan: Report) -> None:
    """Barnet, Enfield and Haringey closed on 31 October 2024, into North London."""
    told = dict(plan.about)["Closed"]
    assert told == "on 2024-10-31, now part of North London NHS Foundation Trust (G6V2S)"


def test_hidden_not_collected_and_missing_read_differently(evidence: Evidence) -> None:
    """Three indicators without a figure for three reasons have three sentences, in both reports."""
    kept = [
        row for row in evidence.shipped.results if row.org_code == FIGURES and row.indicator == 8
    ]
    rows = [replace(one, status=Status.NOT_COLLECTED, value=None) for one in kept]
    small = [_counted(one, people=9) for one in kept]
    shown = {}
    for name, given in (("not collected", rows), ("hidden", small)):
        laid = gather(evidence.shipped, Results(given), 1)
        asked = asked_for(laid, FIGURES)
        summary = annual_report(asked).sections[0].table
        assert summary is not None
        shown[name] = summary.rows[7][1]
        shown["missing"] = summary.rows[8][1]
    assert shown == {
        "not collected": "Not collected.",
        "hidden": "Hidden to protect confidentiality.",
        "missing": "No figure of this indicator is held here for WRES 2025.",
    }


def _counted(row: Result, people: int) -> Result:
    return replace(row, numerator=people // 3, denominator=people, value=None)


def test_what_a_lead_judged_and_what_was_doubted_stand_beside_the_figures(
    evidence: Evidence,
) -> None:
    """Both verdicts, the name and the reason; the note of an accepted warning with its question."""
    asked = replace(
        asked_for(evidence, PRACTICE),
        written=Written(
            judgements=(
                Judgement(
                    org_code=PRACTICE,
                    indicator=5,
                    wres_year=2025,
                    level=Level.RAISED,
                    reason="Two wards told us more.",
                    judged_by="Ama Mensah",
                    judged_at=MOMENT,
                ),
            )
        ),
        notes=(doubted(PRACTICE, 5, reason="A ward was closed in autumn."),),
    )
    report = annual_report(asked)
    five = part(report, "Concern about indicator 5. Harassment from patients or the public", 2)
    assert five.verdict == "▲ Area of concern: clear"
    assert any(
        "Ama Mensah" in text and "Two wards told us more." in text for text in five.sentences
    )
    noted = part(report, said.QUALITY).points
    assert any(text.endswith("A ward was closed in autumn.") for text in noted)
    board = part(board_summary(asked), said.QUALITY)
    assert board.sentences[0].startswith("1 note stands beside these figures")


def test_a_report_is_of_everybody_whatever_is_chosen(evidence: Evidence) -> None:
    """A band or group chosen on a page changes nothing; a comparator does, and is named."""
    asked = asked_for(evidence, FIGURES)
    narrowed = replace(asked, view=View(org_code=FIGURES, wres_year=2025, indicator=5))
    assert board_summary(narrowed) == board_summary(asked)
    national = replace(asked, view=replace(asked.view, comparator=BenchmarkKind.NATIONAL))
    assert dict(board_summary(national).about)["Compared with"] == "England"


def test_made_up_figures_are_labelled_and_real_ones_are_not(
    practice: Report, figures: Report
) -> None:
    """The label stands for every page; the name says it as well."""
    assert practice.label == "Made-up figures, for practice. Not a real trust."
    assert practice.organisation == "Practice Trust (made-up)"
    assert figures.label == "" and "Closed" not in dict(figures.about)
    assert isinstance(practice, Report) and practice.made_on == DAY
    assert Reported.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_what_a_report_says_of_itself_is_short_and_plain() -> None:
    """Sentences of 20 words or fewer, a reading age of 12 or under, no word that we avoid."""
    texts = [text for text in vars(said).values() if isinstance(text, str) and " " in text]
    texts += [*said.method_lines(), *said.MARKS]
    texts += [said.empty_sentence(2025, has_plan=True), said.empty_sentence(2025, has_plan=False)]
    every = [one for text in texts for one in sentences(text)]
    assert len(every) > 30
    assert [one for one in every if len(one.split()) > LONGEST] == []
    assert reading_age([*said.method_lines(), said.PAGE_WHY, said.BOARD_NOTE]) <= OLDEST
    assert not NEVER.search(" ".join(texts))


def test_what_was_predicted_stands_behind_the_plan_with_what_came_of_it(
    evidence: Evidence,
) -> None:
    """BME staff went from 31.9% to 37.9% where 3 points less were hoped for: the other way."""
    hoped = Prediction(
        org_code=PRACTICE,
        activity_id="a",
        activity="Train front-desk staff.",
        indicator=5,
        aim=Aim.BME,
        direction=Direction.DOWN,
        size=0.03,
        base_year=2024,
        result_year=2025,
        record_id="one",
        locked_by="Ama Mensah",
        locked_at=datetime(2024, 6, 3, 9, tzinfo=UTC),
    )
    written = Written(predictions=(hoped,), comments=(_comment("It came too late."),))
    report = annual_report(replace(asked_for(evidence, PRACTICE), written=written))
    after = [one.heading for one in report.sections]
    place = after.index(said.PREDICTIONS)
    assert after[place - 1] == said.PLAN and after[place + 2] == said.NINE
    found = report.sections[place + 1]
    assert (found.level, found.verdict) == (3, outcome_words(Outcome.OTHER_WAY))
    moved = "WRES 2024: 31.9% (n = 636). WRES 2025: 37.9% (n = 642)."
    assert moved in found.sentences and "Activity: “Train front-desk staff.”" in found.sentences
    assert found.points == ("Comment by Ben Okri: “It came too late.”",)


def _comment(text: str) -> Comment:
    return Comment(prediction_id="one", text=text, written_by="Ben Okri", written_at=MOMENT)
