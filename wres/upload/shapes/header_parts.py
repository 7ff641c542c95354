"""A heading taken apart: the ethnic label, band, staff group, year and measure in its words.

“Non-clinical | White headcount” or “% BME 2024/25”: a heading of two rows is joined by the reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from wres.terms import Band, StaffGroup
from wres.upload.band_words import band_word
from wres.upload.cells import words_of
from wres.upload.ethnic_words import EthnicWord, ethnic_word
from wres.upload.reading import HEADER_JOINT, Reading
from wres.upload.term_words import staff_group_word, year_word

_YEAR = re.compile(
    r"\b(?:(?:as )?at )?(?:(?:31(?:st)?|31 0?3) )?(?:mar(?:ch)? )?(?:(?:wres|nss|survey|data|year|"
    r"staff survey|fy) )*20\d\d(?: (?:to )?(?:20)?\d\d)?(?: 0?3 31)?(?: (?:survey|wres|data))?\b"
)
_INDICATOR = re.compile(r"\b(?:wres )?(?:indicator|ind|metric) ?(\d)\b|\bwres (\d)\b")
_COUNT = frozenset(
    ("headcount", "headcounts", "head", "heads", "count", "counts", "number", "numbers", "no")
)
_PERCENT = frozenset(("%", "pct", "rate", "share", "proportion", "prop"))
_RATIO = frozenset(("ratio", "likelihood", "relative"))
_BASE = frozenset(("n", "base", "responses", "respondents", "denominator"))
_FILLER = frozenset(("of", "staff", "in", "the", "who", "are", "value", "result", "as", "at"))
_NOT_PEOPLE = frozenset(("fte", "wte", "gap", "difference", "change", "benchmark", "england"))
_STAFF = re.compile(
    r"\b(non clinical|nonclinical|clinical|medical and dental)\b(?: (?:staff|workforce))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderParts:
    """What a heading names; texts are spelled so that they can stand in a cell of a row."""

    label: str = ""
    word: EthnicWord | None = None
    band: str = ""
    staff_group: str = ""
    year: str = ""
    indicator: int | None = None
    is_count: bool = False
    is_percentage: bool = False
    is_ratio: bool = False
    is_base: bool = False
    is_other: bool = False
    rest: str = ""


def year_above(reading: Reading) -> str:
    """Return the one year the lines over the header name, or an empty text."""
    cells = (cell for line in reading.above for cell in line.cells if cell)
    found = {year[0] for cell in cells for year in _YEAR.finditer(words_of(cell))}
    read = {year_word(text) for text in found}
    return found.pop() if len(read) == 1 and None not in read else ""


@lru_cache(maxsize=4_000)
def header_parts(header: str) -> HeaderParts:
    """Return what each part of a heading names; ``rest`` holds the words that name nothing."""
    found = HeaderParts()
    for piece in header.split(HEADER_JOINT.strip()):
        found = _with_piece(found, piece)
    return replace(found, rest=found.rest.strip())


def _with_piece(found: HeaderParts, piece: str) -> HeaderParts:
    words = words_of(piece)
    year = _YEAR.search(words)
    if year and not found.year and year_word(year[0]):
        found = replace(found, year=year[0])
        words = f"{words[: year.start()]} {words[year.end() :]}"
    indicator = _INDICATOR.search(words)
    if indicator:
        found = replace(found, indicator=int(indicator[1] or indicator[2]))
        words = f"{words[: indicator.start()]} {words[indicator.end() :]}"
    tokens = words.split()
    found = _with_measure(found, frozenset(tokens))
    return _with_terms(found, " ".join(tokens))


def _with_measure(found: HeaderParts, tokens: frozenset[str]) -> HeaderParts:
    return replace(
        found,
        is_count=found.is_count or bool(tokens & _COUNT),
        is_percentage=found.is_percentage or bool(tokens & _PERCENT),
        is_ratio=found.is_ratio or bool(tokens & _RATIO),
        is_base=found.is_base or bool(tokens & _BASE),
        is_other=found.is_other or bool(tokens & _NOT_PEOPLE),
    )


def _with_terms(found: HeaderParts, words: str) -> HeaderParts:
    measures = _COUNT | _PERCENT | _RATIO | _BASE
    bare = " ".join(token for token in words.split() if token not in measures)
    plain = " ".join(token for token in bare.split() if token not in _FILLER)
    if not plain:
        return found
    for tried in (words, bare, plain):
        if _is_band(tried) and not found.band:
            return replace(found, band=tried)
        if staff_group_word(tried) not in (None, StaffGroup.ALL) and not found.staff_group:
            return replace(found, staff_group=tried)
        word = ethnic_word(tried)
        if word and not found.word:
            return replace(found, word=word, label=tried)
    staff = _STAFF.search(bare)
    if staff and not found.staff_group and staff[0] != bare:
        rest = f"{bare[: staff.start()]} {bare[staff.end() :]}"
        return _with_terms(replace(found, staff_group=staff[0]), " ".join(rest.split()))
    return replace(found, rest=f"{found.rest} {plain}")


def _is_band(words: str) -> bool:
    return band_word(words) not in (None, Band.ALL)
