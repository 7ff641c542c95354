"""The six high impact actions of NHS England's plan for equality, diversity and inclusion.

Published in June 2023 for every NHS organisation. The names are short ones of ours. Which WRES
indicators an action's success metrics are closest to is our reading of the published list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PLAN_TITLE = "NHS equality, diversity and inclusion improvement plan, NHS England, June 2023"
PLAN_ADDRESS = (
    "https://www.england.nhs.uk/long-read/nhs-equality-diversity-and-inclusion-improvement-plan/"
)


@dataclass(frozen=True, slots=True)
class NationalAction:
    """One of the six: its number, a short name of ours, and the indicators it is closest to."""

    number: int
    name: str
    indicators: tuple[int, ...] = ()


NATIONAL_ACTIONS = (
    NationalAction(1, "Objectives for chief executives, chairs and board members", (9,)),
    NationalAction(2, "Fair recruitment and talent management", (1, 2, 4, 7)),
    NationalAction(3, "An end to pay gaps"),
    NationalAction(4, "Health inequalities within the workforce"),
    NationalAction(5, "Support for staff recruited from abroad"),
    NationalAction(6, "An end to bullying, discrimination, harassment and violence", (5, 6, 8)),
)
_NUMBERS = re.compile(r"\b[1-6]\b")


def national_action(number: int) -> NationalAction:
    """Return one of the six high impact actions by its number.

    Raises:
        KeyError: If there is none with this number.
    """
    return {one.number: one for one in NATIONAL_ACTIONS}[number]


def action_label(number: int) -> str:
    """Return how an action is called in a list: its number and its short name."""
    return f"{number}. {national_action(number).name}"
