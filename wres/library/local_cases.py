"""Case studies told by a trust of this installation: what may be kept, and who has seen it through.

A case is drafted by its lead, offered for review, and shared by an administrator. What is shared is
labelled as local. Its grade is worked out from its figures and never chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from wres.errors import CaseRefused
from wres.indicators import indicator
from wres.library.case_studies import (
    NOT_STATED,
    CaseStudy,
    EvidenceGrade,
    Intervention,
    Moment,
    ReportedFigure,
    ReportedUnit,
)
from wres.measures import rounded
from wres.organisations import Organisation
from wres.plans import written
from wres.publication.rules import LEAST_BASE, NEAR_NOBODY, SMALL_BASE
from wres.terms import EthnicGroup
from wres.text import safe_url

MUST_BE_TOLD = ("title", "what_was_done", "outcome", "what_did_not_work")
MAY_BE_TOLD = ("setting", "duration", "cost", "caution")
LONGEST_TITLE = 120


class Stage(Enum):
    """How far a local case is on its way to everybody."""

    DRAFT = "draft"
    OFFERED = "offered for review"
    RETURNED = "returned"
    SHARED = "shared"
    TAKEN_BACK = "taken back"


# Where a case may go next, and by whose hand: its lead's, or that of the one who reviews.
LEADS_STEPS = {
    Stage.DRAFT: (Stage.OFFERED, Stage.TAKEN_BACK),
    Stage.OFFERED: (Stage.DRAFT, Stage.TAKEN_BACK),
    Stage.RETURNED: (Stage.OFFERED, Stage.TAKEN_BACK),
    Stage.SHARED: (Stage.TAKEN_BACK,),
    Stage.TAKEN_BACK: (Stage.DRAFT,),
}
REVIEWERS_STEPS = {
    Stage.OFFERED: (Stage.SHARED, Stage.RETURNED),
    Stage.SHARED: (Stage.TAKEN_BACK,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One group's percentages as written, before and after, and how many answered, if told."""

    before: str = ""
    after: str = ""
    answered_before: int | None = None
    answered_after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalCase:
    """What a lead tells of one case, about one indicator."""

    title: str
    indicator: int
    what_was_done: str
    outcome: str
    what_did_not_work: str
    setting: str = ""
    duration: str = ""
    cost: str = ""
    caution: str = ""
    evidence_url: str = ""
    interventions: tuple[Intervention, ...] = ()
    bme: Pair = Pair()
    white: Pair = Pair()

    @property
    def grade(self) -> EvidenceGrade:
        """The grade its figures allow: before and after with both BME figures, else anecdote."""
        both = bool(self.bme.before and self.bme.after)
        return EvidenceGrade.BEFORE_AND_AFTER if both else EvidenceGrade.ANECDOTE


def checked_case(case: LocalCase) -> LocalCase:
    """Return a case as it may be kept: one-line texts, sound figures, nobody to be recognised.

    Raises:
        CaseRefused: If something must be told, is too long, or a figure cannot be kept.
    """
    texts = {name: written(getattr(case, name), name) for name in (*MUST_BE_TOLD, *MAY_BE_TOLD)}
    for name in MUST_BE_TOLD:
        if not texts[name]:
            raise CaseRefused(f"“{_called(name)}” is empty; say it in a few words.")
    if len(texts["title"]) > LONGEST_TITLE:
        raise CaseRefused(f"The title is longer than {LONGEST_TITLE} characters; make it shorter.")
    address = written(case.evidence_url)
    if address and not safe_url(address):
        raise CaseRefused("The link must be a web address that begins with https://.")
    number = indicator(case.indicator).number
    for name, pair in (("BME", case.bme), ("White", case.white)):
        _check_pair(pair, name, number)
    return LocalCase(
        **texts,
        indicator=number,
        evidence_url=safe_url(address),
        interventions=case.interventions,
        bme=case.bme,
        white=case.white,
    )


def _called(name: str) -> str:
    return name[0].upper() + name[1:].replace("_", " ")


def _check_pair(pair: Pair, whose: str, number: int) -> None:
    told = (
        (pair.before, pair.answered_before, "before"),
        (pair.after, pair.answered_after, "after"),
    )
    if bool(pair.before) != bool(pair.after):
        raise CaseRefused(f"The {whose} figure is there for one time only; give both or none.")
    if pair.before and not indicator(number).is_survey:
        raise CaseRefused("Percentages before and after are for indicators 5 to 8; leave them out.")
    for percentage, answered, when in told:
        if percentage:
            _check_figure(percentage, answered, f"The {whose} figure {when}")
        elif answered is not None:
            raise CaseRefused(f"The {whose} figure {when} has people and no percentage.")


