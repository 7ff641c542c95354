"""What each column of a file may be for, from its heading and its cells, for a person to confirm.

Nothing here decides: a proposal is shown with its reason and the cells it does not explain. An
ethnic group is never proposed for a label that is not listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wres.indicators import INDICATOR_NUMBERS
from wres.organisations import Organisations
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR, Band
from wres.upload.band_words import band_word
from wres.upload.columns import FIGURE_FIELDS, ColumnUse, Field
from wres.upload.ethnic_words import ethnic_word
from wres.upload.mapping import Choices, use_columns, use_options
from wres.upload.numbers import quantity
from wres.upload.reading import Reading
from wres.upload.shapes.header_parts import header_parts
from wres.upload.term_words import YearKind, indicator_number, staff_group_word, year_word

LEAST_SHARE = 0.8
# Cells shown to a person; the rest are counted in the reason.
CELLS_NAMED = 10
_NO_CHOICES = Choices()
Mapping = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What one column may be for: a use as a mapping stores it, empty when none can be proposed.

    ``share`` is how many of the filled cells fit, 0 to 1; ``unplaced`` are cells that do not.
    """

    header: str
    position: int
    use: str
    reason: str
    share: float = 0.0
    unplaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kind:
    """One thing a column can hold: the use, what its cells are called, and the test of a cell."""

    use: str
    called: str
    fits: Callable[[str], bool]


def propose(reading: Reading, organisations: Organisations) -> tuple[Proposal, ...]:
    """Return a proposal for each column, in the order of the file."""
    uses = use_columns(reading.header, _NO_CHOICES)
    kinds = _kinds(organisations)
    return tuple(
        _proposal(use, tuple(line.cells[use.position] for line in reading.rows), kinds)
        for use in uses
    )


def as_mapping(proposals: Iterable[Proposal]) -> Mapping:
    """Return the proposals that name a use, as pairs that a mapping holds."""
    return tuple((one.header, one.use) for one in proposals if one.use and one.header)


def fitting_mapping(header: tuple[str, ...], remembered: Iterable[Mapping]) -> Mapping | None:
    """Return the first remembered mapping that fits a header exactly, or None.

    It fits when each of its headings is in the file, word for word, and each column of the file
    is either in it or understood by itself; so a new or renamed column is asked about.
    """
    for mapping in remembered:
        named = {text for text, _ in mapping}
        rest = tuple(text for text in header if text not in named)
        strange = [use for use in use_columns(rest, _NO_CHOICES) if use.field is Field.UNKNOWN]
        if mapping and named <= set(header) and not strange and _is_whole(mapping):
            return mapping
    return None


def _is_whole(mapping: Mapping) -> bool:
    """Whether every use is one there still is: what was remembered may be of an older program."""
    return all(use in use_options() for _, use in mapping)


def _kinds(organisations: Organisations) -> tuple[_Kind, ...]:
    return (
        _Kind("org_code", "ODS codes", lambda cell: cell.upper() in organisations),
        _Kind("org_name", "names of organisations", lambda c: organisations.named(c) is not None),
        _Kind("ethnic_group", "ethnic groups", lambda cell: ethnic_word(cell) is not None),
        _Kind("wres_year", "WRES years", lambda cell: _is_year(cell, YearKind.WRES)),
        _Kind("survey_year", "survey years", lambda cell: _is_year(cell, YearKind.SURVEY)),
        _Kind("year", "years", lambda cell: _is_year(cell, None)),
        _Kind("staff_group", "staff groups", lambda cell: staff_group_word(cell) is not None),
        _Kind("band", "pay bands", lambda cell: band_word(cell) is not None),
        _Kind("indicator", "indicators", _is_indicator),
        _Kind("percentage", "percentages", lambda cell: quantity(cell).has_percent_sign),
    )


def _is_year(cell: str, kind: YearKind | None) -> bool:
    word = year_word(cell)
    if word is None or not FIRST_WRES_YEAR - 1 <= word.year <= LAST_WRES_YEAR:
        return False
    return kind is None or word.kind is kind


def _is_indicator(cell: str) -> bool:
    return not cell.isdigit() and indicator_number(cell) in INDICATOR_NUMBERS


def _proposal(use: ColumnUse, cells: tuple[str, ...], kinds: tuple[_Kind, ...]) -> Proposal:
    filled = [cell for cell in cells if cell]
    if use.field in (Field.PERSONAL, Field.IGNORED):
        return _said(use, "" if use.field is Field.PERSONAL else "ignored", _left_out(use))
    if use.field is not Field.UNKNOWN:
        return _by_heading(use, filled, kinds)
    grouped = _grouped(use, filled)
    if grouped is not None:
        return grouped
    best = _best(filled, kinds)
    return _by_cells(use, filled, best) if best else _by_numbers(use, filled)


def _left_out(use: ColumnUse) -> str:
    if use.field is Field.PERSONAL:
        return "The heading is of details of people, which are never kept."
    return "The column is not needed." if use.header else "The column has no heading."


