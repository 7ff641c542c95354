"""The page that checks a text: where it is given, and what came of each claim."""

from __future__ import annotations

import hashlib

import streamlit as st

from wres.answers import Evidence, View
from wres.answers.narrative import Judged, TextChecked, by_sentence, check_text
from wres.claims import LONGEST_TEXT
from wres.errors import WresError
from wres.text import one_line, plain
from wres.ui import panels, state
from wres.upload.document_text import text_of
from wres.upload.limits import LARGEST_FILE_BYTES
from wres.words import narrative as words

_KINDS = ["docx", "txt"]
_SENTENCES_AT_ONCE = 40


def show(evidence: Evidence, view: View) -> None:
    """Return nothing; draw where a text is given, and every claim of it with its verdict."""
    panels.sentence(words.HOW_READ)
    text = _given()
    if not text.strip():
        panels.quiet(words.NOTHING_GIVEN)
        return
    if len(text) > LONGEST_TEXT:
        st.warning(words.TOO_LONG)
    checked = _checked(evidence, view, text)
    panels.finding(words.checked_headline(checked))
    panels.sentence(words.year_note(checked))
    if checked.is_cut:
        st.warning(words.CUT)
    if not checked.claims:
        panels.sentence(words.NOTHING_FOUND)
    sentences = by_sentence(checked)
    for claims in sentences[:_SENTENCES_AT_ONCE]:
        _sentence(evidence, claims)
    _the_rest(evidence, sentences[_SENTENCES_AT_ONCE:])


def _given() -> str:
    """The text of the box, or of the file where there is one."""
    with st.form("text_to_check"):
        pasted = st.text_area(
            "The text to check",
            height=200,
            max_chars=LONGEST_TEXT,
            key="text_to_check_pasted",
        )
        file = st.file_uploader(
            "Or a Word file (.docx) or a text file",
            _KINDS,
            max_upload_size=LARGEST_FILE_BYTES // 1024 // 1024,
        )
        st.form_submit_button("Check the text", type="primary")
    panels.quiet(words.NEVER_KEPT)
    if file is None:
        return pasted
    try:
        return text_of(file.getvalue())
    except WresError as refusal:
        st.error(plain(str(refusal)))
        return pasted


def _checked(evidence: Evidence, view: View, text: str) -> TextChecked:
    """What came of the text; worked out anew only when it, the trust, year or figures change."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    mark = (digest, view.org_code, view.wres_year, evidence.version)
    return state.once(
        "checked_text",
        mark,
        lambda: check_text(evidence, text, view.org_code, wres_year=view.wres_year or None),
    )


def _sentence(evidence: Evidence, claims: tuple[Judged, ...]) -> None:
    """One sentence as a quotation, each claim of it, and what we would write instead."""
    with st.container(border=True):
        st.markdown(f"> {plain(f'“{one_line(claims[0].claim.quote)}”')}")
        for one in claims:
            told = f"{words.about_claim(one)} {words.reason_sentence(one)}"
            st.markdown(f"**{plain(words.mark_words(one.mark))}.** {plain(told.strip())}")
        ours = dict.fromkeys(text for one in claims if (text := words.our_sentence(one)))
        if ours:
            st.markdown("**What we would write**")
        for text in ours:
            st.code(one_line(text), language=None, wrap_lines=True)
        for text in dict.fromkeys(words.source_sentence(evidence, one) for one in claims):
            panels.quiet(text)


def _the_rest(evidence: Evidence, rest: tuple[tuple[Judged, ...], ...]) -> None:
    if rest and st.toggle(f"Show {len(rest)} more sentences", key="more_sentences"):
        for claims in rest:
            _sentence(evidence, claims)
