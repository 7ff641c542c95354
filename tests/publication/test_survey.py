"""Survey figures: who is hidden, what a bound says, how bands are merged, and what adds up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.measures.building import ALL, BME, UNKNOWN, WHITE, Counted, row
from wres.publication import publish
from wres.results import Result, with_value
from wres.terms import Band, EthnicGroup, StaffGroup, Status

WIDE = (EthnicGroup.ASIAN, EthnicGroup.BLACK, EthnicGroup.MIXED, EthnicGroup.OTHER)
FIVE = (Band.BANDS_1_4, Band.BANDS_5_7, Band.BANDS_8A_8B, Band.BANDS_8C_VSM, Band.MEDICAL)


def published(*rows: Result) -> dict[tuple[int, EthnicGroup, Band, StaffGroup], Result]:
    return {(r.indicator, r.ethnic_group, r.band, r.staff_group): r for r in publish(rows).rows}


def cell(
    cells: dict[tuple[int, EthnicGroup, Band, StaffGroup], Result],
    group: EthnicGroup,
    band: Band = Band.ALL,
    *,
    number: int = 8,
    staff_group: StaffGroup = StaffGroup.ALL,
) -> Result:
    return cells[number, group, band, staff_group]


def is_empty(one: Result) -> bool:
    figures = (one.numerator, one.denominator, one.value)
    return one.status is Status.HIDDEN and figures == (None, None, None)


def by_band(number: int, group: EthnicGroup, counted: dict[Band, Counted]) -> list[Result]:
    return [row(number, group, pair, band=band) for band, pair in counted.items()]


@pytest.mark.parametrize(("base", "hidden"), [(10, True), (11, False)])
def test_ten_people_are_hidden_and_eleven_are_shown(base: int, hidden: bool) -> None:
    """The base rule, at its edge."""
    found = cell(published(row(8, BME, (5, base)), row(8, WHITE, (30, 100))), BME)
    assert is_empty(found) is hidden


def test_a_hidden_figure_keeps_no_number() -> None:
    """Neither count, base nor value is left to be sent to a browser."""
    found = published(row(8, BME, (5, 10)), row(8, WHITE, (30, 100)), row(8, ALL, (35, 110)))
    assert all(is_empty(one) for one in found.values() if one.status is Status.HIDDEN)
    assert is_empty(cell(found, BME))


def test_a_group_small_on_one_question_is_hidden_on_all() -> None:
    """Ten answered question 8 and eleven question 5: one could be read off the other."""
    found = published(
        row(5, BME, (5, 11)), row(8, BME, (5, 10)), row(5, WHITE, (30, 99)), row(8, WHITE, (9, 99))
    )
    assert is_empty(cell(found, BME, number=5))
    assert cell(found, WHITE, number=5).denominator == 99


@pytest.mark.parametrize("yes", [0, 1, 2])
def test_nobody_in_a_small_group_is_under_a_bound(yes: int) -> None:
    """0, 1 and 2 of 20 all read “under 15%”: three people's worth, no count."""
    found = cell(published(row(8, BME, (yes, 20)), row(8, WHITE, (30, 100))), BME)
    assert (found.status, found.numerator) == (Status.BELOW, None)
    assert with_value(found) == pytest.approx(0.15)


@pytest.mark.parametrize("yes", [18, 19, 20])
def test_everybody_in_a_small_group_is_over_a_bound(yes: int) -> None:
    """18, 19 and 20 of 20 all read “over 85%”."""
    found = cell(published(row(8, BME, (yes, 20)), row(8, WHITE, (30, 100))), BME)
    assert (found.status, found.numerator) == (Status.ABOVE, None)
    assert with_value(found) == pytest.approx(0.85)


def test_the_bound_is_the_same_from_a_percentage_and_a_base() -> None:
    """5% of 20 is one person, however it was given."""
    found = cell(published(row(8, BME, value=0.05, base=20), row(8, WHITE, (30, 100))), BME)
    assert (found.status, with_value(found)) == (Status.BELOW, pytest.approx(0.15))


@pytest.mark.parametrize("counted", [(3, 20), (17, 20), (0, 30), (30, 30)])
def test_three_people_or_a_base_of_thirty_need_no_bound(counted: Counted) -> None:
    """3 of 20, and 0 of 30, are shown as they are."""
    found = cell(published(row(8, BME, counted), row(8, WHITE, (30, 100))), BME)
    assert (found.status, found.numerator) == (Status.SHOWN, counted[0])


