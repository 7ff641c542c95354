"""How many sessions one and two copies of the program carry, and what a killed copy costs them.

The sessions are spread over the copies as nginx spreads browsers; nginx itself is left out. The
copies share one store. One copy and two take turns within one run, so that what else the machine
does meets both. Whoever asks runs on the same cores, so its processor time is told too.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack
from math import isinf
from pathlib import Path
from signal import SIGKILL
from typing import Any

from websockets.exceptions import ConnectionClosed

from bench.carrying import (
    BOX,
    CLOSE_SECONDS,
    FIRST,
    LIMIT_SECONDS,
    PACE,
    STEP_SECONDS,
    Carrying,
    Crowd,
    changes_a_second,
    keep_to,
    likely,
    opened,
    step,
)
from bench.choosing import ChoosingWindow
from bench.serving import ROOT, Server, served
from bench.window import Times

# The searches find more until then; after it they look once more at what is held, and begin no step
# later than the second. All together it is less than ten minutes.
FIND_SECONDS, SEARCH_SECONDS = 400.0, 480.0
WARM_SECONDS = 4.0
UNDER_A_KILL, AGAIN_SECONDS = 100, 60.0
GOAL = 1.7
# No more copies than this are compared, so no more times the sessions can be carried.
COPIES = 2
# Where others take more of the cores than this, what was too many may be their doing.
DISTURBING = 0.15
NAMES = ((1, "one"), (2, "two"))
TOLD = """## One copy and two

`python -m bench replicas`: sessions over Streamlit's own protocol on `explore`, each changing the
indicator every {pace:.1f} seconds on average. The most are searched of whose changes 95 of 100 end
within {limit:.1f} second. One copy and two take turns, a step each, in the same run. The search
begins at what the processor time of a change leaves room for. A step lasts {step:.0f} seconds, and
{close:.0f} where it decides. A number that was late once is tried until two of at most three tries
agree, and so is the most that is held; its p95 is the median of its tries. The search ends where
what is held and what is too many lie a twentieth apart. The sessions are spread over the copies
evenly and keep to theirs. {pinned} Then {killed} sessions on two copies, one
of them killed.
"""


def measure() -> dict[str, Any]:
    """Return what one copy and two carry, and what became of sessions whose copy was killed."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        found: dict[str, Any] = {
            "cores": os.cpu_count(),
            "others_running": round(os.getloadavg()[0], 1),
        }
        alone, *both = (
            servers.enter_context(served("app:app", ROOT, Path(folder))) for _ in range(3)
        )
        found["kept_to_cores"] = _each_to_its_core([alone], both)
        found |= asyncio.run(_carried([alone], both))
        found["killed"] = asyncio.run(_under_a_kill(both))
    return found


