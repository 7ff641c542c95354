"""What is remembered of one visit; the only file that may say ``session_state``.

Kept are: where the visitor is and what was chosen (``Visit``), the upload that waits for a
decision (the browser loses an uploaded file when the page changes), and the one sentence that the
next run of a page is to open with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, TypeVar

import streamlit as st

# Streamlit goes through all it remembers for each box it draws, so most of ours is one thing to it.
_HELD = "wres_held"
_VISIT, _OPENED = "visit", "opened"
_PENDING = "wres_pending_upload"
_ROUND = "wres_upload_round"
_SAY_NEXT = "wres_say_next"

Kept = TypeVar("Kept")
Made = TypeVar("Made")
Choice = TypeVar("Choice", bound=Enum)


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


def _held() -> dict[str, object]:
    """What is remembered of this visit, by name."""
    found = st.session_state.get(_HELD)
    if not isinstance(found, dict):
        found = st.session_state[_HELD] = {}
    return found


def visit() -> Visit:
    """Return what is remembered of this visit; a new visit remembers nothing."""
    return _visit_in(_held())


def _visit_in(held: dict[str, object]) -> Visit:
    known = held.get(_VISIT)
    return known if isinstance(known, Visit) else Visit()


def remember(known: Visit) -> None:
    """Return nothing; from now on the visit is this."""
    _held()[_VISIT] = known


def picked_value(key: str) -> str:
    """Return what the select box with this key holds, or an empty text."""
    return str(st.session_state.get(key) or "")


def show_value(key: str, value: str) -> None:
    """Return nothing; the select box with this key, about to be drawn, will show this value."""
    if not _shows(key, st.session_state.get(key) == value):
        st.session_state[key] = value


def value(key: str) -> object:
    """Return what the box with this key holds, whatever its kind; None when it was never drawn."""
    return st.session_state.get(key)


def keep(name: str, unsaved: object) -> None:
    """Return nothing; something unfinished is kept under a name until it is let go."""
    _held()[f"unsaved_{name}"] = unsaved


def kept(name: str, kind: type[Kept]) -> Kept | None:
    """Return what is kept under a name, or None."""
    found = _held().get(f"unsaved_{name}")
    return found if isinstance(found, kind) else None


def let_go(name: str) -> None:
    """Return nothing; nothing is kept under this name any more."""
    _held().pop(f"unsaved_{name}", None)


def picked_values(key: str) -> tuple[str, ...]:
    """Return what the box of several with this key holds."""
    return tuple(str(one) for one in st.session_state.get(key) or ())


def picked_members(key: str, kind: type[Choice]) -> tuple[Choice, ...]:
    """Return the members of a closed list that the box of several with this key holds."""
    return tuple(one for one in st.session_state.get(key) or () if isinstance(one, kind))


def show_values(key: str, values: tuple[str, ...]) -> None:
    """Return nothing; the box of several with this key, about to be drawn, will show these."""
    if not _shows(key, tuple(st.session_state.get(key) or ()) == values):
        st.session_state[key] = list(values)


def _shows(key: str, is_equal: bool) -> bool:
    """Whether the box with this key, drawn now, shows what it holds without being told.

    Writing an equal value would make the browser redraw the box under the visitor's finger. On
    another page than before the box is a new one, which would show its first choice.
    """
    held, drawn_on = _held(), f"drawn_{key}"
    page = _visit_in(held).page
    was_here = held.get(drawn_on) == page
    held[drawn_on] = page
    return is_equal and was_here


def first_value(key: str, value: object) -> str:
    """Return the key; a box with it that is drawn for the first time will show this value."""
    if key not in st.session_state:
        st.session_state[key] = value
    return key


@dataclass(frozen=True, slots=True)
class Opened:
    """Which parts of the page that is shown are open, and which of them were in use, by key."""

    keys: frozenset[str] = frozenset()
    in_use: frozenset[str] = frozenset()


def opened() -> Opened:
    """Return which parts of the page that is shown are open; of none when it was just opened."""
    found = _held().get(_OPENED)
    return found if isinstance(found, Opened) else Opened()


def remember_opened(now: Opened) -> None:
    """Return nothing; from now on these parts of the page are open."""
    _held()[_OPENED] = now


def turn(key: str, *, to_open: bool) -> None:
    """Return nothing; from the next run on the part with this key is open, or closed."""
    now = opened()
    keys = now.keys | {key} if to_open else now.keys - {key}
    remember_opened(replace(now, keys=keys))


def keep_pending(upload: object) -> None:
    """Return nothing; an upload is kept until it is decided."""
    st.session_state[_PENDING] = upload


def pending(kind: type[Kept]) -> Kept | None:
    """Return the upload that waits for a decision, or None."""
    kept = st.session_state.get(_PENDING)
    return kept if isinstance(kept, kind) else None


def drop_pending() -> None:
    """Return nothing; the waiting upload was decided or put aside."""
    st.session_state.pop(_PENDING, None)


def upload_round() -> int:
    """Return how many files were taken from the box to drop them in."""
    return int(st.session_state.get(_ROUND, 0))


def next_upload_round() -> None:
    """Return nothing; the box to drop files in is emptied, and the server lets its file go."""
    st.session_state[_ROUND] = upload_round() + 1


def once(name: str, mark: object, make: Callable[[], Made]) -> Made:
    """Return what ``make`` made for this mark, made anew only when the mark has changed."""
    held, key = _held(), f"once_{name}"
    kept = held.get(key)
    if not isinstance(kept, _Once) or kept.mark != mark:
        kept = held[key] = _Once(mark, make())
    made: Made = kept.made
    return made


@dataclass(frozen=True, slots=True)
class _Once:
    mark: object
    made: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the next run of a page opens with: a sentence, and where to see what it speaks of.

    ``drafted`` is the activity a press put into the plan of ``org_code``, or an empty text when
    the press was about a draft and none is there; None when it was about something else.
    """

    sentence: str
    is_good: bool = True
    org_code: str = ""
    wres_year: int = 0
    drafted: str | None = None


def say_next(said: Said) -> None:
    """Return nothing; the next run of a page opens with this."""
    st.session_state[_SAY_NEXT] = said


def to_say() -> Said | None:
    """Return what this run is to open with, once, or None."""
    said = st.session_state.pop(_SAY_NEXT, None)
    return said if isinstance(said, Said) else None
