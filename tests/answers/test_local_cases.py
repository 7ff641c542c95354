"""Cases of this installation: who may do what, what is refused, and when everybody sees one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wres.access import LOCAL_LEAD, READER, Role, Visitor
from wres.answers import gather, matches, read_case
from wres.answers.evidence import View
from wres.answers.local_cases import (
    Step,
    keep_case,
    may_see,
    move_case,
    newest_steps,
    shared_cases,
    steps_of,
)
from wres.errors import CaseRefused, PlanRefused, StoreMoved
from wres.library.case_studies import NOT_STATED, CaseStudy, EvidenceGrade, Intervention
from wres.library.local_cases import LocalCase, Pair, Stage, body_of, case_from, checked_case
from wres.library.organisations import PRACTICE
from wres.library.shipped import load_shipped
from wres.organisations import Organisation, Organisations
from wres.results import Results
from wres.store import Store, open_store
from wres.terms import BenchmarkGroup

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
TRUST = Organisation(code="R0A", name="Manchester University", benchmark_group=BenchmarkGroup.ACUTE)
KNOWN = Organisations((TRUST, PRACTICE))
TOLD = LocalCase(
    title="Safe conversations on two wards",
    indicator=8,
    what_was_done="Workshops for all managers.",
    outcome="Fewer reports of discrimination from managers.",
    what_did_not_work="Night staff could not come.",
    setting="Two wards.",
    interventions=(Intervention.TRAINING,),
    bme=Pair(before="15", after="10", answered_before=400, answered_after=400),
    white=Pair(before="5", after="4.5", answered_before=2000, answered_after=2000),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(tmp_path) as opened:
        yield opened


def kept(store: Store, case: LocalCase = TOLD, *, by: str = "ama", **more: object) -> Step:
    """Keep a case of R0A."""
    return keep_case(store, case, org_code="R0A", made_by=by, made_at=NOW, **more)  # type: ignore[arg-type]


def moved(store: Store, step: Step, to: Stage, by: str, *, why: str = "") -> Step:
    """Take a case to a stage; Ada reviews and nobody else."""
    return move_case(store, step, to, made_by=by, made_at=NOW, reviewing=by == "ada", note=why)


def shared(store: Store, case: LocalCase = TOLD) -> Step:
    """A case that went the whole way."""
    return moved(store, moved(store, kept(store, case), Stage.OFFERED, "ama"), Stage.SHARED, "ada")


def seen(store: Store) -> list[CaseStudy]:
    """What everybody sees."""
    return list(shared_cases(store, KNOWN))


def test_nobody_else_sees_a_case_before_it_is_shared(store: Store) -> None:
    """Draft, offered and returned: its lead and an administrator, no viewer, no other lead."""
    draft = kept(store)
    admin = Visitor(name="ada", roles=frozenset({Role.ADMIN}), signed_in=True)
    other = Visitor(name="ben", roles=frozenset({Role.LEAD}), leads=frozenset({"R1A"}))
    assert [may_see(who, draft) for who in (LOCAL_LEAD, admin, other, READER)] == [
        True,
        True,
        False,
        False,
    ]
    offered = moved(store, draft, Stage.OFFERED, "ama")
    assert seen(store) == []
    moved(store, offered, Stage.RETURNED, "ada", why="Say which wards.")
    assert seen(store) == []
    assert newest_steps(store, "R0A")[0].note == "Say which wards."
    assert newest_steps(store, "R1A") == ()


def test_a_shared_case_is_seen_by_all_and_labelled_local(store: Store) -> None:
    """It has an id of its own, no national source, and what is not told is “not stated”."""
    step = shared(store)
    (case,) = seen(store)
    assert case.is_local
    assert case.id == f"local_{step.record_id}"
    assert case.source_title == "Told by Manchester University; local, not a national source"
    assert (case.cost, case.duration) == (NOT_STATED, NOT_STATED)
    assert case.evidence_grade is EvidenceGrade.BEFORE_AND_AFTER
    assert case.org_type is BenchmarkGroup.ACUTE


def test_a_shared_case_stands_among_the_others_and_is_read_by_our_method(store: Store) -> None:
    """For an acute trust it is measured with counts; its interval is that of Newcombe."""
    shared(store)
    evidence = gather(load_shipped(Path(__file__).parents[2] / "data"), Results(), 0)
    view = View(org_code="R0A", wres_year=2025)
    found = matches(evidence, view, 8, local=tuple(seen(store))).cases
    assert {case.id for case, _ in found[:2]} == {seen(store)[0].id, "chesterfield_indicator_8"}
    reading = read_case(seen(store)[0], 8)
    assert reading is not None
    assert reading.checks[0].change is not None
    assert reading.checks[0].change.value == pytest.approx(-0.05)


def test_whoever_wrote_or_offered_a_case_does_not_review_it(store: Store) -> None:
    """Not even an administrator who leads the trust as well."""
    offered = moved(store, kept(store, by="ada"), Stage.OFFERED, "ama")
    with pytest.raises(CaseRefused, match="cannot review it"):
        moved(store, offered, Stage.SHARED, "ada")
    assert seen(store) == []


def test_nothing_goes_round_the_review(store: Store) -> None:
    """A lead cannot share, and a draft that was not offered cannot be shared."""
    draft = kept(store)
    with pytest.raises(CaseRefused, match="cannot become shared"):
        moved(store, draft, Stage.SHARED, "ada")
    offered = moved(store, draft, Stage.OFFERED, "ama")
    with pytest.raises(CaseRefused, match="cannot become shared"):
        moved(store, offered, Stage.SHARED, "ama")
    with pytest.raises(CaseRefused, match="why the case goes back"):
        moved(store, offered, Stage.RETURNED, "ada")


def test_a_change_of_a_shared_case_waits_for_its_own_review(store: Store) -> None:
    """Until then the shared words stand; after it the new ones do; no revision is lost."""
    step = shared(store)
    anew = replace(TOLD, title="Safe conversations on four wards")
    draft = kept(store, anew, record_id=step.record_id, seen=step.revision)
    assert [case.title for case in seen(store)] == [TOLD.title]
    moved(store, moved(store, draft, Stage.OFFERED, "ama"), Stage.SHARED, "ada")
    assert [case.title for case in seen(store)] == [anew.title]
    stages = [one.stage.value for one in steps_of(store, step.record_id)]
    assert stages == ["draft", "offered for review", "shared"] * 2


def test_a_case_taken_back_is_gone_and_can_come_again(store: Store) -> None:
    """By its lead or by an administrator; its history stays."""
    for by in ("ama", "ada"):
        step = shared(store)
        gone = moved(store, step, Stage.TAKEN_BACK, by)
        assert [case for case in seen(store) if step.record_id in case.id] == []
        again = moved(store, gone, Stage.DRAFT, "ama")
        assert len(steps_of(store, step.record_id)) == again.revision == 5


def test_two_who_change_one_case_lose_nothing(store: Store) -> None:
    """The second is told, and nothing of the first is overwritten."""
    draft = kept(store)
    kept(store, replace(TOLD, title="Mine"), record_id=draft.record_id, seen=1)
    with pytest.raises(StoreMoved):
        kept(store, replace(TOLD, title="Theirs"), record_id=draft.record_id, seen=1)
    assert newest_steps(store)[0].case.title == "Mine"


def test_a_case_is_kept_word_for_word() -> None:
    """To a record and back."""
    assert case_from(body_of(TOLD)) == TOLD


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ({"title": " "}, "Title"),
        ({"what_did_not_work": ""}, "What did not work"),
        ({"title": "x" * 121}, "longer than 120"),
        ({"evidence_url": "javascript:alert(1)"}, "https://"),
        ({"evidence_url": "https://user:pass@example.org"}, "https://"),
        ({"bme": Pair(before="15")}, "one time only"),
        ({"bme": Pair(before="15", after="101")}, "0 to 100"),
        ({"bme": Pair(before="=1+1", after="10")}, "0 to 100"),
        ({"bme": Pair(before="nan", after="10")}, "0 to 100"),
        ({"bme": Pair(before="20", after="10", answered_after=10)}, "too few people"),
        ({"bme": Pair(before="10", after="10", answered_before=20)}, "too few people"),
        ({"white": Pair(answered_before=50, answered_after=50)}, "no percentage"),
        ({"indicator": 3}, "indicators 5 to 8"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_named(
    store: Store, change: dict[str, object], hint: str
) -> None:
    """Missing words, links that run something, figures of too few people; nothing is stored."""
    with pytest.raises(CaseRefused, match=hint):
        kept(store, replace(TOLD, **change))  # type: ignore[arg-type]
    assert newest_steps(store) == ()


@pytest.mark.parametrize("words", ["Ask ama@trust.example", "NHS number 943 476 5919"])
def test_a_detail_of_a_person_is_refused(store: Store, words: str) -> None:
    """An address or a number of a person, wherever it stands."""
    with pytest.raises(CaseRefused, match="detail of a person"):
        kept(store, replace(TOLD, outcome=words))


def test_a_text_that_is_too_long_is_refused(store: Store) -> None:
    """As everywhere else where people write."""
    with pytest.raises(PlanRefused, match="make it shorter"):
        kept(store, replace(TOLD, outcome="x" * 5000))


def test_hostile_words_are_kept_as_words() -> None:
    """Invisible and turning signs go, line breaks become blanks; nothing else is changed."""
    hostile = replace(TOLD, title="<b>\u202eA\x00 [x](javascript:1)\n=2+2</b>")
    assert checked_case(hostile).title == "<b>A [x](javascript:1) =2+2</b>"


def test_without_both_figures_it_is_an_anecdote(store: Store) -> None:
    """A grade is worked out and never chosen."""
    shared(store, replace(TOLD, bme=Pair(), white=Pair()))
    (case,) = seen(store)
    assert case.evidence_grade is EvidenceGrade.ANECDOTE
    assert case.sample_sizes == NOT_STATED
