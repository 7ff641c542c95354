"""One corrupted file for each check of cells, totals, patterns, history and what is held."""

from __future__ import annotations

from dataclasses import dataclass

from wres.results import Result, Results
from wres.upload.mapping import Choices

from .files import held_row, table

WIDE = "org_code,wres_year,indicator,white,bme"
LONG = (
    "org_code,wres_year,indicator,staff_group,band,ethnicity,numerator,denominator,percentage,ratio"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrupted:
    """A corrupted file, what its check says of it, and what it is read with."""

    data: bytes
    words: str
    lines: tuple[int, ...] = ()
    outcome: str = "warn"
    choices: Choices | None = None
    name: str = "f.csv"
    held: tuple[Result, ...] = ()

    @property
    def known(self) -> Results:
        """What is held already."""
        return Results(self.held)


def wide(*rows: str) -> bytes:
    """A wide file of percentages."""
    return table(WIDE, *rows)


def long(*rows: str) -> bytes:
    """A long file with every column."""
    return table(LONG, *rows)


def year_of(wres_year: int, *pairs: tuple[float, float], code: str = "R0A") -> tuple[Result, ...]:
    """A held year of indicators 5, 6, 7 and 8: pairs of White and BME, 0 to 1."""
    return tuple(
        held_row(code, wres_year, number, group, value)
        for number, pair in zip((5, 6, 7, 8), pairs, strict=False)
        for group, value in zip(("white", "bme"), pair, strict=True)
    )


USUAL = ((0.21, 0.26), (0.19, 0.23), (0.58, 0.48), (0.066, 0.161))
NOW = (
    "R0A,2025,5,21.4,25.2",
    "R0A,2025,6,19.5,23.3",
    "R0A,2025,7,58.4,48.4",
    "R0A,2025,8,6.6,16.1",
)
TURNED = ("R0A,2025,5,24.6,21.4", "R0A,2025,6,23.3,19.5", "R0A,2025,7,48.4,58.4")
SAME = ("R0A,2025,5,21,26", "R0A,2025,6,19,23", "R0A,2025,7,58,48", "R0A,2025,8,6.6,16.1")
TRUSTS = tuple(
    held_row(f"T{at:02}", 2025, 8, group, base + at / 1000)
    for at in range(24)
    for group, base in (("white", 0.06), ("bme", 0.14))
)
RATIOS = tuple(held_row("R0A", year, 2, "ratio", 1.5) for year in (2022, 2023, 2024))
HEADS = tuple(
    held_row("R0A", 2024, 1, group, top / 4000, numerator=top, denominator=4000)
    for group, top in (("bme", 1400), ("white", 2400))
)


def heads(base: int) -> bytes:
    """A workforce of this many people, a third of them BME."""
    return long(
        f"R0A,2025,1,,,BME,{base // 3},{base},,", f"R0A,2025,1,,,White,{base // 2},{base},,"
    )


CELLS = {
    "formula_cells": Corrupted(
        data=wide("R0A,2025,8,=A1*2,16.1"), words="“=A1*2” is a formula", lines=(2,), outcome="fail"
    ),
    "formula_headings": Corrupted(
        data=table(WIDE + ",=SUM(B1)", "R0A,2025,8,6.6,16.1,3"),
        words="“=SUM(B1)” is a formula",
        lines=(1,),
        outcome="fail",
    ),
    "spreadsheet_errors": Corrupted(
        data=wide("R0A,2025,8,#DIV/0!,16.1"),
        words="“#DIV/0!” is an error",
        lines=(2,),
        outcome="fail",
    ),
    "garbled_text": Corrupted(
        data=table(WIDE + ",note", "R0A,2025,8,6.6,16.1,cafÃ©"), words="“cafÃ©”", lines=(2,)
    ),
    "blank_heading": Corrupted(
        data=table("org_code,wres_year,indicator,,white,bme", "R0A,2025,8,44,6.6,16.1"),
        words="without a heading",
        lines=(2,),
    ),
    "personal_content": Corrupted(
        data=table(WIDE + ",Contact", "R0A,2025,8,6.6,16.1,jo@example.org"),
        words="“Contact” look like details of people",
        outcome="fail",
    ),
    "free_text": Corrupted(
        data=table(WIDE + ",Said", "R0A,2025,8,6.6,16.1,I was shouted at by my manager"),
        words="“Said” holds sentences",
        outcome="fail",
    ),
    "chosen_organisation": Corrupted(
        data=wide("R0A,2025,8,6.6,16.1", "R1H,2025,8,7.1,15.2"),
        words="1 other organisation (“R1H”)",
        lines=(3,),
        choices=Choices(org_code="R0A"),
    ),
    "chosen_year": Corrupted(
        data=wide("R0A,2025,8,6.6,16.1"),
        words="WRES year 2024 was chosen, and the row says 2025",
        lines=(2,),
        choices=Choices(wres_year=2024),
    ),
    "year_in_name": Corrupted(
        data=wide("R0A,2025,8,6.6,16.1"), words="The name says 2021", name="wres 2021.csv"
    ),
    "year_in_title": Corrupted(
        data=table("WRES return 2021", "", WIDE, "R0A,2025,8,6.6,16.1"), words="The title says 2021"
    ),
    "decimal_marks": Corrupted(
        data=table(WIDE.replace(",", ";"), "R0A;2025;8;6,6;16.1", "R0A;2025;5;21.1;25.2"),
        words="“6,6” has a comma",
        lines=(2,),
    ),
}
WORDS = {
    "mangled_band": Corrupted(
        data=long("R0A,2025,1,,3-May,BME,20,100,,"),
        words="“3-May” is a date where a band belongs",
        lines=(2,),
        outcome="fail",
    ),
    "mangled_code": Corrupted(
        data=wide("1.00E+05,2025,8,6.6,16.1"),
        words="“1.00E+05” is a number or date",
        lines=(2,),
        outcome="fail",
    ),
    "lost_zeros": Corrupted(
        data=wide("L,2025,8,6.6,16.1"),
        words="“L” is no organisation code",
        lines=(2,),
        outcome="fail",
    ),
    "mangled_words": Corrupted(
        data=long("R0A,2025,2025-05-03,,,BME,,,16.1,"),
        words="“2025-05-03” is a date where a word",
        lines=(2,),
        outcome="fail",
    ),
    "question_of_other_year": Corrupted(
        data=table("org,survey_year,question,white,bme", "R0A,2019,Q15,6.6,16.1"),
        words="“Q15 in survey 2019” is another question",
        lines=(2,),
        outcome="fail",
    ),
    "future_year": Corrupted(
        data=long("R0A,2034,1,,,BME,20,100,,"), words="WRES year 2034 has not come", lines=(2,)
    ),
    "survey_not_run": Corrupted(
        data=wide("R0A,2034,8,6.6,16.1"), words="survey 2033 come out in spring 2034", lines=(2,)
    ),
    "board_group": Corrupted(
        data=long("R0A,2025,1,board,,BME,2,14,,"),
        words="indicator 1 is given for “board”",
        lines=(2,),
    ),
    "band_fits_staff_group": Corrupted(
        data=long("R0A,2025,1,clinical,Consultant,BME,20,100,,"),
        words="“Consultant” is given for “clinical”",
        lines=(2,),
    ),
    "merged_beside_successor": Corrupted(
        data=wide("RRP,2026,8,6.6,16.1", "G6V2S,2026,8,7.1,15.2"),
        words="RRP and G6V2S, which it was merged into",
        lines=(2,),
    ),
    "merged_band": Corrupted(
        data=long("R0A,2025,1,,8a,BME,30,100,,", "R0A,2025,1,,,White,60,100,,"),
        words="“White” is without a band",
        lines=(3,),
        outcome="fail",
    ),
    "row_without_place": Corrupted(
        data=wide("R1H,2025,8,6.6,16.1", ",2025,5,21.4,25.2"),
        words="other rows do not name the one you chose",
        lines=(3,),
        outcome="fail",
        choices=Choices(org_code="R0A"),
    ),
    "counts_by_words": Corrupted(
        data=table(
            "org_code,wres_year,indicator,item,white,bme",
            "R0A,2025,3,Number of staff entering the formal disciplinary process,21,22",
        ),
        words="a count by the words of its row",
        lines=(2,),
        outcome="fail",
    ),
    "rows_for_all": Corrupted(
        data=wide(
            *(
                f"{code},2025,{n},6.{at},16.{at}"
                for at, code in enumerate(("R0A", "R1H", "RRV", "G6V2S", "00L", "ZZP"))
                for n in (5, 8)
                if (code, n) != ("RRV", 5)
            )
        ),
        words="Indicator 5 has no row for “RRV”",
    ),
}
TOTALS = {
    "parts_below_total": Corrupted(
        data=long(
            "R0A,2025,1,,5,BME,30,100,,",
            "R0A,2025,1,,5,White,60,100,,",
            "R0A,2025,1,,5,Unknown,9,100,,",
        ),
        words="add up to 99, and the band or board has 100 (1 person apart)",
        lines=(2, 3, 4),
    ),
    "base_differs": Corrupted(
        data=long("R0A,2025,1,,5,BME,30,100,,", "R0A,2025,1,,5,White,60,101,,"),
        words="(100, 101)",
        lines=(2, 3),
        outcome="fail",
    ),
    "groups_against_all": Corrupted(
        data=long(
            "R0A,2025,8,,,BME,30,200,,", "R0A,2025,8,,,White,60,800,,", "R0A,2025,8,,,All,88,1000,,"
        ),
        words="the groups add up to 90, and the row for all says 88 (2 people apart)",
        lines=(2, 3, 4),
    ),
    "ethnic_parts": Corrupted(
        data=long(
            *(
                f"R0A,2025,1,,,{g},{n},100,,"
                for g, n in (
                    ("Asian", 10),
                    ("Black", 8),
                    ("Mixed", 4),
                    ("Other", 3),
                    ("BME", 24),
                    ("White", 70),
                )
            )
        ),
        words="add up to 25, and BME says 24",
        lines=(2, 3, 4, 5, 6),
    ),
    "bands_against_all": Corrupted(
        data=long(
            "R0A,2025,1,,5,BME,30,100,,",
            "R0A,2025,1,,6,BME,40,100,,",
            "R0A,2025,1,,all,BME,69,300,,",
        ),
        words="the bands add up to 70, and “all” says 69",
        lines=(2, 3, 4),
    ),
    "staff_groups_against_all": Corrupted(
        data=long(
            "R0A,2025,1,clinical,,BME,30,100,,",
            "R0A,2025,1,non-clinical,,BME,40,100,,",
            "R0A,2025,1,medical,,BME,20,50,,",
            "R0A,2025,1,all,,BME,91,250,,",
        ),
        words="add up to 90, and “all” says 91",
        lines=(2, 3, 4, 5),
    ),
    "board_parts": Corrupted(
        data=long("R0A,2025,9,board voting,,BME,4,10,,", "R0A,2025,9,board,,BME,3,14,,"),
        words="voting or executive members are 4, and the board has 3",
        lines=(2, 3),
    ),
    "all_between": Corrupted(
        data=long(
            "R0A,2025,8,,,BME,,,16.1,", "R0A,2025,8,,,White,,,6.6,", "R0A,2025,8,,,All,,,19.5,"
        ),
        words="all staff is 19.5%, and its parts run from 6.6% to 16.1%",
        lines=(4,),
    ),
    "bme_between": Corrupted(
        data=long(
            *(
                f"R0A,2025,8,,,{g},,,{n},"
                for g, n in (
                    ("Asian", 15.2),
                    ("Black", 18.1),
                    ("Mixed", 14.4),
                    ("Other", 17.0),
                    ("BME", 14.1),
                    ("White", 6.6),
                )
            )
        ),
        words="BME is 14.1%, and its parts run from 14.4% to 18.1%",
        lines=(6,),
    ),
    "percentage_of_nobody": Corrupted(
        data=long("R0A,2025,8,,,BME,,0,16.1,"),
        words="“16.1” is given of a base of 0",
        lines=(2,),
        outcome="fail",
    ),
    "impossible_percentage": Corrupted(
        data=long("R0A,2025,8,,,BME,,20,16.13,", "R0A,2025,8,,,White,,400,6.6,"),
        words="“16.13” cannot come from 20 people",
        lines=(2,),
    ),
    "base_within_workforce": Corrupted(
        data=long(
            "R0A,2025,1,,,BME,300,1000,,",
            "R0A,2025,1,,,White,600,1000,,",
            "R0A,2025,8,,,BME,50,301,,",
            "R0A,2025,8,,,White,40,500,,",
        ),
        words="the base of indicator 8 is 301, and indicator 1 counts 300",
        lines=(4,),
    ),
    "board_size": Corrupted(
        data=long("R0A,2025,9,board,,BME,1400,4000,,", "R0A,2025,9,board,,White,2600,4000,,"),
        words="a board of 4,000 people",
        lines=(2, 3),
    ),
    "bases_alike": Corrupted(
        data=long(
            *(
                f"R0A,2025,{n},,,{g},{x},{b},,"
                for n, g, x, b in (
                    (5, "BME", 200, 800),
                    (6, "BME", 180, 798),
                    (7, "BME", 400, 797),
                    (8, "BME", 30, 180),
                )
            )
        ),
        words="180 people are the base of indicator 8",
        lines=(5,),
    ),
    "hidden_can_be_found": Corrupted(
        data=long(
            "R0A,2025,1,,5,BME,30,100,,",
            "R0A,2025,1,,5,White,60,100,,",
            "R0A,2025,1,,5,Unknown,*,100,,",
        ),
        words="the one hidden group",
        lines=(4,),
    ),
    "rounded_counts": Corrupted(
        data=long(
            *(
                f"R0A,2025,1,,{b},{g},{n},{100 + 15 * at},,"
                for at, b in enumerate("234567")
                for g, n in (("BME", 25 + 5 * at), ("White", 60 + 10 * at))
            )
        ),
        words="is a multiple of five",
    ),
    "many_unknown": Corrupted(
        data=long(
            "R0A,2025,1,,,BME,301,1000,,",
            "R0A,2025,1,,,White,499,1000,,",
            "R0A,2025,1,,,Unknown,200,1000,,",
        ),
        words="20% of staff is unknown",
        lines=(4,),
    ),
    "disciplinary_rate": Corrupted(
        data=long("R0A,2025,3,,,BME,220,1480,,", "R0A,2025,3,,,White,21,2310,,"),
        words="15% of a group",
        lines=(2,),
    ),
}
PATTERNS = {
    "coded_missing": Corrupted(
        data=wide("R0A,2025,8,6.6,16.1", "R0A,2025,5,21.1,99"),
        words="“99” stands among",
        lines=(3,),
    ),
    "zero_percentages": Corrupted(
        data=wide("R0A,2025,8,6.6,0", "R0A,2025,5,21.1,25.2"),
        words="“0” says that nobody did",
        lines=(2,),
    ),
    "ratio_zero": Corrupted(data=long("R0A,2025,2,,,All,,,,0"), words="a ratio of “0”", lines=(2,)),
    "whole_percentages": Corrupted(
        data=wide("R0A,2025,5,21,25", "R0A,2025,6,20,23", "R0A,2025,7,58,48", "R0A,2025,8,7,16"),
        words="All 8 survey percentages are whole",
    ),
    "identical_columns": Corrupted(
        data=wide("R0A,2025,5,21.1,21.1", "R0A,2025,6,20.2,20.2", "R0A,2025,8,6.6,6.6"),
        words="the same figure in every row",
        lines=(2, 3, 4),
    ),
    "gap_size": Corrupted(
        data=wide("R0A,2025,5,21.1,66.2"), words="more than 40 points apart", lines=(2,)
    ),
    "indicator_6_sum": Corrupted(
        data=table(WIDE + ",managers,colleagues", "R0A,2025,6,27.7,31.1,9.6,18.1"),
        words="the sum of “managers”, “colleagues”",
        lines=(2,),
    ),
    "printed_gap": Corrupted(
        data=table(WIDE + ",gap", "R0A,2025,8,6.6,16.1,12.2"),
        words="“12.2” is printed, and BME minus White is 9.5 points",
        lines=(2,),
    ),
    "twin_organisations": Corrupted(
        data=wide(
            *(
                f"{c},2025,{n},{w},{b}"
                for c in ("R0A", "R1H")
                for n, w, b in ((5, 21.1, 25.2), (6, 19.5, 23.1), (8, 6.6, 16.1))
            )
        ),
        words="“R0A”, “R1H” have exactly the same figures",
        lines=(2, 3, 4, 5, 6, 7),
    ),
}
HISTORY = {
    "jump": Corrupted(
        data=wide("R0A,2024,5,21.1,25.2", "R0A,2025,5,33.3,26.1"),
        words="moves by 12.2 points in a year, from 21.1% to 33.3%",
        lines=(3,),
    ),
    "direction_against_history": Corrupted(
        data=wide("R0A,2025,8,93.4,83.9"),
        words="what is left to 100% of the year before",
        lines=(2,),
        held=year_of(2024, *USUAL),
    ),
    "turned_from_last_year": Corrupted(
        data=wide("R0A,2026,7,42,52"),
        words="indicator 7 both figures are what is left to 100%",
        lines=(2,),
        held=year_of(2025, *USUAL),
    ),
    "swapped_against_history": Corrupted(
        data=wide(*TURNED), words="on 3 indicators", lines=(2, 3, 4), held=year_of(2024, *USUAL)
    ),
    "ratio_against_history": Corrupted(
        data=long("R0A,2025,2,,,All,,,,0.65"), words="the ratio “0.65”", lines=(2,), held=RATIOS
    ),
    "headcount_jump": Corrupted(
        data=heads(5400), words="the workforce of 5,400", lines=(2,), held=HEADS
    ),
    "headcount_implausible": Corrupted(
        data=heads(9000), words="a workforce of 9,000", lines=(2,), held=HEADS
    ),
    "response_jump": Corrupted(
        data=long(
            "R0A,2024,8,,,BME,64,400,,",
            "R0A,2024,8,,,White,60,900,,",
            "R0A,2025,8,,,BME,160,1000,,",
            "R0A,2025,8,,,White,61,905,,",
        ),
        words="1,000 people answered",
        lines=(4,),
    ),
    "copied_forward": Corrupted(
        data=wide(*SAME),
        words="the same as the year before",
        lines=(2, 3, 4, 5),
        held=year_of(2024, *USUAL),
    ),
    "national_range": Corrupted(
        data=wide("R0A,2025,8,6.6,36.1"),
        words="36.1% on indicator 8 is far from 24 other",
        lines=(2,),
        held=TRUSTS,
    ),
    "another_year": Corrupted(
        data=wide(*SAME),
        words="those already held for 2022",
        lines=(2,),
        held=year_of(2022, *USUAL),
    ),
    "another_organisation": Corrupted(
        data=wide(*SAME),
        words="the one held for R1H",
        lines=(2,),
        held=year_of(2025, *USUAL, code="R1H"),
    ),
    "restates_held": Corrupted(
        data=wide(*NOW),
        words="6 figures would replace ones already held",
        lines=(2, 3, 4),
        held=year_of(2025, *USUAL),
    ),
}
BOARD = "ODS code,Year ending,{},White,BME,Unknown,Total"
LIKELY = "Trust code,WRES year,Indicator,Ethnicity,Relative likelihood"
BESIDE = (("R0A,2025,8,6.6,16.1", "Suppressed"), ("R0A,2025,8,6.6,16.1", "Forecast"))
WHOSE = {
    "board_as_workforce": Corrupted(
        data=table(
            BOARD.format("Board"),
            "R0A,31/03/2026,Overall,12,4,1,17",
            "R0A,31/03/2026,Voting,10,3,0,13",
        ),
        words="“Overall” is a total in a table about the board",
        lines=(2,),
        outcome="fail",
    ),
    "small_workforce": Corrupted(
        data=table(BOARD.format("Band"), "R0A,31/03/2026,All,12,4,1,17"),
        words="a whole workforce of 17 people",
        lines=(2,),
    ),
    "part_of_year": Corrupted(
        data=table("Trust code,Month,Indicator,White %,BME %", "R0A,March 2026,5,20.1,25.2"),
        words="“March 2026” is one day, month, quarter or half-year",
        lines=(2,),
        outcome="fail",
    ),
    "withheld_beside": Corrupted(
        data=table(f"{WIDE},Status", *(f"{row},{said}" for row, said in BESIDE[:1])),
        words="“Status” is left out and says “Suppressed”",
        lines=(2,),
        outcome="fail",
    ),
    "doubtful_beside": Corrupted(
        data=table(f"{WIDE},Type", *(f"{row},{said}" for row, said in BESIDE[1:])),
        words="“Type” is left out and says “Forecast”",
        lines=(2,),
    ),
    "other_in_title": Corrupted(
        data=b"Bank staff\n\n" + wide("R0A,2025,8,6.6,16.1", "R0A,2025,5,21,25"),
        words="says “bank staff”",
    ),
    "ratio_group": Corrupted(
        data=table(LIKELY, "R0A,2026,2,BME,0.71"),
        words="“indicator 2: 0.71 for BME” is a ratio with another group on top",
        lines=(2,),
        outcome="fail",
    ),
}
MORE: dict[str, Corrupted] = WHOSE | CELLS | WORDS | TOTALS | PATTERNS | HISTORY
