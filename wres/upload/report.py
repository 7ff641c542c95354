"""An examination as plain data, for the command line and for other programs."""

from __future__ import annotations

import json

from wres.errors import FileRefused
from wres.results import COLUMNS, Result
from wres.upload.acknowledging import wanted
from wres.upload.checking import CheckResult
from wres.upload.examine import Examination, Verdict
from wres.upload.read import read_file
from wres.upload.reading import Reading
from wres.upload.repairing import Repair

# A report is kept with its upload, so it lists the first changes and counts the rest.
CHANGES_LISTED = 50


def as_json(examination: Examination) -> str:
    """Return everything found out about a file as JSON text, lines counted from one."""
    results = [_row(result) for result in examination.results]
    return json.dumps(_found(examination) | {"results": results}, ensure_ascii=False, indent=2)


def report_json(examination: Examination) -> str:
    """Return what is kept with a version: what was found out, without the figures themselves."""
    return json.dumps(_found(examination), ensure_ascii=False)


def read_as_json(data: bytes, file_name: str) -> tuple[Verdict, str]:
    """Return what the reader alone saw in a file: the verdict, and JSON text that says it."""
    try:
        reading = read_file(data, file_name)
    except FileRefused as refusal:
        found = {"verdict": "refused", "reason": str(refusal)} | _reading(None)
        return Verdict.REFUSED, json.dumps(found, ensure_ascii=False, indent=2)
    verdict = Verdict.WARNINGS if reading.short_lines or reading.long_lines else Verdict.ACCEPTED
    rows = "1 row" if len(reading.rows) == 1 else f"{len(reading.rows):,} rows"
    sheet = f" on the sheet “{reading.sheet}”" if reading.sheet else ""
    reason = f"A table of {rows} and {len(reading.header)} columns{sheet}."
    found = {"verdict": verdict.name.lower(), "reason": reason} | _reading(reading)
    return verdict, json.dumps(found, ensure_ascii=False, indent=2)


def _found(examination: Examination) -> dict[str, object]:
    return _reading(examination.reading) | {
        "verdict": examination.verdict.name.lower(),
        "reason": examination.reason,
        "file_name": examination.file_name,
        "shape": examination.shape if examination.recognition else None,
        "mapping": [
            {"header": use.header, "use": use.code, "how": use.how}
            for use in examination.uses
            if not use.is_passed_over
        ],
        "scales": [
            {"header": s.header, "scale": s.scale.value, "evidence": s.evidence}
            for s in examination.scales
        ],
        "needs": [need.value for need in examination.needs],
        "checks": [_check(check) for check in examination.checks],
        "repairs_made": [_repair(repair) for repair in examination.repairs],
        "repairs_offered": [_repair(repair) for repair in examination.offered],
        "reasons_wanted": [
            {"check": check.check, "sheet": check.sheet, "message": check.message}
            for check in wanted(examination)
        ],
    }


def _reading(reading: Reading | None) -> dict[str, object]:
    return {
        "encoding": reading.encoding if reading else None,
        "delimiter": (reading.delimiter or None) if reading else None,
        "header_row": reading.header_row if reading else None,
        "rows": (reading.rows_counted or len(reading.rows)) if reading else 0,
        "columns": list(reading.header) if reading else [],
        "sheets": list(reading.sheets) if reading else [],
        "notes": list(reading.notes) + _ragged(reading) if reading else [],
    }


def _ragged(reading: Reading) -> list[str]:
    notes = []
    if reading.short_lines:
        notes.append(f"Rows shorter than the header: {_listed(reading.short_lines)}.")
    if reading.long_lines:
        notes.append(f"Rows longer than the header: {_listed(reading.long_lines)}.")
    return notes


def _listed(lines: tuple[int, ...]) -> str:
    return "line " + ", ".join(map(str, lines[:20]))


def _check(check: CheckResult) -> dict[str, object]:
    return {
        "check": check.check,
        "outcome": check.outcome.value,
        "message": check.message,
        "lines": list(check.lines),
        "fix": check.fix,
        "needs": check.needs.value,
    }


def _repair(repair: Repair) -> dict[str, object]:
    return {
        "id": repair.id,
        "check": repair.check,
        "sentence": repair.sentence,
        "changes_in_all": len(repair.preview),
        "changes": [
            {
                "sheet": edit.sheet,
                "line": edit.line,
                "column": edit.column,
                "before": edit.before,
                "after": edit.after,
            }
            for edit in repair.preview[:CHANGES_LISTED]
        ],
    }


def _row(result: Result) -> dict[str, object]:
    values = {name: getattr(result, name) for name in COLUMNS}
    return {name: getattr(value, "value", value) for name, value in values.items()}
