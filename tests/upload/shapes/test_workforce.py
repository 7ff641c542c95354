"""Head counts by pay band and ethnicity, in the layouts trusts hold, become indicator 1."""

from __future__ import annotations

import random

import pytest

from tests.upload.files import look, outcomes, table
from wres.terms import MEDICAL_GRADES, PAY_BANDS, Band, EthnicGroup, StaffGroup, Status
from wres.upload.examine import Examination, Verdict
from wres.upload.mapping import Choices

HERE = Choices(org_code="R0A", wres_year=2025)
BME, WHITE, UNKNOWN = EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.UNKNOWN
# 2001 categories by their letter, with the side of the standard each is on.
SIDES = dict.fromkeys("ABC", WHITE) | dict.fromkeys("DEFGHJKLMNPRS", BME) | {"Z": UNKNOWN}

Counted = dict[tuple[StaffGroup, Band, EthnicGroup], tuple[int | None, int | None]]


def counted(found: Examination) -> Counted:
    """The people in each band, of how many."""
    assert {row.indicator for row in found.results} <= {1}
    return {
        (row.staff_group, row.band, row.ethnic_group): (row.numerator, row.denominator)
        for row in found.results
    }


def of_band(found: Examination, band: Band, staff: StaffGroup = StaffGroup.ALL) -> list[int | None]:
    """BME, White, Unknown and everyone in one band."""
    have = counted(found)
    base = {have[staff, band, group][1] for group in (BME, WHITE, UNKNOWN)}
    assert len(base) == 1
    return [have[staff, band, group][0] for group in (BME, WHITE, UNKNOWN)] + list(base)


def remarks(found: Examination) -> str:
    """What the file could not give, or what was added up."""
    return " ".join(c.message for c in found.warnings if c.check == "not_in_this_file")


