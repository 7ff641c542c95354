"""One indicator of one organisation as a card to share: the words and figures of the pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wres import words
from wres.answers import ConcernCard, Evidence, Exploration, View, areas_of_concern, explore
from wres.answers.ages import ages_of
from wres.answers.judging import judged_of
from wres.benchmarks import BenchmarkKind
from wres.errors import NotThere, UnknownTerm
from wres.indicators import Kind
from wres.interface.asked import organisation_asked, year_asked
from wres.interface.asking import Choice, Known, Refused, choice_of
from wres.organisations import Organisation
from wres.reports import Table, gaps_table, likelihoods_table, posts_table
from wres.reports.figure_changes import changes_between
from wres.reports.sureness import doubts
from wres.store import uk_day_text
from wres.terms import Band, term
from wres.words import card as told
from wres.words.changes import verdict_changed
from wres.words.easy_read import HEADING as EASY_READ
from wres.words.easy_read import easy_sentences
from wres.words.exports import version_line
from wres.words.judgements import age_sentence, judgement_sentences
from wres.words.plans import strength_of
from wres.words.sureness import robustness_sentence

NAMES = ("org", "indicator", "year", "band", "benchmark", "version")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading with its sentences; each may begin with a few words that stand out."""

    heading: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says, in the order it says it; empty texts are left out.

    ``asked`` are the names and codes that lead to the same view elsewhere in the program.
    """

    organisation: Organisation
    exploration: Exploration
    finding: str
    caption: str
    warning: str
    older: tuple[str, ...]
    verdict: str
    beside: tuple[str, ...]
    parts: tuple[Part, ...]
    table: Table | None
    source: str
    version: str
    asked: tuple[tuple[str, str], ...]


def card_choice(org: str, number: str, asked: Iterable[tuple[str, str]]) -> Choice:
    """Return what is asked of a card, checked name by name.

    Raises:
        Refused: If a name is none of a card's, comes twice, or has a value that cannot be.
    """
    return choice_of(NAMES, (("org", org), ("indicator", number), *asked))


def card_of(known: Known, choice: Choice, *, today: date) -> Card:
    """Return the card of one indicator.

    Raises:
        Refused: If a word asked for is not one of the standard's.
        NotThere: If there is nothing of the kind; the sentence says what there is.
    """
    evidence = known.evidence
    organisation = organisation_asked(evidence, choice.texts["org"])
    view = _view(evidence, organisation, choice)
    exploration = explore(evidence, view)
    concern = _concern(evidence, view)
    # The verdict on some bands is not that of the plan or the lead, who judged the whole.
    whole = view.band is Band.ALL
    return Card(
        organisation=organisation,
        exploration=exploration,
        finding=words.exploration_finding(exploration),
        caption=words.subtitle(
            exploration.measured,
            organisation,
            view.wres_year,
            people=words.population(exploration),
        ),
        warning=words.MADE_UP if organisation.made_up else "",
        older=_older(known, view, choice.numbers.get("version")),
        verdict=_verdict(exploration, concern, whole=whole),
        beside=_beside(known, view) if whole else (),
        parts=_parts(known, exploration, concern),
        table=_table(exploration),
        source=_source(evidence, exploration),
        version=version_line(evidence.version, uk_day_text(today)),
        asked=_asked(view),
    )


def _view(evidence: Evidence, organisation: Organisation, choice: Choice) -> View:
    year = year_asked(evidence, organisation, choice.numbers.get("year"))
    number, code = choice.numbers["indicator"], organisation.code
    try:
        band = term(Band, choice.texts.get("band", Band.ALL.value).casefold(), "band")
        asked = choice.texts.get("benchmark", "")
        kind = term(BenchmarkKind, asked.casefold(), "comparison") if asked else None
    except UnknownTerm as problem:
        raise Refused(400, str(problem)) from problem
    bands = evidence.bands(code, year, number)
    if band not in bands:
        listed = ", ".join(one.value for one in bands)
        raise NotThere(told.NO_BAND.format(number=number, band=band.value, bands=listed))
    offered = tuple(one.kind for one in evidence.comparators(code))
    if kind is not None and kind not in offered:
        listed = ", ".join(one.value for one in offered) or "nothing"
        raise NotThere(told.NO_BENCHMARK.format(asked=kind.value, offered=listed))
    return View(org_code=code, wres_year=year, indicator=number, band=band, comparator=kind)


def _concern(evidence: Evidence, view: View) -> ConcernCard:
    answer = areas_of_concern(evidence, view, first=view.indicator)
    if answer.asked_for is not None:
        return answer.asked_for
    return next(one for one in answer.cards if one.measured.number == view.indicator)


def _older(known: Known, view: View, since: int | None) -> tuple[str, ...]:
    """What has changed since the version of a link: the figures are those of this moment."""
    version = known.evidence.version
    if since is None or since == version:
        return ()
    if since > version or known.at is None:
        raise NotThere(told.NO_VERSION.format(version=version, asked=since))
    found = changes_between(known.at(since), known.evidence, view.org_code)
    said = told.older_link(since, version, found.sentence)
    turned = [one for one in found.verdicts if one.indicator == view.indicator]
    return (said, *(verdict_changed(one) for one in turned))


def _verdict(exploration: Exploration, concern: ConcernCard, *, whole: bool) -> str:
    found = exploration.assessment
    if whole:
        return f"{strength_of(concern)}. {words.origin_words(concern)}"
    return f"{words.strength_words(found.strength)}." if found else ""


def _beside(known: Known, view: View) -> tuple[str, ...]:
    evidence, code, year = known.evidence, view.org_code, view.wres_year
    written = known.written(code)
    age = ages_of(evidence, code, year, kind=view.comparator).get(view.indicator)
    judged = judged_of(evidence, written.judgements, year, known=written.known)
    return _said(age_sentence(age), *judgement_sentences(judged.get(view.indicator)))


def _parts(known: Known, exploration: Exploration, concern: ConcernCard) -> tuple[Part, ...]:
    evidence, found = known.evidence, exploration.assessment
    pairs = (
        (told.IS_IT, _triggers(exploration)),
        (told.FIGURES, _plain(*_figures(evidence, exploration))),
        (
            told.HOW_SURE,
            _plain(
                words.four_fifths_sentence(found.likelihood) if found and found.likelihood else "",
                words.people_sentence(found.people, found.gap) if found else "",
                robustness_sentence(exploration.robustness),
                *_doubts(known, exploration.view),
            ),
        ),
        (told.BEING_DONE, _done(evidence, exploration.view, concern)),
        (EASY_READ, _easy(exploration, concern)),
        (told.NOT_SAID, _plain(*_not_said(exploration))),
    )
    return tuple(Part(heading=heading, lines=lines) for heading, lines in pairs if lines)


def _doubts(known: Known, view: View) -> tuple[str, ...]:
    return doubts(known.notes(view.org_code), view.indicator, wres_year=view.wres_year)


def _easy(exploration: Exploration, concern: ConcernCard) -> tuple[tuple[str, str], ...]:
    # The short sentences are about the whole trust, so they stay off the card of one band.
    whole = exploration.view.band is Band.ALL and exploration.has_figure
    return _plain(*easy_sentences(concern)) if whole else ()


def _triggers(exploration: Exploration) -> tuple[tuple[str, str], ...]:
    found = exploration.assessment
    if found is None:
        near = "" if exploration.has_figure else words.nearest_figures(exploration)
        return _plain(words.nothing_to_assess(exploration), near)
    return tuple(
        (
            f"{words.trigger_label(one.trigger)}: {words.trigger_answers(one)}.",
            words.finding_sentence(one),
        )
        for one in found.findings
    )


def _figures(evidence: Evidence, exploration: Exploration) -> tuple[str, ...]:
    view, found = exploration.view, exploration.assessment
    hidden = exploration.hidden
    in_posts = exploration.measured.kind in (Kind.WORKFORCE, Kind.BOARD)
    compared = (exploration.benchmark, exploration.white_benchmark)
    return (
        f"{words.evidence_line(found)}." if found else "",
        "" if in_posts else words.benchmarks_sentence(exploration.measured, *compared),
        words.rounding_note(found.gap if found else None),
        words.corrected_note(evidence, view),
        words.hidden_note(hidden.cells),
        words.nearest_note(hidden.nearest),
    )


def _not_said(exploration: Exploration) -> tuple[str, ...]:
    asked = exploration.measured.kind is Kind.SURVEY
    return (
        told.CAUSES,
        told.NOT_EVERYBODY if asked else "",
        told.range_words(exploration) if exploration.has_figure else "",
        exploration.measured.caution,
    )


def _done(evidence: Evidence, view: View, concern: ConcernCard) -> tuple[tuple[str, str], ...]:
    if evidence.plan_for(view.org_code) is None:
        return _plain(told.NO_PLAN)
    if not concern.is_computed and concern.declared is None:
        return _plain(told.activities_about(len(concern.activities)))
    return _plain(words.activities_sentence(concern), *words.reason_sentences(concern))


def _table(exploration: Exploration) -> Table | None:
    kind, caption = exploration.measured.kind, told.FIGURES
    if kind is Kind.LIKELIHOOD:
        series = exploration.likelihoods
        yearly = exploration.yearly_benchmarks
        return likelihoods_table(series, yearly, caption=caption) if series else None
    if kind is Kind.SURVEY:
        gaps, yearly = exploration.gaps, exploration.yearly_benchmarks
        return gaps_table(gaps, yearly, caption=caption) if gaps else None
    return posts_table(exploration.posts, caption=caption) if exploration.posts else None


def _source(evidence: Evidence, exploration: Exploration) -> str:
    if not exploration.has_figure:
        return ""
    return f"Source: {words.sources_named(evidence, exploration)}."


def _asked(view: View) -> tuple[tuple[str, str], ...]:
    asked = {
        "org": view.org_code,
        "year": str(view.wres_year),
        "indicator": str(view.indicator),
        "band": "" if view.band is Band.ALL else view.band.value,
        "benchmark": view.comparator.value if view.comparator else "",
    }
    return tuple((name, code) for name, code in asked.items() if code)


def _plain(*texts: str) -> tuple[tuple[str, str], ...]:
    return tuple(("", text) for text in _said(*texts))


def _said(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
