"""A program of its own that examines many damaged copies of good files and counts what came.

Run as ``python -m tests.upload.mutated COUNT SEED``. A file of each kind is taken in turn, one to
eight of its bytes are changed, taken out, doubled or moved, and it is read, recognised and checked
to the end, with a trust and a year chosen for it. Workbooks are damaged both as they are and
inside, packed again soundly, so that the damage gets past the check sums. Files of every shape
come from the corpus.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections import Counter
from pathlib import Path

from wres.library.organisations import load_organisations
from wres.upload.examine import Examination, examine
from wres.upload.mapping import Choices
from wres.upload.source import Source

from .files import survey_file
from .measured import peak
from .workbooks import ods, unzipped, xls, xlsx, zipped

_LINES = [line.split(",") for line in survey_file().splitlines()]
_ROWS = [_LINES[0]] + [[*line[:3], *map(float, line[3:])] for line in _LINES[1:]]
_TWO_ROWS = [
    (None, None, "Indicator 8", None, "Indicator 7", None),
    ("Org code", "WRES year", "White %", "BME %", "White %", "BME %"),
    ("R0A", 2025, 6.62, 16.13, 58.4, 48.37),
]
_TWO_ROWS_TEXT = "\n".join(
    ",".join("" if cell is None else str(cell) for cell in row) for row in _TWO_ROWS
)
_XLSX = xlsx({"A": _ROWS, "B": _TWO_ROWS}, merged={"B": ["C1:D1", "E1:F1"]})
_ODS = ods({"A": _ROWS, "B": _TWO_ROWS})
_DATA = Path(__file__).resolve().parents[2]
SHAPES_FOLDER = _DATA / "tests" / "data" / "files"
OF_A_SHAPE = (
    *("contractor_breakdown.csv", "contractor_positive_scoring.csv", "published_years_across.csv"),
    *("respondents_2018.csv", "respondents_coded_2024.csv", "respondents_by_staff_group.csv"),
    *("submission_combined.csv", "submission_indicator_9.csv", "workforce_bare.csv"),
    *("workforce_long.csv", "workforce_totals_as_rows.csv", "template_workforce_and_board.csv"),
    *("nss_benchmark_one_sheet.csv", "long_five_groups.csv", "ratio_plain.csv"),
)
BOOKS_OF_A_SHAPE = (
    *("nss_benchmark_2020_2024.xlsx", "nss_benchmark_2020_2024.ods", "nss_national_2024.xlsx"),
    *("nss_organisational_2024.xlsx", "submission_combined.xlsx", "workforce_wide.xlsx"),
    *("workforce_wide.ods", "book_template.xlsx", "book_sheet_for_each_trust.xlsx"),
)
GOOD: dict[str, bytes] = {
    "csv": survey_file().encode(),
    "csv in UTF-16": survey_file().encode("utf-16"),
    "csv in Windows-1252": survey_file().replace("Trust", "Université").encode("cp1252"),
    "two-row header": _TWO_ROWS_TEXT.encode(),
    "xlsx": _XLSX,
    "xlsx inside": _XLSX,
    "xls": xls({"A": _ROWS, "B": _TWO_ROWS}),
    "ods": _ODS,
    "ods inside": _ODS,
    **{name: (SHAPES_FOLDER / name).read_bytes() for name in (*OF_A_SHAPE, *BOOKS_OF_A_SHAPE)},
    "workforce_wide.xls": (SHAPES_FOLDER / "workforce_wide.xls").read_bytes(),
    **{f"{name} inside": (SHAPES_FOLDER / name).read_bytes() for name in BOOKS_OF_A_SHAPE},
}
_CHOSEN = Choices(org_code="R0A", wres_year=2025)
_TELLING = (b"\x00", b"\xff", b'"', b"'", b",", b"\n", b"<", b">", b"&", b"9" * 9, b"-", b"A")


def damaged(data: bytes, rng: random.Random) -> bytes:
    """The bytes with one to eight places changed."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 4, 8))):
        at = rng.randrange(len(changed) + 1)
        to = at + rng.choice((1, 1, 1, 2, 8, 64))
        match rng.choice((0, 0, 0, 1, 2, 3, 4)):
            case 0:
                changed[at:to] = rng.randbytes(min(to, len(changed)) - min(at, len(changed)))
            case 1:
                changed[at:at] = rng.choice(_TELLING)
            case 2:
                del changed[at:to]
            case 3:
                changed[at:at] = changed[at:to]
            case _:
                place = rng.randrange(len(changed) + 1)
                changed[place : place + to - at] = changed[at:to]
    return bytes(changed)


def mutation(kind: str, rng: random.Random) -> bytes:
    """A damaged copy of the good file of a kind."""
    if not kind.endswith("inside"):
        return damaged(GOOD[kind], rng)
    parts = unzipped(GOOD[kind])
    name = rng.choice(sorted(parts))
    return zipped({**parts, name: damaged(parts[name], rng)})


def looked_at(data: bytes) -> Examination:
    """What the whole program says of a file, with the organisations it ships."""
    shipped = _DATA / "data" / "reference" / "organisations.csv"
    return examine(
        Source("f.csv", data), organisations=load_organisations(shipped), choices=_CHOSEN
    )


def _within_limits() -> None:
    most = 2 * 1024**3
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main(count: int, seed: int) -> None:
    """Print what came of the mutations as one line of JSON."""
    _within_limits()
    before, verdicts, broken = peak(), Counter[str](), []
    slowest = 0.0
    for number in range(count):
        kind = list(GOOD)[number % len(GOOD)]
        data = mutation(kind, random.Random(f"{seed}-{number}"))
        began = time.perf_counter()
        try:
            verdicts[f"{kind}: {looked_at(data).verdict.value}"] += 1
        except Exception as error:
            broken.append(f"{kind} {seed}-{number}: {type(error).__name__} {error}"[:300])
        slowest = max(slowest, time.perf_counter() - began)
    started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(
        json.dumps(
            {
                "count": count,
                "broken": broken,
                "verdicts": verdicts,
                "slowest": slowest,
                "bytes": peak() - before,
                "bytes_of_started": started,
            }
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
