"""Find what a figure is compared with: parity, England, a region, or the benchmarking group.

A benchmark is of the same year, indicator, group, unit and calculation basis as the figure, or it
is not a benchmark. Doubtful published figures are kept, shown and never compared against.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from statistics import median

from wres.organisations import ENGLAND, Organisation
from wres.results import Result, edition_of, official_edition, with_value
from wres.terms import Band, BenchmarkGroup, CalcBasis, EthnicGroup, StaffGroup, Status, Unit

# A median of very few organisations describes those organisations, not a benchmark.
LEAST_ORGANISATIONS = 3


class BenchmarkKind(Enum):
    """What a figure can be compared with."""

    GROUP = "group"
    LAST_YEAR = "last-year"
    NATIONAL = "england"
    PARITY = "parity"
    PEERS = "peers"
    PRACTICE = "practice"
    REGION = "region"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkFigure:
    """One figure to compare with; ``value`` is a proportion (0 to 1), a ratio or a difference."""

    kind: BenchmarkKind
    scope: str
    label: str
    wres_year: int
    indicator: int
    ethnic_group: EthnicGroup
    value: float
    staff_group: StaffGroup = StaffGroup.ALL
    band: Band = Band.ALL
    unit: Unit = Unit.PROPORTION
    calc_basis: CalcBasis = CalcBasis.STANDARD
    base: int | None = None
    organisations: int | None = None
    doubtful: str = ""
    note: str = ""
    edition: str = ""
    source_id: str = ""
    source_title: str = ""
    source_url: str = ""
    # Whose figures a median is of, by ODS code; none where the figure is no median of ours.
    members: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoBenchmark:
    """Why there is nothing to compare with, and the nearest year there is a figure for."""

    label: str
    wres_year: int
    reason: str
    nearest: BenchmarkFigure | None = None


Benchmark = BenchmarkFigure | NoBenchmark


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparator:
    """A choice of what to compare with, for one organisation."""

    kind: BenchmarkKind
    scope: str
    label: str


def comparators_for(organisation: Organisation) -> tuple[Comparator, ...]:
    """Return what this organisation can be compared with, the usual choice first.

    England is compared with nothing: every choice would be itself.
    """
    if organisation.code == ENGLAND:
        return ()
    if organisation.made_up:
        return (
            Comparator(
                kind=BenchmarkKind.PRACTICE,
                scope="practice",
                label="practice peers (made-up)",
            ),
        )
    found = []
    if organisation.benchmark_group not in (BenchmarkGroup.NONE, BenchmarkGroup.PRACTICE):
        group = organisation.benchmark_group.value
        label = f"the median of {group} trusts"
        if organisation.benchmark_group is BenchmarkGroup.ACUTE:
            label = "the median of acute and combined trusts"
        found.append(Comparator(kind=BenchmarkKind.GROUP, scope=group, label=label))
    if organisation.region:
        found.append(
            Comparator(
                kind=BenchmarkKind.REGION,
                scope=organisation.region,
                label=f"{organisation.region} region",
            )
        )
    found.append(Comparator(kind=BenchmarkKind.NATIONAL, scope="England", label="England"))
    return tuple(found)


def find_benchmark(
    figures: Iterable[BenchmarkFigure], row: Result, *, comparator: Comparator
) -> Benchmark:
    """Return the figure to compare this row with, or why there is none.

    A figure of another year is never returned as the benchmark; the nearest one travels inside
    ``NoBenchmark`` so that a page can offer it with its own year on it. Of several figures of the
    year, the one of the row's own edition is taken, else the one of most organisations, else the
    newest edition. A median leaves the row's own organisation out.
    """
    same = [
        f
        for f in figures
        if (f.kind, f.scope) == (comparator.kind, comparator.scope) and _same_measure(f, row)
    ]
    usable = [f for f in same if not f.doubtful and f.calc_basis is row.calc_basis]
    without = [without_own(figure, row.org_code) for figure in usable]
    sound = [figure for figure in without if figure is not None]
    of_year = [f for f in sound if f.wres_year == row.wres_year]
    if of_year:
        return max(of_year, key=lambda figure: _nearness(figure, row))
    reason = f"There is no figure of {row.wres_year} for {comparator.label}."
    if any(f.wres_year == row.wres_year and f.doubtful for f in same):
        reason = (
            f"The figure of {row.wres_year} for {comparator.label} is doubtful, so it is not used."
        )
    if any(f.wres_year == row.wres_year for f in usable):
        reason = (
            f"With this trust left out, fewer than three have a figure of {row.wres_year} for "
            f"{comparator.label}."
        )
    nearest = min(
        sound, key=lambda f: (abs(f.wres_year - row.wres_year), f.wres_year), default=None
    )
    return NoBenchmark(
        label=comparator.label, wres_year=row.wres_year, reason=reason, nearest=nearest
    )


def without_own(figure: BenchmarkFigure, org_code: str) -> BenchmarkFigure | None:
    """Return a benchmark with an organisation left out of it, or None when too few are left.

    Only a median we worked out ourselves can leave one out: of a published total the rest is not
    known, so that one comes back as it is.
    """
    others = tuple(member for member in figure.members if member[0] != org_code)
    if len(others) == len(figure.members):
        return figure
    if len(others) < LEAST_ORGANISATIONS:
        return None
    return replace(
        figure,
        label=figure.label.replace("the median of ", "the median of the other "),
        value=median(value for _, value in others),
        organisations=len(others),
        members=others,
    )


def _nearness(figure: BenchmarkFigure, row: Result) -> tuple[bool, int, int]:
    edition = official_edition(figure.edition)
    is_same = edition is not None and edition == official_edition(row.edition)
    return (is_same, figure.organisations or 0, edition or 0)


def _same_measure(figure: BenchmarkFigure, row: Result) -> bool:
    return (
        figure.indicator == row.indicator
        and figure.ethnic_group is row.ethnic_group
        and figure.staff_group is row.staff_group
        and figure.band is row.band
        and figure.unit is row.unit
    )


def group_medians(
    rows: Iterable[Result], *, group_of: Mapping[str, BenchmarkGroup], source_id: str
) -> tuple[BenchmarkFigure, ...]:
    """Return the median over the organisations of each benchmarking group.

    One figure per group, year, indicator, ethnic group, staff group and band; ``value`` a
    proportion, 0 to 1. A median has no base and so no interval. Groups of fewer than
    three organisations get none. Editions are never mixed: each has a median of its own.

    Source:
        The staff survey's benchmark reports compare an organisation with the median of its
        benchmarking group (our reading; see the About page).
    """
    gathered: dict[tuple[BenchmarkGroup, Result], list[tuple[str, float]]] = {}
    for row in rows:
        group = group_of.get(row.org_code, BenchmarkGroup.NONE)
        value = with_value(row)
        if value is None or row.status is not Status.SHOWN or group is BenchmarkGroup.NONE:
            continue
        gathered.setdefault((group, _without_owner(row)), []).append((row.org_code, value))
    return tuple(
        _median_figure(group, example, members, source_id)
        for (group, example), members in gathered.items()
        if len(members) >= LEAST_ORGANISATIONS
    )


def _without_owner(row: Result) -> Result:
    year = official_edition(row.edition)
    return replace(
        row,
        org_code="",
        numerator=None,
        denominator=None,
        value=None,
        edition=row.edition if year is None else edition_of(year),
        source_id="",
    )


def _median_figure(
    group: BenchmarkGroup, example: Result, members: list[tuple[str, float]], source_id: str
) -> BenchmarkFigure:
    label = group.value if group is not BenchmarkGroup.ACUTE else "acute and combined"
    return BenchmarkFigure(
        kind=BenchmarkKind.GROUP,
        scope=group.value,
        label=f"the median of {label} trusts",
        wres_year=example.wres_year,
        indicator=example.indicator,
        ethnic_group=example.ethnic_group,
        staff_group=example.staff_group,
        band=example.band,
        unit=example.unit,
        calc_basis=example.calc_basis,
        value=median(value for _, value in members),
        organisations=len(members),
        edition=example.edition,
        source_id=source_id,
        members=tuple(members),
    )
