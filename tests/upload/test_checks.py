"""Every check fires on its own corruption, and is silent on a clean file."""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules

import pytest

import wres.upload
from wres.terms import Status
from wres.upload.checking import count_of, on_lines, quoted
from wres.upload.checks import CHECKS, SHEETS_CHECKS
from wres.upload.examine import Verdict
from wres.upload.mapping import Choices
from wres.upload.template_files import example_csv

from .corrupted import MORE
from .corrupted import long as by_staff_group
from .files import look, outcomes, survey_file, table

WIDE = "org_code,wres_year,indicator,white,bme"
LONG = "org_code,wres_year,indicator,band,ethnicity,numerator,denominator,percentage,ratio"
ROOMS = [
    import_module(f"wres.upload.{found.name}")
    for found in iter_modules(wres.upload.__path__)
    if found.name.startswith("checks_")
]
# Each of these is tried by a test of its own in this folder.
TRIED_APART = {
    *("reading_notes", "mapping_used", "not_in_this_file", "edition_held", "several_editions"),
    *("sheets_agree", "sheets_repeat", "sheets_years", "sheets_bases"),
}
MAPPED = Choices(mapping=(("Shoe", "ignored"),))


def long(*rows: str) -> bytes:
    """A long file with every column."""
    return table(LONG, *rows)


def wide(*rows: str) -> bytes:
    """A wide file of percentages."""
    return table(WIDE, *rows)


