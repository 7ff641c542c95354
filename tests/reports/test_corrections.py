"""A correction that had to hide figures is told in every file that is taken away."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from wres.answers import Evidence, View
from wres.interface.figures import notes_of
from wres.publication import Step, Withheld
from wres.reports import Header, csv_of
from wres.reports.contents import board_summary
from wres.reports.data_pack import README, data_pack
from wres.reports.deck import deck
from wres.reports.sections import Reported
from wres.reports.tables import Table
from wres.reports.workbook import workbook

TOLD = "Some survey figures of 2025 were corrected. They are hidden for this year"
VIEW, TODAY = View(org_code="R0A", wres_year=2025), date(2026, 11, 27)


@pytest.fixture
def corrected(evidence: Evidence) -> Evidence:
    """What is shipped, as if indicator 8 of R0A had been corrected by one person."""
    withheld = (Withheld(org_code="R0A", wres_year=2025, step=Step.CORRECTED),)
    return replace(evidence, publication=replace(evidence.publication, withheld=withheld))


def in_deck(made: bytes) -> str:
    slides = Presentation(io.BytesIO(made)).slides
    return " ".join(
        shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame
    )


def in_workbook(made: bytes) -> str:
    book = load_workbook(io.BytesIO(made), read_only=True)
    return " ".join(str(cell) for row in book.worksheets[0].values for cell in row if cell)


def test_deck_workbook_data_and_summary_tell_of_it(corrected: Evidence) -> None:
    """Each says which year; of another organisation, which corrected nothing, none does."""
    with ZipFile(io.BytesIO(data_pack(corrected, VIEW))) as opened:
        assert TOLD in opened.read(README).decode()
    assert TOLD in in_deck(deck(corrected, VIEW, made_on=TODAY))
    assert TOLD in in_workbook(workbook(corrected, VIEW, made_on=TODAY))
    asked = Reported(evidence=corrected, view=VIEW, made_on=TODAY)
    lines = [line for part in board_summary(asked).sections for line in part.sentences]
    assert any(line.startswith(TOLD) for line in lines)
    with ZipFile(io.BytesIO(data_pack(corrected, replace(VIEW, org_code="RRP")))) as opened:
        assert TOLD not in opened.read(README).decode()


def test_other_programs_are_told(corrected: Evidence) -> None:
    """The notes of an answer about the organisation, and not of one about another."""
    assert any(note.startswith(TOLD) for note in notes_of(corrected, "R0A"))
    assert not any(note.startswith(TOLD) for note in notes_of(corrected, "RRP"))


def test_a_file_of_a_view_has_a_line_for_it() -> None:
    """Above the source; a file without corrections has no such line."""
    header = Header(
        title="x", subtitle="x", filters=(), source="NHS", made_on="2026-11-27", version=2
    )
    table = Table(caption="x", columns=("a",), rows=(("1",),))
    assert b"Corrected" not in csv_of(table, header)
    assert f"Corrected,{TOLD}.".encode() in csv_of(table, replace(header, corrected=f"{TOLD}."))
