"""What the address asks for, settled against what there is: a view, and a sentence per refusal.

Nothing here draws. Every value is looked up in the closed list of what can be shown; one that is
not there is answered with the usual choice and a reason, never dropped without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from wres.answers.evidence import FIRST_ORGANISATION, Evidence, View
from wres.answers.measured import Cell, row_at
from wres.benchmarks import BenchmarkKind
from wres.errors import NotComputable
from wres.indicators import INDICATORS, SURVEY_INDICATORS
from wres.terms import (
    FIRST_WRES_YEAR,
    LAST_WRES_YEAR,
    Band,
    EthnicGroup,
    StaffGroup,
    Status,
    survey_year_of,
)
from wres.text import echo, plain
from wres.words import labels

# The code of "no comparison chosen": the usual one, or the next there is a figure for.
USUAL_COMPARISON = "usual"
NOUNS = {
    "org": "organisation",
    "year": "year",
    "indicator": "indicator",
    "staff": "staff group",
    "band": "pay band",
    "group": "ethnic group",
    "benchmark": "comparison",
}
# The usual choice where it can be shown; where it cannot, the first option.
USUAL: Mapping[str, str] = {
    "org": FIRST_ORGANISATION,
    "indicator": str(View().indicator),
    "staff": StaffGroup.ALL.value,
    "band": Band.ALL.value,
    "group": EthnicGroup.BME.value,
    "benchmark": USUAL_COMPARISON,
}

WRES_YEARS = frozenset(str(year) for year in range(FIRST_WRES_YEAR, LAST_WRES_YEAR + 1))

_WORDS: Mapping[str, Callable[[str], str]] = {
    "indicator": lambda code: labels.indicator_label(int(code)),
    "staff": lambda code: labels.staff_group_label(StaffGroup(code)),
    "band": lambda code: labels.band_label(Band(code)),
    "group": lambda code: labels.group_label(EthnicGroup(code)),
}

Term = TypeVar("Term", bound=Enum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Something asked for and not shown: which name, the sentence, whether it was a word at all."""

    name: str
    sentence: str
    understood: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The view that is shown, the options of each filter by code, and what was refused."""

    view: View
    options: Mapping[str, tuple[str, ...]]
    refusals: tuple[Refusal, ...]


def settle(evidence: Evidence, choice: Mapping[str, str]) -> Settled:
    """Return the view a choice of codes leads to, and why where it is not the one asked for.

    Raises:
        NotComputable: If there is nothing to show for any organisation.
    """
    look = _Look(evidence, choice)
    org = look.up_organisation()
    year = look.up_year(org)
    number = look.up_indicator()
    cell = (org, year, number)
    view = View(
        org_code=org,
        wres_year=year,
        indicator=number,
        staff_group=look.up_term("staff", StaffGroup, evidence.staff_groups, cell=cell),
        band=look.up_term("band", Band, evidence.bands, cell=cell),
        ethnic_group=look.up_term("group", EthnicGroup, evidence.groups, cell=cell),
        comparator=look.up_comparator(org),
    )
    return Settled(view=view, options=look.options, refusals=tuple(look.refusals))


class _Options(Mapping[str, tuple[str, ...]]):
    """The options of each filter, some looked up only where a page draws that filter."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[str, ...]] = {}
        self._later: dict[str, Callable[[], tuple[str, ...]]] = {}

    def offer(self, name: str, codes: tuple[str, ...]) -> None:
        self._found[name] = codes

    def offer_later(self, name: str, find: Callable[[], tuple[str, ...]]) -> None:
        self._later[name] = find

    def __getitem__(self, name: str) -> tuple[str, ...]:
        if name not in self._found:
            self._found[name] = self._later[name]()
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._found, *self._later)))

    def __len__(self) -> int:
        return len({*self._found, *self._later})