# check id: (file, outcome, words its message must hold, lines, what is read with it)
CORRUPTED: dict[str, tuple[bytes, str, str, tuple[int, ...]]] = {
    "long_lines": (wide("R0A,2025,8,6.6,16.1,9"), "fail", "Line 2", (2,)),
    "short_lines": (wide("R0A,2025,8,6.6,16.1", "R0A,2025,5,21"), "warn", "Line 3", (3,)),
    "personal_columns": (
        table("Name,E-mail,indicator,year,White %", "Jo Bloggs,jo@example.org,8,2025,3"),
        "fail",
        "“Name”, “E-mail”",
        (),
    ),
    "duplicate_headers": (
        table("org,year,indicator,White,White", "R0A,2025,8,1,2"),
        "fail",
        "“White”",
        (1,),
    ),
    "same_meaning": (
        table("org,wres_year,indicator,White %,White pct", "R0A,2025,8,6,7"),
        "fail",
        "“White %”, “White pct”",
        (),
    ),
    "shape": (table("apples,pears", "1,2"), "fail", "“apples”, “pears”", (1,)),
    "unknown_columns": (table(WIDE + ",Shoe", "R0A,2025,8,6.6,16.1,44"), "warn", "“Shoe”", ()),
    "organisation_given": (
        table("wres_year,indicator,white,bme", "2025,8,6.6,16.1"),
        "fail",
        "organisation",
        (),
    ),
    "year_given": (table("org,indicator,white,bme", "R0A,8,6.6,16.1"), "fail", "year", ()),
    "known_organisation": (wide("XXX,2025,8,6.6,16.1"), "fail", "Line 2: “XXX”", (2,)),
    "unlisted_organisations": (
        table(
            "org_id,org_name,org_type,q16b_eth_summary_1_2024,q16b_eth_summary_2_2024",
            "R0A,Manchester,Acute,0.066,0.161",
            "XX9,Nowhere Trust,Acute,0.07,0.15",
        ),
        "warn",
        "“XX9 Nowhere Trust”",
        (3,),
    ),
    "closed_organisation": (wide("RRP,2027,8,6.6,16.1"), "warn", "G6V2S North London", (2,)),
    "code_and_name": (
        table(
            "org_code,org_name,wres_year,indicator,white,bme",
            "R0A,Barts Health NHS Trust,2025,8,6.6,16.1",
        ),
        "warn",
        "“R0A”",
        (2,),
    ),
    "known_indicator": (wide("R0A,2025,12,6.6,16.1"), "fail", "Line 2: “12” is not one", (2,)),
    "year_range": (wide("R0A,1066,8,6.6,16.1"), "fail", "“1066” is not a year", (2,)),
    "year_meaning": (
        table("org,year,indicator,white,bme", "R0A,2025,8,6.6,16.1"),
        "warn",
        "“2025”",
        (2,),
    ),
    "years_agree": (
        table("org,wres_year,survey_year,indicator,white,bme", "R0A,2025,2025,8,6.6,16.1"),
        "warn",
        "not 2025",
        (2,),
    ),
    "known_band": (
        long("R0A,2025,1,Band 12,BME,20,100,,"),
        "fail",
        "“Band 12” is not a pay band",
        (2,),
    ),
    "known_staff_group": (
        table("org,wres_year,indicator,staff group,white,bme", "R0A,2025,8,Porters,6.6,16.1"),
        "fail",
        "“Porters”",
        (2,),
    ),
    "known_ethnic_group": (long("R0A,2025,8,,Purple,,,16.1,"), "fail", "“Purple”", (2,)),
    "rows_kept": (long("R0A,2025,8,,Indian,,,16.1,"), "fail", "No row", ()),
    "numbers": (wide("R0A,2025,8,six,16.1"), "fail", "“six”", (2,)),
    "counts_whole": (long("R0A,2025,8,,BME,16.5,100,,"), "fail", "“16.5”", (2,)),
    "numerator_within_base": (long("R0A,2025,8,,BME,50,40,,"), "fail", "“50 of 40”", (2,)),
    "denominator_given": (long("R0A,2025,8,,BME,50,,,"), "fail", "“50”", (2,)),
    "counts_given": (long("R0A,2025,1,Band 5,BME,,,20,"), "fail", "“indicator 1: 20”", (2,)),
    "scale_known": (wide("R0A,2025,8,0,1"), "fail", "1% or 100%", ()),
    "scales_agree": (
        wide("R0A,2025,8,0.066,16.1", "R0A,2025,5,0.2,25"),
        "fail",
        "different scales",
        (),
    ),
    "scale_not_mixed": (
        wide("R0A,2025,8,0.066,16.1", "R0A,2025,5,21,25"),
        "fail",
        "Line 2: “0.066”",
        (2,),
    ),
    "percentage_range": (wide("R0A,2025,8,6.6,161"), "fail", "“161”", (2,)),
    "percentage_against_counts": (
        long("R0A,2025,8,,BME,16,100,17.0,", "R0A,2025,8,,White,7,100,7,"),
        "warn",
        "16.00%",
        (2,),
    ),
    "ratio_without_percent": (
        long("R0A,2025,2,,All,,,,1.54%"),
        "fail",
        "“1.54%” is a percentage",
        (2,),
    ),
    "ratio_range": (long("R0A,2025,2,,All,,,,-1.5"), "fail", "below zero", (2,)),
    "ratio_indicator": (long("R0A,2025,8,,All,,,,1.5"), "fail", "indicator 8", (2,)),
    "ratio_among_percentages": (wide("R0A,2025,2,1.54%,"), "fail", "1.54%", (2,)),
    "parts_within_total": (
        long("R0A,2025,1,Band 5,BME,60,100,,", "R0A,2025,1,Band 5,White,70,100,,"),
        "fail",
        "add up to 130 people",
        (2, 3),
    ),
    "totals_add_up": (
        long(
            "R0A,2025,1,Band 5,BME,30,100,,",
            "R0A,2025,1,Band 5,White,60,100,,",
            "R0A,2025,1,Band 5,Unknown,9,100,,",
        ),
        "warn",
        "add up to 99 people, and the total is 100",
        (2, 3, 4),
    ),
    "duplicates": (
        wide("R0A,2025,8,6.6,16.1", "R0A,2025,8,6.7,16.1"),
        "fail",
        "Lines 2 and 3",
        (2, 3),
    ),
    "hidden_marks": (wide("R0A,2025,8,6.6,*"), "warn", "1 figure is hidden", (2,)),
    "missing_figures": (wide("R0A,2025,8,6.6,"), "warn", "1 figure is missing", (2,)),
    "not_applicable": (wide("R0A,2025,8,6.6,[z]"), "warn", "1 figure is marked as not", (2,)),
    "left_out": (wide("R0A,2025,8,6.6,16.1", "England,2025,8,7,15"), "warn", "“England”", (3,)),
    "ratio_size": (long("R0A,2025,2,,All,,,,15.4"), "warn", "“15.4”", (2,)),
    "tenfold_jump": (
        wide("R0A,2024,8,6.6,16.1", "R0A,2025,8,66,18"),
        "warn",
        "6.6% to 66.0%",
        (2, 3),
    ),
    "constant_column": (
        wide(*(f"R0A,{year},8,{year % 100},16.1" for year in range(2018, 2025))),
        "warn",
        "“bme”",
        (),
    ),
    "swapped_groups": (wide("R0A,2025,8,16.1,6.6"), "warn", "BME is 6.6% and White 16.1%", (2,)),
    "direction": (wide("R0A,2025,8,93.4,90.1"), "warn", "93.4%", (2,)),
    "both_groups": (long("R0A,2025,8,,BME,,,16.1,"), "warn", "one of BME and White", (2,)),
    "small_bases": (
        long("R0A,2025,8,,BME,2,8,,", "R0A,2025,8,,White,20,300,,"),
        "warn",
        "1 figure is about",
        (2,),
    ),
    "indicator_7_basis": (wide("R0A,2021,7,88,70", "R0A,2022,7,58,49"), "warn", "2021", (2, 3)),
    "printed_ratio": (
        long("R0A,2025,2,,BME,10,100,,", "R0A,2025,2,,White,20,100,,", "R0A,2025,2,,All,,,,1.2"),
        "warn",
        "the counts give 2.00",
        (4,),
    ),
    "ratio_upside_down": (
        long("R0A,2025,2,,BME,10,100,,", "R0A,2025,2,,White,20,100,,", "R0A,2025,2,,All,,,,0.5"),
        "warn",
        "the counts give 2.00, which is the other way up",
        (4,),
    ),
}
CLEAN = {
    "survey results": survey_file().encode(),
    "filled template": example_csv().encode(),
    "wide": wide("R0A,2025,8,6.6,16.1", "R0A,2025,5,21,25"),
    "counts by band": long("R0A,2025,1,Band 5,BME,30,100,,", "R0A,2025,1,Band 5,White,60,100,,"),
}


