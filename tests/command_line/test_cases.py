"""``cases`` and ``review-case``."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.answers.test_local_cases import TOLD
from tests.command_line.conftest import Run
from wres.answers.local_cases import Step, keep_case, move_case
from wres.answers.opening import local_store
from wres.library.local_cases import Stage

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def offered() -> Step:
    """A case of R0A that waits for review, written by Ama."""
    with local_store() as store:
        draft = keep_case(store, TOLD, org_code="R0A", made_by="ama", made_at=NOW)
        return move_case(store, draft, Stage.OFFERED, made_by="ama", made_at=NOW, reviewing=False)


def test_without_a_case_there_is_nothing_to_list(run: Run) -> None:
    """And nothing to review."""
    assert run("cases").out == "No case study of this installation is kept.\n"
    assert run("cases", "--json").data == []


def test_a_case_is_listed_reviewed_by_another_and_shared(run: Run) -> None:
    """All it tells is there to be read first; its writer cannot share it."""
    case = offered()
    told = run("cases").out
    assert "Night staff could not come." in told and "400 and 400 answered" in told
    assert run("review-case", case.record_id).code == 2
    own = run("review-case", case.record_id, "--by", "ama")
    assert own.code != 0 and "cannot review it" in own.err
    assert "everybody on this installation sees it" in " ".join(
        run("review-case", case.record_id, "--by", "ada").out.split()
    )
    assert run("cases", "--json").data[0]["stage"] == "shared"


def test_a_case_can_be_given_back_with_a_reason(run: Run) -> None:
    """The reason is kept with it."""
    case = offered()
    run("review-case", case.record_id, "--by", "ada", "--give-back", "Which wards?")
    (one,) = run("cases", "--json").data
    assert (one["stage"], one["reason"]) == ("returned", "Which wards?")


def test_a_case_that_is_not_there_is_said(run: Run) -> None:
    """In one sentence, with where to look."""
    ended = run("review-case", "nothing", "--by", "ada")
    assert ended.code == 2 and "There is no case “nothing” here" in ended.err
