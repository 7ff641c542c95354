"""What the program takes into memory before anybody has asked for anything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Writers of reports, readers of workbooks, the solver, the pictures, and the other database.
WHEN_USED = (
    *("docx", "pptx", "openpyxl", "lxml", "vl_convert", "python_calamine", "highspy"),
    *("psycopg", "segno", "scipy", "statsmodels", "sqlalchemy.orm", "PIL"),
)


def test_what_few_visitors_need_waits_until_it_is_used(tmp_path: Path) -> None:
    """The application starts without a single library of reports, workbooks or solving."""
    code = f"import app, sys; print(sorted({set(WHEN_USED)!r} & set(sys.modules)))"
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"WRES_HOME": str(tmp_path), "WRES_DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert told.stdout.splitlines()[-1] == "[]"
