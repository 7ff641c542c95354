"""The template a person downloads, empty or filled in as an example."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from wres.errors import DataFileBroken

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


@cache
def _text(name: str) -> str:
    try:
        return (_FOLDER / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise DataFileBroken(name, "it is missing or not UTF-8 text.") from None
