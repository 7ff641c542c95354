"""The room's phones, asked without a browser: one answer each, nothing told, nothing obeyed."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.live.sessions import AMA, CLOSED, GUESS, IDEAS, RANKING, STEPS, TRUST
from wres.answers import presenting
from wres.charts.join_code import join_address, join_picture
from wres.live import LiveSession, Option, Question, Step, idea_id
from wres.store import FILE_NAME, Store, open_store
from wres.web.limits import Allowance, Limiter
from wres.web.room import COOKIE, OF_NEW_PHONES, Room, routes, routes_of

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
LIMITS = ("new_phones", "votes", "wrong_codes")
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def session_of(store: Store, *questions: Question, steps: tuple[Step, ...] = STEPS) -> LiveSession:
    """Return a session that begins at this moment, its first question open."""
    session = presenting.start_session(
        store,
        AMA,
        organisation=TRUST,
        version=1,
        steps=steps,
        questions=questions,
        moderator="Ama",
        now=datetime.now(UTC),
    )
    if questions:
        where = {"session_id": session.session_id, "question_id": questions[0].question_id}
        presenting.open_question(store, AMA, **where)
    return session


def phone_of(store: Store) -> TestClient:
    """Return a phone without a cookie."""
    return TestClient(Starlette(routes=routes(lambda: store)), base_url="http://room.example")


@pytest.fixture
def phones(store: Store) -> Iterator[Callable[[], TestClient]]:
    """Gives phones that ask one program."""
    program = Starlette(routes=routes(lambda: store))
    yield lambda: TestClient(program, base_url="http://room.example")


def words_on(page: str) -> str:
    """Return what a reader sees of a page, without tags, style and script."""
    return re.sub(r"<(style|script)>.*?</\1>|<[^>]+>", " ", page, flags=re.S)


def form_of(page: str) -> dict[str, str]:
    """Return the hidden fields of a page's form."""
    return dict(HIDDEN.findall(page))


def vote(phone: TestClient, session: LiveSession, **answer: str):
    """Return what comes of an answer, sent with the form of the page."""
    page = phone.get(f"/room/{session.code}").text
    return phone.post(f"/room/{session.code}/vote", data=form_of(page) | answer)


def answers(store: Store, session: LiveSession, question: Question) -> int:
    """Return how many answered."""
    return store.live.tally(session.session_id, question.question_id).answers


def test_phones_join_by_the_code_and_answer_once_each(
    store: Store, phones: Callable[[], TestClient]
) -> None:
    """Two phones, one of them twice: two answers, each is thanked, and small letters will do."""
    session = session_of(store, GUESS)
    first, second = phones(), phones()
    joined = first.get("/room", params={"code": session.code.lower()})
    assert joined.url.path == f"/room/{session.code}"
    assert GUESS.prompt in joined.text
    for text in ("20", "30"):
        assert "Thank you." in vote(first, session, answer=text).text
    assert "Thank you." in vote(second, session, answer="30").text
    assert answers(store, session, GUESS) == 2


def test_the_figure_is_not_on_a_phone_before_the_guess_is_revealed(
    store: Store, phones: Callable[[], TestClient]
) -> None:
    """Neither while it is open nor once closed; then the figure, its range and the room's tally."""
    session, phone = session_of(store, GUESS), phones()
    where = {"session_id": session.session_id, "question_id": "guess"}
    assert "19" not in words_on(phone.get(f"/room/{session.code}").text)
    for _ in range(10):
        vote(phones(), session, answer="40")
    presenting.close_question(store, AMA, **where)
    closed = words_on(phone.get(f"/room/{session.code}").text)
    assert "19" not in closed and "40" not in closed and "This question is closed" in closed
    presenting.reveal(store, AMA, **where)
    shown = phone.get(f"/room/{session.code}").text
    for said in ("It was 19 of 100, likely 16 to 23.", "The middle guess was 40", "19.4%", "412"):
        assert said in shown


def test_nine_answers_are_not_shown_on_a_phone(
    store: Store, phones: Callable[[], TestClient]
) -> None:
    """Nine chose "In part": the revealed page says too few, and no count."""
    session = session_of(store, CLOSED)
    for _ in range(9):
        vote(phones(), session, answer="1")
    presenting.reveal(store, AMA, session_id=session.session_id, question_id="closed")
    page = words_on(phones().get(f"/room/{session.code}").text)
    assert "Fewer than 10 phones answered" in page
    assert "In part" not in page and not re.search(r"\b9\b", page)


