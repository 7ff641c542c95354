"""The interface for other programs over HTTP: what a viewer may see, as JSON or CSV.

Every answer is kept by the version of the figures and plans, so asking twice costs nothing and
changes nothing; ``ETag`` lets a program ask whether something is new.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wres.errors import NotThere, StoreProblem
from wres.interface.asking import (
    JSON,
    PATHS,
    VERSION,
    Answer,
    Known,
    Refused,
    answer_of,
    choice_of,
    refusal_text,
)
from wres.web.keeping import KeptAnswers
from wres.web.limits import Allowance, Limiter

BASE = "/api/v1"
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
OF_ASKING = Allowance(at_once=400, each_second=50)
# What is not kept yet takes up to a second of the server, which the pages need as well.
OF_WORKING_OUT = Allowance(at_once=60, each_second=4)
TOO_MANY = "Too much is asked at once; ask again in a few seconds."
ONLY_READ = "The interface only reads; ask with GET."
UNEXPECTED = "Something went wrong in the program, so there is no answer."
NOT_FOUND = "There is nothing at this address; /api/v1 lists what there is."

_log = logging.getLogger("wres")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """What the routes share: what is known, the day, the answers kept, the limits."""

    known: Callable[[], Known]
    today: Callable[[], date]
    kept: KeptAnswers[Answer] = field(default_factory=KeptAnswers)
    asking: Limiter = field(default_factory=lambda: Limiter(OF_ASKING))
    working_out: Limiter = field(default_factory=lambda: Limiter(OF_WORKING_OUT))

    async def answer(self, request: Request) -> Response:
        """Return the answer to one question, or a sentence on what is wrong with it."""
        try:
            return await run_in_threadpool(self._answer, request)
        except Refused as problem:
            return _refusal(problem.status, str(problem), problem.headers)
        except NotThere as problem:
            return _refusal(404, str(problem))
        except StoreProblem as problem:
            return _refusal(503, str(problem))
        # The last resort: another program is told one sentence, and the log has the rest.
        except Exception:
            _log.exception("a question of another program failed")
            return _refusal(500, UNEXPECTED)

    def _answer(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            raise Refused(405, ONLY_READ, {"allow": "GET, HEAD"})
        if not self.asking.take("all"):
            raise Refused(429, TOO_MANY, {"retry-after": "2"})
        path = request.path_params.get("rest", "").strip("/")
        if not request.url.path.startswith(BASE) or path not in PATHS:
            raise Refused(404, NOT_FOUND)
        choice = choice_of(path, request.query_params.multi_items())
        known, today = self.known(), self.today()
        mark = _mark(known.mark, path, choice.told, today)
        headers = {"etag": f'"{mark}"', "cache-control": "private, no-cache"}
        if _is_known(request.headers.get("if-none-match", ""), mark):
            return Response(status_code=304, headers=headers)
        found = self.kept.get(mark)
        if found is None:
            if not self.working_out.take("all"):
                raise Refused(429, TOO_MANY, {"retry-after": "5"})
            found = answer_of(known, path, choice, today=today)
            self.kept.keep(mark, found)
        return Response(found.body, media_type=found.media_type, headers=headers)


def routes(known: Callable[[], Known], today: Callable[[], date]) -> list[Route]:
    """Return the routes of the interface; ``known`` gives what is known at the moment of asking."""
    return routes_of(Interface(known=known, today=today))


def routes_of(interface: Interface) -> list[Route]:
    """Return the routes of an interface with limits of its own."""
    paths = (BASE, f"{BASE}/{{rest:path}}", "/api", "/api/{elsewhere:path}")
    return [Route(path, interface.answer, methods=METHODS) for path in paths]


def _mark(known: str, path: str, told: str, today: date) -> str:
    """A name for this answer, that changes when anything in it could."""
    text = "\n".join((VERSION, known, path, told, today.isoformat()))
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _is_known(header: str, mark: str) -> bool:
    tags = (one.strip().removeprefix("W/") for one in header.split(","))
    return any(one in (f'"{mark}"', "*") for one in tags)


def _refusal(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    return Response(
        refusal_text(status, sentence),
        status_code=status,
        media_type=JSON,
        headers={"cache-control": "no-store", **(headers or {})},
    )
