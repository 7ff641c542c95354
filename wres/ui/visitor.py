"""Who is at the door: a sign-in and the list of roles, or, without sign-in, this computer.

Without sign-in the person at the keyboard of this computer is the lead, and anybody who comes
over the network only reads. A setting (lead, viewer or none) says otherwise.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit import config

from wres import access, settings
from wres.access import Role, Visitor
from wres.answers.opening import home
from wres.errors import SetUpWrong, StoreProblem
from wres.text import plain
from wres.ui import held, loading, sign_ins

LIST_NAME = "access.csv"
_SECRETS_UNREAD = (
    "The file of secrets of this server cannot be read, so nobody can be let in. Whoever looks "
    "after the server mends secrets.toml."
)
_NO_SIGN_IN = "No sign-in is set up: whoever sits at this computer is the lead."
_PROXY_MARKS = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")


def current() -> Visitor:
    """Return who this is, asked anew in every run: a role taken away is gone at the next click.

    Raises:
        SetUpWrong: If a setting of the server is missing or cannot be right.
    """
    if sign_in_is_set_up():
        return _signed_in(st.user.to_dict(), clicked=True)
    return _without_sign_in(st.context.headers, st.context.ip_address)


def behind(*, cookies: Mapping[str, str], headers: Mapping[str, str], ip: str | None) -> Visitor:
    """Return who asks for something outside a page, by what came with the asking.

    Raises:
        SetUpWrong: If a setting of the server is missing or cannot be right.
    """
    if sign_in_is_set_up():
        return _signed_in(sign_ins.claims_in(cookies), clicked=False)
    return _without_sign_in(headers, ip)


def writer(org_codes: Iterable[str]) -> Visitor:
    """Return the lead who may change figures of these organisations, asked at this moment.

    A button is pressed later than it was drawn: the role may be gone, or the sign-in over.

    Raises:
        NotAllowed: If figures of one of them may not be changed.
    """
    return access.require_write(page_for(Role.LEAD), org_codes)


def _without_sign_in(headers: Mapping[str, str], ip: str | None) -> Visitor:
    setting = settings.ROLE_WITHOUT_SIGN_IN.given(os.environ)
    chosen = access.role_without_sign_in(setting)
    if chosen is not None:
        return chosen
    return access.LOCAL_LEAD if _sits_at_this_computer(headers, ip) else access.READER


def page_for(needs: Role) -> Visitor:
    """Return the visitor of a page that is for this role; every page calls it first.

    Raises:
        NotAllowed: If the visitor may not open the page.
    """
    return access.require(current(), needs)


def sign_in_is_set_up() -> bool:
    """Return whether this server asks people to sign in.

    Raises:
        SetUpWrong: If there is a file of secrets and nobody can tell whether it does.
    """
    # Asked some twenty times a run, and Streamlit works out anew each time where a file may lie.
    # While none was read, a look at those places is enough; one that was read goes on counting.
    places = _secrets_files(os.getcwd(), config._main_script_path)
    if st.secrets._secrets is None and not any(map(_may_lie_at, places)):
        return False
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        # Streamlit says the same of a file that is not there and of one that cannot be read.
        if any(map(_may_lie_at, places)):
            raise SetUpWrong(_SECRETS_UNREAD) from None
        return False


@lru_cache(maxsize=4)
def _secrets_files(_folder: str, _program: str | None) -> tuple[str, ...]:
    """Where secrets may lie for a program of this path that was started in this folder."""
    return tuple(config.get_option("secrets.files"))


def _may_lie_at(path: str) -> bool:
    """Whether anything is there; what cannot be looked at may be a file with secrets."""
    try:
        os.stat(path)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def _provider() -> str | None:
    missing = [name for name in ("authlib", "httpx") if importlib.util.find_spec(name) is None]
    if missing:
        raise SetUpWrong(
            f"Sign-in needs the package {' and '.join(missing)}; install it with pip, or take "
            "[auth] out of secrets.toml."
        )
    return access.provider_of(st.secrets["auth"].to_dict())


def note_about(visitor: Visitor) -> str:
    """Return why somebody who did not sign in is the lead, or an empty text."""
    return _NO_SIGN_IN if visitor is access.LOCAL_LEAD else ""


def offer_sign_in(visitor: Visitor) -> None:
    """Return nothing; say who signed in, and draw the button that signs in or out."""
    if not sign_in_is_set_up():
        return
    if visitor.signed_in:
        st.sidebar.caption(f"Signed in as {plain(visitor.name)}")
        st.sidebar.button("Sign out", on_click=st.logout)
    else:
        provider = _provider()
        st.button("Sign in", on_click=st.login, args=(provider,), type="primary")


def _sits_at_this_computer(headers: Mapping[str, str], ip: str | None) -> bool:
    # Behind a proxy everybody seems to come from this computer, so its marks count as a network.
    if any(mark in headers for mark in _PROXY_MARKS):
        return False
    return ip in (None, "127.0.0.1", "::1")


def _signed_in(claims: Mapping[str, object], *, clicked: bool) -> Visitor:
    """Whom a sign-in stands for; while the list cannot be read, whoever had a role only reads."""
    _provider()
    now, problem = held.seconds(), ""
    try:
        stored = loading.store().grants()
        held.everything().hold_grants(stored, seconds_now=now)
    except StoreProblem as unread:
        # The file still lets its people in, in full: it does not lie in the store.
        stored, problem = held.everything().readers(seconds_now=now), str(unread)
    listed = tuple(dict.fromkeys((*file_grants(), *stored)))
    found = sign_ins.visitor_of(claims, listed, clicked=clicked)
    if problem and found.signed_in and not found.roles:
        return replace(found, reason=f"Who may do what cannot be read. {problem}")
    return found


def file_grants() -> tuple[access.Grant, ...]:
    """Return the lines of the server's own file, which only its administrator can change."""
    path = home() / LIST_NAME
    if not path.is_file():
        return ()
    return _read_list(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read_list(path: Path, _changed: int) -> tuple[access.Grant, ...]:
    return access.read_grants(path.read_text(encoding="utf-8-sig"), file_name=path.name)
