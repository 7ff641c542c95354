"""The sister standards that are switched on, with their sources; nothing when none is."""

from __future__ import annotations

import os
from collections.abc import Iterator

from wres import settings
from wres.library.standards import Definition, Standard, switched_on
from wres.ui import loading, prose
from wres.words.standards import (
    DEFINITIONS_ONLY,
    SISTERS,
    definition_name,
    definition_sentence,
    standard_sentence,
)


def draw() -> None:
    """Return nothing; draw what each standard asks that the setting names.

    Raises:
        SetUpWrong: If the setting names a standard that is not there.
    """
    chosen = switched_on(loading.data().standards, settings.STANDARDS.given(os.environ))
    if not chosen:
        return
    prose.draw(
        prose.heading(SISTERS, anchor="sister-standards"),
        prose.quiet(DEFINITIONS_ONLY),
        *map(_standard, chosen),
        key="sister_standards",
    )


def _standard(standard: Standard) -> prose.Part | None:
    told = (part for one in standard.definitions for part in _definition(standard, one))
    return prose.folded(
        standard.title,
        prose.sentence(standard_sentence(standard)),
        *told,
        prose.quiet(
            f"Source of the standard: {standard.source_title} ",
            prose.outside(standard.source_url, standard.source_url),
            f". Checked on {standard.checked_on}.",
        ),
    )


def _definition(standard: Standard, one: Definition) -> Iterator[prose.Part | None]:
    yield prose.named(definition_name(standard, one), definition_sentence(one))
    if one.is_found:
        yield prose.quiet(
            f"Source: {one.source_title} ", prose.outside(one.source_url, one.source_url)
        )
