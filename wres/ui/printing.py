"""A page on paper: A4, without menu and buttons, with every chosen filter written out in words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.types import ComponentRenderer

from wres.ui.parts import part_in
from wres.words import exports

_KEY, _FOLDER = "chosen_in_print", "printed"


def chosen(pairs: Iterable[tuple[str, str]], version: int) -> None:
    """Return nothing; write the name and value of each filter, to be read on paper alone."""
    _write(_KEY, exports.printed_line(pairs, version))


def chosen_here(part: str, pairs: Iterable[tuple[str, str]]) -> None:
    """Return nothing; write what is chosen in one part of a page, to be read on paper alone."""
    _write(f"{part}_{_KEY}", exports.printed_part(pairs))


def _write(key: str, line: str) -> None:
    _renderer(get_bidi_component_manager())(key=key, data={"text": line})


@lru_cache(maxsize=2)
def _renderer(manager: BidiComponentManager) -> ComponentRenderer:
    return part_in(manager, _FOLDER, css="printed.css", js="printed.js")
