"""The presenter's screen: the step the session is at, drawn anew at each key and each answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from wres.access import may_write
from wres.answers import Evidence
from wres.charts.join_code import join_address
from wres.errors import WresError
from wres.live import LiveSession, Showing, showing
from wres.reports.room_screen import (
    Deciding,
    Layers,
    RoomScreen,
    chart_address,
    screen_html,
)
from wres.text import plain
from wres.ui import (
    filters,
    loading,
    pressing,
    room_now,
    screen_part,
    slides,
    story_keeping,
    strip,
    visitor,
)
from wres.ui.room_now import Now
from wres.words import room as words

# How often the screen looks what the phones and the second device did, in seconds.
LOOKS_AGAIN = 1.5


@st.fragment(run_every=LOOKS_AGAIN)
def screen(org_code: str) -> None:
    """Return nothing; draw the screen of the session an organisation is in, and nothing else."""
    try:
        session = room_now.running(org_code)
        html = _html(room_now.now_of(session)) if session else ""
    except WresError as problem:
        st.error(plain(str(problem)))
        return
    if not html:
        # It was ended, here or elsewhere: the page goes back to where stories are made.
        filters.keep("show", "")
        st.rerun()
    screen_part.mount(html, happened=partial(pressing.happened, org_code))


def _html(now: Now) -> str:
    evidence = loading.evidence_of(now.session.version)
    chosen = strip.chosen(evidence, now)
    return screen_html(
        RoomScreen(
            slide=slides.slide_for(evidence, chosen.view, chosen.step),
            place=now.session.step + 1,
            of=len(now.session.steps),
            showing=Showing.STEP if chosen.is_changed else showing(now.question),
            question=now.question,
            tally=room_now.told_tally(now, now.question),
            answers=room_now.how_many_answers(now),
            code=now.session.code,
            address=join_address(base_address(), now.session.code),
            said=pressing.said(),
        ),
        Layers(
            picks=chosen.picks,
            deciding=deciding(evidence, now),
            note=_note(now),
            next_title=now.next_title,
        ),
    )


def _note(now: Now) -> str:
    """The speaker's note, for its lead alone: whoever knows the address can look at the screen."""
    if not may_write(visitor.current(), now.session.org_code):
        return ""
    return story_keeping.note_of(now.session)


def base_address() -> str:
    """Return the address of the program, as the browser of the presenter knows it."""
    return str(st.context.url or "").partition("/present")[0]


def deciding(evidence: Evidence, now: Now) -> Deciding | None:
    """Return what may be decided at this step: the actions, in the order of the room if known."""
    ranking = now.ranking
    told = room_now.told_tally(now, ranking)
    kept = len(loading.store().live.decisions(now.session.session_id))
    if ranking is not None and told is not None and told.ranking:
        order = tuple(ranking.options[one.option] for one in told.ranking)
        vote = words.vote_words(ranking, told, order[0].text)
        return Deciding(options=order, vote=vote, kept=kept)
    options = slides.options_for(evidence, now.view, now.step.indicator)
    return Deciding(options=options, kept=kept) if options else None


def warm(session: LiveSession) -> None:
    """Return nothing; draw every step once, so that no step has to be waited for in the room."""
    for step in range(len(session.steps)):
        now = room_now.now_of(replace(session, step=step))
        evidence = loading.evidence_of(session.version)
        chart_address(slides.slide_for(evidence, now.view, now.step))
        deciding(evidence, now)
