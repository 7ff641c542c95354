"""Ways to count a survey extract: ours, and the same table by pandas, Polars and DuckDB.

Each gives rows of organisation, year, group, band, then who counts and who answered for
indicators 5 to 8. Packages are imported when a way is taken, as each runs in a process of its own.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Rows = Iterable[tuple[Any, ...]]
KEYS = ["org_code", "survey_year", "group", "band"]
NEEDED = ["org_code", "survey_year", "ethnicity", "band", "q14a", "q14b", "q14c", "q15", "q16b"]
COUNTS = [f"{kind}{number}" for number in (5, 6, 7, 8) for kind in "nd"]
_BLOCK = 2 * 1024 * 1024
_SQL = """
    select org_code, survey_year,
        case when ethnicity like 'White%' then 'white' else 'bme' end as grp, band,
        count(*) filter (q14a <> 'Never'), count(q14a),
        count(*) filter (q14b <> 'Never' or q14c <> 'Never'),
        count(*) filter (q14b <> 'Never' or q14c <> 'Never'
            or (q14b = 'Never' and q14c = 'Never')),
        count(*) filter (q15 = 'Yes'), count(q15),
        count(*) filter (q16b = 'Yes'), count(q16b)
    from read_csv(?, all_varchar = true)
    where band is not null and ethnicity is not null and ethnicity <> 'Not stated'
    group by all
"""


def ours(path: Path) -> Rows:
    """Return the table by the program's own counting."""
    from wres.upload.respondents.counting import count
    from wres.upload.source import Source

    rows = count(Source(path.name, path=path)).wide_rows()
    return [(*row[:2], row.group.value, row.band, *row.counts) for row in rows]


def examined(path: Path) -> Rows:
    """Return no table, after all that an upload goes through: hash, counts, every check."""
    from bench.extracts import CODES
    from wres.organisations import Organisation, Organisations
    from wres.upload.examine import Verdict, examine
    from wres.upload.source import Source

    known = Organisations(tuple(Organisation(code=code, name=code) for code in CODES))
    found = examine(
        Source(path.name, path=path), organisations=known, largest_extract=path.stat().st_size
    )
    assert found.verdict is not Verdict.REFUSED, found.reason
    return []


def floor(path: Path) -> Rows:
    """Return no table: pyarrow parts the cells, converts one column and counts nothing."""
    from pyarrow import csv

    options = csv.ConvertOptions(include_columns=["org_code"])
    for batch in csv.open_csv(path, convert_options=options):
        assert batch.num_rows
    return []


def by_cat(path: Path) -> Rows:
    """Return no table: the program ``cat`` reads every byte and writes it to nowhere."""
    subprocess.run(["cat", str(path)], stdout=subprocess.DEVNULL, check=True)
    return []


def read_only(path: Path) -> Rows:
    """Return no table: every byte is read and nothing is done with it."""
    with path.open("rb", buffering=0) as file:
        while file.read(_BLOCK):
            pass
    return []


def pandas_needed(path: Path) -> Rows:
    """Return the table by pandas, reading the needed columns only."""
    import pandas as pd

    return _by_pandas(pd.read_csv(path, usecols=NEEDED))


def pandas_all(path: Path) -> Rows:
    """Return the table by pandas as one writes it at first: read everything."""
    import pandas as pd

    return _by_pandas(pd.read_csv(path))


def _by_pandas(table: Any) -> Rows:
    table = table[table["ethnicity"].notna() & (table["ethnicity"] != "Not stated")]
    table = table[table["band"].notna()].copy()
    is_white = table["ethnicity"].str.startswith("White")
    table["group"] = is_white.map({True: "white", False: "bme"})
    hit = {q: table[q].notna() & (table[q] != "Never") for q in ("q14a", "q14b", "q14c")}
    table["n5"], table["d5"] = hit["q14a"], table["q14a"].notna()
    table["n6"] = hit["q14b"] | hit["q14c"]
    table["d6"] = table["n6"] | ((table["q14b"] == "Never") & (table["q14c"] == "Never"))
    table["n7"], table["d7"] = table["q15"] == "Yes", table["q15"].notna()
    table["n8"], table["d8"] = table["q16b"] == "Yes", table["q16b"].notna()
    summed = table.groupby(KEYS, observed=True)[COUNTS].sum().reset_index()
    return list(summed.itertuples(index=False, name=None))


def polars(path: Path) -> Rows:
    """Return the table by Polars, lazily and streaming."""
    import polars as pl

    a, b, c = (pl.col(q) for q in ("q14a", "q14b", "q14c"))
    hit_b, hit_c = (b != "Never").fill_null(False), (c != "Never").fill_null(False)
    never = ((b == "Never") & (c == "Never")).fill_null(False)
    white = pl.col("ethnicity").str.starts_with("White")
    found = (
        pl.scan_csv(path, infer_schema=False)
        .select(NEEDED)
        .filter(pl.col("ethnicity").is_not_null() & (pl.col("ethnicity") != "Not stated"))
        .filter(pl.col("band").is_not_null())
        .with_columns(group=pl.when(white).then(pl.lit("white")).otherwise(pl.lit("bme")))
        .group_by(KEYS)
        .agg(
            (a != "Never").sum().alias("n5"),
            a.is_not_null().sum().alias("d5"),
            (hit_b | hit_c).sum().alias("n6"),
            (hit_b | hit_c | never).sum().alias("d6"),
            (pl.col("q15") == "Yes").sum().alias("n7"),
            pl.col("q15").is_not_null().sum().alias("d7"),
            (pl.col("q16b") == "Yes").sum().alias("n8"),
            pl.col("q16b").is_not_null().sum().alias("d8"),
        )
    )
    return list(found.collect(engine="streaming").iter_rows())


def duckdb(path: Path) -> Rows:
    """Return the table by DuckDB."""
    import duckdb as engine

    return list(engine.connect().execute(_SQL, [str(path)]).fetchall())


WAYS: dict[str, Callable[[Path], Rows]] = {
    "ours": ours,
    "ours, with the hash and every check": examined,
    "pyarrow parts the cells and counts nothing": floor,
    "cat, to nowhere": by_cat,
    "every byte read, nothing done": read_only,
    "Polars, lazy and streaming": polars,
    "DuckDB": duckdb,
    "pandas, needed columns": pandas_needed,
    "pandas, all columns": pandas_all,
}
