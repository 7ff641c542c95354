"""Bytes to text: which encoding a file is in, found from the bytes alone."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from wres.errors import FileRefused

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with BOM"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_NOT_TEXT = (
    "The file is not text, so it is not a CSV file. Open it in the program it came from and save "
    "the table as “CSV UTF-8”."
)
CUT = (
    "The file has bytes at its end that are no whole character: some were lost, or added. Save it "
    "again as “CSV UTF-8” where it came from, and upload that."
)
_SAMPLE = 8192
# English text in UTF-16 has a zero byte in nearly every second place, and none in the others.
_MANY_ZEROS = 0.4
_FEW_ZEROS = 0.1
# Tabs, line ends and the mark old files end in are text; a file with more than a trace of other
# control characters is not.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_MOST_CONTROLS = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file with line ends as LF, the name of its encoding, and what was noticed."""

    text: str
    encoding: str
    notes: tuple[str, ...]


def decode(data: bytes) -> Decoded:
    """Return the text in the bytes, with every line end as LF.

    Raises:
        FileRefused: If the bytes are not text in an encoding that is read.
    """
    text, encoding, notes = _to_text(data)
    if "\x00" in text:
        text = text.replace("\x00", "")
        notes = (*notes, "Padding of zero bytes was taken out.")
    _refuse_controls(text)
    unix, line_note = _line_ends(text)
    return Decoded(unix.lstrip("\ufeff"), encoding, notes + line_note)


def _to_text(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], codec), name, ()
    codec = _without_mark(data)
    if codec:
        name = codec.rsplit("-", 1)[0].upper()
        return _strictly(data, codec), name, (f"The file is {name} without a byte order mark.",)
    try:
        return data.decode("utf-8"), "UTF-8", ()
    except UnicodeDecodeError as error:
        # Letters of UTF-8 up to the last one: it is no older encoding, which would garble them all.
        if _is_at_the_end(error) and not data[: error.start].isascii():
            raise FileRefused(CUT) from None
        note = "The file is in the older Windows encoding; check names with accents."
        return _strictly(data, "cp1252"), "Windows-1252", (note,)


def _strictly(data: bytes, codec: str) -> str:
    try:
        return _without_padding(data, codec).decode(codec)
    except UnicodeDecodeError as error:
        raise FileRefused(CUT if _is_at_the_end(error) else _NOT_TEXT) from None


def _is_at_the_end(error: UnicodeDecodeError) -> bool:
    return error.reason in {"unexpected end of data", "truncated data"}


def _without_padding(data: bytes, codec: str) -> bytes:
    """The bytes without zeros at the end that make no whole character."""
    unit = {"utf-16": 2, "utf-32": 4}.get(codec[:6], 1)
    whole = len(data) - len(data) % unit
    # Most letters begin with a zero where the larger half comes first, so one that is cut ends so.
    may_be_a_letter = codec.endswith("be") and any(data[whole - unit : whole])
    return data if any(data[whole:]) or may_be_a_letter else data[:whole]


def _without_mark(data: bytes) -> str:
    sample = data[:_SAMPLE].rstrip(b"\x00")
    if b"\x00" not in sample:
        return ""
    quarter = [_share_of_zeros(sample[start::4]) for start in range(4)]
    if min(quarter[1:]) > _MANY_ZEROS and quarter[0] < _FEW_ZEROS:
        return "utf-32-le"
    if min(quarter[:3]) > _MANY_ZEROS and quarter[3] < _FEW_ZEROS:
        return "utf-32-be"
    even, odd = _share_of_zeros(sample[0::2]), _share_of_zeros(sample[1::2])
    if odd > _MANY_ZEROS and even < _FEW_ZEROS:
        return "utf-16-le"
    if even > _MANY_ZEROS and odd < _FEW_ZEROS:
        return "utf-16-be"
    return ""


def _share_of_zeros(part: bytes) -> float:
    return part.count(0) / len(part) if part else 0.0


def _refuse_controls(text: str) -> None:
    if text.isprintable():
        return
    sample = text[:200_000]
    odd = len(_CONTROL.findall(sample))
    if odd > max(2, _MOST_CONTROLS * len(sample)):
        raise FileRefused(_NOT_TEXT)


def _line_ends(text: str) -> tuple[str, tuple[str, ...]]:
    pairs = text.count("\r\n")
    alone = text.count("\r") - pairs
    unix = text.count("\n") - pairs
    kinds = sum(1 for count in (pairs, alone, unix) if count)
    notes: tuple[str, ...] = ()
    if kinds > 1:
        notes = ("The file mixes kinds of line end; each was taken as the end of a line.",)
    elif alone:
        notes = ("Lines end in CR only, as on an old Macintosh.",)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes
