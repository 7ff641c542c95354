"""What is said round the charts of one indicator: findings, headlines, alternatives, cautions."""

from __future__ import annotations

from wres.answers import Evidence, Exploration, Glance
from wres.comparisons import GapPoint, GapQualified, TrendComparison, TrendQualified
from wres.concerns import Assessment, Finding
from wres.indicators import Indicator, Kind, break_between
from wres.measures import Gap, Representation
from wres.terms import EthnicGroup, Status, Trigger
from wres.words.figures import gap_text, likelihood_text, percent_text, points_text, rate_text
from wres.words.headlines import gap_finding, likelihood_finding, share_finding
from wres.words.labels import band_label, group_label, staff_group_label, staff_of
from wres.words.presets import SPOKEN, Labels

NO_TEST_ON_COUNTS = "These are counts of people, not a sample, so they have no likely range."
WHAT_A_RANGE_IS = (
    "The bars show how much a figure could move by chance alone if nothing changed underneath. "
    "They do not cover people who did not answer."
)
PERCENTAGES_ONLY = "The number of responses is not published, so there is no likely range."


def assessment_finding(measured: Indicator, found: Assessment, labels: Labels = SPOKEN) -> str:
    """Return an assessed indicator's finding in one sentence."""
    if found.gap is not None:
        return gap_finding(measured, found.gap, labels)
    if found.likelihood is not None:
        return likelihood_finding(measured, found.likelihood, labels)
    detail = found.findings[0].detail
    return share_finding(detail, labels) if isinstance(detail, Representation) else ""


def trigger_answers(finding: Finding) -> str:
    """Return both answers to a trigger in a few words."""
    if finding.trigger is Trigger.REPRESENTATION:
        return "yes, counted in people" if finding.raised else "no"
    if not finding.tested:
        return "yes on the figures, not tested" if finding.raised else _not_raised(finding)
    if finding.raised:
        return "yes, and clear of chance" if finding.clear else "yes on the figures, not clear"
    return "no"


def _not_raised(finding: Finding) -> str:
    detail = finding.detail
    point = getattr(detail, "point", None)
    return "cannot be told" if point is not None and point.value == "not_assessable" else "no"


def exploration_finding(exploration: Exploration, labels: Labels = SPOKEN) -> str:
    """Return the finding of one indicator for the people chosen, in one sentence."""
    kind = exploration.measured.kind
    if kind is Kind.LIKELIHOOD:
        now = [
            one for one in exploration.likelihoods if one.wres_year == exploration.view.wres_year
        ]
        if not now:
            return f"No figure for WRES {exploration.view.wres_year}."
        return likelihood_finding(exploration.measured, now[0], labels)
    if kind is Kind.SURVEY:
        return gap_finding(exploration.measured, exploration.now, labels)
    if exploration.representation is None:
        return f"No counts of people for WRES {exploration.view.wres_year}."
    return share_finding(exploration.representation, labels)


def nearest_figures(exploration: Exploration) -> str:
    """Return what is nearest to a figure that is not there: other years, other indicators."""
    view = exploration.view
    if exploration.years:
        near = min(exploration.years, key=lambda year: (abs(year - view.wres_year), year))
        return f"The nearest figure of this indicator here is of WRES {near}."
    if exploration.elsewhere:
        listed = ", ".join(str(number) for number in exploration.elsewhere)
        return (
            "This trust has no figure of this indicator in any year here. For WRES "
            f"{view.wres_year} it has indicators {listed}."
        )
    return (
        "This organisation has no figures here, only its action plan. A lead can upload its "
        "figures; the published ones to compare with are under Benchmarks."
    )


def nothing_to_assess(exploration: Exploration) -> str:
    """Return why an indicator cannot be looked at for concerns."""
    year = exploration.view.wres_year
    return f"There are no figures of this indicator for WRES {year}, so no concern can be judged."


def trend_headline(exploration: Exploration, labels: Labels = SPOKEN) -> str:
    """Return the finding of the chart over the years."""
    kind = exploration.measured.kind
    if kind is Kind.LIKELIHOOD:
        last = exploration.likelihoods[-1] if exploration.likelihoods else None
        text = likelihood_text(last, labels) if last else "No figures"
        return f"{text[0].upper()}{text[1:]} in {last.wres_year}" if last else text
    if kind is not Kind.SURVEY:
        shown = [one.bme for one in exploration.gaps if one.bme.is_shown]
        if not shown:
            return "No figures over the years"
        return f"{labels.bme} share: {rate_text(shown[-1])} in {shown[-1].wres_year}"
    found = exploration.assessment
    detail = found.finding(Trigger.TREND_IN_DECLINE) if found else None
    series = detail.detail if detail else None
    whom = staff_of(exploration.view.ethnic_group, labels)
    whom = whom[0].upper() + whom[1:]
    if not isinstance(series, TrendComparison) or len(series.years) < 2:
        return f"{whom}: {rate_text(exploration.now.bme)} in {exploration.view.wres_year}"
    # A year that is not shown may lie between the last two.
    first, second = series.years[-2:]
    before = "the year before" if second - first == 1 else f"in {first}"
    direction = {
        TrendQualified.CLEAR_DECLINE: "clearly getting worse",
        TrendQualified.CLEAR_IMPROVEMENT: "clearly getting better",
        TrendQualified.CLEAR_WORSENING: f"clearly worse than {before}",
        TrendQualified.CLEAR_BETTERMENT: f"clearly better than {before}",
        TrendQualified.NOT_ASSESSABLE: "trend not tested",
    }.get(series.qualified, "no clear trend")
    return f"{whom}: {direction} since {series.years[0]}"


