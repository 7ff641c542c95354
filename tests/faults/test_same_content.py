"""F6, F7 and F15: the same content is nothing new, an undo is exact, a locale changes nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line.conftest import HEADER, MANCHESTER, ROOT, Run, environment

ROWS = (
    (5, "0.2174", "0.2565"),
    (6, "0.1952", "0.2314"),
    (7, "0.584", "0.4837"),
    (8, "0.0662", "0.1613"),
)


def table() -> list[list[str]]:
    """Return Manchester's survey results of 2024 as cells, the header first."""
    lines = [f"{MANCHESTER},{number},{white},{bme}" for number, white, bme in ROWS]
    return [line.split(",") for line in (HEADER, *lines)]


def written(rows: list[list[str]], *, end: str = "\n", quoting: int = csv.QUOTE_MINIMAL) -> bytes:
    """Return a table as CSV with these line ends and quotation marks."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator=end, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return stream.getvalue().encode()


def reordered() -> list[list[str]]:
    """Return the table with its rows upside down and its columns back to front."""
    header, *rows = table()
    return [line[::-1] for line in (header, *rows[::-1])]


SAME = {
    "the same bytes": written(table()),
    "rows and columns in another order": written(reordered()),
    "line ends of Windows": written(table(), end="\r\n"),
    "every cell quoted": written(table(), quoting=csv.QUOTE_ALL),
    "semicolons": written(table()).replace(b",", b";"),
    "UTF-16": written(table()).decode().encode("utf-16"),
    "blank lines at the end": written(table()) + b"\n\n",
}


@pytest.mark.parametrize("name", SAME)
def test_f6_the_same_content_is_nothing_new(run: Run, tmp_path: Path, name: str) -> None:
    """F6: in any order, quoting, line ends, encoding, from another file: no second version."""
    first, second = tmp_path / "first.csv", tmp_path / "another name.csv"
    first.write_bytes(written(table()))
    second.write_bytes(SAME[name])
    assert run("load", first).code == 0
    ended = run("load", second, "--json")
    assert (ended.code, ended.data["version"], ended.data["is_new"]) == (0, 1, False)
    assert len(run("history", "--json").data) == 1


def test_f7_an_undo_shows_byte_for_byte_what_was_shown_before(run: Run, tmp_path: Path) -> None:
    """F7: every published figure and every concern of the trust; undo and restore are versions."""
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_bytes(written(table()))
    second.write_bytes(written(table()).replace(b"0.1613", b"0.2900").replace(b"0.584", b"0.484"))

    def shown() -> str:
        return "".join(
            run(*words).out
            for words in (
                ("results", "--org", "R0A", "--json"),
                ("results", "--org", "R0A"),
                ("concerns", "--org", "R0A", "--json"),
            )
        )

    run("load", first)
    before = shown()
    run("load", second)
    assert shown() != before
    assert run("undo", "--json").data["version"] == 3
    assert shown() == before
    run("load", second)
    assert run("restore", "1", "--json").data["version"] == 5
    assert shown() == before
    assert [one["kind"] for one in run("history", "--json").data] == [
        *("restore", "upload", "undo", "upload", "upload"),
    ]


def german(folder: Path) -> dict[str, str]:
    """Return the surroundings of a machine whose decimal sign is the comma."""
    made = folder / "de_DE.UTF-8"
    if not shutil.which("localedef"):
        pytest.skip("localedef is not here to make a locale with decimal commas")
    subprocess.run(
        ["localedef", "-i", "de_DE", "-f", "UTF-8", str(made)], capture_output=True, check=False
    )
    if not made.exists():
        pytest.skip("the sources of the locale de_DE (package locales) are not here")
    return {"LOCPATH": str(folder), "LC_ALL": "de_DE.UTF-8"}


COMMANDS = """
import json, locale, os, sys
locale.setlocale(locale.LC_ALL, "")
assert locale.localeconv()["decimal_point"] == os.environ["EXPECTED_POINT"]
from wres.command_line.program import main
for words in json.loads(os.environ["COMMANDS"]):
    assert main(words) == 0, words
"""


def answers(home: Path, manchester: Path, surroundings: dict[str, str], point: str) -> bytes:
    """Return what three commands say on a machine with this locale and decimal sign."""
    words = [
        ["load", str(manchester), "--json"],
        ["results", "--org", "R0A"],
        ["results", "--org", "R0A", "--json"],
    ]
    kept = {k: v for k, v in environment(home).items() if not k.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS],
        cwd=ROOT,
        env={**kept, **surroundings, "EXPECTED_POINT": point, "COMMANDS": json.dumps(words)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"16.1" in done.stdout
    # How long the confidentiality check took is no figure.
    return re.sub(rb'\d+\.\d s|"seconds": [\d.]+', b"", done.stdout)


def test_f15_a_locale_changes_no_number(tmp_path: Path, manchester: Path) -> None:
    """F15: no locale at all, and one with decimal commas, answer byte for byte as C does."""
    usual = answers(tmp_path / "usual", manchester, {"LC_ALL": "C"}, ".")
    assert answers(tmp_path / "unset", manchester, {}, ".") == usual
    assert answers(tmp_path / "commas", manchester, german(tmp_path), ",") == usual
