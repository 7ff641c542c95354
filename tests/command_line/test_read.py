"""``read`` says what the reader saw."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line.conftest import ROOT, Run, environment

KEYS = [
    *("verdict", "reason", "encoding", "delimiter", "header_row"),
    *("rows", "columns", "sheets", "notes"),
]


def test_a_good_file_is_described(run: Run, manchester: Path) -> None:
    """Encoding, delimiter, header row, rows and columns come back, and exit code 0."""
    ended = run("read", manchester, "--json")
    seen = ended.data
    assert ended.code == 0 and ended.err == ""
    assert list(seen) == KEYS
    assert (seen["verdict"], seen["delimiter"], seen["header_row"]) == ("accepted", ",", 1)
    assert seen["rows"] == 4
    assert seen["columns"][-2:] == ["white", "bme"]


def test_plain_text_is_narrow(run: Run, manchester: Path) -> None:
    """Without --json every line fits a window 80 characters wide."""
    ended = run("read", manchester)
    assert "Delimiter   comma" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 80


def test_a_ragged_file_is_a_warning(run: Run, tmp_path: Path) -> None:
    """Rows shorter than the header end with exit code 1 and are named."""
    path = tmp_path / "ragged.csv"
    path.write_text("indicator,year,white,bme\n8,2025,6.6,16.1\n7,2025,58.4\n", encoding="utf-8")
    ended = run("read", path, "--json")
    assert (ended.code, ended.data["verdict"]) == (1, "warnings")
    assert any("line 3" in note for note in ended.data["notes"])


@pytest.mark.parametrize("words", [["--json"], []])
def test_a_missing_file_is_one_sentence(apart: Run, words: list[str]) -> None:
    """A file that is not there is refused in one sentence."""
    ended = apart("read", "nowhere.csv", *words)
    assert ended.code == 2
    assert ended.err == "There is no file “nowhere.csv” here; check its name and folder.\n"


def test_a_refusal_has_every_key(run: Run, tmp_path: Path) -> None:
    """The JSON of a refusal has the same keys as that of a good file."""
    ended = run("read", tmp_path, "--json")
    assert ended.code == 2
    assert list(ended.data) == KEYS
    assert ended.data["verdict"] == "refused" and "folder" in ended.data["reason"]


def test_a_file_over_the_limit_is_not_read(run: Run, tmp_path: Path) -> None:
    """Ten gigabytes with nothing in them are refused by their size alone."""
    path = tmp_path / "large.csv"
    with path.open("wb") as large:
        large.truncate(10 * 1024**3)
    ended = run("read", path, "--json")
    assert ended.code == 2
    assert "10240.0 MB and the limit is 20 MB" in ended.data["reason"]


def test_reading_needs_no_heavy_library(manchester: Path, home: Path) -> None:
    """Neither pandas, Streamlit, Altair nor SQLAlchemy is loaded to look at a file."""
    heavy = "{'pandas', 'streamlit', 'altair', 'sqlalchemy'}"
    code = (
        "import sys; from wres.command_line.program import main; "
        f"main(['read', {str(manchester)!r}]); print(sorted({heavy} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_reading_makes_no_store(run: Run, manchester: Path, home: Path) -> None:
    """Looking at a file leaves nothing behind."""
    run("read", manchester)
    assert not home.exists()


def test_signs_that_steer_a_window_are_not_obeyed(run: Run, tmp_path: Path) -> None:
    """An escape sequence in a heading reaches no terminal."""
    path = tmp_path / "steer.csv"
    path.write_text("indicator,year,white,bme,\x1b[31mred\x9b\n8,2025,6.6,16.1,x\n", "utf-8")
    for words in ([], ["--json"]):
        ended = run("read", path, *words)
        assert "\x1b" not in ended.out + ended.err and "\x9b" not in ended.out + ended.err
