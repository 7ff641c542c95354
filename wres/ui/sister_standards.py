"""The sister standards that are switched on, with their sources; nothing when none is."""

from __future__ import annotations

import os

import streamlit as st

from wres import settings
from wres.library.standards import Standard, switched_on
from wres.text import plain, safe_url
from wres.ui import loading, panels
from wres.words.standards import (
    DEFINITIONS_ONLY,
    SISTERS,
    definition_name,
    definition_sentence,
    standard_sentence,
)


def draw() -> None:
    """Return nothing; draw what each standard asks that the setting names.

    Raises:
        SetUpWrong: If the setting names a standard that is not there.
    """
    chosen = switched_on(loading.data().standards, settings.STANDARDS.given(os.environ))
    if not chosen:
        return
    panels.section(SISTERS, anchor="sister-standards")
    panels.quiet(DEFINITIONS_ONLY)
    for standard in chosen:
        with st.expander(plain(standard.title)):
            _standard(standard)


def _standard(standard: Standard) -> None:
    panels.sentence(standard_sentence(standard))
    for one in standard.definitions:
        panels.named(definition_name(standard, one), definition_sentence(one))
        if one.is_found:
            st.caption(f"Source: {plain(one.source_title)} {safe_url(one.source_url)}")
    st.caption(
        f"Source of the standard: {plain(standard.source_title)} {safe_url(standard.source_url)}. "
        f"Checked on {standard.checked_on}."
    )
