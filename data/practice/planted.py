"""What was planted in the made-up Practice Trust: every count, and the answers it must lead to.

Each table stands beside the truth it was chosen for. Nothing here comes from a real trust, and
nothing here uses the program's own code: the tests check the program against this file.
"""

from __future__ import annotations

ORG_CODE = "ZZP"
NAME = "Practice Trust (made-up)"
EDITION = "Practice"
SOURCE_ID = "practice"
SOURCE_TITLE = "Made up for practice"
YEARS = (2020, 2021, 2022, 2023, 2024, 2025)
GROUPS = ("bme", "white", "unknown")
PAY_BANDS = ("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9", "vsm")
SENIOR_BANDS = ("8a", "8b", "8c", "8d", "9", "vsm")
MEDICAL_GRADES = ("consultant", "career grade", "trainee grade", "other medical")
CLINICAL, NON_CLINICAL, MEDICAL = "clinical", "non-clinical", "medical and dental"
STAFF_GROUPS = (CLINICAL, NON_CLINICAL, MEDICAL)
LEAST_SHOWN = 11
NO_CONCERN = "none"

# Indicator 1, truth: BME staff are 27.5% of all staff and 13.2% of bands 8a and above, 46 people
# short; each of bands 1 to 5 is above the workforce share. Head counts of 31 March 2025 as
# (BME, White, unknown), by staff group.
HEADCOUNT_2025: dict[tuple[str, str], tuple[int, int, int]] = {
    ("1", CLINICAL): (5, 11, 1),
    ("2", CLINICAL): (140, 242, 16),
    ("3", CLINICAL): (102, 205, 15),
    ("4", CLINICAL): (56, 106, 8),
    ("5", CLINICAL): (270, 440, 24),
    ("6", CLINICAL): (118, 432, 22),
    ("7", CLINICAL): (50, 250, 12),
    ("8a", CLINICAL): (15, 84, 4),
    ("8b", CLINICAL): (5, 34, 2),
    ("8c", CLINICAL): (2, 15, 1),
    ("8d", CLINICAL): (1, 7, 0),
    ("9", CLINICAL): (1, 4, 0),
    ("vsm", CLINICAL): (0, 2, 0),
    ("1", NON_CLINICAL): (24, 55, 4),
    ("2", NON_CLINICAL): (62, 172, 11),
    ("3", NON_CLINICAL): (48, 138, 10),
    ("4", NON_CLINICAL): (36, 112, 7),
    ("5", NON_CLINICAL): (20, 82, 5),
    ("6", NON_CLINICAL): (16, 90, 4),
    ("7", NON_CLINICAL): (11, 82, 4),
    ("8a", NON_CLINICAL): (7, 48, 2),
    ("8b", NON_CLINICAL): (3, 27, 1),
    ("8c", NON_CLINICAL): (3, 17, 1),
    ("8d", NON_CLINICAL): (2, 10, 1),
    ("9", NON_CLINICAL): (1, 6, 0),
    ("vsm", NON_CLINICAL): (2, 9, 1),
    ("consultant", MEDICAL): (62, 96, 8),
    ("career grade", MEDICAL): (31, 16, 3),
    ("trainee grade", MEDICAL): (58, 70, 9),
    ("other medical", MEDICAL): (7, 9, 2),
}
# All staff of each group, year by year; the last column is the sum of the table above.
HEADCOUNT: dict[str, tuple[int, ...]] = {
    "bme": (1010, 1042, 1074, 1104, 1133, 1158),
    "white": (3004, 2985, 2961, 2932, 2903, 2871),
    "unknown": (168, 170, 172, 175, 176, 178),
}

# Indicators 2 to 4: (cases, people) by group. Denominators of 3 and 4 are HEADCOUNT.
# 2, truth: in 2025 White applicants are 1.79 times as likely to be appointed; the interval leaves
# out 1 and the peers' 1.38; the last step is better, so no trend.
APPOINTED: dict[str, tuple[int, ...]] = {
    "bme": (150, 154, 158, 163, 167, 171),
    "white": (380, 386, 391, 389, 402, 398),
}
SHORTLISTED: dict[str, tuple[int, ...]] = {
    "bme": (1240, 1275, 1308, 1344, 1389, 1420),
    "white": (1790, 1805, 1822, 1830, 1841, 1850),
}
# 3, truth: nine and 15 cases in 2025. 1.49 is above the peers' 1.14, but the interval holds 1 and
# 1.14; with one BME case fewer and one White case more the ratio is still above 1.
DISCIPLINED: dict[str, tuple[int, ...]] = {
    "bme": (10, 11, 9, 10, 10, 9),
    "white": (20, 21, 18, 17, 16, 15),
}
# 4, truth: 1.03 in 2025, better than the peers' 1.05, and the last step is better: no concern.
TRAINED: dict[str, tuple[int, ...]] = {
    "bme": (581, 609, 625, 658, 660, 689),
    "white": (1796, 1797, 1791, 1783, 1777, 1760),
}
PRINTED_RATIO_YEAR = 2021
PRINTED_RATIO_INDICATOR = 2
RATIO_TOP = {2: "white", 3: "bme", 4: "white"}
LIKELIHOOD_CASES = {2: APPOINTED, 3: DISCIPLINED, 4: TRAINED}
LIKELIHOOD_PEOPLE = {2: SHORTLISTED, 3: HEADCOUNT, 4: HEADCOUNT}

