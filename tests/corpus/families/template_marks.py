"""The template with what people leave around it: titles, notes, quotes, totals, ragged rows."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Expect, Fires, Read, accepted, refused, warned
from tests.corpus.families.template import FIGURES, HEADER, PLAIN, tidy_rows
from tests.corpus.writing import Row, csv_text

_LINES = PLAIN.splitlines(keepends=True)


def _case(file: str, about: str, text: str, expect: Expect, read: Read | None = None) -> Case:
    return Case(file=file, about=about, data=text.encode(), read=read, expects=(expect,))


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _quotes()
    yield from _around()
    yield from _totals()
    yield from _ragged()


def _quotes() -> Iterator[Case]:
    noted = [(*row, "as 'agreed' by \"HR\", see note") for row in tidy_rows()]
    text = csv_text(((*HEADER, "notes"), *noted))
    fine = accepted(*FIGURES)
    yield _case("marks_doubled_quotes.csv", "quotes in a quoted cell", text, fine, Read(rows=11))
    single = "".join(
        ",".join(f"'{cell}'" for cell in line.rstrip("\n").split(",")) + "\n" for line in _LINES
    )
    yield _case("marks_single_quotes.csv", "cells in single quotes", single, fine, Read(rows=11))
    every = single.replace("'", '"')
    yield _case("marks_all_quoted.csv", "every cell in quotes", every, fine, Read(rows=11))
    broken = [(*row, "first line\nsecond line") for row in tidy_rows()]
    text = csv_text(((*HEADER, "notes"), *broken))
    yield _case("marks_line_breaks.csv", "line breaks in cells", text, fine, Read(rows=11))
    broken[5] = (*broken[5][:8], "many", None, "first line\nsecond line")
    yield _case(
        "marks_line_breaks_then_error.csv",
        "a wrong cell after cells with line breaks is named by its line in the file",
        csv_text(((*HEADER, "notes"), *broken)),
        refused(Fires("numbers", ("many",), (12,))),
    )
    open_quote = PLAIN.replace("ZZP,2025,6", '"ZZP,2025,6', 1)
    yield _case(
        "marks_open_quote.csv",
        "a quotation mark that is never closed must not swallow the rows below it",
        open_quote,
        refused(),
    )


def _around() -> Iterator[Case]:
    fine = accepted(*FIGURES)
    titles = "Workforce Race Equality Standard\nPrepared by the EDI team\n\n" + PLAIN
    yield _case(
        "marks_title_rows.csv", "two title lines above", titles, fine, Read(header_row=4, rows=11)
    )
    notes = PLAIN + "\n* fewer than 11 people\nSource: Electronic Staff Record\n"
    yield _case("marks_footnotes.csv", "notes below", notes, fine, Read(rows=11))
    blank = "".join(line + (",,,,,,,,,\n" if at % 3 else "\n") for at, line in enumerate(_LINES))
    yield _case("marks_blank_lines.csv", "empty lines between rows", blank, fine, Read(rows=11))
    trailing = PLAIN.replace("\n", ",,,\n")
    yield _case(
        "marks_trailing_delimiters.csv", "commas at every line's end", trailing, fine, Read(rows=11)
    )
    spaced = "\n".join(
        ",".join(f" {cell}\u00a0" for cell in line.split(",")) for line in PLAIN.splitlines()
    )
    yield _case("marks_spaces.csv", "spaces and no-break spaces around cells", spaced, fine)


def _totals() -> Iterator[Case]:
    total: list[Row] = [("Total", 2025, 8, "all", "all", "all", 219, 2080, None, None)]
    yield _case(
        "marks_total_row.csv",
        "a row of totals at the end is left out and named",
        csv_text((HEADER, *tidy_rows(), *total)),
        warned(*FIGURES, fires=(Fires("left_out", ("total",), (13,)),)),
    )
    twice = [*tidy_rows()[:5], HEADER, *tidy_rows()[5:]]
    yield _case(
        "marks_header_again.csv",
        "two pages pasted below each other: the header stands again in the middle",
        csv_text((HEADER, *twice)),
        accepted(*FIGURES),
    )
    headings = tuple("percentage" if h == "denominator" else h for h in HEADER)
    yield _case(
        "marks_heading_twice.csv",
        "two columns of one name",
        csv_text((headings, *tidy_rows())),
        refused(Fires("duplicate_headers", ("percentage",))),
    )


def _ragged() -> Iterator[Case]:
    lines = list(_LINES)
    lines[4] = lines[4].rstrip("\n").rstrip(",") + "\n"
    yield _case(
        "marks_short_row.csv",
        "one row ends early",
        "".join(lines),
        warned(*FIGURES, fires=(Fires("short_lines", (), (5,)),)),
        Read(rows=11),
    )
    lines = list(_LINES)
    lines[4] = lines[4].rstrip("\n") + ",9\n"
    yield _case(
        "marks_long_row.csv",
        "one row has more cells than the header, so its cells may have moved",
        "".join(lines),
        refused(Fires("long_lines", (), (5,))),
    )
