"""Rounding as people are taught it: half up, once, at the displayed precision."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

# Below this, a number times its power of ten is exact to a millionth.
_LARGEST = 1e9
_CLEAR_OF_HALF = 0.499
_STEPS = (1, 10, 100, 1_000)


def rounded(value: float, decimals: int) -> float:
    """Return a number rounded half up, as people are taught to, at the displayed precision."""
    if 0 <= decimals < len(_STEPS):
        # Away from a half every rule gives the same, and a country has thousands of figures.
        scaled = value * _STEPS[decimals]
        if -_LARGEST < scaled < _LARGEST:
            nearest = math.floor(scaled + 0.5)
            if abs(scaled - nearest) < _CLEAR_OF_HALF:
                return nearest / _STEPS[decimals]
    return _exactly(value, decimals)


def _exactly(value: float, decimals: int) -> float:
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
