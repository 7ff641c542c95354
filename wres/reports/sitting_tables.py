"""The tables of where a gap sits: the split by band, and England below the two groups."""

from __future__ import annotations

from wres.answers.where_it_sits import Sitting
from wres.library.benchmarks import NationalBreakdown
from wres.measures import Rate, rounded
from wres.reports.tables import Table
from wres.terms import EthnicGroup
from wres.words import SPOKEN, Labels, gap_text, people_label, percent_text
from wres.words.sitting import background_name, breakdown_range


def split_table(found: Sitting, *, caption: str, labels: Labels = SPOKEN) -> Table:
    """Return one row a band and the two parts that add up to the gap, in points, two decimals."""
    columns = ("Where", labels.bme, labels.white, "Gap", "Points of the whole gap")
    rows = [
        (
            people_label(one.bme.band, one.bme.staff_group),
            _counted(one.bme),
            _counted(one.white),
            gap_text(one, labels),
            _points(part),
        )
        for one, part in zip(found.gaps, found.within, strict=True)
    ]
    rest = ("–", "–", "–")
    rows += [
        (f"Remains inside the same {found.cut.value}", *rest, _points(found.split.rate)),
        (
            f"Goes with the mix of {found.cut.value}",
            *rest,
            _points(found.split.composition),
        ),
        ("The whole gap", *rest, _points(found.crude)),
    ]
    return Table(caption=caption, columns=columns, rows=tuple(rows))


def _counted(rate: Rate) -> str:
    return f"{percent_text(rate.value or 0.0)} of {rate.base:,}"


def _points(part: float) -> str:
    shown = rounded(100 * part, 2)
    return f"{shown:+.2f}" if shown else "0.00"


def breakdowns_table(rows: tuple[NationalBreakdown, ...], *, caption: str) -> Table:
    """Return one row a published figure of England: whom, how much, how many, the likely range."""
    columns = ("Whom", "Counted in", "Figure", "Number who answered", "Likely range")
    table = []
    for one in rows:
        low, high = breakdown_range(one)
        spread = f"{percent_text(low)} to {percent_text(high)}"
        cells = (background_name(one), _counted_in(one), percent_text(one.value))
        table.append((*cells, f"{one.responses:,}", spread))
    return Table(caption=caption, columns=columns, rows=tuple(table))


def _counted_in(one: NationalBreakdown) -> str:
    if one.ethnic_group is EthnicGroup.ALL:
        return "All staff"
    return SPOKEN.white if one.ethnic_group is EthnicGroup.WHITE else SPOKEN.bme
