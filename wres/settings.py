"""Every setting taken from the environment: its name, what it does, what holds without it.

Whoever reads a setting takes its name from here; ``docs/settings.md`` is made from this list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One variable of the environment; ``without`` says in words what holds when it is not set."""

    name: str
    meaning: str
    without: str
    example: str

    def given(self, environment: Mapping[str, str]) -> str:
        """Return what the environment says, an empty text when it says nothing."""
        return environment.get(self.name, "")


HOME = Setting(
    name="WRES_HOME",
    meaning="the folder that holds the store, and the file of roles if there is one",
    without="`data/local` in the folder of the program",
    example="/srv/wres",
)
DATABASE_URL = Setting(
    name="WRES_DATABASE_URL",
    meaning=(
        "a PostgreSQL server that holds the store instead of a file; needs "
        '`pip install "psycopg[binary]"`'
    ),
    without="one SQLite file in the folder of the store",
    example="postgresql+psycopg://user@host/wres",
)
ROLE_WITHOUT_SIGN_IN = Setting(
    name="WRES_ROLE_WITHOUT_SIGN_IN",
    meaning="who everybody is where no sign-in is set up: `lead`, `viewer` or `none`",
    without="the person at this computer is the lead, and others read",
    example="viewer",
)
IDLE_MINUTES = Setting(
    name="WRES_IDLE_MINUTES",
    meaning="after how many minutes without a click a lead or an admin signs in again",
    without="30, which is also the most",
    example="15",
)
DEBUG = Setting(
    name="WRES_DEBUG",
    meaning="with any text, a command that fails unexpectedly says where in the program",
    without="it says one sentence",
    example="1",
)
STANDARDS = Setting(
    name="WRES_STANDARDS",
    meaning=(
        "the sister standards whose definitions *About* shows, by their file in `data/standards`, "
        "parted by commas"
    ),
    without="none is shown anywhere",
    example="wdes,medical_wres,bank_wres",
)
LABELS = Setting(
    name="WRES_LABELS",
    meaning=(
        "the words for the two groups everywhere: `wres`, `govuk`, or `own:` and a trust's own "
        "words for the group the standard calls BME"
    ),
    without="the standard's terms, `wres`",
    example="own: Global majority",
)
SETTINGS: tuple[Setting, ...] = (
    HOME,
    DATABASE_URL,
    ROLE_WITHOUT_SIGN_IN,
    IDLE_MINUTES,
    LABELS,
    DEBUG,
    STANDARDS,
)
