"""The section of the page about a whole country."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from bench.nation.measuring import NATION, ONE
from bench.nation.visiting import FIRST_OF_ALL

NATION_SIZE = """## A whole country

`python -m bench nation`: 215 made-up trusts beside one, ten years of each, 505 cells a year, each
year a version of its own. All stores are served at once by the same program on the same machine. A
view is opened by a new visitor over Streamlit's own protocol at one store after the other, each of
ten years, and then each again with another indicator, once the program is idle: what the years of a
country are compared by has been read ahead by then, also of a year nobody opened yet. Who comes
earlier has rows of their own: three times for each of three pages a server is started for one
visit, which is made as soon as the program says it is ready. What is read ahead then begins a
moment later. On benchmarks and areas of concern the visit is of the oldest year, which is read
ahead last. How the two charts of benchmarks look is made before the program says it is ready: to
make it took longer than to set 129 trusts beside one, and the first visitor waited for it. The
figures are medians over the years, or over those starts. Other work shares the two cores, so the
processor time of the server says more than the seconds. The ratio is of the nation to one trust,
which on benchmarks stands alone: its page has no chart, theirs has two among 129 trusts. With 25
trusts, 15 of its group, the page has the same two charts. A trust nobody looked at is opened with a
benchmark nobody chose, ten times; in the store of one it is that one trust, which was looked at
before, so that its page too is made anew but no trust is read anew. Acceptance is of one trust's
new year of 3,000 staff with the attack on it, while the server runs: the same rows in each store,
so that where one took much longer than the other by the clock, others held the cores. With
`WRES_BENCH_DATABASE_URL` the same country is put into an empty PostgreSQL server as well.
"""
_STRANGER = "A trust nobody looked at yet (in the store of one trust that one trust)"
_NOT_MEASURED = "not measured"
_NOT_IDLE = (
    "**Not known to have been idle before the visits: {names}.** Thirty seconds were not enough, "
    "or the processor time is not told; what was read ahead meanwhile is in the figures."
)
# A figure, words where there is none, or nothing where the system does not tell it.
Figure = float | str | None
_ROWS = (
    ("Cells in the store", "cells"),
    ("Versions", "versions"),
    ("Filling the store, seconds", "fill_s"),
    ("Size of the file, megabytes", "megabytes"),
    ("Start until the server answers, seconds", "answers_after_s"),
    ("Start until the first page has run, seconds", "usable_after_s"),
    ("Processor time of the server until then", "usable_after_processor_s"),
    ("Memory after the first page, megabytes", "memory_at_first_mb"),
    ("Memory after all views, megabytes", "memory_after_mb"),
    ("From the first page until the program was idle, seconds", "idle_after_s"),
    ("Export of one trust over HTTP, seconds", "export_s"),
    (f"{_STRANGER}, front door, seconds", "another_trust_s"),
    ("Its processor time, seconds", "another_trust_processor_s"),
    ("Acceptance of a year with the attack, seconds", "acceptance_s"),
    ("Its processor time, seconds", "acceptance_processor_s"),
    ("The first front door after it, seconds", "first_after_acceptance_s"),
)


def section(found: Mapping[str, Any]) -> str:
    """Return the part about a whole country, as Markdown."""
    stores = found["stores"]
    lines = [NATION_SIZE, f"Measured {found['measured_at']}.", "", *_not_idle(stores)]
    lines += [f"| | {' | '.join(stores)} | ratio |", f"|---|{'---|' * len(stores)}---|"]
    lines += [_line(words, _told(stores, key)) for words, key in _ROWS]
    for view in FIRST_OF_ALL:
        words = f"{view.capitalize()}, the first visit right after the program is ready"
        lines.append(_line(f"{words}, seconds", _told(stores, "when_ready", view, "seconds")))
        worked = _told(stores, "when_ready", view, "processor_s")
        lines.append(_line(f"{view.capitalize()}, its processor time, seconds", worked))
    for view in stores[ONE]["views"]:
        for words, key in (
            ("a year nobody opened yet", "first_s"),
            ("its processor time", "first_processor_s"),
            ("a year opened before", "median_s"),
            ("its processor time", "processor_s"),
        ):
            told = _told(stores, "views", view, key)
            lines.append(_line(f"{view.capitalize()}, {words}, seconds", told))
    answers = found["answers"]
    lines += [
        "",
        f"{answers['surveys']} survey years of {answers['rows']:,} answers, "
        f"{answers['megabytes']:,} MB each: counted in {answers['seconds']:.1f} seconds together, "
        f"{answers['median_s']:.2f} each, in at most {answers['peak_mb']} MB.",
    ]
    return "\n".join(lines)


def _not_idle(stores: Mapping[str, Any]) -> list[str]:
    """What to say where the visits may have met a program that was still reading ahead."""
    told = _told(stores, "idle_after_s")
    names = [name for name, seconds in told.items() if seconds is None]
    return [_NOT_IDLE.format(names=", ".join(names)), ""] if names else []


def _told(stores: Mapping[str, Any], *keys: str) -> dict[str, Figure]:
    """What was found of each store under these keys; an older run did not measure everything."""
    return {name: _under(one, keys) for name, one in stores.items()}


def _under(found: Mapping[str, Any], keys: tuple[str, ...]) -> Figure:
    *outer, last = keys
    for key in outer:
        found = found.get(key, {})
    return cast("Figure", found.get(last, _NOT_MEASURED))


def _line(words: str, told: Mapping[str, Figure]) -> str:
    """A row of the table; a figure that the system does not tell is left out, and its ratio."""
    cells = [_cell(value) for value in told.values()]
    one, nation = told[ONE], told[NATION]
    is_told = isinstance(one, int | float) and isinstance(nation, int | float) and one
    return f"| {words} | {' | '.join(cells)} | {f'{nation / one:.1f}' if is_told else ''} |"


def _cell(value: Figure) -> str:
    return f"{value:,}" if isinstance(value, int | float) else value or ""
