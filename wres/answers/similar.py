"""Which trusts are like this one: by type, region, size and BME share, as far as they are known."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from wres.answers.evidence import Evidence, View
from wres.answers.measured import Cell, row_at
from wres.library.profiles import SurveyProfile
from wres.organisations import ENGLAND, Organisation
from wres.publication import Extent
from wres.results import with_value
from wres.terms import Band, BenchmarkGroup, Status

SUGGESTED = 10
# One step apart: another region, twice the size, or ten points of BME share. A fact that is not
# known counts as one step, so that nothing is gained by not being known.
SHARE_STEP = 0.10
UNKNOWN_STEP = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many people a trust has by one way of counting, and the BME share of them, 0 to 1."""

    counted: str
    people: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two trusts are; ``sizes`` is the own trust's and the other's, counted alike.

    ``steps`` is the distance: the sum of region, size and share, one step each as above.
    ``known`` says how many of those three are known.
    """

    organisation: Organisation
    same_type: bool
    same_region: bool | None
    sizes: tuple[Size, Size] | None

    @property
    def known(self) -> int:
        """How many of region, size and BME share are known of both trusts."""
        return (self.same_region is not None) + 2 * (self.sizes is not None)

    @property
    def steps(self) -> float:
        """The distance in steps, zero or more."""
        region = {True: 0.0, False: 1.0, None: UNKNOWN_STEP}[self.same_region]
        if self.sizes is None:
            return region + 2 * UNKNOWN_STEP
        own, other = self.sizes
        return (
            region
            + abs(math.log2(other.people / own.people))
            + abs(other.share - own.share) / SHARE_STEP
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerSet:
    """The trusts chosen to compare with, each with its likeness, and whether they are suggested."""

    suggested: tuple[Likeness, ...]
    chosen: tuple[Likeness, ...]
    candidates: tuple[Organisation, ...]

    @property
    def is_suggestion(self) -> bool:
        """Whether the chosen trusts are those suggested."""
        return set(self.codes) == {one.organisation.code for one in self.suggested}

    @property
    def codes(self) -> tuple[str, ...]:
        """The ODS codes of the chosen trusts, in the order of their names."""
        return tuple(one.organisation.code for one in self.chosen)


def peer_set(evidence: Evidence, view: View, chosen: tuple[str, ...] | None = None) -> PeerSet:
    """Return the trusts suggested and chosen; without a choice the suggestion is taken.

    Suggested are the ten nearest of the same type with a figure for the year and indicator, and
    all that are as near as the tenth. A made-up trust is never among real ones.
    """
    own = evidence.organisations.get(view.org_code)
    candidates = _candidates(evidence, view, own)
    likenesses = evidence.answer(_Likenesses, own.code, view.wres_year)
    alike = [likenesses.to(other) for other in candidates]
    has_type = own.benchmark_group is not BenchmarkGroup.NONE
    near = sorted((one for one in alike if one.same_type and has_type), key=lambda one: one.steps)
    furthest = near[:SUGGESTED][-1].steps if near else 0.0
    suggested = tuple(one for one in near if one.steps <= furthest + 1e-9)
    wanted = {one.organisation.code for one in suggested} if chosen is None else set(chosen)
    return PeerSet(
        suggested=suggested,
        chosen=tuple(one for one in alike if one.organisation.code in wanted),
        candidates=candidates,
    )


def _candidates(evidence: Evidence, view: View, own: Organisation) -> tuple[Organisation, ...]:
    found = evidence.answer(_with_figure, view.wres_year, view.indicator, own.made_up)
    return tuple(other for other in found if other.code != own.code)


def _with_figure(
    evidence: Evidence, wres_year: int, number: int, made_up: bool
) -> tuple[Organisation, ...]:
    return tuple(
        other
        for other in evidence.with_figures()
        if other.code != ENGLAND
        and other.made_up == made_up
        and number in evidence.indicators(other.code, wres_year)
    )


class _Likenesses:
    """How alike one trust and each other are in a year, whichever indicator is looked at."""

    def __init__(self, evidence: Evidence, own_code: str, wres_year: int) -> None:
        self._own = evidence.organisations.get(own_code)
        self._sizes = evidence.answer(_Sizes, wres_year)
        self._found: dict[str, Likeness] = {}

    def to(self, other: Organisation) -> Likeness:
        """Return how alike the trust and another are."""
        if other.code not in self._found:
            self._found[other.code] = likeness(self._sizes, self._own, other)
        return self._found[other.code]


class _Sizes:
    """What is known of the size of each trust in a year, worked out once, whoever asks."""

    def __init__(self, evidence: Evidence, wres_year: int) -> None:
        self._of_year = evidence.beside(Extent.COMPARED, wres_year)
        self._year = wres_year
        self._found: dict[str, tuple[Size, ...]] = {}

    def of(self, code: str) -> tuple[Size, ...]:
        """Return the sizes of a trust by each way of counting there is."""
        if code not in self._found:
            self._found[code] = sizes_of(self._of_year, code, self._year)
        return self._found[code]


def likeness(sizes: _Sizes, own: Organisation, other: Organisation) -> Likeness:
    """Return how alike two trusts are; size and share are compared only when counted alike."""
    ours, theirs = sizes.of(own.code), sizes.of(other.code)
    pairs = [(a, b) for a in ours for b in theirs if a.counted == b.counted]
    both_known = bool(own.region and other.region)
    return Likeness(
        organisation=other,
        same_type=own.benchmark_group is other.benchmark_group,
        same_region=own.region == other.region if both_known else None,
        sizes=pairs[0] if pairs else None,
    )


HEADCOUNT, ANSWERED = "staff", "answers"


def sizes_of(evidence: Evidence, org_code: str, wres_year: int) -> tuple[Size, ...]:
    """Return what is known of a trust's size and BME share that year: head count, then answers."""
    found = []
    row = row_at(evidence, Cell(org_code=org_code, indicator=1, band=Band.ALL), wres_year)
    share = with_value(row)
    if row.status is Status.SHOWN and row.denominator and share is not None:
        found.append(Size(counted=HEADCOUNT, people=row.denominator, share=share))
    found += [
        Size(counted=ANSWERED, people=one.answered, share=one.share)
        for one in evidence.answer(_profiles).get((org_code, wres_year), ())
    ]
    return tuple(found)


def _profiles(evidence: Evidence) -> Mapping[tuple[str, int], list[SurveyProfile]]:
    """Who answered, by organisation and year."""
    found: dict[tuple[str, int], list[SurveyProfile]] = {}
    for one in evidence.shipped.profiles:
        found.setdefault((one.org_code, one.wres_year), []).append(one)
    return found
