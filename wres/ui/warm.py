"""Import what is heavy before the first visitor, so that nobody waits for it."""

from __future__ import annotations

import gc
from importlib import import_module

# Streamlit imports these when the first table or chart is drawn: most of a second, once.
HEAVY = ("pandas", "pyarrow", "altair", "streamlit.elements.arrow", "sqlalchemy")


def up() -> None:
    """Return nothing; import the heavy libraries and keep the collector from going over them.

    After every run Streamlit collects garbage, and the collector would look through everything
    these libraries made: tens of milliseconds each time. Frozen objects are left out.
    """
    for name in HEAVY:
        import_module(name)
    gc.collect()
    gc.freeze()
