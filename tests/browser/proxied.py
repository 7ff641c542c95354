"""The shipped proxy file in front of copies of the program, started as the shipped unit does it."""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
SITE = "wres.example.nhs.uk"
UNTRUSTED = ssl.create_default_context()
UNTRUSTED.check_hostname = False
UNTRUSTED.verify_mode = ssl.CERT_NONE
_NGINX = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{ client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
include {folder}/site.conf; }}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the proxy answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxied:
    """The proxy's port, the copies of the program by their own ports, the folder of the logs."""

    port: int
    copies: Mapping[int, subprocess.Popen[bytes]]
    folder: Path

    def ask(
        self, path: str, *, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        """Return the proxy's answer, refusals too."""
        asked = Request(f"https://127.0.0.1:{self.port}{path}", data=body, method=method)
        asked.add_header("Host", f"{SITE}:{self.port}")
        for name, text in headers.items():
            asked.add_header(name, text)
        try:
            answer = urllib.request.urlopen(asked, timeout=20, context=UNTRUSTED)
        except urllib.error.HTTPError as refused:
            answer = refused
        with answer:
            named = {name.lower(): value for name, value in answer.headers.items()}
            return Answer(answer.status, named, answer.read())


def nginx() -> str | None:
    """Return the path of nginx, which Debian keeps off the path of ordinary users."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def need_nginx() -> None:
    """Return nothing; skip where there is no nginx, and fail where the run requires one."""
    if nginx() is None:
        if os.environ.get("WRES_BROWSER_TESTS") == "required":
            pytest.fail("No nginx found.")
        pytest.skip("No nginx found; install it to test the proxy file.")


def free_ports(number: int) -> list[int]:
    """Return ports that nobody listens on."""
    probes = [socket.socket() for _ in range(number)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@contextmanager
def running(folder: Path, *, copies: int = 1, **told: str) -> Iterator[Proxied]:
    """Give copies of the program behind the proxy, told these variables; all end afterwards."""
    outer, plain_port, *inner = free_ports(2 + copies)
    _write(folder, outer, plain_port, inner)
    env = {name: value for name, value in os.environ.items() if not name.startswith("WRES_")}
    # Whoever comes through a proxy only reads; the pages of leads are tested here as well.
    env |= {"WRES_HOME": str(folder / "home"), "WRES_ROLE_WITHOUT_SIGN_IN": "lead"} | told
    started: list[subprocess.Popen[bytes]] = []
    try:
        for port in inner:
            started.append(_started(_unit_command(port), folder / f"{port}.log", env))
        started.append(_started(_proxy_command(folder), folder / "nginx.log", env))
        found = Proxied(port=outer, copies=dict(zip(inner, started, strict=False)), folder=folder)
        for port in inner:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", folder / f"{port}.log")
        yield found
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(timeout=20)


@contextmanager
def proxy_before(
    folder: Path, inner: list[int], *, instead: Mapping[str, str]
) -> Iterator[Proxied]:
    """Give the proxy alone, before two ports that somebody else answers.

    ``instead`` has words of the shipped file and what stands in their place, as a shorter wait.
    """
    outer, plain_port = free_ports(2)
    _write(folder, outer, plain_port, inner)
    site = folder / "site.conf"
    text = site.read_text(encoding="utf-8")
    for shipped, ours in instead.items():
        assert text.count(shipped) == 1, shipped
        text = text.replace(shipped, ours)
    site.write_text(text, encoding="utf-8")
    process = _started(_proxy_command(folder), folder / "nginx.log", os.environ)
    try:
        found = Proxied(port=outer, copies={}, folder=folder)
        _wait_for(f"https://127.0.0.1:{outer}/", folder / "nginx.log")
        yield found
    finally:
        process.terminate()
        process.wait(timeout=20)


def _proxy_command(folder: Path) -> list[str]:
    return [nginx() or "nginx", "-p", str(folder), "-c", "main.conf"]


def _started(command: list[str], log: Path, env: Mapping[str, str]) -> subprocess.Popen[bytes]:
    with log.open("wb") as output:
        return subprocess.Popen(command, cwd=ROOT, env=env, stdout=output, stderr=output)


def _unit_command(port: int) -> list[str]:
    """The command of the shipped unit, filled in as systemd does it."""
    lines = (DEPLOY / "wres@.service").read_text(encoding="utf-8").splitlines()
    command = next(line for line in lines if line.startswith("ExecStart="))
    for sign, filled in {"%i": str(port), "${WRES_SITE}": SITE}.items():
        assert sign in command, sign
        command = command.replace(sign, filled)
    return [sys.executable, *shlex.split(command.removeprefix("ExecStart="))[1:]]


def _write(folder: Path, outer: int, plain_port: int, inner: list[int]) -> None:
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for shipped, ours in {
        "listen 443 ssl": f"listen 127.0.0.1:{outer} ssl",
        "listen 80": f"listen 127.0.0.1:{plain_port}",
        "127.0.0.1:8501": f"127.0.0.1:{inner[0]}",
        "127.0.0.1:8502": f"127.0.0.1:{inner[-1]}",
        "/var/log/nginx": str(folder),
        "/etc/ssl/wres": str(folder),
    }.items():
        assert site.count(shipped) >= 1, shipped
        site = site.replace(shipped, ours)
    (folder / "site.conf").write_text(site, encoding="utf-8")
    (folder / "main.conf").write_text(_NGINX.format(folder=folder), encoding="utf-8")
    (folder / "home").mkdir()
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2")
    files = ("-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem"))
    subprocess.run([*made, *files, "-subj", f"/CN={SITE}"], check=True, capture_output=True)


def _wait_for(address: str, log: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=5, context=UNTRUSTED).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8")[-3000:])
