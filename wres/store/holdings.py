"""Figures that are read one organisation at a time, when somebody asks for them.

A national store holds a million figures and a page shows those of one trust. They behave as any
other results; only a look at everything reads everything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from wres.results import Place, Result, ResultKey, Results

_NONE = Results()

OfOne = Callable[[str], Results]
OfYears = Callable[[Collection[int]], Iterable[Result]]


class Holdings(Results):
    """The figures of many organisations; each one's are read when they are asked for.

    ``of_one`` gives an organisation's figures; ``places``, ``of_years`` and ``wholes`` tell what
    the methods of these names do, and without them every organisation is read to tell. Without
    ``places`` each has a figure. What was read is kept by whoever gives it.
    """

    def __init__(
        self,
        codes: Iterable[str],
        of_one: OfOne,
        *,
        places: Callable[[], Mapping[str, frozenset[Place]]] | None = None,
        of_years: OfYears | None = None,
        wholes: Callable[[], Iterable[Result]] | None = None,
    ) -> None:
        super().__init__()
        self._codes = tuple(sorted(set(codes)))
        self._known = frozenset(self._codes)
        self._of_one = of_one
        self._places = places
        self._of_years = of_years
        self._wholes = wholes

    def __iter__(self) -> Iterator[Result]:
        for code in self._codes:
            yield from self._of_one(code).of(code)

    def __len__(self) -> int:
        return sum(len(self.of(code)) for code in self._codes)

    def _one(self, code: str) -> Results:
        return self._of_one(code) if code in self._known else _NONE

    def at(self, key: ResultKey) -> Result | None:
        """Return the row with a key that is put together already, or None."""
        return self._one(key[0]).at(key)

    def of(self, org_code: str) -> tuple[Result, ...]:
        """Return the rows of one organisation, in the order they came."""
        return self._one(org_code).of(org_code)

    def where(self, *, org_code: str | None = None, **wanted: object) -> tuple[Result, ...]:
        """Return the rows whose columns equal what is wanted, in the order they came."""
        codes = self._codes if org_code is None else (org_code,)
        return tuple(
            row for code in codes for row in self._one(code).where(org_code=code, **wanted)
        )

    def beside(self, wres_year: int, indicator: int) -> tuple[Result, ...]:
        """Return every organisation's rows of one year and indicator, in the order they came."""
        return self.where(wres_year=wres_year, indicator=indicator)

    def years(self, org_code: str, indicator: int | None = None) -> tuple[int, ...]:
        """Return the WRES years an organisation has figures for, earliest first."""
        return self._one(org_code).years(org_code, indicator)

    def organisations(self) -> tuple[str, ...]:
        """Return the codes of the organisations that have figures, in order."""
        if self._places is None:
            return self._codes
        return tuple(sorted(code for code, places in self._places().items() if places))

    def places(self) -> Mapping[str, frozenset[Place]]:
        """Return the WRES years and indicators each organisation has figures for."""
        if self._places is not None:
            return self._places()
        return {code: self._one(code).places().get(code, frozenset()) for code in self._codes}

    def of_years(self, years: Collection[int]) -> Iterable[Result]:
        """Return the rows of some WRES years, in the order they came."""
        return super().of_years(years) if self._of_years is None else self._of_years(years)

    def wholes(self) -> Iterable[Result]:
        """Return the rows of all staff and bands, and of the board, in the order they came."""
        return super().wholes() if self._wholes is None else self._wholes()

    def merged(self, newer: Iterable[Result]) -> Results:
        """Return these rows, all of them read, with the newer ones laid over them."""
        return Results((*self, *newer))


def laid_over(under: Results, over: Results) -> Holdings:
    """Return figures with others laid over them, each organisation's when they are asked for."""
    return Holdings(
        {*under.organisations(), *over.organisations()},
        lambda code: Results((*under.of(code), *over.of(code))),
        of_years=lambda years: Results((*under.of_years(years), *over.of_years(years))),
        wholes=lambda: Results((*under.wholes(), *over.wholes())),
    )
