"""A program of its own that examines the file on standard input and says what that took.

Run as ``python -m tests.upload.measured``; memory is the growth of this process and of the largest
one it started, in bytes. Seconds are of the processor, of this process and those it started, so
that a busy machine fails no sound file.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from wres.upload.report import read_as_json

from .files import look


def peak() -> int:
    """The most memory this process has held since it started, in bytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + used.ru_utime + used.ru_stime


def main() -> None:
    """Print the verdict, the sentence, seconds and bytes as one line of JSON."""
    data = sys.stdin.buffer.read()
    before, began = peak(), _worked()
    seen = look(data)
    seconds = _worked() - began
    started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(
        json.dumps(
            {
                "verdict": seen.verdict.value,
                "reason": seen.reason,
                "reader": json.loads(read_as_json(data, "f")[1])["reason"],
                "seconds": seconds,
                "bytes": peak() - before,
                "bytes_of_started": started,
            }
        )
    )


if __name__ == "__main__":
    main()
