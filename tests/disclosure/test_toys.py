"""The attack on tables small enough to work out by hand."""

from __future__ import annotations

from dataclasses import replace

from tests.disclosure.building import ALL, BME, WHITE, about, cell, hidden, told
from wres.disclosure import Kind, Quantity, Verdict, attack
from wres.publication import PublishedCell
from wres.terms import Band, EthnicGroup, StaffGroup, Status

PEOPLE, YES = Quantity.PEOPLE, Quantity.YES
LOW, MIDDLE, HIGH = Band.BANDS_1_4, Band.BANDS_5_7, Band.BANDS_8A_VSM


def test_a_single_hidden_cell_is_what_is_left() -> None:
    """57 in all and 50 White: seven BME, proved by those two cells."""
    cells = [cell(ALL, base=57), cell(WHITE, base=50), hidden(BME)]
    found = attack(cells)
    assert told(found) == {(Kind.HIDDEN, PEOPLE, Verdict.EXACT, 7, 7)}
    assert set(found.recovered[0].proof) == set(cells[:2])


def rectangle() -> list[PublishedCell]:
    """White 40, 30, 30 and BME 20, 12, 8 by band; all of the lower and the higher band hidden."""
    return [
        *(cell(ALL, base=140), cell(WHITE, base=100), cell(BME, base=40)),
        *(cell(ALL, LOW, base=60), cell(ALL, MIDDLE, base=42), cell(ALL, HIGH, base=38)),
        *(cell(WHITE, MIDDLE, base=30), cell(BME, MIDDLE, base=12)),
        *(hidden(WHITE, LOW), hidden(WHITE, HIGH), hidden(BME, LOW), hidden(BME, HIGH)),
    ]


def test_a_rectangle_is_safe() -> None:
    """28 BME people in two bands: 0 to 28 of them in the higher one."""
    found = attack(rectangle())
    assert found.passed
    assert found.looked_for > 12


def test_a_rectangle_with_a_corner_shown_is_no_rectangle() -> None:
    """White people in the higher band shown: 38 - 30 are 8."""
    cells = [one for one in rectangle() if one != hidden(WHITE, HIGH)]
    found = about(attack([*cells, cell(WHITE, HIGH, base=30)]), BME, HIGH)
    assert (found[PEOPLE].verdict, found[PEOPLE].low) == (Verdict.EXACT, 8)


def test_hiding_the_next_smallest_leaves_it_narrow() -> None:
    """40 BME people, 37 in the lower bands: the other two bands hold 0 to 3 each."""
    cells = [cell(BME, base=40), cell(BME, LOW, base=37), hidden(BME, MIDDLE), hidden(BME, HIGH)]
    assert told(attack(cells)) >= {(Kind.HIDDEN, PEOPLE, Verdict.NARROW, 0, 3)}


def test_percentages_alone_say_how_a_few_answered() -> None:
    """5 of 64 (7.8%) and 2 of 60 (3.3%): three of the four others said yes."""
    found = attack([cell(ALL, base=64, percentage=7.8), cell(WHITE, base=60, percentage=3.3)])
    assert {(one.quantity, one.low, one.high) for one in found.recovered} == {
        (PEOPLE, 4, 4),
        (YES, 3, 3),
    }


def test_a_percentage_over_a_large_base_leaves_its_rounding_open() -> None:
    """10.0% of 20,000 is 1,990 to 2,010 people: 90 White yes-answers leave no few to name."""
    cells = [cell(ALL, base=20_000, percentage=10.0), cell(WHITE, base=19_992, percentage=10.0)]
    found = about(attack([*cells, hidden(BME)]), BME)
    assert found[PEOPLE].low == 8
    assert YES not in found


def test_a_hidden_group_that_could_be_shown_is_no_secret() -> None:
    """57 in all and 37 White: 20 BME; but one yes among the 20 would be told."""
    assert attack([cell(ALL, base=57), cell(WHITE, base=37), hidden(BME)]).passed
    counted = [cell(ALL, base=57, count=9), cell(WHITE, base=37, count=8), hidden(BME)]
    assert told(attack(counted)) == {(Kind.HIDDEN, YES, Verdict.ALIKE, 1, 1)}


