"""The workforce by pay band and ethnicity (indicator 1), as head counts, long or wide."""

from __future__ import annotations

from dataclasses import replace

from wres.terms import EthnicGroup
from wres.upload.columns import ColumnUse, Field
from wres.upload.ethnic_words import ethnic_word
from wres.upload.numbers import quantity
from wres.upload.reading import Reading
from wres.upload.shapes.draft import Draft, Recognition, Shape
from wres.upload.shapes.head_count_sums import completed
from wres.upload.shapes.head_counts import HeadCount, counts_drafts
from wres.upload.shapes.header_parts import header_parts
from wres.upload.shapes.snapshots import of_march
from wres.upload.shapes.workforce_tables import Layout, counts_in, layout_of
from wres.upload.term_words import indicator_number

NAME = "workforce"
TITLE = "The workforce by pay band and ethnicity, as head counts"
NO_BASE = (
    "The table gives neither staff of unknown ethnicity nor a total. So it is not known how "
    "many people a band holds, and indicator 1 is a share of them."
)
# Three whole percentages of a band make a hundred; head counts of every band do not.
_HUNDRED = 100


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return how well the table fits: bands, ethnic groups and whole numbers of people."""
    layout = layout_of(reading, uses)
    if layout is None:
        return Recognition(NAME, 0.0, "no pay bands, ethnic groups and head counts together")
    if not _is_indicator_1(reading, uses, is_long=layout.count >= 0):
        return Recognition(NAME, 0.0, "other indicators than 1 are in the table")
    every = counts_in(reading, uses, layout)
    if not _are_people(every, says_people=_says_people(uses, layout)):
        return Recognition(NAME, 0.0, "the numbers are not head counts")
    dated = of_march(every)
    counts, found = dated.counts, completed(dated.counts)
    fits = Recognition(
        NAME,
        0.95,
        f"head counts of staff by pay band, with {layout.said}",
        remarks=(*filter(None, (dated.remark,)), *found.remarks),
        refusal=dated.refusal,
        read_columns=tuple(layout.columns),
    )
    return fits if dated.refusal or _has_base(counts) else replace(fits, refusal=NO_BASE)


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return BME, White and Unknown of each band among everyone in it, as text."""
    layout = layout_of(reading, uses)
    if layout is None:
        return ()
    counts = of_march(counts_in(reading, uses, layout)).counts
    return counts_drafts(completed(counts).counts) if _has_base(counts) else ()


def _is_indicator_1(reading: Reading, uses: tuple[ColumnUse, ...], *, is_long: bool) -> bool:
    named = [use for use in uses if use.field is Field.INDICATOR]
    if not named:
        return not any(use.indicator not in (None, 1) for use in uses)
    # A long table with its indicator, count and base is tidy already.
    if is_long and any(use.field is Field.DENOMINATOR and use.group is None for use in uses):
        return False
    cells = {line.cells[use.position] for use in named for line in reading.rows}
    return all(indicator_number(cell) == 1 for cell in cells if cell)


def _are_whole(counts: tuple[HeadCount, ...]) -> bool:
    read = [quantity(count.number) for count in counts]
    numbers = [one for one in read if one.number is not None]
    whole = [one for one in numbers if one.is_whole and not one.has_percent_sign]
    # One slip of the pen is for the checks to name; a column of decimals is no head count.
    return bool(whole) and len(whole) >= 0.9 * len(numbers)


def _says_people(uses: tuple[ColumnUse, ...], layout: Layout) -> bool:
    """Whether a heading of the numbers says that they count people, as “Headcount” does."""
    named = [use for use in uses if use.position in (*layout.columns, layout.count)]
    return any(
        header_parts(use.header).is_count or (use.field is Field.NUMERATOR and use.group is None)
        for use in named
    )


def _are_people(counts: tuple[HeadCount, ...], *, says_people: bool) -> bool:
    if not _are_whole(counts):
        return False
    parts: dict[tuple[object, ...], float] = {}
    totals: set[float] = set()
    for count in counts:
        word, number = ethnic_word(count.label), quantity(count.number).number or 0
        if word and word.group is EthnicGroup.ALL:
            totals.add(number)
        elif word:
            parts[count.place] = parts.get(count.place, 0) + number
    if len(parts) < 2 or any(total != _HUNDRED for total in parts.values()):
        return True
    # Parts of a hundred beside larger totals are shares of them, whatever a heading says.
    return says_people and totals <= {_HUNDRED}


def _has_base(counts: tuple[HeadCount, ...]) -> bool:
    words = (ethnic_word(count.label) for count in counts)
    groups = {word.group for word in words if word}
    given = any(count.base for count in counts)
    return given or bool(groups & {EthnicGroup.ALL, EthnicGroup.UNKNOWN})


SHAPE = Shape(NAME, TITLE, score, reshape)
