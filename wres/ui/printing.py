"""What was chosen on a page, or in one part of it, drawn to be read on paper alone."""

from __future__ import annotations

from collections.abc import Iterable

from wres.ui import prose
from wres.words import exports

# The style of ``prose`` hides on the screen whatever has this in its name or its class.
ON_PAPER_ALONE = "chosen_in_print"


def chosen_here(part: str, pairs: Iterable[tuple[str, str]]) -> None:
    """Return nothing; write what is chosen in one part of a page, to be read on paper alone."""
    draw(prose.on_paper(exports.printed_part(pairs)), part=part)


def draw(told: prose.Part, *, part: str = "page") -> None:
    """Return nothing; draw what is for paper alone, so that on the screen it takes no room."""
    prose.draw(told, key=f"{part}_{ON_PAPER_ALONE}")
