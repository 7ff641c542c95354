"""New years to compare with, from uploaded official results: medians of groups, and England.

Made as the shipped ones are, from published figures only, and never across editions: each issue of
the staff survey weights earlier years again. A trust's own file takes no part, nor does anything
made-up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wres.benchmarks import BenchmarkFigure, BenchmarkKind, group_medians
from wres.indicators import SURVEY_INDICATORS
from wres.library.shipped import Shipped
from wres.organisations import ENGLAND, Organisations
from wres.results import Result, Results, edition_of, official_edition
from wres.terms import Band, BenchmarkGroup, EthnicGroup, StaffGroup, Status, Unit

_COMPARED = (EthnicGroup.ALL, EthnicGroup.BME, EthnicGroup.WHITE)
MEDIANS_FROM_UPLOADS = "medians_uploaded"

# What a benchmark is of, its edition included.
_Measure = tuple[object, ...]


def benchmarks_from(
    published: Results, uploaded: Iterable[Result], *, shipped: Shipped
) -> tuple[BenchmarkFigure, ...]:
    """Return the medians and the England figures of the editions, years and groups uploaded.

    Proportions, 0 to 1. ``published`` are all rows that may be shown: a hidden figure must not be
    read off a median. A median over fewer trusts than a shipped one of the same edition is left
    out.
    """
    groups = _groups(shipped.organisations)
    given = [row for row in uploaded if _is_official(row)]
    if not given:
        return ()
    issued = {_issue(row, groups) for row in given}
    rows = [row for row in published if _is_official(row) and _issue(row, groups) in issued]
    medians = group_medians(rows, group_of=groups, source_id=MEDIANS_FROM_UPLOADS)
    known = {_measure(figure): figure.organisations or 0 for figure in shipped.benchmarks}
    return (
        *(
            _labelled(one)
            for one in medians
            if (one.organisations or 0) >= known.get(_measure(one), 0)
        ),
        *_of_england(rows),
    )


def _is_official(row: Result) -> bool:
    """Whether a row is a weighted percentage of a whole group, as the survey publishes it."""
    return (
        official_edition(row.edition) is not None
        and row.indicator in SURVEY_INDICATORS
        and row.unit is Unit.PROPORTION
        and row.numerator is None
        and (row.band, row.staff_group) == (Band.ALL, StaffGroup.ALL)
    )


def _issue(row: Result, groups: dict[str, BenchmarkGroup]) -> tuple[object, ...]:
    """What an uploaded row can change a median of; other medians stay as they were shipped."""
    group = groups.get(row.org_code)
    return official_edition(row.edition), row.wres_year, row.indicator, row.ethnic_group, group


def _groups(organisations: Organisations) -> dict[str, BenchmarkGroup]:
    real = (one for one in organisations if one.is_trust and not one.made_up)
    return {one.code: one.benchmark_group for one in real}


def _measure(figure: BenchmarkFigure) -> _Measure:
    return (
        figure.kind,
        figure.scope,
        figure.wres_year,
        figure.indicator,
        figure.ethnic_group,
        official_edition(figure.edition),
    )


def _labelled(figure: BenchmarkFigure) -> BenchmarkFigure:
    edition = figure.edition
    return replace(
        figure,
        label=f"{figure.label}, edition {edition}",
        note=f"Median over {figure.organisations} trusts, edition {edition} of the staff survey.",
        source_title=f"Medians worked out by this program from uploaded results, edition {edition}",
    )


def _of_england(rows: Iterable[Result]) -> tuple[BenchmarkFigure, ...]:
    found = (row for row in rows if row.org_code == ENGLAND and row.status is Status.SHOWN)
    return tuple(
        _national(row, row.value)
        for row in found
        if row.ethnic_group in _COMPARED and row.value is not None
    )


def _national(row: Result, value: float) -> BenchmarkFigure:
    edition = edition_of(official_edition(row.edition) or row.survey_year)
    return BenchmarkFigure(
        kind=BenchmarkKind.NATIONAL,
        scope="England",
        label=f"England, edition {edition}",
        wres_year=row.wres_year,
        indicator=row.indicator,
        ethnic_group=row.ethnic_group,
        value=value,
        calc_basis=row.calc_basis,
        base=row.denominator,
        note=f"Weighted figure of England, edition {edition} of the staff survey.",
        edition=edition,
        source_id=row.source_id,
        source_title=f"National results of the staff survey, edition {edition}, uploaded here",
    )
