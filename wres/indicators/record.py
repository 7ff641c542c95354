"""What an indicator record holds: wording, direction, kind of figures, breaks, source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from wres.terms import EthnicGroup, Unit


class Polarity(Enum):
    """Which way is better."""

    LOW_IS_GOOD = "lower is better"
    HIGH_IS_GOOD = "higher is better"
    NEAR_ONE_IS_GOOD = "closer to 1 is better"
    NEAR_ZERO_GAP_IS_GOOD = "closer to the workforce share is better"


class Kind(Enum):
    """Where an indicator's figures come from."""

    BOARD = "board membership"
    LIKELIHOOD = "workforce records, as a relative likelihood"
    SURVEY = "NHS Staff Survey"
    WORKFORCE = "workforce records"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A place where a series must be cut: figures before it are not comparable with later ones."""

    first_survey_year: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator of the standard."""

    number: int
    short_name: str
    wording: str
    kind: Kind
    polarity: Polarity
    unit: Unit
    numerator: str
    denominator: str
    happened: str
    why_it_matters: str
    better: str
    questions: tuple[tuple[int, int, str], ...] = ()
    ratio_top: EthnicGroup | None = None
    breaks: tuple[Break, ...] = ()
    caution: str = ""
    source: str = ""
    checked_by: str = "WRES Explorer maintainers"
    checked_on: date = date(2026, 11, 23)

    @property
    def is_survey(self) -> bool:
        """Whether the figures come from the staff survey."""
        return self.kind is Kind.SURVEY

    @property
    def is_likelihood(self) -> bool:
        """Whether the figure is one group's likelihood divided by the other's."""
        return self.kind is Kind.LIKELIHOOD

    @property
    def is_of_posts(self) -> bool:
        """Whether the figures count who holds which post on a day: the workforce or the board."""
        return self.kind in (Kind.BOARD, Kind.WORKFORCE)

    @property
    def higher_is_worse(self) -> bool:
        """Whether a higher figure is worse for the people it is about."""
        return self.polarity in (Polarity.LOW_IS_GOOD, Polarity.NEAR_ONE_IS_GOOD)
