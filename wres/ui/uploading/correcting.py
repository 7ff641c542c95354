"""Corrections of what was understood: the sheet, the scale, the organisation, the year, columns."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from wres.answers import Evidence
from wres.reports import Table
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR
from wres.text import plain
from wres.ui import panels, state
from wres.ui.uploading.dropping import Waiting
from wres.upload.columns import ColumnUse
from wres.upload.mapping import Choices, Scale, use_options
from wres.upload.proposal import as_mapping, propose
from wres.words import column_use_label, organisation_title

AS_FOUND = "as found"
SCALE_WORDS = {
    Scale.AUTO: AS_FOUND,
    Scale.ZERO_TO_ONE: "0 to 1",
    Scale.ZERO_TO_HUNDRED: "0 to 100",
    Scale.PERCENT_TEXT: "text with a % sign",
}


def corrections(evidence: Evidence, file: Waiting, before: Choices) -> Choices:
    """Return these choices with what a person says in the boxes drawn here."""
    if file.first.reading is None or file.source is None:
        return before
    # Every box belongs to one drop of a file, so that a choice never reaches the next.
    mark = str(state.upload_round())
    with st.expander("Correct what was understood", expanded=bool(file.found.needs)):
        if not file.found.title:
            _proposals(evidence, file, mark=mark)
        chosen = replace(
            before,
            sheet=_sheet(file, mark),
            scale=_scale(file, mark),
            org_code=_organisation(evidence, file, mark=mark),
            wres_year=_year(file, mark),
        )
        return replace(chosen, mapping=_mapping(file, mark))


def _proposals(evidence: Evidence, file: Waiting, *, mark: str) -> None:
    """What each column may hold, with the reason, to be taken or not; nothing is decided."""
    reading = file.first.reading
    if reading is None or file.choices.mapping:
        return
    offered = propose(reading, evidence.organisations)
    rows = tuple(
        (
            one.header or "without a heading",
            column_use_label(one.use) if one.use else "not known: please say",
            one.reason,
            ", ".join(one.unplaced) or "–",
        )
        for one in offered
    )
    columns = ("Column", "May hold", "Why", "Could not be placed")
    panels.words_table(Table(caption="What each column may hold", columns=columns, rows=rows))
    mapping = as_mapping(offered)
    if mapping:
        take = partial(_take, file.first.uses, dict(mapping), mark)
        st.button("Read it like this", key=f"take_{mark}", on_click=take)


def _take(uses: tuple[ColumnUse, ...], mapping: dict[str, str], mark: str) -> None:
    for use in uses:
        state.show_value(f"use_{mark}_{use.position}", mapping.get(use.header, use.code))


def _sheet(file: Waiting, mark: str) -> str:
    reading = file.first.reading
    if reading is None or len(reading.sheets) < 2:
        return file.choices.sheet
    key = state.first_value(f"sheet_{mark}", file.choices.sheet)
    return st.selectbox(
        "Sheet to read",
        ["", *reading.sheets],
        format_func=lambda name: plain(name) or "every sheet with figures",
        key=key,
    )


def _scale(file: Waiting, mark: str) -> Scale:
    chosen = st.selectbox(
        "How percentages are written",
        list(Scale),
        format_func=SCALE_WORDS.__getitem__,
        key=state.first_value(f"scale_{mark}", file.choices.scale),
    )
    return chosen or Scale.AUTO


def _organisation(evidence: Evidence, file: Waiting, *, mark: str) -> str:
    codes = ["", *sorted(org.code for org in evidence.organisations if org.is_trust)]
    return st.selectbox(
        "Organisation, if no column says it",
        codes,
        format_func=lambda code: (
            f"{organisation_title(evidence.organisations.get(code))} ({code})" if code else AS_FOUND
        ),
        key=state.first_value(f"org_{mark}", file.choices.org_code),
    )


def _year(file: Waiting, mark: str) -> int | None:
    # A box of its own for “none” would stand empty, so no year is the year 0 here.
    chosen = st.selectbox(
        "WRES year, if no column says it",
        [0, *range(FIRST_WRES_YEAR, LAST_WRES_YEAR + 1)],
        format_func=lambda year: str(year) if year else AS_FOUND,
        key=state.first_value(f"year_{mark}", file.choices.wres_year or 0),
    )
    return chosen or None


def _mapping(file: Waiting, mark: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (use.header, chosen)
        for use in file.first.uses
        if not use.is_fixed and (chosen := _use(use, file, mark=mark)) != use.code
    )


def _use(use: ColumnUse, file: Waiting, *, mark: str) -> str:
    options = [use.code, *(option for option in use_options() if option != use.code)]
    before = file.choices.use_of(use.header) or use.code
    return st.selectbox(
        f"Column “{plain(use.header or 'without a heading')}” holds",
        options,
        format_func=column_use_label,
        key=state.first_value(f"use_{mark}_{use.position}", before),
    )
