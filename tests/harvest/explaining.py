"""Where a number on a page may come from: published cells, what follows from them, public figures.

Worked out here from published cells alone and by formulas written down here, so that a page that
reads anything else is caught by the first number that none of these explains.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import permutations
from math import isfinite, sqrt
from pathlib import Path

from tests.harvest.collecting import Sent, numbers_in
from wres.answers import Evidence
from wres.publication import PublishedCell, published_cells
from wres.terms import EthnicGroup

DATA = Path(__file__).resolve().parents[2] / "data"
# Figures of a chart's own scale, and the smallest numbers of sentences, lists and steps.
SMALLEST = 30
YEARS = range(2010, 2031)
ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
Z = 1.96


# Pages that set an organisation beside all the others, and so show their published cells too.
BESIDE = ("benchmarks", "case_studies", "coverage")
# Where a chart's own axis may end, and the ends of the four-fifths range.
SCALES = {f"{n}.0" for n in range(10, 101, 10)} | {"1.00", "0.80", "1.25"}


class Explained:
    """Every number that may stand on a page about an organisation."""

    def __init__(self, evidence: Evidence, org: str) -> None:
        self.known: set[str] = {str(number) for number in (*range(SMALLEST + 1), *YEARS)}
        self.known |= {*SCALES, *_written_in_texts()}
        # How many trusts of each kind there are, with and without this one.
        kinds = Counter(one.benchmark_group for one in evidence.with_figures())
        self.known |= {str(many - without) for many in kinds.values() for without in (0, 1)}
        for figure in evidence.benchmarks:
            scale = 1 if figure.unit.value == "ratio" else 100
            self._say(figure.value * scale, 2 if scale == 1 else 1)
        for share, base in _england():
            self.known.add(str(base))
            for value in (share, *_wilson(share, base)):
                self._say(100 * value)
        own = published_cells(evidence.publication, org)
        self._take(own)
        self._take_gaps(own)
        self.others: set[str] = set()
        alone, self.known = self.known, self.others
        for code in evidence.rows.organisations():
            self._take(published_cells(evidence.publication, code))
        self.known = alone

    def left(self, page: str, sent: Iterable[Sent]) -> list[tuple[str, str]]:
        """Return the numbers of what was sent that nothing explains, with the words round them."""
        known = self.known | (self.others if page in BESIDE else set())
        return [
            (number, text[:160])
            for one in sent
            for text in _read(one)
            for number in numbers_in(_bare(text))
            # 16.0 of a chart is the 16.0% of its table.
            if not {number, number.removesuffix(".0")} & known
        ]

    def _say(self, value: float, places: int = 1) -> None:
        if isfinite(value):
            half = 10**-places / 2
            # Halves are rounded up on the page, and a hair below them here.
            for near in (value, value + half / 1e6, value - half / 1e6):
                self.known.add(f"{abs(near):.{places}f}")

    def _take(self, cells: tuple[PublishedCell, ...]) -> None:
        for cell in cells:
            self.known |= {str(n) for n in (cell.base, cell.count, cell.bound) if n is not None}
            places = cell.decimals if cell.ratio is not None else 1
            for shown in (cell.percentage, cell.low, cell.high, cell.ratio):
                if shown is not None:
                    self._say(shown, places)

    def _take_gaps(self, cells: tuple[PublishedCell, ...]) -> None:
        by_question: dict[tuple[int, int], list[PublishedCell]] = {}
        for cell in cells:
            if cell.percentage is not None:
                by_question.setdefault((cell.indicator, cell.wres_year), []).append(cell)
        for of_question in by_question.values():
            self._take_pairs(of_question)
            for cut in ("band", "staff_group"):
                self._take_split([c for c in of_question if getattr(c, cut).value != "all"])

    def _take_split(self, cells: list[PublishedCell]) -> None:
        """Kitagawa (1955): the gap by mix of places and inside them, in points, two decimals."""
        bme = [one for one in cells if one.ethnic_group is EthnicGroup.BME and one.base]
        white = [one for one in cells if one.ethnic_group is EthnicGroup.WHITE and one.base]
        place = {(one.band, one.staff_group): one for one in white}
        pairs = [(one, place.get((one.band, one.staff_group))) for one in bme]
        both = [(one, other) for one, other in pairs if other is not None]
        ours, theirs = (sum(pair[i].base or 0 for pair in both) for i in (0, 1))
        if not both:
            return
        mix = [((a.base or 0) / ours, (b.base or 0) / theirs) for a, b in both]
        inside = [(_share(a) - _share(b)) * sum(m) / 2 for (a, b), m in zip(both, mix, strict=True)]
        moved = [
            (m[0] - m[1]) * (_share(a) + _share(b)) / 2 for (a, b), m in zip(both, mix, strict=True)
        ]
        for part in (*inside, sum(inside), sum(moved), sum(inside) + sum(moved)):
            self._say(100 * part, 2)

    def _take_pairs(self, cells: list[PublishedCell]) -> None:
        """Gaps in points and people, with their ranges, between two cells of one question."""
        for one, other in permutations(cells, 2):
            p, q = _share(one), _share(other)
            if not (one.base and other.base):
                # Official figures have more decimals than a cell shows.
                for hair in (-0.1, 0.0, 0.1):
                    self._say(100 * (p - q) + hair)
                continue
            for gap in (p - q, *_gap_range(p, one.base, q, other.base)):
                self._say(100 * gap)
                if other.ethnic_group is EthnicGroup.WHITE:
                    self._say(one.base * gap, 0)


def _bare(text: str) -> str:
    """A text without the signs that protect it, and without places such as “74th”."""
    return ORDINAL.sub("", text.replace("\\", "").replace("\u2060", ""))


def _share(cell: PublishedCell) -> float:
    if cell.count is not None and cell.base:
        return cell.count / cell.base
    return (cell.percentage or 0.0) / 100


def _wilson(p: float, n: int) -> tuple[float, float]:
    """Wilson (1927): the score interval, proportions."""
    spread = Z * sqrt(Z * Z + 4 * n * p * (1 - p))
    middle, under = 2 * n * p + Z * Z, 2 * (n + Z * Z)
    return (middle - spread) / under, (middle + spread) / under


def _gap_range(p: float, n: int, q: float, m: int) -> tuple[float, float]:
    """Newcombe (1998), method 10: the interval of a difference of two proportions."""
    (l1, u1), (l2, u2) = _wilson(p, n), _wilson(q, m)
    d = p - q
    return d - sqrt((p - l1) ** 2 + (u2 - q) ** 2), d + sqrt((u1 - p) ** 2 + (q - l2) ** 2)


def _england() -> Iterator[tuple[float, int]]:
    """Every published share of England, 0 to 1, and how many answered."""
    file = DATA / "benchmarks" / "survey_2024_england.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield float(row["value"]), int(row["responses"])


def _written_in_texts() -> set[str]:
    """Every number in the shipped texts: plans, case studies, ideas, wordings, sources, rules."""
    found: set[str] = set()
    for folder in ("action_plans", "case_studies", "ideas", "reference"):
        for path in sorted((DATA / folder).iterdir()):
            if path.name != "organisations.csv":
                found |= numbers_in(path.read_text(encoding="utf-8"))
    return found


def _read(sent: Sent) -> Iterator[str]:
    """Give the texts of what was sent, the cells of a table file one by one."""
    if sent.kind.endswith(".csv"):
        for row in csv.reader(io.StringIO(sent.texts[0].lstrip("\ufeff"))):
            yield from row
    elif not sent.kind.startswith("file"):
        yield from sent.texts
