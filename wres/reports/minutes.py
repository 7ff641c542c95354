"""The minutes of a live session as a table: what was shown, answered and decided, in order."""

from __future__ import annotations

from wres.live import Minutes
from wres.reports.csv_file import Header, csv_of
from wres.reports.tables import Table
from wres.store import uk_day, uk_day_text, uk_time_text
from wres.words.room import MADE_UP, tally_sentences

COLUMNS = ("Part", "What", "Said")
NOT_SAID = "Not said"


def minutes_table(kept: Minutes) -> Table:
    """Return the minutes as rows: one per step, sentence of a vote, decision and link."""
    rows = [("Shown", step.title, _joined(step.sentence, step.basis)) for step in kept.shown]
    for vote in kept.votes:
        told = tally_sentences(vote.question, vote.tally)
        rows += [("Vote", vote.question.prompt, sentence) for sentence in told]
    for one in kept.decisions:
        due = uk_day_text(one.due) if one.due else NOT_SAID
        said = f"Owner: {one.owner or NOT_SAID}. Due: {due}. {one.vote}".strip()
        rows.append(("Decision", one.action, said))
    rows += [("Link", words, address) for words, address in kept.links]
    return Table(caption="Minutes of the session", columns=COLUMNS, rows=tuple(rows))


def minutes_csv(kept: Minutes) -> bytes:
    """Return the minutes as a CSV file; no cell is ever taken for a formula."""
    session = kept.session
    day = uk_day_text(uk_day(session.started_at))
    header = Header(
        title=f"Listening into Action session, {session.organisation}",
        subtitle=f"Held on {day}. {MADE_UP if session.made_up else ''}".strip(),
        filters=(("Code", session.code),),
        source="; ".join(dict.fromkeys(step.source for step in kept.shown if step.source))
        or NOT_SAID,
        made_on=uk_time_text(session.started_at),
        version=session.version,
        made_up=session.made_up,
    )
    return csv_of(minutes_table(kept), header)


def _joined(*sentences: str) -> str:
    return " ".join(one for one in sentences if one)
