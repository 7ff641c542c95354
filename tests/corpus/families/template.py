"""The project's own template, saved by every program and on every machine."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Figure, Fires, Read, accepted, refused, warned
from tests.corpus.made import (
    GROUPS,
    NAMES,
    SURVEY,
    Count,
    counted,
    ratio,
    survey_count,
    survey_figures,
)
from tests.corpus.writing import Row, csv_text

HEADER = (
    "org_code",
    "wres_year",
    "indicator",
    "staff_group",
    "band",
    "ethnic_group",
    "numerator",
    "denominator",
    "percentage",
    "ratio",
)
# White 151 of 705 shortlisted were appointed, BME 96 of 640: 0.2142 / 0.15 = 1.43.
APPOINTED = {"bme": Count(96, 640), "white": Count(151, 705)}


def tidy_rows(org: str = "ZZP", wres_year: int = 2025) -> list[Row]:
    """Return the rows of one trust and year: indicator 2 with its ratio, and 5 to 8."""
    start = (org, wres_year)
    rows: list[Row] = [
        (*start, 2, "all", "all", group, APPOINTED[group].yes, APPOINTED[group].of, None, None)
        for group in GROUPS
    ]
    rows.append((*start, 2, "all", "all", "all", None, None, None, "1.43"))
    for i in SURVEY:
        for group in GROUPS:
            count = survey_count(org, i, group, wres_year)
            figures = (count.yes, count.of, count.printed(), None)
            rows.append((*start, i, "all", "all", group, *figures))
    return rows


def tidy_figures(org: str = "ZZP", wres_year: int = 2025) -> tuple[Figure, ...]:
    """Return what ``tidy_rows`` must come out as."""
    likelihoods = tuple(counted(org, wres_year, 2, g, APPOINTED[g]) for g in GROUPS)
    printed_ratio = ratio(org, wres_year, 2, "1.43")
    return (*likelihoods, printed_ratio, *survey_figures(org, wres_year=wres_year))


PLAIN = csv_text((HEADER, *tidy_rows()))
FIGURES = tidy_figures()


def _same(file: str, about: str, data: bytes | str, **read: object) -> Case:
    """A file that differs only in how it was saved, and must give the same figures."""
    content = data.encode() if isinstance(data, str) else data
    reads = Read(**({"rows": 11} | read))  # type: ignore[arg-type]
    return Case(file=file, about=about, data=content, read=reads, expects=(accepted(*FIGURES),))


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _orders()
    yield from _encodings()
    yield from _line_ends()
    yield from _other_indicators()


def _orders() -> Iterator[Case]:
    rows = (HEADER, *tidy_rows())
    yield _same("template_plain.csv", "the template as it is downloaded, filled in", PLAIN)
    order = (9, 5, 7, 6, 2, 8, 4, 3, 1, 0)
    moved = csv_text([row[at] for at in order] for row in rows)
    yield _same("template_reordered.csv", "columns in another order", moved)
    upper = csv_text((tuple(h.replace("_", " ").title() for h in HEADER), *tidy_rows()))
    yield _same("template_spaced_headings.csv", "Org Code for org_code", upper)
    case = csv_text((tuple(h.upper() for h in HEADER), *tidy_rows()))
    yield _same("template_upper_case.csv", "headings in capital letters", case)
    for name, sign, ending in (
        ("semicolon", ";", "csv"),
        ("tab", "\t", "tsv"),
        ("pipe", "|", "txt"),
    ):
        text = csv_text(rows, sign)
        yield _same(f"template_{name}.{ending}", f"parted by {name}", text, delimiter=sign)
    said = "sep=;\n" + csv_text(rows, ";")
    yield _same("template_sep_line.csv", "a first line sep=;", said, delimiter=";", header_row=2)


def _encodings() -> Iterator[Case]:
    bom = b"\xef\xbb\xbf" + PLAIN.encode()
    yield _same("template_utf8_bom.csv", "CSV UTF-8 of Excel", bom, encoding="UTF-8 with BOM")
    little, big = PLAIN.encode("utf-16-le"), PLAIN.encode("utf-16-be")
    about = "Unicode text"
    yield _same("template_utf16_le.csv", about, b"\xff\xfe" + little, encoding="UTF-16")
    yield _same("template_utf16_be.csv", about, b"\xfe\xff" + big, encoding="UTF-16")
    yield _same("template_utf16_no_mark.csv", "UTF-16, no mark", little, encoding="UTF-16")
    wide = b"\xff\xfe\x00\x00" + PLAIN.encode("utf-32-le")
    yield _same("template_utf32.csv", "UTF-32", wide, encoding="UTF-32")
    tabs = b"\xff\xfe" + csv_text((HEADER, *tidy_rows()), "\t", "\r\n").encode("utf-16-le")
    yield _same(
        "template_excel_unicode_text.txt",
        "“Unicode Text” of Excel: UTF-16, tabs, CRLF",
        tabs,
        encoding="UTF-16",
        delimiter="\t",
    )
    curly = NAMES["RJ1"].replace("'", "’")
    named = [(*row, curly, "Café survey") for row in tidy_rows("RJ1")]
    old = csv_text(((*HEADER, "org_name", "notes"), *named)).encode("cp1252")
    yield Case(
        file="template_cp1252.csv",
        about="the older Windows encoding: accents and curly apostrophes in names",
        data=old,
        read=Read(encoding="Windows-1252", rows=11),
        expects=(accepted(*tidy_figures("RJ1"), silent=("code_and_name",)),),
    )
    padded = PLAIN.encode() + b"\x00" * 1879
    yield _same("template_nul_padded.csv", "1,879 zero bytes at the end", padded)


def _line_ends() -> Iterator[Case]:
    lines = PLAIN.splitlines()
    yield _same("template_cr_only.csv", "CR only, as an old Macintosh", "\r".join(lines) + "\r")
    yield _same("template_crlf.csv", "CRLF, as Windows", "\r\n".join(lines) + "\r\n")
    mixed = "".join(line + ("\n", "\r\n", "\r")[at % 3] for at, line in enumerate(lines))
    yield _same("template_mixed_ends.csv", "three kinds of line end in one file", mixed)
    yield _same("template_no_last_end.csv", "no end on the last line", "\n".join(lines))


def _other_indicators() -> Iterator[Case]:
    board = {"bme": Count(2, 14), "white": Count(11, 14), "unknown": Count(1, 14)}
    staff = {"bme": Count(60, 262), "white": Count(190, 262), "unknown": Count(12, 262)}
    rows = [
        ("ZZP", 2025, 9, "board", "all", g, c.yes, c.of, None, None) for g, c in board.items()
    ] + [("ZZP", 2025, 1, "clinical", "8a", g, c.yes, c.of, None, None) for g, c in staff.items()]
    figures = tuple(counted("ZZP", 2025, 9, g, c, staff="board") for g, c in board.items())
    figures += tuple(
        counted("ZZP", 2025, 1, g, c, band="8a", staff="clinical") for g, c in staff.items()
    )
    yield Case(
        file="template_workforce_and_board.csv",
        about="indicators 1 and 9: people of each group among everybody, unknown included",
        data=csv_text((HEADER, *rows)).encode(),
        read=Read(rows=6),
        expects=(accepted(*figures),),
    )
    zero = [
        ("ZZP", 2025, 3, "all", "all", "bme", 0, 1480, None, None),
        ("ZZP", 2025, 3, "all", "all", "white", 21, 2310, None, None),
    ]
    yield Case(
        file="template_zero_is_a_figure.csv",
        about="nobody of 1,480 entered the process: zero, which is neither hidden nor missing",
        data=csv_text((HEADER, *zero)).encode(),
        read=Read(rows=2),
        expects=(
            accepted(
                counted("ZZP", 2025, 3, "bme", Count(0, 1480)),
                counted("ZZP", 2025, 3, "white", Count(21, 2310)),
                silent=("hidden_marks", "missing_figures"),
            ),
        ),
    )
    yield Case(
        file="template_header_only.csv",
        about="the template, downloaded and never filled in",
        data=csv_text((HEADER,)).encode(),
        expects=(refused(Fires("", ("no rows",))),),
    )
    yield Case(
        file="template_two_years.csv",
        about="two years of one trust",
        data=csv_text((HEADER, *tidy_rows(wres_year=2024), *tidy_rows())).encode(),
        read=Read(rows=22),
        expects=(accepted(*tidy_figures(wres_year=2024), *FIGURES),),
    )
    later = tidy_rows(wres_year=2026)
    yield Case(
        file="template_break_of_indicator_7.csv",
        about="the question of indicator 7 was reworded for the survey of 2025",
        data=csv_text((HEADER, *tidy_rows(), *later)).encode(),
        read=Read(rows=22),
        expects=(
            warned(
                *FIGURES,
                *tidy_figures(wres_year=2026),
                fires=(Fires("indicator_7_basis", ("2025",)),),
            ),
        ),
    )
