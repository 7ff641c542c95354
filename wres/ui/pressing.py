"""What each press on the presenter's screen does to the session.

Who presses is asked for the right to it every time: a lead whose role was taken away in the
middle of a session cannot go on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from wres.access import Visitor
from wres.answers import presenting
from wres.errors import SessionProblem, WresError
from wres.live import (
    Beat,
    BeatKind,
    Decision,
    Question,
    QuestionKind,
    QuestionState,
    forward,
    onward,
)
from wres.text import one_line
from wres.ui import filters, loading, room_now, screen_part, slides, state, strip, visitor
from wres.ui.room_now import Now
from wres.words import room as words

PRACTICE_PHONES = 34
_SAID = "room_said"


def said() -> str:
    """Return the sentence about the last press, empty when there is nothing to say."""
    return state.kept(_SAID, str) or ""


def happened(org_code: str) -> None:
    """Return nothing; do what was pressed on the screen of an organisation's session."""
    pressed = screen_part.event()
    if pressed is not None:
        press(org_code, pressed.name, pressed.fields)


def press(org_code: str, name: str, fields: Mapping[str, str]) -> None:
    """Return nothing; do what one key stands for, and keep what is to be said about it."""
    state.let_go(_SAID)
    try:
        session = room_now.running(org_code)
        if session is not None and name in _DOES:
            sentence = _DOES[name](room_now.now_of(session), visitor.writer((org_code,)), fields)
            state.keep(_SAID, sentence)
    except WresError as problem:
        state.keep(_SAID, str(problem))


def _next(now: Now, who: Visitor, _: Mapping[str, str]) -> str:
    strip.leave()
    return _do(now, who, forward(now.session, now.question))


def _skip(now: Now, who: Visitor, _: Mapping[str, str]) -> str:
    strip.leave()
    return _do(now, who, onward(now.session))


def _back(now: Now, who: Visitor, _: Mapping[str, str]) -> str:
    strip.leave()
    beat = onward(now.session, by=-1)
    if beat.kind is BeatKind.STEP:
        presenting.set_step(loading.store(), who, **_of(now), step=beat.step)
    return ""


def _do(now: Now, who: Visitor, beat: Beat) -> str:
    store, where = loading.store(), _of(now)
    if beat.kind is BeatKind.OPEN:
        presenting.open_question(store, who, **where, question_id=beat.question_id)
    elif beat.kind is BeatKind.REVEAL:
        presenting.reveal(store, who, **where, question_id=beat.question_id)
    elif beat.kind is BeatKind.PASS and now.question is not None:
        room_now.leave_behind(now.question)
    elif beat.kind is BeatKind.STEP:
        open_guess(room_now.now_of(presenting.set_step(store, who, **where, step=beat.step)), who)
    return ""


def open_guess(now: Now, who: Visitor) -> None:
    """Return nothing; ask the guess of a step at once, as there is nothing to show before it.

    Raises:
        NotAllowed: If this visitor does not lead the organisation.
    """
    question = now.question
    if question is None or question.kind is not QuestionKind.GUESS:
        return
    if question.state is QuestionState.WAITING:
        presenting.open_question(loading.store(), who, **_at(now, question))


def _reveal(now: Now, who: Visitor, _: Mapping[str, str]) -> str:
    question = now.question
    if question is None or question.state is QuestionState.REVEALED:
        return ""
    store, where = loading.store(), _at(now, question)
    if question.state is QuestionState.WAITING:
        presenting.open_question(store, who, **where)
    presenting.reveal(store, who, **where)
    return ""


def _again(now: Now, who: Visitor, _: Mapping[str, str]) -> str:
    question = now.question or _last_here(now)
    if question is None or question.state is QuestionState.WAITING:
        return words.NOTHING_TO_ASK_AGAIN
    where = _at(now, question)
    presenting.reset(loading.store(), who, **where)
    presenting.open_question(loading.store(), who, **where)
    return ""


def _last_here(now: Now) -> Question | None:
    here = [one for one in now.questions if one.step == now.session.step]
    return here[-1] if here else None


def _practice(now: Now, who: Visitor, _: Mapping[str, str]) -> str:
    if now.question is None or now.question.state is not QuestionState.OPEN:
        return words.OPEN_FIRST
    answered = presenting.rehearse(
        loading.store(),
        who,
        session_id=now.session.session_id,
        question_id=now.question.question_id,
        phones=PRACTICE_PHONES,
        now=datetime.now(UTC),
    )
    return words.made_up_phones(answered)


def _filter(now: Now, _: Visitor, fields: Mapping[str, str]) -> str:
    strip.choose(now, fields)
    return ""


def _story(_: Now, __: Visitor, ___: Mapping[str, str]) -> str:
    strip.leave()
    return ""


def _decide(now: Now, who: Visitor, fields: Mapping[str, str]) -> str:
    evidence = loading.evidence_of(now.session.version)
    ranking = now.ranking
    tally = room_now.told_tally(now, ranking)
    offered = slides.options_for(evidence, now.view, now.step.indicator)
    option = next((one for one in offered if one.text == fields.get("action")), None)
    if option is None:
        raise SessionProblem(words.CHOOSE_AN_ACTION)
    vote = words.vote_words(ranking, tally, option.text) if ranking and tally else ""
    kept = presenting.decide(
        loading.store(),
        who,
        **_of(now),
        decision=Decision(
            action=option.text,
            owner=one_line(fields.get("owner", "")),
            due=_day(fields.get("due", "")),
            activity_id=option.activity_id,
            question_id=ranking.question_id if ranking and tally else "",
            vote=vote,
        ),
        organisation=evidence.organisations.get(now.session.org_code),
        wres_year=now.view.wres_year,
        now=datetime.now(UTC),
        indicators=(now.view.indicator,),
    )
    return words.decided(kept)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SessionProblem(words.GIVE_A_DATE) from None


def _end(now: Now, who: Visitor, _: Mapping[str, str]) -> str:
    presenting.end_session(loading.store(), who, **_of(now), now=datetime.now(UTC))
    filters.keep("show", "")
    return ""


def _of(now: Now) -> dict[str, str]:
    return {"session_id": now.session.session_id}


def _at(now: Now, question: Question) -> dict[str, str]:
    return {**_of(now), "question_id": question.question_id}


_DOES: dict[str, Callable[[Now, Visitor, Mapping[str, str]], str]] = {
    "next": _next,
    "skip": _skip,
    "back": _back,
    "reveal": _reveal,
    "again": _again,
    "practice": _practice,
    "filter": _filter,
    "story": _story,
    "decide": _decide,
    "end": _end,
}
