"""Compared with whom: the figures of many organisations, and every published figure by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from statistics import median

from wres.answers.evidence import Evidence, View
from wres.answers.gaps_beside import gaps_beside
from wres.benchmarks import LEAST_ORGANISATIONS, BenchmarkFigure
from wres.comparisons import Position, gap_position_among, position_among
from wres.indicators import Indicator, indicator
from wres.measures import Gap, Rate
from wres.organisations import Organisation
from wres.publication import extent_of
from wres.results import official_edition
from wres.terms import BenchmarkGroup, EthnicGroup


class Pool(Enum):
    """Whose figures stand side by side."""

    GROUP = "group"
    PEERS = "peers"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """One organisation in a distribution: both groups' rates and the gap between them."""

    organisation: Organisation
    gap: Gap
    is_own: bool = False

    @property
    def bme(self) -> Rate:
        """The BME rate."""
        return self.gap.bme

    @property
    def white(self) -> Rate:
        """The White rate."""
        return self.gap.white


@dataclass(frozen=True, slots=True, kw_only=True)
class PeersAnswer:
    """One survey indicator over many organisations of one year and edition, own one apart.

    ``peers`` are the others, by name. The medians leave the own organisation out; they are None
    over fewer than three others. ``others_edition`` counts those left out as of another edition.
    ``years`` are those in which any of the others has a figure. ``mine`` is the own organisation
    with whatever is shown of it, ``own`` the same where there is a gap to place.
    """

    measured: Indicator
    wres_year: int
    pool: Pool
    group: BenchmarkGroup
    made_up: bool
    group_label: str
    region: str
    edition: str
    peers: tuple[Peer, ...]
    mine: Peer
    own: Peer | None
    others_edition: int
    years: tuple[int, ...]
    bme_median: float | None
    white_median: float | None
    gap_median: float | None
    bme_position: Position | None
    white_position: Position | None
    gap_position: Position | None


def peers(
    evidence: Evidence, view: View, *, pool: Pool = Pool.GROUP, chosen: tuple[str, ...] = ()
) -> PeersAnswer:
    """Return the BME and White rates and gaps of a pool of trusts in the chosen year.

    Only figures that are shown take part, so nothing hidden can be read off a median. A made-up
    trust stands only among made-up ones. Figures of one edition only: the own figure's, or the
    one most of the others have.
    """
    # Only a set of one's own depends on the choice; the rest is found once, whatever is chosen.
    return evidence.answer(_among, view, pool, chosen if pool is Pool.PEERS else ())


def _among(evidence: Evidence, view: View, pool: Pool, chosen: tuple[str, ...]) -> PeersAnswer:
    own = evidence.organisations.get(view.org_code)
    gaps = gaps_beside(evidence.beside(extent_of(view.indicator), view.wres_year), view)
    mine = Peer(organisation=own, gap=gaps.of(view.org_code), is_own=True)
    codes = chosen if pool is Pool.PEERS else _pool_codes(evidence, own, pool)
    everyone = evidence.answer(_Shown, codes, view.wres_year, view.indicator)
    shown = [one for one in everyone.peers if one.organisation.code != view.org_code]
    edition = _edition_of_most(shown, mine)
    alike = [one for one in shown if _issue(one) == edition]
    others = sorted(alike, key=lambda one: one.organisation.name)
    return PeersAnswer(
        measured=indicator(view.indicator),
        wres_year=view.wres_year,
        pool=pool,
        group=own.benchmark_group,
        made_up=own.made_up,
        group_label=own.group_label or own.benchmark_group.value,
        region=own.region,
        edition=others[0].bme.edition if others else "",
        peers=tuple(others),
        mine=mine,
        own=mine if mine.gap.value is not None else None,
        others_edition=len(shown) - len(others),
        years=everyone.years.without(view.org_code),
        bme_median=_median(one.bme.value for one in others),
        white_median=_median(one.white.value for one in others),
        gap_median=_median(one.gap.value for one in others),
        bme_position=position_among(mine.bme, [one.bme for one in others]),
        white_position=position_among(mine.white, [one.white for one in others]),
        gap_position=gap_position_among(mine.gap, [one.gap for one in others]),
    )


def _pool_codes(evidence: Evidence, own: Organisation, pool: Pool) -> tuple[str, ...]:
    group = own.benchmark_group
    # Organisations outside every group have nothing in common but that.
    if group is BenchmarkGroup.NONE or (pool is Pool.REGION and not own.region):
        return ()
    return tuple(
        one.code
        for one in evidence.with_figures()
        if one.benchmark_group is group and (pool is Pool.GROUP or one.region == own.region)
    )


class _Shown:
    """What is shown of many organisations side by side, found once, whoever is set among them."""

    def __init__(
        self, evidence: Evidence, codes: tuple[str, ...], wres_year: int, number: int
    ) -> None:
        view = View(wres_year=wres_year, indicator=number)
        gaps = gaps_beside(evidence.beside(extent_of(number), wres_year), view)
        known = evidence.organisations
        found = [
            Peer(organisation=known.get(code), gap=gaps.of(code))
            for code in codes
            if gaps.may_have(code)
        ]
        self.peers = tuple(one for one in found if one.gap.value is not None)
        self.years = evidence.answer(_Years, codes, number)


class _Years:
    """In which years many organisations have a figure of an indicator, and how many have one."""

    def __init__(self, evidence: Evidence, codes: tuple[str, ...], number: int) -> None:
        has = evidence.indicators
        self._of_each = {
            code: {year for year in evidence.years(code) if number in has(code, year)}
            for code in codes
        }
        self._how_many = Counter(year for years in self._of_each.values() for year in years)

    def without(self, code: str) -> tuple[int, ...]:
        """Return the years in which any organisation but this one has a figure."""
        own = self._of_each.get(code, ())
        return tuple(sorted(year for year, n in self._how_many.items() if n > (year in own)))


def _issue(peer: Peer) -> tuple[int | None, object]:
    """What must be alike to stand on one axis: the edition and the way it was counted."""
    return official_edition(peer.bme.edition), peer.bme.calc_basis


def _edition_of_most(shown: list[Peer], mine: Peer) -> tuple[int | None, object]:
    counted = Counter(_issue(one) for one in shown)
    if not counted or counted[_issue(mine)] >= LEAST_ORGANISATIONS:
        return _issue(mine)
    return counted.most_common(1)[0][0]


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if len(known) >= LEAST_ORGANISATIONS else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkList:
    """Every published figure of an indicator an organisation can be set beside, by year."""

    measured: Indicator
    figures: tuple[BenchmarkFigure, ...]


def benchmark_list(evidence: Evidence, view: View) -> BenchmarkList:
    """Return the figures of every comparator and year for both groups, doubtful ones included."""
    places = {(c.kind, c.scope) for c in evidence.comparators(view.org_code)}
    wanted = (EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.ALL)
    found = [
        figure
        for figure in evidence.benchmarks
        if (figure.kind, figure.scope) in places
        and figure.indicator == view.indicator
        and figure.ethnic_group in wanted
    ]
    order = sorted(found, key=lambda f: (-f.wres_year, f.label, f.ethnic_group.value))
    return BenchmarkList(measured=indicator(view.indicator), figures=tuple(order))
