"""What is for paper alone goes by one name, in the program, its script and its style."""

from __future__ import annotations

import re
from pathlib import Path

from wres.ui.printing import ON_PAPER_ALONE

UI = Path(__file__).resolve().parents[2] / "wres" / "ui"


def test_script_and_style_know_the_name_of_what_is_for_paper_alone() -> None:
    """The style hides it on the screen and shows it on paper; no other name looks like it."""
    written = {
        name: re.findall(r"[\w-]*in_print\w*", (UI / name).read_text(encoding="utf-8"))
        for name in ("prose/prose.js", "prose/prose.css", "printing.py")
    }
    assert written == {
        "prose/prose.js": [f"wres-{ON_PAPER_ALONE}"],
        "prose/prose.css": [ON_PAPER_ALONE] * 2,
        "printing.py": [ON_PAPER_ALONE],
    }
    style = (UI / "prose" / "prose.css").read_text(encoding="utf-8")
    hidden, shown = re.findall(rf'\[class\*="{ON_PAPER_ALONE}"\] {{\s*display: (\w+);', style)
    assert (hidden, shown) == ("none", "block")
