"""Sums of head counts a file does not give itself: all staff of a band, and the whole workforce.

A sum is made only when every part of it is there, and a remark always says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wres.terms import MEDICAL_GRADES, PAY_BANDS, Band, StaffGroup
from wres.upload.band_words import band_word, is_under_band_1
from wres.upload.ethnic_words import ethnic_word
from wres.upload.shapes.head_counts import (
    GROUPS,
    HeadCount,
    added,
    everyone,
    is_single,
    medical_as_all,
    parts_of,
)

# What must be there before the bands of a staff group are its whole workforce.
_WHOLE: dict[StaffGroup, tuple[Band, ...]] = {
    StaffGroup.ALL: PAY_BANDS + MEDICAL_GRADES,
    StaffGroup.CLINICAL: PAY_BANDS,
    StaffGroup.NON_CLINICAL: PAY_BANDS,
    StaffGroup.MEDICAL: MEDICAL_GRADES,
}
# Bands named in a message before the rest are counted.
_NAMED = 6
_OF_WHICH = ("of which", "senior medical manager")
SINGLES = "Counts of single ethnic categories were added up into BME, White and Unknown."
BOTH = "Clinical and non-clinical staff of a band were added up to all staff of the band."


@dataclass(frozen=True, slots=True)
class Completed:
    """The counts with the sums that could be made, and what a person is told about them."""

    counts: tuple[HeadCount, ...]
    remarks: tuple[str, ...]


_Place = tuple[object, ...]
_Places = dict[_Place, list[HeadCount]]


def completed(counts: Iterable[HeadCount]) -> Completed:
    """Return head counts with all staff of each band and the whole workforce, where they follow."""
    given = [replace(count, keys=medical_as_all(count.keys)) for count in counts]
    below: list[HeadCount] = []
    parts: list[HeadCount] = []
    kept: list[HeadCount] = []
    for count in given:
        is_below = is_under_band_1(count.keys.band)
        (below if is_below else parts if _is_part(count) else kept).append(count)
    remarks = [SINGLES] if any(is_single(count.label) for count in kept) else []
    remarks += _left_out(below, parts)
    both = _both_staff_groups(_by_place(kept))
    remarks += [BOTH] if both else []
    kept += both
    under = _by_workforce(below)
    for place, bands in _workforces(kept).items():
        made, said = _workforce(place, bands, under)
        kept += made
        remarks.append(said)
    return Completed(tuple(kept), tuple(dict.fromkeys(remark for remark in remarks if remark)))


def _is_part(count: HeadCount) -> bool:
    band = count.keys.band.casefold()
    return band_word(band) is None and any(said in band for said in _OF_WHICH)


def _left_out(below: Sequence[HeadCount], parts: Sequence[HeadCount]) -> list[str]:
    said = []
    if below:
        people = [everyone(_known(found)).number for found in _by_place(below).values()]
        number = "" if None in people else f"{sum(one or 0 for one in people):,} "
        said.append(
            f"“{below[0].keys.band}” is not a band of the standard. Its {number}staff count in the "
            "whole workforce only. They are left out of every band, and of bands 1 to 4."
        )
    if parts:
        said.append(f"“{parts[0].keys.band}” is part of another row and was left out.")
    return said


def _known(found: Sequence[HeadCount]) -> list[HeadCount]:
    return [count for count in found if ethnic_word(count.label)]


def _by_place(counts: Iterable[HeadCount]) -> _Places:
    places: _Places = {}
    for count in counts:
        places.setdefault(count.place, []).append(count)
    return places


def _both_staff_groups(places: _Places) -> list[HeadCount]:
    made: list[HeadCount] = []
    for place, found in places.items():
        *where, staff, band = place
        other = places.get((*where, StaffGroup.NON_CLINICAL, band))
        if staff is not StaffGroup.CLINICAL or band not in PAY_BANDS or not other:
            continue
        if (*where, StaffGroup.ALL, band) not in places:
            keys = replace(found[0].keys, staff_group="")
            made += _sum_of((found, other), replace(found[0], keys=keys))
    return made


def _by_workforce(counts: Iterable[HeadCount]) -> dict[_Place, _Places]:
    """The places of each workforce: an organisation, year and staff group."""
    found: dict[_Place, _Places] = {}
    for place, those in _by_place(counts).items():
        found.setdefault(place[:-1], {})[place] = those
    return found


def _workforces(kept: Sequence[HeadCount]) -> dict[_Place, _Places]:
    """Every workforce with bands, in order, with its places."""
    found = _by_workforce(kept)
    banded = [place for place, inside in found.items() if _has_band(inside)]
    return {place: found[place] for place in sorted(banded, key=str) if place[-1] in _WHOLE}


def _has_band(places: _Places) -> bool:
    return any(isinstance(place[-1], Band) for place in places)


def _workforce(
    place: _Place, places: _Places, below: dict[_Place, _Places]
) -> tuple[list[HeadCount], str]:
    staff = place[-1]
    if (*place, Band.ALL) in places or not isinstance(staff, StaffGroup):
        return [], ""
    missing = [band for band in _WHOLE[staff] if (*place, band) not in places]
    if missing:
        # Only the whole workforce is needed by other figures; a staff group may lack a total.
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        named = ", ".join(band.value for band in missing[:_NAMED]) + more
        # A medical grade is named by itself; the bands stand before the grades.
        many = "bands " if len(missing) > 1 else "band "
        what = "" if missing[0] in MEDICAL_GRADES else many
        said = "The whole workforce is not given and was not added up. There is no row for "
        return [], f"{said}{what}{named}." if staff is StaffGroup.ALL else ""
    bands = [places[(*place, band)] for band in _WHOLE[staff]]
    inside = [place] if staff is not StaffGroup.ALL else [(*place[:-1], s) for s in StaffGroup]
    bands += [found for one in inside for found in below.get(one, {}).values()]
    first = bands[0][0]
    keys = replace(first.keys, band="all", staff_group=_spelling(staff))
    said = f"The whole workforce ({staff.value}) is not given; it was added up from its bands."
    return _sum_of(bands, replace(first, keys=keys)), said


def _spelling(staff: StaffGroup) -> str:
    return "" if staff is StaffGroup.ALL else staff.value


def _sum_of(places: Sequence[list[HeadCount]], like: HeadCount) -> list[HeadCount]:
    """One count for each group over several places; none where a part is hidden or missing."""
    known = [_known(found) for found in places]
    base = added(everyone(found).text for found in known)
    made = []
    for group in GROUPS:
        parts = [parts_of(group, found) for found in known]
        total = added(count.number for found in parts for count in found)
        if all(parts) and total.number is not None and base.number is not None:
            made.append(replace(like, label=group.value, number=total.text, base=base.text))
    return made
