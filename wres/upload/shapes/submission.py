"""A return as trusts submit it: counts of people for indicators 2, 3, 4 and 9, row by row.

Each row counts one thing, with a column an ethnic group, or each row is an ethnic group, with a
column a count. The same sheet may hold head counts by band and percentages of the survey.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from wres.indicators import LIKELIHOOD_INDICATORS
from wres.terms import WRES_GROUPS, EthnicGroup
from wres.upload.columns import ColumnUse
from wres.upload.ethnic_words import ethnic_word
from wres.upload.limits import LINES_NAMED
from wres.upload.numbers import quantity
from wres.upload.reading import Reading
from wres.upload.shapes.count_words import Part
from wres.upload.shapes.draft import Draft, Keys, Measure, Recognition, Shape
from wres.upload.shapes.head_count_sums import Completed, completed
from wres.upload.shapes.head_counts import HeadCount, counts_drafts
from wres.upload.shapes.submission_tables import (
    Item,
    items_in,
    read_columns,
    rows_without_meaning,
)

NAME = "submission"
TITLE = "A return with counts of people for indicators 2, 3, 4 and 9"
_COUNTED_GROUPS = (*WRES_GROUPS, EthnicGroup.UNKNOWN)
_COUNTED = (Part.TOP, Part.BASE, Part.BOARD, Part.WORKFORCE)


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return how well the table fits: whole numbers of people under the words of the return."""
    items = items_in(reading, uses)
    counted = [item for item in items if item.word.part in _COUNTED]
    parts = defaultdict(set)
    for item in counted:
        parts[item.word.indicator].add(item.word.part)
    full = [number for number in LIKELIHOOD_INDICATORS if _is_full(parts, number)]
    has_board = any(found == {Part.BOARD} for found in parts.values())
    if not (full or has_board) or not _are_people(counted):
        return Recognition(NAME, 0.0, "no counts of a return for indicators 2, 3, 4 or 9")
    named = ", ".join(map(str, full + [9] * has_board))
    return Recognition(
        NAME,
        0.93,
        f"counts of people for indicators {named}",
        remarks=(*_workforce(items).remarks, *_left_out(reading, uses)),
        read_columns=read_columns(reading, uses),
    )


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return the figures of the return as text: counts for each group, percentages, ratios."""
    items = items_in(reading, uses)
    board = [_head_count(item) for item in items if item.word.part is Part.BOARD]
    return (
        *counts_drafts(_workforce(items).counts),
        *_pairs(items),
        *(_printed(item) for item in items if _is_printed(item)),
        *_ratios(items),
        *counts_drafts(board),
    )


def _left_out(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[str, ...]:
    rows = rows_without_meaning(reading, uses)
    if not rows:
        return ()
    lines = ", ".join(str(line) for line, _ in rows[:LINES_NAMED])
    return (f"Rows with numbers were not understood and left out: line {lines}, “{rows[0][1]}”.",)


def _is_full(parts: dict[int | None, set[Part]], number: int) -> bool:
    shared = Part.BASE in parts[None] and number in (3, 4)
    return Part.TOP in parts[number] and (Part.BASE in parts[number] or shared)


def _are_people(items: Iterable[Item]) -> bool:
    read = [quantity(item.cell) for item in items]
    numbers = [one for one in read if one.number is not None]
    return bool(numbers) and all(one.is_whole and not one.has_percent_sign for one in numbers)


def _is_printed(item: Item) -> bool:
    # A survey percentage of people of unknown ethnicity is a blank cell of the form.
    return item.word.part is Part.PERCENTAGE and item.group is not EthnicGroup.UNKNOWN


def _head_count(item: Item) -> HeadCount:
    keys = item.keys
    if item.word.indicator is not None:
        keys = replace(keys, indicator=str(item.word.indicator))
    if item.word.part is not Part.TOP:
        keys = replace(keys, staff_group=item.word.staff_group or keys.staff_group)
    return HeadCount(
        line=item.line, column=item.column, keys=keys, label=item.label, number=item.cell
    )


def _workforce(items: tuple[Item, ...]) -> Completed:
    bands = [_head_count(item) for item in items if item.is_band]
    whole = [item for item in items if item.word.part is Part.WORKFORCE and not item.is_band]
    everyone = [
        _head_count(replace(item, keys=replace(item.keys, band="all", staff_group="")))
        for item in whole
    ]
    return completed((*bands, *everyone))


def _place(item: Item) -> Keys:
    return replace(item.keys, indicator="", staff_group="", band="", ethnic_group="")


def _pairs(items: tuple[Item, ...]) -> Iterator[Draft]:
    bases: dict[tuple[Keys, int | None, EthnicGroup | None], Item] = {}
    for item in items:
        if item.word.part is Part.BASE:
            bases.setdefault((_place(item), item.word.indicator, item.group), item)
    for item in items:
        known = item.group in _COUNTED_GROUPS or ethnic_word(item.label) is None
        if item.word.part is not Part.TOP or not known:
            continue
        place, number = _place(item), item.word.indicator
        shared = bases.get((place, None, item.group))
        base = bases.get((place, number, item.group), shared if number != 2 else None)
        yield Draft(
            line=item.line,
            keys=_named(item),
            group=item.group,
            numerator=item.cell,
            denominator=base.cell if base else "",
            measure=Measure.VALUE,
        )


def _named(item: Item) -> Keys:
    label = "" if item.group else item.label
    return replace(_place(item), indicator=str(item.word.indicator), ethnic_group=label)


def _printed(item: Item) -> Draft:
    return Draft(
        line=item.line,
        keys=_named(item),
        group=item.group,
        value=item.cell,
        column=item.column,
    )


def _ratios(items: tuple[Item, ...]) -> Iterator[Draft]:
    lines: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.word.part is Part.RATIO and quantity(item.cell).number is not None:
            lines[item.line].append(item)
    for found in lines.values():
        # Two numbers in the row are the likelihood of each group, not one of the other.
        if len(found) == 1 and found[0].word.indicator:
            (item,) = found
            keys = replace(_place(item), indicator=str(item.word.indicator))
            yield Draft(
                line=item.line,
                keys=keys,
                group=EthnicGroup.ALL,
                value=item.cell,
                measure=Measure.RATIO,
            )


SHAPE = Shape(NAME, TITLE, score, reshape)
