"""What is said on the steps of a live session: their titles, sentences and lines."""

from __future__ import annotations

from collections.abc import Iterable

from wres.answers import ConcernCard, Exploration, PeersAnswer
from wres.answers.matches import RankedCases
from wres.answers.story import StepKind, Story
from wres.indicators import Kind
from wres.measures import Gap, Rate
from wres.organisations import Organisation
from wres.terms import Band
from wres.words.cases import grade_label, why_sentence
from wres.words.explaining import trend_headline
from wres.words.figures import base_text, range_text, rate_text
from wres.words.headlines import organisation_title, strength_words
from wres.words.labels import band_label, indicator_label
from wres.words.plans import due_words, lead_words, status_of_activity
from wres.words.presets import SPOKEN, Labels

LINES_SHOWN = 4
NO_NUMBER = "The number of responses is not published."
_TITLES = {
    StepKind.WHERE_WE_STAND: "Where we stand",
    StepKind.LARGEST_CONCERN: "What it is about",
    StepKind.GAP: "The gap",
    StepKind.SIMILAR_TRUSTS: "Similar trusts",
    StepKind.TREND: "Over the years",
    StepKind.BANDS: "Which pay bands",
    StepKind.WHERE_IT_WORKS: "Where it works",
    StepKind.WHAT_WE_DO: "What we are doing",
    StepKind.WHAT_WORKED: "What worked elsewhere",
    StepKind.YOUR_TURN: "Your turn",
}


def step_title(kind: StepKind) -> str:
    """Return the title of a step."""
    return _TITLES[kind]


def concern_step(card: ConcernCard) -> str:
    """Return how firm a concern is, as the line under its figures."""
    return f"{strength_words(card.assessment.strength)}." if card.assessment else ""


def who_answered(exploration: Exploration, labels: Labels = SPOKEN) -> str:
    """Return how many people stand behind the figures of a step, or that it is not published."""
    now = exploration.now
    if exploration.measured.kind is not Kind.SURVEY or not now.bme.is_shown:
        return ""
    if now.bme.base is None:
        return NO_NUMBER
    both = [(labels.bme_staff, now.bme), (labels.white_staff, now.white)]
    counted = [f"{base_text(rate)} {whom}" for whom, rate in both if rate.base is not None]
    return f"{' and '.join(counted)} answered."


def standing_answered(gaps: Iterable[Gap], labels: Labels = SPOKEN) -> str:
    """Return how many people stand behind several indicators: from the fewest to the most."""
    shown = [one for one in gaps if one.bme.is_shown]
    bases = [(one.bme.base, one.white.base) for one in shown]
    if not bases:
        return ""
    bme = sorted(base for base, _ in bases if base is not None)
    white = sorted(base for _, base in bases if base is not None)
    if len(bme) < len(bases) or len(white) < len(bases):
        return NO_NUMBER
    counted = [f"{_between(bme)} {labels.bme_staff}", f"{_between(white)} {labels.white_staff}"]
    return f"{' and '.join(counted)} answered."


def _between(sizes: list[int]) -> str:
    fewest, most = f"{sizes[0]:,}", f"{sizes[-1]:,}"
    return fewest if fewest == most else f"{fewest} to {most}"


def peers_answered(answer: PeersAnswer) -> str:
    """Return how many trusts a strip is of, and of which year."""
    return f"{len(answer.peers)} other trusts, WRES {answer.wres_year}."


def where_it_works(exploration: Exploration, labels: Labels = SPOKEN) -> str:
    """Return which indicator is getting better, as a sentence."""
    measured = exploration.measured
    return f"{measured.short_name}. {trend_headline(exploration, labels)}."


def doing_lines(card: ConcernCard) -> tuple[str, ...]:
    """Return the first activities that answer a concern: what, who, until when, how far."""
    return tuple(
        f"{one.activity} ({lead_words(one)}; {due_words(one)}; {status_of_activity(one).lower()})"
        for one in card.activities[:LINES_SHOWN]
    )


def worked_sentence(cases: RankedCases) -> str:
    """Return how many case studies there are for an indicator, and which fits best."""
    if not cases:
        return "No case study about this indicator is held here."
    best, like = cases[0]
    noun = "case study" if len(cases) == 1 else "case studies"
    return f"{len(cases)} {noun}. The best match: {best.title}. {why_sentence(like)}"


def worked_lines(cases: RankedCases) -> tuple[str, ...]:
    """Return the case studies that fit best, each with how much its source can show."""
    return tuple(
        f"{case.title} ({grade_label(case.evidence_grade)})" for case, _ in cases[:LINES_SHOWN]
    )


