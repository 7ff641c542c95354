"""The goals on counting, reading, keeping and drawing: each with its figure, its bar and a reason.

The figures of counting are those the part ``counting`` found; the rest is measured here.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bench.figures import figure, last_run
from bench.goals_of_counting import figures_of_counting
from bench.goals_of_keeping import figures_of_keeping
from bench.goals_of_reading import figures_of_reading

GOALS_TOLD = """## Goals

`python -m bench goals`: each goal with the bar it has to pass and how far one could get. Most are
ratios within one run: how often as long as what stands beside it. The figures of counting are those
of the part above, round by round. A figure is the median of its rounds, with its range. Ratios are
of seconds that passed, those of P10 and P13 of processor time; so is what is told in milliseconds
alone. Other programs on the machine change it little. Where they held its two cores, ratios still
compare, less sharply. P2 is over the program `cat`, its start in the time, as that goal says.
Before, this page told it over reading the bytes within one process (last 57.82 and 46.24), which is
far less work than `cat` does; that stays a row of the table above. P11 and P13 have two rows each,
and the bar is for both.
"""
_PARSING = (
    "Every byte is looked at for separators, needed or not: of some 0.6 processor seconds for a "
    "million rows that takes 0.25, and 0.15 to recognise the labels of ten columns. Reading takes "
    "0.05, counting 0.1."
)
_FIGURES = (
    "Beside 0.6 processor seconds of counting the hash of 225 MB takes 0.13, in a thread of its "
    "own; after it, on one core, every check over the arrays of some 100,000 figures takes 0.07, "
    "and what the words of 800 places mean 0.02."
)
_ONE = (
    "A third is the hash and the parting of 4 MB, in threads beside the rest. Finding the header, "
    "looking for details of people and the checks take five or six milliseconds each."
)
_APART = (
    "A workbook is read in a process of its own, whose start is in the time, 0.04 of some 0.47 "
    "processor seconds; the program beside it makes no text of the cells, which takes 0.08, and "
    "checks no archive, which runs beside. Both run with what was loaded before left alone by the "
    "collector, as in the server. Before, a search of all that the bench holds, 0.08 seconds, "
    "fell on one or both: 1.25 or 1.65 from round to round, last 1.62."
)
_SCAN = (
    "Figures are objects, found by an index of organisations or of years and indicators; a frame "
    "is made of them anew each time it is asked for."
)
_STORE = (
    "One durable transaction with one sync of the disk compares the figures with the 486 held, "
    "hashes both, and writes each beside the older one of its key, the version, and lines about "
    "it: some 5.5 milliseconds of processor, 1.6 of them reading and comparing what is held, 1.3 "
    "hashing 972 rows, 1 writing 486, and 0.8 for the fifteen small questions and lines. Of one "
    "year corrected again and again each row lies among its older ones, so ever more pages of the "
    "file are read, changed and written to its log: 30 for a first correction, 342 for the "
    "thirtieth, which takes two thirds as long again. They lie so because every look at all "
    "trusts goes down that key. The question which version is the current one, 0.1, is no part "
    "of it: the program asks it when it examines the file. How long "
    "the bare file takes moves from 0.6 to 20 with who else writes."
)
_AGAIN = "The counts of 200 trusts become 100,000 rows of their own, one for each figure."
_COLD = "The command reads the rules, the lists and pyarrow before the file, and runs every check."
_IDLE = (
    "Two thirds of it are finding separators and recognising the labels of ten columns. It takes "
    "two idle cores: where they are shared, counting is held up and `cat` hardly is."
)
_MORE = (
    "Finding separators and recognising labels is two thirds of it; ours counts wide groups and "
    "staff groups beside what the others count."
)
_WORDS = (
    "Separators are found in many steps over all bytes, of two blocks at a time: 0.75 of some 1.4 "
    "processor seconds, and 0.25 to recognise labels, where Polars takes 1.25 for everything."
)
_FLIGHT = (
    "Up to ten blocks of 2 megabytes, or twenty of long rows, are read ahead, so that both cores "
    "are kept busy."
)
_CHARTS = (
    "Each chart is sent with its own rows and drawing, and the page without has none. Drawn for "
    "the first time, as after a changed filter, it is made ready for the browser: rows become a "
    "table, and Streamlit writes the drawing as text, reads it and writes it into a message: three "
    "quarters of a millisecond of processor a chart. One that was drawn before is sent as it was "
    "made ready then. Of a drawing half is left, for layers say once what they share."
)
_SLIDES = (
    "Half of it is the answers, worked out as if nobody had asked before; where a page did, they "
    "are kept. A quarter is the charts, each one of the slide program's own with its workbook."
)


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: what is measured, the bar, how far one could get, and why it does not."""

    key: str
    what: str
    bar: float
    moonshot: float | None = None
    missed: str = ""
    is_least: bool = False

    @property
    def number(self) -> str:
        """The number of the goal, as P1; several figures may belong to one."""
        return self.key.split()[0]

    def is_met(self, median: float, limit: float) -> bool:
        """Return whether a figure passes a limit."""
        return median >= limit if self.is_least else median <= limit


