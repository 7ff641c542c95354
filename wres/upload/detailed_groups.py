"""The single ethnic backgrounds as the staff survey prints them: “White - Irish”."""

from __future__ import annotations

from wres.terms import DETAILED_GROUPS, EthnicGroup
from wres.upload.cells import words_of

# How each label begins tells the wide group, in the words of any year of the survey.
_BEGINNINGS = (
    ("white", EthnicGroup.WHITE),
    ("mixed", EthnicGroup.MIXED),
    ("asian", EthnicGroup.ASIAN),
    ("black", EthnicGroup.BLACK),
    ("other", EthnicGroup.OTHER),
)
_ENDINGS: dict[EthnicGroup, tuple[str, ...]] = {
    EthnicGroup.ASIAN_ANY_OTHER: ("any other asian background",),
    EthnicGroup.ASIAN_BANGLADESHI: ("bangladeshi",),
    EthnicGroup.ASIAN_CHINESE: ("chinese",),
    EthnicGroup.ASIAN_FILIPINO: ("filipino",),
    EthnicGroup.ASIAN_INDIAN: ("indian",),
    EthnicGroup.ASIAN_PAKISTANI: ("pakistani",),
    EthnicGroup.BLACK_AFRICAN: ("african",),
    EthnicGroup.BLACK_ANY_OTHER: (
        "any other black african caribbean background",
        "any other black background",
    ),
    EthnicGroup.BLACK_CARIBBEAN: ("caribbean",),
    EthnicGroup.MIXED_ANY_OTHER: (
        "any other mixed multiple ethnic background",
        "any other mixed or multiple ethnic background",
        "any other mixed background",
    ),
    EthnicGroup.MIXED_WHITE_AND_ASIAN: ("white and asian",),
    EthnicGroup.MIXED_WHITE_AND_BLACK_AFRICAN: ("white and black african",),
    EthnicGroup.MIXED_WHITE_AND_BLACK_CARIBBEAN: ("white and black caribbean",),
    EthnicGroup.OTHER_ANY_OTHER: ("any other ethnic background", "any other ethnic group"),
    EthnicGroup.OTHER_ARAB: ("arab",),
    EthnicGroup.WHITE_ANY_OTHER: ("any other white background",),
    EthnicGroup.WHITE_BRITISH: (
        "english welsh scottish northern irish british",
        "english welsh scottish northern irish or british",
    ),
    EthnicGroup.WHITE_GYPSY_OR_IRISH_TRAVELLER: ("gypsy or irish traveller",),
    EthnicGroup.WHITE_IRISH: ("irish",),
}
_BY_ENDING = {
    (DETAILED_GROUPS[group], ending): group
    for group, endings in _ENDINGS.items()
    for ending in endings
}


def detailed_group(label: str) -> EthnicGroup | None:
    """Return the single background a label of the survey names, or None: none is guessed."""
    head, dash, tail = label.replace("–", "-").partition(" - ")
    words = words_of(head)
    wide = next((group for start, group in _BEGINNINGS if words.split()[:1] == [start]), None)
    return _BY_ENDING.get((wide, words_of(tail))) if dash and wide else None
