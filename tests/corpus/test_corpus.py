"""Every file an EDI lead may hold comes out as it must: read right, warned of, or refused."""

from __future__ import annotations

import io
import json
import os
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path

import pytest

from tests.corpus.cases import ACCEPTED, REFUSED, WARNED, Case
from tests.corpus.differing import BESIDE_HELD, differences, loads_wrongly
from tests.corpus.families import every_case
from tests.corpus.manifest import FOLDER, MANIFEST, as_json, entries
from tests.corpus.pending import LOADS_WRONGLY, PENDING
from wres.command_line.program import main
from wres.library.organisations import load_organisations
from wres.organisations import Organisations

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 3_000_000
LEAST_FILES = 120
NAMED = {"accepted": ACCEPTED, "warnings": WARNED, "refused": REFUSED}
EXIT_OF = {ACCEPTED: 0, WARNED: 1, REFUSED: 2}
CASES = {case.file: case for case in entries()}
# Every eleventh file is enough to see that the command line says what the page says.
SAMPLE = [name for name in list(CASES)[::11] if name not in PENDING]
# Whole folders of figures and notes must be of one kind, whoever made the file.
VERDICTS = {ACCEPTED, WARNED, REFUSED}


@cache
def shipped() -> Organisations:
    """The organisations the program ships."""
    return load_organisations(ROOT / "data" / "reference" / "organisations.csv")


def test_making_the_files_again_gives_the_same_bytes() -> None:
    """Each committed file is what its generator makes, to the byte, and no other file is there."""
    kept = {case.file: case.data for case in every_case() if case.kept}
    found = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path != MANIFEST}
    assert sorted(found) == sorted(kept)
    assert [name for name in kept if kept[name] != found[name]] == []


def test_making_the_manifest_again_gives_the_same_text() -> None:
    """The manifest is what the generator writes, and reads back as the cases it was made from."""
    assert MANIFEST.read_text(encoding="utf-8") == as_json(every_case())
    assert entries() == every_case()


def test_the_corpus_is_wide_and_small() -> None:
    """There are at least 120 files under 3 MB in all, and each has a name and a purpose."""
    cases = every_case()
    assert len(cases) >= LEAST_FILES
    assert len({case.file for case in cases}) == len(cases)
    assert sum(len(case.data) for case in cases if case.kept) < MOST_BYTES
    assert all(case.about and case.expects for case in cases)
    assert {expect.verdict for case in cases for expect in case.expects} == VERDICTS


def test_an_expectation_can_be_met_in_one_way_only() -> None:
    """A refused file gives no figures, an accepted one some, and a warned one says why."""
    for case in every_case():
        for expect in case.expects:
            assert bool(expect.figures) == (expect.verdict != REFUSED), case.file
            assert bool(expect.fires) or expect.verdict != WARNED, case.file
            assert len(set(expect.figures)) == len(expect.figures), case.file


@pytest.mark.parametrize("name", [name for name in CASES if name not in PENDING])
def test_a_file_comes_out_as_it_must(name: str) -> None:
    """The verdict, the checks that speak, the figures and what is asked for are as expected."""
    assert differences(CASES[name], shipped()) == []


@pytest.mark.parametrize("name", sorted(PENDING))
def test_a_file_on_the_waiting_list_is_not_right_yet(name: str) -> None:
    """A file that comes out right must be taken off the list in tests/corpus/pending.py."""
    assert differences(CASES[name], shipped()), f"{name} is right now: take it off PENDING"


@pytest.mark.parametrize("name", [name for name in CASES if name not in LOADS_WRONGLY])
def test_no_file_is_read_wrong_without_a_word(name: str) -> None:
    """A file accepted with nothing to correct gives exactly the figures it must, pending or not."""
    assert loads_wrongly(CASES[name], shipped()) == []


def test_each_file_known_to_be_read_wrong_still_is() -> None:
    """A file that is no longer read wrong must be taken off LOADS_WRONGLY."""
    right = [name for name in LOADS_WRONGLY if not loads_wrongly(CASES[name], shipped())]
    assert right == [], "take these off LOADS_WRONGLY"


@pytest.mark.parametrize("name", SAMPLE)
def test_the_command_line_gives_the_same_verdict(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``check --json`` says the verdict of the manifest, questions about held figures apart."""
    case, first = CASES[name], CASES[name].expects[0]
    for variable in [v for v in os.environ if v.startswith("WRES_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("WRES_HOME", str(tmp_path / "home"))
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        code = main(["check", "--json", str(_on_disk(case, tmp_path))])
    said = json.loads(out.getvalue())
    asked = {check["check"] for check in said["checks"] if check["outcome"] == "warn"}
    verdict = ACCEPTED if said["verdict"] == "warnings" and asked <= BESIDE_HELD else ""
    assert (verdict or NAMED[said["verdict"]]) == first.verdict
    assert code == EXIT_OF[NAMED[said["verdict"]]]


def _on_disk(case: Case, folder: Path) -> Path:
    if case.kept:
        return FOLDER / case.file
    path = folder / case.file
    path.write_bytes(case.data)
    return path


def test_the_waiting_list_names_files_that_exist() -> None:
    """Each file on a list is in the corpus, and says what it waits for."""
    listed = PENDING | LOADS_WRONGLY
    assert [name for name in listed if name not in CASES] == []
    assert all(listed.values())
    assert set(LOADS_WRONGLY) <= set(PENDING)
