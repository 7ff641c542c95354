"""A2, C5: no address, header, cookie or forged state changes who somebody is or what is hidden."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from functools import cache
from urllib.parse import quote

import pytest
from itsdangerous import URLSafeTimedSerializer
from websockets.exceptions import InvalidStatus

from tests import prose_read
from tests.ui.socket_client import Seen
from tests.walls.caller import COOKIE, NOBODY
from tests.walls.conftest import Walls
from tests.walls.figures import NEVER, PUBLISHED, A, found

CLICKED = f"org={A.code}&year=2025&indicator=8"
CELLS = ("table", "vega_lite_chart", "heading")
OLDER_LINK = "prose_older_link"
NOT_FOR_VIEWERS = ("upload", "history", "hidden_figures", "access")
# Added to the address of what was clicked; none of them may show another cell.
HOSTILE = (
    "role=admin",
    "role=lead&org_leads=R0A",
    "user=ama%40trust.example&email=ama%40trust.example&email_verified=true",
    "is_logged_in=true&sub=subject-ama",
    "min_base=1",
    "min_count=0&threshold=1&k=1",
    "hide=false&hidden=1&show_hidden=true",
    "suppress=0&unsafe=1&debug=1&raw=1",
    "status=hidden&version=1&draft=1&draft_id=1&preview=1",
    "presenting=false&embed=true&embed_options=show_toolbar",
    "wres_visit=%7B%22page%22%3A%22hidden_figures%22%7D",
    "indicator=8&indicator=8",
    "group[]=asian&group%5B0%5D=mixed",
    "group=mixed%00&band=%00",
    "group=%22%3E%3Cscript%3E&staff=..%2F..%2Fetc",
    "band=" + "9" * 5000,
    "staff=%F0%9F%92%A5&benchmark=%E2%80%AE1",
    "group=' OR 1=1 --&year=2025",
    "__proto__[role]=admin&constructor=1",
)
# Another organisation is asked for, and is none: what is shown is what no organisation shows.
HOSTILE_ORGANISATIONS = ("R0A%0d%0aSet-Cookie:role=admin", "*", "R0A,R1A", "%00", "ZZZ' OR 1=1 --")


def cells(seen: Seen) -> list[bytes]:
    """Return every table, chart and heading a run sent, and every word that is only read."""
    shown = [element for element in seen.elements if element.WhichOneof("type") in CELLS]
    # What has changed since a link was made stands above the page, and is no part of its view.
    page = (one for one in seen.elements if OLDER_LINK not in one.bidi_component.id)
    read = (text.encode() for text in prose_read.texts_in(page))
    return [*(element.SerializeToString() for element in shown), *read]


def told(seen: Seen) -> tuple[list[bytes], list[str], list[str]]:
    """Return what tells who somebody is taken for: what is shown, the sentences, the menu."""
    return cells(seen), seen.alerts, seen.links


@pytest.fixture(scope="module")
def usually(walls: Walls) -> Callable[..., Seen]:
    """Return what somebody sees who comes by a page's plain address; seen once."""

    @cache
    def seen(who: str, page: str, query: str = "") -> Seen:
        return walls.callers[who].visit(page, query)

    return seen


