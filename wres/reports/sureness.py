"""The table of the other ways of counting: each with its verdict, and whether it agrees."""

from __future__ import annotations

from wres.answers import Robustness
from wres.reports.tables import Table
from wres.words import WRES_TERMS, Labels, indicator_label
from wres.words.sureness import agreement_words, recount_words, way_words


def ways_table(found: Robustness, labels: Labels = WRES_TERMS) -> Table:
    """Return one row per way of counting: what is changed, the verdict, whether it agrees."""
    return Table(
        caption=f"Other ways of counting: {indicator_label(found.indicator)}",
        columns=("Way of counting", "Verdict", "Beside the verdict shown"),
        rows=tuple(
            (way_words(one, labels), recount_words(one), agreement_words(found, one))
            for one in found.recounts
        ),
    )
