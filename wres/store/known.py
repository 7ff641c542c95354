"""Since when figures are known, and when they last changed: asked before anything is foretold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from wres.store.drafts import figures_of
from wres.store.tables import drafts, has_schema, result_rows, versions

# A WRES year and an indicator.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Since when an organisation's figures of a year and indicator were here.

    ``first_at`` is the moment of the first upload, drafts included, published or not;
    ``first_version`` and ``last_version`` the first and latest versions that wrote one, 0 when
    no version did.
    """

    first_at: datetime
    first_version: int = 0
    last_version: int = 0


def known_since(connection: Connection, org_code: str) -> dict[Place, Known]:
    """Return since when each year and indicator of an organisation is known, undone ones too."""
    found = _in_versions(connection, org_code)
    for place, moment in _in_drafts(connection, org_code):
        held = found.get(place)
        if held is None:
            found[place] = Known(first_at=moment)
        elif moment < held.first_at:
            found[place] = Known(
                first_at=moment,
                first_version=held.first_version,
                last_version=held.last_version,
            )
    return found


def _in_versions(connection: Connection, org_code: str) -> dict[Place, Known]:
    row = result_rows.c
    wanted = (
        select(
            row.wres_year,
            row.indicator,
            func.min(row.version_id).filter(row.removed.is_(False)),
            func.max(row.version_id),
        )
        .where(row.org_code == org_code)
        .group_by(row.wres_year, row.indicator)
    )
    lines = connection.execute(wanted).all()
    # Of the versions named alone: a country has thousands, of which a trust made a few.
    firsts = sorted({first for _, _, first, _ in lines if first is not None})
    stamps = select(versions.c.id, versions.c.made_at).where(versions.c.id.in_(firsts))
    stamped = connection.execute(stamps).all()
    made = {number: datetime.fromisoformat(moment) for number, moment in stamped}
    return {
        (year, number): Known(
            first_at=made[first],
            first_version=first,
            last_version=last,
        )
        for year, number, first, last in lines
        if first is not None
    }


def _in_drafts(connection: Connection, org_code: str) -> list[tuple[Place, datetime]]:
    if not has_schema(connection, 2):
        return []
    named = select(drafts.c.id, drafts.c.made_at).where(
        drafts.c.org_codes.contains(f'"{org_code}"', autoescape=True)
    )
    return [
        ((row.wres_year, row.indicator), datetime.fromisoformat(made_at))
        for number, made_at in connection.execute(named).all()
        for row in figures_of(connection, number).rows
        if row.org_code == org_code
    ]
