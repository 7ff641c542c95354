"""Whether this copy of the program can serve: a word for the load balancer in front of it.

Streamlit's own ``/_stcore/health`` says that the process runs. This says that its store answers
and has the layout of this release, and nothing else. ``store`` may wait until the copy is warm.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock, Thread

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from wres.errors import StoreProblem
from wres.store import Store

PATH = "/ready"
READY, NOT_READY = "ready", "not ready"
# Shorter than the patience of any load balancer, longer than a busy database needs.
ANSWER_SECONDS = 2.0

_log = logging.getLogger("wres")
_FRESH = {"cache-control": "no-store"}


@dataclass(slots=True, kw_only=True)
class Readiness:
    """How the store is looked at: once at a time however many ask, and never waited for long."""

    store: Callable[[], Store]
    seconds: float = ANSWER_SECONDS
    _look: Future[bool] | None = None
    _lock: Lock = field(default_factory=Lock)

    async def answer(self, _request: Request) -> Response:
        """Return 200 when the store answers with the layout of this release, 503 otherwise."""
        look = asyncio.wrap_future(self._looking())
        try:
            # Shielded, because others may wait for the same look.
            ready = await asyncio.wait_for(asyncio.shield(look), self.seconds)
        except TimeoutError:
            ready = False
        if ready:
            return PlainTextResponse(READY, headers=_FRESH)
        return PlainTextResponse(NOT_READY, status_code=503, headers=_FRESH)

    def _looking(self) -> Future[bool]:
        """The look that is under way, or a new one."""
        with self._lock:
            if self._look is None or self._look.done():
                self._look = Future()
                # No thread of the pages, and none that the end of the program would wait for: a
                # database that hangs would hold it.
                Thread(target=self._look_into, args=(self._look,), daemon=True).start()
            return self._look

    def _look_into(self, look: Future[bool]) -> None:
        look.set_result(self._is_ready())

    def _is_ready(self) -> bool:
        try:
            return self.store().has_layout()
        except StoreProblem:
            return False
        # Whatever else is wrong, this copy should get no visitors, and the log has the cause.
        except Exception:
            _log.exception("whether the store is ready could not be found out")
            return False


def routes(store: Callable[[], Store]) -> list[Route]:
    """Return the route; ``store`` gives the store at the moment of asking."""
    return routes_of(Readiness(store=store))


def routes_of(readiness: Readiness) -> list[Route]:
    """Return the route of a readiness with a patience of its own."""
    return [Route(PATH, readiness.answer, methods=["GET"])]