def test_a_likely_range_narrows_a_rounded_percentage() -> None:
    """10.0% of 2,500 is 249 to 251 people; only 250 has the likely range 8.9% to 11.2%."""
    others = [cell(WHITE, base=2490, count=245), hidden(BME)]
    rounded = cell(ALL, base=2500, percentage=10.0)
    wide = about(attack([rounded, *others]), BME)[YES]
    close = about(attack([replace(rounded, low=8.9, high=11.2), *others]), BME)[YES]
    assert (wide.verdict, wide.low, wide.high) == (Verdict.NARROW, 4, 6)
    assert (close.verdict, close.low, close.high) == (Verdict.EXACT, 5, 5)


def test_nobody_in_a_parent_says_nobody_in_its_parts() -> None:
    """None of 40 BME staff: none in either hidden band."""
    cells = [cell(BME, base=40, count=0), hidden(BME, LOW), hidden(BME, HIGH)]
    found = attack(cells)
    assert {one.verdict for one in found.recovered} == {Verdict.ALIKE}
    assert {one.place.band for one in found.recovered} == {LOW.value, HIGH.value}


def test_everybody_in_a_parent_says_everybody_in_its_parts() -> None:
    """All of 40: all in either hidden band."""
    found = attack([cell(BME, base=40, count=40), hidden(BME, LOW), hidden(BME, HIGH)])
    assert {one.verdict for one in found.recovered} == {Verdict.ALIKE}


def test_a_small_base_that_is_shown_is_a_breach() -> None:
    """Three of nine people."""
    found = attack([cell(BME, base=9, count=3)])
    assert told(found) == {(Kind.SHOWN, PEOPLE, Verdict.BREACH, 9, 9)}


def test_a_small_group_all_alike_is_found_among_shown_cells() -> None:
    """None of 20: each answer is told."""
    assert told(attack([cell(BME, base=20, count=0)])) == {(Kind.SHOWN, YES, Verdict.ALIKE, 0, 0)}


def bound(group: EthnicGroup, base: int) -> PublishedCell:
    """Return “under x%” of a small base."""
    return PublishedCell(
        org_code="ABC",
        wres_year=2025,
        indicator=8,
        ethnic_group=group,
        status=Status.BELOW,
        base=base,
        bound=15,
    )


def test_a_bound_that_others_close_is_found() -> None:
    """Under 15% of 20 BME staff; 10 of 120 in all, 10 of 100 White: nobody."""
    open_ended = [bound(BME, 20), cell(WHITE, base=100, count=10)]
    assert attack(open_ended).passed
    found = attack([*open_ended, cell(ALL, base=120, count=10)])
    assert told(found) == {(Kind.BOUNDED, YES, Verdict.ALIKE, 0, 0)}


def test_hidden_groups_inside_bme_are_bounded_by_their_pair() -> None:
    """120 BME, 70 Asian and 40 Black: ten in two groups, but none of them in four."""
    groups = (EthnicGroup.ASIAN, EthnicGroup.BLACK)
    cells = [cell(BME, base=120), *(cell(g, base=b) for g, b in zip(groups, (70, 40), strict=True))]
    pair = [hidden(EthnicGroup.MIXED), hidden(EthnicGroup.OTHER)]
    assert attack([*cells, *pair]).passed
    assert told(attack([*cells, pair[0]])) == {(Kind.HIDDEN, PEOPLE, Verdict.EXACT, 10, 10)}


def test_people_in_no_listed_group_are_found() -> None:
    """100 in all, 70 White and 20 BME: ten others, though nobody lists them."""
    found = attack([cell(ALL, base=100), cell(WHITE, base=70), cell(BME, base=20)])
    assert (Kind.NEVER_LISTED, PEOPLE, Verdict.EXACT, 10, 10) in told(found)


