"""How sure: the other ways of counting as a table, how good the rules are, and what was doubted."""

from __future__ import annotations

from collections.abc import Iterable

from wres.answers import Robustness
from wres.library.reference import MeasuredRule
from wres.reports.tables import Table
from wres.store import Note
from wres.words import SPOKEN, Labels, indicator_label, quality_note
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


def doubts(notes: Iterable[Note], number: int, *, wres_year: int) -> tuple[str, ...]:
    """Return what was doubted about an indicator's figures at the upload, and why it stands."""
    # Here, as the first page has no doubts, and all the checks would come with it.
    from wres.upload.checks import question_of

    return tuple(
        quality_note(question_of(note.acknowledged.check), note)
        for note in notes
        if (wres_year, number) in note.scopes
    )
