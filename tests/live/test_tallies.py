"""Tallies worked out by hand, and the rule about when there is one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.live.sessions import CLOSED, GUESS, IDEAS, RANKING
from wres.errors import SessionProblem
from wres.live import (
    LETTERS,
    Held,
    Option,
    Question,
    QuestionState,
    checked,
    code_from,
    idea_id,
    made_up_answers,
    read_answer,
    read_code,
    tally,
    tally_from,
    tally_text,
)
from wres.words.room import bin_labels, tally_sentences, vote_words

TEN = ("0", "5", "10", "10", "20", "20", "25", "30", "40", "100")


def closed(question: Question) -> Question:
    """Return a question that takes no more answers."""
    return replace(question, state=QuestionState.CLOSED)


def test_guesses_have_a_middle_and_a_middle_half() -> None:
    """Ten guesses: between the 5th and 6th lies 20; quartiles at 2.25 and 6.75 steps."""
    found = tally(closed(GUESS), TEN)
    assert found.spread is not None
    assert (found.spread.median, found.spread.lower_quartile) == (20, 10)
    assert found.spread.upper_quartile == 28.75
    assert found.spread.bins == (2, 2, 3, 1, 1, 0, 0, 0, 0, 1)
    assert bin_labels(found.spread.bins)[8:] == ("80 to 89", "90 to 100")
    assert tally_sentences(GUESS, found)[1:] == (
        "The middle guess was 20 of 100.",
        "Half of the guesses were from 10 to 28.8.",
        "It was 19 of 100, likely 16 to 23.",
    )


def test_a_ranking_counts_places_and_says_ties() -> None:
    """Three things, ten phones: 6 say A B C, 4 say B only; left-out things share places 2 and 3.

    Places of A: 6 x 1 + 4 x 2.5 = 16, B: 6 x 2 + 4 x 1 = 16, C: 6 x 3 + 4 x 2.5 = 28.
    """
    found = tally(closed(RANKING), ("1,2,3",) * 6 + (",1,",) * 4)
    told = [(one.text, one.place, one.tied, one.points, one.mean_place) for one in found.ranking]
    assert told == [
        ("Mentoring", 1, True, 14.0, 1.6),
        ("Panels", 1, True, 14.0, 1.6),
        ("Training", 3, False, 2.0, 2.8),
    ]
    assert tally_sentences(RANKING, found)[1] == "Joint 1st: “Mentoring” (mean place 1.6)."
    assert vote_words(RANKING, found, "Panels") == (
        "The room put it joint 1st of 3; 10 phones answered."
    )


def test_answers_of_a_closed_question_are_counted() -> None:
    """30 phones: 20, 9 and 1; with 30 the small count may stand."""
    found = tally(closed(CLOSED), ("0",) * 20 + ("1",) * 9 + ("2",))
    assert [one.number for one in found.counts] == [20, 9, 1]
    assert tally_sentences(CLOSED, found)[3] == "“No”: 1 of 30."


@pytest.mark.parametrize("others", [0, 1, 2])
def test_nearly_all_alike_is_told_as_a_limit(others: int) -> None:
    """Of 20, all but 2 or fewer: then no count, only that 17 or more chose it."""
    found = tally(closed(CLOSED), ("1",) * (20 - others) + ("0",) * others)
    assert found.counts == ()
    assert (found.nearly_all, found.at_least) == ("In part", 17)
    assert tally_sentences(CLOSED, found)[1] == ("Nearly all of them, 17 or more, chose “In part”.")
    assert tally(closed(CLOSED), ("1",) * 17 + ("0",) * 3).counts


@pytest.mark.parametrize("question", [GUESS, CLOSED, RANKING, IDEAS])
def test_nine_answers_tell_nothing_and_an_open_question_neither(question: Question) -> None:
    """Nothing below ten; and while it is open the number of answers alone, however many."""
    answers = made_up_answers(question, phones=40, seed=3)
    few = tally(closed(question), answers[:9])
    assert (few.held, few.answers) == (Held.TOO_FEW, 9)
    assert few == tally(closed(question), answers[20:29])
    still = replace(question, state=QuestionState.OPEN)
    for number in (9, 10, 11, 40):
        found = tally(still, answers[:number])
        assert found == tally(still, tuple(reversed(answers[-number:])))
        assert (found.held, found.answers) == (Held.OPEN, number)
    assert tally(closed(question), answers[:10]).is_shown
    assert tally(question, answers).held is Held.NOT_ASKED


def test_ideas_are_those_let_through_by_the_alphabet() -> None:
    """Ten sent, two let through, one of them sent twice: shown once, A before B."""
    sent = ("Better panels", "Ask leavers", "Better panels", *(f"No {one}" for one in range(7)))
    accepted = (idea_id("Better panels"), idea_id("Ask leavers"))
    found = tally(closed(replace(IDEAS, accepted=accepted)), sent)
    assert found.ideas == ("Ask leavers", "Better panels")
    assert tally(closed(IDEAS), sent).ideas == ()


@pytest.mark.parametrize("question", [GUESS, CLOSED, RANKING, IDEAS])
def test_a_tally_is_kept_as_text(question: Question) -> None:
    """What comes back is what went in, of every kind, shown or held."""
    for phones in (3, 30):
        found = tally(closed(question), made_up_answers(question, phones=phones, seed=1))
        assert tally_from(tally_text(found)) == found


@pytest.mark.parametrize(
    ("question", "given", "kept"),
    [
        (GUESS, {"answer": " 7 "}, "7"),
        (GUESS, {"answer": "007"}, "7"),
        (CLOSED, {"answer": "2"}, "2"),
        (RANKING, {"place-0": "2", "place-1": "1", "place-2": ""}, "2,1,"),
        (IDEAS, {"answer": " <b>Ask\n us</b>\u202e "}, "<b>Ask us</b>"),
    ],
)
def test_an_answer_is_read(question: Question, given: dict[str, str], kept: str) -> None:
    """What a phone sent, as it is kept."""
    assert read_answer(question, given) == kept


@pytest.mark.parametrize(
    ("question", "given"),
    [
        *((GUESS, {"answer": text}) for text in ("", "-1", "101", "1e2", "٣", "9" * 99)),
        *((CLOSED, {"answer": text}) for text in ("", "3", "-0", "Yes")),
        (CLOSED, {}),
        (RANKING, {}),
        (RANKING, {"place-0": "1", "place-1": "1"}),
        (RANKING, {"place-0": "2"}),
        (RANKING, {"place-0": "1", "place-2": "4"}),
        (IDEAS, {"answer": "\u200b \n"}),
        (IDEAS, {"answer": "x" * 141}),
    ],
)
def test_what_is_no_answer_is_refused(question: Question, given: dict[str, str]) -> None:
    """Missing, out of range, twice the same place, too long: one sentence."""
    with pytest.raises(SessionProblem, match=r"^[A-Z][^.]+\.$"):
        read_answer(question, given)


@pytest.mark.parametrize(
    "question",
    [
        replace(CLOSED, options=(Option(text="Yes"),)),
        replace(CLOSED, options=tuple(Option(text=str(one)) for one in range(7))),
        replace(CLOSED, options=(Option(text="Yes"), Option(text="yes "))),
        replace(RANKING, options=tuple(Option(text=str(one)) for one in range(9))),
        replace(GUESS, options=(Option(text="Yes"), Option(text="No"))),
        replace(GUESS, prompt=" "),
        replace(GUESS, prompt="x" * 201),
        replace(GUESS, truth=101),
    ],
)
def test_what_is_no_question_is_refused(question: Question) -> None:
    """Too few or many answers, two alike, no words, too many words."""
    with pytest.raises(SessionProblem):
        checked(question)


def test_a_code_is_read_as_people_type_it() -> None:
    """Small letters and blanks are fine; vowels, other letters and doubles are none."""
    letters = iter("HJMP")
    assert code_from(lambda offered: next(one for one in letters if one in offered)) == "HJMP"
    assert code_from(lambda offered: offered[0]) == "BDHJ"
    assert read_code(" hj mp ") == "HJMP"
    for wrong in ("", "HJM", "HJMPR", "HJMA", "HJMM", "HJM1", "<b>H"):
        assert read_code(wrong) == ""
    assert not set(LETTERS) & set("AEIOUCFGKLNSQ")
