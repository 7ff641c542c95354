"""Where the program's files are, and everything opened: shipped data, the store, the evidence."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from wres import settings
from wres.answers.evidence import Evidence, gather
from wres.answers.guarding import guard_with
from wres.answers.new_benchmarks import benchmarks_from
from wres.answers.published import ORGANISATIONS_KEPT, Published
from wres.errors import StoreProblem
from wres.library.shipped import Shipped, load_shipped
from wres.planning import kept_plans
from wres.publication import Extent
from wres.results import Results
from wres.store import Standing, Store, open_store, uk_day
from wres.store.holdings import Holdings, laid_over
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR

ROOT = Path(__file__).resolve().parents[2]
DATA_FOLDER = ROOT / "data"


def home() -> Path:
    """Return the folder that holds the store: the one set, or ``data/local``."""
    return Path(settings.HOME.given(os.environ) or DATA_FOLDER / "local")


def database_url() -> str | None:
    """Return the database server that holds the store instead of a file; None without one."""
    return settings.DATABASE_URL.given(os.environ) or None


def shipped() -> Shipped:
    """Return everything in ``data/``; broken files are named in it and the rest works.

    Read once: no file in it changes while the program runs.
    """
    return _loaded(DATA_FOLDER)


@lru_cache(maxsize=1)
def _loaded(folder: Path) -> Shipped:
    return load_shipped(folder)


def local_store(*, read_only: bool = False) -> Store:
    """Return the store of this installation, made on first use, with what was due released.

    Raises:
        StoreProblem: If it cannot be opened.
    """
    store = _opened(read_only=read_only)
    release_due(store)
    return store


def release_due(store: Store) -> None:
    """Return nothing once every draft whose embargo has ended is published, if that can be done.

    When nothing is due, this is one look at an index. A store opened for reading is opened once
    more for writing; where that is not possible, the draft waits for somebody who may write.
    """
    now = datetime.now(UTC)
    today = uk_day(now)
    # Whatever is wrong with the store is told by whoever asks it for figures.
    with suppress(StoreProblem):
        if not store.due_drafts(today):
            return
        if not store.read_only:
            store.release_due(today=today, made_at=now)
            return
        with _opened(read_only=False) as writable:
            writable.release_due(today=today, made_at=now)


def standing(store: Store) -> Standing:
    """Return what stands in a store now, once every draft whose embargo has ended is published.

    Raises:
        StoreProblem: If the store cannot be read.
    """
    today = uk_day(datetime.now(UTC))
    found = store.standing(today)
    if not found.has_due:
        return found
    release_due(store)
    return store.standing(today)


def _opened(*, read_only: bool) -> Store:
    return open_store(
        home(),
        url=database_url(),
        read_only=read_only,
        guard=guard_with(_shipped_figures),
    )


def _shipped_figures() -> Results:
    return shipped().results


def evidence_at(
    store: Store | None, version: int, *, data: Shipped, published: Published | None = None
) -> Evidence:
    """Return the evidence at a version of the store; without a store, of the shipped data alone.

    With ``published`` what was worked out for other versions of the store is not worked out again.

    Raises:
        StoreProblem: If the store cannot be read.
    """
    if store is None:
        return gather(data, Results(), version)
    found = (published or Published(store, data.results)).at(version)
    marks = tuple(found.marks.values())
    official = found.published.official(marks, version)
    beside = found.beside(Extent.WHOLES, {row.wres_year for row in official})
    return Evidence(
        files=found.published.files.at(version),
        version=version,
        shipped=data,
        publication=found.publication(),
        uploaded=found.published.uploaded(marks, version),
        made_benchmarks=benchmarks_from(beside.rows, official, shipped=data),
    )


def uploaded_at(store: Store, version: int) -> Results:
    """Return the unprotected uploaded figures at a version, each organisation's read when asked.

    Only checks, previews and the attack may see them.
    """

    @lru_cache(maxsize=ORGANISATIONS_KEPT)
    def of_one(code: str) -> Results:
        return store.results(version=version, org_code=code)

    codes = store.organisations(version=version)
    every_year = range(FIRST_WRES_YEAR, LAST_WRES_YEAR + 1)
    return Holdings(
        codes,
        of_one,
        of_years=lambda years: store.of_years(version=version, org_codes=codes, years=years),
        wholes=lambda: store.beside(
            Extent.WHOLES, version=version, org_codes=codes, years=every_year
        ),
    )


def held_at(store: Store, version: int, *, data: Shipped) -> Results:
    """Return what is shipped with the unprotected uploaded figures laid over it, for checks."""
    return laid_over(data.results, uploaded_at(store, version))


def with_plans(evidence: Evidence, store: Store) -> Evidence:
    """Return the evidence with the action plans kept in a store.

    Raises:
        StoreProblem: If the store cannot be read.
        PlanRefused: If a plan in it cannot be understood.
    """
    return replace(evidence, kept_plans=kept_plans(store))
