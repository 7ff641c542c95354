"""What is said about cases of this installation, and about drafts made of ideas and cases."""

from __future__ import annotations

from dataclasses import dataclass

from wres.answers.local_cases import Step
from wres.library.case_studies import CaseStudy
from wres.library.ideas import Idea
from wres.library.local_cases import LocalCase, Stage
from wres.store import uk_time_text
from wres.words.cases import intervention_label
from wres.words.labels import code_label, indicator_label
from wres.words.presets import SPOKEN

OWN_CASES_NOTE = (
    "A lead tells of a case and offers it for review. An administrator who did not write it shares "
    "it. Until then only this trust’s leads and the administrators see it. Without sign-in, the "
    "command line shares it: python -m wres cases."
)
_STAGES = {
    Stage.DRAFT: "Draft: seen by its leads and the administrators.",
    Stage.OFFERED: "Offered for review: it waits for an administrator who did not write it.",
    Stage.RETURNED: "Returned by the reviewer.",
    Stage.SHARED: "Shared: everybody on this installation sees it, labelled as local.",
    Stage.TAKEN_BACK: "Taken back: only its leads and the administrators see it.",
}
_LEADS = {
    Stage.OFFERED: "Offer for review",
    Stage.DRAFT: "Back to draft",
    Stage.TAKEN_BACK: "Take back",
}
_REVIEWS = {
    Stage.SHARED: "Share with everybody",
    Stage.RETURNED: "Return to its lead",
    Stage.TAKEN_BACK: "Take back from everybody",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an idea or a case becomes in a plan: the activity, why, and where it came from."""

    activity: str
    rationale: str
    indicator: int
    came_from: str
    cases: tuple[str, ...] = ()


def draft_of_idea(idea: Idea, number: int, *, cases: tuple[str, ...]) -> Draft:
    """Return the draft activity an idea becomes; what it does not say stays empty."""
    why = f"{idea.what} Source: {idea.source.title}, {idea.source.url}"
    return Draft(
        activity=idea.title,
        rationale=why,
        indicator=number,
        came_from=f"idea:{idea.id}",
        cases=cases,
    )


def draft_of_case(case: CaseStudy, number: int) -> Draft:
    """Return the draft activity a case becomes: to do what was done there, and why."""
    return Draft(
        activity=f"Look into doing what {case.organisation} did: {case.title}",
        rationale=f"What was done there: {case.what_was_done} Source: {case.source_title}",
        indicator=number,
        came_from=f"case:{case.id}",
        cases=(case.id,),
    )


def stage_sentence(step: Step) -> str:
    """Return how far a local case is on its way to everybody, with the reviewer's reason."""
    reason = f" Reason: {step.note}" if step.note else ""
    return f"{code_label(step.org_code)}. {_STAGES[step.stage]}{reason}"


def step_line(step: Step) -> str:
    """Return one line of a local case's history: when, who, and what it became."""
    reason = f" Reason: {step.note}" if step.note else ""
    return f"{uk_time_text(step.made_at)}: {step.stage.value}, by {step.made_by}.{reason}"


def lead_step_label(to: Stage) -> str:
    """Return what the button of a lead says that takes a case to a stage."""
    return _LEADS[to]


def review_step_label(to: Stage) -> str:
    """Return what the button of a reviewer says that takes a case to a stage."""
    return _REVIEWS[to]


def moved_sentence(to: Stage) -> str:
    """Return what came of taking a case to a stage."""
    return _STAGES[to]


def told_lines(case: LocalCase) -> tuple[tuple[str, str], ...]:
    """Return the rest of what a local case tells, each with its name; nothing is left out."""
    kinds = ", ".join(intervention_label(one) for one in case.interventions)
    lines = (
        ("Indicator", indicator_label(case.indicator)),
        ("Where", case.setting),
        ("How long", case.duration),
        ("Cost", case.cost),
        ("Take care", case.caution),
        ("Link", case.evidence_url),
        ("Kinds of action", kinds),
        ("Figures", _told_figures(case)),
    )
    return tuple((name, text or "Not told.") for name, text in lines)


def _told_figures(case: LocalCase) -> str:
    told = []
    for whose, pair in ((SPOKEN.bme_staff, case.bme), (SPOKEN.white_staff, case.white)):
        if pair.before:
            asked = f" ({pair.answered_before or '?'} and {pair.answered_after or '?'} answered)"
            known = pair.answered_before is not None or pair.answered_after is not None
            told.append(f"{whose}: {pair.before}% to {pair.after}%{asked if known else ''}.")
    return " ".join(told)
