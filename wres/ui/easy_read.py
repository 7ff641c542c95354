"""Easy Read on the page of concerns: a switch that the address keeps, and the short version."""

from __future__ import annotations

from functools import partial

import streamlit as st

from wres import words
from wres.answers import ConcernCard
from wres.text import echo
from wres.ui import filters, prose
from wres.ui.links import steps_from
from wres.words import easy_read as told

ON = "on"


def is_asked() -> bool:
    """Return whether concerns are told in short sentences; an unknown setting is explained."""
    asked = filters.asked_for("easy")
    if asked not in ("", ON):
        st.warning(f"“{echo(asked)}” is no setting of Easy Read, so it is off.")
    return asked == ON


def in_words(is_easy: bool) -> tuple[str, str]:
    """Return the name of the switch, and whether it is on."""
    return told.SWITCH, "on" if is_easy else "off"


def switch(is_easy: bool) -> prose.Part:
    """Return the switch, to be drawn."""
    turn = partial(filters.keep, "easy", "" if is_easy else ON)
    press = prose.Press(label=told.SWITCH, name="easy", do=turn)
    return prose.switch(press, is_on=is_easy, about=told.SWITCH_HELP)


def concern(card: ConcernCard, share: prose.Link) -> prose.Parts:
    """Return one concern in short sentences, each on a line of its own."""
    number = card.measured.number
    return (
        prose.heading(words.indicator_label(number), anchor=f"indicator-{number}"),
        prose.listed(*told.easy_sentences(card)),
        steps_from(number, share, here="areas_of_concern"),
    )