@pytest.mark.parametrize(("unknown", "hidden"), [((2, 8), True), ((1, 20), True), ((5, 20), False)])
def test_the_total_goes_when_any_part_of_it_goes(unknown: Counted, hidden: bool) -> None:
    """All staff and unknown are two ways to the same subtraction."""
    whole = (36 + unknown[0], 140 + unknown[1])
    found = published(
        row(8, BME, (6, 40)),
        row(8, WHITE, (30, 100)),
        row(8, UNKNOWN, unknown),
        row(8, ALL, whole),
    )
    assert is_empty(cell(found, ALL)) is hidden
    assert is_empty(cell(found, UNKNOWN)) is hidden
    assert cell(found, BME).denominator == 40


def test_a_total_with_people_in_no_listed_group_is_hidden() -> None:
    """100 in all, 40 BME and 55 White: the five nobody listed could be read off."""
    found = published(row(8, BME, (6, 40)), row(8, WHITE, (9, 55)), row(8, ALL, (18, 100)))
    assert is_empty(cell(found, ALL))


def test_a_printed_total_is_no_way_round_a_hidden_group() -> None:
    """A percentage of all staff beside the White counts would give the seven BME answers away."""
    found = published(row(8, BME, (3, 7)), row(8, WHITE, (9, 55)), row(8, ALL, value=12 / 62))
    assert is_empty(cell(found, ALL))


def test_a_row_that_came_hidden_stays_empty() -> None:
    """Figures beside the word “hidden” in a file are dropped."""
    found = published(row(8, BME, (20, 100), status=Status.HIDDEN), row(8, WHITE, (9, 55)))
    assert is_empty(cell(found, BME))


def test_a_count_without_a_base_is_dropped() -> None:
    """3 people and 43% are three of seven."""
    one = row(8, BME, value=3 / 7)
    assert cell(published(replace(one, numerator=3)), BME).numerator is None


def wide(counts: tuple[Counted, ...]) -> list[Result]:
    return [row(8, g, c) for g, c in zip(WIDE, counts, strict=False)]


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        (((8, 30), (8, 30), (4, 20), (4, 20)), True),
        (((8, 30), (8, 30), (4, 30), (4, 10)), False),
        (((8, 30), (8, 30), (2, 20), (6, 20)), False),
        (((8, 30), (8, 30), (4, 20)), True),
        (((8, 30), (8, 30), (5, 36)), False),
    ],
)
def test_wide_groups_are_shown_all_or_none(counts: tuple[Counted, ...], shown: bool) -> None:
    """One under 11, one all alike, or four people left over of 100 hides every one."""
    rows = [row(8, BME, (24, 100)), row(8, WHITE, (30, 100)), *wide(counts)]
    found = published(*rows)
    marks = {is_empty(cell(found, g)) for g in WIDE[: len(counts)]}
    assert marks == {not shown}


BIG = (30, 100)


def test_the_finest_cut_is_used_when_every_group_is_large() -> None:
    """Five band groups of 100 each, summed from single bands."""
    singles = {
        Band.BAND_2: BIG,
        Band.BAND_4: BIG,
        Band.BAND_5: BIG,
        Band.BAND_8A: BIG,
        Band.BAND_9: BIG,
        Band.CONSULTANT: BIG,
    }
    found = published(*by_band(8, BME, singles), *by_band(8, WHITE, singles))
    assert {key[2] for key in found} == set(FIVE)
    assert cell(found, BME, Band.BANDS_1_4).denominator == 200
    assert cell(found, BME, Band.BANDS_1_4).numerator == 60


@pytest.mark.parametrize(
    ("senior", "cut"),
    [
        ((4, 12), (Band.BANDS_1_4, Band.BANDS_5_7, Band.BANDS_8A_8B, Band.BANDS_8C_VSM)),
        ((4, 10), (Band.BANDS_1_4, Band.BANDS_5_7, Band.BANDS_8A_VSM)),
        ((1, 20), (Band.BANDS_1_4, Band.BANDS_5_7, Band.BANDS_8A_VSM)),
    ],
)
def test_bands_are_merged_before_they_are_hidden(senior: Counted, cut: tuple[Band, ...]) -> None:
    """8c and above too small, or all alike: they join 8a and 8b."""
    counted = {Band.BAND_2: BIG, Band.BAND_5: BIG, Band.BAND_8A: (6, 12), Band.BAND_9: senior}
    found = published(*by_band(8, BME, counted), *by_band(8, WHITE, counted))
    assert {key[2] for key in found} == set(cut)
    assert all(one.status is Status.SHOWN for one in found.values())


