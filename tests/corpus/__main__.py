"""Write every file of the corpus and its manifest; with ``--differing``, say what is not right."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.corpus.differing import differences
from tests.corpus.families import every_case
from tests.corpus.manifest import FOLDER, MANIFEST, as_json
from wres.library.organisations import load_organisations

ROOT = Path(__file__).resolve().parents[2]


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


def tell_differing() -> None:
    """Return nothing; each file that comes out otherwise than it must is printed with what is."""
    known = load_organisations(ROOT / "data" / "reference" / "organisations.csv")
    for case in every_case():
        found = differences(case, known)
        if found:
            print(f"{case.file}: {case.about}")
            print("\n".join(f"    {one}" for one in found))


if __name__ == "__main__":
    if "--differing" in sys.argv[1:]:
        tell_differing()
    else:
        main()
