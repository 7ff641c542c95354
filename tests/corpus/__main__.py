"""Write every file of the corpus and its manifest."""

from __future__ import annotations

from tests.corpus.families import every_case
from tests.corpus.manifest import FOLDER, MANIFEST, as_json


def main() -> None:
    """Return nothing; files that are no longer made are deleted."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    cases = every_case()
    for old in FOLDER.iterdir():
        old.unlink()
    for case in cases:
        if case.kept:
            (FOLDER / case.file).write_bytes(case.data)
    MANIFEST.write_text(as_json(cases), encoding="utf-8", newline="\n")
    print(f"{len(cases)} files, {sum(len(c.data) for c in cases if c.kept):,} bytes kept")


if __name__ == "__main__":
    main()
