"""The nine indicators: which way each points, what it divides, and where its series is cut."""

from __future__ import annotations

import pytest

from wres.errors import UnknownTerm
from wres.indicators import (
    INDICATORS,
    LIKELIHOOD_INDICATORS,
    SURVEY_INDICATORS,
    break_between,
    calc_basis,
    indicator,
    question,
)
from wres.terms import CalcBasis, EthnicGroup, Unit


def test_there_are_nine_in_order() -> None:
    """1 to 9, four of the survey, three ratios."""
    assert [one.number for one in INDICATORS] == list(range(1, 10))
    assert SURVEY_INDICATORS == (5, 6, 7, 8)
    assert LIKELIHOOD_INDICATORS == (2, 3, 4)


@pytest.mark.parametrize("number", [0, 10, 12, -1])
def test_there_is_no_other(number: int) -> None:
    """An indicator 12 is refused with the list."""
    with pytest.raises(UnknownTerm, match="indicator"):
        indicator(number)


def test_only_7_is_better_when_higher_among_survey_indicators() -> None:
    """Belief in fair promotion is good; harassment and discrimination are not."""
    assert [n for n in SURVEY_INDICATORS if not indicator(n).higher_is_worse] == [7]


@pytest.mark.parametrize(
    ("number", "top"),
    [(2, EthnicGroup.WHITE), (3, EthnicGroup.BME), (4, EthnicGroup.WHITE)],
)
def test_above_one_is_a_disadvantage_of_bme_staff(number: int, top: EthnicGroup) -> None:
    """2 and 4 divide White by BME, 3 divides BME by White."""
    found = indicator(number)
    assert (found.ratio_top, found.unit, found.higher_is_worse) == (top, Unit.RATIO, True)


@pytest.mark.parametrize(
    ("number", "survey", "label"),
    [
        (5, 2020, "Q13a"),
        (5, 2021, "Q14a"),
        (7, 2020, "Q14"),
        (7, 2024, "Q15"),
        (8, 2025, "Q16b"),
        (8, 2010, ""),
        (3, 2024, ""),
    ],
)
def test_the_question_of_a_year(number: int, survey: int, label: str) -> None:
    """The numbers moved in 2021; where none is known the answer is empty."""
    assert question(number, survey) == label


@pytest.mark.parametrize(
    ("survey", "basis"),
    [
        (2020, CalcBasis.EXCL_DK),
        (2021, CalcBasis.INCL_DK),
        (2024, CalcBasis.INCL_DK),
        (2025, CalcBasis.INCL_DK_2025),
    ],
)
def test_indicator_7_has_a_basis_for_each_stretch(survey: int, basis: CalcBasis) -> None:
    """Without “don’t know”, with it, and reworded; the others have one basis."""
    assert calc_basis(7, survey) is basis
    assert calc_basis(8, survey) is CalcBasis.STANDARD


@pytest.mark.parametrize(
    ("earlier", "later", "first"),
    [(2020, 2021, 2021), (2018, 2024, 2021), (2024, 2025, 2025), (2021, 2024, None)],
)
def test_the_series_of_7_is_cut_twice(earlier: int, later: int, first: int | None) -> None:
    """At the surveys of 2021 and 2025, with a reason."""
    found = break_between(7, earlier, later)
    assert (found.first_survey_year if found else None) == first
    assert found is None or found.reason
    assert break_between(8, earlier, later) is None


def test_every_indicator_says_what_it_is_and_where_that_was_read() -> None:
    """Wording, counts, better, why it matters and a source are never empty."""
    for one in INDICATORS:
        texts = (one.wording, one.numerator, one.denominator, one.better, one.why_it_matters)
        assert all(texts)
        assert "https://" in one.source
