"""The table twin of every chart: the same figures, rounded the same, with n and likely range."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass

from wres.answers import BenchmarkList
from wres.benchmarks import Benchmark, BenchmarkFigure
from wres.measures import Gap, Likelihood, Rate
from wres.results import Result, with_value
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit, members
from wres.words import (
    SPOKEN,
    Labels,
    band_label,
    base_text,
    gap_range_text,
    gap_text,
    group_label,
    likelihood_text,
    people_label,
    percent_text,
    range_text,
    rate_text,
    ratio_range_text,
    ratio_text,
    status_words,
)

NO_RANGE = "No likely range"
MARKED = "Activities that start or are due before it"
NOT_HERE = "No figures yet"
NO_MARKS: Mapping[int, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of words and figures as they are read: no empty cells, one row of names."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def group_columns(label: str) -> tuple[str, ...]:
    """Return the three columns of a group: its figure, how many answered, its likely range."""
    return (label, f"{label}, number who answered", f"{label}, likely range")


def group_cells(rate: Rate) -> tuple[str, ...]:
    """Return the three cells of a group, in words where there is no figure."""
    if not rate.is_shown:
        return (rate_text(rate), base_text(rate), NO_RANGE)
    spread = range_text(rate.interval) if rate.interval else NO_RANGE
    return (rate_text(rate), base_text(rate), spread)


def gaps_table(
    gaps: tuple[Gap, ...],
    benchmarks: tuple[Benchmark, ...],
    *,
    caption: str,
    labels: Labels = SPOKEN,
    marks: Mapping[int, str] = NO_MARKS,
) -> Table:
    """Return one row a WRES year: both groups, the gap, the benchmark, activities before it."""
    first = group_label(gaps[0].bme.group, labels) if gaps else labels.bme
    both = not _white_alone(gaps)
    beside = (*group_columns(labels.white), "Gap", "Gap, likely range") if both else ()
    columns = ("WRES year", *group_columns(first), *beside, f"Benchmark for {first}")
    columns += (MARKED,) if marks else ()
    rows = tuple(
        (
            str(one.wres_year),
            *group_cells(one.bme),
            *(_white_and_gap(one, labels) if both else ()),
            _benchmark_cell(benchmark),
            *_marked(one.wres_year, marks),
        )
        for one, benchmark in zip(gaps, benchmarks, strict=True)
    )
    known = {one.wres_year for one in gaps}
    return Table(caption=caption, columns=columns, rows=(*rows, *_to_come(columns, known, marks)))


def _to_come(
    columns: tuple[str, ...], known: Set[int], marks: Mapping[int, str]
) -> tuple[tuple[str, ...], ...]:
    """A row for each marked year whose figures are not here."""
    blank = (NOT_HERE,) * (len(columns) - 2)
    return tuple((str(year), *blank, marks[year]) for year in sorted(set(marks) - known))


def _marked(wres_year: int, marks: Mapping[int, str]) -> tuple[str, ...]:
    return (marks.get(wres_year, "No activity"),) if marks else ()


def _white_alone(gaps: tuple[Gap, ...]) -> bool:
    """Whether White staff were chosen: there is nobody to set them beside, and no gap."""
    return bool(gaps) and gaps[0].bme.group is EthnicGroup.WHITE


def _white_and_gap(one: Gap, labels: Labels) -> tuple[str, ...]:
    spread = gap_range_text(one) if one.interval else NO_RANGE
    return (*group_cells(one.white), gap_text(one, labels), spread)


def _benchmark_cell(benchmark: Benchmark) -> str:
    if not isinstance(benchmark, BenchmarkFigure):
        return "None for this year"
    return f"{percent_text(benchmark.value)}, {benchmark.label}"


def likelihoods_table(
    series: tuple[Likelihood, ...],
    benchmarks: tuple[Benchmark, ...],
    *,
    caption: str,
    labels: Labels = SPOKEN,
    marks: Mapping[int, str] = NO_MARKS,
) -> Table:
    """Return one row a WRES year: the ratio, its likely range, the counts when they may show."""
    rows = []
    for one, benchmark in zip(series, benchmarks, strict=True):
        beside = "None for this year"
        if isinstance(benchmark, BenchmarkFigure):
            beside = f"{benchmark.value:.2f}, {benchmark.label}"
        rows.append(
            (
                str(one.wres_year),
                ratio_text(one),
                likelihood_text(one, labels),
                _ratio_range(one),
                _counts(one, one.bme),
                _counts(one, one.white),
                beside,
                *_marked(one.wres_year, marks),
            )
        )
    columns = (
        "WRES year",
        "Ratio",
        "In words",
        "Likely range",
        labels.bme,
        labels.white,
        "Benchmark",
        *((MARKED,) if marks else ()),
    )
    rows += _to_come(columns, {one.wres_year for one in series}, marks)
    return Table(caption=caption, columns=columns, rows=tuple(rows))


def _ratio_range(one: Likelihood) -> str:
    if one.interval is None:
        return NO_RANGE
    hidden = one.shown_interval is None
    return status_words(Status.HIDDEN) if hidden else ratio_range_text(one)


def _counts(one: Likelihood, rate: Rate | None) -> str:
    if one.small_numbers:
        return status_words(Status.HIDDEN)
    if rate is None or rate.numerator is None:
        return "Counts not published"
    return f"{rate.numerator:,} of {rate.base:,} ({rate_text(rate)})"


def bands_table(gaps: tuple[Gap, ...], *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return one row a band or staff group: both groups and the gap."""
    first = group_label(gaps[0].bme.group, labels) if gaps else labels.bme
    both = not _white_alone(gaps)
    columns = ("Staff", *group_columns(first))
    columns += (*group_columns(labels.white), "Gap") if both else ()
    rows = tuple(
        (
            people_label(one.bme.band, one.bme.staff_group),
            *group_cells(one.bme),
            *((*group_cells(one.white), gap_text(one, labels)) if both else ()),
        )
        for one in gaps
    )
    return Table(caption=caption, columns=columns, rows=rows)


