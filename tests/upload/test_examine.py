"""From bytes to results: verdicts, what results carry, and no exception for any bytes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wres.terms import CalcBasis
from wres.upload.examine import Examination, Verdict
from wres.upload.mapping import Choices, Scale
from wres.upload.repairs import REPAIRS
from wres.upload.shapes import SHAPES
from wres.upload.template_files import example_csv

from .files import look, survey_file, table
from .mutated import OF_A_SHAPE, SHAPES_FOLDER
from .shapes import benchmark_files, detailed_files

GOOD = (
    *((SHAPES_FOLDER / name).read_bytes() for name in OF_A_SHAPE),
    survey_file().encode(),
    survey_file().encode("utf-16"),
    example_csv().encode(),
    table("Trust;Year;Indicator;White %;BME %", "R0A;2025;8;6,6;16,1"),
    benchmark_files.csv_of({"R0A": {2024: {"q16b": ("0.07", "0.16", "90", "40")}}}, (2023, 2024)),
    detailed_files.csv_of(
        detailed_files.NATIONAL_IDS,
        detailed_files.FAIRNESS,
        [["National", detailed_files.SUMMARY, detailed_files.WHITE_STAFF, "", *["50"] * 10]],
    ),
    table(
        "Year,QuestionNumber,QuestionText,DimName,DimValue,BaseSize,Score",
        "2024,Q16b,Discrimination,Ethnicity,White,90,0.93",
    ),
    table(
        "Year,QuestionNumber,QuestionText,OptionCode,OptionText,DimName,DimValue,%",
        "2024,Q16b,Discrimination,1,Yes,Ethnicity,White,7",
    ),
)
PIECES = (
    st.sampled_from(
        [
            "White",
            "%",
            "BME",
            "n",
            "indicator",
            "8",
            "12",
            "2025",
            "1066",
            "R0A",
            "XXX",
            "-",
            "*",
            "<11",
            "0.5",
            "1.54%",
            "1e309",
            "é",
        ]
    )
    | st.text(max_size=6)
    | st.sampled_from([",", ";", "\t", "\n", "\r", '"', "'", "\x00", "=", "sep=;"])
)
BAD = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "photo": b"\xff\xd8\xff\xe0" + bytes(500),
    "10,000 columns": b",".join([b"White"] * 10_000) + b"\n1\n",
    "1 MB line": b"x" * 1_000_000,
    "duplicate headers": table("org,wres_year,indicator,white,white", "R0A,2025,8,1,2"),
    "number above base": table(
        "org,wres_year,indicator,ethnicity,numerator,denominator", "R0A,2025,8,bme,9,8"
    ),
    "unknown trust": table("org,wres_year,indicator,white,bme", "XXX,2025,8,1,2"),
    "unknown band": table("org,wres_year,indicator,band,white,bme", "R0A,2025,8,12,5,2"),
    "indicator 12": table("org,wres_year,indicator,white,bme", "R0A,2025,12,5,2"),
    "year 1066": table("org,wres_year,indicator,white,bme", "R0A,1066,8,5,2"),
}


def sound(found: Examination) -> bool:
    """Whether an examination keeps its promises."""
    one_sentence = (
        bool(found.reason) and "\n" not in found.reason and "Traceback" not in found.reason
    )
    stored = found.verdict is not Verdict.REFUSED
    return (
        one_sentence
        and (stored or not found.results)
        and (stored == (not found.failures) or not found.checks)
    )


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_gets_one_sentence_and_no_results(kind: str) -> None:
    """The list of the release: nothing is stored, nothing is raised."""
    found = look(BAD[kind])
    assert (found.verdict, found.results) == (Verdict.REFUSED, ())
    assert sound(found)


@pytest.mark.parametrize(
    "data", [survey_file().encode("utf-16"), survey_file().replace("\n", "\r").encode()]
)
def test_utf_16_and_cr_only_are_read_not_refused(data: bytes) -> None:
    """Both are ordinary exports."""
    assert look(data).verdict is Verdict.ACCEPTED


def test_results_carry_source_edition_basis_and_survey_year() -> None:
    """What every figure needs to be traced and never compared across a break."""
    data = table("org,survey_year,indicator,white,bme", "R0A,2019,7,88,70", "R0A,2025,7,58,49")
    found = look(data)
    assert found.reading is not None
    bases = {(r.survey_year, r.wres_year): r.calc_basis for r in found.results}
    assert bases == {(2019, 2020): CalcBasis.EXCL_DK, (2025, 2026): CalcBasis.INCL_DK_2025}
    assert {r.edition for r in found.results} == {"uploaded"}
    assert {r.source_id for r in found.results} == {f"upload:{found.reading.sha256[:12]}"}


def test_words_and_numbers_are_checked_together() -> None:
    """A person sees every problem of the rows at once, not one a try."""
    found = look(table("org,wres_year,indicator,white,bme", "XXX,2025,8,six,2", "R0A,1066,8,5,2"))
    assert {c.check for c in found.failures} == {"known_organisation", "numbers", "year_range"}


@pytest.mark.parametrize("shape", [shape.name for shape in SHAPES])
@pytest.mark.parametrize("data", GOOD)
def test_any_layout_can_be_chosen_for_any_table(data: bytes, shape: str) -> None:
    """A wrong choice gives a refusal in a sentence, never an error."""
    assert sound(look(data, Choices(shape=shape)))


def test_the_file_name_decides_nothing() -> None:
    """A table called .jpg is a table."""
    assert look(survey_file(), name="photo.jpg").verdict is Verdict.ACCEPTED


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    """Random bytes are refused in a sentence."""
    assert sound(look(data))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_text_makes_it_raise(text: str) -> None:
    """Pieces of good files put together anyhow."""
    assert sound(look(text.encode("utf-8", "surrogatepass")))


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(GOOD),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=8),
    st.integers(0, 10_000),
)
def test_no_mutation_of_a_good_file_makes_it_raise(
    data: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    """Bytes changed, and the end sometimes cut off: a result or a named refusal."""
    content = bytearray(data)
    for place, value in changes:
        content[place % len(content)] = value
    assert sound(look(bytes(content[: cut or None])))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(GOOD),
    st.builds(
        Choices,
        org_code=st.sampled_from(["", "R0A", "XXX"]),
        wres_year=st.sampled_from([None, 2025, 1]),
        mapping=st.lists(
            st.tuples(
                st.sampled_from(["white", "bme", "Year", "org_code", "nothing"]),
                st.sampled_from(["ignored", "percentage:bme", "ratio", "band", "x", "value:all"]),
            ),
            max_size=3,
        ).map(tuple),
        scale=st.sampled_from(list(Scale)),
        shape=st.sampled_from(["", *(shape.name for shape in SHAPES), "round"]),
        repairs=st.lists(
            st.sampled_from([*(kind.id for kind in REPAIRS), "magic"]), max_size=4
        ).map(tuple),
    ),
)
def test_no_choice_makes_it_raise(data: bytes, choices: Choices) -> None:
    """A person may choose nonsense; they are told so."""
    assert sound(look(data, choices))
