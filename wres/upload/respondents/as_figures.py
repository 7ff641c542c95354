"""The figures of a table of counts: as arrays at once, each by itself when it is asked for.

Such a table says the same words of every organisation and year, so what its words mean is found
out on a few rows that hold all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from wres.upload.checking import Upload
from wres.upload.figure_arrays import (
    BANDS,
    GROUPS,
    NOWHERE,
    STAFF_GROUPS,
    At,
    FigureArrays,
    Ints,
    LateFigures,
)
from wres.upload.figures import Figure
from wres.upload.reading import Reading
from wres.upload.respondents.counted_table import CountedTable

Understand = Callable[[Reading], Upload]


def figures_counted(reading: Reading, table: CountedTable, understand: Understand) -> Upload:
    """Return a table of counts as an upload; ``understand`` is how any table is understood.

    Where a word of it is not known, or two of its places are one, each row is looked at.
    """
    rows = table.worded()
    few = understand(replace(reading, rows=table.rows_at(rows)))
    if not _is_plain(table, rows, few.figures):
        return understand(replace(reading, rows=tuple(table)))

    def made(at: At) -> Sequence[Figure]:
        return understand(replace(reading, rows=table.rows_at(at))).figures

    arrays = _arrays(table, rows, few.figures)
    return replace(few, figures=LateFigures(arrays, made), reading=reading, few=few)


def _is_plain(table: CountedTable, rows: At, figures: Sequence[Figure]) -> bool:
    """Whether all is understood as it was counted, and every place is another one."""
    if not len(rows) or len(figures) != len(rows):
        return False
    if not all(_is_as_counted(table, int(row), f) for row, f in zip(rows, figures, strict=True)):
        return False
    places = {(f.place[:2], place) for f, place in zip(figures, table.place[rows], strict=True)}
    are_apart = len({place for place, _ in places}) == len({at for _, at in places}) == len(places)
    return are_apart and bool(((table.top >= 0) & (table.top <= table.base)).all())


def _is_as_counted(table: CountedTable, row: int, figure: Figure) -> bool:
    kind = table.kinds[table.kind[row]]
    said = (figure.staff_group, figure.band, figure.group, figure.indicator)
    if said != (*kind, table.indicator[row]) or None in (figure.wres_year, figure.survey_year):
        return False
    is_counted = figure.counts == (table.top[row], table.base[row]) and figure.printed.is_blank
    return is_counted and figure.organisation is not None and not figure.is_ratio


def _arrays(table: CountedTable, rows: At, figures: Sequence[Figure]) -> FigureArrays:
    codes: dict[object, int] = {}
    whose = np.full((3, len(table.places)), NOWHERE, dtype=np.int64)
    for place, figure in zip(table.place[rows], figures, strict=True):
        number = codes.setdefault(figure.place[0], len(codes))
        whose[:, place] = number, figure.wres_year or 0, figure.survey_year or 0
    kinds = [
        (STAFF_GROUPS[kind.staff_group], BANDS[kind.band], GROUPS[kind.group])
        for kind in table.kinds
    ]
    staff, band, group = np.array(kinds, dtype=np.int64).T[:, table.kind]
    organisation, wres_year, survey_year = whose[:, table.place]
    every = np.ones(len(table), dtype=np.bool_)
    return FigureArrays(
        codes=tuple(codes),
        organisation=organisation,
        wres_year=wres_year,
        survey_year=survey_year,
        indicator=table.indicator,
        staff=staff,
        band=band,
        group=group,
        is_ratio=~every,
        is_counted=every,
        is_shown=every,
        top=table.top,
        base=table.base,
        share=table.top / table.base,
        line=_lines(table),
    )


def _lines(table: CountedTable) -> Ints:
    return np.full(len(table), table.header_row, dtype=np.int64)
