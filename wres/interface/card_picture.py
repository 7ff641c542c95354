"""The picture that a chat shows of a card: its chart and words, or words alone without a figure."""

from __future__ import annotations

from wres import words
from wres.answers import Exploration
from wres.charts import Drawing
from wres.charts.of_answers import ratio_drawing, trend_drawing
from wres.charts.of_workforce import share_bands_drawing
from wres.charts.picture import Caption, preview_png
from wres.indicators import Kind
from wres.interface.card import Card
from wres.text import one_line

# More rows than this cannot be read in a picture as small as a chat shows it.
MOST_ROWS = 8


def card_picture(card: Card) -> bytes:
    """Return the picture of a card as a PNG of 1200 by 630 pixels."""
    caption = Caption(
        headline=one_line(card.finding),
        subtitle=one_line(card.caption),
        # Not every font of a server has the sign that a verdict begins with.
        note=one_line(f"{card.verdict.partition(' ')[2]} {_evidence(card.exploration)}"),
        source=one_line(card.source),
        made_on=card.version,
    )
    return preview_png(_drawing(card.exploration), caption)


def picture_alt(card: Card) -> str:
    """Return what the picture shows, for those who do not see it."""
    drawing, exploration = _drawing(card.exploration), card.exploration
    if drawing is None:
        return one_line(card.finding)
    in_posts = exploration.measured.kind in (Kind.WORKFORCE, Kind.BOARD)
    drawn = words.posts_alt(exploration) if in_posts else words.trend_alt(exploration)
    return one_line(f"{card.finding} {drawn}")


def _evidence(exploration: Exploration) -> str:
    found = exploration.assessment
    return f"{words.evidence_line(found)}." if found else ""


def _drawing(exploration: Exploration) -> Drawing | None:
    if exploration.measured.kind is Kind.LIKELIHOOD:
        shown = any(one.shown_ratio is not None for one in exploration.likelihoods)
        return ratio_drawing(exploration.likelihoods) if shown else None
    if exploration.measured.kind is Kind.SURVEY:
        shown = any(one.bme.is_shown or one.white.is_shown for one in exploration.gaps)
        return trend_drawing(exploration) if shown else None
    on_board = exploration.measured.kind is Kind.BOARD
    rows = exploration.by_staff_group if on_board else exploration.by_band
    drawn = exploration.representation is not None and 0 < len(rows) <= MOST_ROWS
    return share_bands_drawing(exploration) if drawn else None
