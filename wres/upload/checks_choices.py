"""Checks of what was chosen, and of the file's name and title, against what its rows say."""

from __future__ import annotations

import re

from wres.upload.asking import on_few
from wres.upload.checking import (
    CheckResult,
    Needs,
    Upload,
    count_of,
    look_at,
    on_lines,
    passed,
    quoted,
    warned,
)
from wres.upload.reading import HEADER_JOINT
from wres.upload.title_words import other_words

# A date of saving, such as 2026-10-03, says nothing of the year of the figures.
_DATE = re.compile(r"(20\d\d[-_.]?[01]\d[-_.]?[0-3]\d|[0-3]\d[-_.][01]\d[-_.]20\d\d)")
_YEAR = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")
_TWO_YEARS = re.compile(r"(?<!\d)(20[12]\d)[-/_](20)?(\d\d)(?!\d)")


@on_few
def check_chosen_organisation(upload: Upload) -> CheckResult:
    """Where one organisation was chosen, the file holds no other."""
    name = "chosen_organisation"
    chosen = upload.choices.org_code.upper()
    others = [f for f in upload.figures if f.organisation and f.organisation.code != chosen]
    if not chosen or not others:
        return passed(name, "The figures are of the organisation that was chosen.")
    codes = [f.organisation.code for f in others if f.organisation]
    many = count_of(len(set(codes)), "other organisation")
    return warned(
        name,
        f"{on_lines(f.line for f in others)}: {chosen} was chosen, and the file holds figures of "
        f"{many} ({quoted(codes)}).",
        lines=(f.line for f in others),
        fix="Keep the rows of the organisation you mean, or upload without choosing one.",
        needs=Needs.ORGANISATION,
    )


@on_few
def check_chosen_year(upload: Upload) -> CheckResult:
    """Where a WRES year was chosen, no row names another."""
    year = upload.choices.wres_year
    return look_at(
        "chosen_year",
        [f for f in upload.figures if year and f.wres_year and f.wres_year != year],
        said=lambda f: (
            f"WRES year {year} was chosen, and the row says {f.wres_year}, which was used"
        ),
        fine="No row names another year than was chosen.",
        fix="Take the choice back, or correct the years in the file.",
    )


@on_few
def check_year_in_name(upload: Upload) -> CheckResult:
    """A year in the name of the file or its sheet is a year of its figures."""
    reading = upload.reading
    name = f"{reading.file_name.rsplit('/', 1)[-1]} {reading.sheet}"
    return _said_year("year_in_name", upload, name, where="The name")


@on_few
def check_year_in_title(upload: Upload) -> CheckResult:
    """A year in the lines above the table is a year of its figures."""
    cells = (cell for line in upload.reading.above for cell in line.cells if cell)
    return _said_year("year_in_title", upload, HEADER_JOINT.join(cells), where="The title")


@on_few
def check_other_in_title(upload: Upload) -> CheckResult:
    """Neither the lines above the table nor the sheet's name say it is of something else."""
    name = "other_in_title"
    above = [cell for line in upload.reading.above for cell in line.cells if cell]
    said = other_words((*above, upload.reading.sheet))
    if not said:
        return passed(name, "No title says that the figures are of something else.")
    return warned(
        name,
        f"The title or the sheet’s name says {quoted(said)}, so the figures may not be of all "
        "staff. Or they may not be what the indicator counts.",
        fix="Use the final figures of the whole trust, counted as the indicator says.",
    )


def _said_year(name: str, upload: Upload, text: str, *, where: str) -> CheckResult:
    said = _years_in(text)
    wres = {f.wres_year for f in upload.figures if f.wres_year}
    # A workforce return for March is worked on until the survey of the same calendar year.
    fitting = wres | {f.survey_year for f in upload.figures if f.survey_year}
    given = any(f.terms.year_text for f in upload.figures)
    if not said or not fitting or said & fitting or not given:
        return passed(name, f"{where} names no year, or one of the figures.")
    years = ", ".join(str(year) for year in sorted(wres))
    return warned(
        name,
        f"{where} says {max(said)}, and the figures are for WRES year {years}.",
        fix="Check that this is the right file, and that its rows were brought up to date.",
    )


def _years_in(text: str) -> set[int]:
    plain = _DATE.sub(" ", text)
    two = {
        int(first) + 1
        for first, _, last in _TWO_YEARS.findall(plain)
        if (int(first) + 1) % 100 == int(last)
    }
    years = {int(year) for year in _YEAR.findall(plain)}
    return years | two
