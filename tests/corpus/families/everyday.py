"""What happens to tables on their way: comparators beside figures, merged cells, second tables."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Expect, Fires, Read, accepted, refused, warned
from tests.corpus.families.long import long_figures, long_rows
from tests.corpus.families.template import FIGURES, PLAIN, tidy_rows
from tests.corpus.families.template import HEADER as TIDY
from tests.corpus.families.wide import FIGURES as WIDE
from tests.corpus.families.wide import HEADER, PERCENT
from tests.corpus.made import NAMES, SURVEY, Count, counted, printed, ratio, survey_count
from tests.corpus.writing import Row, csv_text


def _case(file: str, about: str, rows: list[Row], *expects: Expect) -> Case:
    return Case(file=file, about=about, data=csv_text(rows).encode(), expects=expects)


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _comparators()
    yield from _ratios_among_shares()
    yield from _merged_down()
    yield from _small_counts()
    yield from _names_and_codes()
    yield from _texts()
    yield from _words()


def _comparators() -> Iterator[Case]:
    for name, heads in (
        ("benchmark", ("Benchmark White %", "Benchmark BME %")),
        ("last_year", ("White % last year", "BME % last year")),
        ("target", ("Target White %", "Target BME %")),
        ("peer_group", ("Acute trusts White %", "Acute trusts BME %")),
    ):
        rows = [(*row, f"2{at % 9}.7", f"2{at % 8}.3") for at, row in enumerate(PERCENT)]
        yield _case(
            f"everyday_{name}_columns.csv",
            f"“{heads[1]}” beside “BME %” is not the trust's own figure of this year",
            [(*HEADER, *heads), *rows],
            warned(*WIDE, fires=(Fires("unknown_columns", (heads[1],)),)),
        )
    gaps = [(*row, f"{float(str(row[4])) - float(str(row[3])):.1f}") for row in PERCENT]
    yield _case(
        "everyday_gap_column.csv",
        "the gap is worked out here; a printed one is not needed",
        [(*HEADER, "Gap (percentage points)"), *gaps],
        accepted(*WIDE),
    )


def _ratios_among_shares() -> Iterator[Case]:
    rows: list[Row] = [("ZZP", 2025, 2, None, None, "1.43")]
    rows += [(*row, None) for row in PERCENT[:4]]
    yield _case(
        "everyday_ratio_column.csv",
        "a column for the relative likelihood, empty where there is none",
        [(*HEADER, "Relative likelihood"), *rows],
        accepted(ratio("ZZP", 2025, 2, "1.43"), *WIDE[:8]),
    )
    mixed: list[Row] = [("ZZP", 2025, 2, "", "1.43")]
    for i in SURVEY:
        for group in ("white", "bme"):
            mixed.append(("ZZP", 2025, i, group.title(), survey_count("ZZP", i, group).printed()))
    yield _case(
        "everyday_one_value_column.csv",
        "one column of values: a ratio for indicator 2, percentages for 5 to 8",
        [("org_code", "wres_year", "indicator", "ethnicity", "value"), *mixed],
        accepted(ratio("ZZP", 2025, 2, "1.43"), *WIDE[:8]),
    )
    rates: list[Row] = [("RX1", 2025, 2, "21.4", "15.0"), ("RNN", 2025, 2, "0.214", "0.150")]
    yield _case(
        "everyday_mixed_likelihoods.csv",
        "21.4 and 0.214 for the same kind of figure: nobody appoints 0.2% of those shortlisted",
        [HEADER, *rates],
        refused(Fires("scale_not_mixed", ("0.214",), (3,))),
    )


def _merged_down() -> Iterator[Case]:
    people = {"bme": 60, "white": 190, "unknown": 12}
    rows = [
        ("ZZP", 2025, 1, "all", "8a" if g == "bme" else None, g, n, 262, None, None)
        for g, n in people.items()
    ]
    yield _case(
        "everyday_merged_band.csv",
        "the band was merged over three rows and stands in the first only: the others are not "
        "“all bands”",
        [TIDY, *rows],
        refused(Fires("", ("band",), (3, 4))),
    )
    rows = [
        (*row[:2], row[2] if at % 2 == 0 else None, *row[3:])
        for at, row in enumerate(tidy_rows()[3:])
    ]
    yield _case(
        "everyday_merged_indicator.csv",
        "the indicator was merged over two rows",
        [TIDY, *rows],
        refused(Fires("known_indicator", (), (3, 5, 7, 9))),
    )
    sections = [TIDY, ("Likelihoods",), *tidy_rows()[:3], ("Staff survey",), *tidy_rows()[3:]]
    yield _case(
        "everyday_section_rows.csv",
        "rows between the figures that are headings of what follows: they may say what no column "
        "says, so they are named and not dropped",
        sections,
        refused(Fires("known_organisation", ("Staff survey",), (2, 6))),
    )
    second = [("Indicator", "White", "BME"), (9, "78.6", "14.3")]
    yield _case(
        "everyday_second_table.csv",
        "a second table with its own header below the first",
        [TIDY, *tidy_rows(), (), *second],
        refused(),
    )


def _small_counts() -> Iterator[Case]:
    header = ("org_code", "wres_year", "indicator", "measure", "White", "BME")
    rows = [("ZZP", 2025, 3, "Number of staff entering the formal disciplinary process", 21, 22)]
    yield _case(
        "everyday_small_counts.csv",
        "21 and 22 people, or 21% and 22%: either way far more than at any trust, and that is said",
        [("org_code", "wres_year", "indicator", "description", "White", "BME"), *rows],
        warned(
            printed("ZZP", 2025, 3, "white", "21"),
            printed("ZZP", 2025, 3, "bme", "22"),
            fires=(Fires("", ("21",), (2,)),),
        ),
    )
    yield _case(
        "everyday_small_counts_2.csv",
        "people counted, by the words of the row, and nowhere of how many",
        [("org_code", "wres_year", "indicator", "item", *header[4:]), *rows],
        refused(),
    )
    numbers = ("org_code", "wres_year", "indicator", "Number of White staff", "Number of BME staff")
    yield _case(
        "everyday_numbers_of_staff.csv",
        "headings that say numbers, and nowhere of how many",
        [numbers, ("ZZP", 2025, 3, 21, 22)],
        refused(Fires("denominator_given", ("21",), (2,))),
    )


def _names_and_codes() -> Iterator[Case]:
    yield _case(
        "everyday_code_under_trust.csv",
        "a column “Trust” that holds codes",
        [("Trust", *HEADER[1:]), *PERCENT],
        accepted(*WIDE),
    )
    rows = [("" if row[0] == "RX1" else row[0], *row[1:], NAMES[str(row[0])]) for row in PERCENT]
    yield _case(
        "everyday_name_where_code_is_blank.csv",
        "where a code is missing, the name says which trust it is",
        [(*HEADER, "Trust name"), *rows],
        accepted(*WIDE),
    )
    rows = [(f"{row[0]} - {NAMES[str(row[0])]}", *row[1:]) for row in PERCENT]
    yield _case(
        "everyday_code_and_name_in_one.csv",
        "code and name in one cell are named, not guessed",
        [HEADER, *rows],
        refused(Fires("known_organisation", ("RX1 - ",))),
    )


def _texts() -> Iterator[Case]:
    fine = accepted(*FIGURES)
    said = b"\xef\xbb\xbfsep=,\r\n" + PLAIN.replace("\n", "\r\n").encode()
    read = Read(encoding="UTF-8 with BOM", header_row=2, rows=11)
    yield Case(
        file="everyday_mark_and_sep.csv",
        about="a byte order mark and a line sep=,",
        data=said,
        read=read,
        expects=(fine,),
    )
    old = PLAIN.encode() + b"\x1a"
    yield Case(
        file="everyday_ctrl_z.csv", about="Ctrl-Z at the end, as DOS", data=old, expects=(fine,)
    )
    broken = [("org_code", "wres_year", "indicator", "White\n%", "BME\n%"), *PERCENT]
    yield _case("everyday_break_in_heading.csv", "line breaks in headings", broken, accepted(*WIDE))
    numbered = [("", *HEADER), *((at, *row) for at, row in enumerate(PERCENT, start=1))]
    yield _case("everyday_row_numbers.csv", "a column of row numbers", numbered, accepted(*WIDE))
    both = [(*HEADER, "BAME %"), *((*row, row[4]) for row in PERCENT)]
    yield _case(
        "everyday_bme_and_bame.csv",
        "two columns that mean the same",
        both,
        refused(Fires("same_meaning", ("BME %", "BAME %"))),
    )
    dashes = csv_text([HEADER, *((*row[:3], "–", "–") for row in PERCENT[:1]), *PERCENT[1:]])
    hidden = [(*f[:9], None, f[10], "hidden") if (f[0], f[3]) == ("ZZP", 5) else f for f in WIDE]
    yield Case(
        file="everyday_dash_cp1252.csv",
        about="an en dash of the older Windows encoding hides two figures",
        data=dashes.encode("cp1252"),
        read=Read(encoding="Windows-1252", rows=12),
        expects=(warned(*hidden, fires=(Fires("hidden_marks", (), (2,)),)),),
    )


def _words() -> Iterator[Case]:
    header = ("org_code", "survey_year", "indicator", "ethnicity", "base", "percentage")
    texts = {
        5: "5. Harassment, bullying or abuse from patients, relatives or the public",
        6: "6. Harassment, bullying or abuse from staff",
        7: "7. Equal opportunities for career progression or promotion",
        8: "8. Discrimination from a manager, team leader or other colleagues",
    }
    fine = accepted(*long_figures())
    yield _case(
        "everyday_number_and_words.csv",
        "“5. Harassment, …”: the number stands in front of the words",
        [header, *long_rows(texts)],
        fine,
    )
    dated = [(row[0], "31-Mar-25", *row[2:]) for row in long_rows({i: i for i in SURVEY})]
    yield _case(
        "everyday_excel_date.csv",
        "31-Mar-25, as a spreadsheet program shows 31 March 2025",
        [("org_code", "as_at", *header[2:]), *dated],
        fine,
    )
    bands = {"Band 8 - Range A": "8a", "Band 8 - Range B": "8b", "Review Body Band 5": "5"}
    numbers = {"8a": (60, 190), "8b": (31, 120), "5": (420, 380)}
    rows, figures = [], []
    for written, band in bands.items():
        for group, number in zip(("bme", "white"), numbers[band], strict=True):
            of = sum(numbers[band]) + 12
            rows.append(("ZZP", 2025, 1, "all", written, group, number, of, None, None))
            figures.append(counted("ZZP", 2025, 1, group, Count(number, of), band=band))
    yield _case(
        "everyday_esr_bands.csv", "bands as ESR writes them", [TIDY, *rows], accepted(*figures)
    )
    every = {5: "27.0", 6: "23.9", 8: "10.2"}
    whole = [("ZZP", 2025, i, "All staff", share) for i, share in every.items()]
    both = [("ZZP", 2025, i, g.title(), survey_count("ZZP", i, g).printed())
            for i in (5, 6, 8) for g in ("white", "bme")]  # fmt: skip
    shares = [printed("ZZP", 2025, i, "all", share) for i, share in every.items()]
    shares += [f for f in WIDE[:8] if f[3] != 7]
    yield _case(
        "everyday_all_staff.csv",
        "all staff beside the two groups, as a figure of its own",
        [("org_code", "wres_year", "indicator", "ethnicity", "percentage"), *both, *whole],
        accepted(*shares),
    )
