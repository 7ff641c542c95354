"""Spellings of ethnic groups: of the single ones in a list, of BME and unknown by rule."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from wres.terms import EthnicGroup

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


# Each name may stand alone or behind one of its group's prefixes.
DETAILED_SPELLINGS: dict[EthnicGroup, tuple[tuple[str, ...], str]] = {
    EthnicGroup.WHITE: (
        ("white",),
        "any other; european; other; british or irish; mixed; british; irish; scottish; welsh; "
        "english; northern irish; gypsy; traveller; roma; gypsy or irish traveller; gypsy irish "
        "traveller; gypsy and irish traveller; irish traveller; english welsh scottish northern "
        "irish british; english welsh scottish northern irish or british; english scottish welsh "
        "northern irish british; polish; cornish; greek; italian; turkish; kosovan; albanian; "
        "bosnian; croatian; serbian; greek cypriot; turkish cypriot; eastern european; other "
        "european; gypsy romany; white other; any other white; any other white background; other "
        "white; white minorities; other white background; white unspecified; other white white "
        "unspecified; mixed white; other white european; white minority; cypriot; cypriot part "
        "not stated; gypsy roma; roma or traveller; republics of the former ussr; other "
        "republics of former yugoslavia; any other white including eastern european; white irish "
        "traveller; english welsh scottish northern irish",
    ),
    EthnicGroup.MIXED: (
        (
            *("mixed", "mixed or multiple", "mixed multiple", "mixed multiple ethnic groups"),
            "mixed or multiple ethnic groups",
        ),
        "other; white black caribbean; white black african; other mixed multiple ethnic "
        "background; other unspecified; mixed other unspecified; any other mixed or multiple "
        "background; white and black caribbean; white and black african; white and asian; black "
        "and asian; black and chinese; black and white; chinese and white; asian and chinese; "
        "other mixed; any other mixed; any other mixed background; any other mixed multiple "
        "ethnic background; other mixed background; any other; mixed other; any other mixed "
        "multiple background; any other mixed or multiple ethnic background; other mixed "
        "unspecified",
    ),
    EthnicGroup.ASIAN: (
        (
            *("asian", "asian or asian british", "asian asian british", "asian british"),
            *("asian asian british or asian welsh", "asian asian british asian welsh"),
        ),
        "other; south asian; east asian; south east asian; british indian; british pakistani; "
        "british bangladeshi; british chinese; asian unspecified; unspecified; mixed; asian "
        "mixed; indian; pakistani; bangladeshi; chinese; filipino; punjabi; kashmiri; tamil; "
        "sinhalese; sri lankan; sri lanka; british asian; caribbean asian; east african asian; "
        "mixed asian; vietnamese; japanese; malaysian; nepalese; other asian; any other asian; "
        "any other asian background; other asian background; any other; asian other; other asian "
        "unspecified",
    ),
    EthnicGroup.BLACK: (
        (
            *("black", "black or black british", "black black british", "black british"),
            *("black black british black welsh caribbean or african",),
            *("black black british caribbean or african", "black african caribbean black british"),
        ),
        "other; black nigerian; black somali; black ghanaian; unspecified; black unspecified; "
        "mixed; black mixed; african; caribbean; somali; nigerian; ghanaian; mixed black; other "
        "black; any other black; any other black black british or caribbean background; any other "
        "black background; any other black african caribbean background; any other; other black "
        "background; black other; black african; black caribbean; other black unspecified",
    ),
    EthnicGroup.OTHER: (
        ("other", "other ethnic group"),
        "any other ethnic group; arab; any other ethnic group arab; iranian; kurdish; latin "
        "american; other specified; any other ethnic group including arab",
    ),
}
