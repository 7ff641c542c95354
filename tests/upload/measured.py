"""A program of its own that examines files and says what that took, each in a new process.

Run as ``python -m tests.upload.measured``, with the path of a file on each line of standard input.
The libraries are imported once, and the process of a file begins as a copy of this one: memory is
the growth of that process and of the largest one it started, in bytes. Seconds are of the
processor, of that process and those it started, so that a busy machine fails no sound file.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
import traceback
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


def _examine(path: Path) -> None:
    """Print the verdict, the sentence, seconds and bytes as one line of JSON."""
    data = path.read_bytes()
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


def main() -> None:
    """Print one line for each file, or that its process ended without one."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            try:
                _examine(Path(line.rstrip("\n")))
                sys.stdout.flush()
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            print(json.dumps({"ended with": status}), flush=True)


if __name__ == "__main__":
    main()