_OVER_POLARS = "over Polars, the smaller of seconds and processor seconds"
_KEPT = "An upload of 486 figures kept, over one file written durably"
_DRAWN = "A page with four charts over the same without"
GOALS = (
    Goal("P1 1m", f"1,000,000 rows {_OVER_POLARS}", 1.1, 0.6, _PARSING),
    Goal("P1 5m", f"5,000,000 rows {_OVER_POLARS}", 1.1, 0.6, _PARSING),
    Goal("P2 cat 1m", "1,000,000 rows over `cat`", 25, 13, _IDLE),
    Goal("P2 cat 5m", "5,000,000 rows over `cat`", 25, 13, _IDLE),
    Goal("P3", "pandas, all columns, over ours", 5, 10, _PARSING, is_least=True),
    Goal("P4 5m", "Peak memory with 5,000,000 rows, megabytes", 320, 200),
    Goal("P4 more", "The same less that with 100,000 rows, megabytes", 128, 32, _FLIGHT),
    Goal(
        "P5",
        "1,000,000 rows in words over Polars, seconds",
        2.0,
        1.0,
        _WORDS,
    ),
    Goal(
        "P6",
        "One trust's 4,000 rows with every check, warm, processor milliseconds",
        50,
        20,
        _ONE,
    ),
    Goal("P7", "Hash, counts and every check over counts alone, 200 trusts", 1.3, 1.1, _FIGURES),
    Goal("P8 calamine", "A workbook of 50,000 rows over calamine alone", 1.5, 1.1, _APART),
    Goal("P8 openpyxl", "A workbook of 50,000 rows over openpyxl", 0.2),
    Goal(
        "P9 trust", "One trust of 104,490 figures as a frame, processor milliseconds", 5, 0.2, _SCAN
    ),
    Goal(
        "P9 year",
        "One indicator and year of them as a frame, processor milliseconds",
        5,
        0.2,
        _SCAN,
    ),
    Goal("P10", "One trust among 215 over one trust alone", 2, 1.1, _SCAN),
    Goal("P11 once", f"{_KEPT}: thirty trusts, each corrected once", 10, 3, _STORE),
    Goal("P11 again", f"{_KEPT}: one trust corrected thirty times", 10, 3, _STORE),
    Goal("P12 lost", "Uploads lost or torn by 200 kills within a commit", 0, 0),
    Goal("P12 kept", "Uploads of three writers kept, of 60, percent", 100, 100, is_least=True),
    Goal("P13 first", f"{_DRAWN}: each drawn for the first time", 3, 1.5, _CHARTS),
    Goal("P13 again", f"{_DRAWN}: each drawn before", 3, 1.5, _CHARTS),
    Goal("P14", "The slides of a meeting, processor milliseconds", 200, 80, _SLIDES),
    Goal(
        "P15",
        "Every figure worked out again from the counts kept, processor seconds",
        1,
        0.05,
        _AGAIN,
    ),
    Goal("P16", "A cold command with 4,000 rows over importing pandas", 1.5, 0.6, _COLD),
    Goal("C1", "1,000,000 rows over Polars, seconds", 1, None, _MORE),
    Goal("C2", "1,000,000 rows over DuckDB, seconds", 1, None, _MORE),
    Goal("C3", "1,000,000 rows over pandas with the needed columns, seconds", 1, None),
    Goal("C4", "1,000,000 rows over parting the cells alone, seconds", 2, None, _MORE),
    Goal("C5", "Peak memory with 1,000,000 rows, megabytes", 250, None),
)


def measure() -> dict[str, Any]:
    """Return the figure of every goal by its key: a median with its range, or none."""
    found = figures_of_counting(last_run()["counting"])
    found |= figures_of_keeping() | figures_of_reading()
    load = round(os.getloadavg()[0], 1)
    return {"load": load, "figures": {goal.key: found.get(goal.key) for goal in GOALS}}


def section(found: Mapping[str, Any]) -> str:
    """Return the table of goals, and why some reach no further, as Markdown."""
    lines = [GOALS_TOLD, _measured(found), ""]
    lines += [
        "| goal | | measured | bar | met | could be | reached |",
        "|---|---|---|---|---|---|---|",
    ]
    missed: dict[str, list[str]] = {}
    for goal in GOALS:
        one = found["figures"].get(goal.key)
        lines.append(_line(goal, one))
        furthest = goal.bar if goal.moonshot is None else goal.moonshot
        if one and not goal.is_met(one["median"], furthest):
            missed.setdefault(goal.missed, []).append(goal.number)
    lines += ["", "What is not reached, and why:", ""]
    for why, numbers in missed.items():
        lines.append(f"- {', '.join(dict.fromkeys(numbers))}: {why}")
    return "\n".join(lines)


def _line(goal: Goal, one: Mapping[str, float] | None) -> str:
    sign = "≥" if goal.is_least else "≤"
    bar = f"{sign} {goal.bar:g}"
    could = "" if goal.moonshot is None else f"{sign} {goal.moonshot:g}"
    if one is None:
        return f"| {goal.number} | {goal.what} | not measured here | {bar} | | {could} | |"
    met = _met(goal.is_met(one["median"], goal.bar))
    reached = "" if goal.moonshot is None else _met(goal.is_met(one["median"], goal.moonshot))
    return f"| {goal.number} | {goal.what} | {figure(one)} | {bar} | {met} | {could} | {reached} |"


def _measured(found: Mapping[str, Any]) -> str:
    """When it was measured, and how busy the machine was; a core each is one program."""
    return f"Measured {found['measured_at']}; {found['load']:g} programs wanted a core meanwhile."


def _met(is_met: bool) -> str:
    return "yes" if is_met else "**no**"
