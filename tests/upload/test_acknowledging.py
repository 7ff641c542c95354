"""Warnings of a doubtful figure want a reason; warnings that only tell do not."""

from __future__ import annotations

import json

import pytest

from wres.errors import NotAllowed
from wres.upload.acknowledging import Acknowledgement, acknowledged, kept, unanswered, wanted
from wres.upload.checking import CheckResult
from wres.upload.checks import CHECKS, SHEETS_CHECKS, TELLS_ONLY
from wres.upload.examine import Examination
from wres.upload.report import as_json

from .corrupted import wide
from .files import look

SWAPPED = wide("R0A,2025,8,16.1,6.6", "R0A,2025,5,25.2,*")


def asked() -> tuple[Examination, CheckResult]:
    """A file that looks swapped and has a hidden figure, and the one warning that asks."""
    found = look(SWAPPED)
    (answer,) = wanted(found)
    return found, answer


def test_a_doubtful_figure_asks_and_a_hidden_mark_does_not() -> None:
    """Both are warnings; one of them wants a reason."""
    found, answer = asked()
    assert {c.check for c in found.warnings} == {"swapped_groups", "hidden_marks"}
    assert answer.check == "swapped_groups"


def test_a_reason_answers_its_warning() -> None:
    """And is kept as check, message and reason."""
    found, answer = asked()
    said = acknowledged(answer, "  Checked with\nESR,  it is right ")
    assert said == Acknowledgement("swapped_groups", "", "Checked with ESR, it is right")
    assert unanswered(found, ()) == (answer,)
    assert unanswered(found, (said,)) == ()
    assert kept(found, (said,)) == (
        ("swapped_groups", answer.message, "Checked with ESR, it is right"),
    )


@pytest.mark.parametrize("reason", ["", "ok", "  o k"[:4], "x" * 501, "\u200b\u200b\u200b"])
def test_a_reason_that_is_none_is_not_taken(reason: str) -> None:
    """Too short, too long, or made of characters nobody sees."""
    found, answer = asked()
    with pytest.raises(NotAllowed):
        acknowledged(answer, reason)
    assert unanswered(found, (Acknowledgement(answer.check, "", reason),)) == (answer,)
    assert kept(found, (Acknowledgement(answer.check, "", reason),)) == ()


def test_a_reason_for_another_sheet_does_not_count() -> None:
    """The same warning on two sheets is two warnings."""
    found, answer = asked()
    assert unanswered(found, (Acknowledgement(answer.check, "Other", "It is right"),)) == (answer,)


def test_a_check_asks_for_a_reason_unless_it_is_marked() -> None:
    """What was done is told, on one sheet or several; less than a fifth of all only tell."""
    every = {check.name for check in (*CHECKS, *SHEETS_CHECKS)}
    assert {"hidden_marks", "left_out", "not_in_this_file", "sheets_repeat"} <= TELLS_ONLY
    assert not TELLS_ONLY & {"jump", "swapped_groups", "doubtful_beside", "sheets_years"}
    assert len(TELLS_ONLY) < len(every) / 5


def test_the_command_line_is_told_what_can_be_mended_and_what_wants_a_reason() -> None:
    """The same repairs and reasons as on the page."""
    told = json.loads(as_json(look(SWAPPED)))
    assert [one["check"] for one in told["reasons_wanted"]] == ["swapped_groups"]
    (repair,) = told["repairs_offered"]
    assert repair["id"] == "swapped_groups.swap"
    assert repair["changes_in_all"] == len(repair["changes"]) == 2
    assert repair["changes"][0] == {
        "sheet": "",
        "line": 2,
        "column": 4,
        "before": "6.6",
        "after": "16.1",
    }
    assert told["repairs_made"] == []
