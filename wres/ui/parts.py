"""Parts of a page with a script of their own, each a folder here.

A script written into a page would have to be allowed to run there. Streamlit serves files for
installed packages only, so a folder is announced in the way a package would.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

_PACKAGE = "wres"


def part_in(manager: BidiComponentManager, folder: str, *, css: str, js: str) -> ComponentRenderer:
    """Return what draws the part whose script lies in a folder here; ``css`` counts everywhere."""
    parts = [ComponentConfig(name=folder, asset_dir=folder)]
    manifest = ComponentManifest(name=_PACKAGE, version="1", components=parts)
    manager.register_from_manifest(manifest, Path(__file__).parent)
    return st.components.v2.component(f"{_PACKAGE}.{folder}", css=css, js=js, isolate_styles=False)
