"""Checks of the columns that are left out: none may say that a row is not to be taken as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wres.organisations import ENGLAND
from wres.terms import Status
from wres.upload.asking import on_few
from wres.upload.cells import words_of
from wres.upload.checking import CheckResult, Upload, failed, on_lines, passed, quoted, warned
from wres.upload.columns import ColumnUse, Field
from wres.upload.period_words import is_quarter

_MOST_WORDS = 4
_DENIED = frozenset(("not", "no", "none", "never", "nothing"))
_WITHHELD = frozenset(("suppressed", "withheld", "hidden", "withdrawn", "embargoed", "superseded"))
_WITHHELD_ALONE = frozenset(("excluded", "exclude", "void", "cancelled", "do not use"))
_WITHHOLDS = frozenset(
    ("exclude", "excluded", "exclusion", "suppress", "suppression", "hide", "withhold", *_WITHHELD)
)
_YES = frozenset(("yes", "y", "true", "t", "1"))
_DOUBTFUL = frozenset(
    (
        *("forecast", "forecasted", "projected", "projection", "draft", "provisional", "estimated"),
        *("unvalidated", "dummy", "trajectory", "preliminary", "interim"),
    )
)
_DOUBTFUL_ALONE = frozenset(
    (
        *("target", "plan", "planned", "test", "test data", "estimate", "national", "england"),
        *("national average", "england average", "benchmark", "benchmark average", "average"),
        *("national benchmark", "peer average", "sector average", "median", "national median"),
        *("icb average", "regional average", "benchmark median", "example", "sample"),
    )
)
_PART_OF_YEAR = frozenset(("quarter", "qtr", "half", "period"))


@on_few
def check_withheld_beside(upload: Upload) -> CheckResult:
    """No column that is left out says a shown row is suppressed, withdrawn, or of a quarter."""
    name = "withheld_beside"
    found = list(_cells_beside(upload, _is_withheld))
    if not found:
        return passed(name, "No column that is left out says a row is not to be used.")
    return failed(
        name,
        f"{on_lines(line for line, _, _ in found)}: the column {quoted(h for _, h, _ in found)} is "
        f"left out and says {quoted(c for _, _, c in found)}, which the figures beside it are not.",
        lines=(line for line, _, _ in found),
        fix="Delete the rows that are not to be used, or mark their figures as hidden with a *.",
    )


@on_few
def check_doubtful_beside(upload: Upload) -> CheckResult:
    """No column that is left out says a row is a forecast, a target, a draft or an average."""
    name = "doubtful_beside"
    found = list(_cells_beside(upload, _is_doubtful))
    if not found:
        return passed(name, "No column that is left out says a row is something else.")
    return warned(
        name,
        f"{on_lines(line for line, _, _ in found)}: the column {quoted(h for _, h, _ in found)} is "
        f"left out and says {quoted(c for _, _, c in found)}; the figures beside it were read.",
        lines=(line for line, _, _ in found),
        fix="Keep only the trust’s own final figures; delete rows that are anything else.",
    )


def _cells_beside(
    upload: Upload, is_told: Callable[[Upload, ColumnUse, str], bool]
) -> Iterator[tuple[int, str, str]]:
    """The line, heading and words of each cell left out beside a figure that is shown."""
    read = upload.recognition.read_columns
    own = [f for f in upload.figures if f.organisation is None or f.organisation.code != ENGLAND]
    shown = {f.line for f in own if f.status is Status.SHOWN}
    if not shown:
        return
    unshown = {f.line for f in (*upload.figures, *upload.left_out)} - shown
    for use in upload.uses:
        is_beside = use.field in (Field.IGNORED, Field.UNKNOWN) and use.position not in read
        if not is_beside or use.is_passed_over:
            continue
        for line in upload.reading.rows:
            cell = line.cells[use.position]
            if cell and line.number not in unshown and is_told(upload, use, cell):
                yield line.number, use.header, cell


def _is_withheld(upload: Upload, use: ColumnUse, cell: str) -> bool:
    words, heading = words_of(cell), set(words_of(use.header).split())
    if heading & _WITHHOLDS and words in _YES and not heading & _DENIED:
        # A column of ones, noughts and larger numbers counts people.
        marks = {words_of(line.cells[use.position]) for line in upload.reading.rows}
        return words != "1" or marks <= {"0", "1", ""}
    if heading & _PART_OF_YEAR and is_quarter(cell):
        return True
    return _says(words, _WITHHELD, _WITHHELD_ALONE)


def _is_doubtful(_: Upload, __: ColumnUse, cell: str) -> bool:
    return _says(words_of(cell), _DOUBTFUL, _DOUBTFUL_ALONE)


def _says(words: str, anywhere: frozenset[str], alone: frozenset[str]) -> bool:
    if words in alone:
        return True
    said = words.split()
    return len(said) <= _MOST_WORDS and bool(anywhere & set(said)) and not _DENIED & set(said)
