"""A recognised table with its figures typed: what the checks look at, however it was read."""

from __future__ import annotations

from wres.organisations import Organisations
from wres.results import Results
from wres.upload.checking import Upload
from wres.upload.columns import ColumnUse
from wres.upload.figures import figures_of
from wres.upload.mapping import Choices, use_columns
from wres.upload.reading import Reading
from wres.upload.shapes import choices_for, columns_of, recognise, reshape
from wres.upload.shapes.draft import Recognition

NO_CHOICES = Choices()
NOTHING_HELD = Results()


def understood(
    reading: Reading, choices: Choices, *, organisations: Organisations, held: Results
) -> Upload:
    """Return a table with its columns, its figures and all that the checks look at.

    Raises:
        UnknownTerm: If a choice names a use or a shape that does not exist.
    """
    uses = use_columns(reading.header, choices)
    recognition = recognise(reading, uses, choices.shape)
    return understood_as(
        recognition, reading, choices, uses=uses, organisations=organisations, held=held
    )


def understood_as(
    recognition: Recognition,
    reading: Reading,
    choices: Choices,
    *,
    uses: tuple[ColumnUse, ...],
    organisations: Organisations,
    held: Results,
) -> Upload:
    """Return a table, already recognised, with its figures and all that the checks look at.

    Raises:
        UnknownTerm: If the recognised shape does not exist.
    """
    columns = columns_of(reading, uses, recognition)
    drafts = reshape(reading, columns, recognition)
    figures, scales = figures_of(
        drafts,
        columns,
        organisations=organisations,
        choices=choices_for(choices, recognition),
    )
    return Upload(
        reading=reading,
        recognition=recognition,
        uses=columns,
        scales=scales,
        figures=tuple(figure for figure in figures if not figure.is_left_out),
        left_out=tuple(figure for figure in figures if figure.is_left_out),
        organisations=organisations,
        choices=choices,
        held=held,
    )


def with_columns_only(
    reading: Reading,
    recognition: Recognition,
    *,
    uses: tuple[ColumnUse, ...],
    organisations: Organisations,
    choices: Choices = NO_CHOICES,
    held: Results = NOTHING_HELD,
) -> Upload:
    """Return a table of which only the columns and cells are looked at, without any figure."""
    return Upload(
        reading=reading,
        recognition=recognition,
        uses=uses,
        scales=(),
        figures=(),
        left_out=(),
        organisations=organisations,
        choices=choices,
        held=held,
    )
