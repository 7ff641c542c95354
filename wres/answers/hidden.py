"""The figures a publication does not show, for the one page that may show them to a lead."""

from __future__ import annotations

from wres.answers.evidence import Evidence, View
from wres.results import Result, Results
from wres.terms import Status


def hidden_figures(evidence: Evidence, view: View, *, uploaded: Results) -> tuple[Result, ...]:
    """Return the rows of an organisation and year whose figures are hidden or not listed.

    ``uploaded`` are the unprotected rows of the store. Nothing but the page for leads asks this.
    """
    shown = {
        row.key
        for row in evidence.rows.of(view.org_code)
        if row.status not in (Status.HIDDEN, Status.BELOW, Status.ABOVE)
    }
    held = Results(evidence.shipped.results.of(view.org_code)).merged(uploaded.of(view.org_code))
    return tuple(
        row
        for row in held
        if row.wres_year == view.wres_year and row.key not in shown and row.has_counts
    )
