"""A Word document or a text file as its words: tables by row, deleted words left out."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from wres.errors import FileRefused
from wres.upload.document_text import text_of

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document() -> bytes:
    """A heading, a paragraph in two runs, and a table of two rows."""
    made = docx.Document()
    made.add_heading("Indicator 8", 1)
    paragraph = made.add_paragraph("19.5% of ")
    paragraph.add_run("BME staff").bold = True
    table = made.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Group", "2025"), ("BME staff", "19.5%")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.add_paragraph("After the table.")
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def with_body(body: str) -> bytes:
    """A document whose body is this XML."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>"
        )
    return kept.getvalue()


def test_paragraphs_and_rows_are_lines() -> None:
    """In the order of the document; the cells of a row are parted by commas."""
    assert text_of(document()).splitlines() == [
        "Indicator 8",
        "19.5% of BME staff",
        "Group, 2025",
        "BME staff, 19.5%",
        "After the table.",
    ]


def test_inserted_words_are_read_and_deleted_ones_are_not() -> None:
    """As the document would be if every tracked change were accepted."""
    body = (
        "<w:p><w:r><w:t>It was </w:t></w:r><w:ins><w:r><w:t>19.5%</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>18.0%</w:delText><w:t>17%</w:t></w:r></w:del>"
        "<w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom>"
        "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r></w:p>"
    )
    assert text_of(with_body(body)) == "It was 19.5%"


def test_a_document_nested_as_deep_as_it_likes_is_read() -> None:
    """Depth costs no calls."""
    depth = 20_000
    body = "<w:sdt>" * depth + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + "</w:sdt>" * depth
    assert text_of(with_body(body)) == "deep"


def test_a_text_file_is_its_text() -> None:
    """In UTF-8 or the older Windows encoding."""
    assert text_of("BME staff’s 19.5%".encode("cp1252")) == "BME staff’s 19.5%"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 no archive",
        document()[:-400],
        with_body("<!DOCTYPE x><w:p/>"),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00\x01\x02\x03",
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(data: bytes) -> None:
    """Damaged, hiding something, or not text at all."""
    with pytest.raises(FileRefused) as refusal:
        text_of(data)
    assert str(refusal.value).endswith(".")
