"""The register of repairs: offered when their check fires, taken as a choice, undone by untaking.

A repair is data on the choices. Each time the file is read the repairs taken are replayed on it in
their order; the file itself is never changed. None is ever taken by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from wres.errors import UnknownTerm
from wres.upload import repair_edits as values
from wres.upload import repair_rows as rows
from wres.upload.checking import CheckResult, Outcome, Upload
from wres.upload.checks import CHECKS
from wres.upload.checks_people import people_found
from wres.upload.mapping import Choices
from wres.upload.reading import Reading
from wres.upload.repairing import Edit, Repair, RepairKind, edited, uses_given

_MOST_REPAIRS = 50
# The rows these checks name can be left out whole: what is doubtful need not be stored.
_ROWS_IN_DOUBT = (
    *("left_out", "chosen_organisation", "chosen_year", "future_year"),
    *("survey_not_run", "board_group", "band_fits_staff_group", "merged_beside_successor"),
    *("copied_forward", "another_year", "another_organisation", "both_groups", "ratio_size"),
    *("disciplinary_rate", "base_within_workforce", "board_size", "national_range", "jump"),
    *("headcount_implausible", "gap_size", "identical_columns", "edition_held", "bases_alike"),
    *("parts_below_total", "bands_against_all", "staff_groups_against_all", "ethnic_parts"),
    *("groups_against_all", "board_parts", "all_between", "bme_between", "twin_organisations"),
    *("years_agree", "restates_held", "percentage_of_nobody", "response_jump"),
)

Edits = Callable[[Upload, frozenset[int]], Iterable[Edit]]


def _kinds(check: str, *offers: tuple[str, str, Edits]) -> tuple[RepairKind, ...]:
    return tuple(
        RepairKind(f"{check}.{verb}", check, sentence, edits) for verb, sentence, edits in offers
    )


_TURN = "Read these figures as the share who said no, and turn them round."
_SWAP = "Give the BME figures of these rows to White, and the White ones to BME."
_TURN_RATIO = "Turn these ratios the other way up."
_MISSING = "Read these cells as missing."
_FROM_COUNTS = "Leave the printed figure out and work it out from the counts."
_IGNORE = "Leave these columns out."

REPAIRS: tuple[RepairKind, ...] = (
    *_kinds("direction", ("turn", _TURN, values.turn_high)),
    *_kinds("direction_against_history", ("turn", _TURN, values.turn_like_before)),
    *_kinds("swapped_groups", ("swap", _SWAP, values.swap_groups)),
    *_kinds("swapped_against_history", ("swap", _SWAP, values.swap_groups)),
    *_kinds(
        "scale_known",
        ("hundred", "Read the column as 0 to 100.", partial(values.percent_text, 1.0)),
        ("one", "Read the column as 0 to 1.", partial(values.percent_text, 100.0)),
    ),
    *_kinds("scales_agree", ("hundred", "Write every column 0 to 100.", values.scales_joined)),
    *_kinds("scale_not_mixed", ("join", "Write these cells as the rest.", values.scale_unmixed)),
    *_kinds(
        "ratio_without_percent", ("plain", "Take the % off the ratios.", values.drop_percent_sign)
    ),
    *_kinds("ratio_upside_down", ("turn", _TURN_RATIO, values.turn_ratio)),
    *_kinds("ratio_against_history", ("turn", _TURN_RATIO, values.turn_ratio)),
    *_kinds("printed_ratio", ("count", _FROM_COUNTS, values.blank_values(lambda f: f.is_ratio))),
    *_kinds(
        "percentage_against_counts",
        ("count", _FROM_COUNTS, values.blank_values(lambda f: bool(f.counts))),
    ),
    *_kinds(
        "numerator_within_base",
        ("swap", "Swap the count and its base on these rows.", values.swap_counts),
    ),
    *_kinds("coded_missing", ("missing", _MISSING, values.blank_coded)),
    *_kinds("zero_percentages", ("missing", _MISSING, values.blank_values(lambda f: f.value == 0))),
    *_kinds("ratio_zero", ("missing", _MISSING, values.blank_values(lambda f: f.is_ratio))),
    *_kinds(
        "indicator_6_sum",
        ("missing", _MISSING, values.blank_values(lambda f: f.indicator == 6)),
    ),
    *_kinds("spreadsheet_errors", ("missing", _MISSING, values.blank_errors)),
    *_kinds(
        "impossible_percentage",
        ("without_base", "Keep the percentage and leave its base out.", values.blank_bases),
    ),
    *_kinds(
        "tenfold_jump",
        ("shift", "Move the decimal point to fit the year before.", values.shift_decimal_point),
    ),
    *_kinds(
        "decimal_marks", ("point", "Write these decimals with a point.", values.decimal_points)
    ),
    *_kinds(
        "duplicates",
        ("repeats", "Leave out rows that repeat another exactly.", rows.leave_repeats_out),
        ("first", "Keep the first of the rows that differ.", rows.keep_first),
        ("last", "Keep the last of the rows that differ.", rows.keep_last),
    ),
    *_kinds("mangled_band", ("restore", "Read these dates as bands.", rows.bands_restored)),
    *_kinds(
        "merged_band",
        ("fill", "Write the band above into them.", rows.bands_filled_down),
        ("all", "Read these rows as all bands together.", rows.bands_for_all),
    ),
    *_kinds("lost_zeros", ("restore", "Give these codes their zeros back.", rows.zeros_restored)),
    *_kinds(
        "closed_organisation",
        ("successor", "Give these rows to the organisation it became.", rows.heirs_named),
    ),
    *_kinds(
        "code_and_name",
        ("name", "Take the organisation from its name.", rows.codes_from_names),
    ),
    *_kinds("unknown_columns", ("ignore", _IGNORE, rows.columns_ignored)),
    *_kinds(
        "same_meaning",
        ("first", "Keep the first of these columns.", rows.later_columns_ignored),
    ),
    *_kinds(
        "year_meaning",
        ("survey", "Read the years as survey years.", rows.year_is_survey),
        ("wres", "Read the years as WRES years.", rows.year_is_wres),
    ),
    *_kinds("survey_not_run", ("wres", "Read the years as WRES years.", rows.year_is_wres)),
    *_kinds("garbled_text", ("mend", "Mend the broken letters.", rows.letters_mended)),
    *(
        RepairKind(f"{check}.rows", check, "Leave these rows out.", rows.leave_rows_out)
        for check in _ROWS_IN_DOUBT
    ),
)
_BY_ID = {kind.id: kind for kind in REPAIRS}
_RUN = {check.name: check.run for check in CHECKS}


def repairs_for(uploads: Sequence[Upload], answers: Sequence[CheckResult]) -> tuple[Repair, ...]:
    """Return the repairs that can be offered for the checks that fired, with their previews."""
    fired = {(a.check, a.sheet): a for a in answers if a.outcome is not Outcome.PASS}
    found = []
    standing = tuple(filter(_stands_in_file, uploads))
    for kind in REPAIRS if standing else ():
        preview: tuple[Edit, ...] = ()
        for upload in standing:
            sheet = upload.reading.sheet
            answer = fired.get((kind.check, sheet)) or fired.get((kind.check, ""))
            if answer is not None:
                preview += tuple(kind.edits(upload, frozenset(answer.lines)))
        if preview:
            found.append(_repair(kind, preview))
    return tuple(found)


def _stands_in_file(upload: Upload) -> bool:
    """Whether the rows are lines of the file: counts of an extract are not, and have no cells."""
    return all(line.number > upload.reading.header_row for line in upload.reading.rows[:1])


def repaired(
    upload: Upload, choices: Choices, *, understand: Callable[[Reading, Choices], Upload]
) -> tuple[Upload, tuple[Repair, ...]]:
    """Return a table with the repairs of the choices made, and those that changed anything.

    ``understand`` reads a table again after each repair, so that a later one finds what the
    earlier ones left.

    Raises:
        UnknownTerm: If a repair does not exist, or more are taken than there can be.
    """
    taken = choices.repairs
    unknown = [one for one in taken if one not in _BY_ID]
    if unknown or len(taken) > _MOST_REPAIRS:
        raise UnknownTerm("repair", unknown[0] if unknown else f"{len(taken)} repairs")
    made: list[Repair] = []
    if not taken or people_found(upload):
        return upload, ()
    for one in dict.fromkeys(taken):
        kind = _BY_ID[one]
        answer = _RUN[kind.check](upload)
        if answer.outcome is Outcome.PASS:
            continue
        preview = tuple(kind.edits(upload, frozenset(answer.lines)))
        if preview:
            made.append(_repair(kind, preview))
            choices = replace(
                choices, mapping=choices.mapping + uses_given(upload.reading, preview)
            )
            upload = understand(edited(upload.reading, preview), choices)
    return upload, tuple(made)


def all_repaired(
    uploads: Iterable[tuple[Upload, tuple[Repair, ...]]],
) -> tuple[list[Upload], tuple[Repair, ...]]:
    """Return the tables of a file, and the repairs made to any of them, one entry each."""
    tables: list[Upload] = []
    previews: dict[str, tuple[Edit, ...]] = {}
    for upload, made in uploads:
        tables.append(upload)
        for repair in made:
            previews[repair.id] = previews.get(repair.id, ()) + repair.preview
    return tables, tuple(_repair(_BY_ID[one], preview) for one, preview in previews.items())


def _repair(kind: RepairKind, preview: tuple[Edit, ...]) -> Repair:
    return Repair(id=kind.id, check=kind.check, sentence=kind.sentence, preview=preview)
