"""Which column of a survey extract holds what: the questions by survey year, and who answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from wres.upload.band_words import band_word
from wres.upload.cells import words_of
from wres.upload.columns import FIGURE_FIELDS, ColumnUse, Field
from wres.upload.reading import Line
from wres.upload.respondents.questions import (
    EARLIER_NUMBERS,
    FIRST_OF_LATER_NUMBERS,
    FIRST_SURVEY,
    LAST_SURVEY,
    LATER_NUMBERS,
    Question,
    answer,
    question_number,
)
from wres.upload.respondents.told_apart import told_apart
from wres.upload.term_words import staff_group_word

_YEAR_HEADINGS = ("year date", "yeardate")
_ETHNIC_HEADINGS = ("ethnicity code", "ethnic code", "ethnic group code", "eth", "ethnicity label")
_STAFF_YES_NO = {"yes": "clinical", "no": "non-clinical"}
_BANK = ("main or bank indicator", "main or bank", "bank indicator", "main bank", "bank staff")
_OF_BANK = frozenset(
    (
        *("bank", "bank only", "bank staff", "bank worker", "bank workers", "bank member"),
        *("bank only staff", "bank only worker", "bank only workers", "nhs bank", "bank survey"),
    )
)
_NOT_OF_BANK = frozenset(
    (
        *("", "main", "main staff", "main survey", "substantive", "substantive staff", "permanent"),
        *("contracted", "employed", "not bank", "non bank", "core", "core staff"),
    )
)
_BOTH_OF_STAFF = {Question.MANAGERS, Question.COLLEAGUES}
_WEIGHTS = ("weight", "weighting", "weights", "case weight", "survey weight")
# A typing error or two among the answers does not make a file a table of figures.
_MOST_ANSWERS = 0.8
_SURELY_ANSWERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where everything stands, as positions from zero; None where no column holds it.

    ``later`` are the questions under their numbers since survey 2021, ``earlier`` those of 2018
    to 2020. ``year_field`` says which kind of year the year column holds, ``year_is_last`` that its
    cells end in the survey year, whatever stands before. ``asked_twice`` are
    headings of questions, ``said_twice`` columns for one thing, of which one too many is there.
    """

    later: dict[Question, int] = field(default_factory=dict)
    earlier: dict[Question, int] = field(default_factory=dict)
    ethnicity: int | None = None
    organisation: int | None = None
    year: int | None = None
    year_field: Field = Field.SURVEY_YEAR
    year_is_last: bool = False
    band: int | None = None
    staff: int | None = None
    staff_is_yes_no: bool = False
    weight: int | None = None
    bank: int | None = None
    asked_twice: tuple[str, ...] = ()
    said_twice: tuple[ColumnUse, ...] = ()

    @property
    def positions(self) -> tuple[int, ...]:
        """The columns that are read, in order; every other is passed over."""
        people = (self.ethnicity, self.organisation, self.year, self.band, self.staff, self.bank)
        found = {place for place in people if place is not None}
        return tuple(sorted(found | set(self.later.values()) | set(self.earlier.values())))

    @property
    def of_few(self) -> frozenset[int]:
        """The columns whose labels each stand for one of a few things."""
        staff = () if self.staff is None else (self.staff,)
        return frozenset((*self.later.values(), *self.earlier.values(), *staff))

    def questions_in(self, survey_year: int) -> dict[Question, int] | None:
        """Return where a survey year's answers stand, or None when these columns are not its own.

        A file of several years may head all of them as since 2021; every one of the five columns
        has to be there to be sure of it, as the numbers alone meant other questions before.
        """
        if not FIRST_SURVEY <= survey_year <= LAST_SURVEY:
            return None
        if survey_year >= FIRST_OF_LATER_NUMBERS:
            return self.later or None
        if self.has_all_earlier:
            return self.earlier
        return self.later if len(self.later) == len(Question) else None

    @property
    def has_all_earlier(self) -> bool:
        """Whether every question is there under its number of 2018 to 2020."""
        return len(self.earlier) == len(Question)


def layout_of(uses: Sequence[ColumnUse], sample: Sequence[Line]) -> Layout | None:
    """Return where everything stands if the columns and first rows are those of an extract.

    A question at least has its own column, such columns hold answers and not figures (in words,
    if it is a single one), and beside fewer than three of them no column is headed as figures.
    """
    later = _questions(uses, LATER_NUMBERS)
    earlier = _questions(uses, EARLIER_NUMBERS)
    if len(earlier) < len(Question):
        earlier = {}
    asked = [*earlier.items(), *later.items()]
    has_figures = any(use.field in FIGURE_FIELDS for use in uses)
    # A heading such as “score” or “other” beside so many columns of answers is one more question.
    if not asked or (has_figures and len(asked) < _SURELY_ANSWERS):
        return None
    if not _holds_answers(asked, sample):
        return None
    year, years = told_apart(uses, _year_column(uses), sample)
    organisation, named = told_apart(uses, _first(uses, Field.ORG_CODE, Field.ORG_NAME), sample)
    ethnicity = _headed(uses, Field.ETHNIC_GROUP, _ETHNIC_HEADINGS)
    ethnicity, grouped = told_apart(uses, ethnicity, sample, year=year)
    staff = _best(uses, Field.STAFF_GROUP, sample)
    return Layout(
        later=later,
        earlier=earlier,
        ethnicity=ethnicity,
        organisation=organisation,
        year=year,
        year_field=_year_field(uses, year),
        year_is_last=year is not None and words_of(uses[year].header) in _YEAR_HEADINGS,
        band=_best(uses, Field.BAND, sample),
        staff=staff,
        staff_is_yes_no=staff is not None and words_of(uses[staff].header) == "clinical",
        weight=next((u.position for u in uses if words_of(u.header) in _WEIGHTS), None),
        bank=next((u.position for u in uses if words_of(u.header) in _BANK), None),
        asked_twice=_asked_twice(uses, {*later.values(), *earlier.values()}),
        said_twice=grouped or named or years,
    )


