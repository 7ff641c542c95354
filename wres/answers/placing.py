"""What an examined upload hands to the store: where its figures stand, and warnings accepted."""

from __future__ import annotations

from collections.abc import Mapping

from wres.results import ResultKey
from wres.store import Acknowledged
from wres.upload.acknowledging import wanted
from wres.upload.examine import Examination
from wres.upload.figure_rows import Place


def place_text(place: Place) -> str:
    """Return a place as text, such as “line 7” or “sheet “X”, line 7”."""
    line = f"line {place.line}"
    return f"sheet “{place.sheet}”, {line}" if place.sheet else line


def places_of(found: Examination) -> Mapping[ResultKey, str]:
    """Return where each figure of an upload stands in its file, as text by the figure's key."""
    return {key: place_text(place) for key, place in found.places.items()}


def acknowledged_with(found: Examination, reason: str) -> tuple[Acknowledged, ...]:
    """Return the warnings that want a reason as accepted for one; none without a reason."""
    if not reason:
        return ()
    return tuple(Acknowledged(one.check, one.message, reason) for one in wanted(found))
