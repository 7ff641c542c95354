"""Action plans: what the first plan says, labelled by hand from the plan itself, and bad files."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.errors import DataFileBroken
from wres.library.action_plans import load_action_plan, load_action_plans
from wres.plans import ActionPlan, ActivityStatus
from wres.terms import Trigger

PLANS = Path(__file__).parents[2] / "data" / "action_plans"
BEH = "rrp_2022_23.toml"

# Counted by hand in the printed table: bullets of each row, joined where a page break cuts one.
BULLETS_BY_ROW = {1: 4, 2: 8, 3: 7}
# The bullets that end in the word "complete", by row and place.
COMPLETE = {(2, 1), (2, 3), (2, 4), (2, 7), (2, 8), (3, 1)}
# What each row of the printed table leaves open. No row has a measure: there is no such column.
LEFT_OPEN = {
    1: ("lead is TBC", "stakeholders are TBC", "no measure"),
    2: ("stakeholders are unclear in the source", "no delivery date", "no measure"),
    3: ("lead is empty", "stakeholders are empty", "no delivery date", "no measure"),
}
SMALL_PLAN = """
organisation_code = "X01"
organisation_name = "An Example Trust"
title = "Plan"
data_year = "2022"
wres_year = 2022
plan_year = "2022-23"
source = "Written for this test"
checked_on = 2026-11-23

[[concerns]]
indicator = 6
reasons = ["trend_in_decline"]
stated = "going down"

[[activities]]
id = "one"
row = 1
theme = ""
theme_ours = "Culture"
activity = "Do a thing."
rationale = "Because."
lead = "Head of people"
stakeholders = "Staff network"
timeframe = "March 2023"
impact = "Less harm."
measure = "Indicator 6, two points lower"
status_as_written = "complete"
indicators = [6]
link_basis = "named in the plan"
"""


@pytest.fixture(scope="module")
def beh() -> ActionPlan:
    """The plan of Barnet, Enfield and Haringey for 2022-23."""
    return load_action_plan(PLANS / BEH)


def written(folder: Path, words: str, name: str = "plan.toml") -> Path:
    """Write a plan file and return where it is."""
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def changed(folder: Path, old: str, new: str) -> Path:
    """Write the small plan with one place changed."""
    assert old in SMALL_PLAN
    return written(folder, SMALL_PLAN.replace(old, new))


def place(activity_id: str) -> tuple[int, int]:
    """Return the row and the place in the row from an id such as rrp-2022-23-2-5."""
    row, number = activity_id.rsplit("-", 2)[1:]
    return int(row), int(number)


def test_the_plan_belongs_to_beh_and_its_years(beh: ActionPlan) -> None:
    """The plan is RRP's for 2022-23, about the data of 2021-22."""
    assert (beh.organisation_code, beh.data_year, beh.plan_year) == ("RRP", "2021-22", "2022-23")
    assert not beh.made_up


def test_every_bullet_of_the_plan_is_its_own_activity(beh: ActionPlan) -> None:
    """Nineteen bullets in three rows are nineteen activities, in the order printed."""
    expected = [(row, n) for row, count in BULLETS_BY_ROW.items() for n in range(1, count + 1)]
    assert [place(one.id) for one in beh.activities] == expected
    assert [one.row for one in beh.activities] == [row for row, _ in expected]


def test_exactly_the_bullets_marked_complete_are_complete(beh: ActionPlan) -> None:
    """Six bullets say complete; the other thirteen state no status and none is invented."""
    complete = {place(one.id) for one in beh.activities if one.status is ActivityStatus.COMPLETE}
    assert complete == COMPLETE
    rest = [one for one in beh.activities if place(one.id) not in COMPLETE]
    assert {one.status for one in rest} == {ActivityStatus.NOT_STATED}
    assert {one.status_as_written for one in rest} == {""}


def test_every_tbc_and_every_empty_cell_is_named(beh: ActionPlan) -> None:
    """Each activity names what its row leaves as TBC, empty or unclear, and nothing else."""
    for one in beh.activities:
        assert one.missing == LEFT_OPEN[one.row], one.id


