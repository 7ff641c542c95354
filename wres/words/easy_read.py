"""A concern in Easy Read: short sentences, one idea each, everyday words, the same figures.

Made of the same outcomes as the long version: a word of worse, grown or chance has the finding
behind it, and each figure is written by the function that writes it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from wres.answers import ConcernCard
from wres.benchmarks import BenchmarkFigure
from wres.comparisons import BenchmarkComparison, GapComparison, TrendComparison, TrendQualified
from wres.concerns import Assessment, Finding, Strength
from wres.measures import Gap, Likelihood, Representation, percent
from wres.terms import Status
from wres.words.figures import (
    likelihood_text,
    people_on_top,
    percent_text,
    points_text,
    rate_text,
    ratio_text,
)
from wres.words.labels import staff_of
from wres.words.presets import SPOKEN, Labels

SWITCH = "Easy Read"
SWITCH_HELP = "Says each concern in short sentences. The figures are the same."
HEADING = "In short sentences (Easy Read)"
_ABOUT = {
    1: ("This is about who has the senior jobs.",),
    2: ("This is about who gets a job here.", "All of them were on the short list."),
    3: (
        "This is about who is put through a formal process.",
        "It looks at what a person may have done.",
    ),
    4: ("This is about who gets extra training.", "Staff do not have to do this training."),
    5: ("This is about staff who were bullied or abused.", "Patients or the public did it."),
    6: ("This is about staff who were bullied or abused.", "Other staff did it."),
    7: ("This is about a fair chance to get on at work.", "We say who thinks it is fair here."),
    8: ("This is about staff who were treated unfairly.", "A manager or other staff did it."),
    9: ("This is about who is on the board.", "The board runs the trust."),
}
_VERDICT = {
    Strength.CLEAR: ("This is a clear concern.",),
    Strength.POSSIBLE: ("This is a possible concern.", "It could be chance."),
    Strength.NOT_TESTED: ("This is a concern on the figures.", "We could not test it."),
    Strength.IN_PEOPLE: (
        "This is a concern.",
        "We counted all the people.",
        "So chance is not tested.",
    ),
    Strength.NONE: ("We found no concern here.",),
    Strength.CANNOT_TELL: ("We cannot tell if this is a concern.",),
}
_CHANCE = "Chance alone would rarely do this."
_COULD_BE = "This could be chance."
_UNTESTED = "We could not test this."
_TO_DO = {2: "get the job", 3: "be put through it", 4: "get this training"}


def easy_sentences(card: ConcernCard, labels: Labels = SPOKEN) -> tuple[str, ...]:
    """Return a concern in short sentences: what it is about, the figures, how sure, what is done.

    No sentence has more than twelve words.
    """
    found = card.assessment
    said = list(_ABOUT[card.measured.number])
    if found is None:
        said.append("We have no figures for this year.")
    else:
        said += [*easy_findings(found, labels)]
    if card.declared is not None:
        said.append("The trust’s own plan says this is a concern.")
    return (*said, *_done(card))


def easy_findings(found: Assessment, labels: Labels = SPOKEN) -> Iterator[str]:
    """Give the figures of an indicator, the verdict, and each trigger raised, in short words."""
    yield from _figures(found, labels)
    yield from _VERDICT[found.strength]
    for one in found.findings:
        if one.raised:
            yield from _trigger(one, labels)


def _figures(found: Assessment, labels: Labels) -> Iterator[str]:
    if found.gap is not None:
        yield from _gap(found.gap, labels)
    elif found.likelihood is not None:
        yield from _likelihood(found.likelihood, labels)
    else:
        for one in found.findings:
            if isinstance(one.detail, Representation):
                yield from _posts(one.detail, labels)


def _gap(gap: Gap, labels: Labels) -> Iterator[str]:
    for rate in (gap.bme, gap.white):
        whom = _upper_first(staff_of(rate.group, labels))
        shown = rate.status in (Status.SHOWN, Status.BELOW, Status.ABOVE, Status.DOUBTFUL)
        if shown and rate.value is not None:
            yield f"{whom}: {rate_text(rate)}."
        else:
            yield f"{whom}: we cannot show a figure."
    if gap.points is None:
        return
    if gap.points == 0:
        yield "The two figures are the same."
        return
    yield f"That is {points_text(gap.points)} apart."
    side = "higher" if gap.points > 0 else "lower"
    yield f"It is {side} for {staff_of(gap.bme.group, labels)}."


def _likelihood(found: Likelihood, labels: Labels) -> Iterator[str]:
    top, under = people_on_top(found, labels)
    if found.shown_ratio is None:
        yield "We cannot show a figure."
        return
    what = _TO_DO[found.indicator]
    yield f"We look at the chance to {what}."
    if found.shown_ratio == 1:
        yield f"Both groups are {likelihood_text(found, labels)}."
        return
    yield f"{_upper_first(top)}: {ratio_text(found)} times as likely."
    yield f"We compare them with {under}."
    if found.small_numbers:
        yield "Only a few people are behind this figure."


def _posts(found: Representation, labels: Labels) -> Iterator[str]:
    whom = _upper_first(labels.bme_staff)
    where = "the board" if found.indicator == 9 else "these jobs"
    yield f"{whom} in {where}: {found.people:,} of {found.posts:,}."
    yield f"That is {percent_text(found.share)}."
    yield f"In the whole trust it is {percent_text(found.workforce_share)}."
    if found.points < 0 and found.people_short >= 1:
        people = "person" if found.people_short == 1 else "people"
        yield f"{found.people_short:,} more {people} would make it the same."


def _trigger(one: Finding, labels: Labels) -> Iterator[str]:
    detail = one.detail
    if isinstance(detail, Representation):
        return
    if isinstance(detail, BenchmarkComparison):
        yield from _beside(detail)
    elif isinstance(detail, TrendComparison):
        yield from _over_years(detail)
    else:
        yield from _gap_grown(detail)
    yield _CHANCE if one.clear else _COULD_BE if one.tested else _UNTESTED


def _beside(compared: BenchmarkComparison) -> Iterator[str]:
    benchmark = compared.benchmark
    if not isinstance(benchmark, BenchmarkFigure):
        return
    value = benchmark.value
    told = f"{value:.{compared.decimals}f}" if compared.is_ratio else percent_text(value)
    yield f"We compare this with {told}."
    yield "That is the benchmark, the figure of others."
    yield "This trust is worse."


def _over_years(series: TrendComparison) -> Iterator[str]:
    mark = "" if series.is_ratio else "%"
    shown = [f"{value:.{series.decimals}f}{mark}" for value in series.shown]
    if len(shown) < 3 or series.qualified is TrendQualified.CLEAR_DECLINE:
        for year, value in ((series.years[0], shown[0]), (series.years[-1], shown[-1])):
            yield f"In {year} it was {value}."
    else:
        yield f"It was {shown[-3]}, then {shown[-2]}, then {shown[-1]}."
    is_pair = len(shown) < 3
    yield f"It is worse than in {series.years[0]}." if is_pair else "It is getting worse."


def _gap_grown(change: GapComparison) -> Iterator[str]:
    if change.before is None or change.now is None:
        return
    for gap in (change.before, change.now):
        yield f"In {gap.wres_year} the gap was {points_text(percent(gap.adverse or 0.0))}."
    yield "So the gap has grown."


def _done(card: ConcernCard) -> Iterator[str]:
    count = len(card.activities)
    if not card.has_plan:
        yield "We have no action plan of this trust yet."
        return
    if not count:
        yield "No action in a plan answers this yet."
        return
    yield f"The plan has {count} {'action' if count == 1 else 'actions'} for this."
    done = sum(one.status.value == "complete" for one in card.activities)
    yield f"{done} of them {'is' if done == 1 else 'are'} done."


def _upper_first(text: str) -> str:
    return text[0].upper() + text[1:]
