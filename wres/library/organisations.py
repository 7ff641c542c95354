"""Read the list of organisations, and add England and the made-up Practice Trust."""

from __future__ import annotations

from pathlib import Path

from wres.library.tables import Line, read_table
from wres.organisations import ENGLAND, PRACTICE_TRUST, Organisation, Organisations
from wres.terms import BenchmarkGroup

ORGANISATION_COLUMNS = (
    "code",
    "name",
    "other_names",
    "class",
    "benchmark_group",
    "group_label",
    "group_source_id",
    "region",
    "status",
    "closed",
    "merged_into",
    "merge_dates",
    "merge_source_id",
    "merge_note",
    "name_source_id",
    "source_ids",
)
# The survey reports one trust as several units, each with its own code; they act as trusts here.
TRUST_CLASSES = ("NHS trust", "survey reporting unit of R1F")
PRACTICE = Organisation(
    code=PRACTICE_TRUST,
    name="Practice Trust (made-up)",
    benchmark_group=BenchmarkGroup.PRACTICE,
    group_label="Practice (made-up)",
    made_up=True,
    source="practice",
)
# Not a trust: it is compared with nobody, and nobody uploads figures in its name.
WHOLE_COUNTRY = Organisation(
    code=ENGLAND,
    name="England",
    group_label="England",
    is_trust=False,
    source="nss_2024_england",
)


def load_organisations(path: Path) -> Organisations:
    """Return the organisations of a file in its order, then England and the Practice Trust.

    ``Organisation.source`` holds ids of ``data/reference/sources.csv``, parted by a bar.

    Raises:
        DataFileBroken: If the file or one of its lines cannot be used.
    """
    seen: set[str] = {ENGLAND, PRACTICE_TRUST}
    read = read_table(path, ORGANISATION_COLUMNS, lambda line: _organisation(line, seen))
    return Organisations((*read, WHOLE_COUNTRY, PRACTICE))


def _organisation(line: Line, seen: set[str]) -> Organisation:
    code = line.filled("code")
    if code in seen:
        raise line.broken(f"the code “{code}” is listed twice.")
    seen.add(code)
    return Organisation(
        code=code,
        name=line.filled("name"),
        other_names=line.several("other_names"),
        benchmark_group=line.one_of("benchmark_group", BenchmarkGroup, "benchmarking group"),
        group_label=line.text("group_label"),
        region=line.text("region"),
        status=line.filled("status"),
        closed=line.text("closed"),
        merged_into=line.several("merged_into"),
        is_trust=line.text("class") in TRUST_CLASSES,
        source=line.filled("source_ids"),
    )