@pytest.mark.parametrize("name", CORRUPTED)
def test_each_check_fires_on_its_corruption(name: str) -> None:
    """With its outcome, the value in quotes, the lines, and a way to fix it."""
    data, outcome, words, lines = CORRUPTED[name]
    answers = {check.check: check for check in look(data).checks}
    answer = answers[name]
    assert answer.outcome.value == outcome
    assert words in answer.message
    assert answer.lines == lines
    assert answer.fix.endswith(".")
    assert answer.message.endswith(".")


@pytest.mark.parametrize("name", CORRUPTED)
def test_a_failed_check_leaves_no_results(name: str) -> None:
    """A file is taken whole or not at all."""
    data, outcome, _, _ = CORRUPTED[name]
    found = look(data)
    assert (found.verdict is Verdict.REFUSED) == (outcome == "fail")
    assert bool(found.results) == (outcome == "warn")


@pytest.mark.parametrize("name", MORE)
def test_each_check_fires_on_its_corruption_beside_what_is_held(name: str) -> None:
    """With its outcome, its words, the lines and a way to fix it; a failed one leaves nothing."""
    tried = MORE[name]
    found = look(tried.data, tried.choices, tried.name, tried.known)
    answer = {check.check: check for check in found.checks}[name]
    assert answer.outcome.value == tried.outcome
    assert tried.words in answer.message
    assert answer.lines == tried.lines
    assert answer.fix.endswith(".")
    assert answer.message.endswith(".")
    assert bool(found.results) == (tried.outcome == "warn")


