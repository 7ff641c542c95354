"""Checks against what is held already: other organisations, other editions, the same year."""

from __future__ import annotations

from collections import defaultdict

from wres.indicators import SURVEY_INDICATORS
from wres.results import Result, with_value
from wres.terms import Status, Unit
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
from wres.upload.figures import Figure
from wres.upload.grouping import base_of, share_of

_TRUSTS_FOR_A_RANGE = 20
_REACH = 3.0
_OUTSIDE_POINTS = 0.05
_SMALLEST_BASE_COMPARED = 50
_LEAST_SAME = 4
_SAME = 5e-5
_UPLOADED = "uploaded"


def check_national_range(upload: Upload) -> CheckResult:
    """Every survey figure lies where those of other organisations do."""
    found = [
        f
        for number in SURVEY_INDICATORS
        for f in upload.groups.by_indicator.get(number, ())
        if _is_outside(f, upload.groups.others(f))
    ]
    return look_at(
        "national_range",
        found,
        said=lambda f: _range_words(f, upload.groups.others(f)),
        fine="Every figure lies where those of other organisations do.",
        fix="Check the figure, its scale and its direction against the source.",
    )


def check_another_year(upload: Upload) -> CheckResult:
    """The figures of a year are not those held for another year that is not the one before."""
    held: dict[object, dict[int, list[Result]]] = defaultdict(lambda: defaultdict(list))
    for row in upload.groups.held_rows.values():
        held[row.org_code][row.wres_year].append(row)
    found: list[tuple[Figure, int]] = []
    for (code, year), figures in upload.groups.by_organisation.items():
        here = {_about(f): v for f in figures if (v := share_of(f)) is not None}
        for other, rows in held[code].items():
            is_other = other not in (year, _before(year))
            if is_other and _agree(here, rows):
                found.append((figures[0], other))
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


def check_another_organisation(upload: Upload) -> CheckResult:
    """The figures are not those held of another organisation for the same year."""
    name = "another_organisation"
    own = {code for code, _ in upload.groups.by_organisation}
    theirs: dict[tuple[object, ...], set[str]] = defaultdict(set)
    years = {year for _, year in upload.groups.by_organisation if isinstance(year, int)}
    if len(own) <= _LEAST_SAME:
        for row in upload.held.of_years(years):
            value = with_value(row)
            if row.org_code not in own and value is not None:
                theirs[(row.wres_year, *_row_about(row), round(value, 4))].add(row.org_code)
    found = []
    for (code, year), figures in upload.groups.by_organisation.items() if theirs else ():
        values = [(f, v) for f in figures if (v := share_of(f)) is not None]
        alike = [theirs.get((year, *_about(f), round(v, 4)), set()) for f, v in values]
        common = set.intersection(*alike) if len(alike) >= _LEAST_SAME else set()
        found += [(figures[0], str(code), other) for other in sorted(common)]
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


def check_restates_held(upload: Upload) -> CheckResult:
    """Figures held already for the same year are given again as they were."""
    found = [(f, row) for f in upload.figures if (row := _held_otherwise(upload, f))]
    held = "one" if len(found) == 1 else "ones"
    return look_at_pairs(
        "restates_held",
        found,
        said=lambda figure, row: (
            f"{count_of(len(found), 'figure')} would replace {held} already held for the same "
            f"year; indicator {figure.indicator} was {_number(row)} and is {_shown(figure)}"
        ),
        fine="Nothing that is held already would change.",
        fix="A corrected or re-weighted edition is an honest reason; otherwise check the file.",
    )


def check_edition_held(upload: Upload) -> CheckResult:
    """The figures come from the edition that is held for the same year."""
    found = []
    for figure in upload.figures:
        edition = figure.draft.edition
        row = upload.groups.held_rows.get(figure.key) if edition else None
        if row is not None and row.edition not in ("", _UPLOADED, edition):
            found.append((figure, row.edition))
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


def _is_outside(figure: Figure, others: tuple[float, ...]) -> bool:
    value, base = share_of(figure), base_of(figure)
    if value is None or len(others) < _TRUSTS_FOR_A_RANGE:
        return False
    if base is not None and base < _SMALLEST_BASE_COMPARED:
        return False
    low, high = others[len(others) // 4], others[(3 * len(others)) // 4]
    reach = max(_REACH * (high - low), _OUTSIDE_POINTS)
    outside = value < low - reach or value > high + reach
    return outside and not others[0] <= value <= others[-1]


def _range_words(figure: Figure, others: tuple[float, ...]) -> str:
    value = 100 * (share_of(figure) or 0)
    low, high = 100 * others[0], 100 * others[-1]
    return (
        f"{value:.1f}% on indicator {figure.indicator} is far from {len(others)} other "
        f"organisations, which run from {low:.1f}% to {high:.1f}%"
    )


def _about(figure: Figure) -> tuple[object, ...]:
    return (*figure.place[2:], *figure.key[1:])


def _row_about(row: Result) -> tuple[object, ...]:
    place = (row.indicator, row.staff_group.value, row.band.value)
    return (*place, row.ethnic_group.value, row.unit is Unit.RATIO)


def _before(year: object) -> int:
    return int(str(year)) - 1 if str(year).isdigit() else 0


def _agree(here: dict[tuple[object, ...], float], rows: list[Result]) -> bool:
    both = 0
    for row in rows:
        value = here.get(_row_about(row))
        if value is None:
            continue
        if not _is_near(value, with_value(row)):
            return False
        both += 1
    return both >= _LEAST_SAME


def _is_near(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) < _SAME


def _held_otherwise(upload: Upload, figure: Figure) -> Result | None:
    rows = upload.groups.held_rows
    row = rows.get(figure.key) if rows else None
    if row is None or figure.status is not Status.SHOWN:
        return None
    # A figure printed to one decimal is the same figure as one printed to two.
    here, there = share_of(figure), with_value(row)
    slack = 0.006 if figure.is_ratio else 0.00051
    if here is None or there is None or abs(here - there) <= slack:
        return None
    return row


def _number(row: Result) -> str:
    value = with_value(row) or 0.0
    return f"{value:.2f}" if row.unit is Unit.RATIO else f"{100 * value:.1f}%"


def _shown(figure: Figure) -> str:
    value = share_of(figure) or 0.0
    return f"{value:.2f}" if figure.is_ratio else f"{100 * value:.1f}%"
