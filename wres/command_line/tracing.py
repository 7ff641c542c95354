"""The command ``trace``: which file, line, person and moment an uploaded figure comes from."""

from __future__ import annotations

from argparse import Namespace
from enum import Enum
from typing import TypeVar

from wres.command_line.evidence import stored
from wres.command_line.examined import figure_place
from wres.command_line.layout import wrapped
from wres.command_line.reply import BadCommand, Reply
from wres.results import Result
from wres.store import Trace, uk_time_text
from wres.terms import Band, EthnicGroup, StaffGroup, term
from wres.text import cut, one_line

Term = TypeVar("Term", bound=Enum)


def trace(asked: Namespace) -> Reply:
    """Return where each uploaded figure asked for comes from; no figure itself is told.

    Raises:
        BadCommand: If none of the uploaded figures is asked for.
    """
    wanted = _wanted(asked)
    store = stored()
    if store is None:
        raise BadCommand("Nothing was uploaded yet, so there is nothing to trace.")
    with store:
        held = store.results(version=asked.version)
        rows = [row for row in held if _takes(row, wanted)]
        traces = [(row, store.trace(row.key, asked.version)) for row in rows]
    if not traces:
        raise BadCommand(
            "None of the uploaded figures is one of these; a figure that is shipped has its "
            "source in data/README.md."
        )
    return Reply(
        data=[_data(row, found) for row, found in traces],
        lines=tuple(line for row, found in traces for line in _told(row, found)),
    )


def _wanted(asked: Namespace) -> tuple[tuple[str, object], ...]:
    pairs = (
        ("org_code", one_line(asked.org).upper() or None),
        ("wres_year", asked.year),
        ("indicator", asked.indicator),
        ("band", _term(Band, asked.band, "band")),
        ("ethnic_group", _term(EthnicGroup, asked.group, "ethnic group")),
        ("staff_group", _term(StaffGroup, asked.staff, "staff group")),
    )
    return tuple((column, value) for column, value in pairs if value is not None)


def _takes(row: Result, wanted: tuple[tuple[str, object], ...]) -> bool:
    return all(getattr(row, column) == value for column, value in wanted)


def _term(kind: type[Term], code: str, name: str) -> Term | None:
    return term(kind, cut(code.strip().casefold()), name) if code else None


def _told(row: Result, found: Trace) -> list[str]:
    place = f", {found.place}" if found.place else ""
    return wrapped(
        f"{figure_place(row)}: {found.file_name}{place}; version {found.version.id}, "
        f"{found.made_by}, {uk_time_text(found.made_at)}; SHA-256 {found.file_sha256}",
        hang=2,
    )


def _data(row: Result, found: Trace) -> dict[str, object]:
    return {
        "org_code": row.org_code,
        "wres_year": row.wres_year,
        "indicator": row.indicator,
        "staff_group": row.staff_group.value,
        "band": row.band.value,
        "ethnic_group": row.ethnic_group.value,
        "unit": row.unit.value,
        "version": found.version.id,
        "file_name": found.file_name,
        "file_sha256": found.file_sha256,
        "place": found.place,
        "made_by": found.made_by,
        "made_at": found.made_at.isoformat(),
    }
