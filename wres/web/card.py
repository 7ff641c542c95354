"""A card for each concern over HTTP: a page without a script, and the picture a chat shows of it.

It is for whoever may see the pages, and reads questions as the interface for programs does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from wres.interface.asking import Answer, Choice, Known, Refused
from wres.interface.card import card_choice, card_of
from wres.interface.card_picture import card_picture
from wres.web.addresses import public_address
from wres.web.answering import METHODS, Answering, Question
from wres.web.card_page import card_page, content_policy, refusal_page
from wres.web.limits import Allowance, Limiter
from wres.words.card import NOTHING_HERE

HTML, PNG = "text/html; charset=utf-8", "image/png"
ADDRESS = "/card/{org}/{indicator}"
# A link in a chat is opened by many at once; what is kept is given on.
OF_ASKING = Allowance(at_once=400, each_second=50)
# Drawing a picture takes half a second of the server, which the pages need as well.
OF_DRAWING = Allowance(at_once=30, each_second=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(Answering):
    """What the routes of cards share, with limits of their own."""

    asking: Limiter = field(default_factory=lambda: Limiter(OF_ASKING))
    working_out: Limiter = field(default_factory=lambda: Limiter(OF_DRAWING))
    always: Mapping[str, str] = field(
        default_factory=lambda: {"content-security-policy": content_policy()}
    )

    def question(self, request: Request) -> Question:
        """Return what is asked: the page of a card, or its picture.

        Raises:
            Refused: If there is no card at the address, or it cannot be asked that.
        """
        org, number = (request.path_params.get(name, "") for name in ("org", "indicator"))
        if not org:
            raise Refused(404, NOTHING_HERE)
        choice = card_choice(org, number, request.query_params.multi_items())
        if request.scope["path"].endswith(".png"):
            return Question(told=f"picture {choice.told}", answer=_picture(choice))
        address = public_address(request)
        return Question(told=f"page {address} {choice.told}", answer=_page(choice, address))

    def refusal(
        self, request: Request, status: int, sentence: str, *, headers: Mapping[str, str]
    ) -> Response:
        """Return why there is no card, as a short page."""
        return refused(request.scope["path"], status, sentence, headers=headers)


def refused(
    path: str, status: int, sentence: str, *, headers: Mapping[str, str] | None = None
) -> Response:
    """Return why there is no card at a path, as a short page without a figure."""
    told = {"cache-control": "no-store", "content-security-policy": content_policy()}
    html = refusal_page(path, sentence)
    return HTMLResponse(html, status_code=status, headers={**told, **(headers or {})})


def routes(known: Callable[[], Known], today: Callable[[], date]) -> list[Route]:
    """Return the routes of cards; ``known`` gives what is known at the moment of asking."""
    return routes_of(Cards(known=known, today=today))


def routes_of(cards: Cards) -> list[Route]:
    """Return the routes of cards with limits of their own."""
    paths = (f"{ADDRESS}.png", ADDRESS, "/card", "/card/{elsewhere:path}")
    return [Route(path, cards.answer, methods=METHODS) for path in paths]


def _page(choice: Choice, address: str) -> Callable[[Known, date], Answer]:
    def answer(known: Known, today: date) -> Answer:
        card = card_of(known, choice, today=today)
        html = card_page(card, address=address, version=known.evidence.version)
        return Answer(html.encode("utf-8"), HTML)

    return answer


def _picture(choice: Choice) -> Callable[[Known, date], Answer]:
    def answer(known: Known, today: date) -> Answer:
        return Answer(card_picture(card_of(known, choice, today=today)), PNG)

    return answer
