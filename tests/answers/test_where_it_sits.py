"""Where a gap sits: worked by hand, named when it turns round, refused where cells are hidden."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.measures.building import BME, WHITE, Counted, row
from wres.answers import (
    CutBy,
    Evidence,
    NoSplit,
    Sitting,
    View,
    england_cut,
    gather,
    where_it_sits,
)
from wres.answers.where_it_sits import Z_95
from wres.library.shipped import load_shipped
from wres.measures import rounded
from wres.results import Result, Results
from wres.terms import Band, EthnicGroup, StaffGroup
from wres.words import sitting as told

DATA = Path(__file__).resolve().parents[2] / "data"
TRUST = "R0A"
Pairs = tuple[tuple[Counted, Counted], ...]
# Clinical staff 30% against 25%, non-clinical 15% against 10%: worse for BME staff in both. But
# most White staff are where it is worse, so overall 66 of 400 stands against 88 of 400.
SIMPSON: Pairs = (((12, 40), (80, 320)), ((54, 360), (8, 80)))
SAME_MIX: Pairs = (((30, 100), (40, 200)), ((20, 100), (20, 200)))


@pytest.fixture(scope="module")
def shipped() -> Evidence:
    """What is shipped, published."""
    return gather(load_shipped(DATA), Results(), 0)


def sitting(shipped: Evidence, pairs: Pairs) -> Sitting | NoSplit:
    """Split these clinical and non-clinical answers, as BME and White pairs, for one trust."""
    groups = (StaffGroup.CLINICAL, StaffGroup.NON_CLINICAL)
    rows: list[Result] = []
    for place, (group, counts) in enumerate(
        (group, tuple(pair[side] for pair in pairs)) for side, group in enumerate((BME, WHITE))
    ):
        assert place < 2
        whole = (sum(x for x, _ in counts), sum(n for _, n in counts))
        rows.append(row(8, group, whole))
        rows += [
            row(8, group, one, staff_group=staff) for staff, one in zip(groups, counts, strict=True)
        ]
    uploaded = Results(replace(one, org_code=TRUST) for one in rows)
    evidence = gather(shipped.shipped, uploaded, 1)
    view = View(org_code=TRUST, wres_year=2025, indicator=8)
    return where_it_sits(evidence, view, CutBy.STAFF)


def test_a_split_worked_by_hand_is_named_simpsons_paradox(shipped: Evidence) -> None:
    """-5.5 points overall: -10.5 go with where people work, +5.0 remain inside; it is warned of."""
    found = sitting(shipped, SIMPSON)
    assert isinstance(found, Sitting)
    # Mixes 0.1, 0.9 and 0.8, 0.2: -0.7 * 0.275 + 0.7 * 0.125, and 0.05 * (0.45 + 0.55).
    assert found.crude == pytest.approx(-0.055)
    assert found.split.composition == pytest.approx(-0.105)
    assert found.split.rate == pytest.approx(0.05)
    assert found.within == pytest.approx((0.0225, 0.0275))
    assert found.standardised == pytest.approx(0.05)
    assert found.reverses and found.covers_everyone
    warning = told.simpson_warning(found)
    assert warning.startswith("Simpson’s paradox: overall the figure is 5.5 points lower for BME")
    assert "With the same mix of staff groups it is 5.0 points higher for BME staff." in warning
    assert told.split_sentence(found) == (
        "Overall: 5.5 points lower for BME staff. The staff groups people work in go with -10.5 "
        "points of it. Inside the same staff groups there are +5.0 points."
    )


def test_the_range_of_the_same_mix_gap(shipped: Evidence) -> None:
    """Weights a half each: se from p q / n of the four cells, 95% either side of 5.0 points."""
    found = sitting(shipped, SIMPSON)
    assert isinstance(found, Sitting)
    # 360 and 440 of 800 who answered: weights 0.45 and 0.55.
    cells = ((0.45, 0.3, 40), (0.45, 0.25, 320), (0.55, 0.15, 360), (0.55, 0.10, 80))
    se = sum(w * w * p * (1 - p) / n for w, p, n in cells) ** 0.5
    assert found.interval.low == pytest.approx(0.05 - Z_95 * se)
    assert found.interval.high == pytest.approx(0.05 + Z_95 * se)


def test_the_same_mix_leaves_everything_inside(shipped: Evidence) -> None:
    """25% against 15%, both half and half: 10.0 points, none of them where people work."""
    found = sitting(shipped, SAME_MIX)
    assert isinstance(found, Sitting)
    assert found.split.composition == pytest.approx(0.0, abs=1e-12)
    assert (found.crude, found.split.rate) == pytest.approx((0.10, 0.10))
    assert not found.reverses and told.simpson_warning(found) == ""
    assert told.split_sentence(found) == (
        "Of the 10.0 points higher for BME staff, 0.0 points go with the staff groups people work "
        "in. 10.0 points remain inside the same staff groups."
    )


def test_parts_add_up_to_the_gap_in_every_published_split(shipped: Evidence) -> None:
    """Practice Trust, indicators 5 to 8, six years, two cuts: to within 0.01 points as shown."""
    seen = 0
    for year in shipped.years("ZZP"):
        for number in (5, 6, 7, 8):
            for cut in CutBy:
                view = View(org_code="ZZP", wres_year=year, indicator=number)
                found = where_it_sits(shipped, view, cut)
                if isinstance(found, NoSplit):
                    continue
                seen += 1
                mix, inside, gap = (
                    rounded(100 * part, 2)
                    for part in (found.split.composition, found.split.rate, found.crude)
                )
                assert abs(mix + inside - gap) <= 0.01 + 1e-9
                assert sum(found.within) == pytest.approx(found.split.rate, abs=1e-12)
    assert seen >= 8


def test_percentages_alone_cannot_be_split(shipped: Evidence) -> None:
    """Manchester is given for everyone together: a sentence, no split."""
    view = View(org_code=TRUST, wres_year=2025, indicator=8)
    for cut in CutBy:
        assert where_it_sits(shipped, view, cut) is NoSplit.NOT_GIVEN
    assert told.no_split(NoSplit.NOT_GIVEN, CutBy.BANDS) == (
        "The figures are not given by pay bands, so the gap cannot be split by them."
    )


def test_a_hidden_cell_stops_the_split(shipped: Evidence) -> None:
    """Six BME staff who answered in one group are hidden, so nothing is split."""
    found = sitting(shipped, (((2, 6), (80, 320)), ((54, 360), (8, 80))))
    assert isinstance(found, NoSplit)
    assert "hidden to protect confidentiality" in told.no_split(NoSplit.HIDDEN, CutBy.BANDS)


def test_posts_and_ratios_are_not_split(shipped: Evidence) -> None:
    """Only survey gaps are split."""
    for number in (1, 2, 9):
        view = View(org_code="ZZP", wres_year=2025, indicator=number)
        assert where_it_sits(shipped, view, CutBy.BANDS) is NoSplit.NOT_GIVEN


@pytest.mark.parametrize("number", [5, 7, 8])
def test_england_by_background_is_in_order_of_name(shipped: Evidence, number: int) -> None:
    """18 backgrounds, 14 inside BME and then 4 inside White, each list by name; 8 occupations."""
    found = england_cut(shipped, number)
    assert found is not None
    inside = [one.ethnic_group is EthnicGroup.WHITE for one in found.backgrounds]
    assert inside == [False] * 14 + [True] * 4
    names = [one.subgroup for one in found.backgrounds]
    assert names[:14] == sorted(names[:14]) and names[14:] == sorted(names[14:])
    assert len(found.occupations) == 8
    assert [one.subgroup for one in found.occupations] == sorted(
        one.subgroup for one in found.occupations
    )


def test_england_of_indicator_6_is_not_held(shipped: Evidence) -> None:
    """It cannot be had from the published workbook, and the page says so."""
    assert england_cut(shipped, 6) is None
    assert "not held here for indicator 6" in told.no_england(6)


def test_two_groups_hide_gypsy_or_irish_traveller_staff(shipped: Evidence) -> None:
    """Published for England, survey 2024: 0.345 of 507 on indicator 5, counted inside White."""
    found = england_cut(shipped, 5)
    assert found is not None
    (one,) = [o for o in found.backgrounds if "Irish Traveller" in o.subgroup]
    assert told.breakdown_figure(one).startswith("34.5% of 507 (")
    assert one.ethnic_group is EthnicGroup.WHITE


def test_bands_of_the_practice_trust_are_the_published_ones(shipped: Evidence) -> None:
    """The split by band uses the published cut and no finer one."""
    view = View(org_code="ZZP", wres_year=2025, indicator=8)
    found = where_it_sits(shipped, view, CutBy.BANDS)
    assert isinstance(found, Sitting)
    bands = [gap.bme.band for gap in found.gaps]
    assert bands == [Band.BANDS_1_4, Band.BANDS_5_VSM, Band.MEDICAL]
    # 125 of 642 against 114 of 1,646.
    assert found.crude == pytest.approx(125 / 642 - 114 / 1646)
