"""Who the figures are about: organisations by ODS code, with their type, region and successors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wres.errors import UnknownTerm
from wres.terms import BenchmarkGroup

PRACTICE_TRUST = "ZZP"
# England as a whole, for its official published figures; no ODS code looks like this.
ENGLAND = "ENG"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation, as the national organisation lists know it."""

    code: str
    name: str
    other_names: tuple[str, ...] = ()
    benchmark_group: BenchmarkGroup = BenchmarkGroup.NONE
    group_label: str = ""
    region: str = ""
    status: str = "open"
    closed: str = ""
    merged_into: tuple[str, ...] = ()
    is_trust: bool = True
    made_up: bool = False
    source: str = ""


class Organisations:
    """An unchanging set of organisations, found by code or by name."""

    def __init__(self, known: Iterable[Organisation] = ()) -> None:
        self._by_code = {org.code: org for org in known}
        self._by_name: dict[str, list[str]] = {}
        for org in self._by_code.values():
            for name in (org.name, *org.other_names):
                self._by_name.setdefault(name_key(name), []).append(org.code)

    def __iter__(self) -> Iterator[Organisation]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def get(self, code: str) -> Organisation:
        """Return the organisation with this ODS code.

        Raises:
            UnknownTerm: If the list has no such code.
        """
        if code not in self._by_code:
            raise UnknownTerm("organisation code", code)
        return self._by_code[code]

    def named(self, name: str) -> Organisation | None:
        """Return the organisation with this name in any spelling of case and punctuation.

        None when no organisation has it, or when more than one has: a name is never guessed.
        """
        codes = sorted(set(self._by_name.get(name_key(name), ())))
        return self._by_code[codes[0]] if len(codes) == 1 else None

    def successors(self, code: str) -> tuple[Organisation, ...]:
        """Return the organisations this one was merged into, if any are known."""
        known = self._by_code.get(code)
        if known is None:
            return ()
        return tuple(self._by_code[c] for c in known.merged_into if c in self._by_code)


def name_key(name: str) -> str:
    """Return a name with case, punctuation and the words every trust shares taken out."""
    letters = "".join(c if c.isalnum() else " " for c in name.casefold())
    return " ".join(word for word in letters.split() if word not in {"the", "and"})
