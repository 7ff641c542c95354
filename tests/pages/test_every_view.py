"""Every combination of filters gives a view, or a sentence that says why not and what is nearest.

A sample runs through the real pages. ``WRES_ALL_VIEWS=1`` walks every combination on offer, with
what the page would draw written down instead of drawn.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests import prose_read
from tests.pages.conftest import Open, said
from wres.answers import Evidence, gather
from wres.benchmarks import BenchmarkKind
from wres.library.shipped import load_shipped
from wres.results import Results
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR, Band, EthnicGroup, StaffGroup
from wres.ui import (
    asked,
    beside,
    comparing,
    covering,
    exploring,
    filters,
    links,
    panels,
    prose,
    sentence,
)
from wres.ui.comparing_choices import Texts
from wres.ui.sheet import Sheet

DATA = Path(__file__).resolve().parents[2] / "data"
# The Practice Trust; an acute, an ambulance and a community trust; one with a plan and no figures.
TRUSTS = ("ZZP", "R0A", "RYA", "RY4", "RRP")
ALL = os.environ.get("WRES_ALL_VIEWS") == "1"
SAMPLE_STEP = 1 if ALL else 97
FINDING = 5
CUTS = ("staff", "band", "group", "benchmark")


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return gather(load_shipped(DATA), Results(), 0)


def settled(evidence: Evidence, **choice: str) -> asked.Settled:
    """Return what the address leads to."""
    return asked.settle(evidence, choice)


def offered(evidence: Evidence) -> Iterator[dict[str, str]]:
    """Give every combination of filters that is on offer, trust by trust."""
    for org in TRUSTS:
        for year, number in product(evidence.years(org), range(1, 10)):
            start = {"org": org, "year": str(year), "indicator": str(number)}
            options = settled(evidence, **start).options
            for codes in product(*(options[name] for name in CUTS)):
                yield {**start, **dict(zip(CUTS, codes, strict=True))}


@dataclass
class Drawn:
    """What a page would have drawn: its findings, sentences, charts and tables."""

    findings: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    charts: int = 0
    tables: int = 0

    def table(self, table: Any) -> None:
        """Write down a table, with no empty cell and no row of another width."""
        self.cells(table.columns, table.rows)

    def cells(self, columns: Any, rows: Any) -> None:
        """Write down the cells of a table."""
        self.tables += 1
        assert rows
        for row in rows:
            assert len(row) == len(columns)
            assert all(str(cell).strip() not in ("", "nan", "None ", "None%") for cell in row), row

    def read(self, *parts: prose.Part | None) -> None:
        """Write down what is only read, with what is folded away in it."""
        for part in parts:
            for one in prose_read.with_folded(part.told) if part else ():
                if one["kind"] == "table":
                    self.cells(one["columns"], one["rows"])
                elif one["kind"] not in ("folded", "opener"):
                    self.sentences.extend(prose_read.texts_of(one))

    def chart(self, drawing: Any, words: Any, *, table: Any) -> None:
        """Write down a chart with its words and its table."""
        self.charts += 1
        assert drawing.rows and words.headline and words.subtitle and len(words.alt) > 40
        assert words.source
        self.table(table)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
    """Write down instead of drawing; a new page begins with a new ``Drawn`` at the end."""
    pages = [Drawn()]

    def say(text: str, anchor: str = "") -> None:
        pages[-1].sentences.append(text)

    def find(text: str) -> None:
        pages[-1].findings.append(text)

    def chart(_page: Sheet, drawing: Any, words: Any, *, table: Any, **_: Any) -> None:
        pages[-1].chart(drawing, words, table=table)

    def read(*parts: prose.Part | None, key: str) -> None:
        pages[-1].read(*parts)

    def gathered(_page: Sheet, *parts: prose.Part | None) -> None:
        pages[-1].read(*parts)

    def table(one: Any, said: str = "") -> None:
        pages[-1].table(one)

    for name in ("sentence", "quiet", "section"):
        monkeypatch.setattr(panels, name, say)
    monkeypatch.setattr(panels, "named", lambda name, text: say(f"{name}. {text}"))
    monkeypatch.setattr(panels, "finding", find)
    monkeypatch.setattr(panels, "found", find)
    monkeypatch.setattr(Sheet, "found", lambda _page, text: find(text))
    monkeypatch.setattr(Sheet, "read", gathered)
    monkeypatch.setattr(panels, "chart", chart)
    monkeypatch.setattr(prose, "draw", read)
    monkeypatch.setattr(panels, "words_table", table)
    monkeypatch.setattr(links, "link", lambda *_, **__: None)
    monkeypatch.setattr(filters, "asked_for", lambda name: "")
    return pages


def is_blank(page: Drawn) -> bool:
    """Whether a page has neither a finding nor a sentence long enough to say why."""
    texts = [*page.findings, *page.sentences]
    return not any(len(text) > FINDING for text in texts)


def test_every_view_of_explore_is_drawn_or_explained(
    evidence: Evidence, drawn: list[Drawn], capsys: pytest.CaptureFixture[str]
) -> None:
    """A finding for each; where there is no chart, a sentence of why."""
    choices = list(offered(evidence))
    walked = choices[::SAMPLE_STEP]
    for choice in walked:
        found = settled(evidence, **choice)
        assert not found.refusals
        view = found.view
        drawn.append(Drawn())
        since, _ = sentence.first_year(evidence, view, "")
        exploring.gather(Sheet("page"), evidence, view, since=since, judged=None, notes=())
        page = drawn[-1]
        assert page.findings and page.findings[0].strip(), view
        assert page.charts or any(text.endswith(".") for text in page.sentences), view
        assert not is_blank(page), view
    with capsys.disabled():
        if ALL:
            print(f"\n{len(walked)} views of Explore walked, of {len(choices)} on offer")


def test_every_pair_of_sides_is_drawn_or_explained(
    evidence: Evidence,
    drawn: list[Drawn],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each year, band and trust a view can be set beside; the first trusts only in the sample."""
    count = 0
    for org, number in product(TRUSTS, range(1, 10)):
        view = settled(evidence, org=org, indicator=str(number)).view
        options = beside.beside_options(evidence, view)
        for across, codes in options.items():
            for other in codes if ALL else codes[:2]:
                wanted = f"{across.value}-{other}"
                assert beside.asked_beside(options, wanted) == (across, other, "")
                drawn.append(Drawn())
                beside.sides(
                    Sheet("page"), evidence, view, source="source", across=across, other=other
                )
                assert drawn[-1].sentences, (view, wanted)
                count += 1
    assert count > 50
    with capsys.disabled():
        if ALL:
            print(f"\n{count} pairs of sides walked")


