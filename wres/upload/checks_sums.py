"""Checks of figures against each other: parts within their total, nothing given twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from wres.indicators import INDICATOR_NUMBERS
from wres.terms import MEDICAL_GRADES, PAY_BANDS, Band, EthnicGroup
from wres.upload.asking import on_few, tells_only
from wres.upload.checking import (
    CheckResult,
    Upload,
    count_of,
    failed,
    on_lines,
    passed,
    quoted,
    warned,
)
from wres.upload.checks_values import NEEDS_COUNTS
from wres.upload.figures import Figure

_PARTS = (EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.UNKNOWN)
_SAID = {
    EthnicGroup.BME: "BME",
    EthnicGroup.WHITE: "White",
    EthnicGroup.UNKNOWN: "unknown",
}


@on_few
def check_parts_within_total(upload: Upload) -> CheckResult:
    """BME, White and Unknown together are not more people than there are in the band."""
    name = "parts_within_total"
    places: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in upload.figures:
        if figure.indicator in NEEDS_COUNTS and figure.counts and figure.group in _PARTS:
            places[figure.place].append(figure)
    over = [group for group in places.values() if _sum_above_base(group)]
    if not over:
        return passed(name, "Parts do not add up to more than their total.")
    first = over[0]
    total = sum((f.counts or (0, 0))[0] for f in {f.group: f for f in first}.values())
    base = max((f.counts or (0, 0))[1] for f in first)
    return failed(
        name,
        f"{on_lines(f.line for f in first)}: the groups add up to {total} people, and the band has "
        f"{base}.",
        lines=(f.line for group in over for f in group),
        fix="The denominator of indicators 1 and 9 is everyone in the band or on the board.",
    )


@on_few
def check_totals_add_up(upload: Upload) -> CheckResult:
    """Where a total is given beside its parts, ethnic groups or bands, the parts add up to it."""
    name = "totals_add_up"
    apart = [*_groups_apart(upload), *_bands_apart(upload)]
    if not apart:
        return passed(name, "Every total agrees with its parts.")
    first = apart[0]
    return warned(
        name,
        f"{on_lines(f.line for f in first.figures)}: {first.what} add up to {first.parts} people, "
        f"and the total is {first.total}; nothing was changed.",
        lines=(f.line for one in apart for f in one.figures),
        fix="Check the total and its parts; people with two posts can be counted in two bands.",
    )


@dataclass(frozen=True, slots=True)
class _Apart:
    """A total and parts that do not make it."""

    figures: tuple[Figure, ...]
    what: str
    parts: int
    total: int


def _groups_apart(upload: Upload) -> Iterator[_Apart]:
    places: dict[tuple[object, ...], dict[EthnicGroup, Figure]] = defaultdict(dict)
    for figure in upload.figures:
        if figure.indicator in NEEDS_COUNTS and figure.counts and figure.group in _PARTS:
            places[figure.place][figure.group] = figure
    for groups in places.values():
        counts = [f.counts for f in groups.values() if f.counts]
        parts, total = sum(top for top, _ in counts), max(base for _, base in counts)
        if len(groups) == len(_PARTS) and parts < total:
            yield _Apart(tuple(groups.values()), "BME, White and Unknown", parts, total)


def _bands_apart(upload: Upload) -> Iterator[_Apart]:
    singles = PAY_BANDS + MEDICAL_GRADES
    places: dict[tuple[object, ...], dict[Band, Figure]] = defaultdict(dict)
    for f in upload.figures:
        if f.indicator == 1 and f.counts and f.band and f.group in _PARTS:
            place = (*f.place[:2], f.staff_group, f.group)
            places[place][f.band] = f
    for bands in places.values():
        whole = bands.get(Band.ALL)
        found = [bands[band] for band in singles if band in bands]
        parts = sum((f.counts or (0, 0))[0] for f in found)
        total = (whole.counts or (0, 0))[0] if whole else parts
        if whole and (parts > total or (len(found) == len(singles) and parts != total)):
            group = _SAID[whole.group] if whole.group else ""
            yield _Apart((whole,), f"the bands of {group} staff", parts, total)


@tells_only
@on_few
def check_duplicates(upload: Upload) -> CheckResult:
    """No figure is given twice; the same figure with the same value is kept once."""
    name, nothing = "duplicates", "No figure is given twice."
    if len(upload.groups.by_key) == len(upload.figures):
        return passed(name, nothing)
    seen: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in upload.figures:
        # What is not understood yet is told by other checks; two unknowns are not the same figure.
        if is_understood(figure):
            seen[figure.key].append(figure)
    twice = [group for group in seen.values() if len(group) > 1]
    apart = [group for group in twice if len({_content(f) for f in group}) > 1]
    if apart:
        return _different_duplicates(name, apart)
    same = [group for group in twice if len({f.line for f in group}) > 1 and not group[0].is_ratio]
    if not same:
        return passed(name, nothing)
    return warned(
        name,
        f"{on_lines(f.line for f in same[0])}: the same figure is given more than once with the "
        f"same value ({count_of(len(same), 'figure')}); it was kept once.",
        lines=(f.line for group in same for f in group),
        fix="Delete the repeated rows.",
    )


def is_understood(figure: Figure) -> bool:
    """Return whether it is known whose figure this is: every word of its row has a meaning."""
    terms = (figure.organisation, figure.wres_year, figure.staff_group, figure.band, figure.group)
    return None not in terms and figure.indicator in INDICATOR_NUMBERS


def _different_duplicates(name: str, apart: list[list[Figure]]) -> CheckResult:
    first = apart[0]
    values = quoted(f.printed.text or f"{f.numerator.text}/{f.denominator.text}" for f in first)
    return failed(
        name,
        f"{on_lines(f.line for f in first)}: the same figure is given with different values "
        f"({values}).",
        lines=(f.line for group in apart for f in group),
        fix="Keep the right one. Rows may differ in something no column says, such as a division.",
    )


def _sum_above_base(group: list[Figure]) -> bool:
    different = {f.group: f.counts or (0, 0) for f in group}.values()
    return sum(top for top, _ in different) > max(base for _, base in different)


def _content(figure: Figure) -> tuple[object, ...]:
    return (figure.value, figure.counts, figure.status)
