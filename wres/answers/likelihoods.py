"""The relative likelihoods of many organisations, each one's worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from wres.measures import Likelihood
from wres.publication import Publication


class Likelihoods(Mapping[str, tuple[Likelihood, ...]]):
    """The relative likelihoods of each organisation, worked out with its other figures."""

    def __init__(self, codes: tuple[str, ...], of_one: Callable[[str], Publication]) -> None:
        self._codes, self._of_one = codes, of_one
        self._known = frozenset(codes)

    def __getitem__(self, code: str) -> tuple[Likelihood, ...]:
        if code not in self._known:
            raise KeyError(code)
        return self._of_one(code).likelihoods_of(code)

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)
