"""Proposals for columns, each with its reason; nothing is decided and no group is guessed."""

from __future__ import annotations

import random

import pytest

from wres.upload.mapping import use_options
from wres.upload.proposal import Proposal, as_mapping, fitting_mapping, propose
from wres.upload.read import read_file

from .files import ORGANISATIONS, table


def proposed(header: str, *rows: str) -> dict[str, Proposal]:
    """The proposals of a file, by heading."""
    reading = read_file(table(header, *rows), "f.csv")
    return {one.header: one for one in propose(reading, ORGANISATIONS)}


@pytest.mark.parametrize(
    ("cells", "use", "words"),
    [
        (("R0A", "R1H", "RRV"), "org_code", "All 3 cells are ODS codes."),
        (("r0a", "R1H", "RRV", "G6V2S", "XXX"), "org_code", "4 of 5 cells are ODS codes."),
        (("Barts Health NHS Trust", "Practice Trust"), "org_name", "names of organisations"),
        (("White", "BAME", "Not stated"), "ethnic_group", "All 3 cells are ethnic groups."),
        (("2023/24", "2024/25"), "wres_year", "All 2 cells are WRES years."),
        (("31 March 2024", "31/03/2025"), "wres_year", "WRES years"),
        (("2023 survey", "NSS 2024"), "survey_year", "survey years"),
        (("2024", "2025"), "year", "All 2 cells are years."),
        (("Band 2", "8a", "VSM"), "band", "All 3 cells are pay bands."),
        (("Clinical", "Non-clinical"), "staff_group", "staff groups"),
        (("Indicator 5", "WRES 8"), "indicator", "indicators"),
        (("16.1%", "6.6 %"), "percentage", "percentages"),
    ],
)
def test_the_cells_say_what_an_unknown_heading_does_not(
    cells: tuple[str, ...], use: str, words: str
) -> None:
    """With how many of how many cells fit."""
    one = proposed("Zzz,other", *(f"{cell},x" for cell in cells))["Zzz"]
    assert one.use == use
    assert words in one.reason
    assert one.reason.endswith(".")


def test_cells_that_do_not_fit_are_listed() -> None:
    """218 of 220 cells are ODS codes, and the other two are named."""
    chance = random.Random(7)
    codes = [chance.choice(("R0A", "R1H", "RRV")) for _ in range(218)] + ["QQQ", "Total"]
    one = proposed("Where,other", *(f"{code},x" for code in codes))["Where"]
    assert one.reason == "218 of 220 cells are ODS codes."
    assert one.unplaced == ("QQQ", "Total")
    assert one.share == pytest.approx(218 / 220)


@pytest.mark.parametrize("label", ["Purple", "Other ethnic groups", "Whyte", "B M", "Group 1"])
def test_no_ethnic_group_is_proposed_for_a_label_that_is_not_listed(label: str) -> None:
    """Neither in cells nor in a heading."""
    found = proposed(f"Kind,{label}", f"{label},16.1", f"{label},6.6")
    assert not any("ethnic" in one.use or ":" in one.use for one in found.values())
    assert label in found["Kind"].unplaced


def test_a_label_unknown_among_known_ones_is_listed() -> None:
    """The column is of ethnic groups; the label stays with the person."""
    labels = ("White", "BME", "White", "BME", "White", "BME", "Unknown", "White", "Purple")
    one = proposed("Kind,other", *(f"{label},x" for label in labels))["Kind"]
    assert (one.use, one.unplaced) == ("ethnic_group", ("Purple",))


def test_a_known_heading_over_other_cells_is_questioned() -> None:
    """“Group” usually holds ethnic groups; here it holds pay bands."""
    one = proposed("Group,other", "Band 2,x", "Band 8a,x")["Group"]
    assert one.use == "band"


def test_a_longer_heading_that_names_a_group_is_proposed_for_it() -> None:
    """Counts, bases and percentages of BME and White."""
    found = proposed("BME staff headcount 2024 | x,White,org", "12,6.6,R0A", "13,6.7,R1H")
    assert found["White"].use == "percentage:white"
    assert found["org"].use == "org_code"


def test_bare_numbers_are_not_guessed() -> None:
    """1 to 8 may be indicators, bands or people."""
    one = proposed("Zzz,other", *(f"{number},x" for number in range(1, 9)))["Zzz"]
    assert one.use == ""
    assert one.reason.startswith("8 of 8 cells are numbers from 1 to 8")


def test_details_of_people_are_never_proposed() -> None:
    """A column of e-mail addresses has no use."""
    assert proposed("E-mail,indicator", "jo@example.org,8")["E-mail"].use == ""


def test_every_proposal_can_be_stored_as_a_mapping() -> None:
    """Each use is one a mapping may hold."""
    found = proposed("Where,Kind,Notes,Zzz", "R0A,White,x,5", "R1H,BME,y,6")
    pairs = as_mapping(found.values())
    assert dict(pairs) == {"Where": "org_code", "Kind": "ethnic_group", "Notes": "ignored"}
    assert {use for _, use in pairs} <= set(use_options())


def test_a_remembered_mapping_is_used_for_the_same_header_only() -> None:
    """A renamed or a new column is asked about again."""
    mapping = (("Where", "org_code"), ("Zzz", "ignored"))
    older = (("Somewhere", "org_code"),)
    header = ("Where", "Indicator", "Zzz")
    assert fitting_mapping(header, (older, mapping)) == mapping
    assert fitting_mapping(("Where2", "Indicator", "Zzz"), (older, mapping)) is None
    assert fitting_mapping((*header, "Shoe size"), (mapping,)) is None
    assert fitting_mapping(header, ()) is None


def test_a_remembered_use_that_no_longer_exists_is_not_used() -> None:
    """A mapping may be older than the program."""
    assert fitting_mapping(("Where",), ((("Where", "gone"),),)) is None
