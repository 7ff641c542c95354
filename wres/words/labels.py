"""What people read for the codes, and why a figure is not shown.

Codes in files and in the program are the standard's. ``presets.py`` has the three choices of
words for the groups.
"""

from __future__ import annotations

from wres.benchmarks import Benchmark, BenchmarkFigure, BenchmarkKind, Comparator
from wres.indicators import indicator
from wres.organisations import PRACTICE_TRUST
from wres.results import Result
from wres.terms import DETAILED_GROUPS, Band, EthnicGroup, StaffGroup, Status
from wres.words.presets import SPOKEN, Labels, in_terms

HIDDEN = "Hidden to protect confidentiality"
_STATUS_WORDS = {
    Status.HIDDEN: HIDDEN,
    Status.MISSING: "No figure given",
    Status.NOT_COLLECTED: "Not collected",
    Status.NOT_APPLICABLE: "Not applicable",
    Status.DOUBTFUL: "Doubtful figure, not compared",
}
# Symbols for tables and files; each has its own word as well.
_STATUS_SIGNS = {
    Status.HIDDEN: "[c]",
    Status.MISSING: "[x]",
    Status.NOT_COLLECTED: "[-]",
    Status.NOT_APPLICABLE: "[z]",
    Status.DOUBTFUL: "[!]",
}

_GROUP_WORDS = {
    EthnicGroup.ALL: "All staff",
    EthnicGroup.ASIAN: "Asian",
    EthnicGroup.BLACK: "Black",
    EthnicGroup.MIXED: "Mixed",
    EthnicGroup.OTHER: "Other ethnic group",
}

# The survey's own words, behind the wide group so that lists stay in order of the alphabet.
_DETAILED_WORDS = {
    EthnicGroup.ASIAN_ANY_OTHER: "any other Asian background",
    EthnicGroup.ASIAN_BANGLADESHI: "Bangladeshi",
    EthnicGroup.ASIAN_CHINESE: "Chinese",
    EthnicGroup.ASIAN_FILIPINO: "Filipino",
    EthnicGroup.ASIAN_INDIAN: "Indian",
    EthnicGroup.ASIAN_PAKISTANI: "Pakistani",
    EthnicGroup.BLACK_AFRICAN: "African",
    EthnicGroup.BLACK_ANY_OTHER: "any other Black background",
    EthnicGroup.BLACK_CARIBBEAN: "Caribbean",
    EthnicGroup.MIXED_ANY_OTHER: "any other Mixed background",
    EthnicGroup.MIXED_WHITE_AND_ASIAN: "White and Asian",
    EthnicGroup.MIXED_WHITE_AND_BLACK_AFRICAN: "White and Black African",
    EthnicGroup.MIXED_WHITE_AND_BLACK_CARIBBEAN: "White and Black Caribbean",
    EthnicGroup.OTHER_ANY_OTHER: "any other ethnic background",
    EthnicGroup.OTHER_ARAB: "Arab",
    EthnicGroup.WHITE_ANY_OTHER: "any other White background",
    EthnicGroup.WHITE_BRITISH: "English, Welsh, Scottish, Northern Irish or British",
    EthnicGroup.WHITE_GYPSY_OR_IRISH_TRAVELLER: "Gypsy or Irish Traveller",
    EthnicGroup.WHITE_IRISH: "Irish",
}

_BAND_WORDS = {
    Band.ALL: "All bands",
    Band.VSM: "Very senior manager",
    Band.CONSULTANT: "Consultant",
    Band.CAREER_GRADE: "Career grade doctor",
    Band.TRAINEE_GRADE: "Trainee grade doctor",
    Band.OTHER_MEDICAL: "Other medical grade",
    Band.BANDS_1_4: "Bands 1 to 4",
    Band.BANDS_5_7: "Bands 5 to 7",
    Band.BANDS_8A_8B: "Bands 8a and 8b",
    Band.BANDS_8C_VSM: "Bands 8c to 9 and very senior manager",
    Band.BANDS_8A_VSM: "Bands 8a to 9 and very senior manager",
    Band.BANDS_5_VSM: "Bands 5 to 9 and very senior manager",
    Band.MEDICAL: "Medical and dental grades",
}

_STAFF_WORDS = {
    StaffGroup.ALL: "All staff",
    StaffGroup.BOARD: "Whole board",
    StaffGroup.BOARD_EXECUTIVE: "Executive board members",
    StaffGroup.BOARD_VOTING: "Voting board members",
    StaffGroup.CLINICAL: "Clinical",
    StaffGroup.CLINICAL_AND_MEDICAL: "Clinical, medical and dental",
    StaffGroup.MEDICAL: "Medical and dental",
    StaffGroup.NON_CLINICAL: "Non-clinical",
}

_COMPARATOR_WORDS = {
    BenchmarkKind.GROUP: "Similar trusts (median)",
    BenchmarkKind.LAST_YEAR: "This trust, the year before",
    BenchmarkKind.NATIONAL: "England",
    BenchmarkKind.PARITY: "Parity",
    BenchmarkKind.PEERS: "Chosen trusts (median)",
    BenchmarkKind.PRACTICE: "Practice peers (made-up)",
    BenchmarkKind.REGION: "Region",
    BenchmarkKind.TARGET: "Own target",
}


