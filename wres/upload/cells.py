"""Cells of text made safe and comparable: no control characters, one form of each letter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_REMOVED = frozenset(("Cc", "Cf", "Co", "Cs", "Cn"))
# Spreadsheets write ="00L" to keep leading zeros; the text inside is what was meant.
_FORMULA_TEXT = re.compile(r'^="(.*)"$')
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^a-z0-9%+<>]+")


@lru_cache(maxsize=50_000)
def clean(cell: str) -> str:
    """Return a cell in NFC, without control and format characters, trimmed, spaces made single."""
    if not (cell.isascii() and cell.isprintable()):
        cell = _SPACES.sub(" ", cell)
        cell = unicodedata.normalize("NFC", cell)
        cell = "".join(c for c in cell if unicodedata.category(c) not in _REMOVED)
    cell = _SPACES.sub(" ", cell).strip()
    wrapped = _FORMULA_TEXT.match(cell)
    return wrapped.group(1).strip() if wrapped else cell


@lru_cache(maxsize=50_000)
def words_of(text: str) -> str:
    """Return a text as plain lower-case words: what spelling, case and punctuation share."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("&", " and ")
    folded = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", folded)
    folded = folded.replace("per cent", "%").replace("percentage", "%").replace("percent", "%")
    folded = folded.replace("%", " % ").replace("+", " + ")
    return " ".join(_NOT_WORD.sub(" ", folded).split())
