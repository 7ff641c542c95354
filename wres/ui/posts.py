"""The workforce page: the ladder, its steps, posts to parity, a goal, and the board in people."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from wres.answers import Evidence, Ladder, View, Workforce, workforce
from wres.charts.of_workforce import goal_drawing, rungs_drawing
from wres.measures import GoalLine, Rung
from wres.reports import goal_table, parity_table, rungs_table, steps_table
from wres.store import Note
from wres.ui import filters, links, loading, panels, prose, sheet, sureness, workforce_goal
from wres.ui.panels import ChartWords
from wres.ui.sheet import Sheet
from wres.ui.workforce_goal import AskedGoal
from wres.words import ladder_steps
from wres.words import posts as post_words

FILTERS = ("org", "year")


def show(evidence: Evidence, view: View) -> None:
    """Return nothing; draw who holds the posts of one organisation and year."""
    asked = workforce_goal.asked(view)
    notes = loading.notes(view.org_code, evidence.version)
    sheet.of(gather, evidence, view, asked=asked, notes=notes).draw()


def gather(
    page: Sheet, evidence: Evidence, view: View, *, asked: AskedGoal, notes: tuple[Note, ...]
) -> None:
    """Return nothing; gather who holds the posts of one organisation and year."""
    filters.below(page, evidence, view, names=FILTERS)
    page.read(*panels.on_organisation(evidence, view))
    found = workforce(evidence, view, goal=asked.goal)
    page.found(post_words.workforce_finding(found))
    if found.has_posts:
        page.read(prose.sentence(post_words.unknown_sentence(found)))
        _ladders(page, evidence, view, found)
        _parity(page, evidence, view, found)
        _goal(page, evidence, view, found, asked=asked)
    else:
        page.read(prose.sentence(post_words.no_posts(found)))
    page.read(*sureness.doubts(notes, view, 1), _next(1))
    _board(page, evidence, view, found)
    page.read(*sureness.doubts(notes, view, 9), _next(9))


def _ladders(page: Sheet, evidence: Evidence, view: View, found: Workforce) -> None:
    if not found.ladder.rungs:
        page.read(prose.sentence(post_words.only_totals()))
    for ladder in found.ladders:
        if ladder.rungs:
            _ladder(page, evidence, view, found, ladder=ladder)
    page.read(prose.sentence(post_words.no_ladders_apart(found)))
    if not found.staff:
        return
    page.read(prose.heading("Kinds of staff"))
    told = (post_words.staff_headline(found), "staff", "kind of staff")
    _chart(page, evidence, view, found, rungs=found.staff, told=told)


def _ladder(
    page: Sheet, evidence: Evidence, view: View, found: Workforce, *, ladder: Ladder
) -> None:
    notes = map(prose.sentence, post_words.ladder_notes(found, ladder))
    page.read(prose.heading(post_words.ladder_name(ladder)), *notes)
    kept = ladder.staff_group.value.replace("-", "_")
    told = (post_words.ladder_headline(ladder), f"ladder_{kept}", "band")
    _chart(page, evidence, view, found, rungs=ladder.from_top, told=told)
    _steps(page, evidence, view, found, ladder=ladder)


def _chart(
    page: Sheet,
    evidence: Evidence,
    view: View,
    found: Workforce,
    *,
    rungs: tuple[Rung, ...],
    told: tuple[str, str, str],
) -> None:
    headline, key, what = told
    subtitle = post_words.workforce_subtitle(found.organisation, found.wres_year, view.indicator)
    panels.chart(
        page,
        rungs_drawing(rungs, found.everyone),
        ChartWords(
            headline=headline,
            subtitle=subtitle,
            alt=post_words.rungs_alt(rungs, found.everyone, what=what),
            source=_source(evidence, found),
            note=post_words.ladder_note(),
        ),
        table=rungs_table(rungs, caption=subtitle),
        evidence=evidence,
        view=view,
        key=key,
    )


def _source(evidence: Evidence, found: Workforce) -> str:
    told = sorted(evidence.source_of(one) for one in found.source_ids)
    return "; ".join(told) or "no source given"


def _steps(
    page: Sheet, evidence: Evidence, view: View, found: Workforce, *, ladder: Ladder
) -> None:
    steps = ladder.disparities
    if steps is None:
        page.read(prose.sentence(ladder_steps.NO_STEPS))
        return
    named = (
        prose.named(ladder_steps.step_name(step), ladder_steps.step_sentence(step))
        for step in steps.steps
    )
    page.read(
        prose.heading("Steps up the ladder", level=prose.SUBSECTION),
        *named,
        prose.sentence(ladder_steps.identity_sentence(steps)),
        prose.quiet(ladder_steps.tiers_note(steps)),
    )
    subtitle = post_words.workforce_subtitle(found.organisation, found.wres_year, 1)
    panels.table_and_file(
        page,
        steps_table(steps, caption=subtitle),
        _file_words(evidence, found, ladder_steps.steps_headline(steps)),
        evidence=evidence,
        view=view,
        key=f"steps_{ladder.staff_group.value}",
        label="Disparity ratios as a table",
    )


def _file_words(evidence: Evidence, found: Workforce, headline: str) -> ChartWords:
    return ChartWords(
        headline=headline,
        subtitle=post_words.workforce_subtitle(found.organisation, found.wres_year, 1),
        alt="",
        source=_source(evidence, found),
    )


def _parity(page: Sheet, evidence: Evidence, view: View, found: Workforce) -> None:
    headline = post_words.parity_headline(found)
    page.read(prose.heading("Posts to the workforce share"), prose.sentence(headline))
    rungs = found.ladder.from_top
    if not rungs:
        return
    panels.table_and_file(
        page,
        parity_table(rungs, caption=post_words.parity_note()),
        _file_words(evidence, found, headline),
        evidence=evidence,
        view=view,
        key="parity",
    )


def _goal(
    page: Sheet, evidence: Evidence, view: View, found: Workforce, *, asked: AskedGoal
) -> None:
    page.read(prose.heading(workforce_goal.GOAL_LABEL))
    page.step(partial(workforce_goal.draw, view, asked), key="goal_asked")
    page.read(workforce_goal.on_paper(asked))
    if asked.goal is None:
        page.read(prose.sentence(ladder_steps.NO_GOAL))
        return
    page.read(prose.sentence(ladder_steps.goal_sentence(found, asked.goal)))
    if found.goal is not None and not found.goal.is_reached:
        _goal_chart(page, evidence, view, found, line=found.goal)


def _goal_chart(
    page: Sheet, evidence: Evidence, view: View, found: Workforce, *, line: GoalLine
) -> None:
    subtitle = post_words.workforce_subtitle(found.organisation, found.wres_year, 1)
    panels.chart(
        page,
        goal_drawing(found, line),
        ChartWords(
            headline=ladder_steps.goal_headline(line),
            subtitle=subtitle,
            alt=ladder_steps.goal_alt(line),
            source=_source(evidence, found),
            note=ladder_steps.GOAL_NOTE,
        ),
        table=goal_table(line, caption=subtitle),
        evidence=evidence,
        view=view,
        key="goal",
    )


def _board(page: Sheet, evidence: Evidence, view: View, found: Workforce) -> None:
    page.read(prose.heading("The board, in people"))
    if not found.board:
        page.read(prose.sentence(post_words.no_board(found)))
        return
    page.read(
        *(
            prose.named(post_words.rung_name(seats), post_words.board_sentence(seats))
            for seats in found.board
        ),
        prose.quiet(post_words.OVERLAP_NOTE if len(found.board) > 1 else ""),
    )
    on_board = replace(view, indicator=9)
    told = (post_words.board_headline(found), "board", "kind of seat")
    _chart(page, evidence, on_board, found, rungs=found.board, told=told)


def _next(number: int) -> prose.Part | None:
    return prose.links(
        links.to("explore", f"Explore indicator {number}", indicator=number),
        links.to("areas_of_concern", f"Is indicator {number} a concern?", indicator=number),
        links.to("action_plan", f"What the plan does about {number}", indicator=number),
        links.to("case_studies", f"Case studies for indicator {number}", indicator=number),
    )
