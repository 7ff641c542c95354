"""Help in words: was this clear, the tour of three steps, and how to read a chart."""

from __future__ import annotations

WAS_IT_CLEAR = "Was this page clear?"
YES, NO = "Yes", "No"
COUNTED = "Thank you. Your answer is counted for this page and day, and nothing about you is kept."
NOT_COUNTED = "Thank you. Today’s answers are full, so this one was not counted."
TOUR_STEPS = (
    ("Choose", "Pick your organisation and year above. The address keeps your choice."),
    ("Read", "The large line is the finding. Each card says how sure it is, and why."),
    ("Go on", "“Why, and what next” leads to the plan, ideas and what worked elsewhere."),
)
NEXT, SKIP, TOUR_AGAIN = "Next step", "Skip the tour", "Show the tour"
HOW_TO_READ = "How to read this"
_RANGE = "The bars show how far chance alone could move a figure."
NO_FIGURES_NEXT = (
    "A lead brings its figures in on the page Upload. Until then, choose another organisation."
)
NOTHING_UPLOADED = "Nothing has been uploaded here yet. What you see is the shipped data."
HOW_TO_UPLOAD = (
    "The page Upload takes a file in, and shows what it would change before anything is stored."
)
NOTHING_CHANGED = (
    "Nothing has been uploaded here yet, so nothing has changed. After the first file on the page "
    "Upload, each change is listed here."
)
CLEAR_TITLE = "Was it clear? Answers by page and day"
CLEAR_COLUMNS = ("Day", "Page", "Clear", "Not clear")
NO_ANSWERS = "Nobody has answered yet. Each page asks at its end whether it was clear."


def tour_words(step: int) -> str:
    """Return one step of the tour, counted from 1, behind its place and name."""
    name, told = TOUR_STEPS[step - 1]
    return f"Tour, step {step} of {len(TOUR_STEPS)}. {name}. {told}"


def how_to_read(headline: str, alternative: str, *, has_range: bool) -> tuple[str, ...]:
    """Return how to read a chart, with the last figures it draws as the example.

    ``alternative`` is the chart's text alternative, which lists every figure drawn.
    """
    # What follows the figures, such as the activities of a plan, is told beside the chart.
    listed = next((one for one in alternative.split(". ") if "; " in one), "")
    last = listed.rstrip(".").rpartition("; ")[2]
    said = [f"In one line: {headline.rstrip('.')}."]
    if last:
        said.append(f"Each mark is one figure. The last is {last}.")
    return (*said, _RANGE) if has_range else tuple(said)
