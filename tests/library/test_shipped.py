"""Everything shipped loads; one broken file is named and the rest works."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wres.benchmarks import BenchmarkFigure, BenchmarkKind, comparators_for, find_benchmark
from wres.library.shipped import Shipped, load_shipped
from wres.organisations import PRACTICE_TRUST
from wres.terms import EthnicGroup

DATA = Path(__file__).parents[2] / "data"
FILES = (
    "benchmarks/discrimination_all_staff_2021_2024.csv",
    "benchmarks/published.csv",
    "benchmarks/survey_2024_england.csv",
    "benchmarks/survey_2024_trusts.csv",
    "ideas/ideas.toml",
    "practice/benchmarks.csv",
    "practice/results.csv",
    "practice/action_plan.toml",
    "reference/ethnicity_codes.csv",
    "reference/measured_rules.csv",
    "reference/organisations.csv",
    "reference/sources.csv",
    "reference/survey_questions.csv",
)


@pytest.fixture(scope="module", name="shipped")
def _shipped() -> Shipped:
    return load_shipped(DATA)


def test_nothing_shipped_is_broken(shipped: Shipped) -> None:
    """Every file of the data folder can be used."""
    assert [str(problem) for problem in shipped.problems] == []


def test_the_first_visit_has_159_trusts_and_the_practice_trust(shipped: Shipped) -> None:
    """Nothing is blank before the first upload."""
    codes = shipped.results.organisations()
    assert len(codes) == 160
    assert PRACTICE_TRUST in codes
    assert all(code in shipped.organisations for code in codes)


@pytest.mark.parametrize(("group", "per_cent"), [(EthnicGroup.BME, 15.7), (EthnicGroup.WHITE, 6.7)])
def test_manchester_is_compared_with_the_median_of_121_other_acute_and_combined_trusts(
    shipped: Shipped, group: EthnicGroup, per_cent: float
) -> None:
    """Survey 2024, indicator 8: BME 15.7 percent, White 6.7 percent."""
    row = shipped.results.get("R0A", 2025, indicator=8, ethnic_group=group)
    assert row is not None
    usual = comparators_for(shipped.organisations.get("R0A"))[0]
    found = find_benchmark(shipped.benchmarks, row, comparator=usual)
    assert isinstance(found, BenchmarkFigure)
    assert round(found.value * 100, 1) == per_cent
    assert found.organisations == 121
    assert found.base is None


def test_there_is_no_median_of_mental_health_trusts(shipped: Shipped) -> None:
    """The file of survey 2024 holds none of them."""
    medians = {f.scope for f in shipped.benchmarks if f.source_id == "medians_nss_2024"}
    assert medians == {"acute", "acute specialist", "ambulance", "community"}


def test_no_doubtful_figure_is_ever_returned(shipped: Shipped) -> None:
    """Asked for every result against every comparator, the answer is sound or none."""
    for code in ("R0A", "RFS", PRACTICE_TRUST):
        organisation = shipped.organisations.get(code)
        for row in shipped.results.where(org_code=code):
            for comparator in comparators_for(organisation):
                found = find_benchmark(shipped.benchmarks, row, comparator=comparator)
                assert not isinstance(found, BenchmarkFigure) or not found.doubtful


def test_every_source_is_listed(shipped: Shipped) -> None:
    """Results, benchmarks, breakdowns, codes, questions and organisations all resolve."""
    used = {row.source_id for row in shipped.results}
    used |= {one.source_id for one in shipped.benchmarks}
    used |= {one.source_id for one in shipped.breakdowns}
    used |= {one.source_id for one in shipped.ethnicity_codes}
    used |= {one.source_id for one in shipped.survey_questions}
    used |= {part for one in shipped.organisations for part in one.source.split("|")}
    assert [source_id for source_id in sorted(used) if source_id not in shipped.sources] == []


def test_every_benchmark_says_where_it_came_from(shipped: Shipped) -> None:
    """A title always, and an address for all but the practice peers."""
    assert all(one.source_title for one in shipped.benchmarks)
    real = [one for one in shipped.benchmarks if one.kind is not BenchmarkKind.PRACTICE]
    assert all(one.source_url.startswith("https://") for one in real)


def test_regions_of_benchmarks_are_regions_of_organisations(shipped: Shipped) -> None:
    """A region benchmark nobody could find would be a misspelling."""
    regions = {one.region for one in shipped.organisations}
    scopes = {one.scope for one in shipped.benchmarks if one.kind is BenchmarkKind.REGION}
    assert len(scopes) == 7
    assert scopes <= regions


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_named_and_the_rest_loads(tmp_path: Path, name: str) -> None:
    """Each file in turn is replaced by nonsense."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    (copy / name).write_bytes(b"\xff\xfe nonsense")
    shipped = load_shipped(copy)
    assert [problem.file_name for problem in shipped.problems] == [name]
    assert PRACTICE_TRUST in shipped.organisations
    assert len(shipped.results) > 1000
    assert shipped.benchmarks
    assert shipped.cases


def test_a_broken_case_takes_only_its_own_ideas_with_it(tmp_path: Path) -> None:
    """The file of ideas is not to blame, and every indicator keeps at least two."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    (copy / "case_studies" / "chesterfield_indicator_8.md").write_bytes(b"\xff")
    shipped = load_shipped(copy)
    assert [one.file_name for one in shipped.problems] == ["chesterfield_indicator_8.md"]
    lost = {one.id for one in load_shipped(DATA).ideas} - {one.id for one in shipped.ideas}
    assert lost == {"local_survey_response", "bias_in_all_management_training"}


def test_a_missing_data_folder_is_all_problems_and_no_crash(tmp_path: Path) -> None:
    """The Practice Trust is known even then."""
    shipped = load_shipped(tmp_path / "nowhere")
    assert len(shipped.problems) == len(FILES) + 3
    assert PRACTICE_TRUST in shipped.organisations


def test_a_problem_says_nothing_about_where_the_program_is_installed(tmp_path: Path) -> None:
    """No path of the machine reaches a page."""
    shipped = load_shipped(tmp_path)
    assert shipped.problems
    assert not [p for p in shipped.problems if str(tmp_path) in str(p)]
