"""Words of a title that say the table under it is of something else than the standard asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wres.upload.cells import words_of

# Longer cells over a table are notes: they speak of many things beside the table.
_MOST_WORDS = 15
_OTHER = re.compile(
    r"\b(?:bank(?: staff| workers?)?|agency(?: staff)?|leavers?|starters?|fte|wte|"
    r"(?:whole|full) time equivalents?|divisions?|divisional|directorates?|draft|test|dummy|"
    r"forecasts?|provisional|targets?|trajectory|never|(?:not|never|did not|have not|has not) "
    r"experienced?|not experiencing|exclud\w+ (?:the )?don ?t knows?|nursing|nurses|midwifery|"
    r"(?:medical|clinical|doctors|medics|bank)(?: staff| workforce)? only)\b"
)
# “Excluding bank staff” and “headcount, not FTE” say that the table is what it should be.
_DENIES = re.compile(
    r"\b(?:exclud\w*|excl|exc|ex|not|without|no|than|minus|omit\w*)(?: \w+){0,2} $"
)
# Whose work the table is says nothing of whom it counts.
_AUTHOR = re.compile(r"\b(?:people|hr|workforce|human resources|corporate|our|edi) $")


def other_words(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the words in titles that say the figures are of something else, each once."""
    titles = (words_of(cell) for cell in cells)
    found = (word for title in titles for word in _in_title(title))
    return tuple(dict.fromkeys(found))


def _in_title(words: str) -> list[str]:
    if len(words.split()) > _MOST_WORDS:
        return []
    return [
        found[0]
        for found in _OTHER.finditer(words)
        if not _DENIES.search(words[: found.start()]) and not _is_author(words, found)
    ]


def _is_author(words: str, found: re.Match[str]) -> bool:
    before = words[: found.start()]
    return found[0].startswith("directorate") and bool(_AUTHOR.search(before))
