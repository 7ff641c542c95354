"""Predictions in words: what was predicted, what could be seen, and what came of it."""

from __future__ import annotations

from wres.answers.predicting import Followed
from wres.indicators import indicator
from wres.measures import Gap, Likelihood, Rate, Representation, percent, rounded
from wres.predictions import (
    Aim,
    Direction,
    Outcome,
    Prediction,
    Reach,
    Reading,
    Reason,
    Seen,
    Sight,
    Verdict,
)
from wres.statistics import Interval
from wres.store import uk_day, uk_day_text
from wres.terms import EthnicGroup
from wres.words.figures import (
    base_text,
    gap_text,
    likelihood_text,
    percent_text,
    points_text,
    rate_text,
    signed_points,
)
from wres.words.labels import HIDDEN, benchmark_label, indicator_label, staff_of
from wres.words.presets import SPOKEN, Labels

_OUTCOME_WORDS = {
    Outcome.AS_HOPED: "● Moved as hoped",
    Outcome.OTHER_WAY: "■ Moved the other way",
    Outcome.CANNOT_TELL: "– Cannot tell",
    Outcome.WAITING: "… Waiting for the result",
}
_REASON_SENTENCES = {
    Reason.DOUBTFUL: "One of the figures is doubtful, so nothing is judged by it.",
    Reason.HIDDEN: f"{HIDDEN}: one of the two figures is not shown, so nothing is judged.",
    Reason.LOCKED_LATE: "It was locked after the result was here, so it decides nothing.",
    Reason.NO_BASE: "Without the number of people behind it we cannot say how firm this is.",
    Reason.NO_BENCHMARK: (
        "No benchmark has both years, so we cannot say whether others moved too."
    ),
    Reason.ONE_PERSON: "One appointment makes the whole change, so nothing can be told from it.",
    Reason.ONLY_OTHERS: "The difference comes from the benchmark: this figure did not move so.",
    Reason.OTHERS_TOO: ("It moved, but the benchmark moved too, and what is left could be chance."),
    Reason.UNCHANGED: "Beside the workforce, the share is the same at this precision.",
    Reason.WITHIN_CHANCE: "A change of this size can be chance: no clear evidence of real change.",
}
_REACH_SENTENCES = {
    Reach.AS_FAR: "It moved as far as was predicted, or further.",
    Reach.CLEARLY_LESS: "It moved clearly less than was predicted.",
    Reach.LESS: "It moved less than was predicted; that size is still in the likely range.",
}
NO_PROOF = "This does not prove that the activity did it."
IN_PEOPLE = "These are counts of people, not a sample, so there is no test of chance."
MORE_THAN_CHANCE = "This is more than chance would explain."


def outcome_words(outcome: Outcome) -> str:
    """Return what came of a prediction, in words with a sign."""
    return _OUTCOME_WORDS[outcome]


def aim_label(number: int, aim: Aim, labels: Labels = SPOKEN) -> str:
    """Return which figure of an indicator a prediction is about, as in a menu."""
    measured = indicator(number)
    if aim is Aim.GAP:
        return f"The gap between {labels.bme_staff} and {labels.white_staff}"
    if aim is Aim.RATIO:
        under = labels.bme if measured.ratio_top is EthnicGroup.WHITE else labels.white
        top = labels.white if under == labels.bme else labels.bme
        return f"How many times as likely: {top} beside {under}"
    if not measured.is_survey:
        where = "board seats" if number == 9 else "posts at band 8a and above"
        return f"The {labels.bme} share of {where}"
    group = EthnicGroup.WHITE if aim is Aim.WHITE else EthnicGroup.BME
    return f"The percentage for {staff_of(group, labels)}"


def direction_label(aim: Aim, direction: Direction) -> str:
    """Return which way a figure is to move, as in a menu: fall or rise, narrow or widen."""
    if aim is Aim.GAP:
        return "narrow" if direction is Direction.DOWN else "widen"
    return "fall" if direction is Direction.DOWN else "rise"


def size_text(size: float, aim: Aim) -> str:
    """Return a size as “3.0 points”, or as “0.30” for a ratio."""
    return f"{rounded(size, 2):.2f}" if aim is Aim.RATIO else points_text(percent(size))


