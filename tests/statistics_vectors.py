"""Test vectors for ``wres.statistics``: figures worked out elsewhere, and how to ask for them.

    python -m tests.statistics_vectors tests/data/stats_vectors_public.json

runs a file of vectors, prints ``N passed, M failed`` and ends with 1 if any failed. ``ADAPTERS``
maps each vector's ``fn`` to a function that takes its ``inputs`` and returns its ``expected``.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests import concern_rules
from wres import statistics as st
from wres.errors import NotComputable
from wres.statistics import Cases

Answer = dict[str, Any]


def _pairs(x: Sequence[Any], n: Sequence[Any]) -> list[Cases]:
    if len(x) != len(n):
        raise ValueError("The lists differ in length.")
    return [Cases(one, base) for one, base in zip(x, n, strict=True)]


def _limits(estimate: st.Estimate, name: str) -> Answer:
    return {name: estimate.value, "lower": estimate.low, "upper": estimate.high}


def wilson_ci(x: Any, n: Any, conf: Any = 0.95) -> Answer:
    """Return a percentage and its Wilson interval."""
    return _limits(st.wilson(x, n, conf=conf), "p")


def one_sample_score(x: Any, n: Any, p0: Any) -> Answer:
    """Return the test against a fixed value."""
    test = st.score_test(x, n, p0=p0)
    return {"z": test.z, "chi2": test.chi2, "p_value": test.p_value}


def diff_ci_newcombe(x1: Any, n1: Any, x2: Any, n2: Any, conf: Any = 0.95) -> Answer:
    """Return a gap and Newcombe's interval."""
    return _limits(st.newcombe_gap(Cases(x1, n1), Cases(x2, n2), conf=conf), "diff")


def two_prop_score_test(x1: Any, n1: Any, x2: Any, n2: Any) -> Answer:
    """Return the pooled test of two percentages."""
    test = st.pooled_score_test(Cases(x1, n1), Cases(x2, n2))
    return {"z": test.z, "chi2": test.chi2, "p_value": test.p_value}


def ratio_ci_mover_wilson(x1: Any, n1: Any, x2: Any, n2: Any, conf: Any = 0.95) -> Answer:
    """Return a ratio and its MOVER-R interval; no ratio and no limits when nobody was counted."""
    first, second = Cases(x1, n1), Cases(x2, n2)
    if first.x == second.x == 0:
        return {"ratio": None, "lower": 0.0, "upper": math.inf}
    return _limits(st.mover_ratio(first, second, conf=conf), "ratio")


def ratio_ci_katz_log(x1: Any, n1: Any, x2: Any, n2: Any, conf: Any = 0.95) -> Answer:
    """Return a ratio and its Katz interval."""
    return _limits(st.katz_ratio(Cases(x1, n1), Cases(x2, n2), conf=conf), "ratio")


def ratio_ci_koopman(x1: Any, n1: Any, x2: Any, n2: Any, conf: Any = 0.95) -> Answer:
    """Return a ratio and Koopman's interval; only a cross-check, so it lives here."""
    first, second = Cases(x1, n1), Cases(x2, n2)
    if first.x == second.x == 0:
        return {"ratio": None, "lower": 0.0, "upper": math.inf}
    limit = st.z_of(conf) ** 2
    ratio = first.rate / second.rate if second.x else math.inf

    def part(group: Cases, p: float) -> float:
        miss = group.x - group.n * p
        # A count that fits exactly adds nothing, also at 100%, where the spread is zero.
        return 0.0 if abs(miss) < 1e-9 else miss * miss / max(1e-300, group.n * p * (1 - p))

    def score(log_ratio: float) -> float:
        theta = math.exp(log_ratio)
        a, c = (first.n + second.n) * theta, first.x + second.x
        b = -(theta * (first.n + second.x) + first.x + second.n)
        p2 = 2 * c / (-b + math.sqrt(max(0.0, b * b - 4 * a * c)))
        return part(first, theta * p2) + part(second, p2)

    def solve(inside: float, outside: float) -> float:
        for _ in range(200):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if score(middle) < limit else (inside, middle)
        return math.exp(inside)

    start = math.log(ratio) if 0 < ratio < math.inf else (40.0 if ratio else -40.0)
    low = solve(start, -60.0) if first.x else 0.0
    return {"ratio": ratio, "lower": low, "upper": solve(start, 60.0) if second.x else math.inf}


