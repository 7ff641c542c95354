"""The server's log: one line for an event, with the number a visitor was told, and no name."""

from __future__ import annotations

import logging
import sys

import pytest

from wres.errors import StoreProblem
from wres.ui import incidents
from wres.web.log_lines import LogLines, set_up

NAME = "Ama Mensah, 07700 900123"


def line_of(message: str, error: BaseException | None = None) -> str:
    """Return how an event is written."""
    told = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("wres", logging.ERROR, "", 0, message, (), told)
    return LogLines().format(record)


def failure() -> Exception:
    """Return an error of the program that another one of a file had led to, both with a name."""
    try:
        try:
            int(NAME)
        except ValueError as cause:
            raise StoreProblem(f"A cell says {NAME}.") from cause
    except StoreProblem as problem:
        return problem
    raise AssertionError


def test_a_line_says_what_and_where_and_quotes_nothing() -> None:
    """Kinds of both errors and the line of this file; neither the name nor a second line."""
    line = line_of("incident 1a2b3c4d", failure())
    assert line.startswith("time=20") and 'level=error event="incident 1a2b3c4d"' in line
    assert "error=StoreProblem<ValueError at=tests/web/test_log_lines.py:" in line
    assert "Mensah" not in line and "\n" not in line


def test_whatever_is_told_stays_one_line() -> None:
    """Line ends and quotation marks cannot make a second event of one."""
    assert line_of('a\r\nlevel=info event="b"').count("\n") == 0
    assert line_of('a" event="b').count('"') == 2


def test_an_incident_is_one_line_with_the_number_that_was_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Set up twice, written once."""
    log = logging.getLogger("wres")
    before, level = list(log.handlers), log.level
    for handler in before:
        log.removeHandler(handler)
    try:
        set_up()
        set_up()
        log.handlers[0].stream = sys.stderr  # type: ignore[attr-defined]
        try:
            {}[NAME]
        except KeyError as problem:
            incidents.tell(problem)
    finally:
        log.handlers[:] = before
        log.setLevel(level)
    lines = [one for one in capsys.readouterr().err.splitlines() if one.startswith("time=")]
    assert len(lines) == 1
    assert 'event="incident ' in lines[0] and "error=KeyError" in lines[0]
    assert "Mensah" not in lines[0]
