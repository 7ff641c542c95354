"""The shapes of file that are recognised, and the choice between them.

To add a shape: one file with ``NAME``, ``TITLE``, ``score`` and ``reshape``, and one line in
``SHAPES``. Shapes with a column for each group share ``group_columns``; shapes with a row for
each group share ``group_rows``. A table can only be one or the other, so they never compete.
"""

from __future__ import annotations

from wres.errors import UnknownTerm
from wres.upload.columns import ColumnUse
from wres.upload.reading import Reading
from wres.upload.shapes import long, submission, template, wide, workforce, years
from wres.upload.shapes.draft import Draft, Recognition, Shape

SHAPES: tuple[Shape, ...] = (
    Shape(template.NAME, template.TITLE, template.score, template.reshape),
    Shape(wide.NAME, wide.TITLE, wide.score, wide.reshape),
    Shape(years.NAME, years.TITLE, years.score, years.reshape),
    Shape(submission.NAME, submission.TITLE, submission.score, submission.reshape),
    Shape(workforce.NAME, workforce.TITLE, workforce.score, workforce.reshape),
    Shape(long.NAME, long.TITLE, long.score, long.reshape),
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
    if chosen:
        return Recognition(shape_named(chosen).name, 1.0, "chosen by you")
    best = max((shape.score(reading, uses) for shape in SHAPES), key=lambda found: found.score)
    if best.score < LEAST_SCORE:
        return Recognition(
            "", best.score, "no indicator, ethnic group and figure can be told apart"
        )
    return best


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
