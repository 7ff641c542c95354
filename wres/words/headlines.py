"""The finding of a chart or a card in one line, its subtitle and its text alternative."""

from __future__ import annotations

from wres.answers import Exploration, Glance
from wres.benchmarks import Benchmark, BenchmarkFigure
from wres.concerns import Assessment, Strength
from wres.indicators import POSTS_INDICATORS, Indicator, Kind, question
from wres.measures import FewerPeople, Gap, Likelihood, Rate, Representation
from wres.organisations import Organisation
from wres.terms import EthnicGroup, Status
from wres.words.figures import (
    base_text,
    gap_range_text,
    gap_text,
    likelihood_text,
    percent_text,
    range_text,
    rate_text,
    ratio_range_text,
)
from wres.words.labels import benchmark_with_whom, group_label, people_of, staff_of
from wres.words.presets import SPOKEN, Labels, sentence_case

MADE_UP = "Made-up figures, for practice."
_STRENGTH_WORDS = {
    Strength.CLEAR: "Area of concern: clear",
    Strength.POSSIBLE: "Area of concern: possible, could be chance",
    Strength.NOT_TESTED: "Area of concern on the figures: not tested",
    Strength.IN_PEOPLE: "Area of concern: counted in people",
    Strength.CANNOT_TELL: "Cannot tell: nothing to judge it by",
    Strength.NONE: "No concern raised",
}
_STRENGTH_SIGNS = {
    Strength.CLEAR: "▲",
    Strength.POSSIBLE: "△",
    Strength.NOT_TESTED: "◇",
    Strength.IN_PEOPLE: "◆",
    Strength.CANNOT_TELL: "–",
    Strength.NONE: "○",
}


def strength_words(strength: Strength) -> str:
    """Return the verdict on an indicator, in words with its sign."""
    return f"{_STRENGTH_SIGNS[strength]} {_STRENGTH_WORDS[strength]}"


def organisation_title(organisation: Organisation) -> str:
    """Return an organisation's name as it must be shown everywhere: made-up ones say so."""
    if organisation.made_up and "made-up" not in organisation.name:
        return f"{organisation.name} (made-up)"
    return organisation.name


def finding(glance: Glance, labels: Labels = SPOKEN) -> str:
    """Return one indicator's finding in one sentence."""
    found = glance.assessment
    if found is None:
        return "No figures for this year."
    if found.gap is not None:
        return gap_finding(glance.measured, found.gap, labels)
    if found.likelihood is not None:
        return likelihood_finding(glance.measured, found.likelihood, labels)
    detail = found.findings[0].detail
    if isinstance(detail, Representation):
        return share_finding(detail, labels)
    return "No figures for this year."


def gap_finding(measured: Indicator, gap: Gap, labels: Labels = SPOKEN) -> str:
    """Return both groups' figures and the gap, as one sentence."""
    first, white = staff_of(gap.bme.group, labels), labels.white_staff
    if gap.bme.value is None and gap.white.value is None:
        return f"{rate_text(gap.bme)}."
    if gap.bme.group is EthnicGroup.WHITE:
        return f"{rate_text(gap.white)} of {white} were {measured.happened}."
    verb = "are" if measured.number in (7, 9) else "were"
    if measured.number == 1:
        return f"{rate_text(gap.bme)} of these posts are held by {first}."
    if gap.bme.value is None or gap.white.value is None:
        told, hidden = (gap.white, gap.bme) if gap.bme.value is None else (gap.bme, gap.white)
        whose, other = (white, first) if gap.bme.value is None else (first, white)
        why = rate_text(hidden)
        shown = f"{rate_text(told)} of {whose} {verb} {measured.happened}"
        return f"{shown}. For {other}: {why[0].lower()}{why[1:]}."
    both = f"{rate_text(gap.bme)} of {first} and {rate_text(gap.white)} of {white}"
    return f"{both} {verb} {measured.happened}. {_apart(gap, labels)}."


def _apart(gap: Gap, labels: Labels) -> str:
    text = gap_text(gap, labels)
    if gap.points is None:
        return text
    return f"That is {text}" if gap.points else f"There is {text}"


