"""What is said of the check that nobody can be recognised: to the lead, and to everybody."""

from __future__ import annotations

from wres.answers import Evidence, View
from wres.disclosure import GateReport
from wres.publication.withholding import OF_A_CORRECTION


def gate_sentence(report: GateReport, seconds: float) -> str:
    """Return what the check before publishing found, in one line."""
    many = ""
    if report.is_of_many:
        many = (
            f" This file changes {len(report.years):,} organisations and years. Figures by band, "
            "staff group or single ethnic group are checked for 100 at once. So none of them are "
            "shown. Bring them in smaller files to show them."
        )
    return f"Confidentiality check: {report.summary(seconds)}.{many}"


def correction_sentence(report: GateReport) -> str:
    """Return what a lead must know before a small correction is stored; empty for none."""
    if not report.because_of_a_correction:
        return ""
    many = len({one.org_year for one in report.withheld if one.step in OF_A_CORRECTION})
    years = "1 year" if many == 1 else f"{many} years"
    return (
        f"For {years}, other figures were shown before. Both together would tell how a few people "
        "answered. So the figures this file corrects will be hidden for that year. "
        "You need not store this file: what is shown now then stays."
    )


def corrected_notes(evidence: Evidence, org_code: str) -> tuple[str, ...]:
    """Return what is told of each year whose figures an organisation corrected; empty for none."""
    withheld = evidence.publication.withheld
    years = sorted({one.wres_year for one in withheld if one.org_code == org_code})
    views = (View(org_code=org_code, wres_year=year) for year in years)
    return tuple(note for view in views if (note := corrected_note(evidence, view)))


def corrected_note(evidence: Evidence, view: View) -> str:
    """Return what every reader is told of figures hidden after a correction; empty for none."""
    asked, withheld = (view.org_code, view.wres_year), evidence.publication.withheld
    if not any(one.org_year == asked and one.step in OF_A_CORRECTION for one in withheld):
        return ""
    return (
        f"Some survey figures of {view.wres_year} were corrected. They are hidden for this year: "
        "with the earlier ones, they would tell how a few people answered."
    )