def is_of_bank(label: str, header: str) -> bool | None:
    """Return whether a label says somebody is bank staff, or None where it cannot be told.

    Under a heading that asks of the bank alone, yes and no are answers too.
    """
    words = words_of(label)
    if words in _OF_BANK or words in _NOT_OF_BANK:
        return words in _OF_BANK
    asks_of_bank = "main" not in words_of(header)
    return {"yes": True, "y": True, "no": False, "n": False}.get(words) if asks_of_bank else None


def staff_text(label: str, *, is_yes_no: bool) -> str:
    """Return a staff group's label; under the heading “clinical”, yes and no name the two."""
    return _STAFF_YES_NO.get(words_of(label), label) if is_yes_no else label


def _questions(uses: Sequence[ColumnUse], numbers: dict[str, Question]) -> dict[Question, int]:
    found: dict[Question, int] = {}
    for use in uses:
        question = numbers.get(question_number(use.header))
        if question and use.field is Field.UNKNOWN:
            found.setdefault(question, use.position)
    if not found.keys() >= _BOTH_OF_STAFF:
        # Harassment by staff is that by managers or colleagues; one of them is not the indicator.
        found = {asked: place for asked, place in found.items() if asked not in _BOTH_OF_STAFF}
    return found


def _asked_twice(uses: Sequence[ColumnUse], places: set[int]) -> tuple[str, ...]:
    """The headings that name a question another column answers already."""
    asked = {question_number(uses[place].header) for place in places}
    again = (use for use in uses if use.position not in places and use.field is Field.UNKNOWN)
    return tuple(use.header for use in again if question_number(use.header) in asked)


def _holds_answers(asked: Sequence[tuple[Question, int]], sample: Sequence[Line]) -> bool:
    cells = Counter((question, line.cells[at]) for line in sample for question, at in asked)
    filled = {told: many for told, many in cells.items() if told[1]}
    known = sum(many for told, many in filled.items() if answer(*told) is not None)
    if len(asked) == 1 and any(cell.isdigit() for _, cell in filled):
        return False
    return bool(filled) and known >= _MOST_ANSWERS * sum(filled.values())


def _first(uses: Sequence[ColumnUse], *fields: Field) -> int | None:
    places = [use.position for wanted in fields for use in uses if use.field is wanted]
    return places[0] if places else None


def _headed(uses: Sequence[ColumnUse], wanted: Field, headings: tuple[str, ...]) -> int | None:
    known = _first(uses, wanted)
    if known is not None:
        return known
    places = [use.position for use in uses if words_of(use.header) in headings]
    return places[0] if places else None


def _year_column(uses: Sequence[ColumnUse]) -> int | None:
    surveyed = _headed(uses, Field.SURVEY_YEAR, _YEAR_HEADINGS)
    return surveyed if surveyed is not None else _first(uses, Field.YEAR, Field.WRES_YEAR)


def _year_field(uses: Sequence[ColumnUse], place: int | None) -> Field:
    """An extract of answers is of its survey, so a plain “year” is the year of the survey."""
    is_wres = place is not None and uses[place].field is Field.WRES_YEAR
    return Field.WRES_YEAR if is_wres else Field.SURVEY_YEAR


def _best(uses: Sequence[ColumnUse], wanted: Field, sample: Sequence[Line]) -> int | None:
    """The column whose first cells are most often terms of the standard; none if few are."""
    shares = {use.position: _share(use, wanted, sample) for use in uses if use.field is wanted}
    best = max(shares, key=lambda place: shares[place], default=None)
    return best if best is not None and shares[best] >= 0.5 else None


def _share(use: ColumnUse, wanted: Field, sample: Sequence[Line]) -> float:
    cells = [line.cells[use.position] for line in sample]
    filled = [cell for cell in cells if cell]
    if wanted is Field.BAND:
        known = sum(band_word(cell) is not None for cell in filled)
    else:
        is_yes_no = words_of(use.header) == "clinical"
        told = (staff_text(cell, is_yes_no=is_yes_no) for cell in filled)
        known = sum(staff_group_word(cell) is not None for cell in told)
    return known / len(filled) if filled else 0.0
