"""The command ``attack``: try to work out the figures that are hidden in what is published now."""

from __future__ import annotations

from argparse import Namespace

from wres.answers import Evidence
from wres.command_line.evidence import opened, organisation_asked, problems, year_asked
from wres.command_line.reply import BadCommand, Exit, Reply
from wres.command_line.writing import written
from wres.disclosure import EXCHANGE_COLUMNS, Attack, Recovery, attack, exchange_rows
from wres.disclosure.places import Place
from wres.publication import PublishedCell, published_cells
from wres.reports import Table, table_csv

PUBLIC_COUNTS = "Indicators 1 and 9 are posts, which a trust must publish, and are not attacked."


def attack_published(asked: Namespace) -> Reply:
    """Return what can be worked out from the published figures; exit 1 when anything can.

    Raises:
        BadCommand: If there is nothing for that organisation or year; the sentence says what is.
        AttackFailed: If a program was not solved.
    """
    evidence = opened()
    cells = _cells_asked(evidence, asked)
    found = [attack(of_one) for of_one in cells]
    notes = [PUBLIC_COUNTS, *problems(evidence), *(_contradictions(one) for one in found)]
    if asked.export:
        notes.append(_exported(cells, asked.export))
    recovered = [one for attacked in found for one in attacked.recovered]
    behind = [one for attacked in found for one in attacked.behind_ratios]
    if behind:
        notes.append(_ratio_note(behind))
    return Reply(
        data={"organisations": [_data(one) for one in found], "recovered": len(recovered)},
        lines=(*(_told(one) for one in (*recovered, *behind)), _summary(found)),
        exit=Exit.WARNINGS if recovered else Exit.FINE,
        notes=tuple(note for note in notes if note),
    )


def _cells_asked(evidence: Evidence, asked: Namespace) -> list[tuple[PublishedCell, ...]]:
    if asked.export and not asked.org:
        raise BadCommand("Name one organisation with --org to write its cells into a file.")
    if asked.org:
        organisation = organisation_asked(evidence, asked.org)
        year = year_asked(evidence, organisation, asked.year) if asked.year else None
        return [published_cells(evidence.publication, organisation.code, year)]
    codes = [one.code for one in evidence.with_figures()]
    return [published_cells(evidence.publication, code, asked.year) for code in sorted(codes)]


def _exported(cells: list[tuple[PublishedCell, ...]], file: str) -> str:
    lines = tuple(line for of_one in cells for line in exchange_rows(of_one))
    table = Table(caption="Published cells", columns=EXCHANGE_COLUMNS, rows=lines)
    written(file, table_csv(table))
    return f"{len(lines):,} figures were written to {file}."


def _ratio_note(behind: list[Recovery]) -> str:
    counts = "1 count is" if len(behind) == 1 else f"{len(behind)} counts are"
    return (
        f"{counts} known to within four people behind ratios on small numbers, which the standard "
        "wants published; such a ratio has one decimal and no likely range."
    )


def _contradictions(attacked: Attack) -> str:
    if not attacked.contradicting:
        return ""
    listed = ", ".join(f"indicator {number} in {year}" for year, number in attacked.contradicting)
    return (
        f"{attacked.org_code}: the published cells of {listed} cannot all be true of the same "
        "people, so nothing was worked out from them together."
    )


def _summary(found: list[Attack]) -> str:
    recovered = sum(len(one.recovered) for one in found)
    said = f"{recovered:,} worked out" if recovered else "none of them can be worked out"
    organisations = "1 organisation" if len(found) == 1 else f"{len(found):,} organisations"
    return (
        f"{organisations}, {sum(one.cells for one in found):,} published cells, "
        f"{sum(one.looked_for for one in found):,} figures looked for: {said}."
    )


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


def _data(attacked: Attack) -> dict[str, object]:
    return {
        "org_code": attacked.org_code,
        "cells": attacked.cells,
        "looked_for": attacked.looked_for,
        "contradicting": [
            {"wres_year": year, "indicator": number} for year, number in attacked.contradicting
        ],
        "recovered": [_recovery_data(one) for one in attacked.recovered],
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
