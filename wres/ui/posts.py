"""The workforce page: the ladder, its steps, posts to parity, a goal, and the board in people."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from wres.answers import Evidence, Ladder, View, Workforce, workforce
from wres.charts.of_workforce import goal_drawing, rungs_drawing
from wres.measures import GoalLine, Rung
from wres.reports import goal_table, parity_table, rungs_table, steps_table
from wres.text import plain
from wres.ui import exploring, links, panels, prose, workforce_goal
from wres.ui.panels import ChartWords
from wres.ui.workforce_goal import AskedGoal
from wres.words import ladder_steps
from wres.words import posts as post_words


def show(evidence: Evidence, view: View) -> None:
    """Return nothing; draw who holds the posts of one organisation and year."""
    asked = workforce_goal.asked(view)
    found = workforce(evidence, view, goal=asked.goal)
    read: prose.Parts = (panels.found(post_words.workforce_finding(found)),)
    if found.has_posts:
        read += (prose.sentence(post_words.unknown_sentence(found)),)
        read = _ladders(evidence, view, found, read)
        read = _parity(evidence, view, found, read)
        read = _goal(evidence, view, found, asked=asked, before=read)
    else:
        read += (prose.sentence(post_words.no_posts(found)),)
    read += (*exploring.notes(evidence, view, 1), _next(1))
    read = _board(evidence, view, found, read)
    prose.draw(*read, *exploring.notes(evidence, view, 9), _next(9), key="seats")


def _ladders(evidence: Evidence, view: View, found: Workforce, before: prose.Parts) -> prose.Parts:
    if not found.ladder.rungs:
        before += (prose.sentence(post_words.only_totals()),)
    for ladder in found.ladders:
        if ladder.rungs:
            before = _ladder(evidence, view, found, ladder=ladder, before=before)
    before += (prose.sentence(post_words.no_ladders_apart(found)),)
    if not found.staff:
        return before
    before += (prose.heading("Kinds of staff"),)
    told = (post_words.staff_headline(found), "staff", "kind of staff")
    return _chart(evidence, view, found, found.staff, told=told, before=before)


def _ladder(
    evidence: Evidence, view: View, found: Workforce, *, ladder: Ladder, before: prose.Parts
) -> prose.Parts:
    notes = map(prose.sentence, post_words.ladder_notes(found, ladder))
    before += (prose.heading(post_words.ladder_name(ladder)), *notes)
    kept = ladder.staff_group.value.replace("-", "_")
    told = (post_words.ladder_headline(ladder), f"ladder_{kept}", "band")
    read = _chart(evidence, view, found, ladder.from_top, told=told, before=before)
    return _steps(evidence, view, found, ladder=ladder, before=read)


def _chart(
    evidence: Evidence,
    view: View,
    found: Workforce,
    rungs: tuple[Rung, ...],
    *,
    told: tuple[str, str, str],
    before: prose.Parts,
) -> prose.Parts:
    headline, key, what = told
    subtitle = post_words.workforce_subtitle(found.organisation, found.wres_year, view.indicator)
    return panels.chart(
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
        before=before,
    )


def _source(evidence: Evidence, found: Workforce) -> str:
    told = sorted(evidence.source_of(one) for one in found.source_ids)
    return "; ".join(told) or "no source given"


def _steps(
    evidence: Evidence, view: View, found: Workforce, *, ladder: Ladder, before: prose.Parts
) -> prose.Parts:
    steps = ladder.disparities
    if steps is None:
        return (*before, prose.sentence(ladder_steps.NO_STEPS))
    named = (
        prose.named(ladder_steps.step_name(step), ladder_steps.step_sentence(step))
        for step in steps.steps
    )
    told = (
        prose.heading("Steps up the ladder", level=prose.SUBSECTION),
        *named,
        prose.sentence(ladder_steps.identity_sentence(steps)),
        prose.quiet(ladder_steps.tiers_note(steps)),
    )
    subtitle = post_words.workforce_subtitle(found.organisation, found.wres_year, 1)
    panels.table_and_file(
        steps_table(steps, caption=subtitle),
        _file_words(evidence, found, ladder_steps.steps_headline(steps)),
        evidence=evidence,
        view=view,
        key=f"steps_{ladder.staff_group.value}",
        before=(*before, *told),
        label="Disparity ratios as a table",
    )
    return ()


def _file_words(evidence: Evidence, found: Workforce, headline: str) -> ChartWords:
    return ChartWords(
        headline=headline,
        subtitle=post_words.workforce_subtitle(found.organisation, found.wres_year, 1),
        alt="",
        source=_source(evidence, found),
    )


def _parity(evidence: Evidence, view: View, found: Workforce, before: prose.Parts) -> prose.Parts:
    headline = post_words.parity_headline(found)
    before += (prose.heading("Posts to the workforce share"), prose.sentence(headline))
    rungs = found.ladder.from_top
    if not rungs:
        return before
    panels.table_and_file(
        parity_table(rungs, caption=post_words.parity_note()),
        _file_words(evidence, found, headline),
        evidence=evidence,
        view=view,
        key="parity",
        before=before,
    )
    return ()


def _goal(
    evidence: Evidence, view: View, found: Workforce, *, asked: AskedGoal, before: prose.Parts
) -> prose.Parts:
    prose.draw(*before, prose.heading(workforce_goal.GOAL_LABEL), key="goal_asked")
    if asked.refusal:
        st.warning(plain(asked.refusal))
    chosen = workforce_goal.draw(view, asked)
    if asked.goal is None:
        return (chosen, prose.sentence(ladder_steps.NO_GOAL))
    read = (chosen, prose.sentence(ladder_steps.goal_sentence(found, asked.goal)))
    if found.goal is None or found.goal.is_reached:
        return read
    return _goal_chart(evidence, view, found, line=found.goal, before=read)


def _goal_chart(
    evidence: Evidence, view: View, found: Workforce, *, line: GoalLine, before: prose.Parts
) -> prose.Parts:
    subtitle = post_words.workforce_subtitle(found.organisation, found.wres_year, 1)
    return panels.chart(
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
        before=before,
    )


def _board(evidence: Evidence, view: View, found: Workforce, before: prose.Parts) -> prose.Parts:
    before += (prose.heading("The board, in people"),)
    if not found.board:
        return (*before, prose.sentence(post_words.no_board(found)))
    before += tuple(
        prose.named(post_words.rung_name(seats), post_words.board_sentence(seats))
        for seats in found.board
    )
    before += (prose.quiet(post_words.OVERLAP_NOTE if len(found.board) > 1 else ""),)
    on_board = replace(view, indicator=9)
    told = (post_words.board_headline(found), "board", "kind of seat")
    return _chart(evidence, on_board, found, found.board, told=told, before=before)


def _next(number: int) -> prose.Part | None:
    return prose.links(
        links.to("explore", f"Explore indicator {number}", indicator=number),
        links.to("areas_of_concern", f"Is indicator {number} a concern?", indicator=number),
        links.to("action_plan", f"What the plan does about {number}", indicator=number),
        links.to("case_studies", f"Case studies for indicator {number}", indicator=number),
    )