def _two_by_two(inputs: Mapping[str, Any]) -> tuple[Cases, Cases]:
    if "table" in inputs:
        (a, b), (c, d) = inputs["table"]
    elif "a" in inputs:
        a, b, c, d = (inputs[key] for key in "abcd")
    else:
        return Cases(inputs["x1"], inputs["n1"]), Cases(inputs["x2"], inputs["n2"])
    if min(a, b, c, d) < 0:
        raise ValueError("A count cannot be below zero.")
    return Cases(a, a + b), Cases(c, c + d)


def fisher_exact_two_sided(**inputs: Any) -> Answer:
    """Return Fisher's exact p-value."""
    return {"p_value": st.fisher_test(*_two_by_two(inputs)).two_sided}


def fisher_midp_two_sided(**inputs: Any) -> Answer:
    """Return Fisher's mid-P value."""
    return {"p_value": st.fisher_test(*_two_by_two(inputs)).mid_p}


def binom_exact_two_sided(x: Any, n: Any, p0: Any) -> Answer:
    """Return the exact binomial p-value."""
    test = st.binomial_test(x, n, p0=p0)
    return {"p_value": test.two_sided, "p_less": test.lower_tail, "p_greater": test.upper_tail}


def trend_cochran_armitage(x: Any, n: Any, score: Any) -> Answer:
    """Return the trend of a percentage."""
    trend = st.cochran_armitage(_pairs(x, n), score)
    return {**asdict(trend), "slope_sign": trend.direction}


def _gap_cases(given: Mapping[str, Any]) -> tuple[Cases, Cases, Cases, Cases]:
    names = ("bme_{}1", "white_{}1", "bme_{}2", "white_{}2")
    a, b, c, d = (Cases(given[name.format("x")], given[name.format("n")]) for name in names)
    return a, b, c, d


def gap_change_mover(conf: Any = 0.95, **given: Any) -> Answer:
    """Return the change of a gap with Newcombe's interval."""
    before, white, now, white_now = _gap_cases(given)
    change = st.gap_change(before, white, bme_now=now, white_now=white_now, conf=conf)
    return _limits(change, "change")


def gap_change_wald(conf: Any = 0.95, **given: Any) -> Answer:
    """Return the change of a gap with the plain normal interval; the product never uses it."""
    groups = _gap_cases(given)
    before, white, now, white_now = groups
    change = (now.rate - white_now.rate) - (before.rate - white.rate)
    se = math.sqrt(sum(group.rate * (1 - group.rate) / group.n for group in groups))
    if se == 0:
        raise ValueError("Nothing varies, so there is no interval.")
    reach, z = st.z_of(conf) * se, change / se
    test = {"se": se, "z": z, "p_value": st.two_sided_p(z)}
    return {"change": change, "lower": change - reach, "upper": change + reach, **test}


def ratio_change_log(conf: Any = 0.95, **given: Any) -> Answer:
    """Return the ratio now over the ratio before."""
    before, white, now, white_now = _gap_cases(given)
    found = st.ratio_change(before, white, first_now=now, second_now=white_now, conf=conf)
    names = ("ratio_change", "change", "ratio", "ratio_of_ratios", "rr_ratio")
    return {
        **dict.fromkeys(names, found.estimate.value),
        **_limits(found.estimate, "value"),
        "z": found.z,
        "p_value": found.p_value,
        "rr1": found.before,
        "rr2": found.now,
    }


def gap_trend_wls(year: Any, gap: Any, se: Any) -> Answer:
    """Return the weighted line through gaps."""
    return asdict(st.weighted_line(year, gap, errors=se))


