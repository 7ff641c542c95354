"""Rounding as people are taught it: half up, once, at the displayed precision."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache


def rounded(value: float, decimals: int) -> float:
    """Return a number rounded half up, as people are taught to, at the displayed precision."""
    step = _step(decimals)
    # Twelve digits take away the tail that binary arithmetic leaves on a figure like 0.0951.
    exact = Decimal(f"{value:.12f}")
    # Adding zero turns the minus zero of a tiny negative figure into plain zero.
    return float(exact.quantize(step, rounding=ROUND_HALF_UP)) + 0.0


@lru_cache(maxsize=16)
def _step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def percent(proportion: float) -> float:
    """Return a proportion (0 to 1) as a percentage with one decimal."""
    return rounded(proportion * 100, 1)
