"""Plain pages made from templates: every word escaped, the colours of the charts, allowed by hash.

The room's phones, the presenter's screen and the pack for a room without Wi-Fi are made of these.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from pathlib import Path
from string import Template

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wres.charts import theme


def pages_in(folder: Path) -> Environment:
    """Return the templates of a folder: every value is escaped, and one that is missing is told."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def style_of(file: Path, *, font: str) -> str:
    """Return a style sheet with its colours, which only the theme of the charts names."""
    return Template(file.read_text(encoding="utf-8")).substitute(
        text=theme.TEXT,
        quiet=theme.QUIET_TEXT,
        background=theme.BACKGROUND,
        edge=theme.AXIS,
        action=theme.BME,
        warning=theme.CONCERN,
        font=font,
    )


def allowed_by_hash(text: str) -> str:
    """Return what a content policy says to allow exactly this script or style."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def picture_address(drawn: str) -> str:
    """Return an SVG picture as an address that holds all of it; nothing in a picture can run."""
    return f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"
