"""What is chosen in one part of a page, written out in words, to be read on paper alone."""

from __future__ import annotations

from collections.abc import Iterable

from wres.ui import prose
from wres.words import exports

# A style hides on the screen whatever has this in its name.
_KEY = "chosen_in_print"


def chosen_here(part: str, pairs: Iterable[tuple[str, str]]) -> None:
    """Return nothing; write what is chosen in one part of a page, to be read on paper alone."""
    prose.draw(prose.on_paper(exports.printed_part(pairs)), key=f"{part}_{_KEY}")
