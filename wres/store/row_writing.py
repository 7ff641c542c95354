"""The rows of a version, written: its figures, and the removals of what stands no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from sqlalchemy import insert
from sqlalchemy.engine import Connection

from wres.results import COLUMNS
from wres.store.plain_figures import Plain, PlainKey, plain_key
from wres.store.tables import result_rows, version_organisations

_NOWHERE: Mapping[PlainKey, str] = {}
_OF_A_ROW, _OF_ALL = (*COLUMNS, "place"), ("version_id", "removed")
_CODE = COLUMNS.index("org_code")
# What is counted is given for each row, also when it happens to be the same in all of them.
_COUNTED = frozenset({"numerator", "denominator", "value"})
_MAY_BE_SHARED = tuple(place for place, name in enumerate(_OF_A_ROW) if name not in _COUNTED)
# Of more, SQLite takes longer to make the statement than it saves.
_AT_ONCE = 27
_NAMING = insert(version_organisations)


def write(
    connection: Connection,
    *,
    version: int,
    kept: Sequence[Plain],
    removed: Sequence[Plain] = (),
    places: Mapping[PlainKey, str] = _NOWHERE,
) -> None:
    """Return nothing once the rows of a version are written, removals marked as such."""
    codes = sorted({row[_CODE] for row in (*kept, *removed)})
    named = [{"version_id": version, "org_code": code} for code in codes]
    connection.execute(_NAMING, named)
    where = [places.get(plain_key(row), "") for row in kept] if places else [""] * len(kept)
    stand = [(*row, place) for row, place in zip(kept, where, strict=True)]
    _insert(connection, stand, of_all=(version, False))
    _insert(connection, [(*row, "") for row in removed], of_all=(version, True))


def _insert(connection: Connection, rows: Sequence[Plain], *, of_all: tuple[int, bool]) -> None:
    """Write rows straight through the driver: making a statement of each takes as long again."""
    if not rows:
        return
    if connection.dialect.paramstyle != "qmark":
        names = (*_OF_A_ROW, *_OF_ALL)
        marks = ", ".join(["%s"] * len(names))
        statement = f"INSERT INTO {result_rows.name} ({', '.join(names)}) VALUES ({marks})"
        connection.exec_driver_sql(statement, [(*row, *of_all) for row in rows])
        return
    shared = _shared(rows)
    told = (*of_all, *(rows[0][place] for place in shared))
    of_each = itemgetter(*(place for place in range(len(_OF_A_ROW)) if place not in shared))
    whole = len(rows) - len(rows) % _AT_ONCE
    for some, at_once in ((rows[:whole], _AT_ONCE), (rows[whole:], 1)):
        parts = (some[place : place + at_once] for place in range(0, len(some), at_once))
        values = [(*told, *chain.from_iterable(map(of_each, part))) for part in parts]
        if values:
            connection.exec_driver_sql(_statement(shared, at_once), values)


def _shared(rows: Sequence[Plain]) -> tuple[int, ...]:
    """The places of the columns that hold the same in every row."""
    first, last, count = rows[0], rows[-1], len(rows)
    alike = [place for place in _MAY_BE_SHARED if first[place] == last[place]]
    return tuple(
        place for place in alike if [row[place] for row in rows].count(first[place]) == count
    )


# One file has the same of a few columns, and the next file of the same ones.
@lru_cache(maxsize=64)
def _statement(shared: tuple[int, ...], at_once: int) -> str:
    """SQLite's statement that writes some rows and is given once what they share.

    A third less work than a row at a time, for which it takes in every value of every row.
    """
    names = [_OF_A_ROW[place] for place in range(len(_OF_A_ROW)) if place not in shared]
    told = [*_OF_ALL, *(_OF_A_ROW[place] for place in shared)]
    same = [f"?{number}" for number in range(1, len(told) + 1)]
    number_after = len(same) + 1 + at_once * len(names)
    numbers = iter(range(len(same) + 1, number_after))
    rows = [", ".join([*same, *(f"?{next(numbers)}" for _ in names)]) for _ in range(at_once)]
    columns = ", ".join([*told, *names])
    return f"INSERT INTO {result_rows.name} ({columns}) VALUES ({'), ('.join(rows)})"
