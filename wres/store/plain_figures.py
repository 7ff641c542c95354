"""Figures as a database takes and gives them: plain values, terms as their codes, and back.

A whole upload is compared, hashed and written as such values: to make figures of what a database
gives takes longer than to read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from wres.errors import StoreProblem
from wres.results import COLUMNS, KEY_COLUMNS, Result, ResultKey
from wres.terms import Band, CalcBasis, EthnicGroup, StaffGroup, Status, Unit

# One figure, its values in the order of ``COLUMNS``; and its key, in that of ``KEY_COLUMNS``.
Plain = Sequence[Any]
PlainKey = tuple[Any, ...]

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
_KNOWN = tuple((itemgetter(COLUMNS.index(name)), _by_code(kind)) for name, kind in _CODES.items())
# Read in one go, and past the slow ``value`` property: this runs for every row of a large file.
_plain_values = attrgetter(*(f"{name}._value_" if name in _CODES else name for name in COLUMNS))
_COUNTED = tuple(
    (COLUMNS.index(name), kind)
    for name, kind in (("numerator", int), ("denominator", int), ("value", float))
)
_VALUE = COLUMNS.index("value")


def plain_rows(rows: Iterable[Result]) -> list[Plain]:
    """Return figures as plain values in the order of ``COLUMNS``, enums as their codes."""
    found: list[Plain] = list(map(_plain_values, rows))
    # Nearly always they are of these types already, and all are looked at in one go.
    if all({type(row[place]) for row in found} <= {kind, type(None)} for place, kind in _COUNTED):
        return [row if row[_VALUE] else _as_stored(row) for row in found]
    return [_as_stored(row) for row in found]


def _as_stored(values: Plain) -> Plain:
    """The numbers as the database gives them back: the fingerprint must not tell them apart.

    Nor must it tell -0.0 from 0.0, which SQLite gives back for it: adding 0 makes it so.
    """
    counted = list(values)
    for place, kind in _COUNTED:
        if counted[place] is not None:
            counted[place] = kind(counted[place]) + 0
    return tuple(counted)


def plain_values(row: Result) -> Plain:
    """Return one figure as ``plain_rows`` gives it."""
    (values,) = plain_rows([row])
    return values


def stored_values(row: Result) -> Plain:
    """Return the plain values of a figure the store holds, as they lie there.

    On a server they may have a -0.0 of a release before, and its hash was made of that.
    """
    values: Plain = _plain_values(row)
    return values


def picked(names: Iterable[str]) -> itemgetter[Any]:
    """Return what takes some columns out of plain values, as a tuple."""
    return itemgetter(*(COLUMNS.index(name) for name in names))


plain_key = picked(KEY_COLUMNS)


def by_key(rows: list[Plain]) -> dict[PlainKey, Plain]:
    """Return plain values by their key, the last where there are several."""
    return dict(zip(map(plain_key, rows), rows, strict=True))


def stored_key(key: ResultKey) -> PlainKey:
    """Return the key of a figure as ``plain_key`` gives it."""
    code, year, number, staff, band, group, unit = key
    return (code, year, number, staff.value, band.value, group.value, unit.value)


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
        raise _unknown(str(error)) from None


def with_known_codes(found: list[Plain]) -> list[Plain]:
    """Return stored rows as they are, when every code in them is in its closed list.

    Raises:
        StoreProblem: If one is not.
    """
    for code_of, known in _KNOWN:
        for code in set(map(code_of, found)) - known.keys():
            raise _unknown(repr(code))
    return found


def _unknown(code: str) -> StoreProblem:
    return StoreProblem(f"The store holds {code}, a code this release does not know.")
