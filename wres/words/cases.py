"""What is said about case studies and ideas: claims checked, evidence graded, reasons given."""

from __future__ import annotations

from wres.answers import CaseReading, ClaimCheck, Found, Wanted
from wres.comparisons import Point
from wres.indicators import indicator
from wres.library.case_movements import Movement
from wres.library.case_studies import CaseStudy, EvidenceGrade, Intervention
from wres.library.ideas import Idea
from wres.library.matching import Criterion, Likeness
from wres.measures import FOUR_FIFTHS, percent, rounded
from wres.statistics import Estimate
from wres.terms import BenchmarkGroup, EthnicGroup
from wres.words.figures import signed_points
from wres.words.labels import indicator_label, staff_of
from wres.words.presets import SPOKEN, Labels, in_terms, sentence_case

_GRADES = {
    EvidenceGrade.CONTROLLED: "Controlled: set beside others without the action",
    EvidenceGrade.BEFORE_AND_AFTER: "Before and after: the same place at two times",
    EvidenceGrade.ANECDOTE: "Anecdote: told, with no figure of what came of it",
}
_INTERVENTIONS = {
    Intervention.ACCOUNTABILITY: "Aims and accountability",
    Intervention.ALLIES_AND_MENTORS: "Allies and mentors",
    Intervention.CAMPAIGN: "Campaign",
    Intervention.FORMAL_PROCESS: "Disciplinary process",
    Intervention.LEADERSHIP: "Leadership",
    Intervention.LISTENING: "Listening to staff",
    Intervention.POLICE: "Work with the police",
    Intervention.POLICY: "Policy",
    Intervention.RECRUITMENT: "Recruitment",
    Intervention.SPEAKING_UP: "Speaking up",
    Intervention.STAFF_NETWORK: "Staff network",
    Intervention.SURVEY_RESPONSE: "Survey response",
    Intervention.TRAINING: "Training",
}
_TYPES = {
    BenchmarkGroup.ACUTE: "Acute and combined trusts",
    BenchmarkGroup.ACUTE_SPECIALIST: "Acute specialist trusts",
    BenchmarkGroup.AMBULANCE: "Ambulance trusts",
    BenchmarkGroup.COMMUNITY: "Community trusts",
    BenchmarkGroup.MENTAL_HEALTH: "Mental health trusts",
    BenchmarkGroup.PRACTICE: "Practice (made-up)",
    BenchmarkGroup.NONE: "Not one trust",
}
_COUNTS_MOST = {
    Criterion.INDICATOR: "The same indicator",
    Criterion.BENCHMARK_GROUP: "The same type of trust",
    Criterion.EVIDENCE: "A measured outcome",
    Criterion.BME_SHARE: "A like BME share of staff",
    Criterion.TRIGGER: "An answer to why it is a concern",
    Criterion.GAP: "A gap of a like size",
}
_NARROWED_BY = {
    "indicator": "the indicator",
    "org_type": "the type of trust",
    "intervention": "the kind of action",
    "grade": "the evidence grade",
    "text": "the search words",
}
LOCAL_NOTE = (
    "Local: told by a trust of this installation and reviewed here. It has no national source."
)


def grade_label(grade: EvidenceGrade | None) -> str:
    """Return an evidence grade with what it means, or that no outcome is given."""
    return "No outcome given" if grade is None else _GRADES[grade]


def intervention_label(one: Intervention) -> str:
    """Return a kind of action in words."""
    return _INTERVENTIONS[one]


def type_label(group: BenchmarkGroup) -> str:
    """Return a type of trust in words."""
    return _TYPES[group]


def counts_most_label(criterion: Criterion) -> str:
    """Return what a person may put first when cases are ranked."""
    return in_terms(_COUNTS_MOST[criterion])


def grade_sentence(case: CaseStudy) -> str:
    """Return how firm the evidence of a case is, and why."""
    return f"{grade_label(case.evidence_grade)}. {in_terms(case.grade_reason)}"


def why_sentence(like: Likeness) -> str:
    """Return every reason that speaks for a case or an idea."""
    return in_terms(" ".join(like.for_it)) or "Nothing speaks for it but that it is in the library."


def differs_sentence(like: Likeness) -> str:
    """Return where a case or an idea differs, or where that is not known."""
    return in_terms(" ".join(like.against_it))


def idea_origin(idea: Idea) -> str:
    """Return where an idea comes from: a case with its grade, or the national plan."""
    if idea.case is not None:
        grade = grade_label(idea.case.evidence_grade)
        return f"Done at {idea.case.organisation}. {grade}."
    if idea.national_action is not None:
        return (
            f"High impact action {idea.national_action} of the national plan. It asks for this "
            "and gives no measured outcome."
        )
    return "From a published plan, with no measured outcome."


def ideas_sentence(count: int, number: int) -> str:
    """Return how many ideas there are for an indicator."""
    if count == 1:
        return f"1 idea for indicator {number}, with its source."
    return f"{count} ideas for indicator {number}, each with its source. The best fit comes first."


def cases_headline(count: int, number: int) -> str:
    """Return how many case studies there are for an indicator."""
    if not count:
        return f"No case study for indicator {number} has been found with a source."
    noun = "case study" if count == 1 else "case studies"
    return f"{count} {noun} for indicator {number}{_in_which_order(count)}"


def _in_which_order(count: int) -> str:
    return ", those most like this trust first." if count > 1 else "."


