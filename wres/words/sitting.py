"""Where a gap sits, in words: the split and its warning, never a cause."""

from __future__ import annotations

from wres.answers.where_it_sits import CutBy, EnglandCut, NoSplit, Sitting
from wres.library.benchmarks import NationalBreakdown
from wres.measures import percent, rounded
from wres.statistics import wilson
from wres.terms import EthnicGroup
from wres.upload.detailed_groups import detailed_group
from wres.words.figures import percent_text, points_text, signed_points
from wres.words.labels import group_label
from wres.words.presets import SPOKEN, Labels

NO_CAUSE = (
    "The split does not say why there is a gap. Comparing inside the same bands can hide a barrier "
    "to promotion."
)
WEIGHTED = (
    "The figures are weighted as published. The likely ranges are worked out from the number of "
    "answers as if they were not."
)
OCCUPATIONS = "These are published for all staff together, so they cannot show a gap."
_WHY = {
    NoSplit.NOT_GIVEN: "The figures are not given by {what}, so the gap cannot be split by them.",
    NoSplit.HIDDEN: (
        "Some {what} are hidden to protect confidentiality, so the gap cannot be split by them."
    ),
    NoSplit.NO_COUNTS: (
        "The number of responses by {what} is not published, so the gap cannot be split by them."
    ),
}
_WHAT = {CutBy.BANDS: "pay bands", CutBy.STAFF: "staff groups"}
_SAME = {CutBy.BANDS: "bands", CutBy.STAFF: "staff groups"}


def no_split(why: NoSplit, cut: CutBy) -> str:
    """Return why a gap cannot be split."""
    return _WHY[why].format(what=_WHAT[cut])


def split_sentence(found: Sitting, labels: Labels = SPOKEN) -> str:
    """Return the gap in two parts: where people work, and what remains inside the same bands."""
    gap, mix, inside = (
        percent(part) for part in (found.crude, found.split.composition, found.split.rate)
    )
    same = _SAME[found.cut]
    note = "" if rounded(mix + inside, 1) == gap else " Each part is rounded by itself."
    if gap * mix >= 0 and gap * inside >= 0 and gap:
        return (
            f"Of the {points_text(gap)} {_side(gap, labels)}, {points_text(mix)} go with the "
            f"{same} people work in. {points_text(inside).capitalize()} remain inside the same "
            f"{same}.{note}"
        )
    whole = f"{points_text(gap)} {_side(gap, labels)}" if gap else "no gap"
    return (
        f"Overall: {whole}. The {same} people work in go with {signed_points(mix)} points of it. "
        f"Inside the same {same} there are {signed_points(inside)} points.{note}"
    )


def _side(points: float, labels: Labels) -> str:
    return f"{'higher' if points > 0 else 'lower'} for {labels.bme_staff}"


def same_mix_sentence(found: Sitting, labels: Labels = SPOKEN) -> str:
    """Return the gap if both groups had the same mix of bands, with its likely range."""
    value = percent(found.standardised)
    told = f"{points_text(value)} {_side(value, labels)}" if value else "none"
    low, high = (signed_points(percent(one)) for one in (found.interval.low, found.interval.high))
    people = "" if found.covers_everyone else _not_everyone(found)
    return (
        f"With the same mix of {_SAME[found.cut]} in both groups, the gap would be {told}. The "
        f"likely range is {low} to {high} points.{people}"
    )


def _not_everyone(found: Sitting) -> str:
    return f" This is about staff whose place is known; among them the gap is {_signed(found)}."


def _signed(found: Sitting) -> str:
    return f"{signed_points(percent(found.crude))} points"


def simpson_warning(found: Sitting, labels: Labels = SPOKEN) -> str:
    """Return the warning that the gap turns round inside bands, or an empty text."""
    if not found.reverses:
        return ""
    crude, inside = percent(found.crude), percent(found.standardised)
    same = _SAME[found.cut]
    return (
        f"Simpson’s paradox: overall the figure is {points_text(crude)} {_side(crude, labels)}. "
        f"With the same mix of {same} it is {points_text(inside)} {_side(inside, labels)}. Read "
        f"the {same}, and not the overall gap alone."
    )


def england_headline(found: EnglandCut, labels: Labels = SPOKEN) -> str:
    """Return how far apart the backgrounds inside each of the two groups lie, as a spread."""
    spreads = []
    for group, name in ((False, labels.bme), (True, labels.white)):
        values = [
            one.value
            for one in found.backgrounds
            if (one.ethnic_group is EthnicGroup.WHITE) is group
        ]
        spreads.append(f"{name} {percent_text(min(values))} to {percent_text(max(values))}")
    return f"Inside the two groups, England: {', '.join(spreads)}"


def england_subtitle(found: EnglandCut) -> str:
    """Return whose figures these are and when."""
    return (
        f"Indicator {found.indicator}, England, NHS Staff Survey {found.wres_year - 1} (WRES "
        f"{found.wres_year}). No single trust can be seen in it."
    )


def no_england(number: int) -> str:
    """Return that England by background is not held for an indicator."""
    return f"England by single ethnic background is not held here for indicator {number}."


def background_name(one: NationalBreakdown) -> str:
    """Return a published background or occupation by its name, behind its wide group."""
    known = detailed_group(one.subgroup)
    if known is None:
        return one.subgroup.replace(" / ", ", ").replace("&", "and")
    return group_label(known)


def breakdown_range(one: NationalBreakdown) -> tuple[float, float]:
    """Return the Wilson limits of a published figure, from its number of responses."""
    limits = wilson(one.value * one.responses, one.responses).interval
    return limits.low, limits.high


def breakdown_figure(one: NationalBreakdown) -> str:
    """Return a figure with its responses and likely range."""
    low, high = breakdown_range(one)
    spread = f"{percent_text(low)} to {percent_text(high)}"
    return f"{percent_text(one.value)} of {one.responses:,} ({spread})"


def breakdowns_alt(rows: tuple[NationalBreakdown, ...], what: str) -> str:
    """Return the text alternative of a chart of England by background or occupation."""
    told = [f"{background_name(one)} {percent_text(one.value)}" for one in rows]
    return f"Chart of England by {what}, in order of name. {'; '.join(told)}."
