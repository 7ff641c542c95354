"""What one claim of a text says: of whom, about what, when, how much, and beside what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from wres.terms import Band, EthnicGroup, StaffGroup


class Kind(Enum):
    """What a claim is about."""

    AGAINST_BENCHMARK = "compared with a benchmark"
    BENCHMARK_LEVEL = "a benchmark’s figure"
    BETWEEN_GROUPS = "one group beside the other"
    CHANGE = "a change over time"
    GAP = "the gap"
    GAP_CHANGE = "a change of the gap"
    LEVEL = "a figure"
    RATIO = "how many times as likely"
    UNREAD = "not read"


class Relation(Enum):
    """Which way a claim points."""

    BETTER = "better"
    HIGHER = "higher"
    LOWER = "lower"
    SAME = "the same"
    WORSE = "worse"


class Room(Enum):
    """How exactly a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class YearKind(Enum):
    """Which year is meant by a year in a text."""

    BARE = "a year, of the survey or of the standard"
    BEFORE = "the year before"
    NOW = "the year the text is about"
    SURVEY = "a survey year"
    WRES = "a WRES year"


class Comparand(Enum):
    """What a text compares with."""

    GROUP = "similar trusts"
    NATIONAL = "england"
    PRACTICE = "practice peers"
    REGION = "region"
    USUAL = "the benchmark"


class Doubt(Enum):
    """Why the text alone does not allow an answer."""

    FAR_INDICATOR = "far indicator"
    HYPOTHETICAL = "hypothetical"
    LOST_YEAR = "lost year"
    MANY_INDICATORS = "many indicators"
    MANY_YEARS = "many years"
    NEGATED = "negated"
    NO_GROUP = "no group"
    NO_INDICATOR = "no indicator"
    NOT_OF_A_SURVEY = "not of a survey"
    NO_YEAR_BEFORE = "no year before"
    NOT_UNDERSTOOD = "not understood"
    PARTLY_READ = "partly read"
    PART_OF_INDICATOR = "part of an indicator"
    QUESTION = "question"
    QUOTED = "quoted"
    TOO_LONG = "too long"
    UNKNOWN_WORDS = "unknown words"
    WHICH_TRUST = "which trust"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a text gives it: percent, points or times, with its decimals."""

    value: float
    decimals: int = 0
    room: Room = Room.EXACT


@dataclass(frozen=True, slots=True)
class When:
    """A year as a text gives it; 0 for “this year” and “the year before”."""

    kind: YearKind
    year: int = 0


def one_for_each(whens: Iterable[When]) -> tuple[When, ...]:
    """Return the different years; survey 2024 and WRES 2025 are one, and the first stays."""
    found: dict[tuple[YearKind, int], When] = {}
    for when in sorted(whens, key=lambda one: (one.kind.value, one.year)):
        is_survey = when.kind is YearKind.SURVEY
        key = (YearKind.WRES, when.year + 1) if is_survey else (when.kind, when.year)
        found.setdefault(key, when)
    return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim of a text.

    ``indicators`` are those it may be about. ``figure`` is of ``now``, ``figure_before`` of
    ``before``. ``relations`` must all hold. ``whole`` is false where the text says more than the
    claim (“continues to”, “slightly”): then it can be refuted, and not confirmed.
    """

    kind: Kind
    quote: str
    paragraph: int
    sentence: int = 0
    indicators: tuple[int, ...] = ()
    band: Band = Band.ALL
    staff_group: StaffGroup = StaffGroup.ALL
    org_code: str = ""
    group: EthnicGroup | None = None
    other: EthnicGroup | None = None
    relations: tuple[Relation, ...] = ()
    figure: Figure | None = None
    figure_before: Figure | None = None
    size: Figure | None = None
    comparand: Comparand | None = None
    comparand_type: str = ""
    now: When | None = None
    before: When | None = None
    firm: bool = False
    loose: bool = False
    whole: bool = True
    doubt: Doubt | None = None
    unknown: tuple[str, ...] = ()
