"""Headings put together from the words people use: “Provider ODS code”, “Pay band (AfC)”.

Only whole headings that are listed here are known; the parts are never looked for in others.
A column of a site, division or directorate is left out on purpose: figures of a part of a trust
must not be taken for the trust, so a person is told of such a column.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from wres.upload.cells import words_of

_ORGANISATION = (
    *("org", "organisation", "organization", "trust", "nhs trust", "provider", "employer", "nhs"),
    *("nhs organisation", "employing organisation", "institution", "reporting organisation"),
)
_CODE = (
    *("code", "id", "ods", "ods code", "identifier", "nacs code", "org code", "code ods"),
    "organisation code",
)
_INDICATOR = ("indicator", "metric", "wres indicator", "wres metric", "measure", "wres measure")
_NUMBER = ("no", "number", "ref", "reference", "id", "code", "name", "title", "short name", "label")
_BAND = (
    *("band", "grade", "pay band", "pay grade", "afc band", "afc grade", "afc pay band"),
    *("agenda for change band", "agenda for change grade", "agenda for change pay band"),
    *("pay banding", "banding", "pay scale", "afc banding", "grade band", "band grade", "payscale"),
)
_AFTER_BAND = (
    *(
        "",
        "afc",
        "description",
        "desc",
        "name",
        "group",
        "code",
        "wres",
        "agenda for change",
        "vsm",
    ),
)
_ETHNIC = (
    *("ethnic", "ethnicity", "ethnic group", "ethnic origin", "ethnic background"),
    *("ethnic category", "staff ethnicity", "employee ethnicity", "staff ethnic group"),
    *("self declared ethnicity", "ethnicity group", "ethnicity category", "race ethnicity"),
)
_AFTER_ETHNIC = (
    *("", "group", "grouping", "category", "description", "desc", "name", "code", "wres", "label"),
    *("wres group", "wres grouping", "wres category", "classification", "16 + 1", "summary"),
    *("grouped", "national", "ons", "level", "bme white", "white bme"),
)
_DATE = (
    *("snapshot", "as at", "effective", "reporting", "extract", "census", "position", "data"),
    *("date of", "period end", "month", "workforce"),
)

_LISTED: dict[str, str] = {
    "wres_year": (
        "submission year; reporting period; year of submission; wres reporting period; year "
        "ending 31 march; year 31 march; year to 31 march; as at 31 march; snapshot year; date of "
        "snapshot; financial year ending; collection year; return year; wres period; year end"
    ),
    "survey_year": "staff survey; nhs staff survey; nss; survey period; year of staff survey",
    "year": "month; period end; period ending; data year; calendar year; years; data period",
    "indicator": (
        "question no; question id; question ref; qno; q no; q number; survey question; wres "
        "question; indicators; metrics; wres indicators; measures; indicator measure"
    ),
    "staff_group": (
        "staff group wres; wres staff group; employee category; occupational group; clinical "
        "status; board role; staff category; workforce category; staff groups; clinical flag; "
        "workforce type; staffing group; professional group; board type; board membership; "
        "clinical or non clinical staff; staff grouping; category of staff; workforce; role type"
    ),
    "ethnic_group": (
        "grouping; disaggregation; bme status; bme flag; bme white; white bme; bme or white; "
        "wres ethnicity group; ethnic groups; ethnicities; wres category; demographics; population "
        "group; characteristic; staff ethnic origin; breakdown value; ethnic minority status"
    ),
    "numerator": (
        "staff in post headcount; number of employees; staff in post; employees; staff; no of "
        "staff; number in group; headcount of staff; staff numbers; workforce headcount; hc; "
        "total in group; numerator value; no of people; workforce count; people count"
    ),
    "denominator": (
        "total number of staff; total workforce; overall headcount; total employees; base total; "
        "total in band; denominator value; sample base; unweighted base; weighted base; number "
        "answered; total answering; headcount total; band total; all staff headcount; population"
    ),
    "percentage": (
        "yes %; % answering yes; result pct; % of workforce; % of headcount; % of total; % staff; "
        "% of respondents; workforce %; headcount %; trust %; organisation %; % result; % in band"
    ),
    "ratio": "rr; relative likelihood value; risk ratio; rate ratio; relative ratio; wres ratio",
    "value": "estimate; metric value; indicator value; reported value; data point; measure value",
    "benchmark_group": "benchmark cluster; cluster group; benchmark type; provider type; sector",
    "ignored": (
        "trend; change; rag; rag rating; theme; system; stp; suppressed; descriptor; ref; metric "
        "description; measure description; auto calculated; direction; direction of travel; "
        "narrative; commentary; se; standard error; std error; margin of error; p value; staff in "
        "post fte; difference ppt; gap bme white; change since last year; previous year; target; "
        "peer average; sector average; national median; national result; percentile; decile; "
        "quartile; data source; last updated; published; publication date; numerator description; "
        "denominator description; suppression flag; icb region; nhs region; nhse region; nhse "
        "region code; nhse region name; integrated care board; integrated care system; ics name; "
        "ics code; cluster; order; sort order; row id; record id; indicator type; metric type; "
        "polarity; threshold; status flag; calculation; formula; weighted; quality flag; version"
    ),
}


def _put_together() -> Iterator[tuple[str, str]]:
    for owner, what in product(_ORGANISATION, _CODE):
        yield f"{owner} {what}", "org_code"
    for owner, what in product(_ORGANISATION, ("name", "full name", "title")):
        yield f"{owner} {what}", "org_name"
    for what, number in product(_INDICATOR, _NUMBER):
        yield f"{what} {number}", "indicator"
    for band, after in product(_BAND, _AFTER_BAND):
        yield f"{band} {after}", "band"
    for ethnic, after in product(_ETHNIC, _AFTER_ETHNIC):
        yield f"{ethnic} {after}", "ethnic_group"
    for what in _DATE:
        yield f"{what} date", "year"


def more_headings() -> dict[str, str]:
    """Return headings as plain words, each with the code of what its column holds."""
    found = {words_of(text): use for text, use in _put_together()}
    for use, listing in _LISTED.items():
        found |= {words_of(text): use for text in listing.split(";")}
    return found