@pytest.mark.parametrize("name", CLEAN)
def test_every_check_is_silent_on_a_clean_file(name: str) -> None:
    """No false alarm."""
    found = look(CLEAN[name])
    assert outcomes(found) == {}
    assert found.verdict is Verdict.ACCEPTED
    assert len(found.checks) == len(CHECKS)


def test_every_check_is_registered_described_and_tried() -> None:
    """A check that is written and not wired in would never run."""
    written = {
        name.removeprefix("check_")
        for room in ROOMS
        for name, function in inspect.getmembers(room, inspect.isfunction)
        if name.startswith("check_") and function.__module__ == room.__name__
    }
    registered = [check.name for check in (*CHECKS, *SHEETS_CHECKS)]
    assert set(registered) == written
    assert len(registered) == len(set(registered))
    assert all(check.run.__doc__ for check in (*CHECKS, *SHEETS_CHECKS))
    assert written - set(CORRUPTED) - set(MORE) == TRIED_APART
    assert len(registered) >= 90


def test_each_check_answers_by_its_own_name() -> None:
    """The id in an answer is the id in the register."""
    found = look(CLEAN["wide"])
    assert [answer.check for answer in found.checks] == [check.name for check in CHECKS]


def test_how_the_file_was_read_is_said() -> None:
    """Lines left out above the header are counted, and what they say is not repeated."""
    data = table("WRES return", "", WIDE, "R0A,2025,8,6.6,16.1")
    answers = {check.check: check for check in look(data).checks}
    assert answers["reading_notes"].message == "1 line above the header left out."


def test_a_mapping_for_another_file_is_noticed() -> None:
    """A remembered mapping may name a heading that is gone."""
    assert outcomes(look(CLEAN["wide"], MAPPED)) == {"mapping_used": "warn"}


def test_the_same_row_twice_with_the_same_value_is_kept_once() -> None:
    """It is said, and it does not stop the upload."""
    found = look(wide("R0A,2025,8,6.6,16.1", "R0A,2025,8,6.6,16.1"))
    assert outcomes(found) == {"duplicates": "warn"}
    assert len(found.results) == 2


@pytest.mark.parametrize("mark", ["-", "*", "[c]", "<11", "..", "fewer than 11"])
def test_a_hidden_figure_is_hidden_and_never_zero(mark: str) -> None:
    """No value, no counts, and a status that says why."""
    found = look(wide(f"R0A,2025,8,6.6,{mark}"))
    hidden = next(r for r in found.results if r.ethnic_group.value == "bme")
    assert (hidden.status, hidden.value, hidden.numerator) == (Status.HIDDEN, None, None)


def test_a_hidden_count_hides_its_percentage_too() -> None:
    """With the base and the percentage the hidden count could be worked out."""
    found = look(long("R0A,2025,8,,BME,<11,100,7.0,", "R0A,2025,8,,White,7,100,7,"))
    hidden = next(r for r in found.results if r.ethnic_group.value == "bme")
    assert (hidden.status, hidden.value, hidden.denominator) == (Status.HIDDEN, None, None)


