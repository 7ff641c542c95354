"""Spellings of BME and of unknown ethnicity that follow a rule, put together from their words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

_NOT_SAID = (
    *("unknown", "not known", "not stated", "undisclosed", "not disclosed", "undeclared"),
    *("not declared", "not specified", "unspecified", "null", "not given", "not provided"),
    *("prefer not to say", "refused", "not recorded", "missing", "blank", "undefined"),
    *("not collected", "declined", "withheld", "unrecorded", "rather not say", "unstated"),
    *("prefer not to disclose", "would rather not say", "not answered", "no response"),
)
_ETHNICITY = ("ethnicity", "ethnic group", "ethnic origin", "ethnic background", "race")
_MINORITY = (
    *("ethnic minority", "ethnic minorities", "minority ethnic", "bme", "bame"),
    *("black and minority ethnic", "black asian and minority ethnic", "minority ethnic groups"),
    "black and asian minority ethnic",
    *("ethnic minority groups", "minoritised ethnic", "global majority", "all ethnic minorities"),
)
_WITHOUT = ("excluding", "excl", "ex", "exc", "not including", "other than", "without")
_WHITE = ("white", "white minorities", "white minority", "white other", "white minority groups")
_PEOPLE = ("groups", "group", "backgrounds", "background", "communities", "people", "heritage")
_REST = ("ethnicities", "ethnic groups", "ethnic backgrounds", "ethnic categories", "backgrounds")


def unknown_spellings() -> Iterator[str]:
    """Give the ways of saying that nobody said, as plain words."""
    for one in _NOT_SAID:
        yield one
        for about in _ETHNICITY:
            yield from (f"{one} {about}", f"{about} {one}")
    for one, other in product(_NOT_SAID, repeat=2):
        if one != other:
            yield from (f"{one} {other}", f"{one} or {other}", f"{one} and {other}")
            yield from (f"ethnicity {one} {other}", f"ethnicity {one} or {other}")


def bme_spellings() -> Iterator[str]:
    """Give the ways of naming everyone but White staff that say so, as plain words."""
    for name, without, white in product(_MINORITY, _WITHOUT, _WHITE):
        yield f"{name} {without} {white}"
    for name, people in product(_MINORITY, _PEOPLE):
        yield f"{name} {people}"
    yield from _MINORITY
    for rest, ending in product(_REST, ("", " combined", " together", " grouped")):
        yield f"all other {rest}{ending}"
