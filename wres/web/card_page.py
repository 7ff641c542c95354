"""A card as HTML: one file with its style in it, and nothing in it that could run.

Its content policy allows exactly this style and no script at all. Every word is escaped by the
templates: a hostile name is shown letter by letter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

from wres.charts import theme
from wres.charts.picture import PREVIEW
from wres.indicators import INDICATOR_NUMBER_PATTERN
from wres.interface.card import Card
from wres.interface.card_picture import picture_alt
from wres.reports.plain_pages import allowed_by_hash, pages_in, style_of
from wres.words import card as told
from wres.words import indicator_label, organisation_title

_FOLDER = Path(__file__).parent / "templates"
_PAGES = pages_in(_FOLDER)
# Where to go on, by page of the program, with what a link to each says.
_PAGES_OF_THE_PROGRAM = {
    "where_we_stand": "All nine indicators",
    "explore": "Explore this indicator",
    "areas_of_concern": "Areas of concern",
    "action_plan": "Action plan",
    "case_studies": "Case studies: what worked elsewhere",
}
_CARD = re.compile(rf"/card/([A-Za-z0-9]{{1,10}})/({INDICATOR_NUMBER_PATTERN})")


@lru_cache(maxsize=1)
def style() -> str:
    """Return the style of the page, in the colours of the charts."""
    return style_of(_FOLDER / "card.css", font=theme.FONT)


@lru_cache(maxsize=1)
def content_policy() -> str:
    """Return what the page may load and run: its own style, and nothing that runs."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {allowed_by_hash(style())}",
            "img-src 'self'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    )


def card_page(card: Card, *, address: str, version: int) -> str:
    """Return the page of a card; ``address`` is its own without a query, as the outside asks it."""
    number = card.exploration.measured.number
    own = {name: code for name, code in card.asked if name not in ("org", "indicator")}
    picture = f"{number}.png?{urlencode({**own, 'version': str(version)})}"
    links = [
        (name, f"../../{page}?{urlencode(card.asked)}")
        for page, name in _PAGES_OF_THE_PROGRAM.items()
    ]
    said = (card.warning, card.finding, card.verdict)
    return _PAGES.get_template("card.html").render(
        card=card,
        organisation=organisation_title(card.organisation),
        indicator=indicator_label(number),
        description=" ".join(text for text in said if text),
        address=f"{address}?{urlencode(own)}",
        image=f"{address.rpartition('/')[0]}/{picture}",
        size=PREVIEW,
        alt=picture_alt(card),
        links=[*links, (told.PICTURE, picture)],
        told=told,
        style=style(),
    )


def refusal_page(path: str, sentence: str) -> str:
    """Return why there is no card at a path, with the way to the program's page about the same."""
    up = "../" * path.rpartition("/card")[2].count("/") or "./"
    found = _CARD.search(path)
    query = urlencode({"org": found[1], "indicator": found[2]}) if found else ""
    return _PAGES.get_template("card_refused.html").render(
        sentence=sentence,
        href=f"{up}explore?{query}" if query else up,
        told=told,
        style=style(),
    )
