"""What a person writes into a plan, made one safe line, and refused where it cannot be kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from wres.errors import PlanRefused
from wres.indicators import INDICATORS
from wres.plans.activity import FIELDS, Field
from wres.plans.national_actions import NATIONAL_ACTIONS
from wres.terms import Trigger
from wres.text import one_line, safe_url, sheet_safe

# As long as a cell of a file may be (wres/upload/limits.py), so that an export can come back.
LONGEST_TEXT = 2_000
MOST_IN_A_LIST = 20
# Stands between two notes in one cell of a file.
BETWEEN_NOTES = " // "
Value = str | int | bool | list[str] | list[int]
_NUMBERS = tuple(one.number for one in INDICATORS)
_NATIONAL = tuple(one.number for one in NATIONAL_ACTIONS)
_Listed = TypeVar("_Listed", str, int)


def written(text: str, what: str = "this text") -> str:
    """Return a person's words on one line, without characters nobody sees.

    The mark that keeps a spreadsheet from reading a formula is taken off; the export puts it on
    again.

    Raises:
        PlanRefused: If they are longer than a cell of a file may be.
    """
    known = (sign for sign in text if unicodedata.category(sign) != "Cn")
    line = one_line(unicodedata.normalize("NFC", "".join(known)))
    line = line.replace(BETWEEN_NOTES, " / ")
    while line.startswith("'") and sheet_safe(line[1:]) == line:
        line = line[1:].strip()
    if len(line) > LONGEST_TEXT - 1:
        raise PlanRefused(
            f"{what[:1].upper()}{what[1:]} is {len(line):,} characters long and the limit is "
            f"{LONGEST_TEXT - 1:,}; make it shorter."
        )
    return line


def checked(values: Mapping[str, object]) -> dict[str, Value]:
    """Return the values of an activity's fields as they may be kept.

    Raises:
        PlanRefused: If a field is unknown, too long, or holds what it cannot; it is named.
    """
    return {name: _checked(name, value) for name, value in values.items()}


def _checked(name: str, value: object) -> Value:
    field = FIELDS.get(name)
    if field is None:
        raise PlanRefused(f"An activity has no field “{one_line(name)[:40]}”; check the spelling.")
    if field.kind == "flag":
        return bool(value)
    if field.kind == "numbers":
        known = _NATIONAL if field.name == "high_impact" else _NUMBERS
        return _known(field, [int(str(one)) for one in _listed(field, value)], known)
    if field.kind == "reasons":
        codes = [str(one) for one in _listed(field, value)]
        return _known(field, codes, tuple(one.value for one in Trigger))
    if field.kind == "texts":
        return [text for one in _listed(field, value) if (text := written(str(one), field.label))]
    return _text(field, str(value))


def _text(field: Field, given: str) -> str:
    text = written(given, field.label)
    if field.kind == "link" and text:
        address = safe_url(text)
        if not address:
            raise PlanRefused("The evidence link must be a web address that begins with https://.")
        return address
    if field.name == "activity" and not text:
        raise PlanRefused("The activity is empty; say in a few words what will be done.")
    return text


def _listed(field: Field, value: object) -> list[object]:
    found = list(value) if isinstance(value, list | tuple) else []
    if len(found) > MOST_IN_A_LIST:
        raise PlanRefused(f"{field.label} names more than {MOST_IN_A_LIST}; keep fewer.")
    return found


def _known(field: Field, given: list[_Listed], known: tuple[_Listed, ...]) -> list[_Listed]:
    strangers = [str(one) for one in given if one not in known]
    if strangers:
        listed = ", ".join(str(one) for one in known)
        raise PlanRefused(f"{field.label} cannot be “{strangers[0][:40]}”; use {listed}.")
    return [one for one in known if one in given]
