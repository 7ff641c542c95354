"""The filter strip of the presenter's screen: what a step shows instead, until it is left.

It answers “and in the bands?” without leaving the story. The phones stay at the step as it was
built.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wres.answers import Evidence, View
from wres.answers.story import StepKind, StoryStep
from wres.indicators import Kind, indicator
from wres.reports.room_screen import Pick
from wres.ui import asked, filters, state
from wres.ui.room_now import Now
from wres.words.story import ALL_NINE

NAMES = ("indicator", "year", "band", "benchmark")
_KEPT = "room_strip"
_ONLY_SURVEY = (StepKind.GAP, StepKind.SIMILAR_TRUSTS, StepKind.BANDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The view and the step that are shown, the boxes of the strip, and whether it was used."""

    view: View
    step: StoryStep
    picks: tuple[Pick, ...]
    is_changed: bool


def chosen(evidence: Evidence, now: Now) -> Chosen:
    """Return what is to be shown at this step, by the strip or as it was built."""
    picked = _picked(now)
    built = {name: asked.code_of(now.view, name) for name in ("org", *NAMES)}
    settled = asked.settle(evidence, {**built, **picked})
    # A step about all nine goes on being that until somebody picks one of them.
    is_one = bool(now.step.indicator) or "indicator" in picked
    picks = tuple(_pick(evidence, settled, name) for name in NAMES)
    return Chosen(
        view=settled.view if picked else now.view,
        step=_step(now.step, settled.view.indicator) if picked and is_one else now.step,
        picks=picks if is_one else tuple(map(_or_all_nine, picks)),
        is_changed=bool(picked),
    )


def choose(now: Now, codes: Mapping[str, str]) -> None:
    """Return nothing; the step shows this choice until it is left."""
    wanted = {name: codes[name] for name in NAMES if codes.get(name)}
    state.keep(_KEPT, (_mark(now), wanted))


def leave() -> None:
    """Return nothing; the step is shown as it was built."""
    state.let_go(_KEPT)


def _picked(now: Now) -> dict[str, str]:
    kept = state.kept(_KEPT, tuple)
    return dict(kept[1]) if kept and kept[0] == _mark(now) else {}


def _mark(now: Now) -> str:
    return f"{now.session.session_id} {now.session.step}"


def _step(built: StoryStep, number: int) -> StoryStep:
    """What a step shows of another indicator: the same, where that indicator has it."""
    is_survey = indicator(number).kind is Kind.SURVEY
    if built.kind is StepKind.WHERE_WE_STAND or (built.kind in _ONLY_SURVEY and not is_survey):
        return StoryStep(kind=StepKind.TREND, indicator=number)
    return StoryStep(kind=built.kind, indicator=number)


def _or_all_nine(pick: Pick) -> Pick:
    if pick.name != "indicator":
        return pick
    return replace(pick, options=(("", ALL_NINE), *pick.options), taken="")


def _pick(evidence: Evidence, settled: asked.Settled, name: str) -> Pick:
    org = settled.view.org_code
    return Pick(
        name=name,
        label=filters.LABELS[name],
        options=tuple(
            (code, asked.label(evidence, name, code, org=org)) for code in settled.options[name]
        ),
        taken=asked.code_of(settled.view, name),
    )
