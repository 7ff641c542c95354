"""The figures of survey 2024 are the published ones, on their calculation basis, without counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from wres.errors import DataFileBroken
from wres.library.organisations import load_organisations
from wres.library.survey_results import load_results, load_survey_results
from wres.results import COLUMNS, Results
from wres.terms import BenchmarkGroup, CalcBasis, EthnicGroup

DATA = Path(__file__).parents[2] / "data"
SHIPPED = DATA / "benchmarks" / "survey_2024_trusts.csv"
SOUND = "R0A,2025,2024,8,bme,all,all,,,0.1613,proportion,standard,NSS 2024,shown,nss_2024_trusts"


@pytest.fixture(scope="module", name="rows")
def _rows() -> Results:
    return Results(load_survey_results(SHIPPED))


def _load(folder: Path, *lines: str) -> Results:
    path = folder / "results.csv"
    path.write_text("\n".join((",".join(COLUMNS), *lines, "")), "utf-8")
    return Results(load_results(path))


def _with(**cells: str) -> str:
    named = dict(zip(COLUMNS, SOUND.split(","), strict=True)) | cells
    return ",".join(named.values())


@pytest.mark.parametrize(
    ("group", "published"), [(EthnicGroup.BME, 0.1613), (EthnicGroup.WHITE, 0.0662)]
)
def test_manchester_indicator_8_is_as_published(
    rows: Results, group: EthnicGroup, published: float
) -> None:
    """R0A, survey 2024: BME 16.13 percent, White 6.62 percent."""
    found = rows.get("R0A", 2025, indicator=8, ethnic_group=group)
    assert found is not None
    assert found.value == published
    assert not found.has_counts
    assert (found.survey_year, found.edition) == (2024, "NSS 2024")


def test_there_are_159_trusts_with_four_indicators_and_two_groups(rows: Results) -> None:
    """159 by 4 by 2 is 1,272 figures."""
    assert len(rows.organisations()) == 159
    assert len(rows) == 1272


def test_every_trust_is_known_and_none_is_a_mental_health_trust(rows: Results) -> None:
    """122 acute and combined, 14 community, 13 acute specialist, 10 ambulance."""
    known = load_organisations(DATA / "reference" / "organisations.csv")
    groups = Counter(known.get(code).benchmark_group for code in rows.organisations())
    assert groups == {
        BenchmarkGroup.ACUTE: 122,
        BenchmarkGroup.COMMUNITY: 14,
        BenchmarkGroup.ACUTE_SPECIALIST: 13,
        BenchmarkGroup.AMBULANCE: 10,
    }


def test_indicator_7_of_survey_2024_keeps_do_not_know_in_the_base(rows: Results) -> None:
    """No other indicator has more than one basis."""
    assert {row.calc_basis for row in rows.where(indicator=7)} == {CalcBasis.INCL_DK}
    assert {row.calc_basis for row in rows.where(indicator=5)} == {CalcBasis.STANDARD}


def test_an_empty_survey_year_and_basis_are_filled_in(tmp_path: Path) -> None:
    """WRES 2021 reports survey 2020, which left “don't know” out."""
    line = _with(wres_year="2021", survey_year="", indicator="7", calc_basis="")
    (row,) = _load(tmp_path, line)
    assert (row.survey_year, row.calc_basis) == (2020, CalcBasis.EXCL_DK)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"indicator": "12"}, "“12” is not a known indicator"),
        ({"indicator": "7"}, "is on the basis incl_dk, not standard"),
        ({"value": "16.13"}, "must lie between 0 and 100"),
        ({"value": ""}, "neither a value nor counts"),
        ({"numerator": "5", "denominator": "4"}, "5 people cannot be part of 4"),
        ({"wres_year": "1066"}, "“wres_year” is 1066"),
        ({"band": "10"}, "“10” is not a known band"),
    ],
)
def test_a_line_that_cannot_be_true_is_refused(
    tmp_path: Path, cells: dict[str, str], expected: str
) -> None:
    """Each is refused by line, with what is wrong."""
    with pytest.raises(DataFileBroken, match=f"line 2: .*{expected}"):
        _load(tmp_path, _with(**cells))


def test_the_same_figure_twice_is_refused(tmp_path: Path) -> None:
    """Two values for one figure cannot both be true."""
    with pytest.raises(DataFileBroken, match="line 3: it is the same figure"):
        _load(tmp_path, SOUND, _with(value="0.2"))


def test_a_survey_file_holds_survey_indicators_only(tmp_path: Path) -> None:
    """Indicator 2 comes from workforce records."""
    path = tmp_path / "survey.csv"
    path.write_text("\n".join((",".join(COLUMNS), _with(indicator="2"), "")), "utf-8")
    with pytest.raises(DataFileBroken, match="indicator 2 does not come from the staff survey"):
        load_survey_results(path)
