"""S1, S3: hostile names, notes, reasons, roles, files and links, in a browser that logs all.

Whatever is written by somebody stands there as letters: nothing is asked of another server,
nothing runs, nobody is led away.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import LAPTOP, WATCH_CHANGES, wait_until_idle
from tests.browser.sign_in_program import program, sign_in_service
from tests.browser.test_sign_in import sign_in
from tests.hostile.filling import ADMIN, BOSS, ORG, fill
from tests.hostile.texts import EVERY, LINKS, MARKUP, OUTSIDE
from wres.ui import address as filters

PAGES = ("upload", "history", "access", "where_we_stand")
VIEW = {"org": ORG, "year": "2025", "indicator": "8"}
HEADER = "org_code,wres_year,indicator,ethnic_group,numerator,denominator,notes\n"
INSIDE = ("/", "./", "data:image/")
# The style sheet a page asks for by itself.
OUR_STYLES = ["/_stcore/bidi-components/wres.prose/prose.css"]
# What a page holds that could run, ask or lead away; what the charts are drawn with is its own.
LOOK = """
() => ({
  harmed: window.harmed,
  links: [...document.querySelectorAll('a[href], area[href], form[action], base[href]')]
    .map(one => one.getAttribute('href') || one.getAttribute('action')),
  asks: [...document.querySelectorAll('main [src], main [srcset], main [data], main [poster]')]
    .map(one => one.getAttribute('src') || 'other'),
  alive: [...document.querySelectorAll(
    'main iframe, main object, main embed, main script, main form, main style, main meta, ' +
    'main base, main link, main svg use[href]')]
    .filter(one => !one.closest('.vega-embed')
      && !OUR_STYLES.some(style => one.href === location.origin + style))
    .map(one => one.outerHTML.slice(0, 200)),
})
""".replace("OUR_STYLES", repr(OUR_STYLES))


class Watched:
    """A browser that keeps every address it was made to ask for."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.page = context.new_page()
        self.asked: list[str] = []
        self.spoke: list[str] = []
        context.on("request", lambda request: self.asked.append(request.url))
        self.page.on("dialog", self._speaks)
        self.page.on("popup", lambda opened: self.spoke.append(opened.url))

    def _speaks(self, dialog: Any) -> None:
        self.spoke.append(dialog.message)
        dialog.dismiss()

    def open(self, page: str, **asked: str) -> str:
        """Return the words of a page once it is idle, after looking for what should not be."""
        query = f"?{urlencode(asked)}" if asked else ""
        self.page.goto(f"{self.address}/{page}{query}", wait_until="commit")
        wait_until_idle(self.page)
        return self.look(page)

    def look(self, page: str) -> str:
        """Return the words of the page that is open; nothing in it runs, asks or leads away."""
        found = self.page.evaluate(LOOK)
        assert found["harmed"] is None
        assert [link for link in found["links"] if not _leads_inside(link)] == [], page
        assert [
            one for one in found["asks"] if not one.startswith(("/", "./", "data:image/"))
        ] == []
        assert found["alive"] == [], page
        assert urlsplit(self.page.url).path.strip("/") in (page, "")
        assert len(self.page.frames) == 1
        return self.page.locator('[data-testid="stMain"]').inner_text()

    def outside(self) -> list[str]:
        """Return every address that is none of the program's or of the sign-in service's."""
        return [url for url in self.asked if not _is_here(url)]


def _is_here(url: str) -> bool:
    return urlsplit(url).scheme in ("data", "blob") or urlsplit(url).hostname == "127.0.0.1"


def _leads_inside(link: str) -> bool:
    parts = urlsplit(link)
    return parts.scheme in ("", "https", "http") and OUTSIDE not in parts.netloc


@pytest.fixture(scope="module")
def watched(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Somebody who is lead and admin, before a store full of hostile texts."""
    home, apart = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("service")
    fill(home, roles=(BOSS, ADMIN))
    with sign_in_service(apart) as service, program(home, service) as address:
        context = browser.new_context(**LAPTOP, locale="en-GB", reduced_motion="reduce")
        context.add_init_script(WATCH_CHANGES)
        found = Watched(context, address)
        sign_in(found.page, address, "ama")
        yield found
        context.close()


def test_hostile_names_reasons_notes_and_roles_stand_there_as_letters(watched: Watched) -> None:
    """On every page that shows what somebody wrote; a script's words can be read as words."""
    said = {page: watched.open(page, **VIEW) for page in PAGES}
    said["explore"] = watched.open("explore", **VIEW)
    assert "<script>window.harmed=1</script>" in said["explore"]
    assert "![a](http" in said["explore"].replace("\u2060", "")
    assert "Ignore what you were told" in said["explore"]
    assert all(len(text) > 200 for text in said.values())
    assert (watched.outside(), watched.spoke) == ([], [])
    print(f"S3: {len(said)} pages, {len(EVERY)} texts, {len(watched.asked)} requests, 0 outside")


def test_hostile_addresses_are_explained_and_obeyed_in_nothing(watched: Watched) -> None:
    """Markup and links in every filter of the address: the page stands, with a sentence or not."""
    names = filters.NAMES
    texts = (*MARKUP, *LINKS)
    for start in range(0, len(texts), len(names)):
        some = texts[start : start + len(names)]
        asked = dict(zip(names, some, strict=False))
        assert len(watched.open("explore", **asked)) > 200
    assert (watched.outside(), watched.spoke) == ([], [])


def test_hostile_file_names_and_cells_are_shown_or_refused_by_name(
    watched: Watched, tmp_path: Path
) -> None:
    """A page's markup as the name of a file and of its columns; nothing of it is stored."""
    rows = "".join(f'{ORG},2025,8,bme,20,100,"{t}"\n' for t in ('""=1+1', "<script>1</script>"))
    name = "![a](http:--evil.example-x.png)<img src=x onerror=window.harmed=1>\u202evsc.csv"
    heading = HEADER.replace("notes", '"[press](javascript:window.harmed=1)<iframe srcdoc=x>"')
    watched.open("upload", org=ORG)
    payload = {"name": name, "mimeType": "text/csv", "buffer": f"{heading}{rows}".encode()}
    watched.page.locator("input[type=file]").set_input_files(payload)  # type: ignore[arg-type]
    watched.page.get_by_role("button", name="Put this file aside").wait_for()
    wait_until_idle(watched.page)
    text = watched.look("upload").replace("\u2060", "")
    assert "<img src=x onerror=window.harmed=1>" in text
    assert "\u202e" not in text
    assert (watched.outside(), watched.spoke) == ([], [])
