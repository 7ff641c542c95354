"""Find an indicator by ordinary words: “discrimination by my manager” leads to indicator 8.

Offline and always the same: a list of words with weights (``finding_words.py``), compared by their
stems, with a word that is misspelt taken for the nearest one known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from wres.indicators.finding_words import WORDS
from wres.indicators.record import Indicator
from wres.indicators.the_nine import INDICATORS

MOST_LETTERS = 200
# How alike a misspelt word must be to a known one, and how much less it then counts.
NEAR_ENOUGH, NEAR_WEIGHT = 0.84, 0.8
SHORTEST_MISSPELT = 5
# The first that fits is taken off, if enough is left of the word; then the last vowel.
_ENDINGS = (
    *("isation", "ations", "ation", "ments", "ment", "ities", "ity", "ings", "ing", "ions", "ion"),
    *("ness", "ives", "ive", "ingly", "edly", "ly", "ies", "ied", "ers", "er", "ors", "or"),
    *("ates", "ated", "ate", "ed", "es", "s", "ary", "al"),
)
_SHORTEST_STEM = 3
# Words that would lose more than their ending.
_KEPT_WHOLE = {"career": "career", "careers": "career"}
_TOKEN = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An indicator that fits the words, and how strongly."""

    indicator: Indicator
    score: float


def find_indicators(phrase: str) -> tuple[Hit, ...]:
    """Return the indicators that fit a phrase, the best first; none when no word is known.

    A number from 1 to 9 alone, or behind “indicator”, is that indicator.
    """
    words = _TOKEN.findall(phrase.casefold()[:MOST_LETTERS].replace("'", "").replace("’", ""))
    named = _by_number(words)
    if named is not None:
        return (Hit(indicator=named, score=1.0),)
    scores = dict.fromkeys((one.number for one in INDICATORS), 0.0)
    for weights, share in _matches([stem(word) for word in words]):
        for number, weight in weights.items():
            scores[number] += weight * share
    hits = [Hit(indicator=one, score=scores[one.number]) for one in INDICATORS]
    found = [hit for hit in hits if hit.score > 0]
    return tuple(sorted(found, key=lambda hit: (-hit.score, hit.indicator.number)))


def _by_number(words: Sequence[str]) -> Indicator | None:
    digits = [word for word in words if word != "indicator"]
    if len(digits) != 1 or digits[0] not in {str(one.number) for one in INDICATORS}:
        return None
    return INDICATORS[int(digits[0]) - 1]


def stem(word: str) -> str:
    """Return a word without its ending: “bullying”, “bullies” and “bullied” are one."""
    if word in _KEPT_WHOLE:
        return _KEPT_WHOLE[word]
    for ending in _ENDINGS:
        left = word.removesuffix(ending)
        # “Hiring” may come down to three letters; “carer” must not become “car”.
        least = _SHORTEST_STEM if ending == "ing" else _SHORTEST_STEM + 1
        if left != word and len(left) >= least:
            return _last_vowel_off(left)
    return _last_vowel_off(word)


def _last_vowel_off(word: str) -> str:
    short = word[:-1] if len(word) > _SHORTEST_STEM and word[-1] in "eyi" else word
    doubled = len(short) > _SHORTEST_STEM and short[-1] == short[-2]
    return short[:-1] if doubled else short


Weights = Mapping[int, float]


@cache
def _known() -> Mapping[tuple[str, ...], Weights]:
    found: dict[tuple[str, ...], dict[int, float]] = {}
    for line in WORDS.splitlines():
        parts = line.split()
        if not parts or parts[0] == "#":
            continue
        words = tuple(stem(part) for part in parts if ":" not in part)
        given = [part.partition(":") for part in parts if ":" in part]
        found[words] = {int(number): float(weight) for number, _, weight in given}
    return found


def _matches(stems: Sequence[str]) -> Iterator[tuple[Weights, float]]:
    """Each known word or phrase once, and the share of its weight that counts."""
    known, seen = _known(), set()
    for size in (3, 2, 1):
        for start in range(len(stems) - size + 1):
            words = tuple(stems[start : start + size])
            if words in known and words not in seen:
                seen.add(words)
                yield known[words], 1.0
    single = [words[0] for words in known if len(words) == 1]
    for one in dict.fromkeys(stems):
        if (one,) in known or len(one) < SHORTEST_MISSPELT:
            continue
        near = get_close_matches(one, single, n=1, cutoff=NEAR_ENOUGH)
        if near and (near[0],) not in seen:
            seen.add((near[0],))
            yield known[(near[0],)], NEAR_WEIGHT
