"""The command ``check-text``: every claim of a report set beside the published figures."""

from __future__ import annotations

import sys
from argparse import Namespace

from wres.answers import Evidence
from wres.answers.claim_numbers import Mark
from wres.answers.narrative import Judged, TextChecked, check_text
from wres.claims import LONGEST_TEXT
from wres.command_line.evidence import opened, problems
from wres.command_line.layout import wrapped
from wres.command_line.reading import content_of
from wres.command_line.reply import Exit, Reply
from wres.interface.asked import organisation_asked, year_asked
from wres.text import one_line
from wres.upload.document_text import text_of
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
        return text_of(sys.stdin.buffer.read())
    return text_of(content_of(given))


def _lines(evidence: Evidence, checked: TextChecked) -> list[str]:
    organisation = evidence.organisations.get(checked.org_code)
    lines = [
        *wrapped(organisation_title(organisation)),
        *wrapped(f"{words.checked_headline(checked)}. {words.year_note(checked)}"),
    ]
    if not checked.claims:
        lines += wrapped(words.NOTHING_FOUND)
    for one in checked.claims:
        lines += ["", *wrapped(f"{words.mark_words(one.mark)}: “{one_line(one.claim.quote)}”")]
        for line in told(evidence, one):
            lines += wrapped(line, indent=2, hang=2)
    return lines


def told(evidence: Evidence, one: Judged) -> tuple[str, ...]:
    """Return what is said under a claim: what it is about, why, our sentence and its source."""
    ours, source = words.our_sentence(one), words.source_sentence(evidence, one)
    lines = (
        words.about_claim(one),
        words.reason_sentence(one),
        f"We would write: {ours}" if ours else "",
        source,
    )
    return tuple(line for line in lines if line)


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
