"""The many spellings of ethnic groups. A label that is not listed is never guessed.

A label is either one of the groups figures are given for (BME, White, the five wide groups, all
staff, unknown) or a *detailed* group inside one of them: “White Irish” is part of White and is
never taken for it.

Source: the NHS and census lists of 2001, 2011 and 2021, the NHS Staff Survey questionnaires 2021
to 2025, and the words trusts use for the two groups of the standard.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from wres.terms import DETAILED_GROUPS, EthnicGroup
from wres.upload.cells import words_of
from wres.upload.detailed_groups import detailed_group
from wres.upload.ethnic_spellings import (
    DETAILED_SPELLINGS,
    bme_spellings,
    unknown_spellings,
)


@dataclass(frozen=True, slots=True)
class EthnicWord:
    """What a label means: the group, and whether it is only a part of that group."""

    group: EthnicGroup
    detailed: bool = False


_BME = """
bme; bame; bmes; bem; bme combined; bme total; total bme; all bme; bme group; bme groups; bme
ethnic group; bme backgrounds; bme background; bme ethnicity; global majority; black and minority
ethnic; black minority ethnic; black and ethnic minority; black and ethnic minorities; black asian
and minority ethnic; black asian minority ethnic; black asian and ethnic minority; black asian and
ethnic minorities; black asian and other minority ethnic; black and minority ethnicity; black and
minority ethnic groups; black asian and minority ethnic groups; black minority ethnic groups;
ethnic minority; ethnic minorities; minority ethnic; minority ethnic group; minority ethnic
groups; ethnic minority group; ethnic minority groups; ethnic minority background; ethnic minority
backgrounds; minority ethnic background; minority ethnic backgrounds; minority ethnic backgrounds
combined; all other ethnic groups; all other ethnic group; all other groups; all other ethnic
groups combined; all other ethnic groups together; all other groups combined; other ethnic groups
combined; other groups combined; all ethnic minorities; all ethnic minority groups; all minority
ethnic groups; ethnic minorities combined; ethnic minorities excluding white minorities; ethnic
minority combined; ethnic minorities ex white minorities; ethnic minority excluding white
minorities; other than white; non white; nonwhite; not white; people of colour; racialised
minorities; global ethnic majority; people of the global majority; global majority heritage; gem;
gm; minoritised ethnic; minoritised ethnic groups; ethnically diverse; racially minoritised;
minority ethnic groups combined; ethnic minority total; total ethnic minority; rest of ethnic
groups; asian black mixed and other; asian black mixed other; black asian mixed and other; bme
asian black mixed and other; black asian and mixed ethnicity; bme all other ethnic groups; all
other ethnic groups bme; all other ethnic groups combined bme; black and minority ethnic bme; bme
wres term; black asian and minority ethnic bame; ethnic minority bme; ethnic minorities bme; eth
summary 2; ethnic minorities excl white minorities; ethnically minoritised; ethnically minoritised
groups; racialised; racialised communities; racialised groups; racialised minority; racially
minoritised groups; all ethnic minorities combined; all minoritised ethnic groups; multi ethnic;
minority ethnic communities; ethnic minority communities; black asian and ethnic minority groups;
all bme groups; all bme staff; bme all; bme overall; people of the global ethnic majority;
minority ethnic bme; bme all ethnic minorities; ethnic minority excluding white minority
"""
_WHITE = """
white; whites; white combined; white total; total white; all white; white group; white groups;
white ethnic group; white ethnic groups; white ethnicity; white background; white backgrounds;
white all; white overall; white including white minorities; white incl white minorities; white and
white minorities; white british and white minorities; white ethnic groups combined; white groups
combined; white british and white other; total white staff; white including white minority groups;
all white groups; eth summary 1
"""
_UNKNOWN = """
unknown; unknowns; not known; not stated; not declared; undeclared; undefined; undisclosed; not
disclosed; non disclosed; nondisclosed; not specified; unspecified; not given; not provided; not
recorded; missing; blank; null; none given; no answer; no response; refused; declined; prefer not
to say; prefer not to answer; do not wish to disclose; i do not wish to disclose; does not wish to
disclose; did not wish to disclose; i do not wish to disclose my ethnic origin; not stated not
given; not stated or unknown; unknown not stated; unknown and not stated; not known not stated;
not stated not known; unknown or not stated; ethnicity unknown; unknown ethnicity; ethnicity not
known; ethnicity not stated; ethnicity not declared; ethnic group not stated; ethnicity unknown
null; unknown null; null unknown; not stated or not known; unknown total; unknown or null; not
known or null; not stated unknown; not known and not stated; z not stated; discontinued codes;
invalid; not obtained; to be determined; decline to answer; non response; u; not known or not
stated; unknown or undisclosed; i prefer not to say; i do not wish to say; choose not to say;
withheld; unstated; not collected; ethnic group unknown; ethnicity undisclosed; ethnicity not
disclosed; ethnicity not specified; unknown or not declared; unknown ethnic group; unknown or
prefer not to say; not stated or not declared; not specified or unknown; unspecified or unknown;
ethnicity missing; no ethnicity recorded; not yet recorded; not stated prefer not to say; did not
disclose; declined to disclose; missing ethnicity; information not yet obtained; information
refused; no data; data not available; not available; refused to say; not stated or undisclosed;
ethnicity not provided; not stated prefer not to say unknown; ethnicity not recorded; ethnicity
declined; ethnicity refused
"""
_ALL = """
all; total; overall; everyone; all staff; total staff; all ethnic groups; all ethnicities; all
groups; whole workforce; workforce; all employees; all respondents; organisation; trust; all
people; grand total; staff total; trust total; trust overall; whole trust; all ethnicity; all
backgrounds; all known and unknown; total workforce; all applicants; overall workforce; whole
organisation; all including unknown not stated and discontinued codes; all including unknown;
total headcount; total including unknown; total inc unknown; all ethnic categories; total all
groups; trust workforce; all including not stated; head count total; total head count
"""
_WIDE: dict[EthnicGroup, str] = {
    EthnicGroup.ASIAN: (
        "asian; asian asian british; asian british; asian or asian british; all asian; asian "
        "total; total asian; asian group; asian ethnic group; asian background; asian combined; "
        "asian british asian; asian british or asian welsh; asian asian british or asian welsh; "
        "asian asian british and asian welsh; asian ethnicity; asian and asian british; south "
        "asian and other asian"
    ),
    EthnicGroup.BLACK: (
        "black; black black british; black british; black or black british; all black; black "
        "total; total black; black group; black ethnic group; black background; black african "
        "caribbean black british; black black british caribbean or african; black or african or "
        "caribbean or black british; black african caribbean; black black british african or "
        "caribbean; black combined; black british caribbean or african; black african caribbean "
        "or black british; black or black british caribbean or african; black and black british; "
        "black ethnicity; african caribbean or black british; black black british black welsh "
        "caribbean or african; black black british black welsh african or caribbean"
    ),
    EthnicGroup.MIXED: (
        "mixed; mixed ethnic background; mixed multiple; mixed or multiple; mixed multiple "
        "ethnic groups; mixed or multiple ethnic groups; mixed ethnicity; mixed ethnic group; "
        "multiple ethnic groups; mixed race; dual heritage; mixed heritage; mixed background; "
        "mixed total; total mixed; all mixed; mixed group; mixed combined; mixed or multiple "
        "ethnic group; mixed dual background; mixed multiple ethnic background; mixed multiple "
        "ethnic backgrounds"
    ),
    EthnicGroup.OTHER: (
        "other; other ethnic groups arab any other; chinese other; other ethnic group; other "
        "ethnicity; any other ethnic group; other ethnic background; any other ethnic "
        "background; all other; other group; chinese or other ethnic group; other including "
        "arab; other total; other ethnic; arab and other; any other; other ethnic group "
        "including arab; another ethnic group; other ethnic origin"
    ),
}
# The staff record's second letter is finer; only codes seen in a published list are taken.
_TWO_LETTER_CODES: dict[EthnicGroup, str] = {
    EthnicGroup.WHITE: (
        "c2 c3 ca cb cc cd ce cf cg ch cj ck cl cm cn cp cq cr cs ct cu cv cw cx cy"
    ),
    EthnicGroup.MIXED: "ga gb gc gd ge gf",
    EthnicGroup.ASIAN: "la lb lc ld le lf lg lh lj lk",
    EthnicGroup.BLACK: "pa pb pc pd pe",
    EthnicGroup.OTHER: "sa sb sc sd se",
}
_LETTER_CODES: dict[EthnicGroup, str] = {
    EthnicGroup.WHITE: "abc",
    EthnicGroup.MIXED: "defg",
    EthnicGroup.ASIAN: "hjklr",
    EthnicGroup.BLACK: "mnp",
    EthnicGroup.OTHER: "s",
}
# What people add around a label without changing which group it names.
_AROUND = ("staff from ", "people from ", "colleagues from ", "employees from ", "from ")
# These words say nothing of the group without the name of the group before them.
_NEVER_ALONE = ("any other", "unspecified", "mixed", "other unspecified", "other", "european")
# What is said of a whole group; “all other” is left alone, as it may be one group or all but one.
_WHOLE = frozenset(("all", "total", "combined", "overall", "together", "grouped", "sum"))
_BESIDE = frozenset(("staff", "employees", "colleagues", "respondents", "people", "applicants"))


@lru_cache(maxsize=4_000)
def ethnic_word(label: str) -> EthnicWord | None:
    """Return what an ethnicity label means, or None when it is not one of the listed labels."""
    words = words_of(label)
    if words in _LABELS:
        return _LABELS[words]
    for start in _AROUND:
        words = words.removeprefix(start)
    bare = " ".join(word for word in words.split() if word not in _BESIDE)
    return (
        _LABELS.get(words)
        or _LABELS.get(bare)
        or _behind_a_code(words)
        or _survey_word(label)
        or _as_a_whole(bare)
    )


def _as_a_whole(words: str) -> EthnicWord | None:
    tokens = words.split()
    named = [token for token in tokens if token not in _WHOLE]
    found = _LABELS.get(" ".join(named)) if len(named) < len(tokens) else None
    if found is None or found.detailed or found.group in (EthnicGroup.OTHER, EthnicGroup.ALL):
        return _LABELS["all"] if tokens and not named else None
    return found


def _behind_a_code(words: str) -> EthnicWord | None:
    """What “A White - British” means: the code and the words must be of one side of the standard.

    The staff record files Filipino under S, any other; the words say more and are followed.
    """
    code, _, rest = words.partition(" ")
    coded, said = _LABELS.get(code), _LABELS.get(rest)
    if not (len(code) <= 2 and coded and coded.detailed and said and rest):
        return None
    if said.group in (EthnicGroup.ALL, EthnicGroup.BME):
        return None
    apart = (EthnicGroup.WHITE, EthnicGroup.UNKNOWN)
    if coded.group != said.group and (coded.group in apart or said.group in apart):
        return None
    return EthnicWord(said.group, detailed=True)


def _survey_word(label: str) -> EthnicWord | None:
    detail = detailed_group(label)
    return EthnicWord(DETAILED_GROUPS[detail], detailed=True) if detail else None


def known_labels() -> int:
    """Return how many labels are listed."""
    return len(_LABELS)


def _split(listing: str) -> list[str]:
    labels = listing.split(";")
    return [words_of(label) for label in labels if label.strip()]


def _labels() -> dict[str, EthnicWord]:
    found: dict[str, EthnicWord] = {}
    for group, (prefixes, names) in DETAILED_SPELLINGS.items():
        found |= _detailed_labels(group, prefixes, _split(names))
    for group, letters in _LETTER_CODES.items():
        found |= {letter: EthnicWord(group, detailed=True) for letter in letters}
    for group, codes in _TWO_LETTER_CODES.items():
        found |= {code: EthnicWord(group, detailed=True) for code in codes.split()}
    found |= {letter: EthnicWord(EthnicGroup.UNKNOWN, detailed=True) for letter in "xz"}
    found |= {label: EthnicWord(EthnicGroup.UNKNOWN) for label in unknown_spellings()}
    found |= {label: EthnicWord(EthnicGroup.BME) for label in bme_spellings()}
    whole = {EthnicGroup.BME: _BME, EthnicGroup.WHITE: _WHITE, EthnicGroup.ALL: _ALL}
    for group, listing in (whole | _WIDE | {EthnicGroup.UNKNOWN: _UNKNOWN}).items():
        found |= {label: EthnicWord(group) for label in _split(listing)}
    # The standard says who is counted in a group, not who is left after one: these need a person.
    found.pop("all other", None)
    return found


def _detailed_labels(
    group: EthnicGroup, prefixes: tuple[str, ...], names: list[str]
) -> dict[str, EthnicWord]:
    found: dict[str, EthnicWord] = {}
    for name in names:
        alone = name not in _NEVER_ALONE
        spellings = [f"{prefix} {name}" for prefix in prefixes] + [name] * alone
        found |= {spelling: EthnicWord(group, detailed=True) for spelling in spellings}
    return found


_LABELS = _labels()
