"""Survey figures by band and by staff group: bands merged first, then few cells hidden.

The same cut and the same hidden cells serve every indicator of a year. Medical staff are the
medical grades: hidden in one breakdown, they are hidden in the other, or merged into clinical staff
there, which hides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.publication.rules import added, hide, merged
from wres.publication.suppression import (
    Hidden,
    Part,
    Parts,
    part_of,
    parts_to_hide,
    tells_of_its_parts,
)
from wres.results import Result
from wres.terms import (
    BAND_CUTS,
    STAFF_GROUP_MEMBERS,
    WRES_GROUPS,
    Band,
    EthnicGroup,
    StaffGroup,
    members,
)

STAFF_CUT = (StaffGroup.CLINICAL, StaffGroup.MEDICAL, StaffGroup.NON_CLINICAL)
MERGED = StaffGroup.CLINICAL_AND_MEDICAL
NOTHING: Parts = frozenset()


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The cells of a breakdown, and the parts that are hidden of each group."""

    cells: list[Result]
    hidden: Hidden

    @property
    def hidden_parts(self) -> int:
        """How many parts are hidden, each group counted by itself."""
        return sum(len(parts) for parts in self.hidden.values())

    def groups_without(self, part: Part) -> frozenset[EthnicGroup]:
        """Return the groups a part is hidden for."""
        return frozenset(group for group, parts in self.hidden.items() if part in parts)

    def shown(self) -> list[Result]:
        """Return the cells as they may be shown."""
        return [
            hide(cell) if part_of(cell) in self.hidden[cell.ethnic_group] else cell
            for cell in self.cells
        ]


def breakdown_cells(
    by_band: list[Result], by_staff: list[Result], totals: list[Result]
) -> list[Result]:
    """Return the publishable cells by band and by staff group of one organisation and year."""
    banded = [row for row in by_band if row.ethnic_group in WRES_GROUPS]
    staffed = [
        row for row in by_staff if row.ethnic_group in WRES_GROUPS and row.staff_group in STAFF_CUT
    ]
    if not banded and not staffed:
        return []
    staff = _staff(staffed, totals, forced=_hide_nothing())
    bands = _bands(
        banded, totals, forced=_hide(Band.MEDICAL, staff.groups_without(StaffGroup.MEDICAL))
    )
    medical = bands.groups_without(Band.MEDICAL)
    if medical - staff.groups_without(StaffGroup.MEDICAL):
        staff = _staff(staffed, totals, forced=_hide(StaffGroup.MEDICAL, medical))
    thin = tells_of_its_parts([row for row in totals if row.ethnic_group in WRES_GROUPS])
    # A cell marked hidden says that it is there; where the total gives it away, nothing is listed.
    listed = [one for one in (bands, staff) if not (thin and one.hidden_parts)]
    if bands in listed and _tells_of_medical(staff, bands.groups_without(Band.MEDICAL)):
        listed = [bands]
    return [cell for one in listed for cell in one.shown()]


def _tells_of_medical(staff: Breakdown, groups: frozenset[EthnicGroup]) -> bool:
    """Whether clinical and medical staff as one hold too few answers to hide the medical grades in.

    Of 4 yes-answers of theirs, no hidden medical grades have more than 4.
    """
    around = [cell for cell in staff.shown() if cell.staff_group is MERGED]
    return tells_of_its_parts([cell for cell in around if cell.ethnic_group in groups])


def _hide_nothing() -> Hidden:
    return dict.fromkeys(WRES_GROUPS, NOTHING)


def _hide(part: Part, groups: frozenset[EthnicGroup]) -> Hidden:
    return {group: frozenset({part}) if group in groups else NOTHING for group in WRES_GROUPS}


def _bands(wanted: list[Result], totals: list[Result], *, forced: Hidden) -> Breakdown:
    """The finest cut that hides nothing; if there is none, of those that hide least the finest."""
    cuts = [merged(wanted, cut) for cut in _cuts_for(wanted)]
    tried = [_one_breakdown(cells, totals, forced=forced) for cells in cuts]
    partly = [one for one in tried if one.hidden_parts < len(_all_parts(one.cells))]
    if partly:
        return min(partly, key=lambda one: one.hidden_parts)
    return _withheld(merged(wanted, BAND_CUTS[-1]))


def _staff(wanted: list[Result], totals: list[Result], *, forced: Hidden) -> Breakdown:
    """All three staff groups if nothing is hidden of them; else medical within clinical staff."""
    ways = (wanted, _merged(wanted)) if _has_both(wanted) else (wanted,)
    tried = [_one_breakdown(cells, totals, forced=forced) for cells in ways]
    return min(tried, key=lambda one: one.hidden_parts)


def _has_both(rows: list[Result]) -> bool:
    """Whether whoever has one part has the other: half a group must not bear its whole name."""
    having = [
        {(row.indicator, row.ethnic_group) for row in rows if row.staff_group is part}
        for part in STAFF_GROUP_MEMBERS[MERGED]
    ]
    return all(one == having[0] for one in having)


def _merged(rows: list[Result]) -> list[Result]:
    """Clinical and medical staff summed, for both groups and every indicator alike."""
    sums: dict[tuple[int, EthnicGroup, StaffGroup], Result] = {}
    for row in rows:
        inside = row.staff_group in STAFF_GROUP_MEMBERS[MERGED]
        one = replace(row, staff_group=MERGED) if inside else row
        key = (one.indicator, one.ethnic_group, one.staff_group)
        sums[key] = added(sums[key], one) if key in sums else one
    return list(sums.values())


def _one_breakdown(cells: list[Result], totals: list[Result], *, forced: Hidden) -> Breakdown:
    found = {}
    for group in WRES_GROUPS:
        own = [cell for cell in cells if cell.ethnic_group is group]
        whole = [row for row in totals if row.ethnic_group is group]
        hidden = parts_to_hide(own, whole, forced[group]) if own else NOTHING
        if hidden is None:
            return _withheld(cells)
        found[group] = hidden
    return Breakdown(cells, found)


def _all_parts(cells: list[Result]) -> set[tuple[EthnicGroup, Part]]:
    return {(cell.ethnic_group, part_of(cell)) for cell in cells}


def _withheld(cells: list[Result]) -> Breakdown:
    parts = _all_parts(cells)
    hidden = {
        group: frozenset(part for owner, part in parts if owner is group) for group in WRES_GROUPS
    }
    return Breakdown(cells, hidden)


def _cuts_for(rows: list[Result]) -> list[tuple[Band, ...]]:
    """The cuts with a place for every row, finest first; all of them when no cut has."""
    given = {row.band for row in rows}

    def has_place(band: Band, cut: tuple[Band, ...]) -> bool:
        inside = {member for group in cut for member in members(group)}
        return band in cut or band in inside or set(members(band)) <= given

    fitting = [cut for cut in BAND_CUTS if all(has_place(band, cut) for band in given)]
    return fitting or list(BAND_CUTS)
