"""A1, A3: every page over a raw socket, as everybody: no figure without the role for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import prose_read
from tests.browser.conftest import ROOT
from tests.browser.sign_in_program import program
from tests.walls.caller import NOBODY, Caller
from tests.walls.conftest import Walls
from tests.walls.figures import MOMENT, NEVER, PEOPLE, PUBLISHED, TRUSTS, A, B, Trust, found
from wres.access import Role
from wres.store import AuditAction, open_store
from wres.ui import menu

PAGES = sorted(path.stem for path in menu.PAGES.glob("*.py"))
QUERIES = ("", f"org={A.code}&year=2025&indicator=8", f"org={B.code}&year=2025&indicator=8")
WITHOUT_ROLE = (NOBODY, "nobody")
HELD = {
    "vera": {Role.VIEWER},
    "ama": {Role.LEAD, Role.VIEWER},
    "ben": {Role.LEAD, Role.VIEWER},
    "ada": {Role.ADMIN, Role.VIEWER},
}
TICK = "I need to see these figures for my work"


def title_of(page: str) -> str:
    """Return what the menu calls a page: all of a refused page that is not the refusal."""
    return next(entry.title for entry in menu.ENTRIES if entry.name == page)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", WITHOUT_ROLE)
def test_without_a_role_a_page_is_one_sentence_and_one_button(
    walls: Walls, who: str, page: str
) -> None:
    """No figure, name, chart, table, file or box, whatever the address asks for."""
    for query in QUERIES:
        seen = walls.callers[who].visit(page, query)
        assert len(seen.alerts) == 1
        # The component is what every page has for keys and screen readers, and the empty menu.
        assert seen.kinds <= {"alert", "bidi_component", "button", "heading", "markdown"}
        assert seen.headings == [title_of(page)]
        assert not seen.links
        assert prose_read.texts_in(seen.elements) == []
        assert not found(PUBLISHED + NEVER, seen.frames)
        assert b"/media/" not in b"".join(seen.frames)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", list(HELD))
def test_with_a_role_a_page_shows_no_hidden_figure_and_no_draft(
    walls: Walls, who: str, page: str
) -> None:
    """A viewer, an admin and both leads, at both trusts; a page for others is its refusal."""
    for query in QUERIES:
        seen = walls.callers[who].visit(page, query)
        assert not found(NEVER, seen.frames)
        needs = menu.needs(menu.PAGES / f"{page}.py")
        if needs not in HELD[who]:
            assert len(seen.alerts) == 1 and seen.alerts[0].startswith("This page is for a person")
            assert seen.headings == [title_of(page)]
            assert not found(PUBLISHED, seen.frames)


def test_figures_are_found_where_they_are(walls: Walls) -> None:
    """The search is no empty one: it finds what a viewer is shown, written as it is shown."""
    for trust in TRUSTS:
        seen = walls.callers["vera"].visit("explore", f"org={trust.code}&year=2025&indicator=8")
        assert len(found(trust.published, seen.frames)) == 2


def hidden_page(trust: Trust) -> str:
    """Return the address of a trust's hidden figures."""
    return f"org={trust.code}&year=2025"


def test_a_lead_sees_the_hidden_figures_of_the_own_organisation_alone(walls: Walls) -> None:
    """After a tick, which is in the log; the tick of one lead, sent by the other, opens nothing."""
    with walls.newcomer("ama").window() as own:
        own.open("hidden_figures", hidden_page(A))
        tick = own.seen.widget(TICK)
        shown = own.tick(TICK)
        assert len(found(A.hidden, shown.frames)) == 2
        assert not found([*B.hidden, A.draft, B.draft], shown.frames)
        assert "download_button" not in shown.kinds
    for who in ("ben", "vera", "ada", *WITHOUT_ROLE):
        with walls.callers[who].window() as other:
            other.open("hidden_figures", hidden_page(A))
            forced = other.force(tick)
            assert not found(NEVER, forced.frames)
            assert "table" not in forced.kinds
    with open_store(walls.home, read_only=True) as store:
        looks = [one for one in store.audit() if one.action is AuditAction.HIDDEN_SEEN]
    assert [(one.made_by, one.detail[:3]) for one in looks] == [("ama@trust.example", "R0A")]


def test_a_role_taken_away_counts_at_the_next_change_of_a_filter(walls: Walls) -> None:
    """The page alone runs then: as before while the role is held, and the refusal after."""
    vera = next(grant for grant in PEOPLE if grant.identity == "subject-vera")
    with walls.callers["vera"].window() as opened, open_store(walls.home) as store:
        first = opened.open("explore", f"org={A.code}&year=2025&indicator=8")
        assert found(PUBLISHED, first.frames) and "About" in first.links
        again = opened.change()
        assert found(PUBLISHED, again.frames) == found(PUBLISHED, first.frames)
        assert "About" not in again.links
        store.change_role(vera, given=False, made_by="root", made_at=MOMENT)
        try:
            refused = opened.change()
        finally:
            store.change_role(vera, given=True, made_by="root", made_at=MOMENT)
    assert refused.headings == [title_of("explore")]
    assert len(refused.alerts) == 1 and not refused.links
    assert not found(PUBLISHED + NEVER, refused.frames)


def copied(folder: Path) -> Path:
    """Return a copy of the program that may be spoilt."""
    # Compiled files come along, but not those that another process is writing.
    for name in ("wres", "pages", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    shutil.copy(ROOT / "app.py", folder)
    (folder / "data").symlink_to(ROOT / "data")
    return folder


def test_a_page_without_its_guard_opens_to_nobody(walls: Walls, tmp_path: Path) -> None:
    """One page added by mistake, and one that lost its line: neither shows a word, to anybody."""
    code, home = copied(tmp_path / "code"), tmp_path / "home"
    shutil.copytree(walls.home, home)
    leaky = 'import streamlit as st\n\nst.title("left open")\n'
    for name in ("leak", "about"):
        (code / "pages" / f"{name}.py").write_text(leaky, encoding="utf-8")
    with program(home, walls.service, code=code) as address:
        nobody, admin = Caller(address), Caller(address)
        admin.sign_in("ama")
        for caller in (nobody, admin):
            for name in ("leak", "about"):
                assert b"left open" not in b"".join(caller.visit(name).frames)
            assert b"left open" not in caller.ask("/about").content
        assert "About" not in admin.visit("explore").links
