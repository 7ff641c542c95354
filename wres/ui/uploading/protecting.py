"""The confidentiality check before figures are accepted: its progress, and what it says."""

from __future__ import annotations

import time
from dataclasses import dataclass

import streamlit as st

from wres import words
from wres.answers.guarding import judged
from wres.disclosure import GateReport
from wres.results import Result
from wres.text import plain
from wres.ui import loading, panels


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check found, and how many seconds it took."""

    report: GateReport
    seconds: float


def check(rows: tuple[Result, ...], *, replaces: bool) -> Checked:
    """Return what the gate says of the figures as they would stand, with a bar while it works.

    Raises:
        AttackFailed: If the attack could not be finished; nothing can be accepted then.
    """
    begun = time.perf_counter()
    bar = st.progress(0.0, text="Checking that nobody can be recognised")

    def moved_on(done: int, total: int, org_code: str) -> None:
        code = plain(words.code_label(org_code))
        text = f"Checking that nobody can be recognised: {code}, {done + 1:,} of {total:,}"
        bar.progress(done / total, text=text)

    candidate = loading.store().candidate(rows, replaces=replaces)
    report = judged(candidate, loading.data().results, progress=moved_on)
    bar.empty()
    return Checked(report, time.perf_counter() - begun)


def tell(checked: Checked) -> None:
    """Return nothing; say what the check found, and what a small correction costs."""
    panels.sentence(words.gate_sentence(checked.report, checked.seconds))
    costs = words.correction_sentence(checked.report)
    if costs:
        st.warning(plain(costs))
