"""C6: hidden, missing, not collected, not applicable, bounded and zero, each told apart anywhere.

One closed list of what a figure can be, and the words it has. Each is made, published and asked
for in a chart, its text alternative, its table, its CSV file and the JSON of the command line.
A figure under embargo is like one that was never given: that there is one is no viewer's business.
"""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from wres.answers import Evidence, Exploration, View, explore, gather, peers
from wres.charts.of_answers import trend_drawing
from wres.charts.of_peers import strip_drawing
from wres.comparisons import BenchmarkComparison
from wres.library.shipped import load_shipped
from wres.reports import Header, Table, csv_of, gaps_table, peers_table
from wres.reports.figure_rows import data_of, figures_of
from wres.results import Result, Results
from wres.terms import EthnicGroup, Status
from wres.ui.asked import settle
from wres.words import (
    HIDDEN,
    benchmark_sentence,
    nearest_note,
    peers_headline,
    status_sign,
    status_words,
    trend_alt,
)

DATA = Path(__file__).resolve().parents[2] / "data"
ORG, YEAR = "RQX", 2026
WHITE = Result(
    org_code=ORG,
    wres_year=YEAR,
    survey_year=YEAR - 1,
    indicator=8,
    ethnic_group=EthnicGroup.WHITE,
    numerator=30,
    denominator=300,
    value=0.1,
    source_id="made up for the tests",
)
BME = replace(WHITE, ethnic_group=EthnicGroup.BME, numerator=None, denominator=None, value=None)


def counted(yes: int, of: int) -> Result:
    """Return a figure of BME staff with its counts."""
    return replace(BME, numerator=yes, denominator=of, value=yes / of)


# What is given, and how it reads.
KINDS: dict[str, tuple[Result | None, str]] = {
    "shown": (counted(12, 60), "20.0%"),
    "zero": (counted(0, 60), "0.0%"),
    "hidden": (counted(3, 8), "Hidden to protect confidentiality"),
    "nearly nobody": (counted(1, 20), "under 15%"),
    "nearly everybody": (counted(20, 20), "over 85%"),
    "missing": (replace(BME, status=Status.MISSING), "No figure given"),
    "not collected": (replace(BME, status=Status.NOT_COLLECTED), "Not collected"),
    "not applicable": (replace(BME, status=Status.NOT_APPLICABLE), "Not applicable"),
    "never given, or under embargo": (None, "No figure given"),
}
FIGURELESS = (Status.HIDDEN, Status.MISSING, Status.NOT_COLLECTED, Status.NOT_APPLICABLE)


@pytest.fixture(scope="module")
def shipped() -> Evidence:
    """What is shipped, for its organisations and benchmarks."""
    return gather(load_shipped(DATA), Results(), 0)


def asked(evidence: Evidence, given: Result | None) -> tuple[Evidence, Exploration]:
    """Return what is published of one figure beside White staff's, and the view of it."""
    rows = Results([WHITE, *([given] if given else [])])
    held = gather(evidence.shipped, rows, 1)
    return held, explore(held, View(org_code=ORG, wres_year=YEAR, indicator=8))


def table_of(seen: Exploration) -> Table:
    """Return the table twin of the chart."""
    return gaps_table(seen.gaps, seen.yearly_benchmarks, caption="made up")


@pytest.mark.parametrize("kind", KINDS)
def test_a_status_reads_the_same_in_chart_table_file_alternative_and_data(
    kind: str, shipped: Evidence
) -> None:
    """The same words in all five, and no empty cell in any table."""
    given, reads = KINDS[kind]
    evidence, seen = asked(shipped, given)
    table = table_of(seen)
    assert table.rows[-1][1] == reads
    assert all(cell.strip() for row in table.rows for cell in row)
    header = Header(title="t", subtitle="s", filters=(), source="x", made_on="d", version=1)
    lines = list(csv.reader(io.StringIO(csv_of(table, header).decode("utf-8-sig"))))
    assert lines[-1][1] == reads
    assert f"{YEAR}: BME staff {reads}," in trend_alt(seen)
    drawn = [row for row in trend_drawing(seen).rows if row["year"] == str(YEAR)]
    figures = [row["value"] for row in drawn if row["part"] == "point" and row["group"] == "bme"]
    notes = [row["text"] for row in drawn if row["part"] == "note"]
    if kind in ("shown", "zero"):
        assert f"{figures[0]:.1f}%" == reads and not notes
    else:
        assert not figures and " ".join(notes[0].split()) == reads
    if given is not None:
        (one,) = figures_of(evidence, lambda row: row.org_code == ORG and row.key == given.key)
        assert data_of(one)["text"] == reads