def your_turn(short_name: str) -> str:
    """Return the question that a session ends with."""
    return f"{short_name}: what should we do first?"


def built_from(story: Story, *, newest: int) -> str:
    """Return a warning when a story was built from figures that are no longer the newest."""
    if story.version == newest:
        return ""
    return (
        "There are newer figures than this story was built from. What you see are the newest; "
        "build the story again if its steps no longer fit."
    )


_GUESS = {
    5: "were harassed, bullied or abused by patients or the public",
    6: "were harassed, bullied or abused by colleagues or managers",
    7: "said that everybody has equal opportunities for promotion here",
    8: "met discrimination from a manager or colleague",
}
FITS = ("Yes", "In part", "No", "I do not know")
FITS_PROMPT = "Does this fit what you see where you work?"
RANKING_PROMPT = "What should we do first? Give 1 to what matters most."
IDEAS_PROMPT = "What else should we do?"
START = "Start the session"
START_PRACTICE = "Start a practice session"
GO_ON = "Show the screen of the session"
NOTES_HERE = "Notes on this device"
WHAT_STARTS = "The screen opens here. Phones join by a code; on the screen, H shows the keys."
ONLY_LEADS = "Only the lead of this trust starts a session or changes its story."
KEEP = "Keep this story"
KEPT = "The story is kept."
BUILD_AGAIN = "Build it again from the findings"
BUILT = "The story is built again. Undo brings back the one before."
UNDO = "Undo the last change"
UNDONE = "The last change is undone."
LEFT_OUT = "The step is left out. Undo brings it back."
ADDED = "The step is added."
ADD = "Add"
ADD_TITLE = "Add a step"
ADD_WHICH = "What it shows"
ASKS = "Ask the room here"
MODERATOR = "Moderator"
MODERATOR_TITLE = "Ask for ideas"
MODERATOR_WHY = (
    "Ideas in the room’s own words are asked for only when somebody reads them first. "
    "Name who reads them; they are read on the notes page, off the screen."
)
ALL_NINE = "All nine indicators"
GUESS_TITLE = "Your guess first"
SOURCE = "Source:"
MADE_UP_STEP = "Made-up figures of the Practice Trust, not of a real one."


def guess_prompt(number: int) -> str:
    """Return what a room guesses about a survey indicator, before the figure is told."""
    when = "" if number == 7 else " in the last 12 months"
    return f"Of every 100 {SPOKEN.bme_staff} here, how many {_GUESS[number]}{when}?"


def guess_answer(rate: Rate) -> str:
    """Return the figure a room guessed at, with its likely range or why there is none."""
    if rate.interval is None:
        return f"It was {rate_text(rate)} of {SPOKEN.bme_staff}; {range_text(rate.interval)}."
    counted = f" {base_text(rate)} answered." if rate.base is not None else ""
    return f"It was {rate_text(rate)}, likely {range_text(rate.interval)}.{counted}"


def about_step(
    organisation: Organisation, wres_year: int, *, number: int, band: Band = Band.ALL
) -> str:
    """Return whose figures of which year and indicator a step shows; 0 stands for all nine."""
    about = [organisation_title(organisation), f"WRES {wres_year}"]
    if number:
        about.append(indicator_label(number))
    if band is not Band.ALL:
        about.append(band_label(band))
    return " · ".join(about)


def story_sentence(steps: int, *, is_kept: bool) -> str:
    """Return how long a story is, and whether it is as the findings made it."""
    made = "as they were put in order" if is_kept else "built from the findings of this trust"
    return f"{steps} step{'' if steps == 1 else 's'}, {made}."


def running_sentence(code: str) -> str:
    """Return that a session goes on, with its code."""
    return f"A session goes on; its code is {code}. A new one can start when it has ended."


def place_title(place: int, title: str, number: int) -> str:
    """Return the heading of one step in the list of a story."""
    about = f", indicator {number}" if number else ""
    return f"{place}. {title}{about}"


def up_label(place: int) -> str:
    """Return what the button says that takes a step one place up."""
    return f"Step {place} up"


def down_label(place: int) -> str:
    """Return what the button says that takes a step one place down."""
    return f"Step {place} down"


def out_label(place: int) -> str:
    """Return what the button says that leaves a step out."""
    return f"Leave step {place} out"


def note_label(place: int) -> str:
    """Return the name of the box for the speaker's note of a step."""
    return f"Speaker note for step {place}"


def added_label(kind: StepKind, number: int) -> str:
    """Return one step that can be added, as an option."""
    return f"{indicator_label(number)}: {step_title(kind)}" if number else step_title(kind)
