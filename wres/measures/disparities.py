"""Disparity ratios: how many times as far up the ladder White staff are as BME staff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from wres import statistics
from wres.measures.ladder import people_in
from wres.results import Result
from wres.statistics import DisparityRatio
from wres.terms import (
    BAND_GROUP_MEMBERS,
    LOWER_BANDS,
    MIDDLE_BANDS,
    PAY_BANDS,
    SENIOR_BANDS,
    Band,
    EthnicGroup,
    StaffGroup,
)


class Tier(Enum):
    """The three tiers of the disparity ratio, from the lowest up."""

    LOWER = "lower"
    MIDDLE = "middle"
    UPPER = "upper"


# Bands 5 and below, 6 and 7, 8a and above: our reading, no official text was found.
TIER_BANDS: dict[Tier, tuple[Band, ...]] = {
    Tier.LOWER: LOWER_BANDS,
    Tier.MIDDLE: MIDDLE_BANDS,
    Tier.UPPER: SENIOR_BANDS,
}
# Where a band between 5 and 7 is hidden: the tiers that are published.
MERGED_TIERS: dict[Tier, tuple[Band, ...]] = {
    Tier.LOWER: PAY_BANDS[0:4],
    Tier.MIDDLE: PAY_BANDS[4:7],
    Tier.UPPER: SENIOR_BANDS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TierPeople:
    """How many BME and White people one tier holds."""

    tier: Tier
    bme: int
    white: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step up the ladder: how many times as far up White staff are as BME staff."""

    start: TierPeople
    end: TierPeople
    ratio: DisparityRatio


@dataclass(frozen=True, slots=True, kw_only=True)
class Disparities:
    """Lower to middle, middle to upper, and lower to upper, which is the first times the second.

    ``merged`` says that the published groups of bands stand in for hidden single bands.
    ``multiplies`` is false where a count of 0 had one half added, which spoils the product.
    """

    steps: tuple[Step, Step, Step]
    merged: bool

    @property
    def multiplies(self) -> bool:
        """Whether the two steps multiply exactly to the whole way."""
        return not any(step.ratio.approximate for step in self.steps)


def disparities_of(rows: Sequence[Result], *, staff_group: StaffGroup) -> Disparities | None:
    """Return the disparity ratios of one ladder, or None where a tier is not published.

    Source:
        docs/method.md 1.10.
    """
    of_group = [row for row in rows if row.staff_group is staff_group]
    for cut in (TIER_BANDS, MERGED_TIERS):
        tiers = [_tier(of_group, tier, bands) for tier, bands in cut.items()]
        people = [one for one in tiers if one is not None and one.bme + one.white > 0]
        if len(people) == len(Tier):
            return _steps(people, merged=cut is MERGED_TIERS)
    return None


def _steps(people: list[TierPeople], *, merged: bool) -> Disparities | None:
    lower, middle, upper = people
    pairs = ((lower, middle), (middle, upper), (lower, upper))
    if any(not (a.bme + b.bme and a.white + b.white) for a, b in pairs):
        return None
    first, second, whole = (_step(start, end) for start, end in pairs)
    return Disparities(steps=(first, second, whole), merged=merged)


def _step(start: TierPeople, end: TierPeople) -> Step:
    ratio = statistics.disparity_ratio(
        start.white, end.white, bme_lower=start.bme, bme_upper=end.bme
    )
    return Step(start=start, end=end, ratio=ratio)


def _tier(rows: list[Result], tier: Tier, bands: tuple[Band, ...]) -> TierPeople | None:
    bme = _in_tier(rows, EthnicGroup.BME, bands)
    white = _in_tier(rows, EthnicGroup.WHITE, bands)
    return None if bme is None or white is None else TierPeople(tier=tier, bme=bme, white=white)


def _in_tier(rows: list[Result], group: EthnicGroup, bands: tuple[Band, ...]) -> int | None:
    """People of a group in these bands, added up from published cells; None if any is not shown."""
    cells = {row.band: row for row in rows if row.ethnic_group is group}
    total, left = 0, set(bands)
    for band in sorted(cells, key=lambda one: -len(BAND_GROUP_MEMBERS.get(one, ()))):
        inside = set(BAND_GROUP_MEMBERS.get(band, (band,)))
        people = people_in(cells[band])
        if inside <= left and people is not None:
            total, left = total + people, left - inside
    return None if left else total
