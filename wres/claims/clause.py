"""One clause as claims: its signs read by the grammar, and the doubts the words alone raise."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from wres.claims.mark import Mark
from wres.claims.record import Claim, Doubt, Kind, When, YearKind, one_for_each
from wres.claims.runs import read
from wres.claims.signs import Sign
from wres.claims.so_far import Found, SoFar
from wres.claims.tagging import Names, marks
from wres.indicators.claim_words import Topic, indicators_of
from wres.terms import Band, EthnicGroup, StaffGroup

MOST_MARKS = 60
# Signs that are about the clause as a whole and stand in no order.
_ASIDE = {Sign.NAMED, Sign.TRUST, Sign.AND_MORE, Sign.FIRMLY, Sign.OPINION, Sign.COMMA}
_ASIDE_ONLY = _ASIDE - {Sign.COMMA}
_UNREADABLE = {Sign.UNKNOWN, Sign.NEGATION, Sign.HYPOTHETICAL}
# What makes a clause one that says something of the figures: a number or a direction, of a group,
# an indicator, a benchmark or the gap.
_NUMBERS, _WAYS, _FIELD = set("PQR"), set("udijWNmlehwabvzsnk"), set("GIBKr")
# A number beside one of these is a distance and no level: “19.5% higher”, “an increase of 3%”.
_DISTANCE = re.compile(r"P[hwavbzml]|[hwml],?P|[udij][^FoVP]*y[PZ]|[udij]P")
# Of these it is not looked at whether they stand clear of chance.
_NOT_TESTED = {Kind.BENCHMARK_LEVEL, Kind.GAP, Kind.LEVEL, Kind.RATIO}
_ABOUT_POSTS = {1, 9}
_STAFF_GROUPS = {
    Topic.BOARD: StaffGroup.BOARD,
    Topic.BOARD_EXECUTIVE: StaffGroup.BOARD_EXECUTIVE,
    Topic.BOARD_VOTING: StaffGroup.BOARD_VOTING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What one clause says: its claims, and what it leaves to the words around it."""

    claims: tuple[Claim, ...]
    indicators: tuple[int, ...]
    names_indicator: bool
    times: tuple[When, ...]
    org_codes: tuple[str, ...]
    says_own_trust: bool = False
    unreadable: frozenset[Sign] = frozenset()


def read_clause(text: str, names: Names) -> Clause:
    """Return what a clause, in small letters, claims."""
    found = _dropping_plain_staff(marks(text, names))
    topics = frozenset(m.topic for m in found if m.topic is not None)
    numbers = {number for m in found for number in m.numbers}
    indicators, doubt = _indicators(topics, numbers)
    trusts = [m for m in found if m.sign is Sign.TRUST]
    claims, times = _claims(found, indicators, doubt)
    return Clause(
        claims=tuple(_placed(claim, topics, indicators) for claim in claims),
        indicators=indicators,
        names_indicator=bool(topics or numbers),
        times=times,
        org_codes=tuple(dict.fromkeys(m.org_code for m in trusts if m.org_code)),
        says_own_trust=any(not m.org_code for m in trusts),
        unreadable=frozenset(m.sign for m in found if m.sign in _UNREADABLE),
    )