def _each_to_its_core(*sets: Sequence[Server]) -> bool:
    """Return whether each copy of a set now has a core of its own, of those there are."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    if any(len(servers) > len(cores) for servers in sets):
        return False
    for servers in sets:
        for server, core in zip(servers, cores, strict=False):
            keep_to(server, core)
    return True


async def _carried(alone: Sequence[Server], both: Sequence[Server]) -> dict[str, Any]:
    """Return what the copy alone and the two carry, searched in turns."""
    begun = time.perf_counter()
    async with AsyncExitStack() as windows:
        searches = {len(set_): Carrying(Crowd(set_, windows)) for set_ in (alone, both)}
        # The first change of each kind costs more than those after it.
        for search in searches.values():
            met = await step(search.crowd, FIRST, WARM_SECONDS)
        tried = True
        while tried and (passed := time.perf_counter() - begun) < SEARCH_SECONDS:
            tried, at_last = False, passed > FIND_SECONDS
            for copies, search in searches.items():
                last = search.steps[-1] if search.steps else met
                tried |= await search.try_next(likely(last, copies), at_last=at_last)
        return {name: searches[copies].told() for copies, name in NAMES}


async def _under_a_kill(servers: Sequence[Server]) -> dict[str, Any]:
    """Return how many sessions broke with their copy, and how many have their page again."""
    async with AsyncExitStack() as windows:
        crowd = Crowd(servers, windows)
        await crowd.grow(UNDER_A_KILL)
        dead, alive = servers
        os.kill(dead.process, SIGKILL)
        broken = [one for one in crowd.sessions if await _is_broken(one)]
        begun, again = time.perf_counter(), Times()
        reopened = [again.of(opened(windows, alive)) for _ in broken]
        drawn = await asyncio.wait_for(asyncio.gather(*reopened), AGAIN_SECONDS)
        return {
            "sessions": UNDER_A_KILL,
            "broken": len(broken),
            "drawn_again": sum(BOX in one.boxes and not one.complaints for one in drawn),
            "went_on": sum([BOX in one.boxes for one in crowd.sessions if one not in broken]),
            "all_again_after_s": round(time.perf_counter() - begun, 1),
        }


async def _is_broken(session: ChoosingWindow) -> bool:
    """Return whether a change of the filter meets a connection that is gone."""
    try:
        await session.pick(BOX, session.boxes[BOX].shown)
    except ConnectionClosed:
        return True
    return False


def section(found: Mapping[str, Any]) -> str:
    """Return the part about copies, as Markdown."""
    killed = found["killed"]
    told = {"pace": PACE, "limit": LIMIT_SECONDS, "killed": killed["sessions"]}
    told |= {"step": STEP_SECONDS, "close": CLOSE_SECONDS, "pinned": _where_they_run(found)}
    lines = [
        TOLD.format(**told),
        f"Measured {found['measured_at']}. {_how_quiet(found)}",
        "",
        "| copies | sessions held | too many | steps | p95, s | changes a second "
        "| processor of one, ms | of asking, ms | cores of others |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    columns = ("held", "too_many", "steps", "p95_s", "reruns_a_second")
    columns += ("processor_ms", "asking_ms", "others_cores")
    for copies, name in NAMES:
        cells = " | ".join(_cell(found[name][column]) for column in columns)
        lines.append(f"| {copies} | {cells} |")
    return "\n".join([*lines, "", _what_it_means(found), "", _after_the_kill(killed)])


def _cell(value: float | None) -> str:
    return "not found" if value is None else str(value)


def _where_they_run(found: Mapping[str, Any]) -> str:
    asking = f"Whoever asks runs on any of the same {found['cores']} cores."
    if not found["kept_to_cores"]:
        return asking
    return f"Each copy keeps to a core, the two to one each. {asking}"


def _how_quiet(found: Mapping[str, Any]) -> str:
    most = _most_of_others(found)
    if most <= DISTURBING:
        return f"Others took at most {most} cores in the steps that decided."
    return (
        f"Others took up to {most} of the {found['cores']} cores in a step that decided: the "
        "sessions and seconds are theirs as much as ours, and only processor time can be relied "
        "on. Measure again when it is quiet."
    )


def _most_of_others(found: Mapping[str, Any]) -> float:
    return float(max(found[name]["most_of_others"] for _, name in NAMES))


def allowed(found: Mapping[str, Any]) -> float:
    """Return how many times the changes of one copy two could make, by processor time alone."""
    both = found["one"], found["two"]
    change, asking = (sum(one[name] for one in both) / 2 for name in ("processor_ms", "asking_ms"))
    of_one, of_two = (changes_a_second(change, asking, n, found["cores"]) for n in (1, 2))
    return of_two / of_one


def at_least_and_at_most(found: Mapping[str, Any]) -> tuple[float, float]:
    """Return between what two lie over one: the most that is sure, and the least that is not.

    What is held may be fewer than can be; what is too many is not. Infinite, or 0, where a search
    came to no end.
    """
    one, two = found["one"], found["two"]
    least = two["held"] / one["too_many"] if one["too_many"] else 0.0
    most = two["too_many"] / one["held"] if two["too_many"] and one["held"] else float("inf")
    return least, most


def _what_it_means(found: Mapping[str, Any]) -> str:
    by_processor = (
        f"By processor time alone these {found['cores']} cores, shared with whoever asks, allow "
        f"{allowed(found):.2f} times: a copy uses one core at a time, and beside two "
        "copies whoever asks takes its share of the same cores."
    )
    one, two = (found[name]["held"] for _, name in NAMES)
    if not one or not two:
        return f"The fewest that were tried were too many, so nothing is known. {by_processor}"
    return (
        f"Two carried {two} sessions, {two / one:.2f} times one. {_verdict(found)} {by_processor}"
    )


def _verdict(found: Mapping[str, Any]) -> str:
    least, most = at_least_and_at_most(found)
    between = f"It is {_between(least, most)}, by what is held and what is too many"
    if _most_of_others(found) > DISTURBING:
        return f"{between}, while others took the cores: the goal of {GOAL} is not settled."
    if least > COPIES:
        return f"{between}. That is more than two can, so the goal of {GOAL} is not settled."
    if not all(found[name].get("held_twice") for _, name in NAMES):
        return f"{between}. Not both were held twice, so the goal of {GOAL} is not settled."
    if least >= GOAL:
        return f"{between}: the goal of {GOAL} is met."
    if most < GOAL:
        return f"{between}: the goal of {GOAL} is **not met**."
    one, two = (found[name]["held"] for _, name in NAMES)
    near = "met" if two / one >= GOAL else "**not met**"
    return f"{between}: by what is held the goal of {GOAL} is {near}."


def _between(least: float, most: float) -> str:
    bounds = [f"at least {least:.2f}"] if least else []
    bounds += [] if isinf(most) else [f"at most {most:.2f}"]
    return f"{' and '.join(bounds)} times" if bounds else "not bounded"


def _after_the_kill(killed: Mapping[str, Any]) -> str:
    return (
        f"Of {killed['sessions']} sessions {killed['broken']} broke with their copy; "
        f"{killed['drawn_again']} had their page again at the other within "
        f"{killed['all_again_after_s']} seconds, all asking at once. {killed['went_on']} never "
        "noticed."
    )
