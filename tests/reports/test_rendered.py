"""Report, board summary, deck and workbook as an office program draws them: pages with their words.

One start of LibreOffice for all of them. Without it these tests skip; with
``WRES_BROWSER_TESTS=required`` they fail instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports.asked import FIGURES, PLAN, PRACTICE, asked_for
from wres.answers.evidence import Evidence
from wres.reports.contents import board_summary
from wres.reports.document import BOARD, report_document
from wres.reports.pack import ReportKind, making
from wres.reports.sections import Report
from wres.words import reports as said

SECONDS = 150
OFFICE = ("soffice", "pdftotext")
Pages = dict[str, list[str]]


def crowded(report: Report) -> Report:
    """Return a board summary with as much in it as there can be: nine concerns, long names."""
    name = "An Exceedingly Long Name of a Partnership University Hospitals NHS Foundation Trust"
    full = []
    for section in report.sections:
        points = section.points
        if section.heading == said.CONCERNS:
            points = (max(points, key=len) + " And some more words to fill its line.",) * 9
        if section.heading == said.PLAN:
            points = ("x" * 80 + " " + "y" * 99,) * 7
        full.append(replace(section, points=points))
    return replace(report, organisation=name, sections=tuple(full))


def files(evidence: Evidence) -> Iterator[tuple[str, bytes]]:
    """Give the files to draw, by name."""
    for kind in (ReportKind.ANNUAL, ReportKind.DECK, ReportKind.WORKBOOK):
        made = making(kind)
        yield f"{kind.value}.{made.ending}", made.make(asked_for(evidence, FIGURES))
    practice = board_summary(asked_for(evidence, PRACTICE))
    for name, report in (
        ("board", practice),
        ("crowded", crowded(practice)),
        ("plan", board_summary(asked_for(evidence, PLAN))),
    ):
        yield f"{name}.docx", report_document(report, BOARD)


@pytest.fixture(scope="module")
def pages(evidence: Evidence, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The words of every page of each file, as drawn."""
    missing = [name for name in OFFICE if shutil.which(name) is None]
    if missing and os.environ.get("WRES_BROWSER_TESTS") == "required":
        pytest.fail(f"{', '.join(missing)} is not installed")
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed")
    folder = tmp_path_factory.mktemp("office")
    made = []
    for name, content in files(evidence):
        made.append(folder / name)
        made[-1].write_bytes(content)
    # A profile of its own, so that it does not wait for somebody else's window.
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    convert = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, *map(str, made)], check=True, capture_output=True, timeout=SECONDS)
    return {path.stem: _texts(path.with_suffix(".pdf")) for path in made}


def _texts(pdf: Path) -> list[str]:
    told = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=SECONDS
    )
    return told.stdout.decode("utf-8").split("\f")[:-1]


def test_every_file_has_pages_with_words(pages: Pages) -> None:
    """None is empty, and each says whose it is and a figure of it: 16.1% on indicator 8."""
    assert set(pages) == {"annual", "deck", "workbook", "board", "crowded", "plan"}
    for name in ("annual", "deck", "workbook"):
        whole = "\n".join(pages[name])
        assert len(pages[name]) >= 5, name
        assert "Manchester University" in whole and "16.1" in whole, name
    assert all(page.strip() for drawn in pages.values() for page in drawn)


def test_a_board_reads_two_pages_at_most(pages: Pages) -> None:
    """Whatever there is to say, with every part of the summary on them."""
    for name in ("board", "crowded", "plan"):
        assert 1 <= len(pages[name]) <= 2, name
        whole = "\n".join(pages[name])
        for part in (said.SUMMARY, said.CONCERNS, said.PLAN, said.QUALITY):
            assert part in whole, (name, part)


def test_each_page_of_made_up_figures_says_so_and_has_its_number(pages: Pages) -> None:
    """The label at the top, and which page of how many at the foot."""
    for place, page in enumerate(pages["board"], start=1):
        assert page.lstrip().startswith(said.MADE_UP_LABEL)
        assert f"Page {place} of {len(pages['board'])}" in page
