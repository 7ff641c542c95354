"""What rows would change of the figures at a version, and what changed between two versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from sqlalchemy.engine import Connection

from wres.results import Result, check_result
from wres.store.rows import state, touched_since

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
_figure = attrgetter(*FIGURE_COLUMNS)


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


def compare(
    connection: Connection, rows: Iterable[Result], *, version: int, replaces: bool = False
) -> Changes:
    """Return what the rows would change of the figures at a version.

    With ``replaces`` the rows are all there is of each organisation, WRES year and indicator
    they touch: what is held of those and not among the rows would be removed.
    """
    given = {row.key: row for row in rows}
    codes, years = {row.org_code for row in given.values()}, {key[1] for key in given}
    stored = state(connection, version=version, org_codes=codes, years=years)
    before = {row.key: row for row in stored}
    beside = [(before.get(key), row) for key, row in given.items()]
    known = [(held, row, _figure(held) == _figure(row)) for held, row in beside if held]
    wholly = {scope_of(row) for row in given.values()} if replaces else set()
    gone = [row for row in stored if wholly and scope_of(row) in wholly]
    return Changes(
        added=tuple(row for held, row in beside if held is None),
        changed=tuple((held, row) for held, row, is_same in known if not is_same),
        unchanged=tuple(row for _, row, is_same in known if is_same),
        removed=tuple(row for row in gone if row.key not in given),
    )


def scope_of(row: Result) -> tuple[str, int, int]:
    """Return the organisation, WRES year and indicator a figure belongs to."""
    return (row.org_code, row.wres_year, row.indicator)


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
