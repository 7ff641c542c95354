"""Files that read well and are wrong: mangled, swapped, flipped, doubled, or of two editions."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Expect, Figure, Fires, refused, says, warned
from tests.corpus.families.template import FIGURES, tidy_rows
from tests.corpus.families.template import HEADER as TIDY
from tests.corpus.families.wide import FIGURES as WIDE
from tests.corpus.families.wide import HEADER, PERCENT
from tests.corpus.made import TRUSTS, Count, counted, printed, survey_count
from tests.corpus.writing import Row, csv_text


def _case(file: str, about: str, rows: list[Row], *expects: Expect) -> Case:
    return Case(file=file, about=about, data=csv_text(rows).encode(), expects=expects)


def _changed(line: int, **cells: object) -> list[Row]:
    """The template with some cells of one line of the file changed."""
    rows: list[Row] = [TIDY, *tidy_rows()]
    old = dict(zip(TIDY, rows[line - 1], strict=True)) | cells
    rows[line - 1] = tuple(old.values())
    return rows


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _mangled()
    yield from _impossible()
    yield from _implausible()
    yield from _doubled()


def _mangled() -> Iterator[Case]:
    yield _case(
        "trap_date_for_number.csv",
        "a spreadsheet program made a date of “3-5”",
        _changed(6, numerator="03-May"),
        refused(Fires("numbers", ("03-May",), (6,))),
    )
    bands = [("ZZP", 2025, 1, "all", band, g, n, 840, None, None)
             for band, g, n in (("07-May", "bme", 420), ("07-May", "white", 380))]  # fmt: skip
    yield _case(
        "trap_date_for_band.csv",
        "bands “5-7” turned into “07-May”",
        [TIDY, *bands],
        refused(Fires("", ("07-May",), (2, 3))),
    )
    serial = _changed(6, numerator="45781")
    yield _case(
        "trap_serial_date.csv",
        "a date kept as its serial number: 45,781 people of 826",
        serial,
        refused(Fires("numerator_within_base", ("45781",), (6,))),
    )


def _impossible() -> Iterator[Case]:
    count = survey_count("ZZP", 5, "white")
    yield _case(
        "trap_more_than_base.csv",
        "numerator and denominator swapped",
        _changed(6, numerator=count.of, denominator=count.yes, percentage=None),
        refused(Fires("numerator_within_base", (str(count.of),), (6,))),
    )
    yield _case(
        "trap_half_a_person.csv",
        "half a person",
        _changed(6, numerator="331.5", percentage=None),
        refused(Fires("counts_whole", ("331.5",), (6,))),
    )
    yield _case(
        "trap_count_without_base.csv",
        "people, and nowhere of how many",
        _changed(6, denominator=None, percentage=None),
        refused(Fires("denominator_given", (str(count.yes),), (6,))),
    )
    share = [(*row[:6], None, None, row[8], None) for row in tidy_rows()[3:5]]
    share = [(*row[:2], 1, *row[3:]) for row in share]
    yield _case(
        "trap_indicator_1_without_people.csv",
        "indicator 1 gives people, not only percentages",
        [TIDY, *share],
        refused(Fires("counts_given", ("indicator 1",), (2, 3))),
    )
    yield _case(
        "trap_unknown_staff_group.csv",
        "a staff group the standard does not have",
        _changed(6, staff_group="volunteers"),
        refused(Fires("known_staff_group", ("volunteers",), (6,))),
    )
    yield _case(
        "trap_two_errors.csv",
        "every error of a file is told at once",
        [
            *_changed(6, ethnic_group="Martian")[:7],
            *_changed(9, numerator="many", indicator=12)[7:],
        ],
        refused(
            Fires("known_ethnic_group", ("Martian",), (6,)),
            Fires("numbers", ("many",), (9,)),
            Fires("known_indicator", ("12",), (9,)),
        ),
    )


def _implausible() -> Iterator[Case]:
    count = survey_count("ZZP", 5, "white")
    yield _case(
        "trap_percentage_disagrees.csv",
        "the percentage and its own counts differ by two points; the counts stand",
        _changed(6, percentage=f"{float(count.printed()) + 2:.1f}"),
        warned(*FIGURES, fires=(Fires("percentage_against_counts", (), (6,)),)),
    )
    swapped = [(*row[:3], row[4], row[3]) for row in PERCENT]
    turned = tuple((*f[:6], {"bme": "white", "white": "bme"}[f[6]], *f[7:]) for f in WIDE)
    yield _case(
        "trap_swapped_groups.csv",
        "the headings of White and BME changed places",
        [HEADER, *swapped],
        warned(*turned, fires=(Fires("swapped_groups"),)),
    )
    yield from _flipped()
    flat = [(*row[:4], "16.0") for row in PERCENT]
    figures = [f if f[6] == "white" else (*f[:9], 0.16, *f[10:]) for f in WIDE]
    yield _case(
        "trap_constant_column.csv",
        "an export that failed fills a column with one value",
        [HEADER, *flat],
        warned(*figures, fires=(Fires("constant_column", ("BME %",)),)),
    )
    small = [("ZZP", 2025, 8, "all", "all", g, yes, of, None, None)
             for g, yes, of in (("bme", 2, 9), ("white", 90, 1277))]  # fmt: skip
    yield _case(
        "trap_small_base.csv",
        "nine people answered: stored, never shown",
        [TIDY, *small],
        warned(
            counted("ZZP", 2025, 8, "bme", Count(2, 9)),
            counted("ZZP", 2025, 8, "white", Count(90, 1277)),
            fires=(Fires("small_bases", ("11",), (2,)),),
        ),
    )
    jump = [(*row[:2], *row[2:4], row[4]) for row in PERCENT[:4]]
    jump[3] = (*jump[3][:3], jump[3][3], "1.6")
    before = [("ZZP", 2024, *row[2:]) for row in PERCENT[:4]]
    figures = [(*f[:9], 0.016, *f[10:]) if (f[3], f[6]) == (8, "bme") else f for f in WIDE[:8]]
    past = [(f[0], 2024, 2023, *f[3:]) for f in WIDE[:8]]
    yield _case(
        "trap_tenfold.csv",
        "16.1% one year and 1.6% the next",
        [HEADER, *before, *jump],
        warned(*figures, *past, fires=(Fires("tenfold_jump", ("indicator 8",)),)),
    )


def _flipped() -> Iterator[Case]:
    flipped: list[Row] = []
    figures: list[Figure] = []
    for org in TRUSTS:
        for i in (5, 6, 8):
            cells = []
            for group in ("white", "bme"):
                share = f"{100 - float(survey_count(org, i, group).printed()):.1f}"
                cells.append(share)
                figures.append(printed(org, 2025, i, group, share))
            flipped.append((org, 2025, i, *cells))
    yield _case(
        "trap_direction_flipped.csv",
        "the share who said never or no, which looks like a very bad trust",
        [HEADER, *flipped],
        warned(*figures, fires=(Fires("direction"),)),
    )


def _doubled() -> Iterator[Case]:
    rows: list[Row] = [TIDY, *tidy_rows(), tidy_rows()[5]]
    yield _case(
        "trap_same_row_twice.csv",
        "one row twice with the same figure: kept once",
        rows,
        warned(*FIGURES, fires=(Fires("duplicates", (), (7, 13)),)),
    )
    other = (*tidy_rows()[5][:6], 200, 800, None, None)
    yield _case(
        "trap_same_key_other_figure.csv",
        "one figure twice with different values: nobody but a person can say which is right",
        [TIDY, *tidy_rows(), other],
        refused(Fires("duplicates", (), (7, 13))),
    )
    parts = {"bme": 60, "white": 190, "unknown": 40}
    yield _case(
        "trap_parts_above_total.csv",
        "the parts of a band add up to more than the band: a total among the parts",
        [TIDY, *(("ZZP", 2025, 1, "all", "8a", g, n, 262, None, None) for g, n in parts.items())],
        refused(Fires("parts_within_total", ("290", "262"), (2, 3, 4))),
    )
    header = ("edition", *HEADER)
    old = [("Published 2024", *row) for row in PERCENT[:4]]
    new = [("Published 2025", *row[:4], f"{float(str(row[4])) + 0.4:.1f}") for row in PERCENT[:4]]
    yield _case(
        "trap_two_editions.csv",
        "two editions of the same figures: history is restated, and they must not be mixed",
        [header, *old, *new],
        refused(says("different values")),
    )
    two = [(*row[:3], "White", row[3]) for row in PERCENT] + [
        (*row[:3], "BME", row[4]) for row in PERCENT
    ]
    alone = [row for row in two if not (row[0] == "RX1" and row[3] == "White")]
    figures = [f for f in WIDE if not (f[0] == "RX1" and f[6] == "white")]
    yield _case(
        "trap_one_group_only.csv",
        "one trust gives BME without White, so no gap can be given",
        [("org_code", "wres_year", "indicator", "ethnicity", "percentage"), *alone],
        warned(*figures, fires=(Fires("both_groups"),)),
    )