@pytest.mark.parametrize("added", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_link_shows_the_same_cells_as_clicking(
    walls: Walls, usually: Callable[..., Seen], added: str
) -> None:
    """To a viewer the same tables and charts and the same menu; to nobody the same sentence."""
    viewer, nobody = walls.callers["vera"], walls.callers[NOBODY]
    usual = usually("vera", "explore", CLICKED)
    seen = viewer.visit("explore", f"{CLICKED}&{quote(added, safe='=&%[]')}")
    assert cells(usual) and cells(seen) == cells(usual)
    assert seen.links == usual.links
    assert not found(NEVER, seen.frames)
    assert told(nobody.visit("explore", f"{CLICKED}&{added}")) == told(usually(NOBODY, "explore"))
    for page in NOT_FOR_VIEWERS:
        refused = viewer.visit(page, added)
        assert refused.alerts[0].startswith("This page is for a person with the")
        assert cells(refused) == cells(usually("vera", page)), "more than the title of the page"
        assert len(cells(refused)) == 1 and not found(NEVER, refused.frames)


@pytest.mark.parametrize("org", HOSTILE_ORGANISATIONS, ids=range(len(HOSTILE_ORGANISATIONS)))
def test_a_hostile_organisation_shows_what_no_organisation_shows(
    walls: Walls, usually: Callable[..., Seen], org: str
) -> None:
    """The usual one, with a sentence; on the page of hidden figures a refusal, to its lead too."""
    viewer = walls.callers["vera"]
    seen = viewer.visit("explore", f"year=2025&indicator=8&org={org}")
    assert cells(seen) == cells(usually("vera", "explore", "year=2025&indicator=8"))
    assert "is shown instead" in seen.alerts[0]
    for who in ("vera", "ama"):
        hidden = walls.callers[who].visit("hidden_figures", f"year=2025&org={org}")
        assert not found(NEVER, hidden.frames)


FORGED = {
    "X-Forwarded-User": "ama@trust.example",
    "X-Forwarded-Email": "ada@trust.example",
    "X-Forwarded-Role": "admin",
    "X-Auth-Request-Email": "ama@trust.example",
    "Remote-User": "ada@trust.example",
    "X-MS-CLIENT-PRINCIPAL-NAME": "ada@trust.example",
    "X-Wres-Role": "admin",
    "Authorization": "Bearer " + base64.b64encode(b'{"role":"admin"}').decode(),
    "X-Forwarded-For": "127.0.0.1",
    "X-Real-Ip": "127.0.0.1",
    "Forwarded": "for=127.0.0.1;host=localhost",
    "X-Original-URL": "/hidden_figures",
}


def forged_cookies() -> list[str]:
    """Return cookies of sign-ins that this server never signed."""
    claims = {
        "is_logged_in": True,
        "email": "ada@trust.example",
        "email_verified": True,
        "sub": "subject-ada",
        "origin": "http://127.0.0.1",
    }
    text = json.dumps(claims)
    plain = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    other = URLSafeTimedSerializer("another secret, and long enough too", salt=COOKIE).dumps(text)
    return [
        "role=admin",
        f"{COOKIE}={plain}",
        f"{COOKIE}={quote(text)}",
        f"{COOKIE}={other}",
        f"{COOKIE}={plain}.{other.split('.')[-2]}.{other.split('.')[-1]}",
        f"{COOKIE}=chunks-1; {COOKIE}_1={other}",
        f"{COOKIE}=eyJhbGciOiJub25lIn0.{plain}.",
    ]


@pytest.mark.parametrize("header", list(FORGED))
def test_a_forged_header_makes_nobody_anybody(
    walls: Walls, usually: Callable[..., Seen], header: str
) -> None:
    """Alone and beside a viewer's own cookie."""
    forged = {header: FORGED[header]}
    for who in (NOBODY, "vera"):
        caller = walls.callers[who]
        for page in ("explore", *NOT_FOR_VIEWERS):
            usual = told(usually(who, page, CLICKED))
            assert told(caller.visit(page, CLICKED, **forged)) == usual
    assert walls.callers[NOBODY].ask("/media/x", headers=forged).status_code == 403


@pytest.mark.parametrize("number", range(len(forged_cookies())))
def test_a_forged_cookie_is_no_sign_in(walls: Walls, number: int) -> None:
    """Unsigned, signed with another secret, with a borrowed signature, in parts."""
    nobody = walls.newcomer()
    whole = f"{forged_cookies()[number]}; _streamlit_xsrf={nobody.xsrf}"
    for page in ("explore", *NOT_FOR_VIEWERS):
        seen = nobody.visit(page, CLICKED, Cookie=whole)
        assert seen.alerts == ["Please sign in to see this page\\."]
        assert not found(PUBLISHED + NEVER, seen.frames)
    assert nobody.ask("/media/x", headers={"Cookie": whole}).status_code == 403


def test_a_true_cookie_counts_only_with_its_token_and_its_origin(walls: Walls) -> None:
    """From another site, or with the token of another browser, a viewer's cookie is nobody's."""
    viewer = walls.callers["vera"]
    with viewer.window() as usual:
        assert found(A.published, usual.open("explore", CLICKED).frames)
    other = walls.newcomer()
    swapped = f"{COOKIE}={viewer.client.cookies[COOKIE]}; _streamlit_xsrf={other.xsrf}"
    seen = viewer.visit("explore", CLICKED, Cookie=swapped)
    assert seen.alerts == ["Please sign in to see this page\\."]
    with pytest.raises(InvalidStatus):
        viewer.visit("explore", CLICKED, Origin="https://elsewhere.example")


@pytest.mark.parametrize("key", ["wres_held", "wres_pending_upload", "role", "visitor"])
def test_forged_state_of_a_session_shows_nothing_more(walls: Walls, key: str) -> None:
    """A box that was never drawn is said to hold something, under the names the program uses.

    Streamlit may fail over it; then the forger's own page says so, and nobody else's.
    """
    for page in ("explore", *NOT_FOR_VIEWERS):
        with walls.callers["vera"].window() as opened:
            usual = opened.open(page, CLICKED)
            for widget in (key, f"$$ID-{'0' * 32}-{key}"):
                forced = opened.force(widget)
                assert set(cells(forced)) <= set(cells(usual))
                assert set(forced.links) <= set(usual.links)
