"""Figures as every part tells them, and where the last run is kept."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

HERE = Path(__file__).resolve().parent
KEPT = HERE / "results.json"
ROUNDS = 3


class Part(Protocol):
    """One part of what is measured: a module with these two functions."""

    def measure(self) -> dict[str, Any]:
        """Return what was measured now."""

    def section(self, found: Mapping[str, Any]) -> str:
        """Return its section of the page, as Markdown; empty where it is told elsewhere."""


def middle(values: list[float]) -> dict[str, float]:
    """Return the median and the range of some figures."""
    return {
        "median": round(statistics.median(values), 4),
        "lowest": round(min(values), 4),
        "highest": round(max(values), 4),
    }


def figure(found: Mapping[str, float]) -> str:
    """Return a median with its range."""
    return f"{found['median']:,.2f} ({found['lowest']:,.2f} to {found['highest']:,.2f})"


def last_run() -> dict[str, Any]:
    """Return what every part found when it last ran, by its name."""
    found: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8"))
    return found


def keep(found: Mapping[str, Any]) -> None:
    """Return nothing; write what every part found."""
    KEPT.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
