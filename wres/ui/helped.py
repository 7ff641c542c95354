"""What helped elsewhere, in short: ideas and case studies, why they are here, their source."""

from __future__ import annotations

from wres.answers import ConcernCard, RankedIdeas
from wres.library.case_studies import CaseStudy
from wres.library.ideas import Idea, Source
from wres.library.matching import Likeness
from wres.text import host_of
from wres.ui import prose
from wres.ui.into_plan import Offers
from wres.words import cases as case_words

SHOWN = 3
NO_CASE = "No case study for this indicator has been found with a source."


def on_card(card: ConcernCard, offers: Offers, *, is_open: bool) -> prose.Parts:
    """Return the ideas and the case studies of one concern, the best fits first, folded."""
    number = card.measured.number
    return (
        prose.named("What could be done", case_words.ideas_sentence(len(card.ideas), number)),
        prose.folded(f"Ideas for indicator {number}", *_first_ideas(card, offers), is_open=is_open),
        prose.sentence(prose.bold("What worked elsewhere.")),
        prose.folded(
            f"Case studies for indicator {number}", *_first_cases(card, offers), is_open=is_open
        ),
        None if card.cases else prose.sentence(NO_CASE),
    )


def _first_ideas(card: ConcernCard, offers: Offers) -> prose.Parts:
    number = card.measured.number
    told = [part for idea, like in card.ideas[:SHOWN] for part in _idea(idea, like, number, offers)]
    if len(card.ideas) > SHOWN:
        every = offers.ways.to(
            "case_studies", f"All ideas for indicator {number}", indicator=number
        )
        told.append(prose.links(every))
    return tuple(told)


def _first_cases(card: ConcernCard, offers: Offers) -> prose.Parts:
    number = card.measured.number
    return tuple(
        part
        for case, like in card.cases[:SHOWN]
        for part in (
            prose.sentence(prose.bold(case.title)),
            *in_short(case, like),
            prose.links(open_case(case, number, offers), *offers.case(case, number)),
        )
    )


def open_case(
    case: CaseStudy, number: int, offers: Offers, *, label: str = "Open this case"
) -> prose.Link:
    """Return the link to a case study alone, to be drawn."""
    return offers.ways.to("case_studies", label, case=case.id, indicator=number)


def ideas(found: RankedIdeas, offers: Offers, *, number: int) -> prose.Parts:
    """Return every idea for an indicator, the best fits first, each in a frame."""
    title = case_words.ideas_sentence(len(found), number)
    cards = (prose.card(*_idea(idea, like, number, offers)) for idea, like in found)
    return prose.heading(title, anchor="ideas"), *cards


def _idea(idea: Idea, like: Likeness, number: int, offers: Offers) -> prose.Parts:
    case = idea.case
    opened = None if case is None else open_case(case, number, offers, label="Open its case")
    return (
        prose.sentence(prose.bold(idea.title)),
        prose.sentence(idea.what),
        prose.quiet(case_words.idea_origin(idea)),
        *reasons(like),
        _source(idea.source),
        prose.links(opened, *offers.idea(idea, number)),
    )


def _source(source: Source) -> prose.Part | None:
    """A link and the host it leads to, as a title alone does not say whose page it is."""
    host = host_of(source.url)
    beside = f", {host}." if host else "."
    return prose.sentence("Source: ", prose.outside(source.title, source.url), beside)


def in_short(case: CaseStudy, like: Likeness) -> prose.Parts:
    """Return a case study in short, with why it is here and where it differs."""
    grade = case_words.grade_label(case.evidence_grade)
    return (
        prose.sentence(f"{case.organisation}. Evidence: {grade}."),
        prose.named("Outcome, as the source tells it", case.outcome),
        prose.named("What did not work", case.what_did_not_work),
        prose.quiet(case_words.LOCAL_NOTE) if case.is_local else None,
        *reasons(like),
    )


def reasons(like: Likeness) -> prose.Parts:
    """Return why something is here, and where it differs from this trust."""
    differs = f"Different, or not known: {case_words.differs_sentence(like)}"
    return (
        prose.named("Why it is here", case_words.why_sentence(like)),
        prose.quiet(differs) if like.against_it else None,
    )
