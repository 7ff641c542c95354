"""What is said of a checked text: the verdict, the reason, what is published, our own sentence."""

from __future__ import annotations

from collections.abc import Mapping

from wres.answers import Evidence
from wres.answers.claim_looking import Seen
from wres.answers.claim_numbers import Mark, Why
from wres.answers.narrative import Judged, TextChecked
from wres.benchmarks import BenchmarkFigure
from wres.claims import LONGEST_TEXT, MOST_CLAIMS, Doubt, Figure, Kind
from wres.comparisons import times_as_likely
from wres.indicators import POSTS_INDICATORS
from wres.terms import Band, StaffGroup
from wres.words.figures import percent_text
from wres.words.findings import benchmark_sentence
from wres.words.headlines import (
    MADE_UP,
    gap_finding,
    likelihood_finding,
    share_finding,
)
from wres.words.labels import staff_group_label, staff_of
from wres.words.movements import gap_sentence, trend_sentence
from wres.words.presets import SPOKEN, Labels

NEVER_KEPT = (
    "The text is read for this answer alone. It is not stored, not logged and not sent anywhere."
)
HOW_READ = (
    "Each claim about the nine indicators is set beside the published figures. Words that are not "
    "understood lead to “cannot tell”, never to a guess."
)
NOTHING_GIVEN = (
    "Paste a paragraph of a report, or drop a Word file. Each claim is then marked: agrees, "
    "disagrees or cannot tell."
)
NOTHING_FOUND = (
    "No claim about the nine indicators was found. Check that the text names an indicator, a group "
    "of staff and a figure or a direction."
)
CUT = f"Only the first {MOST_CLAIMS} claims are checked. Check the rest of the text by itself."
TOO_LONG = f"Only the first {LONGEST_TEXT:,} characters are checked. Check the rest by itself."
_MARKS: Mapping[Mark, str] = {
    Mark.AGREES: "✓ Agrees",
    Mark.CANNOT_TELL: "? Cannot tell",
    Mark.DISAGREES: "✕ Disagrees",
}
_DOUBTS: Mapping[Doubt, str] = {
    Doubt.FAR_INDICATOR: "Its indicator was named too far above to be sure of it.",
    Doubt.HYPOTHETICAL: "It speaks of an aim, a condition or the future, not of a figure.",
    Doubt.LOST_YEAR: "It names no year; a sentence before it names one and was not understood.",
    Doubt.MANY_INDICATORS: "It names more than one indicator, or words that fit none of the nine.",
    Doubt.MANY_YEARS: "It names several years, and not which figure belongs to which.",
    Doubt.NEGATED: "It says that something is not so; such a sentence is not judged.",
    Doubt.NOT_OF_A_SURVEY: "This indicator does not come from the staff survey it names.",
    Doubt.NOT_UNDERSTOOD: "The words are known, but not how they belong together here.",
    Doubt.NO_GROUP: "It does not say which group of staff it is about.",
    Doubt.NO_INDICATOR: "It does not say which indicator it is about.",
    Doubt.NO_YEAR_BEFORE: "It speaks of a change and does not say since when.",
    Doubt.PARTLY_READ: "Another part of the sentence holds words that are not understood here.",
    Doubt.PART_OF_INDICATOR: (
        "It is about managers or colleagues alone; the indicator counts both together."
    ),
    Doubt.QUESTION: "It is a question.",
    Doubt.QUOTED: "It quotes somebody; only your own sentences are judged.",
    Doubt.TOO_LONG: "The sentence is too long to be read safely; split it.",
    Doubt.UNKNOWN_WORDS: "It holds words that are not understood here",
    Doubt.WHICH_TRUST: "It is not clear which trust it is about.",
}
_REASONS: Mapping[Why, str] = {
    Why.BENCHMARK_NUMBER: "The number it gives for the benchmark is not the one known here.",
    Why.BREAK: "The two years were not counted alike, so they are not compared.",
    Why.CHANCE: "The figures do not stand clear of chance.",
    Why.CHANCE_UNKNOWN: "Whether it stands clear of chance cannot be worked out here.",
    Why.DOUBTFUL: "The published figure is itself doubtful.",
    Why.HIDDEN: "A figure it needs is hidden to protect confidentiality.",
    Why.NOT_BETTER_OR_WORSE: "Neither way is better by itself here.",
    Why.NO_BENCHMARK: "There is no such figure to compare with.",
    Why.NO_FIGURE: "There is no published figure for it.",
    Why.OTHER_BENCHMARK: "The benchmark it names is not one of this trust’s.",
    Why.OTHER_MEASURE: "This indicator is not published in that form.",
    Why.OTHER_WAY_UP: "The published ratio has the other group on top.",
    Why.OWN_NUMBERS: "The text’s own two numbers do not say what its words say.",
    Why.ROUNDING: "The difference is smaller than the rounding of the published figure.",
    Why.SAME: "The two figures are the same at this precision.",
    Why.SAYS_MORE: "The figures fit, but it also says something that was not checked.",
    Why.WHICH_INDICATOR: "It fits more than one indicator, and they differ.",
    Why.WHICH_YEAR: (
        "The year is not clear: the survey’s, the standard’s or none; the years differ."
    ),
    Why.WRONG_NUMBER: "The published figure is another one.",
    Why.WRONG_WAY: "The published figures point the other way.",
}
_SHARES = {StaffGroup.BOARD, StaffGroup.ALL}


