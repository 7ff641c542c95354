"""What a person takes away: the table behind a chart, and the file of exactly this view."""

from wres.reports.csv_file import Header, csv_of, table_csv
from wres.reports.minutes import minutes_csv, minutes_table
from wres.reports.minutes_document import minutes_document
from wres.reports.peer_tables import beside_table, funnel_table, likeness_table, peers_table
from wres.reports.plan_tables import plan_csv, plan_table, plan_workbook
from wres.reports.side_tables import (
    multiples_table,
    sides_table,
    trust_board_table,
    year_board_table,
)
from wres.reports.sitting_tables import breakdowns_table, split_table
from wres.reports.tables import (
    Table,
    bands_table,
    benchmarks_table,
    gaps_table,
    likelihoods_table,
    posts_table,
)
from wres.reports.workforce_tables import goal_table, parity_table, rungs_table, steps_table

__all__ = [
    "Header",
    "Table",
    "bands_table",
    "benchmarks_table",
    "beside_table",
    "breakdowns_table",
    "csv_of",
    "funnel_table",
    "gaps_table",
    "goal_table",
    "likelihoods_table",
    "likeness_table",
    "minutes_csv",
    "minutes_document",
    "minutes_table",
    "multiples_table",
    "parity_table",
    "peers_table",
    "plan_csv",
    "plan_table",
    "plan_workbook",
    "posts_table",
    "rungs_table",
    "sides_table",
    "split_table",
    "steps_table",
    "table_csv",
    "trust_board_table",
    "year_board_table",
]
