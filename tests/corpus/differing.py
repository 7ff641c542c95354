"""What of an examination differs from what a case expects, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.corpus.cases import ACCEPTED, Case, Expect, Figure, Fires
from tests.corpus.manifest import choices_of
from wres.organisations import Organisations
from wres.results import Result
from wres.upload.checking import CheckResult, Outcome
from wres.upload.checks import CHECKS, SHEETS_CHECKS
from wres.upload.examine import Examination, examine
from wres.upload.report import read_as_json
from wres.upload.source import Source

_NAMED = 4
# These ask about figures held already, and the manifest knows of none.
BESIDE_HELD = {
    check.name
    for check in (*CHECKS, *SHEETS_CHECKS)
    if check.run.__module__.rpartition(".")[2] in ("checks_held", "checks_history")
} | {"base_within_workforce"}


def differences(case: Case, organisations: Organisations) -> list[str]:
    """Return everything that comes out otherwise than it must; none where all is right."""
    found = list(_reading(case)) if case.read else []
    for expect in case.expects:
        examined = examine(
            Source(case.file, case.data), organisations=organisations, choices=choices_of(expect)
        )
        found += [f"{_choice(expect)}{text}" for text in _differing(expect, examined)]
    return found


def figure_of(row: Result) -> Figure:
    """Return a result as the manifest writes it."""
    return (
        row.org_code,
        row.wres_year,
        row.survey_year,
        row.indicator,
        row.staff_group.value,
        row.band.value,
        row.ethnic_group.value,
        row.numerator,
        row.denominator,
        None if row.value is None else round(row.value, 6),
        row.unit.value,
        row.status.value,
    )


def _choice(expect: Expect) -> str:
    said = (expect.org_code, str(expect.wres_year or ""), expect.scale)
    chosen = " ".join(filter(None, said))
    return f"with {chosen} chosen: " if chosen else ""


def _differing(expect: Expect, found: Examination) -> Iterator[str]:
    if found.verdict.value != expect.verdict:
        yield f"“{found.verdict.value}”, not “{expect.verdict}” ({_told(found)})"
    yield from _figures(expect, found)
    yield from (f"silent: {fires}" for fires in expect.fires if not _fired(fires, found))
    loud = {check.check for check in (*found.failures, *found.warnings)}
    yield from (f"{name} speaks up" for name in expect.silent if name in loud)
    asked = {need.value for need in found.needs}
    yield from (f"does not ask for {name}" for name in expect.asks if name not in asked)


def _figures(expect: Expect, found: Examination) -> Iterator[str]:
    wanted = set(expect.figures)
    got = [figure_of(row) for row in found.results]
    missing, other = wanted - set(got), set(got) - wanted
    if len(got) != len(set(got)):
        yield "a figure comes out twice"
    if missing:
        yield f"{len(missing)} figures missing, such as {sorted(missing, key=str)[:_NAMED]}"
    if other:
        yield f"{len(other)} figures that must not be, such as {sorted(other, key=str)[:_NAMED]}"


def _fired(fires: Fires, found: Examination) -> bool:
    loud = (*found.failures, *found.warnings)
    if not fires.check and _says(fires, found.reason, ()):
        return True
    return any(_matches(fires, check) for check in loud)


def _matches(fires: Fires, check: CheckResult) -> bool:
    if fires.check and fires.check != check.check:
        return False
    return _says(fires, f"{check.message} {check.fix}", check.lines)


def _says(fires: Fires, text: str, lines: tuple[int, ...]) -> bool:
    folded = text.casefold()
    return all(word.casefold() in folded for word in fires.words) and set(fires.lines) <= set(lines)


def _told(found: Examination) -> str:
    loud = [c for c in found.checks if c.outcome is not Outcome.PASS]
    return "; ".join(f"{c.check}: {c.message}" for c in loud[:_NAMED]) or found.reason


def _reading(case: Case) -> Iterator[str]:
    assert case.read is not None
    told = json.loads(read_as_json(case.data, case.file)[1])
    for name in ("encoding", "delimiter", "header_row", "rows"):
        if told[name] != getattr(case.read, name):
            yield f"the reader sees {name} {told[name]!r}, not {getattr(case.read, name)!r}"


def loads_wrongly(case: Case, organisations: Organisations) -> list[str]:
    """Return what is read wrong without a word: an accepted file with other figures."""
    found = []
    for expect in case.expects:
        examined = examine(
            Source(case.file, case.data), organisations=organisations, choices=choices_of(expect)
        )
        if examined.verdict.value == ACCEPTED:
            found += [f"{_choice(expect)}{text}" for text in _figures(expect, examined)]
    return found
