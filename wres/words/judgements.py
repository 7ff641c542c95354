"""How old a concern is, and what a lead judges of it, beside the verdict worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wres.answers import ConcernsAnswer
from wres.answers.ages import Age, AgeKind
from wres.answers.judging import Judged
from wres.concerns import Assessment
from wres.judgements import Judgement, Level
from wres.store import uk_day, uk_day_text
from wres.words.headlines import strength_words
from wres.words.labels import indicator_label

_LEVEL_WORDS = {
    Level.RAISED: "▲ Raised here by the trust",
    Level.LOWERED: "▽ Lowered here by the trust",
    Level.TAKEN_BACK: "○ Judgement taken back",
}
_LEVEL_CHOICES = {
    Level.RAISED: "Raise: more of a concern than worked out",
    Level.LOWERED: "Lower: less of a concern than worked out",
    Level.TAKEN_BACK: "Take the judgement back",
}
_AGE_SENTENCES = {
    AgeKind.NEW: "New: it was not an area of concern in WRES {age.before}.",
    AgeKind.CONTINUING: "Going on: an area of concern since {since}.",
    AgeKind.RESOLVED: "Not raised any more: it was an area of concern in WRES {age.before}.",
    AgeKind.FIRST_YEAR: "Age not known: there are no figures of an earlier year.",
    AgeKind.NOT_COMPARABLE: (
        "Age not known: WRES {age.before} was counted differently, so it is not compared."
    ),
    AgeKind.UNTOLD: "Age not known: this year or WRES {age.before} cannot be judged.",
}
BOTH_STAND = "The verdict worked out from the figures stands beside it and is not changed."
BY_CHANCE = "A concern can come and go by chance."


def age_sentence(age: Age | None) -> str:
    """Return how old a concern is, in one sentence, or an empty text where there is none."""
    return "" if age is None else _AGE_SENTENCES[age.kind].format(age=age, since=_since(age))


def _since(age: Age) -> str:
    return f"at least WRES {age.since}" if age.from_the_start else f"WRES {age.since}"


def age_word(age: Age | None) -> str:
    """Return the age of a concern in a word or two, for a list; an empty text where none."""
    if age is None:
        return ""
    if age.kind is AgeKind.CONTINUING:
        return f"since {age.since}{' or before' if age.from_the_start else ''}"
    return {
        AgeKind.NEW: "new",
        AgeKind.RESOLVED: "not raised any more",
        AgeKind.FIRST_YEAR: "first year",
        AgeKind.NOT_COMPARABLE: "age not known",
        AgeKind.UNTOLD: "age not known",
    }[age.kind]


def list_words(age: Age | None, judged: Judged | None) -> str:
    """Return the age of a concern and what the lead made of it, to follow it in a list."""
    parts = [age_word(age), level_words(judged.judgement.level) if judged else ""]
    said = "; ".join(part for part in parts if part)
    return f"({said})" if said else ""


def gone_ages(ages: Iterable[Age], raised: Iterable[int]) -> tuple[Age, ...]:
    """Return the ages of what was a concern the year before and is not raised now."""
    now = set(raised)
    return tuple(one for one in ages if one.indicator not in now)


def gone_line(age: Age) -> str:
    """Return a concern of the year before that is not raised now, as a line of a list."""
    return f"{indicator_label(age.indicator)}: {_why_gone(age)}"


def _why_gone(age: Age) -> str:
    if age.kind is AgeKind.NOT_COMPARABLE:
        return f"a concern in WRES {age.before}, which was counted differently."
    if age.kind is AgeKind.UNTOLD:
        return f"a concern in WRES {age.before}; this year cannot be judged."
    return f"a concern in WRES {age.before}, not raised in WRES {age.wres_year}."


def gone_note(ages: tuple[Age, ...]) -> str:
    """Return how many concerns of the year before are not raised now, and how to read that."""
    if not ages:
        return "No concern of the year before has gone."
    noun = "concern" if len(ages) == 1 else "concerns"
    return f"{len(ages)} {noun} of the year before not raised now. {BY_CHANCE}"


def level_words(level: Level) -> str:
    """Return what a lead made of a concern, with its sign."""
    return _LEVEL_WORDS[level]


def level_choice(level: Level) -> str:
    """Return what a lead can make of a concern, as in a menu."""
    return _LEVEL_CHOICES[level]


def judged_alone(
    judged: Mapping[int, Judged], answer: ConcernsAnswer
) -> tuple[tuple[Judged, str], ...]:
    """Return the judgements of indicators without a card, each with the verdict worked out."""
    asked_for = (answer.asked_for,) if answer.asked_for else ()
    shown = {card.measured.number for card in (*answer.cards, *asked_for)}
    found = {one.indicator: one for one in (*answer.clear_of_concern, *answer.cannot_tell)}
    return tuple(
        (judged[number], _worked_out(found.get(number)))
        for number in sorted(judged)
        if number not in shown
    )


def _worked_out(found: Assessment | None) -> str:
    if found is None:
        return "By the figures: nothing to judge it by."
    return f"By the figures: {strength_words(found.strength)}."


def judgement_sentences(judged: Judged | None) -> tuple[str, ...]:
    """Return a judgement with its name, day, reason and age; nothing where there is none."""
    if judged is None:
        return ()
    one = judged.judgement
    said = (
        f"{signed(one)}: “{one.reason}”",
        f"It belongs to WRES {one.wres_year} and {_figures(one.version)}.",
        _newer(judged),
        BOTH_STAND,
    )
    return tuple(text for text in said if text)


def _figures(version: int) -> str:
    return f"version {version} of the figures" if version else "the figures as they were shipped"


def signed(one: Judgement) -> str:
    """Return what was judged, by whom and when."""
    when = "" if one.judged_at is None else f", {uk_day_text(uk_day(one.judged_at))}"
    return f"{level_words(one.level)} ({one.judged_by}{when})"


def _newer(judged: Judged) -> str:
    parts = []
    if judged.newer_version:
        parts.append(f"Its figures changed since, with version {judged.newer_version}.")
    if judged.newer_year:
        parts.append(f"There are newer figures: WRES {judged.newer_year}.")
    return " ".join(parts)
