"""The minutes of a live session as a Word document: headings, lists and one table of decisions."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from wres.live import Decision, Minutes, Vote
from wres.reports.minutes import NOT_SAID
from wres.reports.word_parts import as_header, speak_english
from wres.store import uk_day, uk_day_text, uk_time_text
from wres.text import one_line, safe_url
from wres.words import room as words
from wres.words.room import MADE_UP, tally_sentences

if TYPE_CHECKING:
    from docx.document import Document

DECISION_COLUMNS = ("Action", "Owner", "Due", "Vote")


def minutes_document(kept: Minutes) -> bytes:
    """Return the minutes as a Word document that a screen reader can walk through by headings."""
    # A third of a second to import, and only whoever downloads minutes needs it.
    import docx

    document = docx.Document()
    _properties(document, kept)
    _opening(document, kept)
    document.add_heading(words.MINUTES_DECIDED, level=1)
    _decisions(document, kept.decisions)
    document.add_heading(words.MINUTES_SHOWN, level=1)
    for step in kept.shown:
        document.add_heading(one_line(step.title), level=2)
        for text in (step.sentence, step.basis, step.source and f"Source: {step.source}"):
            _paragraph(document, text)
    if kept.votes:
        document.add_heading(words.MINUTES_VOTES, level=1)
    for vote in kept.votes:
        _vote(document, vote)
    _links(document, kept)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _properties(document: Document, kept: Minutes) -> None:
    about = document.core_properties
    about.title = f"Minutes: {one_line(kept.session.organisation)}"
    about.author = "WRES Explorer"
    speak_english(document)
    # The same session gives the same file, whenever it is asked for.
    about.created = about.modified = kept.session.started_at.replace(tzinfo=None)


def _opening(document: Document, kept: Minutes) -> None:
    session = kept.session
    document.add_heading(f"Listening into Action session, {one_line(session.organisation)}", 0)
    day = uk_day_text(uk_day(session.started_at))
    _paragraph(document, f"Held on {day}, begun {uk_time_text(session.started_at)}.")
    _paragraph(document, f"Code {session.code}. Figures of version {session.version}.")
    if session.made_up:
        _paragraph(document, MADE_UP)
    _paragraph(document, words.ANONYMOUS)


def _decisions(document: Document, decisions: tuple[Decision, ...]) -> None:
    if not decisions:
        _paragraph(document, words.NO_DECISION)
        return
    table = document.add_table(rows=1, cols=len(DECISION_COLUMNS), style="Table Grid")
    as_header(table.rows[0])
    for cell, name in zip(table.rows[0].cells, DECISION_COLUMNS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    for one in decisions:
        due = uk_day_text(one.due) if one.due else NOT_SAID
        told = (one.action, one.owner or NOT_SAID, due, one.vote or NOT_SAID)
        for cell, text in zip(table.add_row().cells, told, strict=True):
            cell.text = one_line(text)


def _vote(document: Document, vote: Vote) -> None:
    document.add_heading(one_line(vote.question.prompt), level=2)
    for sentence in tally_sentences(vote.question, vote.tally):
        _paragraph(document, sentence)


def _links(document: Document, kept: Minutes) -> None:
    if kept.links:
        document.add_heading(words.MINUTES_LINKS, level=1)
    for name, address in kept.links:
        shown = safe_url(address)
        _paragraph(document, f"{name}: {shown}" if shown else name)


def _paragraph(document: Document, text: str) -> None:
    if text:
        document.add_paragraph(one_line(text))
