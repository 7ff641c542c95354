"""Why figures are hidden, how many, and where the nearest figure that can be shown is."""

from __future__ import annotations

from wres.answers.evidence import View
from wres.terms import Band, StaffGroup
from wres.words.labels import HIDDEN, people_label, staff_of
from wres.words.presets import SPOKEN, Labels

WHY_HIDDEN = (
    "A figure about few people could tell how one of them answered. Some larger figures are "
    "hidden with it, so that nobody can work it out by taking one from another."
)


def hidden_note(cells: int) -> str:
    """Return how many cells of an indicator and year are hidden, and why; empty when none is."""
    if not cells:
        return ""
    count = "1 cell of this indicator is" if cells == 1 else f"{cells} cells of this indicator are"
    return f"{count} {HIDDEN[0].lower()}{HIDDEN[1:]} this year. {WHY_HIDDEN}"


def nearest_words(view: View, labels: Labels = SPOKEN) -> str:
    """Return what the nearest view that can be shown is about, as the words of a link."""
    return f"See the nearest figure shown: {nearest_place(view, labels)}"


def nearest_note(view: View | None, labels: Labels = SPOKEN) -> str:
    """Return the same as a sentence for tables and files; empty when there is none."""
    return f"The nearest figure shown: {nearest_place(view, labels)}." if view else ""


def nearest_place(view: View, labels: Labels = SPOKEN) -> str:
    """Return whose figure a view is of: “BME staff, the whole trust”."""
    whom = staff_of(view.ethnic_group, labels)
    if view.band is Band.ALL and view.staff_group is StaffGroup.ALL:
        return f"{whom}, the whole trust"
    people = people_label(view.band, view.staff_group)
    return f"{whom}, {people[0].lower()}{people[1:]}"
