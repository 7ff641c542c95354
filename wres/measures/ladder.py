"""Indicator 1 as a ladder: who holds the posts, band by band, beside the share of the workforce.

Only published rows come in. Bands are read as finely as they are published; nothing is ever taken
away from a sum to learn about a band that is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres import statistics
from wres.measures.representation import Representation, representation_of
from wres.results import Result, with_value
from wres.statistics import HeadcountToParity
from wres.terms import (
    BAND_GROUP_MEMBERS,
    Band,
    EthnicGroup,
    StaffGroup,
    Status,
)

# Above this share of unknown ethnicity the share without them is told as well.
MUCH_UNKNOWN = 0.05
_INSIDE: dict[Band, tuple[Band, ...]] = {
    **BAND_GROUP_MEMBERS,
    Band.BANDS_5_VSM: (Band.BANDS_5_7, Band.BANDS_8A_VSM),
    Band.BANDS_8A_VSM: (Band.BANDS_8A_8B, Band.BANDS_8C_VSM),
}
_WHOLE_LADDER = (Band.BANDS_1_4, Band.BANDS_5_VSM, Band.MEDICAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """Some posts and who holds them, in people; None where a count is not shown.

    ``share`` is the BME share of everybody with a post, 0 to 1. ``status`` says why there is no
    figure. ``parity`` is how many posts would bring the group to its share of the workforce.
    """

    band: Band
    staff_group: StaffGroup
    status: Status
    posts: int | None = None
    bme: int | None = None
    white: int | None = None
    unknown: int | None = None
    share: float | None = None
    representation: Representation | None = None
    parity: HeadcountToParity | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is a share to show."""
        return self.share is not None and self.status is Status.SHOWN

    @property
    def share_of_known(self) -> float | None:
        """The BME share among those whose ethnicity is known, 0 to 1."""
        if self.bme is None or self.white is None or not self.bme + self.white:
            return None
        return self.bme / (self.bme + self.white)

    @property
    def unknown_share(self) -> float | None:
        """The share whose ethnicity is not known, 0 to 1."""
        return self.unknown / self.posts if self.unknown is not None and self.posts else None


def rung_of(
    rows: Sequence[Result],
    band: Band,
    *,
    staff_group: StaffGroup = StaffGroup.ALL,
    workforce: Result | None = None,
) -> Rung:
    """Return who holds the posts of a band or seat, beside the BME share of the workforce.

    ``rows`` are published rows of one organisation, year and indicator.
    """
    found = {
        row.ethnic_group: row for row in rows if row.band is band and row.staff_group is staff_group
    }
    bme = found.get(EthnicGroup.BME)
    if bme is None:
        return Rung(band=band, staff_group=staff_group, status=Status.MISSING)
    share = with_value(bme) if bme.status is Status.SHOWN else None
    beside = representation_of(bme, workforce) if workforce is not None else None
    return Rung(
        band=band,
        staff_group=staff_group,
        status=_status(bme, share),
        posts=bme.denominator,
        bme=people_in(bme),
        white=people_in(found.get(EthnicGroup.WHITE)),
        unknown=people_in(found.get(EthnicGroup.UNKNOWN)),
        share=share,
        representation=beside,
        parity=_parity(beside),
    )


def _status(bme: Result, share: float | None) -> Status:
    if bme.status is Status.SHOWN and share is None:
        return Status.NOT_APPLICABLE if bme.denominator == 0 else Status.MISSING
    return bme.status


def people_in(row: Result | None) -> int | None:
    """Return how many people a row counts, or None where that is not shown."""
    return row.numerator if row is not None and row.status is Status.SHOWN else None


def _parity(found: Representation | None) -> HeadcountToParity | None:
    if found is None:
        return None
    return statistics.headcount_to_parity(found.people, found.posts, target=found.workforce_share)


def rungs_of(
    rows: Sequence[Result], *, staff_group: StaffGroup, workforce: Result | None
) -> tuple[Rung, ...]:
    """Return the ladder from the lowest rung up, every post once, as finely as it is published.

    Where a single band is hidden its published group stands as one rung; medical grades last.
    """
    posts = {
        row.band: row
        for row in rows
        if row.staff_group is staff_group and row.ethnic_group is EthnicGroup.BME
    }
    bands = [band for top in _WHOLE_LADDER for band in _finest(top, posts)]
    return tuple(
        rung_of(rows, band, staff_group=staff_group, workforce=workforce) for band in bands
    )


def _finest(band: Band, posts: dict[Band, Result]) -> list[Band]:
    """The finest published bands inside a band that hold all its posts between them."""
    inside = [found for part in _INSIDE.get(band, ()) for found in _finest(part, posts)]
    whole = posts.get(band)
    if whole is None:
        return inside
    shown = all(posts[one].status is Status.SHOWN for one in inside)
    total = sum(posts[one].denominator or 0 for one in inside)
    return inside if inside and shown and total == whole.denominator else [band]
