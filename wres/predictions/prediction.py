"""What a prediction says, what may be predicted of an indicator, and how it is kept."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from wres.errors import PredictionRefused
from wres.indicators import Kind, indicator
from wres.measures import Gap, Likelihood, Rate, Representation
from wres.predictions.reading import Reading
from wres.terms import LAST_WRES_YEAR


class Aim(Enum):
    """Which figure of an indicator a prediction is about."""

    BME = "bme"
    GAP = "gap"
    RATIO = "ratio"
    WHITE = "white"


class Direction(Enum):
    """Which way the figure is to move. A gap that goes down is a narrower one."""

    DOWN = "down"
    UP = "up"

    @property
    def sign(self) -> int:
        """Plus one for up, minus one for down."""
        return 1 if self is Direction.UP else -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """One prediction, as it was locked.

    ``size`` is a difference of proportions (0.03 is 3 points) or of ratios; ``base_year`` the
    WRES year it starts from, ``result_year`` the WRES year of the result. ``version`` is the
    version of the figures it was locked at; ``needed`` what the survey needed to see then.
    """

    org_code: str
    activity_id: str
    activity: str
    indicator: int
    aim: Aim
    direction: Direction
    size: float
    base_year: int
    result_year: int
    version: int = 0
    needed: float | None = None
    record_id: str = ""
    locked_by: str = ""
    locked_at: datetime | None = None

    @property
    def same_question(self) -> tuple[str, str, int, Aim, int]:
        """What two predictions share when they answer the same question."""
        return (self.org_code, self.activity_id, self.indicator, self.aim, self.result_year)

    @property
    def is_ratio(self) -> bool:
        """Whether the size is a difference of ratios."""
        return self.aim is Aim.RATIO


def aims_for(number: int) -> tuple[Aim, ...]:
    """Return which figures of an indicator may be predicted, the usual one first."""
    kind = indicator(number).kind
    if kind is Kind.LIKELIHOOD:
        return (Aim.RATIO,)
    return (Aim.BME, Aim.GAP, Aim.WHITE) if kind is Kind.SURVEY else (Aim.BME,)


def better_direction(number: int, aim: Aim) -> Direction:
    """Return which way is better: a narrower gap, a smaller ratio, or as the indicator points."""
    if aim in (Aim.GAP, Aim.RATIO) or indicator(number).higher_is_worse:
        return Direction.DOWN
    return Direction.UP


def refuse_wrong(one: Prediction, base: Reading) -> None:
    """Return nothing if a prediction can come true and has a figure to start from.

    Raises:
        PredictionRefused: If it cannot; the sentence says what to change.
    """
    if one.aim not in aims_for(one.indicator):
        known = ", ".join(aim.value for aim in aims_for(one.indicator))
        raise PredictionRefused(f"For indicator {one.indicator} a prediction is about: {known}.")
    if not one.base_year < one.result_year <= LAST_WRES_YEAR:
        raise PredictionRefused(
            f"The year of the result must lie after WRES {one.base_year}; choose a later year."
        )
    if not base.is_shown:
        raise PredictionRefused(
            f"There is no figure of WRES {one.base_year} to start from; choose another figure."
        )
    if not (math.isfinite(one.size) and one.size > 0):
        raise PredictionRefused("The size of a change must be a number above zero.")
    if _past_the_end(one, base):
        raise PredictionRefused("The figure cannot move that far; choose a smaller change.")


def _past_the_end(one: Prediction, base: Reading) -> bool:
    figure, step = base.figure, one.direction.sign * one.size
    if isinstance(figure, Likelihood):
        return (figure.ratio or 0.0) + step <= 0
    if isinstance(figure, Gap):
        return not -1 <= (figure.adverse or 0.0) + step <= 1
    start = figure.share if isinstance(figure, Representation) else _value(figure)
    # Half a thousandth allows a change to exactly nothing that was given in rounded points.
    return not -0.0005 <= start + step <= 1.0005


def _value(figure: Rate | Gap | Likelihood | None) -> float:
    return figure.value or 0.0 if isinstance(figure, Rate) else 0.0


def to_body(one: Prediction) -> dict[str, str | int | float | None]:
    """Return a prediction as plain values, to be kept; who and when are kept beside it."""
    return {
        "activity_id": one.activity_id,
        "activity": one.activity,
        "indicator": one.indicator,
        "aim": one.aim.value,
        "direction": one.direction.value,
        "size": one.size,
        "base_year": one.base_year,
        "result_year": one.result_year,
        "version": one.version,
        "needed": one.needed,
    }


def from_body(
    body: Mapping[str, object],
    *,
    org_code: str,
    record_id: str,
    locked_by: str,
    locked_at: datetime,
) -> Prediction:
    """Return the prediction that plain values stand for.

    Raises:
        PredictionRefused: If a value is missing or cannot be right.
    """
    try:
        needed = body.get("needed")
        return Prediction(
            org_code=org_code,
            activity_id=str(body["activity_id"]),
            activity=str(body["activity"]),
            indicator=indicator(int(str(body["indicator"]))).number,
            aim=Aim(body["aim"]),
            direction=Direction(body["direction"]),
            size=float(str(body["size"])),
            base_year=int(str(body["base_year"])),
            result_year=int(str(body["result_year"])),
            version=int(str(body["version"])),
            needed=None if needed is None else float(str(needed)),
            record_id=record_id,
            locked_by=locked_by,
            locked_at=locked_at,
        )
    except (KeyError, ValueError) as error:
        raise PredictionRefused(
            "A prediction in the store cannot be read; use the release that locked it."
        ) from error
