"""The door of what is asked for outside a page: files that come and go, and signing out.

Streamlit hands a file to whoever knows its address, and takes one from whoever has a page open,
signed in or not. Here both need the role that the page for it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.url_util import make_url_path

from wres import access
from wres.access import Role
from wres.errors import WresError
from wres.ui import sign_ins, visitor

SIGN_OUT = "auth/logout"
Refusal = Callable[[str, int, str], Response]
NEEDS = {
    "media": Role.VIEWER,
    "_stcore/upload_file": Role.LEAD,
    "api": Role.VIEWER,
    "card": Role.VIEWER,
}


class Door:
    """Wraps the application: no file without a role, and signing out ends it in every window.

    ``refusals`` says by address how one is refused there: path, status and sentence to an answer.
    """

    def __init__(self, app: ASGIApp, refusals: Mapping[str, Refusal] | None = None) -> None:
        self.app = app
        base = config.get_option("server.baseUrlPath")
        self.sign_out = make_url_path(base, SIGN_OUT)
        made = (refusals or {}).items()
        self.refusals = {f"{make_url_path(base, opens)}/": refused for opens, refused in made}
        self.needs = {f"{make_url_path(base, path)}/": role for path, role in NEEDS.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Return when the request was answered."""
        path = _path(scope)
        role = next((role for opens, role in self.needs.items() if path.startswith(opens)), None)
        if path == self.sign_out:
            sign_ins.end(sign_ins.claims_in(HTTPConnection(scope).cookies))
        refused = await run_in_threadpool(_refusal, HTTPConnection(scope), role) if role else ""
        if refused:
            await self._refused(path, refused)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _refused(self, path: str, sentence: str) -> Response:
        """Why not, in the form that whoever asks there can read."""
        for opens, refused in self.refusals.items():
            if path.startswith(opens):
                return refused(path, 403, sentence)
        return PlainTextResponse(sentence, status_code=403)


def _path(scope: Scope) -> str:
    """The path as the routes are looked up by, empty for what is no request of a browser."""
    if scope["type"] != "http":
        return ""
    return str(scope["path"]).removeprefix(str(scope.get("root_path", "")))


def _refusal(asked: HTTPConnection, role: Role) -> str:
    """Why this may not be had, as a sentence; an empty text when it may."""
    ip = asked.client.host if asked.client else None
    try:
        who = visitor.behind(cookies=asked.cookies, headers=asked.headers, ip=ip)
        access.require(who, role)
    except WresError as problem:
        return str(problem)
    return ""
