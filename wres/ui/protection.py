"""What every answer of the server carries for the browser's protection, and what is not answered.

It is in the program and not in the proxy alone, so that a copy without a proxy has it too.
"""

from __future__ import annotations

import re
from importlib import resources
from typing import Any

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wres.reports.plain_pages import allowed_by_hash

# Figures about the server, and pages read as data by programs: nobody's business from outside.
CLOSED = ("_stcore/metrics", "_stcore/agent")
# An uploaded or downloaded file must not stay in a browser that others use too.
NEVER_KEPT = ("/media/", "/_stcore/upload_file")
# Plain pages that bring a narrower policy of their own; one of Streamlit's never does.
POLICY = b"content-security-policy"
OWN_POLICY = ("/room", "/card")
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_FEATURES = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"),
    *("microphone", "midi", "payment", "usb", "xr-spatial-tracking"),
)


def content_policy() -> str:
    """Return what a page may load and run: this server's own files, and nothing evaluated.

    Streamlit's page has one script written into it, allowed by its hash. Its styles are written
    by its scripts, so inline styles are allowed. Its messages are read with a little WebAssembly,
    so that is too; charts run in Vega's interpreter, so 'unsafe-eval' is not.
    """
    page = resources.files("streamlit").joinpath("static", "index.html")
    scripts = _INLINE.findall(page.read_text(encoding="utf-8"))
    allowed = " ".join(("'self'", "'wasm-unsafe-eval'", *map(allowed_by_hash, scripts)))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {allowed}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "frame-ancestors 'none'",
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


def headers() -> dict[str, str]:
    """Return the headers of every answer, name to value."""
    return {
        "content-security-policy": content_policy(),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
    }


class Protection:
    """Wraps the application: adds the headers, and answers nothing at the closed addresses."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.added = [(name.encode(), value.encode()) for name, value in headers().items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Return when the request was answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = str(scope["path"])

        async def protected(message: Message) -> None:
            await send(self._with_headers(message, path))

        if any(closed in path for closed in CLOSED):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, protected)
        else:
            await self.app(scope, receive, protected)

    def _with_headers(self, message: Message, path: str) -> dict[str, Any]:
        if message["type"] != "http.response.start":
            return dict(message)
        added = [*self.added]
        replaced = {name for name, _ in added}
        if path.startswith(NEVER_KEPT):
            added.append((b"cache-control", b"no-store"))
            replaced.add(b"cache-control")
        if _is_plain_page(path) and _has_policy(message):
            added = [one for one in added if one[0] != POLICY]
            replaced.discard(POLICY)
        kept = [one for one in message.get("headers", []) if one[0].lower() not in replaced]
        return {**message, "headers": [*kept, *added]}


def _is_plain_page(path: str) -> bool:
    return any(path == own or path.startswith(f"{own}/") for own in OWN_POLICY)


def _has_policy(message: Message) -> bool:
    return any(name.lower() == POLICY for name, _ in message.get("headers", []))
