"""What is withheld at each version: kept of the organisations it changed for, read of all of them.

Releases up to schema 6 wrote the list of every organisation with every version. Such a list holds
until the next; after it, an organisation's own newest line holds. A version of this release has
no list but a seal, which says how much is withheld in all and the hash of it, so that a lost line
is found out. From schema 8 on each version has its list or its seal, so that a lost one is found
out too: the upgrade writes the seals that are missing. No earlier release can read a seal: rather
than show what is not to be seen, one that still runs beside this one then shows no uploaded figure.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256

from sqlalchemy import BindParameter, Select, bindparam, exists, func, insert, select
from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.publication import Step, Withheld
from wres.store.tables import has_schema, protections, versions, withheld_of
from wres.terms import Band, EthnicGroup, StaffGroup

# How a seal begins: no list does.
BY_ORGANISATION = "by organisation"
# The schema that brought the table of protections.
SINCE = 3
# The schema from which on each version has a line.
EACH_SINCE = 8
# More than there are organisations, so that of a country each one's list is read once.
LISTS_KEPT = 1_000

_UNTIL: BindParameter[int] = bindparam("until")
_LAST_LINE = (
    select(protections.c.version_id, protections.c.withheld)
    .where(protections.c.version_id <= _UNTIL)
    .order_by(protections.c.version_id.desc())
    .limit(1)
)
_IS_LIST = func.substr(protections.c.withheld, 1, len(BY_ORGANISATION)) != BY_ORGANISATION
_LAST_LIST = _LAST_LINE.where(_IS_LIST)


@dataclass(frozen=True, slots=True)
class _Line:
    """What is withheld of one organisation, and the hash of it in whichever order it is told."""

    withheld: tuple[Withheld, ...]
    hash: str


_ByOrganisation = Mapping[str, _Line]


def keeps_protections(connection: Connection) -> bool:
    """Return whether the store holds what is withheld, at the moment that is read."""
    return has_schema(connection, SINCE)


def withheld_at(connection: Connection, version: int) -> tuple[Withheld, ...]:
    """Return what is withheld at a version: as it was decided last up to then.

    Raises:
        StoreProblem: If any of it cannot be read, or is not all that was withheld.
    """
    if not version or not keeps_protections(connection):
        return ()
    # The newest version tells whether there are lines of organisations, and not what the store was
    # when it was opened: another process may have brought it up to date since.
    text = _list_at(connection, version)
    if not text.startswith(BY_ORGANISATION):
        return _decoded(text)
    listed_at, listed = _last_list(connection, version)
    found = {**_listed(listed), **_changed(connection, after=listed_at, until=version)}
    if text != _seal(found):
        raise StoreProblem(
            "What is withheld of the figures is not all there, so none are shown; put a backup "
            "there."
        )
    return tuple(one for line in found.values() for one in line.withheld)


def all_withheld_is_there(connection: Connection) -> bool:
    """Return whether at each version there is all that was withheld at it."""
    try:
        for version in connection.scalars(select(versions.c.id)).all():
            withheld_at(connection, version)
    except StoreProblem:
        return False
    return True


def sealed(withheld: Iterable[Withheld]) -> str:
    """Return the text that stands in the place of a list: how much is withheld, and its hash."""
    return _seal(_lines(withheld))


def missing_seals(connection: Connection) -> dict[int, str]:
    """Return the seal of each version without a line, of what is withheld at it.

    A version has none here when its line was lost: lines of organisations say otherwise than the
    last seal or list, or one of them cannot be read.
    """
    has_line = exists().where(protections.c.version_id == versions.c.id)
    lacking = connection.scalars(select(versions.c.id).where(~has_line).order_by(versions.c.id))
    found = {version: _seal_of_last(connection, version) for version in lacking.all()}
    return {version: seal for version, seal in found.items() if seal is not None}


def _seal_of_last(connection: Connection, version: int) -> str | None:
    """The seal of what the last line up to a version says, if lines of organisations say it too."""
    last = connection.execute(_LAST_LINE, {"until": version}).one_or_none()
    text = "[]" if last is None else str(last.withheld)
    listed_at, listed = _last_list(connection, version)
    try:
        seal = _seal({**_listed(listed), **_changed(connection, after=listed_at, until=version)})
        was = text if text.startswith(BY_ORGANISATION) else _seal(_listed(text))
    except StoreProblem:
        return None
    return seal if seal == was else None


def keep_withheld(
    connection: Connection,
    version: int,
    *,
    before: Iterable[Withheld],
    now: Iterable[Withheld],
) -> None:
    """Return nothing once a line is kept of each organisation of which something else is withheld.

    ``before`` is all that was withheld until this version, ``now`` all that is from it on.
    """
    was, is_now = _of_each(before), _of_each(now)
    lines = [
        {
            "org_code": code,
            "version_id": version,
            "withheld": json.dumps([_encoded(one) for one in is_now.get(code, ())]),
        }
        for code in sorted({*was, *is_now})
        if set(was.get(code, ())) != set(is_now.get(code, ()))
    ]
    if lines:
        connection.execute(insert(withheld_of), lines)


def _list_at(connection: Connection, version: int) -> str:
    """The list or seal that was written with a version, or last before it up to schema 7.

    Until then a store that was opened without a guard wrote none.
    """
    found = connection.execute(_LAST_LINE, {"until": version}).one_or_none()
    has_its_own = found is not None and found.version_id == version
    if not has_its_own and has_schema(connection, EACH_SINCE):
        raise StoreProblem(
            f"The store has lost what is withheld of the figures at version {version}, so none are "
            f"shown. Its table “{protections.name}” lacks a line; put a backup there."
        )
    return "[]" if found is None else str(found.withheld)


def _last_list(connection: Connection, version: int) -> tuple[int, str]:
    """The newest version up to one with the list of every organisation, and the list."""
    found = connection.execute(_LAST_LIST, {"until": version}).one_or_none()
    return (0, "[]") if found is None else (found.version_id, found.withheld)


def _changed(connection: Connection, *, after: int, until: int) -> _ByOrganisation:
    """What is withheld of each organisation with a line of its own after the last list."""
    lines = connection.execute(_changed_lines(), {"after": after, "until": until})
    return {code: _read(text) for code, text in lines}


# Asked in every turn that makes a version, so each question is made once.
@cache
def _changed_lines() -> Select:
    table = withheld_of.c
    newest = (
        select(table.org_code, func.max(table.version_id).label("version_id"))
        .where(table.version_id > bindparam("after"), table.version_id <= _UNTIL)
        .group_by(table.org_code)
        .subquery()
    )
    is_newest = (table.org_code == newest.c.org_code) & (table.version_id == newest.c.version_id)
    wanted = select(table.org_code, table.withheld).join(newest, is_newest)
    return wanted.order_by(table.org_code)


def _of_each(withheld: Iterable[Withheld]) -> dict[str, tuple[Withheld, ...]]:
    found: dict[str, list[Withheld]] = {}
    for one in withheld:
        found.setdefault(one.org_code, []).append(one)
    # What is withheld twice is withheld: no line is written of it, and the hash is the same.
    return {code: tuple(dict.fromkeys(of_code)) for code, of_code in found.items()}


def _lines(withheld: Iterable[Withheld]) -> _ByOrganisation:
    return {code: _line(of_code) for code, of_code in _of_each(withheld).items()}


def _seal(found: _ByOrganisation) -> str:
    told = sorted((code, line) for code, line in found.items() if line.withheld)
    how_much = sum(len(line.withheld) for _, line in told)
    whole = sha256("".join(f"{code} {line.hash}\n" for code, line in told).encode())
    return f"{BY_ORGANISATION}: {how_much}, sha256 {whole.hexdigest()}"


def _encoded(one: Withheld) -> list[object]:
    cells = sorted([part.value for part in cell] for cell in one.cells)
    return [one.org_code, one.wres_year, one.step.value, cells]


# Of a store that an earlier release wrote to, it is the same list at every version since.
@lru_cache(maxsize=4)
def _listed(text: str) -> _ByOrganisation:
    return _lines(_decoded(text))


@lru_cache(maxsize=LISTS_KEPT)
def _line(withheld: tuple[Withheld, ...]) -> _Line:
    told = sorted(json.dumps(_encoded(one)) for one in withheld)
    return _Line(withheld, sha256("\n".join(told).encode()).hexdigest())


# From one version to the next nearly every line is the same, and of a country they are many.
@lru_cache(maxsize=LISTS_KEPT)
def _read(text: str) -> _Line:
    return _line(_decoded(text))


@lru_cache(maxsize=LISTS_KEPT)
def _decoded(text: str) -> tuple[Withheld, ...]:
    try:
        return tuple(
            Withheld(
                org_code=org_code,
                wres_year=wres_year,
                step=Step(step),
                cells=frozenset(
                    (EthnicGroup(group), Band(band), StaffGroup(staff))
                    for group, band, staff in cells
                ),
            )
            for org_code, wres_year, step, cells in json.loads(text)
        )
    except ValueError as error:
        # Showing more than passed the attack is the one thing that must not happen here.
        raise StoreProblem(
            "What is withheld of the figures cannot be read, so none are shown; put a backup there."
        ) from error
