"""Checks of the numbers: can each figure be true of any group of people?"""

from __future__ import annotations

import re

from wres.results import ROUNDING_TOLERANCE
from wres.terms import Status
from wres.upload.asking import on_few, tells_only
from wres.upload.checking import (
    CheckResult,
    Needs,
    Upload,
    count_of,
    failed,
    on_lines,
    passed,
    quoted,
    quoted_cells,
    warned,
    wrong_figures,
)
from wres.upload.checks_cells import is_spreadsheet_error
from wres.upload.columns import Field
from wres.upload.figures import Figure
from wres.upload.mapping import Scale
from wres.upload.shapes.count_words import Part, count_word

# People are counted for these, so a printed percentage alone cannot be used.
NEEDS_COUNTS = (1, 9)
_COUNTS = (Part.TOP, Part.BASE, Part.BOARD, Part.WORKFORCE)
_NUMBER_OF = re.compile(r"\W*(total )?(number|no\.?|count|headcount|head count) of\b", re.I)
_SHARE = re.compile(r"%|per ?cent|proportion|share\b|\brate\b|likelihood", re.I)


@on_few
def check_numbers(upload: Upload) -> CheckResult:
    """Every figure is a number or a mark that is known to stand for one."""
    name = "numbers"
    wrong = [
        (figure.line, cell.text)
        for figure in upload.figures
        for cell in (figure.printed, figure.numerator, figure.denominator)
        if cell.is_wrong and not is_spreadsheet_error(cell.text)
    ]
    if not wrong:
        return passed(name, "Every figure is a number or a known mark.")
    return failed(
        name,
        f"{on_lines(line for line, _ in wrong)}: {quoted_cells(text for _, text in wrong)} cannot "
        "be read as a number.",
        lines=(line for line, _ in wrong),
        fix="Write 16.1 or 16.1%; leave the cell empty if there is no figure, or * if hidden.",
    )


@on_few
def check_counts_whole(upload: Upload) -> CheckResult:
    """Every count of people is a whole number, zero or more, without a percent sign."""
    return wrong_figures(
        "counts_whole",
        (f for f in upload.figures if _bad_count(f)),
        told=lambda f: f.numerator.text if _not_whole(f, top=True) else f.denominator.text,
        what="not a whole number of people",
        fine="Every count is a whole number.",
        fix="Counts are people; put percentages in the percentage column.",
    )


@on_few
def check_numerator_within_base(upload: Upload) -> CheckResult:
    """No count is larger than the number of people it is part of."""
    return wrong_figures(
        "numerator_within_base",
        (f for f in upload.figures if f.counts and f.counts[0] > f.counts[1]),
        told=lambda f: f"{f.numerator.text} of {f.denominator.text}",
        what="more people than there are in the base",
        fine="No count is above its base.",
        fix="Check that numerator and denominator have not been swapped.",
    )


@on_few
def check_denominator_given(upload: Upload) -> CheckResult:
    """Every count comes with the number of people it is part of."""
    return wrong_figures(
        "denominator_given",
        (f for f in upload.figures if f.numerator.is_whole and f.denominator.is_blank),
        told=lambda f: f.numerator.text,
        what="a count without the number of people it is part of",
        fine="Every count has its base.",
        fix="Fill in the denominator.",
    )


@on_few
def check_counts_given(upload: Upload) -> CheckResult:
    """Indicators 1 and 9 give people, not only percentages."""
    return wrong_figures(
        "counts_given",
        (
            f
            for f in upload.figures
            if f.indicator in NEEDS_COUNTS
            and f.value is not None
            and f.counts is None
            and Status.HIDDEN not in (f.numerator.mark, f.denominator.mark)
        ),
        told=lambda f: f"indicator {f.indicator}: {f.printed.text}",
        what="given without counts of people",
        fine="Indicators 1 and 9 have counts wherever they have figures.",
        fix="Give the number in the group, and of all staff in the band or on the board.",
    )


@on_few
def check_counts_by_words(upload: Upload) -> CheckResult:
    """No row says in words that it counts people and gives numbers without their base."""
    counting = {
        line.number: line.cells[use.position]
        for use in upload.uses
        if use.field is Field.UNKNOWN and use.position not in upload.recognition.read_columns
        for line in upload.reading.rows
        if _counts_people(line.cells[use.position])
    }
    return wrong_figures(
        "counts_by_words",
        (f for f in upload.figures if f.line in counting and _may_be_people(f)),
        told=lambda f: f"{counting[f.line][:50]}: {f.printed.text}",
        what="a count by the words of its row, without the number of people it is part of",
        fine="No row gives a count as if it were a percentage.",
        fix="Give the number of staff in each group too, or write the percentage.",
    )


def _counts_people(cell: str) -> bool:
    if _SHARE.search(cell):
        return False
    word = count_word(cell)
    return bool(_NUMBER_OF.match(cell)) or (word is not None and word.part in _COUNTS)


def _may_be_people(figure: Figure) -> bool:
    printed = figure.printed
    is_bare = printed.is_whole and not printed.has_percent_sign
    return is_bare and figure.counts is None and not figure.is_ratio


@on_few
def check_scale_known(upload: Upload) -> CheckResult:
    """It is clear whether percentages are written 0 to 1 or 0 to 100."""
    name = "scale_known"
    unsure = [scale for scale in upload.scales if not scale.is_sure]
    if not unsure:
        said = (
            f"Scale: {s.evidence}." if s.is_fixed else f"Scale of “{s.header}”: {s.evidence}."
            for s in upload.scales
        )
        found = " ".join(dict.fromkeys(said))
        return passed(name, found or "There are no percentages.")
    return failed(
        name,
        f"The scale of “{unsure[0].header}” cannot be told: {unsure[0].evidence}.",
        fix="Choose 0 to 1, or 0 to 100.",
        needs=Needs.SCALE,
    )