def gap_headline(exploration: Exploration, labels: Labels = SPOKEN) -> str:
    """Return the finding of the chart of the gap over the years."""
    found = exploration.assessment
    detail = found.finding(Trigger.DIFFERENTIAL_OPENING) if found else None
    change = getattr(detail, "detail", None)
    text = gap_text(exploration.now, labels)
    opening = f"The gap: {text}"
    if change is None or getattr(change, "qualified", None) is None:
        return opening
    told = {
        GapQualified.CLEAR_OPENING: "; it has clearly opened since last year",
        GapQualified.CLEAR_CLOSING: "; it has clearly narrowed since last year",
        GapQualified.NO_CLEAR_CHANGE: "; no clear change since last year",
    }.get(change.qualified, "")
    return opening if change.point is GapPoint.NOT_ASSESSABLE else f"{opening}{told}"


def cut_headline(gaps: tuple[Gap, ...], key: str, labels: Labels = SPOKEN) -> str:
    """Return the finding of a chart by band or staff group: where the adverse gap is largest."""
    shown = [one for one in gaps if one.adverse is not None]
    what = "pay band" if key == "bands" else "staff group"
    if not shown:
        return f"By {what}: hidden to protect confidentiality"
    most = max(shown, key=lambda one: one.adverse or 0.0)
    if (most.adverse_points or 0) <= 0:
        return f"By {what}: no gap against {staff_of(most.bme.group, labels)} in any"
    name = band_label(most.bme.band) if key == "bands" else staff_group_label(most.bme.staff_group)
    sure = "" if most.is_clear else ", though not clear of chance"
    return f"By {what}: largest gap in {name[0].lower()}{name[1:]}, {gap_text(most, labels)}{sure}"


def share_headline(exploration: Exploration, labels: Labels = SPOKEN) -> str:
    """Return the finding of the chart of shares of posts."""
    found = exploration.representation
    if found is None:
        return f"{labels.bme} share of posts"
    short = found.people_short
    if found.points >= 0 or short < 1:
        return f"{labels.bme} share of these posts is at or above the workforce share"
    posts = "post" if short == 1 else "posts"
    return (
        f"{points_text(found.points)} below the workforce share: {short:,} {posts} short of the "
        "same share"
    )


def posts_alt(exploration: Exploration, labels: Labels = SPOKEN) -> str:
    """Return the text alternative of a chart of shares of posts."""
    gaps = exploration.by_staff_group if exploration.measured.number == 9 else exploration.by_band
    lines = [
        f"{_place(one, exploration)}: {rate_text(one.bme)} {group_label(EthnicGroup.BME, labels)}"
        for one in gaps
    ]
    found = exploration.representation
    beside = f" Workforce: {percent_text(found.workforce_share)}." if found else ""
    return f"Chart of shares of posts. {'; '.join(lines)}.{beside}"


def _place(one: Gap, exploration: Exploration) -> str:
    if exploration.measured.number == 9:
        return staff_group_label(one.bme.staff_group)
    return band_label(one.bme.band)


def range_note(exploration: Exploration) -> str:
    """Return what the bars mean, or why there are none, and why a line is cut."""
    if exploration.measured.kind in (Kind.WORKFORCE, Kind.BOARD):
        return NO_TEST_ON_COUNTS
    rates = [one.bme for one in exploration.gaps]
    tested = any(one.bme.tested or one.white.tested for one in exploration.gaps)
    tested = tested or any(one.interval is not None for one in exploration.likelihoods)
    note = WHAT_A_RANGE_IS if tested else PERCENTAGES_ONLY
    if len(rates) > 1:
        first, last = rates[0].survey_year, rates[-1].survey_year
        cut = break_between(exploration.measured.number, first, last)
        note = f"{note} The line is cut: {cut.reason}" if cut else note
    hidden = any(rate.status is Status.HIDDEN for rate in rates)
    return f"{note} Some figures are hidden to protect confidentiality." if hidden else note


def sources_named(evidence: Evidence, exploration: Exploration) -> str:
    """Return the titles of the sources behind an exploration's figures, inside a sentence."""
    ids = {g.bme.source_id for g in exploration.gaps if g.bme.source_id}
    ids |= {one.source_id for one in exploration.likelihoods if one.source_id}
    ids |= {row.source_id for row in exploration.posts if row.source_id}
    return "; ".join(sorted(evidence.source_of(one) for one in ids)) or "no source given"


def gap_series_alt(glance: Glance, labels: Labels = SPOKEN) -> str:
    """Return the text alternative of a small trend: every year's two figures."""
    years = [
        f"{one.wres_year}: {labels.bme} {rate_text(one.bme)}, {labels.white} {rate_text(one.white)}"
        for one in glance.gaps
    ]
    return f"Small chart of indicator {glance.measured.number} by WRES year. {'; '.join(years)}."
