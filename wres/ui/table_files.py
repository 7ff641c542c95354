"""Tables without a chart of their own as files: those of a part of a page, and a view's figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wres.answers import Evidence, View
from wres.reports import Table, csv_of
from wres.ui import panels, prose
from wres.ui.panels import ChartWords
from wres.ui.sheet import Sheet
from wres.words import exports


def sourced(table: Table, words: ChartWords, *, label: str) -> prose.Part | None:
    """Return a table with its source, folded away under a label."""
    return prose.folded(label, prose.table(table), prose.quiet(f"Source: {words.source}."))


def offer(
    page: Sheet,
    tables: Sequence[tuple[str, Table, ChartWords]],
    *,
    evidence: Evidence,
    view: View,
    key: str,
) -> None:
    """Return nothing; next are tables as files, each by its key, made when somebody wants them."""

    def files() -> None:
        for name, table, words in tables:
            prose.draw(prose.sentence(words.headline), key=f"file_{name}")
            header = panels.file_header(words, evidence, view)
            panels.csv_button(table, header, name=panels.file_name(view, name), key=name)

    page.opens(exports.TABLE_FILES, files, key=f"files_{key}")


def data(table: Callable[[], Table], words: ChartWords, *, evidence: Evidence, view: View) -> None:
    """Return nothing; offer the figures of a view as rows a program reads, made when pressed."""
    header = panels.file_header(words, evidence, view)
    panels.offer(
        exports.VIEW_DATA,
        lambda: csv_of(table(), header),
        name=f"{panels.file_name(view, 'data')}.csv",
        key="view_data",
        why=exports.VIEW_DATA_WHY,
    )
