"""A chart is tested by its rows and its description, and by the drawing library reading both."""

from __future__ import annotations

import copy
import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

import altair as alt
import pytest
import vl_convert
from altair.utils import schemapi
from jsonschema import ValidationError

from wres.charts import (
    BandPoint,
    BenchmarkPoint,
    BreakMark,
    Drawing,
    FunnelPoint,
    GapPoint,
    Limits,
    RatioPoint,
    Reference,
    Size,
    SparkPoint,
    StripRow,
    TrendPoint,
    bands,
    funnel,
    gap,
    ratio,
    spark,
    strip,
    trend,
    with_data,
)
from wres.charts.ladder import LadderRung, ladder
from wres.terms import EthnicGroup

BME, WHITE, CHINESE = EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup("asian chinese")
HIDDEN = "Hidden to protect confidentiality"
BREAKS = (BreakMark(year=2022, text="Question changed: do not compare"),)


def six_years() -> tuple[TrendPoint, ...]:
    bme, white = (15.2, 16.1, 14.8, 22.0, 21.4, 19.8), (7.0, 6.6, 6.9, 15.0, 14.1, 13.9)
    return tuple(
        TrendPoint(
            year=2019 + i,
            group=group,
            label=label,
            percent=value,
            low=value - 2,
            high=value + 2,
            segment=int(i > 2),
        )
        for group, label, values in ((BME, "BME", bme), (WHITE, "White", white))
        for i, value in enumerate(values)
    )


def a_trend(size: Size = Size.SCREEN) -> Drawing:
    benchmark = BenchmarkPoint(year=2024, group=BME, label="Acute median, BME", percent=21.0)
    return trend(six_years(), benchmarks=(benchmark,), breaks=BREAKS, size=size)


def a_gap(size: Size = Size.SCREEN) -> Drawing:
    values = (8.2, 9.5, 7.9, -1.0)
    points = tuple(
        GapPoint(year=2019 + i, label="Gap", points=value, low=value - 3, high=value + 3)
        for i, value in enumerate(values)
    )
    return gap(points, breaks=BREAKS, size=size)


def some_bands(size: Size = Size.SCREEN) -> Drawing:
    points = (
        BandPoint(band="Band 5", group=BME, label="BME", percent=18.0, low=15.0, high=21.0),
        BandPoint(band="Band 5", group=WHITE, label="White", percent=9.0, low=7.0, high=11.0),
        BandPoint(band="Band 9", group=BME, label="BME", percent=None, note=HIDDEN),
        BandPoint(band="Band 9", group=WHITE, label="White", percent=None, note=HIDDEN),
        BandPoint(band="VSM", group=BME, label="BME", percent=None, note=HIDDEN),
        BandPoint(band="VSM", group=WHITE, label="White", percent=4.0),
    )
    line = Reference(percent=31.0, label="Whole workforce")
    return bands(points, reference=line, size=size)


def a_strip(size: Size = Size.SCREEN) -> Drawing:
    row = StripRow(
        code="bme",
        label="BME",
        peers=(12.0, 15.7, 20.0, 15.7),
        median=15.7,
        median_label="Median of 4",
        own=16.1,
        own_label="Manchester",
    )
    return strip((row,), axis_title="Per cent", size=size)


def a_ratio(size: Size = Size.SCREEN) -> Drawing:
    points = (
        RatioPoint(year=2023, label="Relative likelihood", ratio=1.62, low=1.2, high=2.2),
        RatioPoint(year=2024, label="Relative likelihood", ratio=2.3, low=0.0, high=math.inf),
        RatioPoint(year=2025, label="Relative likelihood", ratio=math.inf, note="No White staff"),
    )
    return ratio(points, parity_label="Equal chance", size=size)


def a_spark(size: Size = Size.SCREEN) -> Drawing:
    points = tuple(
        SparkPoint(
            year=point.year,
            group=point.group,
            label=point.label,
            percent=point.percent,
            segment=point.segment,
        )
        for point in six_years()
    )
    return spark(points, size=size)


def a_funnel(size: Size = Size.SCREEN) -> Drawing:
    limits = tuple(
        Limits(
            base=base,
            warning=(15 - 100 / base**0.5, 15 + 100 / base**0.5),
            action=(15 - 150 / base**0.5, 15 + 150 / base**0.5),
        )
        for base in (100.0, 400.0, 900.0)
    )
    points = tuple(FunnelPoint(base=100 * i, percent=10.0 + i) for i in range(1, 10))
    own = FunnelPoint(base=625, percent=19.5)
    return funnel(points, own=own, group=BME, centre=15.0, limits=limits, size=size)


