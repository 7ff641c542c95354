"""The command line: ``python -m wres``, the same answers as the app."""

from __future__ import annotations

from wres.command_line.program import main

if __name__ == "__main__":
    raise SystemExit(main())
