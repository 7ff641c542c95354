"""Checks for words a spreadsheet turned into something else: dates, numbers, lost zeros."""

from __future__ import annotations

import re
from functools import cache

from wres.organisations import Organisations
from wres.upload.asking import on_few
from wres.upload.band_words import band_word
from wres.upload.checking import CheckResult, Upload, wrong_figures
from wres.upload.figures import Figure
from wres.upload.term_words import indicator_number

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_MONTH = re.compile(r"^(\d{1,2})[-/ ]([a-z]{3})(?:[-/ ]\d{2,4})?$", re.I)
_MONTH_DAY = re.compile(r"^([a-z]{3})[-/ ](\d{1,2})$", re.I)
_ISO = re.compile(r"^\d{4}-(\d\d)-(\d\d)(?:[ T]00:00(?::00)?)?$")
_SLASHED = re.compile(r"^(\d{1,2})/(\d{1,2})/\d{2,4}(?: 00:00(?::00)?)?$")
_POWER = re.compile(r"^\d(?:\.\d+)?E[+-]?\d+$", re.I)
_QUESTION = re.compile(r"^q(uestion)? ?\d{1,2}", re.I)
_SURVEYS = (2018, 2021)


@on_few
def check_mangled_band(upload: Upload) -> CheckResult:
    """No band was turned into a date by a spreadsheet."""
    return wrong_figures(
        "mangled_band",
        (f for f in upload.figures if f.band is None and date_parts(f.draft.keys.band)),
        told=lambda f: f.draft.keys.band,
        what="a date where a band belongs, which a spreadsheet made of bands such as “1-4”",
        fine="No band became a date.",
        fix="Format the column as text in the spreadsheet and write the bands again.",
    )


@on_few
def check_mangled_code(upload: Upload) -> CheckResult:
    """No organisation code was turned into a number or a date by a spreadsheet."""
    return wrong_figures(
        "mangled_code",
        (f for f in upload.figures if f.organisation is None and is_mangled(f.terms.org_text)),
        told=lambda f: f.terms.org_text,
        what="a number or date that a spreadsheet made of an organisation code",
        fine="No code became a number or a date.",
        fix="Format the column as text in the spreadsheet and write the code again.",
    )


@on_few
def check_lost_zeros(upload: Upload) -> CheckResult:
    """No organisation code lost the zeros it begins with."""
    return wrong_figures(
        "lost_zeros",
        (f for f in upload.figures if has_lost_zeros(f, upload)),
        told=lambda f: f.terms.org_text,
        what="no organisation code, but would be with the zeros it begins with",
        fine="No code lost its zeros.",
        fix="Format the column as text in the spreadsheet and write the code with its zeros.",
    )


@on_few
def check_mangled_words(upload: Upload) -> CheckResult:
    """No indicator, staff group or ethnic group was turned into a date by a spreadsheet."""
    return wrong_figures(
        "mangled_words",
        (f for f in upload.figures if _mangled_word(f)),
        told=_mangled_word,
        what="a date where a word of the standard belongs",
        fine="No word became a date.",
        fix="Format the column as text in the spreadsheet and write the words again.",
    )


@on_few
def check_question_of_other_year(upload: Upload) -> CheckResult:
    """A survey question number is one that asked for the indicator in that year's survey."""
    return wrong_figures(
        "question_of_other_year",
        (f for f in upload.figures if is_question_of_other_year(f)),
        told=lambda f: f"{f.draft.keys.indicator} in survey {f.survey_year}",
        what="another question in that year. The numbers changed between survey 2020 and 2021",
        fine="Question numbers fit their survey.",
        fix="Write the indicator instead of the question number.",
    )


def date_parts(cell: str) -> tuple[int, int] | None:
    """Return the two numbers a spreadsheet made a date of, in both orders the same; or None."""
    named = _DAY_MONTH.match(cell)
    if named and named[2].casefold() in _MONTHS:
        return int(named[1]), _MONTHS.index(named[2].casefold()) + 1
    turned = _MONTH_DAY.match(cell)
    if turned and turned[1].casefold() in _MONTHS:
        return _MONTHS.index(turned[1].casefold()) + 1, int(turned[2])
    numbered = _ISO.match(cell) or _SLASHED.match(cell)
    return (int(numbered[1]), int(numbered[2])) if numbered else None


def is_mangled(cell: str) -> bool:
    """Return whether a spreadsheet made this of a code: 1.00E+05, 3-May, 2025-05-03."""
    return bool(_POWER.match(cell)) or date_parts(cell) is not None


def has_lost_zeros(figure: Figure, upload: Upload) -> bool:
    """Return whether a figure's unknown code is a known one once zeros stand before it."""
    text = figure.terms.org_text.upper()
    return figure.organisation is None and bool(with_zeros(text, upload.organisations))


def with_zeros(text: str, organisations: Organisations) -> tuple[str, ...]:
    """Return the known codes that are this text with zeros before it, one or two."""
    if not text or text in organisations:
        return ()
    return tuple(c for c in (f"0{text}", f"00{text}") if len(c) <= 5 and c in organisations)


def is_mangled_indicator(figure: Figure) -> bool:
    """Return whether another check says what is wrong with a figure's indicator."""
    return date_parts(figure.draft.keys.indicator) is not None or is_question_of_other_year(figure)


def is_question_of_other_year(figure: Figure) -> bool:
    """Return whether a question number asked for an indicator in another year's survey only."""
    if figure.indicator is not None or figure.survey_year is None:
        return False
    return _asks_in_any_year(figure.draft.keys.indicator)


@cache
def _asks_in_any_year(text: str) -> bool:
    if not _QUESTION.match(text):
        return False
    return any(indicator_number(text, year) is not None for year in _SURVEYS)


def _mangled_word(figure: Figure) -> str:
    keys = figure.draft.keys
    unread = (
        (keys.indicator, figure.indicator),
        (keys.staff_group, figure.staff_group),
        (keys.ethnic_group, figure.group),
    )
    return next((text for text, read in unread if text and not read and date_parts(text)), "")


def band_of_date(cell: str) -> str:
    """Return the one band a date was made of, such as “1-4” for 4-Jan; empty if not sure."""
    parts = date_parts(cell)
    if parts is None:
        return ""
    spelled = {f"{low}-{high}" for low, high in (parts, parts[::-1]) if low < high}
    known = {text for text in spelled if band_word(text)}
    return known.pop() if len(known) == 1 else ""
