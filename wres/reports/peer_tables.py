"""The tables of the benchmarks page: comparators, similar trusts, and trusts side by side."""

from __future__ import annotations

from wres.answers import ComparedWith, Funnel, PeersAnswer, PeerSet
from wres.reports.tables import Table
from wres.words import (
    SPOKEN,
    Labels,
    base_text,
    beside_figures,
    beside_gap,
    beside_name,
    beside_sentence,
    beside_when,
    gap_text,
    likeness_words,
    percent_text,
    rate_text,
)


def peers_table(answer: PeersAnswer, *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return both groups and the gap of each trust by name: alphabetical, never ranked."""
    answered = "number who answered"
    columns = (
        "Organisation",
        labels.bme,
        f"{labels.bme}, {answered}",
        labels.white,
        f"{labels.white}, {answered}",
        "Gap",
    )
    everyone = [*answer.peers, answer.mine]
    rows = tuple(
        (
            f"{one.organisation.name} (this trust)" if one.is_own else one.organisation.name,
            rate_text(one.bme),
            base_text(one.bme),
            rate_text(one.white),
            base_text(one.white),
            gap_text(one.gap, labels),
        )
        for one in sorted(everyone, key=lambda one: one.organisation.name)
    )
    return Table(caption=caption, columns=columns, rows=rows)


def beside_table(answer: ComparedWith, *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return one row a comparator: its year and edition, its figures, and the verdict in words."""
    first = "Ratio" if answer.measured.is_likelihood else labels.bme
    columns = ("Compared with", "Year and edition", first, labels.white, "Gap", "In words")
    rows = tuple(
        (
            beside_name(one),
            beside_when(one),
            *beside_figures(one),
            beside_gap(one, labels),
            beside_sentence(one, answer, labels),
        )
        for one in answer.beside
    )
    return Table(caption=caption, columns=columns, rows=rows)


def likeness_table(chosen: PeerSet, *, caption: str) -> Table:
    """Return one row a chosen trust by name, with how alike it is in words and numbers."""
    rows = tuple(
        (one.organisation.name, one.organisation.code, likeness_words(one)) for one in chosen.chosen
    )
    return Table(caption=caption, columns=("Organisation", "Code", "How alike"), rows=rows)


def funnel_table(found: Funnel, *, caption: str) -> Table:
    """Return the limits at ten numbers of responses, and this trust's own figure first."""
    rows = []
    if found.own is not None:
        rows.append(("This trust", base_text(found.own), rate_text(found.own), "–"))
    step = max(1, len(found.curve) // 10)
    for base, limits in found.curve[::step]:
        rows.append(
            (
                "Limits",
                f"{base:,.0f}",
                f"{percent_text(limits.warning.low)} to {percent_text(limits.warning.high)}",
                f"{percent_text(limits.action.low)} to {percent_text(limits.action.high)}",
            )
        )
    columns = ("What", "Number who answered", "Figure or 95% limits", "99.8% limits")
    return Table(caption=caption, columns=columns, rows=tuple(rows))
