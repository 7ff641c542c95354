"""Numbers and years of a clause: with their unit, how exactly they are meant, and whose year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from wres.claims.mark import ByWord, Mark, by_word, longest
from wres.claims.record import Figure, Room, When, YearKind
from wres.claims.signs import Sign
from wres.indicators.claim_words import Phrase, phrases
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TWO_YEARS = re.compile(r"(20\d\d) ?[/-] ?(?:20)?(\d\d)")
_ROOMS: Mapping[Room, str] = {
    Room.ABOUT: "{about|around|approximately|roughly|circa|nearly|almost}",
    Room.OVER: """
        {over|exceeding}
        {more|higher|greater} than
        just over
        a little over
    """,
    Room.UNDER: """
        under
        {less|lower|fewer} than
        just under
    """,
}
_INDICATOR = by_word((("wres", "indicator"), ("indicator",)))
_PER_CENT = by_word((("%",), ("per", "cent"), ("percent",)))
_POINTS = by_word(
    phrases("""
    {percentage|%|percent} {point|points}
    {point|points|pp|ppt|ppts}
""")
)
_TIMES = by_word(phrases("{times|x} [as likely]"))
_SAID_TIMES: Mapping[Phrase, float] = {
    ("twice",): 2.0,
    ("two", "times"): 2.0,
    ("three", "times"): 3.0,
    ("four", "times"): 4.0,
}
_FRACTIONS: Mapping[Phrase, float] = {
    ("half",): 50.0,
    ("a", "third"): 100 / 3,
    ("one", "third"): 100 / 3,
    ("a", "quarter"): 25.0,
    ("one", "quarter"): 25.0,
    ("a", "fifth"): 20.0,
    ("one", "in", "five"): 20.0,
    ("one", "in", "four"): 25.0,
    ("one", "in", "three"): 100 / 3,
    ("one", "in", "ten"): 10.0,
}
_SURVEY = by_word(
    phrases("""
    [the] [nhs] [national] [nhs] [staff] survey [{for|of|in}] [the year]
    [the] nss
    [the] [staff] survey results {for|of|in|from}
""")
)
_WRES = by_word(
    phrases("""
    [the] wres [{report|data|return|results|year|figures}] [{for|of|in}]
    31 march
    31st march
    [the] year to [31] march
    march
""")
)
_AFTER_SURVEY = by_word(
    phrases("""
    [nhs] [national] [nhs] [staff] {survey|surveys} [{results|data}]
    nss
""")
)
_AFTER_WRES = by_word(phrases("wres [{report|data|return|results|figures}]"))


_SAID = (
    (_FRACTIONS, by_word(_FRACTIONS), Sign.PERCENT),
    (_SAID_TIMES, by_word(_SAID_TIMES), Sign.TIMES),
)


def indicator_number(words: Sequence[str], place: int) -> tuple[int, Mark | None]:
    """Return how many words “indicator 8” takes at a place, or 0, and its sign."""
    size = longest(words, place, _INDICATOR)
    if not size or place + size >= len(words):
        return 0, None
    number = words[place + size]
    if not (len(number) == 1 and number in "123456789"):
        return 0, None
    return size + 1, Mark(sign=Sign.NAMED, numbers=(int(number),), words=("indicator", number))


def _year(words: Sequence[str], place: int) -> int:
    if place >= len(words) or len(words[place]) != 4 or not words[place].isdigit():
        return 0
    year = int(words[place])
    return year if FIRST_WRES_YEAR - 1 <= year <= LAST_WRES_YEAR else 0


def time(words: Sequence[str], place: int) -> tuple[int, Mark | None]:
    """Return how many words a year takes at a place, or 0, and its sign."""
    if place >= len(words):
        return 0, None
    two = _TWO_YEARS.fullmatch(words[place])
    if two is not None:
        is_next = int(two[1]) % 100 + 1 == int(two[2])
        when = When(YearKind.BARE, int(two[1]) + 1) if is_next else None
        sign = Sign.UNKNOWN if when is None else Sign.TIME
        return 1, Mark(sign=sign, when=when, words=(words[place],))
    for kind, before, after in (
        (YearKind.SURVEY, _SURVEY, _AFTER_SURVEY),
        (YearKind.WRES, _WRES, _AFTER_WRES),
    ):
        size = longest(words, place, before)
        while size and not _year(words, place + size):
            size = longest(words[: place + size - 1], place, before)
        year = _year(words, place + size)
        then = longest(words, place + size + 1, after) if year else 0
        if year and (size or then):
            return size + 1 + then, _of_year(kind, year)
    year = _year(words, place)
    return (1, _of_year(YearKind.BARE, year)) if year else (0, None)


def _of_year(kind: YearKind, year: int) -> Mark:
    return Mark(sign=Sign.TIME, when=When(kind, year), words=(str(year),))


def number(words: Sequence[str], place: int) -> tuple[int, Mark | None]:
    """Return how many words a number takes with its unit, or 0, and its sign."""
    room, skipped = Room.EXACT, 0
    for one, known in _rooms():
        size = longest(words, place, known)
        if size > skipped:
            room, skipped = one, size
    for said, known, sign in _SAID:
        size = longest(words, place + skipped, known)
        if size:
            value = said[tuple(words[place + skipped : place + skipped + size])]
            figure = Figure(value, 0, room)
            # “Almost one in five”: how near is near, only the writer knows.
            is_vague = room is Room.ABOUT and sign is Sign.PERCENT
            sure = Sign.UNKNOWN if is_vague else sign
            return skipped + size, Mark(sign=sure, figure=figure, words=(words[place],))
    start = place + skipped
    if start >= len(words) or not _NUMBER.fullmatch(words[start]) or len(words[start]) > 12:
        return 0, None
    sign, size = _unit(words, start + 1)
    figure = Figure(float(words[start]), len(words[start].partition(".")[2]), room)
    end = start + 1 + size
    of_what = end < len(words) and words[end] == "of"
    return end - place, Mark(sign=sign, figure=figure, words=(words[start],), is_part_of=of_what)


def _unit(words: Sequence[str], place: int) -> tuple[Sign, int]:
    for sign, units in (
        (Sign.POINTS, _POINTS),
        (Sign.PERCENT, _PER_CENT),
        (Sign.TIMES, _TIMES),
    ):
        size = longest(words, place, units)
        if size:
            return sign, size
    return Sign.NUMBER, 0


@cache
def _rooms() -> tuple[tuple[Room, ByWord], ...]:
    return tuple((room, by_word(phrases(text))) for room, text in _ROOMS.items())
