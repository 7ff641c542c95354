"""A clause as signs: each word is part of a known wording or a number, or it is not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from wres.claims.mark import Mark, begins
from wres.claims.quantities import indicator_number, number, time
from wres.claims.record import Comparand, When, YearKind
from wres.claims.signs import (
    COMPARANDS,
    EMPTY,
    GROUPS,
    OWN_TRUST,
    TIMES,
    TYPES_OF_TRUST,
    WORDINGS,
    Sign,
)
from wres.indicators import claim_words
from wres.indicators.claim_words import Phrase, phrases
from wres.terms import EthnicGroup

TOKEN = re.compile(
    r"20\d\d ?[/-] ?(?:20)?\d\d(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[a-d]\b)?"
    r"|[a-z]+(?:'[a-z]+)?|\S"
)
_STOPS = "(),:."
Entry = tuple[Phrase, Mark | None]
Names = Mapping[str, Sequence[tuple[Phrase, str]]]


def marks(clause: str, names: Names) -> tuple[Mark, ...]:
    """Return a clause, in small letters, as signs; empty words are left out."""
    return tuple(_marks(TOKEN.findall(clause), names))


def _marks(tokens: Sequence[str], names: Names) -> Iterator[Mark]:
    """A comma inside a wording is no part of it; between two signs it is a sign of its own."""
    words: list[str] = []
    stops: set[int] = set()
    for token in tokens:
        if token in _STOPS:
            stops.add(len(words))
        else:
            words.append(token)
    place = 0
    while place < len(words):
        if place in stops:
            yield Mark(sign=Sign.COMMA)
        size, mark = _at(words, place, names)
        if mark is not None:
            yield mark
        place += size


def _at(words: Sequence[str], place: int, names: Names) -> tuple[int, Mark | None]:
    """The sign that begins at a word, and how many words it takes: the longest wording wins."""
    for read in (indicator_number, time, number):
        size, found = read(words, place)
        if size:
            return size, found
    for name, code in names.get(words[place], ()):
        if begins(words, place, name):
            return len(name), Mark(sign=Sign.TRUST, words=name, org_code=code)
    for phrase, mark in _known().get(words[place], ()):
        if begins(words, place, phrase):
            return len(phrase), mark if _counts(mark, words, place + len(phrase)) else None
    return 1, Mark(sign=Sign.UNKNOWN, words=(words[place],))


def _counts(mark: Mark | None, words: Sequence[str], after: int) -> bool:
    """“To”, “by” and “on” are signs before a number or a year; else they only join words."""
    if mark is not None and mark.words == ("on",):
        return time(words, after)[0] > 0
    if mark is None or mark.sign not in (Sign.TO, Sign.BY):
        return mark is not None
    return time(words, after)[0] > 0 or number(words, after)[0] > 0


@cache
def _known() -> Mapping[str, tuple[Entry, ...]]:
    """Every wording by its first word, the longest first; the first list to know one keeps it."""
    found: dict[Phrase, Mark | None] = {}
    for phrase, mark in _every():
        found.setdefault(phrase, mark)
    by_word: dict[str, list[Entry]] = {}
    for entry in sorted(found.items(), key=lambda one: -len(one[0])):
        by_word.setdefault(entry[0][0], []).append(entry)
    return {word: tuple(entries) for word, entries in by_word.items()}


def _every() -> Iterator[Entry]:
    for topic, text in claim_words.WORDINGS.items():
        yield from ((p, Mark(sign=Sign.NAMED, topic=topic, words=p)) for p in phrases(text))
    for code, text in GROUPS.items():
        group = EthnicGroup(code)
        yield from ((p, Mark(sign=Sign.GROUP, group=group, words=p)) for p in phrases(text))
    for code, text in COMPARANDS.items():
        yield from _comparands(Comparand(code), text)
    for name, text in TIMES.items():
        kind = YearKind.BEFORE if name == "before" else YearKind.NOW
        mark = Mark(sign=Sign.TIME, when=When(kind))
        yield from ((p, mark) for p in phrases(text))
    for sign, text in WORDINGS.items():
        yield from ((p, Mark(sign=sign, words=p)) for p in phrases(text))
    own = Mark(sign=Sign.TRUST)
    yield from ((p, own) for p in phrases(OWN_TRUST))
    yield from ((p, None) for p in phrases(EMPTY))


def _comparands(kind: Comparand, text: str) -> Iterator[Entry]:
    types = TYPES_OF_TRUST if "*" in text else {}
    for code, named in types.items():
        for phrase in phrases(text.replace("*", named)):
            if any(p in phrase for n in phrases(named) for p in n):
                yield phrase, Mark(sign=Sign.BENCHMARK, comparand=kind, comparand_type=code)
    untyped = re.sub(r"^.*\* \{average.*$", "", text, flags=re.MULTILINE).replace("|*", "")
    for phrase in phrases(untyped):
        yield phrase, Mark(sign=Sign.BENCHMARK, comparand=kind)
