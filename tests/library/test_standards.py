"""Sister standards: data files with sources, off unless a setting names them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.test_architecture import imports_of, module_of, product_files
from tests.test_house_style import tree
from wres.errors import DataFileBroken, SetUpWrong
from wres.library.shipped import load_shipped
from wres.library.standards import Standard, load_standard, load_standards, switched_on
from wres.settings import STANDARDS
from wres.words.standards import definition_sentence

DATA = Path(__file__).parents[2] / "data"
ALL, BROKEN = load_standards(DATA / "standards")
BY_ID = {one.id: one for one in ALL}
SMALL = """title = "A standard"
item = "Measure"
about = "Written for this test."
source_title = "This test"
source_url = "https://example.org/standard"
checked_on = 2026-11-28

[[definitions]]
number = "1"
wording = "Share of staff who answered"
source_title = "This test"
source_url = "https://example.org/standard"

[[definitions]]
number = "2"
wording = ""
"""


def small(folder: Path, text: str = SMALL, name: str = "small.toml") -> Path:
    """Return a file with a small standard."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def found(standard: Standard) -> list[str]:
    """Return the measures whose wording was found."""
    return [one.number for one in standard.definitions if one.is_found]


def test_three_standards_are_there() -> None:
    """WDES with eleven wordings found and three not; the others with none, and none invented."""
    assert BROKEN == ()
    assert set(BY_ID) == {"wdes", "medical_wres", "bank_wres"}
    assert [one.number for one in BY_ID["wdes"].definitions if not one.is_found] == [
        *("7", "9a", "9b")
    ]
    assert len(found(BY_ID["wdes"])) == 11
    assert (len(BY_ID["medical_wres"].definitions), found(BY_ID["medical_wres"])) == (11, [])
    assert (len(BY_ID["bank_wres"].definitions), found(BY_ID["bank_wres"])) == (9, [])


def test_the_definition_of_nhs_england_wins() -> None:
    """Metric 3 is capability, whatever a trust's report prints; its source is NHS England."""
    metric = next(one for one in BY_ID["wdes"].definitions if one.number == "3")
    assert "capability" in metric.wording
    assert "disciplinary" not in metric.wording
    assert metric.source_url.startswith("https://www.england.nhs.uk/")


def test_what_was_not_found_is_said_to_be() -> None:
    """No wording stands in its place."""
    metric = next(one for one in BY_ID["wdes"].definitions if one.number == "9a")
    assert definition_sentence(metric) == "Its wording was not found."


def test_off_is_the_default() -> None:
    """Without the setting none is on; with it those named, in that order, each once."""
    assert switched_on(ALL, STANDARDS.given({})) == ()
    assert switched_on(ALL, " , ") == ()
    assert switched_on(ALL, "wdes, Bank_WRES,wdes") == (BY_ID["wdes"], BY_ID["bank_wres"])
    assert {one.id for one in switched_on(ALL, STANDARDS.example)} == set(BY_ID)


def test_a_standard_that_is_not_there_is_refused() -> None:
    """One sentence says which there are; what was written is not repeated."""
    with pytest.raises(SetUpWrong, match=r"^WRES_STANDARDS .* bank_wres, medical_wres, wdes, "):
        switched_on(ALL, "wdse")


def test_only_one_part_of_one_page_knows_them() -> None:
    """No answer, report, chart or address can come upon a sister standard."""
    near = [path for path in product_files() if "standards" in path.read_text(encoding="utf-8")]
    users = {
        module_of(path)
        for path in near
        if {"wres.library.standards", "wres.words.standards"} & imports_of(path)
    }
    assert users == {"wres.library.shipped", "wres.words.standards", "wres.ui.sister_standards"}
    readers = {
        module_of(path)
        for path in near
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "standards"
    }
    assert readers == {"wres.ui.sister_standards"}


def test_a_file_more_is_a_standard_more(tmp_path: Path) -> None:
    """It is there without a line of code, under the name of its file."""
    small(tmp_path, name="more.toml")
    loaded, broken = load_standards(tmp_path)
    assert broken == ()
    assert [one.id for one in switched_on(loaded, "more")] == ["more"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('number = "2"', 'number = "1"', "“1” is defined twice"),
        ('wording = ""', 'wording = "Made up"', "a wording needs its source"),
        ('wording = "Share of staff who answered"', 'wording = ""', "a wording needs its source"),
        ("https://example.org/standard", "http://example.org/standard", "must begin with https"),
        ("about =", "abuot =", "unknown key “abuot”"),
        ("[[definitions]]", "[[other]]", "unknown key “other”"),
    ],
)
def test_a_file_that_says_too_little_is_refused(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """A wording without a source is as good as invented."""
    with pytest.raises(DataFileBroken, match=said):
        load_standard(small(tmp_path, SMALL.replace(old, new)))


def test_a_broken_standard_takes_nothing_else_with_it(tmp_path: Path) -> None:
    """It is named among the problems, and everything else is read."""
    (tmp_path / "standards").mkdir()
    small(tmp_path / "standards", "title = ")
    shipped = load_shipped(tmp_path)
    assert shipped.standards == ()
    assert "small.toml" in " ".join(str(problem) for problem in shipped.problems)
