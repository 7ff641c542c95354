"""The program with sign-in set up in full, beside the sign-in service of these tests."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.conftest import ROOT, _end, free_port
from tests.browser.sign_in_service import CLIENT, SECRET

WAIT_SECONDS = 60


def _ready(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=4).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"no answer from {url}")


@contextmanager
def started(command: list[str], *, cwd: Path, env: dict[str, str], url: str) -> Iterator[None]:
    """Run a server of this test's own until the end of the block."""
    with (cwd / "server.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=cwd, env=env, stdout=log, stderr=log)
        try:
            _ready(url, process)
            yield
        finally:
            _end(process)


@contextmanager
def sign_in_service(folder: Path) -> Iterator[str]:
    """Run the sign-in service, with its log in a folder, and give its address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with started(
        [sys.executable, "-m", "tests.browser.sign_in_service", str(port)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        url=f"{address}/keys",
    ):
        yield address


def secrets_for(service: str, port: int) -> str:
    """Return the settings of sign-in, as an administrator writes them."""
    return "\n".join(
        (
            "[auth]",
            f'redirect_uri = "http://127.0.0.1:{port}/oauth2callback"',
            'cookie_secret = "only for tests, and long enough to be taken"',
            f'client_id = "{CLIENT}"',
            f'client_secret = "{SECRET}"',
            f'server_metadata_url = "{service}/.well-known/openid-configuration"',
        )
    )


@contextmanager
def program(home: Path, service: str, *, code: Path = ROOT, **settings: str) -> Iterator[str]:
    """Run the program with sign-in set up, and give its address; ``code`` is where it lies."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    (home / ".streamlit").mkdir(exist_ok=True)
    (home / ".streamlit" / "secrets.toml").write_text(secrets_for(service, port), encoding="utf-8")
    kept = {name: one for name, one in os.environ.items() if not name.startswith("WRES_")}
    serve = ["-m", "uvicorn", "--app-dir", str(code), "app:app", "--host=127.0.0.1"]
    with started(
        [sys.executable, *serve, f"--port={port}"],
        cwd=home,
        env=kept | {"WRES_HOME": str(home), **settings},
        url=f"{address}/ready",
    ):
        yield address
