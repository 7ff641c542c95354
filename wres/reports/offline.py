"""A report as one HTML file: read without a network, printed on A4, and nothing in it can run."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from wres.charts import bare_svg, theme
from wres.reports.plain_pages import allowed_by_hash, pages_in, picture_address, style_of
from wres.reports.sections import ROWS_TOGETHER, Picture, Report
from wres.text import safe_url
from wres.words import reports as words

# As wide as the pictures of the Word report, so that each chart is drawn once for both.
WIDTH = 720
_FOLDER = Path(__file__).parent / "templates"
_PAGES = pages_in(_FOLDER)


def report_html(report: Report) -> bytes:
    """Return a report as an HTML file in UTF-8 that asks nothing of any network."""
    style = _style(report.label)
    made = _PAGES.get_template("report.html").render(
        report=report,
        words=words,
        style=style,
        policy="; ".join(
            (
                "default-src 'none'",
                "img-src data:",
                f"style-src {allowed_by_hash(style)}",
                "base-uri 'none'",
                "form-action 'none'",
            )
        ),
        picture=_picture,
        safe_url=safe_url,
        together=ROWS_TOGETHER,
    )
    return made.encode("utf-8")


def _picture(one: Picture) -> str:
    drawn = bare_svg(one.drawing, width=WIDTH, height=one.drawing.height)
    return picture_address(drawn)


@lru_cache(maxsize=4)
def _style(label: str) -> str:
    """The style, with the label of made-up figures at the top of every page that is printed."""
    whole = style_of(_FOLDER / "report.css", font=theme.PICTURE_FONT)
    return f'{whole}@page{{@top-left{{content:"{label}"}}}}' if label else whole
