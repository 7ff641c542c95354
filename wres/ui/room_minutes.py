"""What sessions left behind: their minutes to keep, and the pack for a room without Wi-Fi."""

from __future__ import annotations

import streamlit as st

from wres.access import Visitor, may_write
from wres.answers import Evidence, View, presenting
from wres.answers.story import Story, without_notes
from wres.errors import StoreProblem
from wres.live import LiveSession, Minutes
from wres.reports import minutes_csv, minutes_document, minutes_table
from wres.reports.room_pack import pack_html
from wres.store import uk_day, uk_day_text
from wres.text import plain
from wres.ui import loading, panels, slides
from wres.words import room as words

SHOWN = 5
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pack(evidence: Evidence, view: View, *, story: Story, who: Visitor) -> None:
    """Return nothing; offer the story as one file that needs no network.

    Speaker notes are in it for the lead only.
    """
    if not may_write(who, view.org_code):
        story = without_notes(story)
    panels.section(words.PACK_TITLE)
    panels.sentence(words.PACK_WHY)
    st.download_button(
        words.PACK,
        lambda: _pack(evidence, view, story),
        file_name=f"room_pack_{view.org_code}_{view.wres_year}.html",
        mime="text/html",
        on_click="ignore",
    )


def _pack(evidence: Evidence, view: View, story: Story) -> bytes:
    shown = tuple(slides.slide_for(evidence, view, step) for step in story.steps)
    return pack_html(evidence, story, shown).encode("utf-8")


def past(evidence: Evidence, view: View) -> None:
    """Return nothing; list the sessions of an organisation that have ended, newest first."""
    try:
        sessions = loading.store().live.past(view.org_code)
    except StoreProblem:
        # What is wrong with the store is said at the top of the page.
        return
    if not sessions:
        return
    panels.section(words.PAST_TITLE)
    for session in sessions[:SHOWN]:
        _one(evidence, session)


def _one(evidence: Evidence, session: LiveSession) -> None:
    day = uk_day_text(uk_day(session.started_at))
    kept = _minutes(evidence, session)
    with st.container(border=True):
        panels.subsection(words.past_title(day, session.code))
        panels.sentence(words.past_sentence(kept))
        with st.container(horizontal=True):
            name = f"minutes_{session.org_code}_{uk_day(session.started_at)}_{session.code}"
            st.download_button(
                plain(words.minutes_word(session.code)),
                lambda: minutes_document(kept),
                file_name=f"{name}.docx",
                mime=_WORD,
                on_click="ignore",
            )
            st.download_button(
                plain(words.minutes_csv(session.code)),
                lambda: minutes_csv(kept),
                file_name=f"{name}.csv",
                mime="text/csv",
                on_click="ignore",
            )
        with st.expander(plain(words.minutes_here(session.code))):
            panels.words_table(minutes_table(kept))


def _minutes(evidence: Evidence, session: LiveSession) -> Minutes:
    numbers = tuple(sorted({one.indicator for one in session.steps if one.indicator}))
    year = max((one.wres_year for one in session.steps), default=0)
    view = View(org_code=session.org_code, wres_year=year)
    return presenting.minutes(
        loading.store(),
        session_id=session.session_id,
        links=slides.links_for(evidence, view, numbers),
    )
