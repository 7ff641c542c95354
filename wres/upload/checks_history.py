"""Checks against the years before: jumps, turned signs, figures copied forward.

The years before come from the file itself, or from what is held already.
"""

from __future__ import annotations

import numpy as np

from wres.indicators import SURVEY_INDICATORS
from wres.statistics import Cases, pooled_score_test, z_of
from wres.terms import EthnicGroup
from wres.upload.asking import among_all, on_few
from wres.upload.checking import CheckResult, Upload, look_at, on_lines, passed, warned
from wres.upload.figure_arrays import GROUPS, At, Bools, Floats, Ints, lines_at
from wres.upload.figures import Figure
from wres.upload.grouping import base_of, others_of, share_of

TENFOLD = 10.0
SMALLEST_HEADCOUNT = 50
EARLIER_YEARS = 5
# One figure in a thousand moves this far by chance; smaller changes are not worth a question.
_CHANCE = 0.001
# Far more than the last digits in which one way to work out a test differs from another.
_SURE = 1e-6
_SMALLEST_JUMP = 0.05
_JUMP_WITHOUT_BASES = 0.1
_MERGER = 1.2
_IMPLAUSIBLE = 2.0
_LEAST_COPIED = 4
_FLIP_SLACK = 0.1
_TWO_SIGNS = 2
_RATIOS_FINE = "Ratios lie on the side of 1 they did."


@among_all
def check_jump(upload: Upload) -> CheckResult:
    """No survey figure moves further from one year to the next than chance and habit allow."""
    name, arrays, known = "jump", upload.arrays, upload.known
    before, now = _survey_years(upload)
    is_jump = _are_jumps(upload, before, now)
    before, now = before[is_jump], now[is_jump]
    if not len(now):
        return passed(name, "No figure jumps from one year to the next.")
    first = int(np.argmax(np.abs(arrays.share[now] - known.share[before])))
    figure, was = upload.figures[int(now[first])], float(known.share[before[first]])
    there, here = _headcounts(upload)
    grown = arrays.year_of[here[_times(upload, there, here) > _MERGER]]
    is_merged = bool(np.isin(arrays.year_of[now[first]], grown))
    cause = "; the workforce changed by more than a fifth too, as after a merger" * is_merged
    lines = lines_at(arrays, now)
    return warned(
        name,
        f"{on_lines(lines)}: indicator {figure.indicator} moves by "
        f"{100 * abs((share_of(figure) or 0.0) - was):z.1f} points in a year, from "
        f"{100 * was:z.1f}% to {100 * (share_of(figure) or 0):z.1f}%{cause}.",
        lines=lines,
        fix="Check the figure, its group and its year against the source.",
    )


@among_all
def check_direction_against_history(upload: Upload) -> CheckResult:
    """No survey figure is what is left to 100% of the year before."""
    arrays = upload.arrays
    before, now = _survey_years(upload)
    is_turned = _look_turned(upload.known.share[before], arrays.share[now])
    is_turned &= ~is_small(arrays.base[now])
    return look_at(
        "direction_against_history",
        upload.chosen(now[is_turned]),
        said=lambda f: (
            f"indicator {f.indicator} is {100 * (share_of(f) or 0):z.1f}%, about what is left to "
            "100% of the year before"
        ),
        fine="No figure is turned round against the year before.",
        fix="Some exports give the share who said no or never; give the share who said yes.",
    )


@on_few
def check_ratio_against_history(upload: Upload) -> CheckResult:
    """No relative likelihood stands on the other side of 1 from every year before."""
    arrays, known = upload.arrays, upload.known
    ratios = arrays.ratios
    if not len(ratios):
        return passed("ratio_against_history", _RATIOS_FINE)
    backs = range(1, EARLIER_YEARS + 1)
    earlier = [known.comparable(ratios, back) for back in backs]
    values = np.array([np.where(at < 0, np.nan, known.share[at]) for at in earlier]).T
    # A ratio of nought says nothing, and no number is none that is known.
    sides = [[value for value in row if value > 0] for row in values.tolist()]
    found = [
        at
        for at, side in zip(ratios.tolist(), sides, strict=True)
        if _is_upside_down(upload, upload.figures[at], side)
    ]
    return look_at(
        "ratio_against_history",
        [upload.figures[at] for at in found],
        said=lambda f: (
            f"the ratio “{f.printed.text}” of indicator {f.indicator} lies on the other side of 1 "
            "from other years or nearly every trust, and upside down it would fit"
        ),
        fine=_RATIOS_FINE,
        fix="Indicators 2 and 4 are White to BME, indicator 3 is BME to White; check which is on "
        "top.",
    )


