"""What activities were to move, and what came of it: part of the action plan in a report."""

from __future__ import annotations

from collections.abc import Iterator

from wres.answers.predicting import Followed, followed
from wres.predictions import expected_by_chance, still_clear
from wres.reports.sections import Reported, Section, told
from wres.words import reports as said
from wres.words.verdicts import (
    chance_of_verdicts,
    locked_words,
    outcome_words,
    prediction_sentence,
    prediction_title,
    still_clear_words,
    verdict_sentences,
)


def prediction_sections(asked: Reported) -> Iterator[Section]:
    """Give one section for all locked predictions and one for each; none where none is locked."""
    written = asked.written
    found = followed(asked.evidence, written.predictions, known=written.known)
    if not found:
        return
    verdicts = [one.verdict for one in found]
    tested, by_chance = expected_by_chance(verdicts)
    clear = still_clear(verdicts)
    yield Section(
        heading=said.PREDICTIONS,
        level=2,
        sentences=told(said.PREDICTIONS_WHY, chance_of_verdicts(tested, by_chance)),
    )
    for one in found:
        still = still_clear_words(one.verdict, clear, tested)
        yield _prediction(asked, one, still)


def _prediction(asked: Reported, found: Followed, still: str) -> Section:
    one = found.verdict.prediction
    return Section(
        heading=prediction_title(one),
        level=3,
        verdict=outcome_words(found.verdict.outcome),
        sentences=told(
            said.for_activity(one.activity),
            prediction_sentence(one),
            locked_words(one),
            *verdict_sentences(found.verdict),
            still,
        ),
        points=told(
            *(
                said.comment_line(each.written_by, each.text)
                for each in asked.written.comments_on(one)
            )
        ),
    )