def _check_figure(percentage: str, answered: int | None, which: str) -> None:
    value = _number(percentage)
    if value is None:
        raise CaseRefused(f"{which} must be a percentage from 0 to 100, such as 8.1.")
    if answered is None:
        return
    yes = rounded(value / 100 * answered, 0)
    few = min(yes, answered - yes) <= NEAR_NOBODY
    if answered < LEAST_BASE or (answered < SMALL_BASE and few):
        raise CaseRefused(
            f"{which} is of too few people, who might be recognised; leave both figures out."
        )


def _number(text: str) -> float | None:
    whole, _, decimals = text.partition(".")
    if not (whole.isascii() and whole.isdigit()) or len(text) > 6:
        return None
    if decimals and not (decimals.isascii() and decimals.isdigit()):
        return None
    value = float(text)
    return value if 0 <= value <= 100 else None


def as_case_study(
    case: LocalCase, organisation: Organisation, *, case_id: str, reviewed_on: date
) -> CaseStudy:
    """Return a local case as the library shows it, labelled as local."""
    figures = (
        *_figures(case.bme, EthnicGroup.BME, case.indicator),
        *_figures(case.white, EthnicGroup.WHITE, case.indicator),
    )
    made_up = " Made up, for practice." if organisation.made_up else ""
    return CaseStudy(
        id=case_id,
        title=case.title,
        organisation=organisation.name,
        org_code=organisation.code,
        org_type=organisation.benchmark_group,
        indicators=(case.indicator,),
        wres_years=(),
        claim="",
        evidence_grade=case.grade,
        grade_reason=_grade_reason(case),
        interventions=case.interventions,
        setting=case.setting or NOT_STATED,
        duration=case.duration or NOT_STATED,
        cost=case.cost or NOT_STATED,
        what_was_done=case.what_was_done,
        outcome=case.outcome,
        what_did_not_work=case.what_did_not_work,
        sample_sizes=_sample_sizes(case),
        bme_share=None,
        bme_share_level=None,
        bme_share_words="",
        caution=f"{case.caution or 'None named by the trust.'}{made_up}",
        source_title=f"Told by {organisation.name}; local, not a national source",
        source_url=case.evidence_url,
        more_sources=(),
        checked_on=reviewed_on,
        reported=figures,
        benchmark=(),
        body="",
        is_local=True,
    )


def _figures(pair: Pair, group: EthnicGroup, number: int) -> tuple[ReportedFigure, ...]:
    if not pair.before:
        return ()
    told = (
        (Moment.BEFORE, pair.before, pair.answered_before),
        (Moment.AFTER, pair.after, pair.answered_after),
    )
    return tuple(
        ReportedFigure(
            indicator=number,
            measure="As told by the trust",
            group=group,
            moment=moment,
            year_label="",
            wres_year=None,
            printed=percentage,
            unit=ReportedUnit.PERCENT,
            doubtful=False,
            note="",
            count=None if answered is None else round(float(percentage) / 100 * answered),
            base=answered,
        )
        for moment, percentage, answered in told
    )


def _grade_reason(case: LocalCase) -> str:
    if case.grade is EvidenceGrade.ANECDOTE:
        return "The trust tells of it without a figure of BME staff before and after."
    return "The trust’s own figures of two times. Nothing is set beside them for comparison."


def _sample_sizes(case: LocalCase) -> str:
    told = [
        f"{whose}: {pair.answered_before:,} answered before and {pair.answered_after:,} after."
        for whose, pair in (("BME staff", case.bme), ("White staff", case.white))
        if pair.answered_before is not None and pair.answered_after is not None
    ]
    return " ".join(told) or NOT_STATED


def body_of(case: LocalCase) -> dict[str, object]:
    """Return a case as a record keeps it."""
    pairs = {
        name: [pair.before, pair.after, pair.answered_before, pair.answered_after]
        for name, pair in (("bme", case.bme), ("white", case.white))
    }
    texts = {name: getattr(case, name) for name in (*MUST_BE_TOLD, *MAY_BE_TOLD, "evidence_url")}
    done = [one.value for one in case.interventions]
    return {**texts, **pairs, "indicator": case.indicator, "interventions": done}


def case_from(body: Mapping[str, object]) -> LocalCase:
    """Return the case a record keeps.

    Raises:
        CaseRefused: If the record was written by something else.
    """
    try:
        texts = {name: str(body[name]) for name in (*MUST_BE_TOLD, *MAY_BE_TOLD, "evidence_url")}
        return LocalCase(
            **texts,  # type: ignore[arg-type]
            indicator=int(str(body["indicator"])),
            interventions=tuple(Intervention(one) for one in _list(body["interventions"])),
            bme=_pair(body["bme"]),
            white=_pair(body["white"]),
        )
    except (KeyError, ValueError) as error:
        raise CaseRefused(
            "A case study of the store cannot be read; put a backup there."
        ) from error


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _pair(value: object) -> Pair:
    before, after, first, last = _list(value)
    return Pair(
        before=str(before),
        after=str(after),
        answered_before=None if first is None else int(str(first)),
        answered_after=None if last is None else int(str(last)),
    )