# Indicators 5, 6 and 8: everybody who answered the survey answered these questions.
ANSWERED: dict[str, tuple[int, ...]] = {
    "bme": (588, 604, 617, 629, 636, 642),
    "white": (1668, 1655, 1662, 1648, 1651, 1646),
    "unknown": (118, 112, 109, 113, 107, 110),
}
# Indicator 7 left "don't know" answers out until the 2020 survey (WRES 2021).
ANSWERED_7: dict[str, tuple[int, ...]] = {
    "bme": (400, 412, 617, 629, 636, 642),
    "white": (1127, 1118, 1662, 1648, 1651, 1646),
    "unknown": (76, 73, 109, 113, 107, 110),
}
LAST_YEAR_WITHOUT_DONT_KNOW = 2021
SAID_YES: dict[int, dict[str, tuple[int, ...]]] = {
    # 5, truth: all three triggers, all clear. BME climbs every year to 37.9% against the peers'
    # 30.4%; White falls in 2025, so the gap goes from 6.4 to 14.6 points in one year.
    5: {
        "bme": (141, 150, 163, 182, 203, 243),
        "white": (410, 414, 412, 417, 422, 382),
        "unknown": (31, 29, 30, 31, 29, 32),
    },
    # 6, truth: 24.1% is exactly the peers' 24.1%, up one year and down the next, gap 4.8 to 4.5:
    # no concern.
    6: {
        "bme": (145, 149, 155, 152, 157, 155),
        "white": (330, 329, 327, 330, 328, 323),
        "unknown": (24, 23, 22, 24, 22, 23),
    },
    # 7, truth: 69.4% to 46.4% across the 2020/2021 surveys is the recalculation, not a fall.
    # After it 46.4, 46.9, 46.7, 47.4: no steady direction, better than the peers' 47.1%.
    7: {
        "bme": (274, 286, 286, 295, 297, 304),
        "white": (967, 963, 962, 958, 964, 957),
        "unknown": (58, 56, 55, 57, 54, 56),
    },
    # 8, truth: 19.5% against the peers' 15.2%, clearly worse; the last step is better and the gap
    # goes from 12.9 to 12.5, so nothing else.
    8: {
        "bme": (116, 115, 121, 121, 127, 125),
        "white": (120, 117, 118, 113, 116, 114),
        "unknown": (13, 13, 12, 13, 12, 12),
    },
}
# How the yes answers lie over the bands, in hundredths of the average; chosen to look natural.
BAND_WEIGHT: dict[int, tuple[int, ...]] = {
    5: (90, 115, 115, 95, 125, 100, 80, 50, 35, 25, 20, 15, 10, 90, 100, 110, 100),
    6: (100, 105, 105, 100, 105, 100, 95, 90, 85, 80, 70, 60, 50, 85, 100, 105, 100),
    7: (98, 98, 99, 100, 98, 101, 102, 104, 105, 106, 106, 107, 107, 102, 97, 99, 98),
    8: (100, 105, 105, 100, 105, 100, 95, 90, 80, 70, 60, 50, 40, 90, 105, 105, 100),
}
NON_CLINICAL_WEIGHT = {5: 55, 6: 95, 7: 100, 8: 95}
# The wider groups inside BME: share of those who answered, and weight of a yes, in hundredths.
WIDE_SHARE = {"asian": 50, "black": 31, "mixed": 11, "other": 8}
WIDE_WEIGHT = {
    5: {"asian": 95, "black": 110, "mixed": 98, "other": 95},
    6: {"asian": 96, "black": 106, "mixed": 102, "other": 100},
    7: {"asian": 104, "black": 92, "mixed": 102, "other": 101},
    8: {"asian": 94, "black": 112, "mixed": 97, "other": 95},
}

