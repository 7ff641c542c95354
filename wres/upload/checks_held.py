"""Checks against what is held already: other organisations, other editions, the same year."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from wres.indicators import SURVEY_INDICATORS
from wres.results import Result, with_value
from wres.terms import Unit
from wres.upload.asking import among_all, on_few
from wres.upload.checking import (
    CheckResult,
    Upload,
    count_of,
    look_at,
    look_at_pairs,
    on_lines,
    passed,
    quoted,
    warned,
)
from wres.upload.figure_arrays import (
    LAST_YEAR,
    At,
    Bools,
    Chosen,
    last_of,
)
from wres.upload.figures import Figure
from wres.upload.grouping import others_of, share_of
from wres.upload.known_years import about_row

_TRUSTS_FOR_A_RANGE = 20
_REACH = 3.0
_OUTSIDE_POINTS = 0.05
_SMALLEST_BASE_COMPARED = 50
_LEAST_SAME = 4
_SAME = 5e-5
_UPLOADED = "uploaded"


@among_all
def check_national_range(upload: Upload) -> CheckResult:
    """Every survey figure lies where those of other organisations do."""
    found = _outside(upload)
    return look_at(
        "national_range",
        found,
        said=lambda f: _range_words(f, others_of(f, upload.ranges)),
        fine="Every figure lies where those of other organisations do.",
        fix="Check the figure, its scale and its direction against the source.",
    )


@among_all
def check_another_year(upload: Upload) -> CheckResult:
    """The figures of a year are not those held for another year that is not the one before."""
    found = list(_of_another_year(upload))
    return look_at_pairs(
        "another_year",
        found,
        said=lambda figure, other: (
            f"the figures of {figure.terms.org_text} for WRES year {figure.wres_year} are those "
            f"already held for {other}"
        ),
        fine="No year holds the figures of another.",
        fix="Check the year in the file; figures may have been filed under the wrong one.",
    )


@among_all
def check_another_organisation(upload: Upload) -> CheckResult:
    """The figures are not those held of another organisation for the same year."""
    name = "another_organisation"
    arrays = upload.arrays
    own = set(arrays.codes)
    theirs: dict[tuple[int, int, float], set[str]] = defaultdict(set)
    if len(own) <= _LEAST_SAME:
        years = set(arrays.wres_year.tolist()) - {0}
        for row in upload.held.of_years(years):
            value = with_value(row)
            if row.org_code not in own and value is not None:
                about = about_row(row)
                theirs[row.wres_year, about, round(value, 4)].add(row.org_code)
    found = []
    for figures in arrays.by_year() if theirs else ():
        given = figures[~np.isnan(arrays.share[figures])].tolist()
        told = ((int(arrays.wres_year[f]), int(arrays.about[f]), arrays.share[f]) for f in given)
        alike = [theirs.get((year, about, round(float(v), 4)), set()) for year, about, v in told]
        common = set.intersection(*alike) if len(alike) >= _LEAST_SAME else set()
        first = upload.figures[int(figures[0])] if common else None
        found += [(first, str(first.place[0]), other) for other in sorted(common) if first]
    if not found:
        return passed(name, "No organisation has the figures of another.")
    _, code, other = found[0]
    return warned(
        name,
        f"{on_lines(f.line for f, _, _ in found)}: every figure given for {code} is the one held "
        f"for {other} in the same year.",
        lines=(f.line for f, _, _ in found),
        fix="Check the organisation; the file may be of another one.",
    )


@among_all
def check_restates_held(upload: Upload) -> CheckResult:
    """Figures held already for the same year are given again as they were."""
    arrays, known = upload.arrays, upload.known
    row = known.held_in(arrays.every, arrays.wres_year)
    # A figure printed to one decimal is the same figure as one printed to two.
    slack = np.where(arrays.is_ratio, 0.006, 0.00051)
    is_other = np.abs(arrays.share - known.share[row]) > slack
    found = np.flatnonzero((row >= 0) & arrays.is_shown & is_other)
    held = "one" if len(found) == 1 else "ones"
    return look_at(
        "restates_held",
        upload.chosen(found),
        said=lambda figure: (
            f"{count_of(len(found), 'figure')} would replace {held} already held for the same "
            f"year; indicator {figure.indicator} was "
            f"{_number(known.rows[int(row[found[0]]) - len(arrays)])} and is {_shown(figure)}"
        ),
        fine="Nothing that is held already would change.",
        fix="A corrected or re-weighted edition is an honest reason; otherwise check the file.",
    )


@on_few
def check_edition_held(upload: Upload) -> CheckResult:
    """The figures come from the edition that is held for the same year."""
    arrays, known = upload.arrays, upload.known
    named = np.flatnonzero([bool(figure.draft.edition) for figure in upload.figures])
    held = known.held_in(named, arrays.wres_year[named]) - len(arrays)
    found = []
    for at, row in zip(named.tolist(), held.tolist(), strict=True):
        edition = known.rows[row].edition if row >= 0 else ""
        if edition not in ("", _UPLOADED, upload.figures[at].draft.edition):
            found.append((upload.figures[at], edition))
    return look_at_pairs(
        "edition_held",
        found,
        said=lambda figure, edition: (
            f"the figures are of “{figure.draft.edition}”, and “{edition}” is held for the same "
            "years, which were weighted otherwise"
        ),
        fine="The edition is the one that is held.",
        fix="Take every year of a trend from one edition, usually the newest.",
    )


@on_few
def check_several_editions(upload: Upload) -> CheckResult:
    """All figures of the file come from one edition."""
    name = "several_editions"
    editions = {f.draft.edition: f for f in upload.figures if f.draft.edition}
    if len(editions) < 2:
        return passed(name, "The figures come from one edition.")
    return warned(
        name,
        f"The file mixes the editions {quoted(sorted(editions))}, which are weighted differently.",
        lines=(f.line for f in editions.values()),
        fix="Upload one edition at a time, the newest last.",
    )


def _outside(upload: Upload) -> Chosen:
    """The survey figures of everybody that lie far outside those of other organisations."""
    arrays = upload.arrays
    asked = arrays.of(SURVEY_INDICATORS) if upload.ranges else arrays.every[:0]
    base = arrays.base[asked]
    asked = asked[arrays.is_whole[asked] & ((base < 0) | (base >= _SMALLEST_BASE_COMPARED))]
    kinds = arrays.about[asked] * LAST_YEAR + arrays.survey_year[asked]
    # Figures of one kind and survey year are all held against the same others.
    _, first, which = np.unique(kinds, return_index=True, return_inverse=True)
    limits = [_limits(others_of(upload.figures[int(at)], upload.ranges)) for at in asked[first]]
    low, high = np.array(limits).reshape(-1, 2).T[:, which]
    value = arrays.share[asked]
    return upload.chosen(asked[(value < low) | (value > high)])


def _limits(others: tuple[float, ...]) -> tuple[float, float]:
    """The lowest and the highest figure that is not far from those of other organisations."""
    if len(others) < _TRUSTS_FOR_A_RANGE:
        return -math.inf, math.inf
    low, high = others[len(others) // 4], others[(3 * len(others)) // 4]
    reach = max(_REACH * (high - low), _OUTSIDE_POINTS)
    return min(low - reach, others[0]), max(high + reach, others[-1])


def _range_words(figure: Figure, others: tuple[float, ...]) -> str:
    value = 100 * (share_of(figure) or 0)
    low, high = 100 * others[0], 100 * others[-1]
    return (
        f"{value:z.1f}% on indicator {figure.indicator} is far from {len(others)} other "
        f"organisations, which run from {low:z.1f}% to {high:z.1f}%"
    )


def _of_another_year(upload: Upload) -> Iterator[tuple[Figure, int]]:
    """The first figure of each return whose figures are held for another year, and that year."""
    arrays, known = upload.arrays, upload.known
    years = np.unique(known.held_years).tolist()
    # Of two figures of one kind the later with a value is looked at.
    given = last_of(arrays.series * LAST_YEAR + arrays.wres_year, ~np.isnan(arrays.share))
    agree = {year: _agreeing(upload, given, year) for year in years}
    for at, figures in enumerate(arrays.by_year() if years else ()):
        first = int(figures[0])
        own = int(arrays.wres_year[first])
        found = {y for y in years if y not in (own, own - 1) and agree[y][at]}
        if found:
            code = arrays.codes[arrays.organisation[first]]
            in_turn = dict.fromkeys(r.wres_year for r in known.rows if r.org_code == code)
            yield from ((upload.figures[first], year) for year in in_turn if year in found)


def _agreeing(upload: Upload, given: At, year: int) -> Bools:
    """Which returns have four figures or more that are held for a year, and none that is not."""
    arrays, known = upload.arrays, upload.known
    row = known.held_in(given, year)
    asked, row = given[row >= 0], row[row >= 0]
    is_near = np.abs(arrays.share[asked] - known.share[row]) < _SAME
    returns, many = arrays.year_of[asked], len(arrays)
    both = np.bincount(returns, minlength=many)
    apart = np.bincount(returns[~is_near], minlength=many)
    return np.asarray((both >= _LEAST_SAME) & (apart == 0), dtype=np.bool_)


def _number(row: Result) -> str:
    value = with_value(row) or 0.0
    return f"{value:z.2f}" if row.unit is Unit.RATIO else f"{100 * value:z.1f}%"


def _shown(figure: Figure) -> str:
    value = share_of(figure) or 0.0
    return f"{value:z.2f}" if figure.is_ratio else f"{100 * value:z.1f}%"
