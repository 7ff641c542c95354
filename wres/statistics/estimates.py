"""What the formulas take and give: counted cases, intervals, estimates and test results.

Everything that enters is checked here, once, so a formula may trust what it is handed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Real

from wres.errors import NotComputable

CONFIDENCE = 0.95
_PLAIN = (float, int)


def real_number(value: object, name: str) -> float:
    """Return the value as a float.

    Args:
        value: Any whole or decimal number, Python's or NumPy's.
        name: What the number is, for the message.

    Raises:
        NotComputable: If it is missing, not a number, yes/no, not finite, or absurdly large.
    """
    # True is an int in Python, but an answer is not a count. Plain numbers are told at once: asking
    # whether something is a Real takes longer than the formulas, and they ask thousands of times.
    if type(value) not in _PLAIN and (isinstance(value, bool) or not isinstance(value, Real)):
        raise NotComputable(f"The {name} must be a number, not {value!r}.")
    try:
        number = float(value)  # type: ignore[arg-type]
    except OverflowError:
        raise NotComputable(f"The {name} is too large to work with.") from None
    if not math.isfinite(number):
        raise NotComputable(f"The {name} must be a finite number, not {number}.")
    return number


def real_numbers(values: Sequence[object], name: str) -> tuple[float, ...]:
    """Return the values as floats, in order.

    Raises:
        NotComputable: If any of them is not a finite number.
    """
    return tuple(real_number(value, name) for value in values)


def proportion_of(value: object, name: str) -> float:
    """Return the value as a proportion, 0 to 1.

    Raises:
        NotComputable: If it is not a number from 0 to 1.
    """
    number = real_number(value, name)
    if not 0 <= number <= 1:
        raise NotComputable(f"The {name} must lie between 0 and 1, not {number:g}.")
    return number


def between_0_and_1(value: object, name: str) -> float:
    """Return the value as a proportion that is neither 0 nor 1.

    Raises:
        NotComputable: If it is not a number strictly between 0 and 1.
    """
    number = real_number(value, name)
    if not 0 < number < 1:
        raise NotComputable(f"The {name} must lie strictly between 0 and 1, not {number:g}.")
    return number


def positive(value: object, name: str) -> float:
    """Return the value as a number above zero.

    Raises:
        NotComputable: If it is not a number above zero.
    """
    number = real_number(value, name)
    if number <= 0:
        raise NotComputable(f"The {name} must be above zero, not {number:g}.")
    return number


def same_length(first: Sequence[object], second: Sequence[object], *, least: int) -> None:
    """Return nothing if both lists are as long as each other and long enough.

    Raises:
        NotComputable: If the lengths differ, or there are fewer than ``least`` entries.
    """
    if len(first) != len(second):
        raise NotComputable(f"The lists differ in length: {len(first)} and {len(second)} entries.")
    if len(first) < least:
        raise NotComputable(f"At least {least} entries are needed, and {len(first)} were given.")


@dataclass(frozen=True, slots=True)
class Cases:
    """How many people out of how many: ``x`` of ``n``.

    Args:
        x: People counted, from 0 to ``n``; may be a decimal when worked back from a percentage.
        n: People in the base, above zero; may be a decimal (an effective base).

    Raises:
        NotComputable: If ``n`` is not above zero, or ``x`` is outside 0 to ``n``.
    """

    x: float
    n: float

    def __post_init__(self) -> None:
        x, n = real_number(self.x, "count"), real_number(self.n, "base")
        if n <= 0:
            raise NotComputable(f"A rate needs at least one person in the base, not {n:g}.")
        if x < 0:
            raise NotComputable(f"A count cannot be below zero, as {x:g} is.")
        if x > n:
            raise NotComputable(f"A count of {x:g} cannot be part of a base of {n:g}.")
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "n", n)

    @property
    def rate(self) -> float:
        """The share counted, as a proportion, 0 to 1."""
        return self.x / self.n

    @property
    def smoothed_rate(self) -> float:
        """The rate, or (x + 2) / (n + 4) when it is 0% or 100%, so it has a standard error.

        Source:
            docs/method.md 1.7; Agresti and Caffo (2000), Am Stat 54:280-288.
        """
        return self.rate if 0 < self.x < self.n else (self.x + 2) / (self.n + 4)

    @property
    def variance(self) -> float:
        """p(1 - p) / n of the smoothed rate: never zero."""
        return self.smoothed_rate * (1 - self.smoothed_rate) / self.n


@dataclass(frozen=True, slots=True)
class Interval:
    """A likely range, from ``low`` to ``high``, in the unit of the figure it belongs to."""

    low: float
    high: float

    def contains(self, value: float) -> bool:
        """Return whether the value lies in the range; the ends count as inside."""
        return self.low <= value <= self.high

    @property
    def width(self) -> float:
        """How wide the range is; infinite when one end is."""
        return self.high - self.low

    def times(self, factor: float) -> Interval:
        """Return the range in another unit: both ends multiplied by a factor of zero or more."""
        return Interval(self.low * factor, self.high * factor)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its likely range, both in the same unit."""

    value: float
    interval: Interval

    @property
    def low(self) -> float:
        """The lower end of the likely range."""
        return self.interval.low

    @property
    def high(self) -> float:
        """The upper end of the likely range."""
        return self.interval.high

    def clear_of(self, reference: float) -> bool:
        """Return whether the likely range leaves out the reference value."""
        return not self.interval.contains(reference)

    def times(self, factor: float) -> Estimate:
        """Return the figure and its range in another unit (factor of zero or more)."""
        return Estimate(self.value * factor, self.interval.times(factor))


@dataclass(frozen=True, slots=True)
class ScoreTest:
    """A normal test: ``z``, its square ``chi2``, and the two-sided ``p_value`` (0 to 1)."""

    z: float
    p_value: float

    @property
    def chi2(self) -> float:
        """The square of ``z``: chi-squared on one degree of freedom."""
        return self.z * self.z


__all__ = [
    "CONFIDENCE",
    "Cases",
    "Estimate",
    "Interval",
    "ScoreTest",
    "between_0_and_1",
    "positive",
    "proportion_of",
    "real_number",
    "real_numbers",
    "same_length",
]
