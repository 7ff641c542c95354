"""What details of a person look like: numbers, addresses, birth dates, sentences somebody wrote."""

from __future__ import annotations

import re

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.I)
_TEN_DIGITS = re.compile(r"\d{3}[ -]?\d{3}[ -]?\d{4}")
_DAY, _MONTH = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2]|[A-Za-z]{3,9})"
_BIRTH_DATE = re.compile(
    rf"{_DAY}[/. -]{_MONTH}[/. -](19[2-9]\d|200[0-7])|(19[2-9]\d|200[0-7])[/.-]\d\d[/.-]\d\d"
    r"( 00:00(:00)?)?"
)
_INSURANCE = re.compile(r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]", re.I)
_PHONE = re.compile(r"(\+44|0044|0)[1237]\d{8,9}")
_PARTED = re.compile(r"[ ()-]")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}", re.I)
_TITLED = re.compile(r"(?i:mr|mrs|ms|miss|mx|dr|prof|professor)\.?( [A-Z][A-Za-z'’-]*){1,3}")
_SHAPES = {
    "birth date": _BIRTH_DATE,
    "national insurance number": _INSURANCE,
    "postcode": _POSTCODE,
    "name": _TITLED,
}
# Within a text, “12 cases 2001” is no date.
_MONTHS = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DATED = _BIRTH_DATE.pattern.replace("[A-Za-z]{3,9}", _MONTHS)
_WITHIN = {
    "birth date": re.compile(rf"(?<![\w/.-])({_DATED})(?![\w/])", re.I),
    "national insurance number": re.compile(rf"\b{_INSURANCE.pattern}\b", re.I),
}
_FIRST_PERSON = re.compile(r"\b(I|I’m|I'm|my|me|we|our)\b")
_THIRD_PERSON = re.compile(r"\b(he|she|him|her|his|hers)\b", re.I)
_TITLED_WITHIN = re.compile(r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor)\.? [A-Z][a-z]+")
_PAIR = re.compile(r"(?=\b([A-Z][a-z'’]{2,})(?:-[A-Z][a-z]+)? ([A-Z][a-z'’]{2,}))")
_SHORTEST_COMMENT = 4
# NHS numbers begin with 3 to 9; a telephone number may end in as many digits.
_NHS_WITHIN = re.compile(r"(?<![\d+])(?<!\d[ -])[3-9]\d{2}[ -]?\d{3}[ -]?\d{4}(?!\d)")


def kind_of_detail(cell: str) -> str:
    """Return what detail of a person a cell looks like, such as “e-mail”, or an empty text."""
    if len(cell) < _SHORTEST_COMMENT or (cell.replace(".", "", 1).isdigit() and len(cell) < 10):
        return ""
    if "@" in cell and _EMAIL.search(cell):
        return "e-mail"
    for kind, shape in _SHAPES.items():
        if shape.fullmatch(cell):
            return kind
    if _PHONE.fullmatch(_PARTED.sub("", cell).replace("+440", "+44")):
        return "phone"
    return "NHS number" if _TEN_DIGITS.fullmatch(cell) and _is_nhs_number(cell) else ""


def number_of_a_person_in(text: str) -> str:
    """Return which number or date of a single person stands somewhere in a text, or none."""
    for kind, shape in _WITHIN.items():
        if shape.search(text):
            return kind
    is_nhs = any(map(_is_nhs_number, _NHS_WITHIN.findall(text)))
    return "NHS number" if is_nhs else ""


def is_told_by_somebody(cell: str) -> bool:
    """Return whether a cell holds a sentence in the first person."""
    return len(cell.split()) >= _SHORTEST_COMMENT and bool(_FIRST_PERSON.search(cell))


def names_somebody(text: str, terms: frozenset[str] | None = None) -> bool:
    """Return whether a text speaks of a single person; ``terms`` are words of no name."""
    if kind_of_detail(text) or number_of_a_person_in(text) or _TITLED_WITHIN.search(text):
        return True
    if is_told_by_somebody(text) or _THIRD_PERSON.search(text):
        return True
    known = NO_NAMES if terms is None else terms
    return any(not {word.casefold() for word in pair} & known for pair in _PAIR.findall(text))


def _is_nhs_number(cell: str) -> bool:
    """The last digit of an NHS number is a check on the nine before it."""
    digits = [int(c) for c in cell if c.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == digits[9]


PLACE_WORDS = frozenset(
    (
        *("trust", "nhs", "hospital", "hospitals", "acute", "community", "east", "west", "north"),
        *("south", "midlands", "london", "england", "health", "care", "services", "staff", "board"),
        *("group", "trusts", "region", "council", "wales", "directorate", "division", "medicine"),
        *("surgery", "clinical", "corporate", "estates", "support", "ambulance", "mental", "adult"),
        *("band", "senior", "public", "children", "women", "family", "emergency", "primary", "yes"),
        *("manager", "assistant", "nurse", "officer", "consultant", "worker", "practitioner"),
        *("director", "lead", "ward", "unit", "team", "service", "theatre", "royal", "general"),
        *("greater", "city", "county", "infirmary", "central", "administrator", "therapist"),
        *(
            "sheet",
            "notes",
            "data",
            "results",
            "survey",
            "indicator",
            "ethnic",
            "table",
            "contents",
        ),
        *("definitions", "figures", "percentage", "question", "questions", "version", "summary"),
        *("finance", "nursing", "therapies", "pathology", "operations", "people", "digital", "no"),
    )
)
# No part of a name, also where a text begins its words with capitals.
NO_NAMES = PLACE_WORDS | frozenset(
    (
        *("not", "the", "this", "from", "see", "per", "per cent", "low", "small", "too", "new"),
        *("white", "black", "asian", "mixed", "other", "british", "bme", "all", "workforce"),
        *("equality", "race", "disability", "standard", "quality", "january", "february"),
        *("march", "april", "june", "july", "august", "september", "october", "november"),
        *("december", "department", "office", "statistics", "applicable", "available"),
        *("provisional", "final", "draft", "base", "numbers", "relative", "likelihood"),
        *("electronic", "record", "model", "business", "human", "resources", "freedom"),
        *("information", "act", "commission", "foundation", "hill", "electoral", "picker"),
        *("gypsy", "roma", "irish", "traveller", "chinese", "indian", "pakistani", "african"),
        *("caribbean", "arab", "background", "prefer", "stated", "england", "english", "any"),
    )
)
