"""What may be predicted, what is refused, and what the survey could see of it."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.measures.building import BME, gap, likelihood, rate, row
from tests.predictions.test_verdict import prediction
from wres.errors import PredictionRefused
from wres.measures import Gap, Likelihood, Rate, Representation, representation_of
from wres.predictions import (
    Aim,
    Direction,
    Prediction,
    Reading,
    Seen,
    aims_for,
    better_direction,
    from_body,
    refuse_wrong,
    sight_of,
    to_body,
)
from wres.terms import StaffGroup

NOON = datetime(2025, 11, 3, 12, tzinfo=UTC)
REACH = 1.959964 + 0.841621


def at_base(figure: Rate | Gap | Likelihood | Representation | None) -> Reading:
    """Return the year a prediction starts from."""
    return Reading(wres_year=2024, figure=figure)


BASE = at_base(rate(8, (180, 600), year=2024))


def test_each_indicator_has_its_own_figures_to_predict() -> None:
    """Rates and the gap for the survey, the ratio for likelihoods, the share for posts."""
    assert [aims_for(n) for n in (1, 3, 8)] == [
        (Aim.BME,),
        (Aim.RATIO,),
        (Aim.BME, Aim.GAP, Aim.WHITE),
    ]


def test_better_is_down_but_for_shares_and_for_indicator_7() -> None:
    """A gap or a ratio is better smaller, whatever the indicator."""
    asked = ((5, Aim.BME), (7, Aim.BME), (7, Aim.GAP), (2, Aim.RATIO), (9, Aim.BME))
    assert [better_direction(*one) for one in asked] == [
        Direction.DOWN,
        Direction.UP,
        Direction.DOWN,
        Direction.DOWN,
        Direction.UP,
    ]


@pytest.mark.parametrize(
    ("changed", "base", "said"),
    [
        ({"aim": Aim.RATIO}, BASE, "For indicator 8 a prediction is about: bme, gap, white."),
        ({"result_year": 2024}, BASE, "must lie after WRES 2024"),
        ({"result_year": 2090}, BASE, "must lie after WRES 2024"),
        ({}, at_base(None), "There is no figure of WRES 2024 to start from"),
        ({"size": 0.0}, BASE, "above zero"),
        ({"size": -0.02}, BASE, "above zero"),
        ({"size": math.nan}, BASE, "above zero"),
        ({"size": math.inf}, BASE, "above zero"),
        ({"size": 0.31}, BASE, "cannot move that far"),
        ({"size": 0.71, "direction": Direction.UP}, BASE, "cannot move that far"),
        (
            {"indicator": 2, "aim": Aim.RATIO, "size": 2.0},
            at_base(likelihood(2, (100, 1000), (400, 2000), year=2024)),
            "cannot move that far",
        ),
    ],
)
def test_what_cannot_come_true_is_refused(
    changed: dict[str, object], base: Reading, said: str
) -> None:
    """The sentence says what to change."""
    with pytest.raises(PredictionRefused, match=said):
        refuse_wrong(replace(prediction(), **changed), base)  # type: ignore[arg-type]


def test_a_change_to_exactly_nothing_may_be_predicted() -> None:
    """From 30% down by 30 points."""
    refuse_wrong(replace(prediction(), size=0.30), BASE)


def test_a_prediction_comes_back_from_its_plain_values() -> None:
    """Written as plain values and read again, it is the same."""
    one = replace(
        prediction(), needed=0.074, version=12, record_id="r", locked_by="Ada", locked_at=NOON
    )
    again = from_body(to_body(one), org_code="ABC", record_id="r", locked_by="Ada", locked_at=NOON)
    assert again == one


@pytest.mark.parametrize("broken", [{"aim": "all"}, {"size": "much"}, {"base_year": None}])
def test_a_damaged_record_is_named_and_not_guessed(broken: dict[str, object]) -> None:
    """Another release's aim, a size in words, a year that is none."""
    body = to_body(prediction()) | broken
    with pytest.raises(PredictionRefused, match="cannot be read"):
        from_body(body, org_code="ABC", record_id="r", locked_by="Ada", locked_at=NOON)


def _seen(one: Prediction, base: Reading) -> tuple[Seen, float | None]:
    found = sight_of(one, base)
    return found.seen, None if found.needed is None else round(found.needed, 6)


def test_a_rate_needs_what_its_base_can_show() -> None:
    """30% of 600: 2.80 times the root of twice 0.21 / 600 is 7.4 points."""
    needed = round(REACH * math.sqrt(2 * 0.3 * 0.7 / 600), 6)
    assert needed == pytest.approx(0.0741, abs=0.0001)
    assert _seen(prediction(size=0.05), BASE) == (Seen.UNLIKELY, needed)
    assert _seen(prediction(size=0.08), BASE) == (Seen.LIKELY, needed)


def test_a_gap_needs_more_than_a_rate() -> None:
    """Four cells, each twice."""
    base = at_base(gap(8, (180, 600), (200, 2000), year=2024))
    needed = round(REACH * math.sqrt(2 * (0.3 * 0.7 / 600 + 0.1 * 0.9 / 2000)), 6)
    assert _seen(prediction(aim=Aim.GAP, size=0.05), base) == (Seen.UNLIKELY, needed)


@pytest.mark.parametrize(("direction", "power"), [(Direction.DOWN, -1), (Direction.UP, 1)])
def test_a_ratio_needs_a_factor(direction: Direction, power: int) -> None:
    """2.00 from 100 of 1,000 and 400 of 2,000."""
    base = at_base(likelihood(2, (100, 1000), (400, 2000), year=2024))
    error = math.sqrt(1 / 100 - 1 / 1000 + 1 / 400 - 1 / 2000)
    needed = round(abs(2 * math.exp(power * REACH * math.sqrt(2) * error) - 2), 6)
    one = prediction(2, Aim.RATIO, direction, size=0.2)
    assert _seen(one, base) == (Seen.UNLIKELY, needed)


def test_a_board_needs_two_people() -> None:
    """Of 14 seats one is 7.1 points, two are 14.3."""
    seats = row(9, BME, (2, 14), year=2024, staff_group=StaffGroup.BOARD)
    base = at_base(representation_of(seats, row(1, BME, (220, 1000), year=2024)))
    found = sight_of(prediction(9, direction=Direction.UP, size=0.08), base)
    assert (found.seen, found.needed, found.one_person) == (Seen.UNLIKELY, 2 / 14, 1 / 14)


def test_without_a_base_nobody_can_say() -> None:
    """A printed percentage."""
    assert _seen(prediction(), at_base(rate(8, value=0.3, year=2024))) == (Seen.UNKNOWN, None)
