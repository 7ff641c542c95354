"""The counts of an extract as a table of figures, which is checked and stored as any other."""

from __future__ import annotations

from collections.abc import Iterator

from wres.organisations import Organisations
from wres.upload.checking import count_of
from wres.upload.reading import Reading
from wres.upload.respondents.counted_table import HEADER, CountedTable
from wres.upload.respondents.counts import RespondentCounts, band_of
from wres.upload.respondents.labels import Unplaced, told


def reading_of(counts: RespondentCounts, rows: CountedTable) -> Reading:
    """Return the table of figures: a row for each organisation, year, indicator and group."""
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


def are_listed(counts: RespondentCounts, organisations: Organisations) -> bool:
    """Return whether every organisation is in the list.

    While one is not, nothing can be stored, and the totals of each are enough.
    """
    names = {name for name, _ in counts.places}
    return all(n.upper() in organisations or organisations.named(n) is not None for n in names)
