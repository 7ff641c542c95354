"""Rows that are parted by their separators: as pyarrow parts them, or left to it."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest

from tests.upload.respondents.extracts import counted, people, written
from wres.errors import FileRefused
from wres.upload import limits
from wres.upload.mapping import Choices
from wres.upload.respondents.bit_ranks import bits_of, of_every_run, where
from wres.upload.respondents.blocks import BLOCK_BYTES, Block
from wres.upload.respondents.counting import count
from wres.upload.respondents.head import Head, head_of
from wres.upload.respondents.labels import Column, Labels
from wres.upload.respondents.parsing import RaggedRows, parsed
from wres.upload.respondents.plain_rows import PlainRows
from wres.upload.source import Source

HEADINGS = "org_code,survey_year,remark,ethnicity,band,q14a,more,q15"
CALM = b"R0A,2023,fine,White - Irish,Band 5,Never,1,Yes\n"
Rows = dict[int, list[bytes]]


def head(headings: str = HEADINGS, row: bytes = CALM) -> Head:
    """Return the head of an extract with these headings, and with long rows at first."""
    long = row.replace(b"Arab", b"Arab" + b" " + b"x" * 2_000).replace(b"fine", b"x" * 2_000)
    found = head_of(Source("f.csv", headings.encode() + b"\n" + long * 3), Choices())
    assert found is not None
    return found


def rows_of(columns: dict[int, Column]) -> Rows:
    """Return the label of every row, by column."""
    return {at: [one.labels[place] for place in one.places] for at, one in columns.items()}


def by_pyarrow(data: bytes, of: Head) -> Rows | None:
    """Return the labels as pyarrow reads them, None where it does not."""
    try:
        (found,) = parsed([Block(data, len(data), is_only=True)], of)
    except (RaggedRows, FileRefused):
        return None
    return rows_of(found.by_position)


def plain(data: bytes, of: Head) -> Rows | None:
    """Return the labels of plain rows, None where they are not plain; spans are taken apart."""
    reader = PlainRows(of)
    tried = (reader.columns([data]) for _ in range(4))
    return next((rows_of(found) for found in tried if found is not None), None)


CELLS = (
    *(
        b"",
        b"x",
        b"1-2",
        b"Band 8a",
        b"a label",
        b"of eight",
        b"White - Irish",
        b"caf\xe9",
        b"\x00",
    ),
    *(b'""', b'"a, b"', b'"Any other Black, Black British or Caribbean background"', b'"x"'),
    *(b"x" * 15, b"x" * 16, b"x" * 120, b" spaced ", b"\xef\xbb\xbf", b"'"),
    *(b"Strongly agree", b"Agree", b"Neither agree nor disagree", b"1", b"2", b"99") * 3,
)
ODD = (b'a "quoted" word', b'"say ""so"""', b'"two\nlines"', b'"x"y', b'x"', b'"', b"a,b", b"\r")
LINE_ENDS = (b"\n", b"\n", b"\r\n", b"\r", b"\n\n", b"")


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_said_to_be_plain_is_what_pyarrow_reads(seed: int) -> None:
    """Drawn rows, some with odd quotation marks, line ends and widths; half of them are plain."""
    draw, of, parted = random.Random(seed), head(), 0
    for _ in range(60):
        oddity = draw.choice((0, 0, 0.02, 0.2))
        end = draw.choice(LINE_ENDS[:3])
        lines = []
        for _ in range(draw.randrange(1, 40)):
            cells = [
                draw.choice(ODD if draw.random() < oddity / 8 else CELLS)
                for _ in range(8 + (draw.random() < oddity / 8))
            ]
            lines.append(b",".join(cells))
            lines.append(draw.choice(LINE_ENDS) if draw.random() < oddity / 4 else end)
        data = b"".join(lines)
        if data and (found := plain(data, of)) is not None:
            parted += 1
            assert found == by_pyarrow(data, of)
    assert parted > 20


@pytest.mark.parametrize(
    "data",
    [
        CALM.replace(b"fine", b'"fine"'),
        CALM.replace(b"fine", b'"a, b",').replace(b",,", b","),
        CALM.replace(b"Yes\n", b'"Yes"\r\n'),
        CALM.replace(b"R0A", b'""'),
        CALM.replace(b"fine", b"\xff\x00"),
    ],
)
def test_these_are_plain(data: bytes) -> None:
    """Cells in quotation marks, also the first and the last, and letters of any kind."""
    whole = CALM * 40 + data + CALM
    found = plain(whole, head())
    assert found is not None
    assert found == by_pyarrow(whole, head())


@pytest.mark.parametrize(
    "data",
    [
        b"\n",
        CALM.replace(b",fine", b""),
        CALM.replace(b"fine", b"a,b"),
        CALM.replace(b"fine", b"a,b") + CALM.replace(b",fine", b""),
        CALM.replace(b"fine", b"a\rb"),
        CALM.replace(b"fine", b'"a\nb"'),
        CALM.replace(b"fine", b'"a ""b"""'),
        CALM.replace(b"fine", b'a "b"'),
        CALM.replace(b"fine", b'"a"b'),
        CALM.replace(b"fine", b'"a,'),
        CALM.rstrip(b"\n"),
        CALM.replace(b"Never", b"x" * 128),
        b'"R0A","2023","a","Arab","5","1","1","1"\n' * 400,
    ],
)
def test_these_are_left_to_pyarrow(data: bytes) -> None:
    """Blank and uneven lines, stray marks and returns, labels too long, marks all over."""
    assert plain(CALM * 40 + data, head()) is None


