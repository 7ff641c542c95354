"""Many trusts drawn: the strip with this one marked, and the funnel where bases are published."""

from __future__ import annotations

from wres.answers import Funnel, Peer, PeersAnswer
from wres.charts.drawing import Drawing
from wres.charts.funnel import FunnelPoint, Limits, funnel
from wres.charts.strip import StripRow, strip
from wres.charts.theme import GAP_CODE, Size
from wres.measures import Gap, Rate, percent
from wres.terms import EthnicGroup
from wres.words import SPOKEN, Labels, gap_text, rate_text

AXIS_TITLE = "per cent of staff; points for the gap"


def described_ahead() -> None:
    """Return nothing, once both charts are described for whoever draws one first."""
    strip((), axis_title=AXIS_TITLE)
    funnel((), own=None, group=EthnicGroup.BME, centre=0.0, limits=())


def strip_drawing(
    answer: PeersAnswer, labels: Labels = SPOKEN, *, size: Size = Size.SCREEN
) -> Drawing:
    """Return both groups and the gap over other trusts as ticks, with medians and this trust."""
    medians = (answer.bme_median, answer.white_median, answer.gap_median)
    owns, notes = _three(answer.mine), _notes(answer.mine.gap, labels)
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
                note=notes[i],
            )
            for i in range(len(codes))
        ),
        axis_title=AXIS_TITLE,
        size=size,
    )


def _three(peer: Peer) -> tuple[float | None, float | None, float | None]:
    return _shown(peer.bme), _shown(peer.white), peer.gap.value


def _shown(rate: Rate) -> float | None:
    return rate.value if rate.is_shown else None


def _notes(gap: Gap, labels: Labels) -> tuple[str, str, str]:
    """What stands in a row that has no mark of this trust: hidden, missing, or only a bound."""
    return rate_text(gap.bme), rate_text(gap.white), gap_text(gap, labels)


def _row(
    code: str,
    label: str,
    peers: list[float | None],
    *,
    median: float | None,
    own: float | None,
    note: str,
) -> StripRow:
    return StripRow(
        code=code,
        label=label,
        peers=tuple(percent(value) for value in peers if value is not None),
        median=percent(median) if median is not None else None,
        median_label="Median",
        own=percent(own) if own is not None else None,
        own_label="This trust",
        note="" if own is not None else f"This trust: {note[0].lower()}{note[1:]}",
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
