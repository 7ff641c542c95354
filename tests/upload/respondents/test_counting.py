"""The counts of an extract are those of the people in it, however it is written."""

from __future__ import annotations

import csv
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from tests.upload.files import look
from tests.upload.respondents.extracts import (
    BANDS,
    EARLIER,
    ETHNIC,
    LATER,
    WHO,
    Key,
    Person,
    as_codes,
    as_words,
    counted,
    in_year,
    people,
    written,
)
from wres.errors import FileRefused
from wres.terms import CalcBasis
from wres.upload.examine import Examination, Verdict
from wres.upload.mapping import Choices
from wres.upload.respondents.blocks import BLOCK_BYTES, blocks_of
from wres.upload.respondents.counting import count
from wres.upload.respondents.ethnicity import group_of
from wres.upload.respondents.head import head_of
from wres.upload.respondents.parsing import _only_chunk
from wres.upload.respondents.questions import Answer, Question, answer, question_number
from wres.upload.source import Source

CODES = Path(__file__).resolve().parents[3] / "data" / "reference" / "ethnicity_codes.csv"
EVERYBODY = people(3_000)


def found_in(examination: Examination) -> dict[Key, tuple[int | None, int | None]]:
    """Return the counts of an examination by everything a figure is about."""
    return {
        (
            row.org_code,
            row.survey_year,
            row.indicator,
            row.staff_group.value,
            row.band.value,
            row.ethnic_group.value,
        ): (row.numerator, row.denominator)
        for row in examination.results
    }


def test_words_and_codes_give_the_same_counts_as_by_hand() -> None:
    """3,000 people in two organisations and three years, every figure of every cell."""
    expected = counted(EVERYBODY)
    assert len(expected) > 400
    for cells in (as_words, as_codes):
        found = look(written(EVERYBODY, cells=cells))
        assert found.verdict is not Verdict.REFUSED, found.reason
        assert found_in(found) == expected


def test_six_people_by_hand() -> None:
    """Indicator 6: yes to either counts; one Never beside no answer is in no base."""
    rows = [
        "R0A,2023,Chinese,Band 5,Clinical,Never,Never,1-2,Yes,No",
        "R0A,2023,Chinese,Band 5,Clinical,1-2,Never,Never,No,Yes",
        "R0A,2023,Chinese,Band 5,Clinical,,Never,,Don't know,No",
        "R0A,2023,Chinese,Band 5,Clinical,3-5,More than 10,,,",
        "R0A,2023,White - Irish,Band 5,Clinical,Never,Never,Never,Yes,No",
        "R0A,2023,Prefer not to say,Band 5,Clinical,6-10,6-10,6-10,No,Yes",
    ]
    found = found_in(look("\n".join((",".join((*WHO, *LATER)), *rows)) + "\n"))
    total = {key[2:]: figure for key, figure in found.items() if key[3:5] == ("all", "all")}
    assert total[5, "all", "all", "bme"] == (2, 3)
    assert total[6, "all", "all", "bme"] == (2, 3)
    assert total[7, "all", "all", "bme"] == (1, 3)
    assert total[8, "all", "all", "bme"] == (1, 3)
    assert total[5, "all", "all", "white"] == (0, 1)
    assert total[5, "all", "all", "unknown"] == (1, 1)
    assert total[5, "all", "all", "all"] == (3, 5)


@pytest.mark.parametrize(
    "headings",
    [
        LATER,
        tuple(q.upper() for q in LATER),
        *[tuple(f"{start}{q}" for q in LATER) for start in ("nss_", "NSS23 ", "Question ")],
    ],
)
def test_headings_may_be_written_in_many_ways(headings: tuple[str, ...]) -> None:
    """Capitals, a name of the survey in front, or the word itself: the same questions."""
    headings = tuple(h.replace("Question q", "Question ") for h in headings)
    assert [question_number(h) for h in headings] == ["14a", "14b", "14c", "15", "16b"]
    assert found_in(look(written(EVERYBODY, questions=headings))) == counted(EVERYBODY)


def test_surveys_to_2020_have_other_numbers_and_another_base() -> None:
    """In survey 2019, q14 is career progression, and those who do not know are left out."""
    everybody = in_year(EVERYBODY, 2019)
    found = look(written(everybody, questions=EARLIER))
    assert found_in(found) == counted(everybody)
    bases = {row.calc_basis for row in found.results if row.indicator == 7}
    assert bases == {CalcBasis.EXCL_DK}


def test_a_file_with_both_sets_of_numbers_reads_each_year_by_its_own() -> None:
    """People of 2019 answered under the earlier headings, people of 2023 under the later."""
    everybody = people(2_000, years=(2019, 2023))
    nothing = [""] * len(LATER)

    def cells(one: Person) -> list[str]:
        told = as_words(one)
        who, answers = told[:5], told[5:]
        return who + (answers + nothing if one.year < 2021 else nothing + answers)

    found = look(written(everybody, cells=cells, questions=(*EARLIER, *LATER)))
    assert found_in(found) == counted(everybody)


def test_earlier_years_under_later_headings_are_counted_and_said() -> None:
    """With all five columns headed as since 2021 there is no doubt; with one there is."""
    everybody = in_year(EVERYBODY, 2019)
    found = look(written(everybody))
    assert found_in(found) == counted(everybody)
    assert found.reading is not None
    assert any("headed as since survey 2021" in note for note in found.reading.notes)
    two = written(everybody).replace("q14a", "a").replace("q14b", "b").replace("q14c", "c")
    assert "cannot be read as a survey year" in look(two).reason


def test_later_years_under_earlier_headings_are_refused() -> None:
    """From survey 2021, q13a asks about violence: it is not read as harassment."""
    found = look(written(EVERYBODY, questions=EARLIER))
    assert found.verdict is Verdict.REFUSED
    assert "“2022”" in found.reason and "survey year" in found.reason


@pytest.mark.parametrize(
    ("code", "in_2024", "in_2025"),
    [("13", "ASIAN", "ASIAN"), ("14", "BLACK", "ASIAN"), ("17", "OTHER", "BLACK"),
     ("18", "OTHER", "OTHER"), ("19", None, "OTHER"), ("99", "UNKNOWN", "UNKNOWN")],
)  # fmt: skip
def test_codes_moved_in_2025(code: str, in_2024: str | None, in_2025: str) -> None:
    """Filipino came in as 13: a number means another group in another year."""
    for year, name in ((2024, in_2024), (2025, in_2025)):
        group = group_of(code, year)
        assert (group.name if group is not None else None) == name


def test_codes_are_those_of_the_reference() -> None:
    """Every code of the shipped list is in the group the list says."""
    for row in csv.DictReader(CODES.read_text(encoding="utf-8").splitlines()):
        if row["scheme"].startswith("nss_"):
            year = 2025 if row["scheme"] == "nss_2025" else 2022
            group = group_of(row["code"], year)
            assert group is not None
            assert ("white" if group.name == "WHITE" else "bme") == row["wres_group"], row
            words = group_of(row["label"], year)
            assert words is None or words is group, row


def test_codes_of_2025_are_counted_by_its_list() -> None:
    """The same people, coded as in survey 2025, give the same counts."""
    everybody = in_year(EVERYBODY, 2025)
    assert found_in(look(written(everybody, cells=as_codes))) == counted(everybody)


SUMMARY = {"white": "1", "mixed": "2", "asian": "3", "black": "4", "other": "5", "unknown": "6"}
BINARY = {"white": "1", "unknown": "9"}


@pytest.mark.parametrize("codes", [SUMMARY, BINARY])
@pytest.mark.parametrize("heading", ["ethnicity", "ethnicity_grouped", "ethnicity_summary"])
def test_codes_of_a_summary_are_not_read_as_the_detailed_ones(
    codes: dict[str, str], heading: str
) -> None:
    """1 White, 2 Mixed, 3 Asian …, or 1 White, 2 BME, in 3,000 rows: not one is counted."""

    def cells(one: Person) -> list[str]:
        told = as_words(one)
        return [*told[:2], codes.get(ETHNIC[one.ethnic][3], "2"), *told[3:]]

    found = look(written(EVERYBODY, cells=cells).replace("ethnicity", heading, 1))
    assert found.verdict is Verdict.REFUSED and not found.results
    assert f"“{heading}”" in found.reason and "Write the labels" in found.reason


def test_one_year_of_summary_codes_beside_detailed_ones_stops_the_file() -> None:
    """Survey 2022 in summary codes, 2021 and 2023 in detailed ones: 2022 is named."""

    def cells(one: Person) -> list[str]:
        told = as_codes(one)
        code = SUMMARY[ETHNIC[one.ethnic][3]] if one.year == 2022 else told[2]
        return [*told[:2], code, *told[3:]]

    reason = look(written(EVERYBODY, cells=cells)).reason
    assert "survey 2022 has no code above 9" in reason


