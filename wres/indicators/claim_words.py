"""The words a report uses for each indicator, and which indicator they leave when put together.

Each line is one wording, in small letters and without commas: ``{a|b}`` is either, ``[a]`` may be
left out. “Harassment” alone is two indicators; who did it decides which. To teach the checker a
wording, add it here.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Set
from enum import Enum


class Topic(Enum):
    """What a few words of a report are about."""

    APPOINTED = "appointed"
    BOARD = "board"
    BOARD_EXECUTIVE = "board executive"
    BOARD_VOTING = "board voting"
    BY_FEWER = "by some of them"
    BY_STAFF = "by staff"
    BY_THE_PUBLIC = "by the public"
    DISCIPLINED = "disciplined"
    DISCRIMINATION = "discrimination"
    EQUAL_CHANCES = "equal chances"
    HARASSMENT = "harassment"
    SENIOR = "senior"
    TRAINED = "trained"
    WORKFORCE = "workforce"


WORDINGS: Mapping[Topic, str] = {
    Topic.HARASSMENT: """
        harassment bullying {or|and} abuse
        bullying harassment {or|and} abuse
        harassment bullying abuse
        {bullying|abuse} {or|and} harassment
        harassment [{or|and} {bullying|abuse}]
        abuse harassment {or|and} bullying
        harassed [{or|and} bullied]
        {harassed bullied|bullied harassed} {or|and} abused
        bullied or harassed
    """,
    Topic.DISCRIMINATION: """
        discrimination [at work]
        discriminated against [at work]
    """,
    Topic.BY_THE_PUBLIC: """
        {from|by} patients [[or] service users] [their] [relatives|families] [{or|and} [other]] \
            [members of] [the] public
        {from|by} patients [{or|and} [their] {relatives|families|service users}]
        {from|by} [members of] the public
        {from|by} service users [{or|and} [members of] the public]
        {from|by} patients [their] {relatives|families} {or|and} [members of] the public
    """,
    Topic.BY_STAFF: """
        {from|by} [other|fellow] staff
        {from|by} {members of staff|staff members|[fellow] colleagues}
        {from|by} [their|line|a|either] {manager|managers} {or|and} [other|a|their|fellow] \
            {colleague|colleagues|staff}
        {from|by} [a] {colleague|colleagues} {or|and} [a] {manager|managers}
        {from|by} [a|their] {manager|managers} [or] {team leader|team leaders} {or|and} \
            [a|other] {colleague|colleagues}
        {from|by} staff managers or other colleagues
        {from|by} managers or other staff
    """,
    # Half of a question of the survey, which the standard does not publish by itself.
    Topic.BY_FEWER: """
        {from|by} [their|a|line|their line] {manager|managers|team leader|team leaders}
        {from|by} other colleagues
    """,
    Topic.EQUAL_CHANCES: """
        equal {opportunities|opportunity|chances} {for|of|in} [career] {progression|promotion} \
            [{or|and} [career] {promotion|progression}]
        equal {opportunities|opportunity} [to progress]
        equal career opportunities
        sure that promotion is fair
        acts fairly {on|with regard to|in} career progression [{or|and} promotion]
    """,
    Topic.APPOINTED: """
        [be|being] {appointed|recruited} \
            [{from|after|once|when|following} [being|a|the] {shortlisting|shortlisted|shortlist}]
        appointment from shortlisting
    """,
    Topic.DISCIPLINED: """
        {enter|entering|entered|enters} [into] {the|a} [formal] disciplinary {process|procedure}
        {enter|entering} [into] formal disciplinary {processes|proceedings|procedures}
        [the|a] formal disciplinary {process|processes}
        be formally disciplined
        {enter|entering} {the|a} formal process
        {go|going} through {the|a} formal disciplinary process
        {face|facing} {a formal disciplinary process|formal disciplinary action}
    """,
    Topic.TRAINED: """
        {access|accessing|accessed|get|getting|receive|receiving|access to} non mandatory \
            training [{and|or} {cpd|continuing professional development}]
        {access|accessing|get|getting} training that is not mandatory
        {get|getting} the training
        {undertake|undertaking|take up|taking up} non mandatory training [{and|or} cpd]
        non mandatory training [{and|or} {cpd|continuing professional development}]
    """,
    Topic.WORKFORCE: """
        [[share] of] [the|our] [whole|total|overall|trust] workforce
        [share] of {all|our} staff
        of the trust's workforce
    """,
    Topic.SENIOR: """
        [{of|in|share of} {staff|posts|roles|those}] [of|at|in] {band|bands} 8a {and|or} above
    """,
    Topic.BOARD: """
        [[share] of|on] [the|our] [whole|trust] board [members]
        of the trust's board
        of members of {the|our} board
    """,
    Topic.BOARD_VOTING: """
        [of] [the|our] voting board [members]
        [of] [the] voting members of the board
    """,
    Topic.BOARD_EXECUTIVE: """
        [of] [the|our] executive board [members]
        [of] [the] executive members of the board
    """,
}

_WHO = {Topic.BY_THE_PUBLIC, Topic.BY_STAFF, Topic.BY_FEWER}
_ONE_INDICATOR = {
    Topic.APPOINTED: 2,
    Topic.BOARD: 9,
    Topic.BOARD_EXECUTIVE: 9,
    Topic.BOARD_VOTING: 9,
    Topic.DISCIPLINED: 3,
    Topic.EQUAL_CHANCES: 7,
    Topic.SENIOR: 1,
    Topic.TRAINED: 4,
    Topic.WORKFORCE: 1,
}
_INNERMOST = re.compile(r"([\[{])([^\[\]{}]*)[\]}]")

Phrase = tuple[str, ...]


def phrases(wordings: str) -> tuple[Phrase, ...]:
    """Return every phrase the wordings stand for, as words: ``{a|b}`` either, ``[a]`` or none."""
    lines = [line.strip() for line in wordings.strip().splitlines()]
    every = itertools.chain.from_iterable(_spelt_out(line) for line in lines if line)
    return tuple(dict.fromkeys(tuple(text.split()) for text in every if text.split()))


def _spelt_out(line: str) -> list[str]:
    """Every text of a line, by taking the first innermost choice apart until there is none."""
    found = _INNERMOST.search(line)
    if found is None:
        return [line]
    options = found[2].split("|") + ([""] if found[1] == "[" else [])
    before, after = line[: found.start()], line[found.end() :]
    return [text for one in options for text in _spelt_out(f"{before}{one}{after}")]


def indicators_of(topics: Set[Topic]) -> tuple[int, ...] | None:
    """Return the indicators that fit what is named; none for no topic; None when they clash.

    Two of them (5 and 6) when harassment is named without who did it.
    """
    subjects, who = topics - _WHO, topics & _WHO
    if len(subjects) > 1 or len(who) > 1 or (who and not subjects):
        return None
    if not subjects:
        return ()
    (subject,) = subjects
    if subject is Topic.HARASSMENT:
        return _harassment(who)
    if subject is Topic.DISCRIMINATION:
        return (8,) if who <= {Topic.BY_STAFF} else None
    return None if who else (_ONE_INDICATOR[subject],)


def _harassment(who: Set[Topic]) -> tuple[int, ...] | None:
    if not who:
        return (5, 6)
    if who == {Topic.BY_THE_PUBLIC}:
        return (5,)
    return (6,) if who == {Topic.BY_STAFF} else None
