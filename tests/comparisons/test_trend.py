"""Rule B: the last steps, the test over the years, and where a series is cut."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep

from tests.measures.building import likelihood, rate
from wres.comparisons import (
    TrendPoint,
    TrendQualified,
    comparable_years,
    likelihood_trend,
    stretches,
    trend,
)
from wres.indicators import INDICATOR_7_BREAK_2021, INDICATOR_7_BREAK_2025
from wres.measures import Likelihood, Rate, rate_of
from wres.results import Result
from wres.terms import CalcBasis, EthnicGroup, Status

UNSTEADY = TrendPoint.NO_STEADY_DIRECTION
UNCLEAR = TrendQualified.NO_CLEAR_TREND


def years_of(
    number: int, yes: tuple[int, ...], base: int = 1000, first: int = 2021
) -> tuple[Rate, ...]:
    return tuple(rate(number, (x, base), year=first + i) for i, x in enumerate(yes))


# By hand, three years of n: U = last - first, chi2 = U^2 / (P (1 - P) 2 n), limit 3.841.
@pytest.mark.parametrize(
    ("yes", "base", "point", "qualified"),
    [
        ((100, 130, 160), 1000, TrendPoint.DECLINING, TrendQualified.CLEAR_DECLINE),
        ((20, 22, 24), 200, TrendPoint.DECLINING, UNCLEAR),
        ((100, 200, 190), 1000, UNSTEADY, TrendQualified.CLEAR_DECLINE),
        ((20, 24, 22), 200, UNSTEADY, UNCLEAR),
        ((20, 20, 20), 200, UNSTEADY, UNCLEAR),
        ((24, 22, 20), 200, TrendPoint.IMPROVING, UNCLEAR),
        ((160, 130, 160), 1000, UNSTEADY, UNCLEAR),
        ((160, 130, 100), 1000, TrendPoint.IMPROVING, TrendQualified.CLEAR_IMPROVEMENT),
        ((160, 90, 100), 1000, UNSTEADY, TrendQualified.CLEAR_IMPROVEMENT),
        ((20, 24, 24), 200, UNSTEADY, UNCLEAR),
    ],
)
def test_three_years_get_both_answers(
    yes: tuple[int, int, int], base: int, point: TrendPoint, qualified: TrendQualified
) -> None:
    """Two worse steps, and Cochran-Armitage worked out in the test."""
    share = sum(yes) / (3 * base)
    chi2 = (yes[2] - yes[0]) ** 2 / (share * (1 - share) * 2 * base)
    assert (chi2 > 3.841) == (qualified is not UNCLEAR)
    found = trend(years_of(8, yes, base))
    assert (found.point, found.qualified) == (point, qualified)


def test_the_slope_is_points_a_year() -> None:
    """10%, 13%, 16%: three points a year, steadily."""
    found = trend(years_of(8, (100, 130, 160)))
    assert found.slope == pytest.approx(0.03)
    assert found.steady
    assert found.shown == (10.0, 13.0, 16.0)


def test_a_path_up_and_down_is_said() -> None:
    """10%, 20%, 19%: chi-squared 44.4 in all, 29.6 of it the line, so not steady."""
    assert not trend(years_of(8, (100, 200, 190))).steady


def test_higher_is_better_turns_the_trend_round() -> None:
    """A rising indicator 7 improves."""
    found = trend(years_of(7, (100, 130, 160), first=2022))
    assert (found.point, found.qualified) == (
        TrendPoint.IMPROVING,
        TrendQualified.CLEAR_IMPROVEMENT,
    )


@pytest.mark.parametrize(
    ("yes", "base", "point", "qualified"),
    [
        (
            (100, 150),
            1000,
            TrendPoint.WORSE_THAN_LAST_YEAR,
            TrendQualified.CLEAR_WORSENING,
        ),
        ((100, 105), 1000, TrendPoint.WORSE_THAN_LAST_YEAR, TrendQualified.NO_CLEAR_CHANGE),
        ((100, 100), 1000, TrendPoint.SAME_AS_LAST_YEAR, TrendQualified.NO_CLEAR_CHANGE),
        ((105, 100), 1000, TrendPoint.BETTER_THAN_LAST_YEAR, TrendQualified.NO_CLEAR_CHANGE),
        ((150, 100), 1000, TrendPoint.BETTER_THAN_LAST_YEAR, TrendQualified.CLEAR_BETTERMENT),
    ],
)
def test_two_years_are_a_change_and_not_a_trend(
    yes: tuple[int, int], base: int, point: TrendPoint, qualified: TrendQualified
) -> None:
    """Newcombe's interval of the change decides, as statsmodels has it."""
    low, high = confint_proportions_2indep(
        yes[1], base, yes[0], base, method="newcomb", compare="diff"
    )
    assert (low > 0 or high < 0) == (qualified is not TrendQualified.NO_CLEAR_CHANGE)
    found = trend(years_of(8, yes, base))
    assert (found.point, found.qualified) == (point, qualified)


