"""Tables of a written report: the figures of the pages in few columns, so that they fit on A4."""

from __future__ import annotations

from datetime import date

from wres.answers import Evidence, Glance, View
from wres.answers.coverage import held_of
from wres.benchmarks import Benchmark, BenchmarkFigure
from wres.concerns import Assessment
from wres.measures import Gap, Likelihood, Rate
from wres.plans import ActionPlan
from wres.reports.tables import NO_RANGE, Table, likelihoods_table
from wres.words import (
    SPOKEN,
    base_text,
    benchmark_line,
    due_words,
    finding,
    gap_range_text,
    gap_text,
    indicator_label,
    lead_words,
    people_label,
    percent_text,
    range_text,
    rate_text,
    strength_words,
)
from wres.words import reports as words
from wres.words.presets import sentence_case

NO_BENCHMARK = "None for this year"
NOTHING_OPEN = "nothing"


def rate_cell(rate: Rate) -> str:
    """Return a rate with its number of people and likely range, or why it has none."""
    if not rate.is_shown:
        return rate_text(rate)
    if rate.base is None:
        return rate_text(rate)
    spread = range_text(rate.interval) if rate.interval else NO_RANGE.lower()
    return f"{rate_text(rate)} ({spread}; n = {base_text(rate)})"


def gap_cell(gap: Gap) -> str:
    """Return a gap with its likely range, where there is one."""
    return f"{gap_text(gap)} ({gap_range_text(gap)})" if gap.interval else gap_text(gap)


def standing_table(evidence: Evidence, view: View, glances: tuple[Glance, ...]) -> Table:
    """Return one row an indicator: what was found, the verdict, what it is set beside."""
    rows = []
    for one in glances:
        number, found = one.measured.number, one.assessment
        if found is None:
            held = held_of(evidence, view.org_code, wres_year=view.wres_year, number=number)
            why = words.no_figure_sentence(held, view.wres_year)
            cells = (why, words.VERDICT_UNKNOWN, words.NOT_COMPARED)
        else:
            cells = (finding(one), strength_words(found.strength), benchmark_line(one))
        rows.append((indicator_label(number), *cells))
    return Table(
        caption=f"The nine indicators, WRES {view.wres_year}",
        columns=("Indicator", "What was found", "Verdict", "Set beside"),
        rows=tuple(rows),
    )


def years_table(gaps: tuple[Gap, ...], benchmarks: tuple[Benchmark, ...], *, caption: str) -> Table:
    """Return one row a WRES year: both groups, the gap and the benchmark."""
    return Table(
        caption=caption,
        columns=("WRES year", SPOKEN.bme, SPOKEN.white, "Gap", f"Benchmark for {SPOKEN.bme}"),
        rows=tuple(
            (
                str(one.wres_year),
                rate_cell(one.bme),
                rate_cell(one.white),
                gap_cell(one),
                _benchmark_cell(benchmark),
            )
            for one, benchmark in zip(gaps, benchmarks, strict=True)
        ),
    )


def _benchmark_cell(benchmark: Benchmark) -> str:
    if not isinstance(benchmark, BenchmarkFigure):
        return NO_BENCHMARK
    return f"{percent_text(benchmark.value)}, {benchmark.label}"


def ratios_table(
    series: tuple[Likelihood, ...], benchmarks: tuple[Benchmark, ...], *, caption: str
) -> Table:
    """Return one row a WRES year: the ratio in words, its likely range, counts, benchmark."""
    whole = likelihoods_table(series, benchmarks, caption=caption)
    # The bare ratio is in its words already.
    kept = [place for place, name in enumerate(whole.columns) if name != "Ratio"]
    return Table(
        caption=caption,
        columns=tuple(whole.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in whole.rows),
    )


def places_table(gaps: tuple[Gap, ...], *, caption: str) -> Table:
    """Return one row a pay band: both groups and the gap."""
    rows = (
        (
            people_label(one.bme.band, one.bme.staff_group),
            rate_cell(one.bme),
            rate_cell(one.white),
            gap_cell(one),
        )
        for one in gaps
    )
    return Table(
        caption=caption, columns=("Staff", SPOKEN.bme, SPOKEN.white, "Gap"), rows=tuple(rows)
    )


def shares_table(gaps: tuple[Gap, ...], *, caption: str, posts: str) -> Table:
    """Return one row a WRES year: the BME share of some posts, in people and per cent."""
    rows = tuple((str(one.wres_year), _share_cell(one.bme)) for one in gaps)
    return Table(
        caption=caption,
        columns=("WRES year", f"{sentence_case(SPOKEN.bme_share)} of {posts}"),
        rows=rows,
    )


def _share_cell(rate: Rate) -> str:
    if not rate.is_shown or rate.numerator is None:
        return rate_text(rate)
    return f"{rate.numerator:,} of {rate.base:,} ({rate_text(rate)})"


def triggers_table(found: Assessment, *, caption: str) -> Table:
    """Return one row a trigger of concern: both its answers, and what they rest on."""
    return Table(
        caption=caption,
        columns=("Looked at", "Both answers", "What they rest on"),
        rows=tuple(words.trigger_row(one) for one in found.findings),
    )


def activities_table(plan: ActionPlan, today: date) -> Table:
    """Return one row an activity: what, for which indicators, who, when, how far, what is open."""
    rows = (
        (
            str(place),
            one.activity or "No activity named",
            words.answers_cell(one),
            lead_words(one),
            due_words(one),
            words.status_cell(one, today),
            "; ".join(one.missing) or NOTHING_OPEN,
        )
        for place, one in enumerate(plan.activities, start=1)
    )
    return Table(
        caption=plan.title,
        columns=("No.", "Activity", "Indicators", "Lead", "Due", "Status", "Left open"),
        rows=tuple(rows),
    )
