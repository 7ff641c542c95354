"""The figures on how often the rules are right, and where they are kept for people to read."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import Any

from bench.chance import BASES, nothing_wrong, planted
from bench.coverage import coverage
from bench.serving import ROOT

# The goals of each figure; the 10,000 trusts are those of the middle base.
GOALS = {
    "printed": "about 4.4 of 12",
    "clear": "0.35 or fewer",
    "act": "0.1 or fewer",
    "planted": "95% or more",
    "coverage": "93% to 97%",
}
MIDDLE_BASE, FEWER_TRUSTS = 300, 2_000
KEPT = ROOT / "data" / "reference" / "measured_rules.csv"
METHOD = ROOT / "docs" / "method.md"
START, END = "<!-- measured: python -m bench rules -->\n", "<!-- end of measured -->\n"
FLAGS = (
    ("printed", "triggers raised on the printed figures, of 12"),
    ("clear", "triggers raised and clear of chance, of 12"),
    ("act", "indicators to act on first, of 4"),
)


def measure() -> dict[str, Any]:
    """Return everything measured about the rules and the intervals, with Monte-Carlo errors.

    The figures are written where the method page and the program read them, as well.
    """
    found = {
        "nothing_wrong": [
            nothing_wrong(base) if base == MIDDLE_BASE else nothing_wrong(base, FEWER_TRUSTS)
            for base in BASES
        ],
        "planted": planted(FEWER_TRUSTS),
        "coverage": coverage(),
    }
    write_rules(found)
    return found


def section(_found: Mapping[str, Any]) -> str:
    """Return nothing: the method page tells how often the rules are right."""
    return ""


def lines_of(found: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return one row per figure: what, BME base, figure, error and goal, as they are read."""
    rows = []
    for one in found["nothing_wrong"]:
        for name, told in FLAGS:
            rows.append(
                _row(
                    f"Nothing wrong, {one['trusts']:,} made-up trusts: {told}",
                    one["bme_base"],
                    f"{one[name]:.2f}",
                    f"{one[f'{name}_error']:.3f}",
                    GOALS[name],
                )
            )
    there = found["planted"]
    for number, share in there["clear"].items():
        told = f"10 points too high, {there['trusts']:,} made-up trusts: indicator {number} clear"
        error = (share * (1 - share) / there["trusts"]) ** 0.5
        rows.append(
            _row(told, there["bme_base"], _percent(share), _percent(error), GOALS["planted"])
        )
    for one in found["coverage"]["rows"]:
        spread = f"{_percent(one['lowest'])} to {_percent(one['highest'])}"
        figure = f"{_percent(one['mean'])} ({spread})"
        exact = one["quantity"] == "rate"
        error = "exact" if exact else _percent(found["coverage"]["error"])
        told = f"Likely range of a {one['quantity']} holds the truth"
        rows.append(_row(told, one["base"], figure, error, GOALS["coverage"]))
    return rows


def _percent(share: float) -> str:
    return f"{share * 100:.1f}%"


def _row(what: str, base: int, figure: str, error: str, goal: str) -> dict[str, str]:
    return {
        "what": what,
        "bme_answers": f"{base:,}",
        "figure": figure,
        "chance_error": error,
        "goal": goal,
    }


def measured_block(rows: list[dict[str, str]]) -> str:
    """Return the table of the method page, as Markdown."""
    lines = ["| what | BME answers a year | figure | error of the simulation | goal |"]
    lines += ["|---|---|---|---|---|"]
    lines += ["| " + " | ".join(row.values()) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def write_rules(found: Mapping[str, Any]) -> None:
    """Return nothing; write the shipped table, and the same figures into the method page."""
    rows = lines_of(found)
    with KEPT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    before, rest = METHOD.read_text(encoding="utf-8").split(START)
    _, after = rest.split(END)
    METHOD.write_text(f"{before}{START}{measured_block(rows)}{END}{after}", encoding="utf-8")
