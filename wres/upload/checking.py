"""What a check is: one question asked of an upload, one answer with its lines and how to fix it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from functools import cached_property
from typing import TypeVar

from wres.organisations import Organisations
from wres.results import Results
from wres.upload.cells import words_of
from wres.upload.columns import ColumnUse
from wres.upload.figure_arrays import At, Chosen, FigureArrays, LateFigures, arrays_of
from wres.upload.figures import Figure
from wres.upload.grouping import Groups, Ranges, held_rows, ranges_of
from wres.upload.known_years import KnownYears
from wres.upload.limits import LINES_NAMED
from wres.upload.mapping import Choices
from wres.upload.personal_details import names_somebody
from wres.upload.reading import Line, Reading
from wres.upload.scales import ColumnScale
from wres.upload.shapes.draft import Recognition

_NOT_REPEATED = "text that may name somebody, and is not repeated here,"
_ORGANISATIONS = frozenset(("trust", "hospital", "hospitals", "healthcare", "icb", "ccg"))

Beside = TypeVar("Beside")


class Outcome(Enum):
    """What a check found."""

    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"


class Stage(Enum):
    """When a check runs. A later stage may rely on what an earlier one found."""

    FILE = "file"
    COLUMNS = "columns"
    TERMS = "terms"
    VALUES = "values"
    PLAUSIBILITY = "plausibility"
    SHEETS = "sheets"


class Needs(Enum):
    """What a person can choose to answer a check."""

    NOTHING = ""
    MAPPING = "mapping"
    ORGANISATION = "org_code"
    SCALE = "scale"
    WRES_YEAR = "wres_year"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One check's answer: lines are numbered as a person sees them in the file, or on ``sheet``."""

    check: str
    outcome: Outcome
    message: str
    lines: tuple[int, ...] = ()
    fix: str = ""
    needs: Needs = Needs.NOTHING
    sheet: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Upload:
    """Everything the checks may look at. Figures that are left out are in ``left_out``.

    ``held`` are the figures known already, of every organisation: what was shipped, with what was
    uploaded laid over it. ``this_year`` is the year the upload is looked at in. ``few`` are some
    rows of a table of counts that hold every word of it, for the checks of words.
    """

    reading: Reading
    recognition: Recognition
    uses: tuple[ColumnUse, ...]
    scales: tuple[ColumnScale, ...]
    figures: Sequence[Figure]
    left_out: tuple[Figure, ...]
    organisations: Organisations
    choices: Choices
    held: Results = field(default_factory=Results)
    this_year: int = field(default_factory=lambda: datetime.now(UTC).year)
    few: Upload | None = None

    @cached_property
    def groups(self) -> Groups:
        """The figures grouped once, for every check."""
        return Groups(self.figures)

    @cached_property
    def arrays(self) -> FigureArrays:
        """The figures as arrays, for the checks that look at all of them at once."""
        figures = self.figures
        return figures.arrays if isinstance(figures, LateFigures) else arrays_of(figures)

    @cached_property
    def known(self) -> KnownYears:
        """The figures of other years, out of the file or held already."""
        return KnownYears(self.arrays, tuple(held_rows(self.held, self.arrays.codes).values()))

    @cached_property
    def ranges(self) -> Ranges:
        """What other organisations had in the newest year held."""
        return ranges_of(self.held, set(self.arrays.codes))

    @cached_property
    def cells(self) -> tuple[frozenset[str], ...]:
        """The different cells of each column."""
        columns = zip(*(line.cells for line in self.reading.rows), strict=True)
        return tuple(map(frozenset, columns)) or (frozenset(),) * len(self.reading.header)

    def chosen(self, at: At) -> Chosen:
        """Return the figures that stand at some places of the arrays."""
        return Chosen(self.figures, self.arrays, at)

    @cached_property
    def rows_by_line(self) -> dict[int, Line]:
        """The rows of the table by their line."""
        return {line.number: line for line in self.reading.rows}


def passed(check: str, message: str) -> CheckResult:
    """Return the answer of a check that found nothing wrong."""
    return CheckResult(check=check, outcome=Outcome.PASS, message=message)


