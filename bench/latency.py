"""What a rerun costs the server: processor time beside bare pages with the same charts."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Mapping
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.choosing import ChoosingWindow
from bench.comparators.kept import NAMED_IN, WITH_TABLES, kept_of
from bench.figures import figure, middle
from bench.remembering import Remembered
from bench.serving import ROOT, Server, memory_megabytes, processor_seconds, served
from bench.window import stream

HERE = Path(__file__).resolve().parent
ROUNDS, TURNS = 3, 4
RERUNS, SESSIONS = 500, 20
# The Practice Trust has every figure there can be, a real one its peers.
EVERY_FIGURE, REAL_TRUST = "org=ZZP&year=2025&indicator=8", "org=R0A&year=2025&indicator=8"
# Each page, where it is opened, the box that is changed on it, and the options gone through.
CHANGED = {
    "explore": (EVERY_FIGURE, "Indicator", slice(4, 8)),
    "benchmarks": (REAL_TRUST, "Indicator", slice(4, 8)),
    "areas_of_concern": (EVERY_FIGURE, "Year", slice(0, 4)),
}
BARE_BOX = "Choice"
# The bare pages, in the folder of our settings.
BARE = ("bench.comparators.plain_specs_app:app", ROOT)
SWITCH = "page_switch"
# How many times what it is compared with a rerun of ours may cost at most.
GOALS = {"charts": 1.5, "plain_way": 0.33}
TOLD = """## What a rerun costs the server

`python -m bench latency`: a session over Streamlit's own protocol changes a filter, over and over,
and the processor time of the server is read before and after. Every choice was drawn before. In the
same run, taking turns: a bare page served in the same way, with the same settings, that draws the
same charts, captured from ours, from ready plain descriptions and small frames; the same with the
same tables; and the plain way, `streamlit run` with nothing set, Altair objects and data frames in
every run. On `explore` and
`areas_of_concern` the trust is the made-up one with every figure there can be, on `benchmarks` a
real one. A page switch opens the three pages one after the other. The goals: at most {charts} times
the same charts, at most {plain_way} of the plain way. Ours keeps what is read of a view and its
charts, made ready, for whoever looks again, where the bare page makes its charts ready each time.
A part of a page that the session has is not sent again, as a browser has it that was on the same
page within so many runs as the server says. Until 28 November 2026 this bench kept all it was ever
sent, which no browser does, and the server said two runs: bytes and times told before that were too
low, for ours more than for the bare page, whose parts are smaller.
Where ours is above the first goal, it is by what the bare page has not: two to seven boxes, one
with every trust in it, the look whether the store stood still and who is there, and up to
three times as many messages. The bare page says nothing, and has one box with four choices.
"""
_NAMES = {
    "ours": "ours",
    "charts": "same charts, bare",
    "charts_and_tables": "same charts and tables, bare",
    "plain_way": "plain way",
}


@dataclass
class Application:
    """One application under measurement: its server, its window, and its words for the choices."""

    name: str
    server: Server
    window: ChoosingWindow

    def choices(self, page: str) -> tuple[str, tuple[str, ...]]:
        """Return the box that is changed on the page that is open, and its options in order."""
        if self.name != "ours":
            return BARE_BOX, self.window.boxes[BARE_BOX].options
        _, label, gone_through = CHANGED[page]
        return label, self.window.boxes[label].options[gone_through]


def measure() -> dict[str, Any]:
    """Return processor milliseconds, messages and bytes of a rerun, ours and the comparators'."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measured(Path(folder)))


async def _measured(folder: Path) -> dict[str, Any]:
    kept_in = folder / "kept.json"
    named = {NAMED_IN: str(kept_in)}
    comparators = HERE / "comparators"
    with ExitStack() as servers:

        def start(application: str, where: Path, **how: Any) -> Server:
            return servers.enter_context(served(application, where, folder, **how))

        ours = start("app:app", ROOT)
        kept_in.write_text(json.dumps(await what_ours_draws(ours)), encoding="utf-8")
        running = {
            "ours": ours,
            "charts": start(*BARE, settings=named),
            "charts_and_tables": start(*BARE, settings={**named, WITH_TABLES: "1"}),
            "plain_way": start(
                str(comparators / "altair_objects.py"), folder, settings=named, plain=True
            ),
        }
        return await _compared(running)


async def what_ours_draws(server: Server) -> dict[str, dict[str, Any]]:
    """Return the charts and tables that our pages send, by page and choice."""
    found: dict[str, dict[str, Any]] = {}
    for page, (start, _, _) in CHANGED.items():
        async with stream(server) as opened:
            ours = Application("ours", server, ChoosingWindow(opened, page, start))
            await ours.window.open(page)
            label, choices = ours.choices(page)
            found[page] = {}
            for choice in choices:
                ours.window.held = Remembered()
                await ours.window.pick(label, choice)
                found[page][choice] = kept_of(ours.window.elements)
    return found


