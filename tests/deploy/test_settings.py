"""The settings in force and the versions installed (S7), and no secret in the repository (A5)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# As Streamlit itself has them, once the program was loaded: a misspelt setting would not be here.
IN_FORCE = {
    "client.disableDataExport": True,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "server.maxUploadSize": 200,
    "server.maxMessageSize": 50,
    "server.enableStaticServing": False,
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.allowedHosts": ["localhost", "127.0.0.1"],
    "server.corsAllowedOrigins": [],
    "server.address": "127.0.0.1",
    "browser.gatherUsageStats": False,
    "global.developmentMode": False,
}
FLOORS = {"streamlit": (1, 54), "pyarrow": (14, 0, 1), "starlette": (1, 1, 0)}
PIN = re.compile(r"[A-Za-z0-9_.\[\]-]+==[0-9][0-9A-Za-z.]*")
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b"
    r"|\bxox[abp]-[A-Za-z0-9-]{10,}|\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\."
    r"|(?i:client_secret|cookie_secret|password)\s*=\s*[\"'][A-Za-z0-9+/_-]{20,}[\"']"
)
_ASK = (
    "import app, json; from streamlit import config;"
    "print(json.dumps({name: config.get_option(name) for name in json.loads(input())}))"
)


def test_the_settings_are_in_force(tmp_path: Path) -> None:
    """Read back from the program as it is loaded by a server, in another folder."""
    answer = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {_ASK}"],
        input=json.dumps(list(IN_FORCE)),
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
    )
    assert json.loads(answer.stdout.splitlines()[-1]) == IN_FORCE


@pytest.mark.parametrize("name", FLOORS)
def test_no_version_with_a_known_hole_is_installed(name: str) -> None:
    """Versions that mended what was known: CVE-2026-33682, CVE-2023-47248, CVE-2026-48818 (S7)."""
    installed = tuple(int(part) for part in re.findall(r"\d+", version(name))[:3])
    assert installed >= FLOORS[name]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned(name: str) -> None:
    """One exact version each."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert asked
    assert [line for line in asked if not PIN.fullmatch(line)] == []


def test_the_repository_holds_no_secret() -> None:
    """Every text file outside the environment is read for keys, tokens and passwords (A5)."""
    skipped = {".git", ".venv", "local", "__pycache__", ".mypy_cache", ".ruff_cache"}
    files = [
        path
        for path in ROOT.rglob("*")
        if path.is_file() and not skipped & set(path.relative_to(ROOT).parts)
    ]
    found = [
        str(path.relative_to(ROOT))
        for path in files
        if SECRETS.search(path.read_bytes().decode("utf-8", errors="ignore"))
    ]
    assert found == []
    print(f"A5: {len(files)} files, {len(found)} secrets")


def test_the_search_for_secrets_can_fail() -> None:
    """A key that was put together here is found."""
    assert SECRETS.search("-----BEGIN RSA " + "PRIVATE KEY-----")
    assert SECRETS.search("client_secret" + ' = "' + "a1B2" * 6 + '"')
