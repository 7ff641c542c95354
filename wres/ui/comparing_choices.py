"""What the benchmarks page asks for besides the filters: whom to stand among, and a target."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from wres import words
from wres.answers import Evidence, PeersAnswer, PeerSet, Pool, Target, View, peer_set, peers
from wres.indicators import indicator
from wres.measures import percent
from wres.text import echo, plain
from wres.ui import filters, folding, prose, state
from wres.words.exports import printed_part

SEPARATOR = "-"
LARGEST_RATIO = 10.0
POOL_LABEL, TARGET_LABEL, SET_LABEL = "Stand among", "Own target", "Trusts to compare with"
NOTHING = "none"
# The boxes that are folded away until they are used.
TARGET, SET = "target", "change_set"


@dataclass(frozen=True, slots=True)
class Texts:
    """The pool, the trusts and the target as the address has them, unchecked."""

    pool: str
    peers: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The pool to stand among, the chosen trusts, the target, and what was refused."""

    pool: Pool
    chosen: PeerSet
    target: Target | None
    refusals: tuple[str, ...]


def texts_asked() -> Texts:
    """Return what the address asks for, word for word."""
    choice = state.visit().choice
    return Texts(*(choice.get(name, "") for name in ("pool", "peers", "target")))


def asked(evidence: Evidence, view: View, texts: Texts) -> Asked:
    """Return what is asked for, each value checked; a refused one has a sentence."""
    refusals: list[str] = []
    pool = _pool(texts.pool, refusals)
    codes = _codes(evidence, view, texts.peers, refusals)
    return Asked(
        pool=pool,
        chosen=evidence.answer(peer_set, view, codes),
        target=_target(view, texts.target, refusals),
        refusals=tuple(refusals),
    )


def _pool(text: str, refusals: list[str]) -> Pool:
    if not text or text in {one.value for one in Pool}:
        return Pool(text or Pool.GROUP.value)
    refusals.append(words.unknown_pool(echo(text)))
    return Pool.GROUP


def _codes(
    evidence: Evidence, view: View, text: str, refusals: list[str]
) -> tuple[str, ...] | None:
    if not text:
        return None
    wanted = tuple(dict.fromkeys(part.strip().upper() for part in text.split(SEPARATOR) if part))
    known = {one.code for one in evidence.answer(peer_set, view).candidates}
    refused = tuple(echo(code) for code in wanted if code not in known)
    if refused:
        refusals.append(words.unknown_peers(refused))
    return tuple(code for code in wanted if code in known) or None


def _target(view: View, text: str, refusals: list[str]) -> Target | None:
    number, _, value = text.partition(SEPARATOR)
    # A target is of one indicator: it waits while another one is looked at.
    if not value or number != str(view.indicator):
        return None
    measured = indicator(view.indicator)
    found = filters.number_in(value)
    limit = LARGEST_RATIO if measured.is_likelihood else 100.0
    least = 0.1 if measured.is_likelihood else 0.0
    if found is None or not least <= found <= limit:
        refusals.append(words.unknown_target(echo(value), is_ratio=measured.is_likelihood))
        return None
    shown = round(found, 2) if measured.is_likelihood else percent(found / 100) / 100
    return Target(indicator=view.indicator, value=shown)


def among(evidence: Evidence, view: View, found: Asked) -> PeersAnswer:
    """Return the trust among those it is to stand among."""
    return evidence.answer(peers, view, pool=found.pool, chosen=found.chosen.codes)


def draw(evidence: Evidence, view: View) -> None:
    """Return nothing; draw the box of whom to stand among; others open where they are used."""
    found = asked(evidence, view, texts_asked())
    folding.open_where_used(TARGET, found.target is not None)
    folding.open_where_used(SET, not found.chosen.is_suggestion)
    answer = among(evidence, view, found)
    key = "pick_pool"
    state.show_value(key, found.pool.value)
    st.selectbox(
        POOL_LABEL,
        [one.value for one in Pool],
        format_func=lambda code: words.pool_label(Pool(code), answer),
        key=key,
        on_change=_keep_pool,
        args=(key,),
        width=430,
    )


def draw_target(answer: PeersAnswer, found: Asked) -> None:
    """Return nothing; draw the box of a target of the trust's own."""
    target_key = f"pick_target_{answer.measured.number}"
    state.show_value(target_key, words.target_text(found.target) if found.target else "")
    st.text_input(
        plain(f"{TARGET_LABEL}, {_unit(answer)}"),
        key=target_key,
        placeholder=NOTHING,
        help=words.TARGET_HELP,
        on_change=_keep_target,
        args=(target_key, answer.measured.number),
        max_chars=8,
        width=240,
    )


def _unit(answer: PeersAnswer) -> str:
    return "ratio" if answer.measured.is_likelihood else f"per cent of {words.SPOKEN.bme_staff}"


def on_paper(answer: PeersAnswer, found: Asked) -> prose.Part:
    """Return what was chosen, for paper."""
    chosen = (one.organisation for one in found.chosen.chosen)
    names = ", ".join(sorted(f"{one.name} ({one.code})" for one in chosen))
    target = words.target_text(found.target) if found.target else NOTHING
    told = (
        (POOL_LABEL, words.pool_label(found.pool, answer)),
        (f"{TARGET_LABEL}, {_unit(answer)}", target),
        (SET_LABEL, names or NOTHING),
    )
    return prose.on_paper(printed_part(told))


def _keep_pool(key: str) -> None:
    value = state.picked_value(key)
    filters.keep("pool", "" if value == Pool.GROUP.value else value)


def _keep_target(key: str, number: int) -> None:
    value = state.picked_value(key).strip()
    filters.keep("target", f"{number}{SEPARATOR}{value}" if value else "")


def draw_set(found: Asked) -> None:
    """Return nothing; draw the box the chosen trusts are changed in."""
    chosen, key = found.chosen, "pick_peers"
    names = {one.code: f"{one.name} ({one.code})" for one in chosen.candidates}
    state.show_values(key, chosen.codes)
    suggested = SEPARATOR.join(sorted(one.organisation.code for one in chosen.suggested))
    st.multiselect(
        SET_LABEL,
        list(names),
        format_func=lambda code: names[code],
        key=key,
        on_change=_keep_peers,
        args=(key, suggested),
    )
    if not chosen.is_suggestion:
        st.button("Back to the suggested trusts", on_click=filters.keep, args=("peers", ""))


def _keep_peers(key: str, suggested: str) -> None:
    codes = SEPARATOR.join(sorted(state.picked_values(key)))
    filters.keep("peers", "" if codes == suggested else codes)
