"""Write the made-up Practice Trust: results, peers to compare with, and the answer key.

Run ``python data/practice/make_practice_trust.py``. Standard library only, and none of the
program's own code, so that the answer key can catch the program out. The same input always gives
the same bytes. ``action_plan.toml`` beside this file is written by hand.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import planted as plan

BANDS = plan.PAY_BANDS + plan.MEDICAL_GRADES
ATOMS = tuple(plan.HEADCOUNT_2025)

Atom = tuple[str, str]
Counts = dict[Atom, int]
Record = dict[str, object]


class Cell(NamedTuple):
    """Where a survey figure stands: its group of staff, and the atoms it adds up."""

    staff_group: str
    band: str
    atoms: tuple[Atom, ...]


def allocate(total: int, weights: Mapping[Atom, int]) -> Counts:
    """Return whole numbers that add up to ``total`` and follow the weights (largest remainder)."""
    whole = sum(weights.values())
    shares = {key: divmod(total * weight, whole) for key, weight in weights.items()}
    counts = {key: floor for key, (floor, _) in shares.items()}
    left = total - sum(counts.values())
    by_remainder = sorted(shares, key=lambda key: -shares[key][1])
    for key in by_remainder[:left]:
        counts[key] += 1
    return counts


def year_at(index: int) -> int:
    """Return the WRES year in this column of the planted tables."""
    return plan.YEARS[index]


def headcounts(index: int) -> dict[str, Counts]:
    """Return people by band and staff group, for each ethnic group, in one year."""
    shape = plan.HEADCOUNT_2025
    return {
        group: allocate(plan.HEADCOUNT[group][index], {atom: shape[atom][place] for atom in ATOMS})
        for place, group in enumerate(plan.GROUPS)
    }


def bases(indicator: int, index: int) -> dict[str, Counts]:
    """Return people who answered, by band and staff group, for each ethnic group."""
    staff = headcounts(index)
    answered = {g: allocate(plan.ANSWERED[g][index], staff[g]) for g in plan.GROUPS}
    if indicator == 7:
        return {g: allocate(plan.ANSWERED_7[g][index], answered[g]) for g in plan.GROUPS}
    return answered


def yes_answers(indicator: int, index: int) -> dict[str, Counts]:
    """Return people who said yes, by band and staff group, for each ethnic group."""
    base = bases(indicator, index)
    by_band = dict(zip(BANDS, plan.BAND_WEIGHT[indicator], strict=True))
    weight = {
        (band, staff): by_band[band]
        * (plan.NON_CLINICAL_WEIGHT[indicator] if staff == plan.NON_CLINICAL else 100)
        for band, staff in ATOMS
    }
    found = {}
    for group in plan.GROUPS:
        pull = {atom: base[group][atom] * weight[atom] for atom in ATOMS}
        found[group] = allocate(plan.SAID_YES[indicator][group][index], pull)
        if any(found[group][atom] > base[group][atom] for atom in ATOMS):
            raise ValueError(f"indicator {indicator}, {year_at(index)}: more yes than answers")
    return found


def survey_cells() -> tuple[Cell, ...]:
    """Return the cells survey figures are given for: all, each band, each staff group."""
    everyone = Cell("all", "all", ATOMS)
    by_band = (Cell("all", b, tuple(a for a in ATOMS if a[0] == b)) for b in BANDS)
    by_staff = (Cell(s, "all", tuple(a for a in ATOMS if a[1] == s)) for s in plan.STAFF_GROUPS)
    return (everyone, *by_band, *by_staff)


def workforce_cells() -> tuple[Cell, ...]:
    """Return the cells of indicator 1: as the survey's, and each band within its staff group."""
    return (*survey_cells(), *(Cell(staff, band, ((band, staff),)) for band, staff in ATOMS))


def total(counts: Counts, cell: Cell) -> int:
    """Return the people in a cell."""
    return sum(counts[atom] for atom in cell.atoms)


def with_everyone(counts: Mapping[str, Counts]) -> dict[str, Counts]:
    """Return the counts by ethnic group with a group ``all`` that adds the others up."""
    everyone = {atom: sum(one[atom] for one in counts.values()) for atom in ATOMS}
    return {**counts, "all": everyone}


