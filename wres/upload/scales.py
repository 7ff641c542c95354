"""Whether percentages are written 0 to 1 or 0 to 100: found per column, with the evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wres.indicators import SURVEY_INDICATORS
from wres.upload.cells import words_of
from wres.upload.mapping import Scale
from wres.upload.numbers import Quantity

# A percentage is weighted or rounded, and still within this factor of what its counts give.
_NEAR = 3.0
_DISCIPLINARY, _TRAINING = 3, 4
# No trust appoints, trains, or has had a survey result of, less than one in a hundred people;
# training alone may be recorded so poorly that it seems so.
_NEVER_BELOW_ONE = (2, _TRAINING, *SURVEY_INDICATORS)
# Per cent: fewer than 3 people in 10,000, or more than one in ten, enter the process at no trust.
_LOWEST_RATE, _HIGHEST_RATE = 0.03, 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One percentage of a column: its line, its cell, and what its counts say (0 to 1)."""

    line: int
    quantity: Quantity
    indicator: int | None
    from_counts: float | None = None

    @property
    def number(self) -> float:
        """The number as printed, 0 where there is none."""
        return self.quantity.number or 0.0


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


def beside_each_other(
    scales: Mapping[int, ColumnScale], samples: Mapping[int, Sequence[Sample]]
) -> dict[int, ColumnScale]:
    """Return the scales with columns of rates that could be either read as the columns beside them.

    Disciplinary rates such as 0.4% are real, and so are 0.004 in a file of proportions.
    """
    sure = {s.scale for s in scales.values() if s.is_sure and s.scale is not Scale.PERCENT_TEXT}
    if len(sure) != 1:
        return dict(scales)
    (scale,) = sure
    return {
        at: _read_as(found, scale) if _can_be(found, samples[at], scale) else found
        for at, found in scales.items()
    }


def _can_be(found: ColumnScale, samples: Sequence[Sample], scale: Scale) -> bool:
    numbers = [s.number for s in samples if s.number > 0]
    if found.is_sure or not numbers or not _are_rates(samples):
        return False
    if scale is Scale.ZERO_TO_ONE:
        return max(numbers) <= _HIGHEST_RATE / 100
    return min(numbers) >= _LOWEST_RATE


def _read_as(found: ColumnScale, scale: Scale) -> ColumnScale:
    evidence = "read as the columns beside it"
    return replace(found, scale=scale, evidence=evidence, is_sure=True, mixed_lines=())


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
    highest = max(s.number for s in plain)
    said = f"highest value {highest:g}"
    if highest > 1:
        return Scale.ZERO_TO_HUNDRED, f"{said}, so 0 to 100", True
    if all(s.number in (0, 1) for s in plain):
        return Scale.ZERO_TO_ONE, f"{said}, which could be 1% or 100%", False
    if _are_rates(plain):
        return _of_rates(highest, said)
    # None of these is ever below one per cent, so they can only be proportions.
    if any(s.indicator in _NEVER_BELOW_ONE for s in plain) or "%" not in words_of(header):
        return Scale.ZERO_TO_ONE, f"{said}, so 0 to 1", True
    return Scale.ZERO_TO_ONE, f"{said} under a heading with %, which could be either", False


def _are_rates(plain: Sequence[Sample]) -> bool:
    return all(s.indicator == _DISCIPLINARY for s in plain)


def _of_rates(highest: float, said: str) -> tuple[Scale, str, bool]:
    """The scale of disciplinary rates up to 1, which are real both as 0.6 and as 0.006."""
    if highest < _LOWEST_RATE:
        return Scale.ZERO_TO_ONE, f"{said}, so 0 to 1", True
    scale = Scale.ZERO_TO_HUNDRED if highest > _HIGHEST_RATE / 100 else Scale.ZERO_TO_ONE
    return scale, f"{said} for indicator 3, which could be either", False


def _from_counts(plain: Iterable[Sample]) -> Scale | None:
    votes = Counter(_told_by_counts(sample) for sample in plain)
    one, hundred = votes[Scale.ZERO_TO_ONE], votes[Scale.ZERO_TO_HUNDRED]
    if one == hundred:
        return None
    return Scale.ZERO_TO_ONE if one > hundred else Scale.ZERO_TO_HUNDRED


def _told_by_counts(sample: Sample) -> Scale | None:
    """The scale on which a percentage is near what its own counts give, or None for neither."""
    if not sample.from_counts or sample.number <= 0:
        return None
    over = sample.number / sample.from_counts
    if 1 / _NEAR < over < _NEAR:
        return Scale.ZERO_TO_ONE
    return Scale.ZERO_TO_HUNDRED if 100 / _NEAR < over < 100 * _NEAR else None


def _mixed_lines(
    plain: Sequence[Sample], signed: Sequence[Sample], *, scale: Scale
) -> tuple[int, ...]:
    if plain and signed:
        fewer = min(plain, signed, key=len)
        return tuple(sample.line for sample in fewer)
    return tuple(s.line for s in plain if s.number > 0 and _is_elsewhere(s, plain, scale))


def _is_elsewhere(sample: Sample, plain: Sequence[Sample], scale: Scale) -> bool:
    """Whether a percentage can hardly be on the scale of its column."""
    is_one = scale is Scale.ZERO_TO_ONE
    told = _told_by_counts(sample)
    if told is not None:
        return (told is Scale.ZERO_TO_ONE) != is_one
    if is_one:
        is_rate = sample.indicator == _DISCIPLINARY and not _are_rates(plain)
        return sample.number > (_HIGHEST_RATE / 100 if is_rate else 1.5)
    if sample.indicator == _DISCIPLINARY:
        return sample.number < _LOWEST_RATE
    if sample.indicator == _TRAINING:
        return sample.number < 1 and _fits_as_proportion(sample, plain)
    return sample.indicator in _NEVER_BELOW_ONE and sample.number < 1


def _fits_as_proportion(sample: Sample, plain: Sequence[Sample]) -> bool:
    """Whether, a hundred times as large, it would be among the others of its indicator."""
    others = [s.number for s in plain if s.indicator == sample.indicator and s.number >= 1]
    return not others or min(others) / 2 <= 100 * sample.number <= max(others) * 2
