"""Two changes of one beginning: kept side by side, and a clash only where both differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wres.plans import Clash, merge

BEFORE = {"lead": "", "due": "March 2026", "measure": "None"}


def test_different_fields_are_both_kept() -> None:
    """One names the lead, the other moved the date."""
    merged = merge(BEFORE, mine={"lead": "Ama"}, theirs={**BEFORE, "due": "May 2026"})
    assert merged.values == {"lead": "Ama", "due": "May 2026", "measure": "None"}
    assert merged.clashes == ()


def test_the_same_change_twice_is_no_clash() -> None:
    """Both wrote the same lead."""
    merged = merge(BEFORE, mine={"lead": "Ama"}, theirs={**BEFORE, "lead": "Ama"})
    assert (merged.values["lead"], merged.clashes) == ("Ama", ())


def test_a_field_left_alone_takes_nothing_back() -> None:
    """A form sends every field; what I did not touch does not undo what they changed."""
    merged = merge(BEFORE, mine={**BEFORE, "lead": "Ama"}, theirs={**BEFORE, "due": "May 2026"})
    assert merged.values == {"lead": "Ama", "due": "May 2026", "measure": "None"}


def test_a_field_both_changed_is_told_and_theirs_stands() -> None:
    """With what it was, what I wrote and what stands now."""
    merged = merge(BEFORE, mine={"lead": "Ama"}, theirs={**BEFORE, "lead": "Ben"})
    assert merged.values["lead"] == "Ben"
    assert merged.clashes == (Clash("lead", "", "Ama", "Ben"),)


WORDS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["", "x", "y"]), min_size=4)


@given(before=WORDS, mine=WORDS, theirs=WORDS)
def test_nothing_anybody_changed_is_lost_unseen(
    before: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> None:
    """Each of my changes stands or is told as a clash; each of theirs stands."""
    merged = merge(before, mine=mine, theirs=theirs)
    told = {clash.field for clash in merged.clashes}
    for name in "abcd":
        if mine[name] != before[name]:
            assert merged.values[name] == mine[name] or name in told
        else:
            assert merged.values[name] == theirs[name]
