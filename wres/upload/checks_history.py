"""Checks against the years before: jumps, turned signs, figures copied forward.

The years before come from the file itself, or from what is held already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wres.indicators import SURVEY_INDICATORS
from wres.statistics import Cases, pooled_score_test
from wres.terms import Band, EthnicGroup, StaffGroup
from wres.upload.checking import CheckResult, Upload, look_at, on_lines, passed, warned
from wres.upload.figures import Figure
from wres.upload.grouping import Earlier, base_of, share_of

TENFOLD = 10.0
# One figure in a thousand moves this far by chance; smaller changes are not worth a question.
_CHANCE = 0.001
_SMALLEST_JUMP = 0.05
_JUMP_WITHOUT_BASES = 0.1
_MERGER = 1.2
_IMPLAUSIBLE = 2.0
_SMALLEST_HEADCOUNT = 50
_LEAST_COPIED = 4
_FLIP_SLACK = 0.1
_EARLIER_YEARS = 5
_TWO_SIGNS = 2
_SIGN_POINTS = 0.02
_REST_SLACK = 0.005 + 1e-9
_TURNED_POINTS = 0.05


def check_jump(upload: Upload) -> CheckResult:
    """No survey figure moves further from one year to the next than chance and habit allow."""
    name = "jump"
    found = [(b, f) for b, f in _survey_years(upload) if _is_jump(b, f)]
    if not found:
        return passed(name, "No figure jumps from one year to the next.")
    before, figure = max(found, key=lambda pair: abs(_moved(*pair)))
    grown = {f.place[:2] for b, f in _headcounts(upload) if _times(b, f) > _MERGER}
    is_merged = figure.place[:2] in grown
    cause = "; the workforce changed by more than a fifth too, as after a merger" * is_merged
    return warned(
        name,
        f"{on_lines(f.line for _, f in found)}: indicator {figure.indicator} moves by "
        f"{100 * abs(_moved(before, figure)):.1f} points in a year, from "
        f"{100 * (before.value or 0):.1f}% to {100 * (share_of(figure) or 0):.1f}%{cause}.",
        lines=(f.line for _, f in found),
        fix="Check the figure, its group and its year against the source.",
    )


def check_direction_against_history(upload: Upload) -> CheckResult:
    """No survey figure is what is left to 100% of the year before."""
    return look_at(
        "direction_against_history",
        [
            f
            for b, f in _survey_years(upload)
            if looks_turned(b.value, share_of(f))
            and (base_of(f) or _SMALLEST_HEADCOUNT) >= _SMALLEST_HEADCOUNT
        ],
        said=lambda f: (
            f"indicator {f.indicator} is {100 * (share_of(f) or 0):.1f}%, about what is left to "
            "100% of the year before"
        ),
        fine="No figure is turned round against the year before.",
        fix="Some exports give the share who said no or never; give the share who said yes.",
    )


def check_turned_from_last_year(upload: Upload) -> CheckResult:
    """No pair is 100 less last year's, and no gap turns round by five points, whatever changed."""
    found = [
        bme
        for bme, white in upload.groups.pairs
        if bme.indicator in SURVEY_INDICATORS and _has_turned(upload, bme, white)
    ]
    return look_at(
        "turned_from_last_year",
        found,
        said=lambda f: (
            f"on indicator {f.indicator} both figures are what is left to 100% of the year before. "
            "Or the gap has turned by more than five points"
        ),
        fine="No pair of figures is turned round from the year before.",
        fix="Check that the figures are of those who said yes, and that the groups are not "
        "swapped. The new way of working out indicator 7 does not turn them round.",
    )