def test_detailed_codes_under_a_heading_that_says_grouped_are_refused() -> None:
    """A heading that speaks of groups and codes up to 18 contradict each other."""
    text = written(EVERYBODY, cells=as_codes).replace("ethnicity", "ethnicity_grouped", 1)
    assert "summary of ethnic groups" in look(text).reason
    words = written(EVERYBODY).replace("ethnicity", "ethnicity_grouped", 1)
    assert found_in(look(words)) == counted(EVERYBODY)


def test_codes_of_ethnicity_before_2021_are_not_guessed() -> None:
    """No list is known for survey 2019, so its numbers stop the file."""
    found = look(written(in_year(EVERYBODY, 2019), cells=as_codes, questions=EARLIER))
    assert found.verdict is Verdict.REFUSED and "ethnic group" in found.reason


@pytest.mark.parametrize(
    ("question", "label", "meaning"),
    [
        (Question.PUBLIC, "01-Feb", Answer.YES),
        (Question.PUBLIC, "1.0", Answer.NO),
        (Question.PUBLIC, "5", Answer.YES),
        (Question.PUBLIC, "9", None),
        (Question.CAREER, "9", Answer.DONT_KNOW),
        (Question.CAREER, "Don’t know", Answer.DONT_KNOW),
        (Question.CAREER, "3", None),
        (Question.DISCRIMINATION, "99", Answer.BLANK),
        (Question.DISCRIMINATION, "9", None),
        (Question.DISCRIMINATION, "Never", None),
    ],
)
def test_answers_are_listed_and_never_guessed(
    question: Question, label: str, meaning: Answer | None
) -> None:
    """Words, codes, what spreadsheets make of them; what is not listed means nothing."""
    assert answer(question, label) is meaning


def test_only_the_questions_that_are_there_give_figures() -> None:
    """Without q14b there is no indicator 6: it is not made of q14c alone."""
    text = written(EVERYBODY).replace("q14b", "other_b")
    found = look(text)
    assert {row.indicator for row in found.results} == {5, 7, 8}


def _semicolons(text: str) -> bytes:
    return written(EVERYBODY, delimiter=";").encode()


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.replace("Don't", "Don’t").encode("cp1252"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: ("Staff survey\nprinted 2023\n" + text).encode(),
        lambda text: text.rstrip("\n").encode(),
        _semicolons,
    ],
)
def test_any_encoding_delimiter_and_line_end_gives_the_same(
    encoded: Callable[[str], bytes],
) -> None:
    """Byte order mark, UTF-16, Windows-1252, CRLF, CR, titles, no last line end, semicolons."""
    assert found_in(look(encoded(written(EVERYBODY)))) == counted(EVERYBODY)


class FewAtFirst(BytesIO):
    """A stream that gives some bytes alone at first, as one over a network may."""

    first = 1

    def readinto(self, room: Any) -> int:
        """Return how many bytes were read into the room."""
        few, self.first = self.first, 0
        return super().readinto(memoryview(room)[:few] if few else room)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_one_byte_at_first_is_not_the_end(codec: str) -> None:
    """Of UTF-16 that is half a character, of which nothing can be told yet."""
    text = written(EVERYBODY)
    data = text.encode(codec)
    head = head_of(Source("f.csv", data), Choices())
    assert head is not None
    digest = sha256()
    found = b"".join(bytes(block.data) for block in blocks_of(FewAtFirst(data), head, digest))
    assert found.decode() == text.partition("\n")[2]
    assert digest.digest() == sha256(data).digest()


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be"])
def test_an_extract_cut_in_the_middle_of_a_character_is_refused(codec: str) -> None:
    """Small, when it is read whole, and in blocks, when only its head was looked at before."""
    data = written(EVERYBODY).rstrip("\n").encode(codec)
    head = head_of(Source("f.csv", data), Choices())
    assert head is not None
    with pytest.raises(FileRefused, match="at its end that are no whole character"):
        list(blocks_of(BytesIO(data[:-1]), head, None))
    refused = look(data[:-1])
    assert (refused.verdict, refused.results) == (Verdict.REFUSED, ())
    assert "at its end that are no whole character" in refused.reason


@pytest.mark.parametrize("chunks", [[], [[b"Yes", b"No"]], [[b"Yes", b"No"], [b"No", b""]]])
def test_every_row_of_a_column_is_counted_in_however_many_chunks(chunks: list[list[bytes]]) -> None:
    """None where no row is, one, and two with labels of their own."""
    kind = pa.dictionary(pa.int32(), pa.binary())
    column = pa.chunked_array([pa.array(rows, pa.binary()).cast(kind) for rows in chunks], kind)
    assert _only_chunk(column).to_pylist() == [row for rows in chunks for row in rows]


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16"])
def test_quoted_commas_and_line_ends_over_many_blocks(codec: str) -> None:
    """30,000 rows of 5 MB and more, with line ends and commas inside quotation marks."""
    everybody = people(30_000)
    filler = "agreed, partly\nand “so” on, é, " + "x" * 150
    text = written(everybody, more=[("other_q", filler), ("weight", "1.25")])
    data = text.encode(codec)
    assert len(data) > 5_000_000
    found = look(data)
    assert found_in(found) == counted(everybody)