def prediction_sentence(one: Prediction, labels: Labels = SPOKEN) -> str:
    """Return what was predicted, in one sentence."""
    what = aim_label(one.indicator, one.aim, labels)
    way = direction_label(one.aim, one.direction)
    size = size_text(one.size, one.aim)
    return f"{what} is to {way} by {size}, WRES {one.base_year} to {one.result_year}."


def locked_words(one: Prediction) -> str:
    """Return who locked a prediction and when, and what could be seen then."""
    when = "" if one.locked_at is None else f" on {uk_day_text(uk_day(one.locked_at))}"
    return f"Locked{when} by {one.locked_by}. {needed_words(one)}"


def needed_words(one: Prediction) -> str:
    """Return what a change had to be to show, as it was said when the prediction was locked."""
    if one.needed is None:
        return "The number of people behind the figure was not published then."
    size = size_text(one.needed, one.aim)
    if not indicator(one.indicator).is_survey and one.aim is not Aim.RATIO:
        return f"Then two people were {size}, the least that counts as a change."
    return f"Then a change needed about {size} to be likely to show."


def sight_sentence(sight: Sight, one: Prediction) -> str:
    """Return whether a change of the predicted size would show, before it is locked."""
    if sight.needed is None:
        return "The number of people is not published, so nobody can say what would show."
    size = size_text(sight.needed, one.aim)
    if sight.one_person is not None:
        person = points_text(percent(sight.one_person))
        return f"One person is {person} here. It takes two people, {size}, to count as a change."
    if sight.seen is Seen.LIKELY:
        return f"A change of this size is likely to show. It needs about {size}."
    return f"A change needs about {size} to be likely to show. This one is smaller: it may not."


def verdict_sentences(found: Verdict, labels: Labels = SPOKEN) -> tuple[str, ...]:
    """Return what came of a prediction: the change, the benchmark's, the verdict and why."""
    if found.outcome is Outcome.WAITING:
        return (f"The figures of WRES {found.prediction.result_year} are not here yet.",)
    moved = (_own(found, labels), _others(found), _beyond(found, labels))
    return tuple(text for text in (*moved, *_judged(found)) if text)


def _own(found: Verdict, labels: Labels) -> str:
    if not (found.before.is_shown and found.now.is_shown):
        return ""
    if found.reason in (Reason.BREAK, Reason.LOCKED_LATE):
        return ""
    before, now = (_figure(one, labels) for one in (found.before, found.now))
    return f"WRES {found.before.wres_year}: {before}. WRES {found.now.wres_year}: {now}."


def _figure(reading: Reading, labels: Labels) -> str:
    figure = reading.figure
    if isinstance(figure, Rate):
        return f"{rate_text(figure)} (n = {base_text(figure)})"
    if isinstance(figure, Gap):
        counted = f"n = {base_text(figure.bme)} and {base_text(figure.white)}"
        return f"{gap_text(figure, labels)} ({counted})"
    if isinstance(figure, Likelihood):
        return likelihood_text(figure, labels)
    if isinstance(figure, Representation):
        share = percent_text(figure.share)
        return f"{figure.people:,} of {figure.posts:,} ({share})"
    return ""


def _others(found: Verdict) -> str:
    if found.others is None:
        return ""
    if isinstance(found.now.figure, Representation):
        share = signed_points(percent(found.others.value))
        return f"The share of the whole workforce changed by {share} points."
    beside = benchmark_label(found.now.beside[0])
    name = f"{beside[0].upper()}{beside[1:]}"
    fixed = found.now.beside[0].base is None
    note = " It is published without a base, so it brings no error of its own." if fixed else ""
    if found.prediction.is_ratio:
        first, last = found.before.beside[0].value, found.now.beside[0].value
        return f"{name}: {first:.2f}, then {last:.2f}.{note}"
    change = percent(found.others.value)
    moved = f"changed by {signed_points(change)} points" if change else "did not change"
    if found.prediction.aim is Aim.GAP:
        return f"For {beside} the gap {moved}.{note}"
    return f"{name} {moved}.{note}"