def test_every_status_without_a_figure_has_words_and_a_sign_of_its_own() -> None:
    """No two of them share a word or a sign, and none is empty or looks like a zero."""
    words = [status_words(one) for one in FIGURELESS]
    signs = [status_sign(one) for one in FIGURELESS]
    assert len({*words, *signs, "0.0%", ""}) == 2 * len(FIGURELESS) + 2


def test_the_list_is_closed() -> None:
    """A new status is given its words here before it can be shown anywhere."""
    known = {Status.SHOWN, Status.BELOW, Status.ABOVE, Status.DOUBTFUL, *FIGURELESS}
    assert known == set(Status)


def test_a_hidden_figure_names_the_nearest_one_shown_in_words_and_as_data(
    shipped: Evidence,
) -> None:
    """Asian staff are too few: the note of the table and file, and the data, lead to BME staff."""
    few = replace(counted(3, 8), ethnic_group=EthnicGroup.ASIAN)
    held = gather(shipped.shipped, Results([WHITE, counted(12, 60), few]), 1)
    (one,) = figures_of(held, lambda row: row.org_code == ORG and row.key == few.key)
    data = data_of(one)
    assert (data["text"], data["nearest_shown"]) == (HIDDEN, "BME staff, the whole trust")
    assert nearest_note(one.nearest) == "The nearest figure shown: BME staff, the whole trust."
    header = Header(
        title="t",
        subtitle="s",
        filters=(),
        source="x",
        made_on="d",
        version=1,
        note=nearest_note(one.nearest),
    )
    told = csv_of(Table(caption="c", columns=("a",), rows=(("b",),)), header).decode("utf-8-sig")
    assert "Note,The nearest figure shown: BME staff" in told.replace('"', "")


def test_white_staff_alone_are_named_once_in_the_alternative(shipped: Evidence) -> None:
    """Once a year, not beside themselves."""
    held = gather(shipped.shipped, Results([WHITE, counted(12, 60)]), 1)
    alone = View(org_code=ORG, wres_year=YEAR, indicator=8, ethnic_group=EthnicGroup.WHITE)
    told = trend_alt(explore(held, alone)).partition(f"{YEAR}: ")[2]
    assert told == "White staff 10.0%."


def test_a_small_ratio_says_no_likely_range_without_a_hole_in_its_sentence(
    shipped: Evidence,
) -> None:
    """The words for a hidden range never stand where a number should be."""
    whole = replace(WHITE, indicator=3, numerator=9, denominator=3_000, value=0.003)
    few = replace(whole, ethnic_group=EthnicGroup.BME, numerator=4, denominator=800, value=0.005)
    held = gather(shipped.shipped, Results([whole, few]), 1)
    seen = explore(held, View(org_code=ORG, wres_year=YEAR, indicator=3))
    assert seen.assessment is not None
    compared = [one.detail for one in seen.assessment.findings]
    told = [benchmark_sentence(one) for one in compared if isinstance(one, BenchmarkComparison)]
    assert told and "anywhere from hidden" not in told[0]


def test_the_strip_says_why_this_trust_has_no_mark(shipped: Evidence) -> None:
    """Hidden is hidden, and the table has the trust's row with the same words."""
    few = [replace(one, wres_year=2025, survey_year=2024) for one in (WHITE, counted(3, 8))]
    held = gather(shipped.shipped, Results(few), 1)
    answer = peers(held, View(org_code=ORG, wres_year=2025, indicator=8))
    notes = [row["text"] for row in strip_drawing(answer).rows if row["part"] == "note"]
    assert notes[0] == "This trust: hidden to protect confidentiality"
    mine = [row for row in peers_table(answer, caption="c").rows if "(this trust)" in row[0]]
    assert mine[0][1] == HIDDEN and mine[0][3] == "10.0%"
    assert peers_headline(answer) == f"This organisation: {HIDDEN}"


def test_all_staff_asked_for_reads_as_hidden_where_it_is(shipped: Evidence) -> None:
    """Hidden all staff are not said to be missing; shown ones are no group of the filter."""
    everybody = replace(WHITE, ethnic_group=EthnicGroup.ALL, numerator=33, denominator=308)
    choice = {"org": ORG, "year": str(YEAR), "indicator": "8", "group": "all"}
    for bme, why in ((counted(3, 8), "is hidden here"), (counted(12, 60), "is no group to set")):
        held = gather(shipped.shipped, Results([WHITE, bme, everybody]), 1)
        assert why in settle(held, choice).refusals[0].sentence
