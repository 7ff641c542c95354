"""A text as paragraphs, sentences and clauses, each in time that grows with its length alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wres.text import one_line

LONGEST_SENTENCE = 600
_END = re.compile(r"(?<=[.!?])[\"”’')\]]* +(?=[^a-z\s])")
_CLAUSE = re.compile(r"; | while | whilst | whereas | but | although ")
_BULLET = re.compile(r"^[•·▪◦o*–—-] +|^\(?[0-9a-z]{1,2}[.)] +")
_ABBREVIATED = re.compile(r"\b(vs|approx|no|e\.g|i\.e|dr|mr|mrs|st|c)\.(?= )", re.IGNORECASE)
_SPELLINGS = (
    ("’", "'"),
    ("‘", "'"),
    ("–", "-"),
    ("—", "-"),
    ("−", "-"),
    ("&", " and "),
    ("\u2011", "-"),
)
_DASH = re.compile(r"(?<=\s)-+(?=\s)|^-+(?=\s)")
_HYPHEN = re.compile(r"(?<=[a-z0-9])-(?=[a-z])|(?<=[a-z])-(?=[0-9])")
_SLASH = re.compile(r"(?<=[a-z])\s?/\s?(?=[a-z])")
_AND_OR = re.compile(r"\band/or\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it was written, on one line, and the paragraph it stands in."""

    text: str
    paragraph: int
    is_heading: bool = False


def sentences(text: str) -> Iterator[Sentence]:
    """Give the sentences of a text in their order; a heading is a sentence by itself."""
    for number, paragraph in enumerate(_paragraphs(text), start=1):
        marked = _ABBREVIATED.sub(lambda found: f"{found[1]}\u2024", paragraph)
        parts = _END.split(marked)
        for part in parts:
            shown = part.replace("\u2024", ".").strip()
            if shown:
                yield Sentence(shown, number, _is_heading(shown) and len(parts) == 1)


def _paragraphs(text: str) -> Iterator[str]:
    """A line that begins small carries on the one before it, as in text copied from a page."""
    held = ""
    for line in text.splitlines():
        shown = one_line(line)
        carries_on = shown[:1].islower() and held and held[-1] not in ".!?:;"
        if carries_on and len(held) < LONGEST_SENTENCE:
            held = f"{held} {shown}"
            continue
        if held:
            yield _BULLET.sub("", held)
        held = shown
    if held:
        yield _BULLET.sub("", held)


def _is_heading(shown: str) -> bool:
    return shown[-1] not in ".!?;" and len(shown) < 160


def clauses(sentence: str) -> tuple[str, ...]:
    """Return the clauses of a sentence in small letters, with one spelling of its signs."""
    small = sentence
    for sign, usual in _SPELLINGS:
        small = small.replace(sign, usual)
    small = _AND_OR.sub("or", _DASH.sub(",", small.casefold()))
    small = _HYPHEN.sub(" ", _SLASH.sub(" or ", small))
    if len(small) > 0 and small[-1] in ".!?;:":
        small = small[:-1]
    parts = (part.strip(" ,") for part in _CLAUSE.split(f" {small} "))
    return tuple(part for part in parts if part)