def test_every_view_of_benchmarks_is_drawn_or_explained(
    evidence: Evidence, drawn: list[Drawn]
) -> None:
    """Each trust, year, indicator and pool."""
    for org, number in product(TRUSTS, range(1, 10)):
        for year, pool in product(evidence.years(org), ("", "region", "peers")):
            view = settled(evidence, org=org, year=str(year), indicator=str(number)).view
            drawn.append(Drawn())
            texts = Texts(pool=pool, peers="", target=f"{number}-5")
            comparing.gather(Sheet("page"), evidence, view, texts=texts)
            assert not is_blank(drawn[-1])
            assert any(text.startswith("Own target. ") for text in drawn[-1].sentences), view


@pytest.mark.parametrize("org", TRUSTS)
def test_every_board_is_drawn(evidence: Evidence, drawn: list[Drawn], org: str) -> None:
    """What there is of a trust has a headline and a reason for what is missing."""
    covering.show(evidence, settled(evidence, org=org).view)
    assert drawn[-1].findings and any(text.endswith(".") for text in drawn[-1].sentences)


REGISTRY: dict[str, tuple[str, ...]] = {
    "year": tuple(str(year) for year in range(FIRST_WRES_YEAR, LAST_WRES_YEAR + 1)),
    **{
        name: tuple(str(one.value) for one in kind)
        for name, kind in (
            ("staff", StaffGroup),
            ("band", Band),
            ("group", EthnicGroup),
            ("benchmark", BenchmarkKind),
        )
    },
}


@pytest.mark.parametrize("org", TRUSTS)
def test_every_value_of_the_registry_is_shown_or_refused_with_what_is_nearest(
    evidence: Evidence, org: str
) -> None:
    """Filters are settled one by one, so each value of each is tried with each indicator."""
    for number, (name, values) in product(range(1, 10), REGISTRY.items()):
        for value in values:
            found = settled(evidence, org=org, indicator=str(number), **{name: value})
            if value in found.options[name]:
                assert not found.refusals and asked.code_of(found.view, name) == value
                continue
            (refusal,) = found.refusals
            assert refusal.name == name and refusal.sentence.endswith("is shown instead.")


@pytest.mark.parametrize(
    ("page", "choice"),
    [
        ("explore", {"org": "ZZP", "indicator": "1", "band": "8a-vsm"}),
        ("explore", {"org": "ZZP", "indicator": "2", "beside": "year-2024"}),
        ("explore", {"org": "ZZP", "indicator": "7", "since": "2022", "beside": "year-2021"}),
        ("explore", {"org": "ZZP", "indicator": "9", "staff": "board voting"}),
        ("explore", {"org": "R0A", "indicator": "3"}),
        ("explore", {"org": "RRP", "indicator": "8"}),
        ("benchmarks", {"org": "ZZP", "indicator": "9"}),
        ("benchmarks", {"org": "RRP", "indicator": "5"}),
        ("benchmarks", {"org": "RYA", "indicator": "7", "pool": "region"}),
        ("coverage", {"org": "RRP"}),
        ("workforce", {"org": "ZZP"}),
        ("workforce", {"org": "ZZP", "goal": "28-2030-8a-vsm"}),
        ("workforce", {"org": "RNN"}),
    ],
)
def test_a_page_ends_without_an_incident(
    open_page: Open, page: str, choice: dict[str, str]
) -> None:
    """The real page, drawn by Streamlit: a header, and no error anywhere on it."""
    app = open_page(page, **choice)
    assert not app.error, [one.value for one in app.error]
    assert app.header or prose_read.headings(app.main)
    assert len(said(app)) > 100
