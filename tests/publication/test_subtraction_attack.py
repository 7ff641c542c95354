"""An attack on what is published: whole-number programs that try to work the hidden cells out.

The attacker knows every published count, every bound, what the cells add up to, and that the
cells of the attack are all there are. A hidden base must stay open by more than four people, and
a hidden yes-count must not be fixed. A total at 0% or 100% says that of everybody in it; a small
one is a bound, so only totals of 30 or more can do so, and they are left out of the yes check.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.measures.building import ALL, BME, UNKNOWN, WHITE, Counted, row
from wres.publication import publish
from wres.results import Result
from wres.terms import Band, EthnicGroup, Status, members

Atom = tuple[EthnicGroup, Band]
MOST = 400
LEAST_WIDTH = 4
NO_BAND = Band.ALL
BANDS = (Band.BAND_2, Band.BAND_5, Band.BAND_8A, Band.BAND_9, Band.CONSULTANT)
WIDE = (EthnicGroup.ASIAN, EthnicGroup.BLACK, EthnicGroup.MIXED, EthnicGroup.OTHER)


@dataclass
class Attack:
    """Unknown people and yes-answers of each atom, and what the published cells say of them."""

    atoms: list[Atom]
    facts: list[tuple[np.ndarray, float, float]] = field(default_factory=list)

    def vector(self, inside: list[Atom], people: float, yes: float) -> np.ndarray:
        found = np.zeros(2 * len(self.atoms))
        for atom in inside:
            at = self.atoms.index(atom)
            found[2 * at], found[2 * at + 1] = people, yes
        return found

    def learn(self, one: Result, inside: list[Atom]) -> None:
        if one.denominator is not None:
            people = self.vector(inside, 1, 0)
            self.facts.append((people, one.denominator, one.denominator))
        if one.numerator is not None:
            self.facts.append((self.vector(inside, 0, 1), one.numerator, one.numerator))
        elif one.value is not None and one.denominator:
            edge = one.value * one.denominator
            low, high = (0, edge - 1) if one.status is Status.BELOW else (edge + 1, MOST)
            self.facts.append((self.vector(inside, 0, 1), round(low), round(high)))

    def width(self, inside: list[Atom], *, yes: bool) -> float:
        target = self.vector(inside, 0 if yes else 1, 1 if yes else 0)
        rules = [LinearConstraint(v, low, high) for v, low, high in self.facts]
        for atom in self.atoms:
            rules.append(LinearConstraint(self.vector([atom], 1, -1), 0, np.inf))
        ends = []
        for sign in (1, -1):
            found = milp(
                sign * target,
                constraints=rules,
                integrality=np.ones(len(target)),
                bounds=Bounds(0, MOST),
            )
            assert found.success, found.message
            ends.append(sign * found.fun)
        return float(ends[1] - ends[0])


counted = st.integers(0, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def added(*pairs: Counted) -> Counted:
    return sum(p[0] for p in pairs), sum(p[1] for p in pairs)


def tells_all(pair: Counted) -> bool:
    return pair[0] in (0, pair[1])


def must_hold(attack: Attack, inside: list[Atom], *, pair: Counted, whole: Counted) -> None:
    assert attack.width(inside, yes=False) > LEAST_WIDTH
    if not tells_all(whole):
        assert attack.width(inside, yes=True) > 0, (pair, whole)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(bme=counted, white=counted, unknown=counted, unlisted=counted, listed=st.booleans())
def test_totals_do_not_give_a_hidden_group_away(
    bme: Counted, white: Counted, unknown: Counted, unlisted: Counted, listed: bool
) -> None:
    """BME, White, unknown, people in no listed group, and all staff of a tiny trust."""
    others = {BME: bme, WHITE: white}
    if listed:
        others[UNKNOWN] = unknown
    everyone = added(bme, white, unknown, unlisted)
    atoms: list[Atom] = [(g, NO_BAND) for g in (BME, WHITE, UNKNOWN, EthnicGroup.OTHER)]
    attack = Attack(atoms)
    shown = publish([row(8, g, c) for g, c in others.items()] + [row(8, ALL, everyone)]).rows
    for one in shown:
        whole = one.ethnic_group is ALL
        attack.learn(one, atoms if whole else [(one.ethnic_group, NO_BAND)])
    for one in shown:
        if one.status is Status.HIDDEN and one.ethnic_group is not ALL:
            group = one.ethnic_group
            must_hold(attack, [(group, NO_BAND)], pair=others[group], whole=everyone)
    rest = added(unlisted) if listed else added(unlisted, unknown)
    if 0 < rest[1] < 11:
        left = atoms[3:] if listed else atoms[2:]
        must_hold(attack, left, pair=rest, whole=everyone)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    bme=st.lists(counted, min_size=6, max_size=6),
    white=st.lists(counted, min_size=6, max_size=6),
)
def test_bands_do_not_give_a_hidden_cell_away(bme: list[Counted], white: list[Counted]) -> None:
    """Five bands and people of no known band, for two groups, with the totals beside them."""
    places = (*BANDS, NO_BAND)
    truth: dict[Atom, Counted] = {
        (g, b): c
        for g, cells in ((BME, bme), (WHITE, white))
        for b, c in zip(places, cells, strict=True)
    }
    totals = {BME: added(*bme), WHITE: added(*white)}
    rows = [row(8, g, c, band=b) for (g, b), c in truth.items() if b is not NO_BAND]
    rows += [row(8, g, c) for g, c in totals.items()]
    attack = Attack(list(truth))
    shown = publish(rows).rows
    hidden: list[tuple[Result, list[Atom]]] = []
    for one in shown:
        covered = set(members(one.band)) | ({NO_BAND} if one.band is Band.ALL else set())
        inside = [atom for atom in truth if atom[0] is one.ethnic_group and atom[1] in covered]
        attack.learn(one, inside)
        if one.status is Status.HIDDEN and one.band is not Band.ALL:
            hidden.append((one, inside))
    for atom in truth:
        if 0 < truth[atom][1] < 11 and atom[1] is NO_BAND:
            hidden.append((row(8, atom[0], band=NO_BAND), [atom]))
    for one, inside in hidden:
        pair, whole = added(*(truth[atom] for atom in inside)), totals[one.ethnic_group]
        # A total of so few people holds each of its parts within that number.
        if whole[1] > LEAST_WIDTH:
            must_hold(attack, inside, pair=pair, whole=whole)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    parts=st.lists(counted, min_size=3, max_size=4),
    unlisted=counted,
    white=counted,
)
def test_wide_groups_do_not_give_a_hidden_one_away(
    parts: list[Counted], unlisted: Counted, white: Counted
) -> None:
    """Asian, Black, Mixed, perhaps Other, and BME people in none of them."""
    listed = WIDE[: len(parts)]
    bme = added(*parts, unlisted)
    rows = [row(8, g, c) for g, c in zip(listed, parts, strict=True)]
    rows += [row(8, BME, bme), row(8, WHITE, white)]
    atoms: list[Atom] = [(g, NO_BAND) for g in (*listed, EthnicGroup.UNKNOWN)]
    attack = Attack(atoms)
    shown = publish(rows).rows
    truth = dict(zip(listed, parts, strict=True))
    for one in shown:
        if one.ethnic_group is not WHITE:
            inside = atoms if one.ethnic_group is BME else [(one.ethnic_group, NO_BAND)]
            attack.learn(one, inside)
    for one in shown:
        group = one.ethnic_group
        if one.status is Status.HIDDEN and group in truth and bme[1] > LEAST_WIDTH:
            must_hold(attack, [(group, NO_BAND)], pair=truth[group], whole=bme)
    if 0 < unlisted[1] < 11 and bme[1] > LEAST_WIDTH:
        must_hold(attack, atoms[-1:], pair=unlisted, whole=bme)
