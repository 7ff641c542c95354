"""Checks of the number of people behind a figure: can so many, or so few, have given it?"""

from __future__ import annotations

import math

import numpy as np

from wres.indicators import LIKELIHOOD_INDICATORS, POSTS_INDICATORS, SURVEY_INDICATORS
from wres.terms import Band, EthnicGroup, StaffGroup, Status
from wres.upload.asking import among_all, on_few, tells_only
from wres.upload.checking import (
    CheckResult,
    Upload,
    count_of,
    look_at,
    passed,
    warned,
    wrong_figures,
)
from wres.upload.figure_arrays import GROUPS, At, FigureArrays, Ints, in_order, staff_of
from wres.upload.figures import Figure
from wres.upload.grouping import base_of, share_of

LARGEST_BOARD = 40
# With more people than this nearly every percentage of one or two decimals is possible, and
# weighted survey percentages need not be.
_BASE_OF_ANY_PERCENTAGE = 100
_COUNTS_FOR_ROUNDING = 12
_MANY_UNKNOWN = 0.15
_HIGH_DISCIPLINARY_RATE = 0.1
_BASES_APART = 1.5
_SMALLEST_BASE_COMPARED = 50
_PARTS = (EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.UNKNOWN)


@on_few
def check_percentage_of_nobody(upload: Upload) -> CheckResult:
    """No percentage is given of a base of nobody."""
    return wrong_figures(
        "percentage_of_nobody",
        (
            f
            for f in upload.figures
            if f.denominator.number == 0 and (f.value or (f.counts and f.counts[0]))
        ),
        told=lambda f: f.printed.text or f.numerator.text,
        what="given of a base of 0 people",
        fine="No percentage is of nobody.",
        fix="Give the number of people who answered, or leave the figure empty.",
    )


@on_few
def check_impossible_percentage(upload: Upload) -> CheckResult:
    """A percentage of few people is one that so many people can give."""
    return look_at(
        "impossible_percentage",
        [f for f in upload.figures if f.value is not None and _is_impossible(f)],
        said=lambda f: f"“{f.printed.text}” cannot come from {f.denominator.text} people",
        fine="Every percentage of few people is possible.",
        fix="Check the base; a weighted percentage is an honest reason.",
    )


@among_all
def check_base_within_workforce(upload: Upload) -> CheckResult:
    """No more people answered or were counted than the organisation employs."""
    name, fine = "base_within_workforce", "No base is larger than the workforce."
    arrays, heads = upload.arrays, _headcounts(upload)
    if not heads:
        return passed(name, fine)
    staff = _whose_staff(arrays)
    different, which = np.unique(staff, return_inverse=True)
    most = np.array([heads.get(one, math.inf) for one in different.tolist()])[which]
    of_people = np.isin(arrays.indicator, (3, 4, *SURVEY_INDICATORS)) & ~arrays.is_ratio
    found = np.flatnonzero(of_people & (arrays.base > most))
    return look_at(
        name,
        upload.chosen(found),
        said=lambda f: (
            f"the base of indicator {f.indicator} is {base_of(f):,}, and indicator 1 counts "
            f"{heads[int(staff[found[0]])]:,} such staff"
        ),
        fine=fine,
        fix="Check the base, and whether bank staff are in one count and not in the other.",
    )


@on_few
def check_board_size(upload: Upload) -> CheckResult:
    """No board has more than forty members."""
    return look_at(
        "board_size",
        [f for f in upload.groups.by_indicator.get(9, ()) if (base_of(f) or 0) > LARGEST_BOARD],
        said=lambda f: f"a board of {base_of(f):,} people is larger than any trust’s",
        fine="Every board is of a usual size.",
        fix="The denominator of indicator 9 is the board, not the workforce.",
    )


@among_all
def check_bases_alike(upload: Upload) -> CheckResult:
    """In one survey about as many people of a group answered each question."""
    arrays = upload.arrays
    asked = arrays.of(SURVEY_INDICATORS)
    # Until the survey of 2020 people who did not know were no part of this base.
    is_alike = (arrays.indicator[asked] != 7) | (arrays.survey_year[asked] >= 2021)
    is_alike &= arrays.is_whole[asked] & (arrays.base[asked] >= _SMALLEST_BASE_COMPARED)
    asked = asked[is_alike]
    group_of = in_order(arrays.year_of[asked] * len(GROUPS) + arrays.group[asked])
    apart = asked[_unlike(group_of, arrays.base[asked])]
    return look_at(
        "bases_alike",
        upload.chosen(apart),
        said=lambda f: (
            f"{base_of(f):,} people are the base of indicator {f.indicator}, far from those of the "
            "other survey questions"
        ),
        fine="The survey questions have about the same bases.",
        fix="Check that the base belongs to this question and this group.",
    )


