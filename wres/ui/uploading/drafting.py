"""Drafts that nobody sees yet: publish one, or throw it away."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from wres import access
from wres.access import Visitor
from wres.store import KeptDraft, uk_day_text, uk_time_text
from wres.ui import loading, panels, versions, visitor
from wres.words import code_label


def drafts(lead: Visitor) -> None:
    """Return nothing; list the drafts of the organisations this lead looks after."""
    store = loading.store()
    mine = [one for one in store.drafts() if _may_decide(lead, one)]
    if not mine:
        return
    panels.section("Drafts nobody sees yet")
    for one in mine:
        with st.container(border=True):
            panels.sentence(_told(one))
            if store.read_only:
                continue
            _publish(one)
            _discard(one)


def _may_decide(lead: Visitor, draft: KeptDraft) -> bool:
    return all(access.may_write(lead, code) for code in draft.org_codes)


def _told(one: KeptDraft) -> str:
    codes = ", ".join(map(code_label, one.org_codes[:5])) + (
        " and more" if len(one.org_codes) > 5 else ""
    )
    embargo = f" It may be shown from {uk_day_text(one.release_on)}." if one.release_on else ""
    return (
        f"Draft {one.id}: {one.file_name}, {one.row_count:,} figures for {codes}, kept by "
        f"{one.made_by or 'somebody'} on {uk_time_text(one.made_at)}.{embargo}"
    )


def _publish(one: KeptDraft) -> None:
    store, label = loading.store(), f"Publish draft {one.id}"
    changes = store.draft_changes(one.id)
    panels.quiet(
        f"Published now, it would add {len(changes.added):,} figures, change "
        f"{len(changes.changed):,} and take away {len(changes.removed):,}."
    )
    st.button(
        label,
        key=f"publish_{one.id}",
        type="primary",
        disabled=one.is_under_embargo(loading.today()),
        on_click=_published,
        args=(one, store.current()),
    )


def _published(one: KeptDraft, seen: int) -> None:
    def published() -> str:
        lead = visitor.writer(one.org_codes)
        made = loading.store().publish_draft(
            one.id,
            expected_version=seen,
            made_by=lead.name,
            made_at=datetime.now(UTC),
            today=loading.today(),
        )
        return f"Draft {one.id} is published as version {made.id}."

    versions.say_what_came_of(published)


def _discard(one: KeptDraft) -> None:
    label = f"Throw draft {one.id} away"
    st.button(label, key=f"discard_{one.id}", on_click=_discarded, args=(one,))


def _discarded(one: KeptDraft) -> None:
    def discarded() -> str:
        lead = visitor.writer(one.org_codes)
        loading.store().discard_draft(one.id, made_by=lead.name, made_at=datetime.now(UTC))
        return f"Draft {one.id} was thrown away. Nothing of it was ever shown."

    versions.say_what_came_of(discarded)
