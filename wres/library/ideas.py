"""Ideas for what to do about an indicator, each with its source, ranked like the case studies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from wres.library.case_studies import CaseStudy, EvidenceGrade, Intervention
from wres.library.front_matter import Fields, read_toml
from wres.library.matching import Criterion, Likeness, Mark, Need, likeness, order_with

HIGH_IMPACT_ACTIONS = range(1, 7)

Held = TypeVar("Held")


@dataclass(frozen=True)
class Source:
    """Where an idea stands: a title and an address that begins with https."""

    title: str
    url: str
    checked_on: date


@dataclass(frozen=True)
class Idea:
    """One thing a trust can do, with where it comes from.

    ``case`` is the case study it was done in; ``national_action`` the number of the high impact
    action (1 to 6) of the national plan it belongs to, or None.
    """

    id: str
    title: str
    what: str
    indicators: tuple[int, ...]
    interventions: tuple[Intervention, ...]
    link_basis: str
    source: Source
    case: CaseStudy | None = None
    national_action: int | None = None

    @property
    def evidence_grade(self) -> EvidenceGrade | None:
        """The grade of the case it was done in, or None for a plan without an outcome."""
        return self.case.evidence_grade if self.case else None


def load_ideas(
    path: Path, cases: Iterable[CaseStudy], *, without: Collection[str] = ()
) -> tuple[Idea, ...]:
    """Return the ideas of a TOML file; one that names a case takes the case's source.

    Ideas of the cases named in ``without`` are left out.

    Raises:
        DataFileBroken: If the file cannot be used, or names a case or a source that is not there.
    """
    fields = read_toml(path)
    by_id = {case.id: case for case in cases}
    named = _sources(fields)
    given = [one for one in fields.tables("ideas") if one.table.get("case") not in without]
    ideas = tuple(_idea(one, by_id, named) for one in given)
    repeated = sorted({one.id for one in ideas if sum(o.id == one.id for o in ideas) > 1})
    if repeated:
        raise fields.broken(f"the idea “{repeated[0]}” is there twice.")
    return ideas


def _sources(fields: Fields) -> dict[str, Source]:
    table = fields.table.get("sources", {})
    if not isinstance(table, dict):
        raise fields.broken("“sources” must be tables.")
    found = {}
    for name, value in table.items():
        one = Fields(fields.file_name, f"source {name}", value if isinstance(value, dict) else {})
        found[str(name)] = Source(
            title=one.filled_text("title"),
            url=one.optional_address("url") or one.filled_text("url"),
            checked_on=one.day("checked_on"),
        )
    return found


def _idea(fields: Fields, cases: Mapping[str, CaseStudy], named: Mapping[str, Source]) -> Idea:
    fields.refuse_keys_outside(Idea)
    case = _named(fields, "case", cases)
    source = _source_of(case) if case else _named(fields, "source", named)
    if source is None:
        raise fields.broken("it names neither a case nor a source.")
    action = fields.whole_number("national_action") if "national_action" in fields.table else None
    if action is not None and action not in HIGH_IMPACT_ACTIONS:
        raise fields.broken("“national_action” is one of the six: 1 to 6.")
    return Idea(
        id=fields.filled_text("id"),
        title=fields.filled_text("title"),
        what=fields.filled_text("what"),
        indicators=fields.indicators("indicators"),
        interventions=fields.some_of("interventions", Intervention, "kind of action"),
        link_basis=fields.filled_text("link_basis"),
        source=source,
        case=case,
        national_action=action,
    )


def _named(fields: Fields, key: str, held: Mapping[str, Held]) -> Held | None:
    name = fields.optional_text(key)
    if name and name not in held:
        raise fields.broken(f"there is no {key} “{name}”.")
    return held[name] if name else None


def _source_of(case: CaseStudy) -> Source:
    return Source(title=case.source_title, url=case.source_url, checked_on=case.checked_on)


def rank_ideas(
    ideas: Iterable[Idea], need: Need, *, first: Criterion | None = None
) -> tuple[tuple[Idea, Likeness], ...]:
    """Return the ideas for an indicator, those that fit this trust best first, with the reasons.

    An idea is as like this trust as the case it was done in; one of a plan fits any trust.
    """
    order, here = order_with(first), partial(_likeness, need=need)
    about = [idea for idea in ideas if need.indicator in idea.indicators]

    def place(pair: tuple[Idea, Likeness]) -> tuple[object, ...]:
        grade = pair[0].evidence_grade
        at = len(EvidenceGrade) if grade is None else tuple(EvidenceGrade).index(grade)
        return pair[1].place(order), at, pair[0].id

    return tuple(sorted(((idea, here(idea)) for idea in about), key=place))


def _likeness(idea: Idea, need: Need) -> Likeness:
    about = Mark(Criterion.INDICATOR, True, f"For indicator {need.indicator}. {idea.link_basis}")
    if idea.case is not None:
        return Likeness((about, *likeness(idea.case, need).marks[1:]))
    silent = (
        (Criterion.BENCHMARK_GROUP, None, "Asked of every trust, whatever its type."),
        (Criterion.EVIDENCE, False, "The source asks for it and gives no measured outcome."),
        (Criterion.BME_SHARE, None, "Not tied to a BME share of staff."),
        (Criterion.TRIGGER, None, "Not tied to a trigger."),
        (Criterion.GAP, None, "Not tied to the size of a gap."),
    )
    return Likeness((about, *(Mark(*one) for one in silent)))
