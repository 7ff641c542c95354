"""What is asked of every organisation at once, read without reading all they gave.

A version may hold a million figures, of which a page needs a few of each organisation. Each look
here goes down the key of the table (organisation, year, indicator, staff, band) to those rows.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, FromClause, exists, func, literal, select, union_all
from sqlalchemy.engine import Connection

from wres.indicators import INDICATORS, LIKELIHOOD_INDICATORS, SURVEY_INDICATORS
from wres.publication import Extent
from wres.publication.extents import SENIOR_POSTS
from wres.results import Place, Result
from wres.store.rows import read, stands
from wres.store.tables import result_rows, version_organisations
from wres.terms import (
    BAND_GROUP_MEMBERS,
    FIRST_WRES_YEAR,
    LAST_WRES_YEAR,
    PAY_BANDS,
    WRES_GROUPS,
    Band,
    StaffGroup,
    Unit,
)

Places = dict[str, set[Place]]
_YEARS = range(FIRST_WRES_YEAR, LAST_WRES_YEAR + 1)
_NUMBERS = tuple(one.number for one in INDICATORS)
_GROUPS = tuple(group.value for group in WRES_GROUPS)
_BANDS = tuple(band.value for band in (Band.ALL, *PAY_BANDS, *BAND_GROUP_MEMBERS))
_SENIOR = tuple(band.value for band in SENIOR_POSTS)
_POSTS, _BOARD = (1,), (9,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The WRES years and indicators of each organisation with a figure at a version.

    ``sure`` are those with a row no rule of the publication takes off a page, hidden or not; of
    the ``others`` only the publication can tell.
    """

    sure: Places
    others: Places


def changed_last(connection: Connection, version: int) -> dict[str, int]:
    """Return for each organisation ever written up to a version the last one that wrote it."""
    table = version_organisations.c
    wanted = (
        select(table.org_code, func.max(table.version_id))
        .where(table.version_id <= version)
        .group_by(table.org_code)
        .order_by(table.org_code)
    )
    return {str(code): int(number) for code, number in connection.execute(wanted)}


def beside(
    connection: Connection,
    extent: Extent,
    *,
    version: int,
    org_codes: Collection[str],
    years: Collection[int],
) -> tuple[Result, ...]:
    """Return the figures of some organisations and years to some extent."""
    row = result_rows.alias("row")
    wanted = [
        *stands(row, version),
        row.c.org_code.in_(sorted(org_codes)),
        row.c.wres_year.in_(sorted(years)),
    ]
    if extent is Extent.SENIOR:
        of_posts = (row.c.staff_group == StaffGroup.ALL.value, row.c.band.in_(_SENIOR))
        return read(connection, row, *wanted, row.c.indicator.in_(extent.indicators), *of_posts)
    of_all = [*wanted, row.c.indicator.in_(extent.indicators), *_of_everybody(row)]
    if extent is Extent.COMPARED:
        return read(connection, row, *of_all, row.c.ethnic_group.in_(_GROUPS))
    board = read(connection, row, *wanted, row.c.indicator.in_(_BOARD))
    return (*read(connection, row, *of_all), *board)


def without_counts(
    connection: Connection, *, version: int, org_codes: Collection[str]
) -> tuple[Result, ...]:
    """Return the survey percentages of all staff that stand without counts, of named editions."""
    row = result_rows.alias("row")
    return read(
        connection,
        row,
        *stands(row, version),
        row.c.org_code.in_(sorted(org_codes)),
        row.c.wres_year.in_(_YEARS),
        row.c.indicator.in_(SURVEY_INDICATORS),
        *_of_everybody(row),
        row.c.numerator.is_(None),
        row.c.edition != "",
    )


def given(connection: Connection, *, version: int, org_codes: Collection[str]) -> Given:
    """Return where organisations gave a figure that stands at a version."""
    look = _Look(connection, version, tuple(sorted(org_codes)))
    row = look.row
    whole = _of_everybody(row)
    is_rate = row.c.unit == Unit.PROPORTION.value
    of_one_group = row.c.ethnic_group.in_(_GROUPS)
    bme, white = (
        look.at(LIKELIHOOD_INDICATORS, *whole, row.c.ethnic_group == group, is_rate)
        for group in _GROUPS
    )
    of_posts = (row.c.staff_group == StaffGroup.ALL.value, row.c.band.in_(_BANDS), of_one_group)
    sure = (
        look.at(SURVEY_INDICATORS, *whole, of_one_group)
        | (bme & white)
        | look.at(LIKELIHOOD_INDICATORS, *whole, row.c.unit == Unit.RATIO.value)
        | look.at(_POSTS, *of_posts)
        | look.at(_BOARD, of_one_group)
    )
    others = look.at(_NUMBERS) - sure
    return Given(sure=_by_organisation(sure), others=_by_organisation(others))


@dataclass(frozen=True, slots=True)
class _Look:
    """Probes of the key: for each organisation, year and indicator, is there such a row?"""

    connection: Connection
    version: int
    org_codes: tuple[str, ...]
    row: FromClause = field(default_factory=lambda: result_rows.alias("row"))

    def at(
        self, numbers: tuple[int, ...], *conditions: ColumnElement[bool]
    ) -> set[tuple[str, int, int]]:
        known = select(version_organisations.c.org_code).distinct()
        known = known.where(version_organisations.c.org_code.in_(self.org_codes))
        codes, row = known.cte("codes"), self.row
        years, places = _counted("years", _YEARS), _counted("places", numbers)
        is_there = exists().where(
            row.c.org_code == codes.c.org_code,
            row.c.wres_year == years.c.number,
            row.c.indicator == places.c.number,
            *conditions,
            *stands(row, self.version),
        )
        # Every organisation, year and indicator is probed: a join of all three is what is meant.
        every = codes.join(years, literal(True)).join(places, literal(True))
        wanted = select(codes.c.org_code, years.c.number, places.c.number).select_from(every)
        found = self.connection.execute(wanted.where(is_there))
        return {(code, year, number) for code, year, number in found}


def _counted(name: str, numbers: Collection[int]) -> FromClause:
    return union_all(*(select(literal(one).label("number")) for one in numbers)).cte(name)


def _of_everybody(row: FromClause) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (row.c.staff_group == StaffGroup.ALL.value, row.c.band == Band.ALL.value)


def _by_organisation(found: set[tuple[str, int, int]]) -> Places:
    by_code: Places = {}
    for code, year, number in found:
        by_code.setdefault(code, set()).add((year, number))
    return by_code
