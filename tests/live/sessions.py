"""Sessions, questions and phones for the tests of a room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from wres.access import Role, Visitor
from wres.answers import presenting
from wres.live import LiveSession, Option, Question, QuestionKind, Step
from wres.organisations import Organisation
from wres.store import Store

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
TRUST = Organisation(code="R0A", name="An Example Trust")
PRACTICE = Organisation(code="ZZP", name="Practice Trust", made_up=True)
AMA = Visitor(name="ama", roles=frozenset({Role.LEAD}), leads=frozenset({"R0A", "ZZP"}))
BEN = Visitor(name="ben", roles=frozenset({Role.LEAD}), leads=frozenset({"RRP"}))
VERA = Visitor(name="vera", roles=frozenset({Role.VIEWER}))
ADA = Visitor(name="ada", roles=frozenset({Role.ADMIN}))
STEPS = (
    Step(
        kind="concern",
        title="Discrimination",
        sentence="19.4% of BME staff answered yes.",
        basis="412 BME staff answered.",
        source="NHS Staff Survey 2024",
    ),
    Step(kind="your turn", title="Your turn", sentence="What should we do first?"),
)
GUESS = Question(
    question_id="guess",
    kind=QuestionKind.GUESS,
    prompt="How many of 100 BME colleagues said yes?",
    truth=19,
    answer="It was 19 of 100, likely 16 to 23.",
)
CLOSED = Question(
    question_id="closed",
    kind=QuestionKind.CLOSED,
    prompt="Does this fit what you see?",
    options=(Option(text="Yes"), Option(text="In part"), Option(text="No")),
)
RANKING = Question(
    question_id="rank",
    kind=QuestionKind.RANKING,
    prompt="What should come first?",
    step=1,
    options=(Option(text="Mentoring"), Option(text="Panels"), Option(text="Training")),
)
IDEAS = Question(question_id="ideas", kind=QuestionKind.IDEAS, prompt="What else?", step=1)


def start(
    store: Store,
    *questions: Question,
    organisation: Organisation = TRUST,
    moderator: str = "",
    now: datetime = NOON,
) -> LiveSession:
    """Return a session that was started."""
    return presenting.start_session(
        store,
        AMA,
        organisation=organisation,
        version=3,
        steps=STEPS,
        questions=questions,
        moderator=moderator,
        now=now,
    )


def opened(store: Store, question: Question) -> LiveSession:
    """Return a session whose one question is open."""
    session = start(store, question, moderator="Ama")
    presenting.open_question(
        store, AMA, session_id=session.session_id, question_id=question.question_id
    )
    return session


def answer(
    store: Store, session: LiveSession, phone: str, text: str = "", *, round: int = 1, **more: str
) -> None:
    """Answer the open question with a phone, as its page would."""
    view = store.live.phone_view(session.code, token=phone, now=NOON)
    assert view.question
    fields = {name.replace("_", "-"): value for name, value in more.items()}
    form = {
        "question": view.question.question_id,
        "round": str(round),
        "form_token": view.form_token,
        "answer": text,
        **fields,
    }
    store.live.cast(session.code, token=phone, form=form, now=NOON)


def answer_all(store: Store, session: LiveSession, texts: Iterable[str]) -> None:
    """Answer the open question with one phone for each text, the first called phone 0."""
    for phone, text in enumerate(texts):
        answer(store, session, f"phone {phone}", text)