def rounding_note(gap: Gap | None) -> str:
    """Return why a gap is not the difference of the two figures beside it, where it is not."""
    if gap is None or not gap.differs_from_displayed:
        return ""
    return "The gap is worked out before rounding, so it differs by 0.1 from the figures shown."


def likelihood_finding(measured: Indicator, likelihood: Likelihood, labels: Labels = SPOKEN) -> str:
    """Return a relative likelihood as one sentence that names who is on top."""
    if likelihood.shown_ratio is None:
        return likelihood_text(likelihood, labels)
    small = " Based on small numbers." if likelihood.small_numbers else ""
    to_be = {2: "to be appointed", 3: "to enter the formal process", 4: "to get the training"}
    what = to_be[measured.number]
    text = likelihood_text(likelihood, labels)
    text = text[0].upper() + text[1:]
    return f"{text} {what}.{small}"


def share_finding(found: Representation, labels: Labels = SPOKEN) -> str:
    """Return a share of posts beside the workforce share, as one sentence."""
    where = "board members" if found.indicator == 9 else "posts at band 8a and above"
    whom = sentence_case(labels.bme_staff)
    return (
        f"{whom} hold {percent_text(found.share)} of {where} and make up "
        f"{percent_text(found.workforce_share)} of the workforce."
    )


def four_fifths_sentence(likelihood: Likelihood) -> str:
    """Return both facts about a ratio: its size against 0.80 to 1.25, and whether it is clear."""
    inside = likelihood.inside_four_fifths
    if inside is None:
        return ""
    where = "inside" if inside else "outside"
    opening = f"The ratio lies {where} 0.80 to 1.25, a rule of thumb about size."
    if likelihood.interval is None:
        return f"{opening} The counts are not published, so we cannot say how firm it is."
    spread = f" Its likely range is {ratio_range_text(likelihood)}."
    if likelihood.surely_inside:
        verdict = " Close to equal, and enough data to say so."
    elif likelihood.is_clear:
        verdict = " Small but clear." if inside else " Clear and sizeable."
    else:
        verdict = " No clear difference." if inside else " Sizeable, but it could be chance."
    one = " One case either way would turn it round." if likelihood.one_person_reverses else ""
    return f"{opening}{spread}{verdict}{one}"


def people_sentence(people: FewerPeople | None, gap: Gap | None, labels: Labels = SPOKEN) -> str:
    """Return the gap in people, among those who answered."""
    if people is None:
        if gap is not None and gap.value is not None and gap.interval is None:
            return "The number of responses is not published, so we cannot say how many people."
        return ""
    whom = staff_of(EthnicGroup.BME, labels)
    if not people.is_clear:
        return f"In people: no clear number among the {people.answered:,} {whom} who answered."
    worse = "fewer" if gap is None or (gap.value or 0) > 0 else "more"
    return (
        f"In people: at the White rate, about {people.fewer:,} {worse} of the "
        f"{people.answered:,} {whom} who answered would have said so. The likely range is "
        f"between {people.low:,} and {people.high:,}."
    )


def subtitle(
    measured: Indicator, organisation: Organisation, wres_year: int, *, people: str = ""
) -> str:
    """Return measure, population, period and source of a chart."""
    asked = question(measured.number, wres_year - 1)
    if measured.kind is Kind.SURVEY:
        period = f"NHS Staff Survey {wres_year - 1}" + (f", {asked}" if asked else "")
    else:
        period = (
            f"31 March {wres_year}"
            if measured.number in POSTS_INDICATORS
            else f"year to March {wres_year}"
        )
    whom = f", {people}" if people else ""
    name = organisation_title(organisation)
    made_up = f" {MADE_UP}" if organisation.made_up else ""
    return f"Indicator {measured.number}, {name}{whom}. {period} (WRES {wres_year}).{made_up}"


def population(exploration: Exploration) -> str:
    """Return which people an exploration is about, or an empty text for everyone."""
    return people_of(exploration.view.band, exploration.view.staff_group)


def trend_alt(exploration: Exploration, labels: Labels = SPOKEN) -> str:
    """Return the text alternative of a trend chart: the finding, then every year's figures."""
    return years_alt(
        exploration.measured, exploration.gaps, likelihoods=exploration.likelihoods, labels=labels
    )


