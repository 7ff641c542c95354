"""What a lead judges of a concern, beside what the program works out: never in place of it.

A judgement belongs to one WRES year and to the figures of one version. It is revised, never
removed: taking it back is a revision too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from wres.errors import JudgementRefused
from wres.indicators import indicator

LONGEST_REASON = 1000


class Level(Enum):
    """What a lead makes of a concern."""

    RAISED = "raised"
    LOWERED = "lowered"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One revision of what a lead judges of an indicator in a WRES year, and why.

    ``version`` is the version of the figures it was made at; ``strength`` what the program said
    then, as its code.
    """

    org_code: str
    indicator: int
    wres_year: int
    level: Level
    reason: str
    version: int = 0
    strength: str = ""
    judged_by: str = ""
    judged_at: datetime | None = None
    record_id: str = ""
    revision: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """The WRES year and the indicator it belongs to."""
        return self.wres_year, self.indicator

    @property
    def stands(self) -> bool:
        """Whether it has not been taken back."""
        return self.level is not Level.TAKEN_BACK


def refuse_empty(one: Judgement) -> None:
    """Return nothing if a judgement gives a reason of a bearable length.

    Raises:
        JudgementRefused: If it does not.
    """
    if not any(sign.isalnum() for sign in one.reason):
        raise JudgementRefused("A judgement needs a reason; write why in a sentence or two.")
    if len(one.reason) > LONGEST_REASON:
        raise JudgementRefused(
            f"The reason has {len(one.reason):,} letters; shorten it to {LONGEST_REASON:,}."
        )


def standing_by_place(judgements: Iterable[Judgement]) -> dict[tuple[int, int], Judgement]:
    """Return the judgements that stand, by WRES year and indicator; the latest of a place."""
    newest = {one.place: one for one in judgements}
    return {place: one for place, one in newest.items() if one.stands}


def to_body(one: Judgement) -> dict[str, str | int]:
    """Return a judgement as plain values; who and when are kept beside it."""
    return {
        "indicator": one.indicator,
        "wres_year": one.wres_year,
        "level": one.level.value,
        "reason": one.reason,
        "version": one.version,
        "strength": one.strength,
    }


def from_body(
    body: Mapping[str, object],
    *,
    org_code: str,
    record_id: str,
    revision: int,
    judged_by: str,
    judged_at: datetime,
) -> Judgement:
    """Return the judgement that plain values stand for.

    Raises:
        JudgementRefused: If a value is missing or cannot be right.
    """
    try:
        return Judgement(
            org_code=org_code,
            indicator=indicator(int(str(body["indicator"]))).number,
            wres_year=int(str(body["wres_year"])),
            level=Level(body["level"]),
            reason=str(body["reason"]),
            version=int(str(body["version"])),
            strength=str(body["strength"]),
            judged_by=judged_by,
            judged_at=judged_at,
            record_id=record_id,
            revision=revision,
        )
    except (KeyError, ValueError) as error:
        raise JudgementRefused(
            "A judgement in the store cannot be read; use the release that wrote it."
        ) from error