def test_cells_are_kept_as_written(beh: ActionPlan) -> None:
    """Lead, stakeholders and timeframe keep the words of the printed row."""
    cells = {one.row: (one.lead, one.stakeholders, one.timeframe) for one in beh.activities}
    assert cells == {
        1: ("TBC", "TBC", "March 2023"),
        2: ("NAT / EDI BP", "", ""),
        3: ("", "", ""),
    }


def test_the_empty_theme_column_is_said_once(beh: ActionPlan) -> None:
    """No activity has a theme of the plan's; each has a grouping label of ours."""
    assert beh.missing == ("theme is empty for all 19 activities",)
    assert all(one.theme == "" and one.theme_ours for one in beh.activities)


def test_the_declared_concerns_carry_their_reasons(beh: ActionPlan) -> None:
    """Indicator 5 has three reasons, 8 has one, and 1 and 9 are about representation."""
    assert {one.indicator: one.reasons for one in beh.concerns} == {
        5: (
            Trigger.WORSE_THAN_BENCHMARK,
            Trigger.TREND_IN_DECLINE,
            Trigger.DIFFERENTIAL_OPENING,
        ),
        8: (Trigger.WORSE_THAN_BENCHMARK,),
        1: (Trigger.REPRESENTATION,),
        9: (Trigger.REPRESENTATION,),
    }


@pytest.mark.parametrize(("indicator", "count"), [(5, 4), (8, 8), (1, 7), (9, 7), (2, 0)])
def test_each_concern_leads_to_the_activities_of_its_row(
    beh: ActionPlan, indicator: int, count: int
) -> None:
    """An indicator's activities are those of its row; an undeclared indicator has none."""
    assert len(beh.activities_for(indicator)) == count
    assert (beh.concern_about(indicator) is None) == (count == 0)


def test_an_activity_carries_the_reasons_of_the_concerns_it_answers(beh: ActionPlan) -> None:
    """The activities for indicator 8 answer one reason, those for 1 and 9 another."""
    assert {one.reasons for one in beh.activities_for(8)} == {(Trigger.WORSE_THAN_BENCHMARK,)}
    assert {one.reasons for one in beh.activities_for(9)} == {(Trigger.REPRESENTATION,)}


def test_the_word_bame_stands_only_in_quotations(beh: ActionPlan) -> None:
    """The plan's own word for BME staff is kept where it is quoted and nowhere else."""
    ours = [
        words
        for one in beh.activities
        for words in (one.activity, one.rationale, one.impact, one.theme_ours, one.note)
    ]
    assert not [words for words in (*ours, *beh.notes) if "BAME" in words]


