"""The command ``predictions``: what was predicted, when it was locked, and what came of it."""

from __future__ import annotations

from argparse import Namespace

from wres.answers.opening import evidence_at
from wres.answers.predicting import Followed, followed
from wres.answers.written import Written, written_of
from wres.command_line.evidence import opened, problems, stored
from wres.command_line.layout import wrapped
from wres.command_line.reply import Reply
from wres.interface.asked import organisation_asked
from wres.organisations import Organisation
from wres.predictions import Moved, expected_by_chance, still_clear
from wres.upload.checking import count_of
from wres.words import MADE_UP, organisation_title
from wres.words.verdicts import (
    chance_of_verdicts,
    locked_words,
    outcome_words,
    prediction_sentence,
    prediction_title,
    still_clear_words,
    turned_sentence,
    verdict_sentences,
)

NONE = "No prediction is locked."


def predictions(asked: Namespace) -> Reply:
    """Return every locked prediction of an organisation with its verdict, oldest first.

    Raises:
        BadCommand: If there is nothing for that organisation; the sentence says what is.
    """
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    store = stored()
    written = Written()
    found: tuple[Followed, ...] = ()
    if store is not None:
        with store:
            written = written_of(store, organisation.code)
            found = followed(
                evidence,
                written.predictions,
                known=written.known,
                earlier=lambda version: evidence_at(store, version, data=evidence.shipped),
            )
    return Reply(
        data=_data(organisation, written, found),
        lines=tuple(_told(organisation, written, found)),
        notes=problems(evidence),
    )


def _data(
    organisation: Organisation, written: Written, found: tuple[Followed, ...]
) -> dict[str, object]:
    verdicts = [one.verdict for one in found]
    tested, by_chance = expected_by_chance(verdicts)
    clear = still_clear(verdicts)
    return {
        "organisation": {
            "code": organisation.code,
            "name": organisation_title(organisation),
            "made_up": organisation.made_up,
        },
        "predictions": [_one(each, written, clear) for each in found],
        "tested": tested,
        "expected_by_chance": by_chance,
        "chance": chance_of_verdicts(tested, by_chance),
    }


def _one(found: Followed, written: Written, clear: frozenset[str]) -> dict[str, object]:
    verdict, one = found.verdict, found.verdict.prediction
    return {
        "id": one.record_id,
        "activity_id": one.activity_id,
        "activity": one.activity,
        "indicator": one.indicator,
        "figure": one.aim.value,
        "direction": one.direction.value,
        "size": one.size,
        "unit": "ratio" if one.is_ratio else "proportion",
        "base_year": one.base_year,
        "result_year": one.result_year,
        "locked_at": one.locked_at.isoformat() if one.locked_at else None,
        "locked_by": one.locked_by,
        "needed_to_be_seen": one.needed,
        "prediction": prediction_sentence(one),
        "verdict": verdict.outcome.value,
        "reason": verdict.reason.value if verdict.reason else None,
        "reach": verdict.reach.value if verdict.reach else None,
        "own_change": _moved(verdict.own),
        "benchmark_change": _moved(verdict.others),
        "beyond_benchmark": _moved(verdict.beyond),
        "sentences": list(verdict_sentences(verdict)),
        "still_clear": one.record_id in clear,
        "turned": turned_sentence(found),
        "first_verdict": found.first.outcome.value if found.first else None,
        "comments": [
            {
                "text": comment.text,
                "by": comment.written_by,
                "at": comment.written_at.isoformat() if comment.written_at else None,
            }
            for comment in written.comments_on(one)
        ],
    }


def _moved(change: Moved | None) -> dict[str, object] | None:
    if change is None:
        return None
    limits = change.interval
    return {
        "value": change.value,
        "low": limits.low if limits else None,
        "high": limits.high if limits else None,
    }


def _told(organisation: Organisation, written: Written, found: tuple[Followed, ...]) -> list[str]:
    lines = wrapped(f"{organisation_title(organisation)} ({organisation.code})")
    if organisation.made_up:
        lines.append(MADE_UP)
    if not found:
        return [*lines, "", NONE]
    verdicts = [one.verdict for one in found]
    tested, by_chance = expected_by_chance(verdicts)
    count = count_of(len(found), "locked prediction")
    lines += ["", *wrapped(f"{count}. {chance_of_verdicts(tested, by_chance)}")]
    clear = still_clear(verdicts)
    for each in found:
        lines += ["", *_prediction(each, written, clear, tested)]
    return lines


def _prediction(found: Followed, written: Written, clear: frozenset[str], tested: int) -> list[str]:
    one = found.verdict.prediction
    lines = wrapped(prediction_title(one), hang=3)
    lines += wrapped(f"Activity: {one.activity}", indent=2, hang=2)
    said = [prediction_sentence(one), locked_words(one), f"{outcome_words(found.verdict.outcome)}."]
    said += verdict_sentences(found.verdict)
    said += [still_clear_words(found.verdict, clear, tested), turned_sentence(found)]
    said += [f"Comment by {each.written_by}: {each.text}" for each in written.comments_on(one)]
    for text in said:
        lines += wrapped(text, indent=2, hang=2)
    return lines
