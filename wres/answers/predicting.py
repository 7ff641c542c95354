"""What came of an organisation's predictions, by what is published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from wres.answers.evidence import Evidence
from wres.answers.measured import (
    Cell,
    benchmark_for,
    gap_at,
    likelihood_series,
    rate_at,
    representation_at,
    row_at,
    senior_cell,
)
from wres.benchmarks import BenchmarkFigure, BenchmarkKind
from wres.comparisons import break_reason
from wres.indicators import indicator
from wres.measures import Gap, Rate
from wres.predictions import (
    Aim,
    Outcome,
    Prediction,
    Reading,
    Reason,
    Verdict,
    from_body,
    judge,
)
from wres.store import Known, Place, Record
from wres.terms import EthnicGroup, Status

_GROUP = {Aim.WHITE: EthnicGroup.WHITE}
NOWHERE: Mapping[Place, Known] = {}
EvidenceAt = Callable[[int], Evidence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A prediction's verdict now, and the first one where corrected figures turned it.

    ``first_version`` is the version of the figures that brought the result.
    """

    verdict: Verdict
    first: Verdict | None = None
    first_version: int = 0

    @property
    def has_turned(self) -> bool:
        """Whether the verdict is another than when the result came."""
        return self.first is not None and _said(self.first) != _said(self.verdict)


def _said(verdict: Verdict) -> tuple[object, ...]:
    return (verdict.outcome, verdict.reason, verdict.reach)


def reading_at(
    evidence: Evidence, one: Prediction, wres_year: int, *, kind: BenchmarkKind | None = None
) -> Reading:
    """Return what is published of a prediction's figure in a year, with the benchmark beside it."""
    cell = _cell(one)
    bare = Reading(wres_year=wres_year, status=Status.MISSING)
    measured = indicator(one.indicator)
    if measured.is_likelihood:
        of_year = [s for s in likelihood_series(evidence, cell) if s.wres_year == wres_year]
        if not of_year:
            return bare
        beside = _benchmarks(evidence, (cell,), wres_year, kind)
        return replace(bare, figure=of_year[0], status=of_year[0].status, beside=beside)
    if not measured.is_survey:
        found = representation_at(evidence, cell, wres_year)
        status = row_at(evidence, senior_cell(cell), wres_year).status
        return replace(bare, figure=found, status=Status.SHOWN if found else status)
    white = replace(cell, group=EthnicGroup.WHITE)
    if one.aim is Aim.GAP:
        gap = gap_at(evidence, cell, wres_year)
        beside = _benchmarks(evidence, (cell, white), wres_year, kind)
        return replace(bare, figure=gap, status=_status_of(gap), beside=beside)
    rate = rate_at(evidence, cell, wres_year)
    beside = _benchmarks(evidence, (cell,), wres_year, kind)
    return replace(bare, figure=rate, status=rate.status, beside=beside)


def _cell(one: Prediction) -> Cell:
    group = _GROUP.get(one.aim, EthnicGroup.BME)
    return Cell(org_code=one.org_code, indicator=one.indicator, group=group)


def _status_of(gap: Gap) -> Status:
    unseen = [rate.status for rate in (gap.bme, gap.white) if not rate.is_shown]
    return unseen[0] if unseen else Status.SHOWN


def _benchmarks(
    evidence: Evidence, cells: tuple[Cell, ...], wres_year: int, kind: BenchmarkKind | None
) -> tuple[BenchmarkFigure, ...]:
    found = [benchmark_for(evidence, cell, wres_year, kind=kind) for cell in cells]
    return tuple(one for one in found if isinstance(one, BenchmarkFigure))