def test_a_vote_needs_the_cookie_and_the_form_of_the_phone(
    store: Store, phones: Callable[[], TestClient]
) -> None:
    """Without a cookie, from another site, with the form of another, too long: refused."""
    session = session_of(store, GUESS)
    phone, other, bare = phones(), phones(), phones()
    path = f"/room/{session.code}/vote"
    form = form_of(phone.get(f"/room/{session.code}").text) | {"answer": "5"}
    assert bare.post(path, data=form).status_code == 403
    away = {"sec-fetch-site": "cross-site"}
    assert phone.post(path, data=form, headers=away).status_code == 403
    other.get(f"/room/{session.code}")
    assert other.post(path, data=form).status_code == 409
    assert phone.post(path, data=form | {"answer": "x" * 5_000}).status_code == 413
    assert phone.post(path, content=b"answer=\xff").status_code == 413
    assert phone.post(path, data=form | {"answer": "101"}).status_code == 409
    assert answers(store, session, GUESS) == 0
    assert phone.post(path, data=form).status_code == 200
    presenting.close_question(store, AMA, session_id=session.session_id, question_id="guess")
    late = phone.post(path, data=form | {"answer": "6"})
    assert late.status_code == 409 and "no more answers are counted" in late.text
    assert answers(store, session, GUESS) == 1


@pytest.mark.parametrize("code", ["HJMP", "hjmp", "AAAA", "x", "%3Cb%3E", "HJMPR"])
def test_an_unknown_code_gets_one_sentence(phones: Callable[[], TestClient], code: str) -> None:
    """As a page and as an answer to a script, and nothing of what was typed."""
    page = phones().get(f"/room/{code}")
    assert page.status_code == 404
    assert page.text.count("No session has this code now; check the letters on the screen.") == 1
    state = phones().get(f"/room/{code}/state")
    assert state.status_code == 404
    assert "&lt;b" not in page.text


def test_an_ended_session_thanks(store: Store, phones: Callable[[], TestClient]) -> None:
    """The page, the script and a late answer are told that it is over."""
    session, phone = session_of(store, GUESS), phones()
    form = form_of(phone.get(f"/room/{session.code}").text)
    presenting.end_session(store, AMA, session_id=session.session_id, now=datetime.now(UTC))
    sentence = "This session has ended; thank you for taking part."
    assert sentence in phone.get(f"/room/{session.code}").text
    assert phone.get(f"/room/{session.code}/state").json() == {"over": sentence}
    late = phone.post(f"/room/{session.code}/vote", data=form | {"answer": "5"})
    assert late.status_code == 404 and sentence in late.text


def test_a_script_hears_that_something_is_new(
    store: Store, phones: Callable[[], TestClient]
) -> None:
    """The same moment is answered with nothing, a step or a question with the next number."""
    session, phone = session_of(store), phones()
    path = f"/room/{session.code}/state"
    first = phone.get(path)
    mark = {"if-none-match": first.headers["etag"]}
    unchanged = phone.get(path, headers=mark)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    presenting.set_step(store, AMA, session_id=session.session_id, step=1)
    moved = phone.get(path, headers=mark)
    assert moved.status_code == 200 and moved.json()["moment"] == first.json()["moment"] + 1
    assert COOKIE not in phone.cookies


def test_hostile_words_stay_words(store: Store, phones: Callable[[], TestClient]) -> None:
    """A step, a question, its answers and an idea with markup are shown letter by letter."""
    steps = (Step(kind=HOSTILE, title=HOSTILE, sentence=HOSTILE, basis=HOSTILE),)
    options = (Option(text=HOSTILE), Option(text="No"))
    asked = replace(CLOSED, prompt=HOSTILE, options=options)
    session = session_of(store, replace(IDEAS, step=0), asked, steps=steps)
    where = {"session_id": session.session_id}
    for one in range(10):
        vote(phones(), session, answer=HOSTILE if one else f"{HOSTILE}{one}")
    presenting.moderate(
        store, AMA, **where, question_id="ideas", idea=idea_id(HOSTILE), accept=True
    )
    presenting.reveal(store, AMA, **where, question_id="ideas")
    revealed = phones().get(f"/room/{session.code}").text
    presenting.open_question(store, AMA, **where, question_id="closed")
    for page in (revealed, phones().get(f"/room/{session.code}").text):
        assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 3
        assert "<script>alert" not in page and "<img" not in page


