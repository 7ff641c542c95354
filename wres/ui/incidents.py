"""When a page fails: one sentence for the visitor, the rest for the log; other pages live on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from uuid import uuid4

import streamlit as st

from wres.errors import WresError
from wres.text import plain

LOG = logging.getLogger("wres")


def run(page: Callable[[], None]) -> None:
    """Return nothing; run a page, and show what went wrong in it as one sentence."""
    try:
        page()
    except Exception as problem:
        tell(problem)


def tell(problem: Exception) -> bool:
    """Return that the problem was shown, so that nothing else shows it.

    A ``WresError`` is a sentence for people. Anything else is ours to mend: the visitor gets a
    number, the log gets the same number and the cause.
    """
    if isinstance(problem, WresError):
        st.error(plain(str(problem)))
        return True
    number = uuid4().hex[:8]
    LOG.error("incident %s", number, exc_info=problem)
    st.error(
        f"Something went wrong on this page (incident {number}). Other pages still work; "
        "please tell the person who looks after this program."
    )
    return True
