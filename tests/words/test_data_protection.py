"""How people are protected is said in short, plain sentences with the numbers of the rules."""

from __future__ import annotations

from tests.words.reading import LONGEST, OLDEST, WORD, reading_age, sentences
from wres.words.data_protection import looking_after_sentences, protection_rules

SAID = [*(rule.what for rule in protection_rules()), *looking_after_sentences()]


def test_every_sentence_is_short_and_read_at_twelve() -> None:
    """At most twenty words a sentence, and a reading age of 12 or under for all of it."""
    long = [one for text in SAID for one in sentences(text) if len(WORD.findall(one)) > LONGEST]
    assert long == []
    assert reading_age(SAID) <= OLDEST


def test_the_numbers_are_those_the_rules_are_known_by() -> None:
    """Eleven people, bounds below thirty, five answers either way, four people's width."""
    said = {rule.name: rule.what for rule in protection_rules()}
    assert "11 or more people" in said["Enough people"]
    assert "Fewer than 30 answered" in said["Nearly all alike"]
    assert "5 yes-answers and 5 noes" in said["Merge before hiding"]
    assert "within 4 people" in said["Attacked first"]
    assert "1 to 10 people" in said["Posts"]
    assert "30 minutes" in looking_after_sentences()[1]
