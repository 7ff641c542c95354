"""How a workforce table is laid out, and the head counts in it.

Three layouts are known: a row a count (bands and ethnicity in columns of their own), a row a band
with a column an ethnic group, and a row an ethnic group with a column a band. A row that holds only
words, such as “Clinical”, names the staff group of the rows below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from wres.terms import Band, StaffGroup
from wres.upload import limits
from wres.upload.band_words import band_in, band_word, is_under_band_1
from wres.upload.columns import ColumnUse, Field
from wres.upload.ethnic_words import ethnic_word
from wres.upload.numbers import quantity
from wres.upload.reading import Line, Reading
from wres.upload.shapes.draft import Keys, key_positions, keys_of
from wres.upload.shapes.head_counts import HeadCount, is_single
from wres.upload.shapes.header_parts import HeaderParts, header_parts, year_above
from wres.upload.term_words import staff_group_word

_LEAST_SHARE = 0.6
_NEAR_TOP = 20
_ORGANISATION = (Field.ORG_CODE, Field.ORG_NAME)
_COUNT_FIELDS = (Field.NUMERATOR, Field.VALUE, Field.DENOMINATOR)
_NOT_LABELS = (*_COUNT_FIELDS, Field.PERCENTAGE, Field.RATIO, Field.IGNORED, Field.PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where bands, ethnic groups and counts stand; −1 for what is in headings."""

    said: str
    band: int
    ethnic: int
    count: int = -1
    base: int = -1
    columns: dict[int, HeaderParts] = field(default_factory=dict)


def layout_of(reading: Reading, uses: tuple[ColumnUse, ...]) -> Layout | None:
    """Return how the table is laid out, or None when it is no workforce table."""
    band = column_of(reading, uses, Field.BAND, is_word=_is_band_cell)
    ethnic = column_of(
        reading, uses, Field.ETHNIC_GROUP, is_word=lambda c: ethnic_word(c) is not None
    )
    headed = _headed(reading, uses, taken=(band, ethnic))
    grouped = {at: part for at, part in headed.items() if part.word}
    banded = {at: part for at, part in headed.items() if part.band}
    if ethnic < 0 <= band and len(grouped) >= 2:
        columns = grouped | _strange(reading, uses, grouped, taken=(band,))
        return Layout(said="a column an ethnic group", band=band, ethnic=-1, columns=columns)
    if band < 0 <= ethnic and banded:
        columns = banded | _totals(uses, ethnic)
        return Layout(said="a row an ethnic group", band=-1, ethnic=ethnic, columns=columns)
    if band >= 0 and ethnic >= 0:
        return _long(uses, band, ethnic)
    return None


def _long(uses: tuple[ColumnUse, ...], band: int, ethnic: int) -> Layout | None:
    at: dict[Field, int] = {}
    for use in uses:
        if use.field in _COUNT_FIELDS and use.group is None:
            at.setdefault(use.field, use.position)
    count = next((at[kind] for kind in _COUNT_FIELDS if kind in at), -1)
    base = at.get(Field.DENOMINATOR, -1)
    if count < 0:
        return None
    base = -1 if base == count else base
    return Layout(said="a row a count", band=band, ethnic=ethnic, count=count, base=base)


def column_of(
    reading: Reading,
    uses: tuple[ColumnUse, ...],
    wanted: Field,
    *,
    is_word: Callable[[str], bool],
) -> int:
    """Return where the column stands that is headed, or nearly filled, as wanted; −1 if none is."""
    named = next((use.position for use in uses if use.field is wanted), -1)
    if named >= 0:
        return named
    unnamed = [use for use in uses if use.field is Field.UNKNOWN or not use.header]
    for use in unnamed[: limits.UNNAMED_COLUMNS_SEARCHED]:
        filled = [cell for line in reading.rows if (cell := line.cells[use.position])]
        # A column without one such word near its top is no column of them.
        if not any(map(is_word, filled[:_NEAR_TOP])):
            continue
        if sum(map(is_word, filled)) > _LEAST_SHARE * len(filled) and _are_words(filled):
            return use.position
    return -1


def _are_words(cells: list[str]) -> bool:
    return any(quantity(cell).is_wrong for cell in cells)


def _is_band_cell(cell: str) -> bool:
    return band_word(cell) is not None or is_under_band_1(cell)


def _headed(
    reading: Reading, uses: tuple[ColumnUse, ...], *, taken: tuple[int, ...]
) -> dict[int, HeaderParts]:
    found: dict[int, HeaderParts] = {}
    letters = {use.header for use in uses if len(use.header) == 1}
    for use in uses:
        parts = header_parts(use.header)
        if use.header == "N" and letters > {"M", "P"}:
            # Elsewhere N heads the number of people; between M and P it is a category.
            parts = HeaderParts(label="n", word=ethnic_word("n"))
        if use.how == "chosen by you" and use.group:
            parts = replace(parts, word=ethnic_word(use.group.value), label=use.group.value)
        elif use.field is Field.IGNORED or use.position in taken:
            continue
        elif use.field in _ORGANISATION and not _all_counts(reading, use):
            # “Trust” over numbers heads all its staff; over codes and names, the trust itself.
            continue
        if (parts.word or parts.band) and not (parts.is_percentage or parts.is_other):
            found[use.position] = parts
    return found


