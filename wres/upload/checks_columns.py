"""Checks of the columns: is each heading unique, understood, and fit to be kept?"""

from __future__ import annotations

from collections import Counter

from wres.upload.asking import on_few, tells_only
from wres.upload.checking import (
    CheckResult,
    Needs,
    Upload,
    count_of,
    failed,
    passed,
    quoted,
    warned,
)
from wres.upload.columns import Field
from wres.upload.shapes import LEAST_SCORE


@on_few
def check_duplicate_headers(upload: Upload) -> CheckResult:
    """No two columns have the same heading; columns that are left out may."""
    name = "duplicate_headers"
    used = [use.header for use in upload.uses if use.header and use.field is not Field.IGNORED]
    counted = Counter(header.casefold() for header in used)
    twice = [header for header in used if counted[header.casefold()] > 1]
    if not twice:
        return passed(name, "Every heading is different.")
    return failed(
        name,
        f"Line {upload.reading.header_row}: more than one column is headed {quoted(twice)}.",
        lines=(upload.reading.header_row,),
        fix="Give each column its own heading, such as “White %” and “White n”.",
    )


@on_few
def check_same_meaning(upload: Upload) -> CheckResult:
    """No two columns with different headings mean the same thing."""
    name = "same_meaning"
    skipped = (Field.IGNORED, Field.UNKNOWN, Field.PERSONAL)
    # A shape that takes headings apart tells its columns from each other itself.
    apart = upload.recognition.read_columns
    used = [use for use in upload.uses if use.field not in skipped and not apart]
    counted = Counter(use.meaning for use in used)
    twice = [use.header for use in used if counted[use.meaning] > 1]
    headers = {header.casefold() for header in twice}
    if len(headers) < 2:
        return passed(name, "No two columns mean the same.")
    return failed(
        name,
        f"The columns {quoted(twice)} seem to hold the same thing.",
        fix="Keep the one that counts, and set the other to “ignored”.",
        needs=Needs.MAPPING,
    )


@on_few
def check_shape(upload: Upload) -> CheckResult:
    """The columns are enough to tell the indicator, the ethnic group and the figure."""
    name = "shape"
    if upload.recognition.refusal:
        return failed(
            name,
            upload.recognition.refusal,
            fix=upload.recognition.way_out
            or "Use a file that gives BME and White staff apart, or the template.",
        )
    if upload.recognition.score >= LEAST_SCORE:
        return passed(name, f"Read as {upload.recognition.shape}: {upload.recognition.reason}.")
    return failed(
        name,
        f"The columns {quoted(upload.reading.header)} do not say enough: "
        f"{upload.recognition.reason}.",
        lines=(upload.reading.header_row,),
        fix="Name the indicator, the year and the groups in the header, or use the template.",
        needs=Needs.MAPPING,
    )


@tells_only
@on_few
def check_not_in_this_file(upload: Upload) -> CheckResult:
    """Every indicator this kind of file seems to hold can be taken from it."""
    name = "not_in_this_file"
    if not upload.recognition.remarks:
        return passed(name, "Nothing this kind of file gives had to be left out.")
    return warned(
        name,
        " ".join(upload.recognition.remarks),
        fix="Nothing to do; take those figures from another file.",
    )


@tells_only
@on_few
def check_unknown_columns(upload: Upload) -> CheckResult:
    """Every column is understood; the ones that are not are left out and named."""
    name = "unknown_columns"
    read = upload.recognition.read_columns
    unknown = [
        use.header for use in upload.uses if use.field is Field.UNKNOWN and use.position not in read
    ]
    if not unknown:
        return passed(name, "Every column is understood.")
    return warned(
        name,
        f"{count_of(len(unknown), 'column')} not understood and left out: {quoted(unknown)}.",
        fix="Say what the column holds, or leave it out.",
        needs=Needs.MAPPING,
    )


@on_few
def check_organisation_given(upload: Upload) -> CheckResult:
    """A column or a choice says which organisation the figures are about."""
    name = "organisation_given"
    fields = {use.field for use in upload.uses}
    if fields & {Field.ORG_CODE, Field.ORG_NAME} or upload.choices.org_code:
        return passed(name, "The organisation is given.")
    return failed(
        name,
        "No column says which organisation the figures are about.",
        fix="Choose the organisation, or add a column “org_code” with its ODS code.",
        needs=Needs.ORGANISATION,
    )


@on_few
def check_year_given(upload: Upload) -> CheckResult:
    """A column, a heading or a choice says which year the figures are for."""
    name = "year_given"
    years = (Field.WRES_YEAR, Field.SURVEY_YEAR, Field.YEAR)
    if upload.figures and all(figure.terms.year_text for figure in upload.figures):
        return passed(name, "The year is given.")
    # A column of dates that are no WRES year leaves every figure without one.
    is_without = bool(upload.figures) and not any(f.terms.year_text for f in upload.figures)
    has_column = any(use.field in years or use.year for use in upload.uses) and not is_without
    if has_column or upload.choices.wres_year:
        return passed(name, "The year is given.")
    return failed(
        name,
        "No column says which year the figures are for.",
        fix="Choose the WRES year, or add a column “wres_year”.",
        needs=Needs.WRES_YEAR,
    )


@tells_only
@on_few
def check_mapping_used(upload: Upload) -> CheckResult:
    """Every heading in a person's mapping is a heading of the file."""
    name = "mapping_used"
    strange = [h for h, _ in upload.choices.mapping if h not in upload.reading.header]
    if not strange:
        return passed(name, "Every chosen column is in the file.")
    return warned(
        name,
        f"The chosen mapping names {quoted(strange)}, which is not a heading of this file.",
        fix="Check that this is the file the mapping was made for.",
    )
