"""Every spelling that is understood, in one place to look it up.

Columns, ethnic groups and the other terms each have a file of their own; nothing here or there
guesses: a word that is not listed comes back as None, and a person is asked.
"""

from __future__ import annotations

from wres.upload.band_words import band_word
from wres.upload.columns import Field, HeaderWord, heading
from wres.upload.ethnic_words import EthnicWord, ethnic_word, known_labels
from wres.upload.numbers import Quantity, quantity
from wres.upload.term_words import (
    YearKind,
    YearWord,
    indicator_number,
    staff_group_word,
    year_word,
)

__all__ = [
    "EthnicWord",
    "Field",
    "HeaderWord",
    "Quantity",
    "YearKind",
    "YearWord",
    "band_word",
    "ethnic_word",
    "heading",
    "indicator_number",
    "known_labels",
    "quantity",
    "staff_group_word",
    "year_word",
]
