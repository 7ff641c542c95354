"""Everything that can go wrong and be told to a person, in one sentence.

    WresError
    ├── FileRefused        an uploaded file cannot be read or must not be taken
    ├── NotThere           something is asked for that there is not
    ├── UnknownTerm        a word that is not in one of the standard's closed lists
    ├── NotComputable      a figure cannot be worked out from what was given
    ├── DataFileBroken     a file shipped in ``data/`` cannot be used
    ├── CaseRefused        a case study of this installation cannot be kept or shared
    ├── PlanRefused        a plan or activity cannot be kept as it was written
    ├── NotAllowed         this visitor may not do this
    ├── JudgementRefused   a judgement of a concern that gives no reason, or cannot be read
    ├── PredictionRefused  a prediction that cannot be locked, or not any more
    ├── SessionProblem     a live session, or an answer in it, cannot go on as asked
    ├── SetUpWrong         a setting of the server is missing or cannot be right
    └── StoreProblem       the store of uploads cannot be read or written
        └── StoreMoved     somebody else stored a newer version in the meantime

Each message says what is wrong, where, and what to do. Facts travel as attributes.
"""

from __future__ import annotations


class WresError(Exception):
    """A problem a person can be told about, as one sentence."""


class FileRefused(WresError):
    """An uploaded file that cannot be read, or must not be taken."""


class CaseRefused(WresError):
    """A case study of this installation that cannot be kept or shared as it is."""


class NotThere(WresError):
    """Something is asked for that there is not; the sentence says what there is."""


class UnknownTerm(WresError):
    """A word that is not in one of the standard's closed lists."""

    def __init__(self, kind: str, given: str, known: tuple[str, ...] = ()) -> None:
        listed = f" Use one of: {', '.join(known)}." if known else ""
        super().__init__(f"“{given}” is not a known {kind}.{listed}")
        self.kind, self.given, self.known = kind, given, known


class NotComputable(WresError):
    """A figure that cannot be worked out from what was given."""


class DataFileBroken(WresError):
    """A file shipped in ``data/`` that cannot be used; the rest of the program goes on."""

    def __init__(self, file_name: str, reason: str) -> None:
        super().__init__(f"The data file {file_name} cannot be used: {reason}")
        self.file_name, self.reason = file_name, reason


class PlanRefused(WresError):
    """A plan, an activity or a table of activities that cannot be kept as it was written.

    ``row`` is the row of a table that is meant, counted from 1 below the headings; 0 for none.
    """

    def __init__(self, message: str, *, row: int = 0) -> None:
        super().__init__(message)
        self.row = row


class NotAllowed(WresError):
    """Something this visitor may not do."""


class JudgementRefused(WresError):
    """A judgement of a concern that gives no reason, or that cannot be read."""


class PredictionRefused(WresError):
    """A prediction that cannot be locked: its year is known, or it cannot come true."""


class SessionProblem(WresError):
    """Something a live session cannot do now, or an answer that is none."""


class SetUpWrong(WresError):
    """A setting of the server that is missing or cannot be right; nobody is let in on a guess."""


class StoreProblem(WresError):
    """The store of uploads cannot be read or written."""


class StoreMoved(StoreProblem):
    """Somebody else stored a newer version between the preview and the acceptance.

    ``seen`` is the version the preview was made of, ``current`` the one that stands now.
    """

    def __init__(self, message: str, *, seen: int = 0, current: int = 0) -> None:
        super().__init__(message)
        self.seen, self.current = seen, current
