"""Whether sign-in is set up in full: half a set-up must stop the program, not open the door."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from wres.access.roles import LOCAL_LEAD, NOBODY, READER, Visitor
from wres.errors import SetUpWrong
from wres.settings import ROLE_WITHOUT_SIGN_IN

OF_THE_SERVER = ("redirect_uri", "cookie_secret")
OF_THE_SERVICE = ("client_id", "client_secret", "server_metadata_url")
# The secret signs the cookies: whoever guesses it is whoever they like.
LEAST_SECRET = 32
THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")
_WITHOUT = {"lead": LOCAL_LEAD, "viewer": READER, "none": NOBODY}


def provider_of(auth: Mapping[str, object]) -> str | None:
    """Return the name of the sign-in service, None when its settings have no table of their own.

    Raises:
        SetUpWrong: If a setting is missing, empty or too weak; the sentence names it.
    """
    named = {name: one for name, one in auth.items() if isinstance(one, Mapping)}
    if len(named) > 1:
        raise SetUpWrong(
            f"The [auth] settings name {len(named)} sign-in services; leave one of them."
        )
    provider, service = next(iter(named.items()), (None, auth))
    where = f"auth.{provider}" if provider else "auth"
    _must_be_there(auth, OF_THE_SERVER, "auth")
    _must_be_there(service, OF_THE_SERVICE, where)
    if len(str(auth["cookie_secret"])) < LEAST_SECRET:
        raise SetUpWrong(
            f"cookie_secret in [auth] has fewer than {LEAST_SECRET} characters; put a long random "
            "text there."
        )
    for settings, name in ((auth, "redirect_uri"), (service, "server_metadata_url")):
        _must_be_safe(str(settings[name]), name)
    return provider


def _must_be_there(settings: Mapping[str, object], names: tuple[str, ...], where: str) -> None:
    missing = [name for name in names if not str(settings.get(name) or "").strip()]
    if missing:
        raise SetUpWrong(
            f"Sign-in is set up by half: [{where}] in secrets.toml lacks {' and '.join(missing)}; "
            "add it, or take [auth] out."
        )


def _must_be_safe(address: str, name: str) -> None:
    parts = urlsplit(address)
    here = parts.scheme == "http" and parts.hostname in THIS_COMPUTER
    if not here and (parts.scheme != "https" or not parts.hostname):
        raise SetUpWrong(f"{name} in [auth] must be an https address; correct it in secrets.toml.")


def role_without_sign_in(setting: str) -> Visitor | None:
    """Return who everybody is by this setting, None when there is no setting.

    Raises:
        SetUpWrong: If it is none of the three words; nobody is let in on a guess.
    """
    asked = setting.strip().casefold()
    if not asked:
        return None
    if asked not in _WITHOUT:
        raise SetUpWrong(
            f"{ROLE_WITHOUT_SIGN_IN.name} must be lead, viewer or none; correct it or leave it out."
        )
    return _WITHOUT[asked]
