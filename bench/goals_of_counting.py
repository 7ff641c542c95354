"""The goals on counting, from what the part ``counting`` found, round by round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.counting import CAT, DUCKDB, POLARS
from bench.figures import middle

PARTING = "pyarrow parts the cells and counts nothing"
CHECKED = "ours, with the hash and every check"
Figures = dict[str, dict[str, float]]


def figures_of_counting(counting: Mapping[str, Any]) -> Figures:
    """Return the figures of P1 to P5, P7 and those of counting alone, where they were measured."""
    few, many, more, words = (file["ways"] for file in counting["files"])
    found = {
        "P1 1m": _smaller(many, POLARS),
        "P1 5m": _smaller(more, POLARS),
        "P2 cat 1m": _over(many["ours"], many[CAT]),
        "P2 cat 5m": _over(more["ours"], more[CAT]),
        "P3": _over(many["pandas, all columns"], many["ours"]),
        "P4 5m": _alone(more["ours"]["peak_mb"]),
        "P4 more": _alone(more["ours"]["peak_mb"] - few["ours"]["peak_mb"]),
        "P5": _over(words["ours"], words[POLARS]),
        "P7": _over(many[CHECKED], many["ours"]),
        "C1": _over(many["ours"], many[POLARS]),
        "C2": _over(many["ours"], many[DUCKDB]),
        "C3": _over(many["ours"], many["pandas, needed columns"]),
        "C4": _over(many["ours"], many[PARTING]),
        "C5": _alone(many["ours"]["peak_mb"]),
    }
    return {key: one for key, one in found.items() if one is not None}


def _over(one: Any, other: Any, kind: str = "each_s") -> dict[str, float] | None:
    """How often as long as the other, in each round; None where one is not installed."""
    if isinstance(one, str) or isinstance(other, str):
        return None
    return middle([mine / theirs for mine, theirs in zip(one[kind], other[kind], strict=True)])


def _smaller(ways: Mapping[str, Any], name: str) -> dict[str, float] | None:
    kinds = (_over(ways["ours"], ways[name], kind) for kind in ("each_s", "each_processor_s"))
    return min(filter(None, kinds), key=lambda one: one["median"], default=None)


def _alone(number: float) -> dict[str, float]:
    return middle([number])
