"""Every number that ``python -m wres`` gives of an organisation, to hold its reports to."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from functools import cache
from math import ceil, floor
from typing import Any

from wres.command_line.program import main
from wres.indicators import INDICATORS
from wres.reports.sections import Report, Section
from wres.words import reports as said
from wres.words.data_protection import protection_rules

NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
COMMANDS = ("results", "concerns", "plan", "workforce")


def numbers_in(text: str) -> set[float]:
    """Return the numbers of a text, without signs."""
    return {float(one.rstrip(",").replace(",", "")) for one in NUMBER.findall(text)}


@cache
def command_json(*words: str) -> Any:
    """Return what a command answers as JSON."""
    out = io.StringIO()
    with redirect_stdout(out):
        main([*words, "--json"])
    return json.loads(out.getvalue())


def numbers_told(org: str) -> set[float]:
    """Return every number the commands give of an organisation, and those of written texts."""
    given = (number for name in COMMANDS for number in _walk(command_json(name, "--org", org)))
    return {*given, *_in_people(org), *_of_texts()}


def _walk(node: object) -> Iterator[float]:
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from _walk(one)
    elif isinstance(node, str):
        yield from numbers_in(node)
    elif isinstance(node, int | float) and not isinstance(node, bool):
        yield abs(float(node))


def texts_of(report: Report) -> Iterator[tuple[str, str]]:
    """Give every text of a report with the heading it stands under."""
    for pair in report.about:
        yield from (("about", text) for text in pair)
    for section in report.sections:
        yield from ((section.heading, text) for text in texts_in(section))


def texts_in(section: Section) -> Iterator[str]:
    """Give every text of a section but the addresses of its links."""
    yield from (section.heading, section.verdict, section.source)
    yield from (*section.sentences, *section.points, *(one.text for one in section.links))
    if section.picture is not None:
        yield section.picture.alt
    if section.table is not None:
        yield from (section.table.caption, *section.table.columns)
        for row in section.table.rows:
            yield from row


def unexplained(
    texts: Iterable[tuple[str, str]], known: set[float]
) -> list[tuple[float, str, str]]:
    """Return each number that is not known, with its heading and text."""
    return [
        (number, heading, text)
        for heading, text in texts
        for number in sorted(numbers_in(text) - known)
    ]


def _of_texts() -> set[float]:
    """Return the numbers of what is written once for all: wordings, method, rules, scales."""
    fixed = [*said.method_lines(), *(rule.what for rule in protection_rules())]
    for one in INDICATORS:
        fixed += [one.wording, one.caution, one.short_name, *(cut.reason for cut in one.breaks)]
    # How far rounding can go, and the ends of the four-fifths range.
    return {number for text in fixed for number in numbers_in(text)} | {0.1, 0.8, 1.25}


def _in_people(org: str) -> set[float]:
    """Return the gap in people, n times the gap and the ends of its range, rounded either way."""
    found: set[float] = set()
    for row in command_json("results", "--org", org):
        for gap in (row["gap_points"], row["gap_low"], row["gap_high"]):
            if gap is not None and row["denominator"]:
                people = abs(row["denominator"] * gap / 100)
                found |= {float(floor(people)), float(ceil(people))}
    return found
