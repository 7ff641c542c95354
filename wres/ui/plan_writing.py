"""Writing a plan from a press: who may, what came of it, and the form that is closed after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from wres.errors import WresError
from wres.planning import Author
from wres.ui import filters, state, visitor
from wres.ui.state import Said

# The names under which an open form, and a change that met another, are kept.
EDITING, CONFLICT = "plan_editing", "plan_conflict"


def author(org_code: str) -> Author:
    """Return who writes a plan of an organisation, asked at this moment.

    Raises:
        NotAllowed: If it is not a lead of that organisation.
    """
    return Author(name=visitor.writer((org_code,)).name, at=datetime.now(UTC))


def tell(done: Callable[[], str]) -> Said:
    """Return what came of a piece of work; the next run of the page opens with it."""
    try:
        said = Said(sentence=done())
    except WresError as problem:
        said = Said(sentence=str(problem), is_good=False)
    if said.sentence:
        state.say_next(said)
    return said


def work(done: Callable[[], str]) -> None:
    """Return nothing; do a piece of work, say what came of it, and close the form if all is well.

    Work that says nothing has left something to decide, and its form stays open.
    """
    said = tell(done)
    if said.is_good and said.sentence:
        close()


def close() -> None:
    """Return nothing; no activity is being changed any more."""
    state.let_go(EDITING)
    state.let_go(CONFLICT)
    filters.keep("edit", "")
