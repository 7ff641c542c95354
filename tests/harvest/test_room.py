"""Two trusts with one publication: a whole session about them cannot tell them apart either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.harvest import trusts
from wres.answers import Evidence, View
from wres.answers.opening import evidence_at, shipped
from wres.answers.story import StoryStep, build_story, every_step
from wres.reports.asking import live_steps, questions_of
from wres.reports.room_pack import pack_html
from wres.reports.slides import slide_of
from wres.store import open_store
from wres.terms import Band


def _evidence(home: Path, size: int, *, twin: bool = False) -> Evidence:
    rows = trusts.uploaded(size)
    trusts.keep(home, trusts.twin(rows) if twin else rows)
    with open_store(home) as store:
        return evidence_at(store, store.current(), data=shipped())


def _steps(evidence: Evidence, view: View) -> Iterator[tuple[View, StoryStep]]:
    """Every step that can be shown of every indicator, and of every band by the filter strip."""
    for step in every_step(evidence, view):
        number = step.indicator or view.indicator
        bands = evidence.bands(view.org_code, view.wres_year, number)
        for band in dict.fromkeys((Band.ALL, *bands)):
            yield replace(view, band=band), step


def whole_session(evidence: Evidence) -> list[str]:
    """Return everything a session about the made-up trust can show.

    Of every step all that its screen is made of: words, chart, table; of the story the questions,
    what the phones get, and the pack.
    """
    view = View(org_code=trusts.ORG, wres_year=max(evidence.years(trusts.ORG)))
    story = build_story(evidence, view)
    mine = tuple(slide_of(evidence, view, step) for step in story.steps)
    return [
        *(repr(slide_of(evidence, where, step)) for where, step in _steps(evidence, view)),
        *(repr(one) for one in (*live_steps(mine), *questions_of(evidence, story))),
        pack_html(evidence, story, mine),
    ]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The session of a trust of 300 respondents."""
    return whole_session(_evidence(tmp_path_factory.mktemp("one"), 300))


def test_what_is_not_published_is_in_no_step_question_or_pack(
    tmp_path: Path, session: list[str]
) -> None:
    """A quarter of the counts differ and none that is published: every letter is the same."""
    other = whole_session(_evidence(tmp_path, 300, twin=True))
    assert len(session) > 60
    assert [pair for pair in zip(session, other, strict=True) if pair[0] != pair[1]] == []


def test_another_publication_makes_another_session(tmp_path: Path, session: list[str]) -> None:
    """The comparison can fail: a trust of another size is told apart on most steps."""
    other = whole_session(_evidence(tmp_path, 800))
    assert len(set(session) & set(other)) < len(session) / 2
