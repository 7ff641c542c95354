"""Nothing of a person comes out of an extract: not in figures, notes, messages or line numbers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.upload.files import ORGANISATIONS, look, outcomes
from tests.upload.respondents.extracts import LATER, WHO, people, written
from wres.command_line.examined import told
from wres.errors import FileRefused
from wres.terms import EthnicGroup
from wres.upload import limits
from wres.upload.examine import Verdict, examine
from wres.upload.mapping import Choices
from wres.upload.report import as_json
from wres.upload.respondents.counting import count
from wres.upload.respondents.head import head_of
from wres.upload.source import Source
from wres.words import column_use_label

ROOT = Path(__file__).resolve().parents[3]
CANARY = "Kanarienvogel"
EVERYBODY = people(400)
ROW = f"{CANARY},R0A,2023,White - Irish,Band 5,Clinical,Never,Never,Never,Yes,No"


def extract(*rows: str, first: str = "other_q") -> str:
    """Return an extract of some rows with one further column in front."""
    return "\n".join((",".join((first, *WHO, *LATER)), *rows)) + "\n"


def everything_of(text: str) -> str:
    """Return all that an examination holds, as one text."""
    found = look(text)
    return repr(found) + as_json(found)


def test_cells_that_are_not_needed_leave_no_trace() -> None:
    """A word that only the rows hold is nowhere in the examination."""
    said = everything_of(extract(*[ROW] * 30))
    assert CANARY not in said and "accepted" in said


@pytest.mark.parametrize("ethnicity", ["White - Irish", "African", ""])
@pytest.mark.parametrize("place", [6, 7, 8, 9, 10])
def test_an_answer_that_means_nothing_is_refused_whoever_gave_it(
    place: int, ethnicity: str
) -> None:
    """In the first row, without a band or a staff group, it is a named refusal all the same."""
    cells = ROW.replace(CANARY, "x").split(",")
    cells[3:6] = ethnicity, "", ""
    first = [*cells[:place], "7 and a half", *cells[place + 1 :]]
    found = look(extract(",".join(first), *[",".join(cells)] * 30))
    assert found.verdict is Verdict.REFUSED
    assert "1 label (1 row, first near line 2) cannot be read as an answer" in found.reason


@pytest.mark.parametrize(
    ("place", "what"),
    [(3, "an ethnic group"), (6, "an answer"), (10, "an answer"), (2, "a survey year")],
)
def test_a_label_one_person_has_is_counted_and_not_repeated(place: int, what: str) -> None:
    """Written into ethnicity, an answer or the year, it stops the file without being shown."""
    cells = ROW.replace(CANARY, "x").split(",")
    cells[place] = f"{CANARY} of ward 7"
    text = extract(*[ROW.replace(CANARY, "x")] * 30, ",".join(cells))
    found = look(text)
    assert found.verdict is Verdict.REFUSED
    assert f"1 label (1 row, first near line 32) cannot be read as {what}" in found.reason
    assert CANARY not in everything_of(text)


def test_a_label_many_people_have_is_named_with_its_rows() -> None:
    """“Martian” in 12 rows, first on line 32, can be put right by whoever made the file."""
    known, unknown = ROW, ROW.replace("White - Irish", "Martian")
    found = look(extract(*[known] * 30, *[unknown] * 12))
    assert "“Martian” (12 rows, first near line 32) cannot be read as" in found.reason


def test_a_band_that_is_none_is_said_and_its_people_stay_in_the_totals() -> None:
    """Thirty of band 5 and ten of “Ward”: forty answered, thirty stand in a band."""
    found = look(extract(*[ROW] * 30, *[ROW.replace("Band 5", "Ward")] * 10))
    assert outcomes(found)["not_in_this_file"] == "warn"
    assert any("“Ward” (10 rows)" in check.message for check in found.warnings)
    bases = {
        row.band.value: row.denominator
        for row in found.results
        if row.indicator == 5 and row.ethnic_group.value == "white"
        if row.staff_group.value == "all"
    }
    assert bases == {"all": 40, "5": 30}


def test_a_band_in_somebodys_own_words_is_not_repeated() -> None:
    """One person wrote a band of their own: counted in the totals, said, and not shown."""
    text = extract(*[ROW] * 30, ROW.replace("Band 5", f"ask {CANARY}"))
    counts = count(Source("f.csv", text.encode()))
    assert CANARY not in repr(counts) and CANARY not in repr(list(counts.cells()))
    found = look(text)
    assert CANARY not in repr(found)
    (told,) = [check for check in found.warnings if check.check == "not_in_this_file"]
    assert "in no pay band: 1 label (1 row)" in told.message


def test_a_column_of_bank_staff_that_says_neither_is_pointed_out() -> None:
    """Which rows are theirs is not guessed: everybody is counted, and that is said."""
    found = look(extract(*[ROW] * 30, first="main_or_bank_indicator"))
    (told,) = [check for check in found.warnings if check.check == "not_in_this_file"]
    assert "“main_or_bank_indicator”" in told.message and "bank staff" in told.message
    assert max(row.denominator or 0 for row in found.results) == 30


@pytest.mark.parametrize(
    ("heading", "bank", "main"),
    [
        ("main_or_bank_indicator", "Bank", "Main"),
        ("Bank staff", "Yes", "No"),
        ("bank indicator", "bank only", ""),
    ],
)
def test_bank_staff_are_left_out_counted_and_said(heading: str, bank: str, main: str) -> None:
    """Five of twenty rows, with answers and an ethnic group that would otherwise stop the file."""
    of_bank = ROW.replace("White - Irish", "Martian").replace("Yes", "Hm").replace(CANARY, bank)
    found = look(extract(*[ROW.replace(CANARY, main)] * 15, *[of_bank] * 5, first=heading))
    (told,) = [check for check in found.warnings if check.check == "not_in_this_file"]
    assert told.message.startswith("5 rows of bank staff left out")
    assert {row.denominator for row in found.results} == {15}
    assert found.reading is not None and found.reading.notes[0].startswith("15 rows")


def test_a_band_that_only_bank_staff_have_is_no_band_of_the_file() -> None:
    """Fifteen in Band 5 are counted; Band 9 is met in the rows left out and nowhere else."""
    of_bank = ROW.replace("Band 5", "Band 9").replace(CANARY, "Bank")
    main = [ROW.replace(CANARY, "Main")] * 15
    found = look(extract(*main, *[of_bank] * 5, first="main_or_bank_indicator"))
    assert {row.band.value for row in found.results} == {"all", "5"}


def test_an_extract_of_main_staff_alone_is_counted_without_a_word() -> None:
    """The column is there, and nobody in it is of the bank."""
    found = look(extract(*[ROW.replace(CANARY, "Main")] * 15, first="main_or_bank_indicator"))
    assert not [check for check in found.warnings if check.check == "not_in_this_file"]


def test_an_extract_of_bank_staff_alone_gives_no_figures() -> None:
    """The standard’s survey figures are of the main survey."""
    found = look(extract(*[ROW.replace(CANARY, "Bank")] * 15, first="main_or_bank_indicator"))
    assert found.verdict is Verdict.REFUSED
    assert found.results == ()


def test_an_extract_of_another_trust_than_was_chosen_is_pointed_out() -> None:
    """What the rows say is used; the trust and the year that were chosen are held against it."""
    found = look(extract(*[ROW] * 15), Choices(org_code="R1H", wres_year=2026))
    told = {check.check: check.message for check in found.warnings}
    assert "R1H was chosen" in told["chosen_organisation"]
    assert "WRES year 2026 was chosen" in told["chosen_year"]
    assert {(row.org_code, row.wres_year) for row in found.results} == {("R0A", 2024)}


@pytest.mark.parametrize(
    "heading",
    ["Name", "Email address", "NHS number", "Date of birth", "ESR number",
     "Staff number", "Comments", "Free text", "Postcode", "Age"],
)  # fmt: skip
def test_a_column_headed_as_people_stops_the_file(heading: str) -> None:
    """Whatever stands in it; only the heading is named, and nothing is counted."""
    filled = ROW.replace(CANARY, CANARY if heading == "Name" else "17")
    found = look(extract(*[filled] * 30, first=heading))
    assert found.verdict is Verdict.REFUSED
    assert [check.check for check in found.checks] == ["personal_columns"]
    assert f"“{heading}”" in found.reason and not found.results
    assert found.reading is not None and found.reading.rows == ()
    assert CANARY not in repr(found)
    with pytest.raises(FileRefused, match="nothing was counted"):
        count(Source("f.csv", extract(filled, first=heading).encode()))


@pytest.mark.parametrize(
    "cells",
    [
        ["anna.smith@nhs.net", "b.jones@nhs.net"],
        ["943 476 5919", "9434765870"],
        ["12/03/1971", "01/12/1988"],
        [f"{CANARY} said that {'very ' * 14}much of it was true", f"I think {'so ' * 20}"],
    ],
)
def test_a_column_filled_as_people_stops_the_file(cells: list[str]) -> None:
    """E-mail addresses, NHS numbers, birth dates and comments under a heading that says nothing."""
    found = look(extract(*[ROW.replace(CANARY, cell) for cell in cells]))
    assert found.verdict is Verdict.REFUSED
    assert "details of people" in found.reason and "“other_q”" in found.reason
    assert not any(cell[:12] in repr(found) for cell in cells)


def test_a_number_that_only_counts_the_rows_is_passed_over() -> None:
    """Extracts number their rows; the column is never read, and the file is counted."""
    rows = [ROW.replace(CANARY, str(number)) for number in range(4001, 4031)]
    found = look(extract(*rows, first="respondent_id"))
    assert found.verdict is not Verdict.REFUSED and "4001" not in repr(found)


@pytest.mark.parametrize("cell", ["12345678", "943 476 5919", "anna.smith@nhs.net", CANARY])
def test_a_staff_number_under_that_heading_still_stops_the_file(cell: str) -> None:
    """Eight digits are an assignment number of the staff record."""
    found = look(extract(*[ROW.replace(CANARY, cell)] * 30, first="respondent_id"))
    assert found.verdict is Verdict.REFUSED
    assert "“respondent_id”" in found.reason and cell not in repr(found)


@pytest.mark.parametrize("heading", ["ESR number", "NHS number", "Name"])
def test_no_choice_lets_a_column_of_people_through(heading: str) -> None:
    """Who made the file can say that it is passed over; it must be deleted all the same."""
    choices = Choices(mapping=((heading, "ignored"),))
    found = look(extract(*[ROW] * 30, first=heading), choices)
    assert found.verdict is Verdict.REFUSED and not found.results
    assert CANARY not in repr(found)


def test_no_figure_names_a_line_of_the_file() -> None:
    """Every row of the counts has the number of the header's line."""
    found = look(written(EVERYBODY))
    assert found.reading is not None
    assert {line.number for line in found.reading.rows} == {found.reading.header_row} == {1}
    assert {place.line for place in found.places.values()} == {1}


