"""The command ``template``: write a template, empty or filled in, to a file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wres.command_line.reading import name_of
from wres.command_line.reply import BadCommand, Reply
from wres.text import one_line
from wres.upload.template_files import indicator_csv
from wres.upload.template_workbook import template_workbook


def template(asked: Namespace) -> Reply:
    """Return where a template was written; the ending of its name says which kind it is.

    Raises:
        BadCommand: If the name has another ending, is taken, or cannot be written.
        UnknownTerm: If the standard has no such indicator.
    """
    path, name = Path(asked.out), one_line(name_of(asked.out))
    ending = path.suffix.casefold()
    if ending not in (".csv", ".xlsx"):
        raise BadCommand(f"“{name}” must end in .xlsx for a workbook or in .csv for text.")
    content = _content(asked, ending)
    try:
        with path.open("xb") as made:
            made.write(content)
    except FileExistsError:
        raise BadCommand(f"There is a file “{name}” already; choose another name.") from None
    except (OSError, ValueError) as error:
        raise BadCommand(f"“{name}” cannot be written; check its folder and rights.") from error
    kind = "example, of a made-up trust," if asked.filled else "template"
    return Reply(
        data={"file": name, "bytes": len(content), "filled": asked.filled},
        lines=(f"The {kind} was written to “{name}”.",),
    )


def _content(asked: Namespace, ending: str) -> bytes:
    if ending == ".xlsx":
        return template_workbook(asked.filled, asked.indicator)
    # A byte-order mark lets a spreadsheet program read the text as UTF-8.
    return indicator_csv(asked.indicator, filled=asked.filled).encode("utf-8-sig")
