"""A figure beside each thing it can be compared with, in words: when, how much, and how sure."""

from __future__ import annotations

from wres.answers.comparing import Beside, ComparedWith, Target
from wres.benchmarks import Benchmark, BenchmarkFigure, BenchmarkKind, NoBenchmark
from wres.indicators import indicator
from wres.measures import percent, rounded
from wres.results import official_edition
from wres.terms import Unit
from wres.words.figures import percent_text, points_text
from wres.words.findings import benchmark_sentence
from wres.words.labels import benchmark_with_whom
from wres.words.presets import SPOKEN, Labels, in_terms, sentence_case

TARGET_HELP = "Only this trust’s own aim. It is kept in the address and nowhere else."


def beside_title(answer: ComparedWith) -> str:
    """Return the heading of the list of comparators."""
    return f"Compared with whom, WRES {answer.wres_year}"


def beside_name(one: Beside) -> str:
    """Return what a comparator is, to begin a line with."""
    return in_terms(sentence_case(one.label))


def beside_when(one: Beside) -> str:
    """Return the year and edition of a comparator, always, or that there is none."""
    figure = one.bme
    if not isinstance(figure, BenchmarkFigure):
        return "No figure for this year"
    if one.kind is BenchmarkKind.TARGET:
        return "Own aim, no year"
    parts = [f"WRES {figure.wres_year}"]
    if indicator(figure.indicator).is_survey:
        parts.append(f"survey {figure.wres_year - 1}")
    if figure.edition:
        parts.append(f"edition {edition_name(figure.edition)}")
    if figure.organisations:
        parts.append(f"{figure.organisations} trusts")
    if figure.base:
        parts.append(f"n = {figure.base:,}")
    return ", ".join(parts)


def edition_name(edition: str) -> str:
    """Return an edition as people read it: “NSS 2024” for every spelling of an official one."""
    year = official_edition(edition)
    return f"NSS {year}" if year is not None else edition


def beside_figures(one: Beside) -> tuple[str, str]:
    """Return a comparator's BME and White figures in words, or why there is none."""
    if one.kind is BenchmarkKind.PARITY and isinstance(one.bme, BenchmarkFigure):
        ratio = one.bme.unit is Unit.RATIO
        return _value(one.bme), "In the ratio" if ratio else "The same"
    white = "Not given"
    if isinstance(one.white, BenchmarkFigure):
        white = _value(one.white)
    elif isinstance(one.bme, BenchmarkFigure) and one.bme.unit is Unit.RATIO:
        white = "In the ratio"
    return (_value(one.bme) if isinstance(one.bme, BenchmarkFigure) else "None", white)


def _value(figure: BenchmarkFigure) -> str:
    return f"{figure.value:.2f}" if figure.unit is Unit.RATIO else percent_text(figure.value)


def beside_gap(one: Beside, labels: Labels = SPOKEN) -> str:
    """Return a comparator's gap: “9.0 points higher for BME staff”."""
    if one.gap is None:
        return "Not given"
    points = percent(one.gap)
    if points == 0:
        return "No gap"
    return f"{points_text(points)} {'higher' if points > 0 else 'lower'} for {labels.bme_staff}"


def beside_sentence(one: Beside, answer: ComparedWith, labels: Labels = SPOKEN) -> str:
    """Return how the own figure stands beside a comparator, in both answers."""
    if isinstance(one.bme, NoBenchmark):
        return benchmark_sentence(one.compared, labels)
    if answer.measured.is_survey or answer.measured.is_likelihood:
        return benchmark_sentence(one.compared, labels)
    return _posts_sentence(one.bme, answer)


def _posts_sentence(figure: Benchmark, answer: ComparedWith) -> str:
    """Posts are counted, not sampled: the two shares and their difference, and no test."""
    own = answer.gap.bme
    if own.value is None or not own.is_shown or not isinstance(figure, BenchmarkFigure):
        return "There is no figure to compare."
    apart = rounded(percent(own.value) - percent(figure.value), 1)
    beside = f"{percent_text(own.value)} of these posts, beside {percent_text(figure.value)}"
    whom = benchmark_with_whom(figure)
    if apart == 0:
        return f"{beside} for {whom}. The two are the same at this precision."
    side = "above" if apart > 0 else "below"
    return (
        f"{beside} for {whom}: {points_text(apart)} {side}. These are counts of people, "
        "so there is no test of chance."
    )


def unknown_target(asked: str, *, is_ratio: bool) -> str:
    """Return why a target cannot be used."""
    want = "a ratio from 0.1 to 10" if is_ratio else "a percentage from 0 to 100"
    return f"The target “{asked}” is not {want} written in digits, so no target is shown."


def target_text(target: Target) -> str:
    """Return a target as the box shows it: per cent, or a ratio."""
    if indicator(target.indicator).is_likelihood:
        return f"{target.value:g}"
    return f"{percent(target.value):g}"
