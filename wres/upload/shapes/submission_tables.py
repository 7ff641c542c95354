"""The single cells of a return: each with what it counts and for which ethnic group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wres.indicators import INDICATOR_NUMBER_PATTERN, INDICATOR_NUMBERS, LIKELIHOOD_INDICATORS
from wres.terms import EthnicGroup, StaffGroup
from wres.upload.band_words import band_word, is_under_band_1
from wres.upload.cells import words_of
from wres.upload.columns import ColumnUse, Field
from wres.upload.ethnic_words import ethnic_word
from wres.upload.numbers import quantity
from wres.upload.reading import Line, Reading
from wres.upload.shapes.count_words import CountWord, Part, count_word, without_number
from wres.upload.shapes.draft import Keys, key_positions, keys_of
from wres.upload.shapes.header_parts import HeaderParts, header_parts, year_above
from wres.upload.term_words import indicator_number, staff_group_word

_OF_A_BAND = CountWord(Part.WORKFORCE, 1)
_NUMBERED = re.compile(rf"^(?:wres )?(?:indicator|metric|ind)? ?({INDICATOR_NUMBER_PATTERN})\b")
_LONGEST_LABEL = 5
_SAME_IN_ROWS = (
    *(Field.ORG_CODE, Field.ORG_NAME, Field.WRES_YEAR, Field.SURVEY_YEAR, Field.YEAR),
    *(Field.PERSONAL, Field.BENCHMARK_GROUP),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One cell of a return; ``group`` is None where the label is not known."""

    line: int
    column: int
    keys: Keys
    label: str
    group: EthnicGroup | None
    word: CountWord
    cell: str
    is_band: bool = False


@dataclass(frozen=True, slots=True)
class _Context:
    """What the rows above say of the rows below: the indicator and the staff group."""

    indicator: int | None = None
    staff_group: str = ""


def items_in(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Item, ...]:
    """Return every cell of a return that can be told, in the order of the file."""
    named = _whole_groups(uses)
    ethnic = next((use.position for use in uses if use.field is Field.ETHNIC_GROUP), -1)
    if ethnic >= 0:
        return tuple(_of_group_rows(reading, uses, ethnic))
    if len(named) >= 2:
        return tuple(_of_counted_rows(reading, uses, named))
    return tuple(_of_headings(reading, uses))


