"""The same figures in three shapes, many spellings and encodings, give the same results."""

from __future__ import annotations

import pytest

from wres.errors import UnknownTerm
from wres.terms import EthnicGroup, Unit
from wres.upload.examine import Verdict
from wres.upload.mapping import Choices, Scale
from wres.upload.shapes import SHAPES, shape_named

from .files import figures, look, survey_file, table

WIDE = table(
    "org_code,wres_year,indicator,White %,BME %",
    "R0A,2025,5,21.74,25.65",
    "R0A,2025,8,6.62,16.13",
)
WANTED = figures(look(WIDE))
SAME_FIGURES = {
    "wide, other order and spelling": (
        "% BME staff;Metric;ODS code;% White staff;Reporting year\n"
        "25,65;Indicator 5;r0a;21,74;2024/25\n16,13;WRES 8;R0A;6,62;2024-25\n"
    ).encode("cp1252"),
    "wide, percent text, UTF-16, CR": (
        "Trust\tWRES year\tIndicator\tAll other ethnic groups combined\tWhite\r"
        "R0A\t2025\tind5\t25.65%\t21.74 %\rR0A\t2025\tq16b_eth_summary\t16.13%\t6.62%\r"
    ).encode("utf-16"),
    "wide, 0 to 1, organisation by name, title and footnote": table(
        "WRES 2025 return",
        "",
        "Organisation,NSS year,WRES indicator,BAME,White",
        '"MANCHESTER UNIVERSITY NHS FOUNDATION TRUST",2024,5,0.2565,0.2174',
        "Manchester University NHS Foundation Trust,2024,8,0.1613,0.0662",
        "",
        "Source: staff survey",
    ),
    "indicator in the heading": table(
        "Org code,WRES year,Ind 5 White %,Ind 5 BME %,Ind 8 White %,Ind 8 BME %",
        "R0A,2025,21.74,25.65,6.62,16.13",
    ),
    "long, a row for each group": table(
        "Organisation code,Survey year,Indicator,Ethnicity,Value",
        "R0A,2024,5,White staff,21.74",
        "R0A,2024,5,Staff from all other ethnic groups combined,25.65",
        "R0A,2024,Q16b,White staff,6.62",
        "R0A,2024,Q16b,Staff from all other ethnic groups combined,16.13",
    ),
    "template, only what it needs": table(
        "org_code,wres_year,indicator,staff_group,band,ethnic_group,numerator,denominator,"
        "percentage,ratio",
        "R0A,2025,5,,,bme,,,25.65,",
        "R0A,2025,5,all,all,white,,,21.74,",
        "R0A,2025,8,all,all,bme,,,16.13,",
        "R0A,2025,8,all,all,white,,,6.62,",
    ),
}


@pytest.mark.parametrize("spelling", SAME_FIGURES)
def test_the_same_figures_come_out_of_every_spelling(spelling: str) -> None:
    """Order, case, words, scale, encoding and line ends do not matter."""
    found = look(SAME_FIGURES[spelling])
    assert found.verdict is Verdict.ACCEPTED, found.checks
    assert figures(found) == WANTED


def test_a_file_like_the_published_survey_results_gives_manchester() -> None:
    """Survey 2024, indicator 8: BME 16.1%, White 6.6%, without counts."""
    found = look(survey_file())
    assert found.verdict is Verdict.ACCEPTED
    assert found.recognition is not None
    assert found.recognition.shape == "long"
    rows = {r.ethnic_group: r for r in found.results if (r.org_code, r.indicator) == ("R0A", 8)}
    assert rows[EthnicGroup.BME].value == 0.1613
    assert rows[EthnicGroup.WHITE].value == 0.0662
    assert {r.wres_year for r in rows.values()} == {2025}
    assert {r.survey_year for r in rows.values()} == {2024}
    assert not any(r.has_counts for r in rows.values())
    assert len(found.results) == 16


