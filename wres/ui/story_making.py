"""A story put in order for a session: built by one press, then moved, left out, added, noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from wres.access import Visitor, may_write
from wres.answers import Evidence, View, presenting
from wres.answers.stories import LONGEST_NOTE, KeptStory
from wres.answers.story import (
    Story,
    StoryStep,
    changed,
    moved,
    with_step,
    without,
)
from wres.reports.asking import ASKING, live_steps, questions_of
from wres.text import plain
from wres.ui import (
    filters,
    loading,
    panels,
    plan_writing,
    pressing,
    projecting,
    room_now,
    slides,
    state,
    story_keeping,
    visitor,
)
from wres.words import story as told

# No letter, which a person who dictates would press by speaking, and no key of the browser.
OPENING_KEY = "F9"


def draw(
    evidence: Evidence, view: View, story: Story, *, kept: KeptStory | None, who: Visitor
) -> None:
    """Return nothing; draw the story of a view, and to its lead what changes and starts it."""
    is_lead = may_write(who, view.org_code)
    panels.finding(told.story_sentence(len(story.steps), is_kept=kept is not None))
    panels.quiet(told.built_from(story, newest=evidence.version))
    if is_lead:
        _start(evidence, view, story)
        _whole(evidence, view, story, kept)
    else:
        panels.sentence(told.ONLY_LEADS)
    for place, step in enumerate(story.steps):
        _one(evidence, view, story, kept, place=place, step=step, is_lead=is_lead)
    if is_lead:
        _add(evidence, view, story, kept)


def _start(evidence: Evidence, view: View, story: Story) -> None:
    session = room_now.running(view.org_code)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if session is None:
            label = told.START_PRACTICE if _is_made_up(evidence, view) else told.START
            begin = partial(_begin, evidence, view, story)
            st.button(
                label, type="primary", key="start_session", on_click=begin, shortcut=OPENING_KEY
            )
        else:
            st.button(
                told.GO_ON,
                type="primary",
                key="go_on",
                on_click=_show,
                args=("screen",),
                shortcut=OPENING_KEY,
            )
            st.button(told.NOTES_HERE, key="show_notes", on_click=_show, args=("notes",))
    panels.quiet(told.running_sentence(session.code) if session else told.WHAT_STARTS)


def _is_made_up(evidence: Evidence, view: View) -> bool:
    return evidence.organisations.get(view.org_code).made_up


def _show(what: str) -> None:
    filters.keep("show", what)


def _begin(evidence: Evidence, view: View, story: Story) -> None:
    def done() -> str:
        shown = [slides.slide_for(evidence, view, step) for step in story.steps]
        who = visitor.writer((view.org_code,))
        session = presenting.start_session(
            loading.store(),
            who,
            organisation=evidence.organisations.get(view.org_code),
            version=evidence.version,
            steps=live_steps(shown),
            questions=questions_of(evidence, story),
            moderator=story.moderator,
            now=datetime.now(UTC),
        )
        pressing.open_guess(room_now.now_of(session), who)
        projecting.warm(session)
        return ""

    if plan_writing.tell(done).is_good:
        _show("screen")


def _whole(evidence: Evidence, view: View, story: Story, kept: KeptStory | None) -> None:
    earlier = story_keeping.earlier(kept)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if kept is None:
            keep = partial(lambda: story)
            _press(told.KEEP, "keep_story", kept, keep, told.KEPT)
        else:
            rebuilt = partial(_rebuilt, evidence, view, story)
            _press(told.BUILD_AGAIN, "build_again", kept, rebuilt, told.BUILT)
        if earlier is not None:
            _press(told.UNDO, "undo_story", kept, partial(lambda: earlier), told.UNDONE)
    with st.expander(told.MODERATOR_TITLE):
        panels.sentence(told.MODERATOR_WHY)
        key = state.first_value(f"moderator_{_revision(kept)}", story.moderator)
        st.text_input(
            told.MODERATOR, key=key, max_chars=80, on_change=_moderate, args=(story, kept, key)
        )


def _rebuilt(evidence: Evidence, view: View, story: Story) -> Story:
    return replace(slides.built_for(evidence, view), moderator=story.moderator)


def _moderate(story: Story, kept: KeptStory | None, key: str) -> None:
    named = str(state.value(key) or "")
    story_keeping.change(kept, lambda: replace(story, moderator=named), told.KEPT)


def _press(label: str, key: str, kept: KeptStory | None, made: partial[Story], said: str) -> None:
    st.button(label, key=key, on_click=story_keeping.change, args=(kept, made, said))


def _one(
    evidence: Evidence,
    view: View,
    story: Story,
    kept: KeptStory | None,
    *,
    place: int,
    step: StoryStep,
    is_lead: bool,
) -> None:
    slide = slides.slide_for(evidence, view, step)
    with st.container(border=True):
        panels.subsection(told.place_title(place + 1, slide.title, step.indicator))
        panels.sentence(slide.sentence)
        source = f"Source: {slide.source}." if slide.source else ""
        panels.quiet(f"{slide.answered} {source}".strip())
        if is_lead:
            _tools(story, kept, place)
            _note(story, kept, place=place, step=step)


def _tools(story: Story, kept: KeptStory | None, place: int) -> None:
    step, mark = story.steps[place], f"{place}_{_revision(kept)}"
    with st.container(horizontal=True, vertical_alignment="center"):
        if place > 0:
            up = partial(moved, story, place, by=-1)
            _press(told.up_label(place + 1), f"up_{mark}", kept, up, told.KEPT)
        if place < len(story.steps) - 1:
            down = partial(moved, story, place, by=1)
            _press(told.down_label(place + 1), f"down_{mark}", kept, down, told.KEPT)
        if len(story.steps) > 1:
            drop = partial(without, story, place)
            _press(told.out_label(place + 1), f"out_{mark}", kept, drop, told.LEFT_OUT)
        if step.kind in ASKING:
            key = state.first_value(f"asks_{mark}", step.asks)
            st.checkbox(told.ASKS, key=key, on_change=_asks, args=(story, kept, place, key))


def _asks(story: Story, kept: KeptStory | None, place: int, key: str) -> None:
    wanted = bool(state.value(key))
    story_keeping.change(kept, lambda: changed(story, place, asks=wanted), told.KEPT)


def _note(story: Story, kept: KeptStory | None, *, place: int, step: StoryStep) -> None:
    key = state.first_value(f"note_{place}_{_revision(kept)}", step.note)
    st.text_area(
        plain(told.note_label(place + 1)),
        key=key,
        max_chars=LONGEST_NOTE,
        height=80,
        on_change=_noted,
        args=(story, kept, place, key),
    )


def _noted(story: Story, kept: KeptStory | None, place: int, key: str) -> None:
    text = str(state.value(key) or "")
    story_keeping.change(kept, lambda: changed(story, place, note=text), told.KEPT)


def _add(evidence: Evidence, view: View, story: Story, kept: KeptStory | None) -> None:
    there = {(one.kind, one.indicator) for one in story.steps}
    possible = slides.steps_for(evidence, view)
    more = [one for one in possible if (one.kind, one.indicator) not in there]
    names = {told.added_label(one.kind, one.indicator): one for one in more}
    if not names:
        return
    panels.section(told.ADD_TITLE)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked = st.selectbox(told.ADD_WHICH, list(names), key=f"add_{_revision(kept)}")
        add = partial(with_step, story, names[picked])
        _press(told.ADD, "add_step", kept, add, told.ADDED)


def _revision(kept: KeptStory | None) -> str:
    return f"{kept.record_id}_{kept.revision}" if kept else "new"
