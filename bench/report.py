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


ROOM = """## A room of 150 phones

`python -m bench room`: one server on these two cores, which the phones and the presenter use as
well. The presenter is a session over Streamlit's own protocol. 150 phones come within 15 seconds
over HTTP, answer within the next 30, and look every two seconds what is new; the presenter's screen
looks on. Then the presenter goes through the story, a step every two seconds, and every phone asks
for its page anew each time. Beside it, in the same run, 150 people on the bare
page, each in a Streamlit session: they open it and choose once. Votes are counted against what was
sent.
"""
INTERFACE = """## Other programs

`python -m bench interface`: one program asks a thousand questions at `/api/v1`, one after another
and below the limit, of 17 kinds, three of which are refused. Memory is compared once every kind has
been asked twice, and again after the thousand.
"""
_ROOM_TIMES = (
    ("A phone joins; a bare page opens", "joins"),
    ("A vote; a choice on the bare page", "votes"),
    ("A phone looks what is new", "looks"),
    ("The presenter changes the step", "steps"),
)


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
    lines += in_the_room(found["room"]) if "room" in found else []
    lines += of_the_interface(found["interface"]) if "interface" in found else []
    return "\n".join(lines) + "\n"


def of_the_interface(found: Mapping[str, Any]) -> list[str]:
    """Return the part about other programs, as lines of Markdown."""
    told = (
        ("Questions in a row", "questions"),
        ("Median, milliseconds", "median_ms"),
        ("p95, milliseconds", "p95_ms"),
        ("Answered", "answered"),
        ("Refused in a sentence, as they should be", "refused_in_a_sentence"),
        ("Told to wait", "told_to_wait"),
        ("Errors of the server", "server_errors"),
        ("Memory before, megabytes", "memory_before_mb"),
        ("Memory after, megabytes", "memory_after_mb"),
    )
    lines = ["", INTERFACE, f"Measured {found['measured_at']}.", "", "| | |", "|---|---|"]
    return lines + [f"| {words} | {found[name]} |" for words, name in told]


def counted(found: Mapping[str, Any]) -> list[str]:
    """Return the part about survey extracts, as lines of Markdown."""
    lines = ["", COUNTING, f"Measured {found['measured_at']}, medians of {found['rounds']} rounds."]
    for file in found["files"]:
        lines += ["", f"**{file['rows']:,} rows, {file['megabytes']:,} MB**", ""]
        lines += ["| | seconds | processor seconds | peak memory, MB | same table |"]
        lines += ["|---|---|---|---|---|"]
        lines += [_way(words, one) for words, one in file["ways"].items()]
    return lines


def in_the_room(found: Mapping[str, Any]) -> list[str]:
    """Return the part about a room with phones, as lines of Markdown."""
    ours, bare = found["ours"], found["bare"]
    lines = ["", ROOM, f"Measured {found['measured_at']}.", ""]
    lines += ["| seconds | ours: median, p95, longest | bare page: median, p95, longest |"]
    lines += ["|---|---|---|"]
    lines += [f"| {words} | {_times(ours, n)} | {_times(bare, n)} |" for words, n in _ROOM_TIMES]
    lines += ["", "| | ours | bare page |", "|---|---|---|"]
    for words, name in (
        ("Memory before, megabytes", "memory_before_mb"),
        ("Memory with everybody there", "memory_in_the_room_mb"),
        ("Memory 20 seconds after they left", "memory_after_mb"),
        ("Processor of the server, cores", "processor_share"),
    ):
        lines.append(f"| {words} | {ours.get(name, '')} | {bare.get(name, '')} |")
    same = "yes" if ours["counts_as_sent"] else "**no**"
    lines += [
        "",
        f"{ours['votes_kept']} of {found['phones']} votes are kept, {ours['refused']} refused, "
        f"each answer is there as often as it was sent: {same}. The last vote was in "
        f"{ours['all_voted_after_s']} seconds after the first phone could come.",
    ]
    return lines


def _times(found: Mapping[str, Any], name: str) -> str:
    times = found.get(name)
    if not times:
        return ""
    return f"{times['median_s']:.3f}, {times['p95_s']:.3f}, {times['longest_s']:.3f}"


def _way(words: str, one: Mapping[str, Any] | str) -> str:
    if isinstance(one, str):
        return f"| {words} | {one} | | | |"
    same = {True: "yes", False: "**no**", None: "makes none"}[one["same_table"]]
    seconds = f"{one['seconds']:.2f} (best {one['fastest']:.2f})"
    return f"| {words} | {seconds} | {one['processor']:.2f} | {one['peak_mb']:,} | {same} |"
