"""The accessibility statement has what the regulations ask for, and claims what is tested."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import streamlit

from tests.browser.test_accessibility import MOST_STOPS, ON_A_PHONE, OTHER_WIDTHS
from wres.words import accessibility

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs/accessibility.md").read_text(encoding="utf-8")
STATEMENT, FOR_BUILDERS = TEXT.split("## Where Streamlit falls short")


def test_the_statement_has_what_regulation_8_asks_for() -> None:
    """The status, what is not accessible and why, another way, whom to tell, how it is enforced."""
    for words in (
        "partially compliant with the [Web Content Accessibility Guidelines version 2.2]",
        "### What is not accessible, and why",
        "Instead: ",
        "link to a contact form]",
        "legislation.gov.uk/uksi/2018/952/part/5",
        "Prepared on ",
    ):
        assert words in STATEMENT


def test_what_only_the_trust_knows_is_left_open() -> None:
    """No name, address or promise of ours stands where the trust's own belongs."""
    blanks = re.findall(r"\[([^\]]+)\](?!\()", STATEMENT)
    assert {"name of the trust", "address", "number", "date"} <= set(blanks)
    assert not re.search(r"\S+@\S+|\b0\d{9,10}\b", STATEMENT)


def test_the_statement_claims_the_widths_and_versions_that_are_tested() -> None:
    """The widths, the number of stops, axe and Streamlit are those of the tests."""
    widths = sorted(width for width, _ in (ON_A_PHONE, *OTHER_WIDTHS))
    assert f"{', '.join(map(str, widths[:-1]))} and {widths[-1]} pixels" in STATEMENT
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    version = re.search(r"axe v(\d+\.\d+)", axe)
    assert version is not None and f"axe-core {version[1]} " in STATEMENT
    assert f"Streamlit {'.'.join(streamlit.__version__.split('.')[:2])}." in FOR_BUILDERS
    assert f"at most {MOST_STOPS} to the finding" in FOR_BUILDERS


def test_every_test_the_statement_names_is_there() -> None:
    """Each file of tests that is named exists."""
    named = re.findall(r"`(?:tests/(?:browser|charts)/)?(test_\w+\.py)`", STATEMENT)
    assert len(named) == 5
    assert all(list((ROOT / "tests").rglob(name)) for name in named)


def test_the_program_says_the_same_of_itself() -> None:
    """The page About names the same shortcoming, the same way round it, and the statement."""
    told = " ".join(accessibility.STATEMENT)
    for words in ("single letters", "Notes on this device", "WCAG 2.2"):
        assert words in told
    assert "docs/accessibility.md" in told