async def _compared(running: Mapping[str, Server]) -> dict[str, Any]:
    """Return every task of every application, the applications taking turns round after round."""
    async with AsyncExitStack() as windows:
        applications = [
            Application(
                name,
                server,
                ChoosingWindow(await windows.enter_async_context(stream(server)), "", ""),
            )
            for name, server in running.items()
        ]
        found: dict[str, Any] = {}
        for page in CHANGED:
            found[page] = await _task(applications, page, _filters)
        found[SWITCH] = await _task(applications, SWITCH, _switches)
        complaints = {one.name: one.window.complaints for one in applications}
        grown = await _grown(applications[0])
    sessions = {name: await _of_a_session(running[name]) for name in ("ours", "charts")}
    return {
        "rounds": ROUNDS,
        "tasks": found,
        "complaints": complaints,
        "growth": grown,
        "session_mb": sessions,
    }


async def _grown(ours: Application) -> dict[str, float]:
    """Return the memory of the server before and after many reruns of one session."""
    await ours.window.open("benchmarks", REAL_TRUST)
    done, _ = await _filters(ours, "benchmarks")
    before = memory_megabytes(ours.server.process) or 0.0
    while done < RERUNS:
        more, _ = await _filters(ours, "benchmarks")
        done += more
    after = memory_megabytes(ours.server.process) or 0.0
    return {"reruns": done, "before_mb": before, "after_mb": after}


async def _of_a_session(server: Server) -> float:
    """Return what one more open page of explore adds to the memory of the server, in megabytes."""
    before = memory_megabytes(server.process) or 0.0
    async with AsyncExitStack() as windows:
        for _ in range(SESSIONS):
            opened = await windows.enter_async_context(stream(server))
            await ChoosingWindow(opened, "explore", EVERY_FIGURE).open("explore")
        after = memory_megabytes(server.process) or 0.0
    return round((after - before) / SESSIONS, 2)


async def _task(applications: list[Application], task: str, work: Any) -> dict[str, Any]:
    met: dict[str, list[dict[str, float]]] = {one.name: [] for one in applications}
    for one in applications:
        page = task if task in CHANGED else "explore"
        await one.window.open(page, CHANGED[page][0])
        await work(one, task)
    for _ in range(ROUNDS):
        for one in applications:
            met[one.name].append(await _of_one_round(one, task, work))
    return {
        name: {of: middle([one[of] for one in rounds]) for of in rounds[0]}
        for name, rounds in met.items()
    }


async def _of_one_round(one: Application, task: str, work: Any) -> dict[str, float]:
    before, received = processor_seconds(one.server.process) or 0.0, one.window.received
    reruns, messages = 0, 0
    for _ in range(1 if one.name == "plain_way" else TURNS):
        done, sent = await work(one, task)
        reruns, messages = reruns + done, messages + sent
    after = processor_seconds(one.server.process) or 0.0
    return {
        "processor_ms": (after - before) / reruns * 1000,
        "bytes": (one.window.received - received) / reruns,
        "messages": messages / reruns,
    }


async def _filters(one: Application, page: str) -> tuple[int, int]:
    """Pick each choice of a page in turn."""
    label, choices = one.choices(page)
    sent = 0
    for choice in choices:
        await one.window.pick(label, choice)
        sent += one.window.messages
    return len(choices), sent


async def _switches(one: Application, _task: str) -> tuple[int, int]:
    """Open one page after the other."""
    sent = 0
    for page in CHANGED:
        await one.window.open(page)
        sent += one.window.messages
    return len(CHANGED), sent


def section(found: Mapping[str, Any]) -> str:
    """Return the part about reruns, as Markdown."""
    lines = [
        TOLD.format(**GOALS),
        f"Measured {found['measured_at']}, {found['rounds']} rounds.",
        "",
    ]
    lines += ["| | processor, ms | messages | bytes | ours is so many times it | goal |"]
    lines += ["|---|---|---|---|---|---|"]
    for task, applications in found["tasks"].items():
        lines += [_line(task, name, applications) for name in _NAMES]
    return "\n".join([*lines, "", *_memory(found)])


def _memory(found: Mapping[str, Any]) -> list[str]:
    grown, sessions = found["growth"], found["session_mb"]
    return [
        f"Memory of ours over {grown['reruns']} reruns of `benchmarks` in one session: "
        f"{grown['before_mb']} MB before, {grown['after_mb']} MB after. One more open page of "
        f"`explore` adds {sessions['ours']} MB; of the bare page with its charts "
        f"{sessions['charts']} MB."
    ]


def _line(task: str, name: str, applications: Mapping[str, Any]) -> str:
    one, ours = applications[name], applications["ours"]
    cost = one["processor_ms"]
    ratio = ours["processor_ms"]["median"] / cost["median"]
    goal = GOALS.get(name)
    met = "" if goal is None else f"at most {goal}: {'met' if ratio <= goal else '**not met**'}"
    told = "" if name == "ours" else f"{ratio:.2f}"
    return (
        f"| {task}, {_NAMES[name]} | {figure(cost)} | {one['messages']['median']:.0f} "
        f"| {one['bytes']['median']:,.0f} | {told} | {met} |"
    )