def group_label(group: EthnicGroup, labels: Labels = SPOKEN) -> str:
    """Return the words for an ethnic group."""
    if group is EthnicGroup.BME:
        return labels.bme
    if group is EthnicGroup.WHITE:
        return labels.white
    if group in DETAILED_GROUPS:
        wide = group_label(DETAILED_GROUPS[group], labels)
        return f"{wide}: {_DETAILED_WORDS[group]}"
    return labels.unknown if group is EthnicGroup.UNKNOWN else _GROUP_WORDS[group]


def staff_of(group: EthnicGroup, labels: Labels = SPOKEN) -> str:
    """Return the words for the staff of an ethnic group, to go inside a sentence."""
    if group is EthnicGroup.BME:
        return labels.bme_staff
    if group is EthnicGroup.WHITE:
        return labels.white_staff
    if group is EthnicGroup.ALL:
        return "all staff"
    if group is EthnicGroup.UNKNOWN:
        return "staff of unknown ethnicity"
    if group in DETAILED_GROUPS:
        return f"staff of the background “{group_label(group, labels)}”"
    name = "other ethnic groups" if group is EthnicGroup.OTHER else group_label(group)
    return f"staff from {name}" if group is EthnicGroup.OTHER else f"{name} staff"


def band_label(band: Band) -> str:
    """Return the words for a band, a grade or a group of bands."""
    return _BAND_WORDS.get(band, f"Band {band.value}")


def staff_group_label(group: StaffGroup) -> str:
    """Return the words for a staff group."""
    return _STAFF_WORDS[group]


def indicator_label(number: int) -> str:
    """Return an indicator's number and short name, as in a menu."""
    return f"{number}. {indicator(number).short_name}"


def code_label(org_code: str) -> str:
    """Return an organisation's code as it stands in a table: the made-up trust's says so."""
    return f"{org_code} (made-up)" if org_code == PRACTICE_TRUST else org_code


def comparator_label(comparator: Comparator) -> str:
    """Return the words for a choice of what to compare with."""
    if comparator.kind is BenchmarkKind.REGION:
        return f"{comparator.scope} region"
    return _COMPARATOR_WORDS[comparator.kind]


def benchmark_label(benchmark: Benchmark) -> str:
    """Return what a benchmark is, inside a sentence: “the median of acute trusts”."""
    if isinstance(benchmark, BenchmarkFigure) and benchmark.organisations:
        return f"{benchmark.label} ({benchmark.organisations} trusts)"
    return in_terms(benchmark.label)


def benchmark_with_whom(benchmark: Benchmark) -> str:
    """Return what a benchmark is, and that this trust is in it where it cannot be left out."""
    label = benchmark_label(benchmark)
    own = (BenchmarkKind.NATIONAL, BenchmarkKind.REGION)
    if isinstance(benchmark, BenchmarkFigure) and benchmark.kind in own:
        return f"{label} (this trust included)"
    return label


def status_words(status: Status) -> str:
    """Return why a figure is not shown; one wording for every hidden figure."""
    return _STATUS_WORDS.get(status, "")


def status_sign(status: Status) -> str:
    """Return the sign that stands for a figure that is not shown, in a file or a table."""
    return _STATUS_SIGNS.get(status, "")


def people_of(band: Band, staff_group: StaffGroup) -> str:
    """Return which people a figure is about, inside a sentence, or an empty text for everyone."""
    parts = []
    if staff_group is not StaffGroup.ALL:
        parts.append(f"{staff_group_label(staff_group).lower()} staff")
    if band is not Band.ALL:
        words = band_label(band)
        parts.append(words[0].lower() + words[1:])
    return ", ".join(parts)


def people_label(band: Band, staff_group: StaffGroup) -> str:
    """Return the words for a row of a table: its band, or its staff group."""
    return band_label(band) if band is not Band.ALL else staff_group_label(staff_group)


def people_of_row(row: Result) -> str:
    """Return which people a figure is about: the ethnic group, then the band or staff group."""
    people = people_label(row.band, row.staff_group)
    if row.ethnic_group is EthnicGroup.ALL:
        return people
    return f"{group_label(row.ethnic_group)}, {people[0].lower()}{people[1:]}"


_USES = {
    "band": "Pay band",
    "benchmark_group": "Benchmarking group",
    "denominator": "People asked or counted (the base)",
    "ethnic_group": "Ethnic group",
    "ignored": "Nothing needed here: leave it out",
    "indicator": "Indicator",
    "numerator": "People (the count)",
    "org_code": "Organisation code",
    "org_name": "Organisation name",
    "percentage": "Percentage",
    "personal": "Details of people",
    "ratio": "Relative likelihood",
    "staff_group": "Staff group",
    "survey_year": "Survey year",
    "unknown": "Not known: left out",
    "value": "Figure",
    "wres_year": "WRES year",
    "year": "Year",
}


def column_use_label(code: str) -> str:
    """Return what a column holds in words: “Percentage, White” for ``percentage:white``."""
    use, _, group = code.partition(":")
    label = _USES.get(use, use)
    return f"{label}, {group_label(EthnicGroup(group))}" if group else label
