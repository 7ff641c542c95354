"""Disparity ratios and a trust's own goal, in words: each step, its range, and what it is not."""

from __future__ import annotations

from wres.answers.workforce import Ladder, Workforce
from wres.measures import Disparities, Goal, GoalLine, Step, TierPeople, percent, rounded
from wres.terms import LAST_WRES_YEAR
from wres.words.figures import percent_text, points_text
from wres.words.labels import band_label
from wres.words.presets import SPOKEN, Labels, sentence_case

SNAPSHOT = (
    "This is a picture of one day: nobody was followed up the ladder. It does not say why. Medical "
    "grades are left out."
)
_TIERS = "Lower is bands 1 to 5, middle 6 and 7, upper 8a and above. The cut is our reading."
_MERGED = (
    "A band from 5 to 7 is not shown alone. So lower is bands 1 to 4, middle 5 to 7, and upper 8a "
    "and above."
)
NO_STEPS = "The people in the tiers are not published, so no disparity ratio can be given."
GOAL_HELP = "Only this trust’s own aim. It is kept in the address and nowhere else."
NO_GOAL = "Set a share and a year to see the straight line to it, in posts a year."
GOAL_NOTE = (
    "The line takes equal steps and today’s number of posts. It is arithmetic and not a forecast."
)


def step_name(step: Step) -> str:
    """Return which step it is: “Lower to middle”."""
    return f"{step.start.tier.value.capitalize()} to {step.end.tier.value}"


def step_ratio(step: Step) -> str:
    """Return the ratio of a step with two decimals."""
    return f"{rounded(step.ratio.estimate.value, 2):.2f}"


def step_range(step: Step) -> str:
    """Return the likely range of a step's ratio."""
    limits = step.ratio.estimate.interval
    return f"{rounded(limits.low, 2):.2f} to {rounded(limits.high, 2):.2f}"


def step_doubts(step: Step) -> str:
    """Return whether a step rests on few people, or a dash."""
    if step.ratio.approximate:
        return "Approximate: nobody in one count, so a half was added to all four"
    return "Small numbers: fewer than 5 in one count" if step.ratio.small_numbers else "–"


def step_sentence(step: Step, labels: Labels = SPOKEN) -> str:
    """Return one step in words: who is further up, the likely range, and the people behind it."""
    doubts = step_doubts(step)
    caution = "" if doubts == "–" else f" {doubts}."
    who = f"{_who(step, labels)} (likely range {step_range(step)})."
    return f"{who} {_per_hundred(step, labels)}{caution}"


def _who(step: Step, labels: Labels) -> str:
    if rounded(step.ratio.estimate.value, 2) == 1:
        return f"{sentence_case(labels.bme_staff)} and {labels.white_staff} are equally far up"
    return (
        f"{labels.white_staff} are {step_ratio(step)} times as far up the ladder as "
        f"{labels.bme_staff}"
    )


def _per_hundred(step: Step, labels: Labels) -> str:
    pairs = (
        (labels.bme, step.start.bme, step.end.bme),
        (labels.white, step.start.white, step.end.white),
    )
    told = [
        f"{labels_name}: {end:,} to {start:,}{_rate(start, end)}."
        for labels_name, start, end in pairs
    ]
    return f"People, {step.end.tier.value} to {step.start.tier.value}: {' '.join(told)}"


def _rate(start: int, end: int) -> str:
    return f", or {rounded(100 * end / start, 1):.1f} for every 100" if start else ""


def steps_headline(found: Disparities, labels: Labels = SPOKEN) -> str:
    """Return the whole way in one line."""
    return f"Lower to upper: {_who(found.steps[2], labels)}"


def identity_sentence(found: Disparities) -> str:
    """Return the identity that links the steps, with its numbers, or why it does not hold."""
    first, second, whole = found.steps
    if not found.multiplies:
        return "A half was added where nobody was counted, so the steps do not multiply exactly."
    shown = rounded(float(step_ratio(first)) * float(step_ratio(second)), 2)
    note = "" if f"{shown:.2f}" == step_ratio(whole) else " (multiplied before rounding)"
    return (
        f"The two steps multiply to the whole way: {step_ratio(first)} × {step_ratio(second)} = "
        f"{step_ratio(whole)}{note}."
    )


def tiers_note(found: Disparities) -> str:
    """Return which bands the tiers are, and what the ratios are not."""
    return f"{_MERGED if found.merged else _TIERS} {SNAPSHOT}"


def tier_people(one: TierPeople, labels: Labels = SPOKEN) -> str:
    """Return the people of one tier: “BME 763, White 1,563”."""
    return f"{labels.bme} {one.bme:,}, {labels.white} {one.white:,}"


def steps_alt(ladder: Ladder, labels: Labels = SPOKEN) -> str:
    """Return the disparity ratios of a ladder in one line, for a caption or those who listen."""
    if ladder.disparities is None:
        return NO_STEPS
    told = [f"{step_name(one)} {step_ratio(one)}" for one in ladder.disparities.steps]
    return f"Disparity ratios, {labels.white} over {labels.bme}: {'; '.join(told)}."


def unknown_goal(asked: str, wres_year: int) -> str:
    """Return why a goal cannot be used."""
    return (
        f"The goal “{asked}” is not used. Give a share from 0.1 to 100 per cent, and a year from "
        f"{wres_year + 1} to {LAST_WRES_YEAR}."
    )


def goal_asked(goal: Goal, labels: Labels = SPOKEN) -> str:
    """Return what a goal is about, its share and its year: the choice, not what it would take."""
    share = f"{percent_text(goal.share)} {labels.bme}"
    return f"{band_label(goal.band)}, {share} by WRES year {goal.year}"


def goal_headline(line: GoalLine, labels: Labels = SPOKEN) -> str:
    """Return a goal in one line."""
    return f"Goal: {percent_text(line.goal.share)} {labels.bme} by {line.goal.year}"


def goal_sentence(found: Workforce, goal: Goal, labels: Labels = SPOKEN) -> str:
    """Return what a goal takes a year, in points and in posts, or why there is no line."""
    line, name = found.goal, band_label(goal.band)
    if line is None:
        return f"{name}: the people in these posts are not shown for {found.wres_year}, so no line."
    if line.is_reached:
        return f"{name}: the share is at or above the goal already."
    last, years = line.steps[-1], line.goal.year - line.start_year
    rise = percent((line.goal.share - line.people / line.posts) / years)
    period = "1 year" if years == 1 else f"{years} years"
    return (
        f"{name}: from {percent_text(line.people / line.posts)} to {percent_text(line.goal.share)} "
        f"in {period}. That is {points_text(rise)} a year. With today’s {line.posts:,} posts, "
        f"{last.more:,} more must be held by {labels.bme_staff}."
    )


def goal_alt(line: GoalLine, labels: Labels = SPOKEN) -> str:
    """Return the text alternative of the line to a goal: every step in people."""
    told = [
        f"{one.wres_year}: {percent_text(one.share)}, {one.people:,} posts" for one in line.steps
    ]
    now = f"{line.start_year}: {percent_text(line.people / line.posts)}, {line.people:,} posts"
    return f"Line chart of the {labels.bme} share up to a goal. {now}; {'; '.join(told)}."