def _dropping_plain_staff(found: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """“BME (8.1%) staff”: the word is no group of its own where one is named.

    “All staff”, and “10% of staff”, are.
    """
    if not any(m.group in (EthnicGroup.BME, EthnicGroup.WHITE) for m in found):
        return found
    before = (None, *found)
    return tuple(
        mark
        for mark, last in zip(found, before, strict=False)
        if mark.group is not EthnicGroup.ALL
        or len(mark.words) > 1
        or (last is not None and last.sign is Sign.PERCENT)
    )


def _indicators(
    topics: frozenset[Topic], numbers: set[int]
) -> tuple[tuple[int, ...], Doubt | None]:
    if Topic.BY_FEWER in topics:
        return (), Doubt.PART_OF_INDICATOR
    meant = indicators_of(topics)
    if meant is None or len(numbers) > 1:
        return (), Doubt.MANY_INDICATORS
    if not numbers:
        return meant, None
    both = tuple(n for n in meant if n in numbers) if meant else tuple(numbers)
    return both, None if both else Doubt.MANY_INDICATORS


def _claims(
    found: tuple[Mark, ...], indicators: tuple[int, ...], doubt: Doubt | None
) -> tuple[list[Claim], tuple[When, ...]]:
    times = tuple(m.when for m in found if m.when is not None)
    if not _tells(found):
        return [], times
    unread = Claim(kind=Kind.UNREAD, quote="", paragraph=0)
    if len(found) > MOST_MARKS:
        return [replace(unread, doubt=Doubt.TOO_LONG)], times
    if any(m.sign in _UNREADABLE for m in found):
        return [_not_read(unread, found)], times
    so_far = SoFar()
    core = _core(found)
    letters = "".join(m.sign.value for m in core)
    understood = (
        read(letters, lambda start, end: Found(letters, core).part(start, end), so_far)
        and not _DISTANCE.search("".join(m.sign.value for m in found if m.sign not in _ASIDE_ONLY))
        and _is_about_the_group(found, indicators)
        and not so_far.waiting
        and (indicators == (7,) or all(m.sign is not Sign.OPINION for m in found))
    )
    if not understood:
        return [replace(unread, doubt=Doubt.NOT_UNDERSTOOD)], times
    claims = [_dated(claim, so_far) for claim in so_far.claims]
    used_since = not so_far.since or any(_is_change(claim) for claim in claims)
    if not used_since:
        claims = [replace(claim, doubt=Doubt.NOT_UNDERSTOOD) for claim in claims]
    says_more = any(m.sign is Sign.AND_MORE for m in found)
    is_firm = any(m.sign is Sign.FIRMLY for m in found)
    # “Significantly” belongs to what can be tested, where there is such a claim.
    says_more = says_more or (is_firm and all(c.kind in _NOT_TESTED for c in claims))
    claims = [replace(c, doubt=c.doubt or doubt, whole=not says_more, firm=is_firm) for c in claims]
    return claims, tuple(so_far.times)


def _tells(found: tuple[Mark, ...]) -> bool:
    """Whether a clause says something of the figures, so that it is listed even if not read."""
    letters = {m.sign.value for m in found if m.group is not EthnicGroup.ALL}
    everyone = any(m.group is EthnicGroup.ALL for m in found)
    if letters & _NUMBERS and (letters & _FIELD or everyone or letters & set("udijWN")):
        return True
    if "r" in letters and "Z" in letters:
        return True
    unreadable = letters & {sign.value for sign in _UNREADABLE}
    is_named = letters & set("IK") or {"B", "G"} <= letters
    two_groups = sum(mark.sign is Sign.GROUP for mark in found) > 1 and not unreadable
    return bool(letters & _WAYS and (is_named or two_groups))


def _core(found: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The signs that stand in an order; “on last year” is read as “since last year”."""
    core: list[Mark] = []
    for mark in found:
        if mark.sign in _ASIDE:
            continue
        before = core[-1].sign.value if core else ""
        is_last_year = mark.when is not None and mark.when.kind is YearKind.BEFORE
        if is_last_year and before not in ("c", "F", "V", "P", "Z", "o", "Q"):
            core.append(Mark(sign=Sign.SINCE))
        core.append(mark)
    return tuple(core)


def _not_read(unread: Claim, found: tuple[Mark, ...]) -> Claim:
    signs = {m.sign for m in found}
    words = tuple(" ".join(m.words) for m in found if m.sign in _UNREADABLE)
    doubt = Doubt.UNKNOWN_WORDS
    if Sign.HYPOTHETICAL in signs:
        doubt = Doubt.HYPOTHETICAL
    if Sign.NEGATION in signs:
        doubt = Doubt.NEGATED
    return replace(unread, doubt=doubt, unknown=tuple(dict.fromkeys(words))[:3])


def _is_about_the_group(found: tuple[Mark, ...], indicators: tuple[int, ...]) -> bool:
    """“7.7% of the board” and “24.1% of BME staff” are shares of two different things.

    Of posts the share is of the board or the workforce; in the survey it is of the group.
    """
    signs = [m for m in found if m.sign in (Sign.PERCENT, Sign.NAMED, Sign.GROUP)]
    letters = "".join(m.sign.value for m in signs)
    if not indicators or "P" not in letters:
        return True
    if indicators[0] in _ABOUT_POSTS:
        return "PG" not in letters.replace("IPG", "IP")
    of_topic = any(
        one.is_part_of and after.sign is Sign.NAMED and after.topic is not None
        for one, after in itertools.pairwise(signs)
    )
    return not of_topic and "PIG" not in letters


def _is_change(claim: Claim) -> bool:
    return claim.kind in (Kind.CHANGE, Kind.GAP_CHANGE)


def _dated(claim: Claim, so_far: SoFar) -> Claim:
    """Give a claim the year of the clause, and a change the year it is compared with."""
    times, since = one_for_each(so_far.times), one_for_each(so_far.since)
    doubt = claim.doubt
    now, before = claim.now, claim.before
    if now is None and len(times) > 1:
        doubt = doubt or Doubt.MANY_YEARS
    if now is None and len(times) == 1:
        now = times[0]
    if _is_change(claim) and before is None:
        before = since[0] if len(since) == 1 else None
        doubt = doubt if before else doubt or Doubt.NO_YEAR_BEFORE
    return replace(claim, now=now, before=before, doubt=doubt)


def _placed(claim: Claim, topics: frozenset[Topic], indicators: tuple[int, ...]) -> Claim:
    board = next((_STAFF_GROUPS[t] for t in topics if t in _STAFF_GROUPS), StaffGroup.ALL)
    if indicators == (9,) and board is StaffGroup.ALL:
        board = StaffGroup.BOARD
    return replace(
        claim,
        indicators=indicators,
        staff_group=board,
        band=Band.BANDS_8A_VSM if Topic.SENIOR in topics else Band.ALL,
    )
