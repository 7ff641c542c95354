"""Indicators 1 and 9: a group's share of some posts beside its share of the workforce."""

from __future__ import annotations

from dataclasses import dataclass

from wres import statistics
from wres.measures.rounding import percent
from wres.results import Result
from wres.terms import Band, StaffGroup, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Representation:
    """A group's share of some posts beside its share of the workforce, in people and points.

    ``share`` and ``workforce_share`` are proportions (0 to 1) with the same kind of denominator;
    ``people_short`` is how many posts would have to change hands to reach the workforce share.
    """

    indicator: int
    wres_year: int
    band: Band
    staff_group: StaffGroup
    people: int
    posts: int
    workforce_people: int
    workforce: int
    people_short: int
    source_id: str = ""

    @property
    def share(self) -> float:
        """The group's share of these posts, 0 to 1."""
        return self.people / self.posts

    @property
    def workforce_share(self) -> float:
        """The group's share of the whole workforce, 0 to 1."""
        return self.workforce_people / self.workforce

    @property
    def points(self) -> float:
        """Share minus workforce share in points with one decimal; below zero is too few."""
        return percent(self.share - self.workforce_share)

    @property
    def one_person_points(self) -> float:
        """How many points one appointment changes the share by."""
        return percent(1 / self.posts)


def representation_of(posts: Result, workforce: Result) -> Representation | None:
    """Return a group's share of some posts beside its share of the workforce.

    None when either was not counted: indicators 1 and 9 are counts of people or nothing.

    Source:
        Arithmetic on complete counts; no test, because nobody was sampled.
    """
    if not (posts.has_counts and workforce.has_counts):
        return None
    if not posts.denominator or not workforce.denominator or posts.status is not Status.SHOWN:
        return None
    target = (workforce.numerator or 0) / workforce.denominator
    short = statistics.headcount_to_parity(posts.numerator or 0, posts.denominator, target=target)
    return Representation(
        indicator=posts.indicator,
        wres_year=posts.wres_year,
        band=posts.band,
        staff_group=posts.staff_group,
        people=posts.numerator or 0,
        posts=posts.denominator,
        workforce_people=workforce.numerator or 0,
        workforce=workforce.denominator,
        people_short=short.swap,
        source_id=posts.source_id,
    )
