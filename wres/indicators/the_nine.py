"""The nine indicators as records a colleague can check, with the day they were checked.

Sources are facts read in public pages. Where a fact could not be confirmed the record says so in
``caution`` and the page prints it.
"""

from __future__ import annotations

from wres.indicators.record import Break, Indicator, Kind, Polarity
from wres.terms import EthnicGroup, Unit

_LIST_SOURCE = (
    "NHS England, WRES indicators: "
    "https://www.england.nhs.uk/publication/workforce-race-equality-standard-wres-indicators"
)
_QUESTION_SOURCE = (
    "Question numbers 2021 to 2025 from the published questionnaires; "
    "2015 to 2020 not confirmed, see data/reference/survey_questions.csv"
)
INDICATOR_7_BREAK_2021 = Break(
    first_survey_year=2021,
    reason=(
        "Until the 2020 survey “don’t know” answers were left out. From the 2021 survey they count "
        "in the base. So the percentage falls without anything having changed."
    ),
)
INDICATOR_7_BREAK_2025 = Break(
    first_survey_year=2025,
    reason="The question was reworded for the 2025 survey.",
)

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        number=1,
        short_name="Staff in each pay band",
        wording=(
            "Percentage of staff in each Agenda for Change band 1 to 9, medical and dental grade "
            "and very senior manager post, compared with staff in the overall workforce"
        ),
        kind=Kind.WORKFORCE,
        polarity=Polarity.NEAR_ZERO_GAP_IS_GOOD,
        unit=Unit.PROPORTION,
        numerator="staff of the group in the band, by headcount",
        denominator="all staff in the band, unknown ethnicity included",
        happened="in the band",
        why_it_matters="It shows at which step of the ladder people stop moving up.",
        better="the BME share of senior bands is close to the BME share of all staff",
        source=_LIST_SOURCE,
    ),
    Indicator(
        number=2,
        short_name="Appointment from shortlisting",
        wording=(
            "Relative likelihood of White applicants being appointed from shortlisting "
            "compared with BME applicants"
        ),
        kind=Kind.LIKELIHOOD,
        polarity=Polarity.NEAR_ONE_IS_GOOD,
        unit=Unit.RATIO,
        numerator="people appointed",
        denominator="people shortlisted",
        happened="appointed from shortlisting",
        why_it_matters="Being shortlisted shows you can do the job; the offer should follow.",
        better="close to 1; above 1 White applicants are more likely to be appointed",
        ratio_top=EthnicGroup.WHITE,
        source=_LIST_SOURCE,
    ),
    Indicator(
        number=3,
        short_name="Formal disciplinary process",
        wording=(
            "Relative likelihood of BME staff entering the formal disciplinary process "
            "compared with White staff"
        ),
        kind=Kind.LIKELIHOOD,
        polarity=Polarity.NEAR_ONE_IS_GOOD,
        unit=Unit.RATIO,
        numerator="staff entering a formal investigation",
        denominator="staff in the workforce",
        happened="in the formal disciplinary process",
        why_it_matters="A formal process harms people even when nothing is found.",
        better="close to 1; above 1 BME staff are more likely to enter the process",
        ratio_top=EthnicGroup.BME,
        caution="Early years used a two-year rolling average; the year it ended was not found.",
        source=_LIST_SOURCE,
    ),
    Indicator(
        number=4,
        short_name="Training that is not mandatory",
        wording=(
            "Relative likelihood of White staff accessing non-mandatory training and continuing "
            "professional development compared with BME staff"
        ),
        kind=Kind.LIKELIHOOD,
        polarity=Polarity.NEAR_ONE_IS_GOOD,
        unit=Unit.RATIO,
        numerator="staff accessing the training",
        denominator="staff in the workforce",
        happened="given training that is not mandatory",
        why_it_matters="Training opens the next job.",
        better="close to 1; above 1 White staff are more likely to get the training",
        ratio_top=EthnicGroup.WHITE,
        source=_LIST_SOURCE,
    ),
    Indicator(
        number=5,
        short_name="Harassment from patients or the public",
        wording=(
            "Percentage of staff experiencing harassment, bullying or abuse from patients, "
            "relatives or the public in the last 12 months"
        ),
        kind=Kind.SURVEY,
        polarity=Polarity.LOW_IS_GOOD,
        unit=Unit.PROPORTION,
        numerator="staff with at least one such experience",
        denominator="staff who answered the question",
        happened="harassed by patients or the public",
        why_it_matters="Nobody should be abused at work, least of all for who they are.",
        better="lower, with no gap",
        questions=((2018, 2020, "Q13a"), (2021, 2025, "Q14a")),
        source=f"{_LIST_SOURCE}; {_QUESTION_SOURCE}",
    ),
    Indicator(
        number=6,
        short_name="Harassment from staff",
        wording=(
            "Percentage of staff experiencing harassment, bullying or abuse from staff "
            "(managers or other colleagues) in the last 12 months"
        ),
        kind=Kind.SURVEY,
        polarity=Polarity.LOW_IS_GOOD,
        unit=Unit.PROPORTION,
        numerator="staff with at least one such experience from managers or colleagues",
        denominator="staff who answered the question",
        happened="harassed by managers or colleagues",
        why_it_matters="The trust itself can stop what its own people do.",
        better="lower, with no gap",
        questions=((2018, 2020, "Q13b or Q13c"), (2021, 2025, "Q14b or Q14c")),
        caution="Managers and colleagues are counted together; adding the two would count twice.",
        source=f"{_LIST_SOURCE}; {_QUESTION_SOURCE}",
    ),
    Indicator(
        number=7,
        short_name="Equal opportunities for promotion",
        wording=(
            "Percentage of staff believing that the trust provides equal opportunities for career "
            "progression or promotion"
        ),
        kind=Kind.SURVEY,
        polarity=Polarity.HIGH_IS_GOOD,
        unit=Unit.PROPORTION,
        numerator="staff who answered yes",
        denominator="staff who answered the question",
        happened="sure that promotion is fair",
        why_it_matters="People who see no fair chance stop asking, or leave.",
        better="higher, with no gap",
        questions=((2018, 2020, "Q14"), (2021, 2025, "Q15")),
        breaks=(INDICATOR_7_BREAK_2021, INDICATOR_7_BREAK_2025),
        caution=(
            "No official note on the 2021 recalculation was found; the break is our reading of "
            "published figures."
        ),
        source=f"{_LIST_SOURCE}; {_QUESTION_SOURCE}",
    ),
    Indicator(
        number=8,
        short_name="Discrimination from a manager or colleague",
        wording=(
            "Percentage of staff personally experiencing discrimination at work from a manager, "
            "team leader or other colleagues in the last 12 months"
        ),
        kind=Kind.SURVEY,
        polarity=Polarity.LOW_IS_GOOD,
        unit=Unit.PROPORTION,
        numerator="staff who answered yes",
        denominator="staff who answered the question",
        happened="discriminated against by a manager or colleague",
        why_it_matters="Staff who are treated unfairly at work leave sooner.",
        better="lower, with no gap",
        questions=((2018, 2020, "Q15b"), (2021, 2025, "Q16b")),
        source=f"{_LIST_SOURCE}; {_QUESTION_SOURCE}",
    ),
    Indicator(
        number=9,
        short_name="Board compared with the workforce",
        wording=(
            "Percentage difference between the organisation’s board membership (voting and "
            "executive) and its overall workforce"
        ),
        kind=Kind.BOARD,
        polarity=Polarity.NEAR_ZERO_GAP_IS_GOOD,
        unit=Unit.DIFFERENCE,
        numerator="board members of the group",
        denominator="all board members",
        happened="on the board",
        why_it_matters="The people who decide should look like the people who do the work.",
        better="close to zero; below zero BME staff are under-represented on the board",
        source=_LIST_SOURCE,
    ),
)
