"""What the register knows of a check: what each says of itself, where its function is written.

A table of counts made of an extract has a row for every figure, and few rows that differ in their
words. A check of what a row says finds the same in those few, and is quick; one that counts figures
or holds them beside each other would miss nearly all there. So each check must say which it is:
one without a mark cannot be registered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from wres.upload.checking import CheckResult, Stage, Upload

AnyCheck = TypeVar("AnyCheck", bound=Callable[..., CheckResult])


class Telling(Protocol):
    """The function of a check whose warning wants no reason."""

    tells_only: bool


class Marked(Protocol):
    """The function of a check that says how much of an upload it must see."""

    __name__: str
    among_all: bool

    def __call__(self, upload: Upload, /) -> CheckResult:
        """Return what the check finds."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check in the registry: its id, its stage and the function that asks the question."""

    name: str
    stage: Stage
    run: Marked

    def __post_init__(self) -> None:
        """Refuse a function that does not say how much it must see."""
        if not hasattr(self.run, "among_all"):
            raise TypeError(f"The check {self.name} is marked neither among_all nor on_few.")


@dataclass(frozen=True, slots=True)
class SheetsCheck:
    """A check that looks across every table of a file."""

    name: str
    stage: Stage
    run: Callable[[Sequence[Upload]], CheckResult]


def among_all(check: Callable[[Upload], CheckResult]) -> Marked:
    """Return a check that counts figures or holds them beside each other: it looks at every row."""
    return _marked(check, among_all=True)


def on_few(check: Callable[[Upload], CheckResult]) -> Marked:
    """Return a check of what a row says, or of figures no extract gives: few rows are enough."""
    return _marked(check, among_all=False)


def tells_only(check: AnyCheck) -> AnyCheck:
    """Return a check whose warning tells what was done: no figure may be wrong because of it.

    Whoever accepts a warning of any other check must give a reason.
    """
    cast(Telling, check).tells_only = True
    return check


def _marked(check: Callable[[Upload], CheckResult], *, among_all: bool) -> Marked:
    marked = cast(Marked, check)
    marked.among_all = among_all
    return marked
