"""A server under measurement: started cold, asked for its memory and processor time, ended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from compileall import compile_dir, compile_file
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_SECONDS = 60.0
TICK = 0.01
# What makes the number of a process the number of its clock (clock_getcpuclockid).
_OF_A_PROCESS = 2
# `streamlit run`, which a deployment uses, does not pack each message either.
_AS_DEPLOYED = ("--log-level=error", "--ws-per-message-deflate=false")
# What a plain start asks for where nobody sits at the machine, and without which it calls home.
_WITHOUT_A_BROWSER = (
    "--server.headless=true",
    "--server.address=127.0.0.1",
    "--browser.gatherUsageStats=false",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server: where it answers, and how long it took to answer (seconds)."""

    address: str
    process: int
    healthy_after: float


@contextmanager
def served(
    application: str,
    folder: Path,
    home: Path,
    *,
    settings: Mapping[str, str] | None = None,
    plain: bool = False,
) -> Iterator[Server]:
    """Return a server of this application, started now and ended afterwards.

    The program's own code is compiled before, as the libraries' is and as it is where it is put on
    a server. ``settings`` are variables of its environment; ``plain`` serves a script as
    ``streamlit run`` does where nobody has set anything.
    """
    _compiled()
    port = _free_port()
    uvicorn = ["uvicorn", application, f"--port={port}", *_AS_DEPLOYED]
    streamlit = ["streamlit", "run", application, f"--server.port={port}", *_WITHOUT_A_BROWSER]
    command = [sys.executable, "-m", *(streamlit if plain else uvicorn)]
    begun = time.perf_counter()
    environment = {**os.environ, "WRES_HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment |= settings or {}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        healthy = time.perf_counter() - begun
        yield Server(address=address, process=process.pid, healthy_after=healthy)
    finally:
        process.terminate()
        process.wait(timeout=20)


@lru_cache(maxsize=1)
def _compiled() -> None:
    for part in ("wres", "bench"):
        compile_dir(ROOT / part, quiet=2)
    compile_file(ROOT / "app.py", quiet=2)


def wait_until_ready(server: Server) -> None:
    """Return once a server says that it is ready; other programs get no answer before."""
    _wait(server.address, "/ready")


def processor_seconds(process: int) -> float | None:
    """Return the processor time a process has used (seconds), or None where it is not told.

    Where the kernel keeps a clock of each process, it is exact; else in ticks of a hundredth.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            return time.clock_gettime(~process << 3 | _OF_A_PROCESS)
    told = Path(f"/proc/{process}/stat")
    if not told.is_file():
        return None
    fields = told.read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_megabytes(process: int) -> float | None:
    """Return the memory a process holds (megabytes), or None where it is not told."""
    told = Path(f"/proc/{process}/status")
    if not told.is_file():
        return None
    lines = [line for line in told.read_text().splitlines() if line.startswith("VmRSS")]
    return round(int(lines[0].split()[1]) / 1024, 1) if lines else None


def _wait(address: str, path: str = "/_stcore/health") -> None:
    deadline = time.perf_counter() + PATIENCE_SECONDS
    while time.perf_counter() < deadline:
        try:
            with urllib.request.urlopen(f"{address}{path}", timeout=4):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(TICK)
    raise TimeoutError(f"no answer from {address}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
