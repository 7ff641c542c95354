"""The screen of a room as HTML: one step, its question or what was answered; and nothing else.

The presenter's page and the pack for a room without Wi-Fi show the same. Every word is escaped by
the templates. Charts are pictures, so nothing in them can run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wres.charts import bare_svg, theme
from wres.charts.join_code import join_picture
from wres.live import Option, Question, QuestionKind, Showing, Tally
from wres.reports.plain_pages import pages_in, picture_address, style_of
from wres.reports.slides import Slide
from wres.words import room as words
from wres.words import story as told

# Of a screen of 1920 by 1080: what is left beside the words.
CHART_WIDTH, CHART_HEIGHT = 1840, 600
BAR_LENGTH = 100
_FOLDER = Path(__file__).parent / "templates"
_PAGES = pages_in(_FOLDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a tally: its name, its words, and its length of a hundred."""

    name: str
    said: str
    length: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomScreen:
    """What is on the screen of a room: the step, and where its question is.

    ``place`` counts from 1. ``address`` is that of the phones' page, empty without a session.
    ``said`` is one sentence about what the presenter just did.
    """

    slide: Slide
    place: int
    of: int
    showing: Showing = Showing.STEP
    question: Question | None = None
    tally: Tally | None = None
    answers: int = 0
    code: str = ""
    address: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One box of the filter strip: its name, its label, its options by code, and the one taken."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    taken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """What the form of a decision offers: the actions in the order of the room, and the vote.

    ``kept`` is how many decisions this session has already.
    """

    options: tuple[Option, ...]
    vote: str = ""
    kept: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """What lies over the screen until its key is pressed."""

    picks: tuple[Pick, ...] = ()
    deciding: Deciding | None = None
    note: str = ""
    next_title: str = ""


def screen_html(screen: RoomScreen, layers: Layers | None = None) -> str:
    """Return the screen as HTML, with what its keys bring up hidden in it."""
    drawn = bars(screen.question, screen.tally)
    return render(
        "screen.html",
        screen=screen,
        slide=screen.slide,
        showing=screen.showing.value,
        chart=chart_address(screen.slide),
        bars=drawn,
        sentences=_sentences(screen, drawn),
        join=join_svg(screen.address),
        layers=layers or Layers(),
        letters=" ".join(screen.code),
    )


def _sentences(screen: RoomScreen, drawn: tuple[Bar, ...]) -> tuple[str, ...]:
    """What is said under the bars: what they do not say themselves."""
    if screen.question is None or screen.tally is None:
        return ()
    found = words.tally_sentences(screen.question, screen.tally)
    return found[:1] if drawn and screen.question.kind is not QuestionKind.GUESS else found


def chart_address(slide: Slide) -> str:
    """Return the chart of a step as a picture in an address, empty without one."""
    if slide.drawing is None:
        return ""
    drawn = bare_svg(slide.drawing, width=CHART_WIDTH, height=CHART_HEIGHT)
    return picture_address(drawn)


@lru_cache(maxsize=8)
def join_svg(address: str) -> str:
    """Return the square code of an address as a picture in an address, empty without one."""
    return picture_address(join_picture(address)) if address else ""


def bars(question: Question | None, tally: Tally | None) -> tuple[Bar, ...]:
    """Return the bars of a tally, longest at a hundred; none where the answers are not told."""
    if question is None or tally is None or not tally.is_shown:
        return ()
    if tally.spread:
        names = words.bin_labels(tally.spread.bins)
        return _bars((name, str(n), n) for name, n in zip(names, tally.spread.bins, strict=True))
    if tally.ranking:
        return _bars((one.text, words.place_words(one), one.points) for one in tally.ranking)
    if question.kind is QuestionKind.CLOSED:
        return _bars((one.text, f"{one.number:,}", one.number) for one in tally.counts)
    return ()


def _bars(rows: Iterable[tuple[str, str, float]]) -> tuple[Bar, ...]:
    kept = tuple(rows)
    most = max((size for _, _, size in kept), default=0) or 1
    return tuple(
        Bar(name=name, said=said, length=round(BAR_LENGTH * size / most, 1))
        for name, said, size in kept
    )


@lru_cache(maxsize=1)
def screen_style() -> str:
    """Return the style of the screen, in the colours of the charts."""
    return style_of(_FOLDER / "screen.css", font=theme.PICTURE_FONT)


def render(name: str, **values: object) -> str:
    """Return a page made of one of the templates here, every value escaped."""
    return _PAGES.get_template(name).render(words=words, told=told, **values)
