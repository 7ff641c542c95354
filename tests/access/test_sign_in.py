"""Half a set-up stops the program with one sentence that names what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from wres.access import LOCAL_LEAD, NOBODY, READER, provider_of, role_without_sign_in
from wres.errors import SetUpWrong

WHOLE: dict[str, Any] = {
    "redirect_uri": "https://wres.trust.example/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "wres",
    "client_secret": "known to both",
    "server_metadata_url": "https://login.example/.well-known/openid-configuration",
}
SERVER = {name: WHOLE[name] for name in ("redirect_uri", "cookie_secret")}
SERVICE = {name: WHOLE[name] for name in WHOLE if name not in SERVER}


def test_a_whole_set_up_is_taken_with_or_without_a_name() -> None:
    """The settings of the service may stand in a table of its own."""
    assert provider_of(WHOLE) is None
    assert provider_of({**SERVER, "entra": SERVICE}) == "entra"
    on_this_computer = {"redirect_uri": "http://localhost:8501/oauth2callback"}
    assert provider_of({**WHOLE, **on_this_computer}) is None


@pytest.mark.parametrize("missing", list(WHOLE))
@pytest.mark.parametrize("left", [None, "", "  "])
def test_a_missing_setting_is_named(missing: str, left: str | None) -> None:
    """Left out, empty or blank: the sentence says which one."""
    settings = {name: one for name, one in WHOLE.items() if name != missing}
    if left is not None:
        settings[missing] = left
    with pytest.raises(SetUpWrong, match=rf"lacks {missing}; add it"):
        provider_of(settings)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({**SERVER, "entra": {"client_id": "wres"}}, r"\[auth.entra\].* lacks client_secret and"),
        ({**SERVER, "entra": SERVICE, "other": SERVICE}, "2 sign-in services"),
        ({**WHOLE, "cookie_secret": "secret"}, "fewer than 32 characters"),
        ({**WHOLE, "redirect_uri": "http://wres.trust.example/x"}, "must be an https address"),
        ({**WHOLE, "server_metadata_url": "file:///etc/passwd"}, "must be an https address"),
        ({}, "lacks redirect_uri and cookie_secret"),
    ],
)
def test_what_cannot_be_right_is_said(settings: dict[str, Any], told: str) -> None:
    """Half a table, two services, a weak secret, an address anybody can listen to."""
    with pytest.raises(SetUpWrong, match=told):
        provider_of(settings)


def test_the_secrets_are_in_no_sentence() -> None:
    """What is wrong is named, never the value of a secret."""
    with pytest.raises(SetUpWrong) as told:
        provider_of({**WHOLE, "cookie_secret": "hunter2"})
    assert "hunter2" not in str(told.value)


def test_without_sign_in_the_setting_is_one_of_three_words() -> None:
    """A misspelt word lets nobody in."""
    words = {"lead": LOCAL_LEAD, " Viewer ": READER, "none": NOBODY, "": None}
    assert {word: role_without_sign_in(word) for word in words} == words
    with pytest.raises(SetUpWrong, match="must be lead, viewer or none"):
        role_without_sign_in("laed")
