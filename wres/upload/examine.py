"""Examine an uploaded file from bytes to results: read, recognise, map, check, and only then keep.

``examine`` never raises for a bad file: whatever is wrong comes back as a verdict with one
sentence and, where there is a table at all, as check results with line numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial

from wres.errors import FileRefused, UnknownTerm
from wres.organisations import Organisations
from wres.results import Result, ResultKey, Results
from wres.upload import limits
from wres.upload.checking import CheckResult, Needs, Outcome, Upload
from wres.upload.checks import checks_of
from wres.upload.checks_people import holds_people
from wres.upload.checks_sheets import said_once
from wres.upload.columns import ColumnUse
from wres.upload.figure_rows import Place, rows_of
from wres.upload.mapping import Choices
from wres.upload.people_beside import people_off_the_tables
from wres.upload.read import read_tables
from wres.upload.reading import Reading
from wres.upload.repairing import Repair
from wres.upload.repairs import all_repaired, repaired, repairs_for
from wres.upload.respondents.as_upload import upload_of
from wres.upload.respondents.counting import Watch
from wres.upload.respondents.head import head_of
from wres.upload.scales import ColumnScale
from wres.upload.shapes import shape_named
from wres.upload.shapes.draft import Recognition
from wres.upload.source import Source
from wres.upload.understanding import understood

COUNTED_TITLE = "A survey extract with a row for each person: counted, and the people let go"
_LINES = re.compile(r"^Lines? \d[\d, and]*( more)?: ")
_NO_CHOICES = Choices()
_NOTHING_HELD = Results()


class Verdict(Enum):
    """What can be done with a file."""

    ACCEPTED = "accepted"
    WARNINGS = "accepted with warnings"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything found out about a file; ``results`` is empty unless it may be stored.

    ``readings`` are the tables that were used, ``reading`` the first of them. ``places`` says
    where each result stands in the file, by the key of the result. ``repairs`` are those that
    were chosen and made, ``offered`` those that can still be. ``is_counted`` says that the file
    had a row a person, of which nothing but the counts is here.
    """

    file_name: str
    verdict: Verdict
    reason: str
    sha256: str = ""
    readings: tuple[Reading, ...] = ()
    recognition: Recognition | None = None
    uses: tuple[ColumnUse, ...] = ()
    scales: tuple[ColumnScale, ...] = ()
    checks: tuple[CheckResult, ...] = ()
    results: Sequence[Result] = ()
    places: Mapping[ResultKey, Place] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    offered: tuple[Repair, ...] = ()
    is_counted: bool = False

    @property
    def shape(self) -> str:
        """The name of its shape; empty when the shape is not known."""
        return self.recognition.shape if self.recognition else ""

    @property
    def title(self) -> str:
        """What kind of file it is, in words; empty when the kind is not known."""
        if self.is_counted:
            return COUNTED_TITLE
        return shape_named(self.shape).title if self.shape else ""

    @property
    def reading(self) -> Reading | None:
        """The first table that was used, or None when the file holds none."""
        return self.readings[0] if self.readings else None

    @property
    def failures(self) -> tuple[CheckResult, ...]:
        """The checks that stop the upload."""
        return tuple(c for c in self.checks if c.outcome is Outcome.FAIL)

    @property
    def warnings(self) -> tuple[CheckResult, ...]:
        """The checks that ask a person to look."""
        return tuple(c for c in self.checks if c.outcome is Outcome.WARN)

    @property
    def holds_people(self) -> bool:
        """Whether the file was refused because it says who somebody is."""
        return any(holds_people(check) for check in self.failures)

    @property
    def needs(self) -> tuple[Needs, ...]:
        """What a person can choose to answer the checks that stop the upload."""
        found = (check.needs for check in self.failures)
        return tuple(dict.fromkeys(need for need in found if need is not Needs.NOTHING))