def test_an_empty_figure_is_missing_and_never_zero() -> None:
    """An empty cell says nothing about anybody."""
    found = look(wide("R0A,2025,8,6.6,"))
    missing = next(r for r in found.results if r.ethnic_group.value == "bme")
    assert (missing.status, missing.value) == (Status.MISSING, None)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Surname", "Bloggs"),
        ("NHS number", "1"),
        ("DOB", "x"),
        ("ESR number", "20001"),
        ("Email", ""),
        ("Comments", "He said"),
        ("Contact", "jo@example.org"),
        ("Ref", "943 476 5919"),
        ("Born", "01/02/1980"),
        ("Name", "Jo Bloggs"),
    ],
)
def test_details_of_people_stop_the_upload_and_are_forgotten(heading: str, cell: str) -> None:
    """By heading or by content (943 476 5919 is the NHS's own example number)."""
    data = table(f"{WIDE},{heading}", f"R0A,2025,8,6.6,16.1,{cell}")
    found = look(data)
    assert found.verdict is Verdict.REFUSED
    assert "details of people" in found.reason
    assert found.reading is not None
    assert found.reading.rows == ()
    assert len(cell) < 3 or cell not in repr(found)


@pytest.mark.parametrize("heading", ["Comments", "Notes", "Commentary", "Narrative"])
@pytest.mark.parametrize(
    "cell",
    [
        "Jane Example raised a grievance about her manager in March",
        "Ask Jane Example",
        "Shouted at by the ward sister Mrs Example",
        "jane@example.org",
    ],
)
def test_a_column_of_remarks_that_names_somebody_stops_the_file(heading: str, cell: str) -> None:
    """By what it says, however the column is headed."""
    found = look(table(f"{WIDE},{heading}", f"R0A,2025,8,6.6,16.1,{cell}"))
    assert found.verdict is Verdict.REFUSED and found.holds_people
    assert cell not in repr(found)


@pytest.mark.parametrize("heading", ["Comments", "Notes", "Commentary", "Narrative"])
@pytest.mark.parametrize("cell", ["", "provisional", "Provisional", "Low base", "NHS Staff Survey"])
def test_a_column_of_remarks_without_people_does_not(heading: str, cell: str) -> None:
    """An empty column, or a word about the figure, says nothing about anybody."""
    found = look(table(f"{WIDE},{heading}", f"R0A,2025,8,6.6,16.1,{cell}"))
    assert found.verdict is not Verdict.REFUSED, found.reason
    assert len(found.results) == 2


def test_a_column_called_name_may_hold_the_trust() -> None:
    """The heading alone does not make it a person."""
    data = table(f"{WIDE},Name", "R0A,2025,8,6.6,16.1,Manchester University NHS Foundation Trust")
    assert outcomes(look(data)) == {"unknown_columns": "warn"}


def test_a_trust_that_closed_during_the_survey_autumn_is_not_warned_about() -> None:
    """BEH closed on 31 October 2024 and has a survey 2024."""
    assert outcomes(look(wide("RRP,2025,8,6.6,16.1"))) == {}


def test_a_band_on_a_survey_indicator_is_fine() -> None:
    """A trust may have added the band from its own records."""
    data = long("R0A,2025,8,Band 5,BME,16,100,,", "R0A,2025,8,Band 5,White,7,100,,")
    assert outcomes(look(data)) == {}


def test_leading_zeros_and_codes_like_numbers_stay_whole() -> None:
    """00L is a code, not the number 0."""
    assert {r.org_code for r in look(wide("00L,2025,8,6.6,16.1")).results} == {"00L"}


def test_sentences_count_properly() -> None:
    """One line, two lines, many lines; one figure, three figures."""
    assert on_lines([3]) == "Line 3"
    assert on_lines([4, 3, 3]) == "Lines 3 and 4"
    assert on_lines(range(2, 10)) == "Lines 2, 3, 4, 5, 6 and 3 more"
    assert (count_of(1, "figure"), count_of(3, "figure")) == ("1 figure", "3 figures")
    assert quoted(["a", "a", "b"]) == "“a”, “b”"


def test_a_trust_that_does_better_on_one_indicator_is_not_taken_for_swapped() -> None:
    """Some trusts have fewer BME staff harassed by patients; swapped columns turn every pair."""
    rows = ("R0A,2025,5,26.3,19.8", "R0A,2025,6,20,24", "R0A,2025,8,6.6,16.1")
    assert outcomes(look(wide(*rows))) == {}