def test_one_year_is_no_trend() -> None:
    """Nothing to compare with, and no reason to give."""
    found = trend(years_of(8, (100,)))
    assert (found.point, found.qualified) == (
        TrendPoint.NOT_ASSESSABLE,
        TrendQualified.NOT_ASSESSABLE,
    )
    assert found.break_reason == ""


def test_percentages_alone_have_no_qualified_answer() -> None:
    """Three printed figures can decline; whether it is clear is not known."""
    found = trend(
        tuple(rate(8, value=v, year=y) for y, v in ((2023, 0.1), (2024, 0.2), (2025, 0.3)))
    )
    assert (found.point, found.qualified) == (
        TrendPoint.DECLINING,
        TrendQualified.NOT_ASSESSABLE,
    )
    assert found.detectable is None


def test_steps_are_compared_as_they_are_displayed() -> None:
    """10.01%, 10.02%, 10.04% are all 10.0%: no direction."""
    found = trend(
        tuple(rate(8, value=v, year=y) for y, v in ((2023, 0.1001), (2024, 0.1002), (2025, 0.1004)))
    )
    assert found.point is UNSTEADY


def test_only_the_last_five_years_are_used() -> None:
    """A wild first year of six plays no part."""
    found = trend(years_of(8, (900, 100, 130, 160, 190, 220), first=2020))
    assert found.years == (2021, 2022, 2023, 2024, 2025)
    assert found.slope == pytest.approx(0.03)


def test_years_are_put_in_order_first() -> None:
    """The order rows come in does not matter."""
    shuffled = years_of(8, (100, 130, 160))
    for order in itertools.permutations(shuffled):
        assert trend(order) == trend(shuffled)


def test_a_missing_year_in_the_middle_is_a_longer_step() -> None:
    """2021, 2022 and 2025: slope by calendar year; by hand t - mean = -5/3, -2/3, 7/3."""
    series = (
        rate(8, (100, 1000), year=2021),
        rate(8, (110, 1000), year=2022),
        rate(8, status=Status.HIDDEN, year=2023),
        rate(8, (140, 1000), year=2025),
    )
    found = trend(series)
    assert found.years == (2021, 2022, 2025)
    assert found.slope == pytest.approx(0.01)


def test_a_hidden_latest_year_has_no_trend() -> None:
    """The years before a hidden figure say nothing about this year."""
    series = (*years_of(8, (100, 200, 300)), rate(8, status=Status.HIDDEN, year=2024))
    found = trend(series)
    assert (found.point, found.years) == (TrendPoint.NOT_ASSESSABLE, ())


def test_indicator_7_is_cut_between_the_surveys_of_2020_and_2021() -> None:
    """69.4% and 46.4% are two ways of counting: no trend, and the reason is given."""
    found = trend((rate(7, (286, 412), year=2021), rate(7, (286, 617), year=2022)))
    assert (found.point, found.qualified) == (
        TrendPoint.NOT_ASSESSABLE,
        TrendQualified.NOT_ASSESSABLE,
    )
    assert found.years == (2022,)
    assert found.break_reason == INDICATOR_7_BREAK_2021.reason


def test_indicator_7_over_six_years_uses_the_years_after_the_break() -> None:
    """Surveys 2019 and 2020 are left out; 46.4, 46.9, 46.7, 47.4 have no steady direction."""
    counted = ((274, 400), (286, 412), (286, 617), (295, 629), (297, 636), (304, 642))
    series = tuple(rate(7, c, year=2020 + i) for i, c in enumerate(counted))
    found = trend(series)
    assert found.years == (2022, 2023, 2024, 2025)
    assert found.shown == (46.4, 46.9, 46.7, 47.4)
    assert (found.point, found.qualified) == (UNSTEADY, UNCLEAR)
    assert found.break_reason == INDICATOR_7_BREAK_2021.reason


def test_indicator_7_is_cut_again_at_the_survey_of_2025() -> None:
    """The question was reworded, so WRES 2026 stands alone."""
    series = (*years_of(7, (460, 470, 480, 490), first=2022), rate(7, (400, 1000), year=2026))
    found = trend(series)
    assert found.years == (2026,)
    assert found.break_reason == INDICATOR_7_BREAK_2025.reason


