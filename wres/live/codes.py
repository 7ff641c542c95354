"""The code of a session: four letters on the screen, typed into a phone.

No vowels, so that no word comes of it. None of the letters that are left of the rude words people
make without vowels (C, F, G, K, L, N, S), none that a back row mixes up (Q with O, U with V), and
no letter twice. That leaves 17,160 codes. A code keeps nobody out who wants in: whoever has it may
see what everybody may see, and answer.
"""

from __future__ import annotations

from collections.abc import Callable

LETTERS = "BDHJMPRTVWXYZ"
CODE_LENGTH = 4


def code_from(pick: Callable[[str], str]) -> str:
    """Return a new code; ``pick`` gives one letter of those it is offered, at random."""
    code = ""
    while len(code) < CODE_LENGTH:
        code += pick("".join(letter for letter in LETTERS if letter not in code))
    return code


def read_code(typed: str) -> str:
    """Return the code somebody typed, in capitals without blanks; empty when it is none."""
    code = "".join(typed.split()).upper()
    fits = len(code) == CODE_LENGTH == len(set(code)) and set(code) <= set(LETTERS)
    return code if fits else ""
