"""The sign-ins this server knows of: whose they are, when each was used last, which were ended.

A cookie holds a sign-in, and a window that is open holds a copy of it. So what ends a sign-in is
remembered here, and is asked for in every run of every window.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace

import streamlit as st
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

from wres import access, settings
from wres.access import Grant, Role, Visitor

_AWAY = "You were away for a while; please sign in again."
_OUT = "You signed out; please sign in again."


def visitor_of(claims: Mapping[str, object], grants: Iterable[Grant], *, clicked: bool) -> Visitor:
    """Return whom a sign-in stands for, nobody when it is over; ``clicked`` says they are here.

    Raises:
        SetUpWrong: If the setting of the idle time cannot be right.
    """
    now, who = _now(), _who(claims)
    visitor = access.visitor_from(claims, grants, seconds_now=now)
    if visitor.signed_in and access.is_ended(claims, ended=_ended().get(who)):
        return replace(access.NOBODY, reason=_OUT)
    if not visitor.roles & {Role.ADMIN, Role.LEAD}:
        return visitor
    limit = access.idle_limit(settings.IDLE_MINUTES.given(os.environ))
    if access.is_idle(claims, last_seen=_last_seen().get(who), seconds_now=now, limit=limit):
        return replace(access.NOBODY, reason=_AWAY)
    if clicked:
        _last_seen()[who] = now
    return visitor


def claims_in(cookies: Mapping[str, str]) -> dict[str, object]:
    """Return what a sign-in says that came as a cookie, nothing when we did not sign it."""
    signed = _get_signed_cookie_with_chunks(dict(cookies), USER_COOKIE_NAME)
    return dict(json.loads(signed)) if signed else {}


def end(claims: Mapping[str, object]) -> None:
    """Return nothing; this sign-in and earlier ones of its person are over, in every window."""
    if claims.get("is_logged_in"):
        earlier = _ended().get(_who(claims), 0.0)
        _ended()[_who(claims)] = max(earlier, access.made_at(claims))


def _who(claims: Mapping[str, object]) -> str:
    return f"{claims.get('iss')} {claims.get('sub')}"


def _now() -> float:
    return time.time()


@st.cache_resource(show_spinner=False)
def _last_seen() -> dict[str, float]:
    """When each lead and admin clicked last, by issuer and subject; shared by all sessions."""
    return {}


@st.cache_resource(show_spinner=False)
def _ended() -> dict[str, float]:
    """When the latest sign-in was made that somebody signed out of, by issuer and subject."""
    return {}
