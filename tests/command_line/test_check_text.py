"""``check-text``: a file or the input, for people and for programs."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import docx
import pytest

from tests.command_line.conftest import Run
from wres.store import FILE_NAME

TRUE = "In WRES 2025, 19.5% of BME staff experienced discrimination."
WRONG = "In WRES 2025, 24.1% of BME staff experienced discrimination."


def test_a_wrong_claim_ends_with_a_warning(run: Run, tmp_path: Path) -> None:
    """With the reason, our own sentence and its source; a right one ends well."""
    made = docx.Document()
    made.add_paragraph(f"{TRUE} {WRONG}")
    file = tmp_path / "report.docx"
    made.save(str(file))
    ended = run("check-text", str(file), "--org", "ZZP")
    told = " ".join(ended.out.split())
    assert ended.code == 1
    assert "2 claims: 1 agree, 1 disagree, 0 cannot be told" in told
    assert "✕ Disagrees. The figure for BME staff (24.1). The published figure is another" in told
    assert "We would write: Indicator 8, staff survey 2024 (WRES 2025): 19.5% of BME staff" in told
    assert "Made-up figures, for practice." in told
    assert run("check-text", str(file), "--org", "XXX").code == 2


def test_programs_read_it_as_json_from_the_input(
    run: Run, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """A dash reads the input; nothing is stored by it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TRUE.encode())))
    ended = run("check-text", "-", "--org", "ZZP", "--json")
    (claim,) = ended.data["claims"]
    assert ended.code == 0
    assert (claim["verdict"], claim["indicators"], claim["wres_year"]) == ("agrees", [8], 2025)
    assert ended.data["counts"] == {"agrees": 1, "cannot tell": 0, "disagrees": 0}
    assert not (home / FILE_NAME).exists()
