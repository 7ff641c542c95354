"""Figures to rows and back, and the state of the store at a version.

The state at a version holds, for each key, the newest row written up to that version, unless
that row says the figure was removed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from enum import Enum
from itertools import islice
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, FromClause, exists, func, insert, select
from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.results import COLUMNS, KEY_COLUMNS, Result, ResultKey
from wres.store.tables import result_rows, version_organisations
from wres.terms import Band, CalcBasis, EthnicGroup, StaffGroup, Status, Unit

EMPTY_HASH = "0" * 64
_HASH_RANGE = 1 << 256
_NOWHERE: Mapping[ResultKey, str] = {}
_WRITTEN_AT_ONCE = 1_000
_BETWEEN_ROWS = b"], ["

_CODES: dict[str, type[Enum]] = {
    "ethnic_group": EthnicGroup,
    "staff_group": StaffGroup,
    "band": Band,
    "unit": Unit,
    "calc_basis": CalcBasis,
    "status": Status,
}
Code = TypeVar("Code", bound=Enum)


def _by_code(kind: type[Code]) -> dict[str, Code]:
    return {str(member.value): member for member in kind}


_GROUPS, _STAFF, _BANDS = _by_code(EthnicGroup), _by_code(StaffGroup), _by_code(Band)
_UNITS, _BASES, _STATUSES = _by_code(Unit), _by_code(CalcBasis), _by_code(Status)
# Read in one go, and past the slow ``value`` property: this runs for every row of a large file.
_plain_values = attrgetter(*(f"{name}._value_" if name in _CODES else name for name in COLUMNS))
_COUNTED = tuple(
    (COLUMNS.index(name), kind)
    for name, kind in (("numerator", int), ("denominator", int), ("value", float))
)
_WRITTEN = (*COLUMNS, "version_id", "removed", "place")
# Named once: to name a table's columns anew for each question takes longer than small answers.
_ROW, _OLDER = result_rows.alias("row"), result_rows.alias("older")


def plain_values(row: Result) -> list[Any]:
    """Return a figure as plain values in the order of ``COLUMNS``, enums as their codes."""
    values = list(_plain_values(row))
    # The database gives numbers back as these types; the fingerprint must not tell them apart.
    for place, kind in _COUNTED:
        if values[place] is not None:
            values[place] = kind(values[place])
    return values


def encoded(row: Result) -> dict[str, object]:
    """Return a figure as plain values by column, enums as their codes."""
    return dict(zip(COLUMNS, plain_values(row), strict=True))


def decoded(values: Iterable[Any]) -> Result:
    """Return the figure of one stored row, its values in the order of ``COLUMNS``.

    Raises:
        StoreProblem: If a code is not in one of the closed lists.
    """
    (code, year, survey, number, group, staff, band, top, base, value, *told) = values
    unit, basis, edition, status, source = told
    try:
        return Result(
            org_code=code,
            wres_year=year,
            survey_year=survey,
            indicator=number,
            ethnic_group=_GROUPS[group],
            staff_group=_STAFF[staff],
            band=_BANDS[band],
            numerator=top,
            denominator=base,
            value=value,
            unit=_UNITS[unit],
            calc_basis=_BASES[basis],
            edition=edition,
            status=_STATUSES[status],
            source_id=source,
        )
    except KeyError as error:
        raise StoreProblem(f"The store holds {error}, a code this release does not know.") from None


def state(
    connection: Connection,
    *,
    version: int,
    org_codes: Collection[str] | None = None,
    years: Collection[int] | None = None,
) -> tuple[Result, ...]:
    """Return the figures as they stood at a version, ordered by key."""
    row, older = _ROW, _OLDER
    asked = [older.c.version_id <= version]
    if org_codes is not None:
        asked.append(older.c.org_code.in_(sorted(org_codes)))
    if years is not None:
        asked.append(older.c.wres_year.in_(sorted(years)))
    # Each key's newest version first, then its row: asking each row whether there is a newer one
    # takes three times as long once figures were corrected a few times.
    key = [older.c[name] for name in KEY_COLUMNS]
    newest = select(*key, func.max(older.c.version_id).label("newest")).where(*asked)
    last = newest.group_by(*key).subquery("last")
    return read(
        connection,
        row,
        *(row.c[name] == last.c[name] for name in KEY_COLUMNS),
        row.c.version_id == last.c.newest,
        row.c.removed.is_(False),
    )


def read(
    connection: Connection, row: FromClause, *conditions: ColumnElement[bool]
) -> tuple[Result, ...]:
    """Return the figures of the stored rows that meet some conditions, ordered by key."""
    wanted = (
        select(*(row.c[name] for name in COLUMNS))
        .where(*conditions)
        .order_by(*(row.c[name] for name in KEY_COLUMNS))
    )
    return tuple([decoded(values) for values in connection.execute(wanted).all()])


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


def write(
    connection: Connection,
    *,
    version: int,
    kept: Collection[Result],
    removed: Collection[Result] = (),
    places: Mapping[ResultKey, str] = _NOWHERE,
) -> None:
    """Return nothing once the rows of a version are written, removals marked as such."""
    where = [places.get(row.key, "") for row in kept] if places else [""] * len(kept)
    told = zip(kept, where, strict=True)
    rows = [[*plain_values(row), version, False, place] for row, place in told]
    rows += [[*plain_values(row), version, True, ""] for row in removed]
    codes = sorted({row.org_code for row in (*kept, *removed)})
    named = [{"version_id": version, "org_code": code} for code in codes]
    connection.execute(insert(version_organisations), named)
    _insert(connection, rows)


def _insert(connection: Connection, rows: list[list[Any]]) -> None:
    """Write rows straight through the driver: making a statement of each takes as long again."""
    statement = insert(result_rows).compile(dialect=connection.dialect, column_keys=_WRITTEN)
    if statement.positiontup is None:
        given: list[Any] = [dict(zip(_WRITTEN, row, strict=True)) for row in rows]
    else:
        in_order = itemgetter(*(_WRITTEN.index(name) for name in statement.positiontup))
        given = [in_order(row) for row in rows]
    connection.exec_driver_sql(str(statement), given)


def fingerprint(
    start: str = EMPTY_HASH, *, added: Iterable[Result] = (), taken: Iterable[Result] = ()
) -> str:
    """Return the hash of a set of figures, 64 hex digits, whatever order they came in.

    The hashes of the rows are summed, so a version's hash follows from its parent's and the
    rows that came and went, and an undo leads back to the very hash there was before.
    """
    total = int(start, 16) + _summed_hashes(added) - _summed_hashes(taken)
    return f"{total % _HASH_RANGE:064x}"


def _summed_hashes(rows: Iterable[Result]) -> int:
    total, rest = 0, iter(rows)
    while values := [plain_values(row) for row in islice(rest, _WRITTEN_AT_ONCE)]:
        hashes = (hashlib.sha256(text).digest() for text in _texts(values))
        total += sum(int.from_bytes(one, "big") for one in hashes)
    return total


def _texts(values: list[list[Any]]) -> list[bytes]:
    """Each row as JSON. All are written in one go: to begin anew takes longer than a row."""
    told = json.dumps(values, ensure_ascii=True).encode()
    texts = [b"[%b]" % text for text in told[2:-2].split(_BETWEEN_ROWS)]
    if len(texts) == len(values):
        return texts
    # A text of one of them holds what stands between two rows.
    return [json.dumps(one, ensure_ascii=True).encode() for one in values]