class _Look:
    """Looks one name after the other up, and gathers the options and the refusals."""

    def __init__(self, evidence: Evidence, choice: Mapping[str, str]) -> None:
        self.evidence, self.choice = evidence, choice
        self.options = _Options()
        self.refusals: list[Refusal] = []

    def up_organisation(self) -> str:
        shown = tuple(org.code for org in self.evidence.with_figures())
        if not shown:
            raise NotComputable("There are no figures to show yet; upload a file to begin.")
        asked = self.choice.get("org", "").strip().upper()
        known = asked in self.evidence.organisations
        joined = self.evidence.organisations.successors(asked)
        usual = next((org.code for org in joined if org.code in shown), "")
        why = "has no figures here yet" if known else "is not an organisation this program knows"
        return self._take("org", shown, asked=asked, usual=usual, why=why, understood=known)

    def up_year(self, org: str) -> int:
        years = tuple(str(year) for year in reversed(self.evidence.years(org)))
        asked = self.choice.get("year", "")
        is_year = asked in WRES_YEARS
        why = "is not a year of the standard"
        if is_year:
            why = f"has no figures for {self._name(org)}"
        return int(self._take("year", years, asked=asked, why=why, understood=is_year))

    def up_indicator(self) -> int:
        # All nine can be asked for anywhere: an indicator without figures still has benchmarks,
        # activities and case studies, and the page says that the figures are missing.
        numbers = tuple(str(indicator.number) for indicator in INDICATORS)
        asked = self.choice.get("indicator", "")
        why = "is not one of the nine indicators, 1 to 9"
        return int(self._take("indicator", numbers, asked=asked, why=why, understood=False))

    def up_term(
        self,
        name: str,
        kind: type[Term],
        offered: Callable[[str, int, int], Sequence[Term]],
        *,
        cell: tuple[str, int, int],
    ) -> Term:
        def found() -> tuple[str, ...]:
            return tuple(str(term.value) for term in offered(*cell))

        asked = self.choice.get(name, "")
        if asked in ("", USUAL[name]) and self._has_usual(name, cell):
            # All the figures of a year stand behind the options, and many pages draw none of them.
            self.options.offer_later(name, found)
            return kind(USUAL[name])
        codes = found()
        known = asked in {str(member.value) for member in kind}
        org, _, number = cell
        why = f"is no {NOUNS[name]} of the standard"
        if known:
            why = f"has no figures for {self._name(org)}, indicator {number}"
        if name == "group" and asked == EthnicGroup.ALL.value:
            why = self._why_not_everybody(cell)
        if known and name == "band" and no_bands_in_survey(number, codes):
            why = "cannot be shown, because pay band is not asked in the staff survey"
        return kind(self._take(name, codes, asked=asked, why=why, understood=known))

    def _has_usual(self, name: str, cell: tuple[str, int, int]) -> bool:
        """Whether the usual choice is surely offered: all staff and all bands always are."""
        org, year, number = cell
        group = EthnicGroup(USUAL["group"])
        find = self.evidence.rows.get
        return name != "group" or bool(find(org, year, indicator=number, ethnic_group=group))

    def _why_not_everybody(self, cell: tuple[str, int, int]) -> str:
        org, year, number = cell
        everybody = Cell(org_code=org, indicator=number, group=EthnicGroup.ALL)
        if row_at(self.evidence, everybody, year).status is Status.HIDDEN:
            return "is hidden here to protect confidentiality"
        return "is no group to set beside White staff"

    def up_comparator(self, org: str) -> BenchmarkKind | None:
        offered = tuple(known.kind.value for known in self.evidence.comparators(org))
        asked = self.choice.get("benchmark", "")
        known = asked in {kind.value for kind in BenchmarkKind}
        why = "is not a comparison this program knows"
        if known:
            why = f"cannot be made for {self._name(org)}"
        codes = (USUAL_COMPARISON, *offered)
        taken = self._take("benchmark", codes, asked=asked, why=why, understood=known)
        return None if taken == USUAL_COMPARISON else BenchmarkKind(taken)

    def _take(
        self,
        name: str,
        offered: tuple[str, ...],
        *,
        asked: str,
        why: str,
        understood: bool,
        usual: str = "",
    ) -> str:
        usual = usual or USUAL.get(name, "")
        if usual not in offered:
            usual = offered[0] if offered else usual
        self.options.offer(name, offered or (usual,))
        if not asked or asked in offered:
            return asked or usual
        shown = plain(label(self.evidence, name, usual, org=self.options["org"][0]))
        given = echo(self.choice[name]) or "unreadable signs"
        sentence = f"The {NOUNS[name]} asked for, “{given}”, {why}; “{shown}” is shown instead."
        self.refusals.append(Refusal(name=name, sentence=sentence, understood=understood))
        return usual

    def _name(self, org: str) -> str:
        return plain(self.evidence.organisations.get(org).name)


def no_bands_in_survey(number: int, codes: Sequence[str]) -> bool:
    """Return whether there are no bands to choose because the survey does not ask for them."""
    return number in SURVEY_INDICATORS and tuple(codes) in ((), (Band.ALL.value,))


def code_of(view: View, name: str) -> str:
    """Return the code of one filter's value in a view, as the address writes it."""
    codes = {
        "org": view.org_code,
        "year": str(view.wres_year),
        "indicator": str(view.indicator),
        "staff": view.staff_group.value,
        "band": view.band.value,
        "group": view.ethnic_group.value,
        "benchmark": view.comparator.value if view.comparator else USUAL_COMPARISON,
    }
    return codes[name]


def label(evidence: Evidence, name: str, code: str, *, org: str) -> str:
    """Return the words of one option of one filter, as a person reads them (not escaped)."""
    if name == "org":
        return f"{evidence.organisations.get(code).name} ({code})"
    if name == "year":
        return f"{code} (survey {survey_year_of(int(code))})"
    if name in _WORDS:
        return _WORDS[name](code)
    offered = {c.kind.value: labels.comparator_label(c) for c in evidence.comparators(org)}
    return offered.get(code, "Usual comparison")


def in_sentence(label: str, name: str, code: str, *, begins: str) -> str:
    """Return an option as part of a sentence: “against England”, “BME and White”."""
    if name == "group":
        return f"{label} alone" if code == EthnicGroup.WHITE.value else f"{label} and White"
    if name == "benchmark" and code == USUAL_COMPARISON:
        return f"{begins} the usual"
    return f"{begins} {label}"
