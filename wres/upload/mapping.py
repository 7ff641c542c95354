"""What a person chose, and what each column is taken for once their choices are laid over ours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wres.errors import UnknownTerm
from wres.terms import DETAILED_GROUPS, WRES_GROUPS, EthnicGroup, term
from wres.upload.columns import FIGURE_FIELDS, ColumnUse, Field, heading


class Scale(Enum):
    """How percentages are written in a file."""

    AUTO = "auto"
    ZERO_TO_ONE = "0-1"
    ZERO_TO_HUNDRED = "0-100"
    PERCENT_TEXT = "percent text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a person has said about a file; everything else is found in the file.

    ``org_code`` and ``wres_year`` fill in what no column says. ``mapping`` holds pairs of a
    heading and a use, such as ``("White", "percentage:white")`` or ``("Region", "ignored")``.
    ``sheet`` names the one sheet of a workbook to read; empty reads every sheet with figures.
    ``repairs`` are the ids of the repairs that were taken, in the order they are made; a repair
    is replayed on the file each time it is read, and is undone by taking its id away.
    """

    org_code: str = ""
    wres_year: int | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    scale: Scale = Scale.AUTO
    shape: str = ""
    sheet: str = ""
    repairs: tuple[str, ...] = ()

    def use_of(self, header: str) -> str:
        """Return the use a person chose for a heading, or an empty text."""
        return dict(self.mapping).get(header, "")


def use_options() -> tuple[str, ...]:
    """Return every use a column can be given, as the codes a mapping holds."""
    hidden = (Field.PERSONAL, Field.UNKNOWN)
    plain = [field.value for field in Field if field not in hidden]
    grouped = [
        f"{field.value}:{group.value}"
        for field in FIGURE_FIELDS
        if field is not Field.RATIO
        for group in _choosable_groups()
    ]
    return (*plain, *grouped)


def _choosable_groups() -> tuple[EthnicGroup, ...]:
    """The groups a trust's columns can be for; a detailed background is only part of one."""
    wide = (g for g in EthnicGroup if g not in WRES_GROUPS and g not in DETAILED_GROUPS)
    return (*WRES_GROUPS, *wide)


def use_columns(header: tuple[str, ...], choices: Choices) -> tuple[ColumnUse, ...]:
    """Return what each column is for, in the order of the file.

    Raises:
        UnknownTerm: If a person's mapping names a use that does not exist.
    """
    return tuple(_use(text, position, choices.use_of(text)) for position, text in enumerate(header))


def _use(header: str, position: int, chosen: str) -> ColumnUse:
    if chosen:
        name, _, code = chosen.partition(":")
        field = term(Field, name, "column use")
        group = term(EthnicGroup, code, "ethnic group") if code else None
        if field in (Field.PERSONAL, Field.UNKNOWN) or group in DETAILED_GROUPS:
            raise UnknownTerm("column use", chosen, use_options())
        return ColumnUse(
            header=header,
            position=position,
            field=field,
            how="chosen by you",
            group=group,
        )
    word = heading(header)
    return ColumnUse(
        header=header,
        position=position,
        field=word.field,
        how=_how(header, word.field),
        group=word.group,
        indicator=word.indicator,
        year=word.year,
    )


def _how(header: str, field: Field) -> str:
    if field is Field.UNKNOWN:
        return "heading not known; the column is left out"
    if field is Field.IGNORED:
        return "not needed; the column is left out" if header else "no heading; left out"
    return "heading known"


def column_for(uses: tuple[ColumnUse, ...], field: Field) -> ColumnUse | None:
    """Return the first column with this use that belongs to no group, or None."""
    return next((use for use in uses if use.field is field and use.group is None), None)
