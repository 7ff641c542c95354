"""The workforce page: the ladder, its steps, posts to parity, a goal, and the board in people."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from wres.answers import Evidence, Ladder, View, Workforce, workforce
from wres.charts.of_workforce import goal_drawing, rungs_drawing
from wres.measures import GoalLine, Rung
from wres.reports import goal_table, parity_table, rungs_table, steps_table
from wres.text import plain
from wres.ui import exploring, panels, prose, workforce_goal
from wres.ui.links import link
from wres.ui.panels import ChartWords
from wres.ui.workforce_goal import AskedGoal
from wres.words import ladder_steps
from wres.words import posts as post_words


def show(evidence: Evidence, view: View) -> None:
    """Return nothing; draw who holds the posts of one organisation and year."""
    asked = workforce_goal.asked(view)
    found = workforce(evidence, view, goal=asked.goal)
    panels.finding(post_words.workforce_finding(found))
    if found.has_posts:
        panels.sentence(post_words.unknown_sentence(found))
        _ladders(evidence, view, found)
        _parity(evidence, view, found)
        _goal(evidence, view, found, asked)
    else:
        panels.sentence(post_words.no_posts(found))
    exploring.notes(evidence, view, 1)
    _next(1)
    _board(evidence, view, found)
    exploring.notes(evidence, view, 9)
    _next(9)


def _ladders(evidence: Evidence, view: View, found: Workforce) -> None:
    if not found.ladder.rungs:
        panels.sentence(post_words.only_totals())
    for ladder in found.ladders:
        if not ladder.rungs:
            continue
        panels.section(post_words.ladder_name(ladder))
        for note in post_words.ladder_notes(found, ladder):
            panels.sentence(note)
        headline = post_words.ladder_headline(ladder)
        kept = ladder.staff_group.value.replace("-", "_")
        _chart(evidence, view, found, ladder.from_top, told=(headline, f"ladder_{kept}", "band"))
        _steps(evidence, view, found, ladder)
    panels.sentence(post_words.no_ladders_apart(found))
    if found.staff:
        panels.section("Kinds of staff")
        headline = post_words.staff_headline(found)
        _chart(evidence, view, found, found.staff, told=(headline, "staff", "kind of staff"))


def _chart(
    evidence: Evidence,
    view: View,
    found: Workforce,
    rungs: tuple[Rung, ...],
    *,
    told: tuple[str, str, str],
) -> None:
    headline, key, what = told
    subtitle = post_words.workforce_subtitle(found.organisation, found.wres_year, view.indicator)
    below = panels.chart(
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
    prose.draw(*below, key=f"below_{key}")


def _source(evidence: Evidence, found: Workforce) -> str:
    told = sorted(evidence.source_of(one) for one in found.source_ids)
    return "; ".join(told) or "no source given"


def _steps(evidence: Evidence, view: View, found: Workforce, ladder: Ladder) -> None:
    steps = ladder.disparities
    if steps is None:
        panels.sentence(ladder_steps.NO_STEPS)
        return
    panels.subsection("Steps up the ladder")
    for step in steps.steps:
        panels.named(ladder_steps.step_name(step), ladder_steps.step_sentence(step))
    panels.sentence(ladder_steps.identity_sentence(steps))
    panels.quiet(ladder_steps.tiers_note(steps))
    subtitle = post_words.workforce_subtitle(found.organisation, found.wres_year, 1)
    with st.expander("Disparity ratios as a table"):
        panels.table_and_file(
            steps_table(steps, caption=subtitle),
            _file_words(evidence, found, ladder_steps.steps_headline(steps)),
            evidence=evidence,
            view=view,
            key=f"steps_{ladder.staff_group.value}",
        )


def _file_words(evidence: Evidence, found: Workforce, headline: str) -> ChartWords:
    return ChartWords(
        headline=headline,
        subtitle=post_words.workforce_subtitle(found.organisation, found.wres_year, 1),
        alt="",
        source=_source(evidence, found),
    )


def _parity(evidence: Evidence, view: View, found: Workforce) -> None:
    panels.section("Posts to the workforce share")
    panels.sentence(post_words.parity_headline(found))
    rungs = found.ladder.from_top
    if not rungs:
        return
    panels.table_and_file(
        parity_table(rungs, caption=post_words.parity_note()),
        _file_words(evidence, found, post_words.parity_headline(found)),
        evidence=evidence,
        view=view,
        key="parity",
    )


def _goal(evidence: Evidence, view: View, found: Workforce, asked: AskedGoal) -> None:
    panels.section(workforce_goal.GOAL_LABEL)
    if asked.refusal:
        st.warning(plain(asked.refusal))
    workforce_goal.draw(view, asked)
    if asked.goal is None:
        panels.sentence(ladder_steps.NO_GOAL)
        return
    panels.sentence(ladder_steps.goal_sentence(found, asked.goal))
    if found.goal is not None and not found.goal.is_reached:
        _goal_chart(evidence, view, found, found.goal)


def _goal_chart(evidence: Evidence, view: View, found: Workforce, line: GoalLine) -> None:
    subtitle = post_words.workforce_subtitle(found.organisation, found.wres_year, 1)
    below = panels.chart(
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
    prose.draw(*below, key="below_goal")


def _board(evidence: Evidence, view: View, found: Workforce) -> None:
    panels.section("The board, in people")
    if not found.board:
        panels.sentence(post_words.no_board(found))
        return
    for seats in found.board:
        panels.named(post_words.rung_name(seats), post_words.board_sentence(seats))
    panels.quiet(post_words.OVERLAP_NOTE if len(found.board) > 1 else "")
    on_board = replace(view, indicator=9)
    told = (post_words.board_headline(found), "board", "kind of seat")
    _chart(evidence, on_board, found, found.board, told=told)


def _next(number: int) -> None:
    with st.container(horizontal=True):
        link("explore", f"Explore indicator {number}", indicator=number)
        link("areas_of_concern", f"Is indicator {number} a concern?", indicator=number)
        link("action_plan", f"What the plan does about {number}", indicator=number)
        link("case_studies", f"Case studies for indicator {number}", indicator=number)
