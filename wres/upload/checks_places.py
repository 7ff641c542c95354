"""Checks of what belongs together: years that can have figures, groups and bands that fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wres.indicators import INDICATOR_NUMBERS, SURVEY_INDICATORS
from wres.terms import MEDICAL_GRADES, PAY_BANDS, Band, StaffGroup, is_band_group, members
from wres.upload.asking import among_all, on_few, tells_only
from wres.upload.checking import (
    CheckResult,
    Upload,
    look_at,
    on_lines,
    passed,
    quoted,
    warned,
    wrong_figures,
)
from wres.upload.checks_terms import after_closing
from wres.upload.figures import Figure
from wres.upload.grouping import share_of

_BOARD = (StaffGroup.BOARD, StaffGroup.BOARD_EXECUTIVE, StaffGroup.BOARD_VOTING)
_MEDICAL = frozenset((*MEDICAL_GRADES, Band.MEDICAL))
_PAY = frozenset(PAY_BANDS)
# An indicator most organisations of a file have is one the others lost, not one nobody gives.
_ORGANISATIONS_FOR_A_PATTERN = 5
_MOST = 0.8


@on_few
def check_future_year(upload: Upload) -> CheckResult:
    """No workforce figure is for a year that has not come."""
    return look_at(
        "future_year",
        [
            f
            for f in upload.figures
            if f.wres_year and f.wres_year > upload.this_year and not f.is_survey
        ],
        said=lambda f: f"WRES year {f.wres_year} has not come yet",
        fine="No workforce figure is of a year to come.",
        fix="Check the year; plans and forecasts are not figures of the standard.",
    )


@on_few
def check_survey_not_run(upload: Upload) -> CheckResult:
    """No survey figure is dated before its survey can have been published."""
    return look_at(
        "survey_not_run",
        [
            f
            for f in upload.figures
            if f.survey_year and f.survey_year >= upload.this_year and f.is_survey
        ],
        said=lambda f: (
            f"the results of survey {f.survey_year} come out in spring {(f.survey_year or 0) + 1}, "
            "which has not come"
        ),
        fine="Every survey had been published.",
        fix="The year of publication may stand where the survey year belongs; check the heading.",
    )


@on_few
def check_board_group(upload: Upload) -> CheckResult:
    """Board staff groups stand with indicator 9, and indicator 9 with a board staff group."""
    return look_at(
        "board_group",
        [f for f in upload.figures if f.staff_group and _is_off_board(f)],
        said=lambda f: (
            f"indicator {f.indicator} is given for “{f.draft.keys.staff_group}”, and board groups "
            "belong to indicator 9 alone"
        ),
        fine="Board groups stand with indicator 9.",
        fix="Check the indicator and the staff group of the row.",
    )


@on_few
def check_band_fits_staff_group(upload: Upload) -> CheckResult:
    """Medical grades stand with medical staff, and pay bands with the other staff groups."""
    return look_at(
        "band_fits_staff_group",
        [f for f in upload.figures if f.band is not Band.ALL and _is_misfit(f)],
        said=lambda f: (
            f"“{f.draft.keys.band}” is given for “{f.draft.keys.staff_group}”, which does not have "
            "that grade"
        ),
        fine="Grades fit their staff groups.",
        fix="Doctors and dentists have medical grades, all others have pay bands; check the row.",
    )


@on_few
def check_merged_band(upload: Upload) -> CheckResult:
    """No band stands only in the first of the rows it is meant for, as merged cells leave it."""
    return wrong_figures(
        "merged_band",
        merged_bands(upload),
        told=lambda f: f.draft.keys.ethnic_group or "an empty cell",
        what="without a band, below a row whose band seems to be meant for it too",
        fine="Every row has its own band.",
        fix="Unmerge the cells and write the band in every row; write “all” for all bands.",
    )


def merged_bands(upload: Upload) -> list[Figure]:
    """Return the figures without a band, or staff group, that a row above seems to hold for.

    An empty band below others of its indicator is the total of them, or it is doubtful.
    """
    blocks: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in upload.figures:
        if not figure.is_ratio:
            blocks[figure.place[:3]].append(figure)
    by_band = (f for block in blocks.values() for f in _without_band(upload, block))
    by_staff = (f for block in blocks.values() for f in _without_staff_group(upload, block))
    return list({id(f): f for f in (*by_band, *by_staff)}.values())


def _without_band(upload: Upload, block: list[Figure]) -> Iterator[Figure]:
    banded = [f for f in block if f.draft.keys.band and f.band is not Band.ALL]
    above: Figure | None = None
    for figure in block if banded else ():
        if figure.draft.keys.band:
            above = figure if figure.band is not Band.ALL else None
        elif above is not None:
            alike = [f for f in banded if _is_alike(f, figure)]
            lacks = figure.group not in upload.groups.places.get(above.place, {})
            is_same_staff = above.staff_group is figure.staff_group
            if (lacks and is_same_staff) or not _is_total_of(figure, alike):
                yield figure


def _without_staff_group(upload: Upload, block: list[Figure]) -> Iterator[Figure]:
    above: Figure | None = None
    for figure in block:
        if figure.draft.keys.staff_group:
            above = figure
        elif above is not None and above.staff_group is not StaffGroup.ALL:
            beside = upload.groups.places.get(above.place, {})
            if above.band is figure.band and figure.group not in beside:
                yield figure


def _is_alike(one: Figure, other: Figure) -> bool:
    return one.group is other.group and one.staff_group is other.staff_group


def _is_total_of(figure: Figure, parts: list[Figure]) -> bool:
    """Whether a figure can be the total of bands; people with two posts may be in two of them."""
    singles = [f for f in parts if f.band is not None and not is_band_group(f.band)]
    if not singles:
        return False
    if figure.counts:
        summed = sum((f.counts or (0, 0))[1] for f in singles)
        return figure.counts[1] >= _MOST * summed
    shares = [share for f in singles if (share := share_of(f)) is not None]
    now = share_of(figure)
    if now is None or len(shares) < 2:
        return True
    return min(shares) - 0.01 <= now <= max(shares) + 0.01


@on_few
def check_row_without_place(upload: Upload) -> CheckResult:
    """No row lacks the organisation or the year that other rows name, and a choice would fill."""
    return wrong_figures(
        "row_without_place",
        (f for f in upload.figures if _is_without_place(f, upload)),
        told=lambda f: f.draft.keys.indicator or "a row",
        what="without an organisation or year, and other rows do not name the one you chose",
        fine="Every row says whose figures it holds, or what was chosen holds for all of them.",
        fix="Write the organisation and the year in every row; merged cells fill the first alone.",
    )


def _is_without_place(figure: Figure, upload: Upload) -> bool:
    keys, chosen = figure.draft.keys, upload.choices
    codes, years = upload.groups.named
    if not (keys.org_code or keys.org_name) and codes - {chosen.org_code.upper()}:
        return True
    is_undated = not (keys.wres_year or keys.year or keys.survey_year)
    return is_undated and bool(years - {chosen.wres_year})


@on_few
def check_merged_beside_successor(upload: Upload) -> CheckResult:
    """No organisation that had closed has figures beside the one it was merged into."""
    name = "merged_beside_successor"
    places = upload.groups.by_organisation
    found = []
    for (code, year), figures in places.items():
        heirs = upload.organisations.successors(str(code))
        late = bool(heirs) and after_closing(figures[0])
        both = [heir for heir in heirs if late and (heir.code, year) in places]
        found += [(figures[0], str(code), heir.code) for heir in both]
    if not found:
        return passed(name, "No organisation stands beside its successor.")
    figure, code, heir = found[0]
    return warned(
        name,
        f"{on_lines(f.line for f, _, _ in found)}: {code} and {heir}, which it was merged into, "
        f"both have figures for WRES year {figure.wres_year}. Its staff may be counted twice.",
        lines=(f.line for f, _, _ in found),
        fix="Keep the old organisation up to the merger, and the new one from then on.",
    )


@tells_only
@among_all
def check_rows_for_all(upload: Upload) -> CheckResult:
    """An indicator that nearly every organisation of the file has, every one has."""
    name = "rows_for_all"
    years: dict[int, dict[object, set[int]]] = defaultdict(lambda: defaultdict(set))
    arrays = upload.arrays
    # One figure of each indicator that an organisation has for a year is enough.
    for at in arrays.by_return_and_indicator().tolist():
        code = arrays.codes[arrays.organisation[at]]
        years[int(arrays.wres_year[at])][code].add(int(arrays.indicator[at]))
    without: dict[int, list[str]] = defaultdict(list)
    for organisations in years.values():
        for number, codes in _lacking(organisations).items():
            without[number] += codes
    if not without:
        return passed(name, "Every organisation has the same indicators.")
    number, codes = next(iter(without.items()))
    return warned(
        name,
        f"Indicator {number} has no row for {quoted(sorted(set(codes)))}, and nearly every other "
        "organisation has one.",
        fix="Check that no rows were lost in copying; nothing to do if they have no figures.",
    )


def _lacking(organisations: dict[object, set[int]]) -> dict[int, list[str]]:
    total = len(organisations)
    if total < _ORGANISATIONS_FOR_A_PATTERN:
        return {}
    found = {}
    for number in INDICATOR_NUMBERS:
        codes = [str(code) for code, has in organisations.items() if number not in has]
        if codes and total - len(codes) >= _MOST * total:
            found[number] = codes
    return found


def _is_off_board(figure: Figure) -> bool:
    on_board = figure.staff_group in _BOARD
    return on_board != (figure.indicator == 9)


def _is_misfit(figure: Figure) -> bool:
    if figure.band is None or figure.indicator in SURVEY_INDICATORS:
        return False
    inside = frozenset(members(figure.band)) if is_band_group(figure.band) else {figure.band}
    if figure.staff_group is StaffGroup.MEDICAL:
        return bool(inside & _PAY)
    return figure.staff_group in (StaffGroup.CLINICAL, StaffGroup.NON_CLINICAL) and bool(
        inside & _MEDICAL
    )
