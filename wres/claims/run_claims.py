"""What each run of signs claims. Every function takes a run and notes its claims in what was read.

An example of what people write stands beside each; ``wres/claims/runs.py`` has the runs of letters.
"""

from __future__ import annotations

import re

from wres.claims.record import Doubt, Figure, Kind, Relation
from wres.claims.signs import Sign
from wres.claims.so_far import Found, SoFar
from wres.terms import EthnicGroup

_RELATIONS = {
    **dict.fromkeys("uahmW", Relation.HIGHER),
    **dict.fromkeys("dvwlN", Relation.LOWER),
    **dict.fromkeys("nse", Relation.SAME),
    **dict.fromkeys("ib", Relation.BETTER),
    **dict.fromkeys("jz", Relation.WORSE),
}


def _relations(run: Found, among: str) -> tuple[Relation, ...]:
    return tuple(_RELATIONS[letter] for letter in run.letters if letter in among)


def pairs(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “an improvement for White (5.0% to 4.4%) and BME (8.1% to 7.1%)”."""
    ways = _relations(run, "udij")
    for start in re.finditer("GF?PT?oPT?", run.letters):
        part = run.part(start.start(), start.end())
        _from_to(part, so_far, ways, part.groups())


def moved(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “Fell from 24.7% to 24.1%”, and the same without a verb."""
    ways = _relations(run, "udijn")
    _from_to(run, so_far, ways, run.groups() or so_far.whom())


def _from_to(
    run: Found, so_far: SoFar, ways: tuple[Relation, ...], groups: tuple[EthnicGroup | None, ...]
) -> None:
    numbers = run.letters.replace("Z", "P")
    first = numbers.index("P")
    whens = run.whens()
    before = whens[0] if whens and numbers[first + 1 : first + 2] == "T" else None
    now = whens[-1] if whens and (before is None or len(whens) > 1) else None
    for group in groups:
        so_far.add(
            Kind.CHANGE,
            group=group,
            relations=ways,
            figure_before=run.figure(0),
            figure=run.figure(1),
            before=before,
            now=now,
        )
        so_far.last = group
    so_far.has_moved = True


def rose_to(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “Rose to 19.5% in 2025 from 19.2% in 2024”."""
    whens, letters = run.whens(), run.letters.replace("Z", "P")
    is_now = bool(re.search("oPG?T", letters))
    for group in run.groups() or so_far.whom():
        so_far.add(
            Kind.CHANGE,
            group=group,
            relations=_relations(run, "udij"),
            figure=run.figure(0),
            figure_before=run.figure(1),
            now=whens[0] if is_now else None,
            before=whens[-1] if letters.endswith("T") and len(whens) > is_now else None,
        )
        so_far.last = group
    so_far.has_moved = True


def by_points(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “Fell by 0.6 points since 2023”."""
    changed(run, so_far, size=run.figure())


def changed(run: Found, so_far: SoFar, size: Figure | None = None) -> None:
    """Return nothing; note “Has fallen since 2023”, “is lower than in 2023”."""
    if so_far.has_moved:
        so_far.is_broken = True
    whens = run.whens()
    for group in run.groups() or so_far.whom():
        so_far.add(
            Kind.CHANGE,
            group=group,
            relations=_relations(run, "udnijhwbz"),
            before=whens[0] if whens else None,
            size=size,
        )
        so_far.last = group
    so_far.has_moved = True


def up_from(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “… up from 19.2% in 2024”, “… compared with 19.2% in 2024”."""
    kind = Kind.CHANGE if (ways := _relations(run, "udhwavbz")) else Kind.LEVEL
    (when,), figure = run.whens(), run.figure()
    for group in so_far.whom():
        if kind is Kind.LEVEL:
            so_far.add(kind, group=group, figure=figure, now=when)
        else:
            so_far.add(kind, group=group, relations=ways, figure_before=figure, before=when)
        so_far.last = group


def against(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “below (better) the national average of 15.2%”, or two."""
    named, numbers = run.groups(), run.figures()
    groups = named or so_far.whom()
    for nth, group in enumerate(groups):
        figure = numbers[nth] if nth < len(numbers) and (named or nth == 0) else None
        if len(groups) > 1 and not named:
            figure = None
        so_far.add(
            Kind.AGAINST_BENCHMARK,
            group=group,
            relations=_relations(run, "avhwsbz"),
            figure=figure,
            **_comparand(run),
        )
        so_far.last = group


def _comparand(run: Found) -> dict[str, object]:
    mark = run.first(Sign.BENCHMARK)
    return {"comparand": mark.comparand, "comparand_type": mark.comparand_type} if mark else {}


def benchmark_level(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “the national average of 15.2%”, “15.2% of BME staff nationally”."""
    groups = run.groups() or (so_far.last,)
    for group, figure in zip(groups, run.figures(), strict=False):
        so_far.add(Kind.BENCHMARK_LEVEL, group=group, figure=figure, **_comparand(run))


def between(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “BME staff are more likely than White staff”, “1.6 times as likely”."""
    if run.marks[0].words in (("more",), ("fewer",)):
        # More people, or a larger share of them: only the writer knows.
        so_far.is_broken = True
    first, *rest = run.groups()
    other = rest[0] if rest else _opposite(first)
    ways = _relations(run, "mlehwbz")
    if Sign.TIMES.value in run.letters:
        so_far.add(Kind.RATIO, group=first, other=other, figure=run.figure())
    else:
        so_far.add(Kind.BETWEEN_GROUPS, group=first, other=other, relations=ways)
    for group, figure in zip(run.groups(), run.figures(), strict=False):
        if Sign.PERCENT.value in run.letters:
            so_far.add(Kind.LEVEL, group=group, figure=figure)
    so_far.last = first


def _opposite(group: EthnicGroup) -> EthnicGroup | None:
    both = {EthnicGroup.BME: EthnicGroup.WHITE, EthnicGroup.WHITE: EthnicGroup.BME}
    return both.get(group)


def points_apart(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “4.5 points higher than White staff”."""
    groups = run.groups()
    first = groups[0] if len(groups) > 1 else so_far.last
    so_far.add(
        Kind.GAP,
        group=first,
        other=groups[-1],
        relations=_relations(run, "hw"),
        figure=run.figure(),
    )


def points_for(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “4.5 points higher for BME staff”."""
    (group,), ways = run.groups(), _relations(run, "hw")
    other = _opposite(group)
    so_far.add(Kind.GAP, group=group, other=other, relations=ways, figure=run.figure())


def gap(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “A gap of 4.5 points”."""
    so_far.add(Kind.GAP, figure=run.figure(), other=_one_only(run))
    so_far.waiting = []


def _one_only(run: Found) -> EthnicGroup | None:
    groups = run.groups()
    return groups[0] if len(set(groups)) == 1 and len(groups) > 1 else None


def gap_changed(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “The gap has widened since 2023”, “narrowed from 4.8 to 4.5 points”."""
    whens, numbers, letters = run.whens(), run.figures(), run.letters
    so_far.waiting, so_far.has_moved = [], True
    gap = run.first(Sign.GAP)
    if gap is not None and gap.words[0] in ("this", "that"):
        # Which gap is meant, between whom or to what, only the writer knows.
        so_far.add(Kind.UNREAD, doubt=Doubt.NOT_UNDERSTOOD)
        return
    moved = "o" in letters and len(numbers) == 2
    early = moved and bool(re.search("FQT", letters))
    late = moved and bool(re.search("oQT", letters))
    so_far.add(
        Kind.GAP_CHANGE,
        relations=_relations(run, "WNudnhw"),
        figure_before=numbers[0] if moved else None,
        figure=numbers[1] if moved else None,
        size=numbers[0] if len(numbers) == 1 else None,
        before=whens[0] if early or (whens and not moved) else None,
        now=whens[-1] if late else None,
    )


def ratio_named(run: Found, so_far: SoFar) -> None:
    """Return nothing; note which groups “the relative likelihood of …” is about."""
    so_far.ratio_of = run.groups()
    so_far.names_ratio = True


def ratio(run: Found, so_far: SoFar) -> None:
    """Return nothing; note the number of a relative likelihood that was named before."""
    groups = (*so_far.ratio_of, *run.groups(), *so_far.waiting)
    so_far.waiting = []
    so_far.add(
        Kind.RATIO,
        group=groups[0] if groups else None,
        other=groups[1] if len(groups) > 1 else None,
        figure=run.figure(),
    )


def two_years(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “Between 2023 and 2025”."""
    before, now = run.whens()
    so_far.since.append(before)
    so_far.times.append(now)


def since(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “Since 2023”, before or after what has changed."""
    so_far.since += run.whens()


def time(run: Found, so_far: SoFar) -> None:
    """Return nothing; note a year of the whole clause."""
    so_far.times += run.whens()


def level(run: Found, so_far: SoFar) -> None:
    """Return nothing; note “24.1% of BME staff”, “White staff (19.6%)”."""
    (group,), whens = run.groups(), run.whens()
    if so_far.has_moved:
        so_far.is_broken = True
    for figure in run.figures():
        so_far.add(Kind.LEVEL, group=group, figure=figure, now=whens[0] if whens else None)
    so_far.last = group


def whom(run: Found, so_far: SoFar) -> None:
    """Return nothing; note a group whose figure comes later in the clause."""
    so_far.waiting += run.groups()


def nothing(_run: Found, _so_far: SoFar) -> None:
    """Return nothing; note “Compared with”, between two figures."""
