"""How a command of the program is added, and what several of them ask."""

from __future__ import annotations

import argparse

Commands = argparse._SubParsersAction  # argparse gives its own commands no public name.


def command(commands: Commands, name: str, *, run: str, about: str) -> argparse.ArgumentParser:
    """Return the parser of a new command; ``run`` names its function, as ``module:function``."""
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=about, allow_abbrev=False
    )
    made.add_argument("--json", action="store_true", help="answer as JSON")
    made.set_defaults(run=f"wres.command_line.{run}")
    return made


def add_by(one: argparse.ArgumentParser) -> None:
    """Return nothing; add the option that says who does it."""
    one.add_argument("--by", metavar="NAME", default="", help="who does it, for the log")


def add_csv(one: argparse.ArgumentParser) -> None:
    """Return nothing; add the option that answers as a table."""
    one.add_argument("--csv", action="store_true", help="answer as a CSV table")