@on_few
def check_headcount_jump(upload: Upload) -> CheckResult:
    """The workforce is within a fifth of what it was the year before."""
    there, here = _headcounts(upload)
    times = _times(upload, there, here)
    return look_at(
        "headcount_jump",
        upload.chosen(here[(times > _MERGER) & (times <= _IMPLAUSIBLE)]),
        said=lambda f: (
            f"the workforce of {base_of(f):,} is more than a fifth away from the year before, as "
            "after a merger"
        ),
        fine="The workforce is about what it was.",
        fix="If organisations merged, say so in the reason; otherwise check the count.",
    )


@on_few
def check_headcount_implausible(upload: Upload) -> CheckResult:
    """The workforce has not doubled or halved in a year."""
    there, here = _headcounts(upload)
    return look_at(
        "headcount_implausible",
        upload.chosen(here[_times(upload, there, here) > _IMPLAUSIBLE]),
        said=lambda f: (
            f"a workforce of {base_of(f):,} is more than double, or less than half, of the year "
            "before"
        ),
        fine="The workforce has not doubled or halved.",
        fix="A division, or a whole system, may stand in the place of the trust; check the count.",
    )


@among_all
def check_response_jump(upload: Upload) -> CheckResult:
    """The number who answered the survey has not doubled or halved in a year."""
    before, now = _survey_years(upload)
    is_jump = _are_enough(upload, before, now) & (_times(upload, before, now) > _IMPLAUSIBLE)
    return look_at(
        "response_jump",
        upload.chosen(now[is_jump]),
        said=lambda f: (
            f"{base_of(f):,} people answered, more than double or less than half of the year before"
        ),
        fine="About as many people answered as the year before.",
        fix="A move from a sample to everybody is an honest reason; otherwise check the base.",
    )


@among_all
def check_copied_forward(upload: Upload) -> CheckResult:
    """The figures of a year are not those of the year before again."""
    before, now = upload.known.year_before(upload.arrays.every)
    year_of = upload.arrays.year_of[now]
    others = np.bincount(year_of[~_are_same(upload, before, now)], minlength=len(upload.figures))
    enough = np.bincount(year_of, minlength=len(upload.figures)) >= _LEAST_COPIED
    is_copied = ((others == 0) & enough)[year_of]
    in_turn = np.argsort(year_of[is_copied], kind="stable")
    return look_at(
        "copied_forward",
        upload.chosen(now[is_copied][in_turn]),
        said=lambda f: (
            f"every figure of {f.terms.org_text} for WRES year {f.wres_year} is the same as the "
            "year before"
        ),
        fine="No year repeats the year before.",
        fix="Last year’s figures may have been sent again under a new year; check the file.",
    )


def _survey_years(upload: Upload) -> tuple[At, At]:
    return upload.known.year_before(upload.arrays.of(SURVEY_INDICATORS))


def _headcounts(upload: Upload) -> tuple[At, At]:
    arrays = upload.arrays
    workforce = arrays.of((1,))
    is_bme = arrays.group[workforce] == GROUPS[EthnicGroup.BME]
    there, here = upload.known.year_before(workforce[arrays.is_whole[workforce] & is_bme])
    enough = _are_enough(upload, there, here)
    return there[enough], here[enough]


def _are_enough(upload: Upload, before: At, now: At) -> Bools:
    fewest = np.minimum(upload.known.base[before], upload.arrays.base[now])
    return np.asarray(fewest >= SMALLEST_HEADCOUNT, dtype=np.bool_)


