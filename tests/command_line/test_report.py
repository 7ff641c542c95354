"""``python -m wres report`` writes what it says, and refuses in one sentence what it cannot."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from pathlib import Path

import docx
import pytest

from wres.command_line.program import main
from wres.reports.pack import ReportKind


def run(*words: str) -> tuple[int, str]:
    """Return how a command ended and what it printed."""
    out = io.StringIO()
    with redirect_stdout(out):
        code = main(["report", *words])
    return code, out.getvalue()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No store, so that only what is shipped is there."""
    monkeypatch.setenv("WRES_HOME", str(tmp_path / "home"))


def test_every_kind_is_written_and_told(tmp_path: Path) -> None:
    """A new folder, one file a kind, named by code, year and version; JSON says the same."""
    folder = tmp_path / "new" / "folder"
    code, told = run("--org", "rrp", "--to", str(folder), "--json")
    data = json.loads(told)
    assert code == 0 and [one["kind"] for one in data] == [kind.value for kind in ReportKind]
    assert {Path(one["file"]) for one in data} == set(folder.iterdir())
    assert all(Path(one["file"]).stat().st_size == one["bytes"] > 5_000 for one in data)
    assert (folder / "wres_annual_RRP_2022_v0.docx").is_file()
    docx.Document(str(folder / "wres_board_RRP_2022_v0.docx"))


def test_one_kind_can_be_asked_for(tmp_path: Path) -> None:
    """``--kind offline`` writes one page and says so."""
    code, told = run("--org", "RRP", "--kind", "offline", "--to", str(tmp_path / "here"))
    assert code == 0 and told.startswith("1 file was written into")
    assert [one.name for one in (tmp_path / "here").iterdir()] == ["wres_offline_RRP_2022_v0.html"]


def test_what_cannot_be_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown kind lists the known ones; a file in the way of the folder is named."""
    assert run("--org", "RRP", "--kind", "poster", "--to", str(tmp_path))[0] == 2
    assert "“poster” is no kind of report; there is annual, board" in capsys.readouterr().err
    (tmp_path / "file").write_text("x")
    assert run("--org", "RRP", "--kind", "board", "--to", str(tmp_path / "file"))[0] == 2
    assert "is no folder that can be written to" in capsys.readouterr().err
    assert run("--org", "RRP", "--year", "1999", "--to", str(tmp_path))[0] == 2
    assert "There is nothing for" in capsys.readouterr().err
