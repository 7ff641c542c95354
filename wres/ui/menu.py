"""The menu: the pages in their order, each with a link that keeps the choice.

A page says itself who may open it (its call of ``visitor.page_for``); the menu reads that line
and shows only the pages this visitor may open. The menu is drawn by hand because the built-in
one links to bare addresses, which would lose the choice in a new tab.
"""

from __future__ import annotations

import ast
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from wres import access
from wres.access import Role, Visitor
from wres.ui import address, prose, state

MENU = "Pages"
MENUS_KEPT = 200
PAGES = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page of the menu; ``name`` is its file and its public address.

    Its title stands above it, unless it ``titles_itself`` where it has to be told.
    """

    name: str
    title: str
    symbol: str
    section: str
    titles_itself: bool = False

    @property
    def path(self) -> Path:
        """The file of the page."""
        return PAGES / f"{self.name}.py"


def _entry(
    name: str, title: str, *, symbol: str, section: str, titles_itself: bool = False
) -> Entry:
    return Entry(
        name=name, title=title, symbol=symbol, section=section, titles_itself=titles_itself
    )


ENTRIES = (
    _entry("where_we_stand", "Where we stand", symbol="explore", section="Explore"),
    _entry("explore", "Explore", symbol="search", section="Explore"),
    _entry("benchmarks", "Benchmarks", symbol="straighten", section="Explore"),
    _entry("workforce", "Workforce", symbol="stairs", section="Explore"),
    _entry("coverage", "What figures there are", symbol="grid_on", section="Explore"),
    _entry("changes", "What has changed", symbol="difference", section="Explore"),
    _entry("areas_of_concern", "Areas of concern", symbol="flag", section="Act"),
    _entry("action_plan", "Action plan", symbol="checklist", section="Act"),
    _entry("case_studies", "Case studies", symbol="library_books", section="Act"),
    _entry("check_text", "Check a text", symbol="fact_check", section="Act"),
    # The screen of a room has none.
    _entry("present", "Present live", symbol="co_present", section="Act", titles_itself=True),
    _entry("reports", "Reports", symbol="description", section="Act"),
    _entry("upload", "Upload", symbol="upload_file", section="Data"),
    _entry("history", "History", symbol="history", section="Data"),
    _entry("hidden_figures", "Hidden figures", symbol="visibility_off", section="Data"),
    _entry("access", "Who may do what", symbol="key", section="Data"),
    _entry("about", "About", symbol="info", section="About"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The page to run, and its place in the menu."""

    entry: Entry
    page: st.Page


@cache
def entries() -> tuple[Entry, ...]:
    """Return the pages that are there, in menu order."""
    return tuple(entry for entry in ENTRIES if entry.path.is_file())


def navigate() -> Choice:
    """Return the page the address asks for; every page can be asked for, whoever asks."""
    # Running a page marks it, so each run has its own of those kept.
    pages = [copy(page) for page in _kept_pages()]
    chosen = st.navigation(pages, position="hidden")
    place = next((place for place, page in enumerate(pages) if page is chosen), 0)
    return Choice(entry=entries()[place % len(entries())], page=chosen)


@cache
def _kept_pages() -> tuple[st.Page, ...]:
    """All pages in menu order; making one looks for its file, so they are made once."""
    front = entries()[0]
    # The front door answers at "/" and, like every other page, under the name of its file.
    alias = _page(front, url_path=front.name)
    return (*(page_named(entry.name) for entry in entries()), alias)


def _page(entry: Entry, *, url_path: str, default: bool = False) -> st.Page:
    # No icon here: it would become the icon of the tab, and one of the material set would be
    # fetched from the internet for that. The menu's own links draw it from the bundled font.
    return st.Page(entry.path, title=entry.title, url_path=url_path, default=default)


def draw(choice: Choice, visitor: Visitor, *, note: str = "") -> None:
    """Return nothing; draw the menu of the pages this visitor may open, section by section.

    A ``note`` about the visitor stands below it.
    """
    open_to = [entry for entry in entries() if access.may_open(visitor, needs(entry.path))]
    with st.sidebar:
        told = _gathered(tuple(open_to), urlencode(address.for_link()), choice.entry, note)
        if told is not None:
            prose.draw_gathered(told, key="menu")


@lru_cache(maxsize=MENUS_KEPT)
def _gathered(
    open_to: tuple[Entry, ...], kept: str, current: Entry, note: str
) -> prose.Gathered | None:
    sections = (
        (section, [_link(entry, kept, current=current) for entry in found])
        for section, found in groupby(open_to, key=lambda entry: entry.section)
    )
    pages = prose.menu(MENU, sections, carried=address.CARRIED)
    return prose.gathered(pages, prose.quiet(note))


def _link(entry: Entry, kept: str, *, current: Entry) -> prose.Link:
    return prose.Link(
        label=entry.title,
        href=f"{entry.name}?{kept}",
        icon=entry.symbol,
        is_current=entry is current,
    )


@cache
def needs(path: Path) -> Role | None:
    """Return the role a page file asks for in its call of ``page_for``, or None without one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "visitor.page_for":
            return Role[ast.unparse(node.args[0]).removeprefix("Role.")]
    return None


def window_title(name: str, *, finding: str = "") -> str:
    """Return the title of the window: the page with this file name, and what it has found.

    A list of windows, the history and a bookmark show the start of it.
    """
    known = [entry.title for entry in ENTRIES if entry.name == name]
    said = finding.partition(". ")[0].removesuffix(".")
    return " · ".join([": ".join(filter(None, [*known, said])), "WRES Explorer"])


def name_window(finding: str) -> None:
    """Return nothing; the title of the window says what the page that is open has found."""
    st.set_page_config(page_title=title_with(finding))


def title_with(finding: str) -> str:
    """Return the title of the window of the page that is open, with what it has found."""
    return window_title(state.visit().page or "", finding=finding)


@cache
def page_named(name: str) -> st.Page:
    """Return the page with this file name, to link to and never to run, so all may share it."""
    front, *others = entries()
    if name == front.name:
        return _page(front, url_path="home", default=True)
    return next(_page(entry, url_path=entry.name) for entry in others if entry.name == name)
