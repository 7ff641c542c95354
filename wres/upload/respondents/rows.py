"""One block's labels to small numbers: place, group, band, staff group and answers of each row."""

from __future__ import annotations

from typing import Any

import numpy as np

from wres.terms import StaffGroup, survey_year_of
from wres.upload.mapping import Choices
from wres.upload.respondents.counts import STAFF_GROUPS
from wres.upload.respondents.ethnicity import Group, group_of, refuse_summary_codes
from wres.upload.respondents.head import Head
from wres.upload.respondents.labels import STRAY, Codes, Labels, Mask, Understood, refuse_strays
from wres.upload.respondents.layout import Layout, is_of_bank, staff_text
from wres.upload.respondents.parsing import Columns
from wres.upload.respondents.questions import (
    FIRST_OF_LATER_NUMBERS,
    FIRST_SURVEY,
    LAST_SURVEY,
    Answer,
    Question,
    answer,
)
from wres.upload.respondents.tally import Small, Tally
from wres.upload.respondents.told_apart import year_in
from wres.upload.term_words import staff_group_word

_NONE = -1
_BANK = 1
_YEARS = LAST_SURVEY - FIRST_SURVEY + 1


def survey_year(label: str, layout: Layout) -> int | None:
    """Return the survey year a cell names: a year, or any text that ends in one."""
    return year_in(label, layout.year_field, is_last=layout.year_is_last)


