"""Whether percentages are written 0 to 1 or 0 to 100: found per column, with the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wres.upload.cells import words_of
from wres.upload.mapping import Scale
from wres.upload.numbers import Quantity

# Printed percentages are rounded; a count and its percentage agree within this many points.
_AGREE_POINTS = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One percentage of a column: its line, its cell, and what its counts say (0 to 1)."""

    line: int
    quantity: Quantity
    is_survey: bool
    from_counts: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnScale:
    """How one column writes percentages, why we think so, and whether that is sure.

    ``is_fixed`` says the layout of the file leaves no other way.
    """

    header: str
    position: int
    scale: Scale
    evidence: str
    is_sure: bool = True
    is_fixed: bool = False
    mixed_lines: tuple[int, ...] = ()

    def proportion(self, quantity: Quantity) -> float | None:
        """Return a cell of this column as a proportion, 0 to 1, or None if it is no number."""
        if quantity.number is None:
            return None
        if quantity.has_percent_sign or self.scale is not Scale.ZERO_TO_ONE:
            return round(quantity.number / 100, 12)
        return quantity.number


def column_scale(
    header: str, position: int, *, samples: Sequence[Sample], chosen: Scale
) -> ColumnScale:
    """Return how a column writes percentages: as a person chose, or as its values show."""
    plain = [s for s in samples if s.quantity.number is not None and not _signed(s)]
    signed = [s for s in samples if _signed(s)]
    found = _from_values(header, plain) if plain else _without_plain(signed)
    scale, evidence, sure = found if chosen is Scale.AUTO else (chosen, "chosen by you", True)
    return ColumnScale(
        header=header,
        position=position,
        scale=scale,
        evidence=evidence,
        is_sure=sure,
        mixed_lines=_mixed_lines(plain, signed, scale=scale),
    )


def fixed_scale(scale: ColumnScale) -> ColumnScale:
    """Return the scale of a column whose layout says how percentages are written."""
    return replace(scale, evidence="the layout of this file fixes it", is_fixed=scale.is_sure)


def _signed(sample: Sample) -> bool:
    return sample.quantity.has_percent_sign and sample.quantity.number is not None


def _without_plain(signed: Sequence[Sample]) -> tuple[Scale, str, bool]:
    if signed:
        return Scale.PERCENT_TEXT, f"written with %, like “{signed[0].quantity.text}”", True
    return Scale.ZERO_TO_ONE, "the column holds no percentages", True


def _from_values(header: str, plain: Sequence[Sample]) -> tuple[Scale, str, bool]:
    by_counts = _from_counts(plain)
    if by_counts:
        return by_counts, "the percentages agree with their counts", True
    numbers = [s.quantity.number or 0.0 for s in plain]
    highest = max(numbers)
    said = f"highest value {highest:g}"
    if highest > 1:
        return Scale.ZERO_TO_HUNDRED, f"{said}, so 0 to 100", True
    if all(number in (0, 1) for number in numbers):
        return Scale.ZERO_TO_ONE, f"{said}, which could be 1% or 100%", False
    # No trust has had a survey result below one per cent, so these can only be proportions.
    if any(s.is_survey for s in plain) or "%" not in words_of(header):
        return Scale.ZERO_TO_ONE, f"{said}, so 0 to 1", True
    return Scale.ZERO_TO_ONE, f"{said} under a heading with %, which could be either", False


def _from_counts(plain: Iterable[Sample]) -> Scale | None:
    votes = {Scale.ZERO_TO_ONE: 0, Scale.ZERO_TO_HUNDRED: 0}
    for sample in plain:
        if sample.from_counts is None or not sample.quantity.number:
            continue
        for scale, factor in ((Scale.ZERO_TO_ONE, 100.0), (Scale.ZERO_TO_HUNDRED, 1.0)):
            away = abs(sample.quantity.number * factor - sample.from_counts * 100)
            votes[scale] += away < _AGREE_POINTS
    one, hundred = votes[Scale.ZERO_TO_ONE], votes[Scale.ZERO_TO_HUNDRED]
    if one == hundred:
        return None
    return Scale.ZERO_TO_ONE if one > hundred else Scale.ZERO_TO_HUNDRED


def _mixed_lines(
    plain: Sequence[Sample], signed: Sequence[Sample], *, scale: Scale
) -> tuple[int, ...]:
    if plain and signed:
        fewer = min(plain, signed, key=len)
        return tuple(sample.line for sample in fewer)
    if scale is Scale.ZERO_TO_ONE:
        return tuple(s.line for s in plain if (s.quantity.number or 0) > 1.5)
    return tuple(s.line for s in plain if s.is_survey and 0 < (s.quantity.number or 0) < 1)
