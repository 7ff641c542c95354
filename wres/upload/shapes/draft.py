"""A figure still as text, and what a shape is: how well it fits a table, and how it reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from wres.terms import EthnicGroup
from wres.upload.columns import ColumnUse, Field
from wres.upload.mapping import Scale
from wres.upload.reading import Line, Reading


class Measure(Enum):
    """What the column a figure stands in says it is."""

    PERCENTAGE = "percentage"
    RATIO = "ratio"
    VALUE = "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The cells of a row that say whose figure it is, word for word."""

    org_code: str = ""
    org_name: str = ""
    wres_year: str = ""
    survey_year: str = ""
    year: str = ""
    indicator: str = ""
    staff_group: str = ""
    band: str = ""
    ethnic_group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One figure of the file, word for word, with the line and the column it stands in.

    ``is_flipped`` says the cell holds the share who did *not* answer as the indicator counts, so
    the figure is what is left to 100 per cent. ``edition`` names a publication that restates
    earlier years with each issue. ``is_of_many`` says the file is about every organisation, so that
    one we do not know is named and left out, and does not stop the others.
    """

    line: int
    keys: Keys
    group: EthnicGroup | None = None
    numerator: str = ""
    denominator: str = ""
    value: str = ""
    measure: Measure = Measure.PERCENTAGE
    column: int = -1
    is_flipped: bool = False
    edition: str = ""
    is_of_many: bool = False


@dataclass(frozen=True, slots=True)
class Recognition:
    """Which shape a table has, how well it fits (0 to 1), and why.

    ``refusal`` is set when the shape is understood and can still give no figures, and says why;
    ``way_out`` says what to do, where that is not to use another file.
    ``remarks`` say what the shape cannot give beside the figures it does. ``read_columns`` are
    the columns whose headings the shape took apart itself, counted from zero.
    """

    shape: str
    score: float
    reason: str
    refusal: str = ""
    way_out: str = ""
    remarks: tuple[str, ...] = ()
    read_columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of table that can be read.

    A layout that is fixed by whoever publishes it names its own columns: ``columns`` gives what
    each is for, in place of what its heading alone would say. ``scale`` is how such a layout
    writes percentages.
    """

    name: str
    title: str
    score: Callable[[Reading, tuple[ColumnUse, ...]], Recognition]
    reshape: Callable[[Reading, tuple[ColumnUse, ...]], tuple[Draft, ...]]
    columns: Callable[[Reading], Mapping[int, ColumnUse]] | None = None
    scale: Scale = Scale.AUTO


_KEY_FIELDS = (
    Field.ORG_CODE,
    Field.ORG_NAME,
    Field.WRES_YEAR,
    Field.SURVEY_YEAR,
    Field.YEAR,
    Field.INDICATOR,
    Field.STAFF_GROUP,
    Field.BAND,
    Field.ETHNIC_GROUP,
)


def own_columns(
    uses: tuple[ColumnUse, ...], known: Mapping[int, ColumnUse]
) -> tuple[ColumnUse, ...]:
    """Return the columns a fixed layout knows, and the rest left out.

    A heading that stands for details of people stays one: no layout has a place for it.
    """
    return tuple(_own(use, known.get(use.position)) for use in uses)


def _own(use: ColumnUse, known: ColumnUse | None) -> ColumnUse:
    if known is not None:
        return replace(known, is_fixed=True)
    if use.field is Field.PERSONAL:
        return use
    how = "not needed; the column is left out"
    return ColumnUse(
        header=use.header, position=use.position, field=Field.IGNORED, how=how, is_fixed=True
    )


def positions(uses: tuple[ColumnUse, ...], fields: tuple[Field, ...]) -> dict[str, int]:
    """Return where the columns with these uses stand, by the name of the use."""
    found: dict[str, int] = {}
    for use in uses:
        if use.field in fields and use.group is None:
            found.setdefault(use.field.value, use.position)
    return found


def keys_of(line: Line, places: dict[str, int]) -> Keys:
    """Return the cells of a line that say whose figure it is."""
    return Keys(**{name: line.cells[place] for name, place in places.items()})


def key_positions(uses: tuple[ColumnUse, ...]) -> dict[str, int]:
    """Return where the columns stand that say whose figure a line holds."""
    return positions(uses, _KEY_FIELDS)
