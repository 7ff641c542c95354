"""The command ``check-text``: every claim of a report set beside the published figures."""

from __future__ import annotations

import sys
from argparse import Namespace

from wres.answers import Evidence
from wres.answers.claim_numbers import Mark
from wres.answers.narrative import Judged, TextChecked, by_sentence, check_text
from wres.claims import LONGEST_TEXT
from wres.command_line.evidence import opened, problems
from wres.command_line.layout import wrapped
from wres.command_line.reading import content_of
from wres.command_line.reply import Exit, Reply
from wres.interface.asked import organisation_asked, year_asked
from wres.text import one_line
from wres.upload.document_text import text_of
from wres.upload.limits import LARGEST_FILE_BYTES
from wres.words import narrative as words
from wres.words import organisation_title

FROM_INPUT = "-"


def check_a_text(asked: Namespace) -> Reply:
    """Return every claim of a text with its verdict; ends with 1 when one disagrees.

    Raises:
        BadCommand: If there is no such file, organisation or year.
        FileRefused: If the file is neither text nor a Word document, or is too large.
    """
    text = _text(asked.file)
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    year = year_asked(evidence, organisation, asked.year) if asked.year else None
    checked = check_text(evidence, text, organisation.code, wres_year=year)
    notes = [*problems(evidence)]
    notes += [words.CUT] if checked.is_cut else []
    notes += [words.TOO_LONG] if len(text) > LONGEST_TEXT else []
    wrong = checked.count(Mark.DISAGREES)
    return Reply(
        data=_data(evidence, checked),
        lines=tuple(_lines(evidence, checked)),
        exit=Exit.WARNINGS if wrong else Exit.FINE,
        notes=tuple(notes),
    )


def _text(given: str) -> str:
    if given == FROM_INPUT:
        return text_of(sys.stdin.buffer.read(LARGEST_FILE_BYTES + 1))
    return text_of(content_of(given))


def _lines(evidence: Evidence, checked: TextChecked) -> list[str]:
    organisation = evidence.organisations.get(checked.org_code)
    lines = [
        *wrapped(organisation_title(organisation)),
        *wrapped(f"{words.checked_headline(checked)}. {words.year_note(checked)}"),
    ]
    if not checked.claims:
        lines += wrapped(words.NOTHING_FOUND)
    for claims in by_sentence(checked):
        lines += ["", *wrapped(f"“{one_line(claims[0].claim.quote)}”")]
        for line in told(evidence, claims):
            lines += wrapped(line, indent=2, hang=2)
    return lines


def told(evidence: Evidence, claims: tuple[Judged, ...]) -> tuple[str, ...]:
    """Return what is said under a sentence: each verdict, why, our own sentence, its source."""
    verdicts = [
        f"{words.mark_words(one.mark)}. {words.about_claim(one)} {words.reason_sentence(one)}"
        for one in claims
    ]
    ours = [f"We would write: {text}" for one in claims if (text := words.our_sentence(one))]
    sources = [words.source_sentence(evidence, one) for one in claims]
    return tuple(line for line in dict.fromkeys((*verdicts, *ours, *sources)) if line)


def _data(evidence: Evidence, checked: TextChecked) -> dict[str, object]:
    organisation = evidence.organisations.get(checked.org_code)
    return {
        "organisation": {
            "code": organisation.code,
            "name": organisation_title(organisation),
            "made_up": organisation.made_up,
        },
        "year_meant": checked.wres_year,
        "counts": {mark.value: checked.count(mark) for mark in Mark},
        "claims": [_claim(evidence, one) for one in checked.claims],
    }


def _claim(evidence: Evidence, one: Judged) -> dict[str, object]:
    seen = one.seen
    return {
        "text": one_line(one.claim.quote),
        "paragraph": one.claim.paragraph,
        "about": one.claim.kind.value,
        "indicators": list(one.claim.indicators),
        "group": one.claim.group.value if one.claim.group else None,
        "organisation": one.claim.org_code or None,
        "wres_year": seen.wres_year if seen else None,
        "verdict": one.mark.value,
        "reason": words.reason_sentence(one),
        "our_sentence": words.our_sentence(one),
        "source": words.source_sentence(evidence, one),
    }
