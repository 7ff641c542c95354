"""Run one command and say what came of it: never a traceback, always an exit code."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TextIO

from wres import settings
from wres.command_line.arguments import parser
from wres.command_line.reply import Reply, refusal
from wres.errors import WresError
from wres.interface.as_csv import csv_data
from wres.text import one_line

STOPPED = 130
WORDS = "wres.words.presets"
UNEXPECTED = (
    f"Something went wrong in the program; set {settings.DEBUG.name}=1 and run the command again "
    "to see why."
)
# Signs that some windows obey even inside a JSON text; written as their codes they do nothing.
_CONTROL_CODES = {sign: f"\\u{sign:04x}" for sign in range(0x7F, 0xA0)}


def main(given: Sequence[str] | None = None) -> int:
    """Return the exit code of a command, after printing its answer.

    0 fine, 1 accepted with warnings, 2 refused or impossible.
    """
    words = list(sys.argv[1:] if given is None else given)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        reply = _carry_out(words)
        _say(reply, as_json="--json" in words, as_csv="--csv" in words)
    except KeyboardInterrupt:
        _write(sys.stderr, "Stopped.\n")
        return STOPPED
    return int(reply.exit)


def _carry_out(words: list[str]) -> Reply:
    try:
        _speak_as_set()
        asked = parser().parse_args(words)
        module, _, name = asked.run.partition(":")
        command: Callable[..., Reply] = getattr(import_module(module), name)
        return command(asked)
    except WresError as problem:
        return refusal(one_line(str(problem)))
    # The last resort: a person is told one sentence, whatever it was.
    except Exception as problem:
        if settings.DEBUG.given(os.environ):
            logging.getLogger("wres").error("the command failed", exc_info=problem)
        return refusal(UNEXPECTED)


def _speak_as_set() -> None:
    # Words bring most of the program with them, and a look at a file needs none of it.
    chosen = settings.LABELS.given(os.environ)
    if chosen or WORDS in sys.modules:
        words = import_module(WORDS)
        words.speak(words.labels_of(chosen))


def _say(reply: Reply, *, as_json: bool, as_csv: bool = False) -> None:
    if as_csv and not reply.problem:
        _write(sys.stdout, csv_data(reply.records).replace("\r\n", "\n"))
    elif as_json:
        answer = json.dumps(reply.data, ensure_ascii=False, indent=2, allow_nan=False)
        _write(sys.stdout, answer.translate(_CONTROL_CODES) + "\n")
    elif reply.lines:
        _write(sys.stdout, "\n".join(reply.lines) + "\n")
    for sentence in (*reply.notes, reply.problem):
        if sentence:
            _write(sys.stderr, one_line(sentence) + "\n")


def _write(stream: TextIO | None, text: str) -> None:
    """Write, unless whoever was reading has gone (``| head``) or there is nobody at all."""
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        # Python would complain once more when it closes the stream at the end.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
