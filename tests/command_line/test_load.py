"""``check`` and ``load``: what is stored, what is refused, and what each says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line.conftest import HEADER, MANCHESTER, Run
from wres.store import AuditAction, open_store

WIDE = "org_code,wres_year,indicator,White %,BME %"


def survey(run: Run, *more: str) -> dict[tuple[int, str], dict[str, object]]:
    """Return Manchester's published figures by indicator and group."""
    rows = run("results", "--org", "R0A", *more, "--json").data
    return {(row["indicator"], row["ethnic_group"]): row for row in rows}


def test_manchester_loads_as_published(apart: Run, manchester: Path) -> None:
    """Indicator 8 shows 16.1% and 6.6%, the gap, the median of 121 other trusts, and no range."""
    loaded = apart("load", manchester, "--json")
    assert (loaded.code, loaded.data["verdict"], loaded.data["version"]) == (0, "accepted", 1)
    figures = survey(apart)
    bme, white = figures[8, "bme"], figures[8, "white"]
    assert (bme["percent"], white["percent"], bme["gap_points"]) == (16.1, 6.6, 9.5)
    assert (bme["benchmark"], white["benchmark"]) == (15.7, 6.7)
    assert bme["benchmark_organisations"] == 121
    assert (
        bme["benchmark_label"] == "the median of the other acute and combined trusts (121 trusts)"
    )
    for nothing in ("numerator", "denominator", "low", "high", "gap_low", "gap_high"):
        assert bme[nothing] is None


def test_loaded_and_shipped_figures_are_the_same(run: Run, manchester: Path) -> None:
    """What is loaded answers as what is shipped: only where it came from differs."""
    before = survey(run)
    run("load", manchester)
    after = survey(run)
    for rows in (before, after):
        for row in rows.values():
            del row["source_id"], row["edition"]
    assert before == after and len(after) == 8


def test_without_counts_nothing_is_called_clear(run: Run, manchester: Path) -> None:
    """No word of “clear” as a verdict, in the figures or the concerns."""
    run("load", manchester)
    for words in (["results"], ["concerns"], ["concerns", "--json"]):
        said = run(*words, "--org", "R0A").out.lower()
        assert "clearly" not in said and "concern: clear" not in said
    cards = run("concerns", "--org", "R0A", "--json").data["concerns"]
    assert [(card["indicator"], card["strength"]) for card in cards] == [
        (7, "not tested"),
        (8, "not tested"),
    ]


def test_checking_stores_nothing(run: Run, manchester: Path, home: Path) -> None:
    """A check previews the change and leaves no store behind."""
    ended = run("check", manchester, "--json")
    assert ended.code == 0
    assert ended.data["changes"] == {"added": 8, "changed": 0, "unchanged": 0, "removed": 0}
    assert not home.exists()


def test_a_changed_figure_is_previewed_by_name(run: Run, manchester: Path, tmp_path: Path) -> None:
    """Against stored figures a check says which would change."""
    run("load", manchester)
    path = tmp_path / "corrected.csv"
    path.write_text(f"{HEADER}\n{MANCHESTER},8,0.0662,0.1700\n", encoding="utf-8")
    ended = run("check", path)
    assert "0 figures would be added, 1 would be changed, 1 stays as it is." in ended.out
    assert "Changed: R0A, 2025, indicator 8, BME" in ended.out


def test_the_same_file_again_is_nothing_new(run: Run, manchester: Path) -> None:
    """A second load makes no second version."""
    run("load", manchester)
    ended = run("load", manchester)
    assert ended.code == 0 and "Nothing new" in ended.out
    assert len(run("history", "--json").data) == 1


def test_a_file_with_warnings_is_stored_with_exit_1(run: Run, tmp_path: Path) -> None:
    """A figure far from last year or the national range is asked about, and stored."""
    path = tmp_path / "far.csv"
    path.write_text(f"{WIDE}\nR0A,2025,8,6.6%,96.1%\n", encoding="utf-8")
    ended = run("load", path, "--json")
    assert (ended.code, ended.data["verdict"]) == (1, "warnings")
    assert any(check["outcome"] == "warn" for check in ended.data["checks"])
    assert survey(run)[8, "bme"]["percent"] == 96.1


