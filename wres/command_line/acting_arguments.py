"""The commands about what is done and written: plans, case studies, reports, texts to check."""

from __future__ import annotations

from wres.command_line.argument_types import year
from wres.command_line.new_command import Commands, add_by, command


def plan_command(commands: Commands) -> None:
    """Return nothing; add the command about an action plan."""
    about = (
        "Say what an action plan leaves open, what is late, and what answers no concern. Or bring "
        "a table of activities in, or write the plan into a file."
    )
    made = command(commands, "plan", run="plans:plan", about=about)
    made.add_argument(
        "work", nargs="?", choices=("show", "import", "export"), default="show", help="show if none"
    )
    made.add_argument("file", metavar="FILE", nargs="?", default="", help="the table to bring in")
    made.add_argument("--org", metavar="CODE", required=True, help="the organisation")
    made.add_argument("--year", metavar="YYYY", type=year, help="the WRES year of a new plan")
    made.add_argument("--title", default="", help="the plan to bring it into; a new one if unknown")
    made.add_argument("--out", metavar="FILE", default="", help="the .csv or .xlsx file to write")
    add_by(made)


def case_commands(commands: Commands) -> None:
    """Return nothing; add the commands about case studies of this installation."""
    about = "List the case studies of this installation, shared or not, with all they tell."
    command(commands, "cases", run="cases:cases", about=about)
    about = "Share a case that was offered for review with everybody here, or give it back."
    made = command(commands, "review-case", run="cases:review_case", about=about)
    made.add_argument("case", metavar="ID", help="the case, as python -m wres cases lists it")
    made.add_argument(
        "--give-back", metavar="WHY", default="", help="give it back to its lead for this reason"
    )
    add_by(made)


def report_command(commands: Commands) -> None:
    """Return nothing; add the command that writes reports into a folder."""
    about = "Write the reports of a trust's year into a folder: Word, and a page for a browser."
    made = command(commands, "report", run="reports:report", about=about)
    made.add_argument("--org", metavar="CODE", required=True, help="the organisation")
    made.add_argument(
        "--year", metavar="YYYY", type=year, help="the WRES year; the latest if not given"
    )
    made.add_argument(
        "--kind", default="all", help="one kind of file, such as annual or board; all if not given"
    )
    made.add_argument("--to", metavar="FOLDER", required=True, help="the folder; made if need be")


def text_command(commands: Commands) -> None:
    """Return nothing; add the command that checks a text against the figures."""
    about = (
        "Check a text: each claim about the indicators agrees with the published figures, "
        "disagrees, or cannot be told. The text is not stored and not logged."
    )
    made = command(commands, "check-text", run="text_checks:check_a_text", about=about)
    made.add_argument("file", metavar="FILE", help="a Word document or text file; - reads a text")
    made.add_argument("--org", metavar="CODE", required=True, help="the organisation it is about")
    made.add_argument(
        "--year", metavar="YYYY", type=year, help="the WRES year meant where the text names none"
    )
