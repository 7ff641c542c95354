"""The command ``count``: a survey extract to its counts, as a table of its own."""

from __future__ import annotations

import csv
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from wres.command_line.layout import named, wrapped
from wres.command_line.reading import name_of, source_of
from wres.command_line.reply import BadCommand, Exit, Reply
from wres.errors import FileRefused
from wres.indicators import SURVEY_INDICATORS
from wres.terms import EthnicGroup
from wres.text import one_line, sheet_safe
from wres.upload.checking import count_of
from wres.upload.mapping import Choices
from wres.upload.respondents.as_reading import notes_of, remarks_of
from wres.upload.respondents.counting import count as counted
from wres.upload.respondents.counts import RespondentCounts

# “answered” keeps those who said they do not know, in every year; “dont_know” says how many.
HEADINGS = (
    "org_code",
    "survey_year",
    "ethnic_group",
    "band",
    "staff_group",
    "indicator",
    "numerator",
    "denominator",
    "dont_know",
)
_WIDE_GROUPS = {EthnicGroup.BME: "BME", EthnicGroup.WHITE: "White"}


def count(asked: Namespace) -> Reply:
    """Return how many rows were counted; the counts go into the file that was named."""
    source = source_of(asked.file)
    choices = Choices(
        org_code=asked.org.strip().upper(), wres_year=asked.year, mapping=tuple(asked.map)
    )
    try:
        found = counted(source, choices=choices)
    except FileRefused as refusal:
        data = {"verdict": "refused", "reason": str(refusal), "file_name": source.file_name}
        return Reply(data=data, exit=Exit.REFUSED, problem=str(refusal))
    write = _write_wide if asked.wide else _write
    cells = _written(found, asked.out, write) if asked.out else sum(1 for _ in found.cells())
    return _reply(found, cells)


def _written(
    found: RespondentCounts, out: str, write: Callable[[TextIO, RespondentCounts], int]
) -> int:
    """Write the table and return how many rows it has."""
    try:
        with Path(out).open("w", encoding="utf-8", newline="") as table:
            return write(table, found)
    except OSError as error:
        name = one_line(name_of(out))
        raise BadCommand(
            f"“{name}” cannot be written; check its folder and your rights."
        ) from error


def _write(table: TextIO, found: RespondentCounts) -> int:
    writer, rows = csv.writer(table, lineterminator="\n"), 0
    writer.writerow(HEADINGS)
    for cell in found.cells():
        rows += 1
        writer.writerow(
            (
                sheet_safe(cell.organisation),
                cell.survey_year,
                cell.group.value,
                sheet_safe(cell.band) or "all",
                cell.staff_group.value,
                cell.indicator,
                cell.numerator,
                cell.answered,
                cell.dont_know,
            )
        )
    return rows


def _write_wide(table: TextIO, found: RespondentCounts) -> int:
    """Write a row an organisation, year, group and band; return how many rows there are."""
    writer, rows = csv.writer(table, lineterminator="\n"), found.wide_rows()
    sides = [f"{side}{number}" for number in SURVEY_INDICATORS for side in "nd"]
    writer.writerow(("org_code", "survey_year", "ethnicity", "band", *sides))
    for row in rows:
        who = (sheet_safe(row.organisation), row.survey_year, _WIDE_GROUPS[row.group])
        writer.writerow((*who, sheet_safe(row.band), *row.counts))
    return len(rows)


def _reply(found: RespondentCounts, cells: int) -> Reply:
    notes = (*notes_of(found), *remarks_of(found))
    organisations = {name for name, _ in found.places}
    years = sorted({year for _, year in found.places})
    data = {
        "file_name": found.file_name,
        "rows": found.rows,
        "rows_without_place": found.rows_without_place,
        "rows_without_group": found.rows_without_group,
        "organisations": len(organisations),
        "survey_years": years,
        "cells": cells,
        "notes": list(notes),
    }
    lines = wrapped(
        f"{count_of(found.rows, 'row')} counted: {count_of(len(organisations), 'organisation')}, "
        f"{count_of(len(years), 'survey year')}, {count_of(cells, 'figure')}."
    )
    for note in notes:
        lines += named("Note", note)
    return Reply(data=data, lines=tuple(lines))