def test_a_mark_of_byte_order_within_a_file_is_left_to_pyarrow() -> None:
    assert plain(b"\xef\xbb\xbf" + CALM, head()) is None
    assert plain(CALM + b"\xef\xbb\xbf" + CALM, head()) is not None


@pytest.mark.parametrize("size", [0, 1, 6, 7, 8, 15, 16, 119, 126, 127])
def test_labels_of_any_length_up_to_the_very_end(size: int) -> None:
    """One begins another, and the last cell is the last of the block."""
    of = head("org_code,survey_year,ethnicity,remark,q15", b"R0A,2023,Arab,,Yes\n")
    labels = [b"y" * size, b"y" * (size + 1), b"y" * max(size - 1, 0), b"x" * size]
    data = b"".join(b"R0A,2023,Arab,," + one + b"\n" for one in labels if len(one) < 128)
    found = plain(data, of)
    assert found is not None
    assert found == by_pyarrow(data, of)


def test_neighbours_with_too_many_combinations_are_taken_apart() -> None:
    """101 organisations by 60 years are too many pairs; by themselves they are few."""
    of = head()
    rows = [
        CALM.replace(b"R0A", b"R%03d" % a).replace(b"2023", b"%d" % y)
        for a in range(101)
        for y in range(1990, 2050)
    ]
    data, reader = b"".join(rows), PlainRows(of)
    assert len(rows) > limits.MOST_LABELS
    found = reader.columns([data, CALM])
    assert found is not None
    assert rows_of(found) == by_pyarrow(data + CALM, of)
    assert len(found[0].labels) == 102


def test_more_labels_than_any_column_has_are_left_to_pyarrow() -> None:
    """What is wrong with such a column is said where its labels are understood."""
    data = b"".join(CALM.replace(b"Never", b"%d" % n) for n in range(limits.MOST_LABELS + 1))
    reader = PlainRows(head())
    assert [reader.columns([data]) for _ in range(3)] == [None, None, None]
    assert reader.columns([CALM]) is not None


def test_spans_with_little_to_pass_over_are_left_to_pyarrow() -> None:
    """Three spans of a row of fifty bytes are found no faster than all cells are parted."""
    found = head_of(Source("f.csv", HEADINGS.encode() + b"\n" + CALM * 3), Choices())
    assert found is not None
    assert found.letters_a_row < 50
    assert PlainRows(found).columns([CALM]) is None


def test_no_more_is_looked_for_where_nothing_is_plain() -> None:
    reader, other = PlainRows(head()), CALM.replace(b"fine", b'"a ""b"""')
    assert reader.columns([other]) is None
    assert reader.columns([CALM]) is not None
    assert all(reader.columns([other]) is None for _ in range(4))
    assert reader.columns([CALM]) is None


def test_labels_are_numbered_in_the_order_of_the_rows() -> None:
    """Another thread may have met a label first; one that no row has gets no number yet."""
    labels, shared = Labels("q15"), [b"c", b"a", b"b"]
    assert labels.codes(Column(shared, np.array([1, 1, 2]))).tolist() == [0, 0, 1]
    assert labels.texts == ["a", "b"]
    shared.append(b"d")
    assert labels.codes(Column(shared, np.array([3, 0, 1]))).tolist() == [2, 3, 0]
    assert labels.texts == ["a", "b", "d", "c"]


@pytest.mark.parametrize("width", [1, 2, 7, 71, 300])
def test_chosen_bits_of_every_run_are_those_of_the_whole_list(width: int) -> None:
    draw = np.random.default_rng(width)
    for share in (0.03, 0.5, 0.97):
        mask = draw.random(40_000) < share
        stand = np.flatnonzero(mask)
        mask[stand[len(stand) // width * width :]] = False
        wanted = sorted({0, width // 3, width - 1})
        found = of_every_run(bits_of(mask), width, wanted)
        assert found is not None
        assert found.tolist() == np.flatnonzero(mask).reshape(-1, width)[:, wanted].tolist()
        assert where(bits_of(mask)).tolist() == np.flatnonzero(mask).tolist()
        mask[np.flatnonzero(~mask)[0]] = True
        assert (of_every_run(bits_of(mask), width, wanted) is None) == (width > 1)


def _with_odd_rows(text: str) -> str:
    """Stray quotation marks in a column nobody needs, in the middle of the file."""
    lines = text.splitlines(keepends=True)
    middle = len(lines) // 2
    odd = [line.replace("filler", 'say "so"', 1) for line in lines[middle : middle + 9]]
    return "".join([*lines[:middle], *odd, *lines[middle + 9 :]])


@pytest.mark.parametrize("changed", [str, _with_odd_rows, lambda text: text.replace("\n", "\r\n")])
def test_many_blocks_give_what_the_drawn_people_answered(changed: Callable[[str], str]) -> None:
    """Plain rows of two and more blocks, some rows among them that are not, and CRLF."""
    everybody = people(6_000)
    others = [(f"other_{n}", "filler" + "x" * 20) for n in range(40)]
    text = changed(written(everybody, more=others))
    assert len(text) > 3 * BLOCK_BYTES
    found = count(Source("f.csv", text.encode()))
    by_hand = {key: value for key, value in counted(everybody).items() if value[1]}
    told = {
        (c.organisation, c.survey_year, c.indicator, c.group.value): (c.numerator, c.answered)
        for c in found.cells()
        if not c.band and c.staff_group.value == "all" and c.survey_year > 2020
    }
    assert told
    for key, value in told.items():
        org, year, indicator, group = key
        assert by_hand[(org, year, indicator, "all", "all", group)] == value
