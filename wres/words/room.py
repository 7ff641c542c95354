"""What is said in a live session: on the screen, on the phones, in the minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from wres.live import (
    LEAST_ANSWERS,
    Decision,
    Held,
    Minutes,
    Placed,
    Question,
    QuestionKind,
    QuestionState,
    Tally,
)
from wres.store import uk_day_text, uk_time_text

BIN_WIDTH = 10
# What phones say. Each is one short sentence or two.
ENTER_CODE = "Type the four letters that are on the screen."
WAITING = "Look at the screen. A question will come up here."
THANKS = "Thank you. Your answer is in. You can change it until the question is closed."
CLOSED = "This question is closed. Look at the screen."
CONNECTION_LOST = "The connection is lost. We keep trying; stay on this page."
CONNECTION_BACK = "The connection is back."
NOT_SENT = "Your answer is not sent yet. We keep trying."
NO_COOKIE = "Your phone sent no cookie, so it cannot answer; allow cookies and try again."
TOO_MANY = "Too many at once; wait a moment and try again."
ANONYMOUS = (
    "No name, no account. The program does not know whose phone this is. "
    f"Nothing is shown until {LEAST_ANSWERS} phones have answered."
)
MADE_UP = "Practice: made-up figures, and answers of phones that are not there."
NOBODY = "not said"
KEYS_TITLE = "Keys"
KEYS = (
    ("→ or Page Down", "on: question, answers, next step"),
    ("← or Page Up", "back one step"),
    ("S", "skip to the next step"),
    ("R", "reveal the answers"),
    ("F", "choose indicator, year, band, comparison"),
    ("B", "blank the screen"),
    ("J", "show the code for phones"),
    ("D", "keep a decision"),
    ("N", "notes"),
    ("P", "practice: made-up phones answer"),
    ("X", "ask the question again"),
    ("E", "end the session"),
    ("H", "these keys"),
    ("Esc", "close what is open"),
)
STRIP = "Choose what this step shows"
DECISION = "What the room decided"
ACTION = "Action"
OWNER = "Who owns it"
DUE = "By when"
KEEP_DECISION = "Keep it in the plan"
NOTES = "Notes"
NO_NOTE = "No note for this step."
NEXT = "Next:"
JOIN = "Join with your phone"
JOIN_AT = "or open"
SCAN = "Code to scan with a phone"
TALLY_TABLE = "What the room answered"
ASK_AGAIN = "Ask this question again?"
ASK_AGAIN_SURE = "The answers so far are removed. Enter: ask again. Esc: leave it."
END = "End the session?"
END_SURE = "Phones are told that it is over, and single votes are removed. Enter: end. Esc: go on."
NOTHING_TO_ASK_AGAIN = "No question was asked at this step yet."
OPEN_FIRST = "Open a question first; then made-up phones can answer it."
CHOOSE_AN_ACTION = "Choose one of the actions of this step."
GIVE_A_DATE = "Give the day by which it is to be done."
IDEAS_TO_READ = "Ideas to read; ticked ones are shown"
MINUTES_DECIDED = "What was decided"
MINUTES_SHOWN = "What was shown"
MINUTES_VOTES = "How the room answered"
MINUTES_LINKS = "Where to read on"
NO_DECISION = "Nothing was decided."
PACK_TITLE = "When there is no Wi-Fi"
PACK_WHY = (
    "One file with every step, its table and your notes. It opens in any browser, without network."
)
PACK = "Room pack (HTML)"
PACK_KEYS = "Keys: right and left arrow change the step; T opens the table, N the note; B blanks."
BY_HANDS = "Ask for hands, or let people write it down."
TABLE = "The figures as a table"
PAST_TITLE = "Past sessions"
LOST = "The connection is lost. The step stays; it goes on by itself when it is back."


def answers_words(number: int) -> str:
    """Return how many phones answered: “1 answer so far”, “14 answers so far”."""
    return f"{number:,} answer{'' if number == 1 else 's'} so far"


def made_up_phones(number: int) -> str:
    """Return that made-up phones answered, and how many."""
    return f"{number:,} made-up phones answered. None of them is a person."


def decided(one: Decision) -> str:
    """Return that a decision is in the plan, as one sentence."""
    due = f", by {uk_day_text(one.due)}" if one.due else ""
    return f"In the action plan: “{one.action}” Owner: {one.owner or NOBODY}{due}."


def clock_words(started_at: datetime, now: datetime) -> str:
    """Return the time of day and how long a session has gone on, in minutes."""
    minutes = max(0, int((now - started_at).total_seconds() // 60))
    return f"{uk_time_text(now)}. {minutes} minute{'' if minutes == 1 else 's'} since the start."


def newer_words(version: int, newest: int) -> str:
    """Return a warning when newer figures came since a session was started, else nothing."""
    if version == newest:
        return ""
    return "Newer figures were stored since this session began; it goes on with its own."


def past_title(day: str, code: str) -> str:
    """Return the heading of a past session."""
    return f"{day}, code {code}"


def past_sentence(kept: Minutes) -> str:
    """Return what a past session left behind, in numbers."""
    parts = (
        _count(len(kept.shown), "step shown", "steps shown"),
        _count(len(kept.votes), "question asked", "questions asked"),
        _count(len(kept.decisions), "decision", "decisions"),
    )
    return f"{', '.join(parts)}."


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def minutes_word(code: str) -> str:
    """Return the name of the button that gives the minutes as a Word document."""
    return f"Minutes of {code} (Word)"


def minutes_csv(code: str) -> str:
    """Return the name of the button that gives the minutes as a CSV file."""
    return f"Minutes of {code} (CSV)"


def minutes_here(code: str) -> str:
    """Return the name of the part that shows the minutes on the page."""
    return f"Read the minutes of {code}"


def held_words(told: Tally) -> str:
    """Return why a tally is not shown, as a sentence; empty when it is."""
    if told.held is Held.TOO_FEW:
        return f"Fewer than {LEAST_ANSWERS} phones answered, so the answers are not shown."
    if told.held is Held.OPEN:
        return "The answers are shown when the question is closed."
    return "This question was not asked." if told.held is Held.NOT_ASKED else ""


def tally_sentences(question: Question, told: Tally) -> tuple[str, ...]:
    """Return a tally in sentences, the number of answers first; why it is not shown instead."""
    if not told.is_shown:
        # The figure of a guess is published; that too few guessed does not hide it.
        known = question.answer and question.state is QuestionState.REVEALED
        return (held_words(told), *((question.answer,) if known else ()))
    first = f"{told.answers:,} phones answered."
    if told.spread:
        spread = told.spread
        low, high = _number(spread.lower_quartile), _number(spread.upper_quartile)
        return (
            first,
            f"The middle guess was {_number(spread.median)} of 100.",
            f"Half of the guesses were from {low} to {high}.",
            *((question.answer,) if question.answer else ()),
        )
    if told.nearly_all:
        return (first, f"Nearly all of them, {told.at_least} or more, chose “{told.nearly_all}”.")
    if told.ranking:
        return (first, *(placed_words(one) for one in told.ranking))
    if question.kind is QuestionKind.IDEAS:
        return (first, *(f"“{idea}”" for idea in told.ideas or ("No idea was let through.",)))
    return (first, *(f"“{one.text}”: {one.number:,} of {told.answers:,}." for one in told.counts))


def placed_words(one: Placed) -> str:
    """Return where the room put one thing: “Joint 1st: “Mentoring” (mean place 1.8).”"""
    place = place_words(one)
    return f"{place[0].upper()}{place[1:]}: “{one.text}” (mean place {one.mean_place:.1f})."


def vote_words(question: Question, told: Tally, action: str) -> str:
    """Return the vote beside a decision, as a sentence; why there is none when there is none."""
    if not told.is_shown:
        return held_words(told)
    placed = next((one for one in told.ranking if one.text == action), None)
    if placed:
        return (
            f"The room put it {place_words(placed)} of {len(told.ranking)}; "
            f"{told.answers:,} phones answered."
        )
    return " ".join(tally_sentences(question, told))


def bin_labels(bins: Iterable[int]) -> tuple[str, ...]:
    """Return what each bin of guesses holds: “0 to 9” and so on, the last “90 to 100”."""
    lows = [place * BIN_WIDTH for place, _ in enumerate(bins)]
    return tuple(f"{low} to {100 if low == lows[-1] else low + BIN_WIDTH - 1}" for low in lows)


def ordinal(place: int) -> str:
    """Return a place as it is said: 1st, 2nd, 3rd, 4th."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{place}{'th' if 11 <= place % 100 <= 13 else ends.get(place % 10, 'th')}"


def _number(found: float) -> str:
    return f"{found:.0f}" if found == int(found) else f"{found:.1f}"


def place_words(one: Placed) -> str:
    """Return the place of one thing as it stands beside its bar: “joint 1st”, “3rd”."""
    place = ordinal(one.place)
    return f"joint {place}" if one.tied else place
