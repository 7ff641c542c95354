"""The register of checks, and the order they run in.

To add a check: write one function in the file of its stage, with a docstring that says what is
true when it passes and a mark that says how much it must see, and name it here. One without a mark
is refused; a test fails for a check that is not registered, has no docstring, or never fires.
Another mark says that its warning only tells what was done, so that nobody has to give a reason.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence

from wres.upload import checks_bases as bases
from wres.upload import checks_beside as beside
from wres.upload import checks_cells as cells
from wres.upload import checks_choices as choices
from wres.upload import checks_columns as columns
from wres.upload import checks_file as file
from wres.upload import checks_gaps as gaps
from wres.upload import checks_held as held
from wres.upload import checks_history as history
from wres.upload import checks_mangled as mangled
from wres.upload import checks_patterns as patterns
from wres.upload import checks_people as people
from wres.upload import checks_places as places
from wres.upload import checks_plausibility as plausibility
from wres.upload import checks_ratios as ratios
from wres.upload import checks_sheets as sheets
from wres.upload import checks_sums as sums
from wres.upload import checks_terms as terms
from wres.upload import checks_totals as totals
from wres.upload import checks_values as values
from wres.upload import checks_whose as whose
from wres.upload.asking import Check, Marked, SheetsCheck
from wres.upload.checking import CheckResult, Outcome, Stage, Upload


def _stage(stage: Stage, *functions: Marked) -> tuple[Check, ...]:
    names = [f.__name__.removeprefix("check_") for f in functions]
    return tuple(Check(name, stage, f) for name, f in zip(names, functions, strict=True))


def _across(*functions: Callable[[Sequence[Upload]], CheckResult]) -> tuple[SheetsCheck, ...]:
    names = [f.__name__.removeprefix("check_") for f in functions]
    return tuple(
        SheetsCheck(name, Stage.SHEETS, f) for name, f in zip(names, functions, strict=True)
    )


CHECKS: tuple[Check, ...] = (
    *_stage(
        Stage.FILE,
        file.check_long_lines,
        file.check_short_lines,
        file.check_reading_notes,
        cells.check_formula_headings,
        cells.check_garbled_text,
        cells.check_blank_heading,
    ),
    *_stage(
        Stage.COLUMNS,
        people.check_personal_columns,
        people.check_personal_content,
        people.check_free_text,
        columns.check_duplicate_headers,
        columns.check_same_meaning,
        columns.check_shape,
        columns.check_not_in_this_file,
        columns.check_unknown_columns,
        beside.check_withheld_beside,
        beside.check_doubtful_beside,
        columns.check_organisation_given,
        columns.check_year_given,
        columns.check_mapping_used,
        choices.check_chosen_organisation,
        choices.check_chosen_year,
        choices.check_year_in_name,
        choices.check_year_in_title,
        choices.check_other_in_title,
    ),
    *_stage(
        Stage.TERMS,
        terms.check_known_organisation,
        terms.check_unlisted_organisations,
        terms.check_closed_organisation,
        terms.check_code_and_name,
        terms.check_known_indicator,
        terms.check_year_range,
        terms.check_part_of_year,
        terms.check_year_meaning,
        terms.check_years_agree,
        terms.check_known_band,
        terms.check_known_staff_group,
        terms.check_known_ethnic_group,
        terms.check_rows_kept,
        mangled.check_mangled_band,
        mangled.check_mangled_code,
        mangled.check_lost_zeros,
        mangled.check_mangled_words,
        mangled.check_question_of_other_year,
        places.check_future_year,
        places.check_survey_not_run,
        places.check_board_group,
        places.check_band_fits_staff_group,
        places.check_merged_beside_successor,
        places.check_merged_band,
        places.check_row_without_place,
    ),
    *_stage(
        Stage.VALUES,
        cells.check_formula_cells,
        cells.check_spreadsheet_errors,
        values.check_numbers,
        values.check_counts_whole,
        values.check_numerator_within_base,
        values.check_denominator_given,
        values.check_counts_given,
        values.check_counts_by_words,
        values.check_scale_known,
        values.check_scales_agree,
        values.check_scale_not_mixed,
        values.check_percentage_range,
        values.check_percentage_against_counts,
        ratios.check_ratio_without_percent,
        ratios.check_ratio_range,
        ratios.check_ratio_indicator,
        ratios.check_ratio_among_percentages,
        whose.check_ratio_group,
        whose.check_board_as_workforce,
        sums.check_parts_within_total,
        sums.check_totals_add_up,
        sums.check_duplicates,
        values.check_hidden_marks,
        values.check_missing_figures,
        values.check_not_applicable,
        cells.check_decimal_marks,
        totals.check_base_differs,
        bases.check_percentage_of_nobody,
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
        ratios.check_printed_ratio,
        ratios.check_ratio_upside_down,
        places.check_rows_for_all,
        totals.check_parts_below_total,
        totals.check_groups_against_all,
        totals.check_ethnic_parts,
        totals.check_bands_against_all,
        totals.check_staff_groups_against_all,
        totals.check_board_parts,
        totals.check_all_between,
        totals.check_bme_between,
        bases.check_impossible_percentage,
        bases.check_base_within_workforce,
        bases.check_board_size,
        whose.check_small_workforce,
        bases.check_bases_alike,
        bases.check_hidden_can_be_found,
        bases.check_rounded_counts,
        bases.check_many_unknown,
        bases.check_disciplinary_rate,
        patterns.check_coded_missing,
        patterns.check_zero_percentages,
        patterns.check_ratio_zero,
        patterns.check_whole_percentages,
        patterns.check_identical_columns,
        patterns.check_gap_size,
        patterns.check_indicator_6_sum,
        patterns.check_printed_gap,
        patterns.check_twin_organisations,
        history.check_jump,
        history.check_direction_against_history,
        gaps.check_turned_from_last_year,
        gaps.check_swapped_against_history,
        history.check_ratio_against_history,
        history.check_headcount_jump,
        history.check_headcount_implausible,
        history.check_response_jump,
        history.check_copied_forward,
        held.check_national_range,
        held.check_another_year,
        held.check_another_organisation,
        held.check_restates_held,
        held.check_edition_held,
        held.check_several_editions,
    ),
)
SHEETS_CHECKS: tuple[SheetsCheck, ...] = _across(
    sheets.check_sheets_agree,
    sheets.check_sheets_repeat,
    sheets.check_sheets_years,
    sheets.check_sheets_bases,
)
_EVERY: tuple[Check | SheetsCheck, ...] = (*CHECKS, *SHEETS_CHECKS)
# The warnings of these tell what was done with the file; none says that a figure may be wrong.
TELLS_ONLY = frozenset(check.name for check in _EVERY if getattr(check.run, "tells_only", False))
# Words and numbers are looked at together, so a person sees every problem of a row at once.
_ROUNDS: tuple[tuple[Stage, ...], ...] = (
    (Stage.FILE, Stage.COLUMNS),
    (Stage.TERMS, Stage.VALUES),
    (Stage.PLAUSIBILITY,),
)


def run_checks(upload: Upload) -> tuple[CheckResult, ...]:
    """Return the answers of every check, ending with the first round of stages that fails.

    Checks of words look at the few rows that hold all words, where there are such.
    """
    few = upload.few or upload
    answers: list[CheckResult] = []
    for stages in _ROUNDS:
        asked = [check for check in CHECKS if check.stage in stages]
        found = [check.run(upload if check.run.among_all else few) for check in asked]
        answers.extend(found)
        if any(answer.outcome is Outcome.FAIL for answer in found):
            break
    return tuple(answers)


def checks_of(uploads: Sequence[Upload], used: Sequence[Upload]) -> tuple[CheckResult, ...]:
    """Return the answers for every table of a file, each naming its sheet where there are more.

    Tables without figures are looked at for details of people only. Files of one table have no
    answers across sheets.
    """
    answers = [
        answer if len(uploads) == 1 else sheets.on_sheet(answer, upload.reading.sheet)
        for upload in used
        for answer in run_checks(upload)
    ]
    unused = [upload for upload in uploads if upload not in used]
    answers += [
        sheets.on_sheet(answer, upload.reading.sheet)
        for upload in unused
        for answer in people.people_found(upload)
    ]
    if len(used) > 1:
        answers += [check.run(used) for check in SHEETS_CHECKS]
    return tuple(answers)


def question_of(name: str) -> str:
    """Return what a check asks, as a sentence that is true when it passes; empty for no check.

    It says nothing of any file, so it can be read by everybody; a check's message cannot.
    """
    asked = {check.name: inspect.getdoc(check.run) for check in _EVERY}
    return asked.get(name) or ""


def asks_for_reason(answer: CheckResult) -> bool:
    """Return whether whoever accepts this answer must say why: a warning of a doubtful figure."""
    return answer.outcome is Outcome.WARN and answer.check not in TELLS_ONLY
