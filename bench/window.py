"""A window on a Streamlit page without a browser: its own protocol, and how long each run took."""

from __future__ import annotations

import time
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.serving import Server

ENDS = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


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
    received: int = 0

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
            taken = frame if isinstance(frame, bytes) else frame.encode()
            self.received += len(taken)
            message = ForwardMsg.FromString(taken)
            self._hear(message)
            # A run that is stopped for the next one ends too, and is not the one waited for.
            if message.WhichOneof("type") == "script_finished" and message.script_finished in ENDS:
                return

    def _hear(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") != "delta":
            return
        if message.delta.WhichOneof("type") == "new_element":
            self._note(message)

    def _note(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = str(element.WhichOneof("type"))
        identity = getattr(getattr(element, kind), "id", "")
        if identity:
            self.widgets[kind] = identity
        if kind == "bidi_component":
            self.fragment = message.delta.fragment_id


def stream(server: Server) -> Any:
    """Return a connection to Streamlit as a browser's window opens it."""
    address = server.address.replace("http", "ws")
    return connect(
        f"{address}/_stcore/stream",
        subprotocols=["streamlit", "none"],  # type: ignore[list-item]
        max_size=None,
        open_timeout=120,
        ping_timeout=None,
    )


def trigger_of(component: str) -> str:
    """Return the name under which Streamlit takes the events of a component."""
    from streamlit.components.v2.bidi_component.main import _make_trigger_id

    return str(_make_trigger_id(component, "events"))
