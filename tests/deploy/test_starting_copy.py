"""A real nginx with the shipped file before two small servers, one just started, or hanging."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from tests.browser.proxied import Proxied, need_nginx, proxy_before

SENTENCE = b"This copy has just started."
# As shipped, a copy that hangs is given fifteen seconds.
SHORTER = {"proxy_read_timeout 15s;": "proxy_read_timeout 1s;"}
READ = ("/api/v1/results?org=RRP", "/card/RRP/8", "/ready")


def _set() -> Event:
    event = Event()
    event.set()
    return event


@dataclass(slots=True)
class Copy:
    """A server that stands for a copy of the program: whether it is starting, what it was asked.

    While ``goes_on`` is not set it takes questions and hangs.
    """

    starting: bool = False
    goes_on: Event = field(default_factory=_set)
    asked: list[str] = field(default_factory=list)
    port: int = 0

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer as the program does, and note what was asked."""
        handler.rfile.read(int(handler.headers.get("content-length") or 0))
        self.asked.append(f"{handler.command} {handler.path}")
        self.goes_on.wait()
        handler.send_response(503 if self.starting else 200)
        body = SENTENCE if self.starting else b"answered"
        if self.starting:
            handler.send_header("retry-after", "2")
        handler.send_header("content-length", str(len(body)))
        # As uvicorn says it; else nginx keeps a connection that is about to end, and asks on it.
        handler.send_header("connection", "close")
        handler.end_headers()
        handler.wfile.write(body)


@contextmanager
def serving(copy: Copy) -> Iterator[Copy]:
    """Give a copy that listens on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            copy.answer(self)

        def do_POST(self) -> None:
            copy.answer(self)

        def log_message(self, *_told: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        copy.port = server.server_address[1]
        Thread(target=server.serve_forever, daemon=True).start()
        yield copy
        server.shutdown()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Proxied, Copy, Copy]]:
    """The proxy and two copies."""
    need_nginx()
    with ExitStack() as stack:
        first, second = (stack.enter_context(serving(Copy())) for _ in "ab")
        folder = tmp_path_factory.mktemp("starting")
        proxied = stack.enter_context(
            proxy_before(folder, [first.port, second.port], instead=SHORTER)
        )
        yield proxied, first, second


@pytest.fixture
def starting(site: tuple[Proxied, Copy, Copy]) -> tuple[Proxied, Copy, Copy]:
    """The proxy, a copy that has just started, and one that is ready."""
    proxied, first, second = site
    first.starting, second.starting = True, False
    first.asked.clear()
    second.asked.clear()
    return proxied, first, second


@pytest.mark.parametrize("path", READ)
def test_what_is_read_is_answered_by_the_other_copy(
    starting: tuple[Proxied, Copy, Copy], path: str
) -> None:
    """Ten times, and the copy that has just started was asked among them."""
    proxied, first, second = starting
    answers = [proxied.ask(path) for _ in range(10)]
    assert {(one.status, one.body) for one in answers} == {(200, b"answered")}
    assert first.asked and len(second.asked) == 10
    first.starting = False
    first.asked.clear()
    assert {proxied.ask(path).status for _ in range(4)} == {200}
    assert first.asked, "a copy that is ready is not left alone"


def test_when_no_copy_can_answer_their_own_words_come_through(
    starting: tuple[Proxied, Copy, Copy],
) -> None:
    """Not a page of nginx: the status, the sentence, and when to ask again, every time."""
    proxied, _, second = starting
    second.starting = True
    answers = [proxied.ask(READ[0]) for _ in range(6)]
    assert {(one.status, one.body, one.headers["retry-after"]) for one in answers} == {
        (503, SENTENCE, "2")
    }


def test_what_a_hanging_copy_does_not_answer_the_other_one_does(
    starting: tuple[Proxied, Copy, Copy],
) -> None:
    """Within the same request: whoever asks waits, and gets the answer."""
    proxied, first, second = starting
    first.goes_on.clear()
    try:
        while not first.asked:
            assert proxied.ask(READ[0]).body == b"answered"
        assert first.asked == [f"GET {READ[0]}"] == second.asked[-1:]
    finally:
        first.goes_on.set()


@pytest.mark.parametrize("path", ["/api/v1/results", "/card/RRP/8", "/room/ABCD/vote", "/"])
def test_what_may_change_something_is_sent_once(
    starting: tuple[Proxied, Copy, Copy], path: str
) -> None:
    """Ten votes are ten votes, whichever copy they meet."""
    proxied, first, second = starting
    statuses = [proxied.ask(path, method="POST", body=b"vote=1").status for _ in range(10)]
    assert len(first.asked) + len(second.asked) == 10
    assert statuses.count(503) == len(first.asked)
