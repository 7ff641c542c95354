"""The command line as a person runs it: a process of its own, with a store of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from wres.command_line.program import main

ROOT = Path(__file__).resolve().parents[2]
HEADER = "org_code,org_name,benchmark_group,survey_year,wres_year,indicator,white,bme"
MANCHESTER = "R0A,Manchester University NHS Foundation Trust,Acute&Acute Community Trusts,2024,2025"
# Published figures of survey 2024: indicator, White, BME.
PUBLISHED = ((5, "0.2174", "0.2565"), (6, "0.1952", "0.2314"), (7, "0.584", "0.4837"))
INDICATOR_8 = (8, "0.0662", "0.1613")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it said as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ended]


def environment(home: Path) -> dict[str, str]:
    """Return the surroundings of a command: its own store, and no database server."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("WRES_")}
    return {**kept, "WRES_HOME": str(home)}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for the store that nobody has made yet."""
    return tmp_path / "home"


@pytest.fixture
def apart(home: Path) -> Run:
    """Run a command in a process of its own, as a person does."""

    def ended(*words: str | Path, **extra: str) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "wres", *map(str, words)],
            cwd=ROOT,
            env={**environment(home), **extra},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Ended(done.returncode, done.stdout, done.stderr)

    return ended


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process: the same program, without a second of start-up."""
    for name in [name for name in os.environ if name.startswith("WRES_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("WRES_HOME", str(home))

    def ended(*words: str | Path) -> Ended:
        out, err = _text(), _text()
        with redirect_stdout(out), redirect_stderr(err):
            code = main([str(word) for word in words])
        return Ended(code, _said(out), _said(err))

    return ended


def _text() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def _said(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")


@pytest.fixture
def manchester(tmp_path: Path) -> Path:
    """A long table of survey results as published: one trust, four indicators, no counts."""
    rows = [
        f"{MANCHESTER},{number},{white},{bme}" for number, white, bme in (*PUBLISHED, INDICATOR_8)
    ]
    path = tmp_path / "survey_2024.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path
