"""Charts as values: small rows in, a ``Drawing`` out, and no Streamlit.

* ``trend``: per cent by year, a line per group, cut at breaks, with benchmark and intervals.
* ``gap``: the gap between two groups by year, in points, around no gap.
* ``ratio``: relative likelihood by year on a log axis, with parity and the four-fifths range.
* ``bands``: per cent by pay band, with what lies between two groups.
* ``strip``: one organisation among its peers; ``funnel``: the same by number of responses.
* ``spark``: a trend small enough for a table row.

Words come from the caller; colours, shapes and sizes from ``theme``. ``picture`` burns the
headline and source into a PNG or SVG. On the page the headline is text above the chart.
"""

from __future__ import annotations

from wres.charts.bands import BandPoint, Reference, bands
from wres.charts.drawing import Drawing, with_data
from wres.charts.funnel import FunnelPoint, Limits, funnel
from wres.charts.gap import BenchmarkGap, GapPoint, gap
from wres.charts.picture import Caption, bare_png, bare_svg, png, svg
from wres.charts.ratio import RatioPoint, ratio
from wres.charts.spark import SparkPoint, spark
from wres.charts.strip import StripRow, strip
from wres.charts.theme import GAP_CODE, Size
from wres.charts.trend import BenchmarkPoint, TrendPoint, trend
from wres.charts.years import BreakMark

__all__ = [
    "GAP_CODE",
    "BandPoint",
    "BenchmarkGap",
    "BenchmarkPoint",
    "BreakMark",
    "Caption",
    "Drawing",
    "FunnelPoint",
    "GapPoint",
    "Limits",
    "RatioPoint",
    "Reference",
    "Size",
    "SparkPoint",
    "StripRow",
    "TrendPoint",
    "bands",
    "bare_png",
    "bare_svg",
    "funnel",
    "gap",
    "png",
    "ratio",
    "spark",
    "strip",
    "svg",
    "trend",
    "with_data",
]