@pytest.mark.parametrize("nobody", ["0", "-0", "-0.0"])
def test_nobody_is_told_as_nought_without_a_sign(nobody: str) -> None:
    """A spreadsheet can leave “-0”; the check says 0.0%."""
    rows = ("R0A,2025,5,26.1,14.0", "R0A,2025,6,26.1,14.0", f"R0A,2025,8,16.1,{nobody}")
    answers = {check.check: check for check in look(wide(*rows)).checks}
    assert "BME is 0.0% and White 16.1%" in answers["swapped_groups"].message


def test_a_jump_after_a_merger_says_so() -> None:
    """The workforce grew by half in the same year."""
    rows = (
        *("R0A,2024,1,,BME,1300,4000,,", "R0A,2024,1,,White,2700,4000,,"),
        *("R0A,2025,1,,BME,2100,6000,,", "R0A,2025,1,,White,3900,6000,,"),
        *("R0A,2024,8,,BME,80,500,,", "R0A,2024,8,,White,70,1000,,"),
        *("R0A,2025,8,,BME,180,700,,", "R0A,2025,8,,White,99,1400,,"),
    )
    answers = {check.check: check for check in look(long(*rows)).checks}
    assert "from 16.0% to 25.7%; the workforce changed by more than" in answers["jump"].message
    assert answers["headcount_jump"].lines == (4,)


def test_chance_alone_is_no_jump() -> None:
    """16 of 100 and 23 of 100 lie seven points apart, as chance alone can put them."""
    rows = (
        *("R0A,2024,8,,BME,16,100,,", "R0A,2024,8,,White,70,1000,,"),
        *("R0A,2025,8,,BME,23,100,,", "R0A,2025,8,,White,71,1000,,"),
    )
    assert outcomes(look(long(*rows))) == {}


def test_numbers_of_rows_need_no_heading() -> None:
    """A first column of 1, 2, 3 without a heading only counts the rows."""
    data = table("," + WIDE, "1,R0A,2025,8,6.6,16.1", "2,R0A,2025,5,21.4,25.2")
    assert outcomes(look(data)) == {}


def test_an_empty_band_below_a_whole_block_means_all_bands() -> None:
    """Both groups of 8a have their band, so the rows below are of all staff."""
    data = long(
        *("R0A,2025,1,8a,BME,30,100,,", "R0A,2025,1,8a,White,60,100,,"),
        *("R0A,2025,1,,BME,300,1000,,", "R0A,2025,1,,White,600,1000,,"),
    )
    assert outcomes(look(data)) == {}


def test_rates_of_appointment_on_two_scales_are_noticed() -> None:
    """Nobody appoints 0.2% of those shortlisted."""
    data = wide("R0A,2025,2,21.4,15.0", "R1H,2025,2,0.214,0.150")
    assert outcomes(look(data))["scale_not_mixed"] == "fail"


def test_a_trust_that_closed_before_the_31_of_march_counts_no_staff_then() -> None:
    """RRP closed on 31 October 2024; the workforce of WRES 2025 is of 31 March 2025."""
    data = long("RRP,2025,1,,BME,300,1000,,", "RRP,2025,1,,White,600,1000,,")
    assert outcomes(look(data)) == {"closed_organisation": "warn"}


