"""The sentences that are written in the program, read off its code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.test_house_style import FILES, OWNERS, ROOT, tree

# Words by which others' files are known again: nobody reads them here.
KNOWS_OTHERS_WORDS = {
    *("wres/claims/signs.py", "wres/indicators/finding_words.py", "wres/upload/checks_whose.py"),
    *("wres/upload/columns.py", "wres/upload/ethnic_spellings.py", "wres/upload/ethnic_words.py"),
    "wres/upload/heading_words.py",
    *("wres/upload/indicator_words.py", "wres/upload/personal_details.py"),
    "wres/upload/respondents/ethnicity.py",
}
# A value that is put in when the program runs, as one short word.
PUT_IN = "12"
A_SENTENCE = re.compile(r"^[A-Z“\d(].*\s.*\s.*[a-z].*[.!?]”?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """A text in the program, and where it stands."""

    file: str
    line: int
    text: str

    @property
    def is_sentence(self) -> bool:
        """Whether it is a sentence and no pattern, query or picture."""
        return A_SENTENCE.match(self.text.strip()) is not None and "\\b" not in self.text


@cache
def written() -> tuple[Written, ...]:
    """Return every text of the program but what explains its code."""
    return tuple(
        Written(str(path.relative_to(ROOT)), line, text)
        for path in FILES
        for line, text in _texts(tree(path))
    )


def _texts(module: ast.Module) -> Iterator[tuple[int, str]]:
    passed = {
        id(owner.body[0].value)
        for owner in ast.walk(module)
        if isinstance(owner, OWNERS) and owner.body and isinstance(owner.body[0], ast.Expr)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values}
            yield node.lineno, "".join(map(_part, node.values))
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in passed
        ):
            yield node.lineno, node.value


def _part(value: ast.expr) -> str:
    return str(value.value) if isinstance(value, ast.Constant) else PUT_IN
