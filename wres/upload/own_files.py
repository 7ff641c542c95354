"""Table files this program wrote: figures are read again, tables for reading are sent back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wres.errors import FileRefused
from wres.text import VERSION_LINE
from wres.upload import limits

FOR_READING = (
    "This is a table for reading, saved from a page of this program. To bring figures in, use "
    "“Figures as data (CSV)” on Explore, or results.csv of the data pack."
)
# What every row of figures begins with.
_FIRST_COLUMN = "org_code"
_HEAD_LINE = re.compile(rf"^\"?{VERSION_LINE}\"?([,;\t])", re.M)


def own_delimiter(text: str) -> str:
    """Return the delimiter of a file this program wrote, empty for a file of anybody else."""
    head = "\n".join(text.split("\n", limits.LINES_SEARCHED_FOR_HEADER)[:-1]) or text
    found = _HEAD_LINE.search(head)
    return found[1] if found else ""


def refuse_for_reading(header: Sequence[str]) -> None:
    """Return nothing for the header of a file this program wrote with rows of figures.

    Raises:
        FileRefused: If it is a table in words; the sentence says where the figures are.
    """
    if _FIRST_COLUMN not in header:
        raise FileRefused(FOR_READING)
