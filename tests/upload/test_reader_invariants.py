"""What holds of the reader whatever the file: the same cells back, or one sentence."""

from __future__ import annotations

import csv
import io

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from wres.errors import FileRefused
from wres.upload.read import read_file, read_tables

from .workbooks import ods, xls, xlsx

HEADER = ("Org code", "Org name", "Year", "Indicator", "White %", "BME %")
# Every delimiter and both quotation marks may stand inside a name.
NAMES = st.text(alphabet="abcXYZ019 ,;|^~\t'\"&éŵ-().", max_size=30).map(
    lambda text: " ".join(text.split())
)
FIGURES = st.integers(0, 1000).map(lambda tenth: f"{tenth / 10}") | st.sampled_from(("-", "*"))
ROWS = st.lists(
    st.tuples(
        st.sampled_from(("R0A", "00L", "1E5")),
        NAMES,
        st.sampled_from(("2024", "2025")),
        st.integers(1, 9).map(str),
        FIGURES,
        FIGURES,
    ),
    min_size=1,
    max_size=12,
)


@given(
    rows=ROWS,
    delimiter=st.sampled_from(",;\t|^~"),
    codec=st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be")),
    end=st.sampled_from(("\n", "\r\n", "\r")),
    quoting=st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
)
def test_every_cell_comes_back_as_it_was_written(
    rows: list[tuple[str, ...]], delimiter: str, codec: str, end: str, quoting: int
) -> None:
    """In any delimiter, encoding, line end and way of quoting."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerows((HEADER, *rows))
    reading = read_file(buffer.getvalue().encode(codec), "f.txt")
    assert reading.delimiter == delimiter
    assert reading.header == HEADER
    assert [line.cells for line in reading.rows] == rows
    assert [line.number for line in reading.rows] == list(range(2, len(rows) + 2))


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(rows=ROWS, make=st.sampled_from((xlsx, xls, ods)))
def test_every_cell_of_a_workbook_comes_back(rows: list[tuple[str, ...]], make) -> None:
    """Text stays text, also where it looks like a number."""
    (reading,) = read_tables(make({"Data": (HEADER, *rows)}), "f")
    assert reading.header == HEADER
    assert [line.cells for line in reading.rows] == rows


def test_a_control_character_ends_no_table_early() -> None:
    """The rows after it are still rows."""
    data = (
        ",".join(HEADER) + "\n" + "R0A,A,2025,8,6.6,\x1d\n" + "R0A,A,2025,7,6.6,7\n" * 40
    ).encode()
    assert len(read_file(data, "f.csv").rows) == 41


@settings(deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from((b"", b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b'"')),
)
@example(b"\n\x1d", b"a,b\n1,2")
def test_any_bytes_give_a_table_or_one_sentence(data: bytes, begin: bytes) -> None:
    """Nothing else, and every row of a table is as wide as its header."""
    try:
        tables = read_tables(begin + data, "f.csv")
    except FileRefused as refusal:
        assert str(refusal).endswith(".")
        return
    for table in tables:
        assert table.rows
        assert {len(line.cells) for line in table.rows} == {len(table.header)}