def test_two_breakdowns_together_tell_who_is_in_both() -> None:
    """Of 40 BME staff 39 are in high bands and 10 non-clinical: 9 or 10 are both."""
    cells = [
        *(cell(BME, base=40), cell(BME, HIGH, base=39), cell(BME, LOW, base=1)),
        cell(BME, base=30, staff_group=StaffGroup.CLINICAL),
        cell(BME, base=10, staff_group=StaffGroup.NON_CLINICAL),
    ]
    crossed = [one for one in attack(cells).recovered if one.kind is Kind.NEVER_LISTED]
    assert [(one.place.band, one.place.staff_group, one.low, one.high) for one in crossed] == [
        (HIGH.value, "non-clinical", 9, 10)
    ]


def test_medical_staff_are_the_medical_grades() -> None:
    """60 less 40 in lower bands, less 12 medical staff, who are the hidden medical grades: 8."""
    cells = [
        *(cell(BME, base=60), cell(BME, LOW, base=40)),
        *(hidden(BME, MIDDLE), hidden(BME, Band.MEDICAL)),
        cell(BME, base=12, staff_group=StaffGroup.MEDICAL),
        cell(BME, base=48, staff_group=StaffGroup.NON_CLINICAL),
    ]
    found = about(attack(cells), BME, MIDDLE)
    assert (found[PEOPLE].verdict, found[PEOPLE].low) == (Verdict.EXACT, 8)


def test_medical_staff_within_clinical_staff_are_the_medical_grades_all_the_same() -> None:
    """60 BME staff, 48 of them clinical or medical; 40 and 12 in lower bands: 8 in medical ones."""
    cells = [
        *(cell(BME, base=60), cell(BME, LOW, base=40), cell(BME, MIDDLE, base=12)),
        hidden(BME, Band.MEDICAL),
        cell(BME, base=48, staff_group=StaffGroup.CLINICAL_AND_MEDICAL),
        cell(BME, base=12, staff_group=StaffGroup.NON_CLINICAL),
    ]
    found = about(attack(cells), BME, Band.MEDICAL)
    assert (found[PEOPLE].verdict, found[PEOPLE].low) == (Verdict.EXACT, 8)


def test_a_cell_hidden_on_one_question_and_shown_on_another_is_read_off() -> None:
    """11 answered question 5; who answered question 8 is hidden and nearly the same people."""
    found = attack([cell(BME, base=11, count=5, number=5), hidden(BME, number=8)])
    assert told(found) == {(Kind.HIDDEN, PEOPLE, Verdict.NARROW, 11, 11)}


def test_two_versions_one_person_apart_tell_that_persons_answer() -> None:
    """7 of 34 (20.6%), then 8 of 35 (22.9%): one more, who said yes."""
    now, before = cell(BME, base=35, percentage=22.9), cell(BME, base=34, percentage=20.6)
    found = attack([now], earlier=[before])
    assert {one.kind for one in found.recovered} == {Kind.CHANGED}
    assert {(one.quantity, one.low, one.high) for one in found.recovered} == {
        (PEOPLE, 1, 1),
        (YES, 1, 1),
    }
    assert attack([now]).passed


def test_two_versions_that_are_alike_or_far_apart_tell_nothing() -> None:
    """The same figures, and 20 people more."""
    now = cell(BME, base=55, count=12)
    assert attack([now], earlier=[now]).passed
    assert attack([now], earlier=[cell(BME, base=35, count=7)]).passed


def test_figures_that_contradict_each_other_are_named() -> None:
    """50 White of 40 in all cannot be; nothing is worked out, and it is said."""
    found = attack([cell(ALL, base=40), cell(WHITE, base=50), hidden(BME)])
    assert (found.recovered, found.contradicting) == ((), ((2025, 8),))


def test_official_percentages_tell_nothing() -> None:
    """Percentages without bases leave the number of people open."""
    assert attack(
        [cell(BME, percentage=16.1), cell(WHITE, percentage=6.6), cell(ALL, percentage=9)]
    ).passed