def test_small_cells_are_told_in_one_sentence() -> None:
    """Cells of a few people give one warning that names no line, not one for each."""
    found = look(written(people(60)))
    (small,) = [check for check in found.warnings if check.check == "small_bases"]
    assert small.lines == () and len(small.message) < 80


@pytest.mark.parametrize(
    "text",
    [
        "org_code,survey_year,ethnicity,q14a,q15,q16b\nR0A,2023,BME,0.31,0.47,0.16\n"
        "R0A,2023,White,0.26,0.58,0.07\n",
        "org_code,survey_year,ethnicity,q14a,q15,q16b\nR0A,2023,BME,31,47,16\n"
        "R0A,2023,White,26,58,7\n",
        "org_code,survey_year,ethnicity,q14a,q15,n\nR0A,2023,BME,2,1,5\nR0A,2023,White,1,2,3\n",
        "org_code,survey_year,question,ethnicity,percentage\nR0A,2023,q14a,BME,31.5\n"
        "R0A,2023,q15,White,58.1\n",
        "org_code,survey_year,ethnicity,q15,band\nR0A,2023,White,2,5\nR0A,2023,BME,1,5\n",
    ],
)
def test_tables_of_figures_are_not_taken_for_extracts(text: str) -> None:
    """Percentages, counts with a base, questions in rows, one question in small numbers."""
    assert head_of(Source("f.csv", text.encode()), Choices()) is None


