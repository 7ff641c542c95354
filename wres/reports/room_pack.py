"""The pack for a room without Wi-Fi: every step in one file, with its table, notes and keys.

It asks nothing of any network, and its own policy would not let it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wres.answers import Evidence
from wres.answers.story import Story
from wres.live import Question, QuestionKind
from wres.reports.asking import questions_of
from wres.reports.plain_pages import allowed_by_hash
from wres.reports.room_screen import chart_address, render, screen_style
from wres.reports.slides import Slide

_FOLDER = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One leaf of the pack: a step, or the question asked before it; ``note`` is the speaker's."""

    slide: Slide
    place: int
    chart: str = ""
    note: str = ""
    question: Question | None = None


def pack_html(evidence: Evidence, story: Story, slides: tuple[Slide, ...]) -> str:
    """Return a story as one HTML file that needs nothing else: at most 3 MB, A4 when printed."""
    leaves = tuple(_leaves(story, slides, questions_of(evidence, story)))
    organisation = evidence.organisations.get(story.org_code)
    style, script = f"{screen_style()}{_text('pack.css')}", _text("pack.js")
    return render(
        "pack.html",
        organisation=organisation,
        wres_year=story.wres_year,
        version=story.version,
        leaves=leaves,
        of=len(slides),
        style=style,
        script=script,
        policy="; ".join(
            (
                "default-src 'none'",
                "img-src data:",
                f"style-src {allowed_by_hash(style)}",
                f"script-src {allowed_by_hash(script)}",
            )
        ),
    )


def _leaves(
    story: Story, slides: tuple[Slide, ...], questions: tuple[Question, ...]
) -> Iterable[Leaf]:
    for place, (step, slide) in enumerate(zip(story.steps, slides, strict=True)):
        here = [one for one in questions if one.step == place]
        before = [one for one in here if one.kind is QuestionKind.GUESS]
        yield from (Leaf(slide=slide, place=place + 1, question=one) for one in before)
        yield Leaf(slide=slide, place=place + 1, chart=chart_address(slide), note=step.note)
        after = (one for one in here if one.kind is not QuestionKind.GUESS)
        yield from (Leaf(slide=slide, place=place + 1, question=one) for one in after)


@lru_cache(maxsize=4)
def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
