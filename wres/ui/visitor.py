"""Who is at the door: a sign-in and the list of roles, or, without sign-in, this computer.

Without sign-in the person at the keyboard of this computer is the lead, and anybody who comes
over the network only reads. ``WRES_ROLE_WITHOUT_SIGN_IN`` (lead, viewer or none) says otherwise.
"""

from __future__ import annotations

import os
import time
from functools import lru_cache
from pathlib import Path

import streamlit as st

from wres import access
from wres.access import Role, Visitor

ROOT = Path(__file__).resolve().parents[2]
LIST_NAME = "access.csv"
_WITHOUT_SIGN_IN = {
    "lead": access.LOCAL_LEAD,
    "viewer": access.READER,
    "none": access.NOBODY,
}
_PROXY_MARKS = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")


def current() -> Visitor:
    """Return who this is, asked anew in every run: a role taken away is gone at the next click."""
    if sign_in_is_set_up():
        return access.visitor_from(st.user.to_dict(), _grants(), seconds_now=time.time())
    setting = os.environ.get("WRES_ROLE_WITHOUT_SIGN_IN", "").strip().casefold()
    if setting:
        return _WITHOUT_SIGN_IN.get(setting, access.NOBODY)
    return access.LOCAL_LEAD if _sits_at_this_computer() else access.READER


def page_for(needs: Role) -> Visitor:
    """Return the visitor of a page that is for this role; every page calls it first.

    Raises:
        NotAllowed: If the visitor may not open the page.
    """
    return access.require(current(), needs)


def sign_in_is_set_up() -> bool:
    """Return whether this server asks people to sign in."""
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False


def offer_sign_in(visitor: Visitor) -> None:
    """Return nothing; draw the button that signs in or out, where sign-in is set up."""
    if not sign_in_is_set_up():
        return
    if visitor.signed_in:
        st.button("Sign out", on_click=st.logout)
    else:
        st.button("Sign in", on_click=st.login, type="primary")


def _sits_at_this_computer() -> bool:
    # Behind a proxy everybody seems to come from this computer, so its marks count as a network.
    if any(mark in st.context.headers for mark in _PROXY_MARKS):
        return False
    return st.context.ip_address in (None, "127.0.0.1", "::1")


def _grants() -> tuple[access.Grant, ...]:
    home = Path(os.environ.get("WRES_HOME") or ROOT / "data" / "local")
    path = home / LIST_NAME
    if not path.is_file():
        return ()
    return _read_list(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read_list(path: Path, _changed: int) -> tuple[access.Grant, ...]:
    return access.read_grants(path.read_text(encoding="utf-8-sig"), file_name=path.name)
