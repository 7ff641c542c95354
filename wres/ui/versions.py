"""The history page: every version, what it changed and who made it; undo, bring back, trace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from wres.answers import Evidence
from wres.errors import WresError
from wres.reports import Table, table_csv
from wres.store import Version, VersionKind, uk_time_text
from wres.text import plain
from wres.ui import links, loading, panels, printing, state, visitor
from wres.ui.state import Said
from wres.words import code_label, organisation_title
from wres.words.help import HOW_TO_UPLOAD, NOTHING_UPLOADED
from wres.words.labels import people_of_row

ORGANISATION, YEAR, INDICATOR = "Organisation", "WRES year", "Indicator"
VERSIONS_SHOWN = 25
LATEST_SHOWN = 5
COLUMNS = ("Version", "When", "By", "What", "Figures written", "Reasons and notes")


def said_before() -> None:
    """Return nothing; open the page with what the last press has led to, and where to see it.

    It is said at the top and, as the press may have been far down, where the visitor looks as well.
    """
    said = state.to_say()
    if said is None:
        return
    (st.success if said.is_good else st.warning)(plain(said.sentence))
    st.toast(plain(said.sentence))
    if said.org_code:
        label = f"See {code_label(said.org_code)} in {said.wres_year}"
        links.link("where_we_stand", label, org=said.org_code, year=said.wres_year)


def latest() -> None:
    """Return nothing; show the newest versions and offer to undo the last."""
    panels.section("What was stored")
    versions = loading.history()
    if not versions:
        panels.sentence(NOTHING_UPLOADED)
        return
    panels.words_table(_table(versions[:LATEST_SHOWN], "Latest first"))
    undo()


def undo() -> None:
    """Return nothing; offer to take the newest change back."""
    store = loading.store()
    newest = store.next_undo()
    if newest is None or store.read_only:
        return
    label, key = f"Undo version {newest.id}", f"undo_{newest.id}"
    st.button(label, key=key, on_click=_undo, args=(newest, store.current()))


def _undo(newest: Version, seen: int) -> None:
    """Undo what the page showed as newest; whoever stored meanwhile is not undone unseen."""

    def undone() -> str:
        lead = visitor.writer(_touched_since(newest.parent_id))
        made = loading.store().undo(
            expected_version=seen, made_by=lead.name, made_at=datetime.now(UTC)
        )
        return f"Version {newest.id} is undone. The figures are now at version {made.id}."

    say_what_came_of(undone)


def say_what_came_of(work: Callable[[], str]) -> None:
    """Return nothing; do some work, and open the next run with its sentence or its refusal."""
    try:
        state.say_next(Said(sentence=work()))
    except WresError as problem:
        state.say_next(Said(sentence=str(problem), is_good=False))


def everything() -> None:
    """Return nothing; list every version, a page at a time, with a file of all of them."""
    versions = loading.history()
    if not versions:
        panels.sentence(f"{NOTHING_UPLOADED} {HOW_TO_UPLOAD}")
        return
    pages = -(-len(versions) // VERSIONS_SHOWN)
    page = 1
    if pages > 1:
        page = st.number_input("Page", min_value=1, max_value=pages, key="history_page")
    first = (page - 1) * VERSIONS_SHOWN
    shown = versions[first : first + VERSIONS_SHOWN]
    many = "1 version" if len(versions) == 1 else f"{len(versions):,} versions, latest first"
    panels.words_table(_table(shown, many))
    st.download_button(
        "The whole history as CSV",
        _history_csv(versions[0].id),
        file_name="history.csv",
        mime="text/csv",
        key="history_csv",
        on_click="ignore",
    )


@st.cache_resource(show_spinner=False, max_entries=1)
def _history_csv(version: int) -> bytes:
    return table_csv(_table(loading.history(), ""))


def bring_back() -> None:
    """Return nothing; offer the figures of an earlier version, as a new version."""
    store = loading.store()
    versions = loading.history()
    if len(versions) < 2 or store.read_only:
        return
    panels.section("Bring an earlier version back")
    numbers = [one.id for one in versions[1:]]
    chosen = st.selectbox("Version to bring back", numbers, key="bring_back_version")
    panels.sentence(
        "The figures become what they were at that version. This makes a new version, so it can "
        "be undone too."
    )
    seen = store.current()
    label = f"Bring version {chosen} back"
    st.button(label, key="bring_back", on_click=_bring_back, args=(chosen, seen))


def _bring_back(chosen: int, seen: int) -> None:
    """Bring a version back over what the page showed; what came meanwhile is not lost unseen."""

    def brought() -> str:
        lead = visitor.writer(_touched_since(chosen))
        made = loading.store().restore(
            chosen, expected_version=seen, made_by=lead.name, made_at=datetime.now(UTC)
        )
        return f"The figures are those of version {chosen} again, as version {made.id}."

    say_what_came_of(brought)


def _touched_since(version: int) -> set[str]:
    changes = loading.store().changes_since(version).changes
    rows = (*changes.added, *(after for _, after in changes.changed), *changes.removed)
    return {row.org_code for row in rows}


def _table(versions: tuple[Version, ...], caption: str) -> Table:
    proofs = loading.proofs()
    rows = tuple(_row(one, proofs.get(one.id)) for one in versions)
    return Table(caption=caption, columns=COLUMNS, rows=rows)


def _row(one: Version, proof: str | None) -> tuple[str, ...]:
    # Every check there is, with what it looks for; the front page uses this file without them.
    from wres.upload.checks import question_of

    what = {
        VersionKind.UPLOAD: one.file_name,
        VersionKind.UNDO: f"undo, back to version {one.same_as or 0}",
        VersionKind.RESTORE: f"version {one.same_as or 0} brought back",
    }[one.kind]
    # The check's question, not its message: a message names figures of trusts one may not lead.
    reasons = "; ".join(
        f"{question_of(ack.check)} Reason: {ack.reason}" for ack in one.acknowledgements
    )
    notes = "; ".join(part for part in (one.note, reasons, _proof(proof)) if part)
    when, who = uk_time_text(one.made_at), one.made_by or "not known"
    return (str(one.id), when, who, what, f"{one.row_count:,}", notes or "–")


def _proof(summary: str | None) -> str:
    """What the confidentiality check of a version found."""
    if summary is None:
        return "Confidentiality check: none was made, by an earlier release"
    return f"Confidentiality check: {summary}"


def trace(evidence: Evidence) -> None:
    """Return nothing; say which file, line, version and person a figure came from."""
    panels.section("Where a figure came from")
    panels.sentence("Choose a trust, a year and an indicator; each figure names its file and line.")
    codes = [code for code in sorted(evidence.uploaded) if code in evidence.organisations]
    if not codes:
        panels.sentence("No figure of an uploaded file stands at the moment.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        org = st.selectbox(
            ORGANISATION,
            codes,
            format_func=lambda code: (
                f"{organisation_title(evidence.organisations.get(code))} ({code})"
            ),
            key="trace_org",
        )
        rows = loading.uploaded(evidence.version).of(org)
        years = sorted({row.wres_year for row in rows}, reverse=True)
        year = st.selectbox(YEAR, years, key=f"trace_year_{org}")
        numbers = sorted({row.indicator for row in rows if row.wres_year == year})
        number = st.selectbox(INDICATOR, numbers, key=f"trace_indicator_{org}_{year}")
    told = ((ORGANISATION, org), (YEAR, str(year)), (INDICATOR, str(number)))
    printing.chosen_here("traces", told)
    wanted = [row for row in rows if row.wres_year == year and row.indicator == number]
    panels.words_table(_traces(evidence, wanted))


def _traces(evidence: Evidence, rows: list) -> Table:
    store = loading.store()
    found = [(row, store.trace(row.key, version=evidence.version)) for row in rows]
    return Table(
        caption="Each figure’s file, place in it, version, person and time",
        columns=("Group", "File", "Place", "Fingerprint of the file", "Version", "By", "When"),
        rows=tuple(
            (
                people_of_row(row),
                one.file_name,
                one.place or "–",
                one.file_sha256[:12],
                str(one.version.id),
                one.version.made_by or "not known",
                uk_time_text(one.version.made_at),
            )
            for row, one in found
        ),
    )
