"""Case studies: Chesterfield labelled by hand from its source, every field kept, bad files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wres.errors import DataFileBroken
from wres.indicators import INDICATORS
from wres.library.case_studies import (
    NOT_STATED,
    CaseStudy,
    EvidenceGrade,
    Intervention,
    Moment,
    ReportedUnit,
    ShareLevel,
    load_case_studies,
    load_case_study,
)
from wres.terms import BenchmarkGroup, EthnicGroup

FOLDER = Path(__file__).parents[2] / "data" / "case_studies"
ALL_CASES, BROKEN = load_case_studies(FOLDER)
SMALL_CASE = """+++
title = "A case"
organisation = "An Example Trust"
org_code = "X01"
org_type = "community"
indicators = [6]
wres_years = [2022]
claim = ""
evidence_grade = "before and after"
grade_reason = "Two surveys of one trust."
interventions = ["training"]
setting = "One community trust."
duration = "One year."
cost = "Not stated in the source."
what_was_done = "A thing."
outcome = "From 20% to 18%."
what_did_not_work = "Not stated in the source."
sample_sizes = "None given in the source."
bme_share = 0.30
caution = "No counts."
source_title = "Written for this test"
source_url = "https://example.org/case"
checked_on = 2026-11-23

[[reported]]
indicator = 6
measure = "Harassment by staff"
group = "bme"
moment = "before"
year_label = "2021"
printed = "20"
unit = "percent"

[[reported]]
indicator = 6
measure = "Harassment by staff"
group = "bme"
moment = "after"
year_label = "2022"
wres_year = 2022
printed = "18.0"
unit = "percent"
+++

