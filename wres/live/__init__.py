"""A live session in the room: its code, its steps, its questions, votes and what was decided."""

from wres.live.beats import (
    Beat,
    BeatKind,
    Showing,
    forward,
    onward,
    question_now,
    round_mark,
    showing,
)
from wres.live.codes import CODE_LENGTH, LETTERS, code_from, read_code
from wres.live.minutes import Decision, Minutes, Vote, minutes
from wres.live.practice import made_up_answers
from wres.live.questions import (
    Option,
    Question,
    QuestionKind,
    QuestionState,
    checked,
    read_answer,
)
from wres.live.rankings import Placed
from wres.live.sessions import SESSION_HOURS, LiveSession, Step, is_stale
from wres.live.tallies import (
    LEAST_ANSWERS,
    Count,
    GuessSpread,
    Held,
    Tally,
    idea_id,
    tally,
    tally_from,
    tally_text,
)

__all__ = [
    "CODE_LENGTH",
    "LEAST_ANSWERS",
    "LETTERS",
    "SESSION_HOURS",
    "Beat",
    "BeatKind",
    "Count",
    "Decision",
    "GuessSpread",
    "Held",
    "LiveSession",
    "Minutes",
    "Option",
    "Placed",
    "Question",
    "QuestionKind",
    "QuestionState",
    "Showing",
    "Step",
    "Tally",
    "Vote",
    "checked",
    "code_from",
    "forward",
    "idea_id",
    "is_stale",
    "made_up_answers",
    "minutes",
    "onward",
    "question_now",
    "read_answer",
    "read_code",
    "round_mark",
    "showing",
    "tally",
    "tally_from",
    "tally_text",
]
