"""C2 in a browser: every number that reaches it comes from a published cell.

``tests/harvest`` walks all views without a browser. This reads what a browser is sent over its own
stream, what then stands on the page, and the file a person saves.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import (
    LAPTOP,
    WATCH_CHANGES,
    environment,
    free_port,
    wait_until_idle,
)
from tests.browser.sign_in_program import started
from tests.harvest import trusts
from tests.harvest.collecting import Sent, file_sent, texts_of
from tests.harvest.explaining import Explained
from tests.harvest.test_numbers import PAGES
from wres.answers.opening import evidence_at, shipped
from wres.store import open_store

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
DEEPER = (("explore", "indicator=6&year=2025"), ("explore", "indicator=8&year=2025"))
VIEWS = (*((page, "") for page in PAGES), *DEEPER)
# What stands on the page and what is read out: words, and every name an element is given.
STANDS = """
() => [document.body.innerText, ...[...document.querySelectorAll('[aria-label],[alt],[title]')]
  .flatMap(one => ['aria-label', 'alt', 'title'].map(name => one.getAttribute(name) || ''))]
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a made-up trust of 800 respondents."""
    folder = tmp_path_factory.mktemp("home")
    trusts.keep(folder, trusts.uploaded(800))
    return folder


@pytest.fixture
def reader(browser: Browser, home: Path) -> Iterator[tuple[Page, list[bytes]]]:
    """A reader's window before that store, and the frames it was sent."""
    address = f"http://127.0.0.1:{(port := free_port())}"
    serve = ["-m", "uvicorn", "--app-dir", str(ROOT), "app:app", "--host=127.0.0.1"]
    command = [sys.executable, *serve, f"--port={port}"]
    settings = {"WRES_ROLE_WITHOUT_SIGN_IN": "viewer"}
    with started(
        command, cwd=home, env=environment(home) | settings, url=f"{address}/_stcore/health"
    ):
        context = browser.new_context(**LAPTOP, base_url=address, accept_downloads=True)
        context.add_init_script(WATCH_CHANGES)
        page, frames = context.new_page(), list[bytes]()

        def hear(socket: WebSocket) -> None:
            socket.on("framereceived", lambda frame: frames.append(_bytes(frame)))

        page.on("websocket", hear)
        yield page, frames
        context.close()


def _bytes(frame: str | bytes) -> bytes:
    return frame if isinstance(frame, bytes) else frame.encode()


def _in_frames(frames: list[bytes]) -> Iterator[Sent]:
    """Give what each element holds that the browser was sent."""
    for frame in frames:
        message = ForwardMsg.FromString(frame)
        delta = message.delta if message.WhichOneof("type") == "delta" else None
        if delta is not None and delta.WhichOneof("type") == "new_element":
            kind = str(delta.new_element.WhichOneof("type"))
            yield Sent(kind, texts_of(getattr(delta.new_element, kind)), b"")


def _without(sent: Sent, address: str) -> Sent:
    """The same without the address of this run's server, whose number is no figure."""
    return replace(sent, texts=tuple(text.replace(address, "") for text in sent.texts))


def _file_of(page: Page) -> Sent:
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").first.click()
    saved = download.value
    return file_sent(saved.suggested_filename, Path(saved.path()).read_bytes())


def test_every_number_a_browser_is_sent_comes_from_a_published_cell(
    reader: tuple[Page, list[bytes]], home: Path
) -> None:
    """Stream, page and file of each page about the trust: no number is left over."""
    page, frames = reader
    with open_store(home) as store:
        explained = Explained(evidence_at(store, store.current(), data=shipped()), trusts.ORG)
    numbers, left = 0, []
    for name, choice in VIEWS:
        frames.clear()
        page.goto(f"/{name}?org={trusts.ORG}&{choice}", wait_until="commit")
        wait_until_idle(page)
        stands = Sent("page", tuple(page.evaluate(STANDS)), b"")
        sent = (*_in_frames(frames), stands, *([_file_of(page)] if choice else []))
        assert sum(len(one.texts) for one in sent) > 10, name
        numbers += len(sent)
        address = page.url.partition(f"/{name}")[0]
        found = explained.left(name, (_without(one, address) for one in sent))
        left += [(number, words, name, choice) for number, words in found]
    assert left[:20] == []
    print(f"C2 in a browser: {len(VIEWS)} views, {numbers} things sent")


def test_a_hidden_number_on_the_stream_would_be_seen(home: Path) -> None:
    """One figure that is not published, in one element, is left over."""
    with open_store(home) as store:
        explained = Explained(evidence_at(store, store.current(), data=shipped()), trusts.ORG)
    known = explained.known
    secret = next(
        str(row.denominator)
        for row in trusts.uploaded(800)
        if row.denominator and row.denominator > 30 and str(row.denominator) not in known
    )
    message = ForwardMsg()
    message.delta.new_element.markdown.body = f"{secret} answered"
    (sent,) = _in_frames([message.SerializeToString()])
    assert [number for number, _ in explained.left("explore", [sent])] == [secret]
