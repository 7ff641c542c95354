"""A figure still as text, and what a shape is: how well it fits a table, and how it reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from wres.terms import EthnicGroup
from wres.upload.columns import ColumnUse, Field
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
    earlier years with each issue.
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


@dataclass(frozen=True, slots=True)
class Recognition:
    """Which shape a table has, how well it fits (0 to 1), and why.

    ``refusal`` is set when the shape is understood and can still give no figures, and says why.
    ``remarks`` say what the shape cannot give beside the figures it does. ``read_columns`` are
    the columns whose headings the shape took apart itself, counted from zero.
    """

    shape: str
    score: float
    reason: str
    refusal: str = ""
    remarks: tuple[str, ...] = ()
    read_columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of table that can be read."""

    name: str
    title: str
    score: Callable[[Reading, tuple[ColumnUse, ...]], Recognition]
    reshape: Callable[[Reading, tuple[ColumnUse, ...]], tuple[Draft, ...]]


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