def check_swapped_against_history(upload: Upload) -> CheckResult:
    """The gaps between BME and White point the way they did in every other year."""
    name = "swapped_against_history"
    years: dict[tuple[object, ...], list[tuple[Figure, Figure]]] = defaultdict(list)
    steady: dict[tuple[object, ...], int] = defaultdict(int)
    for bme, white in upload.groups.pairs:
        if bme.indicator in SURVEY_INDICATORS:
            turned = _is_turned(upload, bme, white)
            if turned:
                years[bme.place[:2]].append((bme, white))
            steady[bme.place[:2]] += turned is False
    found = [
        pair
        for key, pairs in years.items()
        if len(pairs) >= _TWO_SIGNS and not steady[key]
        for pair in pairs
    ]
    if not found:
        return passed(name, "Gaps point the way they did in other years.")
    return warned(
        name,
        f"{on_lines(b.line for b, _ in found)}: the gap between BME and White points the other way "
        f"on {len(found)} indicators than in every other year known.",
        lines=(f.line for pair in found for f in pair),
        fix="Check that BME and White have not been swapped.",
    )


def check_ratio_against_history(upload: Upload) -> CheckResult:
    """No relative likelihood stands on the other side of 1 from every year before."""
    found = [f for f in upload.groups.ratios.values() if _is_upside_down(upload, f)]
    return look_at(
        "ratio_against_history",
        found,
        said=lambda f: (
            f"the ratio “{f.printed.text}” of indicator {f.indicator} lies on the other side of 1 "
            "from other years or nearly every trust, and upside down it would fit"
        ),
        fine="Ratios lie on the side of 1 they did.",
        fix="Indicators 2 and 4 are White to BME, indicator 3 is BME to White; check which is on "
        "top.",
    )


def check_headcount_jump(upload: Upload) -> CheckResult:
    """The workforce is within a fifth of what it was the year before."""
    return look_at(
        "headcount_jump",
        [f for b, f in _headcounts(upload) if _MERGER < _times(b, f) <= _IMPLAUSIBLE],
        said=lambda f: (
            f"the workforce of {base_of(f):,} is more than a fifth away from the year before, as "
            "after a merger"
        ),
        fine="The workforce is about what it was.",
        fix="If organisations merged, say so in the reason; otherwise check the count.",
    )


def check_headcount_implausible(upload: Upload) -> CheckResult:
    """The workforce has not doubled or halved in a year."""
    return look_at(
        "headcount_implausible",
        [f for b, f in _headcounts(upload) if _times(b, f) > _IMPLAUSIBLE],
        said=lambda f: (
            f"a workforce of {base_of(f):,} is more than double, or less than half, of the year "
            "before"
        ),
        fine="The workforce has not doubled or halved.",
        fix="A division, or a whole system, may stand in the place of the trust; check the count.",
    )


def check_response_jump(upload: Upload) -> CheckResult:
    """The number who answered the survey has not doubled or halved in a year."""
    found = [
        f
        for b, f in _survey_years(upload)
        if min(b.base or 0, base_of(f) or 0) >= _SMALLEST_HEADCOUNT and _times(b, f) > _IMPLAUSIBLE
    ]
    return look_at(
        "response_jump",
        found,
        said=lambda f: (
            f"{base_of(f):,} people answered, more than double or less than half of the year before"
        ),
        fine="About as many people answered as the year before.",
        fix="A move from a sample to everybody is an honest reason; otherwise check the base.",
    )


def check_copied_forward(upload: Upload) -> CheckResult:
    """The figures of a year are not those of the year before again."""
    groups = upload.groups
    copied = []
    for figures in groups.by_organisation.values():
        pairs = list(groups.year_before(figures))
        if len(pairs) >= _LEAST_COPIED and all(_is_same(b, f) for b, f in pairs):
            copied += [figure for _, figure in pairs]
    return look_at(
        "copied_forward",
        copied,
        said=lambda f: (
            f"every figure of {f.terms.org_text} for WRES year {f.wres_year} is the same as the "
            "year before"
        ),
        fine="No year repeats the year before.",
        fix="Last year’s figures may have been sent again under a new year; check the file.",
    )


def looks_turned(before: float | None, now: float | None) -> bool:
    """Return whether a proportion is about what another leaves to one, and far from it."""
    if before is None or now is None or abs(now - before) < 3 * _FLIP_SLACK:
        return False
    return abs(1 - before - now) < _FLIP_SLACK


