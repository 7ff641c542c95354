"""The same figures from SciPy and statsmodels, which the product itself does without."""

from __future__ import annotations

import math
from random import Random

import numpy as np
import pytest

from tests.statistics_vectors import ratio_ci_koopman
from wres.statistics import (
    Cases,
    base_needed,
    benjamini_hochberg,
    binomial_test,
    chi_square_survival,
    cochran_armitage,
    fisher_test,
    katz_ratio,
    mantel_haenszel,
    newcombe_gap,
    overdispersion,
    poisson_exact,
    pooled_score_test,
    power_two_proportions,
    score_test,
    two_sided_p,
    weighted_line,
    wilson,
)

stats = pytest.importorskip("scipy.stats")
proportion = pytest.importorskip("statsmodels.stats.proportion")
contingency = pytest.importorskip("statsmodels.stats.contingency_tables")
multitest = pytest.importorskip("statsmodels.stats.multitest")
regression = pytest.importorskip("statsmodels.regression.linear_model")

DICE = Random(1948)
PAIRS = [
    (Cases(DICE.randint(1, n1 - 1), n1), Cases(DICE.randint(1, n2 - 1), n2))
    for n1, n2 in ((DICE.randint(5, 800), DICE.randint(5, 3000)) for _ in range(60))
]


@pytest.mark.parametrize("pair", PAIRS)
def test_wilson_and_newcombe_match_statsmodels(pair: tuple[Cases, Cases]) -> None:
    """Percentage and gap intervals, 60 random tables."""
    one, two = pair
    found, gap = wilson(one.x, one.n), newcombe_gap(one, two)
    expected = proportion.proportion_confint(one.x, one.n, method="wilson")
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-12)
    expected = proportion.confint_proportions_2indep(
        one.x, one.n, two.x, two.n, compare="diff", method="newcomb"
    )
    assert (gap.low, gap.high) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("pair", PAIRS)
def test_ratio_intervals_match_statsmodels(pair: tuple[Cases, Cases]) -> None:
    """Katz exactly, and the Koopman oracle of the vectors, 60 random tables."""
    one, two = pair
    counts = (one.x, one.n, two.x, two.n)
    katz = katz_ratio(one, two)
    expected = proportion.confint_proportions_2indep(*counts, compare="ratio", method="log")
    assert (katz.low, katz.high) == pytest.approx(expected, rel=1e-9)
    expected = proportion.confint_proportions_2indep(
        *counts, compare="ratio", method="score", correction=False
    )
    koopman = ratio_ci_koopman(*counts)
    assert (koopman["lower"], koopman["upper"]) == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("pair", PAIRS)
def test_two_group_tests_match(pair: tuple[Cases, Cases]) -> None:
    """Pooled z and Fisher's exact test, 60 random tables."""
    one, two = pair
    z, p = proportion.proportions_ztest([one.x, two.x], [one.n, two.n])
    found = pooled_score_test(one, two)
    assert (found.z, found.p_value) == pytest.approx((z, p), rel=1e-9)
    table = [[one.x, one.n - one.x], [two.x, two.n - two.x]]
    fisher = fisher_test(one, two)
    assert fisher.two_sided == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-7)
    less = stats.fisher_exact(table, alternative="less").pvalue
    assert fisher.lower_tail == pytest.approx(less, rel=1e-7)


@pytest.mark.parametrize(
    ("x", "n", "p0"), [(0, 14, 0.22), (30, 200, 0.1), (7, 9, 0.5), (9, 9, 0.3)]
)
def test_one_group_tests_match_scipy(x: int, n: int, p0: float) -> None:
    """The exact binomial test and the score test."""
    assert binomial_test(x, n, p0=p0).two_sided == pytest.approx(
        stats.binomtest(x, n, p0).pvalue, rel=1e-9
    )
    _, p = proportion.proportions_ztest(x, n, value=p0, prop_var=p0)
    assert score_test(x, n, p0=p0).p_value == pytest.approx(p, rel=1e-9)


@pytest.mark.parametrize("df", [1, 2, 3, 4, 7, 30])
@pytest.mark.parametrize("chi2", [0, 0.01, 0.5, 2, 3.84, 9, 40, 200, 1500])
def test_chi_square_tail_matches_scipy(chi2: float, df: int) -> None:
    """From no evidence at all to chances no float can hold."""
    assert chi_square_survival(chi2, df) == pytest.approx(stats.chi2.sf(chi2, df), rel=1e-10)


def test_normal_tail_matches_scipy_far_out() -> None:
    """Thirty standard errors away the chance is tiny, not zero."""
    assert two_sided_p(-30) == pytest.approx(2 * stats.norm.sf(30), rel=1e-10)


@pytest.mark.parametrize("x", [0, 0.3, 1, 5, 9.9, 10, 65, 1000, 20_000])
@pytest.mark.parametrize("conf", [0.8, 0.95, 0.998])
def test_exact_poisson_matches_chi_square_quantiles(x: float, conf: float) -> None:
    """Garwood's limits are half a chi-squared quantile."""
    found, tail = poisson_exact(x, conf=conf), (1 - conf) / 2
    low = stats.chi2.ppf(tail, 2 * x) / 2 if x else 0
    assert found.low == pytest.approx(low, rel=1e-9)
    assert found.high == pytest.approx(stats.chi2.isf(tail, 2 * x + 2) / 2, rel=1e-9)


