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

COUNTING = """## Counting a survey extract with a row a person

One file of 71 columns, made by `bench/extracts.py`: who counts and who answered for indicators 5 to
8 by organisation, survey year, BME and White, and band. Every way runs in a process of its own, the
rounds interleaved, imports not in the time and in the memory. Ours counts the totals, the wide
groups and the staff groups beside that. `python -m bench counting` measures this part alone;
`bench/requirements.txt` names what it is compared with. With every check means that the counts of
all organisations and years, more than 100,000 figures, go through what any upload goes through.
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
    lines += counted(found["counting"]) if "counting" in found else []
    return "\n".join(lines) + "\n"


def counted(found: Mapping[str, Any]) -> list[str]:
    """Return the part about survey extracts, as lines of Markdown."""
    lines = ["", COUNTING, f"Measured {found['measured_at']}, medians of {found['rounds']} rounds."]
    for file in found["files"]:
        lines += ["", f"**{file['rows']:,} rows, {file['megabytes']:,} MB**", ""]
        lines += ["| | seconds | processor seconds | peak memory, MB | same table |"]
        lines += ["|---|---|---|---|---|"]
        lines += [_way(words, one) for words, one in file["ways"].items()]
    return lines


def _way(words: str, one: Mapping[str, Any] | str) -> str:
    if isinstance(one, str):
        return f"| {words} | {one} | | | |"
    same = {True: "yes", False: "**no**", None: "makes none"}[one["same_table"]]
    seconds = f"{one['seconds']:.2f} (best {one['fastest']:.2f})"
    return f"| {words} | {seconds} | {one['processor']:.2f} | {one['peak_mb']:,} | {same} |"