def _strange(
    reading: Reading,
    uses: tuple[ColumnUse, ...],
    grouped: dict[int, HeaderParts],
    *,
    taken: tuple[int, ...],
) -> dict[int, HeaderParts]:
    """Columns of numbers beside ethnic groups, whose headings are not known: they may be people."""
    labels = {part.label for part in grouped.values()}
    has_total = any(ethnic_word(label) == ethnic_word("all") for label in labels)
    if has_total and not any(is_single(label) for label in labels):
        return {}
    found = {}
    for use in uses:
        parts = header_parts(use.header)
        named = use.field is Field.UNKNOWN and use.position not in (*grouped, *taken)
        if named and not (parts.is_percentage or parts.is_other) and _all_counts(reading, use):
            found[use.position] = replace(parts, label=use.header)
    return found


def _all_counts(reading: Reading, use: ColumnUse) -> bool:
    cells = [quantity(line.cells[use.position]) for line in reading.rows]
    return any(cell.is_whole for cell in cells) and not any(cell.is_wrong for cell in cells)


def _totals(uses: tuple[ColumnUse, ...], ethnic: int) -> dict[int, HeaderParts]:
    """Columns “Total” or “All grades”, where the other columns are bands."""
    return {
        use.position: HeaderParts(band="all")
        for use in uses
        if use.header and use.position != ethnic and band_word(use.header) is Band.ALL
    }


def counts_in(
    reading: Reading, uses: tuple[ColumnUse, ...], layout: Layout
) -> tuple[HeadCount, ...]:
    """Return every head count of the table, with the words that say whose it is."""
    places = key_positions(uses)
    places.pop(Field.ETHNIC_GROUP.value, None)
    if layout.band >= 0:
        places[Field.BAND.value] = layout.band
    said_above, section = year_above(reading), ""
    counts: list[HeadCount] = []
    for line in reading.rows:
        keys = keys_of(line, places)
        named = _section(line, layout)
        section = section if named is None else named
        if named is None:
            keys = _with_context(keys, section=section, year=said_above)
            counts += _of_line(line, keys, layout)
    return tuple(counts)


def _section(line: Line, layout: Layout) -> str | None:
    """The staff group a row of words alone names for the rows below; None for a row of counts."""
    filled = [cell for cell in line.cells if cell]
    if len(filled) != 1 or any(line.cells[at] for at in _figure_columns(layout)):
        return None
    group = staff_group_word(filled[0])
    return group.value if group and group is not StaffGroup.ALL else None


def _figure_columns(layout: Layout) -> tuple[int, ...]:
    return tuple(layout.columns) or (layout.count,)


def _with_context(keys: Keys, *, section: str, year: str) -> Keys:
    staff = keys.staff_group or section
    band = keys.band
    group = staff_group_word(band) if band_word(band) is None else None
    if group is not None:
        staff, band = group.value, "all"
    elif band_word(band) is Band.ALL and _ends_sections(band):
        staff = keys.staff_group
    if band_in(band, staff_group_word(staff)) is Band.OTHER_MEDICAL:
        band = Band.OTHER_MEDICAL.value
    has_year = keys.year or keys.wres_year or keys.survey_year
    return replace(keys, staff_group=staff, band=band, year=keys.year if has_year else year)


def _ends_sections(band: str) -> bool:
    """Whether a total is of all sections together, not of the one it ends."""
    return staff_group_word(band) is StaffGroup.ALL and band.casefold().strip() != "total"


def _of_line(line: Line, keys: Keys, layout: Layout) -> Iterator[HeadCount]:
    if layout.count >= 0:
        yield HeadCount(
            line=line.number,
            column=layout.count,
            keys=keys,
            label=line.cells[layout.ethnic],
            number=line.cells[layout.count],
            base=line.cells[layout.base] if layout.base >= 0 else "",
        )
        return
    if not any(line.cells[at] for at in layout.columns):
        return
    for at, parts in layout.columns.items():
        yield HeadCount(
            line=line.number,
            column=at,
            keys=_with_heading(keys, parts),
            label=line.cells[layout.ethnic] if layout.ethnic >= 0 else parts.label,
            number=line.cells[at],
        )


def _with_heading(keys: Keys, parts: HeaderParts) -> Keys:
    has_year = keys.wres_year or keys.survey_year
    return replace(
        keys,
        staff_group=parts.staff_group or keys.staff_group,
        band=parts.band or keys.band,
        year=keys.year if has_year or not parts.year else parts.year,
    )