def test_a_year_in_the_heading_is_a_year() -> None:
    """Published tables put each year in columns of its own."""
    found = look(
        table(
            "Org code,Indicator,White % 2024,BME % 2024,White % 2025,BME % 2025", "R0A,8,7,15,6,16"
        )
    )
    assert {(r.wres_year, r.ethnic_group.value, r.value) for r in found.results} == {
        (2024, "white", 0.07),
        (2024, "bme", 0.15),
        (2025, "white", 0.06),
        (2025, "bme", 0.16),
    }


def test_bases_beside_percentages_are_kept() -> None:
    """“White n” is the number who answered, not the number who said yes."""
    found = look(
        table("org,wres year,indicator,White %,White n,BME %,BME n", "R0A,2025,8,6.6,900,16.1,400")
    )
    assert {(r.value, r.denominator, r.numerator) for r in found.results} == {
        (0.066, 900, None),
        (0.161, 400, None),
    }


def test_a_printed_ratio_is_a_ratio_of_all_staff() -> None:
    """Indicators 2 to 4: one row with ethnic group all and unit ratio."""
    found = look(table("org_code,wres_year,indicator,ratio", "R0A,2025,2,1.54"))
    (row,) = found.results
    assert (row.value, row.unit, row.ethnic_group) == (1.54, Unit.RATIO, EthnicGroup.ALL)


def test_a_value_of_indicator_2_for_all_staff_is_a_ratio() -> None:
    """In a long file one column holds percentages and ratios; the row says which."""
    found = look(
        table(
            "org_code,wres_year,indicator,ethnicity,value",
            "R0A,2025,2,All,1.54",
            "R0A,2025,8,White,6.6",
            "R0A,2025,8,BME,16.1",
        )
    )
    assert {(r.indicator, r.value, r.unit) for r in found.results} == {
        (2, 1.54, Unit.RATIO),
        (8, 0.066, Unit.PROPORTION),
        (8, 0.161, Unit.PROPORTION),
    }


def test_counts_fill_in_the_value() -> None:
    """16 of 100 is 0.16 whatever percentage is left out."""
    found = look(
        table(
            "org_code,wres_year,indicator,band,ethnicity,count,base",
            "R0A,2025,1,Band 8a,BME,16,100",
            "R0A,2025,1,Band 8a,White,80,100",
        )
    )
    assert {r.value for r in found.results} == {0.16, 0.8}
    assert {r.band.value for r in found.results} == {"8a"}


def test_columns_for_groups_and_rows_for_groups_never_compete() -> None:
    """A table has its groups in headings or in rows; the score is never the same for both."""
    for text in (survey_file().encode(), WIDE, *SAME_FIGURES.values()):
        found = look(text)
        assert found.reading is not None
        scores = sorted(s.score(found.reading, found.uses).score for s in SHAPES)
        assert scores[-1] > scores[-2]


def test_a_person_can_choose_the_shape() -> None:
    """A chosen shape wins; a shape that does not exist is refused in one sentence."""
    chosen = look(WIDE, Choices(shape="wide"))
    assert chosen.recognition is not None
    assert chosen.recognition.reason == "chosen by you"
    wrong = look(WIDE, Choices(shape="round"))
    assert (wrong.verdict, wrong.results) == (Verdict.REFUSED, ())
    assert "“round” is not a known file shape" in wrong.reason


def test_every_shape_has_its_own_name() -> None:
    """The name is what a remembered choice stores."""
    names = [shape.name for shape in SHAPES]
    assert len(names) == len(set(names))
    assert all(shape_named(name).name == name for name in names)
    with pytest.raises(UnknownTerm):
        shape_named("round")


def test_the_scale_is_the_same_for_every_shape() -> None:
    """Choosing 0 to 100 for figures of 0 to 100 changes nothing."""
    assert figures(look(WIDE, Choices(scale=Scale.ZERO_TO_HUNDRED))) == WANTED