def verdict_of(evidence: Evidence, one: Prediction, *, known: Known | None = None) -> Verdict:
    """Return what came of a prediction, by the usual benchmark that both years have.

    ``known`` is since when the result was here: a prediction locked after that decides nothing.
    """
    before, now = _both(evidence, one)
    if not _has_arrived(evidence, one):
        return Verdict(prediction=one, outcome=Outcome.WAITING, before=before, now=now)
    late = known is not None and one.locked_at is not None and known.first_at <= one.locked_at
    if late:
        return Verdict(
            prediction=one,
            outcome=Outcome.CANNOT_TELL,
            before=before,
            now=now,
            reason=Reason.LOCKED_LATE,
        )
    return judge(one, before, now, cut=_cut(before, now))


def _both(evidence: Evidence, one: Prediction) -> tuple[Reading, Reading]:
    """Both years beside one comparator: the usual one, or the first that has both."""
    years = (one.base_year, one.result_year)
    pairs = [
        (
            reading_at(evidence, one, years[0], kind=c.kind),
            reading_at(evidence, one, years[1], kind=c.kind),
        )
        for c in evidence.comparators(one.org_code)
    ]
    needed = 2 if one.aim is Aim.GAP else 1
    for before, now in pairs:
        if len(before.beside) == len(now.beside) == needed:
            return before, now
    bare = (reading_at(evidence, one, year) for year in years)
    before, now = (replace(reading, beside=()) for reading in bare)
    return before, now


def _has_arrived(evidence: Evidence, one: Prediction) -> bool:
    """Whether the result's year is here, or a later one that shows it was passed over."""
    return any(year >= one.result_year for year in years_of(evidence, one))


def years_of(evidence: Evidence, one: Prediction) -> tuple[int, ...]:
    """Return the WRES years an organisation has figures of a prediction's indicator for."""
    cell = _cell(one)
    found = {series.wres_year for series in likelihood_series(evidence, cell)}
    return tuple(sorted(found | set(evidence.rows.years(one.org_code, one.indicator))))


def predicted_from(evidence: Evidence, one: Prediction) -> int:
    """Return the latest WRES year with figures that a prediction can start from, 0 for none."""
    return max(years_of(evidence, one), default=0)


def _cut(before: Reading, now: Reading) -> str:
    """Why two years of a survey figure are not compared, or an empty text."""
    pairs = [
        pair
        for pair in zip(_rates(before), _rates(now), strict=False)
        if all(rate.is_shown for rate in pair)
    ]
    return next((why for pair in pairs if (why := break_reason(pair))), "")


def _rates(reading: Reading) -> tuple[Rate, ...]:
    figure = reading.figure
    if isinstance(figure, Gap):
        return figure.bme, figure.white
    return (figure,) if isinstance(figure, Rate) else ()


def followed(
    evidence: Evidence,
    predictions: Iterable[Prediction],
    *,
    known: Mapping[Place, Known] = NOWHERE,
    earlier: EvidenceAt | None = None,
) -> tuple[Followed, ...]:
    """Return the verdict on each prediction, beside the first one where it turned since.

    ``known`` says since when each result is here, ``earlier`` gives the evidence at a version.
    """
    return tuple(_followed(evidence, one, known, earlier) for one in predictions)


def _followed(
    evidence: Evidence,
    one: Prediction,
    known: Mapping[Place, Known],
    earlier: EvidenceAt | None,
) -> Followed:
    held = known.get((one.result_year, one.indicator))
    found = Followed(verdict=verdict_of(evidence, one, known=held))
    if held is None or not held.first_version or earlier is None:
        return found
    if held.first_version >= evidence.version:
        return found
    first = verdict_of(earlier(held.first_version), one, known=held)
    return replace(found, first=first, first_version=held.first_version)


def predictions_in(records: Iterable[Record]) -> tuple[Prediction, ...]:
    """Return the predictions that records hold, in the order they were locked.

    Raises:
        PredictionRefused: If one cannot be read.
    """
    return tuple(
        from_body(
            one.body,
            org_code=one.org_code,
            record_id=one.record_id,
            locked_by=one.made_by,
            locked_at=one.made_at,
        )
        for one in records
    )
