"""How large an uploaded file may be. Every limit is named here and nowhere else."""

from __future__ import annotations

from typing import NoReturn

from wres.errors import FileRefused

LARGEST_FILE_BYTES = 20 * 1024 * 1024
# A survey extract has a row a person; it is counted in a stream and never held. The page takes
# what a browser can send; the command line takes a national file.
LARGEST_RESPONDENT_FILE_BYTES = 200 * 1024 * 1024
LARGEST_RESPONDENT_FILE_ON_DISK = 8 * 1024 * 1024 * 1024
RESPONDENT_ROWS_LOOKED_AT = 200
MOST_RESPONDENT_COLUMNS = 2_000
MOST_LABELS = 5_000
# The survey's benchmark workbook sets five years of every measure side by side.
MOST_COLUMNS = 5_000
MOST_ROWS = 110_000
MOST_CELLS = 2_000_000
LONGEST_CELL = 2_000
LONGEST_LINE = 256 * 1024
# Title rows stand above a header; a header further down than this is not one.
LINES_SEARCHED_FOR_HEADER = 60
# Headings are looked for in so many cells of those lines at most.
CELLS_SEARCHED_FOR_HEADER = 10_000
# A column with bands or ethnic groups under no known heading is looked for among so many of them.
UNNAMED_COLUMNS_SEARCHED = 200
# A workbook is an archive; what it may unpack to, and how many times its own size.
MOST_UNPACKED_BYTES = 200 * 1024 * 1024
MOST_UNPACKED_RATIO = 100
MOST_ARCHIVE_PARTS = 1_000
# The text of a Word document with its table, without pictures.
LARGEST_DOCUMENT_BYTES = 20 * 1024 * 1024
MOST_SHEETS = 150
LONGEST_SHEET_NAME = 100
# What the process that reads a workbook may take: processor time, so that a busy machine refuses
# no sound file, and a longer wait in case it stands still.
WORKBOOK_SECONDS = 4
# Both sides work at once, and the server's own may have to wait for its visitors.
WORKBOOK_WAIT_SECONDS = 60
# All text of a workbook. What is said once in it can be asked for in two million cells.
WORKBOOK_TEXT_BYTES = 100 * 1024 * 1024
WORKBOOK_MEMORY_BYTES = 400 * 1024 * 1024
# Messages name the first few lines; a page lists the rest.
LINES_NAMED = 5


def refuse_large_file(size: int) -> None:
    """Return nothing if a file of this many bytes may be read.

    Raises:
        FileRefused: If it is larger than the limit.
    """
    if size > LARGEST_FILE_BYTES:
        raise FileRefused(
            f"The file is {size / 1024 / 1024:.1f} MB and the limit is "
            f"{LARGEST_FILE_BYTES // 1024 // 1024} MB; upload one year or one organisation at a "
            "time."
        )


def refuse_large_extract(size: int, largest: int = LARGEST_RESPONDENT_FILE_BYTES) -> None:
    """Return nothing if a survey extract of this many bytes may be counted.

    Raises:
        FileRefused: If it is larger than the limit.
    """
    if size > largest:
        raise FileRefused(
            f"The survey extract is {size / 1024 / 1024:,.0f} MB and the limit is "
            f"{largest // 1024 // 1024:,} MB. Keep only the columns of questions, year, "
            "organisation, ethnic group and band, or check it on the command line."
        )


def refuse_long_lines(text: str) -> None:
    """Return nothing if no line of the text is longer than the limit.

    Raises:
        FileRefused: If one is; the message names the line.
    """
    if len(text) <= LONGEST_LINE:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise FileRefused(
                f"Line {number} is {len(line):,} characters long and the limit is "
                f"{LONGEST_LINE:,}. Save the table again as CSV, one row to a line."
            )


def refuse_many_columns(count: int, line: int) -> None:
    """Return nothing if a table may have this many columns.

    Raises:
        FileRefused: If there are more than the limit.
    """
    if count > MOST_COLUMNS:
        raise FileRefused(
            f"Line {line} has {count:,} columns and the limit is {MOST_COLUMNS:,}; keep only the "
            "columns with WRES figures."
        )


def refuse_large_table(rows: int, cells: int) -> None:
    """Return nothing if a table may have this many rows and cells.

    Raises:
        FileRefused: If there are more than the limit.
    """
    if cells > MOST_CELLS:
        raise FileRefused(
            f"The table has more than {MOST_CELLS:,} cells, the limit; keep only the columns with "
            "WRES figures."
        )
    if rows > MOST_ROWS:
        raise FileRefused(
            f"The file has more than {MOST_ROWS:,} rows, the limit; split it by year or by "
            "organisation."
        )


def refuse_long_cell(cell: str, line: int) -> None:
    """Return nothing if a cell may hold this text.

    Raises:
        FileRefused: If it is longer than the limit; the message names the line.
    """
    if len(cell) > LONGEST_CELL:
        raise FileRefused(
            f"A cell on line {line} is {len(cell):,} characters long and the limit is "
            f"{LONGEST_CELL:,}. Check for a quotation mark that is never closed, or long text."
        )


def refuse_unpacked(unpacked: int, packed: int) -> None:
    """Return nothing if an archive of ``packed`` bytes may unpack to this many bytes.

    Raises:
        FileRefused: If it would be too large, or too many times its own size.
    """
    megabytes = unpacked / 1024 / 1024
    if unpacked > MOST_UNPACKED_BYTES:
        raise FileRefused(
            f"The workbook unpacks to {megabytes:,.0f} MB and the limit is "
            f"{MOST_UNPACKED_BYTES // 1024 // 1024} MB; keep only the sheets with WRES figures."
        )
    if unpacked > MOST_UNPACKED_RATIO * max(1, packed):
        raise FileRefused(
            f"The workbook unpacks to {unpacked // max(1, packed):,} times its own size and the "
            f"limit is {MOST_UNPACKED_RATIO} times. Save the sheet with the figures as CSV."
        )


def refuse_many_parts() -> NoReturn:
    """Return never: an archive has too many parts.

    Raises:
        FileRefused: Always.
    """
    raise FileRefused(
        f"The file is an archive of more than {MOST_ARCHIVE_PARTS:,} parts, the limit; save the "
        "sheet with the figures as CSV."
    )


def refuse_many_sheets(count: int) -> None:
    """Return nothing if a workbook may have this many sheets.

    Raises:
        FileRefused: If there are more than the limit.
    """
    if count > MOST_SHEETS:
        raise FileRefused(
            f"The workbook has {count:,} sheets and the limit is {MOST_SHEETS}; keep only the "
            "sheets with WRES figures."
        )


def refuse_many_labels(count: int, heading: str) -> None:
    """Return nothing if a column of a survey extract may have this many different labels.

    Raises:
        FileRefused: If there are more than the limit.
    """
    if count > MOST_LABELS:
        raise FileRefused(
            f"The column “{heading[:60]}” has more than {MOST_LABELS:,} different labels, so it "
            "cannot be what its heading says. Check that headings and columns belong together."
        )