def test_a_complete_activity_misses_nothing(tmp_path: Path) -> None:
    """A plan with lead, stakeholders, date, measure and rationale leaves nothing open."""
    assert load_action_plan(written(tmp_path, SMALL_PLAN)).activities[0].missing == ()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('lead = "Head of people"', 'lead = "To be confirmed"', "lead is TBC"),
        ('lead = "Head of people"', 'lead = " - "', "lead is empty"),
        ('timeframe = "March 2023"', 'timeframe = "TBC"', "delivery date is TBC"),
        ('timeframe = "March 2023"', 'timeframe = ""', "no delivery date"),
        (
            'timeframe = "March 2023"',
            'timeframe = "Ongoing"',
            "delivery date names no year (“Ongoing”)",
        ),
        ('rationale = "Because."', 'rationale = ""', "no rationale"),
        ('measure = "Indicator 6, two points lower"', 'measure = "tbc"', "measure is TBC"),
    ],
)
def test_one_open_cell_is_named_in_plain_words(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    """Each kind of gap has its own plain words."""
    assert load_action_plan(changed(tmp_path, old, new)).activities[0].missing == (words,)


@pytest.mark.parametrize(
    ("as_written", "status"),
    [
        ("- complete", ActivityStatus.COMPLETE),
        ("In progress", ActivityStatus.IN_PROGRESS),
        ("On hold", ActivityStatus.ON_HOLD),
        ("not started", ActivityStatus.NOT_STARTED),
        ("TBC", ActivityStatus.TO_BE_CONFIRMED),
        ("", ActivityStatus.NOT_STATED),
        ("completed although delivery programme on hold", ActivityStatus.UNCLEAR),
    ],
)
def test_status_is_read_from_the_words_and_never_guessed(
    tmp_path: Path, as_written: str, status: ActivityStatus
) -> None:
    """Known words give a status; words that say two things stay unclear."""
    path = changed(tmp_path, '_written = "complete"', f'_written = "{as_written}"')
    assert load_action_plan(path).activities[0].status is status


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ('lead = "Head', 'leed = "x"\nlead = "Head', "leed"),
        ('title = "Plan"', 'title = "Plan"\ncolour = "red"', "colour"),
        ("indicator = 6", 'indicator = 6\nwhy = ""', "why"),
        ('lead = "Head of people"\n', "", "lead"),
        ("indicators = [6]", "indicators = [12]", "no indicator 12"),
        ("indicators = [6]", "indicators = [true]", "whole numbers"),
        ("indicators = [6]", "indicators = []", "at least one"),
        ('["trend_in_decline"]', '["bad_luck"]', "bad_luck"),
        ("wres_year = 2022", "wres_year = 1066", "1066"),
        ("checked_on = 2026-11-23", 'checked_on = "soon"', "checked_on"),
        ("checked_on = 2026-11-23", "checked_on = 2026-13-45", "not valid TOML"),
        ("row = 1", 'row = "1"', "row"),
        ("[[activities]]", "[activities]", "activities"),
    ],
)
def test_a_mistake_in_a_plan_is_refused_and_named(
    tmp_path: Path, old: str, new: str, hint: str
) -> None:
    """Unknown keys, missing keys and impossible values are named with the file."""
    with pytest.raises(DataFileBroken) as refusal:
        load_action_plan(changed(tmp_path, old, new))
    assert refusal.value.file_name == "plan.toml"
    assert hint in str(refusal.value)


def test_two_activities_with_one_id_are_refused(tmp_path: Path) -> None:
    """An id that is used twice is named."""
    activity = SMALL_PLAN[SMALL_PLAN.index("[[activities]]") :]
    with pytest.raises(DataFileBroken, match="“one” is used twice"):
        load_action_plan(written(tmp_path, SMALL_PLAN + activity))


def test_a_broken_plan_is_named_and_the_others_load(tmp_path: Path) -> None:
    """One good, one cut short and one binary file: one plan and two errors, by name."""
    written(tmp_path, SMALL_PLAN, "good.toml")
    written(tmp_path, "title = ", "cut.toml")
    (tmp_path / "photo.toml").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    plans, broken = load_action_plans(tmp_path)
    assert [plan.file_name for plan in plans] == ["good.toml"]
    assert [problem.file_name for problem in broken] == ["cut.toml", "photo.toml"]
    assert str(tmp_path) not in "".join(str(problem) for problem in broken)


def test_a_missing_folder_is_one_error_and_no_plans(tmp_path: Path) -> None:
    """A folder that is not there is reported by its name."""
    plans, broken = load_action_plans(tmp_path / "nowhere")
    assert plans == ()
    assert [problem.file_name for problem in broken] == ["nowhere"]


def test_a_file_that_is_too_long_is_refused(tmp_path: Path) -> None:
    """A plan of more than 300,000 bytes was put there by mistake."""
    with pytest.raises(DataFileBroken, match="longer than 300,000 bytes"):
        load_action_plan(written(tmp_path, SMALL_PLAN + "#" * 300_001))


def test_every_shipped_plan_loads() -> None:
    """No plan in the data folder is broken."""
    plans, broken = load_action_plans(PLANS)
    assert broken == ()
    assert BEH in [plan.file_name for plan in plans]
