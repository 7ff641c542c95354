"""The staff survey's benchmark report workbook: five years of every measure, a sheet a group.

Columns are named ``<measure>_<year>``; the two groups are ``_1_`` (White) and ``_2_`` (all other
ethnic groups combined), and ``_n_`` is the number of people who answered. Proportions are 0 to 1.
Every issue weights the earlier years again, so its newest year names the edition of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wres.results import edition_of
from wres.terms import EthnicGroup
from wres.upload.cells import words_of
from wres.upload.columns import ColumnUse, Field
from wres.upload.mapping import Scale
from wres.upload.reading import Line, Reading
from wres.upload.shapes.draft import Draft, Keys, Recognition, Shape

NAME = "nss_benchmark"
TITLE = "The staff survey's benchmark report workbook, or one sheet of it as CSV"

_MEASURES = {"har_from_pat": 5, "har_from_staff": 6, "equal": 7, "q16b": 8}
_GROUPS = {"1": EthnicGroup.WHITE, "2": EthnicGroup.BME}
_FIGURE = re.compile(
    r"(?P<measure>har_from_pat|har_from_staff|equal|q16b)_eth_summary"
    r"(?P<base>_n)?_(?P<group>[12])_(?P<year>20\d\d)"
)
_ANY_YEAR = re.compile(r"[a-z]\w*_(20\d\d)(?:_sig)?")
_ID_COLUMNS = {
    "org_id": Field.ORG_CODE,
    "org_name": Field.ORG_NAME,
    "org_type": Field.BENCHMARK_GROUP,
}
# Words that tell a group, tried in this order: “community” stands in the names of others too.
_GROUP_WORDS = (
    ("mental health", ("mh", "mental health")),
    ("acute specialist", ("acute specialist",)),
    ("acute and combined", ("acute",)),
    ("ambulance", ("ambulance",)),
    ("community surgical services", ("community surgical",)),
    ("social enterprises", ("social enterprise", "social enterprises")),
    ("integrated care boards", ("icb", "icbs", "integrated care board", "integrated care boards")),
    ("community", ("community",)),
)
USUAL_GROUPS = ("acute and combined", "acute specialist", "ambulance", "community", "mental health")
UNWEIGHTED_GROUPS = ("community surgical services", "integrated care boards")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """One column of figures: which indicator, group and survey year, and whether it is the base."""

    position: int
    indicator: int
    group: EthnicGroup
    year: int
    is_base: bool


def score(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    """Return whether the headings are the ones of the benchmark workbook."""
    found = _columns(reading.header)
    has_code = "org_id" in {heading.casefold() for heading in reading.header}
    if not has_code or not any(not column.is_base for column in found):
        return Recognition(NAME, 0.0, "no heading is a measure and year of the benchmark workbook")
    groups = _groups_present(reading)
    listed = " and ".join(groups) or "no group that is known"
    return Recognition(
        NAME,
        0.98,
        f"headings are the survey's own measures by year, edition {_edition(reading)}. "
        f"Benchmarking groups in the file: {listed}",
        remarks=(*_absent(reading, groups), *_unweighted(reading)),
    )


def columns(reading: Reading) -> dict[int, ColumnUse]:
    """Return what the columns the standard needs are for, by position."""
    return _ids(reading.header) | {
        column.position: ColumnUse(
            header=reading.header[column.position],
            position=column.position,
            field=Field.DENOMINATOR if column.is_base else Field.PERCENTAGE,
            how="named as in the benchmark workbook",
            group=column.group,
            indicator=column.indicator,
            year=column.year,
        )
        for column in _columns(reading.header)
    }


def reshape(reading: Reading, uses: tuple[ColumnUse, ...]) -> tuple[Draft, ...]:
    """Return the figures of the table, as text; years an organisation took no part in give none."""
    found = _columns(reading.header)
    values = [column for column in found if not column.is_base]
    bases = {(c.indicator, c.group, c.year): c.position for c in found if c.is_base}
    return tuple(
        draft for line in reading.rows for draft in _of_line(reading, line, values, bases=bases)
    )


def _of_line(
    reading: Reading,
    line: Line,
    values: list[_Column],
    *,
    bases: dict[tuple[int, EthnicGroup, int], int],
) -> Iterator[Draft]:
    places = {use.field: position for position, use in _ids(reading.header).items()}
    said = {field: line.cells[place] for field, place in places.items()}
    took_part = {column.year for column in values if line.cells[column.position]}
    unweighted = _group_of(said.get(Field.BENCHMARK_GROUP, "") or reading.sheet)
    edition = _edition(reading, weighted=unweighted not in UNWEIGHTED_GROUPS)
    for column in values:
        base = bases.get((column.indicator, column.group, column.year))
        if column.year in took_part:
            yield Draft(
                line=line.number,
                keys=Keys(
                    org_code=said.get(Field.ORG_CODE, ""),
                    org_name=said.get(Field.ORG_NAME, ""),
                    survey_year=str(column.year),
                    indicator=str(column.indicator),
                ),
                group=column.group,
                denominator="" if base is None else line.cells[base],
                value=line.cells[column.position],
                column=column.position,
                edition=edition,
                is_of_many=True,
            )


@lru_cache(maxsize=64)
def _columns(header: tuple[str, ...]) -> tuple[_Column, ...]:
    matched = ((place, _FIGURE.fullmatch(text.casefold())) for place, text in enumerate(header))
    return tuple(
        _Column(
            position=place,
            indicator=_MEASURES[found["measure"]],
            group=_GROUPS[found["group"]],
            year=int(found["year"]),
            is_base=bool(found["base"]),
        )
        for place, found in matched
        if found
    )


@lru_cache(maxsize=64)
def _ids(header: tuple[str, ...]) -> dict[int, ColumnUse]:
    return {
        place: ColumnUse(
            header=text,
            position=place,
            field=_ID_COLUMNS[text.casefold()],
            how="named as in the benchmark workbook",
        )
        for place, text in enumerate(header)
        if text.casefold() in _ID_COLUMNS
    }


def _edition(reading: Reading, *, weighted: bool = True) -> str:
    years = [_ANY_YEAR.fullmatch(text.casefold()) for text in reading.header]
    newest = max((int(found[1]) for found in years if found), default=0)
    return edition_of(newest, weighted=weighted)


@lru_cache(maxsize=256)
def _group_of(text: str) -> str:
    words = f" {words_of(text)} "
    for group, spellings in _GROUP_WORDS:
        if any(f" {spelling} " in words for spelling in spellings):
            return group
    return ""


def _groups_present(reading: Reading) -> tuple[str, ...]:
    in_sheets = {_group_of(sheet) for sheet in reading.sheets}
    return tuple(sorted((in_sheets | _groups_of_rows(reading)) - {""}))


def _groups_of_rows(reading: Reading) -> set[str]:
    place = next(
        (p for p, use in _ids(reading.header).items() if use.field is Field.BENCHMARK_GROUP), None
    )
    if place is None:
        return {_group_of(reading.sheet)}
    return {_group_of(line.cells[place]) for line in reading.rows}


def _absent(reading: Reading, groups: tuple[str, ...]) -> tuple[str, ...]:
    """What the file does not hold, said once: on the first sheet that is a group's."""
    of_groups = [sheet for sheet in reading.sheets if _group_of(sheet)]
    if of_groups and reading.sheet != of_groups[0]:
        return ()
    missing = [group for group in USUAL_GROUPS if group not in groups]
    if not missing:
        return ()
    held = ", ".join(group for group in groups) or "no group by a name that is known"
    return (
        f"The file holds {held}. It has no sheet for {', '.join(missing)}, so no trust of "
        f"{'that group' if len(missing) == 1 else 'those groups'} is in it.",
    )


def _unweighted(reading: Reading) -> tuple[str, ...]:
    found = sorted(_groups_of_rows(reading) & set(UNWEIGHTED_GROUPS))
    if not found:
        return ()
    return (
        f"Figures of {' and '.join(found)} are not weighted, unlike all others of the survey. They "
        "are kept as an edition of their own and not compared with them.",
    )


SHAPE = Shape(NAME, TITLE, score, reshape, columns=columns, scale=Scale.ZERO_TO_ONE)