def _beyond(found: Verdict, labels: Labels) -> str:
    """The change beyond the benchmark's, or the figure's own where there is no benchmark."""
    moved = found.beyond or (found.own if found.reason is Reason.NO_BENCHMARK else None)
    if moved is None:
        return ""
    opening = "Beyond that" if found.beyond else "By itself"
    if found.prediction.is_ratio:
        size = f"{opening}, the ratio is {moved.value:.2f} times what it was"
        if found.small_numbers:
            return f"{size}. {HIDDEN}: its likely range."
        return f"{size}; likely range {_times(moved.interval)}."
    change = signed_points(percent(moved.value))
    size = f"{opening}, the change is {change} points"
    if found.prediction.aim is Aim.GAP:
        size = f"{opening}, the gap against {labels.bme_staff} changed by {change} points"
    if moved.interval is None:
        return f"{size}."
    low, high = (signed_points(percent(end)) for end in (moved.interval.low, moved.interval.high))
    return f"{size}; likely range {low} to {high}."


def _times(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval.low:.2f} to {interval.high:.2f}"


def _judged(found: Verdict) -> tuple[str, ...]:
    if found.outcome is Outcome.CANNOT_TELL:
        return (_why_not(found), _could_be_seen(found))
    way = "as hoped" if found.outcome is Outcome.AS_HOPED else "the other way"
    firm = IN_PEOPLE if found.p_value is None else MORE_THAN_CHANCE
    reach = _REACH_SENTENCES[found.reach] if found.reach else ""
    if found.p_value is None and found.reach is Reach.LESS:
        reach = "It moved less than was predicted."
    return (f"It moved {way}. {firm}", reach, NO_PROOF)


def _why_not(found: Verdict) -> str:
    if found.reason is Reason.BREAK:
        return f"The two years are not compared. {found.cut}"
    if found.reason is Reason.MISSING:
        gone = found.before if not found.before.is_shown else found.now
        return f"There is no figure for WRES {gone.wres_year}."
    if found.reason is Reason.NO_RATIO:
        return _no_ratio(found)
    return _REASON_SENTENCES[found.reason] if found.reason else ""


def _no_ratio(found: Verdict) -> str:
    figures = (found.before.figure, found.now.figure)
    whole = all(isinstance(one, Likelihood) and one.ratio is not None for one in figures)
    if whole:
        # A ratio of small numbers is rounded: 0.0 does not say that there was nobody.
        return "A ratio of 0.0 has no size that another ratio could be set beside."
    happened = indicator(found.prediction.indicator).happened
    return f"Nobody in one group was {happened}, so there is no ratio to compare."


def _could_be_seen(found: Verdict) -> str:
    if found.reason not in (Reason.WITHIN_CHANCE, Reason.OTHERS_TOO) or found.needed is None:
        return ""
    size = size_text(found.needed, found.prediction.aim)
    return f"A change of less than about {size} would not show up here."


def turned_sentence(one: Followed) -> str:
    """Return that corrected figures turned a verdict, or an empty text."""
    if not one.has_turned or one.first is None:
        return ""
    then = outcome_words(one.first.outcome)[2:].lower()
    return (
        f"When the result came, with version {one.first_version} of the figures, the verdict was "
        f"“{then}”. Figures changed since, so it was worked out anew."
    )


def chance_of_verdicts(tested: int, by_chance: float) -> str:
    """Return how many verdicts chance alone would call as hoped, or an empty text."""
    if not tested:
        return ""
    noun = "prediction was" if tested == 1 else "predictions were"
    return (
        f"{tested} {noun} tested. With nothing changed, chance alone would call about "
        f"{by_chance:.1f} of them “moved as hoped”."
    )


def still_clear_words(found: Verdict, clear: frozenset[str], tested: int) -> str:
    """Return whether a verdict stays clear when all tests are allowed for, or an empty text."""
    decided = found.outcome in (Outcome.AS_HOPED, Outcome.OTHER_WAY)
    if not decided or found.p_value is None or tested < 2:
        return ""
    if found.prediction.record_id in clear:
        return f"Still clear when all {tested} tests are allowed for."
    return f"Not clear any more when all {tested} tests are allowed for."


def prediction_title(one: Prediction) -> str:
    """Return a prediction as a heading: its indicator and the year of the result."""
    return f"{indicator_label(one.indicator)}, WRES {one.result_year}"
