"""Exports of a survey contractor's dashboard: positive scores and breakdowns."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Figure, accepted, refused, says, warned
from tests.corpus.made import GROUPS, printed, survey_count
from tests.corpus.writing import Row, csv_text

_SCORES = ("Year", "QuestionNumber", "QuestionText", "DimName", "DimValue", "BaseSize", "Score")
_BREAKDOWN = (
    "Year",
    "QuestionNumber",
    "QuestionText",
    "OptionCode",
    "OptionText",
    "DimName",
    "DimValue",
    "%",
)
_TEXTS = {
    "Q14a": "In the last 12 months how many times have you personally experienced harassment, "
    "bullying or abuse at work from patients / service users, their relatives\nor the public?",
    "Q14b": "... harassment, bullying or abuse at work from managers?",
    "Q14c": "... harassment, bullying or abuse at work from other colleagues?",
    "Q15": "Does your organisation act fairly with regard to career progression / promotion?",
    "Q16b": "... discrimination at work from a manager / team leader or other colleagues?",
}
_INDICATOR = {"Q14a": 5, "Q14b": 6, "Q14c": 6, "Q15": 7, "Q16b": 8}
# Positive scoring counts those who never had it, or said no; only Q15 counts those who said yes.
_FLIPPED = ("Q14a", "Q14b", "Q14c", "Q16b")
_VALUES = {"bme": "BME", "white": "White"}
_OTHERS = (
    ("Organisation", "Organisation"),
    ("Organisation", "Comparator"),
    ("BD1 ", "Medicine Directorate"),
    ("BD3", "Band 5"),
    ("BD4", "Registered Nurses"),
    ("Gender", "Female"),
)


def _score_rows(orgs: str = "ZZP", year: int = 2024) -> list[Row]:
    rows: list[Row] = []
    for question, text in _TEXTS.items():
        for group, value in _VALUES.items():
            count = survey_count(orgs, _INDICATOR[question], group)
            share = 10_000 - int(count.printed(2).replace(".", ""))
            score = share if question in _FLIPPED else 10_000 - share
            cells = ("Ethnicity ", value, count.of, f"{score / 10_000:.4f}")
            rows.append((year, question, text, *cells))
        for at, (dim, value) in enumerate(_OTHERS):
            rows.append((year, question, text, dim, value, 300 + at, f"0.7{at}21"))
    return rows


def _figures(indicators: tuple[int, ...], *, bases: bool) -> tuple[Figure, ...]:
    found = []
    for i in indicators:
        for group in GROUPS:
            count = survey_count("ZZP", i, group)
            base = count.of if bases else None
            found.append(printed("ZZP", 2025, i, group, count.printed(2), base=base))
    return tuple(found)


_OPTIONS = {
    "Q14a": ("Never", "1-2", "3-5", "6-10", "More than 10"),
    "Q15": ("Yes", "No", "Don't know"),
    "Q16b": ("Yes", "No"),
}
# What a spreadsheet program makes of “1-2”, “3-5” and “6-10” when it opens the file.
_MANGLED = {"1-2": "02-Jan", "3-5": "05-Mar", "6-10": "10-Jun"}


def _breakdown_rows(mangled: bool) -> list[Row]:
    rows: list[Row] = []
    for question, options in _OPTIONS.items():
        for group, value in _VALUES.items():
            yes = float(survey_count("ZZP", _INDICATOR[question], group).printed(2))
            left = 100 - yes
            shares = {
                "Q14a": (left, yes - 9, 5.0, 2.5, 1.5),
                "Q15": (yes, left - 20, 20.0),
                "Q16b": (yes, left),
            }[question]
            for code, (option, share) in enumerate(zip(options, shares, strict=True), start=1):
                label = _MANGLED.get(option, option) if mangled else option
                cells = (code, label, "Ethnicity", value, f"{share:.2f}")
                rows.append((2024, question, _TEXTS[question], *cells))
    return rows


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    asks = refused(asks=("org_code",))
    scores = warned(*_figures((5, 7, 8), bases=True), fires=(says("indicator 6"),), org_code="ZZP")
    yield Case(
        file="contractor_positive_scoring.csv",
        about="scores count who did not have it; local breakdowns and comparators stand beside "
        "the two groups; managers and colleagues apart; the trust is not named",
        data=csv_text((_SCORES, *_score_rows())).encode(),
        expects=(asks, scores),
    )
    bom = b"\xef\xbb\xbf" + csv_text((_SCORES, *_score_rows()), end="\r\n").encode()
    yield Case(
        file="contractor_positive_scoring_bom.csv",
        about="the same with a byte order mark and CRLF",
        data=bom,
        expects=(asks, scores),
    )
    for name, mangled in (("", False), ("_dates", True)):
        yield Case(
            file=f"contractor_breakdown{name}.csv",
            about="a share for each answer" + (", “1-2” turned into “02-Jan”" if mangled else ""),
            data=csv_text((_BREAKDOWN, *_breakdown_rows(mangled))).encode(),
            expects=(
                asks,
                accepted(*_figures((5, 7, 8), bases=False), org_code="ZZP"),
            ),
        )
    themes = [
        (2024, f"PP{at}", text, "Ethnicity", value, 800, f"{6.1 + at / 10:.2f}")
        for at, text in enumerate(("We are safe and healthy", "Morale", "Burnout"))
        for value in _VALUES.values()
    ]
    yield Case(
        file="contractor_people_promise.csv",
        about="scores of 0 to 10 of the People Promise: none of the nine indicators",
        data=csv_text((_SCORES, *themes)).encode(),
        expects=(refused(), refused(org_code="ZZP")),
    )
    local = [row for row in _score_rows() if str(row[3]).startswith(("BD", "Organisation"))]
    yield Case(
        file="contractor_no_ethnicity.csv",
        about="only directorates and bands: nothing for BME and White in it, and that is said",
        data=csv_text((_SCORES, *local)).encode(),
        expects=(refused(says("ethnic"), org_code="ZZP"),),
    )