def mark_words(mark: Mark) -> str:
    """Return a verdict in words with its sign."""
    return _MARKS[mark]


def checked_headline(checked: TextChecked) -> str:
    """Return how many claims were found and what came of them."""
    if not checked.claims:
        return "No claim was found to check"
    count = len(checked.claims)
    noun = "claim" if count == 1 else "claims"
    agrees, disagrees = checked.count(Mark.AGREES), checked.count(Mark.DISAGREES)
    unknown = checked.count(Mark.CANNOT_TELL)
    return f"{count} {noun}: {agrees} agree, {disagrees} disagree, {unknown} cannot be told"


def year_note(checked: TextChecked) -> str:
    """Return which year is meant where the text names none."""
    if checked.wres_year is None:
        return "Where the text names no year, a claim must hold in every year with figures."
    return f"Where the text names no year, WRES {checked.wres_year} is meant, as chosen."


def reason_sentence(one: Judged) -> str:
    """Return why a claim has its verdict, in one sentence; nothing for a plain yes."""
    if one.why is None:
        return ""
    if one.own is not None:
        return _own_numbers(*one.own)
    if isinstance(one.why, Why):
        return one.note or _REASONS[one.why]
    if one.why is Doubt.UNKNOWN_WORDS:
        listed = ", ".join(f"“{word}”" for word in one.claim.unknown)
        return f"{_DOUBTS[one.why]}: {listed}."
    return _DOUBTS[one.why]


def _own_numbers(own: Figure, beside: Figure) -> str:
    both = f"The text’s own two numbers are {_plain(own)} and {_plain(beside)}"
    if own.value == beside.value:
        return f"{both}: the same at this precision."
    return f"{both}; its words say something else."


def _plain(figure: Figure) -> str:
    return f"{figure.value:.{figure.decimals}f}"


def our_sentence(one: Judged, labels: Labels = SPOKEN) -> str:
    """Return the sentence we would write, from the same figures, or an empty text without any."""
    seen = one.seen
    if seen is None or not _has_figure(seen):
        return ""
    change = seen.change is not None and not seen.change.is_ratio and seen.against is None
    whom = f", {staff_of(seen.group, labels)}" if change else ""
    return f"{_opening(seen)}{whom}: {_sentence(seen, one, labels)}"


def _has_figure(seen: Seen) -> bool:
    if seen.likelihood is not None:
        return seen.likelihood.shown_ratio is not None
    if seen.posts is not None:
        return True
    return seen.gap is not None and (seen.gap.bme.is_shown or seen.gap.white.is_shown)


