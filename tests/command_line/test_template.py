"""``template`` writes a file a person can fill in."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.command_line.conftest import Run
from wres.upload.shapes.template import HEADINGS


def test_the_example_can_be_checked_at_once(run: Run, tmp_path: Path) -> None:
    """What the command writes is accepted by the command that checks."""
    path = tmp_path / "example.csv"
    made = run("template", "--filled", "--out", path, "--json")
    assert made.code == 0
    assert made.data == {"file": "example.csv", "bytes": path.stat().st_size, "filled": True}
    assert run("check", path, "--json").code == 0


def test_one_indicator_as_a_workbook(run: Run, tmp_path: Path) -> None:
    """Its sheet holds the headings."""
    path = tmp_path / "ours.xlsx"
    assert run("template", "--indicator", "9", "--out", path).code == 0
    assert list(load_workbook(path)["Indicator 9"].values) == [HEADINGS]


def test_a_file_that_is_there_is_never_written_over(run: Run, tmp_path: Path) -> None:
    """It may be last year's return, filled in."""
    path = tmp_path / "ours.csv"
    path.write_text("mine", encoding="utf-8")
    ended = run("template", "--out", path)
    assert ended.code == 2
    assert "“ours.csv” already" in ended.err
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--out", "ours.pdf"), ".xlsx"),
        (("--indicator", "12", "--out", "ours.csv"), "“12”"),
        (("--out", "no/such/folder/ours.csv"), "cannot be written"),
    ],
)
def test_what_cannot_be_made_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    """Another ending, another indicator, a folder that is not there."""
    ended = run("template", *words[:-1], tmp_path / words[-1])
    assert ended.code == 2
    assert said in ended.err
    assert len(ended.err.splitlines()) == 1
    assert not list(tmp_path.glob("ours*"))
