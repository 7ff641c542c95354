"""What a text says about the figures of the standard, read word by word and never guessed.

A claim is kept only when every word of its clause is understood. What is not understood is a claim
that cannot be judged, with the reason; so a word nobody thought of can never turn into a yes.
"""

from wres.claims.discourse import LONGEST_TEXT, MOST_CLAIMS, TextClaims, find_claims
from wres.claims.record import (
    Claim,
    Comparand,
    Doubt,
    Figure,
    Kind,
    Relation,
    Room,
    When,
    YearKind,
)

__all__ = [
    "LONGEST_TEXT",
    "MOST_CLAIMS",
    "Claim",
    "Comparand",
    "Doubt",
    "Figure",
    "Kind",
    "Relation",
    "Room",
    "TextClaims",
    "When",
    "YearKind",
    "find_claims",
]
