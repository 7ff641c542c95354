"""Organisations are found by code or by their whole name, and a name is never guessed."""

from __future__ import annotations

import pytest

from wres.errors import UnknownTerm
from wres.organisations import Organisation, Organisations, name_key

OLD = Organisation(code="RRP", name="Barnet, Enfield and Haringey", merged_into=("G6V2S", "ZZ1"))
NEW = Organisation(code="G6V2S", name="North London", other_names=("North London NHS Trust",))
TWIN = Organisation(code="TWO", name="North London")
KNOWN = Organisations((OLD, NEW))


def test_a_code_is_found_or_refused() -> None:
    """An unknown trust is an error a person can read."""
    assert KNOWN.get("RRP") is OLD
    assert "RRP" in KNOWN
    with pytest.raises(UnknownTerm, match="organisation code"):
        KNOWN.get("XXX")


@pytest.mark.parametrize(
    "spelling",
    ["barnet enfield & haringey", "BARNET, ENFIELD AND HARINGEY", "Barnet Enfield Haringey"],
)
def test_a_name_is_found_in_any_spelling(spelling: str) -> None:
    """Case, punctuation and “and” do not matter."""
    assert KNOWN.named(spelling) is OLD


def test_another_name_of_an_organisation_is_found() -> None:
    """A trust may have had more than one."""
    assert KNOWN.named("north london nhs trust") is NEW


def test_a_name_of_two_organisations_is_not_guessed() -> None:
    """Neither is returned, nor is one for part of a name."""
    assert Organisations((NEW, TWIN)).named("North London") is None
    assert KNOWN.named("Barnet") is None


def test_successors_are_those_that_are_known() -> None:
    """Merged into two, one of them on the list."""
    assert KNOWN.successors("RRP") == (NEW,)
    assert KNOWN.successors("XXX") == ()


def test_the_key_of_a_name_has_no_punctuation() -> None:
    """Commas and ampersands are spaces, and “the” goes."""
    assert name_key("The Royal, & Free") == "royal free"
