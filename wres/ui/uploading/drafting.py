"""Drafts that nobody sees yet: publish one, or throw it away."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from wres import access
from wres.access import Visitor
from wres.errors import StoreMoved, StoreProblem
from wres.store import KeptDraft, uk_day_text, uk_time_text
from wres.text import plain
from wres.ui import loading, panels, state
from wres.ui.state import Said
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
            with st.container(horizontal=True):
                _publish(one, lead)
                _discard(one, lead)


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


def _publish(one: KeptDraft, lead: Visitor) -> None:
    label = f"Publish draft {one.id}"
    waits = one.is_under_embargo(loading.today())
    if not st.button(label, key=f"publish_{one.id}", type="primary", disabled=waits):
        return
    access.require_write(lead, one.org_codes)
    store = loading.store()
    try:
        made = store.publish_draft(
            one.id,
            expected_version=store.current(),
            made_by=lead.name,
            made_at=datetime.now(UTC),
            today=loading.today(),
        )
    except (StoreMoved, StoreProblem) as problem:
        st.error(plain(str(problem)))
        return
    state.say_next(Said(sentence=f"Draft {one.id} is published as version {made.id}."))
    st.rerun()


def _discard(one: KeptDraft, lead: Visitor) -> None:
    if not st.button(f"Throw draft {one.id} away", key=f"discard_{one.id}"):
        return
    access.require_write(lead, one.org_codes)
    loading.store().discard_draft(one.id, made_by=lead.name, made_at=datetime.now(UTC))
    told = f"Draft {one.id} was thrown away. Nothing of it was ever shown."
    state.say_next(Said(sentence=told))
    st.rerun()