def test_options_fill_in_what_no_column_says(run: Run, tmp_path: Path) -> None:
    """Organisation, year, scale and a column's use can be given by hand."""
    path = tmp_path / "bare.csv"
    path.write_text("indicator,Pale,BME\n8,6.6,16.1\n", encoding="utf-8")
    told = ["--org", "r0a", "--year", "2025", "--scale", "0-100", "--map", "Pale=percentage:white"]
    assert run("check", path).code == 2
    ended = run("load", path, *told)
    assert ended.code in (0, 1), ended.err
    assert survey(run)[8, "white"]["percent"] == 6.6


BAD: dict[str, bytes] = {
    "empty": b"",
    "blank": b"\n \n\n",
    "binary": bytes(range(256)) * 20,
    "photo": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\x00\x9c\x7f" * 500,
    "ten_thousand_columns": (",".join(f"c{n}" for n in range(10_000)) + "\n").encode() * 2,
    "long_line": b"org_code,indicator\n" + b"x" * 1_000_000,
    "duplicate_headers": b"org_code,wres_year,indicator,White %,BME %,BME %\n"
    b"R0A,2025,8,6.6%,16.1%,17%\n",
    "above_base": b"org_code,wres_year,indicator,ethnic_group,numerator,denominator\n"
    b"R0A,2025,8,bme,120,100\nR0A,2025,8,white,10,100\n",
    "unknown_trust": f"{WIDE}\nQQQQ,2025,8,6.6%,16.1%\n".encode(),
    "unknown_band": b"org_code,wres_year,indicator,band,ethnic_group,numerator,denominator\n"
    b"R0A,2025,1,47,bme,10,100\nR0A,2025,1,47,white,90,100\n",
    "indicator_12": f"{WIDE}\nR0A,2025,12,6.6%,16.1%\n".encode(),
    "year_1066": f"{WIDE}\nR0A,1066,8,6.6%,16.1%\n".encode(),
    "header_only": f"{WIDE}\n".encode(),
    "personal": b"org_code,wres_year,indicator,name,email,White %,BME %\n"
    b"R0A,2025,8,Ann Example,ann@example.org,6.6%,16.1%\n",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence_and_nothing_stored(
    name: str, run: Run, tmp_path: Path, home: Path
) -> None:
    """Exit code 2, one line on the error stream, the refusal in the log, and no version."""
    path = tmp_path / f"{name}.csv"
    path.write_bytes(BAD[name])
    ended = run("load", path, "--json")
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1 and 10 < len(ended.err) < 400
    assert (ended.data["verdict"], ended.data["results"]) == ("refused", [])
    with open_store(home, read_only=True) as store:
        assert store.current() == 0
        (line,) = store.audit()
    assert (line.action, line.file_name) == (AuditAction.REFUSED, f"{name}.csv")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_unusual_text_is_read_all_the_same(
    encoding: str, end: str, run: Run, tmp_path: Path
) -> None:
    """UTF-16, a byte order mark, and line ends of old machines give the same figures."""
    path = tmp_path / "unusual.csv"
    text = f"{WIDE}\nR0A,2025,8,6.6%,16.1%\nR0A,2025,7,58.4%,48.4%\n".replace("\n", end)
    path.write_bytes(text.encode(encoding))
    ended = run("check", path, "--json")
    assert ended.code == 0, ended.err
    values = {(r["indicator"], r["ethnic_group"]): r["value"] for r in ended.data["results"]}
    assert values == {
        (8, "bme"): 0.161,
        (8, "white"): 0.066,
        (7, "bme"): 0.484,
        (7, "white"): 0.584,
    }


def test_details_of_people_are_not_repeated(run: Run, tmp_path: Path, home: Path) -> None:
    """A name or an address in a refused file is neither printed nor kept."""
    path = tmp_path / "people.csv"
    path.write_bytes(BAD["personal"])
    for words in (["load"], ["load", "--json"], ["check"], ["check", "--json"]):
        ended = run(words[0], path, *words[1:])
        assert "example.org" not in ended.out + ended.err
    kept = b"".join(part.read_bytes() for part in home.iterdir())
    assert b"example.org" not in kept and b"Ann Example" not in kept


def test_the_file_in_the_log_has_no_folder(run: Run, manchester: Path) -> None:
    """The log names the file, who loaded it, and not where on the computer it lay."""
    run("load", manchester, "--by", "Sam")
    (version,) = run("history", "--json").data
    assert (version["file_name"], version["made_by"]) == ("survey_2024.csv", "Sam")