def _opening(seen: Seen) -> str:
    number = seen.measured.number
    if seen.measured.is_survey:
        return f"Indicator {number}, staff survey {seen.wres_year - 1} (WRES {seen.wres_year})"
    return f"Indicator {number}, WRES {seen.wres_year}"


def _sentence(seen: Seen, one: Judged, labels: Labels) -> str:
    if seen.against is not None:
        return benchmark_sentence(seen.against, labels)
    if seen.gap_change is not None:
        return gap_sentence(seen.gap_change, labels)
    if seen.change is not None:
        return trend_sentence(seen.change)
    if seen.likelihood is not None:
        return likelihood_finding(seen.measured, seen.likelihood, labels)
    if seen.measured.number in POSTS_INDICATORS:
        return _posts(seen, one, labels)
    return _survey(seen, one, labels)


def _posts(seen: Seen, one: Judged, labels: Labels) -> str:
    named, band = one.claim.staff_group, one.claim.band
    senior = seen.measured.number == 9 or band is Band.BANDS_8A_VSM
    if seen.posts is not None and senior and named in _SHARES:
        return share_finding(seen.posts, labels)
    if seen.gap is None or seen.gap.bme.value is None or not seen.gap.bme.is_shown:
        return "There is no figure to show."
    share, whom = percent_text(seen.gap.bme.value), labels.bme_staff
    if seen.measured.number == 9:
        return f"{share} of the {staff_group_label(named).lower()} are {whom}."
    return f"{share} of the workforce are {whom}."


def _survey(seen: Seen, one: Judged, labels: Labels) -> str:
    if seen.gap is None:
        return "There is no figure to show."
    sentence = gap_finding(seen.measured, seen.gap, labels)
    times = times_as_likely(seen.gap)
    if times is None or one.claim.kind is not Kind.RATIO:
        return sentence
    return f"{sentence} {labels.bme_staff} are {times:.2f} times as likely to be in that figure."


def about_claim(one: Judged, labels: Labels = SPOKEN) -> str:
    """Return what part of the sentence is marked, or an empty text when none could be told."""
    claim = one.claim
    whom = staff_of(claim.group, labels) if claim.group else ""
    for_whom = f" for {whom}" if whom else ""
    beside = f"{whom} beside {staff_of(claim.other, labels)}" if whom and claim.other else "groups"
    parts: Mapping[Kind, str] = {
        Kind.AGAINST_BENCHMARK: f"the comparison with the benchmark{for_whom}",
        Kind.BENCHMARK_LEVEL: f"the benchmark’s figure{for_whom}",
        Kind.BETWEEN_GROUPS: f"the comparison of {beside}",
        Kind.CHANGE: f"the change over time{for_whom}",
        Kind.GAP: "the gap",
        Kind.GAP_CHANGE: "the change of the gap",
        Kind.LEVEL: f"the figure{for_whom}",
        Kind.RATIO: "how many times as likely",
    }
    if claim.kind not in parts:
        return ""
    number = None if claim.figure is None else _plain(claim.figure)
    text = f"{parts[claim.kind]}{f' ({number})' if number else ''}."
    return text[0].upper() + text[1:]


def source_sentence(evidence: Evidence, one: Judged) -> str:
    """Return where the published figures come from, or an empty text without any."""
    if not our_sentence(one) or one.seen is None:
        return ""
    sources = [evidence.source_of(one.seen.source_id)] if one.seen.source_id else []
    against = one.seen.against.benchmark if one.seen.against else None
    if isinstance(against, BenchmarkFigure) and against.source_title:
        sources.append(against.source_title)
    made_up = evidence.organisations.get(one.seen.org_code).made_up
    listed = "; ".join(dict.fromkeys(sources))
    return f"Source: {listed}.{f' {MADE_UP}' if made_up else ''}" if listed else ""
