"""What stands folded below a chart: what its figures measure, and how it is read."""

from __future__ import annotations

from wres.answers import Evidence, View
from wres.indicators import indicator
from wres.ui import prose
from wres.words import definition_lines, indicator_label, organisation_title
from wres.words.explaining import WHAT_A_RANGE_IS
from wres.words.help import HOW_TO_READ, how_to_read


def definition(evidence: Evidence, view: View, source: str) -> prose.Part | None:
    """Return what a figure measures, of whom and from where, one press away."""
    whose = organisation_title(evidence.organisations.get(view.org_code))
    lines = definition_lines(indicator(view.indicator))
    return prose.folded(
        "What this measures",
        prose.sentence(prose.bold(indicator_label(view.indicator))),
        *(prose.named(name, text) for name, text in lines),
        prose.named("These figures", f"{whose}, WRES {view.wres_year}. {source}."),
    )


def reading(headline: str, alternative: str, *, note: str) -> prose.Part | None:
    """Return how to read a chart, with its own last figures as the example, one press away."""
    told = how_to_read(headline, alternative, has_range=WHAT_A_RANGE_IS in note)
    return prose.folded(HOW_TO_READ, prose.sentence(" ".join(told)))