def is_small(base: Ints) -> Bools:
    """Return which bases are given, and too small for a gap to be told from chance."""
    return np.asarray((base > 0) & (base < SMALLEST_HEADCOUNT), dtype=np.bool_)


def _times(upload: Upload, before: At, now: At) -> Floats:
    """How many times as many people the larger of two bases has; 1 stands for none given."""
    there = np.maximum(upload.known.base[before], 1)
    here = np.maximum(upload.arrays.base[now], 1)
    return np.asarray(np.maximum(there, here) / np.minimum(there, here), dtype=np.float64)


def is_tenfold(before: Floats, now: Floats) -> Bools:
    """Return which figures are ten times those before or more, or a tenth or less; none of zero."""
    with np.errstate(divide="ignore", invalid="ignore"):
        over = now / before
    within = (over > 1 / TENFOLD) & (over < TENFOLD)
    return np.asarray((before != 0) & (now != 0) & ~within, dtype=np.bool_)


def looks_turned(before: float | None, now: float | None) -> bool:
    """Return whether a proportion is about what another leaves to one, and far from it."""
    if before is None or now is None:
        return False
    return bool(_look_turned(np.array([before]), np.array([now]))[0])


def _look_turned(before: Floats, now: Floats) -> Bools:
    is_far = np.abs(now - before) >= 3 * _FLIP_SLACK
    return np.asarray(is_far & (np.abs(1 - before - now) < _FLIP_SLACK), dtype=np.bool_)


def _are_jumps(upload: Upload, before: At, now: At) -> Bools:
    was, value = upload.known.share[before], upload.arrays.share[now]
    there, here = upload.known.base[before], upload.arrays.base[now]
    moved = np.abs(value - was)
    may_be = (moved >= _SMALLEST_JUMP) & ~_look_turned(was, value) & ~is_tenfold(was, value)
    has_bases = (there > 0) & (here > 0)
    found = may_be & ~has_bases & (moved >= _JUMP_WITHOUT_BASES)
    tested = np.flatnonzero(may_be & has_bases)
    found[tested] = stand_clear(was[tested], there[tested], now=value[tested], here=here[tested])
    return np.asarray(found, dtype=np.bool_)


def stand_clear(was: Floats, there: Ints, *, now: Floats, here: Ints) -> Bools:
    """Return which shares moved further than one in a thousand does by chance.

    All are tested at once; one that is at the very limit is tested again as it is everywhere else.
    """
    first, second = np.rint(now * here), np.rint(was * there)
    pooled = (first + second) / (here + there)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(pooled * (1 - pooled) * (1 / here + 1 / there))
        z = np.abs(first / here - second / there) / error
    limit = z_of(1 - _CHANCE)
    found = z > limit
    for at in np.flatnonzero(np.abs(z - limit) < _SURE):
        one, other = Cases(first[at], int(here[at])), Cases(second[at], int(there[at]))
        found[at] = pooled_score_test(one, other).p_value < _CHANCE
    return np.asarray(found, dtype=np.bool_)


def _are_same(upload: Upload, before: At, now: At) -> Bools:
    arrays, known = upload.arrays, upload.known
    is_counted = known.has_top[before] & arrays.is_counted[now]
    counts = (known.top[before] == arrays.top[now]) & (known.base[before] == arrays.base[now])
    near = np.abs(arrays.share[now] - known.share[before]) < 1e-9
    return np.where(is_counted, counts, near)


def _is_upside_down(upload: Upload, figure: Figure, known: list[float]) -> bool:
    """Whether a ratio is on the other side of 1 than ``known``, what it was in earlier years."""
    value = figure.value
    if not value or value <= 0 or figure.wres_year is None or 0.8 < value < 1.25:
        return False
    if len(known) < _TWO_SIGNS:
        known = list(others_of(figure, upload.ranges)) if not known else []
        known = known if len(known) >= TENFOLD else []
    side = [v for v in known if v and (v > 1) != (value > 1)]
    if not known or len(side) < 0.9 * len(known):
        return False
    middle = sorted(known)[len(known) // 2]
    return abs(1 / value - middle) < abs(value - middle)
