"""The data pack: what it holds, that this program reads it back, and that nothing in it is live."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.hostile.filling import ORG
from tests.hostile.test_exports import cells, live
from tests.reports.test_deck import PRACTICE, SHIPPED, published
from wres.answers import View
from wres.answers.evidence import Evidence
from wres.answers.opening import shipped
from wres.answers.story import StepKind, StoryStep
from wres.reports import Header, csv_of
from wres.reports.data_pack import README, RESULTS, data_pack
from wres.reports.figure_files import view_table
from wres.reports.slides import slide_of
from wres.results import Result
from wres.terms import Status
from wres.upload.examine import Examination, Verdict, examine
from wres.upload.own_files import FOR_READING
from wres.upload.source import Source

HEADER = Header(
    title="It’s “told”; with a comma, and so on",
    subtitle="x",
    filters=(("Organisation", "Practice Trust (made-up) (ZZP)"), ("WRES year", "2025")),
    source="Practice Trust",
    made_on="2026-11-27",
    version=3,
    made_up=True,
)


def files_of(evidence: Evidence, org: str) -> dict[str, bytes]:
    """The files of an organisation's data pack for WRES 2025, by name."""
    made = data_pack(evidence, View(org_code=org, wres_year=2025))
    with ZipFile(io.BytesIO(made)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def rows_of(data: bytes) -> list[dict[str, str]]:
    """The rows of a table file by heading."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def read_back(data: bytes) -> Examination:
    """What the check of an upload makes of a file."""
    return examine(Source("file.csv", data), organisations=shipped().organisations)


def of(evidence: Evidence, org: str) -> list[Result]:
    """The published rows of an organisation that are no printed ratio."""
    return [row for row in evidence.rows if row.org_code == org]


@pytest.mark.parametrize("org", [PRACTICE, SHIPPED])
def test_the_results_are_read_back_as_they_are(evidence: Evidence, org: str) -> None:
    """Every figure by its key: the same value and counts; hidden stays hidden, never a nought."""
    found = read_back(files_of(evidence, org)[RESULTS])
    assert found.verdict is not Verdict.REFUSED, found.reason
    back = {row.key: row for row in found.results}
    rows = [row for row in of(evidence, org) if row.unit.value != "ratio"]
    assert len(rows) >= 8
    for row in rows:
        again = back[row.key]
        assert (again.status, again.numerator) == (row.status, row.numerator)
        if row.status is Status.SHOWN:
            assert again.denominator == row.denominator
            # The practice file prints six places; counts give them all.
            value = row.value or (row.numerator or 0) / (row.denominator or 1)
            assert again.value == pytest.approx(value, abs=1e-6)
        else:
            assert again.value is None
    hidden = [row for row in rows if row.status is Status.HIDDEN]
    assert bool(hidden) == (org == PRACTICE)


@pytest.mark.parametrize("number", [1, 3, 7, 9])
def test_the_file_of_a_view_is_read_back(evidence: Evidence, number: int) -> None:
    """The head of words above it is left out; figures come back as they are shown."""
    view = View(org_code=PRACTICE, wres_year=2025, indicator=number)
    table = view_table(evidence, view)
    found = read_back(csv_of(table, HEADER))
    assert found.verdict is not Verdict.REFUSED, found.reason
    assert len(found.results) == len(table.rows) >= 9
    known = {row.key: row for row in of(evidence, PRACTICE)}
    for row in found.results:
        if row.key in known:
            assert (row.status, row.numerator) == (known[row.key].status, known[row.key].numerator)
            assert (row.value is None) == (row.status is not Status.SHOWN)


def test_a_table_for_reading_is_sent_back_in_one_sentence(evidence: Evidence) -> None:
    """It says what it is, and where the rows are that can be brought in."""
    for number in (1, 2, 7):
        step = StoryStep(kind=StepKind.TREND, indicator=number)
        slide = slide_of(evidence, View(org_code=PRACTICE, wres_year=2025), step)
        assert slide.table is not None
        found = read_back(csv_of(slide.table, HEADER))
        assert found.verdict is Verdict.REFUSED
        assert found.reason == FOR_READING


def test_the_pack_explains_itself(evidence: Evidence) -> None:
    """Every file is named in the readme, every column in the dictionary; made up where it is."""
    files = files_of(evidence, PRACTICE)
    readme = files[README].decode("utf-8")
    assert all(f"{name}:" in readme for name in files if name != README)
    assert "Made-up figures" in readme and "Made-up" not in str(files_of(evidence, SHIPPED)[README])
    explained = list(
        csv.DictReader(io.StringIO(files["results_explained.csv"].decode("utf-8-sig")))
    )
    told = {
        row["Column"]
        for row in csv.DictReader(io.StringIO(files["columns.csv"].decode("utf-8-sig")))
    }
    expected = published(PRACTICE)
    assert set(explained[0]) == told == set(expected[0])
    assert [row["text"] for row in explained] == [one["text"] for one in expected]


def test_the_same_version_gives_the_same_bytes(evidence: Evidence) -> None:
    """Nothing of the day is in it."""
    view = View(org_code=SHIPPED, wres_year=2025)
    assert data_pack(evidence, view) == data_pack(evidence, view)


def test_hostile_texts_are_dead(hostile: Evidence) -> None:
    """Plans, sources and editions of every hostile family: no cell a spreadsheet would run."""
    files = files_of(hostile, ORG)
    assert "plan.csv" in files
    for name, data in files.items():
        assert live(cells(data)) == [], name


def test_nothing_is_written_where_it_should_not_be(evidence: Evidence) -> None:
    """The archive holds plain names only: no folder, no way out of one."""
    assert all(Path(name).name == name for name in files_of(evidence, PRACTICE))
