"""Somebody with cookies and without a browser: signs in for real, asks any address, opens pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from tests.ui.socket_client import Seen, Window, window

COOKIE = "_streamlit_user"
XSRF = "_streamlit_xsrf"
NOBODY = "nobody signed in"


def _client() -> httpx.Client:
    # No connection outlives its answer, so that none is left open after the last test.
    return httpx.Client(
        follow_redirects=True, limits=httpx.Limits(max_keepalive_connections=0), timeout=30
    )


@dataclass
class Caller:
    """One person at one browser that is none; ``address`` is that of the program."""

    address: str
    client: httpx.Client = field(default_factory=_client)

    def __post_init__(self) -> None:
        """Fetch the token that a browser gets with the first answer of the server."""
        self.ask("/_stcore/health")

    @property
    def xsrf(self) -> str:
        """The token that must come with whatever changes something."""
        return str(self.client.cookies[XSRF])

    def ask(
        self, path: str, *, method: str = "GET", headers: dict[str, str] | None = None
    ) -> httpx.Response:
        """Return the answer of an address of the program."""
        return self.client.request(method, self.address + path, headers=headers)

    def put(self, path: str, content: bytes) -> httpx.Response:
        """Return the answer to a file, sent as the page for uploads sends it."""
        return self.client.put(
            self.address + path,
            files={"file": ("figures.csv", content, "text/csv")},
            headers={"X-Xsrftoken": self.xsrf},
        )

    @contextmanager
    def window(self, *, resume: str = "", **headers: str) -> Iterator[Window]:
        """Give a new window, with the cookies held at this moment; ``resume`` is a session."""
        cookies = "; ".join(f"{name}={text}" for name, text in self.client.cookies.items())
        own = {"Cookie": cookies, "Origin": self.address}
        said = ("streamlit", self.xsrf, *([resume] if resume else []))
        with window(urlsplit(self.address).netloc, said, **{**own, **headers}) as opened:
            yield opened

    def visit(self, page: str, query: str = "", **headers: str) -> Seen:
        """Return what one page shows in a new window."""
        with self.window(**headers) as opened:
            return opened.open(page, query)

    def sign_in(self, person: str) -> None:
        """Press the button, choose who to be at the service, and come back with a cookie."""
        with self.window() as opened:
            opened.open("about")
            to = opened.press("Sign in").sent_to
        choice = self.ask(to)
        back = self.client.get(f"{choice.url}&person={person}")
        assert back.status_code == 200 and COOKIE in self.client.cookies, back.text
