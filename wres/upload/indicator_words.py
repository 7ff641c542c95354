"""The printed wording of the indicators, as the standard, the survey and trusts' reports have it.

A wording is known only as a whole: words that say more, less or something else name no indicator.
A likelihood of the other group than the standard's is another figure, so its wording is not known.
Source of the wordings: the WRES technical guidance (NHS England) and the questions of the survey.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wres.indicators import INDICATOR_NUMBER_PATTERN, INDICATORS
from wres.upload.cells import words_of

_STAFF = r"(?:(?:the )?(?:% |number |proportion )?(?:of )?(?:all )?staff )?"
_HARASSED = (
    r"(?:(?:who )?(?:have )?(?:personally )?(?:experience[ds]?|experiencing|reporting) )?"
    r"harassment (?:and |or )?bullying (?:and |or )?(?:and )?abuse (?:at work )?"
)
_PATIENTS = (
    r"(?:from )?patients(?: service users)?(?: (?:or )?(?:their )?(?:relatives|families))?"
    r"(?: and| or)?(?: other members of)?(?: the)? public|from patients|by patients"
)
_LAST_YEAR = r"(?: (?:in|during|over) (?:the )?(?:last|past|previous) (?:12 months|year))?"
_WORDINGS: tuple[tuple[int, str], ...] = (
    (
        1,
        r"(?:% of )?staff in each of the (?:afc )?bands 1 (?:to )?9 .*\bvsm\b.*"
        r"compared with the % of staff in the overall workforce(?: .*)?",
    ),
    (
        2,
        r"(?:the )?relative likelihood of (?:white )?(?:staff|applicants|people|candidates)"
        r" being appointed from shortlisting(?: across all posts)?"
        r"(?: compared (?:to|with) (?:that of )?bme (?:staff|applicants|people|candidates))?",
    ),
    (
        3,
        r"(?:the )?relative likelihood of (?:bme )?staff entering the formal disciplinary"
        r" process(?: as measured by entry into a formal disciplinary investigation)?"
        r"(?: compared (?:to|with) (?:that of )?white staff)?",
    ),
    (
        4,
        r"(?:the )?relative likelihood of (?:white )?staff accessing non mandatory training"
        r"(?: (?:and|or) (?:cpd|continuing professional development))?(?: cpd)?"
        r"(?: compared (?:to|with) (?:that of )?bme staff)?",
    ),
    (5, rf"{_STAFF}{_HARASSED}(?:{_PATIENTS}){_LAST_YEAR}"),
    (
        6,
        rf"{_STAFF}{_HARASSED}from (?:other )?(?:staff|managers or (?:other )?colleagues)"
        rf"{_LAST_YEAR}",
    ),
    (
        7,
        rf"{_STAFF}(?:% )?(?:believing (?:that )?|believe (?:that )?|who believe (?:that )?)?"
        r"(?:(?:the |their |this )?(?:trust|organi[sz]ation) (?:provides|acts fairly on|offers) )?"
        r"equal opportunities (?:for|in) career progression (?:or|and) promotion",
    ),
    (
        8,
        rf"(?:in the last 12 months have you )?{_STAFF}"
        r"(?:(?:who )?(?:have )?(?:personally )?(?:experience[ds]?|experiencing) )?"
        r"discrimination (?:at work )?(?:from (?:any of the following )?)?(?:b )?(?:a |their )?"
        rf"managers? team leaders? or other colleagues?{_LAST_YEAR}",
    ),
    (
        9,
        r"(?:the )?% difference between (?:the )?(?:organi[sz]ations?|trusts?)(?: s)? board"
        r"(?: voting)? membership and (?:its|the) (?:overall )?workforce(?: .*)?",
    ),
)
_BY_NAME = {words_of(i.short_name): i.number for i in INDICATORS} | {
    words_of(i.wording): i.number for i in INDICATORS
}
_PATTERNS = tuple((number, re.compile(pattern)) for number, pattern in _WORDINGS)
_NUMBERED = re.compile(
    r"^(?:the )?(?:wres )?(?:indicator|ind|metric|measure|wres)?(?: number| no)? ?0?"
    rf"({INDICATOR_NUMBER_PATTERN}) "
    r"(?P<rest>[a-z%].*)$"
)


@lru_cache(maxsize=4_000)
def indicator_of_wording(text: str) -> int | None:
    """Return the indicator whose printed wording a text is, as a whole, or None."""
    words = words_of(text)
    if words in _BY_NAME:
        return _BY_NAME[words]
    found = {number for number, pattern in _PATTERNS if pattern.fullmatch(words)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4_000)
def numbered_wording(text: str) -> tuple[int, int] | None:
    """Return the number in front of a wording and the indicator the wording is of, or None.

    The two differ where a text such as “5. Harassment … from staff” contradicts itself.
    """
    numbered = _NUMBERED.match(words_of(text))
    said = indicator_of_wording(numbered["rest"]) if numbered else None
    return (int(numbered[1]), said) if numbered and said is not None else None
