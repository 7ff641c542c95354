"""The attack: what somebody who noted every published cell can work out about the others.

The attacker has every cell of every page, chart, file and command, knows the rules, and may have
kept an earlier version. Every cell is a linear fact about unknown people; the ends of what all
facts together allow are found by linear programs. A number nobody should know that lies within
four people counts as worked out.

An indicator of a year is one set of unknown people: other years and questions are answered by
others, so no fact joins them. What joins questions of one year is that nearly the same people
answer them: a cell hidden on one and shown on another counts as worked out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wres.disclosure.facts import Fact, facts_of
from wres.disclosure.places import (
    BOTH,
    INSIDE_BME,
    JOINED,
    LEFT,
    OPENINGS,
    Lattice,
    Place,
    place_of,
)
from wres.disclosure.programs import Program
from wres.disclosure.ratios import behind_ratios
from wres.disclosure.targets import Target, targets_of
from wres.disclosure.verdicts import Attack, Kind, Quantity, Recovery, Verdict
from wres.disclosure.weighing import (
    IMPLIED,
    Ends,
    may_be_nobody,
    people_are_safe,
    verdict_on_people,
    verdict_on_yes,
    yes_is_safe,
)
from wres.indicators import SURVEY_INDICATORS
from wres.publication import PublishedCell
from wres.publication.rules import LEAST_BASE, SMALL_BASE
from wres.terms import DETAILED_GROUPS, EthnicGroup

Cells = tuple[PublishedCell, ...]


def attack(cells: Iterable[PublishedCell], *, earlier: Iterable[PublishedCell] = ()) -> Attack:
    """Return what can be worked out from the published cells of one organisation.

    ``earlier`` are the cells of an earlier version that somebody may have kept. People are taken
    to have changed between the two as little as the figures allow.

    Raises:
        AttackFailed: If a program was not solved.
    """
    held = tuple(cells)
    survey = by_question(held)
    before = by_question(tuple(earlier))
    recovered: list[Recovery] = []
    contradicting = []
    looked_for = 0
    for question, shown in survey.items():
        found = _one_question(shown, before.get(question, ()))
        if found is None:
            contradicting.append(question)
            continue
        looked_for += len(found)
        recovered += [one for one in found if one.is_recovered]
    recovered += _twins(held)
    return Attack(
        org_code=held[0].org_code if held else "",
        cells=len(held),
        looked_for=looked_for,
        recovered=tuple(recovered),
        behind_ratios=tuple(behind_ratios(held)),
        contradicting=tuple(contradicting),
    )


def by_question(cells: Iterable[PublishedCell]) -> dict[tuple[int, int], Cells]:
    """Return the cells of survey indicators by WRES year and indicator."""
    found: dict[tuple[int, int], list[PublishedCell]] = {}
    for cell in cells:
        # Single backgrounds are shown for England alone, and overlap the two groups in its margin.
        if cell.indicator in SURVEY_INDICATORS and cell.ethnic_group not in DETAILED_GROUPS:
            found.setdefault((cell.wres_year, cell.indicator), []).append(cell)
    return {question: tuple(of_it) for question, of_it in found.items()}


def _one_question(cells: Cells, before: Cells) -> list[Recovery] | None:
    """Everything looked for in one indicator of one year, or None when its cells contradict."""
    if before == cells:
        before = ()
    together = (*cells, *before)
    if not any(map(_counts_people, together)) or (not before and _are_apart(cells)):
        return []
    made = believed(cells, before)
    if made is None:
        return None
    lattice, program = made
    shown = cells[0]
    found = []
    # What an earlier version showed was told then; the attack looks for what is told now.
    known = {place_of(cell) for cell in before if cell.says_something}
    for target in targets_of(cells, lattice):
        if target.kind is Kind.HIDDEN and target.place in known:
            continue
        for quantity, ends, verdict in _looked_for(target, program):
            found.append(
                Recovery(
                    org_code=shown.org_code,
                    wres_year=shown.wres_year,
                    indicator=shown.indicator,
                    place=target.place,
                    minus=target.minus,
                    kind=target.kind,
                    quantity=quantity,
                    low=ends.low,
                    high=ends.high,
                    verdict=verdict,
                    proof=ends.proof,
                )
            )
    return found


def _counts_people(cell: PublishedCell) -> bool:
    """Whether a cell says how many people there are.

    Percentages without one bound nothing: whatever people they fit, they fit twice as many, so
    every number sought is nobody or may be as large as one likes.
    """
    return cell.base is not None or cell.count is not None or cell.bound is not None


def _are_apart(cells: Cells) -> bool:
    """Whether no cell holds people of another, so that no program can join two of them.

    A small base that is shown may tell by itself, so it is looked at all the same.
    """
    if any(not cell.is_hidden and 0 < (cell.base or 0) < SMALL_BASE for cell in cells):
        return False
    places = [place_of(cell) for cell in cells]
    whole = Place()
    listed = {place.ethnic_group for place in places}
    return (
        all((one.band, one.staff_group) == (whole.band, whole.staff_group) for one in places)
        and whole.ethnic_group not in listed
        and not (EthnicGroup.BME.value in listed and listed & {one.value for one in INSIDE_BME})
    )


def believed(cells: Cells, before: Cells) -> tuple[Lattice, Program] | None:
    """Return the people and the facts, with no more people unlisted than the figures force.

    None when the cells, with those of an earlier version, cannot all be true of the same people.
    """
    for opened in OPENINGS:
        lattice = Lattice((*cells, *before), opened, versions=bool(before))
        facts = facts_of(cells, lattice, versions=(BOTH, JOINED))
        facts += facts_of(before, lattice, versions=(BOTH, LEFT))
        program = Program(len(lattice.atoms), facts)
        if program.is_possible():
            if before:
                _change_least(program, lattice, cells[0])
            return lattice, program
    return None


def _change_least(program: Program, lattice: Lattice, cell: PublishedCell) -> None:
    """Hold the people who changed to the fewest that explain both versions."""
    changed = frozenset(
        number for number, atom in enumerate(lattice.atoms) if atom[-1] in (LEFT, JOINED)
    )
    fewest = program.least(changed, yes=True, no=True)
    note = replace(cell, base=None, count=None, percentage=None, bound=None)
    program.add(Fact(inside=changed, of_yes=1, of_no=1, high=fewest, cell=note))


def _looked_for(target: Target, program: Program) -> list[tuple[Quantity, Ends, Verdict]]:
    """What was looked for among the people of a target; ends are narrower than they are if safe.

    Two answers that fit all facts and lie far enough apart show that a number is safe. Answers of
    earlier programs often do, and then no program is needed.
    """
    kind, inside, is_shown = target.kind, target.inside, target.base_is_shown
    least = LEAST_BASE if kind in IMPLIED else SMALL_BASE
    people = Ends.met(program, inside, yes=True, no=True)
    nobody = may_be_nobody(kind, people)
    is_enough = kind is Kind.HIDDEN or nobody or people.high >= least
    on_people = Verdict.SAFE
    is_final = not is_enough or not people_are_safe(kind, people, is_shown=is_shown)
    if is_final:
        people = Ends.of(program, inside, yes=True, no=True)
        on_people = verdict_on_people(kind, people, is_shown=is_shown)
    found = [(Quantity.PEOPLE, people, on_people)]
    if kind is not Kind.HIDDEN and people.high >= least:
        return found
    return [*found, _yes_looked_for(target, program, people, is_final=is_final)]


def _yes_looked_for(
    target: Target, program: Program, people: Ends, *, is_final: bool
) -> tuple[Quantity, Ends, Verdict]:
    """How closely the answers of some people are known; the ends of the people may be final."""
    kind, inside = target.kind, target.inside
    yes = Ends.met(program, inside, yes=True, no=False)
    no = Ends.met(program, inside, yes=False, no=True)
    if yes_is_safe(kind, people, yes=yes, no=no):
        return Quantity.YES, yes, Verdict.SAFE
    people = people if is_final else Ends.of(program, inside, yes=True, no=True)
    yes = Ends.of(program, inside, yes=True, no=False)
    no = Ends.of(program, inside, yes=False, no=True)
    return Quantity.YES, yes, verdict_on_yes(kind, people, yes=yes, no=no)


def _twins(cells: Cells) -> list[Recovery]:
    """Cells hidden on one question whose people are shown on another of the same year."""
    shown = {
        (cell.wres_year, place_of(cell)): cell
        for cell in cells
        if cell.base is not None and cell.indicator in SURVEY_INDICATORS
    }
    found = []
    for cell in cells:
        twin = shown.get((cell.wres_year, place_of(cell)))
        if cell.is_hidden and cell.indicator in SURVEY_INDICATORS and twin is not None:
            base = float(twin.base or 0)
            found.append(
                Recovery(
                    org_code=cell.org_code,
                    wres_year=cell.wres_year,
                    indicator=cell.indicator,
                    place=place_of(cell),
                    kind=Kind.HIDDEN,
                    quantity=Quantity.PEOPLE,
                    low=base,
                    high=base,
                    verdict=Verdict.NARROW,
                    proof=(twin,),
                )
            )
    return found
