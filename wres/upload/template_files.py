"""The templates a person downloads, empty or filled in as an example.

Two CSV files are shipped; the others are made from the registry when they are asked for.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

from wres.errors import DataFileBroken
from wres.upload.template_rows import template_table

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "templates"
TEMPLATE_NAME = "wres_template.csv"
EXAMPLE_NAME = "wres_template_example.csv"


def template_csv() -> str:
    """Return the empty template as CSV text: one line of headings.

    Raises:
        DataFileBroken: If the shipped file cannot be read.
    """
    return _text(TEMPLATE_NAME)


def example_csv() -> str:
    """Return the template filled in for a made-up trust, nine indicators over two years.

    Raises:
        DataFileBroken: If the shipped file cannot be read.
    """
    return _text(EXAMPLE_NAME)


def indicator_csv(number: int | None = None, *, filled: bool = False) -> str:
    """Return the template of one indicator, or of all nine, as CSV text.

    The filled one is of a made-up trust, and says so in the line above its headings.

    Raises:
        UnknownTerm: If the standard has no such indicator.
    """
    table = template_table(number, filled=filled)
    made = io.StringIO()
    lines = csv.writer(made, lineterminator="\n")
    if table.title:
        lines.writerow([table.title])
    lines.writerow(table.headings)
    lines.writerows(table.rows)
    return made.getvalue()


@cache
def _text(name: str) -> str:
    try:
        return (_FOLDER / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise DataFileBroken(name, "it is missing or not UTF-8 text.") from None
