"""Rows of labels to counts: whole columns at a time, each label understood once."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from wres.upload.respondents.counts import COUNTS, DONT_KNOW, Numbers
from wres.upload.respondents.ethnicity import Group
from wres.upload.respondents.questions import Answer, Question

# Rows kept as small numbers until there are enough to count in one go.
_ENOUGH_ROWS = 200_000
_STAFF_PLACES = 4
# The answers to indicators 5 to 8 are kept in one byte, two bits each, in this order.
_BITS = 2
_OF_PUBLIC, _OF_STAFF, _CAREER, _DISCRIMINATION = range(4)
_ALONE = {
    _OF_PUBLIC: Question.PUBLIC,
    _CAREER: Question.CAREER,
    _DISCRIMINATION: Question.DISCRIMINATION,
}
Small = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.int64]


class Tally:
    """Adds people up by place, group, band and staff group."""

    def __init__(self, *, has_staff: bool) -> None:
        self._has_staff = has_staff
        self._waiting: list[tuple[Codes, Codes, Small, Small]] = []
        self._rows = 0
        self.by_band: Numbers = np.zeros((len(COUNTS), 0, len(Group), 1), dtype=np.int64)
        self.by_staff: Numbers = np.zeros((len(COUNTS), 0, len(Group), _STAFF_PLACES), np.int64)

    def add(
        self, people: Codes, bands: Codes, *, staff: Small, answers: dict[Question, Small]
    ) -> None:
        """Return nothing; take in rows: place and group in one number, band, staff, answers."""
        if not len(people):
            return
        self._waiting.append((people, bands, staff, _packed(answers, len(people))))
        self._rows += len(people)
        if self._rows >= _ENOUGH_ROWS:
            self.count()

    def count(self) -> None:
        """Return nothing; add up the rows that wait."""
        if not self._rows:
            return
        people, bands, staff, answers = (
            np.concatenate(column) for column in zip(*self._waiting, strict=True)
        )
        self._waiting, self._rows = [], 0
        given = [answers >> at * _BITS & len(Answer) - 1 for at in range(len(COUNTS) // 2)]
        self.by_band = _added(self.by_band, people, bands, given)
        if self._has_staff:
            self.by_staff = _added(self.by_staff, people, staff, given)
        else:
            self.by_staff = _grown(self.by_staff, self.by_band.shape[1], _STAFF_PLACES)


def _packed(answers: dict[Question, Small], rows: int) -> Small:
    """What each row answers to indicators 5 to 8; a question that is not there is left blank."""
    packed = np.zeros(rows, dtype=np.uint8)
    for at, question in _ALONE.items():
        if question in answers:
            packed |= answers[question] << at * _BITS
    managers, colleagues = answers.get(Question.MANAGERS), answers.get(Question.COLLEAGUES)
    if managers is not None and colleagues is not None:
        packed |= _BY_STAFF.take(managers << _BITS | colleagues) << _OF_STAFF * _BITS
    return packed


def _by_staff() -> Small:
    """The answer to indicator 6 by those to its two questions: yes to either, or never to both."""
    both = np.full((len(Answer), len(Answer)), Answer.BLANK, dtype=np.uint8)
    both[Answer.NO, Answer.NO] = Answer.NO
    both[Answer.YES, :] = both[:, Answer.YES] = Answer.YES
    return both.ravel()


_BY_STAFF = _by_staff()


def _added(
    before: Numbers, people: Codes, parts: npt.NDArray[Any], given: list[npt.NDArray[Any]]
) -> Numbers:
    places = max(before.shape[1], int(people.max()) // len(Group) + 1)
    after = _grown(before, places, max(before.shape[3], int(parts.max()) + 1))
    _, _, groups, width = after.shape
    key = (people * width + parts) * len(Answer)
    for at, answers in enumerate(given):
        counted = np.bincount(key + answers, minlength=places * groups * width * len(Answer))
        by_answer = counted.reshape(places, groups, width, len(Answer))
        yes, unsure = by_answer[..., Answer.YES], by_answer[..., Answer.DONT_KNOW]
        after[2 * at] += yes
        after[2 * at + 1] += yes + unsure + by_answer[..., Answer.NO]
        if at == _CAREER:
            after[DONT_KNOW] += unsure
    return after


def _grown(before: Numbers, places: int, width: int) -> Numbers:
    if (places, width) == (before.shape[1], before.shape[3]):
        return before
    after = np.zeros((before.shape[0], places, before.shape[2], width), dtype=np.int64)
    after[:, : before.shape[1], :, : before.shape[3]] = before
    return after
