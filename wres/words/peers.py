"""Among other trusts, in words: places as ranges, likeness, funnels, and why there is none."""

from __future__ import annotations

from wres.answers.funnel import Funnel, NoFunnel
from wres.answers.peers import PeersAnswer, Pool
from wres.answers.similar import ANSWERED, Likeness, PeerSet, Size
from wres.comparisons import PlacedBy, Position
from wres.measures import percent
from wres.statistics import FunnelPosition
from wres.terms import BenchmarkGroup, Status
from wres.words.beside import edition_name
from wres.words.figures import gap_text, percent_text, points_text, rate_text
from wres.words.labels import staff_of
from wres.words.presets import SPOKEN, Labels, in_terms

MEDIAN_NOTE = (
    "Half of the other trusts lie above the median by definition. A median has no likely range. "
    "This trust is left out of the median."
)
_HALVES = {(0, 0): "lowest quarter", (1, 1): "middle half", (2, 2): "highest quarter"}


def ordinal(number: int) -> str:
    """Return a place as “1st”, “22nd”, “113th”."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def position_sentence(position: Position | None, whom: str) -> str:
    """Return where a figure lies among others, as a range of places and what the range allows for.

    ``whom`` says whose figure it is: “BME staff”, “the gap”.
    """
    if position is None:
        return f"{_upper_first(whom)}: no place can be given without a figure."
    return f"{_place(position, whom)} {_allowance(position)}"


def _place(position: Position, whom: str) -> str:
    low, high = ordinal(position.low), ordinal(position.high)
    if position.low == 1 and position.high == position.of:
        return f"{_upper_first(whom)}: it could be anywhere among the {position.of}."
    if position.low == position.high:
        where = f"{low} of {position.of}"
    else:
        where = f"somewhere between {low} and {high} of {position.of}"
    return f"{_upper_first(whom)}: {where}, from the lowest figure up.{_quarter(position)}"


def _allowance(position: Position) -> str:
    """What a range of places allows for, and what it cannot."""
    if position.placed_by is PlacedBy.CHANCE:
        return "The range allows for chance."
    if position.placed_by is PlacedBy.OWN_CHANCE:
        return (
            "The range allows for chance in this trust’s own figure. The others do not publish "
            "how many answered."
        )
    return (
        "The number of responses is not published, so we cannot say how far chance could move it."
    )


def _quarter(position: Position) -> str:
    if position.placed_by is not PlacedBy.PRINTED:
        return ""
    quarter = -(-position.of // 4)
    upper = position.of - quarter

    def part(place: int) -> int:
        return 0 if place <= quarter else 2 if place > upper else 1

    name = _HALVES.get((part(position.low), part(position.high)), "")
    return f" That is the {name} of the printed figures." if name else ""


def _upper_first(text: str) -> str:
    return text[0].upper() + text[1:]


def pool_label(pool: Pool, answer: PeersAnswer) -> str:
    """Return whose figures stand side by side: “acute and combined trusts”."""
    kind = "practice trusts (made-up)" if answer.made_up else f"{_kind(answer)} trusts"
    if pool is Pool.GROUP:
        return kind
    if pool is Pool.REGION:
        return f"{kind} in {answer.region}" if answer.region else "trusts in the same region"
    return "trusts chosen below"


def _kind(answer: PeersAnswer) -> str:
    if answer.group is BenchmarkGroup.ACUTE:
        return "acute and combined"
    return "ungrouped" if answer.group is BenchmarkGroup.NONE else answer.group.value


def peers_headline(answer: PeersAnswer, labels: Labels = SPOKEN) -> str:
    """Return where an organisation lies among others: beside their median, as a range of places."""
    if answer.own is None:
        if answer.mine.bme.status is Status.MISSING:
            return f"This organisation has no figures for WRES {answer.wres_year} to place"
        return f"This organisation: {gap_text(answer.mine.gap, labels)}"
    shown = f"{rate_text(answer.own.bme)} of {labels.bme_staff}"
    if not answer.peers:
        return f"{shown}, with no other trust to set it beside"
    if answer.bme_median is None:
        return f"{shown}, beside {len(answer.peers)} other trusts"
    return (
        f"{shown}, beside a median of {percent_text(answer.bme_median)} over "
        f"{len(answer.peers)} other trusts"
    )


def peers_title(answer: PeersAnswer) -> str:
    """Return what a strip of trusts shows, with its year."""
    whose = pool_label(answer.pool, answer)
    return f"{len(answer.peers)} other {whose}, WRES {answer.wres_year}"


def edition_note(answer: PeersAnswer) -> str:
    """Return which issue of the survey the figures are of, and how many trusts it leaves out."""
    if not answer.peers:
        return ""
    left = answer.others_edition
    out = f" Left out as of another edition: {left} trusts." if left else ""
    if not answer.edition:
        return f"Edition not given.{out}"
    return f"Edition {edition_name(answer.edition)}.{out}"


def peers_notes(answer: PeersAnswer, labels: Labels = SPOKEN) -> tuple[str, ...]:
    """Return the places of both groups and the gap as ranges, then what the ranges allow for."""
    if answer.own is None or not answer.peers:
        return ()
    told = (
        (answer.bme_position, labels.bme_staff),
        (answer.white_position, labels.white_staff),
        (answer.gap_position, f"the gap ({gap_text(answer.own.gap, labels)})"),
    )
    placed = [(position, whom) for position, whom in told if position is not None]
    places = [_place(position, whom) for position, whom in placed]
    allowed = dict.fromkeys(_allowance(position) for position, _ in placed)
    return (*places, *allowed)


def peers_alt(answer: PeersAnswer, labels: Labels = SPOKEN) -> str:
    """Return the text alternative of a strip: medians and places."""
    parts = [f"Strip of {peers_title(answer)}."]
    for name, value in (
        (labels.bme_staff, answer.bme_median),
        (labels.white_staff, answer.white_median),
    ):
        if value is not None:
            parts.append(f"Median for {name}: {percent_text(value)}.")
    if answer.gap_median is not None:
        parts.append(f"Median gap: {points_text(percent(answer.gap_median))}.")
    return " ".join((*parts, f"{peers_headline(answer, labels)}.", *peers_notes(answer, labels)))


def no_peers(answer: PeersAnswer) -> str:
    """Return why there are no trusts to show beside this one, and what is nearest."""
    if not answer.measured.is_survey:
        return (
            "No figures by trust are published for this indicator, so there is no strip. What it "
            "can be compared with is listed below."
        )
    if answer.made_up:
        return "The Practice Trust is a group of one: made-up figures stand beside no real trust."
    if answer.pool is Pool.PEERS:
        return "No trust with figures for this year is chosen. Choose some under “Similar trusts”."
    if answer.group is BenchmarkGroup.NONE:
        return "This organisation is in no benchmarking group, so no trust is of its kind."
    other_years = [str(year) for year in answer.years if year != answer.wres_year]
    if other_years:
        listed = ", ".join(other_years)
        return (
            f"No {_kind(answer)} trust has figures for WRES {answer.wres_year} here. There are "
            f"some for WRES {listed}; years are not mixed."
        )
    return (
        f"We hold no figures of other {_kind(answer)} trusts for WRES {answer.wres_year}. The "
        "published table for survey 2024 has acute, specialist, community and ambulance trusts. "
        "It has no mental health trusts."
    )


def likeness_words(one: Likeness) -> str:
    """Return how alike two trusts are in words and numbers, with what is not known named."""
    parts = ["same type" if one.same_type else "another type"]
    region = {True: "same region", False: "another region", None: "region not known"}
    parts.append(region[one.same_region])
    if one.sizes is None:
        parts += ["size not known", f"{SPOKEN.bme_share} not known"]
    else:
        own, other = one.sizes
        parts.append(f"{other.people / own.people:.1f} times the size ({size_words(other)})")
        apart = percent(abs(other.share - own.share))
        parts.append(f"{SPOKEN.bme_share} {points_text(apart)} apart ({percent_text(other.share)})")
    return f"{_upper_first('; '.join(parts))}. Distance {one.steps:.1f} steps."


def size_words(size: Size) -> str:
    """Return a size with the way it was counted."""
    return f"{size.people:,} answered" if size.counted == ANSWERED else f"{size.people:,} staff"


def peer_set_sentence(chosen: PeerSet) -> str:
    """Return what the chosen trusts are, how distance is counted, and what is not known."""
    if not chosen.chosen:
        return "No other trust has figures for this year and indicator here."
    count = len(chosen.chosen)
    whose = "suggested" if chosen.is_suggestion else "chosen by you"
    unlike = any(not one.same_type for one in chosen.chosen)
    types = " Some are of another type; they are compared because you chose them." if unlike else ""
    return in_terms(
        f"{count} trusts, {whose}. One step of distance is another region, twice the size, or 10 "
        "points of BME share. A fact that is not known counts as one step. Size and BME share "
        f"are those who answered the survey, known for few trusts.{types}"
    )


def unknown_pool(asked: str) -> str:
    """Return why a pool asked for cannot be shown."""
    return f"“{asked}” is no set of trusts to stand among; all trusts of the same type are shown."


def unknown_peers(codes: tuple[str, ...]) -> str:
    """Return which trusts asked for cannot be among the chosen ones."""
    listed = ", ".join(codes)
    return (
        f"Left out of the chosen trusts: {listed}. There is no other trust of this code with "
        "figures for this year and indicator."
    )


def no_funnel(found: NoFunnel) -> str:
    """Return why there is no funnel."""
    if found.at_an_end:
        return "There is no funnel: every trust’s figure is 0% or 100%."
    if not found.with_base:
        return (
            "There is no funnel: it needs the number of responses of each trust. The published "
            "table gives percentages only."
        )
    return (
        f"There is no funnel: it needs 10 other trusts with a number of responses, and "
        f"{found.with_base} of {found.others} have one."
    )


_FUNNEL_WORDS = {
    FunnelPosition.WITHIN: "inside the limits: no clear evidence that it stands out",
    FunnelPosition.HIGH_95: "above the 95% limit but inside the 99.8% limit",
    FunnelPosition.LOW_95: "below the 95% limit but inside the 99.8% limit",
    FunnelPosition.HIGH_998: "above the 99.8% limit: it stands out",
    FunnelPosition.LOW_998: "below the 99.8% limit: it stands out",
}


def funnel_headline(found: Funnel, labels: Labels = SPOKEN) -> str:
    """Return where this trust lies in the funnel."""
    whom = staff_of(found.group, labels)
    if found.own is None or found.position is None:
        return f"{_upper_first(whom)}: this trust has no number of responses to place it by"
    return f"{_upper_first(whom)}: {rate_text(found.own)} is {_FUNNEL_WORDS[found.position]}"


def funnel_note(found: Funnel) -> str:
    """Return what the limits are, and how many trusts chance alone would put outside them."""
    trusts = len(found.points)
    widened = "The limits are widened because trusts differ by more than chance."
    if found.tau2 <= 0:
        widened = "The limits are not widened: trusts differ by no more than chance."
    return (
        f"The centre is {percent_text(found.centre)}, all answers of {trusts} other trusts "
        f"together. {widened} With nothing wrong, about {trusts * 0.05:.0f} of {trusts} lie "
        "outside 95%."
    )


def funnel_alt(found: Funnel, labels: Labels = SPOKEN) -> str:
    """Return the text alternative of a funnel."""
    return (
        f"Funnel of {len(found.points)} trusts, percentage by number of responses. "
        f"{funnel_headline(found, labels)}. {funnel_note(found)}"
    )