def examine(
    source: Source,
    *,
    organisations: Organisations,
    choices: Choices = _NO_CHOICES,
    held: Results = _NOTHING_HELD,
    watch: Watch | None = None,
    largest_extract: int = limits.LARGEST_RESPONDENT_FILE_BYTES,
) -> Examination:
    """Return what a file holds, what is wrong with it, and the results it gives.

    Values are proportions, 0 to 1, or ratios. ``held`` are the figures known already, which the
    checks of plausibility look at. A bad file or choice gives a REFUSED verdict with one
    sentence, never an exception. A survey extract with a row a person is counted in a stream, up
    to ``largest_extract`` bytes; ``watch`` is told how far that is, and stops it by raising.
    """
    name = source.file_name
    try:
        head = head_of(source, choices)
        if head is not None:
            counted = upload_of(
                source,
                head,
                organisations,
                choices=choices,
                held=held,
                watch=watch,
                largest=largest_extract,
            )
            return replace(_judged([counted]), is_counted=True)
        limits.refuse_large_file(source.size)
        readings = read_tables(source.whole(), name)
    except (FileRefused, UnknownTerm) as refusal:
        return Examination(file_name=name, verdict=Verdict.REFUSED, reason=str(refusal))
    try:
        understand = partial(understood, organisations=organisations, held=held)
        uploads, made = all_repaired(
            repaired(understand(reading, choices), choices, understand=understand)
            for reading in readings
            if choices.sheet in ("", reading.sheet)
        )
        if not uploads:
            raise UnknownTerm("sheet", choices.sheet, tuple(r.sheet for r in readings))
    except UnknownTerm as unknown:
        return Examination(file_name=name, verdict=Verdict.REFUSED, reason=str(unknown))
    beside = people_off_the_tables(readings, choices, organisations)
    return _judged(uploads, made, beside)


def _judged(
    uploads: list[Upload],
    made: tuple[Repair, ...] = (),
    beside: tuple[CheckResult, ...] = (),
) -> Examination:
    used = _with_figures(uploads)
    first = used[0]
    checks = (*checks_of(uploads, used), *beside)
    if first.reading.rows_counted:
        checks = tuple(map(_without_lines, checks))
    people = any(holds_people(check) for check in checks)
    said = said_once([check for check in checks if holds_people(check) or not people])
    failures = [check for check in said if check.outcome is Outcome.FAIL]
    warnings = [check for check in said if check.outcome is Outcome.WARN]
    rows, places = rows_of([] if failures else used)
    # What stands beside the figures has been looked through, and nothing of it is kept.
    readings = tuple(
        replace(upload.reading, other_sheets=(), above=(), below=()) for upload in used
    )
    return Examination(
        file_name=first.reading.file_name,
        verdict=_verdict(failures, warnings),
        reason=_reason(failures, warnings, len(rows)),
        sha256=first.reading.sha256,
        # Details of people are forgotten at once; only the headings are kept to name them.
        readings=tuple(_forgotten(one) for one in readings) if people else readings,
        recognition=first.recognition,
        uses=first.uses,
        scales=() if people else tuple(scale for upload in used for scale in upload.scales),
        checks=said,
        results=rows,
        places=places,
        repairs=() if people else made,
        offered=() if people else repairs_for(used, checks),
    )


def _without_lines(check: CheckResult) -> CheckResult:
    """The answer about a table made of counts, whose lines are none of the file."""
    if not check.lines and check.outcome is Outcome.PASS and check.message[:1].isupper():
        return check
    said = _LINES.sub("", check.message)
    return replace(check, message=said[:1].upper() + said[1:], lines=())


def _with_figures(uploads: list[Upload]) -> list[Upload]:
    """The sheets that are recognised; where none is, the one that comes nearest."""
    known = [upload for upload in uploads if upload.recognition.shape]
    return known or [max(uploads, key=lambda upload: upload.recognition.score)]


def _forgotten(reading: Reading) -> Reading:
    return replace(reading, rows=(), notes=())


def _verdict(failures: list[CheckResult], warnings: list[CheckResult]) -> Verdict:
    if failures:
        return Verdict.REFUSED
    return Verdict.WARNINGS if warnings else Verdict.ACCEPTED


def _reason(failures: list[CheckResult], warnings: list[CheckResult], count: int) -> str:
    if failures:
        people = [failure for failure in failures if holds_people(failure)]
        return (people or failures)[0].message
    figures = "1 figure" if count == 1 else f"{count:,} figures"
    if not warnings:
        return f"{figures} read, nothing to correct."
    asked = "1 thing" if len(warnings) == 1 else f"{len(warnings)} things"
    return f"{figures} read; look at {asked} before accepting."