def test_counts_do_not_depend_on_the_list_of_organisations() -> None:
    """Counting takes any code and keeps those who do not know apart; checking does not take it."""
    everybody = people(500, years=(2019,), orgs=("Z000", "Z001"))
    text = written(everybody)
    cells = {
        (c.organisation, c.survey_year, c.indicator, c.band, c.staff_group.value, c.group.value): (
            c.numerator,
            c.answered - c.dont_know,
        )
        for c in count(Source("f.csv", text.encode())).cells()
        if not c.band
    }
    expected = {
        (org, year, number, "", staff, group): figure
        for (org, year, number, staff, band, group), figure in counted(everybody).items()
        if band == "all"
    }
    assert cells == expected
    assert "“Z000”, “Z001” are not an organisation" in look(text).reason


def test_wide_rows_hold_the_same_counts_side_by_side() -> None:
    """Four indicators of each band, BME and White, by hand; without bands there is no row."""
    everybody = people(800, years=(2021, 2023))
    text = written(everybody)
    found = {
        (row.organisation, row.survey_year, number, row.group.value, dict(BANDS)[row.band]): (
            row.counts[2 * number - 10],
            row.counts[2 * number - 9],
        )
        for row in count(Source("f.csv", text.encode())).wide_rows()
        for number in (5, 6, 7, 8)
        if row.counts[2 * number - 9]
    }
    expected = {
        (org, year, number, group, band): figure
        for (org, year, number, staff, band, group), figure in counted(everybody).items()
        if band != "all" and group in ("bme", "white")
    }
    assert found and found == expected
    without = text.replace("band", "note", 1)
    assert count(Source("f.csv", without.encode())).wide_rows() == ()


def test_a_person_may_say_what_no_column_says() -> None:
    """Without columns of organisation and year both are asked for, and a choice answers."""
    everybody = people(300, years=(2023,), orgs=("R0A",))
    lines = written(everybody).splitlines(keepends=True)
    text = "".join(line.split(",", 2)[2] for line in lines)
    asked = look(text)
    assert [need.value for need in asked.needs] == ["org_code", "wres_year"]
    found = look(text, Choices(org_code="R0A", wres_year=2024))
    assert found_in(found) == counted(everybody)


def test_a_person_may_say_which_column_is_which() -> None:
    """The question of ethnicity has another number each year, so its column can be chosen."""
    text = written(EVERYBODY).replace("ethnicity", "q28", 1)
    assert "ethnic group" in look(text).reason
    chosen = Choices(mapping=(("q28", "ethnic_group"),))
    assert found_in(look(text, chosen)) == counted(EVERYBODY)


@pytest.mark.parametrize("label", ["NSS 2023", "24/11/2023", "2023.0", "31/03/2023"])
def test_the_year_is_the_last_four_signs_of_year_date(label: str) -> None:
    """As extracts have it: whatever stands before the year."""
    everybody = people(300, years=(2023,))
    text = written(everybody).replace("survey_year", "year_date").replace(",2023,", f",{label},")
    assert found_in(look(text)) == counted(everybody)


def test_blocks_are_counted_whole_while_their_room_is_used_again(tmp_path: Path) -> None:
    """Long rows fill many blocks: each person counts once, and blank lines at the end nobody."""
    path = tmp_path / "long.csv"
    comment = "x" * 20_000
    lines = [
        f"Z{n % 7:03},2024,White - Irish,{('No', 'Yes')[n % 3 == 0]},{n}{comment}"
        for n in range(1_050)
    ]
    blank = "\n" * (3 * BLOCK_BYTES)
    path.write_text("org_code,survey_year,ethnicity,q15,remark\n" + "\n".join(lines) + blank)
    found = count(Source(path.name, path=path))
    assert found.rows == 1_050
    told = {
        (c.organisation, c.numerator, c.answered) for c in found.cells() if c.group.value == "white"
    }
    by_hand = {
        (f"Z{org:03}", sum(n % 3 == 0 for n in range(org, 1_050, 7)), len(range(org, 1_050, 7)))
        for org in range(7)
    }
    assert told == by_hand