BLANK_BANDS = {
    "the second group of a band": (
        *("R0A,2025,1,all,8a,BME,30,100,,", "R0A,2025,1,all,8a,White,60,100,,"),
        *("R0A,2025,1,all,8b,BME,20,90,,", "R0A,2025,1,all,,White,60,90,,"),
    ),
    "another staff group of the band": (
        *("R0A,2025,1,clinical,8a,BME,30,100,,", "R0A,2025,1,clinical,8a,White,60,100,,"),
        *("R0A,2025,1,non-clinical,,BME,9,40,,", "R0A,2025,1,non-clinical,,White,30,40,,"),
    ),
    "too few people to be all": (
        *("R0A,2025,1,all,8a,BME,30,100,,", "R0A,2025,1,all,8b,BME,20,90,,"),
        *("R0A,2025,1,all,8a,White,60,100,,", "R0A,2025,1,all,8b,White,60,90,,"),
        "R0A,2025,1,all,,White,11,30,,",
    ),
    "a staff group": (
        "R0A,2025,1,clinical,8a,BME,30,100,,",
        "R0A,2025,1,,8a,White,60,100,,",
    ),
    "a survey result": (
        *("R0A,2025,8,all,8a,BME,,,16.1,", "R0A,2025,8,all,8a,White,,,6.6,"),
        *("R0A,2025,8,all,8b,BME,,,15.1,", "R0A,2025,8,all,8b,White,,,6.9,"),
        *("R0A,2025,8,all,,BME,,,22.4,", "R0A,2025,8,all,,White,,,6.7,"),
    ),
}


@pytest.mark.parametrize("name", BLANK_BANDS)
def test_an_empty_band_is_never_all_bands_without_a_word(name: str) -> None:
    """Merged cells leave the band in their first row alone."""
    found = look(by_staff_group(*BLANK_BANDS[name]))
    assert found.verdict is Verdict.REFUSED
    assert "merged_band" in outcomes(found)


def test_totals_above_and_below_their_bands_may_leave_the_band_empty() -> None:
    """190 people in 8a and 8b together stand once before and once after, for two trusts."""
    bands = [
        f"R0A,2025,1,all,{band},{group},{top},{base},,"
        for band, base in (("8a", 100), ("8b", 90))
        for group, top in (("BME", base // 3), ("White", base // 2))
    ]
    totals = ("R0A,2025,1,all,,BME,63,190,,", "R0A,2025,1,all,,White,95,190,,")
    after = [row.replace("R0A", "R1H") for row in (*bands, *totals)]
    assert outcomes(look(by_staff_group(*totals, *bands, *after))) == {}


def test_what_was_chosen_may_fill_an_empty_organisation_of_the_same_trust() -> None:
    """Every other row names the trust that was chosen."""
    data = wide("R0A,2025,8,6.6,16.1", ",2025,5,21.4,25.2")
    assert outcomes(look(data, Choices(org_code="R0A"))) == {}


def test_unknown_organisations_are_not_compared_with_each_other() -> None:
    """Two rows of two codes nobody knows are not one figure with two values."""
    data = wide(",2025,8,6.6,16.1", ",2025,8,7.1,15.2", "R0A,2025,8,6.6,16.1")
    assert "duplicates" not in outcomes(look(data))
    unknown = wide("R0A,2025,career,6.6,16.1", "R0A,2025,bullying,7.1,15.2")
    assert "duplicates" not in outcomes(look(unknown))


def test_a_small_board_is_not_said_to_be_hidden() -> None:
    """Its members hold public office; ten people are a usual board."""
    rows = ("R0A,2025,9,board,,BME,1,10,,", "R0A,2025,9,board,,White,9,10,,")
    assert outcomes(look(by_staff_group(*rows))) == {}


@pytest.mark.parametrize("number", ["2 (Jane Example and Ade Sample)", "jane@example.org"])
def test_a_cell_that_names_somebody_is_told_by_its_line_alone(number: str) -> None:
    """Where a number was expected, or an indicator: the message does not repeat it."""
    header = "org_code,wres_year,indicator,ethnicity,numerator,denominator"
    white = "R0A,2026,3,White,12,4000"
    found = look(table(header, f"R0A,2026,3,BME,{number},700", white))
    assert found.verdict is Verdict.REFUSED
    assert "Jane" not in found.reason and "jane" not in found.reason
    named = "Jane Example complained about bullying"
    reason = look(table(header, f"R0A,2026,{named},BME,2,700", white)).reason
    assert "Line 2: text that may name somebody" in reason and "Jane" not in reason
