"""How old one must be to read a text, and how long its sentences are.

Reading age is the Automated Readability Index plus five: 4.71 letters a word + 0.5 words a
sentence - 21.43 is a school grade of the United States, and children of grade 7 are 12. Names,
the wording of the standard and what stands in “quotation marks” (a cell of somebody's file, a
button) are not ours to shorten: each counts as one short word. ``NAMES`` is the whole list, beside
the names of organisations and of indicators. A list of lines or a sheet before a colon says where,
and is no part of the sentence.

Source:
    Senter and Smith (1967), Automated Readability Index, AMRL-TR-66-220.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from wres.indicators import INDICATORS
from wres.library.organisations import load_organisations

LONGEST, OLDEST = 20, 12
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“●◐○▲△◇◆–\[])|(?<=[.!?]”)\s+(?=[A-Z0-9“])|\n+")
WORD = re.compile(r"[A-Za-z0-9][\w’'.,%-]*")
LETTERS = re.compile(r"[A-Za-z][A-Za-z’'-]*")
STAND_IN = "It"
QUOTED = re.compile(r"“[^”]*”(?:(?:, | and )“[^”]*”)*")
PLACE = re.compile(r"\b(?:Sheets? [^:.]{1,120}: )?Lines? \d[\d, and]*(?: more)?: |\bSheets? It: ")
# Names of things that are called so by others, longest first where one holds another.
NAMES = (
    "Workforce Race Equality Standard",
    "All other ethnic groups combined",
    "NHS Staff Survey",
    "NHS England",
    "Agenda for Change",
    "Practice Trust",
    "very senior manager",
    "medical and dental",
    "relative likelihood",
    "WRES year",
)
_DATA = Path(__file__).resolve().parents[2] / "data"


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [one for one in SENTENCE_END.split(text) if one]


def words_in(text: str) -> int:
    """Return how many words a text has, figures counted and each name one word."""
    return len(WORD.findall(without_names(text)))


@lru_cache(maxsize=20_000)
def without_names(text: str) -> str:
    """Return a text with every name taken out and a short word in its place."""
    return PLACE.sub("", _names().sub(STAND_IN, QUOTED.sub(STAND_IN, text)))


@cache
def _names() -> re.Pattern[str]:
    listed = load_organisations(_DATA / "reference" / "organisations.csv")
    theirs = {org.name for org in listed} | {one.wording for one in INDICATORS} | {*NAMES}
    theirs |= {one.short_name for one in INDICATORS}
    # A name inside a sentence begins small unless it is a proper one.
    theirs |= {name[0].lower() + name[1:] for name in theirs}
    by_length = sorted(theirs, key=len, reverse=True)
    begins = "".join(sorted({name[0] for name in theirs}))
    return re.compile(rf"\b(?=[{begins}])(?:{'|'.join(map(re.escape, by_length))})")


def too_long(texts: Iterable[str]) -> list[str]:
    """Return the sentences of more than twenty words, each once."""
    found = {one for text in texts for one in sentences(without_names(text))}
    return sorted(one for one in found if len(WORD.findall(one)) > LONGEST)


def reading_age(texts: Iterable[str]) -> float:
    """Return the reading age of a passage, in years, names taken out."""
    said = [one for text in texts for one in sentences(without_names(text))]
    seen = [word for one in said for word in LETTERS.findall(one)]
    letters = sum(len(word) for word in seen)
    return 4.71 * letters / len(seen) + 0.5 * len(seen) / len(said) - 21.43 + 5
