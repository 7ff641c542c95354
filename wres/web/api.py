"""The interface for other programs over HTTP: what a viewer may see, as JSON or CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wres.interface.asking import (
    JSON,
    PATHS,
    VERSION,
    Known,
    Refused,
    answer_of,
    choice_of,
    refusal_text,
)
from wres.web.answering import METHODS, Answering, Question
from wres.web.limits import Allowance, Limiter

BASE = "/api/v1"
OF_ASKING = Allowance(at_once=400, each_second=50)
# What is not kept yet takes up to a second of the server, which the pages need as well.
OF_WORKING_OUT = Allowance(at_once=60, each_second=4)
NOT_FOUND = "There is nothing at this address; /api/v1 lists what there is."


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface(Answering):
    """What the routes share, with the limits of programs."""

    asking: Limiter = field(default_factory=lambda: Limiter(OF_ASKING))
    working_out: Limiter = field(default_factory=lambda: Limiter(OF_WORKING_OUT))

    def question(self, request: Request) -> Question:
        """Return what is asked.

        Raises:
            Refused: If there is nothing at the address, or it cannot be asked that.
        """
        path = request.path_params.get("rest", "").strip("/")
        if not request.url.path.startswith(BASE) or path not in PATHS:
            raise Refused(404, NOT_FOUND)
        choice = choice_of(PATHS[path], request.query_params.multi_items())
        return Question(
            told="\n".join((VERSION, path, choice.told)),
            answer=lambda known, today: answer_of(known, path, choice, today=today),
        )

    def refusal(
        self, request: Request, status: int, sentence: str, *, headers: Mapping[str, str]
    ) -> Response:
        """Return why there is no answer, in JSON."""
        return refused(request.scope["path"], status, sentence, headers=headers)


def refused(
    _path: str, status: int, sentence: str, *, headers: Mapping[str, str] | None = None
) -> Response:
    """Return why there is no answer at a path, in JSON."""
    text = refusal_text(status, sentence)
    return Response(text, status_code=status, media_type=JSON, headers=headers)


def routes(known: Callable[[], Known], today: Callable[[], date]) -> list[Route]:
    """Return the routes of the interface; ``known`` gives what is known at the moment of asking."""
    return routes_of(Interface(known=known, today=today))


def routes_of(interface: Interface) -> list[Route]:
    """Return the routes of an interface with limits of its own."""
    paths = (BASE, f"{BASE}/{{rest:path}}", "/api", "/api/{elsewhere:path}")
    return [Route(path, interface.answer, methods=METHODS) for path in paths]
