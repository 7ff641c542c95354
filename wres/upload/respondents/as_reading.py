"""The counts of an extract as a table of figures, which is checked and stored as any other."""

from __future__ import annotations

from collections.abc import Iterator

from wres.indicators import calc_basis
from wres.organisations import Organisations
from wres.terms import Band, CalcBasis
from wres.upload.checking import count_of
from wres.upload.reading import Line, Reading
from wres.upload.respondents.counts import Cell, RespondentCounts, band_of
from wres.upload.respondents.labels import Unplaced, told

HEADER = (
    "org_code",
    "survey_year",
    "indicator",
    "staff_group",
    "band",
    "ethnic_group",
    "numerator",
    "denominator",
)


def reading_of(counts: RespondentCounts, organisations: Organisations) -> Reading:
    """Return the table of figures: a row for each organisation, year, indicator and group.

    Every row has the number of the header's line, as no line of the file holds these figures.
    While an organisation is not in the list nothing can be stored, and its totals are enough.
    """
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    is_listed = all(_is_known(name, organisations) for name, _ in counts.places)
    for cell in counts.cells():
        band = band_of(cell.band)
        if band is not None and (is_listed or cell.group.value == "all"):
            top, base = found.get(_key(cell, band), (0, 0))
            found[_key(cell, band)] = (top + cell.numerator, base + _base(cell))
    rows = tuple(
        Line(counts.header_row, (*key, str(top), str(base)))
        for key, (top, base) in sorted(found.items())
        if base
    )
    return Reading(
        file_name=counts.file_name,
        sha256=counts.sha256,
        encoding=counts.encoding,
        delimiter=counts.delimiter,
        header_row=counts.header_row,
        header=HEADER,
        rows=rows,
        notes=notes_of(counts),
        rows_counted=counts.rows - counts.rows_of_bank,
    )


def notes_of(counts: RespondentCounts) -> tuple[str, ...]:
    """Return what was counted and what was not, as sentences."""
    people = count_of(counts.rows - counts.rows_of_bank, "row")
    notes = [f"{people}, one a person, counted without weights; no row was kept."]
    if counts.rows_without_group:
        unknown = count_of(counts.rows_without_group, "person", "people")
        notes.append(f"{unknown} gave no ethnic group and are in neither BME nor White.")
    if counts.rows_without_place:
        left = count_of(counts.rows_without_place, "row")
        notes.append(f"{left} without an organisation or a year left out.")
    if counts.has_weight:
        notes.append("The column of weights was not used: WRES splits are unweighted.")
    if counts.renumbered_years:
        years = ", ".join(str(year) for year in counts.renumbered_years)
        notes.append(f"Survey {years}: the questions are headed as since survey 2021.")
    return tuple(notes)


def remarks_of(counts: RespondentCounts) -> tuple[str, ...]:
    """Return what a person should look at: people in no part of the totals, and bank staff."""
    bands = [
        Unplaced(label, rows, 0)
        for label, rows in zip(counts.bands[1:], counts.band_rows[1:], strict=True)
        if rows and (not label or band_of(label) is None)
    ]
    remarks = list(_of_bank(counts))
    for what, unplaced in (("pay band", bands), ("staff group", counts.unplaced_staff)):
        if unplaced:
            remarks.append(
                f"Counted in the totals and in no {what}: {told(tuple(unplaced), places=False)}."
            )
    return tuple(remarks)


def _of_bank(counts: RespondentCounts) -> Iterator[str]:
    heading = f"the column “{counts.bank_heading[:60]}”"
    if counts.rows_of_bank:
        rows = count_of(counts.rows_of_bank, "row")
        yield f"{rows} of bank staff left out, by {heading}: their answers are reported apart."
    if counts.unplaced_bank:
        yield (
            f"Counted as staff who are not of the bank, as {heading} says neither: "
            f"{told(counts.unplaced_bank, places=False)}. Take rows of bank staff out first."
        )


def _is_known(name: str, organisations: Organisations) -> bool:
    return name.upper() in organisations or organisations.named(name) is not None


def _key(cell: Cell, band: Band) -> tuple[str, ...]:
    return (
        cell.organisation,
        str(cell.survey_year),
        str(cell.indicator),
        cell.staff_group.value,
        band.value,
        cell.group.value,
    )


def _base(cell: Cell) -> int:
    """Who answered; before survey 2021 indicator 7 left out those who did not know."""
    is_without = calc_basis(cell.indicator, cell.survey_year) is CalcBasis.EXCL_DK
    return cell.answered - cell.dont_know if is_without else cell.answered