@on_few
def check_scales_agree(upload: Upload) -> CheckResult:
    """All columns of percentages are on one scale."""
    name = "scales_agree"
    plain = [s for s in upload.scales if s.evidence != "the column holds no percentages"]
    if len({s.scale is Scale.ZERO_TO_ONE for s in plain}) < 2:
        return passed(name, "All columns of percentages are on one scale.")
    said = " ".join(f"“{s.header}”: {s.evidence}." for s in plain)
    return failed(
        name,
        f"The columns are on different scales. {said}",
        fix="Write all of them 0 to 100, or choose the scale.",
        needs=Needs.SCALE,
    )


@on_few
def check_scale_not_mixed(upload: Upload) -> CheckResult:
    """Within a column, percentages are all 0 to 1 or all 0 to 100."""
    name = "scale_not_mixed"
    mixed = [s for s in upload.scales if s.mixed_lines]
    if not mixed:
        return passed(name, "No column mixes scales.")
    lines = [line for s in mixed for line in s.mixed_lines]
    places = {(s.position, line) for s in mixed for line in s.mixed_lines}
    values = [f.printed.text for f in upload.figures if (f.draft.column, f.line) in places]
    verb = "is" if len(set(values)) == 1 else "are"
    told = failed if upload.choices.scale is Scale.AUTO else warned
    return told(
        name,
        f"{on_lines(lines)}: {quoted(values)} in {quoted(s.header for s in mixed)} {verb} on "
        "another scale than the rest of the column.",
        lines=lines,
        fix="Write every percentage of a column the same way, 0 to 100 or 0 to 1.",
    )


@on_few
def check_percentage_range(upload: Upload) -> CheckResult:
    """Every percentage lies between 0 and 100."""
    return wrong_figures(
        "percentage_range",
        (
            f
            for f in upload.figures
            if not f.is_ratio and f.value is not None and not 0 <= f.value <= 1
        ),
        told=lambda f: f.printed.text,
        what="not between 0 and 100 per cent",
        fine="Every percentage is possible.",
        fix="Check the figure, and the scale of its column.",
    )


@on_few
def check_percentage_against_counts(upload: Upload) -> CheckResult:
    """A percentage and its own counts agree, within 0.05 points of rounding."""
    name = "percentage_against_counts"
    apart = [f for f in upload.figures if _disagrees(f)]
    if not apart:
        return passed(name, "Percentages agree with their counts.")
    first = apart[0]
    top, base = first.counts or (0, 1)
    return warned(
        name,
        f"{on_lines(f.line for f in apart)}: “{first.printed.text}” is printed, and {top} of "
        f"{base} is {100 * top / base:.2f}%; the counts were used.",
        lines=(f.line for f in apart),
        fix="Correct the percentage or the counts; a weighted percentage differs for a reason.",
    )


@tells_only
@on_few
def check_hidden_marks(upload: Upload) -> CheckResult:
    """Marks for hidden figures are kept apart from zero and from missing, and counted."""
    return _marked("hidden_marks", upload, Status.HIDDEN, "hidden in the file")


@tells_only
@on_few
def check_missing_figures(upload: Upload) -> CheckResult:
    """Figures that are not there are kept apart from zero, and counted."""
    return _marked("missing_figures", upload, Status.MISSING, "missing")


@tells_only
@on_few
def check_not_applicable(upload: Upload) -> CheckResult:
    """Figures marked as not applicable are kept apart from zero and from missing, and counted."""
    return _marked("not_applicable", upload, Status.NOT_APPLICABLE, "marked as not applicable")


def _marked(name: str, upload: Upload, status: Status, what: str) -> CheckResult:
    found = [f for f in upload.figures if f.status is status and not _is_unread(f)]
    if not found:
        return passed(name, f"No figure is {what}.")
    verb = "is" if len(found) == 1 else "are"
    marks = quoted(_mark_text(f, status) or "an empty cell" for f in found)
    return warned(
        name,
        f"{count_of(len(found), 'figure')} {verb} {what} ({marks}); none was read as zero.",
        lines=(f.line for f in found),
        fix="Nothing to do if that is right; otherwise fill in the figure.",
    )


def _is_unread(figure: Figure) -> bool:
    """Whether a cell holds words that are no number: it is told as wrong, and is not missing."""
    return any(c.is_wrong for c in (figure.printed, figure.numerator, figure.denominator))


def _mark_text(figure: Figure, status: Status) -> str:
    cells = (figure.printed, figure.numerator, figure.denominator)
    return next((c.text for c in cells if c.mark is status and c.text), "")


def _not_whole(figure: Figure, *, top: bool) -> bool:
    cell = figure.numerator if top else figure.denominator
    return cell.number is not None and (not cell.is_whole or cell.has_percent_sign)


def _bad_count(figure: Figure) -> bool:
    return _not_whole(figure, top=True) or _not_whole(figure, top=False)


def _disagrees(figure: Figure) -> bool:
    if figure.is_ratio or figure.value is None or not figure.counts or not figure.counts[1]:
        return False
    top, base = figure.counts
    return abs(figure.value - top / base) > ROUNDING_TOLERANCE
