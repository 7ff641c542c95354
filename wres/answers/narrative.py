"""A text checked against the publication: every claim agrees, disagrees, or cannot be told.

A claim that can be understood in several ways (which year, which indicator) is checked in each of
them; it agrees only if it does so in all. Nothing of the text is kept.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wres.answers.claim_checks import check, look_only
from wres.answers.claim_looking import Checked, Reading, Seen
from wres.answers.claim_numbers import Mark, Why, cannot, way, wrong
from wres.answers.evidence import Evidence
from wres.claims import Claim, Doubt, Figure, Kind, Room, When, YearKind, find_claims
from wres.indicators import LIKELIHOOD_INDICATORS, SURVEY_INDICATORS, indicator
from wres.terms import EthnicGroup

_OF_ONE_GROUP = {Kind.AGAINST_BENCHMARK, Kind.BENCHMARK_LEVEL, Kind.CHANGE, Kind.LEVEL}


# Of which indicator, group and year the text itself gives a figure.
_Place = tuple[int, EthnicGroup, When | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A claim with its verdict, the reason in one word, and what is published there.

    ``own`` are the two numbers of the text itself that refute what its words say.
    """

    claim: Claim
    mark: Mark
    why: Why | Doubt | None = None
    note: str = ""
    seen: Seen | None = None
    own: tuple[Figure, Figure] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChecked:
    """Every claim of a text in order, and whether there were more than are checked."""

    org_code: str
    wres_year: int | None
    claims: tuple[Judged, ...]
    is_cut: bool = False

    def count(self, mark: Mark) -> int:
        """Return how many claims have this verdict."""
        return sum(1 for one in self.claims if one.mark is mark)


def check_text(
    evidence: Evidence, text: str, org_code: str, *, wres_year: int | None = None
) -> TextChecked:
    """Return every claim of a text about an organisation with its verdict.

    ``wres_year`` is the WRES year meant where the text names none. Without it, such a claim agrees
    only if it does so in every year there are figures for.
    """
    found = find_claims(text, evidence.organisations, org_code=org_code)
    said: dict[_Place, Figure] = {}
    judged = []
    for claim in found.claims:
        one = _Judge(evidence, org_code, wres_year, said).judge(claim)
        judged.append(one)
        _remember(said, claim)
    return TextChecked(
        org_code=org_code, wres_year=wres_year, claims=tuple(judged), is_cut=found.is_cut
    )


def by_sentence(checked: TextChecked) -> tuple[tuple[Judged, ...], ...]:
    """Return the claims sentence by sentence, in the order of the text."""
    groups = itertools.groupby(checked.claims, key=lambda one: one.claim.sentence)
    return tuple(tuple(claims) for _, claims in groups)


def _remember(said: dict[_Place, Figure], claim: Claim) -> None:
    """Keep what the text itself gives as a group’s figure, to set beside its own comparisons."""
    kinds = (Kind.LEVEL, Kind.CHANGE)
    if claim.kind not in kinds or claim.group is None or len(claim.indicators) != 1:
        return
    key = (claim.indicators[0], claim.group, claim.now)
    sure = claim.doubt in (None, Doubt.FAR_INDICATOR)
    if sure and claim.figure is not None and claim.figure.room is Room.EXACT:
        said[key] = claim.figure
    else:
        said.pop(key, None)


