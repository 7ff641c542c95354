"""“Was this clear?” at the end of every page, once a visit, and the counts for an admin."""

from __future__ import annotations

from functools import partial

from wres.errors import WresError
from wres.reports import Table
from wres.ui import loading, menu, panels, prose, state
from wres.words import help as told

# The screen of a room is read by everybody at once; nobody can answer for it.
NOT_ASKED = ("present",)


def ask(page: str) -> None:
    """Return nothing; draw the question with its two answers, or the thanks once it is given."""
    if page in NOT_ASKED:
        return
    said = state.kept(_name(page), str)
    if said is not None:
        panels.quiet(said)
        return
    # A press that comes late, when another page is drawn already, is none of that page.
    answers = (
        prose.Press(label=label, name=name, do=partial(_answered, page, clear))
        for label, name, clear in (
            (told.YES, f"{page}_is_clear", True),
            (told.NO, f"{page}_is_unclear", False),
        )
    )
    prose.draw(prose.quiet(told.WAS_IT_CLEAR), prose.links(*answers), key="was_it_clear")


def _name(page: str) -> str:
    return f"clear_{page}"


def _answered(page: str, is_clear: bool) -> None:
    # A visit answers once a page, however often the button is pressed.
    if state.kept(_name(page), str) is not None:
        return
    pages = [entry.name for entry in menu.ENTRIES]
    try:
        answers = loading.store().clear_answers
        counted = answers.add(page, loading.today(), clear=is_clear, pages=pages)
    except WresError as problem:
        state.keep(_name(page), str(problem))
        return
    state.keep(_name(page), told.COUNTED if counted else told.NOT_COUNTED)


def counts() -> None:
    """Return nothing; list the answers by page and day, for an admin."""
    panels.section(told.CLEAR_TITLE, anchor="was-it-clear")
    found = loading.store().clear_answers.counts()
    if not found:
        panels.sentence(told.NO_ANSWERS)
        return
    titles = {entry.name: entry.title for entry in menu.ENTRIES}
    rows = tuple(
        (one.day.isoformat(), titles.get(one.page, one.page), str(one.clear), str(one.unclear))
        for one in found
    )
    panels.words_table(Table(caption=told.CLEAR_TITLE, columns=told.CLEAR_COLUMNS, rows=rows))
