"""The figures of an organisation for whoever works with data: tables, what they mean, one ZIP."""

from __future__ import annotations

from collections.abc import Iterable

from wres import words
from wres.answers import ConcernCard, ConcernsAnswer, Evidence, View, areas_of_concern
from wres.benchmarks import BenchmarkFigure
from wres.reports.archives import archive
from wres.reports.csv_file import table_csv
from wres.reports.data_dictionary import columns_table, symbols_table
from wres.reports.figure_files import explained_table, results_table
from wres.reports.figure_rows import Figure, figures_of, in_order
from wres.reports.plan_tables import plan_csv
from wres.reports.tables import Table
from wres.text import one_line, safe_url, sheet_safe
from wres.words import exports
from wres.words.confidentiality import corrected_notes

README = "readme.txt"
RESULTS = "results.csv"
_FILES = {
    RESULTS: "every published figure; this program reads it back (python -m wres check)",
    "results_explained.csv": "the same with likely range, gap, benchmark and words",
    "concerns.csv": "areas of concern of the year, a row a reason, in both answers",
    "plan.csv": "the action plan, as it can be brought in again",
    "benchmarks.csv": "the benchmarks the figures are set beside, with their sources",
    "columns.csv": "what each column holds",
    "symbols.csv": "what stands in place of a figure, and what it means",
}
_CONCERNS = (
    *("wres_year", "indicator", "name", "verdict", "trigger", "raised", "clear_of_chance"),
    *("sentence", "evidence", "activities"),
)
_BENCHMARKS = (
    *("kind", "label", "wres_year", "indicator", "staff_group", "band", "ethnic_group", "value"),
    *("unit", "calc_basis", "base", "organisations", "note", "source_title", "source_url"),
)


def data_pack(evidence: Evidence, view: View) -> bytes:
    """Return a ZIP of the published figures of an organisation, at viewers' level.

    Concerns are those of the year of the view. The same version gives the same bytes.
    """
    found = figures_of(evidence, lambda row: True, org_code=view.org_code)
    figures = sorted(found, key=in_order)
    concerns = areas_of_concern(evidence, view)
    plan = evidence.plan_for(view.org_code)
    tables = {
        RESULTS: table_csv(results_table(figures)),
        "results_explained.csv": table_csv(explained_table(figures)),
        "concerns.csv": table_csv(_concerns_table(concerns)),
        **({"plan.csv": plan_csv(plan)} if plan else {}),
        "benchmarks.csv": table_csv(_benchmarks_table(figures)),
        "columns.csv": table_csv(columns_table()),
        "symbols.csv": table_csv(symbols_table()),
    }
    return archive({README: _readme(evidence, view, figures, tuple(tables)), **tables})


def _readme(evidence: Evidence, view: View, figures: list[Figure], names: tuple[str, ...]) -> bytes:
    organisation = evidence.organisations.get(view.org_code)
    sources = {evidence.source_of(one.row.source_id) for one in figures if one.row.source_id}
    lines = (
        f"{words.organisation_title(organisation)} ({organisation.code}), WRES {view.wres_year}",
        *((exports.MADE_UP,) if organisation.made_up else ()),
        f"Version {evidence.version} of the figures.",
        "",
        *(f"{name}: {_FILES[name]}." for name in names),
        *(() if figures else (exports.NO_FIGURES,)),
        "",
        *corrected_notes(evidence, view.org_code),
        *exports.method_lines(),
        "",
        exports.sources_line(sources),
    )
    return ("\r\n".join(sheet_safe(one_line(line)) for line in lines).strip() + "\r\n").encode(
        "utf-8"
    )


def _concerns_table(answer: ConcernsAnswer) -> Table:
    rows = tuple(row for card in answer.cards for row in _concern_rows(card, answer.wres_year))
    return Table(caption="Areas of concern", columns=_CONCERNS, rows=rows)


def _concern_rows(card: ConcernCard, wres_year: int) -> Iterable[tuple[str, ...]]:
    found, measured = card.assessment, card.measured
    verdict = words.strength_words(found.strength) if found else exports.DECLARED
    about = (str(wres_year), str(measured.number), measured.short_name, verdict)
    activities = "; ".join(one_line(one.activity) for one in card.activities)
    if found is None:
        yield (*about, "declared", "", "", exports.DECLARED, "", activities)
        return
    for one in found.findings:
        told = (words.trigger_label(one.trigger), _yes(one.raised), _yes(one.clear))
        sentences = (words.finding_sentence(one), words.evidence_line(found))
        yield (*about, *told, *sentences, activities)


def _yes(answer: bool | None) -> str:
    return "yes" if answer else "no"


def _benchmarks_table(figures: list[Figure]) -> Table:
    used = [one.benchmark for one in figures if isinstance(one.benchmark, BenchmarkFigure)]
    rows = sorted({_benchmark_row(one) for one in used})
    return Table(caption="Benchmarks used", columns=_BENCHMARKS, rows=tuple(rows))


def _benchmark_row(one: BenchmarkFigure) -> tuple[str, ...]:
    plain = {name: getattr(one, name, "") for name in _BENCHMARKS}
    plain |= {"value": f"{one.value:.6g}", "source_url": safe_url(one.source_url)}
    values = (getattr(cell, "value", cell) for cell in plain.values())
    return tuple("" if cell is None else one_line(str(cell)) for cell in values)
