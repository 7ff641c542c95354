"""The figures of a version, read whole, by organisation, or as few columns of everybody."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.engine import Connection

from wres.errors import StoreProblem
from wres.publication import Extent
from wres.results import Result, Results
from wres.store import narrow, rows, versions
from wres.store.database import Database
from wres.store.fingerprints import EMPTY_HASH, fingerprint
from wres.store.minus_zero import is_of_minus_zeros
from wres.store.narrow import Given
from wres.store.withheld import all_withheld_is_there


class FigureReader:
    """Every version of the figures, to read. See ``Store`` for what it promises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def results(self, *, version: int | None = None, org_code: str | None = None) -> Results:
        """Return the figures of a version (the current one if none is named), ordered by key.

        Raises:
            StoreProblem: If there is no such version.
        """
        with self._database.reading() as connection:
            number = existing(connection, version)
            wanted = None if org_code is None else (org_code,)
            return Results(rows.state(connection, version=number, org_codes=wanted))

    def changed_last(self, version: int) -> dict[str, int]:
        """Return for each organisation ever stored the last version up to one that changed it."""
        with self._database.reading() as connection:
            return narrow.changed_last(connection, existing(connection, version))

    def given(self, *, version: int, org_codes: Collection[str]) -> Given:
        """Return where organisations have a figure at a version, without reading the figures."""
        with self._database.reading() as connection:
            number = existing(connection, version)
            return narrow.given(connection, version=number, org_codes=org_codes)

    def of_years(
        self, *, version: int, org_codes: Collection[str], years: Collection[int]
    ) -> Results:
        """Return the figures of some organisations and WRES years at a version."""
        with self._database.reading() as connection:
            number = existing(connection, version)
            return Results(rows.state(connection, version=number, org_codes=org_codes, years=years))

    def beside(
        self, extent: Extent, *, version: int, org_codes: Collection[str], years: Collection[int]
    ) -> tuple[Result, ...]:
        """Return the figures of some organisations and WRES years to some extent."""
        with self._database.reading() as connection:
            number = existing(connection, version)
            return narrow.beside(
                connection, extent, version=number, org_codes=org_codes, years=years
            )

    def without_counts(self, *, version: int, org_codes: Collection[str]) -> Results:
        """Return the survey percentages of all staff that stand without counts at a version."""
        with self._database.reading() as connection:
            number = existing(connection, version)
            return Results(narrow.without_counts(connection, version=number, org_codes=org_codes))

    def organisations(
        self, *, version: int | None = None, org_codes: Collection[str] | None = None
    ) -> tuple[str, ...]:
        """Return the codes of the organisations that have a figure at a version, in order.

        With ``org_codes`` only these are looked at.
        """
        with self._database.reading() as connection:
            number = existing(connection, version)
            return rows.organisations(connection, version=number, org_codes=org_codes)

    def verify_figures(self) -> bool:
        """Return whether the current figures still have the hash they were stored with."""
        with self._database.reading() as connection:
            current = versions.current_id(connection)
            found = fingerprint(added=rows.plain_state(connection, version=current))
            if not current:
                return found == EMPTY_HASH
            recorded = versions.read_version(connection, current).content_hash
            is_as_recorded = found == recorded
            return is_as_recorded or is_of_minus_zeros(connection, recorded=recorded, found=found)

    def verify_withheld(self) -> bool:
        """Return whether at each version there is all that was withheld at it."""
        with self._database.reading() as connection:
            return all_withheld_is_there(connection)


def existing(connection: Connection, version: int | None) -> int:
    """Return the number of a version there is, the current one if none is named.

    Raises:
        StoreProblem: If there is no such version.
    """
    current = versions.current_id(connection)
    if version is None:
        return current
    if not 0 <= version <= current:
        raise StoreProblem(f"There is no version {version}.")
    return version
