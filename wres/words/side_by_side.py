"""Two years, trusts or bands side by side in words; what was found, meant and held."""

from __future__ import annotations

from wres.answers.coverage import Held, TrustBoard, YearBoard
from wres.answers.side_by_side import Across, Apart, Difference, Side, SideBySide
from wres.indicators import Hit, Indicator, break_between
from wres.measures import Gap, percent
from wres.terms import Band, EthnicGroup
from wres.words.figures import (
    gap_text,
    likelihood_text,
    points_text,
    rate_text,
    ratio_range_text,
    signed_points,
)
from wres.words.headlines import organisation_title
from wres.words.labels import band_label, group_label, indicator_label, staff_of
from wres.words.presets import SPOKEN, Labels, in_terms

ACROSS_LABELS = {
    Across.BAND: "another pay band",
    Across.ORGANISATION: "another trust",
    Across.YEAR: "another year",
}


def across_label(across: Across) -> str:
    """Return what two sides differ in, to choose from."""
    return ACROSS_LABELS[across]


def side_name(side: Side, across: Across) -> str:
    """Return what tells one side from the other: its year, its trust or its band."""
    if across is Across.YEAR:
        return f"WRES {side.wres_year}"
    if across is Across.BAND:
        return band_label(side.band)
    name = organisation_title(side.organisation)
    # The words every trust shares tell none from another, and take a line of the chart.
    return name.removesuffix(" NHS Foundation Trust").removesuffix(" NHS Trust")


def side_headline(found: SideBySide) -> str:
    """Return what stands side by side."""
    first, second = (side_name(side, found.across) for side in (found.first, found.second))
    return f"{first} beside {second}"


def side_sentences(found: SideBySide, labels: Labels = SPOKEN) -> tuple[str, ...]:
    """Return the differences in words, each with its likely range, or why there is none."""
    if found.apart is not None:
        return (*_ratios(found, labels), _why_apart(found))
    first, second = (side_name(side, found.across) for side in (found.first, found.second))
    group = found.first.gap.bme.group
    parts = [
        (staff_of(group, labels), found.bme),
        *(((labels.white_staff, found.white),) if group is not EthnicGroup.WHITE else ()),
        (f"The gap ({labels.bme} minus {labels.white})", found.gap),
    ]
    told = [
        _difference(whom, one, first=first, second=second) for whom, one in parts if one is not None
    ]
    if all(one is None or one.interval is None for _, one in parts):
        told.append(_untested(found))
    return tuple(told)


def _untested(found: SideBySide) -> str:
    if not found.measured.is_survey:
        return "These are counts of people, not a sample, so there is no test of chance."
    return "Numbers of responses are not published for both, so nothing can be said about chance."


def _difference(whom: str, one: Difference, *, first: str, second: str) -> str:
    points = percent(one.value)
    opening = f"{whom[0].upper()}{whom[1:]}"
    if points == 0:
        text = f"{opening}: the same in both"
    else:
        side = "higher" if points > 0 else "lower"
        text = f"{opening}: {points_text(points)} {side} in {first} than in {second}"
    if one.interval is None:
        return f"{text}."
    low, high = signed_points(percent(one.interval.low)), signed_points(percent(one.interval.high))
    sure = "clear of chance" if not one.interval.contains(0.0) else "no clear difference"
    return f"{text} (likely range {low} to {high} points: {sure})."


def _ratios(found: SideBySide, labels: Labels) -> tuple[str, ...]:
    if found.apart is not Apart.RATIO:
        return ()
    told = []
    for side in (found.first, found.second):
        name = side_name(side, found.across)
        if side.likelihood is None:
            told.append(f"{name}: no figure.")
            continue
        spread = ratio_range_text(side.likelihood)
        told.append(f"{name}: {likelihood_text(side.likelihood, labels)} (likely range: {spread}).")
    return tuple(told)


def _why_apart(found: SideBySide) -> str:
    one, other = found.first.gap.bme, found.second.gap.bme
    if found.apart is Apart.COUNTED_DIFFERENTLY:
        years = sorted((one.survey_year, other.survey_year))
        cut = break_between(one.indicator, *years)
        why = f" {cut.reason}" if cut else ""
        return f"The two were counted differently, so no difference is given.{why}"
    if found.apart is Apart.EDITION:
        return "The two are of different issues of the survey, so no difference is given."
    if found.apart is Apart.PART_OF_IT:
        return "One holds the other, so they share people and no difference is tested."
    if found.apart is Apart.RATIO:
        return "Two ratios are not subtracted from each other."
    missing = found.second if not other.is_shown else found.first
    name = side_name(missing, found.across)
    return f"{name}: {rate_text(missing.gap.bme)}, so there is no difference to give."


