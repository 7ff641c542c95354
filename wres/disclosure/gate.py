"""The gate: figures become a publication only once the attack on them fails.

The publication has its own rules for merging and hiding. Where the attack still works something
out of an organisation's year, more is withheld, step by step, until nothing is recovered; what no
step can protect is hidden whole, never published first.

Viewers may have kept whatever was shown before. So the new figures are attacked once alone, and
once together with each different set that was ever shown of that organisation and year. A
correction that would tell how a few people answered is not shown: the cells it changes are hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from wres.disclosure.attack import attack
from wres.disclosure.places import Place, place_of
from wres.disclosure.summing_up import bands_merged, counted
from wres.disclosure.verdicts import Attack
from wres.indicators import SURVEY_INDICATORS
from wres.publication import Publication, PublishedCell, Step, Withheld, publish, published_cells
from wres.publication.rules import LEAST_BASE
from wres.publication.suppression import LEAST_ANSWERS
from wres.publication.survey import WIDE_GROUPS
from wres.publication.withholding import OF_A_CORRECTION, Cell, OrgYear, is_broken_down
from wres.results import Result
from wres.terms import Band, EthnicGroup, StaffGroup, Status

Cells = tuple[PublishedCell, ...]
# What was done, of how many, for whom; a page draws a bar of it.
Progress = Callable[[int, int, str], None]
Difference = Callable[[PublishedCell | None, PublishedCell | None], bool]
# Sets shown before that are attacked together with the new one. Of older ones, every cell that
# differs is hidden without an attack, so that a hundred corrections do not take an hour.
MOST_SETS = 12
# Organisations and years whose breakdowns are attacked in one go, some seconds each. Of more, the
# breakdowns are withheld unattacked: what nobody has attacked is not shown.
MOST_AT_ONCE = 100
_REPAIRS = (Step.DETAIL, Step.BREAKDOWNS, Step.ALL_STAFF, Step.EVERYTHING)
_EVERYBODY = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class GateReport:
    """The publication that passed the attack, what it took, and what was looked at."""

    publication: Publication
    attacks: tuple[Attack, ...]
    withheld: tuple[Withheld, ...] = ()
    hidden: int = 0
    merged: int = 0
    years: tuple[OrgYear, ...] = ()
    cells: int = 0
    sets_before: int = 0

    @property
    def passed(self) -> bool:
        """Whether nothing can be worked out of what would be published."""
        return all(_has_failed(one) for one in self.attacks)

    @property
    def looked_for(self) -> int:
        """How many figures the attacks looked for."""
        return sum(one.looked_for for one in self.attacks)

    @property
    def is_of_many(self) -> bool:
        """Whether breakdowns were withheld because there were too many to attack in one go."""
        return len(self.years) > MOST_AT_ONCE

    @property
    def because_of_a_correction(self) -> bool:
        """Whether something is hidden only because other figures were shown before."""
        return any(one.step in OF_A_CORRECTION for one in self.withheld)

    def summary(self, seconds: float) -> str:
        """Return what a lead reads: “4 cells hidden, 2 bands merged, attack passed, 294 cells”."""
        withheld = dict.fromkeys(one.step.value for one in self.withheld)
        parts = [
            counted(self.hidden, "cell", "hidden"),
            counted(self.merged, "band", "merged"),
            *(f"{what} withheld" for what in withheld),
            "attack passed" if self.passed else "attack not passed",
            f"{self.cells:,} cells",
            f"{seconds:.1f} s",
        ]
        return ", ".join(parts)


def gate(
    rows: Iterable[Result],
    *,
    touched: Collection[OrgYear] | None = None,
    shown_before: Mapping[OrgYear, Iterable[Cells]] | None = None,
    progress: Progress | None = None,
) -> GateReport:
    """Return the publication of these rows, with more withheld until the attack on it fails.

    ``touched`` are the organisations and years to look at, all of them if none are named;
    ``shown_before`` the different sets of cells that viewers could see of them, oldest first.

    Raises:
        AttackFailed: If a program was not solved; nothing may then be published.
    """
    held: dict[OrgYear, list[Result]] = {}
    for row in rows:
        held.setdefault((row.org_code, row.wres_year), []).append(row)
    years = sorted(held if touched is None else touched)
    passed: list[_Passed] = []
    for done, (org_code, year) in enumerate(years):
        if progress is not None:
            progress(done, len(years), org_code)
        sets = map(people_cells, (shown_before or {}).get((org_code, year), ()))
        one = _Year(
            org_code=org_code,
            wres_year=year,
            rows=tuple(held.get((org_code, year), ())),
            sets=tuple(dict.fromkeys(cells for cells in sets if cells)),
            is_one_of_many=len(years) > MOST_AT_ONCE,
        )
        passed.append(one.protected())
    return _report(held, years, passed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passed:
    """What has to be withheld of a year, the cells that are left, and the attacks on them."""

    withheld: list[Withheld]
    cells: Cells
    attacks: list[Attack]
    sets_before: int


def _report(
    held: Mapping[OrgYear, list[Result]], years: list[OrgYear], passed: list[_Passed]
) -> GateReport:
    withheld = tuple(found for one in passed for found in one.withheld)
    shown = publish((row for of_year in held.values() for row in of_year), withheld)
    asked = set(years)
    ours = [row for row in shown.rows if (row.org_code, row.wres_year) in asked]
    given = (row for year in years for row in held.get(year, ()))
    return GateReport(
        publication=shown,
        attacks=tuple(attack for one in passed for attack in one.attacks),
        withheld=withheld,
        hidden=sum(row.status is Status.HIDDEN for row in ours),
        merged=bands_merged(given, ours),
        years=tuple(years),
        cells=sum(len(one.cells) for one in passed),
        sets_before=sum(one.sets_before for one in passed),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Year:
    """One organisation and year at the gate: its rows, and the sets shown of it before."""

    org_code: str
    wres_year: int
    rows: tuple[Result, ...]
    sets: tuple[Cells, ...]
    is_one_of_many: bool = False

    def protected(self) -> _Passed:
        """What has to be withheld, and the attacks that failed on what is left."""
        for tried in self._ways():
            cells = self._cells(tried)
            found = []
            for before in ((), *self.sets[-MOST_SETS:]):
                found.append(attacked(cells, before))
                if not _has_failed(found[-1]):
                    break
            else:
                break
        return _Passed(withheld=tried, cells=cells, attacks=found, sets_before=len(self.sets))

    def _ways(self) -> Iterator[list[Withheld]]:
        """What to withhold in turn: nothing, then a correction, then more and more."""
        # Cells of sets too old to be attacked are treated like those of a correction.
        unasked = self._unattacked()
        older = [*unasked, *self._corrected(unasked, self.sets[:-MOST_SETS], _differs)]
        few = self._corrected(older, self.sets, _differs_by_few)
        # A figure shown twice, a few people apart, needs no program to tell who they are.
        if not few:
            yield older
            yield [*older, *self._corrected(older, self.sets, _is_another_part)]
        else:
            yield [*older, *few]
        yield [*older, *self._corrected(older, self.sets, _differs)]
        for step in _REPAIRS:
            repaired = [*older, self._withheld(step)]
            yield repaired
            yield [*repaired, *self._corrected(repaired, self.sets, _differs)]

    def _unattacked(self) -> list[Withheld]:
        """What is withheld without an attack, when there is too much of it for one go."""
        steps = (Step.DETAIL, Step.BREAKDOWNS) if self.is_one_of_many else ()
        parts = {
            Step.DETAIL: any(row.ethnic_group in WIDE_GROUPS for row in self.rows),
            Step.BREAKDOWNS: any(is_broken_down(row) for row in self.rows),
        }
        return [self._withheld(step) for step in steps if parts[step]]

    def _cells(self, withheld: Iterable[Withheld]) -> Cells:
        return published_cells(publish(self.rows, withheld), self.org_code, self.wres_year)

    def _withheld(self, step: Step, cells: Iterable[Cell] = ()) -> Withheld:
        return Withheld(
            org_code=self.org_code, wres_year=self.wres_year, step=step, cells=frozenset(cells)
        )

    def _corrected(
        self, withheld: list[Withheld], sets: Iterable[Cells], is_hidden: Difference
    ) -> list[Withheld]:
        """The places where a figure differs so from one of the sets, on any survey indicator."""
        now = _survey(self._cells(withheld))
        places: set[Place] = set()
        for before in map(_survey, sets):
            for key in now.keys() | before.keys():
                if is_hidden(now.get(key), before.get(key)):
                    places.add(key[1])
        if not places:
            return []
        step = Step.CORRECTED_PARTS if all(map(_is_part, places)) else Step.CORRECTED
        return [self._withheld(step, map(_cell_of, places))]


@lru_cache(maxsize=512)
def attacked(cells: Cells, before: Cells) -> Attack:
    """Return the attack on some cells beside others shown before; each is made once.

    What a lead was shown before accepting is then at hand when the figures are accepted.
    """
    return attack(cells, earlier=before)


def _has_failed(one: Attack) -> bool:
    return one.passed and not one.contradicting


def people_cells(cells: Iterable[PublishedCell]) -> Cells:
    """Return the survey cells of counted people, hidden ones included.

    A published percentage without a base is weighted: no people of it can be taken from ours.
    """
    return tuple(
        cell
        for cell in cells
        if cell.indicator in SURVEY_INDICATORS and (cell.base is not None or cell.is_hidden)
    )


def _survey(cells: Iterable[PublishedCell]) -> dict[tuple[int, Place], PublishedCell]:
    return {(cell.indicator, place_of(cell)): cell for cell in people_cells(cells)}


def _differs(now: PublishedCell | None, before: PublishedCell | None) -> bool:
    return now != before


def _is_another_part(now: PublishedCell | None, before: PublishedCell | None) -> bool:
    cell = now or before
    return cell is not None and now != before and _is_part(place_of(cell))


def _differs_by_few(now: PublishedCell | None, before: PublishedCell | None) -> bool:
    """Whether the people between two shown figures are few, or nearly all answered alike."""
    if now is None or before is None or now == before:
        return False
    if not (now.says_something and before.says_something):
        return False
    people = abs((now.base or 0) - (before.base or 0))
    if now.count is None or before.count is None:
        return people < LEAST_BASE
    yes = abs(now.count - before.count)
    no = abs((now.base or 0) - now.count - (before.base or 0) + before.count)
    return people < LEAST_BASE or min(yes, no) < LEAST_ANSWERS


def _is_part(place: Place) -> bool:
    return (place.band, place.staff_group) != (_EVERYBODY.band, _EVERYBODY.staff_group)


def _cell_of(place: Place) -> Cell:
    return (EthnicGroup(place.ethnic_group), Band(place.band), StaffGroup(place.staff_group))
