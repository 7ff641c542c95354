"""What can be made of a trust's year, as a closed list: the page and the command offer these.

A new kind is one member of ``ReportKind`` and one line of ``_MADE``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from wres.reports.archives import archive
from wres.reports.contents import annual_report, board_summary
from wres.reports.data_pack import data_pack
from wres.reports.deck import deck
from wres.reports.document import BOARD, report_document
from wres.reports.offline import report_html
from wres.reports.sections import Reported
from wres.reports.workbook import workbook

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DECK = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"


class ReportKind(Enum):
    """The kinds of file, in the order in which they are offered."""

    ANNUAL = "annual"
    BOARD = "board"
    OFFLINE = "offline"
    DECK = "deck"
    WORKBOOK = "workbook"
    DATA = "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How one kind is called, what its file ends in, its media type, and what makes it."""

    name: str
    what: str
    ending: str
    media_type: str
    make: Callable[[Reported], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """One file of a pack, made."""

    kind: ReportKind
    file_name: str
    media_type: str
    content: bytes


def _annual(asked: Reported) -> bytes:
    return report_document(annual_report(asked))


def _board(asked: Reported) -> bytes:
    return report_document(board_summary(asked), BOARD)


def _offline(asked: Reported) -> bytes:
    return report_html(annual_report(asked))


def _deck(asked: Reported) -> bytes:
    return deck(asked.evidence, asked.view, made_on=asked.made_on)


def _workbook(asked: Reported) -> bytes:
    return workbook(asked.evidence, asked.view, made_on=asked.made_on)


def _data(asked: Reported) -> bytes:
    return data_pack(asked.evidence, asked.view)


_MADE: dict[ReportKind, Making] = {
    ReportKind.ANNUAL: Making(
        name="Annual report (Word)",
        what="Everything: concerns, plan, nine indicators, method and sources.",
        ending="docx",
        media_type=WORD,
        make=_annual,
    ),
    ReportKind.BOARD: Making(
        name="Board summary (Word)",
        what="Two pages: the nine indicators, the concerns and the plan.",
        ending="docx",
        media_type=WORD,
        make=_board,
    ),
    ReportKind.OFFLINE: Making(
        name="Annual report (web page)",
        what="The same report as one file for a browser. It prints on A4.",
        ending="html",
        media_type="text/html",
        make=_offline,
    ),
    ReportKind.DECK: Making(
        name="Slides (PowerPoint)",
        what="The steps of a session, with charts to edit and speaker’s notes.",
        ending="pptx",
        media_type=DECK,
        make=_deck,
    ),
    ReportKind.WORKBOOK: Making(
        name="All figures (Excel)",
        what="Every published figure, a sheet an indicator with a chart, and what marks mean.",
        ending="xlsx",
        media_type=WORKBOOK,
        make=_workbook,
    ),
    ReportKind.DATA: Making(
        name="Data pack (ZIP of CSV files)",
        what="Figures, concerns, plan and benchmarks as tables, with what each column holds.",
        ending="zip",
        media_type=ZIP,
        make=_data,
    ),
}


def making(kind: ReportKind) -> Making:
    """Return how a kind of file is called and made."""
    return _MADE[kind]


def file_name(kind: ReportKind, asked: Reported) -> str:
    """Return the name of a file: its kind, organisation code, WRES year and version."""
    view, version = asked.view, asked.evidence.version
    ending = _MADE[kind].ending
    return f"wres_{kind.value}_{view.org_code}_{view.wres_year}_v{version}.{ending}"


def pack_name(asked: Reported) -> str:
    """Return the name of the archive with every file in it."""
    return f"wres_pack_{asked.view.org_code}_{asked.view.wres_year}_v{asked.evidence.version}.zip"


def report_file(kind: ReportKind, asked: Reported) -> ReportFile:
    """Return one file, made."""
    return ReportFile(
        kind=kind,
        file_name=file_name(kind, asked),
        media_type=_MADE[kind].media_type,
        content=_MADE[kind].make(asked),
    )


def report_files(
    asked: Reported, kinds: Sequence[ReportKind] = tuple(ReportKind)
) -> Iterator[ReportFile]:
    """Give the files of these kinds, each as soon as it is made."""
    return (report_file(kind, asked) for kind in kinds)


def pack_of(files: Iterable[ReportFile]) -> bytes:
    """Return files as one ZIP archive; the same files give the same bytes."""
    return archive({one.file_name: one.content for one in files})
