"""Two copies of the program behind the shipped proxy, on one PostgreSQL: one program to everybody.

Whatever is stored through any of them is asked for once, at once, on each: seen then, it is seen
well within two seconds.
"""

from __future__ import annotations

import json
import re
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPMessage
from urllib.parse import urlencode

import pytest
from sqlalchemy import select
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from websockets.exceptions import ConnectionClosed

from tests.browser.proxied import SITE, UNTRUSTED, Proxied, need_nginx, running
from tests.live.sessions import AMA, GUESS, TRUST
from tests.store.conftest import schema_of_its_own
from tests.store.examples import load, survey
from tests.ui.socket_client import SIGN_IN, Seen, Window, window_by_name
from tests.walls.caller import XSRF
from tests.web.test_room import answers, form_of, session_of
from wres.access import Grant, Role
from wres.answers import presenting
from wres.store import Store, open_store
from wres.store.tables import SCHEMA, schema_version
from wres.web.room import COOKIE as PHONE

RESULTS = f"/api/v1/results?org={TRUST.code}&indicator=8&group=bme"
EXPLORE = ("explore", f"org={TRUST.code}&indicator=8&year=2025")
MOST_TRIED = 60
READY_SECONDS, NOT_READY = 60, 503
HALF_ASKED = 60
HALF = b"POST /room/HJMP/vote HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\na"
LOG_LINE = re.compile(
    r"[0-9T:+-]{25} status=\d{3} method=[A-Z]+ path=/\S* bytes=\d+ seconds=[0-9.]+ copy=[0-9.:, -]+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The proxy with its two copies, the store they share, and the sign-in of a lead."""

    proxied: Proxied
    store: Store
    signed_in: str
    xsrf: str

    @property
    def ports(self) -> tuple[int, ...]:
        """The copies, by their own ports."""
        return tuple(self.proxied.copies)

    def percent(self, port: int) -> float | None:
        """Return the figure that one copy gives other programs, None when it has none."""
        _, _, body = self.ask_copy(port, RESULTS)
        found = json.loads(body)["data"]
        return found[0]["percent"] if found else None

    def ask_copy(
        self, port: int, path: str, *, cookie: str | None = None, form: dict[str, str] | None = None
    ) -> tuple[int, HTTPMessage, str]:
        """Return what one copy answers to the lead, or to whoever has the cookie."""
        asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}")
        asked.data = urlencode(form).encode() if form else None
        asked.add_header("Host", SITE)
        asked.add_header("Cookie", self.signed_in if cookie is None else cookie)
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return answer.status, answer.headers, answer.read().decode()

    def wait_until_ready(self, port: int) -> None:
        """Return once a copy says that it is ready, as a balancer asks; it warms up before."""
        end = time.monotonic() + READY_SECONDS
        while True:
            try:
                assert self.ask_copy(port, "/ready")[2] == "ready"
                return
            except urllib.error.HTTPError as told:
                assert told.code == NOT_READY and time.monotonic() < end
            time.sleep(0.5)

    def copies_of(self, path: str) -> list[str]:
        """Return which copies answered an address, as the proxy's log has it."""
        end, found = time.monotonic() + 5, list[str]()
        # The proxy writes its line once the answer is on its way.
        while not found and time.monotonic() < end:
            lines = (self.proxied.folder / "wres.log").read_text(encoding="utf-8").splitlines()
            found = [line.split("copy=")[1] for line in lines if f" path={path} " in line]
        return found

    @contextmanager
    def window(self, browser: str) -> Iterator[Window]:
        """Give a window of this browser, through the proxy."""
        port = self.proxied.port
        cookies = f"{self.signed_in}; {XSRF}={self.xsrf}; wres_copy={browser}"
        own = {"Cookie": cookies, "Origin": f"https://{SITE}:{port}"}
        with window_by_name(SITE, port, UNTRUSTED, token=self.xsrf, **own) as opened:
            yield opened


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Two copies that were started at once on an empty database, with sign-in."""
    need_nginx()
    folder = tmp_path_factory.mktemp("copies")
    (folder / ".streamlit").mkdir()
    told = "\n".join(f"{name} = {json.dumps(text)}" for name, text in SIGN_IN.items())
    (folder / ".streamlit" / "secrets.toml").write_text(f"[auth]\n{told}\n", encoding="utf-8")
    with (
        schema_of_its_own() as url,
        running(folder, copies=2, WRES_DATABASE_URL=url, HOME=str(folder)) as proxied,
        open_store(folder, url=url) as store,
    ):
        lead = Grant(identity="ama", role=Role.LEAD, organisation=TRUST.code)
        store.change_role(lead, given=True, made_by="admin", made_at=datetime.now(UTC))
        # One copy gives the token of a browser, and every copy takes it.
        given = proxied.ask("/_stcore/health").headers["set-cookie"]
        xsrf = given.partition(f"{XSRF}=")[2].partition(";")[0]
        found = Site(proxied=proxied, store=store, signed_in=signed_in(proxied.port), xsrf=xsrf)
        for copy in found.ports:
            found.wait_until_ready(copy)
        yield found


def signed_in(port: int) -> str:
    """Return the cookie of a lead of the site, signed with the secret both copies were given."""
    now = datetime.now(UTC).timestamp()
    claims = {"is_logged_in": True, "sub": "ama", "iss": "example", "iat": now, "exp": now + 3600}
    name = "_streamlit_user"
    claims["origin"] = f"https://{SITE}:{port}"
    signed = create_signed_value(SIGN_IN["cookie_secret"], name, json.dumps(claims))
    return f"{name}={signed.decode()}"


def test_copies_that_start_at_once_make_one_layout(site: Site) -> None:
    """One made the tables, the other found them; both are ready."""
    with site.store._database.reading() as connection:
        assert connection.execute(select(schema_version.c.version)).scalars().all() == [SCHEMA]
    for port in site.ports:
        assert site.ask_copy(port, "/ready")[2] == "ready"
    assert site.proxied.ask("/ready").body == b"ready"


def test_what_is_published_is_seen_on_each(site: Site) -> None:
    """Three versions: each copy gives the new figure at the first question after each."""
    for count in (16, 40, 22):
        load(site.store, survey(count, TRUST.code))
        assert [site.percent(port) for port in site.ports] == [float(count)] * 2


def test_a_sign_in_counts_on_each(site: Site) -> None:
    """The one secret of both: the cookie opens either, and nothing opens without it."""
    for port in site.ports:
        assert site.ask_copy(port, RESULTS)[0] == 200
        with pytest.raises(urllib.error.HTTPError, match="403"):
            site.ask_copy(port, RESULTS, cookie="")


def test_a_vote_is_seen_on_each(site: Site) -> None:
    """A phone votes through one copy: the other hears that something is new, and counts it."""
    session, (one, other) = session_of(site.store, GUESS), site.ports
    page, state = f"/room/{session.code}", f"/room/{session.code}/state"
    _, headers, form = site.ask_copy(one, page, cookie="")
    phone = next(text for text in headers.get_all("set-cookie", []) if PHONE in text)
    token = phone.partition(";")[0]
    assert "Thank you." not in site.ask_copy(other, page, cookie=token)[2]
    # Sent through both, and counted once.
    for port in (one, other):
        sent = form_of(form) | {"answer": "30"}
        site.ask_copy(port, f"{page}/vote", cookie=token, form=sent)
        assert answers(site.store, session, GUESS) == 1
        for seen_on in (one, other):
            assert "Thank you." in site.ask_copy(seen_on, page, cookie=token)[2]
    before = [site.ask_copy(port, state)[2] for port in (one, other)]
    close = {"session_id": session.session_id, "question_id": GUESS.question_id}
    presenting.close_question(site.store, AMA, **close)
    for port, old in zip((one, other), before, strict=True):
        assert site.ask_copy(port, state)[2] != old


def test_a_browser_stays_with_one_copy(site: Site) -> None:
    """Its cookie comes with its first page alone; many browsers are spread over both copies."""
    first = site.proxied.ask("/explore").headers.get("set-cookie", "")
    cookies = [one for one in first.split(", ") if one.startswith("wres_copy=")]
    assert re.fullmatch(r"wres_copy=[0-9a-f]{32}; Path=/; HttpOnly; Secure; SameSite=Lax", first)
    assert len(cookies) == 1
    assert "wres_copy" not in str(site.proxied.ask("/room").headers)
    stays = browsers(site)
    for copy, browser in stays.items():
        for _ in range(3):
            answer = site.proxied.ask(f"/static/{browser}.js", Cookie=f"wres_copy={browser}")
            assert "set-cookie" not in answer.headers
        assert set(site.copies_of(f"/static/{browser}.js")) == {copy}


def browsers(site: Site) -> dict[str, str]:
    """Return a browser for each copy, by the address of the copy, found by trying."""
    found: dict[str, str] = {}
    for number in range(MOST_TRIED):
        browser = f"browser{number}"
        site.proxied.ask(f"/static/{browser}.js", Cookie=f"wres_copy={browser}")
        found.setdefault(site.copies_of(f"/static/{browser}.js")[0], browser)
        if len(found) == len(site.ports):
            return found
    raise AssertionError(f"every browser was sent to one copy: {found}")


def test_the_log_of_the_proxy_names_nobody(site: Site) -> None:
    """What was asked, when and of which copy: no address, no choice, no cookie, no browser."""
    site.proxied.ask("/explore?org=R0A", Cookie="wres_copy=secret", **{"User-Agent": "Mine"})
    lines = (site.proxied.folder / "wres.log").read_text(encoding="utf-8").splitlines()
    assert lines and [line for line in lines if not LOG_LINE.fullmatch(line)] == []
    assert not re.search("R0A|secret|Mine", "\n".join(lines))


def test_slow_clients_hold_nobody_up(site: Site) -> None:
    """Sixty who send half a request and one who reads nothing: everybody else is answered."""
    port = site.ports[1]
    with ExitStack() as held:
        for target in (port, site.proxied.port):
            for _ in range(HALF_ASKED):
                line = socket.create_connection(("127.0.0.1", target))
                held.enter_context(closing(line)).sendall(HALF if target == port else b"\x16")
        held.enter_context(site.window("deaf")).ask(*EXPLORE)
        assert site.ask_copy(port, "/ready")[2] == "ready"
        assert site.proxied.ask("/ready").body == b"ready"
        assert shown(held.enter_context(site.window("brisk")))


def shown(opened: Window) -> bool:
    """Return whether a window shows a chart of the trust."""
    seen: Seen = opened.open(*EXPLORE)
    return "vega_lite_chart" in seen.kinds or "arrow_vega_lite_chart" in seen.kinds


def test_a_copy_that_is_killed_is_replaced_by_the_other(site: Site) -> None:
    """Its window breaks and opens again at the other copy, whose own window never notices."""
    load(site.store, survey(33, TRUST.code))
    stays, (dead, alive) = browsers(site), site.ports
    with ExitStack() as windows:
        opened = {copy: windows.enter_context(site.window(one)) for copy, one in stays.items()}
        assert all(map(shown, opened.values()))
        site.proxied.copies[dead].kill()
        site.proxied.copies[dead].wait(timeout=20)
        for browser in stays.values():
            answer = site.proxied.ask(RESULTS, Cookie=f"{site.signed_in}; wres_copy={browser}")
            assert answer.status == 200 and b"33.0" in answer.body
        assert shown(opened[f"127.0.0.1:{alive}"])
        with pytest.raises(ConnectionClosed):
            shown(opened[f"127.0.0.1:{dead}"])
        assert all(shown(windows.enter_context(site.window(one))) for one in stays.values())
    assert site.percent(alive) == 33.0
