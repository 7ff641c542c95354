"""``python -m bench``: measure every part, and write the figures beside this file.

``python -m bench NAME [NAME...]`` measures those parts alone and keeps the rest;
``python -m bench --page`` measures nothing and writes the page anew from the figures kept.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

from bench.figures import HERE, keep, last_run
from bench.report import PARTS, page

PAGE_ONLY = "--page"


def main(asked: list[str]) -> None:
    """Return nothing; measure the parts asked for, or all, and write both files.

    Raises:
        SystemExit: a part is asked for that there is not.
    """
    names = [] if asked == [PAGE_ONLY] else asked or list(PARTS)
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise SystemExit(f"There is no part {unknown[0]}; there are: {', '.join(PARTS)}.")
    for name in names:
        measured_at = datetime.now(UTC).isoformat(timespec="seconds")
        met = {"measured_at": measured_at, **PARTS[name].measure()}
        # Kept at once: a part that stops does not take with it what was measured before.
        keep(last_run() | {name: met})
        print(json.dumps({name: met}, indent=2))
    (HERE / "README.md").write_text(page(last_run()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