def test_the_same_cut_serves_every_survey_indicator() -> None:
    """Bands too small on indicator 5 are merged on indicator 8 as well."""
    large = {Band.BAND_2: BIG, Band.BAND_5: BIG, Band.BAND_8A: BIG, Band.BAND_9: BIG}
    small = {**large, Band.BAND_9: (4, 10)}
    found = published(*by_band(8, BME, large), *by_band(5, BME, small))
    assert {key[2] for key in found if key[0] == 8} == {key[2] for key in found if key[0] == 5}
    assert Band.BANDS_8A_VSM in {key[2] for key in found}


def test_a_breakdown_no_cut_can_show_is_marked_hidden() -> None:
    """Medical grades of five and no third band: withheld whole, and marked, not left out."""
    counted = {Band.BAND_2: BIG, Band.CONSULTANT: (2, 5)}
    found = published(*by_band(8, BME, counted))
    assert len(found) == 2
    assert all(is_empty(one) for one in found.values())


def hidden_bands(*rows: Result, number: int = 8, group: EthnicGroup = BME) -> set[Band]:
    found = published(*rows)
    return {k[2] for k, one in found.items() if k[:2] == (number, group) and is_empty(one)}


def test_a_small_band_is_hidden_with_the_smallest_other() -> None:
    """Five in medical grades, and 100 in 1 to 4, and 160 in 5 to 7: 265 - 160 are 105 together."""
    counted = {Band.BAND_2: BIG, Band.BAND_5: (50, 160), Band.CONSULTANT: (2, 5)}
    rows = [row(8, BME, (82, 265)), *by_band(8, BME, counted)]
    assert hidden_bands(*rows) == {Band.BANDS_1_4, Band.MEDICAL}
    assert cell(published(*rows), BME, Band.BANDS_5_7).numerator == 50


@pytest.mark.parametrize(
    ("yes", "partner"),
    [
        (3, Band.BANDS_1_4),
        (2, Band.BANDS_5_7),
        (98, Band.BANDS_1_4),
        (99, Band.BANDS_5_7),
    ],
)
def test_what_is_hidden_together_has_five_of_each_answer(yes: int, partner: Band) -> None:
    """Two of five in medical grades: with 3 of 100 five said yes, with 98 of 100 five said no.

    Where the smallest other does not do, the next alone does; both are never hidden for one.
    """
    counted = {
        Band.BAND_2: (yes, 100),
        Band.BAND_5: (50, 160),
        Band.BAND_8A: (60, 170),
        Band.CONSULTANT: (2, 5),
    }
    assert hidden_bands(*by_band(8, BME, counted)) == {Band.MEDICAL, partner}


def test_people_of_no_known_band_are_no_way_to_what_is_hidden() -> None:
    """Five of no known band: two whole bands are hidden with them, or 5 could be told."""
    counted = {Band.BAND_2: BIG, Band.BAND_5: (50, 160), Band.BAND_8A: (60, 170)}
    rows = [row(8, BME, (142, 435)), *by_band(8, BME, counted)]
    assert hidden_bands(*rows) == {Band.BANDS_1_4, Band.BANDS_5_7}


def test_the_same_bands_are_hidden_on_every_indicator() -> None:
    """Ten doctors answered question 5 and twelve question 8."""
    large = {Band.BAND_2: BIG, Band.BAND_5: (50, 160)}
    rows = [
        *by_band(5, BME, {**large, Band.CONSULTANT: (4, 10)}),
        *by_band(8, BME, {**large, Band.CONSULTANT: (5, 12)}),
    ]
    assert hidden_bands(*rows, number=8) == hidden_bands(*rows, number=5) != set()


def test_a_group_that_is_large_keeps_its_bands() -> None:
    """Few BME doctors hide none of the White figures."""
    small = {Band.BAND_2: BIG, Band.BAND_5: (50, 160), Band.CONSULTANT: (2, 5)}
    large = {**small, Band.CONSULTANT: BIG}
    rows = [*by_band(8, BME, small), *by_band(8, WHITE, large)]
    assert hidden_bands(*rows)
    assert not hidden_bands(*rows, group=WHITE)


@pytest.mark.parametrize(("yes", "listed"), [(4, 0), (5, 2), (48, 2), (49, 0)])
def test_nothing_is_hidden_inside_a_total_that_tells_how_its_parts_answered(
    yes: int, listed: int
) -> None:
    """4 of 53 said yes, or did not: no hidden band could have more, so no band is listed."""
    counted = {Band.BAND_2: (yes - 2, 48), Band.CONSULTANT: (2, 5)}
    found = published(row(8, BME, (yes, 53)), *by_band(8, BME, counted))
    bands = [one for (_, _, band, _), one in found.items() if band is not Band.ALL]
    assert len(bands) == listed
    assert all(is_empty(one) for one in bands)
    assert cell(found, BME).numerator == yes


