"""Published figures are the published ones; doubtful ones are marked and never compared with."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.benchmarks import (
    BenchmarkFigure,
    BenchmarkKind,
    Comparator,
    NoBenchmark,
    find_benchmark,
)
from wres.errors import DataFileBroken
from wres.library.benchmarks import (
    BENCHMARK_COLUMNS,
    DETAILED_BACKGROUND,
    NationalBreakdown,
    load_benchmarks,
    load_national_breakdowns,
    national_benchmarks,
)
from wres.results import Result
from wres.terms import Band, CalcBasis, EthnicGroup, StaffGroup, Unit

FOLDER = Path(__file__).parents[2] / "data" / "benchmarks"
ENGLAND = Comparator(kind=BenchmarkKind.NATIONAL, scope="England", label="England")
SOUND = "england,England,England,2021,8,all,all,bme,0.167,proportion,standard,,,,,x,X,https://x.uk"


@pytest.fixture(scope="module", name="published")
def _published() -> tuple[BenchmarkFigure, ...]:
    return load_benchmarks(FOLDER / "published.csv")


@pytest.fixture(scope="module", name="england")
def _england() -> tuple[NationalBreakdown, ...]:
    return load_national_breakdowns(FOLDER / "survey_2024_england.csv")


def _load(folder: Path, *lines: str) -> tuple[BenchmarkFigure, ...]:
    path = folder / "published.csv"
    path.write_text("\n".join((",".join(BENCHMARK_COLUMNS), *lines, "")), "utf-8")
    return load_benchmarks(path)


def _with(**cells: str) -> str:
    named = dict(zip(BENCHMARK_COLUMNS, SOUND.split(","), strict=True)) | cells
    return ",".join(named.values())


def _row(year: int, indicator: int, **cells: object) -> Result:
    group = EthnicGroup.ALL if cells.get("unit") is Unit.RATIO else EthnicGroup.BME
    kept = {"org_code": "RFS", "ethnic_group": group, **cells}
    return Result(wres_year=year, survey_year=year - 1, indicator=indicator, **kept)  # type: ignore[arg-type]


def _found(figures: tuple[BenchmarkFigure, ...], row: Result) -> float:
    found = find_benchmark(figures, row, comparator=ENGLAND)
    assert isinstance(found, BenchmarkFigure)
    return found.value


@pytest.mark.parametrize(
    ("year", "indicator", "expected"),
    [(2023, 2, 1.59), (2016, 2, 1.57), (2022, 3, 1.14), (2023, 3, 1.03), (2017, 4, 1.22)],
)
def test_the_national_ratios_are_as_published(
    published: tuple[BenchmarkFigure, ...], year: int, indicator: int, expected: float
) -> None:
    """One value a year survives, although several sources print it."""
    assert _found(published, _row(year, indicator, unit=Unit.RATIO)) == expected


def test_the_national_share_at_very_senior_level_is_as_published(
    published: tuple[BenchmarkFigure, ...],
) -> None:
    """12.7 percent in 2024."""
    assert _found(published, _row(2024, 1, band=Band.VSM)) == 0.127


def test_the_more_precise_of_two_agreeing_sources_is_kept(
    published: tuple[BenchmarkFigure, ...],
) -> None:
    """WRES 2017 indicator 8 is printed as 13.8 and as 14."""
    assert _found(published, _row(2017, 8)) == 0.138


def test_a_region_has_its_own_figure(published: tuple[BenchmarkFigure, ...]) -> None:
    """London, indicator 2, 2024: 1.16."""
    london = Comparator(kind=BenchmarkKind.REGION, scope="London", label="London region")
    found = find_benchmark(published, _row(2024, 2, unit=Unit.RATIO), comparator=london)
    assert isinstance(found, BenchmarkFigure)
    assert found.value == 1.16


def test_the_figure_chesterfield_quoted_is_marked_and_never_compared_with(
    published: tuple[BenchmarkFigure, ...],
) -> None:
    """7.1 percent equals the trust's own figure, when England was about 15."""
    quoted = [f for f in published if f.source_id == "workplace_edi_8"]
    assert {f.value: bool(f.doubtful) for f in quoted} == {0.071: True, 0.066: True}
    acute = Comparator(kind=BenchmarkKind.GROUP, scope="acute", label="acute trusts")
    found = find_benchmark(published, _row(2019, 8), comparator=acute)
    assert isinstance(found, NoBenchmark)
    assert "doubtful" in found.reason


@pytest.mark.parametrize(("indicator", "quoted"), [(2, 0.71), (3, 1.25), (4, 0.79)])
def test_the_ratios_one_trust_called_national_are_marked_and_never_compared_with(
    published: tuple[BenchmarkFigure, ...], indicator: int, quoted: float
) -> None:
    """No other source gives a national ratio for 2024."""
    row = _row(2024, indicator, unit=Unit.RATIO)
    assert [f.value for f in published if f.source_id == "rdash_2025" and f.value == quoted]
    assert isinstance(find_benchmark(published, row, comparator=ENGLAND), NoBenchmark)


