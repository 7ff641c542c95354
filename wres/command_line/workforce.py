"""The command ``workforce``: the ladder, its steps, posts to parity, a goal, and the board."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from wres.answers import GOAL_BANDS, Ladder, View, Workforce, workforce
from wres.command_line.evidence import opened, problems
from wres.command_line.layout import named, table, wrapped
from wres.command_line.reply import BadCommand, Reply
from wres.interface.asked import organisation_asked, year_asked
from wres.measures import Goal, GoalLine, Rung, Step, percent, rounded
from wres.reports import parity_table, rungs_table
from wres.terms import LAST_WRES_YEAR, Band, term
from wres.words import MADE_UP, organisation_title
from wres.words.ladder_steps import (
    NO_STEPS,
    goal_sentence,
    identity_sentence,
    step_name,
    step_sentence,
    tiers_note,
)
from wres.words.posts import (
    board_sentence,
    ladder_notes,
    no_board,
    no_posts,
    only_totals,
    rung_name,
    unknown_sentence,
    workforce_finding,
)

NAME_WIDTH = 18


def posts(asked: Namespace) -> Reply:
    """Return who holds the posts of an organisation and year, indicators 1 and 9.

    Raises:
        BadCommand: If there is nothing for that organisation or year, or the goal cannot be used.
        UnknownTerm: If the goal's band is not one of the standard's.
    """
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    year = year_asked(evidence, organisation, asked.year)
    view = View(org_code=organisation.code, wres_year=year, indicator=1)
    goal = _goal(asked, year)
    found = workforce(evidence, view, goal=goal)
    return Reply(data=_data(found), lines=tuple(_told(found, goal)), notes=problems(evidence))


def _goal(asked: Namespace, now: int) -> Goal | None:
    if asked.goal is None and asked.by is None:
        return None
    if asked.goal is None or asked.by is None:
        raise BadCommand("A goal needs both --goal, a percentage, and --by, a WRES year.")
    band = term(Band, asked.band.strip().casefold(), "band")
    if not 0.1 <= asked.goal <= 100 or not now < asked.by <= LAST_WRES_YEAR:
        raise BadCommand(
            f"A goal is a percentage from 0.1 to 100 by a year from {now + 1} to {LAST_WRES_YEAR}."
        )
    if band not in GOAL_BANDS:
        listed = ", ".join(one.value for one in GOAL_BANDS)
        raise BadCommand(f"A goal can be set for the bands {listed}, and not for {band.value}.")
    return Goal(band=band, share=rounded(asked.goal, 1) / 100, year=asked.by)


def _told(found: Workforce, goal: Goal | None) -> Iterator[str]:
    yield from wrapped(f"{organisation_title(found.organisation)}, WRES {found.wres_year}")
    if found.organisation.made_up:
        yield MADE_UP
    yield ""
    yield from wrapped(workforce_finding(found))
    if found.has_posts:
        yield from wrapped(unknown_sentence(found))
        for ladder in found.ladders:
            yield from _ladder(found, ladder)
        yield from _goal_told(found, goal)
    else:
        yield from wrapped(no_posts(found))
    yield from ("", "The board, in people")
    for seats in found.board:
        yield from named(rung_name(seats), board_sentence(seats), indent=2, width=NAME_WIDTH + 8)
    if not found.board:
        yield from wrapped(no_board(found), indent=2)


def _ladder(found: Workforce, ladder: Ladder) -> Iterator[str]:
    if not ladder.rungs:
        yield from wrapped(only_totals())
        return
    shares = rungs_table(ladder.from_top, caption="")
    needed = parity_table(ladder.from_top, caption="")
    cells = [
        (row[0], *row[1:6], need[3], need[4])
        for row, need in zip(shares.rows, needed.rows, strict=True)
    ]
    heads = ("Posts", "BME", "White", "Unknown", "All", "Share", "By swap", "By growth")
    yield from ("", *table([heads, *cells], indent=2))
    for note in ladder_notes(found, ladder):
        yield from wrapped(note, indent=2)
    yield ""
    if ladder.disparities is None:
        yield from wrapped(NO_STEPS, indent=2)
        return
    for step in ladder.disparities.steps:
        yield from named(step_name(step), step_sentence(step), indent=2, width=NAME_WIDTH)
    yield from wrapped(identity_sentence(ladder.disparities), indent=2)
    yield from wrapped(tiers_note(ladder.disparities), indent=2)


def _goal_told(found: Workforce, goal: Goal | None) -> Iterator[str]:
    if goal is None:
        return
    yield from ("", *wrapped(goal_sentence(found, goal)))
    for step in found.goal.steps if found.goal and not found.goal.is_reached else ():
        yield f"  {step.wres_year}  {percent(step.share):.1f}%  {step.people:,} posts"


def _data(found: Workforce) -> dict[str, object]:
    organisation = found.organisation
    return {
        "organisation": {
            "code": organisation.code,
            "name": organisation_title(organisation),
            "made_up": organisation.made_up,
        },
        "wres_year": found.wres_year,
        "finding": workforce_finding(found),
        "workforce": _rung(found.everyone),
        "senior": _rung(found.senior),
        "ladders": [_ladder_data(one) for one in found.ladders],
        "staff_groups": [_rung(one) for one in found.staff],
        "board": [{**_rung(one), "sentence": board_sentence(one)} for one in found.board],
        "goal": _goal_data(found.goal) if found.goal else None,
    }


def _rung(rung: Rung) -> dict[str, object]:
    need = rung.parity
    return {
        "band": rung.band.value,
        "staff_group": rung.staff_group.value,
        "status": rung.status.value,
        "posts": rung.posts,
        "bme": rung.bme,
        "white": rung.white,
        "unknown": rung.unknown,
        "share": None if rung.share is None else percent(rung.share),
        "share_without_unknown": (
            None if rung.share_of_known is None else percent(rung.share_of_known)
        ),
        "points_from_workforce": rung.representation.points if rung.representation else None,
        "posts_by_swap": need.swap if need else None,
        "posts_by_growth": need.growth if need else None,
        "too_few_posts": need.too_few_posts if need else None,
    }


def _ladder_data(ladder: Ladder) -> dict[str, object]:
    found = ladder.disparities
    return {
        "staff_group": ladder.staff_group.value,
        "rungs": [_rung(one) for one in ladder.rungs],
        "disparity_ratios": [_step(one) for one in found.steps] if found else [],
        "identity": identity_sentence(found) if found else NO_STEPS,
        "merged_tiers": found.merged if found else None,
    }


def _step(step: Step) -> dict[str, object]:
    limits = step.ratio.estimate.interval
    return {
        "from": step.start.tier.value,
        "to": step.end.tier.value,
        "people_from": {"bme": step.start.bme, "white": step.start.white},
        "people_to": {"bme": step.end.bme, "white": step.end.white},
        "ratio": rounded(step.ratio.estimate.value, 4),
        "low": rounded(limits.low, 4),
        "high": rounded(limits.high, 4),
        "approximate": step.ratio.approximate,
        "small_numbers": step.ratio.small_numbers,
    }


def _goal_data(line: GoalLine) -> dict[str, object]:
    return {
        "band": line.goal.band.value,
        "share": percent(line.goal.share),
        "by": line.goal.year,
        "reached": line.is_reached,
        "steps": [
            {
                "wres_year": one.wres_year,
                "share": percent(one.share),
                "posts": one.people,
                "more_than_now": one.more,
            }
            for one in line.steps
        ],
    }
