"""Indicators 1 and 9 answered: the ladder, its steps, posts to parity, the board, a goal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.answers.evidence import Evidence, View
from wres.answers.measured import Cell, rate_at
from wres.measures import (
    Disparities,
    Goal,
    GoalLine,
    Rate,
    Rung,
    disparities_of,
    goal_line,
    rung_of,
    rungs_of,
)
from wres.organisations import Organisation
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup

STAFF = (StaffGroup.CLINICAL, StaffGroup.MEDICAL, StaffGroup.NON_CLINICAL)
SEATS = (StaffGroup.BOARD, StaffGroup.BOARD_EXECUTIVE, StaffGroup.BOARD_VOTING)
# What a goal can be set for: groups of bands that any trust with figures by band has.
GOAL_BANDS = (Band.BANDS_8A_VSM, Band.BANDS_8C_VSM, Band.BANDS_8A_8B, Band.BANDS_5_7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The rungs of some staff from the lowest up, and the steps between tiers of them."""

    staff_group: StaffGroup
    rungs: tuple[Rung, ...]
    disparities: Disparities | None

    @property
    def from_top(self) -> tuple[Rung, ...]:
        """The rungs from the highest down; medical grades, which are on no rung, last."""
        on_it = tuple(rung for rung in self.rungs if rung.band is not Band.MEDICAL)
        return (*on_it[::-1], *(rung for rung in self.rungs if rung.band is Band.MEDICAL))

    @property
    def shown(self) -> tuple[Rung, ...]:
        """The rungs with a share."""
        return tuple(rung for rung in self.rungs if rung.is_shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workforce:
    """Who holds the posts of an organisation in a year, in people.

    ``nearest_year`` is the nearest year with counts of posts where this year has none, or 0.
    ``path`` is the goal's band in the years up to this one.
    """

    organisation: Organisation
    wres_year: int
    everyone: Rung
    senior: Rung
    ladders: tuple[Ladder, ...]
    staff: tuple[Rung, ...]
    board: tuple[Rung, ...]
    goal: GoalLine | None
    path: tuple[Rate, ...]
    nearest_year: int
    source_ids: tuple[str, ...]

    @property
    def has_posts(self) -> bool:
        """Whether there is a BME share of the workforce to set anything beside."""
        return self.everyone.is_shown

    @property
    def ladder(self) -> Ladder:
        """The ladder of all staff."""
        return self.ladders[0]


def workforce(evidence: Evidence, view: View, *, goal: Goal | None = None) -> Workforce:
    """Return indicators 1 and 9 of one organisation and year, read from the publication alone."""
    code, year = view.org_code, view.wres_year
    posts = evidence.rows.where(org_code=code, wres_year=year, indicator=1)
    seats = evidence.rows.where(org_code=code, wres_year=year, indicator=9)
    total = _total(posts)
    senior = rung_of(posts, Band.BANDS_8A_VSM, workforce=total)
    aimed = rung_of(posts, goal.band, workforce=total) if goal else senior
    return Workforce(
        organisation=evidence.organisations.get(code),
        wres_year=year,
        everyone=rung_of(posts, Band.ALL, workforce=total),
        senior=senior,
        ladders=_ladders(posts, total),
        staff=_rungs(posts, STAFF, total),
        board=_rungs(seats, SEATS, total),
        goal=goal_line(aimed, goal, year) if goal else None,
        path=_path(evidence, view, aimed.band),
        nearest_year=_nearest(evidence, view),
        source_ids=tuple(sorted({row.source_id for row in (*posts, *seats) if row.source_id})),
    )


def _total(posts: tuple[Result, ...]) -> Result | None:
    found = (
        row
        for row in posts
        if row.band is Band.ALL
        and row.staff_group is StaffGroup.ALL
        and row.ethnic_group is EthnicGroup.BME
    )
    return next(found, None)


def _ladders(posts: tuple[Result, ...], total: Result | None) -> tuple[Ladder, ...]:
    found = [
        Ladder(
            staff_group=group,
            rungs=rungs_of(posts, staff_group=group, workforce=total),
            disparities=disparities_of(posts, staff_group=group),
        )
        for group in (StaffGroup.ALL, StaffGroup.CLINICAL, StaffGroup.NON_CLINICAL)
    ]
    return (found[0], *(one for one in found[1:] if one.rungs))


def _rungs(
    rows: tuple[Result, ...], groups: tuple[StaffGroup, ...], total: Result | None
) -> tuple[Rung, ...]:
    given = {row.staff_group for row in rows}
    return tuple(
        rung_of(rows, Band.ALL, staff_group=group, workforce=total)
        for group in groups
        if group in given
    )


def _path(evidence: Evidence, view: View, band: Band) -> tuple[Rate, ...]:
    cell = Cell(org_code=view.org_code, indicator=1, band=band)
    years = [year for year in evidence.rows.years(view.org_code, 1) if year <= view.wres_year]
    # Complete counts of people have no likely range.
    rates = (replace(rate_at(evidence, cell, year), interval=None) for year in years)
    return tuple(rate for rate in rates if rate.is_shown)


def _nearest(evidence: Evidence, view: View) -> int:
    years = evidence.rows.years(view.org_code, 1)
    if not years or view.wres_year in years:
        return 0
    return min(years, key=lambda year: (abs(year - view.wres_year), -year))
