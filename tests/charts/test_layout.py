"""Labels do not touch, lines are cut where they must be, and axes end on round numbers."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from wres.charts.layout import line_parts, round_top, row_height, spread, wrapped


def test_labels_with_room_stay_where_they_are() -> None:
    """Two labels far apart are not moved."""
    assert spread([5.0, 15.0], [2.0, 2.0], low=0.0, high=20.0) == [5.0, 15.0]


def test_equal_values_are_moved_apart_evenly_with_the_first_on_top() -> None:
    """Two labels at 7.1, each 2 high, go to 8.1 and 6.1."""
    assert [round(place, 9) for place in spread([7.1, 7.1], [2.0, 2.0], low=0.0, high=20.0)] == [
        8.1,
        6.1,
    ]


def test_a_label_at_the_top_pushes_the_other_down() -> None:
    """Labels keep inside the axis: at a top of 20 the second goes to 18."""
    assert spread([20.0, 20.0], [2.0, 2.0], low=0.0, high=20.0) == [20.0, 18.0]


@given(
    st.lists(
        st.tuples(st.floats(0, 100), st.floats(0.1, 10)),
        min_size=1,
        max_size=6,
    )
)
def test_no_two_labels_ever_touch(labels: list[tuple[float, float]]) -> None:
    """Whatever the values, neighbours are at least half of each one's height apart."""
    rooms = [room for _, room in labels]
    places = spread([value for value, _ in labels], rooms, low=0.0, high=100.0)
    for (one, room), (other, more) in itertools.combinations(zip(places, rooms, strict=True), 2):
        assert abs(one - other) >= (room + more) / 2 - 1e-6


def test_no_labels_need_no_places() -> None:
    """An empty chart has no labels to place."""
    assert spread([], [], low=0.0, high=1.0) == []


def test_a_line_is_cut_at_a_break_a_missing_year_and_a_missing_figure() -> None:
    """2019 and 2020 join; 2021 is missing; 2023 begins a new segment; 2025 is not shown."""
    years, segments = [2019, 2020, 2022, 2023, 2024, 2025, 2026], [0, 0, 0, 1, 1, 1, 1]
    shown = [True, True, True, True, True, False, True]
    assert line_parts(years, segments, shown) == [1, 1, 2, 3, 3, 4, 5]


def test_an_axis_ends_on_a_round_number() -> None:
    """16.1 ends at 20, 21 at 25, 2 at 5, and 99 at 100 when nothing can be more."""
    tops = [round_top([value], most=100.0) for value in (16.1, 21.0, 2.0, 99.0)]
    assert tops == [20.0, 25.0, 5.0, 100.0]


def test_words_are_kept_whole() -> None:
    """Lines break between words, and a long word has a line to itself."""
    assert wrapped("Hidden to protect confidentiality", 12) == "Hidden to\nprotect\nconfidentiality"


def test_the_tallest_name_gives_every_row_its_height() -> None:
    """Three lines of 13 pixels, half a line of air, each 1.25 high: 57 and not the usual 40."""
    names = ["Arab", "White: English,\nWelsh, Scottish,\nNorthern Irish"]
    assert row_height(names, text=13, least=40) == 57
    assert row_height(names[:1], text=13, least=40) == 40
