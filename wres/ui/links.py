"""Links from page to page that keep the choice."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import streamlit as st

from wres import words
from wres.answers import Evidence, View
from wres.errors import StoreProblem
from wres.text import plain
from wres.ui import address, folding, loading, menu, prose
from wres.words.card import SHARE

# The pages that are about one indicator, with what a link to each says.
_ABOUT_ONE = {
    "explore": "Explore indicator {}",
    "benchmarks": "Is that bad? Indicator {} beside other trusts",
    "areas_of_concern": "Concern, plan and ideas for indicator {}",
    "action_plan": "What the plan does about indicator {}",
    "case_studies": "All case studies for indicator {}",
}


def link(page: str, label: str, icon: str | None = None, /, **changes: str | int) -> None:
    """Return nothing; draw a link to another page with the choice, and these changes to it."""
    st.page_link(
        menu.page_named(page),
        label=plain(label),
        icon=icon,
        query_params=address.for_link(**changes),
    )


@dataclass(frozen=True, slots=True)
class Ways:
    """Links of one run of a page; the choice that all of them carry was looked up once."""

    carried: Mapping[str, str]

    def to(self, page: str, label: str, icon: str = "", /, **changes: str | int) -> prose.Link:
        """Return a link to another page with the choice, and these changes to it, to be drawn."""
        kept = address.with_changes(self.carried, changes)
        return prose.Link(label=label, href=f"{page}?{urlencode(kept)}", icon=icon)


def ways() -> Ways:
    """Return the links that go out from here, with what is chosen."""
    return Ways(address.for_link())


def to(page: str, label: str, icon: str = "", /, **changes: str | int) -> prose.Link:
    """Return a link to another page with the choice, and these changes to it, to be drawn."""
    return ways().to(page, label, icon, **changes)


def steps_from(
    number: int, *more: prose.Link, here: str, known: Ways | None = None
) -> prose.Part | None:
    """Return the links from one page about an indicator to the others about it, to be drawn.

    ``more`` links follow them. A page with many of them looks up once what they carry.
    """
    found = known or ways()
    others = ((page, label) for page, label in _ABOUT_ONE.items() if page != here)
    steps = (found.to(page, label.format(number), indicator=number) for page, label in others)
    return prose.links(*steps, *more)


def card_to_share(evidence: Evidence, view: View, number: int) -> prose.Link:
    """Return the link to the card of an indicator, which is a page of its own, to be drawn."""
    kept = {"year": str(view.wres_year), "version": str(evidence.version)}
    if view.comparator is not None:
        kept["benchmark"] = view.comparator.value
    href = f"card/{quote(view.org_code, safe='')}/{number}?{urlencode(kept)}"
    return prose.Link(label=SHARE, href=href, icon="share", opens_anew=True)


def concern(evidence: Evidence, view: View) -> prose.Link:
    """Return the link from a chart to its concern, plan and case studies, to be drawn.

    A chart of England leads to the concern of the organisation that is looked at.
    """
    whose: dict[str, str | int] = {"org": view.org_code, "year": view.wres_year}
    held = view.wres_year in evidence.years(view.org_code)
    label = f"What next for indicator {view.indicator}"
    found = whose if held else {}
    return to("areas_of_concern", label, "", indicator=view.indicator, **found)


def keep_view() -> None:
    """Return nothing; draw the link of this very view, to bookmark or to send."""
    folding.popover("Keep this view", _this_view, key="keep_view")


def _this_view() -> None:
    base = str(st.context.url or "").partition("?")[0]
    st.markdown(plain(words.view_link_note()))
    kept = address.read()
    # The version lets the link say later what has changed; a damaged store has none to tell.
    with suppress(StoreProblem):
        kept |= {"version": str(loading.store().current())}
    st.code(f"{base}?{urlencode(kept)}", language=None, wrap_lines=True)