def a_ladder(size: Size = Size.SCREEN) -> Drawing:
    rungs = [
        LadderRung(name="Bands 1 to 4", people="42 of 318 people", percent=13.2, text="13.2%"),
        LadderRung(name="Board", note="hidden"),
    ]
    return ladder(rungs, group=BME, reference=Reference(label="Workforce", percent=27.5), size=size)


KINDS = [a_trend, a_gap, some_bands, a_strip, a_funnel, a_ratio, a_spark, a_ladder]


def of(drawing: Drawing, part: str) -> list[Any]:
    return [row for row in drawing.rows if row["part"] == part]


def every_value(node: Any, key: str) -> Iterator[Any]:
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from every_value(value, key)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from every_value(value, key)


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize("kind", KINDS)
def test_the_drawing_library_draws_every_kind(kind: Any, size: Size) -> None:
    """Each kind of chart in each size becomes a picture that holds its words."""
    spec = {**with_data(kind(size)), "width": 900}
    assert "<text" in vl_convert.vegalite_to_svg(json.dumps(spec))


@pytest.mark.parametrize("kind", KINDS)
def test_a_description_holds_no_data(kind: Any) -> None:
    """The description is the same for everybody; figures travel only as rows."""
    drawing = kind()
    for key in ("data", "datasets"):
        assert list(every_value(dict(drawing.spec), key)) == []
    assert "16.1" not in json.dumps(dict(drawing.spec))


def said_in_full(spec: dict[str, Any]) -> dict[str, Any]:
    """Say again in each layer what the first to speak of a channel says of what layers share."""
    whole, said = copy.deepcopy(spec), {}
    for layer in whole["layer"]:
        for name, channel in layer["encoding"].items():
            parts = ("axis", "legend", "scale") if "field" in channel else ()
            for part in parts:
                said.setdefault((name, part), channel.get(part))
                if said[name, part] is not None or part in channel:
                    channel.setdefault(part, said[name, part])
    return whole


@pytest.mark.parametrize("kind", KINDS)
def test_what_layers_share_is_said_once_and_drawn_as_if_each_said_it(kind: Any) -> None:
    """An axis, a scale or a legend that was said is in no later layer, and the picture is equal."""
    spec = {**with_data(kind()), "width": 900}
    sayings = [
        (name, part, json.dumps(channel[part]))
        for layer in spec["layer"]
        for name, channel in layer["encoding"].items()
        for part in ("axis", "legend", "scale")
        if part in channel
    ]
    assert len(set(sayings)) == len(sayings)
    full = said_in_full(spec)
    assert len(json.dumps(full)) > len(json.dumps(spec))
    shown, drawn = (vl_convert.vegalite_to_svg(json.dumps(one)) for one in (spec, full))
    assert shown == drawn


def test_a_single_background_looks_as_bme_does_and_all_of_them_share_one_code() -> None:
    """Chinese staff stand beside White with the circle of BME; the key of bands names them."""
    known = some_bands()
    points = (
        BandPoint(band="Band 5", group=CHINESE, label="Chinese", percent=18.0),
        BandPoint(band="Band 5", group=WHITE, label="White", percent=9.0),
    )
    drawing = bands(points)
    assert [row["group"] for row in of(drawing, "point")] == ["single", "white"]
    keys = {json.dumps(one) for one in every_value(dict(drawing.spec), "labelExpr")}
    assert json.dumps("{'single':['Chinese'],'white':['White']}[datum.label]") in keys
    drawn = vl_convert.vegalite_to_svg(json.dumps({**with_data(drawing), "width": 900}))
    assert drawn.count('fill="#12436D"') == 2 and "Chinese" in drawn
    assert "chinese" not in json.dumps(dict(known.spec))


