"""Whose figures and which year another program asks for, or a sentence on what there is."""

from __future__ import annotations

from difflib import get_close_matches

from wres.answers import Evidence
from wres.errors import NotThere
from wres.organisations import Organisation
from wres.text import cut, one_line


def organisation_asked(evidence: Evidence, code: str) -> Organisation:
    """Return the organisation with this code, if there is something to show for it.

    Raises:
        NotThere: If there is not; the sentence says what there is.
    """
    asked = one_line(code).upper()
    shown = {organisation.code for organisation in evidence.with_figures()}
    if asked in shown:
        return evidence.organisations.get(asked)
    if asked in evidence.organisations:
        known = evidence.organisations.get(asked)
        raise NotThere(f"There are no figures for {known.name} ({asked}){_heirs(evidence, asked)}.")
    # The codes hold the digit nought where people type the letter.
    digits = asked.replace("O", "0")
    near = get_close_matches(digits, sorted(shown), n=3, cutoff=0.6) or sorted(shown)[:3]
    raise NotThere(
        f"“{cut(one_line(code))}” is not an organisation this program knows; there are figures "
        f"for {len(shown)}, such as {', '.join(near)}."
    )


def year_asked(evidence: Evidence, organisation: Organisation, year: int | None) -> int:
    """Return the WRES year asked for, or the latest when none is.

    Raises:
        NotThere: If there is nothing for that year; the sentence lists the years there are.
    """
    years = evidence.years(organisation.code)
    if year is None:
        return years[-1]
    if year not in years:
        listed = ", ".join(str(known) for known in years)
        raise NotThere(
            f"There is nothing for {organisation.name} ({organisation.code}) in WRES year "
            f"{cut(str(year))}; there is for {listed}."
        )
    return year


def _heirs(evidence: Evidence, code: str) -> str:
    heirs = evidence.organisations.successors(code)
    named = " and ".join(f"{heir.name} ({heir.code})" for heir in heirs)
    return f"; it became part of {named}" if named else ""
