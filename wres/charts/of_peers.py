"""Many trusts drawn: the strip with this one marked, and the funnel where bases are published."""

from __future__ import annotations

from wres.answers import Funnel, Peer, PeersAnswer
from wres.charts.drawing import Drawing
from wres.charts.funnel import FunnelPoint, Limits, funnel
from wres.charts.strip import StripRow, strip
from wres.charts.theme import GAP_CODE
from wres.measures import Rate, percent
from wres.terms import EthnicGroup
from wres.words import WRES_TERMS, Labels

NO_FIGURE = "No figure for this trust"


def strip_drawing(answer: PeersAnswer, labels: Labels = WRES_TERMS) -> Drawing:
    """Return both groups and the gap over other trusts as ticks, with medians and this trust."""
    medians = (answer.bme_median, answer.white_median, answer.gap_median)
    owns = _three(answer.own) if answer.own else (None, None, None)
    everyone = [_three(peer) for peer in answer.peers]
    codes = (EthnicGroup.BME.value, EthnicGroup.WHITE.value, GAP_CODE)
    names = (labels.bme, labels.white, "Gap (points)")
    return strip(
        tuple(
            _row(
                codes[i],
                names[i],
                [peer[i] for peer in everyone],
                median=medians[i],
                own=owns[i],
            )
            for i in range(len(codes))
        ),
        axis_title="per cent of staff; points for the gap",
    )


def _three(peer: Peer) -> tuple[float | None, float | None, float | None]:
    return peer.bme.value, peer.white.value, peer.gap.value


def _row(
    code: str,
    label: str,
    peers: list[float | None],
    *,
    median: float | None,
    own: float | None,
) -> StripRow:
    return StripRow(
        code=code,
        label=label,
        peers=tuple(percent(value) for value in peers if value is not None),
        median=percent(median) if median is not None else None,
        median_label="Median",
        own=percent(own) if own is not None else None,
        own_label="This trust",
        note="" if own is not None else NO_FIGURE,
    )


def funnel_drawing(found: Funnel) -> Drawing:
    """Return the others and this trust by number of responses, between the limits."""
    return funnel(
        tuple(_point(rate) for rate in found.points),
        own=_point(found.own) if found.own else None,
        group=found.group,
        centre=percent(found.centre),
        limits=tuple(
            Limits(
                base=base,
                warning=(percent(one.warning.low), percent(one.warning.high)),
                action=(percent(one.action.low), percent(one.action.high)),
            )
            for base, one in found.curve
        ),
    )


def _point(rate: Rate) -> FunnelPoint:
    return FunnelPoint(base=rate.base or 0, percent=percent(rate.value or 0.0))