def side_alt(found: SideBySide, labels: Labels = SPOKEN) -> str:
    """Return the text alternative of two sides on one scale."""
    sides = [
        f"{side_name(side, found.across)}: {group_label(side.gap.bme.group, labels)} "
        f"{rate_text(side.gap.bme)}, {labels.white} {rate_text(side.gap.white)}, "
        f"{gap_text(side.gap, labels)}"
        for side in (found.first, found.second)
    ]
    return f"Two sides on one scale. {'; '.join(sides)}."


def multiples_headline(count: int, *, by_band: bool) -> str:
    """Return what several small charts show."""
    what = "pay bands" if by_band else "survey questions"
    return f"{count} {what} on one scale"


def multiple_name(measured: Indicator, band: Band) -> str:
    """Return the name of one small chart: its band, or its indicator."""
    return indicator_label(measured.number) if band is Band.ALL else band_label(band)


def multiple_alt(name: str, gaps: tuple[Gap, ...], labels: Labels = SPOKEN) -> str:
    """Return the text alternative of one small chart: every year's figures."""
    years = [
        f"{one.wres_year}: {group_label(one.bme.group, labels)} {rate_text(one.bme)}, "
        f"{labels.white} {rate_text(one.white)}"
        for one in gaps
    ]
    return f"Small chart of {name} by WRES year. {'; '.join(years)}."


def window_note(first: int, *, cut: bool) -> str:
    """Return that verdicts use all comparable years, when the charts begin later."""
    if not cut:
        return ""
    return f"The charts begin with {first}. The verdicts use all comparable years, at most five."


def view_link_note() -> str:
    """Return how a view is kept."""
    return "This link opens exactly this view again. Bookmark it, or send it. No account is needed."


def hits_sentence(phrase: str, hits: tuple[Hit, ...]) -> str:
    """Return what a search found, or what to try instead."""
    if hits:
        return f"For “{phrase}” the best fit comes first:"
    return (
        f"No indicator is about “{phrase}”. Try what happened and by whom, such as “bullied by a "
        "colleague”, or pick an indicator above."
    )


def definition_lines(measured: Indicator) -> tuple[tuple[str, str], ...]:
    """Return what an indicator measures, line by line: a name and its words."""
    lines = [
        ("What it measures", measured.wording),
        ("Counted", measured.numerator),
        ("Out of", measured.denominator),
        ("Better is", in_terms(measured.better)),
        ("Why it matters", measured.why_it_matters),
    ]
    lines += [("Careful", measured.caution)] if measured.caution else []
    lines += [("Not comparable across", cut.reason) for cut in measured.breaks]
    return (*lines, ("Where the wording is from", measured.source))


_HELD_SIGNS = {
    Held.COUNTS: "● counts",
    Held.PERCENTAGES: "◐ percentage only",
    Held.HIDDEN: "[c] hidden",
    Held.NOT_COLLECTED: "[-] not collected",
    Held.NOTHING: "○ none",
}
COVERAGE_KEY = (
    "● counts of people. ◐ percentage or ratio only, so chance cannot be judged. [c] hidden to "
    "protect people. [-] not collected. ○ no figure held here."
)


def held_text(held: Held) -> str:
    """Return what is held of a figure: a sign and a word."""
    return _HELD_SIGNS[held]


def coverage_headline(board: YearBoard) -> str:
    """Return how many of the nine indicators have a figure in the newest year with any."""
    nothing = (Held.NOTHING, Held.NOT_COLLECTED)
    for i in reversed(range(len(board.years))):
        count = sum(line[i] not in nothing for line in board.held)
        if count:
            return f"{count} of 9 indicators have a figure for WRES {board.years[i]}"
    return "No indicator has a figure here yet"


def overview_sentence(board: TrustBoard) -> str:
    """Return how many organisations have figures in a year, and how many with counts."""
    count = len(board.organisations)
    counted = sum(any(held is Held.COUNTS for held in line) for line in board.held)
    return (
        f"{count} organisations have something for WRES {board.wres_year}; {counted} of them have "
        "counts, so that chance can be judged. No mental health trust is in the shipped table."
    )


def why_missing(numbers: tuple[int, ...], *, made_up: bool, is_trust: bool) -> str:
    """Return why the figures of these indicators are not here, and what to do."""
    if not numbers:
        return "Every indicator has a figure in some year."
    listed = ", ".join(str(number) for number in numbers)
    if made_up:
        return f"The made-up figures leave out indicators {listed}."
    if not is_trust:
        return f"No national figures are shipped for indicators {listed}."
    return (
        f"No figure for indicators {listed}. Shipped are only the survey questions of 2024, "
        "indicators 5 to 8, without numbers of responses. The rest comes from this trust’s own "
        "upload."
    )
