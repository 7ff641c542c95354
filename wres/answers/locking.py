"""Locking a prediction: asked beforehand whether it may be, and then never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from wres.answers.evidence import Evidence
from wres.answers.predicting import NOWHERE, predictions_in, reading_at, years_of
from wres.errors import PredictionRefused
from wres.predictions import Prediction, Sight, refuse_wrong, sight_of, to_body
from wres.store import Known, Place, RecordKind, Store


def ready_to_lock(
    evidence: Evidence,
    one: Prediction,
    *,
    locked: Iterable[Prediction] = (),
    known: Mapping[Place, Known] = NOWHERE,
) -> tuple[Prediction, Sight]:
    """Return a prediction with what the survey needs to see it, if it may be locked.

    Raises:
        PredictionRefused: If it cannot come true, its year is known already, here or in a
            draft, or the activity has predicted the same figure for that year.
    """
    base = reading_at(evidence, one, one.base_year)
    refuse_wrong(one, base)
    if one.result_year <= max(years_of(evidence, one), default=0):
        raise PredictionRefused(
            f"The result of WRES {one.result_year} is here already; predict a later year."
        )
    if (one.result_year, one.indicator) in known:
        raise PredictionRefused(
            f"Figures of WRES {one.result_year} were uploaded before, maybe as a draft; predict "
            "a later year."
        )
    if one.same_question in {other.same_question for other in locked}:
        raise PredictionRefused(
            "This activity has a prediction of this figure for this year; it stands as it is."
        )
    sight = sight_of(one, base)
    return replace(one, needed=sight.needed, version=evidence.version), sight


def lock(
    store: Store, evidence: Evidence, one: Prediction, *, made_by: str, made_at: datetime
) -> Prediction:
    """Return a prediction as it was locked: from now on nobody can change it.

    Raises:
        PredictionRefused: If it may not be locked.
        StoreProblem: If the store cannot be written.
    """
    locked = predictions_in(store.records(RecordKind.PREDICTION, one.org_code))
    known = store.known_since(one.org_code)
    ready, _ = ready_to_lock(evidence, one, locked=locked, known=known)
    written = store.write_record(
        RecordKind.PREDICTION,
        uuid4().hex,
        revision=1,
        org_code=one.org_code,
        body=to_body(ready),
        made_by=made_by,
        made_at=made_at,
    )
    return predictions_in([written])[0]