def years_to_parity(year: Any, gap: Any, se: Any, conf: Any = 0.95) -> Answer:
    """Return years until the line reaches zero."""
    found = st.years_to_parity(st.weighted_line(year, gap, errors=se), conf=conf)
    low = found.interval.low if found.interval else None
    high = found.interval.high if found.interval else None
    return {"years": found.years, "lower": low, "upper": high, "bounded": found.bounded}


def benjamini_hochberg(p: Any) -> Answer:
    """Return adjusted p-values."""
    adjusted = st.benjamini_hochberg(p)
    kept = sum(1 for value in adjusted if value <= 0.05)
    return {"adjusted": list(adjusted), "n_adjusted_le_0_05": kept}


def poisson_ci_phe(x: Any, conf: Any = 0.95) -> Answer:
    """Return the interval of a count."""
    return _limits(st.poisson_interval(x, conf=conf), "value")


def poisson_exact_ci(x: Any, conf: Any = 0.95) -> Answer:
    """Return the exact interval of a count."""
    return _limits(st.poisson_exact(x, conf=conf), "value")


def standardised_ratio(observed: Any, expected: Any, conf: Any = 0.95) -> Answer:
    """Return observed over expected."""
    return _limits(st.standardised_ratio(observed, expected, conf=conf), "value")


def funnel_limits_proportion(centre: Any, n: Any) -> Answer:
    """Return the funnel limits."""
    limits = st.funnel_limits(centre, n)
    return {
        "lower95": limits.warning.low,
        "upper95": limits.warning.high,
        "lower998": limits.action.low,
        "upper998": limits.action.high,
    }


def funnel_classification(x: Any, n: Any, centre: Any) -> Answer:
    """Return the place in the funnel."""
    return {"label": st.funnel_position(x, n, centre=centre).value}


def overdispersion_arcsine(x: Any, n: Any, centre: Any = None, **_: Any) -> Answer:
    """Return overdispersion of several organisations."""
    return asdict(st.overdispersion(_pairs(x, n), centre, fewest=2))


def direct_standardised_proportion(x: Any, n: Any, weights: Any) -> Answer:
    """Return a standardised percentage."""
    return asdict(st.direct_standardised(_pairs(x, n), weights))


def kitagawa_gap(bme_x: Any, bme_n: Any, white_x: Any, white_n: Any) -> Answer:
    """Return the two parts of a gap."""
    return asdict(st.kitagawa(_pairs(bme_x, bme_n), _pairs(white_x, white_n)))


def kitagawa_rates(**given: Any) -> Answer:
    """Return the two parts of a gap from shares and rates, whatever the two groups are called."""
    rates = [key for key in given if "rate" in key]
    mixes = [key for key in given if key not in rates]
    first, second = (sorted(keys, key=_is_second) for keys in (rates, mixes))
    split = st.kitagawa_rates(
        given[second[0]],
        given[first[0]],
        white_mix=given[second[1]],
        white_rates=given[first[1]],
    )
    return asdict(split)


def _is_second(key: str) -> bool:
    return "white" in key or key.endswith(("2", "_b"))


def mantel_haenszel(bme_x: Any, bme_n: Any, white_x: Any, white_n: Any, conf: Any = 0.95) -> Answer:
    """Return ratios pooled over bands."""
    found = st.mantel_haenszel(_pairs(bme_x, bme_n), _pairs(white_x, white_n), conf=conf)
    ratio = found.risk_ratio
    limits = {"rr": ratio.value, "rr_lower": ratio.low, "rr_upper": ratio.high}
    return {**limits, "or": found.odds_ratio, "rd": found.risk_difference}


def disparity_ratio(
    white_lower: Any, white_upper: Any, bme_lower: Any, bme_upper: Any, conf: Any = 0.95
) -> Answer:
    """Return the disparity ratio."""
    found = st.disparity_ratio(
        white_lower, white_upper, bme_lower=bme_lower, bme_upper=bme_upper, conf=conf
    )
    marks = {"approximate": found.approximate, "small_numbers": found.small_numbers}
    return {**_limits(found.estimate, "ratio"), **marks}


def power_two_prop_equal_n(n_per_group: Any, p1: Any, p2: Any, alpha: Any = 0.05) -> Answer:
    """Return the power of two equal groups."""
    return power_two_prop(p1=p1, n1=n_per_group, p2=p2, n2=n_per_group, alpha=alpha)


