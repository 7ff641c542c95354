"""Checks of the number of people behind a figure: can so many, or so few, have given it?"""

from __future__ import annotations

import math
from collections import defaultdict

from wres.indicators import LIKELIHOOD_INDICATORS, POSTS_INDICATORS, SURVEY_INDICATORS
from wres.terms import Band, EthnicGroup, StaffGroup, Status
from wres.upload.checking import (
    CheckResult,
    Upload,
    count_of,
    look_at,
    passed,
    warned,
    wrong_figures,
)
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


def check_impossible_percentage(upload: Upload) -> CheckResult:
    """A percentage of few people is one that so many people can give."""
    return look_at(
        "impossible_percentage",
        [f for f in upload.figures if f.value is not None and _is_impossible(f)],
        said=lambda f: f"“{f.printed.text}” cannot come from {f.denominator.text} people",
        fine="Every percentage of few people is possible.",
        fix="Check the base; a weighted percentage is an honest reason.",
    )


def check_base_within_workforce(upload: Upload) -> CheckResult:
    """No more people answered or were counted than the organisation employs."""
    heads = _headcounts(upload)
    return look_at(
        "base_within_workforce",
        [
            f
            for f in upload.figures
            if f.indicator in (3, 4, *SURVEY_INDICATORS)
            and not f.is_ratio
            and (base_of(f) or 0) > heads.get((*f.place[:2], f.group), math.inf)
        ],
        said=lambda f: (
            f"the base of indicator {f.indicator} is {base_of(f):,}, and indicator 1 counts "
            f"{heads[*f.place[:2], f.group]:,} such staff"
        ),
        fine="No base is larger than the workforce.",
        fix="Check the base, and whether bank staff are in one count and not in the other.",
    )


def check_board_size(upload: Upload) -> CheckResult:
    """No board has more than forty members."""
    return look_at(
        "board_size",
        [f for f in upload.groups.by_indicator.get(9, ()) if (base_of(f) or 0) > LARGEST_BOARD],
        said=lambda f: f"a board of {base_of(f):,} people is larger than any trust’s",
        fine="Every board is of a usual size.",
        fix="The denominator of indicator 9 is the board, not the workforce.",
    )


def check_bases_alike(upload: Upload) -> CheckResult:
    """In one survey about as many people of a group answered each question."""
    bases: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for number in SURVEY_INDICATORS:
        for figure in upload.groups.by_indicator.get(number, ()):
            is_whole = figure.band is Band.ALL and figure.staff_group is StaffGroup.ALL
            # Until the survey of 2020 people who did not know were no part of this base.
            is_alike = number != 7 or (figure.survey_year or 0) >= 2021
            if is_whole and is_alike and (base_of(figure) or 0) >= _SMALLEST_BASE_COMPARED:
                bases[(*figure.place[:2], figure.group)].append(figure)
    apart = [f for figures in bases.values() for f in _unlike(figures)]
    return look_at(
        "bases_alike",
        apart,
        said=lambda f: (
            f"{base_of(f):,} people are the base of indicator {f.indicator}, far from those of the "
            "other survey questions"
        ),
        fine="The survey questions have about the same bases.",
        fix="Check that the base belongs to this question and this group.",
    )


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


def check_rounded_counts(upload: Upload) -> CheckResult:
    """Counts of people are exact, not rounded to fives or tens."""
    name = "rounded_counts"
    counts = [f for f in upload.figures if f.counts and f.counts[1]]
    different = {n for f in counts for n in f.counts or () if n}
    if len(different) < _COUNTS_FOR_ROUNDING or any(n % 5 for n in different):
        return passed(name, "Counts are not rounded.")
    return warned(
        name,
        f"Every one of {count_of(len(different), 'different count')} is a multiple of five, so "
        "they look rounded.",
        fix="Upload exact counts if you have them; percentages of small bands are not exact.",
    )


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


def _headcounts(upload: Upload) -> dict[tuple[object, ...], int]:
    found: dict[tuple[object, ...], int] = {}
    for row in upload.groups.held_rows.values():
        is_whole = row.band is Band.ALL and row.staff_group is StaffGroup.ALL
        if row.indicator == 1 and is_whole and row.numerator is not None:
            found[row.org_code, row.wres_year, row.ethnic_group] = row.numerator
    for figure in upload.groups.by_indicator.get(1, ()):
        is_whole = figure.band is Band.ALL and figure.staff_group is StaffGroup.ALL
        if is_whole and figure.counts and figure.group is not EthnicGroup.ALL:
            found[*figure.place[:2], figure.group] = figure.counts[0]
    return found


def _unlike(figures: list[Figure]) -> list[Figure]:
    if len(figures) < len(SURVEY_INDICATORS) - 1:
        return []
    bases = sorted(base_of(f) or 0 for f in figures)
    middle = bases[len(bases) // 2]
    return [
        f
        for f in figures
        if not middle / _BASES_APART <= (base_of(f) or 0) <= middle * _BASES_APART
    ]
