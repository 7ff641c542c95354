"""What is said in a live session: on the screen, on the phones, in the minutes."""

from __future__ import annotations

from collections.abc import Iterable

from wres.live import LEAST_ANSWERS, Held, Placed, Question, QuestionKind, Tally

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


def answers_words(number: int) -> str:
    """Return how many phones answered: “1 answer so far”, “14 answers so far”."""
    return f"{number:,} answer{'' if number == 1 else 's'} so far"


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
        return (held_words(told),)
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
    place = ordinal(one.place)
    first = f"Joint {place}" if one.tied else place
    return f"{first}: “{one.text}” (mean place {one.mean_place:.1f})."


def vote_words(question: Question, told: Tally, action: str) -> str:
    """Return the vote beside a decision, as a sentence; why there is none when there is none."""
    if not told.is_shown:
        return held_words(told)
    placed = next((one for one in told.ranking if one.text == action), None)
    if placed:
        joint = "joint " if placed.tied else ""
        return (
            f"The room put it {joint}{ordinal(placed.place)} of {len(told.ranking)}; "
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
