"""What every visitor shares: the shipped data, the store, and the evidence of one version.

Kept by version number and never by time: a new upload is seen at the next click, and nothing is
worked out twice.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Thread
from time import sleep

import streamlit as st

from wres.answers import Evidence
from wres.answers.gaps_beside import gaps_ahead
from wres.answers.opening import (
    evidence_at,
    local_store,
    shipped,
    standing,
    uploaded_at,
    with_plans,
)
from wres.answers.published import Published, worked_out_ahead
from wres.answers.release import release
from wres.answers.written import Written, written_of
from wres.errors import StoreProblem, WresError
from wres.interface.asking import Known, Refused
from wres.library.shipped import Shipped
from wres.publication import Extent, Publication
from wres.results import Results
from wres.store import Note, Standing, Store, Version, uk_day
from wres.text import plain
from wres.ui import held
from wres.ui import warm as warming
from wres.words import SPOKEN

VERSIONS_KEPT = 3
BETWEEN_YEARS_SECONDS = 0.3
_NOT_SHOWN = "Uploaded figures are not shown; the rest works."
_SHOWN_LAST = (
    "You see version {version}, as it was read last. Anything newer is missing, and nothing can be "
    "stored."
)


@st.cache_resource(show_spinner=False)
def data() -> Shipped:
    """Return what is shipped in ``data/``."""
    return shipped()


@st.cache_resource(show_spinner=False)
def _store() -> Store:
    return local_store()


@st.cache_resource(show_spinner=False)
def _store_to_read() -> Store:
    return local_store(read_only=True)


@st.cache_resource(show_spinner=False, max_entries=2)
def _published(read_only: bool) -> Published:
    return Published(_store_to_read() if read_only else _store(), data().results)


@st.cache_resource(show_spinner=False, max_entries=VERSIONS_KEPT)
def evidence_at_version(version: int) -> Evidence:
    """Return the evidence as it was at an earlier version."""
    if not version:
        return evidence_at(None, version, data=data())
    opened = store()
    kept = _published(opened.read_only)
    return evidence_at(opened, version, data=data(), published=kept)


@st.cache_resource(show_spinner=False, max_entries=VERSIONS_KEPT)
def _with_plans(version: int, written: int) -> Evidence:
    found = evidence_at_version(version)
    return replace(with_plans(found, store()) if written else found, records=written)


@st.cache_resource(show_spinner=False, max_entries=1)
def _uploaded(version: int) -> Results:
    return uploaded_at(store(), version)


def store() -> Store:
    """Return the store of uploads, for reading only where it may not be written to.

    Raises:
        StoreProblem: If it cannot be opened.
    """
    return _opened()[0]


def store_when_warm() -> Store:
    """Return the store once this copy of the program can serve a page without a wait.

    Raises:
        StoreProblem: If it cannot be opened, or this copy is still getting ready.
    """
    if not warming.wait():
        raise StoreProblem(warming.GETTING_READY)
    return store()


def _opened() -> tuple[Store, str]:
    """The store, and why it is open for reading only; the next visit tries to write again."""
    try:
        return _store(), ""
    except StoreProblem as problem:
        # Told is why nothing can be stored; that a damaged file cannot be read either adds nothing.
        with suppress(StoreProblem):
            return _store_to_read(), str(problem)
        raise


def uploaded(version: int) -> Results:
    """Return the unprotected uploaded rows at a version; only checks and previews may see them.

    Each organisation's are read when they are asked for.

    Raises:
        StoreProblem: If the store cannot be read.
    """
    return _uploaded(version) if version else Results()


@st.cache_resource(show_spinner=False, max_entries=500)
def _notes(org_code: str, version: int) -> tuple[Note, ...]:
    # Asked with the version, because an argument named with a bar in front is no part of the key.
    return store().notes(org_code=org_code)


def notes(org_code: str, version: int) -> tuple[Note, ...]:
    """Return what was accepted with a reason about an organisation's figures; none without a store.

    Kept by version; asked again when the figures move on.
    """
    if not version:
        return ()
    with suppress(StoreProblem):
        return _notes(org_code, version)
    return ()


@st.cache_resource(show_spinner=False, max_entries=1)
def _history(version: int) -> tuple[Version, ...]:
    return store().history()


def history() -> tuple[Version, ...]:
    """Return every version, newest first, read once however many there are and who asks.

    Raises:
        StoreProblem: If the store cannot be read.
    """
    return _history(store().current())


@st.cache_resource(show_spinner=False, max_entries=1)
def _proofs(version: int) -> dict[int, str]:
    return store().protection_summaries()


def proofs() -> dict[int, str]:
    """Return what the confidentiality check of each version came to, by version; read once.

    Raises:
        StoreProblem: If the store cannot be read.
    """
    return _proofs(store().current())


def written(org_code: str, *, beside: Evidence | None = None) -> Written:
    """Return what is written about an organisation at this moment, or ``beside`` what is shown.

    Read once for as long as nobody writes and the figures stay. While the store does not answer,
    what was read last; nothing where there was never one.
    """
    kept = held.everything().written
    with suppress(StoreProblem):
        marks = _marks(beside)
        if org_code not in kept or kept[org_code].marks != marks:
            kept[org_code] = held.Marked(written_of(store(), org_code), marks)
    return kept[org_code].written if org_code in kept else Written()


def _marks(beside: Evidence | None) -> tuple[int, int]:
    """The version, and how many revisions were written: as they were asked for, or now."""
    if beside is not None and beside.records is not None:
        return beside.version, beside.records
    now = store().standing(today())
    return now.version, now.records


def evidence_of(version: int) -> Evidence:
    """Return the evidence with the figures of an earlier version, and the plans of this moment.

    Raises:
        StoreProblem: If the store cannot be read.
    """
    return _with_plans(version, store().records_written())


def today() -> date:
    """Return the calendar day it is in the United Kingdom."""
    return uk_day(datetime.now(UTC))


def evidence() -> Evidence:
    """Return the evidence at the current version.

    While the store does not answer, what was shown last, with a sentence that says so; where there
    was never one, the shipped data alone. A draft whose embargo has ended is published first. What
    is shipped and cannot be used is named, as its panel is empty.
    """
    found = _evidence_now()
    for broken in found.shipped.problems:
        st.warning(plain(str(broken)))
    return found


def _evidence_now() -> Evidence:
    try:
        opened, why_read_only = _opened()
        if why_read_only:
            st.warning(f"{plain(why_read_only)} Nothing can be stored; what was stored is shown.")
        return _shown(standing(opened))
    except StoreProblem as problem:
        last = held.everything().evidence
        what = _NOT_SHOWN if last is None else _SHOWN_LAST.format(version=last.version)
        st.warning(plain(f"{problem} {what}"))
        return evidence_at_version(0) if last is None else last


def known() -> Known:
    """Return what is known at this moment, for other programs.

    Raises:
        StoreProblem: If the store cannot be read.
        Refused: If this copy is still getting ready.
    """
    # A picture is drawn by libraries that another thread may be in the middle of importing. Nobody
    # waits for them here: each would hold one of the threads that pages get their files by.
    if not warming.is_ready():
        raise Refused(503, warming.GETTING_READY, {"retry-after": "2"})
    opened = store()
    # Counted first: what is written meanwhile is then answered under a mark that is soon left.
    now = standing(opened)
    return Known(
        evidence=_shown(now),
        mark=f"{release()} {now.version} {now.records} {SPOKEN.bme}",
        written=written,
        notes=lambda code: notes(code, now.version),
        at=evidence_at_version,
        history=opened.history,
    )


def _shown(now: Standing) -> Evidence:
    kept = held.everything()
    last = kept.evidence
    if last is not None and (last.version, last.records) == (now.version, now.records):
        return last
    return kept.hold(_with_plans(now.version, now.records))


def warm() -> None:
    """Return nothing; open and publish everything before the first visitor comes.

    Of a large store, what trusts are compared by; the rest that stands side by side follows.
    """
    try:
        release()
        found = _shown(standing(store())).publication
        if any([*worked_out_ahead(found, Extent.COMPARED)]):
            Thread(target=_follow, args=(found,), name="follow", daemon=True).start()
    except WresError:
        # Whatever it is, the pages say it; a program that does not start says nothing.
        evidence_at_version(0)


def _follow(found: Publication) -> None:
    """Work out records and gaps of each year little by little, as visitors are there by now."""
    warming.until_ready(and_then=BETWEEN_YEARS_SECONDS)
    # What cannot be read is told to whoever asks for it.
    with suppress(WresError):
        for year in worked_out_ahead(found, Extent.RECORDS):
            gaps_ahead(found, year)
            sleep(BETWEEN_YEARS_SECONDS)
    # The collector would go over all of it after every run of a page.
    gc.freeze()
