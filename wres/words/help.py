"""Help in words: was this clear, the tour of three steps, and how to read a chart."""

from __future__ import annotations

WAS_IT_CLEAR = "Was this page clear?"
YES, NO = "Yes", "No"
COUNTED = "Thank you. Your answer is counted for this page and day, and nothing about you is kept."
NOT_COUNTED = "Thank you. Today’s answers are full, so this one was not counted."
TOUR = "New here? A tour in three steps"
TOUR_STEPS = (
    ("1. Choose", "Pick your organisation and year above. The address keeps your choice."),
    ("2. Read", "The large line is the finding. Each card says how sure it is, and why."),
    ("3. Go on", "“Why, and what next” leads to the plan, ideas and what worked elsewhere."),
)
TOUR_DONE = "Close the tour"
TOUR_AGAIN = "Show the tour"
CLEAR_TITLE = "Was it clear? Answers by page and day"
CLEAR_COLUMNS = ("Day", "Page", "Clear", "Not clear")
NO_ANSWERS = "Nobody has answered yet. Each page asks at its end whether it was clear."
