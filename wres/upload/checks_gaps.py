"""Checks of gaps against other years: which of BME and White is worse off seldom turns round."""

from __future__ import annotations

import numpy as np

from wres.indicators import SURVEY_INDICATORS
from wres.upload.asking import among_all
from wres.upload.checking import CheckResult, Upload, look_at, on_lines, passed, warned
from wres.upload.checks_history import EARLIER_YEARS, is_small
from wres.upload.figure_arrays import At, Bools, Floats, lines_at

_TWO_SIGNS = 2
_SIGN_POINTS = 0.02
_REST_SLACK = 0.005 + 1e-9
_TURNED_POINTS = 0.05


@among_all
def check_turned_from_last_year(upload: Upload) -> CheckResult:
    """No pair is 100 less last year's, and no gap turns round by five points, whatever changed."""
    bme, white = _survey_pairs(upload)
    return look_at(
        "turned_from_last_year",
        upload.chosen(bme[_have_turned(upload, bme, white)]),
        said=lambda f: (
            f"on indicator {f.indicator} both figures are what is left to 100% of the year before. "
            "Or the gap has turned by more than five points"
        ),
        fine="No pair of figures is turned round from the year before.",
        fix="Check that the figures are of those who said yes, and that the groups are not "
        "swapped. The new way of working out indicator 7 does not turn them round.",
    )


@among_all
def check_swapped_against_history(upload: Upload) -> CheckResult:
    """The gaps between BME and White point the way they did in every other year."""
    name, arrays = "swapped_against_history", upload.arrays
    bme, white = _survey_pairs(upload)
    turned, steady = _sides(upload, bme, white)
    year_of, many = arrays.year_of[bme], len(arrays)
    turns = np.bincount(year_of[turned], minlength=many)
    is_told = (turns >= _TWO_SIGNS) & (np.bincount(year_of[steady], minlength=many) == 0)
    found = turned & is_told[year_of]
    if not found.any():
        return passed(name, "Gaps point the way they did in other years.")
    lines = lines_at(arrays, bme[found])
    return warned(
        name,
        f"{on_lines(lines)}: the gap between BME and White points the other way "
        f"on {np.count_nonzero(found)} indicators than in every other year known.",
        lines=lines_at(arrays, bme[found], white[found]),
        fix="Check that BME and White have not been swapped.",
    )


def _survey_pairs(upload: Upload) -> tuple[At, At]:
    bme, white = upload.arrays.pairs
    is_asked = np.isin(upload.arrays.indicator[bme], SURVEY_INDICATORS)
    return bme[is_asked], white[is_asked]


def _have_turned(upload: Upload, bme: At, white: At) -> Bools:
    arrays = upload.arrays
    was = [_value_in(upload, side, 1, whatever=True) for side in (bme, white)]
    now = [arrays.share[side] for side in (bme, white)]
    # Where one of the four is not known nothing can be told, and no comparison holds.
    rest = [np.abs(1 - b - v) <= _REST_SLACK for b, v in zip(was, now, strict=True)]
    # Figures near a half are what is left to a whole of themselves.
    far = [np.abs(b - v) > 3 * _REST_SLACK for b, v in zip(was, now, strict=True)]
    gap_before, gap = was[0] - was[1], now[0] - now[1]
    is_turned = (gap_before * gap < 0) & (np.abs(gap - gap_before) > _TURNED_POINTS)
    is_rest = rest[0] & rest[1] & (far[0] | far[1])
    is_told = ~(is_small(arrays.base[bme]) | is_small(arrays.base[white]))
    return np.asarray(is_told & (is_rest | is_turned), dtype=np.bool_)


def _sides(upload: Upload, bme: At, white: At) -> tuple[Bools, Bools]:
    """Which gaps point against every other year known, and which point as one of them does."""
    shares = upload.arrays.share
    now = np.nan_to_num(shares[bme]) - np.nan_to_num(shares[white])
    is_gap = (np.abs(now) >= _SIGN_POINTS) & (upload.arrays.wres_year[bme] > 0)
    against, along = np.zeros((2, len(bme)), dtype=np.bool_)
    for back in range(1, EARLIER_YEARS + 1):
        gap = _value_in(upload, bme, back) - _value_in(upload, white, back)
        is_told = is_gap & (np.abs(gap) >= _SIGN_POINTS)
        along |= is_told & (gap * now > 0)
        against |= is_told
    return against & ~along, along


def _value_in(upload: Upload, figures: At, back: int, *, whatever: bool = False) -> Floats:
    """The same figures so many years before; ``whatever`` changed in between, if asked for."""
    known = upload.known
    at = (known.in_year if whatever else known.comparable)(figures, back)
    values = known.share[at]
    # A figure that was given without a value is read as none in a gap, and is not known otherwise.
    return np.where(at < 0, np.nan, values if whatever else np.nan_to_num(values))
