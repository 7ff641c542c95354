"""The way back after signing in: to the page that was asked for, not to the front door.

Streamlit sends everybody back to the front door. A link that somebody was sent would be lost
there, so the page is kept in a short-lived cookie while the sign-in service is asked.
"""

from __future__ import annotations

from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.url_util import make_url_path

from wres.ui import address, menu

COOKIE = "wres_asked_for"
SIGN_IN, SIGNED_IN = "auth/login", "oauth2callback"
# As long as somebody may take to sign in.
SECONDS = 900
LONGEST = 1_000


class WayBack:
    """Wraps the application: who signs in comes back to the page that was asked for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        base = config.get_option("server.baseUrlPath")
        self.home = make_url_path(base, "/")
        self.sign_in = make_url_path(base, SIGN_IN)
        self.signed_in = make_url_path(base, SIGNED_IN)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Return when the request was answered."""
        path = str(scope["path"]) if scope["type"] == "http" else ""
        asked = HTTPConnection(scope) if path in (self.sign_in, self.signed_in) else None
        if asked is None:
            await self.app(scope, receive, send)
            return

        async def answered(message: Message) -> None:
            if message["type"] != "http.response.start":
                await send(message)
            elif path == self.sign_in:
                await send(_with_cookie(message, self._asked_for(asked), path=self.signed_in))
            else:
                await send(self._sent_back(message, asked))

        await self.app(scope, receive, answered)

    def _asked_for(self, asked: HTTPConnection) -> str:
        """The page that the button was pressed on, empty when it was none of ours."""
        came_from = urlsplit(asked.headers.get("referer", ""))
        if came_from.netloc != asked.headers.get("host"):
            return ""
        return page_and_choice(f"{came_from.path.removeprefix(self.home)}?{came_from.query}")

    def _sent_back(self, message: Message, asked: HTTPConnection) -> dict[str, Any]:
        """The answer that sends to the page that was asked for, where it sent to the front door."""
        wanted = page_and_choice(unquote(asked.cookies.get(COOKIE, "")))
        home, place = self.home.encode(), f"{self.home}{wanted}".encode()
        headers = [
            (name, place if name.lower() == b"location" and value == home else value)
            for name, value in message.get("headers", [])
        ]
        return _with_cookie({**message, "headers": headers}, "", path=self.signed_in)


def page_and_choice(text: str) -> str:
    """Return a page of the menu and what is chosen on it, as an address after the front door's.

    Empty when the text names no page: whatever stands in a cookie or came from elsewhere leads
    nowhere but to our own pages, with names of our own choices.
    """
    parts = urlsplit(text[:LONGEST])
    chosen = dict(parse_qsl(parts.query, max_num_fields=None))
    query = urlencode({name: chosen[name] for name in address.NAMES if name in chosen})
    known = parts.path in {entry.name for entry in menu.entries()} | {""}
    if parts.scheme or parts.netloc or not known:
        return ""
    return f"{parts.path}?{query}" if query else parts.path


def _with_cookie(message: Message, wanted: str, *, path: str) -> dict[str, Any]:
    """The answer with the page in a cookie, which is taken away where there is none."""
    cookie: SimpleCookie = SimpleCookie({COOKIE: quote(wanted, safe="")})
    kept = {"path": path, "max-age": str(SECONDS if wanted else 0), "samesite": "Lax"}
    cookie[COOKIE].update(kept)
    cookie[COOKIE]["httponly"] = True
    line = cookie[COOKIE].OutputString().encode()
    return {**message, "headers": [*message.get("headers", []), (b"set-cookie", line)]}
