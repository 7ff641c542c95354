"""The minutes as a Word document: opened again, read by headings, and the same words as the CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from tests.live.sessions import AMA, CLOSED, NOON, RANKING, answer_all, start
from wres.answers import presenting
from wres.live import Decision, Minutes
from wres.reports import minutes_csv, minutes_document
from wres.store import Store

HOSTILE = '=HYPERLINK("http://bad.example") <b>x</b>'


@pytest.fixture
def kept(store: Store) -> Minutes:
    """A session with a vote of twelve, one of nine, and one decision."""
    session = start(store, CLOSED, replace(RANKING, step=0))
    where = {"session_id": session.session_id}
    presenting.open_question(store, AMA, **where, question_id="closed")
    answer_all(store, session, ["0"] * 7 + ["1"] * 5)
    presenting.reveal(store, AMA, **where, question_id="closed")
    decision = Decision(action=HOSTILE, owner="Ben Okri", due=date(2026, 6, 30), vote="12 phones.")
    store.live.decide(session.session_id, decision, made_by="ama", made_at=NOON)
    presenting.end_session(store, AMA, **where, now=NOON)
    links = {"A case": "https://example.nhs.uk/case", "Bad": "javascript:alert(1)"}
    return presenting.minutes(store, session_id=session.session_id, links=links)


def test_a_screen_reader_can_walk_through_by_headings(kept: Minutes) -> None:
    """The title, four parts in order, steps and questions under them; the language is said."""
    document = docx.Document(io.BytesIO(minutes_document(kept)))
    headings = [
        (one.style.name, one.text)
        for one in document.paragraphs
        if one.style and str(one.style.name).startswith(("Heading", "Title"))
    ]
    assert headings[0] == ("Title", "Listening into Action session, An Example Trust")
    assert [text for style, text in headings if style == "Heading 1"] == [
        "What was decided",
        "What was shown",
        "How the room answered",
        "Where to read on",
    ]
    assert ("Heading 2", CLOSED.prompt) in headings
    assert document.core_properties.language == "en-GB"
    header = document.tables[0].rows[0]._tr
    assert header.xpath("./w:trPr/w:tblHeader")


def test_the_document_says_what_the_csv_says(kept: Minutes) -> None:
    """Sentence of the step, votes, decision; a hostile action is letters in both."""
    document = docx.Document(io.BytesIO(minutes_document(kept)))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    told = "\n".join([*(one.text for one in document.paragraphs), *cells])
    rows = list(csv.reader(io.StringIO(minutes_csv(kept).decode("utf-8-sig"))))
    said = "\n".join(" ".join(row) for row in rows)
    for words in ("12 phones answered.", "“Yes”: 7 of 12.", "19.4% of BME staff", "Ben Okri"):
        assert words in told and words in said
    assert HOSTILE in cells
    assert all(not cell.startswith("=") for row in rows for cell in row)
    assert "javascript" not in told


def test_a_question_that_was_never_asked_is_not_in_the_minutes(kept: Minutes) -> None:
    """The ranking waited until the end."""
    assert [vote.question.question_id for vote in kept.votes] == ["closed"]


def test_nine_answers_leave_no_count_in_the_minutes(store: Store) -> None:
    """One fewer than ten: the minutes say so in words, and not how anybody answered."""
    session = start(store, CLOSED)
    where = {"session_id": session.session_id}
    presenting.open_question(store, AMA, **where, question_id="closed")
    answer_all(store, session, ["0"] * 8 + ["1"])
    presenting.reveal(store, AMA, **where, question_id="closed")
    presenting.end_session(store, AMA, **where, now=NOON)
    kept = presenting.minutes(store, session_id=session.session_id)
    document = docx.Document(io.BytesIO(minutes_document(kept)))
    for told in ("\n".join(one.text for one in document.paragraphs), minutes_csv(kept).decode()):
        assert "Fewer than 10 phones answered, so the answers are not shown." in told
        assert "In part" not in told and "of 9" not in told and "9 phones" not in told