def read_columns(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[int, ...]:
    """Return the columns of the items, and those of words that name what is counted."""
    items = items_in(reading, uses)
    at = {item.column for item in items}
    words = {
        use.position
        for use in uses
        if any(_word_in(line.cells[use.position]) for line in reading.rows)
    }
    return tuple(sorted(at | words))


def rows_without_meaning(
    reading: Reading, uses: tuple[ColumnUse, ...]
) -> tuple[tuple[int, str], ...]:
    """Return the lines with numbers under an ethnic group that gave no item, and their words."""
    told = {item.line for item in items_in(reading, uses)}
    columns = _whole_groups(uses)
    said = {u.position for u in uses if u.field not in _SAME_IN_ROWS and u.position not in columns}
    found = []
    for line in reading.rows:
        has_number = any(quantity(line.cells[at]).number is not None for at in columns)
        if has_number and line.number not in told:
            cells = [cell for at, cell in enumerate(line.cells) if cell and at not in columns]
            # The trust and the year are the same in every row and do not say which one it is.
            own = [c for at, c in enumerate(line.cells) if at in said and any(map(str.isalpha, c))]
            found.append((line.number, next(iter((*own, *cells)), "")))
    return tuple(found)


def _word_in(cell: str) -> bool:
    return bool(cell) and (count_word(cell) is not None or _is_band(cell) or _staff(cell) != "")


def _whole_groups(uses: tuple[ColumnUse, ...]) -> dict[int, HeaderParts]:
    found = {}
    for use in uses:
        parts = header_parts(use.header)
        known = parts.word and not parts.word.detailed and not parts.is_other
        if known and use.field is not Field.IGNORED:
            found[use.position] = parts
    return found


def _keys(reading: Reading, uses: tuple[ColumnUse, ...], line: Line) -> Keys:
    places = key_positions(uses)
    for name in (Field.ETHNIC_GROUP, Field.INDICATOR, Field.BAND, Field.STAFF_GROUP):
        places.pop(name.value, None)
    return keys_of(line, places)


def _with_year(keys: Keys, year: str) -> Keys:
    has_year = keys.year or keys.wres_year or keys.survey_year
    return keys if has_year else replace(keys, year=year)


def _of_counted_rows(
    reading: Reading, uses: tuple[ColumnUse, ...], named: dict[int, HeaderParts]
) -> Iterator[Item]:
    above, context = year_above(reading), _Context()
    organisations = (Field.ORG_CODE, Field.ORG_NAME, Field.WRES_YEAR, Field.SURVEY_YEAR, Field.YEAR)
    apart = {use.position for use in uses if use.field in organisations} | set(named)
    for line in reading.rows:
        texts = [cell for at, cell in enumerate(line.cells) if cell and at not in apart]
        context = _moved(context, texts)
        word, band = _of_texts(texts, context)
        if word is None:
            continue
        for at, parts in named.items():
            keys = _with_year(_keys(reading, uses, line), parts.year or above)
            staff = context.staff_group if band else ""
            if line.cells[at] or word.part in (Part.TOP, Part.BASE, Part.BOARD):
                yield Item(
                    line=line.number,
                    column=at,
                    keys=replace(keys, band=band, staff_group=staff),
                    label=parts.label,
                    group=parts.word.group if parts.word else None,
                    word=word,
                    cell=line.cells[at],
                    is_band=bool(band),
                )


def _moved(context: _Context, texts: list[str]) -> _Context:
    for text in texts:
        number = _NUMBERED.match(words_of(text))
        said = int(number[1]) if number else None
        if said is None and not _is_band(text) and count_word(text) is None:
            said = indicator_number(text)
        if said in INDICATOR_NUMBERS and not (_is_band(text) and context.indicator == 1):
            context = replace(context, indicator=said)
        staff = _staff(text)
        if staff:
            context = replace(context, staff_group=staff)
    return context


def _staff(text: str) -> str:
    group = staff_group_word(without_number(text))
    return group.value if group and group is not StaffGroup.ALL else ""


def _is_band(text: str) -> bool:
    return bool(text) and (band_word(text) is not None or is_under_band_1(text))


def _of_texts(texts: list[str], context: _Context) -> tuple[CountWord | None, str]:
    """What a row counts, and its band where it is a head count of a band."""
    for text in reversed(texts):
        found = count_word(text)
        if found is not None and not _is_band(text):
            return _in_context(found, context), ""
    bands = [text for text in texts if _is_band(text) and not text.isdigit()]
    if bands and context.indicator in (None, 1):
        return _OF_A_BAND, bands[-1]
    return None, ""


def _in_context(word: CountWord, context: _Context) -> CountWord:
    if word.indicator is None and context.indicator in LIKELIHOOD_INDICATORS:
        return replace(word, indicator=context.indicator)
    return word


def _of_group_rows(reading: Reading, uses: tuple[ColumnUse, ...], ethnic: int) -> Iterator[Item]:
    above, named = year_above(reading), _counting(uses)
    number = next((use.position for use in uses if use.field is Field.INDICATOR), -1)
    for line in reading.rows:
        label = line.cells[ethnic]
        word = ethnic_word(label)
        said = indicator_number(line.cells[number]) if number >= 0 else None
        for at, found in named.items():
            if said is not None and found.indicator not in (None, said):
                continue
            yield Item(
                line=line.number,
                column=at,
                keys=_with_year(_keys(reading, uses, line), above),
                label=label,
                group=word.group if word and not word.detailed else None,
                word=_in_context(found, _Context(said)),
                cell=line.cells[at],
            )


def _counting(uses: tuple[ColumnUse, ...]) -> dict[int, CountWord]:
    found = {use.position: count_word(use.header) for use in uses if use.header}
    return {at: word for at, word in found.items() if word and word.part is not Part.WORKED_OUT}


def _of_headings(reading: Reading, uses: tuple[ColumnUse, ...]) -> Iterator[Item]:
    """Items of a table with group and count in one heading: “White shortlisted”."""
    above = year_above(reading)
    named = {use.position: _group_and_count(use.header) for use in uses}
    for line in reading.rows:
        for at, found in named.items():
            if found is not None:
                label, group, word = found
                year = header_parts(uses[at].header).year
                yield Item(
                    line=line.number,
                    column=at,
                    keys=_with_year(_keys(reading, uses, line), year or above),
                    label=label,
                    group=group,
                    word=word,
                    cell=line.cells[at],
                )


def _group_and_count(header: str) -> tuple[str, EthnicGroup, CountWord] | None:
    tokens = words_of(header).split()
    for size in range(min(_LONGEST_LABEL, len(tokens) - 1), 0, -1):
        for label, rest in ((tokens[:size], tokens[size:]), (tokens[-size:], tokens[:-size])):
            word, counted = ethnic_word(" ".join(label)), count_word(" ".join(rest))
            if word and not word.detailed and counted and counted.part is not Part.WORKED_OUT:
                return " ".join(label), word.group, counted
    return None
