"""The one door: every run of every page comes through this script."""

from __future__ import annotations

import streamlit as st

from wres import access
from wres.errors import NotAllowed
from wres.ui import (
    address,
    changing,
    clearness,
    incidents,
    menu,
    panels,
    reachable,
    speaking,
    visitor,
)

# An emoji, because an icon of the material set would be fetched from the internet here.
PAGE_ICON = "⚖️"


def _run_page(choice: menu.Choice, who: access.Visitor) -> None:
    try:
        access.require(who, menu.needs(choice.entry.path))
    except NotAllowed:
        # The refusal is a page too: without its first heading nobody hears where they are.
        panels.title(choice.entry.title)
        raise
    if access.may_open(who, access.Role.VIEWER) and choice.entry.name != "changes":
        changing.notice()
    choice.page.run()
    if access.may_open(who, access.Role.VIEWER):
        clearness.ask(choice.entry.name)


def _open_door() -> None:
    reachable.mend()
    speaking.begin()
    who = visitor.current()
    choice = menu.navigate()
    st.set_page_config(
        page_title=menu.window_title(choice.entry.name),
        page_icon=PAGE_ICON,
        layout="wide",
    )
    address.arrive(choice.entry.name)
    menu.draw(choice, who)
    incidents.run(lambda: _run_page(choice, who))
    visitor.offer_sign_in(who)


incidents.run(_open_door)
