"""``roles``, ``give-role`` and ``take-role``."""

from __future__ import annotations

from tests.command_line.conftest import Run


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
