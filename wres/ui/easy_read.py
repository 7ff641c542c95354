"""Easy Read on the page of concerns: a switch that the address keeps, and the short version."""

from __future__ import annotations

import streamlit as st

from wres import words
from wres.answers import ConcernCard, Evidence, View
from wres.text import echo, plain
from wres.ui import filters, panels, printing, state
from wres.ui.links import next_steps, share_card
from wres.words import easy_read as told

ON = "on"
_KEY = "pick_easy"


def choose() -> bool:
    """Return whether concerns are to be told in short sentences, after drawing the switch."""
    asked = filters.asked_for("easy")
    if asked not in ("", ON):
        st.warning(f"“{echo(asked)}” is no setting of Easy Read, so it is off.")
    state.show_choice(_KEY, chosen=asked == ON)
    chosen = st.toggle(told.SWITCH, key=_KEY, help=told.SWITCH_HELP, on_change=_picked)
    printing.chosen_here("easy_read", ((told.SWITCH, "on" if chosen else "off"),))
    return chosen


def _picked() -> None:
    filters.keep("easy", ON if state.value(_KEY) else "")


def concern(evidence: Evidence, view: View, card: ConcernCard) -> None:
    """Return nothing; draw one concern in short sentences, each on a line of its own."""
    number = card.measured.number
    panels.section(words.indicator_label(number), anchor=f"indicator-{number}")
    for line in told.easy_sentences(card):
        st.markdown(f"- {plain(line)}")
    next_steps(number, here="areas_of_concern")
    share_card(evidence, view, number)
