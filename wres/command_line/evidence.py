"""Open what is known, and find in it whose figures and which year a command asks for."""

from __future__ import annotations

import os
from difflib import get_close_matches

from wres.answers import Evidence
from wres.answers.opening import (
    URL_VARIABLE,
    evidence_at,
    home,
    local_store,
    shipped,
    with_plans,
)
from wres.command_line.reply import BadCommand
from wres.organisations import Organisation
from wres.store import FILE_NAME, Store
from wres.text import cut, one_line


def stored() -> Store | None:
    """Return the store, for reading only, or None when nothing was ever stored.

    Raises:
        StoreProblem: If there is one and it cannot be read.
    """
    if os.environ.get(URL_VARIABLE) or (home() / FILE_NAME).exists():
        return local_store(read_only=True)
    return None


def opened() -> Evidence:
    """Return everything known now: what is shipped, and the uploads laid over it.

    Raises:
        StoreProblem: If there is a store and it cannot be read.
    """
    data, store = shipped(), stored()
    if store is None:
        return evidence_at(None, 0, data=data)
    with store:
        return with_plans(evidence_at(store, store.current(), data=data), store)


def problems(evidence: Evidence) -> tuple[str, ...]:
    """Return a sentence for each shipped file that cannot be used."""
    return tuple(str(problem) for problem in evidence.shipped.problems)


def organisation_asked(evidence: Evidence, code: str) -> Organisation:
    """Return the organisation with this code, if there is something to show for it.

    Raises:
        BadCommand: If there is not; the sentence says what there is.
    """
    asked = one_line(code).upper()
    shown = {organisation.code for organisation in evidence.with_figures()}
    if asked in shown:
        return evidence.organisations.get(asked)
    if asked in evidence.organisations:
        known = evidence.organisations.get(asked)
        raise BadCommand(
            f"There are no figures for {known.name} ({asked}){_heirs(evidence, asked)}."
        )
    # The codes hold the digit nought where people type the letter.
    digits = asked.replace("O", "0")
    near = get_close_matches(digits, sorted(shown), n=3, cutoff=0.6) or sorted(shown)[:3]
    raise BadCommand(
        f"“{cut(one_line(code))}” is not an organisation this program knows; there are figures "
        f"for {len(shown)}, such as {', '.join(near)}."
    )


def year_asked(evidence: Evidence, organisation: Organisation, year: int | None) -> int:
    """Return the WRES year asked for, or the latest when none is.

    Raises:
        BadCommand: If there is nothing for that year; the sentence lists the years there are.
    """
    years = evidence.years(organisation.code)
    if year is None:
        return years[-1]
    if year not in years:
        listed = ", ".join(str(known) for known in years)
        raise BadCommand(
            f"There is nothing for {organisation.name} ({organisation.code}) in WRES year "
            f"{cut(str(year))}; there is for {listed}."
        )
    return year


def _heirs(evidence: Evidence, code: str) -> str:
    heirs = evidence.organisations.successors(code)
    named = " and ".join(f"{heir.name} ({heir.code})" for heir in heirs)
    return f"; it became part of {named}" if named else ""
