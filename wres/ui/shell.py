"""The one door: every run of every page comes through this script."""

from __future__ import annotations

from copy import copy

import streamlit as st

from wres import access
from wres.ui import (
    address,
    changing,
    clearness,
    incidents,
    menu,
    panels,
    speaking,
    state,
    visitor,
    warm,
)

# A pair of scales as a picture, the one Streamlit makes of that sign: an icon of the material set
# would be fetched from the internet, and a sign looked up among all there are, once a start.
PAGE_ICON = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"
    "<text y='.9em' font-size='90'>&%239878;&%2365039;</text></svg>"
)


def _run_page(choice: menu.Choice, who: access.Visitor) -> None:
    needs = menu.needs(choice.entry.path)
    # A refusal is a page too: without its first heading nobody hears where they are.
    if not (choice.entry.titles_itself and access.may_open(who, needs)):
        panels.title(choice.entry.title)
    access.require(who, needs)
    _page_itself(choice)
    if access.may_open(who, access.Role.VIEWER):
        clearness.ask(choice.entry.name)


@st.fragment
def _page_itself(choice: menu.Choice) -> None:
    """Run the page; what is changed on it runs this part alone, and the menu stays as it is.

    The page asks by its first line who may see it, in each of these runs.
    """
    incidents.run(lambda: _once_more(choice))


def _once_more(choice: menu.Choice) -> None:
    speaking.begin()
    address.arrive_again(choice.entry.name)
    who = visitor.current()
    if not access.may_open(who, menu.needs(choice.entry.path)):
        # What is round the page is for somebody else by now: all of it is drawn anew.
        st.rerun()
    if access.may_open(who, access.Role.VIEWER) and choice.entry.name != "changes":
        changing.notice()
    # The front page says its finding first, and waits for what draws its charts after.
    if choice.entry is not menu.entries()[0]:
        warm.wait()
    # A page may be run once, so each run is of a copy that never was.
    copy(choice.page).run()


def _open_door() -> None:
    warm.wait_for_words()
    speaking.begin()
    who = visitor.current()
    choice = menu.navigate()
    st.set_page_config(page_title=menu.window_title(choice.entry.name), layout="wide")
    address.arrive(choice.entry.name)
    menu.draw(choice, who, note=visitor.note_about(who))
    incidents.run(lambda: _run_page(choice, who))
    visitor.offer_sign_in(who)
    # Last, as Streamlit imports two libraries of pictures before it sees that this is an address.
    state.once("icon", PAGE_ICON, lambda: st.set_page_config(page_icon=PAGE_ICON))


incidents.run(_open_door)
