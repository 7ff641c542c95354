"""What is remembered of one visit; the only file that may say ``session_state``.

Two things are kept: where the visitor is and what was chosen (``Visit``), and the examination of
an upload that waits for a decision. The browser loses an uploaded file when the page changes, so
what was found in it is kept here instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import streamlit as st

_VISIT = "wres_visit"
_PENDING = "wres_pending_upload"

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Where a visitor is and what was chosen; ``choice`` holds the codes as the address does.

    ``earlier`` is the address before ours was last written: a click made before the browser
    heard of ours still carries it. ``refused`` names what could not be shown and was explained;
    ``shown`` is the organisation that was. ``picked`` says that a filter was changed just now.
    """

    page: str | None = None
    choice: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    shown: str = ""
    picked: bool = False

    def moving_on(self) -> dict[str, str]:
        """Return the choice to go on with: what was refused has been explained, and is let go."""
        kept = {name: code for name, code in self.choice.items() if name not in self.refused}
        return kept if "org" in kept or not self.shown else {"org": self.shown, **kept}


def visit() -> Visit:
    """Return what is remembered of this visit; a new visit remembers nothing."""
    known = st.session_state.get(_VISIT)
    return known if isinstance(known, Visit) else Visit()


def remember(known: Visit) -> None:
    """Return nothing; from now on the visit is this."""
    st.session_state[_VISIT] = known


def picked_value(key: str) -> str:
    """Return what the select box with this key holds, or an empty text."""
    return str(st.session_state.get(key) or "")


def show_value(key: str, value: str) -> None:
    """Return nothing; the select box with this key, about to be drawn, will show this value."""
    # Writing an equal value would make the browser redraw the box under the visitor's finger.
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def keep_pending(examination: object) -> None:
    """Return nothing; the examination of an upload is kept until it is decided."""
    st.session_state[_PENDING] = examination


def pending(kind: type[Kept]) -> Kept | None:
    """Return the examination of an upload that waits for a decision, or None."""
    kept = st.session_state.get(_PENDING)
    return kept if isinstance(kept, kind) else None


def drop_pending() -> None:
    """Return nothing; the waiting upload was decided or put aside."""
    st.session_state.pop(_PENDING, None)
