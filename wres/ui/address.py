"""The choice lives in the address: read it, keep it across pages, write it, put it into links.

Streamlit's own binding writes the words of an option, not its code, drops a value it does not
know without a word, and empties the address on every change of page. So the choice is kept here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from wres.ui import state

NAMES = (
    *("org", "year", "indicator", "staff", "band", "group", "benchmark"),
    # Only some pages ask for these: trusts to stand among, and the years and views side by side.
    *("pool", "peers", "target", "since", "beside", "goal"),
    # What counts most when case studies and ideas are ranked.
    "weigh",
    # The concerns in Easy Read.
    "easy",
    # The step of the tour, or that it was skipped.
    "tour",
    # The library: one case, and what is looked for in it.
    *("case", "scope", "type", "did", "grade", "find"),
    # One plan of several, and the activity that is being changed.
    *("plan", "edit"),
    # A live session: the screen of the room, or the notes on a second device.
    "show",
)
# What is looked for in the library, or open in a plan, means nothing elsewhere: only a link that
# says so carries it.
OF_ONE_PAGE = ("case", "scope", "type", "did", "grade", "find", "plan", "edit", "show")
CARRIED = tuple(name for name in NAMES if name not in OF_ONE_PAGE)


def read() -> dict[str, str]:
    """Return what the address asks for: our names only, the last value of each."""
    told = st.query_params.to_dict()
    return {name: told[name] for name in NAMES if told.get(name)}


def arrive(page: str) -> None:
    """Return nothing; decide at the start of a run what is chosen, and let the address say it."""
    visit, now = state.visit(), read()
    choice = _choice_on_arrival(visit, page=page, now=now)
    state.remember(replace(visit, page=page, choice=choice, picked=False))
    if visit.page != page:
        state.remember_opened(state.Opened())
    # A link to the page one is on tells the program where to go and leaves the browser's address.
    is_link_here = visit.page == page and not _is_back_or_forward()
    write(choice, anew=is_link_here and choice != visit.choice)


def arrive_again(page: str) -> None:
    """Return nothing; decide anew what is chosen when a page runs without what is round it."""
    if page_runs_alone():
        arrive(page)


def page_runs_alone() -> bool:
    """Return whether this run is of a page without what is round it, as a filter leads to."""
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)


def _choice_on_arrival(visit: state.Visit, *, page: str, now: Mapping[str, str]) -> dict[str, str]:
    if visit.page is None:
        return dict(now)
    if _is_back_or_forward():
        return dict(now or (visit.choice if visit.page == page else _carried(visit)))
    if visit.page != page:
        kept = _carried(visit)
        changed = {name: code for name, code in now.items() if kept.get(name) != code}
        return {**kept, **changed}
    # A click made before the browser heard of our last writing carries the address before it.
    if visit.picked or now == visit.earlier:
        return dict(visit.choice)
    return dict(now)


def write(choice: Mapping[str, str], *, anew: bool = False) -> None:
    """Return nothing; the address says this choice, and keeps whatever else it said.

    Where a link of ours, Back or Forward led here, the browser lays it over the step they led to;
    else it is a step of its own. ``anew`` says it to the browser even when the program has heard
    it already.
    """
    now = read()
    if now == choice and not anew:
        return
    state.remember(replace(state.visit(), earlier=now))
    others = {n: st.query_params.get_all(n) for n in st.query_params if n not in NAMES}
    st.query_params.from_dict({**others, **{n: choice[n] for n in NAMES if n in choice}})


def for_link(**changes: str | int) -> dict[str, str]:
    """Return the parameters of a link that keeps the choice, with these changes to it.

    A change to an empty text takes the name out.
    """
    return with_changes(_carried(state.visit()), changes)


def with_changes(carried: Mapping[str, str], changes: Mapping[str, str | int]) -> dict[str, str]:
    """Return a choice with changes to it, in the order of the address."""
    wanted = {**carried, **{name: str(code) for name, code in changes.items()}}
    return {name: wanted[name] for name in NAMES if wanted.get(name)}


def _carried(visit: state.Visit) -> dict[str, str]:
    """What goes along to another page."""
    return {name: code for name, code in visit.moving_on().items() if name in CARRIED}


def _is_back_or_forward() -> bool:
    context = get_script_run_ctx()
    return bool(getattr(context, "is_history_navigation", False))


def indicator_chosen() -> int | None:
    """Return the indicator the address names, or None when nobody chose one."""
    named = read().get("indicator", "")
    return int(named) if named in set("123456789") else None
