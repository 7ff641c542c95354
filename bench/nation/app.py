"""The program on the made-up country's data folder, named by ``WRES_BENCH_DATA``."""

from __future__ import annotations

import os
from pathlib import Path

from wres.answers import opening

opening.DATA_FOLDER = Path(os.environ["WRES_BENCH_DATA"])

from app import app  # noqa: E402  the folder must be named before the program reads it

__all__ = ["app"]
