"""The end of a written report: how good the figures are, the method, the rules, the sources."""

from __future__ import annotations

from collections.abc import Iterator

from wres import words
from wres.answers import Held, year_board
from wres.indicators import INDICATORS
from wres.reports.sections import Link, Reported, Section, told
from wres.reports.side_tables import year_board_table
from wres.terms import Status
from wres.text import safe_url
from wres.upload.checks import question_of
from wres.words import reports as said
from wres.words.data_protection import protection_rules


def closing_sections(asked: Reported) -> Iterator[Section]:
    """Give the parts that a report ends with."""
    yield _quality(asked)
    yield Section(
        heading=said.METHOD,
        sentences=told(words.two_groups_note()),
        points=told(*said.method_lines()),
    )
    yield Section(
        heading=said.RULES,
        points=tuple(f"{rule.name}. {rule.what}" for rule in protection_rules()),
    )
    yield _sources(asked)


def _quality(asked: Reported) -> Section:
    evidence, view = asked.evidence, asked.view
    board = year_board(evidence, view.org_code)
    absent = tuple(
        one.number
        for one, line in zip(INDICATORS, board.held, strict=True)
        if all(held is Held.NOTHING for held in line)
    )
    organisation = board.organisation
    name = words.organisation_title(organisation)
    return Section(
        heading=said.QUALITY,
        sentences=told(
            words.coverage_headline(board),
            words.COVERAGE_KEY,
            words.why_missing(absent, made_up=organisation.made_up, is_trust=organisation.is_trust),
            words.corrected_note(evidence, view),
        ),
        table=year_board_table(board, caption=f"{name}: each indicator by WRES year."),
        points=told(*_hidden(asked), *(quality_notes(asked) or (said.NOTHING_DOUBTED,))),
    )


def _hidden(asked: Reported) -> Iterator[str]:
    for one in INDICATORS:
        rows = asked.evidence.rows.where(
            org_code=asked.view.org_code, wres_year=asked.view.wres_year, indicator=one.number
        )
        cells = sum(row.status is Status.HIDDEN for row in rows)
        if cells:
            yield said.hidden_cells(one.number, cells)


def quality_notes(asked: Reported) -> tuple[str, ...]:
    """Return what was doubted about the figures of the year at the upload, and why it stands."""
    found = (
        words.quality_note(question_of(note.acknowledged.check), note)
        for note in asked.notes
        if any(year == asked.view.wres_year for year, _ in note.scopes)
    )
    return tuple(dict.fromkeys(found))


def _sources(asked: Reported) -> Section:
    return Section(
        heading=said.SOURCES,
        sentences=told(said.made_line(asked.evidence.version, asked.made_on)),
        points=told(*said.MARKS),
        links=tuple(_links(asked)),
    )


def _links(asked: Reported) -> Iterator[Link]:
    evidence, view = asked.evidence, asked.view
    rows = evidence.rows.where(org_code=view.org_code)
    ids = {row.source_id for row in rows if row.source_id and row.wres_year <= view.wres_year}
    likelihoods = evidence.publication.likelihoods_of(view.org_code)
    ids |= {one.source_id for one in likelihoods if one.source_id}
    known = evidence.shipped.sources
    for title, source in sorted((evidence.source_of(one), one) for one in ids):
        url = safe_url(known.get(source).url) if source in known else ""
        yield Link(text=title, url=url)
    plan = evidence.plan_for(view.org_code)
    if plan is not None and plan.source:
        yield Link(text=plan.source, url=safe_url(plan.source_url))
