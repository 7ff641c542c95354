"""The routes of a room's phones: the code, the page, the answer, and whether something is new.

They are open to whoever has the code. A phone is known by a random cookie that counts for one
session and says nothing else; whatever changes something needs that cookie and the token that is
in its own page.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from wres.errors import SessionProblem, StoreProblem
from wres.live import SESSION_HOURS, read_code
from wres.store import Store
from wres.store.live_voting import NO_SESSION
from wres.web.addresses import by_https
from wres.web.limits import Allowance, Limiter
from wres.web.room_page import content_policy, door_page, phone_page
from wres.words import room as words

COOKIE = "wres_room"
TOKEN_BYTES = 24
LONGEST_TOKEN = 64
LONGEST_FORM = 4_096
MOST_FIELDS = 20
# A room of 150 comes in within seconds and again after a restart; a person answers now and then.
OF_NEW_PHONES = Allowance(at_once=600, each_second=20)
OF_ONE_PHONE = Allowance(at_once=12, each_second=1)
OF_WRONG_CODES = Allowance(at_once=100, each_second=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What the routes share: how to get at the store, and the limits."""

    store: Callable[[], Store]
    new_phones: Limiter = field(default_factory=lambda: Limiter(OF_NEW_PHONES))
    votes: Limiter = field(default_factory=lambda: Limiter(OF_ONE_PHONE))
    wrong_codes: Limiter = field(default_factory=lambda: Limiter(OF_WRONG_CODES))

    def door(self, request: Request) -> Response:
        """Return the page that asks for the code, or the way to the session of one."""
        typed = request.query_params.get("code")
        code = read_code(typed or "")
        if code:
            return RedirectResponse(f"room/{code}", status_code=303)
        return _page(door_page("" if typed is None else NO_SESSION), 200 if typed is None else 404)

    def page(self, request: Request) -> Response:
        """Return the page of a phone, with its cookie when it has none yet."""
        code = read_code(request.path_params["code"])
        if code and code != request.path_params["code"]:
            return RedirectResponse(code, status_code=303)
        token = _token(request)
        if not token and not self.new_phones.take(code):
            return _page(door_page(words.TOO_MANY), 429)
        return self._phone(request, code, token or secrets.token_urlsafe(TOKEN_BYTES))

    def state(self, request: Request) -> Response:
        """Return whether something is new since a moment, as small as can be."""
        try:
            code = read_code(request.path_params["code"])
            moment = self.store().live.moment(code, now=datetime.now(UTC))
        except SessionProblem as problem:
            return JSONResponse({"over": str(problem)}, status_code=404, headers=_FRESH)
        except StoreProblem as problem:
            return JSONResponse({"problem": str(problem)}, status_code=503, headers=_FRESH)
        mark = f'"{moment}"'
        headers = _FRESH | {"etag": mark}
        # A proxy that packs answers marks the tag as weak.
        if request.headers.get("if-none-match", "").removeprefix("W/") == mark:
            return Response(status_code=304, headers=headers)
        return JSONResponse({"moment": moment}, headers=headers)

    async def vote(self, request: Request) -> Response:
        """Return the way back to the page once an answer is kept, or the page with why not."""
        if request.method != "POST":
            # Whoever reloads a page that said why an answer was not kept asks for it without one.
            return RedirectResponse(f"../{request.path_params['code']}", 303, headers=_FRESH)
        form = await _form(request)
        return await run_in_threadpool(self._vote, request, form)

    def _vote(self, request: Request, form: Mapping[str, str] | None) -> Response:
        code, token = read_code(request.path_params["code"]), _token(request)
        if not token or request.headers.get("sec-fetch-site") == "cross-site":
            return _page(door_page(words.NO_COOKIE), 403)
        if form is None:
            return self._phone(request, code, token, "That is too long.", 413)
        if not self.votes.take(f"{code} {token}"):
            return self._phone(request, code, token, words.TOO_MANY, 429)
        try:
            self.store().live.cast(code, token=token, form=form, now=datetime.now(UTC))
        except SessionProblem as problem:
            return self._phone(request, code, token, str(problem), 409)
        except StoreProblem as problem:
            return _page(door_page(str(problem)), 503)
        return RedirectResponse(f"../{code}", status_code=303, headers=_FRESH)

    def _phone(
        self, request: Request, code: str, token: str, problem: str = "", status: int = 200
    ) -> Response:
        try:
            view = self.store().live.phone_view(code, token=token, now=datetime.now(UTC))
        except SessionProblem as over:
            # Trying code after code is slowed down; whoever has a right one is not.
            many = not self.wrong_codes.take("all")
            return _page(door_page(words.TOO_MANY if many else str(over)), 429 if many else 404)
        except StoreProblem as broken:
            return _page(door_page(str(broken)), 503)
        answer = _page(phone_page(view, problem), status)
        if _token(request) != token:
            answer.set_cookie(
                COOKIE,
                token,
                max_age=SESSION_HOURS * 3600,
                path=request.url.path,
                secure=by_https(request),
                httponly=True,
                samesite="lax",
            )
        return answer


_FRESH = {"cache-control": "no-store"}


def routes(store: Callable[[], Store]) -> list[Route]:
    """Return the routes of the room; ``store`` gives the store at the moment of asking."""
    return routes_of(Room(store=store))


def routes_of(room: Room) -> list[Route]:
    """Return the routes of a room with limits of its own."""
    return [
        Route("/room", room.door, methods=["GET"]),
        Route("/room/{code}", room.page, methods=["GET"]),
        Route("/room/{code}/state", room.state, methods=["GET"]),
        Route("/room/{code}/vote", room.vote, methods=["GET", "POST"]),
    ]


def _page(html: str, status: int = 200) -> HTMLResponse:
    headers = _FRESH | {"content-security-policy": content_policy()}
    return HTMLResponse(html, status_code=status, headers=headers)


def _token(request: Request) -> str:
    """The random token of the phone, empty when it has none of ours."""
    token = request.cookies.get(COOKIE, "")
    plain = token.replace("-", "").replace("_", "")
    fits = TOKEN_BYTES <= len(token) <= LONGEST_TOKEN and plain.isascii() and plain.isalnum()
    return token if fits else ""


async def _form(request: Request) -> Mapping[str, str] | None:
    """The fields that were sent, None when they are too many or too long."""
    sent = b""
    async for part in request.stream():
        sent += part
        if len(sent) > LONGEST_FORM:
            return None
    try:
        text = sent.decode("utf-8")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return None
