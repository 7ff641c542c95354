"""How long a sign-in lasts: until it expires, and for a lead until thirty minutes without a click.

The cookie of a sign-in lives for weeks and nothing in it says when its owner was last here. So the
server remembers that, and the moment of signing in counts too: after a restart, or in another
window, somebody who signed in long ago signs in again.
"""

from __future__ import annotations

from collections.abc import Mapping

from wres.errors import SetUpWrong

IDLE_SECONDS = 30 * 60


def is_idle(
    claims: Mapping[str, object],
    *,
    last_seen: float | None,
    seconds_now: float,
    limit: float = IDLE_SECONDS,
) -> bool:
    """Return whether somebody signed in was last here longer ago than the limit, in seconds.

    ``last_seen`` is the moment of the last click the server knows of, seconds since 1970. A
    sign-in that does not say when it was made (``iat``) counts from that click alone.
    """
    made = claims.get("iat")
    moments = [last_seen or 0.0, float(made) if isinstance(made, int | float) else 0.0]
    return seconds_now - max(moments) > limit


def idle_limit(setting: str) -> float:
    """Return the limit in seconds: thirty minutes, or the fewer minutes of the setting.

    Raises:
        SetUpWrong: If the setting is no number of minutes, or asks for more.
    """
    if not setting.strip():
        return IDLE_SECONDS
    try:
        seconds = float(setting) * 60
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= IDLE_SECONDS:
        raise SetUpWrong(
            "WRES_IDLE_MINUTES must be a number of minutes up to 30; correct it or leave it out."
        )
    return seconds
