"""Rows of labels to counts: whole columns at a time, each label understood once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from wres.upload.respondents.counts import COUNTS, DONT_KNOW, Numbers
from wres.upload.respondents.ethnicity import Group
from wres.upload.respondents.questions import Answer, Question

# Rows kept as small numbers until there are enough to count in one go.
_ENOUGH_ROWS = 200_000
_STAFF_PLACES = 4
# Where indicator 7, the only one with “don’t know”, stands among indicators 5 to 8.
_CAREER = 2
Small = npt.NDArray[np.int8]
Codes = npt.NDArray[np.int64]


class Tally:
    """Adds people up by place, group, band and staff group."""

    def __init__(self, *, has_staff: bool) -> None:
        self._has_staff = has_staff
        self._waiting: list[tuple[Codes, Codes, Codes, dict[Question, Small]]] = []
        self._rows = 0
        self.by_band: Numbers = np.zeros((len(COUNTS), 0, len(Group), 1), dtype=np.int64)
        self.by_staff: Numbers = np.zeros((len(COUNTS), 0, len(Group), _STAFF_PLACES), np.int64)

    def add(
        self, people: Codes, bands: Codes, staff: Codes, answers: dict[Question, Small]
    ) -> None:
        """Return nothing; take in rows: place and group in one number, band, staff, answers."""
        self._waiting.append((people, bands, staff, answers))
        self._rows += len(people)
        if self._rows >= _ENOUGH_ROWS:
            self.count()

    def count(self) -> None:
        """Return nothing; add up the rows that wait."""
        if not self._rows:
            return
        people, bands, staff = (
            np.concatenate([one[i] for one in self._waiting])
            for i in range(3)  # type: ignore[misc]
        )
        answers = {
            question: np.concatenate([one[3][question] for one in self._waiting])
            for question in self._waiting[0][3]
        }
        self._waiting, self._rows = [], 0
        given = _given(answers)
        self.by_band = _added(self.by_band, people, bands, given)
        if self._has_staff:
            self.by_staff = _added(self.by_staff, people, staff, given)
        else:
            self.by_staff = _grown(self.by_staff, self.by_band.shape[1], _STAFF_PLACES)


def _given(answers: dict[Question, Small]) -> list[Small | None]:
    """What each row answers to indicators 5 to 8; None where nobody was asked."""
    managers, colleagues = answers.get(Question.MANAGERS), answers.get(Question.COLLEAGUES)
    staff = None
    if managers is not None and colleagues is not None:
        never = (managers == Answer.NO) & (colleagues == Answer.NO)
        at_all = (managers == Answer.YES) | (colleagues == Answer.YES)
        staff = np.where(at_all, Answer.YES, np.where(never, Answer.NO, Answer.BLANK))
    return [
        answers.get(Question.PUBLIC),
        staff,
        answers.get(Question.CAREER),
        answers.get(Question.DISCRIMINATION),
    ]


def _added(before: Numbers, people: Codes, parts: Codes, given: list[Small | None]) -> Numbers:
    places = max(before.shape[1], int(people.max()) // len(Group) + 1)
    after = _grown(before, places, max(before.shape[3], int(parts.max()) + 1))
    _, _, groups, width = after.shape
    key = (people * width + parts) * len(Answer)
    for at, answers in enumerate(given):
        if answers is None:
            continue
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
