"""Count an extract from its first byte to its last, in a stream, and give back counts alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack, closing

from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.checking import quoted
from wres.upload.columns import Field
from wres.upload.mapping import Choices
from wres.upload.respondents.blocks import Digest, blocks_of
from wres.upload.respondents.counts import RespondentCounts, band_of
from wres.upload.respondents.hashing import HashBeside
from wres.upload.respondents.head import Head, head_of
from wres.upload.respondents.labels import FEWEST_TO_REPEAT, Unplaced
from wres.upload.respondents.layout import Layout
from wres.upload.respondents.parsing import RaggedRows, RowsInCell, parsed
from wres.upload.respondents.people import refuse_people
from wres.upload.respondents.questions import FIRST_OF_LATER_NUMBERS
from wres.upload.respondents.rows import RowReader, refuse_unplaced
from wres.upload.source import Source

# Told so far: rows, bytes read, bytes of the file. What it raises ends the counting.
Watch = Callable[[int, int, int], None]
_SECONDS_BETWEEN_WORDS = 0.25
_NO_CHOICES = Choices()
_THINGS = {
    Field.ETHNIC_GROUP: "ethnic group",
    Field.ORG_CODE: "organisation",
    Field.ORG_NAME: "organisation",
}


def count(
    source: Source,
    *,
    choices: Choices = _NO_CHOICES,
    watch: Watch | None = None,
    largest: int = limits.LARGEST_RESPONDENT_FILE_ON_DISK,
    is_hashed: bool = False,
) -> RespondentCounts:
    """Return the counts of a survey extract, whatever its organisations are called.

    The hash of the content is worked out beside them if asked for, and empty otherwise.

    ``watch`` is called a few times a second from the calling thread; raising from it stops.

    Raises:
        FileRefused: If the file is no extract, names people, is too large (bytes), or holds a
            year, an ethnic group or an answer that cannot be placed.
    """
    head = head_of(source, choices)
    if head is None:
        raise FileRefused(
            "The file is not a survey extract with one row a person. Its header has to name the "
            "questions, such as q14a or q15, and the rows have to hold answers."
        )
    refuse_people(head)
    refuse_incomplete(head, choices)
    return count_head(source, head, choices, watch=watch, largest=largest, is_hashed=is_hashed)


def count_head(
    source: Source,
    head: Head,
    choices: Choices,
    *,
    watch: Watch | None = None,
    largest: int = limits.LARGEST_RESPONDENT_FILE_BYTES,
    is_hashed: bool = True,
) -> RespondentCounts:
    """Return the counts of an extract whose head has been looked at.

    Raises:
        FileRefused: If it is too large (bytes), or holds what cannot be placed.
    """
    size = source.size
    limits.refuse_large_extract(size, largest)
    reader = RowReader(head, choices)
    with HashBeside() as digest:
        _read_through(source, head, reader, digest=digest if is_hashed else None, watch=watch)
        sha256 = digest.hexdigest() if is_hashed else ""
    reader.tally.count()
    refuse_unplaced(reader, head.layout)
    if watch:
        watch(reader.rows, size, size)
    return _counts(source, head, reader, sha256)


def _read_through(
    source: Source, head: Head, reader: RowReader, *, digest: Digest | None, watch: Watch | None
) -> None:
    try:
        _add_blocks(source, head, reader, digest=digest, watch=watch)
    except RaggedRows:
        raise FileRefused(
            f"After about line {head.lines_to_data + reader.rows:,} a row has more or fewer cells "
            "than the header. Save the extract again as CSV, with text in quotation marks."
        ) from None
    except RowsInCell as wrong:
        line = head.lines_to_data + reader.rows + wrong.rows + 1
        raise FileRefused(
            f"A cell on about line {line:,} of the extract holds whole rows, and their people "
            "would not be counted. A quotation mark is opened there and closed in a later row. "
            "Look for the stray mark, take it out, and upload the extract again."
        ) from None


def _add_blocks(
    source: Source, head: Head, reader: RowReader, *, digest: Digest | None, watch: Watch | None
) -> None:
    told_at, size = 0.0, source.size
    with ExitStack() as stack:
        stream = stack.enter_context(source.opened())
        blocks = stack.enter_context(closing(blocks_of(stream, head, digest)))
        for columns in stack.enter_context(closing(parsed(blocks, head))):
            reader.add(columns)
            now = time.monotonic()
            if watch and now - told_at >= _SECONDS_BETWEEN_WORDS:
                told_at = now
                watch(reader.rows, columns.read, size)


def refuse_incomplete(head: Head, choices: Choices) -> None:
    """Return nothing if columns or choices say year, organisation and ethnic group, once each.

    Raises:
        FileRefused: If one of them is not said, or a question is answered in two columns.
    """
    layout = head.layout
    if unclear := unclear_columns(layout):
        raise FileRefused(unclear)
    if layout.year is None and choices.wres_year is None:
        raise FileRefused("No column says which survey year the answers are of; choose the year.")
    if layout.organisation is None and not choices.org_code:
        raise FileRefused(
            "No column says which organisation the answers are about; choose the organisation."
        )


def unclear_columns(layout: Layout) -> str:
    """Return why an extract with these columns gives no figures, or an empty text."""
    if layout.ethnicity is None:
        return (
            "No column of the survey extract says the ethnic group; head it “ethnicity”, or say "
            "which column it is."
        )
    if layout.asked_twice:
        return (
            f"Another column answers the same question as {quoted(layout.asked_twice)}; keep one "
            "column for each question."
        )
    if layout.said_twice:
        headings = [use.header for use in layout.said_twice]
        thing = _THINGS.get(layout.said_twice[0].field, "year")
        return (
            f"More than one column may say the {thing}: {quoted(headings)}. Say of all but the one "
            "that counts “Nothing needed here: leave it out”. Where two have the same heading, "
            "change one of them in the file first."
        )
    return ""


def _counts(source: Source, head: Head, reader: RowReader, sha256: str) -> RespondentCounts:
    if reader.rows == 0:
        raise FileRefused("The survey extract has a header and no rows below it.")
    layout = head.layout
    staff, bank = reader.labels_at(layout.staff), reader.labels_at(layout.bank)
    unplaced: tuple[Unplaced, ...] = staff.strays if staff else ()
    earlier = {year for _, year in reader.places if year < FIRST_OF_LATER_NUMBERS}
    return RespondentCounts(
        file_name=source.file_name,
        sha256=sha256,
        bytes_read=source.size,
        encoding=head.encoding,
        delimiter=head.delimiter,
        header_row=head.header_row,
        rows=reader.rows,
        rows_without_place=reader.without_place,
        rows_without_group=reader.without_group,
        has_weight=layout.weight is not None,
        bank_heading="" if layout.bank is None else head.header[layout.bank],
        rows_of_bank=reader.of_bank,
        unplaced_bank=bank.strays if bank else (),
        renumbered_years=() if layout.has_all_earlier else tuple(sorted(earlier)),
        places=reader.places,
        bands=tuple(
            label if rows >= FEWEST_TO_REPEAT or band_of(label) is not None else ""
            for label, rows in zip(reader.bands, reader.band_rows, strict=True)
        ),
        band_rows=tuple(reader.band_rows),
        unplaced_staff=unplaced,
        by_band=reader.tally.by_band,
        by_staff=reader.tally.by_staff,
    )
