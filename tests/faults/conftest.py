"""What the faults are tried on: a small disk, a folder without rights, pages, the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line.conftest import Run, apart, home, manchester, run
from tests.pages.conftest import Open, open_page
from tests.store.conftest import address, server_url

__all__ = [
    "Open",
    "Run",
    "address",
    "apart",
    "home",
    "manchester",
    "open_page",
    "run",
    "server_url",
]

DISK_BYTES = 1024 * 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 1 MB, in memory; skipped with the reason where none can be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(disk)]
    if os.geteuid() != 0 and shutil.which("sudo"):
        mount = ["sudo", "-n", *mount[:4], f"{mount[4]},mode=1777", *mount[5:]]
    mounted = shutil.which("mount") is not None
    mounted = mounted and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    if not mounted:
        pytest.skip("no small disk can be mounted here; the page limit stands in for it")
    yield disk
    release = ["umount", str(disk)]
    subprocess.run(release if os.geteuid() == 0 else ["sudo", "-n", *release], check=True)


@pytest.fixture
def without_rights() -> list[str]:
    """The words before a command that take a superuser's right to write anywhere away."""
    if os.geteuid() != 0:
        return []
    assert shutil.which("setpriv"), "setpriv (util-linux) is needed to try a read-only folder"
    return ["setpriv", "--bounding-set=-dac_override"]
