"""The commands and their options. Nothing here does any of the work, so that it loads at once."""

from __future__ import annotations

import argparse
from typing import NoReturn

from wres.command_line.acting_arguments import (
    case_commands,
    plan_command,
    report_command,
    text_command,
)
from wres.command_line.argument_types import day, number, pair, port, year
from wres.command_line.new_command import Commands, add_by, add_csv, command
from wres.command_line.reply import BadCommand
from wres.text import cut, one_line

USUAL_PORT = 8501
LONGEST_ECHO = 200


class Parser(argparse.ArgumentParser):
    """A parser that tells a mistake as one sentence."""

    def error(self, message: str) -> NoReturn:
        """Return never.

        Raises:
            BadCommand: Always; the sentence says what is wrong and where the options are listed.
        """
        said = cut(one_line(message), LONGEST_ECHO)
        raise BadCommand(f"{said[:1].upper()}{said[1:]}; see {self.prog} --help.")


def parser() -> Parser:
    """Return the parser of every command.

    ``run`` of a parsed command names the function that carries it out, as ``module:function``.
    """
    whole = Parser(
        prog="python -m wres",
        description="WRES figures on the command line: the same answers as the app.",
        epilog="Ends with 0 when fine, 1 with warnings, 2 when refused or impossible.",
        allow_abbrev=False,
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _file_commands(commands)
    _figure_commands(commands)
    _attack_command(commands)
    plan_command(commands)
    report_command(commands)
    text_command(commands)
    _version_commands(commands)
    _draft_commands(commands)
    _audit_command(commands)
    _backup_commands(commands)
    _people_commands(commands)
    _serve_command(commands)
    return whole


def _file_commands(commands: Commands) -> None:
    about = "Say what the reader sees in a file: encoding, delimiter, header row, rows, columns."
    read = command(commands, "read", run="reading:read", about=about)
    read.add_argument("file", metavar="FILE", help="the file to read")
    about = "Check a file, and show what storing it would change. Nothing is stored."
    check = command(commands, "check", run="files:check", about=about)
    about = "Check a file and store its figures; a file with warnings is stored, and ends with 1."
    load = command(commands, "load", run="files:load", about=about)
    for one in (check, load):
        _file_options(one)
    add_by(load)
    load.add_argument("--draft", action="store_true", help="keep it, to be published later")
    load.add_argument(
        "--embargo",
        metavar="YYYY-MM-DD",
        type=day,
        help="keep it until this day in the UK, when it is published by itself",
    )
    load.add_argument(
        "--reason", default="", help="why the warnings are accepted; kept with the figures"
    )
    _count_command(commands)
    _template_command(commands)


def _count_command(commands: Commands) -> None:
    about = (
        "Count a survey extract with a row a person: who counts and who answered the questions "
        "of the survey indicators. Its organisations may have any name. Nothing is stored."
    )
    count = command(commands, "count", run="counting:count", about=about)
    count.add_argument("file", metavar="FILE", help="the extract to count")
    count.add_argument("--out", metavar="TABLE.csv", default="", help="where to write the counts")
    count.add_argument(
        "--wide", action="store_true", help="BME and White by band only, indicators side by side"
    )
    _add_what_columns_say(count)


def _template_command(commands: Commands) -> None:
    about = "Write a template to fill in, as a workbook (.xlsx) or as text (.csv)."
    made = command(commands, "template", run="templates:template", about=about)
    made.add_argument("--indicator", metavar="N", type=number, help="one indicator, or all")
    made.add_argument("--filled", action="store_true", help="filled in, for a made-up trust")
    made.add_argument("--out", metavar="FILE", required=True, help="where to write it")


def _file_options(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE", help="the file to check")
    _add_what_columns_say(one)
    one.add_argument(
        "--scale", default="auto", help="how percentages are written: 0-1, 0-100, percent text"
    )
    one.add_argument(
        "--replace",
        action="store_true",
        help="the file is all there is of the organisations, years and indicators in it",
    )
    one.add_argument("--shape", default="", help="the shape of the file, if it is not recognised")
    one.add_argument("--sheet", default="", help="the one sheet of a workbook to read")
    one.add_argument(
        "--repair",
        metavar="ID",
        action="append",
        default=[],
        help="a repair that check has offered, by its id; may be given often",
    )


def _add_what_columns_say(one: argparse.ArgumentParser) -> None:
    one.add_argument("--org", metavar="CODE", default="", help="organisation, if no column says")
    one.add_argument("--year", metavar="YYYY", type=year, help="WRES year, if no column says")
    one.add_argument(
        "--map",
        metavar="HEADER=USE",
        type=pair,
        action="append",
        default=[],
        help="what a column holds, such as “White=percentage:white”; may be given often",
    )


def _draft_commands(commands: Commands) -> None:
    about = "List the uploads that are kept for later, with their release days."
    command(commands, "drafts", run="drafts:drafts", about=about)
    about = "Publish a draft as a new version; one under embargo is refused."
    publish = command(commands, "publish", run="drafts:publish", about=about)
    about = "Discard a draft: it can no longer be published."
    discard = command(commands, "discard", run="drafts:discard", about=about)
    for one in (publish, discard):
        one.add_argument("draft", metavar="N", type=number, help="the draft's number")
        add_by(one)


def _audit_command(commands: Commands) -> None:
    about = "List the log: who did what and when, a line for each event; no figures are in it."
    made = command(commands, "audit", run="auditing:audit", about=about)
    made.add_argument(
        "--verify", action="store_true", help="check that no line was changed; ends with 1 if so"
    )
    made.add_argument(
        "--known",
        metavar="HASH",
        default="",
        help="with --verify: a hash noted earlier, to see that its line is still there",
    )
    made.add_argument("--export", metavar="FILE", default="", help="write the log as a CSV file")


def _backup_commands(commands: Commands) -> None:
    about = "Write the whole store into one file, while others may go on working."
    backup = command(commands, "backup", run="backups:backup", about=about)
    about = "Check a backup: that it opens, its figures and the chain of its log."
    verify = command(commands, "verify", run="backups:verify", about=about)
    about = "Put a backup where there is no store yet; a store with uploads is left alone."
    restore = command(commands, "restore-backup", run="backups:restore", about=about)
    for one in (backup, verify, restore):
        one.add_argument("file", metavar="FILE", help="the backup")


def _figure_commands(commands: Commands) -> None:
    about = (
        "List published figures with their likely range, gap and benchmark. In JSON, low and high "
        "are percentages; for a relative likelihood (unit ratio) they are ratios."
    )
    results = command(commands, "results", run="figures:results", about=about)
    about = "Say which file, line, person and moment an uploaded figure comes from."
    trace = command(commands, "trace", run="tracing:trace", about=about)
    trace.add_argument("--version", metavar="N", type=number, help="as of an earlier version")
    for one in (results, trace):
        _which_figures(one)
    about = "List the areas of concern with why, the activities that answer them, case studies."
    concerns = command(commands, "concerns", run="concerns:concerns", about=about)
    concerns.add_argument("--org", metavar="CODE", required=True, help="the organisation")
    concerns.add_argument(
        "--year", metavar="YYYY", type=year, help="the WRES year; the latest if not given"
    )
    add_csv(results)
    add_csv(concerns)
    _program_commands(commands)
    about = "List the locked predictions of an organisation's activities, and what came of each."
    made = command(commands, "predictions", run="predictions:predictions", about=about)
    made.add_argument("--org", metavar="CODE", required=True, help="the organisation")
    case_commands(commands)
    _workforce_command(commands)


def _program_commands(commands: Commands) -> None:
    about = "List the activities of an organisation's plan."
    actions = command(commands, "actions", run="exporting:actions", about=about)
    about = "Give every published figure, each year's concerns and the plan of an organisation."
    export = command(commands, "export", run="exporting:export", about=about)
    about = "Say what has changed about an organisation's published figures since a version."
    changes = command(commands, "changes", run="exporting:changes", about=about)
    changes.add_argument(
        "--since", metavar="N", type=number, required=True, help="the version to compare with"
    )
    for one in (actions, export, changes):
        one.add_argument("--org", metavar="CODE", required=True, help="the organisation")
        add_csv(one)


def _workforce_command(commands: Commands) -> None:
    about = "Say who holds the posts: bands, steps up the ladder, posts to parity, the board."
    made = command(commands, "workforce", run="workforce:posts", about=about)
    made.add_argument("--org", metavar="CODE", required=True, help="the organisation")
    made.add_argument(
        "--year", metavar="YYYY", type=year, help="the WRES year; the latest if not given"
    )
    made.add_argument("--goal", metavar="PERCENT", type=float, help="a BME share to reach")
    made.add_argument("--by", metavar="YYYY", type=year, help="the WRES year to reach it")
    made.add_argument("--band", default="8a-vsm", help="the bands the goal is for")


def _attack_command(commands: Commands) -> None:
    about = (
        "Try to work out the hidden survey figures from everything that is published now. Ends "
        "with 1 when any can be."
    )
    made = command(commands, "attack", run="attacking:attack_published", about=about)
    made.add_argument("--org", metavar="CODE", default="", help="one organisation, or all")
    made.add_argument("--year", metavar="YYYY", type=year, help="one WRES year, or all")
    made.add_argument(
        "--export",
        metavar="FILE",
        default="",
        help="write the published cells of one organisation as a table for other attack programs",
    )


def _which_figures(one: argparse.ArgumentParser) -> None:
    one.add_argument("--org", metavar="CODE", default="", help="one organisation")
    one.add_argument("--year", metavar="YYYY", type=year, help="one WRES year")
    one.add_argument("--indicator", metavar="N", type=number, help="one indicator, 1 to 9")
    one.add_argument("--band", default="", help="one pay band, such as 8a or 5-7, or all")
    one.add_argument("--group", default="", help="one ethnic group, such as bme or white")
    one.add_argument("--staff", default="", help="one staff group, such as clinical")


def _version_commands(commands: Commands) -> None:
    about = "List every version of the uploaded figures, newest first."
    command(commands, "history", run="versions:history", about=about)
    about = "Take back the newest upload or restore that still stands."
    undo = command(commands, "undo", run="versions:undo", about=about)
    about = "Make the figures what they were at an earlier version."
    restore = command(commands, "restore", run="versions:restore", about=about)
    restore.add_argument("version", metavar="VERSION", type=number, help="the version's number")
    for one in (undo, restore):
        add_by(one)


def _people_commands(commands: Commands) -> None:
    command(commands, "roles", run="people:roles", about="List who has which role.")
    for name, about in (
        ("give-role", "Give somebody a role; the first admin is made this way."),
        ("take-role", "Take a role away again."),
    ):
        made = command(commands, name, run=f"people:{name.replace('-', '_')}", about=about)
        made.add_argument("identity", metavar="WHO", help="a verified e-mail address or subject")
        made.add_argument("--role", required=True, choices=("admin", "lead", "viewer"))
        made.add_argument("--org", metavar="CODE", default="", help="the organisation of a lead")
        made.add_argument("--issuer", default="", help="the one sign-in service it counts from")
        add_by(made)


def _serve_command(commands: Commands) -> None:
    about = "Start the app for this computer, until Ctrl+C."
    serve = command(commands, "serve", run="serving:serve", about=about)
    serve.add_argument(
        "--port", metavar="N", type=port, default=USUAL_PORT, help=f"usually {USUAL_PORT}"
    )
