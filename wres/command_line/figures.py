"""The command ``results``: published figures of whom, when and what was asked for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from wres.answers import Evidence, View, glance
from wres.benchmarks import BenchmarkFigure
from wres.command_line.evidence import opened, organisation_asked, problems, year_asked
from wres.command_line.layout import table, wrapped
from wres.command_line.reply import BadCommand, Reply
from wres.indicators import indicator
from wres.reports.figure_rows import Figure, data_of, figures_of, in_order, published
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit, survey_year_of, term
from wres.text import cut
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
Term = TypeVar("Term", Band, EthnicGroup, StaffGroup)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the options ask for; None is everything."""

    org_code: str | None = None
    year: int | None = None
    indicator: int | None = None
    band: Band | None = None
    group: EthnicGroup | None = None
    staff_group: StaffGroup | None = None

    def takes(self, row: Result) -> bool:
        """Return whether a row is one of those asked for."""
        pairs = (
            (self.org_code, row.org_code),
            (self.year, row.wres_year),
            (self.indicator, row.indicator),
            (self.band, row.band),
            (self.group, row.ethnic_group),
            (self.staff_group, row.staff_group),
        )
        return all(asked is None or asked == found for asked, found in pairs)


def results(asked: Namespace) -> Reply:
    """Return the published figures asked for.

    Raises:
        BadCommand: If there are none; the sentence says what there is.
        UnknownTerm: If a band, group, staff group or indicator is not one of the standard's.
    """
    evidence = opened()
    wanted = _wanted(evidence, asked)
    found = sorted(figures_of(evidence, wanted.takes), key=in_order)
    if not found:
        raise BadCommand(_nothing_found(evidence, wanted))
    return Reply(
        data=[data_of(figure) for figure in found],
        lines=tuple(_told(evidence, found)),
        notes=problems(evidence),
    )


def _wanted(evidence: Evidence, asked: Namespace) -> Wanted:
    organisation = organisation_asked(evidence, asked.org) if asked.org else None
    if organisation is not None and asked.year is not None:
        year_asked(evidence, organisation, asked.year)
    return Wanted(
        org_code=organisation.code if organisation else None,
        year=asked.year,
        indicator=None if asked.indicator is None else indicator(asked.indicator).number,
        band=_term(Band, asked.band, "band"),
        group=_term(EthnicGroup, asked.group, "ethnic group"),
        staff_group=_term(StaffGroup, asked.staff, "staff group"),
    )


def _term(kind: type[Term], code: str, name: str) -> Term | None:
    return term(kind, code.strip().casefold(), name) if code else None


def _nothing_found(evidence: Evidence, wanted: Wanted) -> str:
    rows = [row for row, _ in published(evidence) if wanted.org_code in (None, row.org_code)]
    if not rows:
        return f"There are no published figures for {wanted.org_code}, only an action plan."
    nothing = "There are no published figures for"
    years = {row.wres_year for row in rows}
    if wanted.year is not None and wanted.year not in years:
        return f"{nothing} WRES year {cut(str(wanted.year))}; there are for {_listed(years)}."
    numbers = {row.indicator for row in rows if wanted.year in (None, row.wres_year)}
    if wanted.indicator is not None and wanted.indicator not in numbers:
        return f"{nothing} indicator {wanted.indicator}; there are for {_listed(numbers)}."
    return (
        f"{nothing} these people; leave out --band, --group or --staff to see what there is "
        f"(indicators {_listed(numbers)})."
    )


def _listed(numbers: set[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))


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