class _Judge:
    """Judges the claims of one text."""

    def __init__(
        self,
        evidence: Evidence,
        org_code: str,
        wres_year: int | None,
        said: dict[_Place, Figure],
    ) -> None:
        self._evidence, self._org, self._year = evidence, org_code, wres_year
        self._said = said

    def judge(self, claim: Claim) -> Judged:
        """Return one claim with its verdict."""
        claim = _with_group(claim)
        readings = tuple(self._readings(claim))
        if claim.doubt is not None:
            return self._doubted(claim, readings)
        if not readings:
            return Judged(claim=claim, mark=Mark.CANNOT_TELL, why=Why.NO_FIGURE)
        checked = [check(self._evidence, reading) for reading in readings]
        return self._together(claim, readings, checked)

    def _doubted(self, claim: Claim, readings: Sequence[Reading]) -> Judged:
        """A claim whose words are not sure enough; its own two numbers may still refute it."""
        if claim.doubt is Doubt.FAR_INDICATOR:
            checked = [check(self._evidence, reading).outcome.why for reading in readings]
            if Why.HIDDEN not in checked and (own := self._refuting(claim)):
                return Judged(claim=claim, mark=Mark.DISAGREES, why=Why.OWN_NUMBERS, own=own)
            return Judged(claim=claim, mark=Mark.CANNOT_TELL, why=claim.doubt)
        seen = look_only(self._evidence, readings[0]) if len(readings) == 1 else None
        return Judged(claim=claim, mark=Mark.CANNOT_TELL, why=claim.doubt, seen=seen)

    def _together(
        self, claim: Claim, readings: Sequence[Reading], checked: Sequence[Checked]
    ) -> Judged:
        outcomes = {one.outcome for one in checked}
        marks = {one.outcome.mark for one in checked}
        hidden = any(one.outcome.why is Why.HIDDEN for one in checked)
        first = checked[0]
        outcome = first.outcome
        if hidden:
            outcome = cannot(Why.HIDDEN)
        elif len(marks) > 1 or (marks == {Mark.CANNOT_TELL} and len(outcomes) > 1):
            outcome = cannot(_undecided(readings))
        own = None if hidden else self._refuting(claim)
        if own is not None and outcome.mark is Mark.DISAGREES and own[0] != own[1]:
            # The published figures say it better; of two equal numbers the text says it itself.
            own = None
        if own is not None:
            outcome = wrong(Why.OWN_NUMBERS)
        if outcome.mark is Mark.AGREES and not claim.whole:
            outcome = cannot(Why.SAYS_MORE)
        unsettled = len(checked) > 1 and outcome.mark is Mark.CANNOT_TELL
        return Judged(
            claim=claim,
            mark=outcome.mark,
            why=outcome.why,
            note=first.note if len(checked) == 1 else "",
            seen=None if hidden or unsettled else first.seen,
            own=own,
        )

    def _refuting(self, claim: Claim) -> tuple[Figure, Figure] | None:
        """The text’s own two numbers where they refute its words; they never confirm them."""
        number, pair = claim.indicators[0], self._own_pair(claim)
        if len(claim.indicators) > 1 or pair is None:
            return None
        worse_up = indicator(number).higher_is_worse if number in SURVEY_INDICATORS else None
        outcomes = [
            way(one, pair[0].value, pair[1].value, higher_is_worse=worse_up)
            for one in claim.relations
        ]
        return pair if any(one.mark is Mark.DISAGREES for one in outcomes) else None

    def _own_pair(self, claim: Claim) -> tuple[Figure, Figure] | None:
        if claim.kind is Kind.AGAINST_BENCHMARK and claim.group is not None:
            place = (claim.indicators[0], claim.group, claim.now)
            own, beside = self._said.get(place), claim.figure
        elif claim.kind in (Kind.CHANGE, Kind.GAP_CHANGE):
            own, beside = claim.figure, claim.figure_before
        else:
            return None
        if own is None or beside is None or own.decimals != beside.decimals:
            return None
        exact = own.room is Room.EXACT and beside.room is Room.EXACT
        return (own, beside) if exact else None

    def _readings(self, claim: Claim) -> Iterator[Reading]:
        org = claim.org_code or self._org
        for number in claim.indicators:
            for now, before in self._years(claim, number, org):
                yield Reading(claim=claim, org_code=org, indicator=number, now=now, before=before)

    def _years(self, claim: Claim, number: int, org: str) -> Iterator[tuple[int, int | None]]:
        """Every way to understand the years of a claim; of a change only those that go forward."""
        ways = _ways(claim, number)
        pairs = [
            (now, before)
            for way_of in ways
            for now in self._now(claim.now, way_of, number=number, org=org)
            for before in (_before(claim.before, way_of, now=now),)
        ]
        forward = [(n, b) for n, b in dict.fromkeys(pairs) if b is None or b < n]
        yield from forward

    def _now(self, when: When | None, of_survey: bool, *, number: int, org: str) -> tuple[int, ...]:
        if when is None or when.kind is YearKind.NOW:
            return (self._year,) if self._year else self._all_years(number, org)
        if when.kind is YearKind.BEFORE:
            return (self._year - 1,) if self._year else ()
        return (_wres_year(when, of_survey),)

    def _all_years(self, number: int, org: str) -> tuple[int, ...]:
        years = self._evidence.years(org)
        return tuple(y for y in years if number in self._evidence.indicators(org, y))


def _undecided(readings: Sequence[Reading]) -> Why:
    several = len({one.indicator for one in readings}) > 1
    return Why.WHICH_INDICATOR if several else Why.WHICH_YEAR


def _ways(claim: Claim, number: int) -> tuple[bool, ...]:
    """Whether a bare year is the survey’s (true) or the standard’s: both, unless the claim says."""
    kinds = {when.kind for when in (claim.now, claim.before) if when is not None}
    if YearKind.BARE not in kinds:
        return (False,)
    if number not in SURVEY_INDICATORS:
        return (False,)
    if YearKind.SURVEY in kinds:
        return (True,)
    return (False,) if YearKind.WRES in kinds else (False, True)


def _wres_year(when: When, of_survey: bool) -> int:
    is_survey = when.kind is YearKind.SURVEY or (when.kind is YearKind.BARE and of_survey)
    return when.year + 1 if is_survey else when.year


def _before(when: When | None, of_survey: bool, *, now: int) -> int | None:
    if when is None:
        return None
    if when.kind in (YearKind.BEFORE, YearKind.NOW):
        return now - 1
    return _wres_year(when, of_survey)


def _with_group(claim: Claim) -> Claim:
    """A figure of nobody in particular is not judged; a survey year is none of other indicators."""
    if claim.doubt is not None:
        return claim
    ratios = set(claim.indicators) <= set(LIKELIHOOD_INDICATORS)
    if claim.kind in _OF_ONE_GROUP and claim.group is None and not ratios:
        return replace(claim, doubt=Doubt.NO_GROUP)
    kinds = {when.kind for when in (claim.now, claim.before) if when is not None}
    if YearKind.SURVEY in kinds and not set(claim.indicators) <= set(SURVEY_INDICATORS):
        return replace(claim, doubt=Doubt.NOT_OF_A_SURVEY)
    return claim
