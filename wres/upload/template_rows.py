"""The rows of the templates: made from the registry, so that a new band or indicator is in them.

The filled example is made up, of the Practice Trust. Its numbers follow simple rules, not a real
trust, and are chosen so that every check passes without a word.
"""

from __future__ import annotations

from dataclasses import dataclass

from wres.indicators import INDICATORS, Indicator, Kind, indicator
from wres.organisations import PRACTICE_TRUST
from wres.terms import MEDICAL_GRADES, PAY_BANDS, Band, EthnicGroup, StaffGroup
from wres.upload.shapes.template import HEADINGS

EXAMPLE_YEAR = 2025
EXAMPLE_TITLE = (
    f"Made-up figures of the Practice Trust ({PRACTICE_TRUST}), to show how the template is filled"
)
_BOARDS = (StaffGroup.BOARD, StaffGroup.BOARD_VOTING, StaffGroup.BOARD_EXECUTIVE)
_COUNTED = (EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.UNKNOWN)
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


def _workforce(one: Indicator) -> tuple[tuple[Cell, ...], ...]:
    bands = PAY_BANDS + MEDICAL_GRADES
    people = {band: _people(at) for at, band in enumerate(bands)}
    people = {Band.ALL: _added(people), **people}
    return tuple(
        _row(one, group, band=band, counts=(counts[group], sum(counts.values())))
        for band, counts in people.items()
        for group in _COUNTED
    )


def _people(at: int) -> dict[EthnicGroup, int]:
    """Made-up staff of the band that stands at this place of the ladder."""
    everyone, share = max(60, 600 - 45 * at), max(12, 45 - 3 * at)
    bme, unknown = everyone * share // 100, everyone // 30
    return {
        EthnicGroup.BME: bme,
        EthnicGroup.WHITE: everyone - bme - unknown,
        EthnicGroup.UNKNOWN: unknown,
    }


def _added(people: dict[Band, dict[EthnicGroup, int]]) -> dict[EthnicGroup, int]:
    return {group: sum(counts[group] for counts in people.values()) for group in _COUNTED}


def _boards(one: Indicator) -> tuple[tuple[Cell, ...], ...]:
    rows = []
    for at, staff in enumerate(_BOARDS):
        counts = {EthnicGroup.BME: 3, EthnicGroup.WHITE: 13 - 2 * at, EthnicGroup.UNKNOWN: 1}
        base = sum(counts.values())
        rows += [_row(one, group, staff=staff, counts=(n, base)) for group, n in counts.items()]
    return tuple(rows)


def _likelihood(one: Indicator) -> tuple[tuple[Cell, ...], ...]:
    counts = {
        EthnicGroup.BME: (60 + 10 * one.number, 1500),
        EthnicGroup.WHITE: (120 + 10 * one.number, 2400),
    }
    rate = {group: top / base for group, (top, base) in counts.items()}
    over = one.ratio_top or EthnicGroup.WHITE
    under = EthnicGroup.BME if over is EthnicGroup.WHITE else EthnicGroup.WHITE
    ratio = round(rate[over] / rate[under], 2)
    rows = [_row(one, group, counts=counts[group]) for group in _PAIR]
    return (*rows, _row(one, EthnicGroup.ALL, ratio=ratio))


def _survey(one: Indicator) -> tuple[tuple[Cell, ...], ...]:
    lower, higher = (150 + 5 * one.number, 800), (330 + 5 * one.number, 1300)
    if one.higher_is_worse:
        counts = dict(zip(_PAIR, ((200 + 5 * one.number, 800), (280, 1300)), strict=True))
    else:
        counts = dict(zip(_PAIR, (lower, higher), strict=True))
    return tuple(
        _row(one, group, counts=(top, base), percentage=round(100 * top / base, 1))
        for group, (top, base) in counts.items()
    )