def _by_heading(use: ColumnUse, filled: list[str], kinds: tuple[_Kind, ...]) -> Proposal:
    kind = next((one for one in kinds if one.use == use.field.value and not use.group), None)
    named = f"The heading “{use.header}” is known"
    if use.field in FIGURE_FIELDS:
        strange = _unplaced(filled, lambda cell: not quantity(cell).is_wrong)
        return _said(use, use.code, f"{named}.", strange=strange, of=len(filled))
    if kind is None or kind.use in ("indicator", "percentage"):
        return _said(use, use.code, f"{named}.", of=len(filled))
    strange = _unplaced(filled, kind.fits)
    reason = f"{named}, and {_many(filled, strange, kind.called)}."
    other = _best(filled, kinds)
    # A heading such as “Group” may stand over another thing than it usually does.
    if filled and other and len(strange) == len(filled):
        return _by_cells(use, filled, other)
    return _said(use, use.code, reason, strange=strange, of=len(filled))


def _grouped(use: ColumnUse, filled: list[str]) -> Proposal | None:
    """A column of figures of one ethnic group, where a longer heading names the group."""
    parts = header_parts(use.header)
    if parts.word is None or parts.word.detailed or not filled:
        return None
    strange = _unplaced(filled, lambda cell: not quantity(cell).is_wrong)
    if len(strange) > (1 - LEAST_SHARE) * len(filled):
        return None
    field = Field.NUMERATOR if parts.is_count else Field.PERCENTAGE
    field = Field.DENOMINATOR if parts.is_base and not parts.is_percentage else field
    reason = f"The heading names the group, and {_many(filled, strange, 'figures')}."
    code = f"{field.value}:{parts.word.group.value}"
    return _said(use, code, reason, strange=strange, of=len(filled))


def _best(filled: list[str], kinds: tuple[_Kind, ...]) -> _Kind | None:
    if not filled or all(quantity(cell).mark is not None for cell in filled):
        return None
    shares = [(sum(map(kind.fits, filled)) / len(filled), kind) for kind in kinds]
    # The first of equals: the kinds stand from the surest to the least sure.
    share, kind = max(shares, key=lambda pair: pair[0])
    if share < LEAST_SHARE or _only_numbers(filled, kind):
        return None
    return kind


def _only_numbers(filled: list[str], kind: _Kind) -> bool:
    """Whether the cells are bare numbers, which could be bands, indicators or counts alike."""
    bare = [cell for cell in filled if quantity(cell).number is not None]
    return kind.use in ("band", "ethnic_group") and len(bare) == len(filled)


def _by_cells(use: ColumnUse, filled: list[str], kind: _Kind) -> Proposal:
    strange = _unplaced(filled, kind.fits)
    reason = f"{_many(filled, strange, kind.called).capitalize()}."
    reason = reason.replace("ods codes", "ODS codes").replace("wres years", "WRES years")
    return _said(use, kind.use, reason, strange=strange, of=len(filled))


def _by_numbers(use: ColumnUse, filled: list[str]) -> Proposal:
    read = [quantity(cell) for cell in filled]
    numbers = [one for one in read if one.number is not None]
    if not filled:
        return _said(use, "ignored", "The column is empty.")
    strange = tuple(dict.fromkeys(one.text for one in read if one.is_wrong))
    if len(numbers) < LEAST_SHARE * len(filled):
        placed = sum(
            1 for cell in filled if ethnic_word(cell) or band_word(cell) not in (None, Band.ALL)
        )
        reason = f"Only {placed:,} of {len(filled):,} cells are words of the standard."
        return _said(use, "", reason, strange=strange or tuple(dict.fromkeys(filled)))
    lowest = min(one.number or 0 for one in numbers)
    highest = max(one.number or 0 for one in numbers)
    reason = (
        f"{len(numbers):,} of {len(filled):,} cells are numbers from {lowest:g} to {highest:g}, "
        "and the heading does not say of what."
    )
    return _said(use, "", reason, strange=strange)


def _is_single_band(cell: str) -> bool:
    return band_word(cell) not in (None, Band.ALL)


def _unplaced(filled: list[str], fits: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(cell for cell in filled if not fits(cell))


def _many(filled: list[str], strange: tuple[str, ...], called: str) -> str:
    fitting = len(filled) - len(strange)
    if not strange and filled:
        return f"all {len(filled):,} cells are {called}"
    return f"{fitting:,} of {len(filled):,} cells are {called}"


def _said(
    use: ColumnUse, code: str, reason: str, *, strange: tuple[str, ...] = (), of: int = 0
) -> Proposal:
    return Proposal(
        header=use.header,
        position=use.position,
        use=code,
        reason=reason,
        share=(of - len(strange)) / of if of else 0.0,
        unplaced=tuple(dict.fromkeys(strange))[:CELLS_NAMED],
    )