Words below.
"""


@pytest.fixture(scope="module")
def chesterfield() -> CaseStudy:
    """The Chesterfield case on indicator 8."""
    return load_case_study(FOLDER / "chesterfield_indicator_8.md")


def written(folder: Path, words: str, name: str = "case.md") -> Path:
    """Write a case file and return where it is."""
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def changed(folder: Path, old: str, new: str) -> Path:
    """Write the small case with one place changed."""
    assert old in SMALL_CASE
    return written(folder, SMALL_CASE.replace(old, new))


def test_all_sixteen_shipped_cases_load() -> None:
    """No case in the data folder is broken, and there are sixteen."""
    assert BROKEN == ()
    assert len(ALL_CASES) == 16


def test_every_indicator_has_a_case() -> None:
    """Whatever the concern, the library has something about its indicator."""
    covered = {number for case in ALL_CASES for number in case.indicators}
    assert covered == {one.number for one in INDICATORS}


@pytest.mark.parametrize("case", ALL_CASES, ids=lambda case: case.id)
def test_every_case_has_a_source_and_says_what_did_not_work(case: CaseStudy) -> None:
    """Source, day of checking, caution and what did not work are filled in for every case."""
    assert case.source_url.startswith("https://")
    assert case.checked_on == date(2026, 11, 23)
    assert case.caution
    assert case.what_did_not_work
    assert case.sample_sizes
    assert case.body
    assert case.grade_reason
    assert case.interventions
    assert case.setting
    assert case.duration
    assert case.cost.startswith(NOT_STATED)
    assert "BAME" not in f"{case.what_was_done} {case.outcome} {case.caution} {case.body}"


def test_chesterfield_keeps_the_figures_its_source_prints(chesterfield: CaseStudy) -> None:
    """BME 8.1 to 7.1 and White 5.0 to 4.4, from WRES 2018 to WRES 2019, in percent."""
    printed = {(one.group, one.moment, one.wres_year): one.printed for one in chesterfield.reported}
    assert printed == {
        (EthnicGroup.BME, Moment.BEFORE, 2018): "8.1",
        (EthnicGroup.BME, Moment.AFTER, 2019): "7.1",
        (EthnicGroup.WHITE, Moment.BEFORE, 2018): "5.0",
        (EthnicGroup.WHITE, Moment.AFTER, 2019): "4.4",
    }
    assert {one.unit for one in chesterfield.reported} == {ReportedUnit.PERCENT}
    assert {one.indicator for one in chesterfield.reported} == {8}


def test_chesterfields_quoted_bme_benchmark_is_marked_doubtful(chesterfield: CaseStudy) -> None:
    """The quoted acute benchmark is 7.1 for BME, doubtful, and 6.6 for White, not doubtful."""
    bme = chesterfield.benchmark_for(8, EthnicGroup.BME)
    white = chesterfield.benchmark_for(8, EthnicGroup.WHITE)
    assert bme is not None
    assert white is not None
    assert (bme.printed, bme.doubtful) == ("7.1", True)
    assert (white.printed, white.doubtful) == ("6.6", False)


def test_chesterfields_claim_stands_apart_from_its_figures(chesterfield: CaseStudy) -> None:
    """The claim is a short quotation; the outcome in our words does not repeat it."""
    assert chesterfield.claim == "below (better) than the acute benchmark"
    assert "better" not in chesterfield.outcome


def test_chesterfield_says_what_did_not_work_and_that_no_counts_are_given(
    chesterfield: CaseStudy,
) -> None:
    """The poorly attended events and the missing numbers of respondents are both said."""
    assert "poorly attended" in chesterfield.what_did_not_work
    assert chesterfield.sample_sizes.startswith("None given in the source")
    assert (chesterfield.org_code, chesterfield.org_type) == ("RFS", BenchmarkGroup.ACUTE)


def test_chesterfield_says_where_how_long_what_it_cost_and_what_kind_of_work(
    chesterfield: CaseStudy,
) -> None:
    """Setting, duration, cost, kinds of action, and the source’s word for its BME share."""
    assert "few of its staff are BME" in chesterfield.setting
    assert chesterfield.duration == "One year, from one staff survey to the next."
    assert chesterfield.cost.startswith("Not stated in the source.")
    assert set(chesterfield.interventions) == {
        Intervention.SURVEY_RESPONSE,
        Intervention.LISTENING,
        Intervention.TRAINING,
        Intervention.LEADERSHIP,
    }
    assert (chesterfield.bme_share, chesterfield.bme_share_level) == (None, ShareLevel.LOW)


def test_the_one_controlled_case_says_that_chance_did_not_choose() -> None:
    """The study compares offers with and without the letter; it is no trial, and says so."""
    (case,) = [one for one in ALL_CASES if one.evidence_grade is EvidenceGrade.CONTROLLED]
    assert case.id == "london_acute_panels_indicator_2"
    assert "Nobody was put in either group by chance" in case.grade_reason


def test_counts_are_kept_when_they_give_the_figure_printed(tmp_path: Path) -> None:
    """40 of 200 is the 20 percent printed."""
    words = SMALL_CASE.replace('printed = "20"', 'printed = "20"\ncount = 40\nbase = 200')
    before = load_case_study(written(tmp_path, words)).reported[0]
    assert (before.count, before.base, before.has_counts) == (40, 200, True)


def test_a_percentage_comes_back_as_a_proportion_with_its_precision(
    chesterfield: CaseStudy,
) -> None:
    """7.1 percent is 0.071, printed to one decimal place."""
    after = chesterfield.figures_for(8)[1]
    assert (after.value, after.decimals) == (0.071, 1)


def test_an_impossible_percentage_is_kept_and_marked() -> None:
    """26.45 percent of 63 cases cannot be, so the figure is doubtful."""
    cavell = next(case for case in ALL_CASES if case.id == "operation_cavell_london_indicator_5")
    assert [one.printed for one in cavell.reported if one.doubtful] == ["26.45"]


def test_cases_without_a_later_figure_are_anecdotes() -> None:
    """A case whose source gives no outcome figures of its own is not graded as measured."""
    told = {case.id for case in ALL_CASES if case.evidence_grade is EvidenceGrade.ANECDOTE}
    assert told == {
        "christie_indicator_8",
        "hampshire_indicator_5",
        "kings_college_indicator_5",
        "leadership_academy_indicator_2",
        "mersey_care_indicator_3",
        "north_east_london_all_indicators",
        "nottingham_indicator_1",
    }


def test_the_words_below_the_header_are_the_body(tmp_path: Path) -> None:
    """Windows line ends and a byte order mark do no harm."""
    path = tmp_path / "case.md"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL_CASE.replace("\n", "\r\n").encode())
    case = load_case_study(path)
    assert (case.id, case.body) == ("case", "Words below.")


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ('title = "A case"', 'title = "A case"\nstars = 5', "stars"),
        ('unit = "percent"\n+++', 'unit = "percent"\nsize = 3\n+++', "size"),
        ('caution = "No counts."\n', "", "caution"),
        ('what_did_not_work = "Not stated in the source."', 'what_did_not_work = ""', "not_work"),
        ('org_type = "community"', 'org_type = "castle"', "castle"),
        ('"before and after"', '"certain"', "certain"),
        ('moment = "after"', 'moment = "single"', "no [[reported]] figures show a change"),
        ('printed = "20"', 'printed = "20"\ncount = 50\nbase = 200', "50 of 200 is not the 20"),
        ('printed = "20"', 'printed = "20"\ncount = 5', "go together"),
        ('printed = "20"', 'printed = "20"\ncount = 5\nbase = 2', "go together"),
        ('interventions = ["training"]', 'interventions = ["prayer"]', "prayer"),
        ('cost = "Not stated in the source."', 'cost = ""', "cost"),
        ('printed = "18.0"', 'printed = "18%"', "printed"),
        ('printed = "18.0"', 'printed = "NaN"', "printed"),
        ("wres_year = 2022", "wres_year = 1066", "1066"),
        ("indicators = [6]", "indicators = [12]", "no indicator 12"),
        ("https://example.org", "javascript:example", "https://"),
        ('"https://example.org/case"', '""', "source_url"),
        ("bme_share = 0.30", "bme_share = 30", "proportion"),
        ("+++\ntitle", "title", "+++"),
        ("+++\n\nWords", "\n\nWords", "+++"),
        ("wres_years = [2022]", "wres_years = [", "not valid TOML"),
    ],
)
def test_a_mistake_in_a_case_is_refused_and_named(
    tmp_path: Path, old: str, new: str, hint: str
) -> None:
    """Unknown keys, missing words and impossible values are named with the file."""
    with pytest.raises(DataFileBroken) as refusal:
        load_case_study(changed(tmp_path, old, new))
    assert refusal.value.file_name == "case.md"
    assert hint in str(refusal.value)


def test_a_broken_case_is_named_and_the_others_load(tmp_path: Path) -> None:
    """One good file, one without a header, one not UTF-8: one case and two errors, by name."""
    written(tmp_path, SMALL_CASE, "good.md")
    written(tmp_path, "Only words.", "bare.md")
    (tmp_path / "old.md").write_bytes("+++\ntitle = 'é'\n+++".encode("latin-1"))
    cases, broken = load_case_studies(tmp_path)
    assert [case.id for case in cases] == ["good"]
    assert [problem.file_name for problem in broken] == ["bare.md", "old.md"]