@tells_only
@on_few
def check_hidden_can_be_found(upload: Upload) -> CheckResult:
    """No hidden count can be worked out from its total and the groups beside it."""
    found = []
    for groups in upload.groups.places.values():
        parts = [groups[g] for g in _PARTS if g in groups]
        hidden = [f for f in parts if f.status is Status.HIDDEN]
        shown = [f for f in parts if f.counts and f.status is Status.SHOWN]
        in_posts = bool(parts) and parts[0].indicator in POSTS_INDICATORS
        if in_posts and len(hidden) == 1 and len(shown) == 2:
            found += hidden
    return look_at(
        "hidden_can_be_found",
        found,
        said=lambda f: (
            "the one hidden group can be worked out from the total and the groups beside it"
        ),
        fine="No hidden count can be worked out from the rest.",
        fix="Before sending the file on, hide a second group of the band too.",
    )


@tells_only
@among_all
def check_rounded_counts(upload: Upload) -> CheckResult:
    """Counts of people are exact, not rounded to fives or tens."""
    name = "rounded_counts"
    arrays = upload.arrays
    given = arrays.is_counted & (arrays.base != 0)
    different = set(np.unique(np.r_[arrays.top[given], arrays.base[given]]).tolist()) - {0}
    if len(different) < _COUNTS_FOR_ROUNDING or any(n % 5 for n in different):
        return passed(name, "Counts are not rounded.")
    return warned(
        name,
        f"Every one of {count_of(len(different), 'different count')} is a multiple of five, so "
        "they look rounded.",
        fix="Upload exact counts if you have them; percentages of small bands are not exact.",
    )


@tells_only
@on_few
def check_many_unknown(upload: Upload) -> CheckResult:
    """The ethnicity of at most 15% of the workforce is unknown."""
    return look_at(
        "many_unknown",
        [
            f
            for f in upload.groups.by_indicator.get(1, ())
            if f.group is EthnicGroup.UNKNOWN
            and f.band is Band.ALL
            and (share_of(f) or 0) > _MANY_UNKNOWN
        ],
        said=lambda f: (
            f"the ethnicity of {100 * (share_of(f) or 0):.0f}% of staff is unknown, which can hide "
            "or make a gap"
        ),
        fine="The ethnicity of most staff is known.",
        fix="Check the count; the share that is known rises when staff update their record.",
    )


@on_few
def check_disciplinary_rate(upload: Upload) -> CheckResult:
    """No more than a tenth of a group entered the formal disciplinary process."""
    return look_at(
        "disciplinary_rate",
        [
            f
            for f in upload.groups.by_indicator.get(3, ())
            if not f.is_ratio and (share_of(f) or 0) > _HIGH_DISCIPLINARY_RATE
        ],
        said=lambda f: (
            f"{100 * (share_of(f) or 0):.0f}% of a group in the formal disciplinary process is far "
            "more than at any trust"
        ),
        fine="Disciplinary rates are of a usual size.",
        fix="The denominator is everyone in the workforce of the group; check both counts.",
    )


def _is_impossible(figure: Figure) -> bool:
    base = base_of(figure)
    if figure.is_ratio or not base or base >= _BASE_OF_ANY_PERCENTAGE or figure.counts:
        return False
    if figure.draft.edition or figure.value is None or figure.indicator in LIKELIHOOD_INDICATORS:
        return False
    text = figure.printed.text.rstrip("% ").replace(",", ".")
    decimals = len(text.partition(".")[2])
    # On the scale 0 to 1 two of the decimals belong to the hundred.
    is_percent = abs((figure.printed.number or 0) - (figure.value or 0)) > 1e-9
    points = decimals if is_percent else max(0, decimals - 2)
    slack = 0.5 * 10.0**-points + 1e-9
    nearest = round(figure.value * base)
    return abs(100 * nearest / base - 100 * figure.value) > slack


def _whose_staff(arrays: FigureArrays) -> Ints:
    """A number for the organisation, WRES year and group of each figure."""
    return staff_of(arrays.organisation, arrays.wres_year, arrays.group)


def _headcounts(upload: Upload) -> dict[int, int]:
    """How many staff indicator 1 counts, by the number for organisation, WRES year and group."""
    arrays, found = upload.arrays, {}
    number = {code: at for at, code in enumerate(arrays.codes)}
    for row in upload.known.rows:
        is_whole = row.band is Band.ALL and row.staff_group is StaffGroup.ALL
        if row.indicator == 1 and is_whole and row.numerator is not None:
            staff = staff_of(number[row.org_code], row.wres_year, GROUPS[row.ethnic_group])
            found[staff] = row.numerator
    is_told = arrays.is_whole & arrays.is_counted & (arrays.indicator == 1)
    own = np.flatnonzero(is_told & (arrays.group != GROUPS[EthnicGroup.ALL]))
    tops = arrays.top[own].tolist()
    return found | dict(zip(_whose_staff(arrays)[own].tolist(), tops, strict=True))


def _unlike(group_of: Ints, base: Ints) -> At:
    """Where bases stand that are far from the middle one of their group, group by group."""
    many = np.bincount(group_of)
    order = np.lexsort((base, group_of))
    begins = np.r_[0, np.cumsum(many)[:-1]] if len(many) else many
    middle = base[order][begins + many // 2][group_of]
    is_far = (base < middle / _BASES_APART) | (base > middle * _BASES_APART)
    found = np.flatnonzero(is_far & (many >= len(SURVEY_INDICATORS) - 1)[group_of])
    return found[np.argsort(group_of[found], kind="stable")]
