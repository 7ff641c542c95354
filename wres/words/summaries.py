"""The one line at the top of a page: where an organisation stands, its concerns, its peers."""

from __future__ import annotations

from wres.answers import (
    BenchmarkList,
    ConcernsAnswer,
    Glance,
    Verdict,
    VerdictChange,
)
from wres.concerns import Assessment, Strength
from wres.store import Note, uk_day, uk_day_text
from wres.words.findings import trigger_label
from wres.words.headlines import strength_words
from wres.words.labels import code_label, indicator_label
from wres.words.plans import NO_PLAN
from wres.words.presets import SPOKEN, WRES_TERMS, Labels


def standing_headline(glances: tuple[Glance, ...]) -> str:
    """Return how many of the nine indicators are areas of concern, and how firm they are."""
    found = [one.assessment for one in glances if one.assessment is not None]
    concerns = [one for one in found if one.is_concern]
    if not found:
        return "There are no figures for this year yet."
    known = "nine" if len(found) == 9 else str(len(found))
    if not concerns:
        return _no_concern(found, known)
    clear = sum(one.strength is Strength.CLEAR for one in concerns)
    verb = "is an area" if len(concerns) == 1 else "are areas"
    opening = f"{len(concerns)} of the {known} indicators with figures {verb} of concern"
    if any(one.checks for one in found):
        return f"{opening}; {clear} clear of chance."
    return f"{opening} on the figures. They cannot be tested, as no counts are published."


def _no_concern(found: list[Assessment], known: str) -> str:
    """What may be said without a concern: nothing is fine that could not be judged."""
    unjudged = sum(one.strength is Strength.CANNOT_TELL for one in found)
    if not unjudged:
        return f"None of the {known} indicators with figures raises a concern."
    if unjudged == len(found):
        return f"Cannot tell: there is nothing to judge the {known} indicators with figures by."
    rest = f"{unjudged} of the {known} with figures cannot be judged"
    return f"No concern is raised by the indicators that can be judged; {rest}."


def concerns_headline(answer: ConcernsAnswer) -> str:
    """Return how many areas of concern there are, and where they come from."""
    computed = sum(card.is_computed for card in answer.cards)
    declared = sum(card.declared is not None for card in answer.cards)
    if not answer.cards and answer.plan is None:
        return f"No area of concern is raised by the figures. {NO_PLAN}"
    if not answer.cards:
        return "No area of concern is raised by the figures or named in the plan."
    count = len(answer.cards)
    found = "1 area of concern" if count == 1 else f"{count} areas of concern"
    if answer.plan is None:
        return f"{found}, raised by the figures. {NO_PLAN}"
    return f"{found}: {computed} raised by the figures, {declared} named in the plan."


def order_words(answer: ConcernsAnswer, first: int | None) -> str:
    """Return in which order the concerns stand."""
    if answer.asked_for is not None:
        return (
            f"Indicator {first} comes first because you asked for it. It is not an area of concern "
            "for this year."
        )
    if first is not None and answer.cards and answer.cards[0].measured.number == first:
        return f"Indicator {first} comes first because you asked for it; then the most urgent."
    return "The most urgent comes first: clear of chance, then raised, then the size of the gap."


def quiet_indicators(answer: ConcernsAnswer) -> str:
    """Return which indicators raise nothing, and which have no figures."""
    calm = [str(one.indicator) for one in answer.clear_of_concern]
    absent = [str(number) for number in answer.without_figures]
    parts = []
    if calm:
        parts.append(f"Looked at and not raised: indicators {', '.join(sorted(calm))}.")
    if absent:
        parts.append(
            f"No figures here for WRES {answer.wres_year}: indicators {', '.join(absent)}."
        )
    return " ".join(parts)


def chance_sentence(answer: ConcernsAnswer) -> str:
    """Return how many checks were made and how many chance alone would light up."""
    if not answer.checks:
        return "No check against chance could be made: no counts are published for this year."
    checks = "check" if answer.checks == 1 else "checks"
    return (
        f"{answer.checks} {checks} against chance were made here; with nothing wrong, "
        f"about {answer.by_chance} would light up."
    )


DOUBTFUL_NOTE = (
    "Published figures. Doubtful ones are shown with the reason and never compared with."
)


def benchmark_years(answer: BenchmarkList, wres_year: int) -> str:
    """Return for which years there is something to compare with."""
    years = sorted({one.wres_year for one in answer.figures if not one.doubtful})
    if not years:
        return "No published figure that can be compared with was found for this indicator."
    listed = ", ".join(str(year) for year in years)
    if wres_year in years:
        return f"There are figures to compare with for {listed}."
    return f"There is none for {wres_year}; there are figures for {listed}. Years are not mixed."


def how_to_read_signs() -> str:
    """Return what the signs of the verdicts mean."""
    return (
        "▲ Clear of chance. △ Possible, but could be chance. ◇ On the figures, not tested. "
        "◆ Counted in people. ○ No concern raised. – Cannot tell."
    )


def two_groups_note(labels: Labels = SPOKEN) -> str:
    """Return the standing note on what two groups hide, and what the standard calls the first."""
    opening = "BME is the standard’s word for all ethnic groups except White groups."
    if labels.bme != WRES_TERMS.bme:
        opening = f"{labels.bme}: the standard calls this {WRES_TERMS.bme}, all but White groups."
    return (
        f"{opening} White minorities are counted as White. The two groups hide large differences "
        "inside them."
    )


def verdict_change(change: VerdictChange) -> str:
    """Return one verdict that an upload would change, and whether a concern begins or ends."""
    whose, what = code_label(change.org_code), indicator_label(change.indicator)
    where = f"{whose}, WRES {change.wres_year}, {what}"
    if change.begins:
        turn = "would become an area of concern"
    elif change.ends:
        turn = "would no longer be an area of concern"
    else:
        turn = "the verdict would change"
    before, after = verdict_words(change.before), verdict_words(change.after)
    return f"{where}: {turn}. Now: {before}. Then: {after}."


def verdict_words(verdict: Verdict | None) -> str:
    """Return how firm a concern is and what raised it."""
    if verdict is None:
        return "nothing to judge by"
    why = ", ".join(trigger_label(one).lower() for one in verdict.triggers)
    return (
        f"{strength_words(verdict.strength)} ({why})" if why else strength_words(verdict.strength)
    )


def quality_note(asked: str, note: Note) -> str:
    """Return what a lead was asked about figures at the upload, and the reason given.

    ``asked`` is the check's question, not its message: a message names figures of the file.
    """
    when = uk_day_text(uk_day(note.version.made_at))
    return (
        f"About the file these figures came in: not everything in it was as usual. What was "
        f"checked: “{asked}” The reason given by who uploaded it on {when} (version "
        f"{note.version.id}): {note.acknowledged.reason}"
    )
