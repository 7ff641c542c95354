"""What is said of a backup that is not as it was stored."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from wres.command_line.backups import _reply
from wres.command_line.reply import Exit
from wres.store.backup import BackupCheck


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        ((False, False, False), "The figures of this backup were changed"),
        ((True, False, False), "What is withheld of the figures is not all in this backup"),
        ((True, True, False), "The log of this backup was changed"),
    ],
)
def test_a_backup_that_does_not_hold_says_which_part(
    holds: tuple[bool, bool, bool], said: str
) -> None:
    """The first part that is not as it was, what to do, and a refusal for programs."""
    figures, withheld, log = holds
    found = BackupCheck(
        version=3,
        figures=8,
        content_hash="",
        audit_lines=3,
        figures_hold=figures,
        withheld_holds=withheld,
        audit_holds=log,
    )
    reply = _reply(found, "The backup is read")
    assert reply.problem.startswith(said) and reply.problem.endswith("; use another backup.")
    assert (reply.exit, reply.data) == (Exit.REFUSED, {**asdict(found), "holds": False})
