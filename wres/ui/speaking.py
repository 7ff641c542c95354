"""The words for the groups, as the server was told to say them."""

from __future__ import annotations

import os

from wres.settings import LABELS
from wres.words.presets import labels_of, speak


def begin() -> None:
    """Return nothing; from now on every page, file and route says the groups as it was set.

    Raises:
        SetUpWrong: If the setting names no labels.
    """
    speak(labels_of(LABELS.given(os.environ)))
