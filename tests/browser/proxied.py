"""The shipped proxy file in front of the program, started as the shipped service starts it."""

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

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
SITE = "wres.example.nhs.uk"
UNTRUSTED = ssl.create_default_context()
UNTRUSTED.check_hostname = False
UNTRUSTED.verify_mode = ssl.CERT_NONE
_NGINX = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
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
    """The proxy's port, the program's own port, and what the program logged."""

    port: int
    inner: int
    log: Path

    def ask(self, path: str, *, method: str = "GET", body: bytes | None = None) -> Answer:
        """Return the proxy's answer, refusals too."""
        asked = Request(f"https://127.0.0.1:{self.port}{path}", data=body, method=method)
        asked.add_header("Host", f"{SITE}:{self.port}")
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
def running(folder: Path) -> Iterator[Proxied]:
    """Give the program behind the proxy; both end afterwards."""
    outer, plain_port, inner = free_ports(3)
    _write(folder, outer, plain_port, inner)
    env = {name: value for name, value in os.environ.items() if not name.startswith("WRES_")}
    log = folder / "program.log"
    with log.open("wb") as output:
        program = subprocess.Popen(
            _service_command(inner),
            cwd=ROOT,
            # Whoever comes through a proxy only reads; the pages of leads are tested here as well.
            env=env | {"WRES_HOME": str(folder / "home"), "WRES_ROLE_WITHOUT_SIGN_IN": "lead"},
            stdout=output,
            stderr=output,
        )
        proxy = subprocess.Popen([nginx() or "nginx", "-p", str(folder), "-c", "main.conf"])
        try:
            found = Proxied(port=outer, inner=inner, log=log)
            _wait(found)
            yield found
        finally:
            for process in (proxy, program):
                process.terminate()
                process.wait(timeout=20)


def _service_command(port: int) -> list[str]:
    lines = (DEPLOY / "wres.service").read_text(encoding="utf-8").splitlines()
    started = next(line for line in lines if line.startswith("ExecStart="))
    words = shlex.split(started.removeprefix("ExecStart="))
    return [sys.executable, *words[1:], f"--server.port={port}"]


def _write(folder: Path, outer: int, plain_port: int, inner: int) -> None:
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for shipped, ours in {
        "listen 443 ssl": f"listen 127.0.0.1:{outer} ssl",
        "listen 80": f"listen 127.0.0.1:{plain_port}",
        "127.0.0.1:8501": f"127.0.0.1:{inner}",
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


def _wait(found: Proxied) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            if found.ask("/_stcore/health").status == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(found.log.read_text(encoding="utf-8")[-3000:])