@pytest.mark.parametrize(
    ("year", "indicator", "band"),
    [(2018, 1, Band.VSM), (2018, 5, Band.ALL), (2019, 8, Band.ALL), (2026, 8, Band.ALL)],
)
def test_a_figure_whose_year_or_meaning_is_unsure_is_never_compared_with(
    published: tuple[BenchmarkFigure, ...], year: int, indicator: int, band: Band
) -> None:
    """Sources disagree, or infer the year, or word the question differently."""
    found = find_benchmark(published, _row(year, indicator, band=band), comparator=ENGLAND)
    assert isinstance(found, NoBenchmark)
    assert "doubtful" in found.reason


def test_indicator_7_carries_the_basis_of_its_survey(
    published: tuple[BenchmarkFigure, ...],
) -> None:
    """Until WRES 2021 without “don't know”; from WRES 2022 with it."""
    sevens = [f for f in published if f.indicator == 7]
    assert {f.wres_year for f in sevens if f.calc_basis is CalcBasis.EXCL_DK} == {2016, 2019, 2020}
    assert {f.wres_year for f in sevens if f.calc_basis is CalcBasis.INCL_DK} == {2022, 2024}


def test_a_share_of_the_board_and_a_difference_are_kept_apart(
    published: tuple[BenchmarkFigure, ...],
) -> None:
    """2024: 16.5 percent of board members, 12.1 points below the workforce."""
    assert _found(published, _row(2024, 9, staff_group=StaffGroup.BOARD)) == 0.165
    difference = _row(2024, 9, staff_group=StaffGroup.BOARD, unit=Unit.DIFFERENCE)
    assert _found(published, difference) == -0.121


def test_targets_and_shares_of_trusts_stay_in_the_file_and_out_of_the_benchmarks(
    published: tuple[BenchmarkFigure, ...],
) -> None:
    """The target for 2022 was 90 percent of trusts, which is nobody's result."""
    assert "target: share of trusts" in (FOLDER / "published.csv").read_text("utf-8")
    assert not [f for f in published if "share of trusts" in f.label]


def test_england_2024_indicator_8_is_as_published(england: tuple[NationalBreakdown, ...]) -> None:
    """BME 15.1982 percent of 197,656 people; White 6.7661 percent of 526,236."""
    figures = {
        f.ethnic_group: (f.value, f.base)
        for f in national_benchmarks(england)
        if f.kind is BenchmarkKind.NATIONAL and f.indicator == 8
    }
    assert figures[EthnicGroup.BME] == (0.151982, 197656)
    assert figures[EthnicGroup.WHITE] == (0.067661, 526236)


def test_eighteen_detailed_backgrounds_are_kept_with_their_labels(
    england: tuple[NationalBreakdown, ...],
) -> None:
    """Gypsy or Irish Traveller staff are inside White: 21.8 percent against 6.8."""
    detailed = [b for b in england if b.breakdown == DETAILED_BACKGROUND and b.indicator == 8]
    assert len(detailed) == 18
    traveller = next(b for b in detailed if "Traveller" in b.subgroup)
    assert traveller.ethnic_group is EthnicGroup.WHITE
    assert (traveller.value, traveller.responses) == (0.218175, 496)


def test_detailed_backgrounds_are_not_benchmarks(england: tuple[NationalBreakdown, ...]) -> None:
    """All staff, seven regions, BME and White, for indicators 5, 7 and 8."""
    assert len(national_benchmarks(england)) == 30


def test_england_2024_has_no_indicator_6(england: tuple[NationalBreakdown, ...]) -> None:
    """Managers and colleagues are printed apart, and adding them would count people twice."""
    assert {b.indicator for b in england} == {5, 7, 8}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"kind": "planet"}, "“planet” is not a known kind of benchmark"),
        ({"kind": "parity"}, "parity is worked out"),
        ({"value": "16.7"}, "must lie between 0 and 100"),
        ({"indicator": "7", "value": "0.7"}, "is on the basis incl_dk|is on the basis excl_dk"),
        ({"source_id": ""}, "“source_id” is empty"),
        ({"source_url": ""}, "“source_url” is empty"),
    ],
)
def test_a_figure_that_cannot_stand_is_refused_by_line(
    tmp_path: Path, cells: dict[str, str], expected: str
) -> None:
    """Each wrong cell has its own reason."""
    with pytest.raises(DataFileBroken, match=f"line 3: .*({expected})"):
        _load(tmp_path, _with(wres_year="2020"), _with(**cells))


def test_two_sound_figures_for_one_cell_are_refused(tmp_path: Path) -> None:
    """One of them must be called doubtful."""
    with pytest.raises(DataFileBroken, match="line 3: it is the same figure"):
        _load(tmp_path, SOUND, _with(value="0.15"))
    assert len(_load(tmp_path, SOUND, _with(value="0.15", doubtful="Rounded."))) == 2


def test_the_all_staff_distribution_has_a_source_and_a_proportion_on_every_line() -> None:
    """It is context for the reader, kept in the same strict form."""
    lines = (FOLDER / "discrimination_all_staff_2021_2024.csv").read_text("utf-8").splitlines()
    assert len(lines) == 514
    assert all(line.endswith(",nhs_gender") for line in lines[1:])
    assert all(0 <= float(line.split(",")[-6]) <= 1 for line in lines[1:] if '"' not in line)
