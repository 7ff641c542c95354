"""A release has a name that follows from its files, so that answers of the one before are left."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from wres.answers.opening import DATA_FOLDER, ROOT
from wres.answers.release import release, release_of


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Two formulas, a page and a table, as they lie on one machine."""
    folder = tmp_path / "program"
    (folder / "statistics").mkdir(parents=True)
    (folder / "statistics" / "ratios.py").write_text("def ratio(a, b):\n    return a / b\n")
    (folder / "statistics" / "gaps.py").write_text("def gap(a, b):\n    return a - b\n")
    (folder / "table.csv").write_text("R0A,17\n")
    return folder


def test_a_mended_formula_is_another_release(program: Path) -> None:
    """A byte, a name, or the end of one file that moved into the next."""
    names = [release_of(program)]
    formula = program / "statistics" / "gaps.py"
    formula.write_text(formula.read_text().replace("-", "+"))
    names.append(release_of(program))
    formula.rename(formula.with_name("differences.py"))
    names.append(release_of(program))
    (program / "table.csv").write_text("R0A,18\n")
    names.append(release_of(program))
    assert len(set(names)) == 4


def test_the_same_files_are_one_release_wherever_they_lie(program: Path, tmp_path: Path) -> None:
    """On another copy, compiled, and with a store beside what is shipped."""
    name = release_of(program, program / "table.csv")
    other = tmp_path / "elsewhere" / "program"
    shutil.copytree(program, other)
    (other / "__pycache__").mkdir()
    (other / "__pycache__" / "gaps.pyc").write_bytes(b"\x00")
    (other / "local").mkdir()
    (other / "local" / "wres.sqlite3").write_bytes(b"figures")
    (other / ".hidden").write_text("an editor's")
    assert release_of(other, other / "table.csv") == name


@pytest.mark.skipif(not Path("/proc/self/mem").is_file(), reason="only Linux has such a file")
def test_what_is_no_file_or_cannot_be_read_does_not_stop_the_start(program: Path) -> None:
    """A link that leads nowhere and a pipe are left out; of what cannot be read the name counts."""
    name = release_of(program)
    (program / "gone.csv").symlink_to(program / "nowhere.csv")
    os.mkfifo(program / "pipe")
    assert release_of(program) == name
    # It is a regular file to whoever asks, and nobody can read it from its start.
    (program / "locked.csv").symlink_to("/proc/self/mem")
    locked = release_of(program)
    (program / "locked.csv").rename(program / "shut.csv")
    assert len({name, locked, release_of(program)}) == 3


def test_this_release_has_its_formulas_and_its_tables_in_its_name() -> None:
    """Every place it is made of is there: one that is not would leave the name as it was."""
    places = [ROOT / "wres", DATA_FOLDER, ROOT / "requirements.txt"]
    assert release() == release_of(*places)
    assert len({release_of(one) for one in places} | {release_of()}) == 4