def calc_basis(indicator: int, year: int) -> str:
    """Return how a figure of this indicator and WRES year was worked out."""
    if indicator != 7:
        return "standard"
    return "excl_dk" if year <= plan.LAST_YEAR_WITHOUT_DONT_KNOW else "incl_dk"


def record(year: int, indicator: int, group: str, counts: tuple[int, int] | None) -> Record:
    """Return one row of results for all staff, with the value its counts give."""
    top, bottom = counts or ("", "")
    return {
        "org_code": plan.ORG_CODE,
        "wres_year": year,
        "survey_year": year - 1,
        "indicator": indicator,
        "ethnic_group": group,
        "staff_group": "all",
        "band": "all",
        "numerator": top,
        "denominator": bottom,
        "value": f"{counts[0] / counts[1]:.6f}" if counts else "",
        "unit": "proportion",
        "calc_basis": calc_basis(indicator, year),
        "edition": plan.EDITION,
        "status": "shown",
        "source_id": plan.SOURCE_ID,
    }


def workforce_records(index: int) -> Iterator[Record]:
    """Yield indicator 1: people of each group among everyone in the cell, unknown included."""
    staff = headcounts(index)
    everyone = with_everyone(staff)["all"]
    for cell in workforce_cells():
        bottom = total(everyone, cell)
        for group in plan.GROUPS if bottom else ():
            row = record(year_at(index), 1, group, (total(staff[group], cell), bottom))
            yield {**row, "staff_group": cell.staff_group, "band": cell.band}


def likelihood_counts(indicator: int, group: str, index: int) -> tuple[int, int]:
    """Return cases and people of one group for indicator 2, 3 or 4."""
    cases, people = plan.LIKELIHOOD_CASES[indicator], plan.LIKELIHOOD_PEOPLE[indicator]
    return cases[group][index], people[group][index]


def ratio(indicator: int, index: int) -> Fraction:
    """Return the relative likelihood of indicator 2, 3 or 4, exactly."""
    top_group = plan.RATIO_TOP[indicator]
    other = "bme" if top_group == "white" else "white"
    top = Fraction(*likelihood_counts(indicator, top_group, index))
    return top / Fraction(*likelihood_counts(indicator, other, index))


def likelihood_records(index: int) -> Iterator[Record]:
    """Yield indicators 2 to 4: a rate for each group, and the ratio in the year it was printed."""
    year = year_at(index)
    for indicator in plan.RATIO_TOP:
        for group in ("bme", "white"):
            yield record(year, indicator, group, likelihood_counts(indicator, group, index))
        if (indicator, year) == (plan.PRINTED_RATIO_INDICATOR, plan.PRINTED_RATIO_YEAR):
            printed = f"{half_up(ratio(indicator, index), 2):.2f}"
            yield {**record(year, indicator, "all", None), "value": printed, "unit": "ratio"}


def survey_records(index: int) -> Iterator[Record]:
    """Yield indicators 5 to 8; a cell nobody answered in has no row."""
    for indicator in plan.SAID_YES:
        base = with_everyone(bases(indicator, index))
        yes = with_everyone(yes_answers(indicator, index))
        for group in base:
            for cell in survey_cells():
                counts = total(yes[group], cell), total(base[group], cell)
                if counts[1]:
                    row = record(year_at(index), indicator, group, counts)
                    yield {**row, "staff_group": cell.staff_group, "band": cell.band}
        yield from wide_records(indicator, index, base["bme"])


def wide_records(indicator: int, index: int, bme_base: Counts) -> Iterator[Record]:
    """Yield the wider groups inside BME, which add up to it."""
    everyone = sum(bme_base.values())
    base = allocate(everyone, {(group, ""): share for group, share in plan.WIDE_SHARE.items()})
    pull = {key: base[key] * plan.WIDE_WEIGHT[indicator][key[0]] for key in base}
    yes = allocate(plan.SAID_YES[indicator]["bme"][index], pull)
    for key in base:
        yield record(year_at(index), indicator, key[0], (yes[key], base[key]))


def board_records(index: int) -> Iterator[Record]:
    """Yield indicator 9: people of each group on the board and on two parts of it."""
    for part, years in plan.BOARD.items():
        for group, people in zip(plan.GROUPS, years[index], strict=True):
            row = record(year_at(index), 9, group, (people, sum(years[index])))
            yield {**row, "staff_group": part}


