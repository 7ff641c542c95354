"""What each column of an uploaded table is for, understood from its heading alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from wres.terms import EthnicGroup
from wres.upload.cells import words_of
from wres.upload.ethnic_words import ethnic_word
from wres.upload.heading_words import more_headings
from wres.upload.reading import HEADER_JOINT


class Field(Enum):
    """What a column can hold. The codes are what a remembered mapping stores."""

    BAND = "band"
    BENCHMARK_GROUP = "benchmark_group"
    DENOMINATOR = "denominator"
    ETHNIC_GROUP = "ethnic_group"
    IGNORED = "ignored"
    INDICATOR = "indicator"
    NUMERATOR = "numerator"
    ORG_CODE = "org_code"
    ORG_NAME = "org_name"
    PERCENTAGE = "percentage"
    PERSONAL = "personal"
    RATIO = "ratio"
    STAFF_GROUP = "staff_group"
    SURVEY_YEAR = "survey_year"
    UNKNOWN = "unknown"
    VALUE = "value"
    WRES_YEAR = "wres_year"
    YEAR = "year"


FIGURE_FIELDS = (
    Field.PERCENTAGE,
    Field.VALUE,
    Field.RATIO,
    Field.NUMERATOR,
    Field.DENOMINATOR,
)
# A remembered mapping writes a group column as “percentage:white”.
_GROUP_MARK = ":"
_YEAR, _NUMBER = re.compile(r"20[1-3]\d"), re.compile(r"[\d.,%<-]*\d[\d.,%]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnUse:
    """One column: its heading, what it is taken for, and how that was known.

    ``group``, ``indicator`` and ``year`` are set when the heading itself names them. ``is_fixed``
    says the layout of the file tells what the column is, so that there is nothing to choose.
    """

    header: str
    position: int
    field: Field
    how: str
    group: EthnicGroup | None = None
    indicator: int | None = None
    year: int | None = None
    is_fixed: bool = False

    @property
    def code(self) -> str:
        """The use as a mapping stores it, for example ``percentage:white``."""
        return (
            f"{self.field.value}{_GROUP_MARK}{self.group.value}"
            if self.group
            else (self.field.value)
        )

    @property
    def is_passed_over(self) -> bool:
        """Whether the layout has no use for the column: such a workbook has thousands of them."""
        return self.is_fixed and self.field is Field.IGNORED

    @property
    def meaning(self) -> tuple[Field, EthnicGroup | None, int | None, int | None]:
        """What two columns may not both be."""
        return (self.field, self.group, self.indicator, self.year)


@dataclass(frozen=True, slots=True)
class HeaderWord:
    """What a heading means on its own."""

    field: Field
    group: EthnicGroup | None = None
    indicator: int | None = None
    year: int | None = None


_HEADINGS: dict[Field, str] = {
    Field.ORG_CODE: (
        "org code; orgcode; org id; orgid; organisation code; organisation id; organization code; "
        "ods; ods code; odscode; trust code; trustcode; trust id; provider code; code; site code; "
        "nhs trust code; ods org code; nacs code; org; employer code; trust ods code; "
        "organisation ods code; provider ods code; provider org code"
    ),
    Field.ORG_NAME: (
        "org name; orgname; organisation name; organization name; organisation; organization; "
        "trust; trust name; provider; provider name; nhs trust; employer; employer name; name of "
        "organisation; name of trust; nhs organisation; organisation trust"
    ),
    Field.BENCHMARK_GROUP: (
        "benchmark group; benchmarking group; org type; organisation type; trust type; peer "
        "group; org type reporting name; type of trust; comparator group"
    ),
    Field.WRES_YEAR: (
        "wres year; wresyear; reporting year; year of wres; wres reporting year; wres data year; "
        "financial year; fin year; fy; as at; snapshot date; snapshot; wres submission year"
    ),
    Field.SURVEY_YEAR: (
        "survey year; surveyyear; nss year; staff survey year; year of survey; nhs staff survey "
        "year; nss survey year; survey; survey edition"
    ),
    Field.YEAR: "year; yr; period; time; time period; date; year ending",
    Field.INDICATOR: (
        "indicator; wres indicator; indicator number; indicator no; ind; wres ind; indicator id; "
        "metric; wres metric; measure; question; question number; q; indicator name; wres; wres "
        "indicator number; indicator code"
    ),
    Field.STAFF_GROUP: (
        "staff group; staffgroup; staff type; workforce group; clinical non clinical; clinical or "
        "non clinical; clinical; group of staff; occupation group"
    ),
    Field.BAND: (
        "band; pay band; payband; afc band; agenda for change band; grade; pay grade; bands; afc "
        "pay band; band or grade; band grade; pay scale; band group"
    ),
    Field.ETHNIC_GROUP: (
        "ethnic group; ethnicgroup; ethnicity; ethnic origin; ethnic background; ethnic category; "
        "ethnic; ethnicity group; ethnic grouping; group; race; staff ethnicity; dim value; "
        "dimvalue; ethnic group name; ethnicity category; demographic; demographic group; "
        "breakdown; subgroup; breakdown subgroup; wres group; wres ethnicity; wres ethnic group"
    ),
    Field.NUMERATOR: (
        "numerator; num; count; counts; headcount; number; number of staff; staff count; yes; "
        "number of people; number yes; numerator count; people; events; number experiencing; "
        "number who said yes; heads; head count"
    ),
    Field.DENOMINATOR: (
        "denominator; denom; den; n; base; bases; base size; basesize; total; total staff; "
        "responses; respondents; number of responses; number of respondents; sample; sample size; "
        "base number of responses; out of; total responses; response count; base n; total number; "
        "answered; number answering; total headcount"
    ),
    Field.PERCENTAGE: (
        "%; pct; percentage; percent; proportion; rate; share; % of staff; % yes; result %; score "
        "%; % value; value %; percentage value; prop"
    ),
    Field.RATIO: (
        "ratio; relative likelihood; likelihood ratio; rl; likelihood; relative likelihood ratio; "
        "rel likelihood; relative risk; ratio value"
    ),
    Field.VALUE: "value; result; results; score; figure; data; data value; values; outcome",
    Field.PERSONAL: (
        "first name; firstname; forename; forenames; given name; surname; last name; lastname; "
        "family name; full name; fullname; staff name; employee name; name of employee; person "
        "name; known as; preferred name; initials; email; e mail; email address; e mail address; "
        "work email; personal email; nhs number; nhs no; nhsnumber; nhs num; date of birth; dob; "
        "birth date; birthdate; birthday; d o b; age; esr; esr number; esr no; esr id; esr person "
        "id; assignment number; assignment no; employee number; employee no; employee id; staff "
        "id; staff number; payroll number; payroll no; person id; respondent id; respondent; "
        "national insurance number; ni number; nino; ni no; national insurance; phone; phone "
        "number; telephone; telephone number; mobile; mobile number; home address; address; "
        "postcode; post code; home postcode; comment; comments; free text; freetext; verbatim; "
        "open comments; open text; line manager; manager name; passport number; username; user "
        "name; user id; gmc number; nmc pin; registration number; date of birth dob; employee "
        "email; email id; employee"
    ),
    Field.IGNORED: (
        "note; notes; source; footnote; gap; difference; gap points; percentage point gap; "
        "region; region code; region name; ics; icb; icb code; icb name; rank; footnotes; "
        "weighting; weight; fte; wte; ethnicity type; role group; sheet; page; "
        "significance; sig; benchmark; england; national average; benchmark "
        "average; average; median; response rate; row; row number; indicator description; "
        "description; indicator wording; indicator text; question text; source url; unit; units; "
        "status; edition; calc basis; confidence interval; lower ci; upper ci; lower; upper; "
        "disparity ratio; source id; flag"
    ),
}
_PERCENT_WORDS = frozenset(("%", "pct", "proportion", "rate", "share", "prop"))
_VALUE_WORDS = frozenset(("value", "result", "results", "score", "figure"))
_BASE_WORDS = frozenset(
    ("n", "base", "bases", "denominator", "denom", "responses", "respondents", "sample", "total")
)
_COUNT_WORDS = frozenset(("count", "counts", "numerator", "num", "headcount", "number", "yes"))
_FILLER = frozenset(
    ("of", "the", "in", "for", "who", "are", "staff", "our", "trust", "size", "said", "with")
)
_HEADER_INDICATOR = re.compile(r"\b(?:wres )?(?:indicator|ind) ?(\d{1,2})\b|\bwres (\d{1,2})\b")
_BASE_IN_HEADING = re.compile(r"\([nN] ?= ?[\d,]+\)")
# The number of a footnote, behind a sign of what is measured or glued to a word.
_FOOTNOTE = re.compile(
    r"(?:(?<=%)|(?<= pct)|(?<= percent)|(?<= responses)|(?<= headcount)) ?[1-9]$|(?<=[a-z])[1-9]$"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HEADER_YEAR = re.compile(r"\b(20\d\d)\b")
_NOT_COMPARED = frozenset(("gap", "difference", "benchmark", "england", "national", "average"))
_BY_HEADING = {words: Field(use) for words, use in more_headings().items()} | {
    words_of(spelling): field
    for field, listing in _HEADINGS.items()
    for spelling in listing.split(";")
}


@lru_cache(maxsize=4_000)
def heading(text: str) -> HeaderWord:
    """Return what a heading means; a heading that is not understood is ``Field.UNKNOWN``.

    A heading of several rows means what its words mean together; or else what its last row means,
    with the group, indicator and year that the rows above it name.
    """
    *above, last = text.split(HEADER_JOINT)
    own = _one_row(last)
    if not above:
        return own
    whole = _one_row(text)
    if own.field is Field.PERSONAL or whole.field is not Field.UNKNOWN:
        return own if own.field is Field.PERSONAL else whole
    over = [_one_row(part) for part in above]
    group = next((word.group for word in over if word.group), None)
    return HeaderWord(
        own.field,
        own.group or (group if own.field in FIGURE_FIELDS else None),
        own.indicator or next((word.indicator for word in over if word.indicator), None),
        own.year or next((word.year for word in over if word.year), None),
    )


def _one_row(text: str) -> HeaderWord:
    words = words_of(_CAMEL.sub(" ", _BASE_IN_HEADING.sub("", text.replace("AfC", "AFC"))))
    if words in _BY_HEADING:
        return HeaderWord(_BY_HEADING[words])
    if not words:
        return HeaderWord(Field.IGNORED)
    indicator, words = _taken(_HEADER_INDICATOR, words)
    year, words = _taken(_HEADER_YEAR, words)
    found = _group_heading(words)
    is_known = found.field is not Field.UNKNOWN
    if not is_known and words[-1:].isdigit() and (note := _FOOTNOTE.search(words)):
        # Only behind a group's own words: “White % 2” is White, “White 2” may be another column.
        found = _group_heading(words[: note.start()])
    if found.field is Field.UNKNOWN and (indicator or year) and words in _BY_HEADING:
        found = HeaderWord(_BY_HEADING[words])
    return HeaderWord(found.field, found.group, indicator, year)


def _taken(pattern: re.Pattern[str], words: str) -> tuple[int | None, str]:
    found = pattern.search(words)
    if not found:
        return None, words
    number = int(next(filter(None, found.groups())))
    return number, " ".join((words[: found.start()] + " " + words[found.end() :]).split())


def _group_heading(words: str) -> HeaderWord:
    if set(words.split()) & _NOT_COMPARED:
        return HeaderWord(Field.IGNORED if "gap" in words.split() else Field.UNKNOWN)
    whole = ethnic_word(words)
    if whole and not whole.detailed:
        return HeaderWord(Field.PERCENTAGE, whole.group)
    tokens = words.split()
    measures = _PERCENT_WORDS | _VALUE_WORDS | _BASE_WORDS | _COUNT_WORDS
    label = [t for t in tokens if t not in measures | _FILLER]
    for tried in (label, [t for t in tokens if t not in measures]):
        found = ethnic_word(" ".join(tried)) if tried else None
        if found and not found.detailed and len(tried[0]) > 1:
            return HeaderWord(_measure(frozenset(tokens)), found.group)
    return HeaderWord(Field.UNKNOWN)


def _measure(tokens: frozenset[str]) -> Field:
    if tokens & _PERCENT_WORDS:
        return Field.PERCENTAGE
    if tokens & _BASE_WORDS:
        return Field.DENOMINATOR
    return Field.NUMERATOR if tokens & _COUNT_WORDS else Field.PERCENTAGE


def header_score(cells: tuple[str, ...]) -> int:
    """Return how many different columns a row of cells would name, if it were the header.

    Long cells are sentences, not headings; a row with numbers in it is data.
    """
    different = set(cells)
    years = set(filter(_YEAR.fullmatch, different))
    # Two different years and no other number are headings; one year stands in rows of figures.
    if any(map(_NUMBER.fullmatch, different - years if len(years) > 1 else different)):
        return 0
    found = {heading(cell) for cell in different if cell and len(cell) <= 80}
    known = {word for word in found if word.field not in (Field.UNKNOWN, Field.IGNORED)}
    return len(known) + (len(years) if len(years) > 1 else 0)
