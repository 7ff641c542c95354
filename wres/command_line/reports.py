"""The command ``report``: the files a trust publishes or presents, written into a folder."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from wres.answers import Evidence, View
from wres.answers.written import Written, written_of
from wres.command_line.evidence import opened, problems, stored
from wres.command_line.layout import wrapped
from wres.command_line.reply import BadCommand, Reply
from wres.command_line.writing import written
from wres.interface.asked import organisation_asked, year_asked
from wres.reports.pack import ReportFile, ReportKind, report_files
from wres.reports.sections import Reported
from wres.store import Note, uk_day
from wres.text import cut, one_line
from wres.words import MADE_UP

EVERY_KIND = "all"


def report(asked: Namespace) -> Reply:
    """Return the files that were written.

    Raises:
        BadCommand: If there is no such organisation, year or kind, or a file cannot be written.
        StoreProblem: If there is a store and it cannot be read.
    """
    kinds = _kinds(asked.kind)
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    year = year_asked(evidence, organisation, asked.year)
    made_from = _made_from(evidence, View(org_code=organisation.code, wres_year=year))
    folder = _folder(asked.to)
    files = []
    for one in report_files(made_from, kinds):
        written(str(folder / one.file_name), one.content)
        files.append(one)
    lines = [f"{one.file_name} ({len(one.content):,} bytes)" for one in files]
    made_up = [MADE_UP] if organisation.made_up else []
    opening = wrapped(f"{_count(files)} written into {one_line(asked.to)}:")
    return Reply(
        data=[_data(folder, one) for one in files],
        lines=(*made_up, *opening, *lines),
        notes=problems(evidence),
    )


def _kinds(asked: str) -> tuple[ReportKind, ...]:
    known = {kind.value: kind for kind in ReportKind}
    if asked == EVERY_KIND:
        return tuple(ReportKind)
    if asked not in known:
        raise BadCommand(
            f"“{cut(one_line(asked))}” is no kind of report; there is {', '.join(known)}, or "
            f"{EVERY_KIND}."
        )
    return (known[asked],)


def _made_from(evidence: Evidence, view: View) -> Reported:
    day = uk_day(datetime.now(UTC))
    store, told, notes = stored(), Written(), tuple[Note, ...]()
    if store is not None:
        with store:
            told = written_of(store, view.org_code)
            notes = store.notes(org_code=view.org_code)
    return Reported(evidence=evidence, view=view, made_on=day, written=told, notes=notes)


def _folder(name: str) -> Path:
    folder = Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise BadCommand(
            f"“{cut(one_line(name))}” is no folder that can be written to; name another with --to."
        ) from None
    return folder


def _count(files: list[ReportFile]) -> str:
    return "1 file was" if len(files) == 1 else f"{len(files)} files were"


def _data(folder: Path, one: ReportFile) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "file": str(folder / one.file_name),
        "media_type": one.media_type,
        "bytes": len(one.content),
    }
