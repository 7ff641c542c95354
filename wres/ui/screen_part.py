"""The presenter's screen as a part of a page: its HTML in, the keys that were pressed out.

Its script is a file of this program: one written into the page would have to be allowed to run
there. Streamlit serves such files for installed packages only, so the folder is announced here
in the way a package would.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

from wres.reports.room_screen import screen_style
from wres.ui import state
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
    name = f"wres.{_FOLDER}"
    parts = [ComponentConfig(name=_FOLDER, asset_dir=_FOLDER)]
    manifest = ComponentManifest(name="wres", version="1", components=parts)
    manager.register_from_manifest(manifest, Path(__file__).parent)
    return st.components.v2.component(
        name, css=screen_style() + _ONLY_THE_SCREEN, js="screen.js", isolate_styles=False
    )
