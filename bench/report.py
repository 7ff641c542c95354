"""The page of figures: what was measured last, beside the bare page, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ROWS = (
    ("Cold start until the server answers, seconds", "answers_after_s"),
    ("Cold start until the first page shows its finding, seconds", "usable_after_s"),
    ("Memory of the server after that, megabytes", "memory_mb"),
    ("A changed filter until the new finding is there, seconds", "change_s"),
    ("Processor time of the server for it, seconds", "change_processor_s"),
    ("Bytes the browser receives for it", "change_bytes"),
)
HEAD = """# What is measured

`python -m bench` starts the program and a bare Streamlit page in turn, cold, on the same machine
in the same run, opens each in Chromium and changes a filter, and times single pieces of work.
It writes `results.json` and this page. Nothing here is a test: machines are noisy, so read the
ratios and the ranges, not the third digit. Start-up counts the server and a fresh browser tab.

The bare page is one select box and a heading, served in the same way. Ours on the same change
draws four charts, their tables and files.
"""


def figure(found: Mapping[str, float]) -> str:
    """Return a median with its range."""
    return f"{found['median']:,.2f} ({found['lowest']:,.2f} to {found['highest']:,.2f})"


def page(found: Mapping[str, Any]) -> str:
    """Return the page of figures as Markdown."""
    lines = [
        HEAD,
        f"Measured {found['measured_at']}, Python {found['python']}, two cores shared",
        "",
    ]
    lines[-2] += f" with other work; medians of {found['rounds']} rounds, lowest and highest."
    lines += ["| | ours | bare page | ratio |", "|---|---|---|---|"]
    for words, name in ROWS:
        ours, bare = found["ours"][name], found["bare"][name]
        ratio = ours["median"] / bare["median"] if bare["median"] else float("nan")
        lines.append(f"| {words} | {figure(ours)} | {figure(bare)} | {ratio:.1f} |")
    lines += ["", "| piece of work, warm | milliseconds |", "|---|---|"]
    lines += [f"| {words} | {value} |" for words, value in found["pieces_ms"].items()]
    lines += ["", "| command, cold | milliseconds |", "|---|---|"]
    lines += [f"| `{words}` | {value} |" for words, value in found["cold_commands_ms"].items()]
    return "\n".join(lines) + "\n"
