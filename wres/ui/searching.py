"""The search by ordinary words: a box, and the indicators that fit."""

from __future__ import annotations

import streamlit as st

from wres import words
from wres.indicators import find_indicators
from wres.text import echo, plain
from wres.ui import filters, folding, links

MOST_SHOWN = 3


def draw() -> None:
    """Return nothing; draw the search and the link of this view, in one row of two buttons."""
    with st.container(horizontal=True):
        folding.popover("Find in your own words", _search, key="find_open")
        links.keep_view()


def _search() -> None:
    phrase = st.text_input(
        "What are you looking for?",
        placeholder="for example: discrimination by my manager",
        max_chars=200,
        key="find_words",
    )
    if not phrase.strip():
        return
    hits = find_indicators(phrase)[:MOST_SHOWN]
    st.markdown(plain(words.hits_sentence(echo(phrase), hits)))
    for hit in hits:
        number = str(hit.indicator.number)
        # A link to the page one is on already would not move the filters.
        st.button(
            plain(words.indicator_label(hit.indicator.number)),
            key=f"found_{number}",
            on_click=filters.keep,
            args=("indicator", number),
        )
