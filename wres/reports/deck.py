"""A session's steps as a PowerPoint deck: a sentence and a chart each, notes, sources at the end.

Charts are the office program's own: they can be recoloured and read out, and their data sheet
holds what is shown and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from wres import words
from wres.answers import ConcernCard, Evidence, View
from wres.answers.story import build_story, of_step
from wres.reports import deck_parts as parts
from wres.reports.archives import archive, settled_parts
from wres.reports.deck_charts import draw_chart
from wres.reports.deck_moulds import saved
from wres.reports.native_charts import NativeChart, native_chart
from wres.reports.slides import Slide, card_of, slide_of
from wres.reports.tables import Table
from wres.store import uk_day_text
from wres.words import exports
from wres.words.confidentiality import corrected_notes
from wres.words.sureness import robustness_sentence

if TYPE_CHECKING:
    from pptx.presentation import Presentation

# The title of the last slide is one short line.
METHOD_TOP = 1.35


def deck(evidence: Evidence, view: View, *, made_on: date) -> bytes:
    """Return the deck of an organisation and year as a .pptx file, at viewers' level.

    Notes a lead wrote for a session are not in it. The same figures on the same day give the
    same bytes.
    """
    story = build_story(evidence, view)
    slides = tuple(slide_of(evidence, view, step) for step in story.steps)
    organisation = evidence.organisations.get(view.org_code)
    name = words.organisation_title(organisation)
    deck_ = parts.new_deck(f"{name}, WRES {view.wres_year}")
    footer = exports.MADE_UP if organisation.made_up else ""
    for slide in slides:
        card = card_of(evidence, of_step(view, slide.step)) if slide.step.indicator else None
        _step(deck_, slide, card, footer=footer, made_on=made_on)
    version = exports.version_line(evidence.version, uk_day_text(made_on))
    said = (version, *corrected_notes(evidence, view.org_code))
    _method(deck_, slides, said, footer)
    return archive(settled_parts(saved(deck_), made_on))


def _step(
    deck_: Presentation, slide: Slide, card: ConcernCard | None, *, footer: str, made_on: date
) -> None:
    chart = native_chart(slide.drawing) if slide.drawing else None
    made = parts.new_slide(deck_, slide.sentence, has_text=chart is None)
    parts.about(made, f"{slide.title} · {slide.about}")
    if chart is None:
        parts.lines(made, slide.lines)
    else:
        parts.above_chart(made, slide.lines)
        draw_chart(made, chart, alt=slide.alt, name=slide.title, made_on=made_on)
    parts.below(made, tuple(_basis(slide, chart)))
    parts.foot(made, footer)
    parts.notes(made, tuple(_notes(slide, card)))


def _basis(slide: Slide, chart: NativeChart | None) -> Iterable[str]:
    """What a reader has to know to judge the figures: how many, which marks, from where."""
    yield " ".join(filter(None, (slide.answered, *(chart.notes if chart else ()))))
    if slide.source:
        yield f"Source: {slide.source}."


def _notes(slide: Slide, card: ConcernCard | None) -> Iterable[str]:
    yield slide.sentence
    yield from filter(None, (*slide.lines, slide.answered))
    found = card.assessment if card else None
    if found is not None:
        yield f"{exports.NOTES_VERDICT}: {words.strength_words(found.strength)}."
        yield from (words.finding_sentence(one) for one in found.findings)
        yield f"{exports.NOTES_SURE}: {words.evidence_line(found)}."
        yield robustness_sentence(card.robustness if card else None)
    if slide.table is not None:
        yield from _table_lines(slide.table)
    if slide.source:
        yield f"Source: {slide.source}."


def _table_lines(table: Table) -> Iterable[str]:
    yield f"{exports.NOTES_TABLE}. {table.caption}"
    first, *others = table.columns
    shown = table.rows[: exports.ROWS_SHOWN]
    for row in shown:
        cells = "; ".join(f"{name}: {cell}" for name, cell in zip(others, row[1:], strict=True))
        yield f"{first} {row[0]}. {cells}."
    left = len(table.rows) - len(shown)
    if left:
        yield exports.more_rows(left)


def _method(
    deck_: Presentation, slides: tuple[Slide, ...], said: tuple[str, ...], footer: str
) -> None:
    made = parts.new_slide(deck_, exports.METHOD_TITLE, has_text=True)
    sources = exports.sources_line(one.source for one in slides if one.source)
    parts.lines(made, (*exports.method_lines(), *filter(None, (*said, sources))), top=METHOD_TOP)
    parts.foot(made, footer)
    parts.notes(made, (words.how_to_read_signs(), *said, sources))