@pytest.mark.parametrize("seed", range(20))
def test_trend_is_the_correlation_of_answers_with_years(seed: int) -> None:
    """Cochran-Armitage is N times the squared correlation of each answer with its year."""
    dice = Random(seed)
    when = sorted(dice.sample(range(2015, 2026), dice.randint(2, 6)))
    cases = [Cases(dice.randint(1, 60), dice.randint(60, 400)) for _ in when]
    answers = np.concatenate([np.r_[np.ones(int(c.x)), np.zeros(int(c.n - c.x))] for c in cases])
    years = np.repeat(when, [int(c.n) for c in cases])
    found = cochran_armitage(cases, when)
    correlation = np.corrcoef(answers, years)[0, 1]
    assert found.chi2 == pytest.approx(len(answers) * correlation**2, rel=1e-8)
    assert found.slope == pytest.approx(stats.linregress(years, answers).slope, rel=1e-8)
    table = [[c.x for c in cases], [c.n - c.x for c in cases]]
    pearson = stats.chi2_contingency(table, correction=False).statistic
    assert found.chi2 + found.chi2_departure == pytest.approx(pearson, rel=1e-8)


@pytest.mark.parametrize("seed", range(20))
def test_weighted_line_matches_statsmodels(seed: int) -> None:
    """Slope, fitted height and both errors, with the variances taken as known."""
    dice = Random(seed)
    when = sorted(dice.sample(range(2015, 2026), dice.randint(3, 6)))
    gaps = [dice.uniform(-0.1, 0.2) for _ in when]
    errors = [dice.uniform(0.005, 0.05) for _ in when]
    ahead = np.array(when) - when[-1]
    fit = regression.WLS(gaps, np.c_[np.ones(len(when)), ahead], 1 / np.square(errors)).fit(
        cov_type="fixed scale"
    )
    line = weighted_line(when, gaps, errors=errors)
    assert (line.fitted_last, line.slope) == pytest.approx(tuple(fit.params), rel=1e-7, abs=1e-12)
    assert (line.se_fitted_last, line.se_slope) == pytest.approx(tuple(fit.bse), rel=1e-7)
    assert line.covariance == pytest.approx(fit.cov_params()[0][1], rel=1e-6, abs=1e-15)


@pytest.mark.parametrize("size", [1, 2, 5, 12, 40])
def test_adjusted_p_values_match_statsmodels(size: int) -> None:
    """Benjamini and Hochberg, ties included."""
    dice = Random(size)
    p_values = [round(dice.random() ** 3, 2) for _ in range(size)]
    expected = multitest.multipletests(p_values, method="fdr_bh")[1]
    assert benjamini_hochberg(p_values) == pytest.approx(tuple(expected))


@pytest.mark.parametrize("seed", range(10))
def test_pooled_ratios_match_statsmodels(seed: int) -> None:
    """Mantel-Haenszel odds ratio and risk ratio over three to five bands."""
    dice = Random(seed)
    bands = range(dice.randint(3, 5))
    bme = [Cases(dice.randint(1, 20), dice.randint(21, 90)) for _ in bands]
    white = [Cases(dice.randint(1, 60), dice.randint(61, 900)) for _ in bands]
    tables = [
        np.array([[b.x, b.n - b.x], [w.x, w.n - w.x]]) for b, w in zip(bme, white, strict=True)
    ]
    found, expected = mantel_haenszel(bme, white), contingency.StratifiedTable(tables)
    assert found.odds_ratio == pytest.approx(expected.oddsratio_pooled, rel=1e-9)
    assert found.risk_ratio.value == pytest.approx(expected.riskratio_pooled, rel=1e-9)


def test_power_matches_statsmodels_away_from_the_far_tail() -> None:
    """15% against 20% on 900 and 1,200 people."""
    found = power_two_proportions(0.20, 900, p2=0.15, n2=1200)
    expected = proportion.power_proportions_2indep(0.05, 0.15, 900, ratio=1200 / 900).power
    assert found == pytest.approx(expected, abs=1e-6)


def test_base_needed_has_the_power_it_promises() -> None:
    """The base found for 90% power has 90% power."""
    base = base_needed(0.1, 0.16, power=0.9)
    assert power_two_proportions(0.1, base, p2=0.16, n2=base) == pytest.approx(0.9)


def test_overdispersion_matches_numpy() -> None:
    """Arcsine z-scores, winsorised at NumPy's tenth and ninetieth percentiles."""
    dice = Random(7)
    organisations = [Cases(dice.randint(5, 90), dice.randint(100, 600)) for _ in range(23)]
    x = np.array([one.x for one in organisations])
    n = np.array([one.n for one in organisations])
    z = (np.arcsin(np.sqrt(x / n)) - math.asin(math.sqrt(x.sum() / n.sum()))) * 2 * np.sqrt(n)
    z = np.clip(z, *np.percentile(z, [10, 90]))
    phi, w = float(np.mean(z**2)), 4 * n
    tau2 = max(0.0, (23 * phi - 22) / (w.sum() - (w**2).sum() / w.sum()))
    found = overdispersion(organisations)
    assert (found.phi, found.tau2) == pytest.approx((phi, tau2))