def _has_turned(upload: Upload, bme: Figure, white: Figure) -> bool:
    both = [(upload.groups.last_year(f), share_of(f)) for f in (bme, white)]
    pairs = [(b, v) for b, v in both if b is not None and v is not None]
    smallest = min(base_of(f) or _SMALLEST_HEADCOUNT for f in (bme, white))
    if len(pairs) < len(both) or smallest < _SMALLEST_HEADCOUNT:
        return False
    is_rest = all(abs(1 - b - v) <= _REST_SLACK for b, v in pairs)
    # Figures near a half are what is left to a whole of themselves.
    if is_rest and any(abs(b - v) > 3 * _REST_SLACK for b, v in pairs):
        return True
    (bme_before, bme_now), (white_before, white_now) = pairs
    gap_before, gap = bme_before - white_before, bme_now - white_now
    return gap_before * gap < 0 and abs(gap - gap_before) > _TURNED_POINTS


def _survey_years(upload: Upload) -> Iterator[tuple[Earlier, Figure]]:
    for number in SURVEY_INDICATORS:
        yield from upload.groups.year_before(upload.groups.by_indicator.get(number, ()))


def _headcounts(upload: Upload) -> Iterator[tuple[Earlier, Figure]]:
    whole = [
        f
        for f in upload.groups.by_indicator.get(1, ())
        if f.band is Band.ALL and f.staff_group is StaffGroup.ALL and f.group is EthnicGroup.BME
    ]
    for before, figure in upload.groups.year_before(whole):
        if min(before.base or 0, base_of(figure) or 0) >= _SMALLEST_HEADCOUNT:
            yield before, figure


def _times(before: Earlier, figure: Figure) -> float:
    there, here = before.base or 1, base_of(figure) or 1
    return max(there, here) / min(there, here)


def _moved(before: Earlier, figure: Figure) -> float:
    return (share_of(figure) or 0.0) - (before.value or 0.0)


def _is_jump(before: Earlier, figure: Figure) -> bool:
    value, moved = share_of(figure), abs(_moved(before, figure))
    if moved < _SMALLEST_JUMP or looks_turned(before.value, value):
        return False
    if before.value and value and not 1 / TENFOLD < value / before.value < TENFOLD:
        return False
    there, here = before.base, base_of(figure)
    if not there or not here:
        return moved >= _JUMP_WITHOUT_BASES
    first = Cases(round((before.value or 0) * there), there)
    return pooled_score_test(Cases(round((value or 0) * here), here), first).p_value < _CHANCE


def _is_same(before: Earlier, figure: Figure) -> bool:
    if before.top is not None and figure.counts:
        return (before.top, before.base) == figure.counts
    return abs(_moved(before, figure)) < 1e-9


def _is_turned(upload: Upload, bme: Figure, white: Figure) -> bool | None:
    """Whether a gap points against every other year known; None where it cannot be told."""
    now = (share_of(bme) or 0.0) - (share_of(white) or 0.0)
    if bme.wres_year is None or abs(now) < _SIGN_POINTS:
        return None
    is_turned = None
    for back in range(1, _EARLIER_YEARS + 1):
        first, second = (upload.groups.known(f, bme.wres_year - back) for f in (bme, white))
        gap = (first.value or 0.0) - (second.value or 0.0) if first and second else 0.0
        if abs(gap) >= _SIGN_POINTS:
            if gap * now > 0:
                return False
            is_turned = True
    return is_turned


def _is_upside_down(upload: Upload, figure: Figure) -> bool:
    value = figure.value
    if not value or value <= 0 or figure.wres_year is None or 0.8 < value < 1.25:
        return False
    years = (figure.wres_year - back for back in range(1, _EARLIER_YEARS + 1))
    known = [k.value for y in years if (k := upload.groups.known(figure, y)) and k.value]
    if len(known) < _TWO_SIGNS:
        known = list(upload.groups.others(figure)) if not known else []
        known = known if len(known) >= TENFOLD else []
    side = [v for v in known if v and (v > 1) != (value > 1)]
    if not known or len(side) < 0.9 * len(known):
        return False
    middle = sorted(known)[len(known) // 2]
    return abs(1 / value - middle) < abs(value - middle)
