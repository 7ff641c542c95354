"""The list of organisations holds every trust with figures, its group, region and successors."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.errors import DataFileBroken
from wres.library.organisations import ORGANISATION_COLUMNS, load_organisations
from wres.organisations import PRACTICE_TRUST, Organisations
from wres.terms import BenchmarkGroup

SHIPPED = Path(__file__).parents[2] / "data" / "reference" / "organisations.csv"


@pytest.fixture(scope="module", name="known")
def _known() -> Organisations:
    return load_organisations(SHIPPED)


def test_there_are_390_organisations_england_and_the_practice_trust(known: Organisations) -> None:
    """The list was made with 390 codes."""
    assert len(known) == 392


def test_england_is_an_organisation_and_no_trust(known: Organisations) -> None:
    """Its figures can be explored; it has no group, no region and no other name."""
    found = known.get("ENG")
    assert (found.name, found.is_trust, found.region, found.made_up) == (
        "England",
        False,
        "",
        False,
    )


def test_manchester_is_an_acute_trust_in_the_north_west(known: Organisations) -> None:
    """R0A has its name, group, the survey's own label of the group, and region."""
    found = known.get("R0A")
    assert found.name == "Manchester University NHS Foundation Trust"
    assert found.benchmark_group is BenchmarkGroup.ACUTE
    assert found.group_label == "Acute and Acute & Community Trusts"
    assert found.region == "North West"
    assert found.is_trust


def test_a_trust_split_between_two_keeps_both_successors(known: Organisations) -> None:
    """Pennine Acute went to Salford (now Northern Care Alliance) and to Manchester."""
    assert {one.code for one in known.successors("RW6")} == {"RM3", "R0A"}


def test_a_closed_trust_leads_to_the_trust_it_became_part_of(known: Organisations) -> None:
    """Barnet, Enfield and Haringey closed on 31 October 2024; its successor has five letters."""
    closed = known.get("RRP")
    assert (closed.status, closed.closed) == ("closed", "2024-10-31")
    assert [one.code for one in known.successors("RRP")] == ["G6V2S"]


def test_every_organisation_is_found_by_its_own_name(known: Organisations) -> None:
    """A former name of one trust never hides the trust that has it now."""
    assert [one.code for one in known if known.named(one.name) is not one] == []


def test_the_reporting_units_of_one_trust_count_as_trusts(known: Organisations) -> None:
    """Isle of Wight is surveyed as several units."""
    assert all(known.get(code).is_trust for code in ("R1F", "R1F1", "R1F2"))


def test_commissioners_and_welsh_trusts_are_not_trusts_here(known: Organisations) -> None:
    """They took part in surveys or lists, but the standard's tables are for trusts in England."""
    assert not known.get("00L").is_trust


def test_regions_are_the_seven_of_the_survey(known: Organisations) -> None:
    """Region benchmarks are matched by these names."""
    assert {one.region for one in known} - {""} == {
        "East of England",
        "London",
        "Midlands",
        "North East and Yorkshire",
        "North West",
        "South East",
        "South West",
    }


def test_the_practice_trust_is_made_up_and_says_so(known: Organisations) -> None:
    """It is added by the program, and is not in the file."""
    found = known.get(PRACTICE_TRUST)
    assert found.made_up
    assert "made-up" in found.name
    assert found.benchmark_group is BenchmarkGroup.PRACTICE
    assert PRACTICE_TRUST not in SHIPPED.read_text("utf-8")


def test_a_code_listed_twice_is_refused_by_line(tmp_path: Path) -> None:
    """The second line with the code is the wrong one."""
    line = "R0A,Manchester,,NHS trust,acute,,,,open,,,,,,,ods_2026_07\n"
    path = tmp_path / "organisations.csv"
    path.write_text(",".join(ORGANISATION_COLUMNS) + "\n" + line + line, "utf-8")
    with pytest.raises(DataFileBroken, match="line 3: the code “R0A” is listed twice"):
        load_organisations(path)
