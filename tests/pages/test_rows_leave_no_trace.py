"""C7: of an extract with one row a person no cell is kept, in no file and in no log."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, said
from tests.pages.test_upload_page import dropped, pressed
from tests.upload.respondents.extracts import in_year, people, written

# A value nobody would write, in a column of its own, on every row.
CANARY = "zq7f3a91x"
PEOPLE = in_year(people(900, orgs=("R0A",)), 2024)


@pytest.fixture
def traces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder anything can be written to: the store and what is temporary."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def _holding(folder: Path, told: str) -> list[str]:
    """The files that hold the value, in whatever form bytes take in a file of its own."""
    forms = [CANARY.encode(), CANARY.upper().encode(), CANARY.encode("utf-16-le")]
    files = [Path(top) / name for top, _, names in os.walk(folder) for name in names]
    found = [str(one) for one in files if any(form in one.read_bytes() for form in forms)]
    return found + (["what was said"] if CANARY in told.lower() else [])


def _everything_said(app: AppTest, capfd: pytest.CaptureFixture[str], log: str) -> str:
    out, err = capfd.readouterr()
    return "\n".join((said(app), out, err, log))


def test_a_published_extract_leaves_no_cell_behind(
    open_page: Open,
    traces: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """900 people counted and published; of the column that is not ours no value is left."""
    data = written(PEOPLE, more=(("own code", CANARY),)).encode()
    assert data.count(CANARY.encode()) == 900
    app = dropped(open_page("upload"), data, "extract.csv")
    assert "80 figures read" in said(app)
    for box in [one for one in app.selectbox if (one.key or "").startswith("reason_")]:
        box.select(box.options[0]).run()
    pressed(app, "Accept and publish")
    assert any(one.stat().st_size > 10_000 for one in (traces / "home").rglob("*") if one.is_file())
    assert _holding(traces, _everything_said(app, capfd, caplog.text)) == []


def test_a_refused_extract_leaves_no_cell_behind(
    open_page: Open,
    traces: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A column of e-mail addresses stops the file; the refusal names the column, nobody in it."""
    data = written(PEOPLE, more=(("e-mail", f"{CANARY}@trust.example"),)).encode()
    app = dropped(open_page("upload"), data, "extract.csv")
    assert not [one for one in app.button if one.label.startswith("Accept")]
    assert _holding(traces, _everything_said(app, capfd, caplog.text)) == []


def test_the_search_can_find_something(traces: Path) -> None:
    """A file with one such cell, and a sentence with one, are both found."""
    (traces / "temporary" / "left").write_text(f"x,{CANARY},y", encoding="utf-8")
    assert len(_holding(traces, f"line 3: {CANARY}")) == 2
