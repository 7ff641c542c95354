"""The stored rows of figures: the state of the store at a version.

The state at a version holds, for each key, the newest row written up to that version, unless
that row says the figure was removed.
"""

from __future__ import annotations

from collections.abc import Collection, KeysView, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Select,
    bindparam,
    exists,
    func,
    select,
)
from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.results import COLUMNS, KEY_COLUMNS, Result
from wres.store.plain_figures import (
    Plain,
    PlainKey,
    by_key,
    decoded,
    with_known_codes,
)
from wres.store.tables import result_rows, version_organisations

# Named once: to name a table's columns anew for each question takes longer than small answers.
_ROW, _OLDER = result_rows.alias("row"), result_rows.alias("older")
_UNTIL: BindParameter[int] = bindparam("until")
_CODES: BindParameter[str] = bindparam("codes", expanding=True)
_YEARS: BindParameter[int] = bindparam("years", expanding=True)


def state(
    connection: Connection,
    *,
    version: int,
    org_codes: Collection[str] | None = None,
    years: Collection[int] | None = None,
) -> tuple[Result, ...]:
    """Return the figures as they stood at a version, ordered by key."""
    found = plain_state(connection, version=version, org_codes=org_codes, years=years)
    return tuple([decoded(values) for values in found])


def plain_state(
    connection: Connection,
    *,
    version: int,
    org_codes: Collection[str] | None = None,
    years: Collection[int] | None = None,
) -> list[Plain]:
    """Return the figures as they stood at a version as plain values, ordered by key.

    Raises:
        StoreProblem: If a code is not in one of the closed lists.
    """
    asked: dict[str, object] = {"until": version}
    if org_codes is not None:
        asked["codes"] = sorted(org_codes)
    if years is not None:
        asked["years"] = sorted(years)
    wanted = _standing(of_codes=org_codes is not None, of_years=years is not None)
    return with_known_codes(_found(connection, wanted, asked))


def _found(connection: Connection, wanted: Select, asked: Mapping[str, object]) -> list[Plain]:
    """Rows as the driver gives them: to make SQLAlchemy's of each takes a fifth as long again."""
    with connection.execute(wanted, asked) as found:
        if found.cursor is None:
            raise StoreProblem("The store gave no answer; try again in a moment.")
        return list(found.cursor.fetchall())


# Made once: to make it anew takes a tenth of the time of reading a trust's year.
@cache
def _standing(*, of_codes: bool, of_years: bool) -> Select:
    row, older = _ROW, _OLDER
    narrowed: list[tuple[str, BindParameter[Any]]] = []
    narrowed += [("org_code", _CODES)] if of_codes else []
    narrowed += [("wres_year", _YEARS)] if of_years else []
    asked = [older.c.version_id <= _UNTIL, *(older.c[name].in_(of) for name, of in narrowed)]
    # Each key's newest version first, then its row: asking each row whether there is a newer one
    # takes three times as long once figures were corrected a few times.
    key = [older.c[name] for name in KEY_COLUMNS]
    newest = select(*key, func.max(older.c.version_id).label("newest")).where(*asked)
    last = newest.group_by(*key).subquery("last")
    return _in_order(
        row,
        *(row.c[name] == last.c[name] for name in KEY_COLUMNS),
        row.c.version_id == last.c.newest,
        row.c.removed.is_(False),
        # Said of the rows too: PostgreSQL goes through the whole table for one trust otherwise.
        *(row.c[name].in_(of) for name, of in narrowed),
    )


@dataclass(frozen=True, slots=True)
class Held:
    """What stands of the figures with some keys, in the order of the keys: None where nothing does.

    ``others`` are figures with other keys of their organisations and years.
    """

    beside: list[Plain | None]
    others: Mapping[PlainKey, Plain]


def held(
    connection: Connection, keys: KeysView[PlainKey], *, version: int, wholly: bool = False
) -> Held:
    """Return what stands at a version of the figures with some keys.

    With ``wholly`` the others are all there are of their organisations and years.

    Raises:
        StoreProblem: If a code is not in one of the closed lists.
    """
    codes, years = sorted({key[0] for key in keys}), sorted({key[1] for key in keys})
    if not wholly:
        newest = _written_last(connection, codes, years=years, version=version)
        beside = list(map(newest.get, keys))
        # A row of the newest version that wrote any of these organisations has none after it. When
        # a whole year is corrected they are all there is, and older ones need not be looked
        # through.
        if None not in beside:
            return Held(beside, {})
    stood = by_key(plain_state(connection, version=version, org_codes=codes, years=years))
    others = {key: row for key, row in stood.items() if key not in keys} if wholly else {}
    return Held(list(map(stood.get, keys)), others)


def _written_last(
    connection: Connection, codes: Collection[str], *, years: Collection[int], version: int
) -> dict[PlainKey, Plain]:
    """The figures that the newest version up to one that wrote any of some organisations kept."""
    asked = {"until": version, "codes": codes, "years": years}
    return by_key(with_known_codes(_found(connection, _newest(), asked)))


@cache
def _newest() -> Select:
    row, named = _ROW.c, version_organisations.c
    written = named.org_code.in_(_CODES), named.version_id <= _UNTIL
    last = select(func.max(named.version_id)).where(*written).scalar_subquery()
    of_year = row.org_code.in_(_CODES), row.wres_year.in_(_YEARS)
    kept = row.version_id == last, row.removed.is_(False)
    return select(*(row[name] for name in COLUMNS)).where(*of_year, *kept)


def read(
    connection: Connection, row: FromClause, *conditions: ColumnElement[bool]
) -> tuple[Result, ...]:
    """Return the figures of the stored rows that meet some conditions, ordered by key."""
    found = connection.execute(_in_order(row, *conditions))
    return tuple([decoded(values) for values in found.all()])


def _in_order(row: FromClause, *conditions: ColumnElement[bool]) -> Select:
    return (
        select(*(row.c[name] for name in COLUMNS))
        .where(*conditions)
        .order_by(*(row.c[name] for name in KEY_COLUMNS))
    )


def organisations(
    connection: Connection, *, version: int, org_codes: Collection[str] | None = None
) -> tuple[str, ...]:
    """Return the codes of the organisations with a figure at a version, in order."""
    asked = select(version_organisations.c.org_code).distinct()
    if org_codes is not None:
        asked = asked.where(version_organisations.c.org_code.in_(sorted(org_codes)))
    known = asked.subquery()
    row = result_rows.alias("row")
    has_figure = exists().where(row.c.org_code == known.c.org_code, *stands(row, version))
    return tuple(sorted(connection.scalars(select(known.c.org_code).where(has_figure))))


def touched_since(connection: Connection, version: int) -> tuple[str, ...]:
    """Return the codes of the organisations with a row written after a version."""
    table = version_organisations.c
    wanted = select(table.org_code).where(table.version_id > version).distinct()
    return tuple(connection.scalars(wanted))


def stands(row: FromClause, version: int) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a row is its key's newest up to a version, and no removal."""
    later = result_rows.alias("later")
    replaced = exists().where(
        *(later.c[name] == row.c[name] for name in KEY_COLUMNS),
        later.c.version_id > row.c.version_id,
        later.c.version_id <= version,
    )
    return (row.c.version_id <= version, row.c.removed.is_(False), ~replaced)
