"""The program with sign-in, two trusts in its store, and one caller for each kind of person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.sign_in_program import program, sign_in_service
from tests.walls.caller import NOBODY, Caller
from tests.walls.figures import fill

# A program that starts with this folder on its path writes down whom it calls.
WATCHING = Path(__file__).parent / "watching"
# Nobody listed is somebody who signed in and has no role.
SIGNED_IN = ("nobody", "vera", "ama", "ben", "ada")


@dataclass(frozen=True, slots=True, kw_only=True)
class Walls:
    """The running program, its folder, the sign-in service and everybody who calls.

    ``calls`` is the file in which the program wrote down whom it called itself.
    """

    address: str
    home: Path
    service: str
    calls: Path
    callers: dict[str, Caller]

    def newcomer(self, person: str = "") -> Caller:
        """Return a caller of one's own, signed in as this person if one is named."""
        caller = Caller(self.address)
        if person:
            caller.sign_in(person)
        return caller


@pytest.fixture(scope="package")
def walls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walls]:
    """The program, filled, and everybody signed in who can."""
    home = tmp_path_factory.mktemp("home")
    fill(home)
    calls = tmp_path_factory.mktemp("calls") / "calls.txt"
    watched = {"PYTHONPATH": str(WATCHING), "WATCHED_CALLS": str(calls)}
    with (
        sign_in_service(tmp_path_factory.mktemp("service")) as service,
        program(home, service, **watched) as address,
    ):
        running = Walls(address=address, home=home, service=service, calls=calls, callers={})
        running.callers[NOBODY] = running.newcomer()
        running.callers.update({person: running.newcomer(person) for person in SIGNED_IN})
        yield running