def power_two_prop(p1: Any, n1: Any, p2: Any, n2: Any, alpha: Any = 0.05) -> Answer:
    """Return the power of two groups."""
    return {"power": st.power_two_proportions(p1, n1, p2=p2, n2=n2, alpha=alpha)}


def n_per_group_two_prop(p1: Any, p2: Any, power: Any = 0.8, alpha: Any = 0.05) -> Answer:
    """Return the base each group needs, as a decimal."""
    base = st.base_needed(p1, p2, power=power, alpha=alpha)
    return {"n": base, "n_per_group": base, "n_rounded_up": math.ceil(base)}


def mdc_two_prop_equal_n(power: Any = 0.8, alpha: Any = 0.05, **given: Any) -> Answer:
    """Return the smallest rise the pooled test of two equal groups would notice."""
    share = next(given[key] for key in ("p1", "p", "baseline", "p0") if key in given)
    base = next(given[key] for key in ("n_per_group", "n", "n1") if key in given)

    def found(p2: float) -> bool:
        found_this_often = st.power_two_proportions(share, base, p2=p2, n2=base, alpha=alpha)
        return bool(found_this_often >= power)

    low, high = share, 1.0
    if not found(high):
        raise ValueError("Even a rise to 100% would be missed.")
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (low, middle) if found(middle) else (middle, high)
    rise = high - share
    return {"mdc": rise, "difference": rise, "delta": rise, "p2": high}


def headcount_to_parity(x: Any, n: Any, target: Any) -> Answer:
    """Return posts to a target."""
    return asdict(st.headcount_to_parity(x, n, target=target))


def xmr_limits(values: Any, screen_outliers: Any = True) -> Answer:
    """Return the limits of a run of figures."""
    found = st.xmr_limits(values, screen_outliers=screen_outliers)
    return {"mean": found.mean, "lower": found.limits.low, "upper": found.limits.high}


def _flags(flags: Sequence[int]) -> Answer:
    return {key: list(flags) for key in ("flags", "flag", "signal", "result", "values")}


def spc_seven_point_trend(**given: Any) -> Answer:
    """Return where seven points in a row rise or fall."""
    return _flags(st.seven_point_trend(next(iter(given.values()))))


def spc_seven_one_side(**given: Any) -> Answer:
    """Return where seven points in a row lie on one side of the mean."""
    name, points = next(iter(given.items()))
    if name not in ("values", "y"):
        return _flags(st.seven_one_side(points))
    mean = given.get("mean", sum(points) / len(points) if points else 0)
    return _flags(st.seven_one_side([(one > mean) - (one < mean) for one in points]))


def spc_two_of_three(**given: Any) -> Answer:
    """Return where two of three points are near a limit."""
    sides = next((v for k, v in given.items() if "mean" in k or "side" in k), None)
    near = next(v for k, v in given.items() if v is not sides)
    return _flags(st.two_of_three(near, sides if sides is not None else [1] * len(near)))


def ratio_rounding_range(p1_percent: Any, p2_percent: Any, decimals: Any = 1) -> Answer:
    """Return what rounding leaves open."""
    return asdict(st.ratio_rounding_range(p1_percent, p2_percent, decimals=decimals))


def diff_vs_benchmark_including_self(
    x: Any, n: Any, benchmark_x: Any, benchmark_n: Any, conf: Any = 0.95
) -> Answer:
    """Return an organisation against a benchmark that counts it."""
    gap = st.gap_against_whole(Cases(x, n), Cases(benchmark_x, benchmark_n), conf=conf)
    return _limits(gap, "diff")


def kish_deff(weights: Any) -> Answer:
    """Return the design effect of weights."""
    base = st.effective_base(weights)
    return {"deff": st.design_effect(weights), "n_eff": base, "neff": base}


def se_proportion_fpc(n: Any, p: Any = None, x: Any = None, **given: Any) -> Answer:
    """Return a standard error with the finite population factor."""
    population = next(given[key] for key in ("N", "population", "n_population") if key in given)
    rate = p if p is not None else Cases(x, n).rate
    return {"se": st.standard_error_fpc(rate, n, population=population)}


