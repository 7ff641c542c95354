"""Easy Read on the page of concerns: a switch that the address keeps, and the short version."""

from __future__ import annotations

import streamlit as st

from wres import words
from wres.answers import ConcernCard
from wres.text import echo
from wres.ui import filters, prose, state
from wres.ui.links import steps_from
from wres.words import easy_read as told

ON = "on"
_KEY = "pick_easy"


def is_asked() -> bool:
    """Return whether concerns are told in short sentences."""
    return filters.asked_for("easy") == ON


def in_words(is_easy: bool) -> tuple[str, str]:
    """Return the name of the switch, and whether it is on."""
    return told.SWITCH, "on" if is_easy else "off"


def draw(is_easy: bool) -> None:
    """Return nothing; draw the switch, and say where the address asks for something else."""
    asked = filters.asked_for("easy")
    if asked not in ("", ON):
        st.warning(f"“{echo(asked)}” is no setting of Easy Read, so it is off.")
    state.show_choice(_KEY, chosen=is_easy)
    st.toggle(told.SWITCH, key=_KEY, help=told.SWITCH_HELP, on_change=_picked)


def _picked() -> None:
    filters.keep("easy", ON if state.value(_KEY) else "")


def concern(card: ConcernCard, share: prose.Link) -> prose.Parts:
    """Return one concern in short sentences, each on a line of its own."""
    number = card.measured.number
    return (
        prose.heading(words.indicator_label(number), anchor=f"indicator-{number}"),
        prose.listed(*told.easy_sentences(card)),
        steps_from(number, share, here="areas_of_concern"),
    )
