"""What an examined upload hands to the store: who brought it, and where its figures stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from wres.results import ResultKey
from wres.store import Acknowledged, Filed
from wres.upload.acknowledging import wanted
from wres.upload.examine import Examination
from wres.upload.figure_rows import Place
from wres.upload.report import report_json


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


def filed(
    found: Examination,
    *,
    made_by: str,
    made_at: datetime,
    acknowledgements: tuple[Acknowledged, ...],
) -> Filed:
    """Return what the store keeps of a file beside its figures: who brought it, and its report."""
    return Filed(
        made_by=made_by,
        made_at=made_at,
        file_name=found.file_name,
        file_sha256=found.sha256,
        shape=found.shape,
        report=report_json(found),
        acknowledgements=acknowledgements,
    )
