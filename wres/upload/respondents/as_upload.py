"""An extract as an upload: counted if it may be, or its headings alone with what is wrong."""

from __future__ import annotations

from dataclasses import replace

from wres.organisations import Organisations
from wres.results import Results
from wres.upload.cells import words_of
from wres.upload.checking import Outcome, Upload
from wres.upload.checks_columns import (
    check_organisation_given,
    check_shape,
    check_year_given,
)
from wres.upload.checks_people import check_personal_columns
from wres.upload.mapping import Choices, Scale, use_columns
from wres.upload.reading import Reading
from wres.upload.respondents.as_figures import figures_counted
from wres.upload.respondents.as_reading import are_listed, reading_of, remarks_of
from wres.upload.respondents.counted_table import table_of
from wres.upload.respondents.counting import Watch, count_head, unclear_columns
from wres.upload.respondents.head import Head
from wres.upload.respondents.people import marked
from wres.upload.shapes import long
from wres.upload.shapes.draft import Recognition
from wres.upload.source import Source
from wres.upload.understanding import understood_as, with_columns_only

_REASON = "each row holds the answers of one person; they were counted"
_WAY_OUT = "Say what each column holds, or mend the columns of the extract and save it again."
_STATUSES = frozenset(
    (
        *("status", "response status", "survey status", "completion status", "case status"),
        *("completion", "complete", "completed", "partial", "exclude", "excluded", "exclusion"),
        *("eligible", "eligibility", "valid", "valid response", "disposition", "include"),
        *("included", "response outcome", "record status", "return status", "returned"),
    )
)
_BEFORE_COUNTING = (
    check_personal_columns,
    check_shape,
    check_organisation_given,
    check_year_given,
)


def upload_of(
    source: Source,
    head: Head,
    organisations: Organisations,
    *,
    choices: Choices,
    held: Results,
    watch: Watch | None,
    largest: int,
) -> Upload:
    """Return the counts of an extract as an upload, or, if it may not be counted, its headings.

    Raises:
        FileRefused: If it is too large (bytes), or holds what cannot be placed.
    """
    headings = _headings(source, head, organisations, choices=choices, held=held)
    if any(check(headings).outcome is Outcome.FAIL for check in _BEFORE_COUNTING):
        return replace(headings, reading=replace(headings.reading, sha256=source.sha256()))
    counts = count_head(source, head, choices, watch=watch, largest=largest)
    table = table_of(counts, totals_only=not are_listed(counts, organisations))
    reading = reading_of(counts, table)
    # The choices were about the columns of the extract, which the table of counts does not have.
    none = replace(choices, mapping=(), scale=Scale.AUTO, shape="", sheet="")
    uses = use_columns(reading.header, none)
    remarks = (*remarks_of(counts), *_of_statuses(head))
    recognition = Recognition(long.NAME, 1.0, _REASON, remarks=remarks)

    def understand(rows: Reading) -> Upload:
        return understood_as(
            recognition, rows, none, uses=uses, organisations=organisations, held=held
        )

    return figures_counted(reading, table, understand)


def _of_statuses(head: Head) -> tuple[str, ...]:
    """A remark on each column that may say which rows are not to be counted."""
    needed = head.layout.positions
    return tuple(
        f"Every row was counted, whatever the column “{use.header[:60]}” says."
        for use in head.uses
        if use.position not in needed and words_of(use.header) in _STATUSES
    )


def _headings(
    source: Source,
    head: Head,
    organisations: Organisations,
    *,
    choices: Choices,
    held: Results,
) -> Upload:
    reading = Reading(
        file_name=source.file_name,
        sha256="",
        encoding=head.encoding,
        delimiter=head.delimiter,
        header_row=head.header_row,
        header=head.header,
        rows=(),
    )
    refusal = unclear_columns(head.layout)
    return with_columns_only(
        reading,
        Recognition(
            *(long.NAME, 1.0, _REASON),
            refusal=refusal,
            way_out=_WAY_OUT,
            # The refusal says already that these mean one thing.
            read_columns=tuple(use.position for use in head.layout.said_twice),
        ),
        uses=marked(head),
        organisations=organisations,
        choices=choices,
        held=held,
    )
