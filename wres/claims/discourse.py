"""A whole text as claims: what a sentence leaves out is taken from the words before it, or missed.

An indicator is carried from the sentence before in the same paragraph, or from the nearest heading;
a year from the sentence before, or from the whole text when it names one only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from wres.claims.clause import Clause, read_clause
from wres.claims.record import Claim, Doubt, Kind, When, YearKind, one_for_each
from wres.claims.sentences import LONGEST_SENTENCE, Sentence, clauses, sentences
from wres.claims.signs import Sign
from wres.claims.tagging import TOKEN, Names
from wres.indicators.claim_words import Phrase
from wres.organisations import Organisations

LONGEST_TEXT = 200_000
MOST_CLAIMS = 400
# Far more than prose has: a text of nothing but short lines is cut.
MOST_SENTENCES = 10_000
_QUOTES = re.compile(r"[“”\"«»„]")
_SAME_ENDINGS = (
    *(" NHS FOUNDATION TRUST", " NHS TRUST", " FOUNDATION TRUST", " TRUST"),
    " HOSPITAL",
)
_WORTH_KEEPING = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextClaims:
    """The claims of a text in their order, and whether there were more than are read."""

    claims: tuple[Claim, ...]
    is_cut: bool = False


def find_claims(text: str, organisations: Organisations, *, org_code: str) -> TextClaims:
    """Return every claim of a text about an organisation, in order.

    A claim that is about another organisation names its ``org_code``.
    """
    reader = _Reader(_names(organisations, org_code), org_code)
    found: list[Claim] = []
    for nth, sentence in enumerate(sentences(text[:LONGEST_TEXT])):
        found += [replace(claim, sentence=nth) for claim in reader.read(sentence)]
        if len(found) > MOST_CLAIMS or nth >= MOST_SENTENCES:
            return TextClaims(claims=tuple(found[:MOST_CLAIMS]), is_cut=True)
    only = reader.only_year()
    return TextClaims(claims=tuple(_with_year(claim, only) for claim in found))


def _with_year(claim: Claim, only: When | None) -> Claim:
    """The year around a claim, unless it is the one the claim compares with."""
    if claim.now is not None or only is None or only == claim.before:
        return claim
    return replace(claim, now=only)


@lru_cache(maxsize=64)
def _names(organisations: Organisations, org_code: str) -> Names:
    """Every name of every organisation by its first word; one that two share is nobody’s."""
    codes: dict[Phrase, set[str]] = {}
    for one in organisations:
        for name in (one.name, *one.other_names):
            for spelt in _spelt(name):
                codes.setdefault(spelt, set()).add(one.code)
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for spelt, owners in codes.items():
        owner = next(iter(owners)) if len(owners) == 1 else "?"
        own = "" if owner == org_code else owner
        found.setdefault(spelt[0], []).append((spelt, own))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _spelt(name: str) -> Iterator[Phrase]:
    whole = name.upper().partition(" (")[0]
    shorter = {whole}
    for ending in _SAME_ENDINGS:
        shorter |= {one.removesuffix(ending) for one in shorter}
    for one in shorter:
        words = tuple(TOKEN.findall(one.casefold().replace("’", "'").replace("-", " ")))
        if len(words) > 1 or one == whole:
            yield tuple(w for w in words if w not in "(),:.")
            if words[0] == "the":
                yield words[1:]


class _Reader:
    """Reads sentence after sentence and remembers what they were about."""

    def __init__(self, names: Names, org_code: str) -> None:
        self._names, self._org = names, org_code
        self._paragraph = 0
        self._indicators: tuple[int, ...] = ()
        self._heading: tuple[int, ...] = ()
        self._year: When | None = None
        self._years: set[When] = set()
        self._only_before: set[When] = set()
        self._others: set[str] = set()
        self._of_title: set[str] = set()
        self._is_far = False
        self._year_is_lost = False

    def only_year(self) -> When | None:
        """Return the one year the whole text is about, or None when it names more or none."""
        years = one_for_each(self._years)
        only = years[0] if len(years) == 1 else None
        return None if only in self._only_before else only

    def read(self, sentence: Sentence) -> list[Claim]:
        """Return the claims of the next sentence."""
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._year = sentence.paragraph, None
            self._year_is_lost = False
            self._others, self._indicators = set(self._of_title), self._heading
        if len(sentence.text) > LONGEST_SENTENCE:
            doubtful = _WORTH_KEEPING.search(sentence.text) is not None
            self._indicators = ()
            return [_unread(sentence, Doubt.TOO_LONG)] if doubtful else []
        read = [read_clause(text, self._names) for text in clauses(sentence.text)]
        claims = self._claims(sentence, read)
        self._remember(sentence, read)
        return claims

    def _claims(self, sentence: Sentence, read: list[Clause]) -> list[Claim]:
        named = {one.indicators for one in read if one.names_indicator}
        times = set(one_for_each(when for one in read for when in one.times))
        orgs = {code for one in read for code in one.org_codes if code}
        doubt = _of_sentence(sentence) or _of_clauses(read)
        partly = Doubt.PARTLY_READ if any(one.unreadable for one in read) else None
        found = []
        for clause, claim in ((one, claim) for one in read for claim in one.claims):
            about = self._when(self._about(claim, clause, named), times)
            whose = self._whose(about, clause, orgs)
            found.append(
                replace(
                    whose,
                    # What a part that is not understood says may narrow the part that is.
                    doubt=doubt or whose.doubt or partly,
                    quote=sentence.text,
                    paragraph=sentence.paragraph,
                )
            )
        return found

    def _about(self, claim: Claim, clause: Clause, named: set[tuple[int, ...]]) -> Claim:
        """The indicator of the clause, else of the sentence, else of what stands before."""
        around = next(iter(named)) if len(named) == 1 else ()
        if not named:
            around = self._indicators
        if claim.kind is Kind.UNREAD and not named:
            return claim
        meant = claim.indicators or (() if clause.names_indicator else around)
        if len(meant) > 1:
            narrower = tuple(n for n in meant if n in self._indicators)
            meant = narrower or meant
        doubt = claim.doubt
        if not meant and doubt is None:
            doubt = Doubt.MANY_INDICATORS if len(named) > 1 else Doubt.NO_INDICATOR
        if not named and self._is_far:
            doubt = doubt or Doubt.FAR_INDICATOR
        return replace(claim, indicators=meant, doubt=doubt)

    def _when(self, claim: Claim, times: set[When]) -> Claim:
        if claim.now is not None or claim.doubt is Doubt.MANY_YEARS:
            return claim
        if len(times) > 1:
            return replace(claim, doubt=claim.doubt or Doubt.MANY_YEARS)
        if not times and self._year_is_lost:
            return replace(claim, doubt=claim.doubt or Doubt.LOST_YEAR)
        return _with_year(claim, next(iter(times), self._year))

    def _whose(self, claim: Claim, clause: Clause, orgs: set[str]) -> Claim:
        """A sentence that names one other trust is about that one; two are too many."""
        if "?" in orgs or len(orgs) > 1 or (orgs and clause.says_own_trust):
            return replace(claim, doubt=claim.doubt or Doubt.WHICH_TRUST)
        if orgs:
            return replace(claim, org_code=next(iter(orgs)))
        if self._others:
            return replace(claim, doubt=claim.doubt or Doubt.WHICH_TRUST)
        return claim

    def _remember(self, sentence: Sentence, read: list[Clause]) -> None:
        named = {one.indicators for one in read if one.names_indicator}
        if named:
            self._indicators = next(iter(named)) if len(named) == 1 else ()
        if sentence.is_heading and named:
            self._heading = self._indicators
        self._is_far = not named and (self._is_far or any(one.unreadable for one in read))
        self._remember_years(read)
        others = {code for one in read for code in one.org_codes if code}
        self._others |= others
        if sentence.is_heading:
            own = any(one.says_own_trust for one in read)
            self._of_title = set() if own else self._of_title | others

    def _remember_years(self, read: list[Clause]) -> None:
        """The year of a sentence that was read goes on; one that was not read takes it away."""
        claims = [claim for one in read for claim in one.claims]
        times = _dated({when for one in read for when in one.times})
        times |= _dated({claim.now for claim in claims if claim.now is not None})
        before = _dated({c.before for c in claims if c.before is not None})
        unread = any(one.unreadable for one in read) or any(c.kind is Kind.UNREAD for c in claims)
        aside = before | times if unread else before
        told = set() if unread else times
        self._only_before = (self._only_before | (aside - self._years)) - told
        self._years |= times | before
        if unread and times - {self._year}:
            self._year, self._year_is_lost = None, True
        elif told:
            merged = one_for_each(told)
            self._year = merged[0] if len(merged) == 1 else None
            self._year_is_lost = len(merged) > 1


def _dated(times: set[When]) -> set[When]:
    return {when for when in times if when.kind not in (YearKind.NOW, YearKind.BEFORE)}


def _unread(sentence: Sentence, doubt: Doubt) -> Claim:
    return Claim(kind=Kind.UNREAD, quote=sentence.text, paragraph=sentence.paragraph, doubt=doubt)


def _of_clauses(read: list[Clause]) -> Doubt | None:
    """What is denied or wished for in one part of a sentence colours all of it."""
    signs = {sign for one in read for sign in one.unreadable}
    if Sign.NEGATION in signs:
        return Doubt.NEGATED
    return Doubt.HYPOTHETICAL if Sign.HYPOTHETICAL in signs else None


def _of_sentence(sentence: Sentence) -> Doubt | None:
    if sentence.text.endswith("?"):
        return Doubt.QUESTION
    return Doubt.QUOTED if _QUOTES.search(sentence.text) else None
