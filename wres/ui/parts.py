"""Parts of a page with a script of their own, each a folder here.

A script written into a page would have to be allowed to run there. Streamlit serves files for
installed packages only, so a folder is announced in the way a package would.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.components.v2.bidi_component import main as streamlit_parts
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.presentation import make_bidi_component_presenter
from streamlit.components.v2.types import ComponentRenderer
from streamlit.runtime.state import SessionState

_PACKAGE = "wres"


def part_in(manager: BidiComponentManager, folder: str, *, css: str, js: str) -> ComponentRenderer:
    """Return what draws the part whose script lies in a folder here; ``css`` counts everywhere."""
    parts = [ComponentConfig(name=folder, asset_dir=folder)]
    manifest = ComponentManifest(name=_PACKAGE, version="1", components=parts)
    manager.register_from_manifest(manifest, Path(__file__).parent)
    return st.components.v2.component(f"{_PACKAGE}.{folder}", css=css, js=js, isolate_styles=False)


def _presenter(
    presses: str, part: str | None = None, names: set[str] | None = None
) -> Callable[[object, SessionState], object]:
    """What shows the state of a part: as Streamlit does while there is a press, else as it is.

    Streamlit makes a class of its own for each part in each run, and keeps it with the session.
    """
    with_presses = make_bidi_component_presenter(presses, part, names)

    def shown(held: object, session: SessionState) -> object:
        is_pressed = session._new_widget_state.get(presses)
        return with_presses(held, session) if is_pressed else held

    return shown


setattr(streamlit_parts, make_bidi_component_presenter.__name__, _presenter)
