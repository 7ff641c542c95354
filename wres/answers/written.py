"""What people wrote about an organisation: predictions, comments on them, and judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from wres.answers.judging import judgements_in
from wres.answers.predicting import predictions_in
from wres.errors import PredictionRefused
from wres.judgements import Judgement
from wres.predictions import Prediction
from wres.store import Known, Place, Record, RecordKind, Store

LONGEST_COMMENT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What an owner says of a prediction's verdict; the verdict stays as it is."""

    prediction_id: str
    text: str
    written_by: str = ""
    written_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Everything written about one organisation, oldest first, and since when figures are known."""

    predictions: tuple[Prediction, ...] = ()
    comments: tuple[Comment, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    known: Mapping[Place, Known] = field(default_factory=dict)

    def comments_on(self, one: Prediction) -> tuple[Comment, ...]:
        """Return the comments on a prediction, oldest first."""
        return tuple(c for c in self.comments if c.prediction_id == one.record_id)


def written_of(store: Store | None, org_code: str) -> Written:
    """Return what is written about an organisation; nothing without a store.

    Raises:
        StoreProblem: If the store cannot be read.
        WresError: If a record cannot be read by this release.
    """
    if store is None:
        return Written()
    return Written(
        predictions=predictions_in(store.records(RecordKind.PREDICTION, org_code)),
        comments=tuple(_comment(one) for one in store.records(RecordKind.COMMENT, org_code)),
        judgements=judgements_in(store.records(RecordKind.JUDGEMENT, org_code)),
        known=store.known_since(org_code),
    )


def _comment(one: Record) -> Comment:
    return Comment(
        prediction_id=str(one.body.get("prediction", "")),
        text=str(one.body.get("text", "")),
        written_by=one.made_by,
        written_at=one.made_at,
    )


def add_comment(
    store: Store, one: Prediction, text: str, *, made_by: str, made_at: datetime
) -> Comment:
    """Return a comment on a prediction as it was kept.

    Raises:
        PredictionRefused: If it is empty or too long.
        StoreProblem: If the store cannot be written.
    """
    if not any(sign.isalnum() for sign in text):
        raise PredictionRefused("The comment is empty; write a sentence or two.")
    if len(text) > LONGEST_COMMENT:
        raise PredictionRefused(
            f"The comment has {len(text):,} letters; shorten it to {LONGEST_COMMENT:,}."
        )
    written = store.write_record(
        RecordKind.COMMENT,
        uuid4().hex,
        revision=1,
        org_code=one.org_code,
        body={"prediction": one.record_id, "text": text},
        made_by=made_by,
        made_at=made_at,
    )
    return _comment(written)
