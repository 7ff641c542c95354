"""A full room: a presenter over Streamlit's own protocol, and 150 phones over HTTP, on one server.

Beside it the same number of people on the bare page, each in a Streamlit session of their own.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.serving import ROOT, Server, memory_megabytes, processor_seconds, served
from wres.access import Role, Visitor
from wres.answers import View, gather, presenting
from wres.answers.story import build_story
from wres.library.shipped import load_shipped
from wres.live import LiveSession, Option, Question, QuestionKind
from wres.reports.asking import live_steps
from wres.reports.slides import slide_of
from wres.results import Results
from wres.store import Store, open_store

PHONES = 150
# Everybody comes within a quarter of a minute and answers within the next half.
COMING, THINKING = 15.0, 30.0
LOOKS_AGAIN, SCREEN_LOOKS_AGAIN, STEP_EVERY = 2.0, 1.5, 2.0
# From the first step to the last and back.
STEPS_ON, ROUNDS_OF_STEPS = 7, 1
REST = 20.0
SEED = 150
ADA = Visitor(name="bench", roles=frozenset({Role.LEAD}), leads=frozenset({"ZZP"}))
FITS = Question(
    question_id="fits",
    kind=QuestionKind.CLOSED,
    prompt="Does this fit what you see?",
    options=tuple(Option(text=one) for one in ("Yes", "In part", "No")),
)
_FIELD = re.compile(r'name="(question|round|form_token)" value="([^"]*)"')


@dataclass
class Times:
    """How long each of many things took, in seconds."""

    seconds: list[float] = field(default_factory=list)

    async def of(self, work: Awaitable[Any]) -> Any:
        """Return what the work gives, and keep how long it took."""
        begun = time.perf_counter()
        done = await work
        self.seconds.append(time.perf_counter() - begun)
        return done

    def told(self) -> dict[str, float]:
        """Return how many there were, their median, 95th percentile and longest."""
        found = sorted(self.seconds)
        place = min(len(found) - 1, round(0.95 * len(found)))
        return {
            "times": len(found),
            "median_s": round(found[len(found) // 2], 3),
            "p95_s": round(found[place], 3),
            "longest_s": round(found[-1], 3),
        }


@dataclass
class Window:
    """A session of Streamlit: run after run over its own protocol, one at a time."""

    stream: ClientConnection
    page: str
    query: str
    widgets: dict[str, str] = field(default_factory=dict)
    fragment: str = ""

    async def run(self, *, widget: str = "", value: str = "", kind: str = "") -> None:
        """Return when the page, or after its first run its fragment, has run to its end."""
        request = BackMsg()
        request.rerun_script.page_name = self.page
        request.rerun_script.query_string = self.query
        if self.fragment:
            request.rerun_script.fragment_id = self.fragment
        if widget:
            state = request.rerun_script.widget_states.widgets.add(id=widget)
            if kind == "string_value":
                state.string_value = value
            else:
                state.json_trigger_value = value
        await self.stream.send(request.SerializeToString())
        await self._to_the_end()

    async def _to_the_end(self) -> None:
        while True:
            frame = await self.stream.recv()
            message = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self._note(message)
            if kind == "script_finished":
                return

    def _note(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = str(element.WhichOneof("type"))
        identity = getattr(getattr(element, kind), "id", "")
        if identity:
            self.widgets[kind] = identity
        if kind == "bidi_component":
            self.fragment = message.delta.fragment_id


def _stream(server: Server) -> Any:
    address = server.address.replace("http", "ws")
    return connect(
        f"{address}/_stcore/stream",
        subprotocols=["streamlit", "none"],  # type: ignore[list-item]
        max_size=None,
        open_timeout=120,
        ping_timeout=None,
    )


async def _present(server: Server, told: Times, voted: asyncio.Event) -> None:
    """Open the screen, go through the story, look on while the room votes, and go through again.

    The second time is measured: every phone in the room asks for its page anew at each step.
    """
    async with _stream(server) as stream:
        screen = Window(stream, "present", "org=ZZP&year=2025&show=screen")
        await screen.run()
        await _walk(screen, Times(), every=0.2)
        while not voted.is_set():
            await screen.run()
            await asyncio.sleep(SCREEN_LOOKS_AGAIN)
        for _ in range(ROUNDS_OF_STEPS):
            await _walk(screen, told, every=STEP_EVERY)


async def _walk(screen: Window, told: Times, *, every: float) -> None:
    for name in ("skip",) * STEPS_ON + ("back",) * STEPS_ON:
        payload = json.dumps([{"event": "event", "value": {"name": name, "fields": {}}}])
        trigger = _trigger_of(screen.widgets["bidi_component"])
        await told.of(screen.run(widget=trigger, value=payload))
        await asyncio.sleep(every)


def _trigger_of(component: str) -> str:
    from streamlit.components.v2.bidi_component.main import _make_trigger_id

    return str(_make_trigger_id(component, "events"))


@dataclass
class Room:
    """What the phones of one run did and how long it took them."""

    joins: Times = field(default_factory=Times)
    votes: Times = field(default_factory=Times)
    looks: Times = field(default_factory=Times)
    sent: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    last_vote_s: float = 0.0


async def _phone(server: Server, code: str, room: Room, number: int, begun: float) -> None:
    """Come, answer, and look for what is new until the session has ended."""
    chance = random.Random(SEED * 1_000 + number)
    await asyncio.sleep(chance.uniform(0, COMING))
    async with httpx.AsyncClient(base_url=server.address, timeout=30) as phone:
        page = (await room.joins.of(phone.get(f"/room/{code}"))).text
        await asyncio.sleep(chance.uniform(1, THINKING))
        answer = str(chance.randrange(len(FITS.options)))
        form = dict(_FIELD.findall(page)) | {"answer": answer}
        kept = await room.votes.of(phone.post(f"/room/{code}/vote", data=form))
        room.sent[answer] += kept.status_code == 303
        room.refused += kept.status_code != 303
        room.last_vote_s = max(room.last_vote_s, time.perf_counter() - begun)
        mark = ""
        while True:
            await asyncio.sleep(LOOKS_AGAIN * chance.uniform(0.8, 1.2))
            found = await room.looks.of(
                phone.get(f"/room/{code}/state", headers={"if-none-match": mark})
            )
            if found.status_code == 404:
                return
            if found.status_code == 200:
                mark = found.headers["etag"]
                await phone.get(f"/room/{code}")


def _started(store: Store) -> LiveSession:
    evidence = gather(load_shipped(ROOT / "data"), Results(), 0)
    view = View(org_code="ZZP", wres_year=2025)
    story = build_story(evidence, view)
    session = presenting.start_session(
        store,
        ADA,
        organisation=evidence.organisations.get("ZZP"),
        version=0,
        steps=live_steps(slide_of(evidence, view, step) for step in story.steps),
        questions=(FITS,),
        now=datetime.now(UTC),
    )
    where = {"session_id": session.session_id, "question_id": FITS.question_id}
    presenting.open_question(store, ADA, **where)
    return session


async def _ours(server: Server, store: Store) -> dict[str, Any]:
    session = _started(store)
    where = {"session_id": session.session_id}
    steps, room, voted = Times(), Room(), asyncio.Event()
    screen = asyncio.create_task(_present(server, steps, voted))
    await asyncio.sleep(REST)
    before = memory_megabytes(server.process) or 0.0
    worked, begun = processor_seconds(server.process) or 0.0, time.perf_counter()
    phones = [
        asyncio.create_task(_phone(server, session.code, room, number, begun))
        for number in range(PHONES)
    ]
    await asyncio.sleep(COMING + THINKING + LOOKS_AGAIN)
    presenting.close_question(store, ADA, **where, question_id=FITS.question_id)
    tally = store.live.tally(session.session_id, FITS.question_id)
    voted.set()
    await screen
    most = memory_megabytes(server.process) or 0.0
    seconds = time.perf_counter() - begun
    worked = (processor_seconds(server.process) or 0.0) - worked
    presenting.end_session(store, ADA, **where, now=datetime.now(UTC))
    await asyncio.gather(*phones)
    counted = [one.number for one in tally.counts]
    return {
        "joins": room.joins.told(),
        "votes": room.votes.told(),
        "looks": room.looks.told(),
        "steps": steps.told(),
        "all_voted_after_s": round(room.last_vote_s, 1),
        "refused": room.refused,
        "votes_kept": tally.answers,
        "counts_as_sent": counted == [room.sent[str(n)] for n in range(len(FITS.options))],
        "memory_before_mb": before,
        "memory_in_the_room_mb": most,
        "memory_after_mb": await _rested(server),
        "processor_share": round(worked / seconds, 2),
    }


async def _sitting(server: Server, opened: Times, changes: Times, number: int) -> None:
    """One person on the bare page: opens it, chooses once, and stays."""
    chance = random.Random(SEED * 1_000 + number)
    await asyncio.sleep(chance.uniform(0, COMING))
    async with _stream(server) as stream:
        page = Window(stream, "", "")
        await opened.of(page.run())
        await asyncio.sleep(chance.uniform(1, THINKING))
        box = page.widgets["selectbox"]
        await changes.of(page.run(widget=box, value="2023", kind="string_value"))
        await asyncio.sleep(THINKING / 2)


async def _bare(server: Server, _store: Store) -> dict[str, Any]:
    opened, changes = Times(), Times()
    before = memory_megabytes(server.process)
    worked, begun = processor_seconds(server.process) or 0.0, time.perf_counter()
    people = [_sitting(server, opened, changes, number) for number in range(PHONES)]
    watching = asyncio.gather(*people)
    await asyncio.sleep(COMING + THINKING)
    most = memory_megabytes(server.process)
    await watching
    seconds = time.perf_counter() - begun
    worked = (processor_seconds(server.process) or 0.0) - worked
    return {
        "joins": opened.told(),
        "votes": changes.told(),
        "memory_before_mb": before,
        "memory_in_the_room_mb": most,
        "memory_after_mb": await _rested(server),
        "processor_share": round(worked / seconds, 2),
    }


async def _rested(server: Server) -> float | None:
    await asyncio.sleep(REST)
    return memory_megabytes(server.process)


def room() -> dict[str, Any]:
    """Return what a room of 150 costs here, and the same people on the bare Streamlit page."""
    ways: Iterable[tuple[str, str, Path, Callable[[Server, Store], Awaitable[dict[str, Any]]]]] = (
        ("bare", "bare_app:app", Path(__file__).parent, _bare),
        ("ours", "app:app", ROOT, _ours),
    )
    found: dict[str, Any] = {"phones": PHONES}
    for name, application, folder, measure in ways:
        with (
            tempfile.TemporaryDirectory() as home,
            served(application, folder, Path(home)) as server,
            open_store(Path(home)) as store,
        ):
            found[name] = asyncio.run(measure(server, store))  # type: ignore[arg-type]
    return found
