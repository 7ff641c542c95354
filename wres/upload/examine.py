"""Examine an uploaded file from bytes to results: read, recognise, map, check, and only then keep.

``examine`` never raises for a bad file: whatever is wrong comes back as a verdict with one
sentence and, where there is a table at all, as check results with line numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from wres.errors import FileRefused, NotComputable, UnknownTerm
from wres.indicators import calc_basis
from wres.organisations import Organisations
from wres.results import Result, check_result
from wres.terms import Status, Unit
from wres.upload.checking import CheckResult, Needs, Outcome, Upload
from wres.upload.checks import run_checks
from wres.upload.checks_columns import holds_people
from wres.upload.columns import ColumnUse
from wres.upload.figures import Figure, figures_of
from wres.upload.mapping import Choices, use_columns
from wres.upload.read import read_file
from wres.upload.reading import Reading
from wres.upload.scales import ColumnScale
from wres.upload.shapes import recognise, reshape
from wres.upload.shapes.draft import Recognition

UPLOADED_EDITION = "uploaded"
_NO_CHOICES = Choices()


class Verdict(Enum):
    """What can be done with a file."""

    ACCEPTED = "accepted"
    WARNINGS = "accepted with warnings"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything found out about a file; ``results`` is empty unless it may be stored."""

    file_name: str
    verdict: Verdict
    reason: str
    reading: Reading | None = None
    recognition: Recognition | None = None
    uses: tuple[ColumnUse, ...] = ()
    scales: tuple[ColumnScale, ...] = ()
    checks: tuple[CheckResult, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def failures(self) -> tuple[CheckResult, ...]:
        """The checks that stop the upload."""
        return tuple(c for c in self.checks if c.outcome is Outcome.FAIL)

    @property
    def warnings(self) -> tuple[CheckResult, ...]:
        """The checks that ask a person to look."""
        return tuple(c for c in self.checks if c.outcome is Outcome.WARN)

    @property
    def needs(self) -> tuple[Needs, ...]:
        """What a person can choose to answer the checks that stop the upload."""
        found = (check.needs for check in self.failures)
        return tuple(dict.fromkeys(need for need in found if need is not Needs.NOTHING))


def examine(
    data: bytes,
    file_name: str,
    *,
    organisations: Organisations,
    choices: Choices = _NO_CHOICES,
) -> Examination:
    """Return what a file holds, what is wrong with it, and the results it gives.

    Values are proportions, 0 to 1, or ratios. A bad file or choice gives a REFUSED verdict with
    one sentence, never an exception.
    """
    try:
        reading = read_file(data, file_name)
    except FileRefused as refusal:
        return Examination(file_name=file_name, verdict=Verdict.REFUSED, reason=str(refusal))
    try:
        upload = _understood(reading, organisations, choices)
    except UnknownTerm as unknown:
        return Examination(file_name=file_name, verdict=Verdict.REFUSED, reason=str(unknown))
    return _judged(upload, run_checks(upload))


def _understood(reading: Reading, organisations: Organisations, choices: Choices) -> Upload:
    uses = use_columns(reading.header, choices)
    recognition = recognise(reading, uses, choices.shape)
    drafts = reshape(reading, uses, recognition)
    figures, scales = figures_of(drafts, uses, organisations=organisations, choices=choices)
    return Upload(
        reading=reading,
        recognition=recognition,
        uses=uses,
        scales=scales,
        figures=tuple(figure for figure in figures if not figure.is_left_out),
        left_out=tuple(figure for figure in figures if figure.is_left_out),
        organisations=organisations,
        choices=choices,
    )


def _judged(upload: Upload, checks: tuple[CheckResult, ...]) -> Examination:
    failures = [check for check in checks if check.outcome is Outcome.FAIL]
    warnings = [check for check in checks if check.outcome is Outcome.WARN]
    people = any(holds_people(check) for check in checks)
    results = () if failures else tuple(_results(upload))
    return Examination(
        file_name=upload.reading.file_name,
        verdict=_verdict(failures, warnings),
        reason=_reason(failures, warnings, results),
        # Details of people are forgotten at once; only the headings are kept to name them.
        reading=replace(upload.reading, rows=(), notes=()) if people else upload.reading,
        recognition=upload.recognition,
        uses=upload.uses,
        scales=() if people else upload.scales,
        checks=tuple(c for c in checks if holds_people(c)) if people else checks,
        results=results,
    )


def _verdict(failures: list[CheckResult], warnings: list[CheckResult]) -> Verdict:
    if failures:
        return Verdict.REFUSED
    return Verdict.WARNINGS if warnings else Verdict.ACCEPTED


def _reason(
    failures: list[CheckResult], warnings: list[CheckResult], results: tuple[Result, ...]
) -> str:
    if failures:
        people = [failure for failure in failures if holds_people(failure)]
        return (people or failures)[0].message
    figures = "1 figure" if len(results) == 1 else f"{len(results):,} figures"
    if not warnings:
        return f"{figures} read, nothing to correct."
    asked = "1 thing" if len(warnings) == 1 else f"{len(warnings)} things"
    return f"{figures} read; look at {asked} before accepting."


def _results(upload: Upload) -> Iterator[Result]:
    seen: set[object] = set()
    for figure in upload.figures:
        row = _result(figure, upload.reading.source_id)
        if row is not None and row.key not in seen:
            seen.add(row.key)
            yield row


def _result(figure: Figure, source_id: str) -> Result | None:
    """The row of the one table, or None for a figure the checks have already refused."""
    terms = figure.terms
    if not (terms.organisation and terms.wres_year and terms.survey_year and terms.indicator):
        return None
    if not (figure.group and terms.band and terms.staff_group):
        return None
    status = figure.status
    counts = figure.counts if status is Status.SHOWN else None
    base = int(figure.denominator.number or 0) if figure.denominator.is_whole else None
    row = Result(
        org_code=terms.organisation.code,
        wres_year=terms.wres_year,
        survey_year=terms.survey_year,
        indicator=terms.indicator,
        ethnic_group=figure.group,
        staff_group=terms.staff_group,
        band=terms.band,
        numerator=counts[0] if counts else None,
        denominator=base if status is Status.SHOWN else None,
        value=_value(figure, counts) if status is Status.SHOWN else None,
        unit=Unit.RATIO if figure.is_ratio else Unit.PROPORTION,
        calc_basis=calc_basis(terms.indicator, terms.survey_year),
        edition=UPLOADED_EDITION,
        status=status,
        source_id=source_id,
    )
    return row if _is_possible(row) else None


def _value(figure: Figure, counts: tuple[int, int] | None) -> float | None:
    if counts and counts[1] and not figure.is_ratio:
        return counts[0] / counts[1]
    return figure.value


def _is_possible(row: Result) -> bool:
    try:
        check_result(row)
    except NotComputable:
        return False
    return True
