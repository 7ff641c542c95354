"""A window whose boxes are picked from, page after page, as a browser's are."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field, replace

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox

from bench.remembering import Remembered
from bench.window import Times, Window


@dataclass
class Box:
    """One select box: its options in words, the one it shows, and the part of the page it runs."""

    identity: str
    options: tuple[str, ...]
    shown: str
    fragment: str = ""


@dataclass
class ChoosingWindow(Window):
    """A session that picks from select boxes and says at each run what all of them show."""

    boxes: dict[str, Box] = field(default_factory=dict)
    elements: list[Element] = field(default_factory=list)
    messages: int = 0
    complaints: int = 0
    held: Remembered = field(default_factory=Remembered)

    async def open(self, page: str, query: str | None = None) -> None:
        """Return when another page, or the same one at another address, has run to its end."""
        self.page, self.boxes = page, {}
        self.query = self.query if query is None else query
        await self._run()

    async def pick(self, label: str, words: str) -> None:
        """Return when the run that follows a pick has ended."""
        self.boxes[label].shown = words
        await self._run(self.boxes[label].fragment)

    async def _run(self, fragment: str = "") -> None:
        request = BackMsg()
        rerun = request.rerun_script
        # As a browser asks: what stands in a part of its own runs that part alone.
        rerun.fragment_id = fragment
        rerun.page_name, rerun.query_string = self.page, self.query
        rerun.cached_message_hashes.extend(self.held.hashes())
        for box in self.boxes.values():
            rerun.widget_states.widgets.add(id=box.identity, string_value=box.shown)
        self.elements, self.messages = [], 0
        await self.stream.send(request.SerializeToString())
        await self._to_the_end()

    def _hear(self, message: ForwardMsg) -> None:
        super()._hear(message)
        self.messages += 1
        self.held.hear(message)
        if message.WhichOneof("type") == "page_info_changed":
            self.query = message.page_info_changed.query_string

    def _note(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        self.elements.append(element)
        kind = element.WhichOneof("type")
        self.complaints += kind == "exception"
        if kind == "selectbox":
            label = element.selectbox.label
            found = box_after(element.selectbox, self.boxes.get(label))
            self.boxes[label] = replace(found, fragment=message.delta.fragment_id)


def box_after(drawn: Selectbox, before: Box | None) -> Box:
    """Return a box as it stands: what the program sets, else what was shown, else its default."""
    options = tuple(drawn.options)
    if drawn.set_value:
        shown = drawn.raw_value
    elif before is not None and before.identity == drawn.id:
        shown = before.shown
    else:
        shown = options[drawn.default] if options else ""
    return Box(identity=drawn.id, options=options, shown=shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How people change a page: which box, the options gone through, every so many seconds."""

    box: str
    choices: slice
    pace: float
    seed: int


async def goes_on(
    session: ChoosingWindow, times: Times, end: float, *, habit: Habit, number: int
) -> None:
    """Return when the end has come, by the clock of performance, after changes now and then.

    Sessions of other numbers begin at other moments and choose otherwise.
    """
    chance = random.Random(habit.seed * 1_000 + number)
    await asyncio.sleep(chance.uniform(0, habit.pace))
    while time.perf_counter() < end:
        options = session.boxes[habit.box].options[habit.choices]
        await times.of(session.pick(habit.box, chance.choice(options)))
        pause = chance.uniform(0.5, 1.5) * habit.pace
        await asyncio.sleep(max(0.0, min(pause, end - time.perf_counter())))
