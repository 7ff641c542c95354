"""The command ``results``: published figures of whom, when and what was asked for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from itertools import groupby

from wres.answers import Evidence, View, glance
from wres.benchmarks import BenchmarkFigure
from wres.command_line.evidence import opened, problems
from wres.command_line.layout import table, wrapped
from wres.command_line.reply import Reply
from wres.interface.figures import Asked, found_figures, results_data
from wres.reports.figure_rows import Figure
from wres.terms import Band, StaffGroup, Status, Unit, survey_year_of
from wres.words import (
    MADE_UP,
    WHY_HIDDEN,
    band_label,
    benchmark_line,
    finding,
    group_label,
    indicator_label,
    nearest_place,
    organisation_title,
    percent_text,
    range_text,
    ratio_range_text,
    ratio_text,
    staff_group_label,
    status_sign,
    status_words,
)

HEADINGS = ("People", "Figure", "Likely range", "n", "Gap", "Benchmark")
NONE = "-"


def results(asked: Namespace) -> Reply:
    """Return the published figures asked for.

    Raises:
        NotThere: If there are none; the sentence says what there is.
        UnknownTerm: If a band, group, staff group or indicator is not one of the standard's.
    """
    evidence = opened()
    wanted = Asked(
        org=asked.org,
        year=asked.year,
        indicator=asked.indicator,
        band=asked.band,
        group=asked.group,
        staff=asked.staff,
    )
    found = found_figures(evidence, wanted)
    data = results_data(found)
    return Reply(
        data=data,
        records=data,
        lines=tuple(_told(evidence, found)),
        notes=problems(evidence),
    )


def _told(evidence: Evidence, found: list[Figure]) -> Iterator[str]:
    blocks = groupby(found, key=lambda figure: (figure.row.org_code, figure.row.wres_year))
    for place, ((org_code, year), figures) in enumerate(blocks):
        if place:
            yield ""
        yield from _heading(evidence, org_code, year)
        for number, of_indicator in groupby(figures, key=lambda figure: figure.row.indicator):
            view = View(org_code=org_code, wres_year=year, indicator=number)
            yield from _indicator(evidence, view, list(of_indicator))
    unseen = {figure.row.status for figure in found if status_sign(figure.row.status)}
    signs = [f"{status_sign(one)} {status_words(one)}" for one in Status if one in unseen]
    if signs:
        yield from ("", *signs)
    if Status.HIDDEN in unseen:
        yield from wrapped(WHY_HIDDEN)
        near = (nearest_place(one.nearest) for one in found if one.nearest)
        yield from (f"The nearest figure shown: {place}." for place in dict.fromkeys(near))


def _heading(evidence: Evidence, org_code: str, year: int) -> list[str]:
    organisation = evidence.organisations.get(org_code)
    when = f"WRES {year} (survey {survey_year_of(year)})"
    lines = wrapped(f"{organisation_title(organisation)} ({org_code}), {when}")
    return [*lines, MADE_UP] if organisation.made_up else lines


def _indicator(evidence: Evidence, view: View, figures: list[Figure]) -> list[str]:
    at_a_glance = glance(evidence, view, view.indicator)
    lines = ["", *wrapped(indicator_label(view.indicator), hang=3)]
    if at_a_glance.has_figures:
        lines += wrapped(finding(at_a_glance), indent=2)
    if isinstance(at_a_glance.benchmark, BenchmarkFigure):
        lines += wrapped(benchmark_line(at_a_glance), indent=2)
    return [*lines, *table([HEADINGS, *(_cells(figure) for figure in figures)], indent=2)]


def _cells(figure: Figure) -> tuple[str, ...]:
    row, gap = figure.row, figure.gap
    return (
        _people(figure),
        status_sign(row.status) if figure.value is None else _figure_text(figure),
        _range(figure),
        NONE if row.denominator is None else f"{row.denominator:,}",
        NONE if gap is None or gap.points is None else f"{gap.points:+.1f}",
        _benchmark(figure),
    )


def _people(figure: Figure) -> str:
    row = figure.row
    if row.unit is Unit.RATIO:
        return "Relative likelihood"
    parts = [group_label(row.ethnic_group)]
    if row.staff_group is not StaffGroup.ALL:
        parts.append(staff_group_label(row.staff_group).lower())
    if row.band is not Band.ALL:
        words = band_label(row.band)
        parts.append(words[0].lower() + words[1:])
    return ", ".join(parts)


def _figure_text(figure: Figure) -> str:
    return ratio_text(figure.likelihood) if figure.likelihood else figure.text


def _range(figure: Figure) -> str:
    found = figure.likelihood
    if found is not None and found.small_numbers and found.interval is not None:
        return status_sign(Status.HIDDEN)
    if figure.interval is None:
        return NONE
    return ratio_range_text(found) if found is not None else range_text(figure.interval)


def _benchmark(figure: Figure) -> str:
    if not isinstance(figure.benchmark, BenchmarkFigure):
        return NONE
    value = figure.benchmark.value
    return f"{value:.2f}" if figure.benchmark.unit is Unit.RATIO else percent_text(value)