def years_alt(
    measured: Indicator,
    gaps: tuple[Gap, ...],
    *,
    likelihoods: tuple[Likelihood, ...] = (),
    labels: Labels = SPOKEN,
) -> str:
    """Return the text alternative of figures by WRES year."""
    years = [f"{gap.wres_year}: {_both_groups(gap, labels)}" for gap in gaps]
    years += [f"{one.wres_year}: {likelihood_text(one, labels)}" for one in likelihoods]
    return f"Chart of indicator {measured.number} by WRES year. {'; '.join(years)}."


def bands_alt(gaps: tuple[Gap, ...], names: tuple[str, ...], labels: Labels = SPOKEN) -> str:
    """Return the text alternative of a chart by band or staff group."""
    pairs = zip(names, gaps, strict=True)
    lines = [f"{name}: {_both_groups(gap, labels)}" for name, gap in pairs]
    alone = bool(gaps) and gaps[0].bme.group is EthnicGroup.WHITE
    what = "Chart of one group" if alone else "Chart of two groups side by side"
    return f"{what}. {'; '.join(lines)}."


def _both_groups(gap: Gap, labels: Labels) -> str:
    """The chosen group's figure and the White one; White staff alone are named once."""
    chosen = f"{staff_of(gap.bme.group, labels)} {rate_text(gap.bme)}"
    if gap.bme.group is EthnicGroup.WHITE:
        return chosen
    return f"{chosen}, {labels.white_staff} {rate_text(gap.white)}"


def benchmark_line(glance: Glance, labels: Labels = SPOKEN) -> str:
    """Return the benchmark of a card: whose it is, its figures and its year."""
    if glance.measured.number in POSTS_INDICATORS:
        return f"Set beside the {labels.bme_share} of the workforce."
    return benchmarks_sentence(
        glance.measured, glance.benchmark, glance.white_benchmark, labels=labels
    )


def benchmarks_sentence(
    measured: Indicator, bme: Benchmark, white: Benchmark, *, labels: Labels = SPOKEN
) -> str:
    """Return a benchmark for both groups in one line, or why there is none."""
    if not isinstance(bme, BenchmarkFigure):
        return bme.reason
    name = benchmark_with_whom(bme)
    opening = f"{name[0].upper()}{name[1:]}, WRES {bme.wres_year}"
    if measured.is_likelihood:
        return f"{opening}: {bme.value:.2f}."
    both = f"{opening}: {labels.bme} {percent_text(bme.value)}"
    if isinstance(white, BenchmarkFigure) and white.kind is bme.kind:
        return f"{both}, {labels.white} {percent_text(white.value)}."
    return f"{both}."


def evidence_line(found: Assessment, labels: Labels = SPOKEN) -> str:
    """Return what stands behind a figure: how many answered and the likely ranges."""
    if found.gap is not None:
        return _survey_evidence(found.gap, labels)
    if found.likelihood is not None:
        if found.likelihood.interval is None:
            return "Counts not published, so no likely range"
        return f"Likely range {ratio_range_text(found.likelihood)}"
    detail = found.findings[0].detail
    if isinstance(detail, Representation):
        return f"{detail.people:,} of {detail.posts:,} people; complete counts, not a sample"
    return ""


def _survey_evidence(gap: Gap, labels: Labels) -> str:
    if gap.bme.status is not Status.SHOWN:
        return rate_text(gap.bme)
    if gap.bme.interval is None:
        return "Number of responses not published, so no likely range"
    parts = [f"{group_label(gap.bme.group, labels)}: {_counted(gap.bme)}"]
    if gap.bme.group is EthnicGroup.WHITE:
        return parts[0]
    if gap.white.interval is not None:
        parts.append(f"{labels.white}: {_counted(gap.white)}")
    if gap.interval is not None:
        parts.append(f"Gap: likely range {gap_range_text(gap)}")
    return ". ".join(parts)


def _counted(rate: Rate) -> str:
    return f"n = {base_text(rate)}, likely range {range_text(rate.interval)}"
