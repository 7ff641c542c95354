"""Comparators: the same year, measure and basis, or none; medians of three or more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.measures.building import BME, WHITE, benchmark, row
from wres.benchmarks import (
    BenchmarkFigure,
    BenchmarkKind,
    Comparator,
    NoBenchmark,
    comparators_for,
    find_benchmark,
    group_medians,
)
from wres.organisations import Organisation
from wres.terms import Band, BenchmarkGroup, CalcBasis, StaffGroup, Status, Unit

ENGLAND = Comparator(kind=BenchmarkKind.NATIONAL, scope="England", label="England")
ROW = row(8, BME, (125, 642))


def test_the_figure_of_the_year_is_found() -> None:
    """2025 for 2025, whatever else is there."""
    found = find_benchmark(
        [benchmark(8, 0.14, year=2024), benchmark(8, 0.15)], ROW, comparator=ENGLAND
    )
    assert isinstance(found, BenchmarkFigure)
    assert (found.wres_year, found.value) == (2025, 0.15)


def test_another_year_is_offered_and_never_used() -> None:
    """2024 and 2021 exist: none for 2025, and 2024 is the nearest."""
    figures = [benchmark(8, 0.13, year=2021), benchmark(8, 0.14, year=2024)]
    found = find_benchmark(figures, ROW, comparator=ENGLAND)
    assert isinstance(found, NoBenchmark)
    assert found.nearest == figures[1]
    assert "2025" in found.reason
    assert "England" in found.reason


def test_a_doubtful_figure_is_never_used() -> None:
    """Not as the benchmark, not as the nearest; the reason says why."""
    figures = [benchmark(8, 0.071, doubtful="a slip"), benchmark(8, 0.07, year=2024, doubtful="x")]
    found = find_benchmark(figures, ROW, comparator=ENGLAND)
    assert isinstance(found, NoBenchmark)
    assert found.nearest is None
    assert "doubtful" in found.reason


def test_a_sound_figure_beside_a_doubtful_one_is_used() -> None:
    """The doubtful one does not stand in its way."""
    figures = [benchmark(8, 0.071, doubtful="a slip"), benchmark(8, 0.15)]
    assert find_benchmark(figures, ROW, comparator=ENGLAND) == figures[1]


@pytest.mark.parametrize(
    "other",
    [
        replace(benchmark(8, 0.15), ethnic_group=WHITE),
        replace(benchmark(8, 0.15), indicator=6),
        replace(benchmark(8, 0.15), band=Band.BAND_5),
        replace(benchmark(8, 0.15), staff_group=StaffGroup.CLINICAL),
        replace(benchmark(8, 0.15), unit=Unit.RATIO),
        replace(benchmark(8, 0.15), calc_basis=CalcBasis.EXCL_DK),
        replace(benchmark(8, 0.15), kind=BenchmarkKind.REGION),
        replace(benchmark(8, 0.15), scope="London"),
    ],
)
def test_a_figure_of_something_else_is_no_benchmark(other: BenchmarkFigure) -> None:
    """Group, indicator, band, staff, unit, basis, kind and scope must all agree."""
    found = find_benchmark([other], ROW, comparator=ENGLAND)
    assert isinstance(found, NoBenchmark)
    assert found.nearest is None


def test_indicator_7_is_never_compared_across_the_recalculation() -> None:
    """Neither used nor offered: survey 2020 left “don’t know” out."""
    found = find_benchmark(
        [benchmark(7, 0.69, year=2021)], row(7, BME, (286, 617), year=2022), comparator=ENGLAND
    )
    assert isinstance(found, NoBenchmark)
    assert found.nearest is None


def trusts(*values: float, status: Status = Status.SHOWN) -> list[object]:
    return [
        replace(row(8, BME, value=value, status=status), org_code=f"T{i}")
        for i, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("values", "expected"), [((0.1, 0.3, 0.2), 0.2), ((0.1, 0.2, 0.3, 0.4), 0.25)]
)
def test_a_median_is_the_middle_one(values: tuple[float, ...], expected: float) -> None:
    """Of three the second; of four half way between the two in the middle."""
    group_of = {f"T{i}": BenchmarkGroup.ACUTE for i in range(len(values))}
    (found,) = group_medians(trusts(*values), group_of=group_of, source_id="s")  # type: ignore[arg-type]
    assert (found.value, found.organisations) == (pytest.approx(expected), len(values))
    assert (found.base, found.kind, found.scope) == (None, BenchmarkKind.GROUP, "acute")


def test_two_organisations_have_no_median() -> None:
    """It would describe those two."""
    group_of = {"T0": BenchmarkGroup.ACUTE, "T1": BenchmarkGroup.ACUTE}
    assert group_medians(trusts(0.1, 0.2), group_of=group_of, source_id="s") == ()  # type: ignore[arg-type]


def test_hidden_figures_and_unknown_organisations_take_no_part() -> None:
    """A hidden figure is not zero; an organisation of no group is in no median."""
    group_of = {f"T{i}": BenchmarkGroup.ACUTE for i in range(3)}
    rows = [*trusts(0.1, 0.2), *trusts(0.0, 0.0, 0.9, status=Status.HIDDEN)[2:]]
    assert group_medians(rows, group_of=group_of, source_id="s") == ()  # type: ignore[arg-type]
    assert group_medians(trusts(0.1, 0.2, 0.3), group_of={}, source_id="s") == ()  # type: ignore[arg-type]


def test_groups_and_years_have_medians_of_their_own() -> None:
    """Three acute and three community trusts: two medians."""
    group_of = {
        f"T{i}": BenchmarkGroup.ACUTE if i < 3 else BenchmarkGroup.COMMUNITY for i in range(6)
    }
    found = group_medians(
        trusts(0.1, 0.2, 0.3, 0.4, 0.5, 0.6),  # type: ignore[arg-type]
        group_of=group_of,
        source_id="s",
    )
    assert {f.scope: f.value for f in found} == {"acute": 0.2, "community": 0.5}


def test_the_usual_comparator_comes_first() -> None:
    """The benchmarking group, then the region, then England."""
    trust = Organisation(
        code="R0A", name="M", benchmark_group=BenchmarkGroup.ACUTE, region="North West"
    )
    assert [c.kind for c in comparators_for(trust)] == [
        BenchmarkKind.GROUP,
        BenchmarkKind.REGION,
        BenchmarkKind.NATIONAL,
    ]


def test_an_organisation_of_no_group_has_england() -> None:
    """Nothing is made up for it."""
    found = comparators_for(Organisation(code="X", name="X"))
    assert [c.kind for c in found] == [BenchmarkKind.NATIONAL]


def test_a_made_up_trust_is_compared_with_made_up_peers_only() -> None:
    """Never with England."""
    trust = Organisation(
        code="ZZP", name="P", benchmark_group=BenchmarkGroup.PRACTICE, made_up=True
    )
    assert [c.kind for c in comparators_for(trust)] == [BenchmarkKind.PRACTICE]