# Indicator 9, truth: 1 of 13 in 2025, 7.7% against 27.5%; one appointment is 7.7 points, and
# three more would make parity. (BME, White, unknown), year by year.
BOARD: dict[str, tuple[tuple[int, int, int], ...]] = {
    "board": ((0, 12, 0), (0, 12, 1), (1, 11, 0), (1, 12, 0), (1, 12, 1), (1, 11, 1)),
    "board voting": ((0, 10, 0), (0, 10, 1), (1, 9, 0), (1, 10, 0), (1, 10, 1), (1, 9, 1)),
    "board executive": ((0, 6, 0), (0, 6, 0), (0, 6, 0), (0, 6, 0), (0, 7, 0), (0, 6, 0)),
}

# The peers are as made-up as the trust.
PEER_RATIOS: dict[int, tuple[str, ...]] = {
    2: ("1.42", "1.41", "1.40", "1.39", "1.39", "1.38"),
    3: ("1.19", "1.18", "1.16", "1.15", "1.15", "1.14"),
    4: ("1.06", "1.05", "1.06", "1.05", "1.05", "1.05"),
}
PEER_RATES: dict[tuple[int, str], tuple[str, ...]] = {
    (5, "bme"): ("0.289", "0.287", "0.294", "0.301", "0.306", "0.304"),
    (5, "white"): ("0.252", "0.250", "0.253", "0.256", "0.258", "0.254"),
    (6, "bme"): ("0.262", "0.258", "0.253", "0.249", "0.245", "0.241"),
    (6, "white"): ("0.208", "0.206", "0.204", "0.202", "0.200", "0.198"),
    (7, "bme"): ("0.682", "0.690", "0.461", "0.465", "0.468", "0.471"),
    (7, "white"): ("0.855", "0.858", "0.576", "0.578", "0.580", "0.579"),
    (8, "bme"): ("0.151", "0.153", "0.155", "0.154", "0.153", "0.152"),
    (8, "white"): ("0.072", "0.073", "0.072", "0.071", "0.071", "0.070"),
}

NO_TREND = {"point": "no_steady_direction", "qualified": "no_clear_trend"}
CLOSING = {"point": "closing", "qualified": "no_clear_change"}
CLEARLY_WORSE = {"point": "worse", "qualified": "worse"}
# What an honest reader finds in 2025. Indicators 2 to 4 have no gap in points, so no entry for
# an opening differential; their last step is better, so no reading of the rule could find one.
TRIGGERS_2025: dict[int, dict[str, dict[str, str]]] = {
    1: {"representation": {"point": "worse", "qualified": "not_assessable"}},
    2: {"worse_than_benchmark": CLEARLY_WORSE, "trend_in_decline": NO_TREND},
    3: {
        "worse_than_benchmark": {"point": "worse", "qualified": "no_clear_difference"},
        "trend_in_decline": NO_TREND,
    },
    4: {
        "worse_than_benchmark": {"point": "better", "qualified": "no_clear_difference"},
        "trend_in_decline": NO_TREND,
    },
    5: {
        "worse_than_benchmark": CLEARLY_WORSE,
        "trend_in_decline": {"point": "declining", "qualified": "clear_decline"},
        "differential_opening": {"point": "opening", "qualified": "clear_opening"},
    },
    6: {
        "worse_than_benchmark": {"point": "same", "qualified": "no_clear_difference"},
        "trend_in_decline": NO_TREND,
        "differential_opening": CLOSING,
    },
    7: {
        "worse_than_benchmark": {"point": "better", "qualified": "no_clear_difference"},
        "trend_in_decline": NO_TREND,
        "differential_opening": CLOSING,
    },
    8: {
        "worse_than_benchmark": CLEARLY_WORSE,
        "trend_in_decline": NO_TREND,
        "differential_opening": CLOSING,
    },
    9: {"representation": {"point": "worse", "qualified": "not_assessable"}},
}
# Most clear triggers first, then most triggers, then the widest gap in points; representation
# after the others, the widest gap first. "none" means no concern.
STRENGTH_2025: dict[int, str] = {
    5: "clear",
    8: "clear",
    2: "clear",
    3: "possible",
    9: "in people",
    1: "in people",
    4: "none",
    6: "none",
    7: "none",
}
# What data/practice/action_plan.toml answers.
PLAN = {
    "concerns_with_an_activity": [1, 3, 5, 8],
    "concerns_without_an_activity": [2, 9],
    "answered_without_a_concern": [6],
}
