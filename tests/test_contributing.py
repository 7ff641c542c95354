"""CONTRIBUTING.md works: a copy of the program with every change it prints passes its tests.

What is changed is read from the page itself, so the page cannot say one thing and the test another.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.command_line.conftest import environment

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COPIED = ("app.py", "pyproject.toml", "requirements.txt", "requirements-dev.txt", "LICENSE")
FOLDERS = (".streamlit", "bench", "data", "deploy", "docs", "pages", "tests", "wres")
LEFT = shutil.ignore_patterns("__pycache__", "local", "screenshots", ".*_cache")
FENCE = re.compile(
    r"^(?:New file `(?P<new>[^`]+)`:"
    r"|In `(?P<changed>[^`]+)`, (?:(?P<side>above|below) the line `(?P<line>[^\n]+)`"
    r"|above its last line), add:)\n\n"
    r"```\w+\n(?P<text>.*?)^```$",
    flags=re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the page: a new file, or lines beside a line of one that is there."""

    path: str
    text: str
    side: str = ""
    line: str = ""

    def make(self, root: Path) -> None:
        """Return nothing; make the change in this copy of the program."""
        path = root / self.path
        if not self.side:
            assert not path.exists(), f"{self.path} is there already"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.text, encoding="utf-8")
            return
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        places = [len(lines) - 1] if not self.line else _places(lines, self.line)
        assert len(places) == 1, f"{self.path} has {len(places)} lines {self.line!r}"
        at = places[0] + (self.side == "below")
        path.write_text("".join([*lines[:at], self.text, *lines[at:]]), encoding="utf-8")


def _places(lines: list[str], wanted: str) -> list[int]:
    return [at for at, line in enumerate(lines) if line.rstrip("\n") == wanted]


def changes() -> list[Change]:
    """Return every change the page prints, in its order."""
    return [
        Change(found["new"], found["text"])
        if found["new"]
        else Change(found["changed"], found["text"], found["side"] or "above", found["line"] or "")
        for found in FENCE.finditer(PAGE)
    ]


CHANGES = changes()
TESTS = [one.path for one in CHANGES if one.path.startswith("tests/") and not one.side]

OF_THE_HOUSE = (
    "tests/test_architecture.py::test_imports_point_one_way",
    "tests/test_house_style.py::test_a_page_is_a_recipe",
    "tests/test_house_style.py::test_files_are_short",
    "tests/test_house_style.py::test_every_public_function_says_what_comes_back",
    "tests/upload/test_checks.py::test_each_check_fires_on_its_corruption[same_answers]",
    "tests/upload/test_checks.py::test_every_check_is_registered_described_and_tried",
    "tests/upload/test_checks.py::test_every_check_is_silent_on_a_clean_file",
)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the program with every change made, and the pages made from code rewritten."""
    root = tmp_path_factory.mktemp("changed")
    for name in (*COPIED, *(path.name for path in ROOT.glob("*.md")), "CITATION.cff"):
        shutil.copy(ROOT / name, root / name)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name, ignore=LEFT)
    # Links to pictures are looked for; what is in them is not.
    shutil.copytree(ROOT / "docs/screenshots", root / "docs/screenshots", copy_function=_empty)
    for one in CHANGES:
        one.make(root)
    run(root, "-m", "tests.test_docs")
    return root


def _empty(_source: str, target: str) -> None:
    Path(target).touch()


def run(root: Path, *words: str) -> str:
    """Return what Python says in a copy of the program, once it ended well."""
    done = subprocess.run(
        [sys.executable, *words],
        cwd=root,
        env=environment(root / "home") | {"PYTHONDONTWRITEBYTECODE": "1", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_every_example_is_found() -> None:
    """Every block of the page is a change that is made, and every new thing brings its test."""
    assert len(CHANGES) == len(re.findall(r"^```\w+$", PAGE, flags=re.MULTILINE))
    assert {one.path for one in CHANGES} >= {
        *("wres/indicators/the_nine.py", "wres/upload/shapes/items.py", "pages/questions.py"),
        *("wres/upload/checks_answers.py", "tests/upload/test_checks.py"),
    }
    assert len(TESTS) >= 3


def test_the_examples_work(changed: Path) -> None:
    """Their own tests pass in the copy, and so do those of the house they could break."""
    quick = ("-m", "pytest", "-n", "0", "-p", "no:cacheprovider")
    said = run(changed, *quick, *TESTS, "tests/test_docs.py", *OF_THE_HOUSE)
    assert " passed" in said
    assert "skipped" not in said


def test_the_examples_are_in_the_style_of_the_house(changed: Path) -> None:
    """Nothing in them is what the linter would send back."""
    run(changed, "-m", "ruff", "check", "--no-cache", ".")
    run(changed, "-m", "ruff", "format", "--check", "--no-cache", ".")
