"""Sister standards in words: what each measure asks, or that its wording was not found."""

from __future__ import annotations

from wres.library.standards import Definition, Standard

SISTERS = "Sister standards"
DEFINITIONS_ONLY = (
    "What other standards ask, for reading beside this one. "
    "No figure of theirs is shown or compared."
)


def standard_sentence(standard: Standard) -> str:
    """Return what a standard is about, and what was noted when its wording was looked for."""
    return " ".join(part for part in (standard.about, standard.note) if part)


def definition_name(standard: Standard, definition: Definition) -> str:
    """Return what a measure is called, such as “Metric 4b”."""
    return f"{standard.item} {definition.number}"


def definition_sentence(definition: Definition) -> str:
    """Return what a measure asks in its source's words, or that the wording was not found."""
    said = f"“{definition.wording}”." if definition.is_found else "Its wording was not found."
    return f"{said} {definition.note}".strip()
