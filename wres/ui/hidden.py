"""The page of hidden figures: a warning, a line in the log, a table without download."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from wres import access
from wres.access import Visitor
from wres.answers import Evidence, View
from wres.answers.hidden import hidden_figures
from wres.reports import Table
from wres.results import Result
from wres.text import plain
from wres.ui import loading, panels, state
from wres.words import band_label, group_label, organisation_title, staff_group_label

COLUMNS = ("Indicator", "Group", "Pay band", "Staff group", "Counted", "Out of")


def show(evidence: Evidence, view: View, lead: Visitor) -> None:
    """Return nothing; ask first, log the look, and show what is hidden from everybody else.

    Raises:
        NotAllowed: If this visitor does not lead the organisation.
    """
    access.require_sight_of_hidden(lead, view.org_code, presenting=False)
    name = organisation_title(evidence.organisations.get(view.org_code))
    st.warning(
        f"Figures of {plain(name)} that could tell how somebody answered. They are for you alone: "
        "do not copy, show or pass them on. Each look is written in the log."
    )
    if loading.store().read_only:
        panels.sentence("The store can only be read here, so no look can be logged or taken.")
        return
    key = f"see_hidden_{view.org_code}_{view.wres_year}_{evidence.version}"
    if not st.checkbox("I need to see these figures for my work", key=key):
        return
    _log(evidence, view, lead)
    rows = hidden_figures(evidence, view, uploaded=loading.uploaded(evidence.version))
    if not rows:
        panels.sentence(f"Nothing of {view.wres_year} is hidden.")
        return
    caption = f"Hidden from everybody else: {len(rows):,} figures of {view.wres_year}"
    table = Table(caption=caption, columns=COLUMNS, rows=tuple(map(_row, rows)))
    panels.words_table(table)


def _log(evidence: Evidence, view: View, lead: Visitor) -> None:
    """One line for each session, organisation and version, however often the page is drawn."""
    mark = (view.org_code, evidence.version, lead.name)
    state.once(
        f"look_{view.org_code}",
        mark,
        lambda: loading.store().record_look(
            org_code=view.org_code,
            version=evidence.version,
            made_by=lead.name,
            made_at=datetime.now(UTC),
        ),
    )


def _row(row: Result) -> tuple[str, ...]:
    counted, base = row.numerator, row.denominator
    return (
        str(row.indicator),
        group_label(row.ethnic_group),
        band_label(row.band),
        staff_group_label(row.staff_group),
        "not given" if counted is None else f"{counted:,}",
        "not given" if base is None else f"{base:,}",
    )