ADAPTERS: dict[str, Callable[..., Answer]] = {
    **{
        function.__name__: function
        for function in (
            wilson_ci,
            one_sample_score,
            diff_ci_newcombe,
            two_prop_score_test,
            ratio_ci_mover_wilson,
            ratio_ci_katz_log,
            ratio_ci_koopman,
            fisher_exact_two_sided,
            fisher_midp_two_sided,
            binom_exact_two_sided,
            trend_cochran_armitage,
            gap_change_mover,
            gap_change_wald,
            ratio_change_log,
            gap_trend_wls,
            years_to_parity,
            benjamini_hochberg,
            poisson_ci_phe,
            poisson_exact_ci,
            standardised_ratio,
            funnel_limits_proportion,
            funnel_classification,
            overdispersion_arcsine,
            direct_standardised_proportion,
            kitagawa_gap,
            kitagawa_rates,
            mantel_haenszel,
            disparity_ratio,
            power_two_prop_equal_n,
            power_two_prop,
            n_per_group_two_prop,
            mdc_two_prop_equal_n,
            headcount_to_parity,
            xmr_limits,
            spc_seven_point_trend,
            spc_seven_one_side,
            spc_two_of_three,
            ratio_rounding_range,
            diff_vs_benchmark_including_self,
            kish_deff,
            se_proportion_fpc,
        )
    },
    **{
        rule.__name__: rule
        for rule in (
            concern_rules.flag_worse_than_benchmark,
            concern_rules.flag_trend_in_decline,
            concern_rules.flag_differential_opening,
        )
    },
}


def agrees(got: Any, expected: Any, tol: Mapping[str, float]) -> bool:
    """Return whether a value is as near the expected one as the vector's tolerance asks."""
    if isinstance(expected, list | tuple):
        same = isinstance(got, list | tuple) and len(got) == len(expected)
        return same and all(agrees(a, b, tol) for a, b in zip(got, expected, strict=True))
    if isinstance(expected, str) and expected.lstrip("-") == "Infinity":
        expected = float(expected.replace("Infinity", "inf"))
    if expected is None or isinstance(expected, str | bool) or got is None:
        return bool(got == expected)
    if isinstance(got, str):
        return False
    if math.isinf(expected) or math.isinf(got):
        return bool(got == expected)
    return bool(
        abs(got - expected) <= max(tol.get("abs", 0.0), tol.get("rel", 0.0) * abs(expected))
    )


def failure(vector: Mapping[str, Any]) -> str | None:
    """Return what is wrong with the answer to one vector, or None when it agrees."""
    expected, tol = vector["expected"], vector.get("tol", {})
    if vector["fn"] not in ADAPTERS:
        return "no adapter"
    try:
        got = ADAPTERS[vector["fn"]](**vector["inputs"])
    except (NotComputable, ValueError) as refusal:
        undefined = expected.get("error") or all(value is None for value in expected.values())
        return None if undefined else f"refused: {refusal}"
    except (AttributeError, ImportError, TypeError, KeyError) as broken:
        return f"{type(broken).__name__}: {broken}"
    if expected.get("error"):
        return None if next(iter(got.values())) is None else f"not refused: {got}"
    wrong = {
        key: (got.get(key, "no such key"), value)
        for key, value in expected.items()
        if not agrees(got.get(key, "no such key"), value, tol)
    }
    return f"(got, expected) {wrong}" if wrong else None


def load(path: Path) -> list[dict[str, Any]]:
    """Return the vectors of a file."""
    vectors: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["vectors"]
    return vectors


def main(path: str) -> int:
    """Return 0 if every vector of the file passes, else 1; prints the ones that do not."""
    failures = {vector["id"]: failure(vector) for vector in load(Path(path))}
    wrong = {name: reason for name, reason in failures.items() if reason is not None}
    for name, reason in wrong.items():
        print(f"{name}: {reason}")
    print(f"{len(failures) - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
