"""Many checks on one page: which survive when some are bound to light up by chance."""

from __future__ import annotations

from collections.abc import Sequence

from wres.statistics.estimates import proportion_of


def benjamini_hochberg(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return the adjusted p-values (0 to 1), in the order given; none is lower than before.

    Args:
        p_values: The p-values of all checks on the page, each 0 to 1.

    Raises:
        NotComputable: If one is not a number from 0 to 1.

    Source:
        Benjamini and Hochberg (1995), J R Stat Soc B 57:289-300.
    """
    given = [proportion_of(value, "p-value") for value in p_values]
    checks = len(given)
    adjusted = [1.0] * checks
    smallest = 1.0
    order = sorted(range(checks), key=lambda place: given[place])
    for rank, place in zip(range(checks, 0, -1), reversed(order), strict=True):
        # Rounding in checks / rank must not take a p-value below itself.
        smallest = min(smallest, max(given[place], given[place] * checks / rank))
        adjusted[place] = smallest
    return tuple(adjusted)
