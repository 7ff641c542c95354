"""Checks of the words: is every organisation, year, indicator, band and group one we know?"""

from __future__ import annotations

from wres.indicators import INDICATOR_NUMBERS, POSTS_INDICATORS
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR
from wres.upload.asking import among_all, on_few
from wres.upload.cells import words_of
from wres.upload.checking import (
    CheckResult,
    Needs,
    Upload,
    count_of,
    failed,
    on_lines,
    passed,
    warned,
    wrong_figures,
)
from wres.upload.checks_mangled import (
    date_parts,
    has_lost_zeros,
    is_mangled,
    is_mangled_indicator,
)
from wres.upload.columns import Field
from wres.upload.figures import Figure
from wres.upload.period_words import is_day, is_month, is_quarter

_YEARS = (Field.WRES_YEAR, Field.SURVEY_YEAR, Field.YEAR)


@on_few
def check_known_organisation(upload: Upload) -> CheckResult:
    """Every organisation is in the national list, by its code or by its full name."""
    return wrong_figures(
        "known_organisation",
        (f for f in upload.figures if f.organisation is None and not _is_told(f, upload)),
        told=lambda f: f.terms.org_text,
        what="not an organisation in the national list",
        fine="Every organisation is known.",
        fix="Use the ODS code, for example RRP; codes have three or five characters.",
    )


@on_few
def check_unlisted_organisations(upload: Upload) -> CheckResult:
    """A file about every organisation names the ones that are not in our list; none is guessed."""
    name = "unlisted_organisations"
    found = {_named(f): f.line for f in upload.left_out if f.is_unlisted}
    if not found:
        return passed(name, "Every organisation of the file is in our list.")
    verb = "is" if len(found) == 1 else "are"
    return warned(
        name,
        f"{count_of(len(found), 'organisation')} {verb} not in the national list and left out: "
        f"{', '.join(found)}.",
        lines=(f.line for f in upload.left_out if f.is_unlisted),
        fix="Nothing to do for the others; a new organisation has to be added to the list first.",
    )


def _named(figure: Figure) -> str:
    keys = figure.draft.keys
    return f"“{' '.join(part for part in (keys.org_code, keys.org_name) if part)[:80]}”"


@on_few
def check_closed_organisation(upload: Upload) -> CheckResult:
    """No figure is for a year after its organisation closed."""
    name = "closed_organisation"
    late = [figure for figure in upload.figures if after_closing(figure)]
    if not late:
        return passed(name, "No organisation had closed by its year.")
    org = late[0].organisation
    assert org is not None
    into = ", ".join(f"{o.code} {o.name}" for o in upload.organisations.successors(org.code))
    heir = f" and is now part of {into}" if into else ""
    return warned(
        name,
        f"{on_lines(f.line for f in late)}: {org.code} closed on {org.closed}{heir}, before the "
        "year given.",
        lines=(f.line for f in late),
        fix="Check the code and the year; figures after a merger belong to the new organisation.",
    )


@on_few
def check_code_and_name(upload: Upload) -> CheckResult:
    """Where a row gives both a code and a known name, they are the same organisation."""
    name = "code_and_name"
    apart = [f for f in upload.figures if f.draft.keys.org_code and _named_otherwise(f, upload)]
    if not apart:
        return passed(name, "Codes and names agree.")
    first = apart[0].draft.keys
    return warned(
        name,
        f"{on_lines(f.line for f in apart)}: the code “{first.org_code}” and the name "
        f"“{first.org_name[:60]}” are two organisations; the code was used.",
        lines=(f.line for f in apart),
        fix="Correct whichever is wrong.",
    )


@on_few
def check_known_indicator(upload: Upload) -> CheckResult:
    """Every indicator is one of the nine."""
    strange = (f for f in upload.figures if f.indicator not in INDICATOR_NUMBERS)
    return wrong_figures(
        "known_indicator",
        (f for f in strange if not is_mangled_indicator(f)),
        told=lambda f: f.draft.keys.indicator,
        what="not one of the nine indicators",
        fine="Every indicator is one of the nine.",
        fix="Write the number, 1 to 9. A survey question needs its survey year beside it.",
    )


@on_few
def check_year_range(upload: Upload) -> CheckResult:
    """Every year is a year the standard has existed in."""
    return wrong_figures(
        "year_range",
        (f for f in upload.figures if not _year_fits(f) and not is_part_of_year(f, upload)),
        told=lambda f: f.terms.year_text,
        what=f"not a year between {FIRST_WRES_YEAR} and {LAST_WRES_YEAR}",
        fine="Every year is possible.",
        fix="Write the WRES year in four figures, for example 2025, or 2024/25.",
    )


@on_few
def check_part_of_year(upload: Upload) -> CheckResult:
    """No figure is of one month, quarter or half-year; the workforce and the board are of a day."""
    return wrong_figures(
        "part_of_year",
        (f for f in upload.figures if is_part_of_year(f, upload)),
        told=lambda f: f.terms.year_text,
        what="one day, month, quarter or half-year, and no whole year or 31 March",
        fine="No figure is of a part of a year.",
        fix="Give the figures of the whole year with its WRES year, for example 2026. The "
        "workforce and the board are counted on 31 March, for example 31/03/2026.",
    )