LAYOUTS = {
    "a row a count": table(
        "org_code,date,band,ethnicity,headcount",
        *("R0A,31/03/2025,Band 5,White,60", "R0A,31/03/2025,Band 5,BME,30"),
        *("R0A,31/03/2025,Band 5,Not stated,10", "R0A,31/03/2025,All grades,White,600"),
        *("R0A,31/03/2025,All grades,BME,300", "R0A,31/03/2025,All grades,Not stated,100"),
    ),
    "a row a band, without a total": table(
        "ODS code,Snapshot date,Grade,White,BAME,Unknown",
        *("R0A,2025-03-31,AfC 5,60,30,10", "R0A,2025-03-31,Total,600,300,100"),
    ),
    "a row a band, with a total and percentages": table(
        "Headcount by band and ethnicity at 31 March 2025",
        "Org code,Pay band,White headcount,White %,BME headcount,BME %,Unknown headcount,Total",
        "R0A,AfC band 05,60,60.0,30,30.0,10,100",
        "R0A,Overall,600,60.0,300,30.0,100,1000",
    ),
    "a row an ethnic group": table(
        "Trust code,Year,Ethnic group,Band 5,All grades",
        *("R0A,WRES 2025,White,60,600", "R0A,WRES 2025,BME,30,300"),
        *("R0A,WRES 2025,Unknown,10,100", "R0A,WRES 2025,Total,100,1000"),
    ),
    "years over groups": table(
        "Org code,Band,31 March 2025 | White,31 March 2025 | BME,31 March 2025 | Unknown",
        *("R0A,Band05,60,30,10", "R0A,Total,600,300,100"),
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_people(layout: str) -> None:
    """30 BME, 60 White and 10 unknown of 100 in band 5; ten times that in the workforce."""
    found = look(LAYOUTS[layout])
    assert found.recognition is not None
    assert found.recognition.shape == "workforce", found.checks
    assert found.verdict is not Verdict.REFUSED, found.reason
    assert of_band(found, Band.BAND_5) == [30, 60, 10, 100]
    assert of_band(found, Band.ALL) == [300, 600, 100, 1000]
    assert {row.wres_year for row in found.results} == {2025}
    assert {row.org_code for row in found.results} == {"R0A"}


def test_a_total_row_is_never_added_to_the_bands() -> None:
    """The whole workforce is what the total row says, and each band what its own row says."""
    found = look(
        table("Band,White,BME,Unknown,Total", "Band 5,61,30,10,101", "Total,61,30,10,101"), HERE
    )
    assert of_band(found, Band.ALL) == [30, 61, 10, 101]
    assert outcomes(found) == {}


def test_a_total_that_does_not_agree_with_its_parts_is_said() -> None:
    """90 people in groups and 100 in the total: kept as given, with a warning."""
    found = look(table("Band,White,BME,Unknown,Total", "Band 5,55,30,5,100"), HERE)
    assert outcomes(found)["totals_add_up"] == "warn"
    assert of_band(found, Band.BAND_5) == [30, 55, 5, 100]


def test_single_categories_are_added_into_the_groups_of_the_standard() -> None:
    """Sixteen and one codes, counted by an independent sum of a random table."""
    chance = random.Random(20250331)
    codes = list(SIDES)
    lines, want = [], {}
    for band in ("2", "8a"):
        people = {code: chance.randint(0, 90) for code in codes}
        lines.append(",".join([f"Band {band}", *(str(people[code]) for code in codes)]))
        want[band] = [
            sum(n for code, n in people.items() if SIDES[code] is side)
            for side in (BME, WHITE, UNKNOWN)
        ] + [sum(people.values())]
    found = look(table("Band," + ",".join(codes), *lines), HERE)
    assert of_band(found, Band.BAND_2) == want["2"]
    assert of_band(found, Band.BAND_8A) == want["8a"]
    assert "single ethnic categories were added up" in remarks(found)


def test_categories_of_the_staff_record_in_rows_are_added() -> None:
    """Two letters, or a letter and its words; 5 + 4 White, 3 + 2 + 1 BME, 1 unknown."""
    rows = [
        *("8a,A White - British,5", "8a,CA,4", "8a,H Asian or Asian British - Indian,3"),
        *("8a,PC,2", "8a,SC Filipino,1", "8a,Z Not Stated,1"),
    ]
    found = look(table("Band,Ethnic origin,Headcount", *rows), HERE)
    assert of_band(found, Band.BAND_8A) == [6, 9, 1, 16]


def test_five_groups_with_chinese_beside_them_are_added_once() -> None:
    """Asian and Chinese are apart in the list of 2001; a total without the unknown is completed."""
    rows = [
        *("5,Asian,50", "5,Black,20", "5,Chinese,2", "5,Mixed,6", "5,Other,2", "5,White,100"),
        *("5,Unknown & Not Stated,10", "5,All,180"),
    ]
    found = look(table("Grade,Ethnicity,Value", *rows), HERE)
    assert of_band(found, Band.BAND_5) == [80, 100, 10, 190]


def test_a_wide_group_is_not_added_to_its_own_categories() -> None:
    """“Asian” beside Indian and Pakistani is their total."""
    rows = ("5,Asian,50", "5,Indian,30", "5,Pakistani,20", "5,White,40", "5,Unknown,10")
    found = look(table("Grade,Ethnicity,Headcount", *rows), HERE)
    assert of_band(found, Band.BAND_5) == [50, 40, 10, 100]


def test_a_category_that_is_not_known_stops_with_its_name() -> None:
    """Nobody can say on which side of the standard it belongs."""
    found = look(table("Band,White British,Martian,Not stated", "Band 2,30,10,3"), HERE)
    assert found.verdict is Verdict.REFUSED
    assert "“Martian”" in found.reason
    assert found.results == ()


def test_percentages_are_never_taken_for_people() -> None:
    """Whole percentages that make a hundred, and decimals, are not head counts."""
    whole = table("Band,White,BME,Unknown", "Band 5,60,30,10", "Band 6,70,20,10")
    decimals = table("Band,White,BME,Unknown", "Band 5,60.1,29.9,10.0", "Band 6,70.2,20.5,9.3")
    for data in (whole, decimals):
        found = look(data, HERE)
        assert (found.verdict, found.results) == (Verdict.REFUSED, ())


def test_a_table_without_unknown_or_total_is_refused() -> None:
    """Everyone in the band is not White and BME alone."""
    found = look(table("Band,White,BME", "Band 2,30,11"), HERE)
    assert found.verdict is Verdict.REFUSED
    assert "how many people a band holds" in found.reason


def test_a_hidden_count_hides_every_sum_it_is_part_of() -> None:
    """Hidden is not zero: no BME figure from a hidden Indian count, no base without a total."""
    found = look(table("Band,White British,Indian,African,Z", "Band 5,60,*,20,10"), HERE)
    rows = {row.ethnic_group: row for row in found.results}
    assert {row.status for row in rows.values()} == {Status.HIDDEN}
    assert all(row.numerator is None for row in rows.values())


def test_sections_name_the_staff_group_of_their_rows() -> None:
    """Clinical and non-clinical staff of a band are also added up, and that is said."""
    found = look(
        table(
            "Band,White,BME,Unknown",
            *("Non clinical,,,", "Under Band 1,1,1,0", "Band 2,30,10,2", "Clinical,,,"),
            *("Band 2,20,15,1", "Total clinical,20,15,1", "Medical and dental,,,"),
            *("Consultant,9,8,1", "Grand total,60,34,4"),
        ),
        HERE,
    )
    assert of_band(found, Band.BAND_2, StaffGroup.NON_CLINICAL) == [10, 30, 2, 42]
    assert of_band(found, Band.BAND_2, StaffGroup.CLINICAL) == [15, 20, 1, 36]
    assert of_band(found, Band.BAND_2) == [25, 50, 3, 78]
    assert of_band(found, Band.ALL, StaffGroup.CLINICAL) == [15, 20, 1, 36]
    assert of_band(found, Band.CONSULTANT) == [8, 9, 1, 18]
    assert of_band(found, Band.ALL) == [34, 60, 4, 98]
    assert "Under Band 1" in remarks(found)
    assert "Clinical and non-clinical" in remarks(found)


def test_staff_groups_over_ethnic_groups_in_the_heading() -> None:
    """Two rows of headings, as the reader joins them."""
    found = look(
        table(
            "Band,Clinical | White,Clinical | BME,Clinical | Unknown,"
            "Non-clinical | White,Non-clinical | BME,Non-clinical | Unknown",
            "Band 7,20,15,1,30,10,2",
        ),
        HERE,
    )
    assert of_band(found, Band.BAND_7, StaffGroup.CLINICAL) == [15, 20, 1, 36]
    assert of_band(found, Band.BAND_7, StaffGroup.NON_CLINICAL) == [10, 30, 2, 42]


def test_the_whole_workforce_is_added_up_only_from_every_band() -> None:
    """Seventeen bands of 10 people make 170; without one band nothing is made up."""
    names = [band.value for band in PAY_BANDS + MEDICAL_GRADES]
    rows = [f"{name},6,3,1" for name in names]
    whole = look(table("Band,White,BME,Unknown", *rows), HERE)
    assert of_band(whole, Band.ALL) == [51, 102, 17, 170]
    assert "was added up from its bands" in remarks(whole)
    part = look(table("Band,White,BME,Unknown", *rows[:-1]), HERE)
    assert (StaffGroup.ALL, Band.ALL, BME) not in counted(part)
    assert "no row for other medical" in remarks(part)


def test_the_same_count_twice_asks_what_parts_them() -> None:
    """Two divisions in one file: nothing is added and nothing is dropped in silence."""
    rows = ("5,White,60", "5,BME,30", "5,Unknown,10", "5,White,50", "5,BME,20", "5,Unknown,9")
    found = look(table("Band,Ethnicity,Headcount", *rows), HERE)
    assert found.verdict is Verdict.REFUSED
    assert outcomes(found)["duplicates"] == "fail"


def test_a_file_of_another_indicator_is_not_a_workforce_table() -> None:
    """Bands may stand beside percentages of the survey."""
    found = look(table("indicator,band,White,BME,Unknown", "8,Band 5,7,16,9"), HERE)
    assert found.recognition is not None
    assert found.recognition.shape != "workforce"
