"""The presenter's screen as a part of a page: its HTML in, the keys that were pressed out.

Its script is a file of this program (``wres/ui/parts.py`` says why).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.types import ComponentRenderer

from wres.reports.room_screen import screen_style
from wres.ui import state
from wres.ui.parts import part_in
from wres.words import room as words

_KEY = "room_screen"
_FOLDER = "screen"
_ONLY_THE_SCREEN = (
    '[data-testid="stHeader"],[data-testid="stSidebar"],[data-testid="stToolbar"]{display:none}'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What was pressed or filled in on the screen."""

    name: str
    fields: Mapping[str, str] = field(default_factory=dict)


def mount(html: str, *, happened: Callable[[], None]) -> None:
    """Return nothing; show the screen, and call ``happened`` at each press, before the next run."""
    _renderer(get_bidi_component_manager())(
        key=_KEY,
        data={"html": html, "lost": words.LOST},
        on_event_change=happened,
    )


def event() -> Event | None:
    """Return what was pressed just now, None when nothing was, or nothing that can be read."""
    told = getattr(state.value(_KEY), "event", None)
    if not isinstance(told, Mapping) or not isinstance(told.get("name"), str):
        return None
    fields = told.get("fields")
    texts = fields.items() if isinstance(fields, Mapping) else ()
    return Event(
        name=told["name"],
        fields={str(name): str(value) for name, value in texts if isinstance(value, str)},
    )


@lru_cache(maxsize=2)
def _renderer(manager: BidiComponentManager) -> ComponentRenderer:
    css = screen_style() + _ONLY_THE_SCREEN
    return part_in(manager, _FOLDER, css=css, js="screen.js")
