"""Places: a group, a band and a staff group; and the smallest places everything is made of.

An atom is one ethnic group that holds no other, in one band and one staff group. Every published
cell is a union of atoms, and so is everything an attacker may look for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from wres.publication import PublishedCell
from wres.terms import (
    BAND_GROUP_MEMBERS,
    MEDICAL_GRADES,
    STAFF_GROUP_MEMBERS,
    Band,
    EthnicGroup,
    StaffGroup,
)

INSIDE_BME = (EthnicGroup.ASIAN, EthnicGroup.BLACK, EthnicGroup.MIXED, EthnicGroup.OTHER)
_MEDICAL_BANDS = {Band.MEDICAL.value, *(band.value for band in MEDICAL_GRADES)}
# Where both breakdowns name medical staff, these are the same people.
_MEDICAL = {Band.MEDICAL.value, StaffGroup.MEDICAL.value}
# People of none of the listed groups, bands or staff groups; BME_REST is BME of no listed group.
REST, BME_REST = "not listed", "bme, not listed"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Whose figure: everyone of an ethnic group, a band and a staff group, by their codes."""

    ethnic_group: str = "all"
    band: str = "all"
    staff_group: str = "all"


# Atoms are places too, and the last part says which version of the figures the people are in.
Atom = tuple[str, str, str, str]
BOTH, LEFT, JOINED = "both versions", "earlier version only", "current version only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Openness:
    """Which of the three lists leave people out, and whether medical staff stay in their grades."""

    ethnic_group: bool = False
    band: bool = False
    staff_group: bool = False
    loose_grades: bool = False

    @property
    def forced(self) -> tuple[bool, int]:
        """How much it gives up of what an attacker believes at first."""
        return self.loose_grades, self.ethnic_group + self.band + self.staff_group


# A closed list is the attacker's first guess; a list is opened only when figures force it.
OPENINGS = tuple(
    sorted(
        (
            Openness(ethnic_group=group, band=band, staff_group=staff, loose_grades=loose)
            for group, band, staff, loose in product((False, True), repeat=4)
        ),
        key=lambda one: one.forced,
    )
)


def place_of(cell: PublishedCell) -> Place:
    """Return whose figure a cell is."""
    return Place(cell.ethnic_group.value, cell.band.value, cell.staff_group.value)


class Lattice:
    """Every atom of one organisation, year and indicator, and the places made of them."""

    def __init__(
        self, cells: Iterable[PublishedCell], opened: Openness, *, versions: bool = False
    ) -> None:
        places = {place_of(cell) for cell in cells}
        self.options = (
            _in_order({place.ethnic_group for place in places}),
            _in_order({place.band for place in places}),
            _in_order({place.staff_group for place in places}),
        )
        self.groups = _group_atoms(set(self.options[0]), opened.ethnic_group)
        self.bands = _band_atoms(set(self.options[1]), opened.band)
        self.staff = _staff_atoms(set(self.options[2]), opened.staff_group)
        self.versions = (BOTH, LEFT, JOINED) if versions else (BOTH,)
        parts = (self.groups["all"], self.bands["all"], self.staff["all"])
        whole = product(*parts, self.versions)
        named = set(self.options[1]) | set(self.staff["all"])
        tied = not opened.loose_grades and named >= _MEDICAL
        self.atoms: tuple[Atom, ...] = tuple(one for one in whole if not tied or _fits(one))
        self._at = {atom: number for number, atom in enumerate(self.atoms)}

    def inside(self, place: Place, *, versions: tuple[str, ...] = (BOTH, JOINED)) -> frozenset[int]:
        """Return the numbers of the atoms a place is made of, in the current version."""
        parts = (
            self.groups[place.ethnic_group],
            self.bands[place.band],
            self.staff[place.staff_group],
            tuple(version for version in self.versions if version in versions),
        )
        return frozenset(self._at[atom] for atom in product(*parts) if atom in self._at)

    def places(self) -> tuple[Place, ...]:
        """Return every place the published groups, bands and staff groups make when crossed."""
        names = (
            (*self.options[0], *(one for one in (REST, BME_REST) if one in self.groups)),
            (*self.options[1], *(one for one in (REST,) if one in self.bands)),
            (*self.options[2], *(one for one in (REST,) if one in self.staff)),
        )
        return tuple(Place(*parts) for parts in product(*names))


def _fits(atom: Atom) -> bool:
    """Whether medical staff are in medical grades and nobody else is; not listed may be either."""
    _, band, staff, _ = atom
    if REST in (band, staff):
        return True
    return (band in _MEDICAL_BANDS) is (staff == StaffGroup.MEDICAL.value)


def _in_order(codes: set[str]) -> tuple[str, ...]:
    return tuple(sorted({"all", *codes}))


def _group_atoms(listed: set[str], opened: bool) -> dict[str, tuple[str, ...]]:
    inside = [group.value for group in INSIDE_BME if group.value in listed]
    bme = EthnicGroup.BME.value
    detail = (*inside, BME_REST) if opened and inside else tuple(inside)
    if bme not in listed:
        detail = tuple(inside)
    single = tuple(sorted(listed - {"all", bme, *inside}))
    found: dict[str, tuple[str, ...]] = {name: (name,) for name in (*single, *detail)}
    if bme in listed:
        found[bme] = detail or (bme,)
    everyone = [*single, *(found.get(bme) or detail)]
    if opened or not everyone:
        found[REST] = (REST,)
        everyone.append(REST)
    return {**found, "all": tuple(everyone)}


def _band_atoms(listed: set[str], opened: bool) -> dict[str, tuple[str, ...]]:
    singles = {member.value for name in listed - {"all"} for member in _members(Band(name), listed)}
    found: dict[str, tuple[str, ...]] = {name: (name,) for name in singles}
    for name in listed - {"all"}:
        found[name] = tuple(member.value for member in _members(Band(name), listed))
    return _with_rest(found, tuple(sorted(singles)), opened)


def _members(band: Band, listed: set[str]) -> tuple[Band, ...]:
    """The bands inside one, as finely as the cells tell them apart."""
    inside = BAND_GROUP_MEMBERS.get(band)
    if inside is None:
        return (band,)
    others = {Band(name) for name in listed - {"all", band.value}}
    apart = any(set(inside) & set(BAND_GROUP_MEMBERS.get(other, (other,))) for other in others)
    return inside if apart else (band,)


def _staff_atoms(listed: set[str], opened: bool) -> dict[str, tuple[str, ...]]:
    merged = {group.value: parts for group, parts in STAFF_GROUP_MEMBERS.items()}
    inside = {part.value for name in listed & set(merged) for part in merged[name]}
    singles = tuple(sorted((listed | inside) - {"all", *merged}))
    found: dict[str, tuple[str, ...]] = {name: (name,) for name in singles}
    for name in listed & set(merged):
        found[name] = tuple(part.value for part in merged[name])
    return _with_rest(found, singles, opened)


def _with_rest(
    found: dict[str, tuple[str, ...]], singles: tuple[str, ...], opened: bool
) -> dict[str, tuple[str, ...]]:
    if opened or not singles:
        return {**found, REST: (REST,), "all": (*singles, REST)}
    return {**found, "all": singles}
