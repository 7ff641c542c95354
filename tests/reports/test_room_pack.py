"""The pack needs nothing but itself: every step, its table and notes, in one small file."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from tests.reports.test_room_screen import read
from wres.answers import View
from wres.answers.evidence import Evidence
from wres.answers.story import Story, build_story, changed
from wres.reports.room_pack import pack_html
from wres.reports.slides import slide_of

MOST_BYTES = 3 * 1024 * 1024


def _pack(evidence: Evidence, story: Story) -> str:
    view = View(org_code=story.org_code, wres_year=story.wres_year)
    return pack_html(evidence, story, tuple(slide_of(evidence, view, one) for one in story.steps))


@pytest.fixture(scope="module")
def pack(evidence: Evidence) -> str:
    """The pack of the Practice Trust, with a note on its third step."""
    story = build_story(evidence, View(org_code="ZZP", wres_year=2025))
    return _pack(evidence, changed(story, 2, note="Let it stand for a moment."))


def test_the_pack_is_small_and_asks_for_nothing(pack: str) -> None:
    """At most 3 MB; no address that would be loaded; its policy allows its own script only."""
    assert len(pack.encode()) <= MOST_BYTES
    loads = re.findall(r'(?:src|href|action)="([^"]{0,20})', pack)
    assert loads and all(one.startswith("data:image/svg+xml;b") for one in loads)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', pack)
    (script,) = re.findall(r"<script>(.*?)</script>", pack, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src &#39;sha256-{digest}&#39;" in policy
    assert policy.startswith("default-src &#39;none&#39;")


def test_every_step_has_its_table_and_its_note(pack: str) -> None:
    """Eight steps and three questions, a table beside every chart, the note where it belongs."""
    page = read(pack)
    assert page.tags.count("section") == 8 + 3
    charts = pack.count('class="rs-chart"')
    assert charts == page.tags.count("details") == page.tags.count("caption") >= 4
    assert page.words.count("Let it stand for a moment.") == 1
    assert page.words.count("Made-up figures of the Practice Trust") == 8 + 3


def test_the_guess_stands_before_the_figure(pack: str) -> None:
    """Who goes through with one key is asked first and told afterwards."""
    words = read(pack).words
    assert words.index("Of every 100 BME staff here") < words.index("37.9%")


def test_a_real_trust_without_counts_gets_its_pack_too(evidence: Evidence) -> None:
    """Manchester: percentages without bases, no plan; nothing is made up for it."""
    story = build_story(evidence, View(org_code="R0A", wres_year=2025))
    page = read(_pack(evidence, replace(story, moderator="")))
    assert "Made-up" not in page.words
    assert "The number of responses is not published." in page.words
