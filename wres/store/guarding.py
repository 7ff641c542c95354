"""What stands between figures and everybody: the guard, and the proof kept with each version.

The store knows when figures are about to become current and asks the guard it was opened with, in
the same transaction: a guard that refuses leaves the store as it was. It keeps what the guard says
must be withheld, so that what is shown later is exactly what passed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from wres.publication import Withheld
from wres.publication.withholding import OrgYear
from wres.results import Result, Results
from wres.store.changes import Changes, difference
from wres.store.rows import state
from wres.store.tables import protections, version_organisations
from wres.store.withheld import (
    keep_withheld,
    keeps_protections,
    missing_seals,
    sealed,
    withheld_at,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What was decided for a version: everything withheld at it, and the proof.

    ``summary`` is the line a lead reads, ``proof`` JSON that tells what was attacked.
    """

    withheld: tuple[Withheld, ...] = ()
    summary: str = ""
    proof: str = "{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """The figures of some organisations at one version, and what was withheld of them."""

    rows: Results
    withheld: tuple[Withheld, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Figures that are about to become current.

    ``rows`` are all figures of the organisations that change, ``touched`` the organisations and
    years that do, ``before`` what stood at each earlier version that changed one of them,
    oldest first.
    """

    rows: Results
    touched: frozenset[OrgYear]
    before: tuple[Stood, ...]


# In the place of a proof: a store opened without a guard made the version. It has a line all the
# same, so that a version without one is known to have lost it.
NOT_ATTACKED = ""
_ADDING = insert(protections)

# Raises a WresError when the figures must not become current.
Guard = Callable[[Candidate], Protection]


def candidate_of(
    connection: Connection, changes: Changes, *, rows: Iterable[Result] | None, until: int
) -> Candidate:
    """Return the figures a change leads to; ``until`` is the version that stood before it.

    ``rows`` are the figures after the change, None when they are to be worked out from it.
    """
    touched = _touched(changes)
    codes = sorted({code for code, _ in touched})
    if rows is None:
        rows = _after(state(connection, version=until, org_codes=codes), changes)
    return Candidate(
        rows=Results(rows),
        touched=frozenset(touched),
        before=tuple(stood(connection, codes, until)),
    )


def protect(connection: Connection, guard: Guard, *, before: int, version: int) -> Protection:
    """Return the protection of a version that was just written, kept with it.

    What was withheld of organisations and years that did not change stays withheld.
    """
    changes = difference(connection, start=before, end=version)
    touched = _touched(changes)
    codes = sorted({code for code, _ in touched})
    after = state(connection, version=version, org_codes=codes)
    found = guard(candidate_of(connection, changes, rows=after, until=before))
    until_now = withheld_at(connection, before)
    carried = [one for one in until_now if one.org_year not in touched]
    kept = Protection(
        withheld=(*carried, *found.withheld), summary=found.summary, proof=found.proof
    )
    keep_protection(connection, version, kept, before=until_now)
    return kept


def carry_protection(connection: Connection, *, before: int, version: int) -> None:
    """Return nothing once a version that nobody attacked has what was withheld before it."""
    until_now = withheld_at(connection, before)
    carried = Protection(withheld=until_now, proof=NOT_ATTACKED)
    keep_protection(connection, version, carried, before=until_now)


def give_each_version_its_line(connection: Connection) -> None:
    """Return nothing once each version without a line has the one of a version nobody attacked.

    Releases up to schema 7 wrote none where no guard was. A version of which the store tells that
    it had another line has lost it and stays without, so nothing is shown of it.
    """
    told = {"summary": "", "proof": NOT_ATTACKED}
    seals = missing_seals(connection)
    lines = [{"version_id": number, "withheld": seal, **told} for number, seal in seals.items()]
    if lines:
        connection.execute(_ADDING, lines)


def keep_protection(
    connection: Connection, version: int, protection: Protection, *, before: Iterable[Withheld]
) -> None:
    """Return nothing once the protection of a version is kept; ``before`` was withheld until it."""
    told = {"summary": protection.summary, "proof": protection.proof}
    line = {"version_id": version, "withheld": sealed(protection.withheld), **told}
    connection.execute(_ADDING, line)
    keep_withheld(connection, version, before=before, now=protection.withheld)


def protection_of(connection: Connection, version: int) -> Protection | None:
    """Return the protection kept with a version, None when no attack was made on it.

    Raises:
        StoreProblem: If any of what is withheld at it cannot be read, or was lost.
    """
    if not keeps_protections(connection):
        return None
    withheld = withheld_at(connection, version)
    table = protections.c
    wanted = select(table.summary, table.proof).where(table.version_id == version)
    row = connection.execute(wanted).one_or_none()
    if row is None or row.proof == NOT_ATTACKED:
        return None
    return Protection(withheld=withheld, summary=row.summary, proof=row.proof)


def protection_summaries(connection: Connection) -> dict[int, str]:
    """Return what the attack on each version came to, by version; those never attacked have none.

    One question however many versions there are.
    """
    if not keeps_protections(connection):
        return {}
    wanted = select(protections.c.version_id, protections.c.summary)
    found = connection.execute(wanted.where(protections.c.proof != NOT_ATTACKED))
    return {row.version_id: row.summary for row in found}


def _touched(changes: Changes) -> set[OrgYear]:
    changed = (after for _, after in changes.changed)
    rows = (*changes.added, *changed, *changes.removed)
    return {(row.org_code, row.wres_year) for row in rows}


def _after(rows: Iterable[Result], changes: Changes) -> list[Result]:
    gone = {row.key for row in changes.removed}
    newer = (*changes.added, *(after for _, after in changes.changed))
    return list(Results(row for row in rows if row.key not in gone).merged(newer))


def stood(connection: Connection, codes: Collection[str], until: int) -> Iterator[Stood]:
    """Give what stood of some organisations at each version that changed one, the oldest first."""
    table = version_organisations.c
    wanted = select(table.version_id).where(table.org_code.in_(codes), table.version_id <= until)
    # Before the first upload there was what is shipped.
    for number in (0, *sorted(set(connection.scalars(wanted)))):
        yield Stood(
            rows=Results(state(connection, version=number, org_codes=codes)),
            withheld=tuple(one for one in withheld_at(connection, number) if one.org_code in codes),
        )