def found_headline(found: Found) -> str:
    """Return what a search of the library found."""
    if found.wanted.indicator and found.wanted.named == ("indicator",):
        return cases_headline(len(found.cases), found.wanted.indicator)
    if not found.cases:
        return "No case study has all of this."
    noun = "case study fits" if len(found.cases) == 1 else "case studies fit"
    return f"{len(found.cases)} {noun}{_in_which_order(len(found.cases))}"


def nearest_label(name: str, count: int) -> str:
    """Return what would be found with one thing less looked for."""
    noun = "case study" if count == 1 else "case studies"
    return f"Without {_NARROWED_BY[name]}: {count} {noun}"


def nothing_near(wanted: Wanted) -> str:
    """Return what to do when leaving out one thing finds nothing either."""
    about = f" for {indicator_label(wanted.indicator)}" if wanted.indicator else ""
    return f"Leaving out one thing finds none either. Take all away to see every case{about}."


def claim_sentences(
    case: CaseStudy, reading: CaseReading, labels: Labels = SPOKEN
) -> tuple[str, ...]:
    """Return what a case study's printed figures say, group by group, beside its claim."""
    sentences = [_claim(case, check, labels) for check in reading.checks]
    sentences += [_change(check, labels) for check in reading.checks]
    if reading.gap_before is not None and reading.gap_after is not None:
        sentences.append(_gap_moved(reading))
    if reading.gap_change is not None:
        sentences.append(_gap_range(reading.gap_change))
    if reading.likelihood is not None:
        sentences.append(_likelihood(reading.likelihood, reading.indicator))
    if not reading.has_counts:
        sentences.append(
            "No counts are published, so there is no likely range and nothing here can be called "
            "clear."
        )
    return tuple(sentence for sentence in sentences if sentence)


def _claim(case: CaseStudy, check: ClaimCheck, labels: Labels) -> str:
    whom = _whom(check, labels)
    moved = f"{whom}: {check.after:.1f}%"
    if check.before is not None:
        moved = f"{whom}: from {check.before:.1f}% to {check.after:.1f}%"
    if check.benchmark is None:
        return f"{moved}."
    beside = {
        Point.SAME: f"equal to the quoted benchmark of {check.benchmark:.1f}%",
        Point.BETTER: f"better than the quoted benchmark of {check.benchmark:.1f}% on the figures",
        Point.WORSE: f"worse than the quoted benchmark of {check.benchmark:.1f}% on the figures",
    }[check.point]
    claim = ""
    if check.point is Point.SAME and "better" in case.claim:
        claim = f" The text calls it “{case.claim}”; equal is not better."
    doubt = f" Doubtful: {check.benchmark_note}" if check.benchmark_doubtful else ""
    return f"{moved}, {beside}.{claim}{doubt}"


def _change(check: ClaimCheck, labels: Labels) -> str:
    """The likely range of a change, or how many answers such a change would need."""
    whom = _whom(check, labels)
    if check.change is not None and check.bases is not None:
        before, after = check.bases
        clear = not check.change.interval.contains(0.0)
        sure = "That is clear of chance." if clear else "That could be chance."
        return (
            f"{whom}: a change of {signed_points(percent(check.change.value))} points, likely "
            f"range {_range(check.change)} ({before:,} and {after:,} answered). {sure}"
        )
    if check.needed is None:
        return ""
    return (
        f"{whom}: to see such a change, about {_about(check.needed):,} of them must answer each "
        "time."
    )


def _range(change: Estimate) -> str:
    low, high = percent(change.low), percent(change.high)
    return f"{signed_points(low)} to {signed_points(high)}"


def _about(people: int) -> int:
    """A number of people to two figures: more would be a precision nobody has."""
    return int(rounded(people, min(2 - len(str(people)), 0)))


def _whom(check: ClaimCheck, labels: Labels) -> str:
    whom = staff_of(check.group, labels)
    return whom[0].upper() + whom[1:]


def _gap_moved(reading: CaseReading) -> str:
    before, after = reading.gap_before or 0.0, reading.gap_after or 0.0
    points = (
        f"The gap ({SPOKEN.bme} minus White) went from {signed_points(before)} to "
        f"{signed_points(after)} points"
    )
    if reading.ratio_before is None or reading.ratio_after is None:
        return f"{points}."
    whom = sentence_case(SPOKEN.bme_staff)
    return (
        f"{points}. {whom} were {reading.ratio_before:.2f} times as likely before and "
        f"{reading.ratio_after:.2f} times after."
    )


def _gap_range(change: Estimate) -> str:
    clear = not change.interval.contains(0.0)
    sure = "That is clear of chance." if clear else "That could be chance."
    return (
        f"The gap changed by {signed_points(percent(change.value))} points, likely range "
        f"{_range(change)}. {sure}"
    )


def _likelihood(moved: Movement, number: int) -> str:
    top = indicator(number).ratio_top or EthnicGroup.BME
    over = in_terms("White over BME" if top is EthnicGroup.WHITE else "BME over White")
    return (
        f"The relative likelihood ({over}) went from {moved.before:.2f}, {_placed(moved.before)}, "
        f"to {moved.after:.2f}, {_placed(moved.after)}."
    )


def _placed(ratio: float) -> str:
    low, high = FOUR_FIFTHS
    if low <= ratio <= high:
        return f"within {low:.1f} to {high:.2f}"
    return f"above {high:.2f}" if ratio > high else f"below {low:.1f}"
