"""A PostgreSQL server of a test's own, which may be stopped and started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

OPTIONS = "-c listen_addresses='' -c fsync=off -c unix_socket_directories="
_DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnServer:
    """The server: its folder, and the folder of its programs."""

    folder: Path
    programs: Path

    @property
    def url(self) -> str:
        """The address of its database, for this program."""
        return f"postgresql+psycopg://postgres@/postgres?host={self.folder}"

    def start(self) -> None:
        """Return nothing once it answers."""
        self._control("--wait", f"--options={OPTIONS}{self.folder}", "start")

    def stop(self) -> None:
        """Return nothing once it is gone, as if its machine had lost power."""
        self._control("--mode=immediate", "stop")

    @contextmanager
    def gone(self) -> Iterator[None]:
        """Give a block in which the server is gone."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Give a block in which the server holds its connections and answers on none."""
        # Nobody is added while the first of them stands still.
        self._tell(signal.SIGSTOP)
        try:
            yield
        finally:
            self._tell(signal.SIGCONT)

    def _tell(self, what: signal.Signals) -> None:
        told = (self.folder / "data" / "postmaster.pid").read_text(encoding="utf-8")
        main = int(told.split()[0])
        os.kill(main, what)
        for child in _children(main):
            os.kill(child, what)

    def _control(self, *words: str) -> None:
        log = f"--log={self.folder / 'log'}"
        self.run("pg_ctl", f"--pgdata={self.folder / 'data'}", log, *words)

    def run(self, program: str, *words: str) -> None:
        """Return nothing once one of its programs has ended well; it refuses to run as root."""
        user = ("--reuid=postgres", "--regid=postgres", "--clear-groups")
        before = ("setpriv", *user) if os.geteuid() == 0 else ()
        # What it leaves running would hold a pipe open, so there is none.
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
        command = [*before, str(self.programs / program), *words]
        subprocess.run(command, cwd=self.folder, check=True, timeout=60, **quiet)


def _children(process: int) -> list[int]:
    """The processes that one has started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1]
        # It has ended since it was listed.
        except OSError:
            continue
        if int(after_name.split()[1]) == process:
            found.append(int(stat.parent.name))
    return found


def programs() -> Path | None:
    """Return the folder of the newest server's programs, which Debian keeps off the path."""
    newest = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    found = str(newest[-1]) if newest else shutil.which("initdb")
    return Path(found).parent if found else None


@contextmanager
def own_server() -> Iterator[OwnServer]:
    """Give a running server, removed afterwards; skipped with the reason where there is none."""
    found = programs()
    if found is None:
        pytest.skip("No PostgreSQL found; install it to try what happens when it is gone.")
    folder = Path(tempfile.mkdtemp(prefix="wres-own-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    server = OwnServer(folder=folder, programs=found)
    try:
        setting = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale")
        server.run("initdb", f"--pgdata={folder / 'data'}", *setting, "--no-sync")
        server.start()
        yield server
        server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