@on_few
def check_year_meaning(upload: Upload) -> CheckResult:
    """The file says whether its years are WRES years or survey years."""
    name = "year_meaning"
    guessed = [f for f in upload.figures if f.terms.year_is_guess]
    if not guessed:
        return passed(name, "The kind of year is clear.")
    first = guessed[0]
    return warned(
        name,
        f"“{first.terms.year_text}” was read as the WRES year {first.wres_year}, which reports the "
        f"survey of autumn {first.survey_year}.",
        lines=(f.line for f in guessed),
        fix="If it is the year of the survey, set the column to “survey_year”.",
        needs=Needs.MAPPING,
    )


@on_few
def check_years_agree(upload: Upload) -> CheckResult:
    """Where a row gives both years, the WRES year is the one after the survey."""
    name = "years_agree"
    apart = [
        f
        for f in upload.figures
        if f.wres_year and f.survey_year and f.wres_year != f.survey_year + 1
    ]
    if not apart:
        return passed(name, "WRES years and survey years agree.")
    first = apart[0]
    return warned(
        name,
        f"{on_lines(f.line for f in apart)}: WRES year {first.wres_year} usually reports survey "
        f"{(first.wres_year or 0) - 1}, not {first.survey_year}.",
        lines=(f.line for f in apart),
        fix="Check both years.",
    )


@on_few
def check_known_band(upload: Upload) -> CheckResult:
    """Every band is a pay band, a medical grade, or a group of them."""
    return wrong_figures(
        "known_band",
        (f for f in upload.figures if f.band is None and not date_parts(f.draft.keys.band)),
        told=lambda f: f.draft.keys.band,
        what="not a pay band",
        fine="Every band is one we know.",
        fix="Write 1 to 7, 8a to 8d, 9 or VSM.",
    )


@on_few
def check_known_staff_group(upload: Upload) -> CheckResult:
    """Every staff group is one the standard uses."""
    return wrong_figures(
        "known_staff_group",
        (
            f
            for f in upload.figures
            if f.staff_group is None and not date_parts(f.draft.keys.staff_group)
        ),
        told=lambda f: f.draft.keys.staff_group,
        what="not a staff group of the standard",
        fine="Every staff group is one we know.",
        fix="Write all, clinical, non-clinical, medical and dental, board, board voting or "
        "board executive.",
    )


@on_few
def check_known_ethnic_group(upload: Upload) -> CheckResult:
    """Every ethnicity label is listed; none is guessed."""
    return wrong_figures(
        "known_ethnic_group",
        (
            f
            for f in upload.figures
            if f.group is None and not date_parts(f.draft.keys.ethnic_group)
        ),
        told=lambda f: f.draft.keys.ethnic_group,
        what="not an ethnic group we can place without guessing",
        fine="Every ethnic group is one we know.",
        fix="Write BME, White, Asian, Black, Mixed, Other, Unknown or All.",
    )


@among_all
def check_rows_kept(upload: Upload) -> CheckResult:
    """After totals and parts of groups are left out, something remains."""
    name = "rows_kept"
    if upload.figures:
        return passed(name, f"{count_of(len(upload.figures), 'figure')} found.")
    return failed(
        name,
        "No row holds a figure that can be kept.",
        fix="Give rows for BME and White, not only totals or single ethnic groups.",
    )


def _is_told(figure: Figure, upload: Upload) -> bool:
    return is_mangled(figure.terms.org_text) or has_lost_zeros(figure, upload)


def after_closing(figure: Figure) -> bool:
    """Return whether a figure is of a survey, or of a 31 March, after its organisation closed."""
    org = figure.organisation
    if org is None or not org.closed[:4].isdigit() or figure.survey_year is None:
        return False
    if not figure.is_survey and figure.wres_year is not None:
        return f"{figure.wres_year}-03-31" > org.closed
    # The survey runs in autumn: a trust that closed during that year may still have taken part.
    return figure.survey_year > int(org.closed[:4])


def _named_otherwise(figure: Figure, upload: Upload) -> bool:
    if not figure.draft.keys.org_name or figure.organisation is None:
        return False
    other = upload.organisations.named(figure.draft.keys.org_name)
    return other is not None and other.code != figure.organisation.code


def _year_fits(figure: Figure) -> bool:
    return figure.wres_year is not None and FIRST_WRES_YEAR <= figure.wres_year <= LAST_WRES_YEAR


def is_part_of_year(figure: Figure, upload: Upload) -> bool:
    """Return whether the year of a figure is only a part of one, or a day other than 31 March."""
    text = figure.terms.year_text
    if is_quarter(text):
        return True
    if not (is_month(text) or is_day(text)):
        return False
    if not _year_fits(figure):
        return True
    # The workforce and the board are counted on 31 March.
    if figure.indicator in POSTS_INDICATORS:
        return False
    headings = [words_of(use.header).split() for use in upload.uses if use.field in _YEARS]
    if is_day(text):
        return any("month" in words for words in headings)
    return bool(headings) and not any({"year", "fy"} & set(words) for words in headings)
