"""Published cells made short, for tables worked out by hand."""

from __future__ import annotations

from wres.disclosure import Attack, Kind, Quantity, Recovery, Verdict
from wres.publication import PublishedCell
from wres.terms import Band, EthnicGroup, StaffGroup, Status

ALL, BME, WHITE = EthnicGroup.ALL, EthnicGroup.BME, EthnicGroup.WHITE


def cell(
    group: EthnicGroup = ALL,
    band: Band = Band.ALL,
    *,
    base: int | None = None,
    count: int | None = None,
    percentage: float | None = None,
    number: int = 8,
    staff_group: StaffGroup = StaffGroup.ALL,
) -> PublishedCell:
    """Return a shown cell of one made-up trust."""
    return PublishedCell(
        org_code="ABC",
        wres_year=2025,
        indicator=number,
        ethnic_group=group,
        band=band,
        staff_group=staff_group,
        base=base,
        count=count,
        percentage=percentage,
    )


def hidden(group: EthnicGroup = ALL, band: Band = Band.ALL, *, number: int = 8) -> PublishedCell:
    """Return a hidden cell."""
    return PublishedCell(
        org_code="ABC",
        wres_year=2025,
        indicator=number,
        ethnic_group=group,
        band=band,
        status=Status.HIDDEN,
    )


def told(found: Attack) -> set[tuple[Kind, Quantity, Verdict, float, float]]:
    """Return what an attack worked out, short enough to compare with a sum made by hand."""
    return {(one.kind, one.quantity, one.verdict, one.low, one.high) for one in found.recovered}


def about(found: Attack, group: EthnicGroup, band: Band = Band.ALL) -> dict[Quantity, Recovery]:
    """Return what an attack worked out of one place."""
    return {
        one.quantity: one
        for one in found.recovered
        if (one.place.ethnic_group, one.place.band) == (group.value, band.value)
    }