@pytest.mark.parametrize("kind", KINDS)
def test_drawing_twice_builds_the_description_once(
    kind: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Altair turns a chart into plain data once for each kind, never on a click."""
    kind()
    built: list[object] = []
    monkeypatch.setattr(alt.LayerChart, "to_dict", lambda *a, **k: built.append(a) or {})
    kind()
    assert built == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_of_a_description_is_one_the_drawing_library_knows(kind: Any) -> None:
    """What is not checked as it is made is checked here: each layer, by Altair's own schema."""
    for layer in kind().spec["layer"]:
        alt.LayerChart.validate({"layer": [layer], "data": {"values": []}})
    with pytest.raises(ValidationError):
        alt.LayerChart.validate({"layer": [{"mark": "no such mark"}]})


def test_no_part_of_a_description_is_checked_or_looked_up_as_it_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """To check each part, or to find the class of its channels, takes most of the time."""
    made: list[object] = []
    monkeypatch.setattr(schemapi, "validate_jsonschema", lambda *a, **k: made.append(a))
    monkeypatch.setattr(schemapi, "_FromDict", lambda *a, **k: made.append(a))
    for kind in KINDS:
        name = kind().name
        import_module(f"wres.charts.{name}")._spec.cache_clear()
        kind()
    assert made == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_drawn_is_told_apart_without_reading_the_description_again(kind: Any) -> None:
    """Two drawings of one kind share it; what tells them apart is short, and of every part."""
    first, again = kind(), kind()
    assert again.spec is first.spec and again.content == first.content
    assert len(repr(first.content)) < 200 + len(repr(first.rows))
    others = (
        replace(first, rows=(*first.rows, {"text": "more"})),
        replace(first, spec={**first.spec, "height": 1}),
        replace(first, spec={**first.spec, "background": "black"}),
    )
    assert first.content not in [other.content for other in others]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_figures_give_the_same_drawing(kind: Any) -> None:
    """Nothing in a drawing depends on when or how often it is made."""
    assert json.dumps(with_data(kind())) == json.dumps(with_data(kind()))


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_description_can_be_changed_without_harm(kind: Any) -> None:
    """Changing what with_data returned leaves the next drawing as it was."""
    before = json.dumps(with_data(kind()))
    with_data(kind())["config"]["axis"]["labelFontSize"] = 1
    assert json.dumps(with_data(kind())) == before


@pytest.mark.parametrize(("size", "least"), [(Size.SCREEN, 12), (Size.PRESENTATION, 28)])
@pytest.mark.parametrize("kind", KINDS)
def test_all_text_is_large_enough(kind: Any, size: Size, least: int) -> None:
    """No drawn text is under 12 pixels on a screen, or under 28 across a room."""
    spec = {**with_data(kind(size)), "width": 1200}
    drawn = vl_convert.vegalite_to_svg(json.dumps(spec))
    sizes = [float(found) for found in re.findall(r'font-size="([0-9.]+)px"', drawn)]
    assert sizes
    assert min(sizes) >= least


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_stands_on_white_and_fills_its_column(kind: Any) -> None:
    """A white ground keeps the checked contrast when the page is dark."""
    spec = kind().spec
    assert (spec["background"], spec["width"]) == ("#FFFFFF", "container")
    # The page adds an edge to the padding and cannot add it to a single number.
    assert isinstance(spec["padding"], dict)


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_has_the_same_columns(kind: Any) -> None:
    """Rows become a table on the page, so a column missing from one is empty there, not lost."""
    assert len({tuple(row) for row in kind().rows}) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_can_be_sent(kind: Any) -> None:
    """No infinite or undefined number is left in the rows."""
    json.dumps([dict(row) for row in kind().rows], allow_nan=False)


def test_every_figure_is_kept() -> None:
    """Six years of two groups are twelve points, with their values untouched."""
    points = of(a_trend(), "point")
    assert [row["value"] for row in points if row["group"] == "bme"] == [
        15.2,
        16.1,
        14.8,
        22.0,
        21.4,
        19.8,
    ]
    assert len(points) == 12


def test_no_line_crosses_a_break() -> None:
    """No stretch of line holds points of two segments."""
    stretches: dict[object, set[object]] = {}
    for row in of(a_trend(), "point"):
        stretches.setdefault(row["line"], set()).add(row["segment"])
    assert all(len(segments) == 1 for segments in stretches.values())
    assert len(stretches) == 4


def test_lines_are_joined_by_stretch_and_by_nothing_wider() -> None:
    """Every drawn line is split by the stretch it belongs to."""
    layers = a_trend().spec["layer"]
    lines = [layer for layer in layers if layer["mark"]["type"] == "line"]
    assert lines
    assert all(layer["encoding"]["detail"]["field"] == "line" for layer in lines)


def test_a_break_is_marked_with_its_reason() -> None:
    """The first year that cannot be compared with those before carries the reason."""
    (mark,) = of(a_trend(), "break")
    assert mark["year"] == "2022"
    assert mark["text"].replace("\n", " ") == "Question changed: do not compare"


def test_percentages_start_at_nothing() -> None:
    """The lowest value the axis must reach is always 0 per cent."""
    assert min(row["value"] for row in of(a_trend(), "frame")) == 0


def test_a_figure_not_shown_is_words_and_never_a_point() -> None:
    """A hidden figure leaves no point, only its note, and the line does not pass over it."""
    points = tuple(
        TrendPoint(year=year, group=BME, label="BME", percent=value, note="" if value else HIDDEN)
        for year, value in ((2022, 15.0), (2023, None), (2024, 16.0))
    )
    drawing = trend(points)
    assert [row["year"] for row in of(drawing, "point")] == ["2022", "2024"]
    assert len({row["line"] for row in of(drawing, "point")}) == 2
    assert [row["text"].replace("\n", " ") for row in of(drawing, "note")] == [HIDDEN]


def test_years_in_a_row_not_shown_are_said_once() -> None:
    """Two hidden years together carry one note that names both."""
    points = tuple(
        TrendPoint(year=year, group=BME, label="BME", percent=None, note="Hidden")
        for year in (2023, 2024)
    )
    assert [row["text"] for row in of(trend(points), "note")] == ["2023 to 2024:\nHidden"]


def test_a_line_that_stops_early_names_its_last_year() -> None:
    """A label at the right edge does not pass for a figure of the last year."""
    points = (
        TrendPoint(year=2023, group=BME, label="BME", percent=15.0),
        TrendPoint(year=2024, group=WHITE, label="White", percent=11.0),
    )
    texts = [row["text"].replace("\n", " ") for row in of(trend(points), "end")]
    assert texts == ["BME 15.0% (2023)", "White 11.0%"]


def test_equal_figures_have_labels_apart() -> None:
    """Where BME equals White both names can be read, BME above."""
    points = tuple(
        TrendPoint(year=2024, group=group, label=label, percent=7.1)
        for group, label in ((WHITE, "White"), (BME, "BME"))
    )
    first, second = of(trend(points), "end")
    assert (first["group"], second["group"]) == ("bme", "white")
    assert first["place"] > second["place"] + 0.5


def test_labels_come_from_the_caller_and_colours_from_the_group() -> None:
    """A trust's own words are shown, and the colour still follows the group's code."""
    drawing = trend((TrendPoint(year=2024, group=BME, label="Global majority", percent=7.1),))
    (row,) = of(drawing, "end")
    assert row["text"].startswith("Global majority")
    assert row["group"] == "bme"


def test_a_gap_chart_always_has_its_line_for_no_gap() -> None:
    """No gap, 0 points, is on the axis and drawn, with negative gaps below it."""
    drawing = a_gap()
    assert [row["value"] for row in of(drawing, "level")] == [0.0]
    ends = [row["value"] for row in of(drawing, "frame")]
    assert min(ends) <= -4
    assert max(ends) >= 12.5


def test_gaps_are_written_with_their_sign() -> None:
    """A gap of minus one is written with a minus sign, and its interval too."""
    tips = [row["tip"] for row in of(a_gap(), "point")]
    assert tips[1] == "Gap, 2020: +9.5 (+6.5 to +12.5)"
    assert tips[3] == "Gap, 2022: −1.0 (−4.0 to +2.0)"


def test_a_hidden_band_is_words_in_its_row_and_never_nought() -> None:
    """A band hidden for both groups says so once; one hidden group is named."""
    drawing = some_bands()
    words = {row["band"]: row["text"] for row in of(drawing, "hidden")}
    assert words == {"Band 9": HIDDEN, "VSM": f"BME: {HIDDEN}"}
    assert [(row["band"], row["group"]) for row in of(drawing, "point")] == [
        ("Band 5", "bme"),
        ("Band 5", "white"),
        ("VSM", "white"),
    ]
    assert all(row["value"] is None for row in of(drawing, "hidden"))


def test_bands_keep_the_order_they_came_in() -> None:
    """Bands are not sorted as words: Band 9 comes before VSM because it was given first."""
    order = {row["order"]: row["band"] for row in of(some_bands(), "frame")}
    assert order == {0: "Band 5", 1: "Band 9", 2: "VSM"}


def test_a_reference_line_is_named() -> None:
    """The share of the whole workforce is written beside its line."""
    (line,) = of(some_bands(), "reference")
    assert line["text"] == "Whole workforce 31.0%"


def test_a_label_with_a_quotation_mark_is_drawn_as_written() -> None:
    """A trust's own words cannot break the description they stand in."""
    label = "Staff's \\ 'own' words"
    drawing = bands((BandPoint(band="Band 5", group=BME, label=label, percent=9.0),))
    drawn = vl_convert.vegalite_to_svg(json.dumps({**with_data(drawing), "width": 900}))
    assert "Staff's" in drawn.replace("&#39;", "'").replace("&apos;", "'")


def test_an_infinite_limit_is_an_arrow_at_the_edge() -> None:
    """An upper limit without end stops at the top of the axis and points further."""
    known, endless = of(a_ratio(), "point")
    assert (known["goes_below"], known["goes_above"]) == (False, False)
    assert (endless["goes_below"], endless["goes_above"]) == (True, True)
    assert (endless["low"], endless["high"]) == (0.1, 10.0)
    assert endless["tip"] == "Relative likelihood, 2024: 2.30 (0.00 or more)"


def test_an_infinite_ratio_is_a_note() -> None:
    """A ratio that cannot stand on the axis is said in words."""
    assert [row["text"].replace("\n", " ") for row in of(a_ratio(), "note")] == ["No White staff"]


def test_the_four_fifths_range_and_parity_are_drawn() -> None:
    """The shaded range is 0.80 to 1.25, with a line at one."""
    (level,) = of(a_ratio(), "level")
    assert (level["low"], level["value"], level["high"]) == (0.80, 1.0, 1.25)


def test_a_strip_has_a_tick_for_each_figure_and_marks_the_median_and_itself() -> None:
    """Four peers, two at 15.7, are three ticks; median and this organisation carry their names."""
    drawing = a_strip()
    assert [row["value"] for row in of(drawing, "peer")] == [12.0, 15.7, 20.0]
    assert of(drawing, "median")[0]["text"] == "Median of 4: 15.7"
    assert of(drawing, "own")[0]["text"] == "Manchester: 16.1"


def test_a_spark_marks_its_last_figures_and_has_no_axes() -> None:
    """The last figure of each group is written; the axes are left out."""
    drawing = a_spark()
    assert [row["text"] for row in of(drawing, "end")] == ["BME 19.8%", "White 13.9%"]
    axes = {
        channel: layer["encoding"][channel]["axis"]
        for layer in drawing.spec["layer"]
        for channel in ("x", "y")
        if "axis" in layer["encoding"].get(channel, {})
    }
    assert axes == {"x": None, "y": None}


def test_a_funnel_has_every_trust_and_limits_that_narrow() -> None:
    """Nine others, one own, and 95% limits of 5 to 25 at 100 answers, 11.7 to 18.3 at 900."""
    drawing = a_funnel()
    assert [row["value"] for row in of(drawing, "peer")] == [10.0 + i for i in range(1, 10)]
    (own,) = of(drawing, "own")
    assert (own["base"], own["text"]) == (625, "This trust: 19.5% of 625")
    lower = [row["value"] for row in of(drawing, "limit") if row["line"] == "95% low"]
    assert lower == pytest.approx([5.0, 10.0, 11.667], abs=0.001)
    assert {row["text"] for row in of(drawing, "name")} == {"95%", "99.8%"}
    assert [(row["base"], row["value"]) for row in of(drawing, "centre")] == [(100, 15), (900, 15)]


@pytest.mark.parametrize("draw", [trend, gap, ratio, bands, strip, spark])
def test_a_chart_without_figures_is_still_a_chart(draw: Any) -> None:
    """Nothing to draw is not an error."""
    spec = {**with_data(draw(())), "width": 600}
    assert vl_convert.vegalite_to_svg(json.dumps(spec)).startswith("<svg")


def test_a_ratio_on_small_numbers_is_written_with_one_place() -> None:
    """The chart says 1.5 where its table says 1.5, and 1.52 beside it; not 1.50."""
    points = (
        RatioPoint(year=2024, label="Times", ratio=1.52, low=1.1, high=2.1),
        RatioPoint(year=2025, label="Times", ratio=1.5, low=1.1, high=2.0, decimals=1),
    )
    said = [str(row.get("tip", "")) for row in ratio(points).rows]
    assert "Times, 2025: 1.5 (1.1 to 2.0)" in said
    assert "Times, 2024: 1.52 (1.10 to 2.10)" in said
