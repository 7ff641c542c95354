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
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from bench.serving import ROOT, Server, memory_megabytes, processor_seconds, served
from bench.window import Times, Window, stream, trigger_of
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
TOLD = """## A room of 150 phones

`python -m bench room`: one server on these two cores, which the phones and the presenter use as
well. The presenter is a session over Streamlit's own protocol. 150 phones come within 15 seconds
over HTTP, answer within the next 30, and look every two seconds what is new; the presenter's screen
looks on. Then the presenter goes through the story, a step every two seconds, and every phone asks
for its page anew each time. Beside it, in the same run, 150 people on the bare
page, each in a Streamlit session: they open it and choose once. Votes are counted against what was
sent.
"""
_ROOM_TIMES = (
    ("A phone joins; a bare page opens", "joins"),
    ("A vote; a choice on the bare page", "votes"),
    ("A phone looks what is new", "looks"),
    ("The presenter changes the step", "steps"),
)
_FIELD = re.compile(r'name="(question|round|form_token)" value="([^"]*)"')


async def _present(server: Server, told: Times, voted: asyncio.Event) -> None:
    """Open the screen, go through the story, look on while the room votes, and go through again.

    The second time is measured: every phone in the room asks for its page anew at each step.
    """
    async with stream(server) as connection:
        screen = Window(connection, "present", "org=ZZP&year=2025&show=screen")
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
        trigger = trigger_of(screen.widgets["bidi_component"])
        await told.of(screen.run(widget=trigger, value=payload))
        await asyncio.sleep(every)


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
    async with stream(server) as connection:
        page = Window(connection, "", "")
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


def measure() -> dict[str, Any]:
    """Return what a room of 150 costs here, and the same people on the bare Streamlit page."""
    ways: Iterable[tuple[str, str, Path, Callable[[Server, Store], Awaitable[dict[str, Any]]]]] = (
        ("bare", "bench.bare_app:app", ROOT, _bare),
        ("ours", "app:app", ROOT, _ours),
    )
    found: dict[str, Any] = {"phones": PHONES}
    for name, application, folder, way in ways:
        with (
            tempfile.TemporaryDirectory() as home,
            served(application, folder, Path(home)) as server,
            open_store(Path(home)) as store,
        ):
            found[name] = asyncio.run(way(server, store))  # type: ignore[arg-type]
    return found


def section(found: Mapping[str, Any]) -> str:
    """Return the part about a room with phones, as Markdown."""
    ours, bare = found["ours"], found["bare"]
    lines = [TOLD, f"Measured {found['measured_at']}.", ""]
    lines += ["| seconds | ours: median, p95, longest | bare page: median, p95, longest |"]
    lines += ["|---|---|---|"]
    lines += [f"| {words} | {_times(ours, n)} | {_times(bare, n)} |" for words, n in _ROOM_TIMES]
    lines += ["", "| | ours | bare page |", "|---|---|---|"]
    for words, name in (
        ("Memory before, megabytes", "memory_before_mb"),
        ("Memory with everybody there", "memory_in_the_room_mb"),
        ("Memory 20 seconds after they left", "memory_after_mb"),
        ("Processor of the server, cores", "processor_share"),
    ):
        lines.append(f"| {words} | {ours.get(name, '')} | {bare.get(name, '')} |")
    same = "yes" if ours["counts_as_sent"] else "**no**"
    lines += [
        "",
        f"{ours['votes_kept']} of {found['phones']} votes are kept, {ours['refused']} refused, "
        f"each answer is there as often as it was sent: {same}. The last vote was in "
        f"{ours['all_voted_after_s']} seconds after the first phone could come.",
    ]
    return "\n".join(lines)


def _times(found: Mapping[str, Any], name: str) -> str:
    times = found.get(name)
    if not times:
        return ""
    return f"{times['median_s']:.3f}, {times['p95_s']:.3f}, {times['longest_s']:.3f}"
