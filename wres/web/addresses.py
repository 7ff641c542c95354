"""The address at which the outside asks this program, as the proxy in front passes it on."""

from __future__ import annotations

import re

from starlette.requests import Request

from wres.interface.asking import Refused

_HOST = re.compile(r"[A-Za-z0-9.-]{1,200}(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]{2,50}\](:[0-9]{1,5})?")


def by_https(request: Request) -> bool:
    """Return whether whoever asks does so over TLS, which a proxy may have ended."""
    forwarded = request.headers.get("x-forwarded-proto") == "https"
    return request.url.scheme == "https" or forwarded


def public_address(request: Request) -> str:
    """Return the whole address that is asked, without its query.

    Raises:
        Refused: If it names no host that could be one.
    """
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        raise Refused(400, "The name of the server that is asked is not one.")
    return f"{'https' if by_https(request) else 'http'}://{host}{request.scope['path']}"
