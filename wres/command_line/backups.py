"""The commands ``backup``, ``verify`` and ``restore-backup``: the whole store in one file."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from wres.answers.opening import database_url, home
from wres.command_line.layout import wrapped
from wres.command_line.reply import Exit, Reply
from wres.store.backup import BackupCheck, back_up, restore_backup
from wres.store.backup import verify as verify_backup
from wres.upload.checking import count_of


def backup(asked: Namespace) -> Reply:
    """Return what the new backup holds; others may go on reading and writing meanwhile.

    Raises:
        StoreProblem: If there is no store, or the file is there already.
    """
    found = back_up(home(), Path(asked.file), url=database_url())
    return _reply(found, "The backup is written")


def verify(asked: Namespace) -> Reply:
    """Return whether a backup is whole: figures, what is withheld of them, the chain of its log.

    Raises:
        StoreProblem: If it is no backup or cannot be read.
    """
    return _reply(verify_backup(Path(asked.file)), "The backup is read")


def restore(asked: Namespace) -> Reply:
    """Return what the store holds, once it is a copy of the backup.

    Raises:
        StoreProblem: If there is a store with anything in it, or the backup is not whole.
    """
    found = restore_backup(Path(asked.file), home(), url=database_url())
    return _reply(found, "The store is restored")


def _reply(found: BackupCheck, done: str) -> Reply:
    data = {**asdict(found), "holds": found.holds}
    told = (
        f"{done}: version {found.version}, {count_of(found.figures, 'figure')}, "
        f"{count_of(found.audit_lines, 'line')} of the log. Hash {found.content_hash or 'none'}."
    )
    if found.holds:
        return Reply(
            data=data, lines=tuple(wrapped(f"{told} Figures, what is withheld and log are whole."))
        )
    return Reply(data=data, lines=tuple(wrapped(told)), exit=Exit.REFUSED, problem=_problem(found))


def _problem(found: BackupCheck) -> str:
    if not found.figures_hold:
        return "The figures of this backup were changed after they were stored; use another backup."
    if not found.withheld_holds:
        return "What is withheld of the figures is not all in this backup; use another backup."
    return "The log of this backup was changed after it was written; use another backup."
