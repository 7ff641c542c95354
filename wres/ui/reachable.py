"""What Streamlit leaves out for people who use keys, zoom or a screen reader, on every page.

A ring where the focus is, nothing to tab to in a closed menu, tables that keys can scroll, targets
that are large enough, and a voice that says the new finding. ``docs/accessibility.md`` lists them.
"""

from __future__ import annotations

from functools import lru_cache

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.types import ComponentRenderer

from wres.ui.parts import part_in

_KEY, _FOLDER = "reachable", "reachable"


def mend() -> None:
    """Return nothing; make the page that is drawn reachable, and keep it so as it changes."""
    _renderer(get_bidi_component_manager())(key=_KEY)


@lru_cache(maxsize=2)
def _renderer(manager: BidiComponentManager) -> ComponentRenderer:
    return part_in(manager, _FOLDER, css="reachable.css", js="reachable.js")
