"""New years to compare with, made from uploaded official results; medians worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from wres.answers import (
    Cell,
    View,
    assessment_of,
    benchmark_for,
    benchmark_list,
    explore,
    gather,
    rehearse,
)
from wres.answers.evidence import Evidence
from wres.answers.questions import areas_of_concern, where_we_stand
from wres.benchmarks import Benchmark, BenchmarkFigure, BenchmarkKind, NoBenchmark
from wres.library.shipped import Shipped, load_shipped
from wres.organisations import PRACTICE_TRUST, Organisation, Organisations
from wres.results import Result, Results
from wres.terms import BenchmarkGroup, EthnicGroup
from wres.words import benchmark_label

DATA = Path(__file__).parents[2] / "data"
BME, WHITE = EthnicGroup.BME, EthnicGroup.WHITE
# Three community trusts and three of mental health; the shipped data has none of the second.
COMMUNITY = ("RY5", "RYX", "RDR")
MENTAL_HEALTH = ("RHA", "RV3", "RWX")
NEW = "nss-2025"


@pytest.fixture(scope="module", name="shipped")
def _shipped() -> Shipped:
    return load_shipped(DATA)


def printed(
    code: str,
    value: float,
    *,
    year: int = 2026,
    edition: str = NEW,
    group: EthnicGroup = BME,
    base: int | None = 400,
) -> Result:
    """Indicator 8 of one organisation as a benchmark sheet gives it."""
    return Result(
        org_code=code,
        wres_year=year,
        survey_year=year - 1,
        indicator=8,
        ethnic_group=group,
        denominator=base,
        value=value,
        edition=edition,
        source_id="upload:0123456789ab",
    )


def known(shipped: Shipped, *rows: Result) -> Evidence:
    return gather(shipped, Results(rows), 1)


def beside(
    evidence: Evidence, code: str, *, year: int = 2026, kind: BenchmarkKind = BenchmarkKind.GROUP
) -> Benchmark:
    return benchmark_for(evidence, Cell(org_code=code, indicator=8), year, kind=kind)


def of_group(values: Mapping[str, float], **changes: object) -> list[Result]:
    return [printed(code, value, **changes) for code, value in values.items()]  # type: ignore[arg-type]


def test_the_groups_used_here_are_the_ones_meant(shipped: Shipped) -> None:
    """Codes of three community and three mental-health trusts."""
    groups = {
        code: shipped.organisations.get(code).benchmark_group.value
        for code in (*COMMUNITY, *MENTAL_HEALTH)
    }
    assert set(groups.values()) == {"community", "mental health"}
    assert [groups[code] for code in COMMUNITY] == ["community"] * 3


def test_three_trusts_of_a_new_year_make_a_median(shipped: Shipped) -> None:
    """Of 12, 18 and 15 per cent it is 15, named with its year, edition and number of trusts."""
    rows = of_group(dict(zip(COMMUNITY, (0.12, 0.18, 0.15), strict=True)))
    found = beside(known(shipped, *rows), "RY4")
    assert isinstance(found, BenchmarkFigure)
    assert (found.value, found.wres_year, found.organisations) == (0.15, 2026, 3)
    assert (found.edition, found.base) == (NEW, None)
    label = benchmark_label(found)
    assert label == "the median of community trusts, edition nss-2025 (3 trusts)"


def test_the_own_trust_is_left_out_of_its_median(shipped: Shipped) -> None:
    """Of 12, 16 and 30 per cent it is 16, whatever the own 10 is; with one fewer there is none."""
    values = dict(zip((*COMMUNITY, "RY4"), (0.1, 0.12, 0.16, 0.3), strict=True))
    found = beside(known(shipped, *of_group(values)), COMMUNITY[0])
    assert isinstance(found, BenchmarkFigure)
    assert (found.value, found.organisations) == (0.16, 3)
    label = "the median of the other community trusts, edition nss-2025"
    assert found.label == label
    del values["RY4"]
    alone = beside(known(shipped, *of_group(values)), COMMUNITY[0])
    assert isinstance(alone, NoBenchmark)
    assert "With this trust left out, fewer than three" in alone.reason


def test_a_group_the_shipped_data_lacks_gets_its_median(shipped: Shipped) -> None:
    """Mental health, survey 2024: 20, 22 and 27 per cent give 22."""
    values = dict(zip(MENTAL_HEALTH, (0.27, 0.2, 0.22), strict=True))
    rows = of_group(values, year=2025, edition="nss-2024")
    found = beside(known(shipped, *rows), "RRP", year=2025)
    assert isinstance(found, BenchmarkFigure)
    assert (found.value, found.organisations, found.edition) == (0.22, 3, "nss-2024")


def test_two_trusts_make_none(shipped: Shipped) -> None:
    """A median of two would give one away to the other."""
    rows = of_group(dict(zip(COMMUNITY[:2], (0.1, 0.2), strict=True)))
    assert not isinstance(beside(known(shipped, *rows), COMMUNITY[0]), BenchmarkFigure)


def test_editions_are_never_mixed(shipped: Shipped) -> None:
    """Two of one issue and one of the next are no three."""
    rows = of_group(dict(zip(COMMUNITY[:2], (0.1, 0.2), strict=True)))
    rows.append(printed(COMMUNITY[2], 0.3, edition="nss-2026"))
    assert not isinstance(beside(known(shipped, *rows), COMMUNITY[0]), BenchmarkFigure)


@pytest.mark.parametrize("edition", ["uploaded", "nss-2025-unweighted", ""])
def test_only_official_weighted_results_take_part(shipped: Shipped, edition: str) -> None:
    """A trust's own file says nothing about its group."""
    rows = of_group(dict(zip(COMMUNITY, (0.1, 0.2, 0.3), strict=True)), edition=edition)
    assert not isinstance(beside(known(shipped, *rows), COMMUNITY[0]), BenchmarkFigure)


