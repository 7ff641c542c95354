"""A whole country in the store: what it costs beside one trust."""

from __future__ import annotations

from bench.nation.measuring import measure
from bench.nation.telling import section

__all__ = ["measure", "section"]