def posts_table(rows: tuple[Result, ...], *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return indicator 1 or 9 as people: one row a band or seat, one column a group."""
    groups = (EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.UNKNOWN)
    by_place: dict[tuple[Band, StaffGroup], dict[EthnicGroup, Result]] = {}
    for row in rows:
        if row.staff_group is StaffGroup.ALL or row.band is Band.ALL:
            by_place.setdefault((row.band, row.staff_group), {})[row.ethnic_group] = row
    table = []
    for (band, staff), found in sorted(by_place.items(), key=_lowest_first):
        posts = next((r.denominator for r in found.values() if r.denominator is not None), None)
        cells = [_post_cell(found.get(group)) for group in groups]
        total = f"{posts:,}" if posts is not None else "No figure given"
        table.append((people_label(band, staff), *cells, total))
    columns = ("Posts", *(group_label(group, labels) for group in groups), "All staff")
    return Table(caption=caption, columns=columns, rows=tuple(table))


def _lowest_first(place: tuple[tuple[Band, StaffGroup], object]) -> tuple[bool, int, str]:
    band, staff = place[0]
    first = list(Band).index(members(band)[0])
    return (band is not Band.ALL, 0 if band is Band.ALL else first, staff.value)


def _post_cell(row: Result | None) -> str:
    if row is None:
        return status_words(Status.MISSING)
    if row.status is not Status.SHOWN or row.numerator is None:
        return status_words(row.status) or status_words(Status.MISSING)
    share = with_value(row)
    return f"{row.numerator:,} ({percent_text(share)})" if share is not None else "No posts"


def benchmarks_table(answer: BenchmarkList, *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return one row a published figure, latest first, doubtful ones with the reason."""
    # Four columns and no more: the longest of these tables has to fit a phone.
    columns = ("WRES year", "Whose figure", "Figure", "Note and source")
    rows = tuple(
        (str(one.wres_year), one.label, _published_figure(one, labels), _remark(one))
        for one in answer.figures
    )
    return Table(caption=caption, columns=columns, rows=rows)


def _published_figure(one: BenchmarkFigure, labels: Labels) -> str:
    value = f"{one.value:.2f}" if one.unit is Unit.RATIO else percent_text(one.value)
    people = f" of {one.base:,}" if one.base else ", number not given"
    return f"{_about(one, labels)}: {value}{people}"


def _remark(one: BenchmarkFigure) -> str:
    # The short name of a source, in brackets, is for those who look it up in the data files.
    note = re.sub(r" \[\w+\]", "", one.note)
    if one.doubtful:
        note = f"Doubtful, not compared: {one.doubtful}"
    return f"{note} Source: {one.source_title or one.source_id}.".strip()


def _about(one: BenchmarkFigure, labels: Labels) -> str:
    group = "Ratio" if one.unit is Unit.RATIO else group_label(one.ethnic_group, labels)
    return group if one.band is Band.ALL else f"{group}, {band_label(one.band)}"