def test_counts_of_people_take_no_part(shipped: Shipped) -> None:
    """The survey publishes weighted percentages; whoever has counts has another source."""
    rows = of_group(dict(zip(COMMUNITY, (0.1, 0.2, 0.3), strict=True)))
    counted = [replace(row, numerator=60) for row in rows]
    assert known(shipped, *rows).made_benchmarks
    assert known(shipped, *counted).made_benchmarks == ()


def test_a_hidden_figure_takes_no_part(shipped: Shipped) -> None:
    """Ten people answered at one of three trusts: a median would give their answer away."""
    rows = of_group(dict(zip(COMMUNITY[:2], (0.1, 0.3), strict=True)))
    rows.append(printed(COMMUNITY[2], 0.2, base=10))
    assert not isinstance(beside(known(shipped, *rows), COMMUNITY[0]), BenchmarkFigure)


def test_made_up_trusts_are_in_no_median(shipped: Shipped) -> None:
    """Whatever group and edition they claim: two real trusts and a made-up one are no three."""
    made_up = Organisation(
        code="ZZQ", name="Made up", benchmark_group=BenchmarkGroup.COMMUNITY, made_up=True
    )
    more = replace(shipped, organisations=Organisations((*shipped.organisations, made_up)))
    values = dict(zip((*COMMUNITY[:2], "ZZQ", PRACTICE_TRUST), (0.1, 0.2, 0.3, 0.4), strict=True))
    assert known(more, *of_group(values)).made_benchmarks == ()


def test_a_few_trusts_uploaded_again_leave_the_median_over_all(shipped: Shipped) -> None:
    """Three of 122 acute trusts of the shipped edition: the median is still over the other 121."""
    rows = of_group(
        {"R0A": 0.1613, "R1H": 0.2, "RRV": 0.2}, year=2025, edition="nss-2024", base=None
    )
    found = beside(known(shipped, *rows), "R0A", year=2025)
    assert isinstance(found, BenchmarkFigure)
    assert found.organisations == 121


def test_what_is_left_of_an_edition_makes_no_smaller_median(shipped: Shipped) -> None:
    """Ten ambulance trusts are shipped; when seven move on to the next issue, nine others stand."""
    held = shipped.results.where(wres_year=2025, indicator=8, ethnic_group=BME)
    group = BenchmarkGroup.AMBULANCE
    codes = sorted(
        row.org_code
        for row in held
        if shipped.organisations.get(row.org_code).benchmark_group is group
    )
    assert len(codes) == 10
    moved = of_group(dict.fromkeys(codes[:7], 0.2), year=2025)
    again = printed(codes[7], 0.9, year=2025, edition="nss-2024")
    evidence = known(shipped, *moved, again)
    assert {figure.edition for figure in evidence.made_benchmarks} == {NEW}
    found = beside(evidence, codes[7], year=2025)
    assert isinstance(found, BenchmarkFigure)
    assert (found.organisations, found.edition) == (9, "nss-2024")


