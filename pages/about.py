"""What the figures mean, where they come from and by which rules they are shown."""

from __future__ import annotations

import streamlit as st

from wres.access import Role
from wres.indicators import INDICATORS
from wres.reports.sureness import rules_table
from wres.text import plain, safe_url
from wres.ui import loading, panels, sister_standards, visitor
from wres.words import accessibility, two_groups_note
from wres.words.data_protection import looking_after_sentences, protection_rules
from wres.words.glossary import glossary
from wres.words.presets import in_terms

visitor.page_for(Role.VIEWER)

st.title("About")
st.markdown(
    "The Workforce Race Equality Standard (WRES) asks every NHS trust in England nine questions "
    "about how staff of different ethnic groups are treated. This program shows the answers, "
    "compares them and says what is being done about them."
)

st.header("The nine indicators")
for indicator in INDICATORS:
    with st.expander(f"{indicator.number}. {plain(indicator.short_name)}"):
        st.markdown(plain(indicator.wording) + ".")
        st.markdown(f"**Counted:** {plain(indicator.numerator)}.")
        st.markdown(f"**Out of:** {plain(indicator.denominator)}.")
        st.markdown(f"**Good looks like:** {plain(in_terms(indicator.better))}.")
        st.markdown(f"**Why it matters:** {plain(indicator.why_it_matters)}")
        for broken in indicator.breaks:
            first = broken.first_survey_year
            st.markdown(f"**Break at survey {first}:** {plain(broken.reason)}")
        if indicator.caution:
            st.markdown(f"**Take care:** {plain(indicator.caution)}")
        st.caption(f"Source: {plain(indicator.source)}. Checked on {indicator.checked_on}.")

panels.section("Words used here", anchor="glossary")
panels.quiet(two_groups_note())
for term, told in glossary():
    panels.named(term, told)

st.header("By which rules figures are shown")
st.markdown(
    "- A likely range is how much a figure could move by chance alone. Without counts there is "
    "none, and nothing is called clear.\n"
    "- Figures worked out in different ways, or of different years, are never compared."
)

panels.section("How people are protected", anchor="protection")
for sentence in looking_after_sentences():
    panels.sentence(sentence)
with st.expander("Every rule that protects people"):
    for rule in protection_rules():
        panels.named(rule.name, rule.what)

panels.section(accessibility.TITLE, anchor="accessibility")
for sentence in accessibility.STATEMENT:
    panels.sentence(sentence)

st.header("How often the rules are right")
panels.quiet("Simulated: made-up trusts with a known truth, judged by the rules of this program.")
with st.expander("Every figure measured"):
    panels.words_table(rules_table(loading.data().measured_rules))

st.header("Where the figures come from")
for problem in loading.data().problems:
    st.warning(plain(str(problem)))
panels.quiet(
    "The published table for survey 2024 holds 159 trusts and no mental health trusts. The "
    "Practice Trust is made up."
)
with st.expander("Every source"):
    for source in loading.data().sources:
        st.markdown(f"- {plain(source.title)} {safe_url(source.url)}")

sister_standards.draw()
