"""The screen of a room shows the step or its question, and nothing before its time."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.live.sessions import CLOSED, GUESS, RANKING
from wres.answers import View
from wres.answers.evidence import Evidence
from wres.answers.story import StepKind, StoryStep
from wres.live import Held, Option, QuestionState, Showing, Tally, tally
from wres.reports.room_screen import Deciding, Layers, Pick, RoomScreen, bars, screen_html
from wres.reports.slides import Slide, slide_of

HOSTILE = "<script>alert(1)</script> \" onload='x' {{7*7}} =HYPERLINK()"
PRACTICE = View(org_code="ZZP", wres_year=2025)


@pytest.fixture(scope="module")
def slide(evidence: Evidence) -> Slide:
    """The concern of the Practice Trust about indicator 8: 19.5% of BME staff."""
    return slide_of(evidence, PRACTICE, StoryStep(kind=StepKind.LARGEST_CONCERN, indicator=8))


class _Reader(HTMLParser):
    """The tags of a page and its words, as a browser would have them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.words = ""
        self.is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.is_code = tag in ("script", "style")
        self.attributes += [name for name, _ in attrs]

    def handle_endtag(self, tag: str) -> None:
        self.is_code = False

    def handle_data(self, data: str) -> None:
        self.words += "" if self.is_code else data


def read(html: str) -> _Reader:
    """Return what a browser would make of the HTML."""
    reader = _Reader()
    reader.feed(html)
    return reader


def _screen(slide: Slide, **more: object) -> RoomScreen:
    return RoomScreen(slide=slide, place=2, of=8, **more)  # type: ignore[arg-type]


def test_a_step_has_one_sentence_one_chart_its_number_and_its_source(slide: Slide) -> None:
    """And says that its figures are made up."""
    page = read(screen_html(_screen(slide)))
    assert page.tags.count("h1") == 1 and page.tags.count("img") == 1
    for words in (slide.sentence, slide.answered, slide.source, "2 of 8", "Made-up figures"):
        assert words in page.words
    assert "19.5%" in slide.sentence


def test_an_open_guess_tells_nothing_of_its_figure(slide: Slide) -> None:
    """Neither the sentence nor the chart nor the answer is anywhere in what is sent."""
    asked = replace(GUESS, state=QuestionState.OPEN)
    html = screen_html(
        _screen(
            slide,
            showing=Showing.QUESTION,
            question=asked,
            answers=4,
            code="BDHJ",
            address="http://trust.example/room/BDHJ",
        )
    )
    page = read(html)
    assert asked.prompt in page.words and "4 answers so far" in page.words
    assert "B D H J" in page.words and "trust.example/room/BDHJ" in page.words
    for told in (slide.sentence, GUESS.answer, "19.5", "19 of 100"):
        assert told not in html
    pictures = re.findall(r'class="([^"]+)" src', html)
    assert set(pictures) == {"rs-join"}


def test_told_guesses_are_drawn_with_the_figure_under_them(slide: Slide) -> None:
    """Ten bins, the middle guess, and the figure with its likely range."""
    asked = replace(GUESS, state=QuestionState.REVEALED)
    told = tally(asked, [str(n) for n in (5, 5, 12, 15, 20, 22, 25, 30, 31, 64, 70)])
    page = read(screen_html(_screen(slide, showing=Showing.TALLY, question=asked, tally=told)))
    assert page.tags.count("rect") == 10
    assert "The middle guess was 22 of 100." in page.words
    assert GUESS.answer in page.words


def test_below_ten_answers_nothing_is_drawn(slide: Slide) -> None:
    """Nine answers: no bar and no count of any answer, only why not."""
    asked = replace(CLOSED, state=QuestionState.REVEALED)
    told = tally(asked, ["0"] * 9)
    assert told.held is Held.TOO_FEW and bars(asked, told) == ()
    page = read(screen_html(_screen(slide, showing=Showing.TALLY, question=asked, tally=told)))
    assert "Fewer than 10 phones answered" in page.words
    assert "rect" not in page.tags and "9" not in page.words.replace("WRES 2025", "")


def test_bars_are_as_long_as_what_they_stand_for() -> None:
    """Of 40 answers 20, 15 and 5: 100, 75 and 25 of a hundred."""
    asked = replace(CLOSED, state=QuestionState.REVEALED)
    found = bars(asked, tally(asked, ["0"] * 20 + ["1"] * 15 + ["2"] * 5))
    assert [(bar.name, bar.said, bar.length) for bar in found] == [
        ("Yes", "20", 100.0),
        ("In part", "15", 75.0),
        ("No", "5", 25.0),
    ]


def test_a_ranking_names_ties() -> None:
    """Ten rank the first first and the second second, ten the other way round."""
    asked = replace(RANKING, state=QuestionState.REVEALED)
    found = bars(asked, tally(asked, ["1,2,3"] * 10 + ["2,1,3"] * 10))
    assert [(bar.name, bar.said) for bar in found] == [
        ("Mentoring", "joint 1st"),
        ("Panels", "joint 1st"),
        ("Training", "3rd"),
    ]


def test_hostile_words_stay_words(slide: Slide) -> None:
    """In a prompt, an option, a note, a vote, a label or a sentence: letters, never a tag."""
    asked = replace(CLOSED, prompt=HOSTILE, options=(Option(text=HOSTILE), Option(text="No")))
    layers = Layers(
        picks=(Pick(name="band", label=HOSTILE, options=((HOSTILE, HOSTILE),), taken=HOSTILE),),
        deciding=Deciding(options=(Option(text=HOSTILE),), vote=HOSTILE),
        note=HOSTILE,
        next_title=HOSTILE,
    )
    bad = replace(slide, sentence=HOSTILE, lines=(HOSTILE,), alt=HOSTILE, source=HOSTILE)
    for shown in (Showing.STEP, Showing.QUESTION):
        page = read(screen_html(_screen(bad, showing=shown, question=asked, said=HOSTILE), layers))
        assert "script" not in page.tags
        assert "onload" not in page.attributes
        assert HOSTILE in page.words


def test_an_idea_is_shown_only_as_what_was_let_through() -> None:
    """A tally of ideas has no bars."""
    told = Tally(answers=12, ideas=("Ask leavers",))
    assert bars(None, told) == ()
