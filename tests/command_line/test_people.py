"""``roles``, ``give-role``, ``take-role`` and ``audit``."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

from tests.command_line.conftest import Run
from wres.store import FILE_NAME


def test_the_first_admin_is_made_by_a_command(run: Run) -> None:
    """Given, listed, taken; a second time is nothing new."""
    assert (
        "root@trust.example now has the role"
        in run("give-role", "Root@Trust.example", "--role", "admin").out
    )
    assert "Nothing new" in run("give-role", "root@trust.example", "--role", "admin").out
    assert run("roles", "--json").data == [
        {"identity": "root@trust.example", "role": "admin", "organisation": "*", "issuer": ""}
    ]
    run("take-role", "root@trust.example", "--role", "admin")
    assert run("roles", "--json").data == []


def test_a_lead_needs_an_organisation_that_exists(run: Run) -> None:
    """A misspelt code gives nobody anything."""
    for words in (("--org", "R0Z9"), ()):
        ended = run("give-role", "ama@trust.example", "--role", "lead", *words)
        assert ended.code == 2
        assert "A lead needs an organisation" in ended.err
    assert run("give-role", "ama@trust.example", "--role", "lead", "--org", "r0a").code == 0
    assert run("roles").out == "ama@trust.example, lead of R0A.\n"


def test_the_log_is_listed_verified_and_written(run: Run, tmp_path: Path) -> None:
    """A name that looks like a formula or a second line is one inert cell of one line."""
    run("give-role", "ama@trust.example", "--role", "viewer", "--by", "=1+1\n2. nobody: undone")
    assert "1 lines, none changed" in run("audit", "--verify").out
    file = tmp_path / "log.csv"
    run("audit", "--export", str(file))
    with file.open(encoding="utf-8-sig", newline="") as opened:
        (line,) = csv.DictReader(opened)
    assert line["action"] == "role given"
    assert line["made_by"] == "'=1+1 2. nobody: undone"
    assert len(run("audit").out.splitlines()[0].split(". ")[0]) == 1


def test_a_changed_log_is_told_with_exit_1(run: Run, home: Path) -> None:
    """Somebody with the file in hand writes another name over a line."""
    run("give-role", "ama@trust.example", "--role", "viewer")
    run("give-role", "ben@trust.example", "--role", "viewer")
    with sqlite3.connect(home / FILE_NAME) as connection:
        connection.execute("DROP TRIGGER audit_lines_no_update")
        connection.execute("UPDATE audit_lines SET made_by = 'nobody' WHERE id = 1")
    connection.close()
    ended = run("audit", "--verify")
    assert ended.code == 1
    assert "line 1 does not follow" in ended.out