def failed(
    check: str,
    message: str,
    *,
    fix: str,
    lines: Iterable[int] = (),
    needs: Needs = Needs.NOTHING,
) -> CheckResult:
    """Return the answer of a check that stops the upload."""
    return CheckResult(
        check=check,
        outcome=Outcome.FAIL,
        message=message,
        lines=_in_order(lines),
        fix=fix,
        needs=needs,
    )


def warned(
    check: str,
    message: str,
    *,
    fix: str,
    lines: Iterable[int] = (),
    needs: Needs = Needs.NOTHING,
) -> CheckResult:
    """Return the answer of a check that asks a person to look before accepting."""
    return CheckResult(
        check=check,
        outcome=Outcome.WARN,
        message=message,
        lines=_in_order(lines),
        fix=fix,
        needs=needs,
    )


def wrong_figures(
    name: str,
    found: Iterable[Figure],
    *,
    told: Callable[[Figure], str],
    what: str,
    fine: str,
    fix: str,
) -> CheckResult:
    """Return a failed answer naming the figures that are wrong, or a passed one if none is.

    ``told`` gives the cell that is wrong; where all are empty, the answer says so.
    """
    wrong = list(found)
    if not wrong:
        return passed(name, fine)
    values = [told(f) for f in wrong]
    said = quoted_cells(value for value in values if value) or "an empty cell"
    verb = "are" if len(set(values)) > 1 else "is"
    return failed(
        name,
        f"{on_lines(f.line for f in wrong)}: {said} {verb} {what}.",
        lines=(f.line for f in wrong),
        fix=fix,
    )


def look_at(
    name: str,
    found: Sequence[Figure],
    *,
    said: Callable[[Figure], str],
    fine: str,
    fix: str,
) -> CheckResult:
    """Return a warning about figures, in words about the first of them, or a passed answer."""
    if not found:
        return passed(name, fine)
    lines = found.lines if isinstance(found, Chosen) else [f.line for f in found]
    return warned(name, f"{on_lines(lines)}: {said(found[0])}.", lines=lines, fix=fix)


def look_at_pairs(
    name: str,
    found: Sequence[tuple[Figure, Beside]],
    *,
    said: Callable[[Figure, Beside], str],
    fine: str,
    fix: str,
) -> CheckResult:
    """Return a warning about figures and what each does not fit, or a passed answer.

    ``said`` gives the words about the first figure and what stands beside it.
    """
    figures = [figure for figure, _ in found]
    return look_at(name, figures, said=lambda _: said(*found[0]), fine=fine, fix=fix)


def on_lines(lines: Iterable[int]) -> str:
    """Return “Line 3” or “Lines 3, 4 and 5 more”, as a sentence begins."""
    ordered = _in_order(lines)
    if len(ordered) == 1:
        return f"Line {ordered[0]}"
    named = ordered[:LINES_NAMED]
    rest = len(ordered) - len(named)
    if rest:
        return f"Lines {', '.join(map(str, named))} and {rest} more"
    return f"Lines {', '.join(map(str, named[:-1]))} and {named[-1]}"


def quoted(values: Iterable[str]) -> str:
    """Return the first few different values in quotes, as they stand in the file."""
    different = list(dict.fromkeys(values))
    shown = ", ".join(f"“{value[:60]}”" for value in different[:LINES_NAMED])
    rest = len(different) - LINES_NAMED
    return f"{shown} and {rest} more" if rest > 0 else shown


def quoted_cells(values: Iterable[str]) -> str:
    """Return the first few different cells in quotes, save those that seem to name somebody."""
    cells = list(values)
    shown = quoted(cell for cell in cells if not _may_name(cell))
    if any(map(_may_name, cells)):
        return f"{shown} and {_NOT_REPEATED}" if shown else _NOT_REPEATED
    return shown


def _may_name(cell: str) -> bool:
    # The name of an organisation that is not in the list has to be told, to be corrected.
    return not _ORGANISATIONS & set(words_of(cell).split()) and names_somebody(cell)


def count_of(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: “1 figure”, “3 figures”."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {many or one + 's'}"


def _in_order(lines: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(lines)))