def test_one_question_in_words_is_an_extract() -> None:
    """Thirty people answered q15 alone, and no row of theirs stays in the examination."""
    rows = [f"R0A,2023,White,Yes,{CANARY}"] * 30
    found = look("\n".join(("org_code,survey_year,ethnicity,q15,other_q", *rows)) + "\n")
    assert {(row.indicator, row.denominator) for row in found.results} == {(7, 30)}
    assert CANARY not in repr(found)


def test_an_extract_without_ethnicity_says_so() -> None:
    """Nothing can be split, so the shape is refused with what to do."""
    found = look(written(EVERYBODY).replace("ethnicity", "other"))
    assert found.verdict is Verdict.REFUSED and "ethnic group" in found.reason


def test_a_question_in_two_columns_is_refused() -> None:
    """Neither of two columns headed q15 is preferred."""
    found = look(written(EVERYBODY, more=[("nss_q15", "Yes")]))
    assert found.verdict is Verdict.REFUSED and "same question" in found.reason


@pytest.mark.parametrize("heading", ["ethnicity", "ethnic group", "survey year", "org_code"])
def test_two_columns_that_say_the_same_are_not_chosen_between(heading: str) -> None:
    """One of them may be empty or of something else: then everybody would be in another group."""
    text = written(EVERYBODY, more=[(heading, "")])
    found = look(text)
    assert found.verdict is Verdict.REFUSED and "More than one column may say the" in found.reason
    assert [one.fix.partition(",")[0] for one in found.failures] == ["Say what each column holds"]
    if heading == "ethnic group":
        assert look(text, Choices(mapping=((heading, "ignored"),))).results


