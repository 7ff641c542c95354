"""The page of a phone as HTML: one file with its style and its small script in it.

Its content policy allows exactly this style and this script, by their hashes, and nothing else.
Every word is escaped by the templates: a hostile idea is shown letter by letter.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from wres.charts import theme
from wres.live import CODE_LENGTH, Question, QuestionKind, QuestionState
from wres.live.questions import LONGEST_IDEA
from wres.reports.plain_pages import allowed_by_hash, pages_in, style_of
from wres.store.live_voting import PhoneView
from wres.words import room as words

_FOLDER = Path(__file__).parent / "templates"
_PAGES = pages_in(_FOLDER)


@lru_cache(maxsize=1)
def style() -> str:
    """Return the style of the page, in the colours of the charts."""
    return style_of(_FOLDER / "room.css", font=theme.FONT)


@lru_cache(maxsize=1)
def script() -> str:
    """Return the script of the page: it asks for what is new, and keeps what could not be sent."""
    return (_FOLDER / "room.js").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def content_policy() -> str:
    """Return what the page may load and run: its own style and script, and its own server."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {allowed_by_hash(script())}",
            f"style-src {allowed_by_hash(style())}",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    )


def door_page(problem: str = "") -> str:
    """Return the page that asks for the code, with one sentence on what was wrong, if anything."""
    return _render("door.html", problem=problem, letters=CODE_LENGTH)


def phone_page(view: PhoneView, problem: str = "") -> str:
    """Return the page of one phone in a session."""
    question = view.question
    is_open = question is not None and question.state is QuestionState.OPEN
    return _render(
        "room.html",
        view=view,
        session=view.session,
        step=view.session.current_step,
        question=question,
        kind=question.kind.value if question else "",
        is_open=is_open,
        # Without a script the page looks again by itself, but not while somebody fills it in.
        looks_again=not is_open or view.answered,
        said=_said(question, view),
        problem=problem,
        longest_idea=LONGEST_IDEA,
    )


def _said(question: Question | None, view: PhoneView) -> tuple[str, ...]:
    """What stands where the form would be, when there is none."""
    if question is None or question.state is QuestionState.WAITING:
        return (words.WAITING,)
    if question.state is QuestionState.CLOSED:
        return (words.CLOSED,)
    if question.state is QuestionState.REVEALED and view.tally:
        return words.tally_sentences(question, view.tally)
    return ()


def _render(name: str, **values: object) -> str:
    page = _PAGES.get_template(name)
    kinds = {kind.name: kind.value for kind in QuestionKind}
    return page.render(words=words, style=style(), script=script(), kinds=kinds, **values)
