"""One step of a session ready to be shown: its words, its chart, its table, its source.

The presenter's screen, the phones, the offline pack and the minutes all show these, so that they
say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from wres import words
from wres.answers import Evidence, View, concern_card, explore, peers, where_we_stand
from wres.answers.questions import ConcernCard, Exploration
from wres.answers.story import StepKind, StoryStep, of_indicator, of_step
from wres.charts import Drawing
from wres.charts.of_answers import (
    bands_drawing,
    gap_drawing,
    indicators_drawing,
    ratio_drawing,
    trend_drawing,
)
from wres.charts.of_peers import strip_drawing
from wres.charts.of_workforce import share_bands_drawing
from wres.charts.theme import Size
from wres.indicators import Kind, indicator
from wres.live import Option, QuestionKind
from wres.live.questions import LONGEST_OPTION, OPTIONS
from wres.reports.peer_tables import peers_table
from wres.reports.tables import Table, bands_table, gaps_table, likelihoods_table, posts_table
from wres.text import cut, one_line
from wres.words import story as told

ROOM = Size.PRESENTATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """What one step shows. ``answered`` is how many people stand behind it, in words.

    ``about`` says whose figures of which year and indicator they are; ``lines`` are short texts
    under the sentence; ``table`` is the twin of the chart.
    """

    step: StoryStep
    title: str
    sentence: str
    answered: str = ""
    lines: tuple[str, ...] = ()
    drawing: Drawing | None = None
    alt: str = ""
    table: Table | None = None
    source: str = ""
    made_up: bool = False
    about: str = ""
    wres_year: int = 0


def slide_of(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    """Return one step of an organisation's session, ready to be shown.

    The band and the comparator of the view count; its indicator is that of the step.
    """
    looked_at = replace(of_step(view, step), band=view.band)
    made = _MAKERS[step.kind](evidence, looked_at, step)
    organisation = evidence.organisations.get(view.org_code)
    return replace(
        made,
        made_up=organisation.made_up,
        about=told.about_step(organisation, view.wres_year, number=step.indicator, band=view.band),
        wres_year=view.wres_year,
    )


def _standing(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    glances = evidence.answer(where_we_stand, view)
    gaps = tuple(
        one.assessment.gap
        for one in glances
        if one.measured.is_survey and one.assessment is not None and one.assessment.gap is not None
    )
    name = words.organisation_title(evidence.organisations.get(view.org_code))
    caption = f"{name}, WRES {view.wres_year}"
    table = bands_table(gaps, caption=caption) if gaps else None
    names = tuple(indicator(one.bme.indicator).short_name for one in gaps)
    return Slide(
        step=step,
        title=told.step_title(step.kind),
        sentence=words.standing_headline(glances),
        answered=told.standing_answered(gaps),
        drawing=indicators_drawing(gaps, size=ROOM) if gaps else None,
        alt=words.bands_alt(gaps, names) if gaps else "",
        table=replace(table, rows=_named(table, names)) if table else None,
        source=_sources(evidence, (one.bme.source_id for one in gaps)),
    )


def _named(table: Table, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table by indicator: every row is about all staff, so the name says which."""
    return tuple((name, *row[1:]) for name, row in zip(names, table.rows, strict=True))


