"""The presenter's second device: the note, the next step, the clock, and ideas to be read first."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import streamlit as st

from wres.answers import presenting
from wres.errors import WresError
from wres.live import LiveSession, QuestionKind, QuestionState
from wres.text import plain
from wres.ui import filters, loading, panels, pressing, room_now, state, story_keeping, visitor
from wres.ui.room_now import Now
from wres.words import room as words
from wres.words import story as told

LOOKS_AGAIN = 2
_ROWS = (("back", "Back"), ("next", "Next"), ("reveal", "Reveal"))


@st.fragment(run_every=LOOKS_AGAIN)
def draw(org_code: str) -> None:
    """Return nothing; draw the notes of the session an organisation is in."""
    try:
        visitor.writer((org_code,))
        session = room_now.running(org_code)
        if session is not None:
            _notes(room_now.now_of(session), org_code)
    except WresError as problem:
        panels.sentence(str(problem))
        return
    if session is None:
        filters.keep("show", "")
        st.rerun()


def _notes(now: Now, org_code: str) -> None:
    session = now.session
    step = session.steps[session.step]
    panels.quiet(words.clock_words(session.started_at, datetime.now(UTC)))
    panels.subsection(told.place_title(session.step + 1, step.title, step.indicator))
    panels.sentence(step.sentence)
    panels.named(words.NOTES, story_keeping.note_of(session) or words.NO_NOTE)
    if now.next_title:
        panels.named(words.NEXT.rstrip(":"), now.next_title)
    newest = loading.store().current()
    panels.quiet(words.newer_words(session.version, newest))
    panels.sentence(pressing.said())
    with st.container(horizontal=True):
        for name, label in _ROWS:
            press = partial(pressing.press, org_code, name, {})
            st.button(label, key=f"notes_{name}", on_click=press)
    if now.question is not None and now.question.state is not QuestionState.WAITING:
        panels.sentence(words.answers_words(room_now.how_many_answers(now)))
    _ideas(now)


def _ideas(now: Now) -> None:
    """Ideas of this session, to be let through one by one; the screen shows those only."""
    for question in now.questions:
        if question.kind is not QuestionKind.IDEAS or question.state is QuestionState.WAITING:
            continue
        panels.subsection(words.IDEAS_TO_READ)
        where = {"session_id": now.session.session_id, "question_id": question.question_id}
        who = visitor.writer((now.session.org_code,))
        for idea, text in presenting.ideas(loading.store(), who, **where):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.checkbox(
                    plain(text),
                    key=state.first_value(f"idea_{idea}", idea in question.accepted),
                    on_change=_moderated,
                    args=(now.session, question.question_id, idea),
                )


def _moderated(session: LiveSession, question_id: str, idea: str) -> None:
    accept = bool(state.value(f"idea_{idea}"))
    presenting.moderate(
        loading.store(),
        visitor.writer((session.org_code,)),
        session_id=session.session_id,
        question_id=question_id,
        idea=idea,
        accept=accept,
    )