def test_the_page_is_small_and_runs_nothing_but_its_own(
    store: Store, phones: Callable[[], TestClient]
) -> None:
    """Under 60 KB with everything in it, no other address, and the policy allows just its text."""
    options = tuple(Option(text=f"{number} " + "x" * 150) for number in range(8))
    session = session_of(store, replace(RANKING, step=0, options=options))
    answer = phones().get(f"/room/{session.code}")
    assert len(answer.content) < 60_000
    assert not re.search(r"https?://|src=|url\(|@import", answer.text)
    policy = answer.headers["content-security-policy"]
    for tag in ("style", "script"):
        (inline,) = re.findall(rf"<{tag}>(.*?)</{tag}>", answer.text, flags=re.S)
        digest = b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy and answer.headers["cache-control"] == "no-store"


def test_a_phone_is_known_by_a_random_cookie_of_one_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept from scripts and other sites, for one session; the store holds neither it nor more."""
    with open_store(tmp_path) as store:
        session, phone = session_of(store, GUESS), phone_of(store)
        headers = {"user-agent": "canary-browser", "x-forwarded-for": "203.0.113.77"}
        phone.headers.update(headers)
        told = phone.get(f"/room/{session.code}").headers["set-cookie"]
        assert re.fullmatch(
            rf"{COOKIE}=[\w-]{{32}}; HttpOnly; Max-Age=43200; "
            rf"Path=/room/{session.code}; SameSite=lax",
            told,
        )
        secure = phone_of(store).get(
            f"/room/{session.code}", headers={"x-forwarded-proto": "https"}
        )
        assert secure.headers["set-cookie"].endswith("Secure")
        vote(phone, session, answer="5")
        kept = b"".join(path.read_bytes() for path in tmp_path.glob(f"{FILE_NAME}*"))
        for sought in (phone.cookies[COOKIE], "canary-browser", "203.0.113.77", "testclient"):
            assert sought.encode() not in kept


def test_a_restart_forgets_nobody(tmp_path: Path) -> None:
    """Another program over the same store: the phone's answer is changed, not doubled."""
    with open_store(tmp_path) as store:
        session, phone = session_of(store, GUESS), phone_of(store)
        vote(phone, session, answer="5")
        cookie = phone.cookies[COOKIE]
    with open_store(tmp_path) as store:
        again = phone_of(store)
        again.cookies.set(COOKIE, cookie)
        assert "Thank you." in again.get(f"/room/{session.code}").text
        vote(again, session, answer="6")
        assert answers(store, session, GUESS) == 1


def test_limits_stop_one_and_let_a_room_in(store: Store) -> None:
    """One phone that hammers, a flood of new ones, and code after code; never a right code."""
    session = session_of(store, GUESS)
    few = {name: Limiter(Allowance(at_once=4, each_second=0)) for name in LIMITS}
    program = Starlette(routes=routes_of(Room(store=lambda: store, **few)))
    phone, *others = (TestClient(program, base_url="http://room.example") for _ in range(5))
    path = f"/room/{session.code}"
    form = form_of(phone.get(path).text) | {"answer": "5"}
    told = [
        phone.post(f"{path}/vote", data=form, follow_redirects=False).status_code for _ in range(6)
    ]
    assert told == [303] * 4 + [429] * 2
    assert [other.get(path).status_code for other in others] == [200] * 3 + [429]
    wrong = ("HJMP", "HJMR", "HJMT", "HJMV", "HJMW")
    assert [phone.get(f"/room/{code}").status_code for code in wrong] == [404] * 4 + [429]
    assert phone.get(path).status_code == 200
    assert OF_NEW_PHONES.at_once >= 150


def test_a_bucket_fills_again() -> None:
    """Two at once and one more each second: two, no third, and after a second one more."""
    seconds = [0.0]
    limiter = Limiter(Allowance(at_once=2, each_second=1), clock=lambda: seconds[0])
    assert [limiter.take("a") for _ in range(3)] == [True, True, False]
    assert limiter.take("b")
    seconds[0] = 1.0
    assert [limiter.take("a") for _ in range(2)] == [True, False]


def test_the_code_to_scan_holds_the_address() -> None:
    """A picture of modules and no other address in it; the address has the code at its end."""
    address = join_address("https://wres.example.nhs.uk/", "HJMP")
    assert address == "https://wres.example.nhs.uk/room/HJMP"
    picture = join_picture(address)
    assert picture.startswith("<svg") and "<title>Code to scan with a phone</title>" in picture
    assert picture != join_picture(join_address("https://wres.example.nhs.uk", "HJMR"))
