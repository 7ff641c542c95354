"""Read shipped results: a table with exactly the columns of ``wres.results.COLUMNS``."""

from __future__ import annotations

from pathlib import Path

from wres.indicators import calc_basis, indicator
from wres.library.tables import Line, read_table
from wres.results import COLUMNS, KEY_COLUMNS, Result, check_result
from wres.terms import Band, CalcBasis, EthnicGroup, StaffGroup, Status, Unit, survey_year_of


def load_results(path: Path) -> tuple[Result, ...]:
    """Return the results of a file in its order; proportions are 0 to 1.

    An empty ``survey_year`` or ``calc_basis`` is filled in from the WRES year.

    Raises:
        DataFileBroken: If the file or one of its lines cannot be used, or two lines are the
            same figure.
    """
    seen: set[tuple[str, ...]] = set()
    return read_table(path, COLUMNS, lambda line: _checked(line, _result(line), seen))


def load_survey_results(path: Path) -> tuple[Result, ...]:
    """Return the results of a file of published survey figures, indicators 5 to 8.

    Raises:
        DataFileBroken: As ``load_results``, and if a line is of another indicator.
    """
    seen: set[tuple[str, ...]] = set()
    return read_table(path, COLUMNS, lambda line: _checked(line, _survey_result(line), seen))


def _survey_result(line: Line) -> Result:
    row = _result(line)
    if not indicator(row.indicator).is_survey:
        raise line.broken(f"indicator {row.indicator} does not come from the staff survey.")
    return row


def _result(line: Line) -> Result:
    wres_year = line.wres_year()
    given_year = line.text("survey_year")
    survey_year = line.survey_year() if given_year else survey_year_of(wres_year)
    number = indicator(line.whole("indicator")).number
    return Result(
        org_code=line.filled("org_code"),
        wres_year=wres_year,
        survey_year=survey_year,
        indicator=number,
        ethnic_group=line.one_of("ethnic_group", EthnicGroup, "ethnic group"),
        staff_group=line.one_of("staff_group", StaffGroup, "staff group"),
        band=line.one_of("band", Band, "band"),
        numerator=line.whole_or_none("numerator"),
        denominator=line.whole_or_none("denominator"),
        value=line.number_or_none("value"),
        unit=line.one_of("unit", Unit, "unit"),
        calc_basis=_basis(line, number, survey_year),
        edition=line.text("edition"),
        status=line.one_of("status", Status, "status"),
        source_id=line.text("source_id"),
    )


def _basis(line: Line, number: int, survey_year: int) -> CalcBasis:
    expected = calc_basis(number, survey_year)
    if not line.text("calc_basis"):
        return expected
    given = line.one_of("calc_basis", CalcBasis, "calculation basis")
    if given is not expected:
        raise line.broken(
            f"indicator {number} in survey {survey_year} is on the basis {expected.value}, "
            f"not {given.value}."
        )
    return given


def _checked(line: Line, row: Result, seen: set[tuple[str, ...]]) -> Result:
    check_result(row)
    if row.status is Status.SHOWN and row.value is None and not row.has_counts:
        raise line.broken("it is marked as shown, but has neither a value nor counts.")
    # Codes are written one way only, so equal words are equal keys, and far quicker to compare.
    key = line.texts(KEY_COLUMNS)
    if key in seen:
        raise line.broken("it is the same figure as a line above it.")
    seen.add(key)
    return row
