"""Columns that say who somebody is: an extract with one is refused before a row is counted."""

from __future__ import annotations

import re
from dataclasses import replace

from wres.errors import FileRefused
from wres.organisations import Organisations
from wres.upload.cells import words_of
from wres.upload.checking import Upload, quoted
from wres.upload.checks_people import is_personal
from wres.upload.columns import ColumnUse, Field
from wres.upload.mapping import Choices
from wres.upload.reading import Reading
from wres.upload.respondents.head import Head
from wres.upload.shapes.draft import Recognition

# An answer in so many words is a person's own, not one of the survey's.
_WORDS_OF_A_COMMENT = 15
_SEVERAL = 2
# How extracts call the number that only says which row is which; a staff number is longer.
_SERIALS = frozenset(("respondent id", "respondent", "respondent no", "respondent number"))
_SHORT_NUMBER = re.compile(r"\d{1,7}|")


def personal_columns(head: Head) -> tuple[ColumnUse, ...]:
    """Return the columns headed, or filled in the first rows, as details of people are."""
    upload = _looked_at(head)
    needed = head.layout.positions
    return tuple(
        use
        for use in head.uses
        # Whatever is seen of a column of comments in the first rows, one a person is theirs.
        if (
            (use.field is Field.PERSONAL or is_personal(use, upload))
            and not _is_serial(use, upload)
        )
        or (use.position not in needed and _is_comment(use, upload))
    )


def _is_serial(use: ColumnUse, upload: Upload) -> bool:
    """Whether a column only numbers the rows of the extract; it is passed over, never read.

    Its cells are looked at without the heading, so that a staff number or an e-mail address
    under it still stops the file.
    """
    if words_of(use.header) not in _SERIALS:
        return False
    nameless = replace(use, header="", field=Field.UNKNOWN)
    cells = upload.cells[use.position]
    return not is_personal(nameless, upload) and all(_SHORT_NUMBER.fullmatch(c) for c in cells)


def refuse_people(head: Head) -> None:
    """Return nothing if no column of an extract says who somebody is.

    Raises:
        FileRefused: If one does; the message names its heading.
    """
    found = [use.header for use in personal_columns(head)]
    if found:
        column = "the column" if len(found) == 1 else "the columns"
        raise FileRefused(
            f"The file holds details of people, in {column} {quoted(found)}; nothing was counted. "
            "Delete every column that says who somebody is, and save it again."
        )


def marked(head: Head) -> tuple[ColumnUse, ...]:
    """Return what each column is for, with those that say who somebody is marked so."""
    personal = {use.position for use in personal_columns(head)}
    return tuple(_marked(use, head, is_personal=use.position in personal) for use in head.uses)


def _marked(use: ColumnUse, head: Head, *, is_personal: bool) -> ColumnUse:
    layout = head.layout
    if is_personal:
        return replace(use, field=Field.PERSONAL, how="says who somebody is")
    if use in layout.said_twice and _is_choosable(use, layout.said_twice):
        # Each as it was read, so that leaving one out is a change, whichever it is.
        return use
    if use.position not in layout.positions:
        return replace(use, field=Field.IGNORED, how="not needed; the column is passed over")
    fields = {
        layout.ethnicity: Field.ETHNIC_GROUP,
        layout.year: layout.year_field,
        layout.band: Field.BAND,
        layout.staff: Field.STAFF_GROUP,
        layout.organisation: Field.ORG_CODE,
    }
    return replace(use, field=fields.get(use.position, Field.IGNORED), how="counted")


def _is_choosable(use: ColumnUse, among: tuple[ColumnUse, ...]) -> bool:
    """Whether a choice by heading is of this column alone."""
    return [one.header.casefold() for one in among].count(use.header.casefold()) == 1


def _looked_at(head: Head) -> Upload:
    reading = Reading(
        file_name="",
        sha256="",
        encoding=head.encoding,
        delimiter=head.delimiter,
        header_row=head.header_row,
        header=head.header,
        rows=head.sample,
    )
    return Upload(
        reading=reading,
        recognition=Recognition("", 0.0, ""),
        uses=head.uses,
        scales=(),
        figures=(),
        left_out=(),
        organisations=Organisations(()),
        choices=Choices(),
    )


def _is_comment(use: ColumnUse, upload: Upload) -> bool:
    cells = upload.cells[use.position]
    return sum(len(cell.split()) >= _WORDS_OF_A_COMMENT for cell in cells) >= _SEVERAL