HEADINGS = "org_code,survey_year,{},ethnicity,band,q14a,q15"


def beside(heading: str, *cells: str) -> str:
    """Return an extract of 30 Irish people with this column before that of the ethnic group."""
    rows = [f"R0A,2023,{cells[at % len(cells)]},White - Irish,Band 5,Never,Yes" for at in range(30)]
    return "\n".join((HEADINGS.format(heading), *rows)) + "\n"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("demographic", ("Female", "Male")),
        ("group", ("Estates",)),
        ("survey", ("NSS",)),
        ("site code", ("R0A01", "R0A02")),
        ("trust code", ("R1H",)),
        ("ethnic background", ("White",)),
        ("ethnicity code", ("2", "1")),
        ("survey", ("NSS 2023",)),
    ],
)
def test_a_second_column_in_no_doubt_refuses_nobody(heading: str, cells: tuple[str, ...]) -> None:
    """It holds something else, a code of a site, or the same in other words; thirty are White."""
    found = look(beside(heading, *cells))
    assert {(row.org_code, row.survey_year) for row in found.results} == {("R0A", 2023)}
    of = {row.ethnic_group: row.denominator for row in found.results if row.indicator == 7}
    assert of[EthnicGroup.WHITE] == 30 and not of.get(EthnicGroup.BME)


@pytest.mark.parametrize(
    ("heading", "cells", "thing"),
    [
        ("demographic", ("Female", "Arab"), "ethnic group"),
        ("ethnic background", ("White", "White", ""), "ethnic group"),
        ("ethnicity code", ("2", "17"), "ethnic group"),
        ("survey", ("2022", "2023"), "year"),
    ],
)
def test_of_two_columns_that_differ_the_thing_is_named(
    heading: str, cells: tuple[str, ...], thing: str
) -> None:
    """One row that does not agree is enough, an empty one too; a person's choice settles it."""
    text = beside(heading, *cells)
    found = look(text)
    assert f"More than one column may say the {thing}: “" in found.reason
    assert f"“{column_use_label('ignored')}”" in found.reason
    assert look(text, Choices(mapping=((heading, "ignored"),))).results


def test_a_standard_heading_over_empty_cells_is_not_preferred() -> None:
    """Nothing stands under “org_code” in one row of thirty; all of them name a trust code."""
    text = beside("trust code", "R1H").replace("R0A,", ",", 1)
    assert "More than one column may say the organisation: “org_code”" in look(text).reason
    found = look(text, Choices(mapping=(("org_code", "ignored"),)))
    assert {row.org_code for row in found.results} == {"R1H"}


def test_a_choice_beside_the_standard_heading_is_not_passed_over() -> None:
    """A person says that the column “site” is the organisation, and “org_code” says so too."""
    text = beside("site", "R1H")
    found = look(text, Choices(mapping=(("site", "org_code"),)))
    assert "More than one column may say the organisation: “org_code”, “site”" in found.reason
    both = (("site", "org_code"), ("org_code", "ignored"))
    assert {row.org_code for row in look(text, Choices(mapping=both)).results} == {"R1H"}


def test_a_ragged_row_is_refused_without_its_text() -> None:
    """A row with a cell too many: about where it is, and nothing of it."""
    found = look(extract(*[ROW.replace(CANARY, "x")] * 9, ROW + ",more"))
    assert found.verdict is Verdict.REFUSED and "more or fewer cells" in found.reason
    assert CANARY not in repr(found)


def test_a_quotation_mark_that_never_closes_is_refused() -> None:
    """The rows cannot be told apart, and the message does not show them."""
    found = look(extract(*[ROW.replace(CANARY, "x")] * 500, '"' + ROW))
    assert found.verdict is Verdict.REFUSED and "quotation mark" in found.reason
    assert CANARY not in repr(found)


