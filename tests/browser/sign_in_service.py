"""A sign-in service of OpenID Connect for tests: real signatures, single-use codes, made-up people.

Run it with ``python -m tests.browser.sign_in_service PORT``. It asks nobody for a password: whoever
comes chooses who to be.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import sys
import time
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "wres", "a secret that both sides know"
LASTS = 3600
# Their sign-in ends after this many seconds.
SHORT = {"brief": 20}
UNVERIFIED = ("mallory",)
PEOPLE = ("ada", "ama", "ben", "brief", "cleo", "dora", "mallory", "nobody", "vera")


@dataclass(slots=True)
class Service:
    """The keys of the service, and the codes it has given out and not yet taken back."""

    port: int
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "test"}))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def issuer(self) -> str:
        """The address of the service."""
        return f"http://127.0.0.1:{self.port}"

    async def configuration(self, _: Request) -> Response:
        """Say where everything is."""
        return JSONResponse(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            }
        )

    async def keys(self, _: Request) -> Response:
        """Give the public key."""
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def authorize(self, request: Request) -> Response:
        """Ask who somebody wants to be, then send them back with a code."""
        asked = dict(request.query_params)
        if asked.get("client_id") != CLIENT or asked.get("response_type") != "code":
            return Response("unknown client", status_code=400)
        if "person" not in asked:
            return HTMLResponse(_choice(asked))
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        back = urlencode({"code": code, "state": asked.get("state", "")})
        return RedirectResponse(f"{asked['redirect_uri']}?{back}")

    async def token(self, request: Request) -> Response:
        """Give a signed token for a code, once, to the client that knows the secret."""
        form = await request.form()
        asked = self.codes.pop(str(form.get("code")), None)
        if asked is None or not self._knows_the_secret(request, dict(form)):
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        if not _proves(asked.get("code_challenge"), str(form.get("code_verifier"))):
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        return JSONResponse(
            {"access_token": "unused", "token_type": "Bearer", "id_token": self._signed(asked)}
        )

    def _knows_the_secret(self, request: Request, form: dict[str, object]) -> bool:
        basic = request.headers.get("authorization", "").removeprefix("Basic ")
        given = base64.b64decode(basic).decode() if basic else ""
        in_form = f"{form.get('client_id')}:{form.get('client_secret')}"
        wanted = {f"{CLIENT}:{SECRET}", urlencode({CLIENT: SECRET}).replace("=", ":")}
        return given in wanted or in_form in wanted

    def _signed(self, asked: dict[str, str]) -> str:
        person, now = asked["person"], int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": f"subject-{person}",
            "email": f"{person}@trust.example",
            "email_verified": person not in UNVERIFIED,
            "iat": now,
            "exp": now + SHORT.get(person, LASTS),
            "nonce": asked.get("nonce", ""),
        }
        return jwt.encode({"alg": "RS256", "kid": "test"}, claims, self.key)


def _choice(asked: dict[str, str]) -> str:
    links = []
    for one in PEOPLE:
        address = escape(f"/authorize?{urlencode({**asked, 'person': one})}")
        links.append(f'<p><a href="{address}">{one}</a></p>')
    return f"<title>Who are you?</title>{''.join(links)}"


def _proves(challenge: str | None, verifier: str) -> bool:
    if challenge is None:
        return True
    hashed = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(hashed).rstrip(b"=").decode() == challenge


def application(port: int) -> Starlette:
    """Return the service that answers on a port of this computer."""
    service = Service(port)
    return Starlette(
        routes=[
            Route("/.well-known/openid-configuration", service.configuration),
            Route("/keys", service.keys),
            Route("/authorize", service.authorize),
            Route("/token", service.token, methods=["POST"]),
        ]
    )


if __name__ == "__main__":
    number = int(sys.argv[1])
    uvicorn.run(application(number), host="127.0.0.1", port=number, log_level="warning")
