"""The reports a trust writes each year, as values: made through answers and words alone.

Whoever asks, they hold what a viewer may see, in the sentences and figures of the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wres import words
from wres.answers import ConcernsAnswer, Evidence, View, where_we_stand
from wres.charts.of_answers import indicators_drawing
from wres.indicators import indicator
from wres.measures import Gap
from wres.reports.closing_sections import closing_sections, quality_notes
from wres.reports.concern_sections import (
    concern_sections,
    concerns_of,
    coverage_points,
    open_points,
    opening_sentences,
    plan_section,
    plan_sentences,
)
from wres.reports.nine_sections import nine_sections
from wres.reports.prediction_section import prediction_sections
from wres.reports.report_tables import standing_table
from wres.reports.sections import Picture, Report, Reported, Section, source_line, told
from wres.text import cut
from wres.words import reports as said
from wres.words import story as session
from wres.words.plans import NO_PLAN

# What fits two pages whatever the figures and the plan are.
BOARD_POINTS, LONGEST_LINE = 6, 180


def annual_report(asked: Reported) -> Report:
    """Return the annual report: concerns, plan, the nine indicators, method, rules, sources."""
    wanted = _whole(asked)
    answer = concerns_of(wanted)
    sections = (
        _summary(wanted),
        *concern_sections(wanted, answer),
        plan_section(wanted, answer),
        *prediction_sections(wanted),
        *nine_sections(wanted),
        *closing_sections(wanted),
    )
    return _report(wanted, said.annual_title(wanted.view.wres_year), sections)


def board_summary(asked: Reported) -> Report:
    """Return the board's summary: the nine indicators, the concerns and the plan, on two pages."""
    wanted = _whole(asked)
    answer = concerns_of(wanted)
    sections = (_summary(wanted), *_board_parts(wanted, answer))
    return _report(wanted, said.board_title(wanted.view.wres_year), sections)


def _whole(asked: Reported) -> Reported:
    """What is asked for, about everybody: a report has no band and no group chosen."""
    view = asked.view
    whole = View(org_code=view.org_code, wres_year=view.wres_year, comparator=view.comparator)
    return replace(asked, view=whole)


def about(evidence: Evidence, view: View) -> tuple[tuple[str, str], ...]:
    """Return every choice behind the reports of a view: its name, and what was chosen."""
    chosen = (one for one in evidence.comparators(view.org_code) if one.kind is view.comparator)
    organisation = evidence.organisations.get(view.org_code)
    heirs = evidence.organisations.successors(view.org_code)
    return (
        *said.about_lines(organisation, view.wres_year, next(chosen, None)),
        *said.closed_line(organisation, heirs),
    )


def _report(asked: Reported, title: str, sections: Iterable[Section]) -> Report:
    view = asked.view
    organisation = asked.evidence.organisations.get(view.org_code)
    return Report(
        title=title,
        organisation=words.organisation_title(organisation),
        org_code=view.org_code,
        wres_year=view.wres_year,
        about=about(asked.evidence, view),
        made=said.made_line(asked.evidence.version, asked.made_on),
        made_on=asked.made_on,
        label=said.MADE_UP_LABEL if organisation.made_up else "",
        sections=tuple(sections),
    )


def _summary(asked: Reported) -> Section:
    glances = where_we_stand(asked.evidence, asked.view)
    return Section(
        heading=said.SUMMARY,
        verdict=words.standing_headline(glances),
        table=standing_table(asked.evidence, asked.view, glances),
    )


def _board_parts(asked: Reported, answer: ConcernsAnswer) -> Iterator[Section]:
    gaps = _survey_gaps(asked)
    if gaps:
        yield _survey_chart(asked, gaps)
    yield Section(
        heading=said.CONCERNS,
        sentences=opening_sentences(answer),
        points=told(*(words.concern_line(card) for card in answer.cards)),
    )
    plan = asked.evidence.plan_for(asked.view.org_code)
    yield Section(
        heading=said.PLAN,
        sentences=_short(plan_sentences(asked, plan) if plan else (NO_PLAN,)),
        points=_first(_left_open(asked, answer), BOARD_POINTS),
    )
    doubts = len(quality_notes(asked))
    yield Section(
        heading=said.QUALITY,
        sentences=told(
            said.doubts_sentence(doubts),
            words.corrected_note(asked.evidence, asked.view),
            words.how_to_read_signs(),
            said.BOARD_NOTE,
        ),
    )


def _left_open(asked: Reported, answer: ConcernsAnswer) -> list[str]:
    """What a board can act on: concerns nobody answers first, then what the plan leaves open."""
    plan = asked.evidence.plan_for(asked.view.org_code)
    if plan is None:
        return []
    bare = coverage_points(plan, answer)[: sum(not card.activities for card in answer.cards)]
    return [*bare, *open_points(plan)]


def _short(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines that hold words of a plan, which may be of any length, cut to fit."""
    return told(*(cut(line, LONGEST_LINE) for line in lines))


def _first(lines: Iterable[str], most: int) -> tuple[str, ...]:
    found = _short(lines)
    return (*found[:most], *told(said.and_more(len(found) - most if len(found) > most else 0)))


def _survey_gaps(asked: Reported) -> tuple[Gap, ...]:
    found = where_we_stand(asked.evidence, asked.view)
    return tuple(
        one.assessment.gap
        for one in found
        if one.measured.is_survey and one.assessment is not None and one.assessment.gap is not None
    )


def _survey_chart(asked: Reported, gaps: tuple[Gap, ...]) -> Section:
    names = tuple(indicator(one.bme.indicator).short_name for one in gaps)
    return Section(
        heading=said.SURVEY_CHART,
        sentences=told(session.standing_answered(gaps)),
        picture=Picture(drawing=indicators_drawing(gaps), alt=words.bands_alt(gaps, names)),
        source=source_line(asked.evidence, (one.bme.source_id for one in gaps)),
    )
