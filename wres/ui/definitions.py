"""What the figures mean, where they come from and by which rules they are shown, to be drawn."""

from __future__ import annotations

from wres.indicators import INDICATORS, Indicator
from wres.library.shipped import Shipped
from wres.reports.sureness import rules_table
from wres.ui import prose
from wres.words import accessibility, two_groups_note
from wres.words.data_protection import looking_after_sentences, protection_rules
from wres.words.glossary import glossary
from wres.words.presets import in_terms

INTENT = (
    "The Workforce Race Equality Standard (WRES) asks every NHS trust in England nine questions "
    "about how staff of different ethnic groups are treated. This program shows the answers, "
    "compares them and says what is being done about them."
)
RULES = (
    "A likely range is how much a figure could move by chance alone. Without counts there is "
    "none, and nothing is called clear.",
    "Figures worked out in different ways, or of different years, are never compared.",
)
SIMULATED = "Simulated: made-up trusts with a known truth, judged by the rules of this program."
SHIPPED = (
    "The published table for survey 2024 holds 159 trusts and no mental health trusts. The "
    "Practice Trust is made up."
)


def of_the_program(shipped: Shipped) -> prose.Parts:
    """Return what the program shows, in which words and by which rules."""
    return (
        prose.sentence(INTENT),
        prose.heading("The nine indicators"),
        *map(_indicator, INDICATORS),
        prose.heading("Words used here", anchor="glossary"),
        prose.quiet(two_groups_note()),
        *(prose.named(term, told) for term, told in glossary()),
        prose.heading("By which rules figures are shown"),
        prose.listed(*RULES),
        *_protection(),
        prose.heading(accessibility.TITLE, anchor="accessibility"),
        *map(prose.sentence, accessibility.STATEMENT),
        prose.heading("How often the rules are right"),
        prose.quiet(SIMULATED),
        prose.folded("Every figure measured", prose.table(rules_table(shipped.measured_rules))),
    )


def of_the_sources(shipped: Shipped) -> prose.Parts:
    """Return every source of what is shipped, folded away."""
    told = ((f"{one.title} ", prose.outside(one.url, one.url)) for one in shipped.sources)
    return (prose.quiet(SHIPPED), prose.folded("Every source", prose.listed(*told)))


def _indicator(one: Indicator) -> prose.Part | None:
    told = (
        ("Counted", f"{one.numerator}."),
        ("Out of", f"{one.denominator}."),
        ("Good looks like", f"{in_terms(one.better)}."),
        ("Why it matters", one.why_it_matters),
        *((f"Break at survey {each.first_survey_year}", each.reason) for each in one.breaks),
        *((("Take care", one.caution),) if one.caution else ()),
    )
    return prose.folded(
        f"{one.number}. {one.short_name}",
        prose.sentence(f"{one.wording}."),
        *(prose.sentence(prose.bold(f"{name}:"), f" {text}") for name, text in told),
        prose.quiet(f"Source: {one.source}. Checked on {one.checked_on}."),
    )


def _protection() -> prose.Parts:
    rules = (prose.named(rule.name, rule.what) for rule in protection_rules())
    return (
        prose.heading("How people are protected", anchor="protection"),
        *map(prose.sentence, looking_after_sentences()),
        prose.folded("Every rule that protects people", *rules),
    )
