"""The section of the page about a whole country."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.nation.measuring import NATION, ONE

NATION_SIZE = """## A whole country

`python -m bench nation`: 215 made-up trusts beside one, ten years of each, 505 cells a year, each
year a version of its own. All stores are served at once by the same program on the same machine. A
view is opened by a new visitor over Streamlit's own protocol at one store after the other, each of
ten years, and then each again with another indicator, once the program has read ahead what it does
beside its first visitors; the figures are medians over the years. Other work shares the two cores,
so the processor time of the server says more than the seconds. The ratio is of the nation to one
trust, which on benchmarks stands alone: its page has no chart, theirs has two among 129 trusts.
With 25 trusts, 15 of its group, the page has the same two charts. A trust nobody looked at is
opened with a benchmark nobody chose, ten times; in the store of one it is that trust, so that its
page too is made anew. Acceptance is of one trust's new year of 3,000 staff with the attack on it,
while the server runs: the same rows in each store, so that where one took much longer than the
other by the clock, others held the cores. With `WRES_BENCH_DATABASE_URL` the same country is put
into an empty PostgreSQL server as well.
"""
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
    ("Export of one trust over HTTP, seconds", "export_s"),
    ("A trust nobody looked at yet, front door, seconds", "another_trust_s"),
    ("Its processor time, seconds", "another_trust_processor_s"),
    ("Acceptance of a year with the attack, seconds", "acceptance_s"),
    ("Its processor time, seconds", "acceptance_processor_s"),
    ("The first front door after it, seconds", "first_after_acceptance_s"),
)


def section(found: Mapping[str, Any]) -> str:
    """Return the part about a whole country, as Markdown."""
    stores = found["stores"]
    lines = [NATION_SIZE, f"Measured {found['measured_at']}.", ""]
    lines += [f"| | {' | '.join(stores)} | ratio |", f"|---|{'---|' * len(stores)}---|"]
    lines += [
        _line(words, {name: one[key] for name, one in stores.items()})
        for words, key in _ROWS
        if all(key in one for one in stores.values())
    ]
    for view in stores[ONE]["views"]:
        for words, key in (
            ("a year nobody opened yet", "first_s"),
            ("its processor time", "first_processor_s"),
            ("a year opened before", "median_s"),
            ("its processor time", "processor_s"),
        ):
            told = {name: one["views"][view][key] for name, one in stores.items()}
            lines.append(_line(f"{view.capitalize()}, {words}, seconds", told))
    answers = found["answers"]
    lines += [
        "",
        f"{answers['surveys']} survey years of {answers['rows']:,} answers, "
        f"{answers['megabytes']:,} MB each: counted in {answers['seconds']:.1f} seconds together, "
        f"{answers['median_s']:.2f} each, in at most {answers['peak_mb']} MB.",
    ]
    return "\n".join(lines)


def _line(words: str, told: Mapping[str, float]) -> str:
    one, nation = told[ONE], told[NATION]
    ratio = f"{nation / one:.1f}" if one else ""
    return f"| {words} | {' | '.join(f'{value:,}' for value in told.values())} | {ratio} |"
