"""F17 and F18: a thousand uploads, and little memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection

from tests.command_line.conftest import ROOT, environment
from tests.pages.conftest import Open, said
from tests.store.examples import MOMENT, figure
from wres.organisations import Organisations
from wres.store import AuditAction, VersionKind, open_store
from wres.store.audit import record_version
from wres.store.drafts import DraftFigures
from wres.store.guarding import carry_protection
from wres.store.publishing import lay_over
from wres.store.versions import Entry, current_id
from wres.upload.limits import LARGEST_FILE_BYTES, MOST_ROWS

UPLOADS = int(os.environ.get("WRES_TEST_UPLOADS", "1000"))
# The largest file has the most rows too; without the padding it is only a second look.
SIZES = ("bytes", "rows") if os.environ.get("WRES_TEST_LARGE") else ("bytes",)
MEMORY = 512 * 1024 * 1024
FEWER_ROWS = 30_000
# Beginnings of turns are counted too, so a page asks about half of this.
MOST_QUESTIONS = 40


@pytest.fixture(scope="module")
def long_used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with a thousand uploads of one figure each."""
    home = tmp_path_factory.mktemp("long_used")
    with open_store(home) as store, store._database.writing() as connection:
        # One turn for all of them: a thousand waits for the disk would be most of the test.
        for number in range(UPLOADS):
            store_one(connection, number)
    return home


def test_f17_a_thousand_uploads_in_thirty_days_open_at_once(long_used: Path) -> None:
    """F17: opening, figures, history, log, notes in 5 seconds of work; every version is there."""
    begun = time.process_time()
    with open_store(long_used) as store:
        assert len(store.results()) == 10
        assert len(store.history()) == UPLOADS
        assert store.verify_audit().lines == UPLOADS and store.verify_audit().holds
        assert store.verify_figures()
        assert store.notes(org_code="R0A") == ()
    assert time.process_time() - begun < 5


def test_f17_the_history_page_does_not_ask_for_every_version(
    long_used: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F17: a click costs no question for each version, shown or not, and shows 25 of them."""
    monkeypatch.setenv("WRES_HOME", str(long_used))
    app = open_page("history", org="R0A", year="2025", indicator="8")
    with questions() as asked:
        app.run()
    assert f"{UPLOADS:,} versions, latest first" in said(app) and not app.error
    assert len(asked) <= MOST_QUESTIONS
    print(f"F17: {len(asked)} questions of a click on History after {UPLOADS} uploads")


@contextmanager
def questions() -> Iterator[list[str]]:
    """Give what is asked of any store during a block."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def store_one(connection: Connection, number: int) -> None:
    """Store one upload of one figure, 43 minutes after the one before."""
    row = figure(count=number % 97, year=2016 + number % 10)
    entry = Entry(
        kind=VersionKind.UPLOAD,
        made_by="lead",
        made_at=MOMENT + timedelta(minutes=43 * number),
        file_name=f"{number}.csv",
        file_sha256="ab" * 32,
    )
    figures = DraftFigures((row,), {row.key: "line 2"})
    current = current_id(connection)
    made = lay_over(connection, entry, figures, current=current, replaces=False)
    record_version(connection, AuditAction.ACCEPTED, made)
    carry_protection(connection, before=made.id - 1, version=made.id)


def codes() -> list[str]:
    """Return the codes of trusts this program knows."""
    from wres.library.organisations import load_organisations

    known: Organisations = load_organisations(ROOT / "data" / "reference" / "organisations.csv")
    return sorted(one.code for one in known if one.is_trust)


def large_file(path: Path, rows: int, *, padding: int = 0) -> Path:
    """Return a file of so many different figures: years, bands, trusts, indicators, groups."""
    keys = (
        f"{code},{year},{indicator},{band},{group},16,100{' ' * padding}"
        for year in range(2016, 2026)
        for band in ("all", "2", "3", "4", "5", "6", "7")
        for code in codes()
        for indicator in (5, 6, 7, 8)
        for group in ("bme", "white")
    )
    with path.open("w", encoding="utf-8") as stream:
        stream.write("org_code,wres_year,indicator,band,ethnic_group,numerator,denominator\n")
        stream.writelines(f"{key}\n" for key in islice(keys, rows))
    return path


def in_little_memory(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Return how a command ended that had 512 MB of memory and no more."""
    return subprocess.run(
        [sys.executable, "-m", "wres", *words],
        cwd=ROOT,
        env=environment(home),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY)),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("name", SIZES)
def test_f18_the_largest_file_loads_or_is_refused_in_512_megabytes(
    tmp_path: Path, name: str
) -> None:
    """F18: the most rows, and the most bytes: an exit code, one sentence, and it goes on."""
    path = tmp_path / "large.csv"
    if name == "rows":
        large_file(path, MOST_ROWS - 1)
    else:
        large_file(path, FEWER_ROWS, padding=LARGEST_FILE_BYTES // FEWER_ROWS - 40)
        assert LARGEST_FILE_BYTES * 0.8 < path.stat().st_size <= LARGEST_FILE_BYTES
    ended = in_little_memory(tmp_path / "home", "load", str(path))
    assert ended.returncode in (0, 1, 2), ended.stderr
    assert "Traceback" not in ended.stderr
    if ended.returncode == 2:
        assert len(ended.stderr.strip().splitlines()) == 1
    small = large_file(tmp_path / "small.csv", 8)
    assert in_little_memory(tmp_path / "other", "load", str(small)).returncode in (0, 1)