class RowReader:
    """Reads block after block: what each row's labels mean, and adds the rows to a tally."""

    def __init__(self, head: Head, choices: Choices) -> None:
        self._layout, self._choices, self._header = head.layout, choices, head.header
        self._columns = {
            place: Understood(head.header[place], meaning, is_small=place in head.layout.of_few)
            for place, meaning in _meanings(head.layout, self).items()
        }
        self._ethnicity = Labels(head.header[_place(head.layout.ethnicity)])
        self._ethnic_met: set[tuple[int, int]] = set()
        # By label and year, in one row, so that it is looked up with one number.
        self._groups: Codes = np.zeros(0, dtype=np.int64)
        self._place_of: dict[int, int] = {}
        self._place_numbers: Codes = np.zeros(0, dtype=np.int64)
        self._line = head.lines_to_data + 1
        self.organisations: list[str] = []
        self.bands: list[str] = [""]
        self.band_rows: list[int] = [0]
        self.rows = self.without_place = self.without_group = self.of_bank = 0
        self.tally = Tally(has_staff=head.layout.staff is not None)

    @property
    def places(self) -> tuple[tuple[str, int], ...]:
        """Organisation and survey year of every place met, by its number."""
        pairs = (divmod(pair, _YEARS) for pair in self._place_of)
        return tuple((self.organisations[org], FIRST_SURVEY + year) for org, year in pairs)

    def heading_at(self, place: int | None) -> str:
        """Return the heading of a column."""
        return self._header[_place(place)]

    def labels_at(self, place: int | None) -> Labels | None:
        """Return the labels of a column, or None where no column holds it."""
        return self._columns[place].labels if place is not None else None

    @property
    def ethnicity(self) -> Labels:
        """The labels of the ethnic group."""
        return self._ethnicity

    @property
    def ethnic_met(self) -> tuple[tuple[int, str], ...]:
        """Survey year and label of the ethnic group, of the rows that are used."""
        texts = self._ethnicity.texts
        return tuple((FIRST_SURVEY + year, texts[code]) for year, code in self._ethnic_met)

    def add(self, block: Columns) -> None:
        """Return nothing; take in the rows of a block."""
        layout, size = self._layout, block.rows
        years = self._numbers(block, layout.year, self._chosen_year())
        organisations = self._numbers(block, layout.organisation, self._chosen_organisation())
        is_bank = self._numbers(block, layout.bank, 0) == _BANK
        used = (years >= 0) & (organisations >= 0) & ~is_bank
        kept = None if used.all() else used
        if kept is not None:
            years, organisations = np.where(used, years, 0), np.where(used, organisations, 0)
        groups = self._ethnic_groups(block, years, kept)
        people = self._places(organisations, years, kept) * len(Group) + groups
        bands = self._numbers(block, layout.band, 0)
        staff = self._numbers(block, layout.staff, 0)
        answers = self._answers(block, years, kept)
        self.rows += size
        self.of_bank += int(is_bank.sum())
        self.without_place += size - int((used | is_bank).sum())
        self._line += size
        self._count_bands(_kept(bands, kept))
        given = {question: _kept(one, kept) for question, one in answers.items()}
        self.tally.add(
            _kept(people, kept), _kept(bands, kept), staff=_kept(staff, kept), answers=given
        )

    def _numbers(self, block: Columns, place: int | None, otherwise: int) -> Codes:
        if place is None:
            return np.full(block.rows, otherwise, dtype=np.int64)
        return self._columns[place].numbers(block.by_position[place], self._line)

    def _chosen_year(self) -> int:
        year = self._choices.wres_year
        return year_number(survey_year_of(year), self._layout) if year else _NONE

    def _chosen_organisation(self) -> int:
        return self.organisation_number(self._choices.org_code)

    def organisation_number(self, label: str) -> int:
        """Return the number of an organisation's label; an empty one has none."""
        return _number(label, self.organisations) if label else _NONE

    def band_number(self, label: str) -> int:
        """Return the number of a band's label, 0 for an empty one."""
        return _number(label, self.bands)

    def _ethnic_groups(self, block: Columns, years: Codes, used: Mask | None) -> Codes:
        labels = self._ethnicity
        codes = labels.codes(block.by_position[_place(self._layout.ethnicity)])
        self._place_in_groups(labels.texts[len(self._groups) // _YEARS :])
        pairs = codes * _YEARS + years
        people = np.bincount(_kept(pairs, used), minlength=len(self._groups))
        met = np.flatnonzero(people)
        self._ethnic_met |= {divmod(pair, _YEARS)[::-1] for pair in met.tolist()}
        is_stray = self._groups == STRAY
        if is_stray[met].any():
            are_strays = is_stray.take(pairs)
            labels.note_strays(codes, are_strays if used is None else are_strays & used, self._line)
        placed = np.where(is_stray, Group.UNKNOWN, self._groups)
        self.without_group += int(people[placed == Group.UNKNOWN].sum())
        groups: Codes = placed.take(pairs)
        return groups

    def _place_in_groups(self, texts: list[str]) -> None:
        years = range(FIRST_SURVEY, LAST_SURVEY + 1)
        groups = (group_of(text, year) for text in texts for year in years)
        new = [STRAY if group is None else int(group) for group in groups]
        self._groups = np.concatenate([self._groups, np.array(new, dtype=np.int64)])

    def _places(self, organisations: Codes, years: Codes, used: Mask | None) -> Codes:
        pairs = organisations * _YEARS + years
        met = np.flatnonzero(np.bincount(_kept(pairs, used)))
        missing = len(self.organisations) * _YEARS + 1 - len(self._place_numbers)
        if missing > 0:
            new = np.full(missing, _NONE, dtype=np.int64)
            self._place_numbers = np.concatenate([self._place_numbers, new])
        for pair in met[self._place_numbers[met] == _NONE].tolist():
            self._place_numbers[pair] = len(self._place_of)
            self._place_of[pair] = len(self._place_of)
        places: Codes = self._place_numbers.take(pairs)
        return places

    def _answers(self, block: Columns, years: Codes, used: Mask | None) -> dict[Question, Small]:
        layout = self._layout
        questions = {**layout.later, **layout.earlier}
        is_earlier = years < FIRST_OF_LATER_NUMBERS - FIRST_SURVEY
        if not (layout.has_all_earlier and is_earlier.any()):
            return {one: self._given(block, layout.later.get(one), used) for one in questions}
        of_later = ~is_earlier if used is None else used & ~is_earlier
        of_earlier = is_earlier if used is None else used & is_earlier
        found: dict[Question, Small] = {}
        for question in questions:
            later = self._given(block, layout.later.get(question), of_later)
            earlier = self._given(block, layout.earlier.get(question), of_earlier)
            found[question] = np.where(is_earlier, earlier, later)
        return found

    def _given(self, block: Columns, place: int | None, used: Mask | None) -> Small:
        if place is None:
            return np.full(block.rows, Answer.BLANK, dtype=np.uint8)
        return self._columns[place].numbers(block.by_position[place], self._line, used)

    def _count_bands(self, bands: Codes) -> None:
        counted = np.bincount(bands, minlength=len(self.bands)).tolist()
        before = self.band_rows + [0] * (len(counted) - len(self.band_rows))
        self.band_rows = [one + two for one, two in zip(before, counted, strict=True)]


def year_number(year: int | None, layout: Layout) -> int:
    """Return a survey year counted from the first, or that it is none these columns are of."""
    if year is None or layout.questions_in(year) is None:
        return STRAY
    return year - FIRST_SURVEY


def refuse_unplaced(reader: RowReader, layout: Layout) -> None:
    """Return nothing if every label that has to be understood is.

    Raises:
        FileRefused: If one is not: a year, an ethnic group or an answer.
    """
    years = reader.labels_at(layout.year)
    if years:
        refuse_strays(
            years,
            "a survey year these questions belong to",
            "write the year in four figures and head the questions as in that survey, from 2018",
        )
    refuse_strays(
        reader.ethnicity,
        "an ethnic group without guessing",
        "write the labels of the survey; its codes are known for surveys 2021 to 2025",
    )
    refuse_summary_codes(reader.ethnicity.heading, reader.ethnic_met)
    for place in sorted({*layout.later.values(), *layout.earlier.values()}):
        labels = reader.labels_at(place)
        assert labels is not None
        refuse_strays(
            labels, "an answer to this question", "write the answers or the codes of the survey"
        )


def _meanings(layout: Layout, reader: RowReader) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for questions in (layout.later, layout.earlier):
        for question, place in questions.items():
            found[place] = lambda label, asked=question: _answered(asked, label)
    if layout.year is not None:
        found[layout.year] = lambda label: (
            year_number(survey_year(label, layout), layout) if label else _NONE
        )
    if layout.organisation is not None:
        found[layout.organisation] = reader.organisation_number
    if layout.band is not None:
        found[layout.band] = reader.band_number
    if layout.bank is not None:
        found[layout.bank] = lambda label: _bank(label, reader.heading_at(layout.bank))
    if layout.staff is not None:
        found[layout.staff] = lambda label: _staff(label, is_yes_no=layout.staff_is_yes_no)
    return found


def _answered(question: Question, label: str) -> int:
    found = answer(question, label)
    return STRAY if found is None else int(found)


def _bank(label: str, header: str) -> int:
    of_bank = is_of_bank(label, header)
    return STRAY if of_bank is None else _BANK * of_bank


def _staff(label: str, *, is_yes_no: bool) -> int:
    """A staff group's place, 0 for people who gave none."""
    group = staff_group_word(staff_text(label, is_yes_no=is_yes_no))
    if group in STAFF_GROUPS:
        return STAFF_GROUPS.index(group) + 1
    return 0 if group is StaffGroup.ALL and not label else STRAY


def _kept(values: Any, used: Mask | None) -> Any:
    """The values of the rows that are used; without a mask, every row is."""
    return values if used is None else values[used]


def _number(label: str, listed: list[str]) -> int:
    if label not in listed:
        listed.append(label)
    return listed.index(label)


def _place(position: int | None) -> int:
    assert position is not None
    return position
