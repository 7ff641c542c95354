"""The published cells as a plain table that other attack programs read.

One line a figure: ``measure`` is n (people), y (yes-answers) or pct (per cent as displayed);
``value`` a number, “[c]” where it is hidden, “<15” or “>85” for a bound. A margin is “Total”, a
group that holds listed groups is written as them: “asian|black|mixed|other”.

Beside cells shown earlier, ``people`` says who a line is about: those of both versions together
with those of the earlier or of the current one only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wres.disclosure.attack import believed, by_question
from wres.disclosure.places import BOTH, JOINED, LEFT, Lattice
from wres.publication import PublishedCell
from wres.terms import Status

EXCHANGE_COLUMNS = (
    "measure",
    "year",
    "indicator",
    "ethnicity",
    "band",
    "staff",
    "people",
    "value",
    "source",
)
MARK, MARGIN = "[c]", "Total"
SOURCE = "published_cells"


def exchange_rows(
    cells: Iterable[PublishedCell], *, earlier: Iterable[PublishedCell] = ()
) -> tuple[tuple[str, ...], ...]:
    """Return one line of text cells a figure of indicators 5 to 8, as ``EXCHANGE_COLUMNS``.

    ``earlier`` are cells shown before, of which somebody may have kept a copy. A question whose
    cells contradict each other is left out; the attack names it.
    """
    found: list[tuple[str, ...]] = []
    before = by_question(earlier)
    for question, shown in by_question(cells).items():
        kept = before.get(question, ())
        made = believed(shown, kept)
        if made is None:
            continue
        now, then = ("|".join((BOTH, one)) if kept else "Total" for one in (JOINED, LEFT))
        found += [line for cell in shown for line in _lines(cell, made[0], now)]
        found += [line for cell in kept for line in _lines(cell, made[0], then)]
    return tuple(found)


def _lines(cell: PublishedCell, lattice: Lattice, people: str) -> Iterator[tuple[str, ...]]:
    where = (
        str(cell.wres_year),
        str(cell.indicator),
        _union(cell.ethnic_group.value, lattice.groups),
        _union(cell.band.value, lattice.bands),
        _union(cell.staff_group.value, lattice.staff),
        people,
    )
    for measure, value in _figures(cell):
        yield (measure, *where, value, SOURCE)


def _union(code: str, atoms: dict[str, tuple[str, ...]]) -> str:
    return MARGIN if code == "all" else "|".join(atoms[code])


def _figures(cell: PublishedCell) -> Iterator[tuple[str, str]]:
    if cell.is_hidden:
        yield "n", MARK
        yield "pct", MARK
        return
    if cell.base is not None:
        yield "n", str(cell.base)
    if cell.count is not None:
        yield "y", str(cell.count)
    if cell.bound is not None:
        yield "pct", f"{'<' if cell.status is Status.BELOW else '>'}{cell.bound}"
    elif cell.percentage is not None:
        yield "pct", f"{cell.percentage:.1f}"
