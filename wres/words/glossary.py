"""The words of the program that need one sentence, in the order of the alphabet."""

from __future__ import annotations

from wres.words.presets import GOVUK_TERMS, SPOKEN, WRES_TERMS, Labels, in_terms

_TERMS = {
    "Area of concern": "An indicator that is worse than its benchmark, getting worse, or with a "
    "gap that has grown.",
    "Benchmark": "The figure of others that a trust’s own figure is set beside, of the same year.",
    "Clear of chance": "A difference larger than chance alone would often make.",
    "Gap": "The BME figure minus the White figure, in percentage points.",
    "Hidden": "A figure that is kept back, because it could tell how one person answered.",
    "Indicator": "One of the questions the standard asks every trust.",
    "Likely range": "How far a figure could move by chance alone, with nothing changed underneath.",
    "Median": "The middle figure when all are put in order.",
    "n": "The number of people who answered, or who were counted.",
    "Parity": "Both groups alike, or the same share among these posts as in the workforce.",
    "Percentage point": "The unit of a difference of two percentages: 12% is 2 points above 10%.",
    "Relative likelihood": "How many times as likely one group is as the other; 1 is equal.",
    "Survey year": "The autumn in which staff answered the NHS Staff Survey.",
    "Unknown": "Staff whose ethnicity is not on record; they are never added to another group.",
    "Version": "The figures as they stood after one upload; none is ever overwritten.",
    "White": "All White groups, White minorities included.",
    "WRES year": "The year a trust reports; the survey behind it was taken the autumn before.",
}
_BME = "The standard’s word for all ethnic groups except White groups"


def glossary(labels: Labels = SPOKEN) -> tuple[tuple[str, str], ...]:
    """Return each term with its sentence, in the order of the alphabet."""
    found = {term: in_terms(told, labels) for term, told in _TERMS.items()}
    if labels.bme == WRES_TERMS.bme:
        found[labels.bme] = f"{_BME}; GOV.UK says “{GOVUK_TERMS.bme}”."
    else:
        found[labels.bme] = (
            f"All ethnic groups except White groups, “{WRES_TERMS.bme}” in the WRES."
        )
    return tuple(sorted(found.items(), key=lambda pair: pair[0].casefold()))
