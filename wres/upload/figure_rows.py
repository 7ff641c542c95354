"""The rows of the one table that the figures of a file give, and where each stands in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

from wres.errors import NotComputable
from wres.indicators import calc_basis
from wres.results import Result, ResultKey, check_result
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit
from wres.upload.checking import Upload
from wres.upload.figure_arrays import FigureArrays
from wres.upload.figures import Figure

UPLOADED_EDITION = "uploaded"
_GROUPS, _STAFF_GROUPS, _BANDS = tuple(EthnicGroup), tuple(StaffGroup), tuple(Band)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file a figure stands: its sheet, empty for a text file, and its line."""

    sheet: str
    line: int


Rows = tuple[Sequence[Result], Mapping[ResultKey, Place]]


def rows_of(uploads: Sequence[Upload]) -> Rows:
    """Return the rows that the figures of a file's tables give, and where each stands.

    Those of counts are made when they are asked for: nobody may ever accept them.
    """
    if len(uploads) == 1 and uploads[0].few is not None:
        rows = CountedRows(uploads[0].arrays, uploads[0].reading.source_id)
        return rows, CountedPlaces(rows)
    found = dict(_results(uploads))
    return tuple(found), {row.key: place for row, place in found.items()}


@dataclass(frozen=True, eq=False)
class CountedRows(Sequence[Result]):
    """The rows of a table of counts, in which every figure is known, shown and its own."""

    arrays: FigureArrays
    source_id: str

    def __len__(self) -> int:
        return len(self.arrays)

    @overload
    def __getitem__(self, at: int) -> Result: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Result, ...]: ...
    def __getitem__(self, at: int | slice) -> Result | tuple[Result, ...]:
        return self._made[at]

    def __iter__(self) -> Iterator[Result]:
        return iter(self._made)

    @cached_property
    def _made(self) -> tuple[Result, ...]:
        arrays = self.arrays
        places = (arrays.organisation, arrays.wres_year, arrays.survey_year, arrays.indicator)
        kinds, counts = (arrays.group, arrays.staff, arrays.band), (arrays.top, arrays.base)
        columns = (column.tolist() for column in (*places, *kinds, *counts))
        rows = zip(*columns, arrays.share.tolist(), strict=True)
        return tuple(self._row(*row) for row in rows)

    def _row(self, code: int, *known: Any) -> Result:
        wres_year, survey_year, indicator, group, staff, band, top, base, share = known
        return Result(
            org_code=str(self.arrays.codes[code]),
            wres_year=wres_year,
            survey_year=survey_year,
            indicator=indicator,
            ethnic_group=_GROUPS[group],
            staff_group=_STAFF_GROUPS[staff],
            band=_BANDS[band],
            numerator=top,
            denominator=base,
            value=share,
            calc_basis=calc_basis(indicator, survey_year),
            edition=UPLOADED_EDITION,
            source_id=self.source_id,
        )


@dataclass(frozen=True, eq=False)
class CountedPlaces(Mapping[ResultKey, Place]):
    """Where the figures of a table of counts stand: at the header, as no line holds them."""

    rows: CountedRows

    def __getitem__(self, key: ResultKey) -> Place:
        return self._found[key]

    def __iter__(self) -> Iterator[ResultKey]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def _found(self) -> dict[ResultKey, Place]:
        lines = self.rows.arrays.line.tolist()
        return {row.key: Place("", line) for row, line in zip(self.rows, lines, strict=True)}


def _results(uploads: Sequence[Upload]) -> Iterator[tuple[Result, Place]]:
    seen: set[object] = set()
    for upload in uploads:
        for figure in upload.figures:
            row = _result(figure, upload.reading.source_id)
            if row is not None and row.key not in seen:
                seen.add(row.key)
                yield row, Place(upload.reading.sheet, figure.line)


def _result(figure: Figure, source_id: str) -> Result | None:
    """The row of the one table, or None for a figure the checks have already refused."""
    terms = figure.terms
    if not (terms.organisation and terms.wres_year and terms.survey_year and terms.indicator):
        return None
    if not (figure.group and terms.band and terms.staff_group):
        return None
    status = figure.status
    counts = figure.counts if status is Status.SHOWN else None
    base = int(figure.denominator.number or 0) if figure.denominator.is_whole else None
    row = Result(
        org_code=terms.organisation.code,
        wres_year=terms.wres_year,
        survey_year=terms.survey_year,
        indicator=terms.indicator,
        ethnic_group=figure.group,
        staff_group=terms.staff_group,
        band=terms.band,
        numerator=counts[0] if counts else None,
        denominator=base if status is Status.SHOWN else None,
        value=_value(figure, counts) if status is Status.SHOWN else None,
        unit=Unit.RATIO if figure.is_ratio else Unit.PROPORTION,
        calc_basis=calc_basis(terms.indicator, terms.survey_year),
        edition=figure.draft.edition or UPLOADED_EDITION,
        status=status,
        source_id=source_id,
    )
    return row if _is_possible(row) else None


def _value(figure: Figure, counts: tuple[int, int] | None) -> float | None:
    if counts and counts[1] and not figure.is_ratio:
        return counts[0] / counts[1]
    return figure.value


def _is_possible(row: Result) -> bool:
    try:
        check_result(row)
    except NotComputable:
        return False
    return True