def test_rows_without_place_are_left_out_and_counted() -> None:
    """Two of ten say no organisation."""
    found = look(extract(*[ROW] * 8, *[ROW.replace("R0A", "")] * 2))
    assert found.reading is not None
    assert any("2 rows without an organisation" in note for note in found.reading.notes)
    assert max(row.denominator or 0 for row in found.results) == 8


def test_the_limit_is_named(tmp_path: Path) -> None:
    """A page takes 200 MB of rows of people, and says what to do with more."""
    big = tmp_path / "big.csv"
    big.write_bytes(extract(*[ROW.replace(CANARY, "x")] * 9).encode())
    os.truncate(big, limits.LARGEST_RESPONDENT_FILE_BYTES + 1)
    found = examine(Source("big.csv", path=big), organisations=ORGANISATIONS)
    assert "the limit is 200 MB" in found.reason


class Stopped(Exception):
    """Raised to stop."""


def test_counting_can_be_stopped_and_leaves_nothing() -> None:
    """What the callback raises comes out, and the threads have ended by then."""
    data = written(people(40_000), more=[("other_q", "x" * 150)]).encode()
    before, told = set(threading.enumerate()), []

    def watch(rows: int, done: int, whole: int) -> None:
        told.append((rows, done, whole, threading.current_thread()))
        raise Stopped

    with pytest.raises(Stopped):
        examine(Source("f.csv", data), organisations=ORGANISATIONS, watch=watch)
    assert set(threading.enumerate()) == before
    ((rows, done, whole, thread),) = told
    assert 0 < rows < 40_000 and 0 < done < whole == len(data)
    assert thread is threading.current_thread()


def test_progress_ends_with_the_whole_file() -> None:
    """The last word is every row and every byte."""
    told: list[tuple[int, int, int]] = []
    data = written(EVERYBODY).encode()
    count(Source("f.csv", data), watch=lambda *said: told.append(said))
    assert told[-1] == (400, len(data), len(data)) and told == sorted(told)


MEMORY = """
import sys
from pathlib import Path
from wres.upload.respondents.counting import count
from wres.upload.source import Source
from wres.words import column_use_label
found = count(Source("f.csv", path=Path(sys.argv[1])))
peak = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(found.rows, int(peak[0].split()[1]) // 1024)
"""


def test_memory_is_bounded(tmp_path: Path) -> None:
    """200,000 rows in 60 MB are counted by a process of at most 200 MB."""
    path = tmp_path / "big.csv"
    some = written(people(2_000), more=[(f"q{n}x", "Agree") for n in range(36)])
    header, _, rows = some.partition("\n")
    with path.open("w", encoding="utf-8") as file:
        file.write(header + "\n")
        for _ in range(100):
            file.write(rows)
    assert path.stat().st_size > 50_000_000
    ended = subprocess.run(
        [sys.executable, "-c", MEMORY, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    counted, megabytes = map(int, ended.stdout.split())
    assert counted == 200_000
    assert megabytes < 200


def test_the_report_of_an_extract_is_json() -> None:
    """What programs read holds the notes and no line of the file."""
    found = json.loads(as_json(look(written(EVERYBODY))))
    assert "no row was kept" in " ".join(found["notes"])


@pytest.mark.parametrize("heading", ["response_status", "Status", "Excluded"])
def test_a_column_that_may_exclude_rows_is_named(heading: str) -> None:
    """Thirty rows complete and ten excluded: forty are counted, and it is said that they are."""
    rows = [ROW.replace(CANARY, word) for word in ["Complete"] * 30 + ["Excluded"] * 10]
    found = look(extract(*rows, first=heading))
    assert outcomes(found)["not_in_this_file"] == "warn"
    said = " ".join(check.message for check in found.warnings)
    assert f"Every row was counted, whatever the column “{heading}” says." in said


def test_what_is_told_of_an_extract_is_of_its_own_rows() -> None:
    """Forty rows are said to be forty, and no message names a line of the table of counts."""
    found = look(extract(*[ROW] * 40))
    assert found.reading is not None and found.reading.rows_counted == 40
    assert json.loads(as_json(found))["rows"] == 40
    assert "40 rows, header on line 1" in " ".join(told(found))
    assert not any(check.lines or check.message.startswith("Line") for check in found.checks)
    assert all(check.message[0] == check.message[0].upper() for check in found.checks)