def test_a_row_is_compared_with_its_own_edition(shipped: Shipped) -> None:
    """Survey 2024 as edition 2025 restates it stands beside the restated median, 18 per cent."""
    values = dict(zip((*COMMUNITY, "R1D"), (0.14, 0.18, 0.16, 0.2), strict=True))
    evidence = known(shipped, *of_group(values, year=2025))
    restated = beside(evidence, COMMUNITY[0], year=2025)
    others = beside(evidence, "RY4", year=2025)
    assert isinstance(restated, BenchmarkFigure)
    assert isinstance(others, BenchmarkFigure)
    assert (restated.value, restated.edition, restated.organisations) == (0.18, NEW, 3)
    assert (others.edition, others.organisations) == ("nss-2024", 13)


def test_england_of_a_new_year_is_compared_with(shipped: Shipped) -> None:
    """15.5 per cent of England, with its base and edition."""
    rows = [printed("ENG", 0.155, base=210_000), printed("R0A", 0.17)]
    found = beside(known(shipped, *rows), "R0A", kind=BenchmarkKind.NATIONAL)
    assert isinstance(found, BenchmarkFigure)
    assert (found.value, found.base, found.edition) == (0.155, 210_000, NEW)
    assert benchmark_label(found) == "England, edition nss-2025"


def test_an_england_of_ones_own_is_no_benchmark(shipped: Shipped) -> None:
    """A file that only says “England” is not the survey's."""
    rows = [printed("ENG", 0.155, edition="uploaded"), printed("R0A", 0.17)]
    found = beside(known(shipped, *rows), "R0A", kind=BenchmarkKind.NATIONAL)
    assert not isinstance(found, BenchmarkFigure)


def test_the_list_of_benchmarks_has_the_new_year(shipped: Shipped) -> None:
    """Beside the shipped ones."""
    rows = of_group(dict(zip(COMMUNITY, (0.12, 0.18, 0.15), strict=True)))
    view = View(org_code=COMMUNITY[0], wres_year=2026, indicator=8)
    found = benchmark_list(known(shipped, *rows), view)
    assert 2026 in {f.wres_year for f in found.figures if f.kind is BenchmarkKind.GROUP}


def test_a_rehearsal_judges_by_the_new_medians(shipped: Shipped) -> None:
    """12 per cent is above the others' median of 10: worse, before it is accepted."""
    four = (*COMMUNITY, "RY4")
    rows = of_group(dict(zip(four, (0.1, 0.12, 0.09, 0.11), strict=True)))
    rows += of_group(dict(zip(four, (0.06, 0.07, 0.08, 0.07), strict=True)), group=WHITE)
    found = rehearse(known(shipped), rows, uploaded=Results())
    after = {v.org_code: v.after for v in found.verdicts if v.wres_year == 2026}
    accepted = known(shipped, *rows)
    for code in COMMUNITY:
        judged = assessment_of(accepted, Cell(org_code=code, indicator=8), 2026)
        assert judged is not None
        verdict = after[code]
        assert verdict is not None and verdict.strength is judged.strength
    assert after[COMMUNITY[1]] != after[COMMUNITY[2]]


def test_england_can_be_explored_like_a_trust_by_single_background(shipped: Shipped) -> None:
    """Groups in the order of the alphabet; England is compared with nobody."""
    irish, arab = EthnicGroup.WHITE_IRISH, EthnicGroup.OTHER_ARAB
    values = {WHITE: 0.0677, irish: 0.0882, arab: 0.1642, BME: 0.152}
    evidence = known(
        shipped,
        *(
            printed("ENG", value, group=group, year=2025, edition="nss-2024", base=7_500)
            for group, value in values.items()
        ),
    )
    assert evidence.groups("ENG", 2025, 8) == (BME, arab, WHITE, irish)
    assert evidence.comparators("ENG") == ()
    assert "England" in {org.name for org in evidence.with_figures()}
    view = View(org_code="ENG", wres_year=2025, indicator=8)
    assert len(where_we_stand(evidence, view)) == 9
    assert areas_of_concern(evidence, view)
    for group in values:
        chosen = View(org_code="ENG", wres_year=2025, indicator=8, ethnic_group=group)
        assert explore(evidence, chosen)
