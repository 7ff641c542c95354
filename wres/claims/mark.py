"""One sign of a clause with what it stands for, and phrases found by their first word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wres.claims.record import Comparand, Figure, When
from wres.claims.signs import Sign
from wres.indicators.claim_words import Phrase, Topic
from wres.terms import EthnicGroup

ByWord = Mapping[str, tuple[Phrase, ...]]


def by_word(known: Iterable[Phrase]) -> ByWord:
    """Return phrases by their first word: there are hundreds, and few that can begin at a place."""
    found: dict[str, list[Phrase]] = {}
    for phrase in known:
        found.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(several) for word, several in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One sign of a clause, with what it stands for, and the words it was read from."""

    sign: Sign
    words: Phrase = ()
    figure: Figure | None = None
    group: EthnicGroup | None = None
    when: When | None = None
    topic: Topic | None = None
    numbers: tuple[int, ...] = ()
    comparand: Comparand | None = None
    comparand_type: str = ""
    org_code: str = ""
    is_part_of: bool = False


def begins(words: Sequence[str], place: int, phrase: Phrase) -> bool:
    """Return whether a phrase begins at a word."""
    return tuple(words[place : place + len(phrase)]) == phrase


def longest(words: Sequence[str], place: int, among: ByWord) -> int:
    """Return how many words the longest phrase takes that begins at a word, or 0."""
    if place >= len(words):
        return 0
    known = among.get(words[place], ())
    return max((len(one) for one in known if begins(words, place, one)), default=0)
