"""Who holds the posts, in words: shares beside the workforce, posts to parity, the board."""

from __future__ import annotations

from wres.answers.workforce import Ladder, Workforce
from wres.measures import MUCH_UNKNOWN, Representation, Rung, percent
from wres.organisations import Organisation
from wres.terms import Band, StaffGroup, Status, is_band_group
from wres.words.explaining import NO_TEST_ON_COUNTS
from wres.words.figures import percent_text, points_text
from wres.words.headlines import MADE_UP, organisation_title, share_finding
from wres.words.labels import people_label, staff_group_label, status_words
from wres.words.presets import SPOKEN, Labels, in_terms

NO_FIGURE = "No figure given"
OVERLAP_NOTE = "Executive members can also be voting members, so the rows do not add up."
_PARITY_NOTE = (
    "How many posts would bring the BME share to that of the workforce. Either posts change hands, "
    "or posts are added and all filled by BME staff."
)
SHARE_NOTE = "Each share is of everyone in these posts, unknown ethnicity included."


def parity_note() -> str:
    """Return what the number of posts to parity means."""
    return in_terms(_PARITY_NOTE)


def workforce_finding(found: Workforce, labels: Labels = SPOKEN) -> str:
    """Return the finding of the page in one sentence: senior posts, the workforce, or neither."""
    senior = found.senior.representation
    if senior is not None:
        return share_finding(senior, labels)
    everyone = found.everyone
    if not found.has_posts:
        return f"No counts of posts for WRES {found.wres_year}."
    return f"{labels.bme_staff} make up {_share_and_people(everyone)} of the workforce."


def _share_and_people(rung: Rung) -> str:
    share = percent_text(rung.share) if rung.share is not None else NO_FIGURE
    if rung.bme is None or rung.posts is None:
        return share
    return f"{share} ({rung.bme:,} of {rung.posts:,})"


def no_posts(found: Workforce) -> str:
    """Return why there is no ladder, and the nearest year that has one."""
    opening = f"Indicator 1 has no figures here for WRES {found.wres_year}."
    if found.nearest_year:
        return f"{opening} The nearest year with figures is {found.nearest_year}."
    return f"{opening} A lead can upload counts of staff by pay band."


def workforce_subtitle(organisation: Organisation, wres_year: int, number: int) -> str:
    """Return the measure, whose it is and its date, for the charts of indicators 1 and 9."""
    made_up = f" {MADE_UP}" if organisation.made_up else ""
    name = organisation_title(organisation)
    return f"Indicator {number}, {name}. 31 March {wres_year} (WRES {wres_year}).{made_up}"


def rung_name(rung: Rung) -> str:
    """Return what a rung is: its band, its staff group or its seats."""
    return people_label(rung.band, rung.staff_group)


def ladder_name(ladder: Ladder) -> str:
    """Return whose ladder it is, to begin a heading with."""
    return "The ladder" if ladder.staff_group is StaffGroup.ALL else _of_staff(ladder)


def _of_staff(ladder: Ladder) -> str:
    return f"The ladder, {staff_group_label(ladder.staff_group).lower()} staff"


def rung_figure(rung: Rung) -> str:
    """Return a rung's share and people: “12.9%, 30 of 232”, or why there is none."""
    if not rung.is_shown or rung.share is None:
        return status_words(rung.status) or NO_FIGURE
    people = rung_people(rung)
    return f"{percent_text(rung.share)}, {people}" if people else percent_text(rung.share)


def rung_people(rung: Rung) -> str:
    """Return the people of a rung: “30 of 232”, or an empty text where they are not shown."""
    if not rung.is_shown or rung.bme is None or rung.posts is None:
        return ""
    return f"{rung.bme:,} of {rung.posts:,}"


def beside_workforce(found: Representation | None) -> str:
    """Return how far a share lies from the workforce share: “14.6 points below”."""
    if found is None:
        return NO_FIGURE
    if found.points == 0:
        return "The same"
    return f"{points_text(found.points)} {'below' if found.points < 0 else 'above'}"


def ladder_headline(ladder: Ladder, labels: Labels = SPOKEN) -> str:
    """Return the finding of a ladder: the share on its lowest and on its highest rung."""
    rungs = [rung for rung in ladder.shown if not _is_medical(rung)]
    if not rungs:
        hidden = any(rung.status is Status.HIDDEN for rung in ladder.rungs)
        return f"{labels.bme} share by band: {'hidden' if hidden else 'no figures'}"
    low, high = rungs[0], rungs[-1]
    first, last = (percent_text(one.share or 0.0) for one in (low, high))
    if low is high:
        return f"{labels.bme} share: {first} in {_inside(low)}"
    return f"{labels.bme} share: {first} in {_inside(low)}, {last} in {_inside(high)}"


def _is_medical(rung: Rung) -> bool:
    return rung.band is Band.MEDICAL


def _inside(rung: Rung) -> str:
    name = rung_name(rung)
    return f"{name[0].lower()}{name[1:]}"


def ladder_notes(found: Workforce, ladder: Ladder) -> tuple[str, ...]:
    """Return what must be known to read a ladder: merged bands, posts in no band, hidden rungs."""
    notes = []
    if any(is_band_group(rung.band) and not _is_medical(rung) for rung in ladder.rungs):
        notes.append("Bands with few people of a group are joined, as they are published.")
    if any(rung.status is Status.HIDDEN for rung in ladder.rungs):
        notes.append("Some rungs are hidden to protect confidentiality.")
    outside = _outside(found, ladder)
    if outside:
        word = "post is" if outside == 1 else "posts are"
        notes.append(f"{outside:,} {word} in no band given here.")
    return tuple(notes)


