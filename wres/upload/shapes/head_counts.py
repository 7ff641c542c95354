"""Head counts of indicator 1: people by ethnicity in a band become BME, White and Unknown.

Counts of people add up, so single ethnic categories are added into the groups of the standard, and
clinical and non-clinical staff of a band into all staff of it. Percentages never are. Everyone in
the band is the denominator: the total of the file if it has one, else all groups with Unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from wres.terms import MEDICAL_GRADES, EthnicGroup, Status
from wres.upload.band_words import band_word
from wres.upload.cells import words_of
from wres.upload.ethnic_words import EthnicWord, ethnic_word
from wres.upload.numbers import Quantity, quantity
from wres.upload.shapes.draft import Draft, Keys, Measure
from wres.upload.term_words import staff_group_word

GROUPS = (EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.UNKNOWN)
_WIDE = (EthnicGroup.ASIAN, EthnicGroup.BLACK, EthnicGroup.MIXED, EthnicGroup.OTHER)
# “Any other ethnic group” is one category of a list, beside Arab, and not the group of both.
_ONE_OF_A_LIST = ("any other", "another", "s any other")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount:
    """People of one ethnicity in one band, word for word; ``base`` is everyone, if the row says."""

    line: int
    column: int
    keys: Keys
    label: str
    number: str
    base: str = ""

    @property
    def place(self) -> tuple[object, ...]:
        """What the count is about, apart from ethnicity: organisation, year, staff group, band."""
        said = self.keys
        band = band_word(said.band) or said.band
        staff = staff_group_word(said.staff_group) or said.staff_group
        return (
            *(said.org_code.upper(), said.org_name, said.wres_year, said.survey_year, said.year),
            *(staff, band),
        )


@dataclass(frozen=True, slots=True)
class Sum:
    """Some counts of people added up, or the mark that keeps them from being added."""

    number: int | None
    mark: str = ""

    @property
    def text(self) -> str:
        """The sum as a cell would hold it."""
        return self.mark if self.number is None else str(self.number)


def medical_as_all(keys: Keys) -> Keys:
    """Return the keys with a medical grade counted among all staff, as no other group holds it."""
    return replace(keys, staff_group="") if band_word(keys.band) in MEDICAL_GRADES else keys


def added(cells: Iterable[str]) -> Sum:
    """Return counts of people added up; one that is hidden or missing leaves no sum."""
    total = 0
    found = [quantity(cell) for cell in cells]
    if all(one.is_whole and one.mark is None for one in found):
        return Sum(sum(int(one.number or 0) for one in found))
    for wanted in (Status.HIDDEN, Status.NOT_APPLICABLE, Status.MISSING):
        for one in found:
            if one.mark is wanted:
                return Sum(None, one.text)
    for one in found:
        if not one.is_whole:
            return Sum(None, one.text)
        total += int(one.number or 0)
    return Sum(total)


def counts_drafts(counts: Sequence[HeadCount]) -> tuple[Draft, ...]:
    """Return a figure for BME, White and Unknown of each band, as text, in the order of the file.

    A label that is not known comes back as a figure without a group, which the checks refuse.
    """
    places: dict[tuple[object, ...], list[HeadCount]] = {}
    for count in counts:
        places.setdefault(count.place, []).append(count)
    return tuple(draft for found in places.values() for draft in _of_place(found))


def _of_place(found: list[HeadCount]) -> list[Draft]:
    first, again = _first_of_each(found)
    known = [count for count in first if ethnic_word(count.label)]
    strange = [count for count in first if not ethnic_word(count.label)]
    base = everyone(known)
    drafts = []
    for group in GROUPS:
        parts = parts_of(group, known)
        if parts:
            drafts.append(_draft(parts[0], group, added(p.number for p in parts).text, base.text))
    drafts += [_draft(count, None, count.number, base.text) for count in strange]
    # Said twice in one place: something no column says parts them, and the checks will ask.
    drafts += [_draft(count, _group_of(count), count.number, base.text) for count in again]
    return [draft for draft in drafts if not _is_total(draft)]


def _is_total(draft: Draft) -> bool:
    return draft.group is EthnicGroup.ALL


def _first_of_each(found: list[HeadCount]) -> tuple[list[HeadCount], list[HeadCount]]:
    seen: dict[str, HeadCount] = {}
    again = []
    for count in found:
        words = words_of(count.label)
        if words in seen:
            again.append(count)
        else:
            seen[words] = count
    return list(seen.values()), again


def _draft(count: HeadCount, group: EthnicGroup | None, number: str, base: str) -> Draft:
    label = count.label if group is None else ""
    keys = medical_as_all(count.keys)
    return Draft(
        line=count.line,
        keys=replace(keys, indicator=keys.indicator or "1", ethnic_group=label),
        group=group,
        numerator=number,
        denominator=base,
        measure=Measure.VALUE,
        column=-1,
    )


def _word(count: HeadCount) -> EthnicWord:
    word = _word_of(count.label)
    assert word is not None
    return word


@lru_cache(maxsize=4_000)
def _word_of(label: str) -> EthnicWord | None:
    word = ethnic_word(label)
    if word and word.group is EthnicGroup.OTHER and words_of(label).startswith(_ONE_OF_A_LIST):
        return EthnicWord(word.group, detailed=True)
    return word


def _group_of(count: HeadCount) -> EthnicGroup | None:
    word = ethnic_word(count.label)
    if word is None or word.group not in _WIDE:
        return word.group if word else None
    return EthnicGroup.BME


def parts_of(group: EthnicGroup, known: Sequence[HeadCount]) -> list[HeadCount]:
    """Return the counts that add up to a group: the group itself if given, else what is in it."""
    whole, singles = _whole_and_singles(group, known)
    if group is not EthnicGroup.BME:
        return whole or singles
    if whole:
        return whole
    return [count for wide in _WIDE for count in _parts_of_wide(wide, known)]


def _whole_and_singles(
    group: EthnicGroup, known: Sequence[HeadCount]
) -> tuple[list[HeadCount], list[HeadCount]]:
    inside = [count for count in known if _word(count).group is group]
    whole = [count for count in inside if not _word(count).detailed]
    return whole, [count for count in inside if _word(count).detailed]


def _parts_of_wide(wide: EthnicGroup, known: Sequence[HeadCount]) -> list[HeadCount]:
    whole, singles = _whole_and_singles(wide, known)
    # Five groups of 2001 and Chinese beside them: Chinese is then not part of Asian.
    apart = [c for c in singles if words_of(c.label) in ("chinese", "r", "r chinese")]
    if whole and len(singles) == len(apart):
        return whole + apart
    return whole or singles


def everyone(known: Sequence[HeadCount]) -> Sum:
    """Return everyone in a band: the total the file gives, else all groups with Unknown.

    A total that is BME and White together, beside a count of Unknown, leaves those out; they are
    added to it, as everyone in the band is meant.
    """
    bases = {count.base for count in known if count.base}
    totals = [c.number for c in known if _word(c).group is EthnicGroup.ALL] or sorted(bases)
    parts = {group: parts_of(group, known) for group in GROUPS}
    groups = {g: added(c.number for c in found) for g, found in parts.items() if found}
    if totals:
        return _given_total(totals, groups)
    if EthnicGroup.UNKNOWN not in groups:
        return Sum(None)
    return added(found.text for found in groups.values())


def _given_total(totals: list[str], groups: dict[EthnicGroup, Sum]) -> Sum:
    read: list[Quantity] = [quantity(total) for total in totals]
    numbers = [int(one.number or 0) for one in read if one.is_whole]
    if not numbers:
        return Sum(None, totals[0])
    unknown = groups.get(EthnicGroup.UNKNOWN)
    stated = [found.number for group, found in groups.items() if group is not EthnicGroup.UNKNOWN]
    largest = max(numbers)
    if unknown and unknown.number and None not in stated:
        people = sum(number or 0 for number in stated)
        if len(stated) == 2 and largest == people:
            return Sum(largest + unknown.number)
    return Sum(largest)


def is_single(label: str) -> bool:
    """Return whether a label is a single category, or one of the five, that is added into BME."""
    word = ethnic_word(label)
    return bool(word and (word.detailed or word.group in _WIDE))
