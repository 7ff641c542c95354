"""The table of the other ways of counting: each with its verdict, and whether it agrees."""

from __future__ import annotations

from wres.answers import Robustness
from wres.library.reference import MeasuredRule
from wres.reports.tables import Table
from wres.words import SPOKEN, Labels, indicator_label
from wres.words.sureness import agreement_words, recount_words, way_words


def rules_table(measured: tuple[MeasuredRule, ...]) -> Table:
    """Return one row per simulated figure on how often the rules and the ranges are right."""
    return Table(
        caption="How often the rules and the likely ranges are right, simulated",
        columns=(
            "What",
            f"Answers a year, {SPOKEN.bme}",
            "Figure and error of the simulation",
            "Goal",
        ),
        rows=tuple(
            (one.what, one.bme_answers, f"{one.figure}; {one.chance_error}", one.goal)
            for one in measured
        ),
    )


def ways_table(found: Robustness, labels: Labels = SPOKEN) -> Table:
    """Return one row per way of counting: what is changed, the verdict, whether it agrees."""
    return Table(
        caption=f"Other ways of counting: {indicator_label(found.indicator)}",
        columns=("Way of counting", "Verdict", "Beside the verdict shown"),
        rows=tuple(
            (way_words(one, labels), recount_words(one), agreement_words(found, one))
            for one in found.recounts
        ),
    )
