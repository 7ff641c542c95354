"""What a case of the corpus is: the bytes of a file, and what must come of them."""

from __future__ import annotations

from dataclasses import dataclass, field

ACCEPTED = "accepted"
WARNED = "accepted with warnings"
REFUSED = "refused"

# org_code, wres_year, survey_year, indicator, staff_group, band, ethnic_group, numerator,
# denominator, value, unit, status
Figure = tuple[
    str,
    int,
    int,
    int,
    str,
    str,
    str,
    int | None,
    int | None,
    float | None,
    str,
    str,
]


@dataclass(frozen=True, slots=True)
class Fires:
    """A check that must speak up: its id, empty where any may, and words it must say.

    ``lines`` are lines it must name; empty where that is left open.
    """

    check: str
    words: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What must come of a file under some choices; ``asks`` are the choices it must ask for.

    ``silent`` are checks that must not speak up.
    """

    verdict: str
    figures: tuple[Figure, ...] = ()
    fires: tuple[Fires, ...] = ()
    silent: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    org_code: str = ""
    wres_year: int | None = None
    scale: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What the reader alone must see of a text file."""

    encoding: str = "UTF-8"
    delimiter: str = ","
    header_row: int = 1
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One file of the corpus. A file that is not ``kept`` is made when a test needs it."""

    file: str
    about: str
    data: bytes = field(repr=False)
    expects: tuple[Expect, ...]
    read: Read | None = None
    kept: bool = True


def accepted(*figures: Figure, **said: object) -> Expect:
    """Return that a file is accepted with nothing to correct, and gives these figures."""
    return Expect(verdict=ACCEPTED, figures=figures, **said)  # type: ignore[arg-type]


def warned(*figures: Figure, fires: tuple[Fires, ...], **said: object) -> Expect:
    """Return that a file is accepted with these warnings, and gives these figures."""
    return Expect(verdict=WARNED, figures=figures, fires=fires, **said)  # type: ignore[arg-type]


def refused(*fires: Fires, **said: object) -> Expect:
    """Return that a file is refused for these reasons."""
    return Expect(verdict=REFUSED, fires=fires, **said)  # type: ignore[arg-type]


def says(*words: str) -> Fires:
    """Return that the reason, or some check, must hold all of these words."""
    return Fires("", words)
