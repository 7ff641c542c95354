"""What rows would change of the figures at a version, and what changed between two versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.engine import Connection

from wres.results import Result, check_result
from wres.store.plain_figures import (
    Plain,
    PlainKey,
    by_key,
    decoded,
    picked,
    plain_key,
    plain_rows,
    stored_values,
)
from wres.store.rows import held, state, touched_since

# Two rows of one key are the same figure when these agree. ``source_id`` only says which file
# brought the figure, so the same figures from another file are not a change.
FIGURE_COLUMNS = (
    "numerator",
    "denominator",
    "value",
    "status",
    "calc_basis",
    "edition",
    "survey_year",
)
_figure = picked(FIGURE_COLUMNS)
_scope = picked(("org_code", "wres_year", "indicator"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What given rows would change: new figures, (before, after) pairs, figures as stored.

    ``removed`` are figures held now that would be taken away.
    """

    added: tuple[Result, ...] = ()
    changed: tuple[tuple[Result, Result], ...] = ()
    unchanged: tuple[Result, ...] = ()
    removed: tuple[Result, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether accepting the rows would leave every figure as it is."""
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class RowChanges:
    """The figures a version writes, and those it takes the place of, as plain values.

    ``kept`` stand from it on, ``replaced`` stood for some of them, ``removed`` for none.
    """

    kept: tuple[Plain, ...]
    replaced: tuple[Plain, ...] = ()
    removed: tuple[Plain, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether no figure would be another."""
        return not (self.kept or self.removed)


def rows_of(changes: Changes) -> RowChanges:
    """Return what changes lead to as rows."""
    kept = (*changes.added, *(after for _, after in changes.changed))
    return RowChanges(
        kept=tuple(plain_rows(kept)),
        replaced=tuple(stored_values(before) for before, _ in changes.changed),
        removed=tuple(map(stored_values, changes.removed)),
    )


def compare(
    connection: Connection, rows: Iterable[Result], *, version: int, replaces: bool = False
) -> Changes:
    """Return what the rows would change of the figures at a version.

    With ``replaces`` the rows are all there is of each organisation, WRES year and indicator
    they touch: what is held of those and not among the rows would be removed.
    """
    offered = {row.key: row for row in rows}
    given = by_key(plain_rows(offered.values()))
    figures = dict(zip(given, offered.values(), strict=True))
    found = _weighed(connection, given, version=version, replaces=replaces)
    return Changes(
        added=tuple([figures[plain_key(row)] for row in found.added]),
        changed=tuple([(decoded(old), figures[plain_key(new)]) for old, new in found.changed]),
        unchanged=tuple([figures[plain_key(row)] for row in found.unchanged]),
        removed=tuple(map(decoded, found.removed)),
    )


def compare_rows(
    connection: Connection, rows: Iterable[Result], *, version: int, replaces: bool = False
) -> RowChanges:
    """Return as rows to be written what ``compare`` returns as figures to be looked at."""
    given = by_key(plain_rows(rows))
    found = _weighed(connection, given, version=version, replaces=replaces)
    return RowChanges(
        kept=(*found.added, *(new for _, new in found.changed)),
        replaced=tuple([old for old, _ in found.changed]),
        removed=tuple(found.removed),
    )


class _Weighed(NamedTuple):
    """Figures given and held by what becomes of them, those that change as old and new."""

    added: list[Plain]
    changed: list[tuple[Plain, Plain]]
    unchanged: list[Plain]
    removed: list[Plain]


def _weighed(
    connection: Connection,
    given: Mapping[PlainKey, Plain],
    *,
    version: int,
    replaces: bool,
) -> _Weighed:
    stored = held(connection, given.keys(), version=version, wholly=replaces)
    scopes = {_scope(row) for row in given.values()} if replaces else set()
    gone = [row for row in stored.others.values() if _scope(row) in scopes]
    found = _Weighed([], [], [], removed=gone)
    for old, new in zip(stored.beside, given.values(), strict=True):
        if old is None:
            found.added.append(new)
        elif _figure(old) != _figure(new):
            found.changed.append((old, new))
        else:
            found.unchanged.append(new)
    return found


def difference(connection: Connection, *, start: int, end: int) -> Changes:
    """Return what leads from the figures of one version to those of another, earlier or later.

    Every column counts, so that the figures after the change are exactly those of ``end``.
    """
    touched = touched_since(connection, min(start, end))
    before = {row.key: row for row in state(connection, version=start, org_codes=touched)}
    after = {row.key: row for row in state(connection, version=end, org_codes=touched)}
    return Changes(
        added=tuple(row for key, row in after.items() if key not in before),
        changed=tuple(
            (before[key], row) for key, row in after.items() if key in before and before[key] != row
        ),
        removed=tuple(row for key, row in before.items() if key not in after),
    )


def checked(given: Iterable[Result]) -> tuple[Result, ...]:
    """Return the rows offered, each of which keeps the rule of the table.

    Raises:
        NotComputable: If one breaks it.
    """
    offered = tuple(given)
    for row in offered:
        check_result(row)
    return offered
