"""Checks across the sheets of one file: the same figure may not have two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wres.terms import EthnicGroup
from wres.upload.asking import tells_only
from wres.upload.checking import (
    CheckResult,
    Outcome,
    Upload,
    count_of,
    failed,
    passed,
    quoted,
    warned,
)
from wres.upload.checks_sums import is_understood
from wres.upload.figures import Figure
from wres.upload.grouping import base_of, share_of

_SAME = 5e-5


@dataclass(frozen=True, slots=True)
class _Twice:
    """One figure on two sheets."""

    first_sheet: str
    first: Figure
    second_sheet: str
    second: Figure

    @property
    def is_same(self) -> bool:
        """Whether both sheets give the same value."""
        one, two = share_of(self.first), share_of(self.second)
        if one is None or two is None:
            return self.first.status is self.second.status
        return abs(one - two) < _SAME and self.first.counts == self.second.counts

    def told(self) -> str:
        """Where both stand and what they say."""
        return (
            f"sheet “{self.first_sheet}” line {self.first.line} says {_said(self.first)} and sheet "
            f"“{self.second_sheet}” line {self.second.line} says {_said(self.second)}"
        )


def check_sheets_agree(uploads: Sequence[Upload]) -> CheckResult:
    """No figure has one value on one sheet and another on the next."""
    name = "sheets_agree"
    apart = [twice for twice in _twice(uploads) if not twice.is_same]
    if not apart:
        return passed(name, "No figure differs between sheets.")
    return failed(
        name,
        f"{count_of(len(apart), 'figure')} given on two sheets with different values: "
        f"{apart[0].told()}.",
        lines=(twice.second.line for twice in apart),
        fix="Delete the sheet that is wrong, or choose the one sheet to read.",
    )


@tells_only
def check_sheets_repeat(uploads: Sequence[Upload]) -> CheckResult:
    """No figure stands on two sheets."""
    name = "sheets_repeat"
    same = [twice for twice in _twice(uploads) if twice.is_same]
    if not same:
        return passed(name, "Every figure stands on one sheet.")
    sheets = {s for twice in same for s in (twice.first_sheet, twice.second_sheet)}
    return warned(
        name,
        f"{count_of(len(same), 'figure')} given on more than one sheet with the same value "
        f"({quoted(sorted(sheets))}); each was kept once.",
        fix="Nothing to do if the sheets overlap on purpose.",
    )


def check_sheets_years(uploads: Sequence[Upload]) -> CheckResult:
    """The sheets do not hold the same figures under different years."""
    name = "sheets_years"
    seen: dict[object, tuple[str, int]] = {}
    for upload in uploads:
        years = {f.wres_year for f in upload.figures if f.wres_year}
        values = tuple((f.place[0], f.place[2:], f.key[1:], share_of(f)) for f in upload.figures)
        if len(years) != 1 or len(values) < 4:
            continue
        year = years.pop()
        before = seen.setdefault(values, (upload.reading.sheet, year))
        if before[1] != year:
            return warned(
                name,
                f"Sheets “{before[0]}” and “{upload.reading.sheet}” hold the same figures for WRES "
                f"years {before[1]} and {year}.",
                fix="Check which year the figures belong to; a sheet may have been copied.",
            )
    return passed(name, "No two sheets hold the same figures for different years.")


def check_sheets_bases(uploads: Sequence[Upload]) -> CheckResult:
    """The same figure has the same base on every sheet that gives one."""
    name = "sheets_bases"
    apart = [
        twice
        for twice in _twice(uploads)
        if twice.is_same
        and None not in (base_of(twice.first), base_of(twice.second))
        and base_of(twice.first) != base_of(twice.second)
    ]
    if not apart:
        return passed(name, "Bases agree between sheets.")
    first = apart[0]
    return warned(
        name,
        f"The same figure has a base of {base_of(first.first):,} on sheet “{first.first_sheet}” "
        f"and of {base_of(first.second):,} on sheet “{first.second_sheet}”.",
        lines=(twice.second.line for twice in apart),
        fix="Check which sheet counts the people who answered.",
    )


def said_once(answers: Sequence[CheckResult]) -> tuple[CheckResult, ...]:
    """Return the answers with the ones that say the same of several sheets made one.

    It stands where the first stood, names the sheets, and keeps lines that are the same on each.
    """
    same: dict[object, list[CheckResult]] = defaultdict(list)
    for at, answer in enumerate(answers):
        is_alone = answer.outcome is Outcome.PASS or not answer.sheet
        about = at if is_alone else (answer.check, answer.outcome, _of_any_sheet(answer))
        same[about].append(answer)
    return tuple(found[0] if len(found) == 1 else _joined(found) for found in same.values())


def on_sheet(answer: CheckResult, sheet: str) -> CheckResult:
    """Return an answer as that of one sheet among others, which a warning names."""
    if answer.outcome is Outcome.PASS:
        return replace(answer, sheet=sheet)
    return replace(answer, sheet=sheet, message=f"{_of_sheet(sheet)}{answer.message}")


def _of_sheet(sheet: str) -> str:
    return f"Sheet “{sheet}”: "


def _of_any_sheet(answer: CheckResult) -> str:
    return answer.message.removeprefix(_of_sheet(answer.sheet))


def _joined(found: list[CheckResult]) -> CheckResult:
    first = found[0]
    lines = first.lines if len({answer.lines for answer in found}) == 1 else ()
    sheets = quoted(answer.sheet for answer in found)
    return replace(first, sheet="", lines=lines, message=f"Sheets {sheets}: {_of_any_sheet(first)}")


def _twice(uploads: Sequence[Upload]) -> Iterator[_Twice]:
    if len(uploads) < 2:
        return
    seen: dict[object, tuple[str, Figure]] = {}
    for upload in uploads:
        for key, figure in upload.groups.by_key.items():
            sheet, first = seen.setdefault(key, (upload.reading.sheet, figure))
            if sheet != upload.reading.sheet and is_understood(figure):
                yield _Twice(sheet, first, upload.reading.sheet, figure)


def _said(figure: Figure) -> str:
    if figure.group is EthnicGroup.UNKNOWN or not figure.printed.text:
        counts = f"{figure.numerator.text} of {figure.denominator.text}".strip()
        return f"“{counts}”"
    return f"“{figure.printed.text}”"
