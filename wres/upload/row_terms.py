"""The words of one row turned into terms: organisation, year, indicator, staff group, band, group.

Rows repeat the same words, so each different set of words is worked out once.
"""

from __future__ import annotations

from dataclasses import dataclass

from wres.organisations import ENGLAND, Organisation, Organisations
from wres.terms import Band, EthnicGroup, StaffGroup, survey_year_of, wres_year_of
from wres.upload.band_words import band_in
from wres.upload.cells import words_of
from wres.upload.ethnic_words import ethnic_word
from wres.upload.mapping import Choices
from wres.upload.shapes.draft import Keys
from wres.upload.term_words import (
    YearKind,
    indicator_number,
    staff_group_word,
    year_word,
)

_TOTALS = frozenset(
    (
        *("total", "totals", "grand total", "england", "national", "all trusts", "average", "mean"),
        *("median", "all organisations", "england average", "national average", "national total"),
        *("england total", "sum", "overall", "all nhs trusts", "benchmark", "nhs england"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTerms:
    """What a row's words mean; None where a word is not known. ``place`` is all but the group."""

    organisation: Organisation | None
    org_text: str
    wres_year: int | None
    survey_year: int | None
    year_text: str
    year_is_guess: bool
    indicator: int | None
    staff_group: StaffGroup | None
    band: Band | None
    group: EthnicGroup | None
    is_detailed: bool
    is_total: bool
    place: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Years:
    wres: int | None
    survey: int | None
    text: str
    is_guess: bool = False


class TermReader:
    """Reads the words of rows, with the organisations and the choices they are read by."""

    def __init__(self, organisations: Organisations, choices: Choices) -> None:
        self._organisations = organisations
        self._choices = choices
        self._read: dict[Keys, RowTerms] = {}
        self._found: dict[str, Organisation | None] = {}

    def read(self, keys: Keys) -> RowTerms:
        """Return what a row's words mean."""
        known = self._read.get(keys)
        if known is None:
            known = self._read[keys] = self._terms(keys)
        return known

    def _terms(self, keys: Keys) -> RowTerms:
        org_text = keys.org_code or keys.org_name or self._choices.org_code
        org = self._organisation(org_text)
        years = _years(keys, self._choices)
        number = indicator_number(keys.indicator, years.survey)
        staff = _staff_group(keys.staff_group, number)
        band = band_in(keys.band, staff)
        word = ethnic_word(keys.ethnic_group) if keys.ethnic_group else None
        return RowTerms(
            organisation=org,
            org_text=org_text,
            wres_year=years.wres,
            survey_year=years.survey,
            year_text=years.text,
            year_is_guess=years.is_guess,
            indicator=number,
            staff_group=staff,
            band=band,
            group=word.group if word else None,
            is_detailed=bool(word and word.detailed),
            is_total=_is_total(keys, org, org_text),
            place=(
                org.code if org else org_text,
                years.wres,
                number,
                staff.value if staff else None,
                band.value if band else None,
            ),
        )

    def _organisation(self, text: str) -> Organisation | None:
        if text not in self._found:
            code = text.upper()
            known = code in self._organisations
            self._found[text] = (
                self._organisations.get(code) if known else self._organisations.named(text)
            )
        return self._found[text]


def _is_total(keys: Keys, org: Organisation | None, org_text: str) -> bool:
    is_england = org is not None and org.code == ENGLAND
    return is_england or words_of(org_text) in _TOTALS or words_of(keys.indicator) in _TOTALS


def _staff_group(text: str, number: int | None) -> StaffGroup | None:
    group = staff_group_word(text)
    return StaffGroup.BOARD if number == 9 and group is StaffGroup.ALL else group


def _years(keys: Keys, choices: Choices) -> _Years:
    text = keys.wres_year or keys.year or keys.survey_year
    survey = _year_in(keys.survey_year, YearKind.SURVEY)
    wres = _year_in(keys.wres_year, YearKind.WRES)
    is_guess = False
    if wres is None and survey is None:
        word = year_word(keys.year) if keys.year else None
        is_guess = bool(word and word.kind is YearKind.UNSAID)
        wres = _year_in(keys.year, YearKind.WRES) if text else choices.wres_year
    if wres is None and survey is not None:
        wres = wres_year_of(survey)
    if survey is None and wres is not None:
        survey = survey_year_of(wres)
    return _Years(wres, survey, text, is_guess)


def _year_in(text: str, column: YearKind) -> int | None:
    """The year a cell holds, as the kind of year its column is for."""
    word = year_word(text) if text else None
    if word is None:
        return None
    kind = column if word.kind is YearKind.UNSAID else word.kind
    if kind is column:
        return word.year
    return wres_year_of(word.year) if column is YearKind.WRES else survey_year_of(word.year)