def all_records() -> Iterator[Record]:
    """Yield every row of results, year by year and indicator by indicator."""
    for index in range(len(plan.YEARS)):
        yield from workforce_records(index)
        yield from likelihood_records(index)
        yield from survey_records(index)
        yield from board_records(index)


def peer_record(year: int, indicator: int, group: str, value: str) -> Record:
    """Return one made-up figure to compare with."""
    return {
        "kind": "practice",
        "scope": "practice",
        "label": "practice peers (made-up)",
        "wres_year": year,
        "indicator": indicator,
        "staff_group": "all",
        "band": "all",
        "ethnic_group": group,
        "value": value,
        "unit": "ratio" if group == "all" else "proportion",
        "calc_basis": calc_basis(indicator, year),
        "base": "",
        "organisations": "",
        "doubtful": "",
        "note": plan.SOURCE_TITLE,
        "source_id": plan.SOURCE_ID,
        "source_title": plan.SOURCE_TITLE,
        "source_url": "",
    }


def peer_records() -> Iterator[Record]:
    """Yield every made-up figure to compare with."""
    for index, year in enumerate(plan.YEARS):
        for indicator, ratios in plan.PEER_RATIOS.items():
            yield peer_record(year, indicator, "all", ratios[index])
        for (indicator, group), rates in plan.PEER_RATES.items():
            yield peer_record(year, indicator, group, rates[index])


def half_up(exact: Fraction, places: int) -> float:
    """Return a figure rounded as the pages round it: halves away from zero."""
    scaled = abs(exact) * 10**places
    rounded = math.floor(scaled + Fraction(1, 2))
    return math.copysign(rounded / 10**places, exact) if rounded else 0.0


def rate_entry(counts: Mapping[str, tuple[int, int]]) -> Record:
    """Return both groups' counts, percentages (1 decimal) and the gap, BME minus White."""
    rates = {group: Fraction(*pair) for group, pair in counts.items()}
    entry: Record = {
        group: {
            "numerator": pair[0],
            "denominator": pair[1],
            "rate_percent": half_up(rates[group] * 100, 1),
        }
        for group, pair in counts.items()
    }
    entry["gap_points"] = half_up((rates["bme"] - rates["white"]) * 100, 1)
    return entry


def year_entry(indicator: int, index: int) -> Record:
    """Return what the key says about indicators 2 to 8 in one year."""
    if indicator in plan.RATIO_TOP:
        counts = {g: likelihood_counts(indicator, g, index) for g in ("bme", "white")}
        exact = ratio(indicator, index)
        small = any(cases < plan.LEAST_SHOWN for cases, _ in counts.values())
        return {
            **rate_entry(counts),
            "ratio": half_up(exact, 2),
            "ratio_as_shown": half_up(exact, 1 if small else 2),
            "benchmark_ratio": float(plan.PEER_RATIOS[indicator][index]),
        }
    answered = plan.ANSWERED_7 if indicator == 7 else plan.ANSWERED
    said_yes = plan.SAID_YES[indicator]
    counts = {g: (said_yes[g][index], answered[g][index]) for g in ("bme", "white")}
    peers = {g: Fraction(plan.PEER_RATES[indicator, g][index]) for g in counts}
    return {
        **rate_entry(counts),
        "calc_basis": calc_basis(indicator, year_at(index)),
        "benchmark_percent": {g: half_up(peer * 100, 1) for g, peer in peers.items()},
    }


def representation(part: tuple[int, int], index: int) -> Record:
    """Return how far a part of the staff is from the BME share of all staff, in people too."""
    people = [plan.HEADCOUNT[group][index] for group in plan.GROUPS]
    workforce = Fraction(people[0], sum(people))
    share = Fraction(*part)
    return {
        "bme": part[0],
        "people": part[1],
        "share_percent": half_up(share * 100, 1),
        "workforce_bme": people[0],
        "workforce_people": sum(people),
        "workforce_share_percent": half_up(workforce * 100, 1),
        "gap_points": half_up((share - workforce) * 100, 1),
        "one_person_points": half_up(Fraction(100, part[1]), 1),
        "people_to_parity": max(0, math.ceil(workforce * part[1] - part[0])),
    }


