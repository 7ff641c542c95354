"""A store as a national body would hold it, and the program that is served on it.

Every trust's year is a version of its own, as trusts bring their figures one by one. The attack is
not made on each, which would take hours: what it would withhold is put in for one year in five.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.engine import Connection

from bench.nation.figures import TRUSTS, YEARS, code_of, figures_of
from bench.serving import ROOT
from wres.publication import Step, Withheld
from wres.results import Result
from wres.store import audit
from wres.store.audit import AuditAction
from wres.store.changes import Changes, rows_of
from wres.store.database import open_file, open_url
from wres.store.guarding import Protection, keep_protection
from wres.store.versions import Entry, VersionKind, append, current_id

DATA = ROOT / "data"
_GROUPS = ("acute", "acute", "acute", "mental health", "community")
_REGIONS = ("London", "Midlands", "North West", "South East", "South West")
_BEGUN = datetime(2016, 6, 1, 9, tzinfo=UTC)
_ONE_IN = 5
_REPORT = json.dumps({"checks": [{"name": f"check_{n}", "passed": True} for n in range(60)]})


def write_data(folder: Path, trusts: int = TRUSTS) -> None:
    """Return nothing; copy what is shipped, with the made-up trusts on the list of organisations.

    They stand among the trusts there, so that the program treats them as it does a real one.
    """
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("local"))
    path = folder / "reference" / "organisations.csv"
    lines = [_line(number) for number in range(1, trusts + 1)]
    with path.open("a", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in lines))


def _line(number: int) -> str:
    group = _GROUPS[number % len(_GROUPS)]
    region = _REGIONS[number % len(_REGIONS)]
    code, name = code_of(number), f"Made-up Trust {number:03d}"
    return f"{code},{name},,NHS trust,{group},{group},practice,{region},open,,,,,,practice,practice"


def fill(home: Path, trusts: int = TRUSTS, *, url: str | None = None) -> dict[str, int]:
    """Return how many cells and versions a new store was given, ten years of each trust."""
    database = open_url(url) if url else open_file(home)
    withheld: tuple[Withheld, ...] = ()
    cells = made = 0
    for year in YEARS:
        # A year is kept in one turn: what is measured is the rows, not the disk's pauses.
        with database.writing() as connection:
            for number in range(1, trusts + 1):
                rows, before = figures_of(number, year), withheld
                if number % _ONE_IN == year % _ONE_IN:
                    code = code_of(number)
                    withheld += (Withheld(org_code=code, wres_year=year, step=Step.DETAIL),)
                made = _append(connection, rows, before=before, now=withheld)
                cells += len(rows)
    database.engine.dispose()
    return {"cells": cells, "versions": made}


def _append(
    connection: Connection,
    rows: tuple[Result, ...],
    *,
    before: tuple[Withheld, ...],
    now: tuple[Withheld, ...],
) -> int:
    """The number of the version these rows make, with its protection and its line of the log."""
    day = len(now)
    mark = hashlib.sha256(f"{rows[0].org_code} {rows[0].wres_year}".encode()).hexdigest()
    entry = Entry(
        kind=VersionKind.UPLOAD,
        made_by="bench",
        made_at=_BEGUN + timedelta(days=day),
        file_name=f"made-up-{rows[0].org_code}-{rows[0].wres_year}.csv",
        file_sha256=mark,
        shape="long",
        report=_REPORT,
    )
    changes = rows_of(Changes(added=rows))
    version = append(connection, entry, parent=current_id(connection), changes=changes)
    audit.record_version(connection, AuditAction.ACCEPTED, version)
    keep_protection(
        connection, version.id, Protection(withheld=now, summary="made-up"), before=before
    )
    return version.id
