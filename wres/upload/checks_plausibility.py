"""Checks of sense: figures that can be true, and seldom are. None of these stops an upload."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from wres.indicators import INDICATORS, POSTS_INDICATORS, Polarity
from wres.organisations import ENGLAND
from wres.terms import EthnicGroup
from wres.upload.asking import among_all, on_few, tells_only
from wres.upload.checking import (
    CheckResult,
    Upload,
    count_of,
    on_lines,
    passed,
    quoted,
    warned,
)
from wres.upload.checks_history import is_tenfold
from wres.upload.checks_patterns import coded_missing
from wres.upload.figure_arrays import GROUPS, Bools, Floats, Ints, in_order, lines_at, together
from wres.upload.figures import Figure
from wres.upload.grouping import share_of

HIGHEST_USUAL_RATIO = 5.0
# On these BME staff nearly always report worse; far better usually means swapped columns.
SWAP_INDICATORS = (5, 6, 8)
SWAP_POINTS = 0.05
SMALL_BASE = 11
_BOARD = 9
# Fewer values than this can be equal by chance.
LEAST_FOR_CONSTANT = 6
_LOWER_IS_BETTER = {i.number for i in INDICATORS if i.polarity is Polarity.LOW_IS_GOOD}


@tells_only
@on_few
def check_left_out(upload: Upload) -> CheckResult:
    """Total rows and single ethnic groups are left out and named, not added to the figures."""
    name = "left_out"
    left_out = [f for f in upload.left_out if not f.is_unlisted]
    if not left_out:
        return passed(name, "No row was left out.")
    texts = [_left_out_as(f) for f in left_out]
    many = len({f.line for f in left_out})
    verb = "was" if many == 1 else "were"
    return warned(
        name,
        f"{count_of(many, 'row')} {verb} left out: {quoted(texts)} is a total, or only part of BME "
        "or White.",
        lines=(f.line for f in left_out),
        fix="Nothing to do if BME and White have rows of their own.",
    )


def _left_out_as(figure: Figure) -> str:
    keys, org = figure.draft.keys, figure.organisation
    if figure.terms.is_detailed:
        return keys.ethnic_group
    # A row of one trust is no total of trusts; its indicator is the word that says so.
    is_total_of_trusts = org is None or org.code == ENGLAND
    return (figure.terms.org_text if is_total_of_trusts else "") or keys.indicator


@on_few
def check_ratio_size(upload: Upload) -> CheckResult:
    """No relative likelihood is above 5 or below one fifth."""
    name = "ratio_size"
    high = [f for f in upload.figures if f.is_ratio and f.value and _is_extreme(f.value)]
    if not high:
        return passed(name, "No ratio is unusually large or small.")
    return warned(
        name,
        f"{on_lines(f.line for f in high)}: a relative likelihood of "
        f"{quoted(f.printed.text for f in high)} is very unusual.",
        lines=(f.line for f in high),
        fix="Check the decimal point, and which group stands on top.",
    )


@among_all
def check_tenfold_jump(upload: Upload) -> CheckResult:
    """No figure is ten times the same figure of the year before, or a tenth of it."""
    name = "tenfold_jump"
    arrays, known = upload.arrays, upload.known
    before, now = known.year_before(arrays.every)
    is_jump = is_tenfold(known.share[before], arrays.share[now])
    # Small bands swing widely and honestly; a tenfold jump only says something of a rate.
    is_jump &= ~np.isin(arrays.indicator[now], POSTS_INDICATORS)
    before, now = before[is_jump], now[is_jump]
    if not len(now):
        return passed(name, "No figure jumps tenfold from one year to the next.")
    after, value = upload.figures[int(now[0])], float(known.share[before[0]])
    earlier = f"{value:z.2f}" if after.is_ratio else f"{100 * value:z.1f}%"
    in_file = before[before < len(arrays)]
    return warned(
        name,
        f"{on_lines(lines_at(arrays, now))}: indicator {after.indicator} goes from "
        f"{earlier} to {_shown(after)} in a year.",
        lines=lines_at(arrays, in_file, now),
        fix="Check for a shifted decimal point or another scale.",
    )


@on_few
def check_constant_column(upload: Upload) -> CheckResult:
    """No column of figures holds one value all the way down."""
    name = "constant_column"
    columns: dict[int, list[float]] = defaultdict(list)
    for figure in upload.figures:
        if figure.value is not None:
            columns[figure.draft.column].append(figure.value)
    flat = [
        upload.reading.header[position]
        for position, values in columns.items()
        if position >= 0 and len(values) >= LEAST_FOR_CONSTANT and len(set(values)) == 1
    ]
    if not flat:
        return passed(name, "No column holds one value throughout.")
    return warned(
        name,
        f"The column {quoted(flat)} holds the same figure in every row.",
        fix="An export that failed can fill a column with one value; check it at the source.",
    )


@among_all
def check_swapped_groups(upload: Upload) -> CheckResult:
    """BME results are not far better than White ones on indicators 5, 6 and 8."""
    name = "swapped_groups"
    arrays = upload.arrays
    bme, white = arrays.pairs
    points = arrays.share[white] - arrays.share[bme]
    is_asked = np.isin(arrays.indicator[bme], SWAP_INDICATORS) & ~np.isnan(points)
    bme, white, points = bme[is_asked], white[is_asked], points[is_asked]
    return_of = in_order(arrays.year_of[bme])
    swapped = np.flatnonzero(_look_swapped(return_of, points)[return_of])
    if not len(swapped):
        return passed(name, "No sign that BME and White were swapped.")
    swapped = swapped[together(return_of[swapped])]
    first = swapped[np.argmax(points[swapped])]
    worse, better = (upload.figures[int(side[first])] for side in (bme, white))
    return warned(
        name,
        f"{on_lines(lines_at(arrays, bme[swapped]))}: on indicator {worse.indicator} BME is "
        f"{_shown(worse)} and White {_shown(better)}, the other way round from nearly every trust.",
        lines=lines_at(arrays, bme[swapped], white[swapped]),
        fix="Check that the columns for BME and White have not been swapped.",
    )


@among_all
def check_direction(upload: Upload) -> CheckResult:
    """Harassment and discrimination are given as those who had it, not those who did not."""
    name = "direction"
    arrays = upload.arrays
    at = arrays.of(_LOWER_IS_BETTER)
    at = at[arrays.share[at] > 0.7]
    # A code for missing stands without counts.
    if not arrays.is_counted[at].all():
        coded = {id(f) for f in coded_missing(upload)}
        at = np.array([a for a in at if id(upload.figures[a]) not in coded], dtype=np.intp)
    if not len(at):
        return passed(name, "No sign that a direction is flipped.")
    first, lines = upload.figures[int(at[0])], lines_at(arrays, at)
    return warned(
        name,
        f"{on_lines(lines)}: {_shown(first)} on indicator {first.indicator} "
        "would be far above any trust.",
        lines=lines,
        fix="Some exports give the share who said no or never; give the share who said yes.",
    )


@tells_only
@among_all
def check_both_groups(upload: Upload) -> CheckResult:
    """Every figure for BME has one for White beside it, and the other way round."""
    name = "both_groups"
    places = upload.arrays.places
    bme, white = (places[:, GROUPS[g]] >= 0 for g in (EthnicGroup.BME, EthnicGroup.WHITE))
    alone = places[bme != white]
    if not len(alone):
        return passed(name, "BME and White stand side by side.")
    lines = lines_at(upload.arrays, alone[alone >= 0])
    return warned(
        name,
        f"{on_lines(lines)}: a figure for one of BME and White without the other, "
        "so no gap can be given.",
        lines=lines,
        fix="Add the row for the other group.",
    )


@tells_only
@among_all
def check_small_bases(upload: Upload) -> CheckResult:
    """Figures about fewer than eleven people are named: they will be hidden when shown.

    Members of a board hold public office: who they are is published, and nothing is hidden.
    """
    name = "small_bases"
    arrays = upload.arrays
    is_small = (arrays.base > 0) & (arrays.base < SMALL_BASE) & (arrays.indicator != _BOARD)
    small = np.flatnonzero(is_small)
    if not len(small):
        return passed(name, f"No figure is about fewer than {SMALL_BASE} people.")
    verb = "is" if len(small) == 1 else "are"
    return warned(
        name,
        f"{count_of(len(small), 'figure')} {verb} about fewer than {SMALL_BASE} people.",
        lines=lines_at(arrays, small),
        fix="They can be stored; pages hide or merge them so that nobody can be recognised.",
    )


@tells_only
@among_all
def check_indicator_7_basis(upload: Upload) -> CheckResult:
    """Where indicator 7 is given, its basis in each year is said: it changed in 2021 and 2025."""
    name = "indicator_7_basis"
    arrays = upload.arrays
    (given,) = np.nonzero(arrays.indicator == 7)
    years = set(np.unique(arrays.survey_year[given]).tolist()) - {0}
    if not years:
        return passed(name, "Indicator 7 is not in the file.")
    parts = {(y >= 2021) + (y >= 2025) for y in years}
    if len(parts) == 1:
        return passed(name, "Indicator 7 is on one basis in every year of the file.")
    return warned(
        name,
        "Indicator 7 was worked out in other ways before survey 2021 and from survey 2025. So its "
        "years are kept apart.",
        lines=lines_at(arrays, given),
        fix="Nothing to do, unless all years were worked out anew. Then upload them as one basis.",
    )


def _is_extreme(value: float) -> bool:
    return value > HIGHEST_USUAL_RATIO or value < 1 / HIGHEST_USUAL_RATIO


def _look_swapped(return_of: Ints, points: Floats) -> Bools:
    """Which returns look swapped, of the number of each pair's return and the points it is better.

    Swapped columns turn every pair round; a trust that does well on one indicator does not.
    """
    many = int(return_of.max()) + 1 if len(return_of) else 0
    least, most = np.full(many, np.inf), np.full(many, -np.inf)
    np.minimum.at(least, return_of, points)
    np.maximum.at(most, return_of, points)
    return np.asarray((least > 0) & (most > SWAP_POINTS), dtype=np.bool_)


def _shown(figure: Figure) -> str:
    value = share_of(figure)
    if value is None or figure.is_ratio:
        return f"“{figure.printed.text}”"
    return f"{100 * value:z.1f}%"