def bands_entry(index: int) -> Record:
    """Return the key of indicator 1 in one year: each band, and bands 8a and above together."""
    staff = headcounts(index)
    everyone = with_everyone(staff)["all"]
    senior = Cell("all", "8a-vsm", tuple(a for a in ATOMS if a[0] in plan.SENIOR_BANDS))
    cells = {cell.band: cell for cell in survey_cells() if cell.staff_group == "all"}
    cells[senior.band] = senior
    return {
        band: representation((total(staff["bme"], cell), total(everyone, cell)), index)
        for band, cell in cells.items()
        if band != "all"
    }


def board_entry(index: int) -> Record:
    """Return the key of indicator 9 in one year, for the board and two parts of it."""
    return {
        part: representation((years[index][0], sum(years[index])), index)
        for part, years in plan.BOARD.items()
    }


def entry(indicator: int, index: int) -> Record:
    """Return what the key says about one indicator in one year."""
    if indicator == 1:
        return bands_entry(index)
    return board_entry(index) if indicator == 9 else year_entry(indicator, index)


def hidden_cells() -> dict[str, list[dict[str, object]]]:
    """Return the survey cells of the latest year with fewer than 11 answers, by indicator."""
    latest = len(plan.YEARS) - 1
    found: dict[str, list[dict[str, object]]] = {}
    for indicator in plan.SAID_YES:
        base = with_everyone(bases(indicator, latest))
        found[str(indicator)] = [
            {"band": cell.band, "ethnic_group": group, "base": total(base[group], cell)}
            for group in base
            for cell in survey_cells()
            if 0 < total(base[group], cell) < plan.LEAST_SHOWN
        ]
    return found


def one_case_check() -> Record:
    """Return the ratio of indicator 3 with one case moved from the higher group to the lower."""
    latest = len(plan.YEARS) - 1
    bme, white = (likelihood_counts(3, group, latest) for group in ("bme", "white"))
    moved = Fraction(bme[0] - 1, bme[1]) / Fraction(white[0] + 1, white[1])
    return {"ratio_with_one_case_moved": half_up(moved, 2), "reverses": moved < 1}


def concern_entries() -> list[Record]:
    """Return the planted outcome of every indicator in the latest year, in number order."""
    return [
        {
            "indicator": indicator,
            "triggers": plan.TRIGGERS_2025[indicator],
            "is_concern": plan.STRENGTH_2025[indicator] != plan.NO_CONCERN,
            "strength": plan.STRENGTH_2025[indicator],
        }
        for indicator in range(1, 10)
    ]


def answer_key() -> Record:
    """Return everything the program must find in these files."""
    years = {
        str(indicator): {str(year): entry(indicator, i) for i, year in enumerate(plan.YEARS)}
        for indicator in range(1, 10)
    }
    return {
        "organisation_code": plan.ORG_CODE,
        "organisation_name": plan.NAME,
        "made_up": True,
        "latest_year": plan.YEARS[-1],
        "indicators": years,
        "latest": concern_entries(),
        "concerns_in_order": [
            number for number, strength in plan.STRENGTH_2025.items() if strength != plan.NO_CONCERN
        ],
        "indicator_3_one_case": one_case_check(),
        "indicator_7_break": {"last_without_dont_know": plan.LAST_YEAR_WITHOUT_DONT_KNOW},
        "hidden_survey_cells": hidden_cells(),
        "action_plan": plan.PLAN,
    }


def as_csv(records: Sequence[Record]) -> str:
    """Return records as CSV with newline ends; the first record's keys are the header."""
    written = io.StringIO()
    writer = csv.DictWriter(written, fieldnames=list(records[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    return written.getvalue()


def write_all(folder: Path) -> None:
    """Write the three files into a folder."""
    made = {
        "results.csv": as_csv(tuple(all_records())),
        "benchmarks.csv": as_csv(tuple(peer_records())),
        "answer_key.json": json.dumps(answer_key(), indent=2, ensure_ascii=False) + "\n",
    }
    for name, words in made.items():
        (folder / name).write_bytes(words.encode("utf-8"))


def main() -> None:
    """Write the files beside this one, or into the folder given."""
    parser = argparse.ArgumentParser(description="Write the made-up Practice Trust.")
    parser.add_argument("--into", type=Path, default=Path(__file__).parent)
    write_all(parser.parse_args().into)


if __name__ == "__main__":
    main()