def test_ethnic_groups_inside_such_a_total_are_not_listed() -> None:
    """4 of 53 BME staff said yes, and ten of them are of other ethnic groups."""
    wide_counts = wide(((2, 20), (1, 12), (1, 11), (0, 10)))
    four = published(row(8, BME, (4, 53)), *wide_counts)
    assert {key[1] for key in four} == {BME}
    eight = published(row(8, BME, (8, 57)), *wide_counts)
    assert all(is_empty(cell(eight, group)) for group in WIDE)


def test_medical_staff_hidden_by_band_are_merged_into_clinical_staff() -> None:
    """Twelve doctors among staff groups, ten of them with a grade: 212 clinical and medical."""
    counted = {Band.BAND_2: BIG, Band.BAND_5: (50, 160), Band.CONSULTANT: (4, 10)}
    rows = by_band(8, BME, counted)
    for group, people in {StaffGroup.MEDICAL: (5, 12), StaffGroup.CLINICAL: (60, 200)}.items():
        rows.append(row(8, BME, people, staff_group=group))
    rows.append(row(8, BME, (40, 150), staff_group=StaffGroup.NON_CLINICAL))
    found = published(*rows)
    assert is_empty(cell(found, BME, Band.MEDICAL))
    groups = {key[3]: one for key, one in found.items() if key[2] is Band.ALL}
    assert {group: (one.numerator, one.denominator) for group, one in groups.items()} == {
        StaffGroup.CLINICAL_AND_MEDICAL: (65, 212),
        StaffGroup.NON_CLINICAL: (40, 150),
    }


@pytest.mark.parametrize(("clinical", "listed"), [((3, 32), False), ((4, 32), True)])
def test_medical_grades_are_not_hidden_in_clinical_staff_of_few_answers(
    clinical: Counted, listed: bool
) -> None:
    """1 doctor of 10 and 3 others of 32 are 4 of 42: doctors have 4 at most, so this is not said.

    With one yes-answer more they are 5 of 42, and may be shown beside hidden medical grades.
    """
    whole = (40 + clinical[0] + 1, 142)
    bands = {Band.BAND_2: (20, 60), Band.BAND_5: (20 + clinical[0], 72), Band.MEDICAL: (1, 10)}
    counts = {
        StaffGroup.CLINICAL: clinical,
        StaffGroup.MEDICAL: (1, 10),
        StaffGroup.NON_CLINICAL: (40, 100),
    }
    found = published(
        row(8, BME, whole),
        *by_band(8, BME, bands),
        *(row(8, BME, one, staff_group=staff) for staff, one in counts.items()),
    )
    assert is_empty(cell(found, BME, Band.MEDICAL))
    assert (StaffGroup.CLINICAL_AND_MEDICAL in {key[3] for key in found}) is listed


@pytest.mark.parametrize(
    ("whole", "shown"),
    [((60, 200), True), ((63, 205), False), ((60, 215), False), ((66, 215), True)],
)
def test_people_of_no_known_band_prevent_the_cut_when_few_or_alike(
    whole: Counted, shown: bool
) -> None:
    """Nobody left over, 5 left over, 15 of whom none said yes, and 15 of whom 6 did."""
    counted = {Band.BAND_2: BIG, Band.BAND_5: BIG}
    found = published(row(8, BME, whole), *by_band(8, BME, counted))
    assert is_empty(cell(found, BME, Band.BANDS_1_4)) is not shown


def test_a_band_group_that_was_given_is_not_added_to_its_bands() -> None:
    """100 in bands 1 to 4, 40 of them in band 2, are 100 and not 140."""
    found = published(
        row(8, BME, (20, 100), band=Band.BANDS_1_4), row(8, BME, (9, 40), band=Band.BAND_2)
    )
    assert cell(found, BME, Band.BANDS_1_4).denominator == 100


def test_band_percentages_with_bases_keep_their_figure() -> None:
    """20% of 200 and 40% of 100 together are 80 of 300."""
    found = published(
        row(8, BME, value=0.2, base=200, band=Band.BAND_2),
        row(8, BME, value=0.4, base=100, band=Band.BAND_3),
        row(8, BME, value=0.3, base=200, band=Band.BANDS_5_7),
    )
    assert with_value(cell(found, BME, Band.BANDS_1_4)) == pytest.approx(80 / 300)
    assert with_value(cell(found, BME, Band.BANDS_5_7)) == 0.3


