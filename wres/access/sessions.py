"""How long a sign-in lasts: until it expires or is ended; for a lead, thirty idle minutes.

The cookie of a sign-in lives for weeks and nothing in it says when its owner was last here. So the
server remembers that, and the moment of signing in counts too: after a restart, or in another
window, somebody who signed in long ago signs in again.
"""

from __future__ import annotations

from collections.abc import Mapping

from wres.errors import SetUpWrong
from wres.settings import IDLE_MINUTES

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
    return seconds_now - max(last_seen or 0.0, made_at(claims)) > limit


def made_at(claims: Mapping[str, object]) -> float:
    """Return when a sign-in was made (``iat``), seconds since 1970; 0 when it does not say."""
    made = claims.get("iat")
    return float(made) if isinstance(made, int | float) else 0.0


def is_ended(claims: Mapping[str, object], *, ended: float | None) -> bool:
    """Return whether a sign-in is over because its person signed out of it, or of a later one.

    ``ended`` is when the latest sign-in was made that the person signed out of. Both moments are
    the sign-in service's, so that no difference between two clocks counts.
    """
    return ended is not None and made_at(claims) <= ended


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
            f"{IDLE_MINUTES.name} must be a number of minutes up to 30; correct it or leave it out."
        )
    return seconds
