"""Checks of patterns across figures: codes for missing, columns alike, sums, twins."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import numpy as np

from wres.indicators import SURVEY_INDICATORS
from wres.terms import EthnicGroup
from wres.upload.asking import among_all, on_few, tells_only
from wres.upload.checking import (
    CheckResult,
    Upload,
    count_of,
    look_at,
    on_lines,
    passed,
    quoted,
    warned,
)
from wres.upload.columns import Field
from wres.upload.figure_arrays import LAST_YEAR, At, FigureArrays, lines_at
from wres.upload.figures import Figure
from wres.upload.grouping import share_of
from wres.upload.numbers import quantity

MISSING_CODES = (99.0, 999.0)
_BELOW_A_CODE = 80.0
_LEAST_PAIRS = 3
_LEAST_WHOLE = 8
_LARGEST_GAP = 0.4
_SMALLEST_BASE_COMPARED = 30
_MOST_COLUMNS_ADDED = 12
_GAP_POINTS = 0.15
_LEAST_TWIN_FIGURES = 6


@on_few
def check_coded_missing(upload: Upload) -> CheckResult:
    """No percentage is 99, a code for missing, among much smaller ones."""
    return look_at(
        "coded_missing",
        coded_missing(upload),
        said=lambda f: (
            f"“{f.printed.text}” stands among much smaller percentages, and is a usual code for "
            "missing"
        ),
        fine="No code for missing stands among the percentages.",
        fix="Leave the cell empty if the figure is missing.",
    )


@on_few
def check_zero_percentages(upload: Upload) -> CheckResult:
    """No survey figure is zero without counts that show it."""
    return look_at(
        "zero_percentages",
        [f for f in upload.figures if f.value == 0 and f.is_survey and not f.counts],
        said=lambda f: (
            f"“{f.printed.text}” says that nobody did, and often stands for a figure that is "
            "missing or hidden"
        ),
        fine="No survey figure is a bare zero.",
        fix="Leave the cell empty if the figure is missing, or write * if it is hidden.",
    )


@on_few
def check_ratio_zero(upload: Upload) -> CheckResult:
    """No relative likelihood is exactly zero."""
    return look_at(
        "ratio_zero",
        [f for f in upload.groups.ratios.values() if f.value == 0],
        said=lambda f: (
            f"a ratio of “{f.printed.text}” says that it happened to nobody of one group, and "
            "often stands for a missing figure"
        ),
        fine="No ratio is zero.",
        fix="Leave the ratio empty if it could not be worked out.",
    )


@tells_only
@on_few
def check_whole_percentages(upload: Upload) -> CheckResult:
    """Survey percentages are printed with at least one decimal."""
    name = "whole_percentages"
    printed = [f.printed for f in upload.figures if f.is_survey and f.value and not f.counts]
    is_whole = all(not p.number or (p.number > 1 and p.number % 1 == 0) for p in printed)
    if len(printed) < _LEAST_WHOLE or not is_whole:
        return passed(name, "Percentages have decimals.")
    return warned(
        name,
        f"All {count_of(len(printed), 'survey percentage')} are whole numbers, so a gap can be a "
        "full point out.",
        fix="Upload the figures with one decimal if you have them.",
    )


@among_all
def check_identical_columns(upload: Upload) -> CheckResult:
    """BME and White are not the same figure in every row."""
    bme, white = upload.arrays.pairs
    values, others = upload.arrays.share[bme], upload.arrays.share[white]
    given = ~np.isnan(values)
    is_copy = np.count_nonzero(given) >= _LEAST_PAIRS and np.array_equal(
        values[given], others[given]
    )
    return look_at(
        "identical_columns",
        upload.chosen(bme[given] if is_copy else bme[:0]),
        said=lambda f: "BME and White are the same figure in every row",
        fine="BME and White differ.",
        fix="One column may have been copied over the other; check it at the source.",
    )


@among_all
def check_gap_size(upload: Upload) -> CheckResult:
    """No gap between BME and White is above forty points."""
    arrays = upload.arrays
    bme, white = arrays.pairs
    # A gap to a figure that is not given is no number, and not wide.
    is_wide = np.abs(arrays.share[bme] - arrays.share[white]) > _LARGEST_GAP
    is_wide &= np.isin(arrays.indicator[bme], SURVEY_INDICATORS)
    for side in (bme, white):
        base = arrays.base[side]
        is_wide &= (base <= 0) | (base >= _SMALLEST_BASE_COMPARED)
    return look_at(
        "gap_size",
        upload.chosen(bme[is_wide]),
        said=lambda f: (
            f"BME and White are more than 40 points apart on indicator {f.indicator}, far more "
            "than at any trust"
        ),
        fine="Gaps are of a usual size.",
        fix="One of the two may be turned round or belong to another question.",
    )


@on_few
def check_indicator_6_sum(upload: Upload) -> CheckResult:
    """Indicator 6 is not the sum of the columns for managers and for colleagues."""
    name = "indicator_6_sum"
    spare = [use for use in upload.uses if use.field in (Field.UNKNOWN, Field.IGNORED)]
    figures = [f for f in upload.groups.by_indicator.get(6, ()) if f.printed.number]
    cells = {line.number: line.cells for line in upload.reading.rows} if figures and spare else {}
    columns = [use.position for use in spare[:_MOST_COLUMNS_ADDED]]
    for first, second in combinations(columns, 2):
        added = [f for f in figures if cells and _is_sum(f, cells[f.line], first, second)]
        if added and len(added) * 2 >= len(figures):
            names = quoted(upload.reading.header[at] for at in (first, second))
            return warned(
                name,
                f"{on_lines(f.line for f in added)}: indicator 6 is the sum of {names}, so people "
                "harassed by both were counted twice.",
                lines=(f.line for f in added),
                fix="Give the share harassed by managers or colleagues; it is in another table.",
            )
    return passed(name, "Indicator 6 is not a sum of two columns.")


@on_few
def check_printed_gap(upload: Upload) -> CheckResult:
    """A gap printed beside BME and White is the difference of the two."""
    name = "printed_gap"
    columns = [
        u.position
        for u in upload.uses
        if u.field is Field.IGNORED and {"gap", "difference"} & set(u.header.casefold().split())
    ]
    if not columns:
        return passed(name, "No gap is printed beside the figures.")
    cells = {line.number: line.cells for line in upload.reading.rows}
    found = [
        (b, w, cells[b.line][at])
        for b, w in upload.groups.pairs
        for at in columns
        if b.line == w.line and _gap_differs(b, w, cells[b.line][at])
    ]
    if not found:
        return passed(name, "Printed gaps agree with the figures.")
    bme, white, text = found[0]
    points = 100 * ((share_of(bme) or 0.0) - (share_of(white) or 0.0))
    return warned(
        name,
        f"{on_lines(b.line for b, _, _ in found)}: a gap of “{text}” is printed, and BME minus "
        f"White is {points:.1f} points.",
        lines=(b.line for b, _, _ in found),
        fix="One of the three was changed and the others were not; check the row.",
    )


@among_all
def check_twin_organisations(upload: Upload) -> CheckResult:
    """No two organisations have the same figures throughout."""
    name = "twin_organisations"
    twins = _alike(upload.arrays)
    if not twins:
        return passed(name, "No two organisations have the same figures.")
    codes = sorted(upload.figures[int(at[0])].terms.org_text for at in twins[0])
    return warned(
        name,
        f"{quoted(codes)} have exactly the same figures.",
        lines=lines_at(upload.arrays, *(at for found in twins for at in found)),
        fix="A block of rows may have been copied from one organisation to another.",
    )


def _alike(arrays: FigureArrays) -> list[list[At]]:
    """Where the figures of organisations stand that have the same figures for the same year."""
    order = np.argsort(arrays.year_of, kind="stable")
    ends = np.flatnonzero(np.diff(arrays.year_of[order])) + 1
    # Nought is the same figure with either sign.
    shares = arrays.share[order] + 0.0
    about = (arrays.about * LAST_YEAR + arrays.wres_year)[order]
    seen: dict[tuple[bytes, bytes], list[At]] = defaultdict(list)
    parts = (np.split(one, ends) for one in (order, shares, about))
    for at, values, what in zip(*parts, strict=True):
        if np.count_nonzero(~np.isnan(values)) >= _LEAST_TWIN_FIGURES:
            seen[what.tobytes(), values.tobytes()].append(at)
    return [found for found in seen.values() if len(found) > 1]


def coded_missing(upload: Upload) -> list[Figure]:
    """Return the percentages that are a code for missing among much smaller ones."""
    found = []
    for figures in upload.groups.by_column.values():
        if not any(f.printed.number in MISSING_CODES for f in figures):
            continue
        printed = [(f, f.printed.number) for f in figures if not f.is_ratio and not f.counts]
        codes = [f for f, number in printed if number in MISSING_CODES]
        others = [n for _, n in printed if n is not None and n not in MISSING_CODES]
        found += codes if others and max(others) <= _BELOW_A_CODE else []
    return found


def _is_sum(figure: Figure, cells: tuple[str, ...], first: int, second: int) -> bool:
    one, two = quantity(cells[first]).number, quantity(cells[second]).number
    whole = figure.printed.number
    if not one or not two or whole is None or figure.group is EthnicGroup.UNKNOWN:
        return False
    return abs(one + two - whole) < 1e-6


def _gap_differs(bme: Figure, white: Figure, text: str) -> bool:
    printed, one, two = quantity(text).number, share_of(bme), share_of(white)
    if printed is None or one is None or two is None:
        return False
    points = 100 * (one - two)
    # A gap may be printed in points or as a proportion, and White minus BME.
    sizes = (abs(printed), abs(100 * printed))
    return all(abs(size - abs(points)) > _GAP_POINTS for size in sizes)