def _outside(found: Workforce, ladder: Ladder) -> int:
    if ladder.staff_group is not StaffGroup.ALL or not ladder.rungs:
        return 0
    if any(rung.posts is None for rung in ladder.rungs):
        return 0
    return max(0, (found.everyone.posts or 0) - sum(rung.posts or 0 for rung in ladder.rungs))


def only_totals() -> str:
    """Return that there is no ladder because nothing is given by band."""
    return "No figures by pay band are given, so there is no ladder: only the whole workforce."


def no_ladders_apart(found: Workforce) -> str:
    """Return that bands of clinical and non-clinical staff apart are not published, if so."""
    if len(found.ladders) > 1 or not found.ladder.rungs:
        return ""
    return "Bands of clinical and of non-clinical staff apart are not published here."


def rungs_alt(
    rungs: tuple[Rung, ...], everyone: Rung, *, what: str, labels: Labels = SPOKEN
) -> str:
    """Return the text alternative of a ladder: every rung's share and people, as given."""
    lines = [f"{rung_name(rung)}: {rung_figure(rung)}" for rung in rungs]
    beside = f" Workforce: {rung_figure(everyone)}." if everyone.is_shown else ""
    return f"Bar chart of the {labels.bme} share by {what}. {'; '.join(lines)}.{beside}"


def staff_headline(found: Workforce, labels: Labels = SPOKEN) -> str:
    """Return the shares of the kinds of staff in one line, by name."""
    told = [
        f"{percent_text(rung.share)} {_inside(rung)}"
        for rung in found.staff
        if rung.is_shown and rung.share is not None
    ]
    return f"{labels.bme} share: {', '.join(told)}" if told else f"{labels.bme} share: no figures"


def ladder_note() -> str:
    """Return how to read the bars of a ladder."""
    return f"{SHARE_NOTE} {NO_TEST_ON_COUNTS}"


def unknown_sentence(found: Workforce, labels: Labels = SPOKEN) -> str:
    """Return how many have no known ethnicity, and the share with and without them."""
    rung = found.everyone
    if rung.unknown is None or rung.posts is None or rung.share_of_known is None:
        return "How many staff have no known ethnicity is not given."
    share = rung.unknown_share or 0.0
    much = " That is more than 5%, so read both shares." if share > MUCH_UNKNOWN else ""
    return (
        f"{rung.unknown:,} of {rung.posts:,} staff ({percent_text(share)}) have no known "
        f"ethnicity. With them the {labels.bme} share is {percent_text(rung.share or 0.0)}; "
        f"without them it is {percent_text(rung.share_of_known)}.{much}"
    )


def parity_sentence(rung: Rung, labels: Labels = SPOKEN) -> str:
    """Return how many posts would bring a rung to the workforce share, by swap and by growth."""
    name, need, beside = rung_name(rung), rung.parity, rung.representation
    if need is None or beside is None:
        why = status_words(rung.status) or NO_FIGURE
        return f"{name}: {why[0].lower()}{why[1:]}."
    if need.too_few_posts:
        return f"{name}: too few posts for the workforce share to be one person."
    if need.swap == 0:
        return f"{name}: at or above the workforce share. No more posts are needed."
    added = "no number of new posts would do it"
    if need.growth is not None:
        added = f"or {_posts(need.growth)} added and filled by them"
    return f"{name}: {_posts(need.swap)} passing to {labels.bme_staff}, {added}."


def _posts(count: int) -> str:
    return f"{count:,} {'post' if count == 1 else 'posts'}"


def parity_headline(found: Workforce, labels: Labels = SPOKEN) -> str:
    """Return how many posts at band 8a and above would reach the workforce share."""
    return parity_sentence(found.senior, labels)


def board_sentence(rung: Rung, labels: Labels = SPOKEN) -> str:
    """Return seats in people: how many, how far from the workforce, what one appointment is."""
    if rung.bme is None or not rung.posts:
        return f"{status_words(rung.status) or NO_FIGURE}."
    verb = "is" if rung.bme == 1 else "are"
    opening = f"{rung.bme:,} of {rung.posts:,} {verb} {labels.bme}"
    one = f"One appointment is {points_text(percent(1 / rung.posts))}."
    beside = rung.representation
    if beside is None or rung.parity is None:
        return f"{opening}. {one} There is no workforce share to set this beside."
    apart = beside_workforce(beside)
    where = f"{apart[0].lower()}{apart[1:]}"
    told = f"{opening} ({percent_text(beside.share)})"
    tail = "as" if beside.points == 0 else ""
    where = f"{where} {tail}".strip()
    return (
        f"{told}: {where} the workforce share of {percent_text(beside.workforce_share)}. {one} "
        f"{_appointments(rung)}"
    )


def _appointments(rung: Rung) -> str:
    need = rung.parity
    if need is None or need.swap == 0:
        return "No more are needed to reach that share."
    if need.too_few_posts:
        return "There are too few seats for that share to be one person."
    verb = "appointment" if need.swap == 1 else "appointments"
    return f"{need.swap:,} more {verb}, in place of others, would reach that share."


def board_headline(found: Workforce, labels: Labels = SPOKEN) -> str:
    """Return the finding on the board: people of the first kind of seats given."""
    first = found.board[0]
    if first.bme is None or first.posts is None:
        return "The board: no figures"
    name = rung_name(first)
    return (
        f"{name}: {first.bme:,} of {first.posts:,} {'is' if first.bme == 1 else 'are'} {labels.bme}"
    )


def no_board(found: Workforce) -> str:
    """Return that there are no figures on the board for the year."""
    return f"Indicator 9 has no figures here for WRES {found.wres_year}."
