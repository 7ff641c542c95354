"""Checks of parts against their totals: each difference of one person or 0.05 points is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from wres.terms import MEDICAL_GRADES, PAY_BANDS, Band, EthnicGroup, StaffGroup
from wres.upload.asking import among_all, on_few
from wres.upload.checking import CheckResult, Upload, count_of, failed, on_lines, passed, warned
from wres.upload.checks_values import NEEDS_COUNTS
from wres.upload.figure_arrays import BANDS, GROUPS, At, lines_at
from wres.upload.figures import Figure
from wres.upload.grouping import base_of

_THREE = (EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.UNKNOWN)
_FOUR = (EthnicGroup.ASIAN, EthnicGroup.BLACK, EthnicGroup.MIXED, EthnicGroup.OTHER)
_EVERY_BAND = frozenset(PAY_BANDS) | frozenset(MEDICAL_GRADES)
# Without these two a table of bands can still be the whole workforce.
_LEAST_BANDS = _EVERY_BAND - {Band.BAND_1, Band.OTHER_MEDICAL}
_STAFF = frozenset((StaffGroup.CLINICAL, StaffGroup.NON_CLINICAL, StaffGroup.MEDICAL))
# Half of the last digit of a percentage printed to one decimal.
_ROUNDING = 0.0005


@dataclass(frozen=True, slots=True)
class _Sum:
    """Parts that do not give their total: the lines, both numbers, and what they are of."""

    lines: tuple[int, ...]
    parts: int
    whole: int
    what: str


@on_few
def check_parts_below_total(upload: Upload) -> CheckResult:
    """BME, White and Unknown together are as many people as there are in the band."""
    found = []
    for groups in _workforce(upload):
        three = [groups[g] for g in _THREE if g in groups]
        bases = {f.counts[1] for f in three if f.counts}
        if len(three) == 3 and all(f.counts for f in three) and len(bases) == 1:
            whole, parts = bases.pop(), _people(three)
            if parts < whole:
                found.append(_sum(three, parts, whole=whole, what="the band or board has"))
    return _told(
        "parts_below_total",
        found,
        parts="BME, White and Unknown add up to",
        fine="BME, White and Unknown add up to everybody.",
        fix="Add the people who are missing, often those of unknown ethnicity, or mend the total.",
    )


@on_few
def check_base_differs(upload: Upload) -> CheckResult:
    """The groups of a band name the same number of people in the band."""
    name = "base_differs"
    apart = []
    for groups in _workforce(upload):
        three = [groups[g] for g in _THREE if g in groups and groups[g].counts]
        if len({f.counts[1] for f in three if f.counts}) > 1:
            apart.append(three)
    if not apart:
        return passed(name, "The groups of each band have one base.")
    bases = ", ".join(str(f.counts[1]) for f in apart[0] if f.counts)
    return failed(
        name,
        f"{on_lines(f.line for f in apart[0])}: the groups of one band are given as parts of "
        f"different numbers of people ({bases}).",
        lines=(f.line for three in apart for f in three),
        fix="The denominator of indicators 1 and 9 is everyone in the band or on the board.",
    )


@among_all
def check_groups_against_all(upload: Upload) -> CheckResult:
    """A row for all staff counts the people of BME, White and Unknown together."""
    found = _groups_apart(upload, EthnicGroup.ALL, parts=_THREE, what="the row for all says")
    return _told(
        "groups_against_all",
        found,
        parts="the groups add up to",
        fine="The groups add up to the row for all.",
        fix="Mend the row for all staff or the group that is wrong.",
    )


@among_all
def check_ethnic_parts(upload: Upload) -> CheckResult:
    """Asian, Black, Mixed and Other together are as many people as BME."""
    found = _groups_apart(upload, EthnicGroup.BME, parts=_FOUR, what="BME says")
    return _told(
        "ethnic_parts",
        found,
        parts="Asian, Black, Mixed and Other add up to",
        fine="Single ethnic groups add up to BME.",
        fix="Mend the group that is wrong; Chinese belongs to Asian, Arab to Other.",
    )


@on_few
def check_bands_against_all(upload: Upload) -> CheckResult:
    """The bands of a group of staff add up to its row for all bands."""
    found = _apart(upload, band=True, parts=_EVERY_BAND, complete=_LEAST_BANDS)
    return _told(
        "bands_against_all",
        found,
        parts="the bands add up to",
        fine="The bands add up to “all bands”.",
        fix="People with two posts can be counted twice; count heads, or mend the total.",
    )


@on_few
def check_staff_groups_against_all(upload: Upload) -> CheckResult:
    """Clinical, non-clinical and medical staff add up to all staff."""
    found = _apart(upload, band=False, parts=_STAFF, complete=_STAFF)
    return _told(
        "staff_groups_against_all",
        found,
        parts="clinical, non-clinical and medical staff add up to",
        fine="Staff groups add up to all staff.",
        fix="Mend the staff group that is wrong; medical staff are not counted as clinical too.",
    )


@on_few
def check_board_parts(upload: Upload) -> CheckResult:
    """No more people are voting or executive members than there are on the board."""
    found = []
    board = (StaffGroup.BOARD_VOTING, StaffGroup.BOARD_EXECUTIVE)
    for whole, parts in _by(upload, band=False, top=StaffGroup.BOARD):
        total = whole.counts[0] if whole.counts else 0
        over = [f for f in parts if f.staff_group in board and f.counts and f.counts[0] > total]
        found += [_sum([f, whole], _people([f]), whole=total, what="the board has") for f in over]
    return _told(
        "board_parts",
        found,
        parts="voting or executive members are",
        fine="Voting and executive members fit in the board.",
        fix="Check which rows are the whole board and which are parts of it.",
    )


@among_all
def check_all_between(upload: Upload) -> CheckResult:
    """The percentage for all staff lies between those of BME and White."""
    return _between(
        upload,
        "all_between",
        whole=EthnicGroup.ALL,
        parts=(EthnicGroup.BME, EthnicGroup.WHITE),
        # Staff of unknown ethnicity are in the row for all and may answer otherwise.
        slack=0.02,
        said="all staff",
    )


@among_all
def check_bme_between(upload: Upload) -> CheckResult:
    """The percentage for BME lies between those of its single groups."""
    return _between(
        upload, "bme_between", whole=EthnicGroup.BME, parts=_FOUR, slack=_ROUNDING, said="BME"
    )


def _between(
    upload: Upload,
    name: str,
    *,
    whole: EthnicGroup,
    parts: tuple[EthnicGroup, ...],
    slack: float,
    said: str,
) -> CheckResult:
    arrays = upload.arrays
    at = _given(arrays.places, (whole, *parts))
    is_asked = ~np.isin(arrays.indicator[at[:, 0]], NEEDS_COUNTS)
    at = at[is_asked & (arrays.band[at[:, 0]] == BANDS[Band.ALL])]
    value, low = arrays.share[at[:, 0]], arrays.share[at[:, 1:]].min(axis=1)
    high = arrays.share[at[:, 1:]].max(axis=1)
    # Where one of them has no value, neither of these holds.
    outside = np.flatnonzero((value < low - slack) | (value > high + slack))
    if not len(outside):
        return passed(name, f"The figure for {said} lies between its parts.")
    first, lines = outside[0], lines_at(arrays, at[outside, 0])
    return warned(
        name,
        f"{on_lines(lines)}: {said} is {100 * value[first]:z.1f}%"
        f", and its parts run from {100 * low[first]:z.1f}% to {100 * high[first]:z.1f}%.",
        lines=lines,
        fix="A whole lies between its parts; check which figure stands in the wrong row.",
    )


def _given(places: At, groups: tuple[EthnicGroup, ...]) -> At:
    """Where the figures of some groups stand, of the places that have them all."""
    columns = places[:, [GROUPS[group] for group in groups]]
    return columns[(columns >= 0).all(axis=1)]


def _groups_apart(
    upload: Upload, whole: EthnicGroup, *, parts: tuple[EthnicGroup, ...], what: str
) -> list[_Sum]:
    """The places where ethnic groups are more people than their total, or all of them fewer."""
    arrays = upload.arrays
    at = arrays.places[:, [GROUPS[group] for group in (*parts, whole)]]
    is_given = at >= 0
    # A figure that is not there takes nothing from the others.
    is_counted = arrays.is_counted[at] | ~is_given
    tops = np.where(is_given, arrays.top[at], 0)
    many, people, said = is_given[:, :-1].sum(axis=1), tops[:, :-1].sum(axis=1), tops[:, -1]
    is_apart = (people > said) | ((many == len(parts)) & (people < said))
    is_apart &= is_given[:, -1] & is_counted.all(axis=1) & (many > 1)
    return [
        _Sum(
            tuple(arrays.line[at[place][is_given[place]]].tolist()),
            int(people[place]),
            int(said[place]),
            what,
        )
        for place in np.flatnonzero(is_apart)
    ]


def _apart(
    upload: Upload,
    *,
    band: bool,
    parts: frozenset[Band] | frozenset[StaffGroup],
    complete: frozenset[Band] | frozenset[StaffGroup],
) -> list[_Sum]:
    """The totals over bands, or staff groups, with more people in their parts, or too few in all.

    Fewer people than the total are wrong only where the parts of ``complete`` are all there.
    """
    found = []
    for whole, figures in _by(upload, band=band):
        kinds = ((f.band if band else f.staff_group, f) for f in figures)
        inside = {kind: f for kind, f in kinds if kind in parts}
        people = _people(inside.values())
        total = whole.counts[0] if whole.counts else 0
        if inside and (people > total or (complete <= set(inside) and people < total)):
            found.append(_sum([*inside.values(), whole], people, whole=total, what="“all” says"))
    return found


def _told(name: str, found: list[_Sum], *, parts: str, fine: str, fix: str) -> CheckResult:
    if not found:
        return passed(name, fine)
    first = found[0]
    away = abs(first.parts - first.whole)
    return warned(
        name,
        f"{on_lines(first.lines)}: {parts} {first.parts:,}, and {first.what} {first.whole:,} "
        f"({count_of(away, 'person', 'people')} apart).",
        lines=(line for one in found for line in one.lines),
        fix=fix,
    )


def _sum(figures: Iterable[Figure], parts: int, *, whole: int, what: str) -> _Sum:
    return _Sum(tuple(f.line for f in figures), parts, whole, what)


def _people(figures: Iterable[Figure]) -> int:
    return sum(f.counts[0] for f in figures if f.counts)


def _workforce(upload: Upload) -> Iterator[dict[EthnicGroup | None, Figure]]:
    for place, groups in upload.groups.places.items():
        if place[2] in NEEDS_COUNTS:
            yield groups


def _by(
    upload: Upload, *, band: bool, top: StaffGroup = StaffGroup.ALL
) -> Iterator[tuple[Figure, list[Figure]]]:
    """Each total over bands, or over staff groups, with the figures it should be the sum of."""
    whole: dict[tuple[object, ...], Figure] = {}
    parts: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for number in NEEDS_COUNTS:
        for figure in upload.groups.by_indicator.get(number, ()):
            code, year, indicator, staff, grade = figure.place
            kept = staff if band else grade
            total = figure.band is Band.ALL if band else figure.staff_group is top
            if figure.is_ratio or not figure.counts or base_of(figure) is None:
                continue
            key = (code, year, indicator, kept, figure.group)
            if total:
                whole[key] = figure
            else:
                parts[key].append(figure)
    yield from ((figure, parts[key]) for key, figure in whole.items() if key in parts)