def test_a_group_of_bands_only_a_coarser_cut_has_is_not_lost() -> None:
    """A file with 8a and above in one keeps it."""
    counted = {Band.BANDS_1_4: BIG, Band.BANDS_5_7: BIG, Band.BANDS_8A_VSM: BIG}
    found = published(row(8, BME, (90, 300)), *by_band(8, BME, counted))
    assert cell(found, BME, Band.BANDS_8A_VSM).denominator == 100


def by_staff(
    medical: Counted, other: Counted, clinical: Counted = (60, 200)
) -> dict[StaffGroup, Result]:
    """Return the published BME cells by staff group."""
    counts = {
        StaffGroup.CLINICAL: clinical,
        StaffGroup.NON_CLINICAL: other,
        StaffGroup.MEDICAL: medical,
    }
    found = published(*(row(8, BME, c, staff_group=g) for g, c in counts.items()))
    return {key[3]: one for key, one in found.items()}


def test_a_small_medical_group_is_merged_before_anything_is_hidden() -> None:
    """Ten medical answers join the 200 clinical ones; eleven stand by themselves."""
    ten = by_staff((5, 10), BIG)
    assert {group: one.denominator for group, one in ten.items()} == {
        StaffGroup.CLINICAL_AND_MEDICAL: 210,
        StaffGroup.NON_CLINICAL: 100,
    }
    assert StaffGroup.CLINICAL_AND_MEDICAL not in by_staff((5, 11), BIG)


def test_both_ethnic_groups_are_merged_alike() -> None:
    """Ten BME doctors: White doctors, 80 of them, are not shown by themselves either."""
    rows = []
    for group, doctors in ((BME, (5, 10)), (WHITE, (20, 80))):
        counts = {StaffGroup.CLINICAL: (60, 200), StaffGroup.NON_CLINICAL: BIG}
        counts[StaffGroup.MEDICAL] = doctors
        rows += [row(8, group, c, staff_group=staff) for staff, c in counts.items()]
    assert {key[3] for key in published(*rows)} == {
        StaffGroup.CLINICAL_AND_MEDICAL,
        StaffGroup.NON_CLINICAL,
    }


def test_clinical_staff_alone_are_never_called_clinical_and_medical() -> None:
    """No medical answers for BME staff: ten White doctors are hidden, and nothing is merged."""
    rows = [
        row(8, WHITE, counts, staff_group=staff)
        for staff, counts in (
            (StaffGroup.CLINICAL, (60, 200)),
            (StaffGroup.NON_CLINICAL, BIG),
            (StaffGroup.MEDICAL, (5, 10)),
        )
    ]
    rows += [
        row(8, BME, counts, staff_group=staff)
        for staff, counts in ((StaffGroup.CLINICAL, (60, 200)), (StaffGroup.NON_CLINICAL, BIG))
    ]
    found = published(*rows)
    assert StaffGroup.CLINICAL_AND_MEDICAL not in {key[3] for key in found}
    assert is_empty(cell(found, WHITE, staff_group=StaffGroup.MEDICAL))


def test_where_merging_is_no_help_a_small_staff_group_is_hidden_with_one_other() -> None:
    """Ten non-clinical answers hide the 80 medical ones too; 200 clinical ones stay."""
    found = by_staff((20, 80), (5, 10))
    assert {group for group, one in found.items() if is_empty(one)} == {
        StaffGroup.MEDICAL,
        StaffGroup.NON_CLINICAL,
    }
    assert found[StaffGroup.CLINICAL].denominator == 200


def test_no_cell_is_crossed_three_ways() -> None:
    """Ethnic group by band by staff group is never published, however large."""
    assert not published(
        row(8, BME, (300, 1000), band=Band.BAND_5, staff_group=StaffGroup.CLINICAL)
    )


def test_official_percentages_pass_as_they_are() -> None:
    """They carry no counts and are public already."""
    rows = (row(8, BME, value=0.161), row(8, WHITE, value=0.066), row(8, ALL, value=0.09))
    assert set(publish(rows).rows) == set(rows)


def test_hidden_cells_are_counted_for_the_note() -> None:
    """The page says how many there are."""
    found = publish([row(8, BME, (5, 10)), row(8, WHITE, (30, 100)), row(8, ALL, (35, 110))])
    assert (found.hidden("ABC", 2025), found.hidden("ABC", 2024)) == (2, 0)
