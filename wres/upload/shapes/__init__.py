"""The shapes of file that are recognised, and the choice between them.

To add a shape: one file that ends in its ``SHAPE`` (name, title, ``score``, ``reshape``), and one
line in ``SHAPES``; CONTRIBUTING.md has an example. Shapes with a column for each group share
``group_columns``; shapes with a row for each group share ``group_rows``. A table can only be one or
the other, so they never compete. A layout fixed by its publisher also has ``columns`` (what each
column is) and its scale.
"""

from __future__ import annotations

from dataclasses import replace

from wres.errors import UnknownTerm
from wres.upload.columns import ColumnUse
from wres.upload.mapping import Choices, Scale
from wres.upload.reading import Reading
from wres.upload.shapes import (
    benchmark_workbook,
    contractor_breakdown,
    contractor_scores,
    detailed_national,
    detailed_organisations,
    indicator_columns,
    long,
    submission,
    template,
    wide,
    workforce,
    years,
)
from wres.upload.shapes.contradictions import contradicted
from wres.upload.shapes.draft import Draft, Recognition, Shape, own_columns

# In the order they are tried: of two that fit equally well the first is taken.
SHAPES: tuple[Shape, ...] = (
    template.SHAPE,
    wide.SHAPE,
    years.SHAPE,
    indicator_columns.SHAPE,
    submission.SHAPE,
    workforce.SHAPE,
    long.SHAPE,
    benchmark_workbook.SHAPE,
    detailed_national.SHAPE,
    detailed_organisations.SHAPE,
    contractor_scores.SHAPE,
    contractor_breakdown.SHAPE,
)
# Below this the columns do not say enough to turn the table into figures.
LEAST_SCORE = 0.5


def shape_named(name: str) -> Shape:
    """Return the shape with this name.

    Raises:
        UnknownTerm: If there is no such shape.
    """
    for shape in SHAPES:
        if shape.name == name:
            return shape
    raise UnknownTerm("file shape", name, tuple(shape.name for shape in SHAPES))


def recognise(reading: Reading, uses: tuple[ColumnUse, ...], chosen: str = "") -> Recognition:
    """Return the shape that fits the columns best, or the one a person chose.

    Raises:
        UnknownTerm: If the chosen shape does not exist.
    """
    found = _chosen(reading, uses, chosen) if chosen else _best(reading, uses)
    said = contradicted(reading, uses) if found.shape and not found.refusal else ""
    return replace(found, refusal=said) if said else found


def _chosen(reading: Reading, uses: tuple[ColumnUse, ...], chosen: str) -> Recognition:
    found = shape_named(chosen).score(reading, uses)
    return replace(found, score=1.0, reason="chosen by you")


def _best(reading: Reading, uses: tuple[ColumnUse, ...]) -> Recognition:
    best = max((shape.score(reading, uses) for shape in SHAPES), key=lambda found: found.score)
    if best.score < LEAST_SCORE:
        return Recognition(
            "", best.score, "no indicator, ethnic group and figure can be told apart"
        )
    return best


def columns_of(
    reading: Reading, uses: tuple[ColumnUse, ...], recognition: Recognition
) -> tuple[ColumnUse, ...]:
    """Return what each column is for: as the recognised layout fixes it, or as it was understood.

    Raises:
        UnknownTerm: If the recognised shape does not exist.
    """
    named = shape_named(recognition.shape).columns if recognition.shape else None
    return uses if named is None else own_columns(uses, named(reading))


def choices_for(choices: Choices, recognition: Recognition) -> Choices:
    """Return a person's choices, with the scale of a fixed layout where they chose none.

    Raises:
        UnknownTerm: If the recognised shape does not exist.
    """
    if not recognition.shape or choices.scale is not Scale.AUTO:
        return choices
    return replace(choices, scale=shape_named(recognition.shape).scale)


def reshape(
    reading: Reading, uses: tuple[ColumnUse, ...], recognition: Recognition
) -> tuple[Draft, ...]:
    """Return the figures of a recognised table, still as text; none when it has no known shape.

    Raises:
        UnknownTerm: If the recognised shape does not exist.
    """
    if not recognition.shape:
        return ()
    return shape_named(recognition.shape).reshape(reading, uses)
