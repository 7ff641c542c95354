"""The rules that protect people, in plain words, with each number read from where it is used."""

from __future__ import annotations

from dataclasses import dataclass

from wres.access import IDLE_SECONDS
from wres.benchmarks import LEAST_ORGANISATIONS
from wres.disclosure.gate import MOST_AT_ONCE, MOST_SETS
from wres.disclosure.verdicts import NARROW_WIDTH
from wres.publication.rules import BOUND_PEOPLE, LEAST_BASE, NEAR_NOBODY, SMALL_BASE
from wres.publication.suppression import FEWEST_IN_A_POOL, LEAST_ANSWERS
from wres.words.labels import HIDDEN

_RULES = (
    (
        "Enough people",
        f"A survey figure needs {LEAST_BASE} or more people of the group who answered. No link "
        "and no setting makes that fewer.",
    ),
    (
        "Nearly all alike",
        f"Fewer than {SMALL_BASE} answered, and {NEAR_NOBODY} or fewer said yes, or no? Then "
        f"only a limit is shown, {BOUND_PEOPLE} people from the end.",
    ),
    (
        "One fixed list",
        "What can be seen is fixed when figures are stored. Filters look figures up. They "
        "never count people again.",
    ),
    (
        "Merge before hiding",
        "Pay bands are merged before anything is hidden. The same groups are hidden on every "
        f"survey question of a year. Together they hold {FEWEST_IN_A_POOL} groups, "
        f"{LEAST_BASE} people, {LEAST_ANSWERS} yes-answers and {LEAST_ANSWERS} noes, or more.",
    ),
    (
        "Attacked first",
        "Before figures count, the program tries to work out the hidden ones. One known to "
        f"within {NARROW_WIDTH} people counts as worked out. What cannot be protected is not "
        f"shown. Breakdowns of more than {MOST_AT_ONCE} years at once are not shown.",
    ),
    (
        "One source for all",
        "Charts, tables, files, sentences and text for screen readers use the same protected "
        "figures.",
    ),
    (
        "Corrections",
        f"New figures are checked beside the {MOST_SETS} sets shown last. Where both would "
        f"tell how a few people answered, they are hidden for that year. Fewer than "
        f"{LEAST_BASE} people apart is few.",
    ),
    (
        "Benchmarks",
        "A benchmark is made of figures that anybody may see, never of hidden ones. A median "
        f"needs {LEAST_ORGANISATIONS} other trusts. Your own trust takes no part in it.",
    ),
    (
        "Ratios",
        f"Fewer than {LEAST_BASE} people counted in either group? Then the relative likelihood "
        "has one decimal, no counts and no likely range.",
    ),
    (
        "Posts",
        f"A trust must publish indicators 1 and 9. Where 1 to {LEAST_BASE - 1} people of a group "
        "are in one pay band, they are hidden there. The band group is shown.",
    ),
    (
        "One mark",
        f"Each hidden figure reads “{HIDDEN}”. The mark never tells which of them is the "
        "small one.",
    ),
    (
        "Words people write",
        "A reason given for a doubtful figure can be read by everybody. Whoever names a small "
        "number of people in it is warned.",
    ),
    (
        "Sums of money",
        "Rules for sums of money or time are not needed here. Only people are counted.",
    ),
    (
        "No rows of people",
        "A survey file with a row for each person is counted in memory and dropped. Names, "
        "addresses and staff numbers stop a file. What is kept: the counts, the file’s name "
        "and its fingerprint.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionRule:
    """One rule: its number in the data protection annex, its name, and what is done."""

    number: str
    name: str
    what: str


def protection_rules() -> tuple[ProtectionRule, ...]:
    """Return the rules by which figures are shown, hidden and kept, one by one."""
    return tuple(
        ProtectionRule(number=f"R{place}", name=name, what=what)
        for place, (name, what) in enumerate(_RULES, start=1)
    )


def looking_after_sentences() -> tuple[str, ...]:
    """Return what everybody may know of who sees what, where the figures are, and the log."""
    return (
        "Everybody with a role sees the same figures. A lead can also see the hidden figures of "
        "their own trust. Each such look is written in the log.",
        f"A lead or admin who does nothing for {IDLE_SECONDS // 60} minutes must sign in again.",
        "All figures lie on the server of your trust. The program sends nothing anywhere else.",
        "Nothing stored is overwritten. The log says who did what and when, and holds no figure.",
    )