def test_the_break_holds_whatever_basis_a_file_claims() -> None:
    """Two rows that both say “standard” are still parted by the survey year."""
    rows = (rate(7, (286, 412), year=2021), rate(7, (286, 617), year=2022))
    claimed = tuple(replace(r, calc_basis=CalcBasis.STANDARD) for r in rows)
    assert len(comparable_years(claimed)) == 1


def ratios(*bme: int, first: int = 2023) -> tuple[Likelihood, ...]:
    return tuple(likelihood(3, (x, 2000), (200, 4000), year=first + i) for i, x in enumerate(bme))


@pytest.mark.parametrize(
    ("bme", "point", "qualified"),
    [
        ((100, 150, 250), TrendPoint.DECLINING, TrendQualified.CLEAR_DECLINE),
        ((100, 104, 108), TrendPoint.DECLINING, UNCLEAR),
        ((250, 150, 100), TrendPoint.IMPROVING, TrendQualified.CLEAR_IMPROVEMENT),
        ((100, 110, 105), UNSTEADY, UNCLEAR),
    ],
)
def test_ratios_have_a_line_through_their_logarithms(
    bme: tuple[int, ...], point: TrendPoint, qualified: TrendQualified
) -> None:
    """Inverse-variance weights and Katz errors, worked out in the test."""
    logs = [math.log((x / 2000) / 0.05) for x in bme]
    weights = [1 / (1 / x - 1 / 2000 + 1 / 200 - 1 / 4000) for x in bme]
    mean = sum(w * t for w, t in zip(weights, (0, 1, 2), strict=True)) / sum(weights)
    spread = sum(w * (t - mean) ** 2 for w, t in zip(weights, (0, 1, 2), strict=True))
    slope = (
        sum(w * (t - mean) * y for w, t, y in zip(weights, (0, 1, 2), logs, strict=True)) / spread
    )
    assert (abs(slope) * math.sqrt(spread) > 1.95996) == (qualified is not UNCLEAR)
    found = likelihood_trend(ratios(*bme))
    assert (found.point, found.qualified) == (point, qualified)
    assert found.slope == pytest.approx(slope)


def test_ratios_are_put_in_order_first() -> None:
    """A series given latest first declines all the same."""
    found = likelihood_trend(tuple(reversed(ratios(100, 150, 250))))
    assert (found.years, found.point) == ((2023, 2024, 2025), TrendPoint.DECLINING)


def test_a_ratio_that_cannot_be_given_this_year_has_no_trend() -> None:
    """Nobody in the White group was disciplined, so earlier years are not this year's trend."""
    series = (*ratios(100, 150, 250), likelihood(3, (5, 2000), (0, 4000), year=2026))
    assert likelihood_trend(series).point is TrendPoint.NOT_ASSESSABLE


def test_an_empty_series_is_not_assessable() -> None:
    """No years, no answer, no error."""
    assert trend(()).point is TrendPoint.NOT_ASSESSABLE
    assert likelihood_trend(()).point is TrendPoint.NOT_ASSESSABLE


def edition_series(*editions: str) -> tuple[Rate, ...]:
    """Indicator 8 from survey 2021 on, one rate for each edition named, rising a point a year."""
    return tuple(
        rate_of(
            Result(
                org_code="R0A",
                wres_year=2022 + step,
                survey_year=2021 + step,
                indicator=8,
                ethnic_group=EthnicGroup.BME,
                value=0.14 + 0.01 * step,
                edition=edition,
            )
        )
        for step, edition in enumerate(editions)
    )


def test_years_of_another_issue_that_restates_the_past_are_not_joined() -> None:
    """2021 stands in the issue of 2024 only; 2022 to 2024 were restated in that of 2025."""
    series = edition_series("NSS 2024", "nss-2025", "nss-2025", "nss-2025")
    assert [rate.survey_year for rate in comparable_years(series)] == [2022, 2023, 2024]
    assert "weighted anew" in trend(series).break_reason
    assert stretches(series) == {2021: 0, 2022: 1, 2023: 1, 2024: 1}


def test_a_year_of_unknown_issue_does_not_hide_that_two_issues_meet() -> None:
    """The trust’s own figure of 2022 stands between two issues of the survey’s."""
    series = edition_series("nss-2024", "uploaded", "nss-2025")
    assert [rate.survey_year for rate in comparable_years(series)] == [2023]


def test_years_of_one_issue_and_own_years_are_joined() -> None:
    """Nothing says that a trust’s own figures were weighted otherwise."""
    series = edition_series("uploaded", "nss-2025", "nss-2025")
    assert len(comparable_years(series)) == 3
    assert trend(series).break_reason == ""
