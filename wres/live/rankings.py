"""How a room ranked: by the sum of what each place is worth.

Of k things the first place is worth k - 1 points and the last none. Things somebody gave no place
share the places that are left alike, so that ranking a few only is as good as ranking all.

Source:
    Emerson (2013), The original Borda count and partial voting, Social Choice and Welfare 40,
    353-358: how things left out are counted decides a ranking, so it must be said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One thing in the order of the room.

    ``place`` counts from 1, the same for things with the same points (``tied``); ``points`` is
    the sum over all who answered, ``mean_place`` the mean place they gave it (1 is first).
    ``option`` is its place in the question, from 0.
    """

    option: int
    text: str
    place: int
    tied: bool
    points: float
    mean_place: float


def ranking(texts: tuple[str, ...], answers: Iterable[str]) -> tuple[Placed, ...]:
    """Return the things from first to last, one row per thing; ties in the order of the question.

    ``answers`` are at least one, each the places given to the things, ``2,1,,3``.
    """
    ballots = [places_of(answer, len(texts)) for answer in answers]
    sums = [sum((ballot[one] for ballot in ballots), Fraction(0)) for one in range(len(texts))]
    order = sorted(range(len(texts)), key=lambda one: sums[one])
    return tuple(
        Placed(
            option=one,
            text=texts[one],
            place=1 + sum(other < sums[one] for other in sums),
            tied=sums.count(sums[one]) > 1,
            points=float(len(texts) * len(ballots) - sums[one]),
            mean_place=float(sums[one] / len(ballots)),
        )
        for one in order
    )


def places_of(answer: str, things: int) -> tuple[Fraction, ...]:
    """Return the place of each thing in one answer; those without one share what is left."""
    given = answer.split(",")
    taken = {int(place) for place in given if place}
    left = [place for place in range(1, things + 1) if place not in taken]
    shared = Fraction(sum(left), len(left)) if left else Fraction(0)
    return tuple(Fraction(int(place)) if place else shared for place in given)
