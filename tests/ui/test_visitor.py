"""Whether people are asked to sign in: found out at each look, and no empty place is read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.runtime.secrets import Secrets, secrets_singleton

from wres.errors import SetUpWrong
from wres.ui import visitor


@pytest.fixture
def secrets_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where this program looks for its secrets; nothing lies there yet."""
    (tmp_path / ".streamlit").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    secrets_singleton._reset()
    yield tmp_path / ".streamlit" / "secrets.toml"
    secrets_singleton._reset()


def test_a_secrets_file_counts_from_the_moment_it_is_there(secrets_file: Path) -> None:
    """A server that runs already asks for a sign-in at the next look, and goes on asking."""
    assert not visitor.sign_in_is_set_up()
    secrets_file.write_text("[auth]\nclient_id = 'program'\n", encoding="utf-8")
    assert visitor.sign_in_is_set_up()
    # An editor that puts a new file in place of the old one leaves no moment without a sign-in.
    secrets_file.unlink()
    assert visitor.sign_in_is_set_up()


def test_a_place_that_cannot_be_looked_at_is_no_empty_place(
    secrets_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the program may not look, it complains; it does not take everybody for the lead."""

    def refused(path: str) -> os.stat_result:
        raise PermissionError(path)

    secrets_file.write_text("[auth]\n", encoding="utf-8")
    monkeypatch.setattr(os, "stat", refused)
    assert visitor.sign_in_is_set_up()


def test_a_file_of_secrets_that_cannot_be_read_lets_nobody_in(secrets_file: Path) -> None:
    """A slip in the file closes the door; before, it took the sign-in away from everybody."""
    secrets_file.write_text("[auth\nclient_id = 'program'\n", encoding="utf-8")
    for ask in (visitor.sign_in_is_set_up, visitor.current):
        with pytest.raises(SetUpWrong, match="nobody can be let in") as refused:
            ask()
        assert "client_id" not in str(refused.value)
        assert str(secrets_file) not in str(refused.value)


def test_without_a_secrets_file_none_is_opened(
    secrets_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit's own way, which tries to read every place, is not taken."""
    read: list[str] = []
    parse = Secrets._parse_file_path

    def told(secrets: Secrets, path: str) -> object:
        read.append(path)
        return parse(secrets, path)

    monkeypatch.setattr(Secrets, "_parse_file_path", told)
    assert not visitor.sign_in_is_set_up() and read == []
    secrets_file.write_text("[other]\n", encoding="utf-8")
    assert not visitor.sign_in_is_set_up() and str(secrets_file) in read
