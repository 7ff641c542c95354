"""The three choices of words for the two groups of the standard, and which one is spoken.

Codes in files and in the program are the standard's. The words are one choice of three: the
standard's terms, GOV.UK's terms, or a trust's own. One setting of the server chooses for all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wres.errors import SetUpWrong
from wres.settings import LABELS

_QUOTED = re.compile(r"(“[^”]*”)")
# Names of groups of people, which keep their capital letter inside a sentence.
_NAMES = frozenset(
    ("African", "Arab", "Asian", "Black", "British", "Caribbean", "Chinese", "Gypsy", "Roma")
)
_BME = re.compile(r"\bBME\b(?: (?P<what>staff|colleagues|applicants|share|figure)\b)?")


@dataclass(frozen=True, kw_only=True)
class Labels:
    """The words for the two groups of the standard, and for not known.

    ``bme`` and ``white`` stand alone, in a table or a legend; the others stand in a sentence.
    """

    name: str
    bme: str
    white: str
    unknown: str = "Unknown"
    bme_staff: str = ""
    white_staff: str = ""
    bme_applicants: str = ""
    bme_share: str = ""
    bme_figure: str = ""


WRES_TERMS = Labels(
    name="WRES terms",
    bme="BME",
    white="White",
    bme_staff="BME staff",
    white_staff="White staff",
    bme_applicants="BME applicants",
    bme_share="BME share",
    bme_figure="BME figure",
)
GOVUK_TERMS = Labels(
    name="GOV.UK terms",
    bme="All other ethnic groups combined",
    white="White",
    bme_staff="staff from all other ethnic groups combined",
    white_staff="White staff",
    bme_applicants="applicants from all other ethnic groups combined",
    bme_share="share of staff from all other ethnic groups combined",
    bme_figure="figure of all other ethnic groups combined",
)


def own_labels(bme: str) -> Labels:
    """Return a trust's own words for the group the standard calls BME, such as “Global majority”.

    White stays White: the standard has no other word for it.
    """
    is_name = bme[:2].isupper() or re.split(r"\W", bme, maxsplit=1)[0] in _NAMES
    inside = bme if is_name else bme[0].lower() + bme[1:]
    return Labels(
        name="Own terms",
        bme=bme,
        white="White",
        bme_staff=f"{inside} staff",
        white_staff="White staff",
        bme_applicants=f"{inside} applicants",
        bme_share=f"{inside} share",
        bme_figure=f"{inside} figure",
    )


class _Spoken(Labels):
    """The labels the program speaks in; every function that is given none speaks in these."""

    _now = WRES_TERMS

    def __getattribute__(self, name: str) -> object:
        now = type(self)._now
        return (
            getattr(now, name)
            if name in Labels.__dataclass_fields__
            else super().__getattribute__(name)
        )


# One object for all functions, so that a change of labels reaches every one of them.
SPOKEN: Labels = object.__new__(_Spoken)


def speak(labels: Labels) -> None:
    """Return nothing; from now on everything this program says is in these labels."""
    _Spoken._now = labels


def labels_of(setting: str) -> Labels:
    """Return the labels a setting names: ``wres``, ``govuk``, or ``own:`` and a trust's own words.

    Raises:
        SetUpWrong: If it names none of them.
    """
    kind, _, words = setting.strip().partition(":")
    if kind in ("", "wres") and not words:
        return WRES_TERMS
    if kind == "govuk" and not words:
        return GOVUK_TERMS
    if kind == "own" and words.strip():
        return own_labels(" ".join(words.split()))
    raise SetUpWrong(
        f"The setting {LABELS.name} names no labels. Use wres, govuk, or own: with your own words."
    )


def sentence_case(text: str) -> str:
    """Return a text as it begins a sentence or a line."""
    return text[:1].upper() + text[1:]


def in_terms(text: str, labels: Labels = SPOKEN) -> str:
    """Return a text that was written in the standard's terms in these labels.

    For texts of rooms that know no labels. What stands in quotation marks is somebody's own.
    """
    if labels.bme == WRES_TERMS.bme:
        return text
    return "".join(
        part if part.startswith("“") else _BME.sub(lambda met: _instead(met, labels), part)
        for part in _QUOTED.split(text)
    )


def _instead(met: re.Match[str], labels: Labels) -> str:
    word = {
        "staff": labels.bme_staff,
        "colleagues": labels.bme_staff,
        "applicants": labels.bme_applicants,
        "share": labels.bme_share,
        "figure": labels.bme_figure,
    }.get(met["what"] or "", labels.bme)
    before = met.string[: met.start()].rstrip(" *-")
    begins = not before or before[-1] in ".!?"
    return sentence_case(word) if begins else word
