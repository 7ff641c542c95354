"""The rows of the templates: made from the registry, so that a new band or indicator is in them.

The filled example holds the made-up figures of the Practice Trust as they are shipped, so that
every check passes without a word, also beside what is held.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wres.errors import DataFileBroken
from wres.indicators import INDICATORS, Indicator, Kind, indicator
from wres.organisations import PRACTICE_TRUST
from wres.terms import Band, EthnicGroup, StaffGroup
from wres.upload.shapes.template import HEADINGS

EXAMPLE_YEAR = 2025
EXAMPLE_TITLE = (
    f"Made-up figures of the Practice Trust ({PRACTICE_TRUST}), to show how the template is filled"
)
_PRACTICE = Path(__file__).resolve().parents[2] / "data" / "practice" / "results.csv"
_PAIR = (EthnicGroup.BME, EthnicGroup.WHITE)

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class TemplateTable:
    """One table of the templates: its title (empty for an unfilled one), headings and rows."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def template_table(number: int | None = None, *, filled: bool) -> TemplateTable:
    """Return the template of one indicator, or of all when no number is given.

    Raises:
        UnknownTerm: If the standard has no such indicator.
    """
    wanted = INDICATORS if number is None else (indicator(number),)
    rows = tuple(row for one in wanted for row in example_rows(one)) if filled else ()
    return TemplateTable(EXAMPLE_TITLE if filled else "", HEADINGS, rows)


def example_rows(one: Indicator) -> tuple[tuple[Cell, ...], ...]:
    """Return the made-up rows of one indicator, in the order of the headings."""
    if one.kind is Kind.WORKFORCE:
        return _workforce(one)
    if one.kind is Kind.BOARD:
        return _boards(one)
    return _likelihood(one) if one.is_likelihood else _survey(one)


def _row(
    one: Indicator,
    group: EthnicGroup,
    *,
    counts: tuple[int, int] | None = None,
    staff: StaffGroup = StaffGroup.ALL,
    band: Band = Band.ALL,
    percentage: Cell = "",
    ratio: Cell = "",
) -> tuple[Cell, ...]:
    said: dict[str, Cell] = {
        "org_code": PRACTICE_TRUST,
        "wres_year": EXAMPLE_YEAR,
        "indicator": one.number,
        "staff_group": staff.value,
        "band": band.value,
        "ethnic_group": group.value,
        "numerator": counts[0] if counts else "",
        "denominator": counts[1] if counts else "",
        "percentage": percentage,
        "ratio": ratio,
    }
    return tuple(said[heading] for heading in HEADINGS)


def _practice(one: Indicator) -> tuple[dict[str, str], ...]:
    """The shipped figures of the Practice Trust in the year of the example."""
    return tuple(row for row in _practice_year() if row["indicator"] == str(one.number))


@cache
def _practice_year() -> tuple[dict[str, str], ...]:
    try:
        with _PRACTICE.open(encoding="utf-8", newline="") as lines:
            rows = tuple(csv.DictReader(lines))
    except (OSError, UnicodeDecodeError):
        raise DataFileBroken(_PRACTICE.name, "it is missing or not UTF-8 text.") from None
    return tuple(row for row in rows if row["wres_year"] == str(EXAMPLE_YEAR))


def _counted(row: dict[str, str]) -> tuple[int, int]:
    return int(row["numerator"]), int(row["denominator"])


def _workforce(one: Indicator) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        _row(one, EthnicGroup(row["ethnic_group"]), band=Band(row["band"]), counts=_counted(row))
        for row in _practice(one)
        if row["staff_group"] == StaffGroup.ALL.value
    )


def _boards(one: Indicator) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        _row(
            one,
            EthnicGroup(row["ethnic_group"]),
            staff=StaffGroup(row["staff_group"]),
            counts=_counted(row),
        )
        for row in _practice(one)
    )


def _likelihood(one: Indicator) -> tuple[tuple[Cell, ...], ...]:
    counts = {EthnicGroup(row["ethnic_group"]): _counted(row) for row in _practice(one)}
    rate = {group: top / base for group, (top, base) in counts.items()}
    over = one.ratio_top or EthnicGroup.WHITE
    under = EthnicGroup.BME if over is EthnicGroup.WHITE else EthnicGroup.WHITE
    rows = [_row(one, group, counts=counts[group]) for group in _PAIR]
    return (*rows, _row(one, EthnicGroup.ALL, ratio=round(rate[over] / rate[under], 2)))


def _survey(one: Indicator) -> tuple[tuple[Cell, ...], ...]:
    everyone = {
        EthnicGroup(row["ethnic_group"]): _counted(row)
        for row in _practice(one)
        if (row["staff_group"], row["band"]) == (StaffGroup.ALL.value, Band.ALL.value)
    }
    return tuple(
        _row(
            one,
            group,
            counts=everyone[group],
            percentage=round(100 * everyone[group][0] / everyone[group][1], 1),
        )
        for group in _PAIR
    )
