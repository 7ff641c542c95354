"""The tables of the workforce page: who holds the posts, posts to parity, steps, a goal by year."""

from __future__ import annotations

from collections.abc import Sequence

from wres.measures import Disparities, GoalLine, Rung
from wres.reports.tables import Table
from wres.terms import Status
from wres.words import (
    SPOKEN,
    Labels,
    percent_text,
    status_words,
)
from wres.words.ladder_steps import (
    step_doubts,
    step_name,
    step_range,
    step_ratio,
    tier_people,
)
from wres.words.posts import beside_workforce, rung_name

NOT_GIVEN = "Not given"


def rungs_table(rungs: Sequence[Rung], *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return one row a rung as given, top first: people of each group, and the share both ways."""
    columns = (
        "Posts",
        labels.bme,
        labels.white,
        labels.unknown,
        "All staff",
        f"{labels.bme} share",
        f"{labels.bme} share without unknown",
        "Beside the workforce",
    )
    rows = tuple(
        (
            rung_name(rung),
            *(_people(rung, count) for count in (rung.bme, rung.white, rung.unknown)),
            f"{rung.posts:,}" if rung.posts is not None else NOT_GIVEN,
            _share(rung, rung.share),
            _share(rung, rung.share_of_known),
            beside_workforce(rung.representation),
        )
        for rung in rungs
    )
    return Table(caption=caption, columns=columns, rows=rows)


def _people(rung: Rung, count: int | None) -> str:
    return f"{count:,}" if count is not None else _why_not(rung)


def _share(rung: Rung, share: float | None) -> str:
    return percent_text(share) if share is not None else _why_not(rung)


def _why_not(rung: Rung) -> str:
    return NOT_GIVEN if rung.status is Status.SHOWN else status_words(rung.status)


def parity_table(rungs: Sequence[Rung], *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return one row a rung: posts to the workforce share, by swap and by growth."""
    columns = ("Posts", labels.bme, "All staff", "Posts changing hands", "Or posts added")
    rows = tuple(
        (
            rung_name(rung),
            _people(rung, rung.bme),
            f"{rung.posts:,}" if rung.posts is not None else NOT_GIVEN,
            *_needed(rung),
        )
        for rung in rungs
    )
    return Table(caption=caption, columns=columns, rows=rows)


def _needed(rung: Rung) -> tuple[str, str]:
    need = rung.parity
    if need is None:
        return (_why_not(rung), _why_not(rung))
    if need.too_few_posts:
        return ("Too few posts", "Too few posts")
    return (f"{need.swap:,}", f"{need.growth:,}" if need.growth is not None else "None would do")


def steps_table(found: Disparities, *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return one row a step up the ladder: the people, the ratio, its range and its doubts."""
    columns = ("Step", "People below", "People above", "Ratio", "Likely range", "Note")
    rows = tuple(
        (
            step_name(step),
            tier_people(step.start, labels),
            tier_people(step.end, labels),
            step_ratio(step),
            step_range(step),
            step_doubts(step),
        )
        for step in found.steps
    )
    return Table(caption=caption, columns=columns, rows=rows)


def goal_table(line: GoalLine, *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return one row a year on the way to a goal: the share, the posts, how many more than now."""
    columns = ("WRES year", f"{labels.bme} share", "Posts held", "More than now")
    now = (str(line.start_year), percent_text(line.people / line.posts), f"{line.people:,}", "0")
    rows = tuple(
        (str(one.wres_year), percent_text(one.share), f"{one.people:,}", f"{one.more:,}")
        for one in line.steps
    )
    return Table(caption=caption, columns=columns, rows=(now, *rows))
