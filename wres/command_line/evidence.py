"""Open what is known: what is shipped, and the uploads laid over it."""

from __future__ import annotations

from wres.answers import Evidence
from wres.answers.opening import (
    database_url,
    evidence_at,
    home,
    local_store,
    shipped,
    with_plans,
)
from wres.answers.written import Written, written_of
from wres.store import FILE_NAME, Store


def stored() -> Store | None:
    """Return the store, for reading only, or None when nothing was ever stored.

    Raises:
        StoreProblem: If there is one and it cannot be read.
    """
    if database_url() or (home() / FILE_NAME).exists():
        return local_store(read_only=True)
    return None


def opened() -> Evidence:
    """Return everything known now: what is shipped, and the uploads laid over it.

    Raises:
        StoreProblem: If there is a store and it cannot be read.
    """
    data, store = shipped(), stored()
    if store is None:
        return evidence_at(None, 0, data=data)
    with store:
        return with_plans(evidence_at(store, store.current(), data=data), store)


def earlier(version: int) -> Evidence:
    """Return the evidence as it was at an earlier version of the figures; 0 is before any upload.

    Raises:
        StoreProblem: If the store cannot be read.
    """
    store = stored()
    if store is None or not version:
        return evidence_at(None, 0, data=shipped())
    with store:
        return evidence_at(store, version, data=shipped())


def problems(evidence: Evidence) -> tuple[str, ...]:
    """Return a sentence for each shipped file that cannot be used."""
    return tuple(str(problem) for problem in evidence.shipped.problems)


def written_about(org_code: str) -> Written:
    """Return what people wrote about an organisation; nothing where nothing was ever stored."""
    store = stored()
    if store is None:
        return Written()
    with store:
        return written_of(store, org_code)
