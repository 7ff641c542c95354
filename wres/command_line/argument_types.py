"""Words of a command line to numbers, days and pairs, each with what is wrong in one sentence."""

from __future__ import annotations

import argparse
from datetime import date

LAST_PORT = 65535


def number(text: str) -> int:
    """Return a whole number."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number") from None


def year(text: str) -> int:
    """Return a year."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a year such as 2025") from None


def day(text: str) -> date:
    """Return a calendar day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day such as 2026-03-12") from None


def port(text: str) -> int:
    """Return a port of this computer."""
    port = number(text)
    if not 1 <= port <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port, 1 to {LAST_PORT}")
    return port


def pair(text: str) -> tuple[str, str]:
    """Return a heading and its use."""
    header, sign, use = text.rpartition("=")
    if not sign or not use:
        raise argparse.ArgumentTypeError(f"“{text}” must be a heading, “=” and a use")
    return header, use
