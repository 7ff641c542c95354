"""The command ``attack``: try to work out the figures that are hidden in what is published now."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from wres.answers import Evidence
from wres.answers.guarding import sets_shown
from wres.command_line.evidence import opened, problems, stored
from wres.command_line.reply import BadCommand, Exit, Reply
from wres.command_line.writing import written
from wres.disclosure import (
    EXCHANGE_COLUMNS,
    Attack,
    Recovery,
    attack,
    exchange_rows,
    people_cells,
)
from wres.disclosure.places import Place
from wres.interface.asked import organisation_asked, year_asked
from wres.publication import PublishedCell, published_cells
from wres.reports import Table, table_csv

Cells = tuple[PublishedCell, ...]
PUBLIC_COUNTS = "Indicators 1 and 9 are posts, which a trust must publish, and are not attacked."


@dataclass(frozen=True, slots=True)
class _Asked:
    """The published cells of one organisation, and the sets shown of each year before."""

    cells: Cells
    before: tuple[Cells, ...] = ()

    def attacks(self) -> list[Attack]:
        """The cells attacked alone, then beside each set of their year that was shown before."""
        found = [attack(self.cells)]
        for kept in self.before:
            now = tuple(cell for cell in self.cells if cell.wres_year == kept[0].wres_year)
            if kept != people_cells(now):
                found.append(attack(now, earlier=kept))
        return found

    def last_before(self) -> Cells:
        """The set shown last of each year before, where it was another."""
        last = {kept[0].wres_year: kept for kept in self.before if not set(kept) <= set(self.cells)}
        return tuple(cell for kept in last.values() for cell in kept)


def attack_published(asked: Namespace) -> Reply:
    """Return what can be worked out from the published figures; exit 1 when anything can.

    Raises:
        BadCommand: If there is nothing for that organisation or year; the sentence says what is.
        AttackFailed: If a program was not solved.
    """
    evidence = opened()
    wanted = _cells_asked(evidence, asked)
    found = [(alone, rest) for alone, *rest in (one.attacks() for one in wanted)]
    alone = [first for first, _ in found]
    every = [one for first, rest in found for one in (first, *rest)]
    notes = [PUBLIC_COUNTS, *problems(evidence), *(_contradictions(one) for one in alone)]
    if asked.export:
        notes.append(_exported(wanted, asked))
    recovered = [one for attacked in every for one in attacked.recovered]
    behind = [one for attacked in alone for one in attacked.behind_ratios]
    if behind:
        notes.append(_ratio_note(behind))
    return Reply(
        data={
            "organisations": [_data(*one) for one in found],
            "recovered": len(recovered),
        },
        lines=(
            *(_told(one) for one in (*recovered, *behind)),
            _summary(alone, len(every), len(recovered)),
        ),
        exit=Exit.WARNINGS if recovered else Exit.FINE,
        notes=tuple(note for note in notes if note),
    )


def _cells_asked(evidence: Evidence, asked: Namespace) -> list[_Asked]:
    if asked.export and not asked.org:
        raise BadCommand("Name one organisation with --org to write its cells into a file.")
    if asked.org:
        organisation = organisation_asked(evidence, asked.org)
        year = year_asked(evidence, organisation, asked.year) if asked.year else None
        return [_of_one(evidence, organisation.code, year)]
    codes = [one.code for one in evidence.with_figures()]
    return [_of_one(evidence, code, asked.year) for code in sorted(codes)]


def _of_one(evidence: Evidence, code: str, year: int | None) -> _Asked:
    cells = published_cells(evidence.publication, code, year)
    store = stored() if code in evidence.uploaded else None
    if store is None:
        return _Asked(cells)
    wanted = sorted({(code, cell.wres_year) for cell in cells})
    with store:
        stood = store.stood(code, until=evidence.version)
    sets = sets_shown(stood, wanted, evidence.shipped.results)
    kept = (people_cells(one) for of_year in sets.values() for one in of_year)
    return _Asked(cells, tuple(dict.fromkeys(one for one in kept if one)))


def _exported(wanted: list[_Asked], asked: Namespace) -> str:
    file: str = asked.export
    lines = tuple(
        line for one in wanted for line in exchange_rows(one.cells, earlier=one.last_before())
    )
    table = Table(caption="Published cells", columns=EXCHANGE_COLUMNS, rows=lines)
    written(file, table_csv(table))
    return f"{len(lines):,} figures were written to {file}."


def _ratio_note(behind: list[Recovery]) -> str:
    counts = "1 count is" if len(behind) == 1 else f"{len(behind)} counts are"
    return (
        f"{counts} known to within four people behind ratios on small numbers. The standard wants "
        "these published. Such a ratio has one decimal and no likely range."
    )


def _contradictions(attacked: Attack) -> str:
    if not attacked.contradicting:
        return ""
    listed = ", ".join(f"indicator {number} in {year}" for year, number in attacked.contradicting)
    return (
        f"{attacked.org_code}: the published cells of {listed} cannot all be true of the same "
        "people. Nothing was worked out from them together."
    )


def _summary(found: list[Attack], attacks: int, recovered: int) -> str:
    said = f"{recovered:,} worked out" if recovered else "none of them can be worked out"
    organisations = "1 organisation" if len(found) == 1 else f"{len(found):,} organisations"
    return (
        f"{organisations}, {sum(one.cells for one in found):,} published cells, "
        f"{sum(one.looked_for for one in found):,} figures looked for{_beside(found, attacks)}: "
        f"{said}."
    )


def _beside(found: list[Attack], attacks: int) -> str:
    more = attacks - len(found)
    if not more:
        return ""
    sets = "1 set" if more == 1 else f"{more:,} sets"
    return f", also beside {sets} of figures shown before"


def _told(one: Recovery) -> str:
    proof = "; ".join(_cell_words(cell) for cell in one.proof) or "no single cell"
    between = f"{one.low:,.0f}" if one.low == one.high else f"{one.low:,.0f} to {one.high:,.0f}"
    return (
        f"{one.org_code} {one.wres_year}, indicator {one.indicator}, {_whose(one)}: "
        f"{one.quantity.value} {between} ({one.verdict.value}, {one.kind.value}), from {proof}."
    )


def _whose(one: Recovery) -> str:
    return f"{_words(one.place)} without {_words(one.minus)}" if one.minus else _words(one.place)


def _words(place: Place) -> str:
    named = [place.ethnic_group, place.band, place.staff_group]
    return ", ".join(name for name in named if name != "all") or "all staff"


def _cell_words(cell: PublishedCell) -> str:
    parts = (cell.ethnic_group.value, cell.band.value, cell.staff_group.value)
    return f"{_words(Place(*parts))} (indicator {cell.indicator})"


def _data(attacked: Attack, beside: list[Attack]) -> dict[str, object]:
    return {
        "org_code": attacked.org_code,
        "cells": attacked.cells,
        "looked_for": attacked.looked_for,
        "contradicting": [
            {"wres_year": year, "indicator": number} for year, number in attacked.contradicting
        ],
        "recovered": [
            _recovery_data(one) for found in (attacked, *beside) for one in found.recovered
        ],
        "sets_shown_before": len(beside),
        "behind_ratios": [_recovery_data(one) for one in attacked.behind_ratios],
    }


def _recovery_data(one: Recovery) -> dict[str, object]:
    return {
        "wres_year": one.wres_year,
        "indicator": one.indicator,
        "whose": _whose(one),
        "kind": one.kind.value,
        "quantity": one.quantity.value,
        "low": one.low,
        "high": one.high,
        "verdict": one.verdict.value,
        "proof": [_cell_words(cell) for cell in one.proof],
    }
