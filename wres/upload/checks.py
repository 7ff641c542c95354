"""The register of checks, and the order they run in.

To add a check: write one function in the file of its stage, with a docstring that says what is
true when it passes, and name it here. A test fails for a check that is not registered, has no
docstring, or never fires.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from wres.upload import checks_columns as columns
from wres.upload import checks_file as file
from wres.upload import checks_plausibility as plausibility
from wres.upload import checks_ratios as ratios
from wres.upload import checks_sums as sums
from wres.upload import checks_terms as terms
from wres.upload import checks_values as values
from wres.upload.checking import Check, CheckResult, Outcome, Stage, Upload


def _stage(stage: Stage, *functions: Callable[[Upload], CheckResult]) -> tuple[Check, ...]:
    return tuple(Check(f.__name__.removeprefix("check_"), stage, f) for f in functions)


CHECKS: tuple[Check, ...] = (
    *_stage(
        Stage.FILE,
        file.check_long_lines,
        file.check_short_lines,
        file.check_reading_notes,
    ),
    *_stage(
        Stage.COLUMNS,
        columns.check_personal_columns,
        columns.check_duplicate_headers,
        columns.check_same_meaning,
        columns.check_shape,
        columns.check_not_in_this_file,
        columns.check_unknown_columns,
        columns.check_organisation_given,
        columns.check_year_given,
        columns.check_mapping_used,
    ),
    *_stage(
        Stage.TERMS,
        terms.check_known_organisation,
        terms.check_closed_organisation,
        terms.check_code_and_name,
        terms.check_known_indicator,
        terms.check_year_range,
        terms.check_year_meaning,
        terms.check_years_agree,
        terms.check_known_band,
        terms.check_known_staff_group,
        terms.check_known_ethnic_group,
        terms.check_rows_kept,
    ),
    *_stage(
        Stage.VALUES,
        values.check_numbers,
        values.check_counts_whole,
        values.check_numerator_within_base,
        values.check_denominator_given,
        values.check_counts_given,
        values.check_scale_known,
        values.check_scales_agree,
        values.check_scale_not_mixed,
        values.check_percentage_range,
        values.check_percentage_against_counts,
        ratios.check_ratio_without_percent,
        ratios.check_ratio_range,
        ratios.check_ratio_indicator,
        ratios.check_ratio_among_percentages,
        sums.check_parts_within_total,
        sums.check_duplicates,
        values.check_hidden_marks,
        values.check_missing_figures,
    ),
    *_stage(
        Stage.PLAUSIBILITY,
        plausibility.check_left_out,
        plausibility.check_ratio_size,
        plausibility.check_tenfold_jump,
        plausibility.check_constant_column,
        plausibility.check_swapped_groups,
        plausibility.check_direction,
        plausibility.check_both_groups,
        plausibility.check_small_bases,
        plausibility.check_indicator_7_basis,
        plausibility.check_printed_ratio,
    ),
)
# Words and numbers are looked at together, so a person sees every problem of a row at once.
_ROUNDS: tuple[tuple[Stage, ...], ...] = (
    (Stage.FILE, Stage.COLUMNS),
    (Stage.TERMS, Stage.VALUES),
    (Stage.PLAUSIBILITY,),
)


def run_checks(upload: Upload) -> tuple[CheckResult, ...]:
    """Return the answers of every check, ending with the first round of stages that fails."""
    answers: list[CheckResult] = []
    for stages in _ROUNDS:
        found = [check.run(upload) for check in CHECKS if check.stage in stages]
        answers.extend(found)
        if any(answer.outcome is Outcome.FAIL for answer in found):
            break
    return tuple(answers)


def checks_of(uploads: Sequence[Upload], used: Sequence[Upload]) -> tuple[CheckResult, ...]:
    """Return the answers for every table of a file, each naming its sheet where there are more.

    Tables without figures are looked at for details of people only.
    """
    answers = [
        answer if len(uploads) == 1 else _on_sheet(answer, upload.reading.sheet)
        for upload in used
        for answer in run_checks(upload)
    ]
    unused = [upload for upload in uploads if upload not in used]
    answers += [
        _on_sheet(answer, upload.reading.sheet)
        for upload in unused
        if (answer := columns.check_personal_columns(upload)).outcome is Outcome.FAIL
    ]
    return tuple(answers)


def _on_sheet(answer: CheckResult, sheet: str) -> CheckResult:
    if answer.outcome is Outcome.PASS:
        return replace(answer, sheet=sheet)
    return replace(answer, sheet=sheet, message=f"Sheet “{sheet}”: {answer.message}")