def _concern(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    seen = evidence.answer(explore, view)
    card = card_of(evidence, view)
    whole = _whole_picture(evidence, view, seen, step)
    return replace(
        whole,
        sentence=words.exploration_finding(seen),
        lines=tuple(filter(None, (told.concern_step(card) if card else "",))),
    )


def _whole_picture(evidence: Evidence, view: View, seen: Exploration, step: StoryStep) -> Slide:
    """The chart over the years of whatever the indicator measures."""
    kind, caption = seen.measured.kind, _caption(evidence, view, seen)
    drawing: Drawing | None = None
    if kind is Kind.LIKELIHOOD and seen.likelihoods:
        drawing = ratio_drawing(seen.likelihoods, size=ROOM)
        table = likelihoods_table(seen.likelihoods, seen.yearly_benchmarks, caption=caption)
    elif kind is Kind.SURVEY and seen.gaps:
        drawing = trend_drawing(seen, size=ROOM)
        table = gaps_table(seen.gaps, seen.yearly_benchmarks, caption=caption)
    elif seen.posts:
        drawing = share_bands_drawing(seen, size=ROOM)
        table = posts_table(seen.posts, caption=caption)
    found = _about(evidence, view, seen, step)
    if drawing is None:
        return replace(found, sentence=words.nearest_figures(seen))
    is_posts = kind in (Kind.WORKFORCE, Kind.BOARD)
    alt = words.posts_alt(seen) if is_posts else words.trend_alt(seen)
    return replace(found, drawing=drawing, table=table, alt=alt)


def _trend(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    seen = evidence.answer(explore, view)
    return _whole_picture(evidence, view, seen, step)


def _gap(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    seen = evidence.answer(explore, view)
    table = gaps_table(seen.gaps, seen.yearly_benchmarks, caption=_caption(evidence, view, seen))
    return replace(
        _about(evidence, view, seen, step),
        sentence=f"{words.gap_headline(seen)}.",
        drawing=gap_drawing(seen, size=ROOM),
        alt=words.trend_alt(seen),
        table=table,
    )


def _peers(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    found = evidence.answer(peers, view)
    return Slide(
        step=step,
        title=told.step_title(step.kind),
        sentence=f"{words.peers_headline(found)}.",
        answered=told.peers_answered(found),
        drawing=strip_drawing(found, size=ROOM),
        alt=words.peers_alt(found),
        table=peers_table(found, caption=words.peers_title(found)),
        source=_sources(evidence, (one.bme.source_id for one in found.peers)),
    )


def _bands(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    seen = evidence.answer(explore, view)
    table = bands_table(seen.by_band, caption=_caption(evidence, view, seen))
    names = tuple(row[0] for row in table.rows)
    return replace(
        _about(evidence, view, seen, step),
        sentence=f"{words.cut_headline(seen.by_band, 'bands')}.",
        drawing=bands_drawing(seen.by_band, size=ROOM),
        alt=words.bands_alt(seen.by_band, names),
        table=table,
    )


def _works(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    seen = evidence.answer(explore, view)
    whole = _whole_picture(evidence, view, seen, step)
    return replace(whole, sentence=told.where_it_works(seen))


def _doing(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    card = card_of(evidence, view)
    plan = evidence.plan_for(view.org_code)
    return Slide(
        step=step,
        title=told.step_title(step.kind),
        sentence=words.activities_sentence(card) if card else "",
        lines=told.doing_lines(card) if card else (),
        source=plan.title if plan else "",
    )


def _worked(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    card = card_of(evidence, view)
    cases = card.cases if card else ()
    sources = dict.fromkeys(case.source_title for case, _ in cases[: told.LINES_SHOWN])
    return Slide(
        step=step,
        title=told.step_title(step.kind),
        sentence=told.worked_sentence(cases),
        lines=told.worked_lines(cases),
        source="; ".join(sources),
    )


def _your_turn(evidence: Evidence, view: View, step: StoryStep) -> Slide:
    options = options_of(card_of(evidence, view))
    return Slide(
        step=step,
        title=told.step_title(step.kind),
        sentence=told.your_turn(indicator(view.indicator).short_name),
        lines=tuple(one.text for one in options[: told.LINES_SHOWN]),
    )


def options_of(card: ConcernCard | None) -> tuple[Option, ...]:
    """Return the actions a room can rank for a concern: those of the plan, then sourced ideas."""
    if card is None:
        return ()
    named = [(one.activity, one.id) for one in card.activities]
    named += [(idea.title, "") for idea, _ in card.ideas]
    distinct: dict[str, Option] = {}
    for text, activity_id in named:
        words = cut(one_line(text), LONGEST_OPTION - 1)
        distinct.setdefault(words.casefold(), Option(text=words, activity_id=activity_id))
    return tuple(distinct.values())[: OPTIONS[QuestionKind.RANKING][1]]


def links_of(evidence: Evidence, view: View, numbers: Iterable[int]) -> dict[str, str]:
    """Return where to read on about some indicators: title of each case study to its address."""
    found: dict[str, str] = {}
    for number in numbers:
        card = card_of(evidence, of_indicator(view, number))
        for case, _ in (card.cases if card else ())[: told.LINES_SHOWN]:
            found[case.title] = case.source_url
    return found


def card_of(evidence: Evidence, view: View) -> ConcernCard:
    """Return the indicator of a view with what answers it, whether it is a concern or not."""
    return evidence.answer(concern_card, view)


def _about(evidence: Evidence, view: View, seen: Exploration, step: StoryStep) -> Slide:
    return Slide(
        step=step,
        title=told.step_title(step.kind),
        sentence=f"{words.trend_headline(seen)}.",
        answered=told.who_answered(seen),
        source=_sources(evidence, (one.bme.source_id for one in seen.gaps)),
    )


def _caption(evidence: Evidence, view: View, seen: Exploration) -> str:
    return words.subtitle(seen.measured, evidence.organisations.get(view.org_code), view.wres_year)


def _sources(evidence: Evidence, ids: Iterable[str]) -> str:
    found = sorted({evidence.source_of(one) for one in ids if one})
    return "; ".join(found)


_MAKERS: dict[StepKind, Callable[[Evidence, View, StoryStep], Slide]] = {
    StepKind.WHERE_WE_STAND: _standing,
    StepKind.LARGEST_CONCERN: _concern,
    StepKind.GAP: _gap,
    StepKind.SIMILAR_TRUSTS: _peers,
    StepKind.TREND: _trend,
    StepKind.BANDS: _bands,
    StepKind.WHERE_IT_WORKS: _works,
    StepKind.WHAT_WE_DO: _doing,
    StepKind.WHAT_WORKED: _worked,
    StepKind.YOUR_TURN: _your_turn,
}
